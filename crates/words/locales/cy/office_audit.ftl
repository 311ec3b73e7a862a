### Staff: pwy wnaeth beth.

audit-home = Llwybr archwilio
audit-home-about = Pwy wnaeth beth, a phryd: mewnforio, ffurflenni papur, gosodiadau, cyfrifon, mewngofnodi.
audit-title = Llwybr archwilio
audit-lead = Beth wnaeth staff, y diweddaraf yn gyntaf. Nid yw byth yn dangos beth atebodd teulu na dim a ysgrifennodd neb, ac ni all neb ei newid.
audit-count = { $count ->
    [0] Dim cofnod
    [one] 1 cofnod, y diweddaraf yn gyntaf
    [two] 2 gofnod, y diweddaraf yn gyntaf
    [few] { $count } chofnod, y diweddaraf yn gyntaf
    [many] { $count } chofnod, y diweddaraf yn gyntaf
   *[other] { $count } cofnod, y diweddaraf yn gyntaf
}
audit-none = Dim cofnodion
audit-none-text = Rhestrir yma bopeth y mae staff yn ei wneud o hyn ymlaen. Rhowch gynnig ar hidlydd arall i weld mwy.
audit-cut = Dim ond y { NUMBER($count) } cofnod diweddaraf a chwiliwyd. Dewiswch “Hŷn” am fwy.
audit-older = Hŷn
audit-newer = Mwy diweddar
audit-newest = Y diweddaraf
audit-when = Pryd
audit-who = Pwy
audit-what = Beth
audit-somebody = Rhywun
audit-filter = Dangos rhai yn unig
audit-filter-kind = Beth
audit-filter-who = Pwy
audit-filter-all-kinds = Popeth
audit-filter-everybody = Pawb
audit-filter-show = Dangos
audit-filtered = Dangosir: { $kind }, { $who }

## Mathau, ar gyfer yr hidlydd.
audit-kind-sign-in = Mewngofnodi
audit-kind-accounts = Cyfrifon staff
audit-kind-lists = Rhestrau
audit-kind-children = Manylion a chofnodion disgyblion
audit-kind-decisions = Ffurflenni papur a galwadau ffôn
audit-kind-settings = Gosodiadau
audit-kind-tokens = Tocynnau i raglenni
audit-kind-sheets = Taflenni dosbarth

## Beth ddigwyddodd. Dim ond i'r rhai a gaiff weld disgyblion yr enwir disgybl.
audit-a-pupil = disgybl
audit-an-erased-pupil = disgybl a ddilëwyd
audit-signed-in = Mewngofnododd
audit-sign-in-failed = Methodd fewngofnodi fel { $name }
audit-imported-pupils = Mewnforiodd ddisgyblion: { $added } newydd, { $changed } wedi newid, { $left } wedi gadael, { $returned } wedi dychwelyd
audit-imported-contacts = Mewnforiodd rieni a gofalwyr: { $added } newydd, { $changed } wedi newid, { $left } wedi’u tynnu, { $returned } wedi dychwelyd
audit-imported-staff = Mewnforiodd staff: { $added } newydd, { $changed } wedi newid, { $left } wedi gadael, { $returned } wedi dychwelyd
audit-decision-paper = Nododd ffurflen bapur ar gyfer { $child }
audit-decision-spoken = Nododd ateb a roddwyd wyneb yn wyneb neu dros y ffôn ar gyfer { $child }
audit-flag-set = Gosododd y faner peidio â thynnu llun ar gyfer { $child }
audit-flag-lifted = Tynnodd y faner peidio â thynnu llun oddi ar { $child }
audit-child-edited = Golygodd fanylion { $child }
audit-contact-added = Ychwanegodd gyswllt { $child }
audit-contact-added-parent = Ychwanegodd gyswllt { $child }, â chyfrifoldeb rhiant
audit-contact-edited = Golygodd gyswllt { $child }: { $fields }
audit-contact-ended = Tynnodd gyswllt { $child }
audit-contact-name = enw
audit-contact-relation = perthynas
audit-contact-responsibility = cyfrifoldeb rhiant
audit-contact-email = e-bost
audit-contact-telephone = ffôn
audit-record-exported = Lawrlwythodd gofnod { $child }
audit-erased = Dileodd yr holl ddata am { $child }
audit-erasure-asked = Gofynnodd am ddileu’r holl ddata am { $child }
audit-erasure-confirmed = Cadarnhaodd y dylid dileu’r holl ddata am { $child }
audit-erasure-undone = Tynnodd y cais i ddileu’r holl ddata am { $child } yn ôl
audit-settings-opened = Dechreuodd sefydlu’r ysgol
audit-settings = Newidiodd y gosodiadau: { $topic }
audit-invited = Gwahoddodd { $name } i sefydlu cyfrif
audit-roles = Newidiodd rolau { $name }
audit-left = Caeodd gyfrif { $name }
audit-reset = Ailosododd gyfrif { $name }
audit-sessions = Allgofnododd { $name }
audit-token-made = Creodd docyn i raglen
audit-token-ended = Diddymodd docyn rhaglen
audit-exported-outstanding = Lawrlwythodd y rhestr o deuluoedd sydd heb ymateb
audit-exported-rejected = Lawrlwythodd resi rhestr na ellid eu mewnforio
audit-exported-permissions = Lawrlwythodd y rhestr o ddisgyblion a’u caniatâd
audit-exported-blinded = Lawrlwythodd y rhestr ddall o ddisgyblion
audit-exported-blinded-key = Lawrlwythodd allwedd y rhestr ddall o ddisgyblion
audit-sheet = Argraffodd daflen { $class }
audit-sheet-viewed = Edrychodd ar daflen { $class }
audit-a-class = dosbarth
audit-kind-letters = Llythyrau ac e-byst
audit-letters-printed = Argraffu llythyrau â chodau mewngofnodi: { $letters }; ffurflenni papur: { $forms }
audit-families-invited = Dechreuodd anfon e-byst am ganiatâd lluniau. Nifer y bobl: { NUMBER($people) }
audit-families-reminded = Dechreuodd anfon e-byst i atgoffa. Nifer y bobl: { NUMBER($people) }
audit-email-came-back = Cofnododd fod e-bost at deulu wedi dod yn ôl
