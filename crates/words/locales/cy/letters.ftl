### Negeseuon at bobl: pynciau a thestun plaen.

## Ar waelod pob neges

letter-foot = Anfonwyd gan Schoolgate ar ran { $school }. Does neb yn darllen atebion i’r e-bost hwn. I gysylltu â’r ysgol, ysgrifennwch neu ffoniwch fel arfer.

## Y cod mewngofnodi

letter-code-subject = Eich cod mewngofnodi ar gyfer { $school }
letter-code-lead = Dyma eich cod ar gyfer mewngofnodi i { $school }:
letter-code-use = Teipiwch y cod ar y dudalen lle gofynnoch chi amdano. Mae’n gweithio am awr.
letter-code-secret = Ni fydd neb o’r ysgol yn gofyn i chi am y cod hwn. Peidiwch â’i ddweud wrth neb.
letter-code-not-you = Os na ofynnoch chi am god, does dim angen i chi wneud dim. Ni all neb fewngofnodi gyda’ch cyfeiriad hebddo.

## Y dderbynneb am benderfyniadau

letter-receipt-subject = Eich derbynneb gan { $school }
letter-receipt-lead = Cofnododd { $school } eich atebion ar { $when }. Dyma eich derbynneb. Cadwch hi, os gwelwch yn dda.
letter-receipt-initials = I ddiogelu preifatrwydd, dim ond llythyren gyntaf enw pob plentyn rydyn ni’n ei defnyddio.
letter-receipt-child = Plentyn { $initial }
letter-receipt-agree = { $purpose }: ie, rydych yn rhoi caniatâd
letter-receipt-refuse = { $purpose }: na, nid ydych yn rhoi caniatâd
letter-receipt-no-objection = { $purpose }: rydych yn hapus gyda hyn
letter-receipt-object = { $purpose }: rydych yn gwrthwynebu
letter-receipt-withdrawn-from-now = Tynnu caniatâd yn ôl yw hyn. Mae’r ysgol yn rhoi’r gorau iddi o hyn ymlaen.
letter-receipt-withdrawn-removal = Tynnu caniatâd yn ôl yw hyn. Mae’r ysgol yn rhoi’r gorau iddi o hyn ymlaen, ac rydych wedi gofyn iddi dynnu i lawr yr hyn sydd eisoes wedi’i gyhoeddi.
letter-receipt-reference = Cyfeirnod: { $reference }
letter-receipt-fingerprint = Ôl bys digidol (SHA-256):
letter-receipt-check-title = Sut i wirio’r dderbynneb hon
letter-receipt-check-here = Ar ein gwefan: agorwch { $address } a theipiwch y cyfeirnod a’r ôl bys. Does dim angen mewngofnodi, a gall unrhyw un y dangoswch y dderbynneb iddo wneud yr un peth.
letter-receipt-check-alone = Ar eich cyfrifiadur eich hun: mewngofnodwch, lawrlwythwch y dderbynneb fel ffeil a’i chadw. Mae unrhyw offeryn sy’n cyfrifo SHA-256 yn rhoi’r ôl bys uchod, er enghraifft “certutil -hashfile” gydag enw’r ffeil a “SHA256” ar Windows, neu “shasum -a 256” gydag enw’r ffeil ar Mac neu Linux.
letter-receipt-change-title = Os newidiwch eich meddwl
letter-receipt-change-here = Agorwch { $address } a mewngofnodwch. Gallwch newid neu dynnu’n ôl unrhyw ateb ar unrhyw adeg, mewn dau gam. Daw’r newid i rym ar unwaith, a does dim rhaid i chi ddweud pam.
letter-receipt-change-office = Neu dywedwch wrth swyddfa’r ysgol. Mae hynny’n gweithio lawn cystal.

## Y llythyr y mae gweinyddwr yn ei ddefnyddio i weld a yw llythyrau'n cyrraedd.
letter-test-subject = E-bost prawf gan { $school }
letter-test-lead = Gofynnodd gweinyddwr { $school } am yr e-bost hwn, i weld a yw e-byst yn cyrraedd. Mae hwn wedi cyrraedd.
letter-test-next = Gellir anfon codau mewngofnodi a derbynebau at deuluoedd nawr.

## The invitation for a member of staff

letter-invitation-subject = Sefydlwch eich cyfrif ar gyfer { $school }
letter-invitation-lead = Mae { $school } wedi creu cyfrif i chi, i weithio gyda chaniatâd lluniau a diogelwch ar-lein. I’w sefydlu bydd angen yr e-bost hwn arnoch, a ffôn ag ap dilysu. Mae’n cymryd tua phum munud.
letter-invitation-open = Agorwch y cyfeiriad hwn yn eich porwr:
letter-invitation-code = Teipiwch eich cyfeiriad e-bost yno, a’r cod hwn:
letter-invitation-until = Mae’r cod yn gweithio unwaith, tan { $date }.
letter-invitation-secret = Ni fydd neb o’r ysgol yn gofyn i chi am y cod hwn, nac am eich cyfrinymadrodd.
letter-invitation-not-you = Os nad ydych yn gweithio i’r ysgol hon, does dim angen i chi wneud dim.

## Y llythyrau sy’n gwahodd teuluoedd, ac yn atgoffa’r rhai sydd heb ateb. Dim ond blaenlythrennau’r plant sydd ynddynt.
letter-family-subject = Caniatâd lluniau: hoffai { $school } gael eich ateb
letter-family-lead = Mae { $school } yn gofyn i bob teulu pa luniau, ffilmiau a gwaith eu plentyn y caiff eu defnyddio. Dywedwch wrthym beth yw eich dymuniad. Mae’n cymryd tua phum munud.
letter-reminder-subject = Caniatâd lluniau: nid yw { $school } wedi cael eich holl atebion eto
letter-reminder-lead = Mae { $school } wedi gofyn pa luniau, ffilmiau a gwaith eich plentyn y caiff eu defnyddio, ac nid yw wedi cael eich holl atebion eto. Nes i chi ateb, bydd eich plentyn yn cael ei adael allan o luniau y mae angen eich caniatâd ar eu cyfer.
letter-family-children = Mae hyn am: { $children }. I ddiogelu preifatrwydd, dim ond blaenlythrennau rydym yn eu defnyddio.
letter-family-open = Agorwch y dudalen hon:
letter-family-sign-in = Mewngofnodwch gyda’r cyfeiriad e-bost y daeth y neges hon iddo. Byddwn yn anfon cod atoch: does dim cyfrinair.
letter-family-free = Gallwch ddweud na wrth unrhyw beth, a newid eich meddwl ar unrhyw adeg. Fydd eich plentyn ddim ar ei golled.
letter-family-told-title = Beth rydym yn ei wneud oni bai eich bod yn gwrthwynebu
letter-family-told = Does dim angen caniatâd arnom ar gyfer y rhain, ond gallwch wrthwynebu unrhyw un ohonynt ar yr un dudalen:
letter-family-told-of = { $title }: { $what }
letter-family-paper = Os byddai’n well gennych ateb ar bapur, gofynnwch i swyddfa’r ysgol: { $telephone }, { $email }.
