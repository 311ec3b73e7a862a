### Staff: mewngofnodi, sefydlu cyfrif, eich cyfrif eich hun, cyfrifon pobl eraill.

## The first page.
office-home-title = I staff
office-home-lead = Braf eich gweld, { $name }. Dyma beth y gallwch ei wneud.
office-home-staff = Cyfrifon staff
office-home-staff-about = Gwahodd pobl, dweud beth y caiff pob un ei wneud, helpu rhywun nad yw’n gallu mewngofnodi.
office-home-account = Eich cyfrif
office-home-account-about = Ble’r ydych wedi mewngofnodi, eich cyfrinymadrodd, eich codau adfer.
office-home-few-codes = { $left ->
    [zero] Does gennych chi ddim codau adfer ar ôl.
    [one] Mae gennych chi 1 cod adfer ar ôl.
    [two] Mae gennych chi 2 god adfer ar ôl.
    [few] Mae gennych chi { $left } chod adfer ar ôl.
    [many] Mae gennych chi { $left } chod adfer ar ôl.
   *[other] Mae gennych chi { $left } cod adfer ar ôl.
}
office-home-few-codes-text = Gwnewch rai newydd tra bo’ch ffôn gennych, fel na fydd ei golli yn eich cloi allan.

## Signing in.
staff-sign-in-title = Mewngofnodi fel staff
staff-sign-in-lead = I athrawon, y swyddfa, llywodraethwyr a phawb arall sy’n gweithio i’r ysgol.
staff-sign-in-email = Cyfeiriad e-bost
staff-sign-in-email-hint = Yr un sydd gan yr ysgol ar eich cyfer.
staff-sign-in-passphrase = Cyfrinymadrodd
staff-sign-in-continue = Parhau
staff-sign-in-wrong = Nid yw’r cyfeiriad e-bost neu’r cyfrinymadrodd yn gywir. Gwiriwch y ddau, a rhowch gynnig arall arni.
staff-sign-in-email-missing = Teipiwch eich cyfeiriad e-bost
staff-sign-in-email-wrong = Teipiwch y cyfeiriad e-bost cyfan, fel enw@ysgol.sch.uk
staff-sign-in-passphrase-missing = Teipiwch eich cyfrinymadrodd
staff-sign-in-first-time = Oes gennych chi wahoddiad?
staff-sign-in-first-time-text = Bydd pwy bynnag sy’n gofalu am gyfrifon yn eich ysgol yn anfon cod atoch. Gyda hwnnw byddwch yn sefydlu eich cyfrif, mewn pum munud.
staff-sign-in-first-time-link = Sefydlu eich cyfrif
staff-sign-in-forgotten = Trafferth mewngofnodi?
staff-sign-in-forgotten-passphrase = Os ydych wedi anghofio eich cyfrinymadrodd, gofynnwch i bwy bynnag sy’n gofalu am gyfrifon yn eich ysgol. Byddant yn anfon gwahoddiad newydd atoch.
staff-sign-in-forgotten-phone = Os nad yw eich ffôn gennych, gallwch ddefnyddio un o’ch codau adfer ar ôl y cyfrinymadrodd.
staff-sign-in-is-parent = Ydych chi’n rhiant neu’n ofalwr?
staff-sign-in-is-parent-link = Mewngofnodi i ganiatâd lluniau eich plant

## The second step.
staff-code-title = Teipiwch y cod o’ch ap
staff-code-lead = Agorwch yr ap dilysu ar eich ffôn a theipiwch y chwe digid mae’n eu dangos ar gyfer { $school }.
staff-code-label = Cod chwe digid
staff-code-hint = Mae’n newid bob hanner munud.
staff-code-continue = Mewngofnodi
staff-code-missing = Teipiwch y chwe digid mae eich ap yn eu dangos
staff-code-not-six = Mae gan y cod chwe digid. Teipiwch yr un mae eich ap yn ei ddangos nawr
staff-code-wrong = Nid dyma’r cod mae eich ap yn ei ddangos nawr. Arhoswch am yr un nesaf a’i deipio. Os nad yw hynny’n helpu, gwiriwch fod cloc eich ffôn yn gywir.
staff-code-used = Mae’r cod hwn wedi’i ddefnyddio’n barod. Arhoswch am yr un nesaf a’i deipio
staff-code-recovery-title = Dim ffôn gyda chi?
staff-code-recovery-text = Defnyddiwch un o’r codau adfer a gawsoch pan sefydloch chi’ch cyfrif. Mae pob un yn gweithio unwaith. Os yw’ch ffôn ar goll am byth, gofynnwch i bwy bynnag sy’n gofalu am gyfrifon yn eich ysgol ailosod eich cyfrif.
staff-code-recovery-label = Cod adfer
staff-code-recovery-hint = Un ar bymtheg o lythrennau a digidau. Nid yw priflythrennau a chysylltnodau’n gwneud gwahaniaeth.
staff-code-recovery-continue = Mewngofnodi gyda’r cod hwn
staff-code-recovery-missing = Teipiwch un o’ch codau adfer
staff-code-recovery-wrong = Nid yw hwn yn un o’ch codau adfer, neu cafodd ei ddefnyddio o’r blaen. Gwiriwch ef, neu rhowch gynnig ar un arall
staff-code-over = Cymerodd hynny ormod o amser
staff-code-over-text = Er eich diogelwch rydym yn aros deng munud am y cod. Dechreuwch eto gyda’ch cyfrinymadrodd.
staff-code-start-again = Dechrau eto

## Signed out.
staff-signed-out-title = Rydych wedi allgofnodi
staff-signed-out-text = Mae popeth a gadwoch chi yn ddiogel. Ar gyfrifiadur mae eraill yn ei ddefnyddio, caewch y porwr hefyd.
staff-signed-out-again = Mewngofnodi eto

## Setting an account up.
staff-invitation-title = Sefydlu eich cyfrif
staff-invitation-lead = Bydd angen y gwahoddiad gan eich ysgol arnoch, a ffôn ag ap dilysu. Mae’n cymryd tua phum munud.
staff-invitation-email-hint = Yr un yr anfonwyd eich gwahoddiad iddo, neu sydd wedi’i argraffu arno.
staff-invitation-code = Cod y gwahoddiad
staff-invitation-code-hint = Un ar bymtheg o lythrennau a digidau. Nid yw priflythrennau a chysylltnodau’n gwneud gwahaniaeth.
staff-invitation-code-missing = Teipiwch god eich gwahoddiad
staff-invitation-wrong = Nid yw’r cyfeiriad e-bost a’r cod yn perthyn i’w gilydd, neu nid yw’r gwahoddiad yn ddilys mwyach. Gwiriwch y ddau, neu gofynnwch i bwy bynnag sy’n gofalu am gyfrifon yn eich ysgol am wahoddiad newydd.
staff-invitation-apps-title = Pa ap sydd ei angen arnaf?
staff-invitation-apps-text = Unrhyw ap sy’n gwneud codau untro: Microsoft Authenticator, Google Authenticator, 2FAS, Aegis, neu gyfrineiriau iPhone. Maent am ddim, ac nid oes angen cysylltiad arnynt.
staff-invitation-over = Dechreuwch eto
staff-invitation-over-text = Gadawyd y gwaith sefydlu am ormod o amser, neu cafodd y gwahoddiad ei ddefnyddio neu ei ddisodli yn y cyfamser. Ni newidiwyd dim. Teipiwch god eich gwahoddiad unwaith eto; os nad yw’n ddilys mwyach, gofynnwch am un newydd.
staff-passphrase-title = Dewiswch gyfrinymadrodd
staff-passphrase-lead = O leiaf 12 nod. Mae pedwar gair na fyddai neb ond chi yn eu rhoi gyda’i gilydd yn haws eu cofio nag un gair llawn arwyddion, ac yn anoddach eu dyfalu.
staff-passphrase-label = Cyfrinymadrodd
staff-passphrase-again = Yr un peth eto
staff-passphrase-hint = Ni all neb ei ddarllen, yn yr ysgol nac yma. Ni ofynnir i chi ei newid.
staff-passphrase-continue = Parhau
staff-passphrase-missing = Dewiswch gyfrinymadrodd
staff-passphrase-too-short = Gwnewch ef yn hirach: o leiaf 12 nod. Ychwanegwch air neu ddau
staff-passphrase-too-long = Gwnewch ef yn fyrrach: 200 nod ar y mwyaf
staff-passphrase-common = Mae llawer o bobl yn dewis hwn, felly mae ymhlith y pethau cyntaf y bydd dieithryn yn rhoi cynnig arnynt. Rhowch eiriau gyda’i gilydd na fyddai neb arall yn eu dewis
staff-passphrase-about-you = Mae hwn wedi’i wneud o’ch enw, eich cyfeiriad neu enw’r ysgol, y mae dieithriaid yn eu gwybod. Ychwanegwch eiriau sydd heb ddim i’w wneud â nhw
staff-passphrase-again-missing = Teipiwch y cyfrinymadrodd yr ail waith
staff-passphrase-not-same = Nid yw’r ddau yr un peth. Teipiwch y ddau eto
staff-app-title = Cysylltu eich ffôn
staff-app-lead = Agorwch eich ap dilysu, dewiswch “ychwanegu” a phwyntiwch y camera at y llun hwn.
staff-app-picture = Llun ar gyfer eich ap dilysu. Mae’r un peth oddi tano fel testun.
staff-app-no-camera = Y camera ddim yn gweithio? Teipiwch hyn i’r ap yn lle hynny:
staff-app-secret = Y gyfrinach i’w theipio i’r ap
staff-app-confirm = Yna teipiwch y chwe digid mae’r ap yn eu dangos
staff-app-continue = Gorffen
staff-app-keep = Peidiwch â dangos y llun hwn i neb. Ar ôl y cam hwn ni chaiff ei ddangos eto.

## Recovery codes.
staff-recovery-title = Eich codau adfer
staff-recovery-done-title = Mae eich cyfrif yn barod
staff-recovery-done-lead = Rydych wedi mewngofnodi. Mae un peth ar ôl: cadwch y codau hyn.
staff-recovery-lead = Os collwch eich ffôn, mae pob un o’r rhain yn eich mewngofnodi unwaith yn ei le. Dim ond y tro hwn y cânt eu dangos.
staff-recovery-keep = Argraffwch y dudalen hon neu ysgrifennwch nhw, a’u cadw lle rydych yn cadw papurau pwysig eraill: nid gyda’ch ffôn.
staff-recovery-list = Codau adfer
staff-recovery-earlier = Nid yw’r codau a gawsoch o’r blaen yn gweithio mwyach.
staff-recovery-kept = Rwyf wedi’u cadw
staff-recovery-left = { $left ->
    [0] Does gennych chi ddim codau adfer ar ôl.
    [one] Mae gennych chi 1 cod adfer ar ôl.
    [two] Mae gennych chi 2 god adfer ar ôl.
    [few] Mae gennych chi { $left } chod adfer ar ôl.
    [many] Mae gennych chi { $left } chod adfer ar ôl.
   *[other] Mae gennych chi { $left } cod adfer ar ôl.
}
staff-recovery-not-again = Dangosir codau unwaith, pan gânt eu gwneud. Os ydych wedi colli’ch rhai chi, gwnewch rai newydd; bydd yr hen rai’n peidio â gweithio.
staff-recovery-passphrase-hint = Fel na fydd neb arall yn eu gwneud tra byddwch i ffwrdd o’ch desg.
staff-recovery-make = Gwneud codau newydd

## One's own account.
staff-account-title = Eich cyfrif
staff-account-name = Enw
staff-account-email = Rydych yn mewngofnodi gyda
staff-account-roles = Beth y cewch ei wneud
staff-account-change-them = Os oes rhywbeth o’i le yma, dywedwch wrth bwy bynnag sy’n gofalu am gyfrifon yn eich ysgol.
staff-account-passphrase = Newid eich cyfrinymadrodd
staff-account-passphrase-text = Bydd angen yr un presennol arnoch. Byddwch yn cael eich allgofnodi ym mhobman arall wedyn.
staff-account-recovery = Codau adfer
staff-account-sessions = Ble’r ydych wedi mewngofnodi
staff-account-sessions-count = { $count ->
    [zero] Heb fewngofnodi mewn unrhyw borwr
    [one] Wedi mewngofnodi mewn 1 porwr
    [two] Wedi mewngofnodi mewn 2 borwr
    [few] Wedi mewngofnodi mewn { $count } phorwr
    [many] Wedi mewngofnodi mewn { $count } phorwr
   *[other] Wedi mewngofnodi mewn { $count } porwr
}
staff-account-sessions-text = Bydd porwr sy’n cael ei adael am hanner awr yn eich allgofnodi ohono’i hun, a phob un ar ôl deuddeg awr.
staff-account-session-here = y porwr hwn
staff-account-session-end = Allgofnodi yno
staff-account-session-end-others = Allgofnodi ym mhobman arall
staff-account-session-browser = Porwr
staff-account-session-began = Mewngofnodwyd
staff-account-session-action = Gorffen
staff-account-sessions-ended = Wedi allgofnodi yno. Ni all y porwr hwnnw agor dim mwyach.
staff-account-passphrase-now = Eich cyfrinymadrodd nawr
staff-account-passphrase-now-wrong = Nid dyma’ch cyfrinymadrodd. Teipiwch ef eto
staff-account-passphrase-new = Cyfrinymadrodd newydd
staff-account-passphrase-save = Ei newid
staff-account-passphrase-changed = Mae eich cyfrinymadrodd wedi’i newid. Rydych wedi’ch allgofnodi ym mhobman arall.

## Browsers and what they run on. $browser and $system are names.
staff-browser-on = { $browser } ar { $system }
staff-browser-other = Porwr arall
staff-system-other = math arall o ddyfais
staff-system-ios = iPhone neu iPad

## Roles.
role-office = Swyddfa’r ysgol
role-office-about = Rhestrau o ddisgyblion a theuluoedd, ffurflenni papur, argraffu.
role-editor = Golygydd
role-editor-about = Yn ysgrifennu ar gyfer y wefan a chylchlythyrau, ac yn gweld taflenni caniatâd.
role-teacher = Athro neu athrawes
role-teacher-about = Yn gweld taflen ganiatâd dosbarth.
role-co-ordinator = Cydlynydd diogelwch ar-lein
role-co-ordinator-about = Yn gofalu am ddiogelwch ar-lein, ac yn gweld taflenni caniatâd.
role-safeguarding-lead = Arweinydd diogelu
role-safeguarding-lead-about = Yn penderfynu pwy na ddylid tynnu eu llun, ac yn derbyn pryderon.
role-head = Pennaeth
role-head-about = Yn gweld popeth am ganiatâd, ac yn cael allforio neu ddileu cofnod.
role-chair = Cadeirydd y llywodraethwyr
role-chair-about = Yn gweld ffigurau, ac yn derbyn pryderon am y pennaeth.
role-governor = Llywodraethwr
role-governor-about = Yn gweld ffigurau, dim enwau.
role-administrator = Gweinyddwr
role-administrator-about = Yn gofalu am gyfrifon a gosodiadau, ac nid yw’n gweld penderfyniadau.

## Accounts of staff, for administrators.
staff-list-title = Cyfrifon staff
staff-list-count = { $count ->
    [zero] Does gan neb gyfrif
    [one] Mae gan 1 person gyfrif
    [two] Mae gan 2 berson gyfrif
    [few] Mae gan { $count } pherson gyfrif
    [many] Mae gan { $count } pherson gyfrif
   *[other] Mae gan { $count } person gyfrif
}
staff-list-left-count = { $count ->
    [zero] Does neb wedi gadael
    [one] Mae 1 person wedi gadael
    [two] Mae 2 berson wedi gadael
    [few] Mae { $count } pherson wedi gadael
    [many] Mae { $count } pherson wedi gadael
   *[other] Mae { $count } person wedi gadael
}
staff-list-empty = Does gan neb gyfrif eto
staff-list-empty-text = Ychwanegwch bobl fesul un yma, neu dewch â rhestr o’r holl staff i mewn.
staff-list-name = Enw
staff-list-roles = Yn cael gweithredu fel
staff-list-state = Cyfrif
staff-list-add = Ychwanegu person
staff-list-you = chi
staff-list-show-left = Dangos pwy sydd wedi gadael
staff-list-show-present = Dangos pwy sydd yma
staff-state-set-up = Yn barod
staff-state-invited = Wedi’i wahodd, tan { $date }
staff-state-not-invited = Heb ei wahodd eto
staff-state-expired = Mae’r gwahoddiad ar ben
staff-state-left = Wedi gadael
staff-add-title = Ychwanegu person
staff-add-lead = Bydd yn cael gwahoddiad ac yn sefydlu ei gyfrinymadrodd a’i ffôn ei hun. Fyddwch chi byth yn gwybod y naill na’r llall.
staff-add-name = Enw
staff-add-name-hint = Fel y mae cydweithwyr yn ei adnabod. Mae’n ymddangos yn y cofnod o bwy wnaeth beth.
staff-add-name-missing = Teipiwch yr enw
staff-add-name-too-long = Gwnewch yr enw’n fyrrach: 100 nod ar y mwyaf
staff-add-name-bad = Gadewch allan nodau nad ydynt yn rhan o enw
staff-add-email-missing = Teipiwch y cyfeiriad e-bost
staff-add-email-taken = Mae’r cyfeiriad hwn yn perthyn i gyfrif arall yma. Mae angen ei gyfeiriad ei hun ar bob person
staff-add-roles = Beth y caiff ei wneud?
staff-add-roles-hint = Dewiswch bob un sy’n berthnasol.
staff-add-roles-missing = Dewiswch o leiaf un
staff-add-send = Sut bydd y gwahoddiad yn ei gyrraedd?
staff-add-send-email = Drwy e-bost, nawr
staff-add-send-email-about = Dim ond os nad oes neb arall yn darllen ei bost.
staff-add-send-hand = Byddaf yn ei roi fy hun
staff-add-send-hand-about = Gallwch argraffu’r dudalen nesaf.
staff-add-send-missing = Dewiswch sut bydd yn ei gyrraedd
staff-add-save = Ychwanegu a gwahodd
staff-person-roles-title = Beth y caiff { $name } ei wneud
staff-person-roles-save = Cadw
staff-person-roles-saved = Wedi’i gadw. Mae’n cyfrif o’i glic nesaf.
staff-person-last-administrator = Rhaid i rywun ofalu am gyfrifon. Rhowch rôl y gweinyddwr i berson arall yn gyntaf, ac arhoswch nes iddo sefydlu ei gyfrif.
staff-person-invite-title = Gwahoddiad
staff-person-invite = Gwneud gwahoddiad newydd
staff-person-invite-text = Ni fydd yr un sydd ganddo, os oes un, yn gweithio wedyn. Mae’n ddilys am 14 diwrnod ac ar gyfer un defnydd.
staff-person-reset = Methu mewngofnodi
staff-person-reset-text = Os collwyd y cyfrinymadrodd neu’r ffôn, ailosodwch y cyfrif. Bydd { $name } wedyn yn ei sefydlu eto gyda gwahoddiad newydd.
staff-person-reset-yourself = Ni allwch ailosod eich cyfrif eich hun. Gofynnwch i weinyddwr arall, neu fewngofnodi gyda chod adfer.
staff-person-leave = Wedi gadael
staff-person-leave-text = Cau’r cyfrif. Mae’r hyn a wnaeth yn aros yn y cofnod.
staff-person-has-left = Mae { $name } wedi gadael. Nid yw’r cyfrif yn agor dim. I’w adael i mewn eto, ychwanegwch ef fel person unwaith eto.
staff-person-sessions = Ble mae { $name } wedi mewngofnodi
staff-person-no-sessions = Heb fewngofnodi yn unman
staff-person-no-sessions-text = Pan fydd { $name } yn mewngofnodi, bydd y porwr a’r amser yn ymddangos yma.
staff-person-end-all = Allgofnodi ym mhobman
staff-person-ended = Wedi allgofnodi yno.
staff-reset-title = Ailosod cyfrif { $name }?
staff-reset-text = Bydd y cyfrinymadrodd, y ffôn a’r codau adfer yn peidio â gweithio ar unwaith, a bydd pob porwr yn cael ei allgofnodi. Byddwch yn cael gwahoddiad newydd i’w roi.
staff-reset-care = Gwnewch yn siŵr mai’r person ei hun sy’n gofyn, orau oll wyneb yn wyneb neu ar rif rydych yn ei adnabod. Dyma beth y byddai rhywun sydd am gael mynediad yn ei ffugio.
staff-reset-do = Ailosod ac anfon gwahoddiad newydd
staff-leave-title = Cau cyfrif { $name }?
staff-leave-text = Caiff ei allgofnodi ym mhobman ar unwaith ac ni fydd yn gallu mewngofnodi mwyach. Mae’r hyn a wnaeth yn aros yn y cofnod.
staff-leave-do = Cau’r cyfrif
staff-left = Mae’r cyfrif wedi’i gau.
staff-invite-title = Y gwahoddiad i { $name }
staff-invite-sent = Mae ar ei ffordd i’w gyfeiriad e-bost. Os na fydd yn cyrraedd, argraffwch y dudalen hon a’i rhoi iddo.
staff-invite-not-sent = Nid oedd modd ei anfon drwy e-bost nawr. Argraffwch y dudalen hon a’i rhoi iddo, neu gwnewch wahoddiad newydd yn nes ymlaen.
staff-invite-hand-over = Argraffwch y dudalen hon neu ei chopïo â llaw, a’i rhoi i { $name } wyneb yn wyneb.
staff-invite-open = 1. Agorwch y cyfeiriad hwn:
staff-invite-email = 2. Teipiwch y cyfeiriad e-bost hwn:
staff-invite-code = 3. A’r cod hwn:
staff-invite-until = Mae’n gweithio unwaith, tan { $date }.
staff-invite-over-title = Mae’r gwahoddiad hwn ar ben
staff-invite-over-text = Cafodd ei ddefnyddio, ei ddisodli neu daeth ei amser i ben. Os oes angen un ar { $name } o hyd, gwnewch un newydd.
staff-back-to-list = Yn ôl i’r holl gyfrifon
staff-back-to-person = I gyfrif { $name }
