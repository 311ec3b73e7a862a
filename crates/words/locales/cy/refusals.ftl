### Yr hyn y mae rhywun yn ei ddarllen pan na all y tudalennau wneud yr hyn a ofynnwyd. Mae pedair neges i bob math:
### -title, -what (beth ddigwyddodd), -kept (beth a ddaeth o'r hyn a anfonwyd) a -do (beth i'w wneud nawr).

## Nid yw'r cyfeiriad yn arwain i unman.
refusal-not-found-title = Allwn ni ddim dod o hyd i’r dudalen honno
refusal-not-found-what = Efallai fod camgymeriad yn y cyfeiriad, neu fod y dudalen wedi symud.
refusal-not-found-kept = Does dim byd a anfonoch chi aton ni o’r blaen wedi mynd ar goll na newid.
refusal-not-found-do = Gwiriwch y cyfeiriad, neu dechreuwch eto o dudalen gyntaf eich ysgol.

## Mae'r dudalen yn bod, ond nid yw'n ateb y math hwn o gais.
refusal-method-not-allowed-title = Does dim modd agor y dudalen hon fel yna
refusal-method-not-allowed-what = Efallai eich bod wedi agor cyfeiriad ffurflen, neu wedi mynd yn ôl i dudalen sydd ddim ond yn derbyn atebion.
refusal-method-not-allowed-kept = Ni chafodd dim ei anfon na’i newid y tro hwn. Mae popeth a anfonoch chi o’r blaen wedi’i gadw.
refusal-method-not-allowed-do = Ewch yn ôl i dudalen gyntaf eich ysgol a dewiswch eto oddi yno.

## Does neb wedi mewngofnodi, neu aeth gormod o amser heibio.
refusal-sign-in-needed-title = Mewngofnodwch, os gwelwch yn dda
refusal-sign-in-needed-what = Mae angen mewngofnodi i weld y dudalen hon. I gadw manylion eich teulu’n breifat, rydyn ni hefyd yn eich allgofnodi os na wnewch chi ddim am sbel.
refusal-sign-in-needed-kept = Mae’r hyn a anfonoch o’r blaen wedi’i gadw. Os oeddech newydd anfon tudalen, efallai ei bod wedi’i chadw neu beidio: edrychwch cyn ei hanfon eto.
refusal-sign-in-needed-do = Mewngofnodwch a pharhewch.

## Rhaglen heb docyn, neu ag un nad yw'n dal.
refusal-token-needed-title = Mae angen tocyn
refusal-token-needed-what = Mae’r cyfeiriad hwn ar gyfer rhaglenni sy’n anfon tocyn. Nid oedd tocyn, neu nid yw’n ddilys yma.
refusal-token-needed-kept = Chafodd dim ei newid.
refusal-token-needed-do = Anfonwch ef fel “Authorization: Bearer” a’r tocyn. Gweinyddwr yr ysgol sy’n creu tocynnau, yn y gosodiadau.
refusal-token-scope-title = Ni wnaed y tocyn hwn ar gyfer hyn
refusal-token-scope-what = Gwneir pob tocyn ar gyfer pethau penodol, ac nid yw’r cyfeiriad hwn yn eu plith.
refusal-token-scope-kept = Chafodd dim ei newid.
refusal-token-scope-do = Gall gweinyddwr yr ysgol wneud tocyn arall yn y gosodiadau, ar gyfer yr hyn y mae’r rhaglen hon yn ei wneud.

## Wedi mewngofnodi, ond nid fel rhywun y mae'r dudalen ar ei gyfer.
refusal-wrong-person-title = Ni allwch weld y dudalen hon
refusal-wrong-person-what = Rydych wedi mewngofnodi, ond i rywun arall mae’r dudalen hon. Efallai ei bod yn perthyn i deulu arall neu ysgol arall, neu ei bod i staff.
refusal-wrong-person-kept = Ni chafodd dim ei newid. Mae popeth a anfonoch chi o’r blaen wedi’i gadw.
refusal-wrong-person-do = Ewch yn ôl i’ch tudalennau eich hun. Os ydych yn credu y dylech weld hon, gofynnwch i swyddfa’r ysgol.

## Bu'r ffurflen ar agor am rhy hir.
refusal-form-expired-title = Mae’r dudalen hon wedi bod ar agor yn rhy hir
refusal-form-expired-what = I gadw eich atebion yn ddiogel, dim ond am amser penodol mae tudalen yn gweithio, a dim ond yn y porwr yr agoroch chi hi ynddo.
refusal-form-expired-kept = Ni chadwyd dim y tro hwn. Os anfonoch y dudalen hon o’r blaen, efallai ei bod wedi’i chadw: edrychwch cyn ei hanfon eto.
refusal-form-expired-do = Agorwch y dudalen eto. Os nad yw’ch atebion yno, anfonwch nhw eto.

## Anfonwyd mwy nag y gallwn ei dderbyn.
refusal-too-large-title = Mae hynny’n ormod i’w anfon ar unwaith
refusal-too-large-what = Mae’r hyn a anfonoch chi’n fwy nag y mae’r dudalen hon yn ei ganiatáu.
refusal-too-large-kept = Ni chafodd ei gadw. Mae popeth a anfonoch chi o’r blaen wedi’i gadw.
refusal-too-large-do = Ewch yn ôl, gwnewch ef yn fyrrach, ac anfonwch ef eto.

## Daeth y ffurflen mewn ffurf na allwn ei darllen.
refusal-wrong-content-type-title = Allwn ni ddim darllen yr hyn a anfonwyd
refusal-wrong-content-type-what = Daeth mewn fformat nad yw’r dudalen hon yn ei ddeall.
refusal-wrong-content-type-kept = Ni chafodd ei gadw. Mae popeth a anfonoch chi o’r blaen wedi’i gadw.
refusal-wrong-content-type-do = Agorwch y dudalen eto a’i llenwi yno. Os yw’n dal i ddigwydd, rhowch gynnig ar borwr arall neu gofynnwch i swyddfa’r ysgol.

## Nid oedd modd darllen y meysydd o gwbl.
refusal-bad-form-title = Aeth rhywbeth o’i le gyda’r ffurflen honno
refusal-bad-form-what = Roedd rhan o’r hyn a anfonwyd ar goll, wedi’i hailadrodd neu wedi’i difrodi ar y ffordd.
refusal-bad-form-kept = Ni chafodd ei gadw. Mae popeth a anfonoch chi o’r blaen wedi’i gadw.
refusal-bad-form-do = Ewch yn ôl, agorwch y dudalen eto ac anfonwch eich atebion eto.

## Gormod o geisiadau mewn amser byr.
refusal-too-many-tries-title = Arhoswch ychydig, os gwelwch yn dda
refusal-too-many-tries-what = Bu gormod o geisiadau mewn amser byr, gennych chi neu gan rywun sy’n defnyddio’r un cysylltiad â’r rhyngrwyd. Rydyn ni’n cymryd saib i gadw manylion pawb yn ddiogel.
refusal-too-many-tries-kept = Ni chafodd dim ei newid. Mae popeth a anfonoch chi o’r blaen wedi’i gadw.
refusal-too-many-tries-do = { $minutes ->
    [one] Arhoswch 1 funud, yna rhowch gynnig arall arni.
    [two] Arhoswch 2 funud, yna rhowch gynnig arall arni.
   *[other] Arhoswch { $minutes } munud, yna rhowch gynnig arall arni.
}

## Nid oes modd cyrraedd y man lle cedwir atebion.
refusal-store-not-reachable-title = Allwn ni ddim cyrraedd ein cofnodion ar hyn o bryd
refusal-store-not-reachable-what = Ni ddaeth ateb o’r system sy’n cadw eich atebion. Ein bai ni yw hyn, nid eich bai chi.
refusal-store-not-reachable-kept = Mae popeth a anfonoch chi o’r blaen yn ddiogel. Allwn ni ddim dweud a gafodd yr hyn a anfonoch chi nawr ei gadw.
refusal-store-not-reachable-do = Arhoswch ychydig funudau a rhowch gynnig arall arni. Mae’n iawn anfon yr un dudalen ddwywaith: dim ond unwaith rydyn ni’n ei chadw.

## Unrhyw beth na ragwelwyd.
refusal-something-went-wrong-title = Mae’n ddrwg gennym, aeth rhywbeth o’i le
refusal-something-went-wrong-what = Mae nam ar ein hochr ni. Wnaethoch chi ddim byd o’i le.
refusal-something-went-wrong-kept = Mae popeth a anfonoch chi o’r blaen yn ddiogel. Allwn ni ddim dweud a gafodd yr hyn a anfonoch chi nawr ei gadw.
refusal-something-went-wrong-do = Rhowch gynnig arall arni ymhen ychydig funudau. Os yw’n dal i ddigwydd, rhowch wybod i swyddfa’r ysgol.

refusal-sign-in-needed-button = Mewngofnodi

## Yr hyn a ddywedir wrth raglen yn lle hynny.
refusal-program-not-found = Nid oes dim yn y cyfeiriad hwn. Ni newidiwyd dim.
refusal-program-bad-address = Nid yw’r cyfeiriad wedi’i ffurfio’n gywir: amgodio canrannol gwallus, nod rheoli, neu rhy hir. Ni newidiwyd dim.
refusal-program-method-not-allowed = Nid yw’r cyfeiriad hwn yn derbyn y dull hwn. Mae’r pennyn Allow yn rhestru’r rhai y mae’n eu derbyn. Ni newidiwyd dim.
refusal-program-too-large = Mae’r corff yn fwy nag y mae’r cyfeiriad hwn yn ei dderbyn. Ni newidiwyd dim.
refusal-program-content-type = Nid yw’r cyfeiriad hwn yn derbyn y math hwn o gorff, neu nid oes Content-Type. Ni newidiwyd dim.
refusal-program-bad-body = Ni all y cyfeiriad hwn ddarllen y corff, neu fe’i torrwyd yn fyr. Ni newidiwyd dim.
refusal-program-too-many = Gormod o geisiadau mewn amser byr. Mae’r pennyn Retry-After yn dweud sawl eiliad i aros. Ni newidiwyd dim.

## I staff, yn y swyddfa.
refusal-staff-sign-in-what = Mae angen i chi fewngofnodi i weld y dudalen hon. Gan fod y tudalennau hyn am blant, rydym hefyd yn eich allgofnodi os na wnewch chi ddim am sbel.
refusal-staff-sign-in-kept = Mae popeth a gadwoch yn ddiogel. Os oeddech newydd anfon tudalen, efallai ei bod wedi’i chadw neu beidio: edrychwch cyn ei hanfon eto.
refusal-staff-wrong-person-what = Rydych wedi mewngofnodi, ond mae’r dudalen hon ar gyfer rolau eraill yn yr ysgol.
refusal-staff-wrong-person-kept = Ni newidiwyd dim. Mae popeth a gadwoch o’r blaen yn ddiogel.
refusal-staff-wrong-person-do = Ewch yn ôl i dudalen gyntaf y staff: mae’n dangos popeth y gallwch ei agor. Os oes angen y dudalen hon arnoch ar gyfer eich gwaith, gofynnwch i weinyddwr yn eich ysgol newid eich rolau.
refusal-staff-not-found-do = Gwiriwch y cyfeiriad, neu ddechrau eto o dudalen gyntaf y staff. Efallai hefyd fod rhywun wedi dileu’r hyn rydych yn chwilio amdano.
refusal-staff-method-do = Ewch yn ôl i dudalen gyntaf y staff a dewis eto oddi yno.
refusal-to-office = Mynd i dudalen gyntaf y staff
