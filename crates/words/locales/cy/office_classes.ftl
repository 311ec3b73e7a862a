### Dosbarthiadau: pwy sydd wedi ateb, y daflen ganiatâd, ffigurau, teuluoedd heb ateb. I staff.

## Marciau'r grid caniatâd.
office-mark-may = Ie
office-mark-told = Wedi cael gwybod, dim gwrthwynebiad
office-mark-not-answered = Heb ateb: yn cyfrif fel na
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
office-sheet-ask = gofyn
office-sheet-ask-all = gofynnwch i’r swyddfa cyn unrhyw lun
office-sheet-key-may = caiff ymddangos.
office-sheet-key-ask = dim heb ofyn i swyddfa’r ysgol yn gyntaf.
office-sheet-care = Yn cyfrif ar y diwrnod y’i gwnaed: gwnewch un newydd cyn pob taith neu ddigwyddiad. Cadwch hi o’r golwg, a’i rhwygo wedyn.
office-sheet-everyone = Caiff pawb ymddangos.
office-sheet-ask-about = Gofynnwch i’r swyddfa yn gyntaf am:
office-sheet-may-count = { $count ->
    [zero] Caiff { $count } o { NUMBER($of) } ymddangos
    [one] Caiff 1 o { NUMBER($of) } ymddangos
    [two] Caiff 2 o { NUMBER($of) } ymddangos
    [few] Caiff { $count } o { NUMBER($of) } ymddangos
    [many] Caiff { $count } o { NUMBER($of) } ymddangos
   *[other] Caiff { $count } o { NUMBER($of) } ymddangos
}
