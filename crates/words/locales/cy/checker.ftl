### Y gwiriwr cyhoeddi: beth a gafwyd cyn cyhoeddi rhywbeth, pam, a sut i'w gywiro. Mae golygyddion a thimau gwe'n darllen
### y rhain mewn rhestrau: un neu ddwy frawddeg fer yr un, yn bwyllog, heb ddyfynnu'r hyn a gafwyd.

## Beth mae pob rheol yn chwilio amdano
checker-rule-pupil-full-name = Enwau llawn disgyblion
checker-rule-likely-full-name = Yr hyn sy’n edrych fel enw llawn plentyn
checker-rule-staff-contact = Manylion cyswllt staff a enwir
checker-rule-email-address = Cyfeiriadau e-bost heblaw rhai’r ysgol
checker-rule-phone-number = Rhifau ffôn heblaw rhai’r ysgol
checker-rule-postal-address = Codau post a chyfeiriadau stryd heblaw rhai’r ysgol
checker-rule-name-by-picture = Enwau wrth ymyl lluniau
checker-rule-name-in-file-name = Enwau mewn enwau ffeiliau
checker-rule-picture-location = Lluniau sy’n dweud ble cawson nhw eu tynnu
checker-rule-picture-metadata-name = Enwau y tu mewn i luniau
checker-rule-picture-holds-more = Lluniau sy’n cynnwys mwy nag y maent yn ei ddangos
checker-rule-harvestable-email = Cyfeiriadau e-bost y gall rhaglenni eu casglu
checker-rule-picture-without-permission = Lluniau heb ganiatâd
checker-rule-link-broken = Dolenni nad ydyn nhw’n gweithio
checker-rule-link-moved = Dolenni sydd wedi symud
checker-rule-link-unreviewed = Dolenni nad oes neb wedi’u hadolygu mewn pryd
checker-rule-superseded-service = Gwasanaethau nad ydyn nhw’n bod bellach
checker-rule-ceop-link-missing = Dolen i Ganolfan Ddiogelwch CEOP
checker-rule-must-publish-missing = Yr hyn y mae’n rhaid i’r ysgol ei gyhoeddi
checker-rule-credit-missing = Lluniau heb gydnabyddiaeth

## Beth a gafwyd
checker-pupil-on-list = Enw llawn disgybl.
checker-pupil-by-initial = Llythyren gyntaf a chyfenw sydd gan ddisgybl. Gall fod gan rywun arall nhw hefyd.
checker-pupil-name-of-words = Mae gan ddisgybl yr enw hwn, er bod pob rhan yn air cyffredin hefyd.
checker-pupil-name-reads-as-words = Mae gan ddisgybl yr enw hwn, ond yma mae’n darllen fel geiriau cyffredin.
checker-pupil-name-reads-as-place = Mae gan ddisgybl yr enw hwn, ond yma mae’n darllen fel lle neu beth.
checker-pupil-name-of-adult = Mae gan ddisgybl yr enw hwn, ond teitl oedolyn sydd o’i flaen.
checker-pupil-name-across-list = Mae dau enw wrth ymyl ei gilydd yn y rhestr hon yn gwneud enw disgybl, y cyfenw gyntaf.
checker-likely-child-class = Enw llawn plentyn yn ôl pob tebyg: mae dosbarth neu grŵp blwyddyn wrth ei ymyl.
checker-likely-child-age = Enw llawn plentyn yn ôl pob tebyg: mae oed wrth ei ymyl.
checker-likely-child-award = Enw llawn plentyn yn ôl pob tebyg: mae’n sôn am wobr neu ganmoliaeth.
checker-likely-child-team = Enw llawn plentyn yn ôl pob tebyg: mae’n sôn am dîm neu berfformiad.
checker-likely-child-family = Enw llawn plentyn yn ôl pob tebyg: mae rhiant, brawd neu chwaer yn cael eu henwi.
checker-likely-child-pupil = Enw llawn plentyn yn ôl pob tebyg: mae’n sôn am ddisgybl.
checker-likely-person = Enw llawn rhywun yn ôl pob tebyg.
checker-contact-of-staff = Manylion cyswllt aelod o staff a enwir.
checker-email-of-individual = Blwch post un person yn yr ysgol.
checker-email-elsewhere = Cyfeiriad e-bost nad yw’n perthyn i’r ysgol.
checker-email-of-pupil = Cyfeiriad e-bost ag enw disgybl ynddo.
checker-phone-mobile = Rhif ffôn symudol.
checker-phone-landline = Rhif ffôn nad yw’n perthyn i’r ysgol.
checker-phone-organisation = Rhif ffôn sefydliad.
checker-phone-abroad = Rhif ffôn mewn gwlad arall.
checker-phone-local = Rhif ffôn heb ei god ardal.
checker-postcode = Cod post nad yw’n perthyn i’r ysgol.
checker-street-address = Cyfeiriad stryd nad yw’n perthyn i’r ysgol.
checker-pupil-beside-picture = Enw llawn disgybl wrth ymyl llun.
checker-likely-name-beside-picture = Enw llawn rhywun, yn ôl pob tebyg, wrth ymyl llun.
checker-first-name-beside-picture = Enw cyntaf wrth ymyl llun. Nid yw’r ysgol hon yn caniatáu hynny.
checker-pupil-in-file-name = Enw disgybl yn enw ffeil.
checker-likely-name-in-file-name = Enw rhywun, yn ôl pob tebyg, yn enw ffeil.
checker-picture-position = Mae’r llun yn dweud ble cafodd ei dynnu ({ $source }).
checker-picture-place-name = Mae’r llun yn enwi lle ({ $source }, { $field }).
checker-picture-maker-data = Mae data’r camera ei hun yn y llun o hyd, a gallai ddweud ble cafodd ei dynnu.
checker-picture-names-pupil = Enw disgybl y tu mewn i’r llun ({ $source }, { $field }).
checker-picture-thumbnail = Mae’r rhagolwg bach y tu mewn i’r llun hwn yn dangos rhywbeth arall: y llun cyn iddo gael ei dorri, yn aml.
checker-picture-left-behind = Mae { NUMBER($kilobytes) } kB y tu ôl i ddiwedd y llun hwn: yr hyn a dorrwyd i ffwrdd, yn aml, neu ffilm fer.
checker-picture-names-person = Enw rhywun y tu mewn i’r llun ({ $source }, { $field }).
checker-source-comment = sylw
checker-harvest-script = Sgript sy’n rhoi’r cyfeiriad hwn at ei gilydd. Ychydig o’r rhaglenni sy’n casglu cyfeiriadau sy’n ei ddarllen.
checker-harvest-encoded = Mae’r cyfeiriad hwn wedi’i ysgrifennu mewn codau. Mae rhai o’r rhaglenni sy’n casglu cyfeiriadau’n eu darllen.
checker-harvest-words = Mae’r cyfeiriad hwn wedi’i ysgrifennu mewn geiriau. Mae rhai o’r rhaglenni sy’n casglu cyfeiriadau’n eu darllen.
checker-harvest-plain = Bydd rhaglenni sy’n casglu cyfeiriadau’n dod o hyd i hwn.
checker-harvest-mailto = Bydd rhaglenni sy’n casglu cyfeiriadau’n dod o hyd i hwn ar unwaith.
checker-harvest-breaks-screen-readers = Mae’r cyfeiriad hwn wedi’i guddio mewn ffordd na all darllenydd sgrin ei darllen yn uchel.
checker-picture-not-permitted = Chaiff pawb sydd yn y llun hwn ddim ymddangos yma.
checker-picture-copy-not-permitted = Mae hwn yn edrych fel copi o lun lle na chaiff pawb ymddangos yma.
checker-link-error = Mae’r ddolen yn ateb â gwall { $status }.
checker-link-silent = Dyw’r ddolen ddim yn ateb.
checker-link-elsewhere = Mae’r ddolen wedi symud i { $address }.
checker-link-review-due = Cafodd y ddolen ei hadolygu ddiwethaf ar { $date }.
checker-link-never-reviewed = Does neb wedi adolygu’r ddolen hon.
checker-service-replaced = Dyw { $service } ddim yn bod bellach. Mae { $new } wedi cymryd ei le.
checker-service-gone = Dyw { $service } ddim yn bod bellach.
checker-ceop-missing = { NUMBER($pages) ->
    [zero] Does dim dolen i Ganolfan Ddiogelwch CEOP ar y { NUMBER($pages) } tudalen yr edrychwyd arnyn nhw. Mae’n cael ei hargymell.
    [one] Does dim dolen i Ganolfan Ddiogelwch CEOP ar yr un dudalen yr edrychwyd arni. Mae’n cael ei hargymell.
    [two] Does dim dolen i Ganolfan Ddiogelwch CEOP ar y { NUMBER($pages) } dudalen yr edrychwyd arnyn nhw. Mae’n cael ei hargymell.
    [few] Does dim dolen i Ganolfan Ddiogelwch CEOP ar y { NUMBER($pages) } tudalen yr edrychwyd arnyn nhw. Mae’n cael ei hargymell.
    [many] Does dim dolen i Ganolfan Ddiogelwch CEOP ar y { NUMBER($pages) } thudalen yr edrychwyd arnyn nhw. Mae’n cael ei hargymell.
   *[other] Does dim dolen i Ganolfan Ddiogelwch CEOP ar y { NUMBER($pages) } tudalen yr edrychwyd arnyn nhw. Mae’n cael ei hargymell.
}
checker-item-has-to = Mae’n rhaid i’r ysgol gyhoeddi hyn, a chafwyd mohono: { $item }. Chwiliwyd amdano ar { $places }.
checker-item-should = Dylai’r ysgol gyhoeddi hyn, a chafwyd mohono: { $item }. Chwiliwyd amdano ar { $places }.
checker-picture-uncredited = Llun o safle arall, heb gydnabyddiaeth gerllaw. Pwy biau ef?

## Sut i'w gywiro
checker-fix-first-name = Ysgrifennwch “{ $replacement }” yn ei le.
checker-fix-take-out = Tynnwch ef allan.
checker-fix-school-contact = Rhowch { $contact } yn ei le.
checker-fix-own-contact = Rhowch fanylion cyswllt yr ysgol ei hun yn ei le.
checker-fix-rename = Galwch y ffeil yn “{ $replacement }”.
checker-fix-strip = Cyhoeddwch y copi diogel heb y metadata. Mae’r llun ei hun yn aros fel y mae.
checker-fix-contact-form = Mae ffurflen gysylltu neu flwch post y swyddfa’n fwy diogel.
checker-fix-other-picture = Dewiswch lun arall.
checker-fix-link-to = Rhowch ddolen i { $address }.
checker-fix-link = Newidiwch y ddolen, neu tynnwch hi allan.
checker-fix-review = Edrychwch arno a phenderfynu.
checker-fix-publish = Ychwanegwch ef.
checker-fix-credit = Ychwanegwch gydnabyddiaeth, neu cadarnhewch mai’r ysgol biau’r llun.

## Rheol yr ysgol ei hun
checker-policy = Polisi’r ysgol ar { $about }.
checker-policy-section = Polisi’r ysgol ar { $about }: { $section }.
checker-about-pupil-names = enwau disgyblion
checker-about-contact-details = manylion cyswllt
checker-about-pictures = lluniau o ddisgyblion
checker-about-picture-metadata = yr hyn y mae lluniau’n ei gario y tu mewn
checker-about-email-harvesting = sut mae cyfeiriadau e-bost yn cael eu hysgrifennu
checker-about-links = dolenni i safleoedd eraill
checker-about-must-publish = yr hyn y mae’r ysgol yn ei gyhoeddi
checker-about-credits = deunydd pobl eraill

## Pam na chafodd rhan ei harchwilio
checker-why-too-large = Mae’n rhy fawr.
checker-why-too-much-inside = Mae llawer mwy ynddo nag y dylai fod ar ôl ei ddadbacio.
checker-why-too-many-entries = Mae gormod o rannau ynddo.
checker-why-too-deep = Mae wedi’i nythu’n rhy ddwfn.
checker-why-damaged = Mae wedi’i ddifrodi, neu nid yw’r hyn y mae’n dweud ei fod.
checker-why-encrypted = Mae cyfrinair yn ei ddiogelu.
checker-why-unknown-kind = All y gwiriwr ddim darllen y math hwn o ffeil.
checker-why-unknown-encoding = All y gwiriwr ddim darllen ei amgodiad nodau.
checker-why-no-text = Mae’n dangos rhywbeth ond does dim testun ynddo, fel tudalennau wedi’u sganio.
checker-why-unreadable-font = Does dim modd adnabod ei lythrennau.
checker-why-embedded = Ffeil y tu mewn i ffeil ydyw.
checker-why-too-many-findings = Mae gormod o ganfyddiadau i’w rhestru i gyd.
checker-why-pupil-list-renewing = Mae enwau disgyblion newydd newid, ac nid yw’r rhestr ohonyn nhw’n barod eto. Gwiriwch eto ymhen munud.
checker-why-no-list-given = Heb y rhestr, ni chwiliwyd am enw neb. Rhowch y rhestr a allforiwyd gan y swyddfa: --list.
checker-why-empty-folder = Nid oes ffeil i’w gwirio ynddi.
checker-why-no-pupil-list = Does gan yr ysgol ddim rhestr disgyblion eto, felly doedd dim modd chwilio am enwau disgyblion. Mae’r swyddfa’n gwneud un drwy fewnforio’r disgyblion.

## Pam nad oes copi diogel
checker-not-clean-other-kind = Dim ond o destun, tudalen we, dogfen Word neu lun y mae modd gwneud copi diogel. Mae’r canfyddiadau’n dweud beth i’w newid yng ngwreiddiol y ffeil hon.
checker-not-clean-pdf = Does dim modd gwneud copi diogel o PDF. Newidiwch yr hyn a gafwyd yn y rhaglen y daeth y PDF ohoni, fel Word, tynnwch yr awdur a’r teitl o’i briodweddau yno, a’i gadw’n PDF newydd. Mae rhoi blwch dros eiriau’n eu gadael yn y ffeil.
checker-not-clean-unread = Does dim modd gwneud copi diogel, am nad oes modd darllen y ffeil i gyd.

## Canlyniadau, yn y rhaglen ar gyfer y llinell orchymyn
checker-verdict-clear = clir
checker-verdict-review = mae angen i rywun edrych arno
checker-verdict-not-examined = chafodd y cyfan ddim ei archwilio
checker-verdict-stop = peidiwch â’i gyhoeddi fel hyn
checker-severity-stop = stopiwch
checker-severity-warn = rhybudd
checker-severity-note = nodyn
checker-unexamined-line = heb ei archwilio: { $part }.
checker-on-page = tudalen { $page }

## Beth mae'r API yn ei ateb pan nad oes modd gwneud cais
checker-api-title = Does dim modd darllen y cais
checker-api-purpose = Dyw’r ysgol ddim yn gofyn am ddiben o’r enw hwn. Mae’n gofyn am: { $listed }.
checker-api-twice = Dim ond unwaith y caiff y paramedr { $field } ymddangos.
checker-api-file-name = Mae gan enw ffeil { $most } nod ar y mwyaf, a dim nodau rheoli.
checker-api-type-title = Does dim modd darllen y corff fel hyn
checker-api-type-form = Anfonwch y ffeil ei hun fel y corff, â’i math cynnwys ei hun, ac nid ffurflen. Gyda curl: --data-binary @newsletter.txt -H "Content-Type: text/plain".
checker-api-type-malformed = Dyw’r Content-Type ddim yn fath cyfrwng fel text/plain.
checker-api-type-encoded = Anfonwch y corff fel y mae, heb Content-Encoding.
checker-api-large-title = Mae’r ffeil yn rhy fawr
checker-api-large = Mae { $most } MB ar y mwyaf yn cael eu gwirio ar y tro.
checker-api-cut-title = Chyrhaeddodd y ffeil ddim yn gyfan
checker-api-cut = Daeth y cysylltiad i ben cyn i’r corff i gyd ddod. Chafodd dim ei wirio.
checker-api-slow-title = Daeth y ffeil yn rhy araf
checker-api-slow = Roedd eraill yn aros i wirio eu rhai nhw. Chafodd dim ei wirio: anfonwch hi eto ymhen hanner munud.
checker-api-not-clean-title = Does dim copi diogel o’r ffeil hon

## Y rhestr ddall o ddisgyblion, ymhlith rhestrau'r swyddfa
checker-list-title = Ar gyfer gwirio cyn cyhoeddi
checker-list-text = Cyn cyhoeddi rhywbeth, mae’n cael ei wirio yn erbyn rhestr o ddisgyblion lle nad oes modd darllen yr un enw. Mae’r rhestr yn ei diweddaru ei hun. Gall pwy bynnag sy’n gofalu am eich gwefan ei chael hefyd, i wirio pob tudalen yn ei raglen ei hun, schoolgate-check.
checker-list-none = Nid oes neb ar y rhestr eto. Mewnforiwch y disgyblion yn gyntaf.
checker-list-key-text = Dim ond gyda’i hallwedd y mae’r rhestr yn gweithio. Gall unrhyw un sydd â’r ddau brofi a yw enw arni, felly anfonwch nhw ar wahân, a dim ond at bobl a gaiff wybod pa blant sydd yn yr ysgol.
checker-list-button = Lawrlwythwch y rhestr
checker-list-key-button = Lawrlwythwch ei hallwedd
