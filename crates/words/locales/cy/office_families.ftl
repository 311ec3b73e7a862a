### Tudalennau’r swyddfa ar gyfer ysgrifennu at deuluoedd.

## Pwy
families-who = Pa deuluoedd?
families-who-choose = Dewiswch deuluoedd
families-who-no-email = Pawb heb e-bost
families-who-all = Yr ysgol gyfan
families-who-year = { $year } i gyd
families-who-class = Dosbarth { $class }
families-none-title = Heb ddod o hyd i deuluoedd
families-none-text = Does neb yn y grŵp hwn. Dewiswch un arall, neu fewnforiwch ddisgyblion a chysylltiadau yn gyntaf.
families-adults-count = Pobl sy’n penderfynu: { NUMBER($count) }
families-column-adult = Rhiant neu ofalwr
families-column-children = Plant
families-column-email = E-bost
families-column-letter = Llythyr diwethaf
families-no-email = Dim e-bost
families-never = Dim eto

## Llythyrau a ffurflenni
families-letters-title = Llythyrau a ffurflenni papur
families-letters-about = Argraffwch lythyrau â chodau mewngofnodi i deuluoedd heb e-bost, a ffurflenni i’w llenwi â beiro.
families-letters-link = Argraffu llythyrau neu ffurflenni
families-letters-lead = Un ffeil i’w hargraffu: tudalen i bob llythyr, taflen i bob ffurflen, yn nhrefn y dosbarthiadau.
families-pupils = Pa ddisgyblion?
families-pupils-missing = Ticiwch o leiaf un disgybl
families-what = Beth hoffech chi ei argraffu?
families-what-letters = Llythyrau â chod mewngofnodi
families-what-letters-count = Un i bob person sy’n penderfynu: { NUMBER($count) }
families-what-forms = Ffurflenni papur
families-what-forms-count = Un i bob disgybl: { NUMBER($count) }
families-what-missing = Dewiswch lythyrau, ffurflenni neu’r ddau
families-language = Ym mha iaith?
families-language-both = Y ddwy, y naill ar ôl y llall
families-language-missing = Dewiswch iaith
families-return = Pryd dylai’r ffurflenni fod yn ôl?
families-return-hint = Gadewch hwn yn wag i beidio ag argraffu dyddiad. Er enghraifft, 18 9 2026.
families-return-wrong = Rhowch ddyddiad o heddiw hyd at flwyddyn i nawr, er enghraifft 18 9 2026, neu gadewch ef yn wag
families-codes-end = Nifer y bobl hyn sydd â llythyr yn barod: { NUMBER($count) }. Bydd y codau ar y rheini’n peidio â gweithio pan fyddwch yn argraffu rhai newydd.
families-no-codes = Nid yw eich ysgol yn defnyddio codau mewngofnodi ar lythyrau, felly dim ond ffurflenni y gellir eu hargraffu. Gall gweinyddwr newid hyn yn y gosodiadau.
families-by-hand = Rhaid ysgrifennu rhai enwau â llaw
families-by-hand-text = Nid oes gan ein ffurfdeip lythrennau’r enwau hyn. Mae llinell ar y taflenni i ysgrifennu pob enw arni:
families-letters-record = Mae argraffu llythyrau’n cael ei gofnodi yn y llwybr archwilio. Mae cod yn gadael i rywun ateb fel y rhiant hwnnw: argraffwch dim ond yr hyn y byddwch yn ei roi allan.
families-print = Lawrlwytho’r ffeil i’w hargraffu
families-file = llythyrau-{ $school }.pdf
