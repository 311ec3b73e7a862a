### Yr hyn a ddangosir i rywun sy’n penderfynu am luniau pan ddywedwyd rhywbeth arall yn y cyfamser.

## Ffurflen y dywedwyd rhywbeth wrth ei hochr

since-said-no = Dywedoch chi na i hyn ar gyfer { $child } ar { $when }.
since-title = Mae rhywbeth wedi newid ers i chi ddechrau
since-no = Ers i chi ddechrau, dywedoch chi na i “{ $purpose }” ar gyfer { $child } ({ $when }).
since-question = Ydych chi am newid hynny i ie?
since-change = Ydw, newid i ie
since-keep = Nac ydw, gadael fel na
since-error = Dewiswch a ydych am newid eich na cynharach i ie
since-dropped = Rydych wedi tynnu caniatâd yn ôl ar gyfer { $child } ers i chi ddechrau. Nid yw’r atebion hyn yn cynnwys { $child }.
since-left = Mae { $child } wedi gadael yr ysgol. Nid yw’r atebion hyn yn cynnwys { $child }.
since-gone-title = Ni chafodd yr atebion hyn eu hanfon
since-gone-text = Does dim ar ôl i’w anfon yma: ers i chi ddechrau, fe wnaethoch dynnu’n ôl, ateb mewn ffordd arall, neu gadawodd y plentyn yr ysgol. Yr hyn a ddywedoch bryd hynny sy’n cyfrif.
since-change-title = Rydych wedi dweud na ers i chi agor y dudalen hon
since-change-text = Dywedoch chi na i hyn ar { $when }. Os ydych am newid hynny i ie, dewiswch ie eto a chadw.
since-now-no = Ar hyn o bryd na yw eich ateb ({ $when }).

## Yr un peth, i’r swyddfa

since-office-title = Mae’r person hwn wedi dweud na
since-office-text = Dywedodd { $name } na i’r hyn y mae’r ffurflen yn dweud ie iddo. Gwnewch yn siŵr bod y ffurflen yn fwy diweddar, yna cofnodwch hi eto. Os nad yw, dewiswch “Heb ei ateb”.
since-office-no = { $purpose }: na, ar { $when }

## Y llythyr gyda’r dderbynneb

letter-receipt-withdrawal-subject = Rydych wedi tynnu caniatâd yn ôl: { $school }
letter-receipt-paper = Teipiwyd yr atebion hyn gan swyddfa’r ysgol o’r ffurflen bapur dyddiedig { $date }. Os oes rhywbeth yn wahanol ar eich ffurflen, dywedwch wrth y swyddfa.
letter-receipt-spoken = Teipiwyd yr atebion hyn gan swyddfa’r ysgol o’r hyn a ddywedoch wrth yr ysgol ar { $date }. Os oes rhywbeth o’i le, dywedwch wrth y swyddfa.

## Pwy ydych chi, o blith sawl un sy’n rhannu cyfeiriad e-bost

who-title = Pwy ydych chi?
who-lead = Mae mwy nag un person yn { $school } yn defnyddio’r cyfeiriad e-bost hwn. Cedwir atebion pob person ar wahân, felly dewiswch eich enw eich hun.
who-error = Dewiswch eich enw eich hun
who-now = Rydych yn ateb fel { $name }.
who-again = Nid chi? Dewiswch eto
