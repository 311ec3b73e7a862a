### Yr hyn y gofynnodd teuluoedd am ei dynnu i lawr. I staff; byth pwy yn y teulu a ofynnodd.

office-removals-title = Ceisiadau i dynnu lluniau i lawr
office-removals-about = Pa luniau mae teuluoedd wedi gofyn i’r ysgol eu tynnu i lawr, a phryd y gofynnon nhw.
office-removals-lead = Pan fydd teulu’n tynnu caniatâd yn ôl, gallant ofyn i’r ysgol dynnu i lawr luniau sydd eisoes wedi’u cyhoeddi. Y cais hynaf sydd gyntaf.
office-removals-count = { $count ->
    [zero] Dim ceisiadau
    [one] 1 cais
    [two] 2 gais
    [few] { $count } chais
    [many] { $count } chais
   *[other] { $count } cais
}
office-removals-since = Dyddiad y cais
office-removals-owed = Rhaid i’r ysgol dynnu’r lluniau hyn i lawr lle bynnag y gall, a dweud wrth y teulu beth a wnaed.
office-removals-all = Gweld pob cais
office-removals-child = I’w dynnu i lawr
office-removals-line = Gofynnwyd ar { $date }: { $purposes }
office-removals-purpose-gone = rhywbeth nad yw’r ysgol yn gofyn amdano mwyach
office-removals-pupil-gone = disgybl nad yw ar y rhestr mwyach
office-removals-none-title = Dim ceisiadau
office-removals-none-text = Bydd cais yn ymddangos yma pan fydd teulu’n tynnu caniatâd yn ôl ar-lein ac yn gofyn am dynnu lluniau i lawr, neu pan fydd y swyddfa’n ei nodi ar eu rhan.
