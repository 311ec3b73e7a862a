### Yr hyn sy’n cael ei argraffu a’i anfon adref: llythyrau â chod mewngofnodi, a ffurflenni i’w llenwi â beiro.

print-title = Llythyrau a ffurflenni am ganiatâd lluniau
print-foot = { $whose } · tudalen { $page } o { $of }
print-office = Swyddfa’r ysgol: { $telephone }, { $email }
print-privacy = Preifatrwydd: mae { $school } yn defnyddio hwn i gofnodi eich caniatâd ac i ddim byd arall. Dim ond chi a’r staff sydd eu hangen sy’n gweld eich atebion. I weld neu gywiro’r hyn y mae’r ysgol yn ei ddal, gofynnwch i swyddfa’r ysgol. Gallwch gwyno i Swyddfa’r Comisiynydd Gwybodaeth (ico.org.uk).

## Y llythyr â chod
print-letter-to = At: { $name }
print-letter-about = Ynglŷn â: { $children }
print-letter-title = Caniatâd lluniau: eich cod mewngofnodi
print-letter-why = Mae { $school } yn gofyn i bob teulu pa luniau, ffilmiau a gwaith eu plentyn y caiff eu defnyddio. Gallwch ateb ar-lein, ar unrhyw ffôn neu gyfrifiadur.
print-letter-time = Mae’n cymryd tua phum munud. Gallwch ddweud na wrth unrhyw beth: fydd eich plentyn ddim ar ei golled.
print-letter-open = 1. Agorwch y dudalen hon
print-letter-camera = Sgwâr i gamera eich ffôn. Mae’n agor { $address }
print-letter-code = 2. Teipiwch eich cod
print-letter-keep = Cadwch y llythyr hwn. Mae’r cod yn gweithio bob tro, felly gallwch ddod yn ôl a newid eich meddwl. Os bydd yr ysgol yn anfon llythyr mwy newydd atoch, defnyddiwch y cod ar hwnnw: bydd hwn wedyn yn peidio â gweithio.
print-letter-secret = Eich cod chi yn unig yw hwn. Ni fydd neb o’r ysgol yn gofyn i chi amdano.
print-letter-other = Dim ffôn na chyfrifiadur?
print-letter-paper = Gofynnwch i swyddfa’r ysgol am ffurflen bapur, neu dywedwch eich atebion wrthyn nhw. Maen nhw’n cyfrif yn union yr un fath.

## Y ffurflen
print-form-title = Caniatâd lluniau: ffurflen bapur
print-form-child = Plentyn: { $name }, dosbarth { $class }
print-form-lead = Ticiwch un blwch o dan bob cwestiwn, llofnodwch ar y diwedd a dychwelwch y ffurflen hon.
print-form-free = Gallwch ddweud na wrth unrhyw beth: fydd eich plentyn ddim ar ei golled. Lle na fyddwch yn ticio dim, nid ydych wedi ateb, a bydd yr ysgol yn gofyn eto.
print-form-return-by = Dychwelwch y ffurflen hon i swyddfa’r ysgol erbyn { $date }.
print-form-return = Dychwelwch y ffurflen hon i swyddfa’r ysgol.
print-form-sign = Eich llofnod
print-form-who = Gall unrhyw un â chyfrifoldeb rhiant dros y plentyn lofnodi. Os bydd mwy nag un person yn ateb, dim ond pan fydd pawb sydd wedi ateb yn dweud ie y bydd yr ysgol yn mynd yn ei blaen.
print-form-name = Eich enw
print-form-relation = Eich perthynas â’r plentyn (mam, tad, gofalwr)
print-form-signature = Llofnod
print-form-date = Dyddiad
print-form-change = Gallwch newid eich meddwl ar unrhyw adeg: dywedwch wrth swyddfa’r ysgol neu gofynnwch am ffurflen arall.
