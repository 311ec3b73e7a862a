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

## Yr hysbysiad preifatrwydd.
privacy-title = Hysbysiad preifatrwydd
privacy-lead = Beth mae { $school } yn ei gadw amdanoch chi ar y tudalennau hyn, pam, am ba hyd, ac i bwy i ofyn.
privacy-who-title = Pwy sy’n gyfrifol
privacy-controller = { $school } sy’n penderfynu beth a gedwir yma a sut y caiff ei ddefnyddio. Rheolydd data yw enw’r gyfraith ar hynny. Y cyfeiriad yw { $address }.
privacy-officer = Os oes gennych gwestiwn am eich data, gofynnwch i’r swyddog diogelu data: { $name }.
privacy-no-officer = Nid yw’r ysgol wedi enwi swyddog diogelu data yma eto. Os oes gennych gwestiwn am eich data, gofynnwch i swyddfa’r ysgol:
privacy-what-title = Beth rydyn ni’n ei gadw
privacy-what-pupils = Disgyblion: enw, grŵp blwyddyn, dosbarth a’r rhif y mae system yr ysgol ei hun yn ei ddefnyddio.
privacy-what-families = Rhieni, gofalwyr a chysylltiadau eraill: enw, perthynas â’r disgybl, a oes ganddynt gyfrifoldeb rhiant, cyfeiriad e-bost a rhif ffôn.
privacy-what-answers = Atebion: beth ofynnwyd i chi, beth atebsoch chi, pryd, ac ai ar-lein, ar bapur neu wyneb yn wyneb. Hefyd beth rydych yn dweud wrthym y mae eich plentyn yn ei feddwl.
privacy-what-staff = Staff: enw, cyfeiriad e-bost, rolau, a’r hyn a wnaethant ar y tudalennau hyn.
privacy-what-help = Cael help: nid ydym yn cadw pwy sy’n gofyn na beth maen nhw’n gofyn amdano.
privacy-what-cookies = Cwcis: dim ond y rhai sydd eu hangen i fewngofnodi ac i gofio eich iaith. Does dim yn eich dilyn i wefannau eraill.
privacy-source = Daw enwau, dosbarthiadau a manylion cyswllt o gofnodion yr ysgol ei hun. Gennych chi y daw popeth arall.
privacy-why-title = Pam rydyn ni’n ei gadw
privacy-why-ask = I ofyn am ganiatâd ar gyfer lluniau, ffilm a gwaith, ac i ddilyn eich atebion. Mae hyn yn rhan o waith yr ysgol er budd y cyhoedd (GDPR y DU erthygl 6(1)(e)).
privacy-why-prove = I ddangos pa ganiatâd a roddwyd. Mae’r gyfraith yn dweud bod rhaid i’r ysgol allu ei ddangos (GDPR y DU erthyglau 5(2) a 7(1)).
privacy-why-safe = I gadw’r tudalennau hyn yn ddiogel, ac i weld pa aelod o staff wnaeth beth (GDPR y DU erthygl 6(1)(e)).
privacy-why-pictures = Mae gan y lluniau, y ffilm a’r gwaith eu hunain eu rheswm cyfreithiol eu hunain, a’u hamser eu hunain:
privacy-purposes = { $count ->
    [zero] { $count } defnydd o luniau, ffilm neu waith
    [one] 1 defnydd o luniau, ffilm neu waith
    [two] 2 ddefnydd o luniau, ffilm neu waith
    [few] { $count } defnydd o luniau, ffilm neu waith
    [many] { $count } defnydd o luniau, ffilm neu waith
   *[other] { $count } defnydd o luniau, ffilm neu waith
}
privacy-column-purpose = Defnyddir ar gyfer
privacy-column-basis = Rheswm cyfreithiol
privacy-column-how-long = Am ba hyd
privacy-basis-consent = Eich caniatâd (GDPR y DU erthygl 6(1)(a))
privacy-basis-public-task = Gwaith yr ysgol er budd y cyhoedd. Gallwch wrthwynebu (GDPR y DU erthygl 6(1)(e)).
privacy-basis-legitimate-interests = Buddiannau cyfreithlon yr ysgol. Gallwch wrthwynebu (GDPR y DU erthygl 6(1)(f)).
privacy-not-answering = Does dim rhaid i chi ateb. Os na fyddwch yn ateb cwestiwn y mae angen eich caniatâd ar ei gyfer, mae’r ysgol yn ei drin fel ‘na’. Nid yw cyfrifiadur yn gwneud unrhyw benderfyniad ar ei ben ei hun.
privacy-how-long-title = Am ba hyd rydyn ni’n ei gadw
privacy-details-years = { $years ->
    [0] Manylion disgyblion a theuluoedd: yn cael eu dileu pan fydd y disgybl yn gadael.
    [one] Manylion disgyblion a theuluoedd: am 1 flwyddyn ar ôl i’r disgybl adael.
    [two] Manylion disgyblion a theuluoedd: am 2 flynedd ar ôl i’r disgybl adael.
   *[other] Manylion disgyblion a theuluoedd: am { $years } blynedd ar ôl i’r disgybl adael.
}
privacy-details-not-said = Manylion disgyblion a theuluoedd: nes i’r ysgol eu dileu. Nid yw’r ysgol wedi dweud yma am ba hyd y mae hynny. Gofynnwch i’r swyddfa.
privacy-answers-years = { $years ->
    [0] Atebion a derbynebau: yn cael eu dileu pan fydd y disgybl yn gadael.
    [one] Atebion a derbynebau: am 1 flwyddyn ar ôl i’r disgybl adael.
    [two] Atebion a derbynebau: am 2 flynedd ar ôl i’r disgybl adael.
   *[other] Atebion a derbynebau: am { $years } blynedd ar ôl i’r disgybl adael.
}
privacy-answers-not-said = Atebion a derbynebau: nes i’r ysgol eu dileu. Nid yw’r ysgol wedi dweud yma am ba hyd y mae hynny. Gofynnwch i’r swyddfa.
privacy-audit-years = { $years ->
    [0] Y cofnod o’r hyn a wnaeth staff: am lai na blwyddyn.
    [one] Y cofnod o’r hyn a wnaeth staff: am 1 flwyddyn.
    [two] Y cofnod o’r hyn a wnaeth staff: am 2 flynedd.
   *[other] Y cofnod o’r hyn a wnaeth staff: am { $years } blynedd.
}
privacy-audit-not-said = Y cofnod o’r hyn a wnaeth staff: nid yw’r ysgol wedi dweud yma am ba hyd. Gofynnwch i’r swyddfa.
privacy-by-itself = Yn cael ei ddileu heb i neb wneud dim: atebion a ddechreuoch chi a heb eu hanfon, ar ôl 24 awr; codau mewngofnodi, ar ôl awr; rhestrau y mae’r swyddfa’n eu huwchlwytho, ar ôl 24 awr.
privacy-shared-title = Pwy sy’n ei weld
privacy-shared-staff = Staff yr ysgol, pob un dim ond yr hyn sydd ei angen ar gyfer ei waith. Maen nhw’n gweld a gaiff plentyn fod mewn llun.
privacy-shared-operator = Pwy bynnag sy’n rhedeg y wefan hon i’r ysgol ac yn anfon ei he-byst. Dim ond ar gyfarwyddyd yr ysgol y maen nhw’n gweithio.
privacy-shared-nobody = Neb arall. Nid yw byth yn cael ei werthu na’i ddefnyddio ar gyfer hysbysebu.
privacy-rights-title = Eich hawliau
privacy-rights-copy = Gweld beth rydyn ni’n ei gadw amdanoch chi neu eich plentyn, a chael copi.
privacy-rights-correct = Cael cywiro camgymeriadau.
privacy-rights-erase = Gofyn i ni ei ddileu, neu roi’r gorau i’w ddefnyddio tra bydd cwestiwn yn cael ei ddatrys.
privacy-rights-object = Gwrthwynebu defnyddiau nad oes angen eich caniatâd ar eu cyfer.
privacy-rights-withdraw = Tynnu eich caniatâd yn ôl ar unrhyw adeg. Mae’r ysgol yn rhoi’r gorau iddi o hynny ymlaen. Mae’r hyn a wnaed o’r blaen yn parhau’n gyfreithlon.
privacy-rights-how = Mewngofnodwch i newid eich atebion. Ar gyfer popeth arall, gofynnwch i’r ysgol. Rhaid iddi ateb o fewn mis.
privacy-complain-title = Os nad ydych yn hapus gyda’r ateb
privacy-complain = Dywedwch wrth yr ysgol yn gyntaf. Os nad ydych yn hapus o hyd, gallwch gwyno i Swyddfa’r Comisiynydd Gwybodaeth (ICO).
privacy-complain-link = Cwyno i’r ICO
privacy-full-notice = Hysbysiad preifatrwydd llawn yr ysgol

## Y datganiad hygyrchedd.
accessibility-title = Hygyrchedd
accessibility-lead = Mae { $school } am i bawb allu defnyddio’r tudalennau hyn.
accessibility-how-far-title = Pa mor hygyrch yw’r tudalennau hyn
accessibility-how-far = Mae’r tudalennau wedi’u gwneud i fodloni’r Canllawiau Hygyrchedd Cynnwys Gwe (WCAG) fersiwn 2.2, lefel AA. Maent wedi’u hadeiladu i weithio gyda bysellfwrdd, gyda darllenydd sgrin, ar chwyddo 400%, ar ffôn bach a heb JavaScript. Nid ydynt wedi’u profi gan arbenigwr annibynnol na chan bobl anabl, felly rydyn ni’n dweud eu bod yn bodloni’r safon yn rhannol.
accessibility-tested = Fe’u profwyd ddiwethaf ar { $date }, gyda gwiriwr awtomatig (axe), gyda bysellfwrdd a heb JavaScript, ar led ffôn a chyfrifiadur, yn Gymraeg a Saesneg.
accessibility-limits-title = Beth efallai na fydd yn gweithio i chi
accessibility-limits-paper = Nid yw llythyrau, ffurflenni papur a thaflenni printiedig wedi’u profi gyda darllenydd sgrin. Mae’r un wybodaeth ar y tudalennau hyn.
accessibility-limits-others = Ni allwn newid gwefannau eraill y mae’r tudalennau hyn yn cysylltu â nhw.
accessibility-contact-title = Dywedwch wrthym am broblem
accessibility-contact = Os na allwch ddefnyddio rhywbeth, neu os oes ei angen arnoch mewn print bras, ar bapur neu wedi’i ddarllen i chi, cysylltwch â swyddfa’r ysgol:
accessibility-complain-title = Os nad ydych yn hapus gyda’r ateb
accessibility-complain = Mae Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) 2018 yn berthnasol. Os na fydd yr ysgol yn helpu, gallwch gael cyngor.
accessibility-complain-link = Cael cyngor am gydraddoldeb
accessibility-reviewed = Adolygodd yr ysgol y datganiad hwn ddiwethaf ar { $date }.
accessibility-not-reviewed = Nid yw’r ysgol wedi adolygu’r datganiad hwn eto.
