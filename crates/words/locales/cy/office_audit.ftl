### Staff: pwy wnaeth beth.

audit-home = Llwybr archwilio
audit-home-about = Pwy wnaeth beth, a phryd: mewnforio, penderfyniadau a deipiwyd, gosodiadau, cyfrifon, mewngofnodi.
audit-title = Llwybr archwilio
audit-lead = Beth wnaeth staff, y diweddaraf yn gyntaf. Nid yw’n cynnwys unrhyw benderfyniad na thestun a ysgrifennodd neb, ac ni all neb ei newid.
audit-count = { $count ->
    [0] Dim cofnod
    [one] 1 cofnod, y diweddaraf yn gyntaf
    [two] 2 gofnod, y diweddaraf yn gyntaf
    [few] { $count } chofnod, y diweddaraf yn gyntaf
    [many] { $count } chofnod, y diweddaraf yn gyntaf
   *[other] { $count } cofnod, y diweddaraf yn gyntaf
}
audit-none = Nid oes cofnod o’r fath
audit-none-text = Rhestrir yma bopeth y mae staff yn ei wneud o hyn ymlaen. Gyda hidlydd arall efallai y bydd mwy.
audit-cut = Dim ond y { NUMBER($count) } cofnod diweddaraf a chwiliwyd. Ewch ymlaen at rai hŷn am fwy.
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
audit-kind-children = Cofnodion disgyblion
audit-kind-decisions = Penderfyniadau a deipiwyd
audit-kind-settings = Gosodiadau
audit-kind-tokens = Tocynnau i raglenni
audit-kind-sheets = Taflenni a argraffwyd

## Beth ddigwyddodd. Dim ond i'r rhai a gaiff weld disgyblion yr enwir disgybl.
audit-a-pupil = disgybl
audit-an-erased-pupil = disgybl a ddilëwyd
audit-signed-in = Mewngofnododd
audit-sign-in-failed = Methodd fewngofnodi fel { $name }
audit-imported-pupils = Cymerodd y rhestr o ddisgyblion: { $added } newydd, { $changed } wedi newid, { $left } wedi gadael, { $returned } wedi dychwelyd
audit-imported-contacts = Cymerodd y rhestr o rieni a gofalwyr: { $added } newydd, { $changed } wedi newid, { $left } wedi’u tynnu, { $returned } wedi dychwelyd
audit-imported-staff = Cymerodd y rhestr o staff: { $added } newydd, { $changed } wedi newid, { $left } wedi gadael, { $returned } wedi dychwelyd
audit-decision-paper = Teipiodd benderfyniad ar bapur ar gyfer { $child }
audit-decision-spoken = Teipiodd benderfyniad a ddywedwyd ar gyfer { $child }
audit-flag-set = Dywedodd na ddylid tynnu llun { $child }
audit-flag-lifted = Dywedodd y caniateir tynnu llun { $child } eto
audit-child-edited = Newidiodd gofnod { $child }
audit-record-exported = Tynnodd allan bopeth a gedwir am { $child }
audit-erased = Dileodd bopeth a gedwir am { $child }
audit-settings-opened = Sefydlodd yr ysgol
audit-settings = Newidiodd y gosodiadau: { $topic }
audit-invited = Gwahoddodd { $name } i sefydlu cyfrif
audit-roles = Newidiodd yr hyn y caiff { $name } ei wneud
audit-left = Caeodd gyfrif { $name }
audit-reset = Gadawodd i { $name } sefydlu cyfrinair a chodau untro o’r newydd
audit-sessions = Daeth â sesiynau { $name } i ben
audit-token-made = Gwnaeth docyn i raglen
audit-token-ended = Daeth â thocyn rhaglen i ben
audit-exported-outstanding = Tynnodd allan y rhestr o deuluoedd sydd heb ateb
audit-exported-rejected = Tynnodd allan resi rhestr na ellid eu cymryd
audit-exported-permissions = Tynnodd allan y rhestr o ddisgyblion a’r hyn sy’n cyfrif i bob un
audit-exported-blinded = Tynnodd allan y rhestr ddall o ddisgyblion
audit-exported-blinded-key = Tynnodd allan allwedd y rhestr ddall o ddisgyblion
audit-sheet = Argraffodd daflen { $class }
audit-a-class = dosbarth
