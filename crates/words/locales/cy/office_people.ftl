### Rhestrau o ddisgyblion, cysylltiadau a staff.

## Mae tudalen gyntaf y swyddfa yn arwain yma.
people-home = Mewnforio disgyblion a chysylltiadau
people-home-about = Mewnforiwch restrau o ddisgyblion, cysylltiadau a staff o system yr ysgol ei hun (MIS).

## Y rhestrau.
people-title = Mewnforio disgyblion a chysylltiadau
people-lead = Uwchlwythwch restrau o system yr ysgol ei hun (MIS). Fe gewch ragolwg cyn i ddim newid.
people-list-pupils = Disgyblion
people-list-contacts = Rhieni, gofalwyr a chysylltiadau eraill
people-list-staff = Staff a llywodraethwyr
people-about-pupils = Pawb ar y gofrestr, gyda’u blwyddyn a’u dosbarth. Mewnforiwch hi ym mis Medi, a phryd bynnag y bydd rhywun yn dechrau, yn newid dosbarth neu’n gadael.
people-about-contacts = Cysylltiadau pob disgybl, a phwy sydd â chyfrifoldeb rhiant. Dyma’r bobl rydych yn gofyn iddynt.
people-about-staff = Pwy sydd â chyfrif yma, a’u rolau.
people-on-roll = { $pupils ->
    [zero] Nid oes unrhyw ddisgybl ar y gofrestr.
    [one] Mae 1 disgybl ar y gofrestr.
    [two] Mae 2 ddisgybl ar y gofrestr.
    [few] Mae 3 disgybl ar y gofrestr.
    [many] Mae 6 disgybl ar y gofrestr.
   *[other] Mae { $pupils } disgybl ar y gofrestr.
}
people-never-taken = Heb ei mewnforio eto.
people-contacts-after-pupils = Mewnforiwch y disgyblion yn gyntaf, gan fod pob cyswllt yn perthyn i ddisgybl.
people-bring-pupils = Uwchlwytho’r rhestr o ddisgyblion
people-bring-contacts = Uwchlwytho’r rhestr o gysylltiadau
people-bring-staff = Uwchlwytho’r rhestr o staff
people-last-taken = Mewnforiwyd ddiwethaf ar { $time } gan { $name }: { $counts }.
people-nothing-changed = dim byd wedi newid
people-you = chi
people-somebody = rhywun sydd ddim ar y rhestr mwyach
people-a-program = system yr ysgol ei hun
people-busy-title = Mae rhestr yn cael ei mewnforio
people-busy-text = Mae { $name } yn mewnforio’r rhestr hon: { $list }. Dim ond un rhestr sy’n cael ei mewnforio ar y tro. Mae’n cymryd ychydig eiliadau.

## Dod ag un.
people-bring-pupils-lead = Allforiwch y rhestr o ddisgyblion o system yr ysgol, neu ei chadw o Excel, a dewis y ffeil yma.
people-bring-contacts-lead = Allforiwch y rhestr o gysylltiadau o system yr ysgol, un rhes ar gyfer pob disgybl a chyswllt, a dewis y ffeil yma.
people-bring-staff-lead = Dewiswch ffeil gyda phawb sydd angen cyfrif. Caiff pobl newydd eu gwahodd wedyn; nid yw’r rhestr hon yn rhoi cyfrinymadrodd i neb.
people-file = Y ffeil
people-file-hint = Ffeil CSV, testun neu Excel (.csv, .txt neu .xlsx). Dim ond y colofnau isod sy’n cael eu darllen.
people-pasted = Neu gludo’r rhestr yma
people-pasted-hint = Wedi’i chopïo o daenlen, gan gynnwys y rhes benawdau.
people-extent = Faint o’r rhestr sydd ynddi?
people-whole = Y rhestr gyfan
people-part = Dim ond rhan o’r rhestr
people-whole-pupils-hint = Mae disgyblion sydd ddim yn y ffeil wedi gadael.
people-part-pupils-hint = Mae disgyblion sydd ddim yn y ffeil yn aros fel y maen nhw.
people-whole-contacts-hint = Mae cysylltiadau sydd ddim yn y ffeil yn cael eu tynnu oddi ar y rhestr.
people-part-contacts-hint = Mae cysylltiadau sydd ddim yn y ffeil yn aros fel y maen nhw.
people-whole-staff-hint = Mae staff sydd ddim yn y ffeil wedi gadael. Mae llywodraethwyr, arweinwyr, penaethiaid a gweinyddwyr yn aros.
people-part-staff-hint = Mae staff sydd ddim yn y ffeil yn aros fel y maen nhw.
people-look = Rhagolwg o’r newidiadau
people-example = Enghraifft i’w llenwi
people-example-file = example-{ $list }.csv

## Pa golofnau.
people-columns-title = Pa golofnau sydd eu hangen?
people-columns-text = Gallant fod mewn unrhyw drefn, a deellir penawdau’r rhan fwyaf o systemau.
people-columns-caption = { $count ->
    [zero] 0 colofn
    [one] 1 golofn
    [two] 2 golofn
    [few] 3 colofn
    [many] 6 cholofn
   *[other] { $count } colofn
}
people-columns-heading = Pennawd
people-columns-meaning = Beth mae’n ei gynnwys
people-columns-example = Enghraifft
people-meaning-id = Rhif y disgybl yn eich system, fel y rhif derbyn. Defnyddiwch yr un un bob amser: dyna sut rydyn ni’n gwybod pwy yw pwy.
people-meaning-staff-id = Rhif neu god y person yn eich system. Defnyddiwch yr un un bob amser.
people-meaning-forename = Enw cyntaf cyfreithiol
people-meaning-middle-names = Caiff fod yn wag, neu ei adael allan
people-meaning-surname = Cyfenw cyfreithiol
people-meaning-preferred-forename = Yr enw cyntaf y mae pawb yn ei ddefnyddio, os yw’n wahanol. Cewch adael y golofn hon allan
people-meaning-preferred-surname = Y cyfenw a ddefnyddir, os yw’n un arall. Gellir ei adael allan
people-meaning-year-group = 3, Blwyddyn 3, B3, R, Derbyn, N
people-meaning-class = Dosbarth neu grŵp cofrestru
people-meaning-staff-class = Dosbarth yr athro ei hun, fel yn y rhestr disgyblion. Sawl un gyda hanner colon rhyngddynt. Gellir ei adael allan
people-meaning-key-stage = Dim ond lle nad yr un arferol i’r flwyddyn yw hi. Caiff ei adael allan
people-meaning-pupil-id = Yr un rhif ag yn y rhestr o ddisgyblion
people-meaning-name = Fel y byddai llythyr yn eu cyfarch. Mae teitl, enw cyntaf a chyfenw mewn colofnau ar wahân yn gwneud y tro hefyd
people-meaning-relation = Mam, tad, gofalwr maeth, gweithiwr cymdeithasol
people-meaning-parental-responsibility = Ydy neu nac ydy; mae gwag yn golygu nac ydy. Dim ond pobl ag ydy y gofynnir iddynt
people-meaning-email = Caiff fod yn wag: yna caiff y teulu lythyrau ar bapur
people-meaning-staff-email = Un pob person ei hun: gydag ef y maen nhw’n mewngofnodi
people-meaning-phone = Caiff fod yn wag, neu ei adael allan
people-meaning-role = Office, editor, teacher, co-ordinator, safeguarding lead, head, chair, governor neu administrator. Sawl un â hanner colon rhyngddyn nhw

## Excel.
people-excel-title = Sut mae cadw’r rhestr o Excel?
people-excel-text = Gellir dewis ffeil Excel (.xlsx) fel y mae. Y ddalen gyntaf sy’n cael ei darllen. Ar gyfer un hŷn (.xls), neu un â chyfrinair:
people-excel-one = Agorwch y rhestr, a dewis “Save as”.
people-excel-two = Dewiswch y math “CSV UTF-8 (comma delimited)”. Os nad oes un, bydd unrhyw CSV yn gwneud y tro.
people-excel-three = Dewiswch y ffeil a gadwyd yma.

## Beth sydd o’i le ar ffeil gyfan.
people-file-missing = Dewiswch ffeil, neu gludo’r rhestr oddi tani
people-file-empty = Mae’r ffeil yn wag. Gwiriwch mai hon yw’r un gywir
people-file-old-excel = Ffeil Excel hŷn yw hon, neu un â chyfrinair. Cadwch hi fel .xlsx neu CSV heb gyfrinair, a dewis honno
people-file-damaged = Ni ellir agor y ffeil Excel hon. Cadwch hi unwaith eto, neu ei chadw fel CSV, a dewis honno
people-file-not-a-list = Nid rhestr yw hon: gall fod yn llun neu’n PDF. Dewiswch ffeil CSV neu Excel
people-file-too-many-rows = Mae ynddi fwy na 20,000 o resi. Uwchlwythwch hi mewn dwy ran
people-file-too-much = Mae’r ffeil yn llawer mwy nag y dylai rhestr o bobl fod. Gwiriwch mai hon yw’r ffeil gywir, neu gopïo’r colofnau isod yn unig i un newydd
people-file-columns-missing = Mae’r colofnau hyn ar goll: { $columns }. Gwiriwch y rhes gyntaf, yr un â’r penawdau
people-file-column-twice = Mae dwy golofn yn edrych fel hon: { $column }. Tynnwch neu ailenwch un ohonyn nhw

## Colofnau.
people-column-id = Rhif adnabod
people-column-forename = Enw cyntaf
people-column-middle-names = Enwau canol
people-column-surname = Cyfenw
people-column-preferred-forename = Enw cyntaf dewisol
people-column-preferred-surname = Cyfenw a ddefnyddir
people-column-name = Enw
people-column-title = Teitl
people-column-year-group = Blwyddyn
people-column-class = Dosbarth
people-column-key-stage = Cyfnod allweddol
people-column-pupil-id = Rhif adnabod y disgybl
people-column-relation = Perthynas
people-column-parental-responsibility = Cyfrifoldeb rhiant
people-column-email = E-bost
people-column-phone = Ffôn
people-column-role = Rôl
people-stage-early-years = Blynyddoedd cynnar
people-stage = Cyfnod allweddol { $number }
people-role-office = swyddfa
people-role-editor = golygydd
people-role-teacher = athro
people-role-co-ordinator = cydlynydd
people-role-safeguarding-lead = arweinydd diogelu
people-role-head = pennaeth
people-role-chair = cadeirydd y llywodraethwyr
people-role-governor = llywodraethwr
people-role-administrator = gweinyddwr

## Beth sydd o’i le mewn rhes.
people-problem-in = { $column }: { $problem }
people-code-missing = Mae’n wag. Llenwch ef.
people-code-too-long = Mae’n hirach na 200 nod. Byrhewch ef.
people-code-unreadable = Ni ellid darllen llythyren ynddo. Teipiwch ef eto a chadw’r ffeil fel “CSV UTF-8”.
people-code-too-many-cells = Mae gan y rhes hon fwy o gelloedd nag sydd o benawdau. Os oes coma mewn enw, rhowch yr enw mewn dyfynodau.
people-code-number-mangled = Mae Excel wedi torri’r rhif yn fyr (mae’n dangos E+). Gwnewch y golofn yn golofn destun, a’i hallforio eto.
people-code-year-group = Nid blwyddyn ysgol yw hon. Ysgrifennwch 3, Blwyddyn 3, R neu N.
people-code-key-stage = Nid cyfnod allweddol yw hwn. Ysgrifennwch CA2, neu ei adael yn wag.
people-code-yes-or-no = Nid ie na na sydd yma. Ysgrifennwch ie neu na.
people-code-email = Nid cyfeiriad e-bost yw hwn. Cywirwch ef, neu ei adael yn wag.
people-code-several-emails = Mae mwy nag un cyfeiriad. Cadwch yr un i ysgrifennu ato.
people-code-phone = Nid rhif ffôn yw hwn. Cywirwch ef, neu ei adael yn wag.
people-code-role = Nid yw’n rôl rydyn ni’n ei hadnabod. Gweler “Pa golofnau sydd eu hangen?”.
people-code-name-not-split = Ni allwn ddweud ble mae’r enw cyntaf yn gorffen. Ysgrifennwch “Cyfenw, Enw cyntaf”, neu ddefnyddio dwy golofn.
people-code-duplicate = Mae gan res arall fanylion gwahanol am yr un person. Cadwch yr un gywir.
people-code-unknown-pupil = Does gan yr un disgybl y rhif hwn. Cywirwch ef, neu uwchlwytho’r rhestr o ddisgyblion yn gyntaf.
people-code-pupil-left = Mae’r disgybl hwn wedi gadael. Dilëwch y rhes, neu roi’r disgybl yn ôl ar y rhestr o ddisgyblion.
people-code-email-taken = Mae rhywun arall yn mewngofnodi gyda’r cyfeiriad hwn. Mae angen ei un ei hun ar bob person.
people-code-role-needs-administrator = Dim ond gweinyddwr a all roi neu dynnu’r rôl hon, neu newid cyfeiriad rhywun sydd â hi.
people-code-spreadsheet-error = Mae gwall y daenlen yma, megis #N/A. Cywirwch y fformiwla neu teipiwch y gwerth.
people-code-placeholder = Mae’n dweud nad yw hyn yn hysbys. Teipiwch yr hyn sy’n perthyn yma.
people-code-date = Mae Excel wedi troi hyn yn ddyddiad, fel y mae’n ei wneud gyda 5/6 neu 1-2. Gwnewch y golofn yn golofn testun, teipiwch ef eto a chadwch y ffeil.
people-code-several-years = Mae’n enwi mwy nag un grŵp blwyddyn, megis 1/2. Ysgrifennwch y flwyddyn y mae’r disgybl hwn ynddi; gall y dosbarth gadw ei enw.
people-code-email-unreachable = Ni all cod mewngofnodi gyrraedd y cyfeiriad hwn: nid oes neb yn ei ddarllen, neu mae rhan ohono na ellir anfon e-bost ati. Gofynnwch am un arall, neu gadewch ef yn wag.

## Beth fyddai’n newid.
people-preview-title = Rhagolwg o’r newidiadau
people-preview-lead = Does dim byd wedi newid eto. Gwiriwch hyn, yna mewnforio’r rhestr.
people-preview-nothing-title = Ni fyddai dim yn newid
people-preview-nothing-lead = Mae pawb yn y rhestr hon yma eisoes, gyda’r un manylion. Does dim i’w fewnforio.
people-number-added = Newydd
people-number-changed = Wedi newid
people-number-moved = Wedi symud i ddosbarth neu flwyddyn arall
people-number-returned = Yn ôl eto
people-number-left = Ddim ar y rhestr mwyach
people-number-unchanged = Dim newid
people-number-rejected = Rhesi na ellir eu mewnforio
people-kind-added = { $count ->
    [zero] 0 newydd
    [one] 1 newydd
    [two] 2 newydd
    [few] 3 newydd
    [many] 6 newydd
   *[other] { $count } newydd
}
people-kind-changed = { $count ->
    [zero] 0 wedi newid
    [one] 1 wedi newid
    [two] 2 wedi newid
    [few] 3 wedi newid
    [many] 6 wedi newid
   *[other] { $count } wedi newid
}
people-kind-moved = { $count ->
    [zero] 0 wedi symud
    [one] 1 wedi symud
    [two] 2 wedi symud
    [few] 3 wedi symud
    [many] 6 wedi symud
   *[other] { $count } wedi symud
}
people-kind-left = { $count ->
    [zero] 0 ddim ar y rhestr mwyach
    [one] 1 ddim ar y rhestr mwyach
    [two] 2 ddim ar y rhestr mwyach
    [few] 3 ddim ar y rhestr mwyach
    [many] 6 ddim ar y rhestr mwyach
   *[other] { $count } ddim ar y rhestr mwyach
}
people-kind-returned = { $count ->
    [zero] 0 yn ôl eto
    [one] 1 yn ôl eto
    [two] 2 yn ôl eto
    [few] 3 yn ôl eto
    [many] 6 yn ôl eto
   *[other] { $count } yn ôl eto
}
people-change-who = Pwy
people-change-what = Beth
people-pupil-place = { $class }, { $year }
people-field-changed = { $column }: { $before } → { $after }
people-field-new = { $column }: { $after }
people-field-gone = { $column }: { $before } → dim
people-field-differs = Mae hyn yn newid: { $column }
people-contact-listed = { $count ->
    [zero] Wedi’i restru ar gyfer 0 disgybl
    [one] Wedi’i restru ar gyfer 1 disgybl
    [two] Wedi’i restru ar gyfer 2 ddisgybl
    [few] Wedi’i restru ar gyfer 3 disgybl
    [many] Wedi’i restru ar gyfer 6 disgybl
   *[other] Wedi’i restru ar gyfer { $count } disgybl
}
people-changes-more = { $count ->
    [zero] A 0 arall o’r math hwn.
    [one] Ac 1 arall o’r math hwn.
    [two] A 2 arall o’r math hwn.
    [few] A 3 arall o’r math hwn.
    [many] A 6 arall o’r math hwn.
   *[other] A { $count } arall o’r math hwn.
}
people-unchanged-sample = Rhai o’r rhai heb newid: { $names }.
people-repeated = { $count ->
    [zero] Dim rhesi dyblyg.
    [one] 1 rhes ddyblyg (anwybyddwyd).
    [two] 2 res ddyblyg (anwybyddwyd).
    [few] { $count } rhes ddyblyg (anwybyddwyd).
    [many] { $count } rhes ddyblyg (anwybyddwyd).
   *[other] { $count } rhes ddyblyg (anwybyddwyd).
}
people-ignored = { $count ->
    [one] 1 rhes nad yw’n sôn am berson, megis cyfanswm (anwybyddir): rhes { $rows }
   *[other] { $count } o resi nad ydynt yn sôn am berson, megis cyfansymiau (anwybyddir): rhesi { $rows }
}
people-remarks-title = Gwiriwch
people-remarks-text = Caiff y rhesi hyn eu mewnforio. Cywirwch nhw yn eich system eich hun os nad ydynt yn gywir.
people-remark-what = Yr hyn a welsom
people-remark-rows = Rhesi
people-remark-more = { $count ->
    [one] 1 arall
   *[other] { $count } arall
}
people-note-capitals = Roedd yr enw mewn priflythrennau. Rydym yn ei ysgrifennu fel yr ysgrifennir enwau fel arfer.
people-note-letters-repaired = Roedd llythrennau ag acenion wedi’u difrodi (Ã« am ë). Rydym wedi’u cywiro.
people-note-second-email = Mae mwy nag un cyfeiriad e-bost. Defnyddiwn y cyntaf.
people-note-second-phone = Mae mwy nag un rhif ffôn. Defnyddiwn y cyntaf.
people-note-email-is-words = Mae geiriau lle dylai’r cyfeiriad e-bost fod. Mewnforiwn y person heb gyfeiriad.
people-note-email-mistyped = Mae’r cyfeiriad e-bost yn edrych fel petai wedi’i gamdeipio. Efallai na fydd cod mewngofnodi yn cyrraedd.
people-note-email-shared = Mae gan sawl person yr un cyfeiriad e-bost. Gall pwy bynnag sy’n darllen ei negeseuon fewngofnodi, a gofynnir iddynt pwy ydynt.
people-note-two-people = Mae’r enw’n edrych fel dau berson. Rhowch ei res ei hun i bob rhiant, er mwyn i’r ddau allu ateb.
people-note-responsibility-blank = Mae cyfrifoldeb rhiant yn wag. Cymerwn mai na yw hynny: ni ofynnir i’r person hwn.
people-note-one-name = Un enw yn unig sydd gan y disgybl hwn. Enwau llawn y mae’r gwiriwr cyhoeddi yn eu canfod, nid hwn.
people-note-hidden = Mae’r rhes wedi’i chuddio yn y daenlen. Mewnforiwn hi fel unrhyw un arall.
people-note-year-not-taught = Nid yw eich ysgol yn addysgu’r grŵp blwyddyn hwn. Gwiriwch y flwyddyn.
people-match-title = A oes gan y disgyblion hyn rifau adnabod newydd?
people-match-text = { $count ->
    [one] Mae gan 1 disgybl yn y ffeil hon rif adnabod nad ydym yn ei adnabod, ac enw a dosbarth neu flwyddyn disgybl yr ydym yn ei adnabod. Os yr un disgybl yw, parwch yn ôl enw: cedwir popeth y mae’r teulu wedi’i benderfynu.
   *[other] Mae gan { $count } o ddisgyblion yn y ffeil hon rifau adnabod nad ydym yn eu hadnabod, ac enwau a dosbarthiadau neu flynyddoedd disgyblion yr ydym yn eu hadnabod. Os yr un disgyblion ydynt, parwch yn ôl enw: cedwir popeth y mae’r teuluoedd wedi’i benderfynu.
}
people-match-button = Paru yn ôl enw
people-match-done = Mae disgyblion â rhif adnabod newydd wedi’u paru yn ôl enw. Maent yn cadw popeth y mae eu teuluoedd wedi’i benderfynu. Gwiriwch y rhifau isod cyn mewnforio’r rhestr.
people-match-undo = Peidio â pharu yn ôl enw
people-hand-title = { $count ->
    [zero] Mae gan y rhestr hon hen fanylion { $count } cyswllt y mae’r swyddfa wedi’u newid
    [one] Mae gan y rhestr hon hen fanylion 1 cyswllt y mae’r swyddfa wedi’i newid
    [two] Mae gan y rhestr hon hen fanylion 2 gyswllt y mae’r swyddfa wedi’u newid
    [few] Mae gan y rhestr hon hen fanylion { $count } cyswllt y mae’r swyddfa wedi’u newid
    [many] Mae gan y rhestr hon hen fanylion { $count } cyswllt y mae’r swyddfa wedi’u newid
   *[other] Mae gan y rhestr hon hen fanylion { $count } cyswllt y mae’r swyddfa wedi’u newid
}
people-hand-kept = Rydym yn cadw’r hyn a roddodd y swyddfa. Cywirwch system yr ysgol ei hun hefyd.
people-hand-undo = Defnyddio manylion y rhestr yn lle hynny
people-hand-undone = Os mewnforiwch y rhestr nawr, bydd ei manylion yn disodli’r hyn a roddodd y swyddfa.
people-hand-keep = Cadw’r hyn a roddodd y swyddfa
people-hand-change = Yr hyn y byddai’r rhestr yn ei newid yn ôl
people-hand-adds = Tynnodd y swyddfa’r cyswllt hwn. Byddai’r rhestr yn ei ychwanegu eto.
people-hand-removes = Ychwanegodd y swyddfa’r cyswllt hwn. Byddai’r rhestr yn ei dynnu.
people-unused = Colofnau nad ydyn ni’n eu darllen nac yn eu cadw: { $names }.
people-check-accents = Bu’n rhaid i ni ddyfalu sut mae’r ffeil hon yn storio ei llythrennau. Gwiriwch fod enwau ag acenion yn gywir isod, fel Siân neu Zoë. Os nad ydyn nhw, cadwch y ffeil fel “CSV UTF-8” a’i dewis eto.
people-kept-rejected = { $count ->
    [zero] Nid oes neb yn aros oherwydd rhes na ellir ei mewnforio.
    [one] Mae 1 person yn aros fel y mae, am na ellir mewnforio ei res.
    [two] Mae 2 berson yn aros fel y maen nhw, am na ellir mewnforio eu rhesi.
    [few] Mae 3 pherson yn aros fel y maen nhw, am na ellir mewnforio eu rhesi.
    [many] Mae 6 pherson yn aros fel y maen nhw, am na ellir mewnforio eu rhesi.
   *[other] Mae { $count } person yn aros fel y maen nhw, am na ellir mewnforio eu rhesi.
}
people-kept-unclear = { $count ->
    [zero] Nid oes neb yn aros oherwydd rhes aneglur.
    [one] Nid yw 1 person yn y ffeil ac mae’n aros yr un fath: nid yw rhes isod yn dweud am bwy y mae, felly gallai fod amdano. Cywirwch y rhes neu ei dileu, ac uwchlwytho’r ffeil eto.
    [two] Nid yw 2 berson yn y ffeil ac maen nhw’n aros yr un fath: nid yw rhes isod yn dweud am bwy y mae, felly gallai fod am unrhyw un ohonyn nhw. Cywirwch y rhes neu ei dileu, ac uwchlwytho’r ffeil eto.
    [few] Nid yw 3 pherson yn y ffeil ac maen nhw’n aros yr un fath: nid yw rhes isod yn dweud am bwy y mae, felly gallai fod am unrhyw un ohonyn nhw. Cywirwch y rhes neu ei dileu, ac uwchlwytho’r ffeil eto.
    [many] Nid yw 6 pherson yn y ffeil ac maen nhw’n aros yr un fath: nid yw rhes isod yn dweud am bwy y mae, felly gallai fod am unrhyw un ohonyn nhw. Cywirwch y rhes neu ei dileu, ac uwchlwytho’r ffeil eto.
   *[other] Nid yw { $count } person yn y ffeil ac maen nhw’n aros yr un fath: nid yw rhes isod yn dweud am bwy y mae, felly gallai fod am unrhyw un ohonyn nhw. Cywirwch y rhes neu ei dileu, ac uwchlwytho’r ffeil eto.
}
people-kept-part = { $count ->
    [zero] Mae pawb yn y ffeil.
    [one] Mae 1 person sydd ddim yn y ffeil yn aros fel y mae.
    [two] Mae 2 berson sydd ddim yn y ffeil yn aros fel y maen nhw.
    [few] Mae 3 pherson sydd ddim yn y ffeil yn aros fel y maen nhw.
    [many] Mae 6 pherson sydd ddim yn y ffeil yn aros fel y maen nhw.
   *[other] Mae { $count } person sydd ddim yn y ffeil yn aros fel y maen nhw.
}
people-many-leave-title = Ai hon yw’r rhestr gyfan?
people-many-leave-text = { $count ->
    [zero] Byddai pawb ar y rhestr o hyd.
    [one] Ni fyddai 1 person ar y rhestr mwyach: mwy nag un o bob pump. Os mai dim ond rhan o’r rhestr sydd yn y ffeil, uwchlwythwch hi eto a dweud hynny.
    [two] Ni fyddai 2 berson ar y rhestr mwyach: mwy nag un o bob pump. Os mai dim ond rhan o’r rhestr sydd yn y ffeil, uwchlwythwch hi eto a dweud hynny.
    [few] Ni fyddai 3 pherson ar y rhestr mwyach: mwy nag un o bob pump. Os mai dim ond rhan o’r rhestr sydd yn y ffeil, uwchlwythwch hi eto a dweud hynny.
    [many] Ni fyddai 6 pherson ar y rhestr mwyach: mwy nag un o bob pump. Os mai dim ond rhan o’r rhestr sydd yn y ffeil, uwchlwythwch hi eto a dweud hynny.
   *[other] Ni fyddai { $count } person ar y rhestr mwyach: mwy nag un o bob pump. Os mai dim ond rhan o’r rhestr sydd yn y ffeil, uwchlwythwch hi eto a dweud hynny.
}
people-sure-legend = Ydy’r bobl hyn i gyd wedi gadael?
people-sure-legend-pupils = Ydy’r disgyblion hyn i gyd wedi gadael?
people-sure = { $count ->
    [zero] Ydyn, mae pawb ar y rhestr o hyd
    [one] Ydyn, nid yw 1 person ar y rhestr mwyach
    [two] Ydyn, nid yw 2 berson ar y rhestr mwyach
    [few] Ydyn, nid yw 3 pherson ar y rhestr mwyach
    [many] Ydyn, nid yw 6 pherson ar y rhestr mwyach
   *[other] Ydyn, nid yw { $count } person ar y rhestr mwyach
}
people-sure-missing = Cadarnhewch fod y rhain i gyd wedi gadael, neu uwchlwytho ffeil arall
people-take = Cymryd y rhestr
people-other-file = Dod â ffeil arall
people-look-again = Rhagolwg eto
people-back-to-lists = Yn ôl at y rhestrau

## Rhesi na ellir eu mewnforio.
people-rejected-title = Rhesi na ellir eu mewnforio
people-rejected-text = Maen nhw’n cael eu gadael allan, ac nid yw neb yn cael ei nodi fel un sydd wedi gadael o’u herwydd. Cywirwch nhw yn y ffeil a’i mewnforio eto, nawr neu’n hwyrach.
people-rejected-caption = { $count ->
    [zero] 0 rhes
    [one] 1 rhes
    [two] 2 res
    [few] 3 rhes
    [many] 6 rhes
   *[other] { $count } rhes
}
people-rejected-line = Llinell
people-rejected-why = Beth sydd o’i le
people-rejected-row = Y rhes
people-rejected-download = Y rhesi hyn i gyd fel ffeil, i’w cywiro
people-rejected-more = { $count ->
    [zero] Does dim mwy yn y ffeil.
    [one] Mae 1 arall yn y ffeil.
    [two] Mae 2 arall yn y ffeil.
    [few] Mae 3 arall yn y ffeil.
    [many] Mae 6 arall yn y ffeil.
   *[other] Mae { $count } arall yn y ffeil.
}
people-rejected-file = rejected-{ $list }.csv

## Ei mewnforio.
people-progress-title = Mae’r rhestr yn cael ei mewnforio
people-progress = Mae { NUMBER($done) } o { NUMBER($of) } newid i mewn.
people-progress-begins = Mae newydd ddechrau.
people-progress-text = Mae’r dudalen hon yn diweddaru ohoni’i hun. Cewch ei gadael: mae’r mewnforio’n mynd ymlaen.
people-stopped-title = Fe’i torrwyd yn fyr
people-stopped-text = Stopiodd hanner ffordd. Mae’r hyn sydd wedi’i gadw yn aros; isod mae’r hyn sydd i’w wneud o hyd. Mewnforiwch y rhestr eto i’w gorffen.
people-different-title = Mae rhywbeth wedi newid yn y cyfamser
people-different-text = Tra oeddech chi’n edrych, fe olygodd rhywun ddisgybl neu fewnforio rhestr arall. Ni fewnforiwyd dim o’r rhestr hon. Gwiriwch y rhagolwg newydd, yna ei mewnforio.

## Wedi’i mewnforio.
people-done-pupils = Mae’r rhestr o ddisgyblion wedi’i mewnforio
people-done-contacts = Mae’r rhestr o gysylltiadau wedi’i mewnforio
people-done-staff = Mae’r rhestr o staff wedi’i mewnforio
people-done-rejected = { $count ->
    [zero] Ni adawyd yr un rhes allan.
    [one] Gadawyd 1 rhes allan. Cywirwch hi yn y ffeil a’i huwchlwytho eto.
    [two] Gadawyd 2 res allan. Cywirwch nhw yn y ffeil a’i huwchlwytho eto.
    [few] Gadawyd 3 rhes allan. Cywirwch nhw yn y ffeil a’i huwchlwytho eto.
    [many] Gadawyd 6 rhes allan. Cywirwch nhw yn y ffeil a’i huwchlwytho eto.
   *[other] Gadawyd { $count } rhes allan. Cywirwch nhw yn y ffeil a’i huwchlwytho eto.
}
people-next = Beth sy’n digwydd nesaf
people-next-pupils-history = Mae pob disgybl yn cadw ei hanes, hefyd y rhai a symudodd, a adawodd neu a ddaeth yn ôl.
people-next-pupils-contacts = Mewnforiwch y rhestr o gysylltiadau, fel bod rhywun i’w holi am bob disgybl newydd.
people-next-pupils-checker = Mae’r gwiriwr cyhoeddi yn adnabod yr enwau newydd ar unwaith.
people-next-contacts-sign-in = Gall teuluoedd â chyfeiriad e-bost fewngofnodi ar unwaith, gyda chod a anfonir i’r cyfeiriad hwnnw.
people-next-contacts-paper = Gofynnwch i deuluoedd heb un ar bapur.
people-next-staff-all = Gall pawb ar y rhestr fewngofnodi eisoes.
people-next-staff-invite = { $count ->
    [zero] Mae pawb wedi sefydlu eu cyfrif.
    [one] Nid yw 1 person wedi sefydlu ei gyfrif. Gwahoddwch ef.
    [two] Nid yw 2 berson wedi sefydlu eu cyfrif. Gwahoddwch nhw.
    [few] Nid yw 3 pherson wedi sefydlu eu cyfrif. Gwahoddwch nhw.
    [many] Nid yw 6 pherson wedi sefydlu eu cyfrif. Gwahoddwch nhw.
   *[other] Nid yw { $count } person wedi sefydlu eu cyfrif. Gwahoddwch nhw.
}
people-next-staff-ask = { $count ->
    [zero] Mae pawb wedi sefydlu eu cyfrif.
    [one] Nid yw 1 person wedi sefydlu ei gyfrif. Gofynnwch i weinyddwr eich ysgol ei wahodd.
    [two] Nid yw 2 berson wedi sefydlu eu cyfrif. Gofynnwch i weinyddwr eich ysgol eu gwahodd.
    [few] Nid yw 3 pherson wedi sefydlu eu cyfrif. Gofynnwch i weinyddwr eich ysgol eu gwahodd.
    [many] Nid yw 6 pherson wedi sefydlu eu cyfrif. Gofynnwch i weinyddwr eich ysgol eu gwahodd.
   *[other] Nid yw { $count } person wedi sefydlu eu cyfrif. Gofynnwch i weinyddwr eich ysgol eu gwahodd.
}
people-to-staff = Mynd i’r cyfrifon staff
people-to-classes = Gweld pwy sydd wedi ateb

## Beth a ddywedir wrth raglen.
people-api-rejected-title = Ni ellir mewnforio rhesi
people-api-rejected = { $count ->
    [zero] Gellir mewnforio pob rhes.
    [one] Ni ellir mewnforio 1 rhes, felly ni newidiwyd dim. Mae pob rhes wedi’i rhestru gyda’i llinell a’r hyn sydd o’i le.
    [two] Ni ellir mewnforio 2 res, felly ni newidiwyd dim. Mae pob rhes wedi’i rhestru gyda’i llinell a’r hyn sydd o’i le.
    [few] Ni ellir mewnforio 3 rhes, felly ni newidiwyd dim. Mae pob rhes wedi’i rhestru gyda’i llinell a’r hyn sydd o’i le.
    [many] Ni ellir mewnforio 6 rhes, felly ni newidiwyd dim. Mae pob rhes wedi’i rhestru gyda’i llinell a’r hyn sydd o’i le.
   *[other] Ni ellir mewnforio { $count } rhes, felly ni newidiwyd dim. Mae pob rhes wedi’i rhestru gyda’i llinell a’r hyn sydd o’i le.
}
people-api-file-title = Ni ellir darllen y rhestr
people-api-large = Mae’r rhestr yn fwy na { $most } beit. Ni newidiwyd dim. Anfonwch hi’n rhannau, pob un gyda leavers=keep.
people-api-type = Anfonwch y rhestr fel application/json (arae o wrthrychau y mae eu haelodau wedi’u henwi fel y colofnau), text/csv, text/plain, text/tab-separated-values, neu fel llyfr gwaith Excel (.xlsx) gyda’i fath ei hun. Ni newidiwyd dim.
people-api-no-array = Nid arae mewn JSON yw’r corff. Anfonwch arae gydag un gwrthrych i bob rhes, a’i aelodau wedi’u henwi fel y colofnau. Ni newidiwyd dim.
people-api-value = Nid yw gwerth { $place } yr arae yn wrthrych y mae ei aelodau’n destun, rhifau, true, false, null neu restrau ohonynt. Ni newidiwyd dim.
people-api-many-leave-title = Ni fyddai mwy nag un o bob pump ar y rhestr mwyach
people-api-many-leave = { $count ->
    [zero] Byddai pawb ar y rhestr o hyd.
    [one] Ni fyddai 1 person ar y rhestr mwyach, felly ni newidiwyd dim. Os yw hynny’n iawn, anfonwch y rhestr eto gyda leavers=confirm; os mai rhan o’r rhestr yw hi, gyda leavers=keep.
    [two] Ni fyddai 2 berson ar y rhestr mwyach, felly ni newidiwyd dim. Os yw hynny’n iawn, anfonwch y rhestr eto gyda leavers=confirm; os mai rhan o’r rhestr yw hi, gyda leavers=keep.
    [few] Ni fyddai 3 pherson ar y rhestr mwyach, felly ni newidiwyd dim. Os yw hynny’n iawn, anfonwch y rhestr eto gyda leavers=confirm; os mai rhan o’r rhestr yw hi, gyda leavers=keep.
    [many] Ni fyddai 6 pherson ar y rhestr mwyach, felly ni newidiwyd dim. Os yw hynny’n iawn, anfonwch y rhestr eto gyda leavers=confirm; os mai rhan o’r rhestr yw hi, gyda leavers=keep.
   *[other] Ni fyddai { $count } person ar y rhestr mwyach, felly ni newidiwyd dim. Os yw hynny’n iawn, anfonwch y rhestr eto gyda leavers=confirm; os mai rhan o’r rhestr yw hi, gyda leavers=keep.
}
people-api-busy-title = Mae rhestr arall yn cael ei mewnforio
people-api-busy = Dim ond un rhestr sy’n cael ei mewnforio ar y tro, felly ni newidiwyd dim. Rhowch gynnig arall arni mewn ychydig eiliadau.
people-api-leavers-title = Ni ddeellir y cwestiwn
people-api-leavers = leavers yw keep, confirm neu ei adael allan. Ni newidiwyd dim.
people-api-match-title = Ni ddeellir sut i baru
people-api-match = match yw names, numbers neu wedi’i adael allan. Ni newidiwyd dim.
people-api-rekeyed-title = Mae gan y rhestr rifau adnabod eraill
people-api-rekeyed = { $count ->
    [one] Mae gan 1 disgybl rif adnabod nad yw’n hysbys, ac enw a dosbarth neu flwyddyn disgybl sy’n hysbys, felly ni newidiwyd dim. Os yr un disgybl yw, anfonwch y rhestr eto gyda match=names; os rhywun arall, gyda match=numbers.
   *[other] Mae gan { $count } o ddisgyblion rifau adnabod nad ydynt yn hysbys, ac enwau a dosbarthiadau neu flynyddoedd disgyblion sy’n hysbys, felly ni newidiwyd dim. Os yr un disgyblion ydynt, anfonwch y rhestr eto gyda match=names; os rhai eraill, gyda match=numbers.
}
