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
office-found-none-title = Nid oes gan neb yr enw hwnnw
office-found-none-text = Rhowch gynnig ar lai o lythrennau, neu’r cyfenw yn unig. Ni ellir dod o hyd i ddisgyblion y dilëwyd eu cofnod.
office-erased-notice = Dilëwyd y cofnod. Yr hyn sydd ar ôl yw’r prawf i hynny ddigwydd, heb enw.

## Tudalen plentyn.
office-child-holds = Yr hyn y caiff yr ysgol ei wneud
office-child-adults = Oedolion
office-child-history = Yr hyn a benderfynwyd
office-child-changes = Newidiadau i’r cofnod
office-child-left = Gadawodd ar { $date }
office-child-left-text = Nid yw’r ysgol yn tynnu lluniau newydd. Cedwir yr hyn a benderfynwyd nes dileu’r cofnod.
office-child-left-holds = Na: mae’r disgybl wedi gadael
office-child-flagged-text = Mae hyn yn drech na phob ateb. Os oes gennych gwestiwn, gofynnwch i’r arweinydd diogelu.
office-child-nobody = Nid oes neb ar y rhestr a all benderfynu
office-child-nobody-text = Dim ond pobl â chyfrifoldeb rhiant sy’n penderfynu. Cywirwch y cofnod, neu dewch â rhestr newydd o gysylltiadau i mewn.
office-child-differ = Mae’r atebion yn wahanol. Yr un gofalus sy’n cyfrif.
office-child-enter = Rhoi atebion i mewn
office-child-enter-withdrawal = Rhoi tynnu’n ôl i mewn
office-child-edit = Golygu manylion
office-child-flag = Baner peidio â thynnu llun
office-child-record = Data sydd gennym (cais gwrthrych am wybodaeth)
office-child-erase = Dileu
office-holds-may = Ie
office-holds-not-answered = Heb ei ateb, sy’n cyfrif fel na
office-holds-nobody-to-ask = Neb i’w holi eto, sy’n cyfrif fel na
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
office-adults-none = Nid oes oedolyn ar y rhestr. Dônt gyda’r rhestr o gysylltiadau.
office-adult-decides = cyfrifoldeb rhiant
office-adult-not = nid yw’n penderfynu
office-adult-holds = Cyfrifoldeb rhiant ganddynt
office-adult-holds-not = Heb gyfrifoldeb rhiant: nid yw’n penderfynu
office-adult-answered-all = Wedi ateb popeth
office-adult-answered-part = Wedi ateb yn rhannol
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
office-history-somebody = un o’r bobl sy’n penderfynu
office-history-withdrew = { $count ->
    [zero] Tynnodd { $who } ganiatâd yn ôl: { $count } cwestiwn
    [one] Tynnodd { $who } ganiatâd yn ôl: 1 cwestiwn
    [two] Tynnodd { $who } ganiatâd yn ôl: 2 gwestiwn
    [few] Tynnodd { $who } ganiatâd yn ôl: { $count } chwestiwn
    [many] Tynnodd { $who } ganiatâd yn ôl: { $count } chwestiwn
   *[other] Tynnodd { $who } ganiatâd yn ôl: { $count } cwestiwn
}
office-history-names-left-out = Dim enwau: mae sawl person yn penderfynu, ac ni ddywedir wrth staff pwy ohonynt a dynnodd yn ôl.
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
office-history-flag-lifted = Cododd { $who } y faner peidio â thynnu llun
office-history-none = Nid oes neb wedi ateb eto. Bydd atebion yn ymddangos yma cyn gynted ag y rhoddir y cyntaf.
office-entry-listed = Daeth gyda rhestr a fewnforiwyd gan { $who }
office-entry-returned = Daeth yn ôl, mewn rhestr a fewnforiwyd gan { $who }
office-entry-edited = Newidiwyd gan { $who }
office-entry-left = Gadawodd ar { $date }, mewn rhestr a fewnforiwyd gan { $who }
office-who-unknown = rhywun sydd wedi gadael
office-who-list = system yr ysgol
office-none = dim

## Meysydd cofnod.
office-field-forename = Enw cyntaf
office-field-middle-names = Enwau canol
office-field-surname = Cyfenw
office-field-preferred = Enw bob dydd
office-field-preferred-hint = Yr enw cyntaf y mae pawb yn ei ddefnyddio, os yw’n wahanol.
office-field-year = Grŵp blwyddyn
office-field-stage = Cyfnod allweddol
office-field-adult = Oedolyn
office-field-adult-gone = Oedolyn nad yw ar y rhestr mwyach
office-field-holders = Gan bwy mae cyfrifoldeb rhiant?
office-field-holders-hint = Dim ond nhw sy’n penderfynu. Newidiwch hyn ar dystiolaeth yr ysgol, er enghraifft gorchymyn llys.
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
office-edit-missing = Ni all hwn fod yn wag
office-edit-too-long = Mae hwn yn rhy hir
office-edit-characters = Dewiswch o’r rhestr, neu defnyddiwch lythrennau, bylchau, cysylltnodau a chollnodau
office-edit-saved = Cadwyd. Mae’n cyfrif o hyn ymlaen, ar bob tudalen a thaflen.
office-edit-same = Ni newidiwyd dim, felly ni chadwyd dim.
office-edit-meanwhile = Tra oedd y ffurflen ar agor gennych
office-edit-after = Ar ôl eich newid ar { $time }
office-edit-other = Newidiodd { $who } hyn ar { $time }: { $what }
office-edit-rule = Cedwir y ddau newid. Lle maent am yr un peth, yr un diweddarach sy’n cyfrif.
office-edit-clash = Newidiodd rhywun yr un peth tra oeddech yn teipio
office-edit-clash-text = Nid oes dim o’ch un chi wedi’i gadw eto. Mae’n dal yn y ffurflen isod. Cadwch i’w roi yn lle eu rhai nhw, neu gadewch heb gadw i gadw eu rhai nhw.

## Yr hyn a ddaeth ar bapur neu a ddywedwyd.
office-decide-title = Rhoi atebion i mewn
office-decide-lead = Rhowch i mewn yr hyn a ddywedodd rhiant neu ofalwr wrth yr ysgol ar bapur neu wyneb yn wyneb, yn union fel y’i dywedwyd. Byddant yn cael derbynneb.
office-decide-who = Pwy benderfynodd?
office-decide-who-hint = Dim ond pobl â chyfrifoldeb rhiant. A oes rhywun ar goll? Cywirwch y cofnod yn gyntaf.
office-decide-who-error = Dewiswch pwy benderfynodd
office-decide-how = Sut y cyrhaeddodd yr ysgol?
office-decide-paper = Ar ffurflen wedi’i llofnodi
office-decide-spoken = Wyneb yn wyneb neu dros y ffôn
office-decide-how-error = Dewiswch sut y cyrhaeddodd yr ysgol
office-decide-day = Y dyddiad ar y ffurflen, neu’r diwrnod y’i dywedwyd
office-decide-day-hint = Er enghraifft 3 9 2026
office-decide-day-missing = Rhowch y dyddiad
office-decide-day-wrong = Rhowch ddyddiad go iawn, fel 3 9 2026
office-decide-day-future = Nid yw’r dyddiad hwn wedi dod eto
office-decide-day-past = Mae’r dyddiad hwn yn rhy bell yn ôl
office-decide-language = Ym mha iaith oedd y cwestiynau?
office-decide-language-error = Dewiswch yr iaith
office-decide-answers = Yr atebion
office-decide-answers-text = Cedwir pob ateb gyda’r union eiriau oddi tano. Os oedd geiriau eraill ar y ffurflen, gofynnwch i’r teulu eto.
office-decide-all = A yw’r ffurflen yn dweud yr un peth i bopeth?
office-decide-all-hint = Mae hyn yn llenwi’r hyn nad ydych wedi’i ddewis isod. Gwelwch bob ateb cyn i ddim gael ei gofnodi.
office-decide-each = Nac ydy, fel y dewiswyd isod
office-decide-all-yes = Ie i bopeth arall
office-decide-all-no = Na i bopeth arall
office-decide-filled = Nid oes dim wedi’i gofnodi eto
office-decide-filled-text = Mae pob cwestiwn wedi’i lenwi isod. Cymharwch bob un â’r ffurflen, newidiwch yr hyn sy’n wahanol, a chofnodwch yr atebion.
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
office-decide-since = Atebodd y person hwn “{ $purpose }” ar { $date }, ar ôl y dyddiad uchod. Yr ateb diweddarach sy’n cyfrif: dewiswch “Heb ei ateb” yma
office-decide-view-hint = Dim ond os yw’r ffurflen neu’r rhiant yn dweud hynny.
office-decide-save = Cofnodi’r atebion
office-decide-sent-before = Cofnodwyd y ffurflen hon eisoes, gydag atebion eraill. Os ydych am gofnodi’r rhain hefyd, anfonwch hi eto.
office-withdrawal-title = Rhoi tynnu’n ôl i mewn
office-withdrawal-lead = Nid oes angen rheswm dros dynnu’n ôl ac mae’n cyfrif ar unwaith. Rhowch i mewn yr hyn a ysgrifennodd neu a ddywedodd y rhiant neu’r gofalwr.
office-withdrawal-which = Beth maen nhw’n ei dynnu’n ôl?
office-withdrawal-everything = Popeth
office-withdrawal-everything-hint = Beth bynnag y mae’r ysgol yn gofyn amdano.
office-withdrawal-which-error = Dewiswch beth maen nhw’n ei dynnu’n ôl
office-withdrawal-removal = Beth ddylai ddigwydd?
office-withdrawal-removal-hint = Mae’r ysgol yn tynnu lluniau i lawr lle y gall, ac yn dweud wrthynt beth a wnaed. Ni ellir galw copïau printiedig, na chopïau a gadwodd pobl eraill, yn ôl.
office-withdrawal-save = Cofnodi’r tynnu’n ôl

## Ar ôl ei gofnodi.
office-decided-title = Cofnodwyd
office-decided-e-mail = Mae’n cyfrif o hyn ymlaen. Bydd { $name } yn cael y dderbynneb drwy e-bost a gall ddweud os oes rhywbeth o’i le.
office-decided-paper = Mae’n cyfrif o hyn ymlaen. Nid oes gan { $name } e-bost: argraffwch y dudalen hon a’i rhoi iddynt.
office-decided-next = Y disgybl nesaf heb ateb
office-decided-child = Yn ôl at { $child }
office-decided-wrong = Wedi teipio rhywbeth o’i le? Rhowch ef i mewn eto ar gyfer yr un person: eu gair olaf sy’n cyfrif, a chedwir y ddau.
office-decided-wordings = Yr union eiriad

## Y faner peidio â thynnu llun. Byth reswm.
office-flag-title = Baner peidio â thynnu llun
office-flag-is-set = Mae’r faner wedi’i gosod. Ni chaiff { $child } ymddangos mewn unrhyw lun, beth bynnag y mae neb wedi’i ateb.
office-flag-is-not-set = Nid yw’r faner wedi’i gosod. Yr hyn a atebodd teuluoedd ar gyfer { $child } sy’n cyfrif.
office-flag-what = Mae’n cyfrif ar unwaith, ar bob tudalen a thaflen. Dim ond bod angen gofyn i’r swyddfa y mae staff yn ei weld, fel ar gyfer unrhyw blentyn na chaiff ymddangos. Ni ddywedir wrth rieni.
office-flag-reason = Ni ofynnir am reswm ac ni chedwir un yma. Yn y ffeil ddiogelu y mae ei le.
office-flag-set = Gosod y faner
office-flag-lift = Codi’r faner
office-flag-done = Wedi’i wneud. Mae’n cyfrif o hyn ymlaen.

## Yr hyn a gedwir am blentyn, ar gyfer cais gwrthrych am wybodaeth.
office-record-title = Data sydd gennym (cais gwrthrych am wybodaeth)
office-record-lead = Popeth y mae’r cymhwysiad hwn yn ei gadw am y disgybl, i rywun sydd wedi gofyn amdano. Atebwch o fewn mis.
office-record-for = Pwy ofynnodd?
office-record-pupil = Y disgybl
office-record-made = Gwnaed ar gyfer { $name } ar { $time }
office-record-file = Lawrlwytho fel ffeil
office-record-noted = Mae’r trywydd archwilio’n dweud ichi dynnu hwn allan. Gwiriwch pwy sy’n gofyn cyn ei roi iddynt.
office-record-entry = Y cofnod
office-record-number = Rhif yn system yr ysgol
office-record-left-out = Sut i gysylltu â nhw: wedi’i adael allan
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
office-record-listed = Rhestrwyd
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
office-record-acts-none-text = Bydd cofnod yn ymddangos pan fydd staff yn teipio penderfyniad, yn newid y cofnod neu’n ei dynnu allan.
office-record-rules = Yr hyn sydd ynddo, a’r hyn nad yw
office-record-rule-own = Y cofnod, yr hyn sy’n dal nawr, pob penderfyniad a sut y daeth, ac atebion y person y mae ar ei gyfer gyda’r union eiriad a ddangoswyd iddynt.
office-record-rule-others = Nid enwau, manylion cyswllt ac atebion pobl eraill: eu rhai nhw ydynt (Deddf Diogelu Data 2018, atodlen 2, paragraff 16). Lle penderfynodd un person ar ei ben ei hun, caiff y disgybl ddarllen yr atebion.
office-record-rule-separate = Cedwir cofnodion diogelu ar wahân. Mae cais amdanynt yn mynd at yr arweinydd diogelu.
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
office-erase-lead = Ni ellir dadwneud hyn. Meddyliwch am reolau cadw’r ysgol yn gyntaf: mae angen eu caniatâd yn brawf ar luniau sy’n dal i gael eu defnyddio.
office-erase-goes = Yr hyn sy’n mynd
office-erase-goes-entry = Y cofnod, ei hanes, ac oedolion nad ydynt wedi’u rhestru ar gyfer unrhyw ddisgybl arall.
office-erase-goes-decisions = Pob penderfyniad a derbynneb. Ni ellir gwirio yma mwyach dderbynebau a gadwodd teuluoedd.
office-erase-goes-list = Yr enw yn rhestr y gwiriwr.
office-erase-stays = Yr hyn sy’n aros, a pham
office-erase-stays-proof = Y prawf: bod cofnod wedi’i ddileu, pryd a chan bwy, a rhifau gwirio na ellir darllen dim ohonynt. Hebddo ni allai neb wahaniaethu rhwng cofnod a ddilëwyd ac un a gollwyd.
office-erase-stays-trail = Cofnodion y trywydd archwilio am “ddisgybl”, heb enw.
office-erase-stays-system = Ni chyffyrddir â system yr ysgol ei hun. Os yw’r disgybl ynddi o hyd, bydd y rhestr nesaf yn dod â nhw yn ôl.
office-erase-here = Mae { $child } yn dal ar y gofrestr
office-erase-confirm = Teipiwch enw llawn y disgybl: { $child }
office-erase-wrong = Teipiwch yr enw fel y mae wedi’i ysgrifennu uchod
office-erase-button = Dileu am byth
office-erase-ask = Gofynnwch i’r arweinydd diogelu yn gyntaf
office-erase-ask-lead = Ni ddilëwyd dim. Unwaith y bydd yr arweinydd diogelu wedi codi’r faner, gallwch ddileu’r cofnod.
office-erase-ask-back = Yn ôl at y disgybl
