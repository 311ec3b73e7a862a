### Dosbarthiadau: pwy sydd wedi ateb, y daflen ganiatâd, ffigurau, teuluoedd heb ateb. I staff.

## Marciau'r grid caniatâd.
office-mark-may = Ie
office-mark-told = Wedi cael gwybod, dim gwrthwynebiad
office-mark-not-answered = Heb ateb, felly na
office-mark-nobody-to-ask = Neb i’w holi eto, felly na
office-mark-may-not = Na
office-mark-flagged = Na: yr arweinydd diogelu sy’n penderfynu

## Taflen ganiatâd y dosbarth. Nid yw byth yn dweud pam.
office-sheet-title = Pwy gaiff fod mewn lluniau: { $class }
office-sheet-pupils = { $count ->
    [zero] { $count } disgybl
    [one] 1 disgybl
    [two] 2 ddisgybl
    [few] { $count } disgybl
    [many] { $count } disgybl
   *[other] { $count } disgybl
}
office-sheet-name = Enw
office-sheet-ask = Na
office-sheet-ask-all = Na, dim mewn unrhyw lun
office-sheet-key-may = caiff ymddangos.
office-sheet-key-ask = ni chaiff ymddangos. Cwestiynau? Ffoniwch swyddfa’r ysgol:
office-sheet-care = Dim ond yn ddilys ar y diwrnod y caiff ei hargraffu: argraffwch un newydd cyn pob taith neu ddigwyddiad. Cadwch hi o’r golwg, a’i rhwygo wedyn.
office-sheet-names = Beth mae teuluoedd yn eu galw:
office-sheet-print = Argraffu’r daflen hon
office-sheet-everyone = Caiff pawb ymddangos.
office-sheet-ask-about = Nid y disgyblion hyn:
office-sheet-may-count = { $count ->
    [zero] Caiff { $count } o { NUMBER($of) } ymddangos
    [one] Caiff 1 o { NUMBER($of) } ymddangos
    [two] Caiff 2 o { NUMBER($of) } ymddangos
    [few] Caiff { $count } o { NUMBER($of) } ymddangos
    [many] Caiff { $count } o { NUMBER($of) } ymddangos
   *[other] Caiff { $count } o { NUMBER($of) } ymddangos
}
office-sheet-ways = Ffyrdd o ddarllen y daflen hon
office-sheet-by-pupil = Fesul disgybl
office-sheet-by-kind = Fesul math o lun
office-sheet-made = Gwnaed { $time }

## Mathau o lun.
office-kind-group = Mewn grwpiau
office-kind-single = Ar ei ben ei hun, adnabyddadwy
office-kind-work = Gwaith
office-kind-recording = Ffilm a sain

## Pennau colofnau.
office-column-pupil = Disgybl
office-column-class = Dosbarth
office-column-year = Blwyddyn
office-column-pupils = Disgyblion
office-column-sheet = Taflen i’w hargraffu
office-column-answered = Wedi ateb
office-column-part = Rhai atebion
office-column-nothing = Dim atebion
office-column-purpose = Diben
office-column-may = Caiff ymddangos
office-column-may-not = Ni chaiff
office-column-not-answered = Heb ateb
office-column-who = Pwy sy’n cael penderfynu
office-column-heard = Dyddiad yr ateb

## Grwpiau blwyddyn.
office-year-nursery = Meithrin
office-year-reception = Derbyn
office-year = Blwyddyn { $number }

office-answered = { $done } o { $all }

## Ffyrdd o gyfyngu rhestr.
office-show = Dangos
office-show-all = Pawb
office-show-open = Heb ateb eto
office-show-answered = Wedi ateb
office-show-differ = Atebion yn wahanol
office-show-nobody = Neb i benderfynu
office-show-left = Wedi gadael
office-filter-may = Caiff ymddangos ar gyfer
office-filter-may-any = Unrhyw ddiben
office-filter-classes-all = Pob dosbarth
office-filter-years-all = Pob blwyddyn

## Nodiadau byr.
office-note-differ = atebion yn wahanol
office-note-nobody = neb a all benderfynu
office-note-left = Wedi gadael

## Rhestr y dosbarthiadau.
office-classes-title = Dosbarthiadau
office-classes-lead = Agorwch neu argraffwch daflen dosbarth ychydig cyn bod ei hangen. Mae’n dangos yr hyn a ganiateir ar y pryd.
office-classes-count = { $count ->
    [zero] { $count } dosbarth
    [one] 1 dosbarth
    [two] 2 ddosbarth
    [few] { $count } dosbarth
    [many] { $count } dosbarth
   *[other] { $count } dosbarth
}
office-classes-sheet = Taflen { $class }
office-classes-none-title = Dim disgyblion eto
office-classes-none-text = Byddant yn ymddangos yma cyn gynted ag y bydd y swyddfa wedi mewnforio rhestr o ddisgyblion.

## Un dosbarth.
office-class-title = Dosbarth { $class }
office-class-count = { $count ->
    [zero] { $count } disgybl yn { $class }
    [one] 1 disgybl yn { $class }
    [two] 2 ddisgybl yn { $class }
    [few] { $count } disgybl yn { $class }
    [many] { $count } disgybl yn { $class }
   *[other] { $count } disgybl yn { $class }
}
office-class-sheet = Taflen i’w hargraffu
office-class-outstanding = Teuluoedd sydd heb ymateb
office-class-none-title = Dim disgyblion i’w dangos
office-class-none-text = Nid oes disgybl yn cyfateb i hyn ar hyn o bryd. Dewiswch “Pawb” i weld pawb eto.

## Pa mor bell rydym ni.
office-progress-title = Cyfraddau ymateb
office-progress-lead = { $count ->
    [zero] Mae { $count } disgybl yn yr ysgol. Mae teulu wedi ymateb unwaith y bydd rhywun wedi ateb pob cwestiwn y mae angen caniatâd ar ei gyfer, ie neu na.
    [one] Mae 1 disgybl yn yr ysgol. Mae teulu wedi ymateb unwaith y bydd rhywun wedi ateb pob cwestiwn y mae angen caniatâd ar ei gyfer, ie neu na.
    [two] Mae 2 ddisgybl yn yr ysgol. Mae teulu wedi ymateb unwaith y bydd rhywun wedi ateb pob cwestiwn y mae angen caniatâd ar ei gyfer, ie neu na.
    [few] Mae { $count } disgybl yn yr ysgol. Mae teulu wedi ymateb unwaith y bydd rhywun wedi ateb pob cwestiwn y mae angen caniatâd ar ei gyfer, ie neu na.
    [many] Mae { $count } disgybl yn yr ysgol. Mae teulu wedi ymateb unwaith y bydd rhywun wedi ateb pob cwestiwn y mae angen caniatâd ar ei gyfer, ie neu na.
   *[other] Mae { $count } disgybl yn yr ysgol. Mae teulu wedi ymateb unwaith y bydd rhywun wedi ateb pob cwestiwn y mae angen caniatâd ar ei gyfer, ie neu na.
}
office-progress-percent = wedi ateb
office-progress-left = disgybl ar ôl
office-progress-all = { $count ->
    [zero] { $count } wedi ateb
    [one] 1 wedi ateb
    [two] 2 wedi ateb
    [few] { $count } wedi ateb
    [many] { $count } wedi ateb
   *[other] { $count } wedi ateb
}
office-progress-part = { $count ->
    [zero] { $count } yn rhannol
    [one] 1 yn rhannol
    [two] 2 yn rhannol
    [few] { $count } yn rhannol
    [many] { $count } yn rhannol
   *[other] { $count } yn rhannol
}
office-progress-nothing = { $count ->
    [zero] { $count } heb ateb eto
    [one] 1 heb ateb eto
    [two] 2 heb ateb eto
    [few] { $count } heb ateb eto
    [many] { $count } heb ateb eto
   *[other] { $count } heb ateb eto
}
office-progress-classes = { $count ->
    [zero] { $count } dosbarth
    [one] 1 dosbarth
    [two] 2 ddosbarth
    [few] { $count } dosbarth
    [many] { $count } dosbarth
   *[other] { $count } dosbarth
}
office-progress-purposes = { $count ->
    [zero] Disgyblion yn ôl diben y llun: { $count } diben
    [one] Disgyblion yn ôl diben y llun: 1 diben
    [two] Disgyblion yn ôl diben y llun: 2 ddiben
    [few] Disgyblion yn ôl diben y llun: { $count } diben
    [many] Disgyblion yn ôl diben y llun: { $count } diben
   *[other] Disgyblion yn ôl diben y llun: { $count } diben
}

## Teuluoedd heb ateb eto, i'w hargraffu.
office-outstanding-title = Teuluoedd sydd heb ymateb
office-outstanding-of = Teuluoedd sydd heb ymateb: { $class }
office-outstanding-lead = Ar { $time }. Nes i deulu ateb, mae’r ysgol yn ei drin fel ‘na’.
office-outstanding-count = { $count ->
    [zero] { $count } teulu, { $pupils }
    [one] 1 teulu, { $pupils }
    [two] 2 deulu, { $pupils }
    [few] { $count } theulu, { $pupils }
    [many] { $count } theulu, { $pupils }
   *[other] { $count } teulu, { $pupils }
}
office-outstanding-none-title = Mae pob teulu wedi ymateb
office-outstanding-none-text = Bydd teulu’n ymddangos yma eto pan ddaw disgybl newydd neu pan newidir cwestiwn.
office-contact-paper = dim e-bost: ar bapur
office-contact-gone = ddim ar y rhestr mwyach

## Cardiau ar y dudalen gyntaf.
office-home-classes = Dosbarthiadau a thaflenni
office-home-classes-about = Pwy gaiff fod mewn lluniau: taflen i’w hargraffu, bob amser yn gyfredol.
office-home-children-about = Dod o hyd i ddisgybl, gweld beth a ganiateir, golygu eu manylion.
office-home-progress-about = Faint o deuluoedd sydd wedi ymateb, mewn ffigurau.
office-home-outstanding-about = Rhestr i ffonio neu e-bostio ohoni, neu i’w hargraffu.

## Llun pwy i beidio â’i dynnu heddiw, ar ffôn athro.
office-today-home = Llun pwy i beidio â’i dynnu heddiw
office-today-title = Llun pwy i beidio â’i dynnu heddiw: { $class }
office-today-valid = Dim ond yn ddilys ar { $date }. Llwythwyd { $time }. Ar ôl iddi lwytho nid oes angen cysylltiad arnoch.
office-today-purposes = Dangos un defnydd o luniau
office-today-all = Popeth
office-today-everyone = Mae pawb yn iawn.
office-today-others = Mae pawb arall yn iawn.
office-today-nobody = Dyna bawb yn y dosbarth hwn.
office-today-office = Peidiwch â thynnu llun disgybl sydd ar y rhestr. Os oes gennych gwestiwn, ffoniwch swyddfa’r ysgol:
office-column-today = Ar eich ffôn
office-classes-today = Llun pwy i beidio â’i dynnu heddiw yn { $class }

## Eich dosbarthiadau eich hun.
office-my-classes-title = Eich dosbarthiadau
office-my-classes-lead = Bydd y dosbarthiadau a ddewiswch yn dod gyntaf ar eich tudalen gyntaf.
office-my-classes-question = Pa ddosbarthiadau yw eich rhai chi?
office-my-classes-choose = Dewis eich dosbarthiadau
office-my-classes-change = Newid eich dosbarthiadau
