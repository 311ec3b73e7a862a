### Tocynnau API: beth y caiff pob un ei wneud; a rhieni a restrwyd gan raglen.

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
