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

since-office-title = Mae’r person hwn wedi ateb hyn o’r blaen
since-office-text = Mae { $name } wedi ateb ar ddyddiad y ffurflen neu’n hwyrach. Os y ffurflen yw’r ateb diweddaraf, cofnodwch hi eto. Os nad ydyw, neu os nad ydych yn siŵr, dewiswch “Heb ei ateb”.
since-office-answered = { $purpose }: atebwyd ar { $when }

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

## Yr hyn y mae’r ysgol yn ei wneud heb ofyn

office-mark-not-told = Heb ddweud wrth y teulu eto, felly na
office-holds-not-told = Ni chaiff yr ysgol: nid yw’r teulu wedi cael gwybod eto.
notices-title = Hysbysiad wedi’i roi ar bapur
notices-button = Hysbysiad wedi’i roi ar bapur
notices-lead =
    { $count ->
        [zero] Cofnodwch y diwrnod y rhoddwyd yr hysbysiad hwn i’r teuluoedd ar bapur. Hyd nes y dywedwyd wrth deulu, ni chaiff yr ysgol wneud y pethau hyn.
        [one] Cofnodwch y diwrnod y rhoddwyd yr hysbysiad hwn i’r teulu ar bapur. Hyd nes y dywedwyd wrth deulu, ni chaiff yr ysgol wneud y pethau hyn.
        [two] Cofnodwch y diwrnod y rhoddwyd yr hysbysiad hwn i deuluoedd y { $count } ddisgybl hyn ar bapur. Hyd nes y dywedwyd wrth deulu, ni chaiff yr ysgol wneud y pethau hyn.
        [few] Cofnodwch y diwrnod y rhoddwyd yr hysbysiad hwn i deuluoedd y { $count } disgybl hyn ar bapur. Hyd nes y dywedwyd wrth deulu, ni chaiff yr ysgol wneud y pethau hyn.
        [many] Cofnodwch y diwrnod y rhoddwyd yr hysbysiad hwn i deuluoedd y { $count } disgybl hyn ar bapur. Hyd nes y dywedwyd wrth deulu, ni chaiff yr ysgol wneud y pethau hyn.
       *[other] Cofnodwch y diwrnod y rhoddwyd yr hysbysiad hwn i deuluoedd y { $count } disgybl hyn ar bapur. Hyd nes y dywedwyd wrth deulu, ni chaiff yr ysgol wneud y pethau hyn.
    }
notices-none = Mae’r ysgol hon yn gofyn am ganiatâd ar gyfer popeth, felly does dim hysbysiad i’w roi.
notices-day = Y diwrnod y rhoddwyd yr hysbysiad
notices-day-hint = Er enghraifft 3 9 2026
notices-save = Cofnodi’r hysbysiad
notices-done = Wedi’i gofnodi.
notices-history-paper = Rhoddwyd hysbysiad ar bapur ar { $date }, cofnodwyd gan { $name }
notices-history-sent = Anfonwyd hysbysiad drwy e-bost
notices-history-shown = Darllenwyd yr hysbysiad ar ôl mewngofnodi
notices-history-returned = Daeth hysbysiad a anfonwyd drwy e-bost yn ôl
notices-record-title = Hysbysiadau a llythyrau
notices-record-none = Nid oes hysbysiad na llythyr wedi’i gofnodi.
notices-record-count = { $count ->
    [zero] Dim hysbysiadau na llythyrau
    [one] 1 hysbysiad neu lythyr
    [two] 2 hysbysiad neu lythyr
    [few] { $count } hysbysiad a llythyr
    [many] { $count } hysbysiad a llythyr
   *[other] { $count } hysbysiad a llythyr
}
notices-record-paper = Hysbysiad wedi’i roi ar bapur ar { $date }
notices-record-form = Argraffwyd ffurflen bapur (y tro diwethaf)
notices-record-letter = Argraffwyd llythyr â chod (y tro diwethaf)
audit-notice-child = Cofnododd fod hysbysiad wedi’i roi ar bapur ar gyfer { $child }
audit-notice-class = Cofnododd fod hysbysiad wedi’i roi ar bapur i { $class }
notices-shown-title = Yr hyn y mae’r ysgol yn ei wneud heb ofyn
notices-shown-text = Nid oes angen eich caniatâd ar yr ysgol ar gyfer y rhain. Gallwch wrthwynebu unrhyw un ohonynt unrhyw bryd: agorwch eich plentyn isod a newidiwch yr ateb.

## Barn y disgybl ei hun

view-rather-not-notice = Dywedwyd wrth yr ysgol y byddai’n well gan { $child } beidio â bod mewn lluniau
view-rather-not-change = Mae staff yn gweld hyn. Os yw wedi newid, gall y sawl a ddywedodd wrth yr ysgol ateb eto, neu ddweud wrth y swyddfa.
office-sheet-rather-not = { $name } (byddai’n well ganddo/ganddi beidio)

## Pob cwestiwn ar un dudalen

all-title = Yr holl gwestiynau
all-lead = Atebwch bob cwestiwn, yna gwiriwch eich atebion. Does dim yn cael ei gadw yng nghofnodion yr ysgol nes i chi anfon eich atebion.
all-link = Dangos pob cwestiwn ar un dudalen
all-one-by-one = Dangos un cwestiwn ar y tro
all-more = Pam, ble ac am ba hyd
