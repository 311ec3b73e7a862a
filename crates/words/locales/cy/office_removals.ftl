### Yr hyn y gofynnodd teuluoedd am ei dynnu i lawr. I staff; byth pwy yn y teulu a ofynnodd.

office-removals-title = Ceisiadau i dynnu i lawr
office-removals-about = Yr hyn y gofynnodd teuluoedd i’r ysgol ei dynnu i lawr, ac ers pryd.
office-removals-lead = Pan fydd teulu’n tynnu caniatâd yn ôl, cânt ofyn i’r ysgol dynnu i lawr yr hyn sydd eisoes wedi’i gyhoeddi. Yr hyn sydd wedi aros hiraf a ddaw gyntaf.
office-removals-count = { $count ->
    [zero] Gwnaed { $count } cais i dynnu i lawr
    [one] Gwnaed 1 cais i dynnu i lawr
    [two] Gwnaed 2 gais i dynnu i lawr
    [few] Gwnaed { $count } chais i dynnu i lawr
    [many] Gwnaed { $count } chais i dynnu i lawr
   *[other] Gwnaed { $count } cais i dynnu i lawr
}
office-removals-since = Gofynnwyd ar
office-removals-owed = Mae ar yr ysgol i’r teulu dynnu hyn i lawr lle bynnag y gall, a dweud wrthynt beth a wnaed.
office-removals-all = Gweld popeth y gofynnwyd amdano
office-removals-child = I’w dynnu i lawr
office-removals-line = Gofynnwyd ar { $date }: { $purposes }
office-removals-purpose-gone = rhywbeth nad yw’r ysgol yn gofyn amdano mwyach
office-removals-pupil-gone = disgybl nad yw ar y rhestr mwyach
office-removals-none-title = Ni ofynnwyd am ddim
office-removals-none-text = Bydd cais teulu’n ymddangos yma cyn gynted ag y byddant yn tynnu’n ôl ar-lein ac yn gofyn amdano, neu pan fydd y swyddfa’n ei roi i mewn ar eu rhan.
