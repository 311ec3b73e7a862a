### Cysylltiadau disgybl, wedi’u hychwanegu a’u newid â llaw.

contact-add-title = Ychwanegu cyswllt
contact-add = Ychwanegu’r cyswllt hwn
contact-add-lead = Ychwanegwch nhw yn system yr ysgol ei hun hefyd. Tan hynny, ni fydd mewnforio rhestr yn eu tynnu oni bai eich bod yn dweud hynny.
contact-edit-title = Golygu cyswllt
contact-edit = Golygu { $name }
contact-of = { $name }, cyswllt { $child }
contact-edit-lead = Cywirwch system yr ysgol ei hun hefyd. Tan hynny, ni fydd mewnforio rhestr yn newid hyn yn ôl oni bai eich bod yn dweud hynny.
contact-edit-all = { $count ->
    [zero] Nid yw’r cyswllt hwn ar restr unrhyw ddisgybl.
    [one] Mae’r cyswllt hwn ar restr 1 disgybl.
    [two] Mae’r cyswllt hwn ar restr 2 ddisgybl. Defnyddir enw, e-bost neu rif ffôn newydd ar gyfer pob un ohonynt. Mae’r berthynas a’r cyfrifoldeb rhiant yn newid ar gyfer y disgybl hwn yn unig.
    [few] Mae’r cyswllt hwn ar restr { $count } disgybl. Defnyddir enw, e-bost neu rif ffôn newydd ar gyfer pob un ohonynt. Mae’r berthynas a’r cyfrifoldeb rhiant yn newid ar gyfer y disgybl hwn yn unig.
    [many] Mae’r cyswllt hwn ar restr { $count } disgybl. Defnyddir enw, e-bost neu rif ffôn newydd ar gyfer pob un ohonynt. Mae’r berthynas a’r cyfrifoldeb rhiant yn newid ar gyfer y disgybl hwn yn unig.
   *[other] Mae’r cyswllt hwn ar restr { $count } disgybl. Defnyddir enw, e-bost neu rif ffôn newydd ar gyfer pob un ohonynt. Mae’r berthynas a’r cyfrifoldeb rhiant yn newid ar gyfer y disgybl hwn yn unig.
}
contact-name = Enw
contact-name-hint = Fel y byddech yn cyfeirio llythyr atynt
contact-relation = Perthynas â’r disgybl
contact-relation-hint = Er enghraifft mam, taid neu ofalwr maeth
contact-responsible = A oes ganddynt gyfrifoldeb rhiant?
contact-responsible-yes = Oes
contact-responsible-no = Nac oes
contact-responsible-not-known = Nid ydym yn gwybod eto
contact-responsible-missing = Dewiswch a oes ganddynt gyfrifoldeb rhiant
contact-email = E-bost
contact-email-hint = Anfonir codau mewngofnodi yma. Gadewch yn wag ar gyfer teulu yr ydych yn ysgrifennu ato ar bapur.
contact-email-wrong = Rhowch gyfeiriad e-bost, er enghraifft enw@example.org
contact-email-several = Rhowch un cyfeiriad e-bost yn unig
contact-email-unreachable = Ni all codau byth gyrraedd y cyfeiriad hwn. Rhowch un arall, neu gadewch yn wag
contact-telephone = Ffôn
contact-telephone-wrong = Rhowch un rhif ffôn ag o leiaf 5 digid
contact-check-email = Gwiriwch y cyfeiriad e-bost
contact-email-mistyped = Mae’n edrych fel petai { $address } wedi’i deipio’n anghywir.
contact-email-shared = Mae’r cyfeiriad hwn eisoes yn cael ei ddefnyddio gan { $names }. Gall unrhyw un sy’n darllen ei negeseuon fewngofnodi fel pob un ohonynt.
contact-sure-legend = A yw’r cyfeiriad yn gywir?
contact-sure = Ydy, cadw { $address }
contact-person = Pwy yw hwn?
contact-person-hint = Dylai un person fod ar y rhestr unwaith, hyd yn oed os oes ganddo sawl disgybl.
contact-person-known = { $name }, sydd eisoes ar y rhestr
contact-person-new = Rhywun arall sy’n rhannu’r cyfeiriad
contact-person-missing = Dewiswch pwy yw hwn
contact-field-is = { $field }: { $value }
contact-happened = { $who }: { $what }
contact-happened-added = ychwanegwyd
contact-happened-ended = nid yw’n gyswllt mwyach
contact-added = Mae’r cyswllt wedi’i ychwanegu.
contact-saved = Mae’r cyswllt wedi’i gadw. Os newidiodd y cyfeiriad e-bost, nid yw codau a llythyrau a anfonwyd o’r blaen yn gweithio mwyach.
contact-ended = Mae’r cyswllt wedi’i dynnu oddi ar y disgybl hwn.
contact-gone = Ni chadwyd dim: tynnodd rhywun y cyswllt hwn oddi ar y disgybl tra oedd y ffurflen ar agor gennych.
contact-end = Tynnu’r cyswllt hwn
contact-end-title = Tynnu { $name } fel cyswllt { $child }?
contact-end-lead = Gwnewch hyn dim ond os yw’r ysgol yn sicr, er enghraifft ar ôl gorchymyn llys neu gais gan y teulu ei hun.
contact-end-decides = Ni allant weld nac ateb dim am y disgybl hwn mwyach. Ni ddefnyddir yr atebion a roesant mwyach.
contact-end-signs-out = Nid ydynt ar restr unrhyw ddisgybl arall, felly ni allant fewngofnodi mwyach, ac nid yw llythyrau â chodau yn gweithio mwyach.
contact-end-stays = { $count ->
    [zero] Nid ydynt yn gyswllt i unrhyw ddisgybl arall.
    [one] Maent yn parhau’n gyswllt i 1 disgybl arall.
    [two] Maent yn parhau’n gyswllt i 2 ddisgybl arall.
    [few] Maent yn parhau’n gyswllt i { $count } disgybl arall.
    [many] Maent yn parhau’n gyswllt i { $count } disgybl arall.
   *[other] Maent yn parhau’n gyswllt i { $count } disgybl arall.
}
contact-end-answers = Mae’r cofnod o’r hyn a atebwyd ganddynt yn aros, fel prawf.
