### Staff: sefydlu ysgol, a'i gosodiadau, un pwnc i bob tudalen.

## Cardiau'r dudalen gyntaf.
settings-home-set-up = Sefydlu eich ysgol
settings-home-set-up-about = Beth sydd ar goll cyn i chi ofyn i deuluoedd, a ble i’w wneud.
settings-home-settings = Gosodiadau
settings-home-settings-about = Enw, arfbais, lliwiau, ieithoedd, cysylltiadau, e-byst a thocynnau.
settings-home-purposes = Beth a ofynnir i deuluoedd
settings-home-purposes-about = Geiriad a sail gyfreithlon pob cwestiwn.

## Y rhestr o osodiadau.
settings-title = Gosodiadau
settings-lead = Un dudalen i bob pwnc. Daw newidiadau i rym ar unwaith, ar bob tudalen o’r ysgol.
settings-count = { $count ->
    [one] 1 pwnc
    [two] 2 bwnc
    [few] { $count } phwnc
    [many] { $count } phwnc
   *[other] { $count } pwnc
}
settings-column-topic = Pwnc
settings-column-now = Nawr
settings-column-changed = Newidiwyd ddiwethaf
settings-never-changed = Heb ei newid ers sefydlu’r ysgol
settings-changed = { $when }, gan { $who }
settings-who-operator = pwy bynnag sy’n rhedeg y gosodiad hwn
settings-who-unknown = rhywun sydd wedi gadael
settings-who-you = chi

## Pynciau, fel y mae'r rhestr, y llwybr archwilio a'r penawdau yn eu henwi.
settings-topic-name = Enw’r ysgol
settings-topic-languages = Ieithoedd
settings-topic-accent = Lliw
settings-topic-crest = Arfbais
settings-topic-office = Manylion cyswllt swyddfa’r ysgol
settings-topic-sign-in = Sut mae rhieni’n mewngofnodi
settings-topic-pupil-view = Barn y disgybl
settings-topic-purpose = Cwestiwn i deuluoedd
settings-topic-purposes = Beth a ofynnir i deuluoedd
settings-topic-websites = Gwefannau sy’n dangos y panel cymorth
settings-topic-authority = Eich awdurdod lleol
settings-topic-area = Cysylltiadau yn eich ardal
settings-topic-checker = Beth y gellir ei gyhoeddi
settings-topic-template = Y proffil
settings-topic-letters = Anfon e-byst
settings-topic-tokens = Tocynnau i raglenni

## Cadw.
settings-save = Cadw
settings-saved = Wedi’i gadw
settings-saved-text = Mae pob tudalen o’r ysgol yn ei ddangos o hyn ymlaen.
settings-saved-purpose = Gofynnir eto i deuluoedd a atebodd o’r blaen y tro nesaf y byddant yn mewngofnodi. Tan hynny, mae’r cwestiwn newydd heb ei ateb.
settings-nothing-changed = Dim newidiadau i’w cadw
settings-nothing-changed-text = Mae popeth eisoes fel yr anfonoch chi ef.
settings-meanwhile = Newidiwyd hefyd gan bobl eraill yn y cyfamser, a’i gadw
settings-meanwhile-line = { $topic }: { $who }, { $when }
settings-at-once = Cadwodd { $who } yr un dudalen ar yr un eiliad. Eich fersiwn chi a ddefnyddir nawr, felly gwiriwch a ddylid defnyddio eu fersiwn nhw.
settings-conflict-title = Mae rhywun arall wedi newid hyn yn y cyfamser
settings-conflict-text = Cadwodd { $who } y dudalen hon { $when }, tra oedd hi ar agor gennych. Nid oes dim a deipioch wedi’i gadw eto. Mae yn y ffurflen isod. Cadwch eto i ddisodli eu fersiwn nhw.
settings-conflict-now = Nawr mae’n dweud
settings-read-only-head = Dim ond y pennaeth a all newid beth a ofynnir i deuluoedd, a’r sail gyfreithlon. Gallwch ei ddarllen.
settings-read-only-chair = Dim ond cadeirydd y llywodraethwyr a all newid beth a ofynnir i deuluoedd, a’r sail gyfreithlon. Gallwch ei ddarllen.

## Maes mewn un o sawl iaith.
settings-in-language = { $label } yn { $language }
settings-language-en = Saesneg
settings-language-cy = Gymraeg

## Beth sydd o'i le ar faes.
settings-wrong-missing = Llenwch hwn
settings-wrong-choice = Dewiswch un o’r atebion
settings-wrong-long = { $max ->
    [one] Ysgrifennwch ddim mwy nag 1 nod
   *[other] Ysgrifennwch ddim mwy na { $max } nod
}
settings-wrong-characters = Defnyddiwch lythrennau, rhifau ac atalnodau plaen, ar un llinell
settings-wrong-email = Ysgrifennwch gyfeiriad e-bost, fel office@school.example.org
settings-wrong-telephone = Ysgrifennwch rif ffôn â digidau a bylchau, fel 01632 960001
settings-wrong-address = Ysgrifennwch rhwng un a chwe llinell o hyd at 80 llythyren
settings-wrong-not-written = Mae rhai testunau ar goll yn { $language }. Ysgrifennwch y rheini yn gyntaf: { $field }
settings-wrong-colour = Ysgrifennwch liw fel # a chwe digid neu lythyren o a i f, fel #7a1f3d
settings-wrong-origin = Nid cyfeiriad gwefan ar ei ben ei hun yw “{ $line }”. Ysgrifennwch https:// a’r enw, fel https://www.school.example.org, heb ddim ar ei ôl
settings-wrong-origins-many = { $max ->
    [one] Dim ond 1 wefan all ddangos y panel
   *[other] Dim ond { $max } gwefan all ddangos y panel
}
settings-wrong-twice = Mae “{ $line }” wedi’i restru ddwywaith
settings-wrong-value = Ni ellir defnyddio hwn: { $why }

## Yr enw.
settings-name-lead = Mae ar ben pob tudalen ac ym mhob llythyr.
settings-name-label = Enw’r ysgol
settings-name-hint-cy = Gadewch ef yn wag os un enw sydd gan yr ysgol yn y ddwy iaith.

## Ieithoedd.
settings-languages-lead = Pa ieithoedd mae’r tudalennau’n eu cynnig, a pha un y mae pobl yn ei gweld gyntaf.
settings-languages-question = Ieithoedd
settings-languages-en = Saesneg yn unig
settings-languages-en-cy = Saesneg yn gyntaf, a Chymraeg
settings-languages-cy-en = Cymraeg yn gyntaf, a Saesneg

## Y lliw.
settings-accent-lead = Lliw’r ysgol ei hun, ar gyfer y stribed ar y brig, dolenni a botymau.
settings-accent-label = Lliw
settings-accent-hint = # a chwe digid neu lythyren o a i f, fel y mae dylunwyr yn ei ysgrifennu: #7a1f3d
settings-accent-own = Eich lliw
settings-accent-read = Dolenni a botymau
settings-accent-fine = Mae’n hawdd ei ddarllen ar bob tudalen, felly mae dolenni a botymau yn ei ddefnyddio fel y mae.
settings-accent-corrected = Mae’n rhy olau i’w ddarllen ar dudalen olau. Mae’r stribed ar y brig yn ei ddefnyddio fel y mae, ac mae dolenni a botymau’n defnyddio arlliw tywyllach.
settings-accent-look = Rhagolwg

## Yr arfbais.
settings-crest-lead = Llun mewn SVG, a ddangosir wrth ymyl enw’r ysgol.
settings-crest-label = Y llun, fel testun SVG
settings-crest-hint = Agorwch y ffeil SVG mewn golygydd testun, copïwch y cyfan a’i ludo yma. Dim ond siapiau a lliwiau a ddefnyddir; gwrthodir sgriptiau, lluniau, ffontiau a dolenni.
settings-crest-file = Neu dewiswch y ffeil
settings-crest-file-hint = Ffeil y mae ei henw’n gorffen â .svg. Os dewiswch un, fe’i defnyddir yn lle’r testun uchod.
settings-crest-large = { $max ->
    [one] Mae gan y llun fwy nag 1 beit. Cadwch ef â llai o bwyntiau
   *[other] Mae gan y llun fwy na { $max } beit. Cadwch ef â llai o bwyntiau
}
settings-crest-not-svg = Nid llun SVG yw hwn. Rhaid iddo ddechrau ag elfen svg yng ngofod enwau SVG
settings-crest-no-view-box = Nid oes viewBox gan y llun, felly ni ellir ei ddangos mewn meintiau eraill. Cadwch ef ag un
settings-crest-element = Mae’r llun yn cynnwys “{ $name }”, ond dim ond siapiau a ganiateir. Trowch destun yn llwybrau a thynnwch luniau allan
settings-crest-attribute = Mae’r llun yn cynnwys y briodwedd “{ $name }”, na chaniateir. Cadwch ef fel “plain SVG”, â lliwiau fel priodweddau cyflwyno
settings-crest-elsewhere = Mae’r briodwedd “{ $name }” yn pwyntio y tu allan i’r llun

## Y swyddfa.
settings-office-lead = Mae teuluoedd yn gweld hyn wrth droed pob tudalen.
settings-office-telephone = Ffôn
settings-office-e-mail = Cyfeiriad e-bost
settings-office-e-mail-hint = Blwch post y swyddfa, byth un person.
settings-office-address = Cyfeiriad post
settings-office-address-hint = Un llinell i bob llinell o’r cyfeiriad, chwech ar y mwyaf.

## Mewngofnodi.
settings-sign-in-lead = Gall teuluoedd fewngofnodi bob amser gyda chod drwy e-bost. Gallant hefyd ddefnyddio cod wedi’i argraffu ar lythyr gan yr ysgol, os dymunwch: mae hynny’n helpu teuluoedd heb e-bost.
settings-sign-in-question = A oes cod mewngofnodi ar lythyrau’r ysgol?
settings-sign-in-yes = Oes, mae teuluoedd heb e-bost yn cael llythyr â chod
settings-sign-in-no = Nac oes, e-bost yn unig

## Barn disgyblion.
settings-view-lead = Gall rhieni drosglwyddo barn y disgybl.
settings-view-question = O ba oedran y gofynnir i ddisgyblion?
settings-view-never = Byth
settings-view-nursery = O’r dosbarth meithrin
settings-view-reception = O’r dosbarth derbyn
settings-view-year = O flwyddyn { $year }
settings-view-stage-early-years = O’r blynyddoedd cynnar, yn ôl y cyfnod y dysgir y disgybl ynddo
settings-view-stage = O gyfnod allweddol { $stage }, yn ôl y cyfnod y dysgir y disgybl ynddo
settings-view-hint = Sut i ofyn
settings-view-hint-hint = Brawddeg i rieni am sut i ofyn i’w plentyn. Mae ei hangen oni bai na ofynnir byth i ddisgyblion.
settings-view-hint-missing = Eglurwch sut y dylai rhieni ofyn
settings-view-source = Ble penderfynodd eich ysgol hyn
settings-view-source-hint = Y darn o’ch polisi, neu pryd y penderfynodd y llywodraethwyr.

## Gwefannau.
settings-websites-lead = Gall gwefan yr ysgol ei hun ddangos y panel cymorth. Ni all unrhyw safle arall.
settings-websites-label = Gwefannau
settings-websites-hint = Un i bob llinell: https:// a’r enw, heb ddim ar ei ôl, fel https://www.school.example.org
settings-websites-none = Dim
settings-websites-many = { $count ->
    [one] 1 wefan
    [two] 2 wefan
   *[other] { $count } gwefan
}

## Beth a ofynnir i deuluoedd.
settings-purposes-lead = Pob cwestiwn y mae teuluoedd yn ei ateb, a’i sail gyfreithlon.
settings-purposes-count = { $count ->
    [one] 1 cwestiwn
    [two] 2 gwestiwn
    [few] { $count } chwestiwn
    [many] { $count } chwestiwn
   *[other] { $count } cwestiwn
}
settings-purposes-question = Cwestiwn
settings-purposes-basis = Sail gyfreithlon
settings-purposes-version = Fersiwn
settings-basis-consent = Cydsyniad
settings-basis-public-task = Tasg gyhoeddus
settings-basis-legitimate-interests = Buddiannau cyfreithlon
settings-basis-consent-hint = Nid yw’r ysgol yn gwneud dim nes i rywun gytuno (GDPR y DU erthygl 6(1)(a)).
settings-basis-public-task-hint = Dywedir wrth deuluoedd, a gallant wrthwynebu (GDPR y DU erthygl 6(1)(e)).
settings-basis-legitimate-interests-hint = Dywedir wrth deuluoedd, a gallant wrthwynebu (GDPR y DU erthygl 6(1)(f)).
settings-purpose-warning = Os cadwch, gofynnir eto i deuluoedd
settings-purpose-warning-text = { $count ->
    [one] Mae newid yn gwneud fersiwn { $version } o’r cwestiwn hwn. Gofynnir eto i deulu’r 1 disgybl ar y gofrestr, ac mae’r hyn a ddywedwyd wrth fersiwn gynharach yn peidio â chyfrif tan hynny.
   *[other] Mae newid yn gwneud fersiwn { $version } o’r cwestiwn hwn. Gofynnir eto i deuluoedd y { $count } disgybl ar y gofrestr, ac mae’r hyn a ddywedasant wrth fersiwn gynharach yn peidio â chyfrif tan hynny.
}
settings-purpose-heading = Am beth mae’r cwestiwn
settings-purpose-what = Beth a dynnir neu a ddangosir
settings-purpose-why = Pam
settings-purpose-where = Ble mae’n ymddangos
settings-purpose-how-long = Am ba hyd
settings-purpose-again = Gofyn eto
settings-purpose-again-yes = Rwy’n deall y gofynnir eto i deuluoedd
settings-purpose-again-missing = Ticiwch hwn, rhag gofyn eto i neb drwy gamgymeriad
settings-purpose-save = Cadw a gofyn eto
settings-purposes-state = Gofynnir nawr
settings-purpose-asked = Gofynnir
settings-purpose-paused = Wedi’i oedi
settings-purpose-retired = Wedi’i ddirwyn i ben
settings-purpose-asked-hint = Gofynnir i deuluoedd. Defnyddir atebion cynharach i’r un geiriad.
settings-purpose-paused-hint = Ni ofynnir i neb ac ni thynnir na dangosir dim ar ei gyfer. Cedwir yr atebion, ac fe’u defnyddir eto pan ofynnwch eto.
settings-purpose-retired-hint = Am byth. Mae’r atebion yn aros yn hanes pob disgybl, ac ni ellir gofyn y cwestiwn eto.
settings-purpose-is-paused = Mae’r cwestiwn hwn wedi’i oedi
settings-purpose-is-paused-text = Ni ofynnir i deuluoedd. I newid ei eiriad, gofynnwch ef eto yn gyntaf.
settings-purpose-is-retired = Mae’r cwestiwn hwn wedi’i ddirwyn i ben
settings-purpose-is-retired-text = Ni ofynnir ef i deuluoedd byth eto. Ychwanegwch gwestiwn newydd os oes angen un tebyg arnoch.
settings-purpose-state-lead = Oedwch gwestiwn nad oes ei angen ar yr ysgol am y tro, neu ei ddirwyn i ben am byth.
settings-purpose-state-question = A ddylid gofyn hwn i deuluoedd?
settings-purpose-sure = Ei ddirwyn i ben
settings-purpose-sure-yes = Rwy’n deall na ellir gofyn cwestiwn sydd wedi’i ddirwyn i ben eto
settings-purpose-sure-missing = Ticiwch hwn, fel nad oes dim yn cael ei ddirwyn i ben ar gam
settings-purpose-last = Rhaid gofyn o leiaf un cwestiwn
settings-saved-purpose-state = Bydd teuluoedd yn gweld y newid y tro nesaf y byddant yn mewngofnodi. Nid yw taflenni a argraffwyd cynt yn gyfredol.
settings-purpose-add = Ychwanegu cwestiwn
settings-purpose-add-lead = Cwestiwn sy’n eiddo i’ch ysgol chi, fel ffordd newydd o rannu lluniau. Dim ond y cwestiwn hwn a ofynnir i deuluoedd; cedwir yr hyn a atebwyd ganddynt o’r blaen.
settings-purpose-add-warning = Gofynnir i deuluoedd pan fyddwch yn cadw
settings-purpose-add-warning-text = { $count ->
    [one] Gofynnir y cwestiwn hwn i deulu’r 1 disgybl ar y gofrestr y tro nesaf y byddant yn mewngofnodi. Nes iddynt ateb, na yw’r ateb.
   *[other] Gofynnir y cwestiwn hwn i deuluoedd y { $count } disgybl ar y gofrestr y tro nesaf y byddant yn mewngofnodi. Nes iddynt ateb, na yw’r ateb.
}
settings-purpose-add-save = Cadw a gofyn i deuluoedd
settings-saved-purpose-added = Gofynnir y cwestiwn hwn i deuluoedd y tro nesaf y byddant yn mewngofnodi, a dim ond hwn os ydynt wedi ateb y lleill.
settings-purpose-subject = Beth mae’n ei ddangos?
settings-subject-group-picture = Grwpiau, lle nad oes un disgybl yn sefyll allan
settings-subject-single-picture = Un disgybl y gellir ei adnabod
settings-subject-work = Gwaith disgybl
settings-subject-recording = Recordiadau ffilm neu sain
settings-purpose-source = Ble mae eich polisi’n dweud hynny
settings-purpose-source-hint = Er enghraifft: Polisi diogelwch ar-lein, adran 6

## Cysylltiadau'r ardal.
settings-area-lead = Mae tudalennau cymorth yn rhestru’r rhain wrth ymyl y gwasanaethau cenedlaethol. Gadewch allan unrhyw rai nad oes gan eich ardal.
settings-area-count = { $count ->
    [one] 1 math o gyswllt
   *[other] { $count } math o gyswllt
}
settings-area-kind = Cyswllt
settings-area-checked = Gwiriwyd ddiwethaf
settings-area-none = Heb ei nodi
settings-area-social-care = Gofal cymdeithasol plant
settings-area-lado = Swyddog dynodedig ar gyfer honiadau (LADO)
settings-area-prevent = Tîm Prevent
settings-area-online-safety = Cynghorydd diogelwch ar-lein
settings-authority-lead = Y cyngor neu’r ymddiriedolaeth sy’n gwasanaethu eich ardal.
settings-authority-label = Enw’r awdurdod
settings-contact-lead = Copïwch ef o dudalen yr awdurdod ei hun. Cadwch eto bryd bynnag y byddwch wedi’i wirio yn erbyn y dudalen honno.
settings-contact-name = Beth yw ei enw
settings-contact-phone = Ffôn, yn ystod y dydd
settings-contact-hours = Oriau ar ddyddiau’r wythnos
settings-contact-hours-hint = O ac i, fel 09:00-17:00. Rydyn ni’n ei ddangos fel ar gau ar wyliau banc.
settings-contact-night = Ffôn ar bob adeg arall
settings-contact-night-hint = Rhif y tîm dyletswydd brys, os oes un.
settings-contact-always = Ffôn, ddydd a nos
settings-contact-e-mail = Cyfeiriad e-bost
settings-contact-web = Tudalen we â ffurflen
settings-contact-web-hint = Ei chyfeiriad, yn dechrau â https://
settings-contact-public = Pwy gaiff gysylltu ag ef?
settings-contact-public-yes = Unrhyw un, gan gynnwys rhieni
settings-contact-public-no = Staff yn unig; dylai eraill gysylltu â’r ysgol
settings-contact-source = Y dudalen y darllenoch ef arni
settings-contact-source-hint = Heb https:// o’i blaen, fel council.example.org/children
settings-contact-today = Mae cadw yn nodi i chi ei wirio heddiw.
settings-contact-kept = Cedwir fel y mae, gan nad oes maes ar y dudalen hon: { $ways }
settings-contact-no-way = Rhowch o leiaf un rhif neu gyfeiriad
settings-contact-hours-missing = Ysgrifennwch oriau’r rhif yn ystod y dydd, fel 09:00-17:00
settings-contact-number = Ysgrifennwch rif ffôn yn y DU, fel 01632 960001
settings-contact-e-mail-wrong = Ysgrifennwch gyfeiriad e-bost mewn llythrennau bach
settings-contact-web-wrong = Ysgrifennwch gyfeiriad sy’n dechrau â https://
settings-contact-remove = Dileu
settings-contact-save = Cadw, wedi’i wirio heddiw

## Llythyrau.
settings-letters-lead = Anfonir codau mewngofnodi a derbynebau drwy e-bost.
settings-letters-outbox = Arddangosiad yw hwn: mae e-byst yn aros yn ei flwch allan ac nid oes neb yn eu cael.
settings-letters-webhook = Pwy bynnag sy’n rhedeg y system hon sy’n anfon eich e-byst. Does dim i’w sefydlu yma.
settings-letters-notify = Anfonir e-byst gan GOV.UK Notify, sydd am ddim i ysgolion. Mae gan bob ysgol ei gwasanaeth ei hun yno.
settings-letters-steps-1 = Agorwch wasanaeth i’ch ysgol yn notifications.service.gov.uk.
settings-letters-steps-2 = Gwnewch dempled e-bost yno â ((subject)) yn bwnc a ((body)) yn neges. Copïwch ID y templed.
settings-letters-steps-3 = Gwnewch allwedd API fyw yno, a’i gludo isod.
settings-letters-present = Mae gan yr ysgol gyfrif, â’r templed { $template }. Cedwir yr allwedd wedi’i hamgryptio ac ni ddangosir hi byth.
settings-letters-absent = Nid oes gan yr ysgol gyfrif eto, felly ni ellir anfon cod mewngofnodi at neb.
settings-letters-key = Allwedd API
settings-letters-key-hint = Hir: enw a dau grŵp o lythrennau a digidau â chysylltnodau. Gludwch y cyfan.
settings-letters-key-wrong = Nid allwedd API gyfan yw hon. Copïwch y cyfan o GOV.UK Notify
settings-letters-template = ID y templed
settings-letters-template-hint = Llythrennau a digidau â chysylltnodau, fel f33517ff-2a88-4f6e-b855-c550268ce08a
settings-letters-template-wrong = Nid ID templed yw hwn. Copïwch ef o GOV.UK Notify
settings-letters-save = Cadw’r cyfrif
settings-letters-saved = Mae’r cyfrif wedi’i gadw
settings-letters-saved-text = Nawr anfonwch e-bost prawf atoch eich hun, i weld ei fod yn gweithio.
settings-letters-test = Anfonwch e-bost prawf ataf
settings-letters-test-about = Mae’n mynd i’ch cyfeiriad e-bost eich hun.
settings-letters-sent = Rydym wedi anfon e-bost prawf atoch
settings-letters-sent-text = Dylai gyrraedd o fewn munudau. Os na, edrychwch yn y rhestr o e-byst a anfonwyd yn GOV.UK Notify.
settings-letters-waiting = Nid yw’r e-bost prawf wedi mynd eto
settings-letters-waiting-text = Rydym yn dal i geisio. Os na ddaw o fewn awr, gwiriwch yr allwedd a’r templed yn GOV.UK Notify.
settings-letters-failed = Ni ellid anfon yr e-bost prawf
settings-letters-failed-text = Rheswm: { $why }. Gwiriwch yr allwedd a’r templed yn GOV.UK Notify, a rhowch gynnig arall arni.

## Tocynnau.
settings-tokens-lead = Mae angen tocyn ar raglen sy’n anfon rhestrau o ddisgyblion, neu’n gwirio testunau cyn eu cyhoeddi. Rhowch ei thocyn ei hun i bob rhaglen, fel y gallwch ddiddymu un heb y lleill.
settings-tokens-count = { $count ->
    [one] 1 tocyn
    [two] 2 docyn
    [few] { $count } thocyn
    [many] { $count } thocyn
   *[other] { $count } tocyn
}
settings-tokens-none = Dim tocynnau
settings-tokens-none-text = Crëwch un isod pan fydd angen i un o raglenni’r ysgol anfon rhestrau.
settings-tokens-label = Ar gyfer beth mae’r tocyn
settings-tokens-label-hint = Megis: ein system gwybodaeth reoli
settings-tokens-made = Crëwyd
settings-tokens-end = Diddymu
settings-tokens-end-name = Diddymu’r tocyn ar gyfer { $label }
settings-tokens-make-title = Creu tocyn
settings-tokens-make = Creu’r tocyn
settings-tokens-new = Mae’r tocyn yn barod
settings-tokens-new-text = Copïwch ef i’r rhaglen nawr. Nid ydym yn ei gadw, a dim ond unwaith rydym yn ei ddangos.
settings-tokens-new-again = Crëwyd y tocyn hwn o’r blaen, ac nid ydym yn ei ddangos ddwywaith. Os yw ar goll, diddymwch ef a chrëwch un arall.
settings-tokens-ended = Mae’r tocyn wedi’i ddiddymu
settings-tokens-ended-text = Ni all y rhaglen a oedd yn ei ddefnyddio ddod i mewn mwyach.
settings-tokens-back = Pob tocyn

## Dewis proffil arall.
settings-template-lead = Proffil yw man cychwyn eich ysgol: beth rydych yn ei ofyn i deuluoedd, y sail gyfreithlon, a sut. Nid yw eich enw, lliwiau na chysylltiadau yn newid.
settings-template-question = Pa broffil sy’n gweddu i’ch ysgol?
settings-template-now = Dyma’r proffil nawr.
settings-template-about = { $count ->
    [one] Yn gofyn 1 cwestiwn. Yn dilyn polisi { $policy }.
   *[other] Yn gofyn { $count } cwestiwn. Yn dilyn polisi { $policy }.
}
settings-template-too-late = Ni ellir newid y proffil mwyach
settings-template-too-late-text = Mae teulu wedi ateb eisoes. Gellir newid cwestiynau fesul un o hyd.
settings-template-save = Defnyddio’r proffil hwn

## Y rhestr wirio.
set-up-title = Sefydlu eich ysgol
set-up-lead = Beth sydd wedi’i wneud, a beth sydd ar goll cyn i chi ofyn i deuluoedd.
set-up-progress = { $done } o { $all } wedi’u gwneud
set-up-ready = Mae popeth wedi’i wneud
set-up-ready-text = Gallwch ofyn i deuluoedd nawr. Rhowch gyfeiriad tudalen gyntaf yr ysgol iddynt.
set-up-name-why = Mae ar ben pob tudalen ac ym mhob llythyr.
set-up-template = Beth a ofynnir i deuluoedd
set-up-template-why = Dechreuwch o’r proffil sy’n gweddu i’ch ysgol a’ch polisi. Ni ellir ei newid ar ôl i deulu ateb.
set-up-crest-why = Defnyddiwch eich arfbais eich hun yn lle ein henghraifft ni, fel y gall teuluoedd weld tudalennau pwy yw’r rhain.
set-up-office-why = Mae teuluoedd yn ffonio neu’n ysgrifennu yma pan fo rhywbeth yn aneglur. Enghraifft yn unig yw ein un ni.
set-up-office-missing = Enghraifft yw’r rhif ffôn, y cyfeiriad e-bost neu’r cyfeiriad post o hyd.
set-up-administrator = Ail weinyddwr
set-up-administrator-why = Os collwch eich ffôn, rhaid i rywun arall allu eich gadael yn ôl i mewn.
set-up-administrator-now = { $count ->
    [one] Mae 1 gweinyddwr wedi sefydlu ei gyfrif.
   *[other] Mae { $count } gweinyddwr wedi sefydlu eu cyfrifon.
}
set-up-lead-person = Arweinydd diogelu
set-up-lead-person-why = Dim ond nhw a all osod y faner peidio â thynnu llun.
set-up-staff = Y rhestr o staff
set-up-staff-why = Mae athrawon yn gweld taflenni caniatâd a’r swyddfa’n nodi ffurflenni papur: mae angen ei gyfrif ei hun ar bob person.
set-up-staff-now = { $count ->
    [one] Mae gan 1 person gyfrif.
   *[other] Mae gan { $count } o bobl gyfrif.
}
set-up-pupils = Y rhestr o ddisgyblion
set-up-pupils-why = Gofynnir i deuluoedd am y disgyblion ar y rhestr hon.
set-up-pupils-now = { $count ->
    [one] Mae 1 disgybl ar y gofrestr.
   *[other] Mae { $count } disgybl ar y gofrestr.
}
set-up-contacts = Y rhestr o rieni a gofalwyr
set-up-contacts-why = Gall unrhyw un arni â chyfrifoldeb rhiant fewngofnodi ac ateb.
set-up-contacts-now = { $without ->
    [0] Mae gan bob disgybl rywun a all benderfynu.
    [one] Nid oes gan 1 disgybl neb a all benderfynu.
   *[other] Nid oes gan { $without } disgybl neb a all benderfynu.
}
set-up-letters-why = Hebddo ni allwn anfon cod mewngofnodi at neb.
set-up-area-why = Mae tudalennau cymorth yn dweud wrth bobl â phwy i gysylltu yn eich ardal. Enghreifftiau yn unig yw ein rhai ni.
set-up-websites-why = Fel y gall gwefan yr ysgol ei hun ddangos y panel cymorth. Enghraifft yn unig yw ein un ni.
set-up-example = Ein henghraifft ni yw hyn o hyd.

## Beth gaiff ei gyhoeddi.
settings-checker-lead = Mae’r gwiriwr cyhoeddi yn caniatáu’r rhain. Mae’n gofyn am unrhyw beth arall sy’n enwi person neu’n dweud sut i gysylltu â nhw.
settings-checker-names = Pobl y gellir cyhoeddi eu henwau llawn
settings-checker-names-hint = Un i bob llinell: y pennaeth, llywodraethwyr, a staff y mae’r gyfraith yn gofyn am eu henwau.
settings-checker-mailboxes = Blychau post sy’n perthyn i rôl
settings-checker-mailboxes-hint = Un i bob llinell, yr hyn sydd cyn yr @: admissions. Nid oes angen rhestru rhai arferol megis office.
settings-checker-e-mails = Cyfeiriadau e-bost eraill y caniateir eu cyhoeddi
settings-checker-e-mails-hint = Un i bob llinell, cyfeiriadau cyfan.
settings-checker-domains = Parthau e-bost yr ysgol ei hun
settings-checker-domains-hint = Un i bob llinell, yr hyn sydd ar ôl yr @: school.example.org
settings-checker-telephones = Rhifau ffôn yn ogystal ag un y swyddfa
settings-checker-telephones-hint = Un i bob llinell.
settings-checker-postcodes = Codau post yn ogystal ag un y swyddfa
settings-checker-postcodes-hint = Un i bob llinell.
settings-checker-hosts = Gwefannau’r ysgol
settings-checker-hosts-hint = Un i bob llinell, heb https://: www.school.example.org
settings-checker-first-names = A ellir cyhoeddi enw cyntaf wrth ymyl llun?
settings-checker-first-names-yes = Caiff, enw cyntaf ar ei ben ei hun
settings-checker-first-names-no = Dim enw o gwbl
settings-crest-now = { $bytes ->
    [one] Llun o 1 beit
   *[other] Llun o { $bytes } beit
}
settings-letters-why-busy = mae GOV.UK Notify yn brysur
settings-letters-why-silent = ni atebodd GOV.UK Notify
settings-letters-why-refused = nid yw GOV.UK Notify yn derbyn yr allwedd a’r templed hyn
settings-letters-why-absent = nid oes cyfrif eto
settings-letters-why-address = ni ellir anfon dim i’ch cyfeiriad

## Yr arweinydd diogelu, preifatrwydd a hygyrchedd.
settings-topic-safeguarding-lead = Arweinydd diogelu ar dudalennau cymorth
settings-topic-privacy = Hysbysiad preifatrwydd
settings-topic-accessibility = Datganiad hygyrchedd
settings-safeguarding-lead-lead = Mae tudalennau cymorth a’r panel cymorth yn enwi’r person hwn, fel bod plant a rhieni’n gwybod â phwy i siarad yn yr ysgol.
settings-safeguarding-lead-name = Enw
settings-safeguarding-lead-name-hint = Fel y mae plant yn eu hadnabod, megis Mrs Quill.
settings-privacy-lead = Mae pob tudalen o’r ysgol yn cysylltu â’i hysbysiad preifatrwydd. Dywedwch wrth deuluoedd i bwy i ofyn, ac am ba hyd rydych yn cadw cofnodion.
settings-privacy-officer = Swyddog diogelu data
settings-privacy-officer-hint = Enw, neu’r cwmni sy’n gwneud hyn i chi.
settings-privacy-how-long = Am ba hyd rydych yn cadw cofnodion
settings-privacy-how-long-hint = Mewn blynyddoedd, fel y dywed eich amserlen gadw. Nes i chi lenwi’r rhain, mae’r hysbysiad yn dweud wrth deuluoedd am ofyn i’r swyddfa.
settings-privacy-details-years = Manylion disgyblion a theuluoedd, mewn blynyddoedd ar ôl i’r disgybl adael
settings-privacy-answers-years = Atebion a derbynebau, mewn blynyddoedd ar ôl i’r disgybl adael
settings-privacy-audit-years = Y cofnod o’r hyn a wnaeth staff, mewn blynyddoedd
settings-privacy-years-wrong = Ysgrifennwch nifer o flynyddoedd o 0 i 50
settings-privacy-full-notice = Eich hysbysiad preifatrwydd llawn ar wefan yr ysgol
settings-accessibility-lead = Mae pob tudalen o’r ysgol yn cysylltu â’i datganiad hygyrchedd. Dywedwch beth y gwyddoch nad yw’n gweithio i bawb.
settings-accessibility-limits = Beth nad yw’n gweithio i bawb
settings-accessibility-hint = Er enghraifft: nid yw ein ffurflenni papur mewn print bras eto. Gadewch ef yn wag os na wyddoch am ddim.
settings-accessibility-today = Mae cadw yn nodi i chi adolygu’r datganiad heddiw.
settings-accessibility-reviewed = Adolygwyd ar { $date }
set-up-safeguarding-lead-why = Mae tudalennau cymorth yn enwi’r person yn eich ysgol y gall plant a rhieni siarad â nhw.
set-up-privacy-why = Mae’r gyfraith yn dweud bod rhaid i deuluoedd gael gwybod i bwy i ofyn am eu data ac am ba hyd rydych yn ei gadw.
set-up-privacy-missing = Ar goll: i bwy i ofyn, neu am ba hyd rydych yn cadw cofnodion.
set-up-accessibility-why = Mae’r gyfraith yn dweud bod angen datganiad hygyrchedd y mae’r ysgol wedi’i adolygu ar wefan gyhoeddus.
set-up-not-entered = Heb ei nodi eto.
