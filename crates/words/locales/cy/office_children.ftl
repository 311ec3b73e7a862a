### Plant, i staff: y rhestr, tudalen plentyn, cywiro cofnod, yr hyn a ddaeth ar bapur, y faner, y cofnod cyfan, dileu.

## Y rhestr a'i chwiliad.
office-children-title = Disgyblion
office-children-count = { $count ->
    [zero] { $count } disgybl
    [one] 1 disgybl
    [two] 2 ddisgybl
    [few] { $count } disgybl
    [many] { $count } disgybl
   *[other] { $count } disgybl
}
office-search-label = Dod o hyd i ddisgybl
office-search-hint = Dechrau enw cyntaf neu gyfenw, neu’r ddau.
office-search-button = Chwilio
office-search-error = Ysgrifennwch enw o 80 llythyren neu lai
office-found-none-title = Dim disgybl â’r enw hwnnw
office-found-none-text = Rhowch gynnig ar lai o lythrennau, neu’r cyfenw yn unig. Ni ellir dod o hyd i ddisgyblion y dilëwyd eu cofnod.
office-erased-notice = Mae’r cofnod wedi’i ddileu. Rydym yn cadw prawf ei fod wedi’i ddileu, heb enw.

## Tudalen plentyn.
office-child-holds = Yr hyn y caiff yr ysgol ei wneud
office-child-adults = Oedolion
office-child-history = Atebion hyd yma
office-child-changes = Newidiadau i’r manylion
office-child-left = Gadawodd ar { $date }
office-child-left-text = Nid yw’r ysgol yn tynnu lluniau newydd. Cedwir yr atebion nes dileu’r cofnod.
office-child-left-holds = Na: mae’r disgybl wedi gadael
office-child-flagged-text = Mae hyn yn drech na phob ateb. Os oes gennych gwestiwn, gofynnwch i’r arweinydd diogelu.
office-child-nobody = Nid oes neb ar y rhestr a all benderfynu
office-child-nobody-text = Dim ond pobl â chyfrifoldeb rhiant sy’n cael penderfynu. Golygwch y manylion, neu mewnforiwch restr newydd o gysylltiadau.
office-child-differ = Rhoddodd rhieni atebion gwahanol. Mae’r ysgol yn dilyn y ‘na’.
office-child-enter = Rhoi atebion i mewn
office-child-enter-withdrawal = Rhoi tynnu’n ôl i mewn
office-child-edit = Golygu manylion
office-child-flag = Baner peidio â thynnu llun
office-child-record = Data sydd gennym (cais gwrthrych am wybodaeth)
office-child-erase = Dileu
office-holds-may = Ie
office-holds-not-answered = Heb ei ateb, felly na
office-holds-nobody-to-ask = Neb i’w holi eto, felly na
office-holds-may-not = Na
office-holds-flagged = Ni chaniateir tynnu llun: yr arweinydd diogelu sy’n penderfynu

## Yr oedolion a restrir ar gyfer plentyn.
office-adults-count = { $count ->
    [zero] { $count } oedolyn
    [one] 1 oedolyn
    [two] 2 oedolyn
    [few] { $count } oedolyn
    [many] { $count } oedolyn
   *[other] { $count } oedolyn
}
office-adults-none = Nid oes oedolion ar y rhestr. Mewnforiwch y rhestr o gysylltiadau, neu ychwanegwch nhw yma.
office-adult-decides = cyfrifoldeb rhiant
office-adult-not = ni chaiff benderfynu
office-adult-holds = Cyfrifoldeb rhiant ganddynt
office-adult-holds-not = Heb gyfrifoldeb rhiant: ni chaiff benderfynu
office-adult-holds-unknown = Nid yw cyfrifoldeb rhiant yn hysbys eto: ni chaiff benderfynu
office-adult-answered-all = Wedi ateb popeth
office-adult-answered-part = Wedi ateb rhai cwestiynau
office-adult-answered-nothing = Heb ateb eto

## Yr hyn a ddigwyddodd.
office-history-answered = { $count ->
    [zero] Atebodd { $who } { $count } cwestiwn
    [one] Atebodd { $who } 1 cwestiwn
    [two] Atebodd { $who } 2 gwestiwn
    [few] Atebodd { $who } { $count } chwestiwn
    [many] Atebodd { $who } { $count } chwestiwn
   *[other] Atebodd { $who } { $count } cwestiwn
}
office-history-somebody = un o’r bobl sy’n cael penderfynu
office-history-withdrew = { $count ->
    [zero] Tynnodd { $who } ganiatâd yn ôl: { $count } cwestiwn
    [one] Tynnodd { $who } ganiatâd yn ôl: 1 cwestiwn
    [two] Tynnodd { $who } ganiatâd yn ôl: 2 gwestiwn
    [few] Tynnodd { $who } ganiatâd yn ôl: { $count } chwestiwn
    [many] Tynnodd { $who } ganiatâd yn ôl: { $count } chwestiwn
   *[other] Tynnodd { $who } ganiatâd yn ôl: { $count } cwestiwn
}
office-history-names-left-out = Dim enwau: mae mwy nag un person yn cael penderfynu, ac ni ddywedir wrth staff pwy ohonynt a dynnodd yn ôl.
office-history-notices = { $count ->
    [zero] { $what }, a { $count } hysbysiad
    [one] { $what }, ac 1 hysbysiad
    [two] { $what }, a 2 hysbysiad
    [few] { $what }, a { $count } hysbysiad
    [many] { $what }, a { $count } hysbysiad
   *[other] { $what }, a { $count } hysbysiad
}
office-history-answered-notices = { $count ->
    [zero] Atebodd { $who } { $count } hysbysiad
    [one] Atebodd { $who } 1 hysbysiad
    [two] Atebodd { $who } 2 hysbysiad
    [few] Atebodd { $who } { $count } hysbysiad
    [many] Atebodd { $who } { $count } hysbysiad
   *[other] Atebodd { $who } { $count } hysbysiad
}
office-history-withdrew-notices = { $count ->
    [zero] Gwrthwynebodd { $who } { $count } hysbysiad
    [one] Gwrthwynebodd { $who } 1 hysbysiad
    [two] Gwrthwynebodd { $who } 2 hysbysiad
    [few] Gwrthwynebodd { $who } { $count } hysbysiad
    [many] Gwrthwynebodd { $who } { $count } hysbysiad
   *[other] Gwrthwynebodd { $who } { $count } hysbysiad
}
office-history-entered = { $how }, rhoddwyd i mewn gan { $who }
office-history-receipt = Derbynneb { $reference }
office-history-flag-set = Gosododd { $who } y faner peidio â thynnu llun
office-history-flag-lifted = Tynnodd { $who } y faner peidio â thynnu llun
office-history-none = Nid oes neb wedi ateb eto.
office-entry-listed = Ychwanegwyd gan restr a fewnforiwyd gan { $who }
office-entry-returned = Yn ôl eto, mewn rhestr a fewnforiwyd gan { $who }
office-entry-edited = Golygwyd gan { $who }
office-entry-left = Gadawodd ar { $date }, mewn rhestr a fewnforiwyd gan { $who }
office-who-unknown = rhywun sydd wedi gadael
office-who-list = system yr ysgol
office-none = dim

## Meysydd cofnod.
office-field-forename = Enw cyntaf
office-field-middle-names = Enwau canol
office-field-surname = Cyfenw
office-field-known-surname = Cyfenw a ddefnyddir
office-field-known-surname-hint = Y cyfenw y mae pawb yn ei ddefnyddio, os yw’n wahanol.
office-field-preferred = Enw bob dydd
office-field-preferred-hint = Yr enw cyntaf y mae pawb yn ei ddefnyddio, os yw’n wahanol.
office-field-year = Grŵp blwyddyn
office-field-stage = Cyfnod allweddol
office-field-adult = Oedolyn
office-field-adult-gone = Oedolyn nad yw ar y rhestr mwyach
office-field-holders = Gan bwy mae cyfrifoldeb rhiant?
office-field-holders-hint = Dim ond nhw sy’n cael penderfynu. Newidiwch hyn ar dystiolaeth sydd gan yr ysgol yn unig, fel gorchymyn llys.
office-stage-early = Blynyddoedd cynnar
office-stage-1 = Cyfnod allweddol 1
office-stage-2 = Cyfnod allweddol 2
office-stage-3 = Cyfnod allweddol 3
office-stage-4 = Cyfnod allweddol 4
office-stage-5 = Cyfnod allweddol 5

## Cywiro cofnod.
office-edit-title = Golygu manylion
office-edit-lead = Cywirwch system yr ysgol hefyd, neu bydd y mewnforio nesaf yn ei newid yn ôl.
office-edit-save = Cadw
office-edit-leave = Gadael heb gadw
office-edit-missing = Llenwch hwn
office-edit-too-long = Mae hwn yn rhy hir
office-edit-characters = Dewiswch o’r rhestr, neu defnyddiwch lythrennau, bylchau, cysylltnodau a chollnodau
office-edit-saved = Cadwyd. Mae pob tudalen a thaflen yn ei ddangos o hyn ymlaen.
office-edit-same = Dim newidiadau i’w cadw.
office-edit-meanwhile = Tra oedd y ffurflen ar agor gennych
office-edit-after = Ar ôl eich newid ar { $time }
office-edit-other = Newidiodd { $who } hyn ar { $time }: { $what }
office-edit-rule = Cedwir y ddau newid. Os newidioch chi’ch dau yr un peth, defnyddir y newid diweddarach.
office-edit-clash = Newidiodd rhywun yr un peth tra oeddech yn teipio
office-edit-clash-text = Nid oes dim a deipioch wedi’i gadw eto. Mae’n dal yn y ffurflen isod. Cadwch i ddisodli eu newid nhw, neu gadewch heb gadw i’w gadw.

## Yr hyn a ddaeth ar bapur neu a ddywedwyd.
office-decide-title = Rhoi atebion i mewn
office-decide-lead = Rhowch i mewn yr hyn a ddywedodd rhiant neu ofalwr wrth yr ysgol ar bapur neu wyneb yn wyneb, yn union fel y’i dywedwyd. Byddant yn cael derbynneb.
office-decide-who = Pwy atebodd?
office-decide-who-hint = Dim ond pobl â chyfrifoldeb rhiant. A oes rhywun ar goll? Golygwch y manylion yn gyntaf.
office-decide-who-error = Dewiswch pwy atebodd
office-decide-how = Sut y dywedon nhw wrth yr ysgol?
office-decide-paper = Ar ffurflen wedi’i llofnodi
office-decide-spoken = Wyneb yn wyneb neu dros y ffôn
office-decide-how-error = Dewiswch sut y dywedon nhw wrth yr ysgol
office-decide-day = Y dyddiad ar y ffurflen, neu’r diwrnod y dywedon nhw wrthych
office-decide-day-hint = Er enghraifft 3 9 2026
office-decide-day-missing = Rhowch y dyddiad
office-decide-day-wrong = Rhowch ddyddiad go iawn, fel 3 9 2026
office-decide-day-future = Mae’r dyddiad hwn yn y dyfodol
office-decide-day-past = Mae’r dyddiad hwn yn rhy bell yn ôl
office-decide-language = Ym mha iaith oedd y cwestiynau?
office-decide-language-error = Dewiswch yr iaith
office-decide-answers = Yr atebion
office-decide-answers-text = Cedwir pob ateb gyda’r union eiriau oddi tano. Os oedd geiriau eraill ar y ffurflen, gofynnwch i’r teulu eto.
office-decide-all = A yw’r ffurflen yn rhoi’r un ateb i bopeth?
office-decide-all-hint = Mae hyn yn llenwi pob cwestiwn nad ydych wedi’i ateb isod. Gwelwch bob ateb cyn i ddim gael ei gadw.
office-decide-each = Nac ydy, fel y dewiswyd isod
office-decide-all-yes = Ie i bopeth arall
office-decide-all-no = Na i bopeth arall
office-decide-filled = Nid oes dim wedi’i gadw eto
office-decide-filled-text = Mae pob cwestiwn wedi’i lenwi isod. Cymharwch bob un â’r ffurflen, newidiwch unrhyw rai sy’n wahanol, yna cadwch yr atebion.
office-decide-permissions = { $count ->
    [zero] { $count } cwestiwn y mae angen ateb iddynt
    [one] 1 cwestiwn y mae angen ateb iddo
    [two] 2 gwestiwn y mae angen ateb iddynt
    [few] { $count } chwestiwn y mae angen ateb iddynt
    [many] { $count } chwestiwn y mae angen ateb iddynt
   *[other] { $count } cwestiwn y mae angen ateb iddynt
}
office-decide-notices = { $count ->
    [zero] { $count } hysbysiad nad oes angen ateb iddynt
    [one] 1 hysbysiad nad oes angen ateb iddo
    [two] 2 hysbysiad nad oes angen ateb iddynt
    [few] { $count } hysbysiad nad oes angen ateb iddynt
    [many] { $count } hysbysiad nad oes angen ateb iddynt
   *[other] { $count } hysbysiad nad oes angen ateb iddynt
}
office-decide-notices-text = Dywedir wrth deuluoedd am y rhain, a chânt wrthwynebu.
office-decide-wording = Union eiriad, fersiwn { $version }
office-decide-not-said = Heb ei ateb
office-decide-answer-error = Dewiswch un o’r atebion
office-decide-none = Rhowch o leiaf un ateb
office-decide-since = Atebodd y person hwn “{ $purpose }” ar { $date }, ar ôl y dyddiad uchod. Mae’r ysgol yn dilyn yr ateb diweddarach, felly dewiswch “Heb ei ateb” yma
office-decide-view-hint = Dim ond os yw’r ffurflen neu’r rhiant yn dweud hynny.
office-decide-save = Cadw’r atebion
office-decide-sent-before = Rydych eisoes wedi cadw’r ffurflen hon, gydag atebion gwahanol. Os ydych am gadw’r rhain hefyd, anfonwch hi eto.
office-withdrawal-title = Rhoi tynnu’n ôl i mewn
office-withdrawal-lead = Nid oes angen rheswm, ac mae’n dod i rym ar unwaith. Nodwch yr hyn a ysgrifennodd neu a ddywedodd y rhiant neu’r gofalwr.
office-withdrawal-which = Beth maen nhw’n ei dynnu’n ôl?
office-withdrawal-everything = Popeth
office-withdrawal-everything-hint = Popeth y mae’r ysgol yn gofyn amdano.
office-withdrawal-which-error = Dewiswch beth maen nhw’n ei dynnu’n ôl
office-withdrawal-removal = Beth ddylai ddigwydd?
office-withdrawal-removal-hint = Mae’r ysgol yn tynnu lluniau i lawr lle y gall, ac yn dweud wrth y teulu beth a wnaed. Ni all gael yn ôl gopïau printiedig, na chopïau a gadwodd pobl eraill.
office-withdrawal-save = Cadw’r tynnu’n ôl

## Ar ôl ei gofnodi.
office-decided-title = Cadwyd
office-decided-e-mail = Mae’r ysgol yn ei ddilyn o hyn ymlaen. Bydd { $name } yn cael y dderbynneb drwy e-bost a gall ddweud os oes rhywbeth o’i le.
office-decided-paper = Mae’r ysgol yn ei ddilyn o hyn ymlaen. Nid oes gan { $name } e-bost, felly argraffwch y dudalen hon a’i rhoi iddynt.
office-decided-next = Y disgybl nesaf heb ateb
office-decided-child = Yn ôl at { $child }
office-decided-wrong = Wedi teipio rhywbeth o’i le? Nodwch ef eto ar gyfer yr un person. Mae’r ysgol yn dilyn yr ateb diweddaraf, a chedwir y ddau.
office-decided-wordings = Yr union eiriad

## Y faner peidio â thynnu llun. Byth reswm.
office-flag-title = Baner peidio â thynnu llun
office-flag-is-set = Mae’r faner wedi’i gosod. Ni chaiff { $child } fod mewn unrhyw lun, beth bynnag y mae’r teulu wedi’i ateb.
office-flag-is-not-set = Nid yw’r faner wedi’i gosod. Mae’r ysgol yn dilyn atebion y teulu ar gyfer { $child }.
office-flag-what = Mae’n dod i rym ar unwaith, ar bob tudalen a thaflen. Dim ond ‘na’ y mae staff eraill yn ei weld, fel ar gyfer unrhyw ddisgybl na chaiff ymddangos. Ni ddywedir wrth rieni.
office-flag-reason = Nid ydym yn gofyn am reswm nac yn cadw un. Ysgrifennwch ef yn y ffeil ddiogelu.
office-flag-set = Gosod y faner
office-flag-lift = Tynnu’r faner
office-flag-done = Wedi’i wneud. Mae’n dod i rym nawr.

## Yr hyn a gedwir am blentyn, ar gyfer cais gwrthrych am wybodaeth.
office-record-title = Data sydd gennym (cais gwrthrych am wybodaeth)
office-record-lead = Yr holl ddata a gedwir yma am y disgybl, i rywun sydd wedi gofyn amdano. Atebwch o fewn mis.
office-record-for = Pwy ofynnodd?
office-record-pupil = Y disgybl
office-record-made = Gwnaed ar gyfer { $name } ar { $time }
office-record-made-pupil = Gwnaed ar gyfer y disgybl ar { $time }
office-record-file = Lawrlwytho fel ffeil
office-record-noted = Mae’r llwybr archwilio’n dangos ichi lawrlwytho hwn. Gwiriwch pwy sy’n gofyn cyn ei roi iddynt.
office-record-entry = Manylion
office-record-number = Rhif yn system yr ysgol
office-record-left-out = Manylion cyswllt: wedi’u gadael allan
office-record-by-reader = Y person y mae hwn ar ei gyfer
office-record-answers-left-out = { $count ->
    [zero] { $count } ateb, wedi’u gadael allan am mai rhai rhywun arall ydynt
    [one] 1 ateb, wedi’i adael allan am mai un rhywun arall ydyw
    [two] 2 ateb, wedi’u gadael allan am mai rhai rhywun arall ydynt
    [few] { $count } ateb, wedi’u gadael allan am mai rhai rhywun arall ydynt
    [many] { $count } ateb, wedi’u gadael allan am mai rhai rhywun arall ydynt
   *[other] { $count } ateb, wedi’u gadael allan am mai rhai rhywun arall ydynt
}
office-record-when = Pryd
office-record-what = Beth
office-record-who = Gan
office-record-changes = { $count ->
    [zero] { $count } newid
    [one] 1 newid
    [two] 2 newid
    [few] { $count } newid
    [many] { $count } newid
   *[other] { $count } newid
}
office-record-listed = Ychwanegwyd at y rhestr
office-record-left = Gadawodd ar { $date }
office-record-about-others = Am oedolion eraill: wedi’i adael allan
office-record-acts = Yr hyn a wnaeth staff gyda’r cofnod
office-record-acts-count = { $count ->
    [zero] { $count } cofnod yn y trywydd archwilio
    [one] 1 cofnod yn y trywydd archwilio
    [two] 2 gofnod yn y trywydd archwilio
    [few] { $count } chofnod yn y trywydd archwilio
    [many] { $count } chofnod yn y trywydd archwilio
   *[other] { $count } cofnod yn y trywydd archwilio
}
office-record-acts-none-title = Dim
office-record-acts-none-text = Bydd cofnod yn ymddangos pan fydd staff yn nodi ateb, yn golygu’r manylion neu’n lawrlwytho’r cofnod.
office-record-rules = Yr hyn sydd wedi’i gynnwys, a’r hyn nad yw
office-record-rule-own = Wedi’u cynnwys: manylion y disgybl, yr hyn y caiff yr ysgol ei wneud nawr, pryd a sut y rhoddwyd atebion, ac atebion y person sy’n gofyn, gyda’r union eiriad a ddangoswyd iddynt.
office-record-rule-others = Heb eu cynnwys: enwau, manylion cyswllt ac atebion pobl eraill (Deddf Diogelu Data 2018, atodlen 2, paragraff 16). Os mai dim ond un person a atebodd, caiff y disgybl ddarllen yr atebion.
office-record-rule-separate = Cedwir cofnodion diogelu mewn lle arall. Anfonwch gais amdanynt at yr arweinydd diogelu.
office-act-entered = Nodwyd ffurflen bapur neu ateb llafar
office-act-edited = Golygwyd y manylion
office-act-exported = Lawrlwythwyd y cofnod
office-by-family = y teulu
office-by-office = y swyddfa
office-by-head = y pennaeth
office-by-lead = yr arweinydd diogelu
office-by-staff = staff

## Dileu.
office-erase-title = Dileu popeth am ddisgybl
office-erase-lead = Ni allwch ddadwneud hyn. Gwiriwch reolau cadw’r ysgol yn gyntaf: tra bo lluniau’n dal i gael eu defnyddio, mae angen y caniatâd yn brawf.
office-erase-goes = Yr hyn a ddilëir
office-erase-goes-entry = Manylion y disgybl, eu hanes, ac oedolion nad ydynt wedi’u rhestru ar gyfer unrhyw ddisgybl arall.
office-erase-goes-decisions = Pob ateb a derbynneb. Ni ellir gwirio yma mwyach dderbynebau a gadwodd teuluoedd.
office-erase-goes-list = Eu henw yn rhestr y gwiriwr cyhoeddi.
office-erase-stays = Yr hyn sy’n aros, a pham
office-erase-stays-proof = Prawf bod cofnod wedi’i ddileu, pryd a chan ba gyfrif, a rhifau gwirio nad ydynt yn datgelu dim. Hebddo ni allai neb wahaniaethu rhwng cofnod a ddilëwyd ac un a gollwyd.
office-erase-stays-trail = Cofnodion yn y llwybr archwilio am “ddisgybl”, heb enw.
office-erase-stays-system = Nid yw system yr ysgol ei hun yn newid. Os yw’r disgybl ynddi o hyd, bydd y mewnforio nesaf yn dod â nhw yn ôl.
office-erase-here = Mae { $child } yn dal ar y gofrestr
office-erase-confirm = Teipiwch enw llawn y disgybl: { $child }
office-erase-wrong = Teipiwch yr enw yn union fel y mae’n ymddangos uchod
office-erase-button = Dileu am byth
office-erase-ask = Gofynnwch i’r arweinydd diogelu yn gyntaf
office-erase-ask-lead = Ni ddilëwyd dim. Unwaith y bydd yr arweinydd diogelu wedi tynnu’r faner, gallwch ddileu’r cofnod.
office-erase-ask-back = Yn ôl at y disgybl

## Mae angen dau berson i ddileu.
erasure-needs-two = Mae angen dau berson i ddileu. Pan fyddwch wedi gofyn, bydd gan rywun arall â’r hawl hon 14 diwrnod i gadarnhau: { $names }.
erasure-alone = Chi yw’r unig berson a all wneud hyn, felly mae’n digwydd un diwrnod ar ôl i chi ofyn. Tan hynny gallwch ei ddadwneud ar dudalen gyntaf y swyddfa.
erasure-ask = Gofyn am ddileu am byth
erasure-asked = Gofynnodd { $who } am hyn ar { $time }
erasure-waits = Rhaid i rywun arall gadarnhau erbyn { $time }.
erasure-happens = Caiff popeth ei ddileu ar { $time }, oni bai bod rhywun yn ei ddadwneud cyn hynny.
erasure-due = Mae popeth yn cael ei ddileu nawr.
erasure-lapsed-old = Ni chadarnhaodd neb o fewn 14 diwrnod, felly ni ddilëwyd dim. Gallwch ofyn eto.
erasure-lapsed-said = Cofnodwyd rhywbeth newydd am y disgybl ar ôl y cais hwn, felly ni ddilëwyd dim. Gwiriwch ef, yna gofynnwch eto os yw’n dal yn iawn.
erasure-lapsed-gone = Ni all y person a ofynnodd wneud hyn mwyach, felly ni ddilëwyd dim. Gallwch ofyn eto.
erasure-own = Chi a ofynnodd, felly rhaid i un o’r bobl hyn gadarnhau: { $names }.
erasure-confirm-lead = Os byddwch yn cadarnhau, caiff popeth uchod ei ddileu ar unwaith. Ni all neb ddod ag ef yn ôl.
erasure-undo = Peidio â dileu
erasure-undo-pupil = Peidio â dileu { $child }
erasure-undone = Mae’r cais wedi’i dynnu’n ôl. Ni ddilëwyd dim.
erasure-home = { $count ->
    [zero] Dim disgyblion i’w dileu am byth
    [one] 1 disgybl i’w ddileu am byth
    [two] 2 ddisgybl i’w dileu am byth
    [few] { $count } disgybl i’w dileu am byth
    [many] { $count } disgybl i’w dileu am byth
   *[other] { $count } disgybl i’w dileu am byth
}
erasure-home-pupil = { $child }: gweld beth sydd i’w ddileu
