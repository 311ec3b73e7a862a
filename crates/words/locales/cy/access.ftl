### Pwy gaiff wneud beth: tocynnau API, rhieni a restrwyd gan raglen, ceisiadau a fethodd, codau hir.

## Beth y caiff tocyn ei wneud.
tokens-may = Caiff wneud
tokens-may-question = Beth gaiff y rhaglen ei wneud?
tokens-may-missing = Dewiswch beth gaiff y rhaglen ei wneud
tokens-scope-check = Gwirio cyn cyhoeddi
tokens-scope-check-about = Ar gyfer eich gwefan, neu wiriadau tîm gwe. Ni all ddarllen na newid dim am bobl.
tokens-scope-pupils = Anfon rhestrau o ddisgyblion a chysylltiadau
tokens-scope-pupils-about = Ar gyfer y system lle mae’r ysgol yn cadw ei disgyblion. Gall ychwanegu, newid a thynnu disgyblion a’u rhieni.
tokens-scope-staff = Anfon rhestrau o staff
tokens-scope-staff-about = Ni all roi na chymryd ymaith rolau’r arweinydd diogelu, y pennaeth, y cadeirydd na’r gweinyddwr.
tokens-old = { $count ->
    [one] 1 tocyn sydd ond yn gallu gwirio nawr
    [two] 2 docyn sydd ond yn gallu gwirio nawr
    [few] { $count } thocyn sydd ond yn gallu gwirio nawr
    [many] { $count } thocyn sydd ond yn gallu gwirio nawr
   *[other] { $count } tocyn sydd ond yn gallu gwirio nawr
}
tokens-old-text = Arferai pob tocyn allu gwneud popeth. Gall tocynnau a wnaed cyn i hyn newid ddal i wirio’r hyn a gyhoeddwch, ond ni allant anfon rhestrau. Os yw rhaglen yn anfon rhestrau, gwnewch docyn newydd iddi a rhowch ddiwedd ar yr hen un.

## Rhieni a restrwyd gan raglen.
new-parents-title = Rhieni newydd i’w cadarnhau
new-parents-lead = Ychwanegodd rhaglen y rhieni hyn, neu newidiodd eu cyfeiriad e-bost, ar gyfer disgyblion y mae eu teulu wedi ateb eisoes. Ni allant fewngofnodi fel rhiant y disgybl nes i chi eu cadarnhau.
new-parents-home = Ni allant fewngofnodi fel rhiant y disgybl nes i rywun yn y swyddfa eu cadarnhau.
new-parents-all = Gweld pwy ydynt
new-parents-waiting = { $count ->
    [one] 1 rhiant newydd i’w gadarnhau
    [two] 2 riant newydd i’w cadarnhau
    [few] { $count } rhiant newydd i’w cadarnhau
    [many] { $count } rhiant newydd i’w cadarnhau
   *[other] { $count } rhiant newydd i’w cadarnhau
}
new-parents-none = Does neb yn aros
new-parents-none-text = Mae rhiant yn ymddangos yma pan fydd rhaglen yn ei restru ar gyfer disgybl y mae ei deulu wedi ateb eisoes.
new-parents-contact = Rhiant neu ofalwr
new-parents-email = E-bost
new-parents-no-email = dim
new-parents-pupil = Disgybl
new-parents-since = Ychwanegwyd
new-parents-is = A yw hynny’n iawn?
# $parent is a parent’s name, $child a pupil’s first name.
new-parents-confirm = Ydy, mae { $parent } yn rhiant i { $child }
new-parents-keep-out = Nac ydy, cadwch { $parent } allan
new-parents-confirmed = Rhiant wedi’i gadarnhau
new-parents-confirmed-text = Gall fewngofnodi ac ateb dros y disgybl o hyn ymlaen.
new-parents-kept-out-done = Rhiant wedi’i gadw allan
new-parents-kept-out-done-text = Ni all fewngofnodi ar gyfer y disgybl hwn. Cywirwch y rhestr yn y system y daeth ohoni, a rhowch ddiwedd ar y tocyn os yw gan rywun arall.
new-parents-kept-out = Wedi’u cadw allan
new-parents-kept-out-text = Maent yn dal yn y rhestr a anfonodd rhaglen, ond ni allant fewngofnodi ar gyfer y disgybl. Gallwch eu cadarnhau os camgymeriad oedd hyn.
new-parents-kept-out-count = { $count ->
    [one] 1 cyswllt wedi’i gadw allan
    [two] 2 gyswllt wedi’u cadw allan
    [few] { $count } chyswllt wedi’u cadw allan
    [many] { $count } chyswllt wedi’u cadw allan
   *[other] { $count } cyswllt wedi’u cadw allan
}
audit-parent-confirmed = Cadarnhaodd riant i { $child } yr oedd rhaglen wedi’i restru
audit-parent-kept-out = Cadwodd allan gyswllt yr oedd rhaglen wedi’i restru fel rhiant i { $child }

## For the parent who waits.
children-being-checked = Mae’r ysgol yn gwirio cofnod newydd
children-being-checked-text = Rydych wedi’ch rhestru fel rhiant neu ofalwr, neu mae eich cyfeiriad e-bost wedi newid. Rhaid i swyddfa’r ysgol gadarnhau hyn cyn y gallwch ateb dros y plentyn. Gofynnwch i’r swyddfa os yw’n cymryd mwy nag ychydig ddyddiau.

## The audit trail: tries that failed, counted by day.
audit-sign-in-failed-often = { $count ->
    [one] Methodd fewngofnodi fel { $name }
    [two] Methodd fewngofnodi fel { $name }, ddwywaith ar y diwrnod hwn
    [few] Methodd fewngofnodi fel { $name }, { $count } gwaith ar y diwrnod hwn
    [many] Methodd fewngofnodi fel { $name }, { $count } gwaith ar y diwrnod hwn
   *[other] Methodd fewngofnodi fel { $name }, { $count } gwaith ar y diwrnod hwn
}
audit-sign-in-nobody = { $count ->
    [one] Heddiw ceisiodd rhywun unwaith fewngofnodi â chyfeiriad nad yw’n perthyn i neb yma.
    [two] Heddiw ceisiodd rhywun ddwywaith fewngofnodi â chyfeiriadau nad ydynt yn perthyn i neb yma.
    [few] Heddiw ceisiodd rhywun { $count } gwaith fewngofnodi â chyfeiriadau nad ydynt yn perthyn i neb yma.
    [many] Heddiw ceisiodd rhywun { $count } gwaith fewngofnodi â chyfeiriadau nad ydynt yn perthyn i neb yma.
   *[other] Heddiw ceisiodd rhywun { $count } gwaith fewngofnodi â chyfeiriadau nad ydynt yn perthyn i neb yma.
}

## Signing in with a long code, where codes were guessed or asked for too often.
sign-in-long-sent = Os yw’r ysgol yn adnabod { $email }, mae cod hirach wedi’i anfon yno. Defnyddiwch yr un yn yr e-bost diweddaraf gennym: gall fod wedi cyrraedd hyd at ddiwrnod yn ôl.
sign-in-long-label = Y cod o’r e-bost
sign-in-long-hint = 16 o lythrennau a digidau, er enghraifft K7PM-3QXW-9D2T-HV5A
sign-in-long-not = Mae gan y cod 16 o lythrennau a digidau. Gwiriwch ef a rhowch gynnig arall arni.
sign-in-guessed-title = Gofynnwch am god hirach
sign-in-guessed-text = Mae rhywun wedi teipio llawer o godau anghywir, felly ni chymerir codau 6 digid yma ar hyn o bryd. Gallwn anfon un hirach atoch, na all neb ei ddyfalu. Does dim wedi’i golli.
sign-in-guessed-button = Anfonwch god hirach ataf
letter-code-long = Teipiwch ef i’r dudalen lle gofynnoch amdano. Mae’n gweithio am ddiwrnod. Mae’n hirach nag arfer oherwydd bod rhywun wedi gofyn am lawer o godau, neu wedi’u dyfalu.
