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
