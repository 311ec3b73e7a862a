### Staff: mewngofnodi, sefydlu cyfrif, eich cyfrif eich hun, cyfrifon pobl eraill.

## The first page.
office-home-title = I staff
office-home-lead = Helo { $name }. Dyma beth y gallwch ei wneud.
office-home-staff = Cyfrifon staff
office-home-staff-about = Gwahodd pobl, dewis eu rolau, helpu unrhyw un sy’n methu mewngofnodi.
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
office-home-few-codes-text = Gwnewch rai newydd tra bo’ch ffôn gennych, fel na chewch eich cloi allan os collwch ef.

## Signing in.
staff-sign-in-title = Mewngofnodi i staff
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
staff-sign-in-first-time-text = Bydd pwy bynnag sy’n gofalu am gyfrifon yn eich ysgol yn anfon cod atoch. Defnyddiwch ef i sefydlu eich cyfrif mewn pum munud.
staff-sign-in-first-time-link = Sefydlu eich cyfrif
staff-sign-in-forgotten = Trafferth mewngofnodi?
staff-sign-in-forgotten-passphrase = Os ydych wedi anghofio eich cyfrinymadrodd, gofynnwch i bwy bynnag sy’n gofalu am gyfrifon yn eich ysgol anfon gwahoddiad newydd atoch.
staff-sign-in-forgotten-phone = Os nad yw eich ffôn gennych, gallwch ddefnyddio un o’ch codau adfer ar ôl y cyfrinymadrodd.
staff-sign-in-is-parent = Ydych chi’n rhiant neu’n ofalwr?
staff-sign-in-is-parent-link = Mewngofnodi i ganiatâd lluniau eich plant

## The second step.
staff-code-title = Rhowch y cod o’ch ap
staff-code-lead = Agorwch yr ap dilysu ar eich ffôn a theipiwch y chwe digid mae’n eu dangos ar gyfer { $school }.
staff-code-label = Cod chwe digid
staff-code-hint = Mae’n newid bob 30 eiliad.
staff-code-continue = Mewngofnodi
staff-code-missing = Teipiwch y chwe digid mae eich ap yn eu dangos
staff-code-not-six = Mae gan y cod chwe digid. Teipiwch yr un mae eich ap yn ei ddangos nawr
staff-code-wrong = Nid dyma’r cod mae eich ap yn ei ddangos nawr. Arhoswch am yr un nesaf a’i deipio. Os nad yw hynny’n helpu, gwiriwch fod cloc eich ffôn yn gywir.
staff-code-used = Mae’r cod hwn wedi’i ddefnyddio’n barod. Arhoswch am yr un nesaf a’i deipio
staff-code-recovery-title = Dim ffôn gyda chi?
staff-code-recovery-text = Defnyddiwch un o’r codau adfer a gawsoch pan sefydloch chi’ch cyfrif. Mae pob un yn gweithio unwaith. Os yw’ch ffôn ar goll am byth, gofynnwch i bwy bynnag sy’n gofalu am gyfrifon yn eich ysgol ailosod eich cyfrif.
staff-code-recovery-label = Cod adfer
staff-code-recovery-hint = 16 o lythrennau a rhifau. Does dim ots am briflythrennau na chysylltnodau.
staff-code-recovery-continue = Mewngofnodi gyda’r cod hwn
staff-code-recovery-missing = Teipiwch un o’ch codau adfer
staff-code-recovery-wrong = Nid yw hwnnw’n un o’ch codau adfer, neu rydych eisoes wedi’i ddefnyddio. Gwiriwch ef, neu rhowch gynnig ar un arall
staff-code-over = Cymerodd hynny ormod o amser
staff-code-over-text = I gadw eich cyfrif yn ddiogel, rydym yn aros deng munud am y cod. Dechreuwch eto gyda’ch cyfrinymadrodd.
staff-code-start-again = Dechrau eto

## Signed out.
staff-signed-out-title = Rydych wedi allgofnodi
staff-signed-out-text = Mae popeth a gadwoch chi yn ddiogel. Ar gyfrifiadur a rennir, caewch y porwr hefyd.
staff-signed-out-again = Mewngofnodi eto

## Setting an account up.
staff-invitation-title = Sefydlu eich cyfrif
staff-invitation-lead = Bydd angen y gwahoddiad gan eich ysgol arnoch, a ffôn ag ap dilysu. Mae’n cymryd tua phum munud.
staff-invitation-email-hint = Yr un yr anfonwyd eich gwahoddiad iddo, neu sydd wedi’i argraffu arno.
staff-invitation-code = Cod gwahoddiad
staff-invitation-code-hint = 16 o lythrennau a rhifau. Does dim ots am briflythrennau na chysylltnodau.
staff-invitation-code-missing = Teipiwch y cod o’ch gwahoddiad
staff-invitation-wrong = Nid yw’r cyfeiriad e-bost a’r cod hwn yn cyfateb, neu mae’r gwahoddiad wedi dod i ben. Gwiriwch y ddau, neu gofynnwch i bwy bynnag sy’n gofalu am gyfrifon yn eich ysgol am wahoddiad newydd.
staff-invitation-apps-title = Pa ap sydd ei angen arnaf?
staff-invitation-apps-text = Unrhyw ap sy’n gwneud codau untro: Microsoft Authenticator, Google Authenticator, 2FAS, Aegis, neu Gyfrineiriau ar iPhone. Maent am ddim ac yn gweithio heb gysylltiad.
staff-invitation-over = Dechreuwch eto
staff-invitation-over-text = Cymerodd y gwaith sefydlu ormod o amser, neu cafodd y gwahoddiad ei ddefnyddio neu ei ddisodli yn y cyfamser. Ni newidiwyd dim. Teipiwch eich cod gwahoddiad eto. Os yw wedi dod i ben, gofynnwch am un newydd.
staff-passphrase-title = Dewiswch gyfrinymadrodd
staff-passphrase-lead = O leiaf 12 nod. Mae pedwar gair na fyddai neb ond chi yn eu rhoi gyda’i gilydd yn haws eu cofio nag un gair llawn arwyddion, ac yn anoddach eu dyfalu.
staff-passphrase-label = Cyfrinymadrodd
staff-passphrase-again = Y cyfrinymadrodd eto
staff-passphrase-hint = Ni all neb ei ddarllen, yn yr ysgol nac yma. Ni fydd byth rhaid i chi ei newid yn rheolaidd.
staff-passphrase-continue = Parhau
staff-passphrase-missing = Dewiswch gyfrinymadrodd
staff-passphrase-too-short = Gwnewch ef yn hirach: o leiaf 12 nod. Ychwanegwch air neu ddau
staff-passphrase-too-long = Gwnewch ef yn fyrrach: 200 nod ar y mwyaf
staff-passphrase-common = Mae llawer o bobl yn defnyddio hwn, felly mae’n un o’r rhai cyntaf y byddai dieithryn yn rhoi cynnig arno. Rhowch eiriau gyda’i gilydd na fyddai neb arall yn eu dewis
staff-passphrase-about-you = Mae hwn wedi’i wneud o’ch enw, eich cyfeiriad neu enw’r ysgol, y mae dieithriaid yn eu gwybod. Ychwanegwch eiriau sydd heb ddim i’w wneud â nhw
staff-passphrase-again-missing = Teipiwch y cyfrinymadrodd yr ail waith
staff-passphrase-not-same = Nid yw’r ddau gyfrinymadrodd yn cyfateb. Teipiwch y ddau eto
staff-app-title = Cysylltu eich ffôn
staff-app-lead = Agorwch eich ap dilysu, dewiswch “ychwanegu” a phwyntiwch y camera at y cod QR hwn.
staff-app-picture = Cod QR ar gyfer eich ap dilysu. Mae’r un cod isod fel testun.
staff-app-no-camera = Y camera ddim yn gweithio? Teipiwch hyn i’r ap yn lle hynny:
staff-app-secret = Yr allwedd i’w theipio i’r ap
staff-app-confirm = Yna teipiwch y chwe digid mae’r ap yn eu dangos
staff-app-continue = Gorffen
staff-app-keep = Peidiwch â dangos y cod QR hwn i neb. Ni fyddwn yn ei ddangos eto ar ôl y cam hwn.

## Recovery codes.
staff-recovery-title = Eich codau adfer
staff-recovery-done-title = Mae eich cyfrif yn barod
staff-recovery-done-lead = Rydych wedi mewngofnodi. Un peth ar ôl i’w wneud: cadwch y codau hyn.
staff-recovery-lead = Os collwch eich ffôn, gallwch ddefnyddio pob un o’r codau hyn unwaith i fewngofnodi. Dim ond nawr y byddwn yn eu dangos.
staff-recovery-keep = Argraffwch y dudalen hon neu ysgrifennwch y codau. Cadwch nhw gyda phapurau pwysig eraill, nid gyda’ch ffôn.
staff-recovery-list = Codau adfer
staff-recovery-earlier = Nid yw eich hen godau’n gweithio mwyach.
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
staff-account-roles = Eich rolau
staff-account-change-them = Os oes rhywbeth o’i le yma, dywedwch wrth bwy bynnag sy’n gofalu am gyfrifon yn eich ysgol.
staff-account-passphrase = Newid eich cyfrinymadrodd
staff-account-passphrase-text = Bydd angen eich cyfrinymadrodd presennol arnoch. Byddwch yn cael eich allgofnodi ym mhobman arall.
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
staff-account-sessions-text = Rydym yn eich allgofnodi ar ôl hanner awr o wneud dim, a bob amser ar ôl deuddeg awr.
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
role-office-about = Yn mewnforio rhestrau, yn nodi ffurflenni papur ac yn argraffu taflenni caniatâd.
role-editor = Golygydd
role-editor-about = Yn ysgrifennu ar gyfer y wefan a chylchlythyrau, ac yn gweld taflenni caniatâd.
role-teacher = Athro neu athrawes
role-teacher-about = Yn gweld pwy gaiff fod mewn lluniau, fesul dosbarth.
role-co-ordinator = Cydlynydd diogelwch ar-lein
role-co-ordinator-about = Yn gweld taflenni caniatâd a’r cysylltiadau ar y tudalennau cymorth.
role-safeguarding-lead = Arweinydd diogelu
role-safeguarding-lead-about = Yn gosod y faner peidio â thynnu llun.
role-head = Pennaeth
role-head-about = Yn gweld pob caniatâd, ac yn cael lawrlwytho neu ddileu cofnod.
role-chair = Cadeirydd y llywodraethwyr
role-chair-about = Yn gweld ffigurau, dim enwau.
role-governor = Llywodraethwr
role-governor-about = Yn gweld ffigurau, dim enwau.
role-administrator = Gweinyddwr
role-administrator-about = Yn gofalu am gyfrifon a gosodiadau, ac nid yw’n gweld atebion teuluoedd.

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
staff-list-empty-text = Ychwanegwch bobl fesul un yma, neu mewnforiwch restr o’r holl staff.
staff-list-name = Enw
staff-list-roles = Rolau
staff-list-state = Cyfrif
staff-list-add = Ychwanegu person
staff-list-you = chi
staff-list-show-left = Dangos pwy sydd wedi gadael
staff-list-show-present = Dangos pwy sydd yma
staff-state-set-up = Yn barod
staff-state-invited = Wedi’i wahodd, tan { $date }
staff-state-not-invited = Heb ei wahodd eto
staff-state-expired = Gwahoddiad wedi dod i ben
staff-state-left = Wedi gadael
staff-add-title = Ychwanegu person
staff-add-lead = Bydd yn cael gwahoddiad ac yn sefydlu ei gyfrinymadrodd a’i ffôn ei hun. Fyddwch chi byth yn gwybod y naill na’r llall.
staff-add-name = Enw
staff-add-name-hint = Yr enw y mae cydweithwyr yn ei adnabod. Mae’n ymddangos yn y llwybr archwilio.
staff-add-name-missing = Teipiwch yr enw
staff-add-name-too-long = Gwnewch yr enw’n fyrrach: 100 nod ar y mwyaf
staff-add-name-bad = Gadewch allan nodau nad ydynt yn rhan o enw
staff-add-email-missing = Teipiwch y cyfeiriad e-bost
staff-add-email-taken = Mae cyfrif arall eisoes yn defnyddio’r cyfeiriad hwn. Mae angen ei gyfeiriad ei hun ar bob person
staff-add-roles = Beth yw ei rolau?
staff-add-roles-hint = Dewiswch bob un sy’n berthnasol.
staff-add-roles-missing = Dewiswch o leiaf un
staff-add-send = Sut bydd yn cael y gwahoddiad?
staff-add-send-email = Drwy e-bost, nawr
staff-add-send-email-about = Dim ond os nad oes neb arall yn darllen ei e-bost.
staff-add-send-hand = Byddaf yn ei roi fy hun
staff-add-send-hand-about = Gallwch argraffu’r dudalen nesaf.
staff-add-send-missing = Dewiswch sut bydd yn ei gael
staff-add-save = Ychwanegu a gwahodd
staff-person-roles-title = Rolau { $name }
staff-person-roles-save = Cadw
staff-person-roles-saved = Wedi’i gadw. Mae’r rolau newydd yn berthnasol ar unwaith.
staff-person-last-administrator = Rhaid i rywun ofalu am gyfrifon. Gwnewch berson arall yn weinyddwr yn gyntaf, ac arhoswch nes iddo sefydlu ei gyfrif.
staff-person-invite-title = Gwahoddiad
staff-person-invite = Gwneud gwahoddiad newydd
staff-person-invite-text = Bydd yr hen wahoddiad, os oes un, yn peidio â gweithio. Mae’r un newydd yn gweithio unwaith, o fewn 14 diwrnod.
staff-person-reset = Methu mewngofnodi
staff-person-reset-text = Os collwyd y cyfrinymadrodd neu’r ffôn, ailosodwch y cyfrif. Bydd { $name } wedyn yn ei sefydlu eto gyda gwahoddiad newydd.
staff-person-reset-yourself = Ni allwch ailosod eich cyfrif eich hun. Gofynnwch i weinyddwr arall, neu fewngofnodi gyda chod adfer.
staff-person-leave = Wedi gadael
staff-person-leave-text = Cau’r cyfrif. Mae’r hyn a wnaeth yn aros yn y llwybr archwilio.
staff-person-has-left = Mae { $name } wedi gadael ac ni all fewngofnodi. I’w adael i mewn eto, ychwanegwch ef fel person newydd.
staff-person-sessions = Ble mae { $name } wedi mewngofnodi
staff-person-no-sessions = Heb fewngofnodi
staff-person-no-sessions-text = Pan fydd { $name } yn mewngofnodi, bydd y porwr a’r amser yn ymddangos yma.
staff-person-end-all = Allgofnodi ym mhobman
staff-person-ended = Wedi allgofnodi yno.
staff-reset-title = Ailosod cyfrif { $name }?
staff-reset-text = Bydd y cyfrinymadrodd, y ffôn a’r codau adfer yn peidio â gweithio ar unwaith, a bydd yn cael ei allgofnodi ym mhobman. Byddwch yn cael gwahoddiad newydd i’w roi.
staff-reset-care = Gwnewch yn siŵr mai’r person ei hun sy’n gofyn: wyneb yn wyneb, neu ar rif ffôn rydych yn ei adnabod. Dyma’n union y byddai rhywun sy’n ceisio torri i mewn yn gofyn amdano.
staff-reset-do = Ailosod ac anfon gwahoddiad newydd
staff-leave-title = Cau cyfrif { $name }?
staff-leave-text = Caiff ei allgofnodi ym mhobman ar unwaith ac ni fydd yn gallu mewngofnodi eto. Mae’r hyn a wnaeth yn aros yn y llwybr archwilio.
staff-leave-do = Cau’r cyfrif
staff-left = Mae’r cyfrif wedi’i gau.
staff-invite-title = Y gwahoddiad i { $name }
staff-invite-sent = Rydym wedi’i anfon i’w gyfeiriad e-bost. Os na fydd yn cyrraedd, argraffwch y dudalen hon a’i rhoi iddo.
staff-invite-not-sent = Ni allem ei e-bostio nawr. Argraffwch y dudalen hon a’i rhoi iddo, neu gwnewch wahoddiad newydd yn nes ymlaen.
staff-invite-hand-over = Argraffwch y dudalen hon neu ei chopïo â llaw, a’i rhoi i { $name } wyneb yn wyneb.
staff-invite-open = 1. Agorwch y cyfeiriad hwn:
staff-invite-email = 2. Teipiwch y cyfeiriad e-bost hwn:
staff-invite-code = 3. A’r cod hwn:
staff-invite-until = Mae’n gweithio unwaith, tan { $date }.
staff-invite-over-title = Nid yw’r gwahoddiad hwn yn gweithio mwyach
staff-invite-over-text = Cafodd ei ddefnyddio neu ei ddisodli, neu mae wedi dod i ben. Os oes angen un ar { $name } o hyd, gwnewch un newydd.
staff-back-to-list = Yn ôl i’r holl gyfrifon
staff-back-to-person = Yn ôl i gyfrif { $name }
