### Drws ffrynt ysgol, rhestr yr ysgolion enghreifftiol, a blwch anfon yr arddangosiad.

front-door-title = Croeso
front-door-lead = Beth hoffech chi ei wneud?
front-door-photos = Caniatâd ar gyfer lluniau
front-door-photos-text = Rhoi neu wrthod caniatâd ar gyfer lluniau, ffilm a gwaith eich plentyn, neu newid eich meddwl.
front-door-help = Cael help
front-door-help-text = Dod o hyd i rywun i siarad â nhw os oes rhywbeth ar-lein yn eich poeni chi neu rywun rydych chi’n ei adnabod, a gweld pwy sydd yno nawr.
front-door-receipt = Gwirio derbynneb
front-door-receipt-text = Gwirio bod derbynneb yn ddilys.
front-door-staff = Rwy’n gweithio yn yr ysgol
front-door-staff-text = Rhestrau dosbarth, taflenni caniatâd a gosodiadau, i athrawon, y swyddfa a llywodraethwyr.
schools-title = Ysgolion enghreifftiol
schools-lead = Arddangosiad yw hwn. Mae’r ysgolion a phawb ynddyn nhw’n ddychmygol.
schools-outbox = Gweld y negeseuon a fyddai wedi’u hanfon
schools-count =
    { $count ->
        [zero] 0 ysgol
        [one] 1 ysgol
        [two] 2 ysgol
        [few] { $count } ysgol
        [many] { $count } ysgol
       *[other] { $count } ysgol
    }
outbox-title = Negeseuon
outbox-lead = Arddangosiad yw hwn, felly does dim neges yn gadael y cyfrifiadur hwn. Mae’r negeseuon a fyddai wedi’u hanfon wedi’u rhestru yma, y ddiweddaraf yn gyntaf.
outbox-empty-title = Dim negeseuon eto
outbox-empty = Gofynnwch am god mewngofnodi yn un o’r ysgolion, a bydd yn ymddangos yma.
outbox-count =
    { $count ->
        [zero] 0 neges
        [one] 1 neges
        [two] 2 neges
        [few] { $count } neges
        [many] { $count } neges
       *[other] { $count } neges
    }
outbox-head = At { $address }, { $when }, { $school }
