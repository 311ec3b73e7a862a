### Yr hyn y mae rhieni a gofalwyr yn ei ddarllen wrth benderfynu am luniau, ffilm a gwaith.
### Oed darllen 12. Brawddegau byr. Mae gwrthod yn swnio'r un mor hawdd â chytuno.

## Dechrau

consent-start-title = Caniatâd ar gyfer lluniau
consent-start-lead = Dywedwch wrth { $school } a gaiff yr ysgol dynnu a defnyddio lluniau a ffilm o’ch plentyn, a defnyddio gwaith eich plentyn. Rydych chi’n ateb am bob defnydd ar wahân.
consent-start-time = Mae’n cymryd tua 4 munud, neu lai os rhowch chi’r un atebion ar gyfer eich plant i gyd.
consent-start-point-free = Gallwch ddweud na wrth unrhyw beth. Fydd eich plentyn ddim ar ei golled.
consent-start-point-change = Gallwch newid eich meddwl ar unrhyw adeg, yma, mewn dau gam.
consent-start-point-receipt = Cewch dderbynneb sy’n dangos yn union beth ofynnwyd i chi a beth ddywedoch chi.
consent-start-button = Dechrau nawr
consent-start-again-button = Mynd at eich plant
consent-start-who = Pwy sy’n cael penderfynu
consent-start-who-text = Unrhyw un sydd â chyfrifoldeb rhiant dros y plentyn. Os bydd mwy nag un person yn ateb, dim ond pan fydd pawb sydd wedi ateb yn dweud ie y bydd yr ysgol yn bwrw ymlaen.
consent-start-other-ways = Os byddai’n well gennych chi beidio â gwneud hyn ar-lein
consent-start-other-ways-text = Gofynnwch i swyddfa’r ysgol am ffurflen bapur, neu dywedwch eich atebion wrth y swyddfa. Mae’r naill neu’r llall cystal ag ateb ar-lein.

## Mewngofnodi: e-bost

sign-in-title = Mewngofnodi gyda’ch e-bost
sign-in-lead = Byddwn ni’n anfon cod atoch chi. Does dim cyfrinair i’w gofio.
sign-in-email-label = Eich cyfeiriad e-bost
sign-in-email-hint = Yr un y mae’r ysgol yn ei ddefnyddio i ysgrifennu atoch chi.
sign-in-email-missing = Rhowch eich cyfeiriad e-bost
sign-in-email-wrong = Rhowch gyfeiriad e-bost fel enw@example.org
sign-in-send = Anfonwch god ata i
sign-in-use-letter = Mae gen i god ar lythyr gan yr ysgol
sign-in-no-email-title = Dim e-bost, neu gyfeiriad newydd?
sign-in-no-email-text = Gofynnwch i swyddfa’r ysgol am lythyr gyda chod. Gallwch fewngofnodi gyda’r cod hwnnw.

## Mewngofnodi: y cod

sign-in-code-title = Rhowch y cod
sign-in-code-sent = Os yw’r cyfeiriad { $email } gan yr ysgol ar eich cyfer, rydyn ni wedi anfon cod 6 digid yno. Mae’r cod yn gweithio am awr.
sign-in-code-label = Cod 6 digid
sign-in-code-hint = Er enghraifft 123 456. Does dim ots am fylchau.
sign-in-code-continue = Mewngofnodi
sign-in-code-none-title = Dim e-bost ar ôl ychydig funudau?
sign-in-code-none-spam = Edrychwch yn eich ffolder sbam neu sothach.
sign-in-code-none-address = Efallai fod gan yr ysgol gyfeiriad arall ar eich cyfer. Rhowch gynnig ar hwnnw, neu gofynnwch i’r swyddfa.
sign-in-code-again = Anfon cod arall
sign-in-code-other-address = Defnyddio cyfeiriad e-bost arall
sign-in-code-wrong = Nid dyna’r cod a anfonon ni. Gwiriwch y cod a rhowch gynnig arall arni.
sign-in-code-missing = Rhowch y cod o’r e-bost
sign-in-code-not-six = Mae 6 digid yn y cod. Gwiriwch y cod a rhowch gynnig arall arni.
sign-in-code-tries-left =
    { $tries ->
        [zero] Does gennych chi ddim cynnig ar ôl.
        [one] Mae gennych chi 1 cynnig ar ôl.
        [two] Mae gennych chi 2 gynnig ar ôl.
        [few] Mae gennych chi { $tries } chynnig ar ôl.
        [many] Mae gennych chi { $tries } chynnig ar ôl.
       *[other] Mae gennych chi { $tries } cynnig ar ôl.
    }
sign-in-code-dead-title = Gofynnwch am god newydd
sign-in-code-dead-text = Dydy’r cod hwn ddim yn gweithio bellach. Mae’n fwy nag awr oed, neu wedi’i ddefnyddio’n barod, neu wedi’i deipio’n anghywir ormod o weithiau. Does dim un o’ch atebion wedi mynd ar goll.
sign-in-code-dead-button = Cael cod newydd

## Mewngofnodi: y llythyr

sign-in-letter-title = Mewngofnodi gyda’r cod ar eich llythyr
sign-in-letter-lead = Mae’r ysgol yn rhoi’r cod hwn i deuluoedd sydd ddim yn defnyddio e-bost. Cadwch y llythyr: gyda’r un cod gallwch ddod yn ôl a newid eich meddwl.
sign-in-letter-label = Cod o’r llythyr
sign-in-letter-hint = 16 o lythrennau a rhifau mewn pedwar grŵp. Does dim ots am briflythrennau, bylchau na chysylltnodau.
sign-in-letter-continue = Mewngofnodi
sign-in-letter-missing = Rhowch y cod o’r llythyr
sign-in-letter-wrong = Dydy’r cod hwnnw ddim yn gywir. Cymharwch bob grŵp â’r llythyr. Os yw’r ysgol wedi anfon llythyr mwy newydd atoch, defnyddiwch hwnnw.
sign-in-letter-use-email = Defnyddio fy e-bost yn lle hynny

signed-out-title = Rydych chi wedi allgofnodi
signed-out-text = Mae popeth a anfonoch chi wedi’i gadw. Os oes pobl eraill yn defnyddio’r ffôn neu’r cyfrifiadur hwn, caewch y dudalen nawr.

## Eich plant

children-title = Eich plant
children-lead-todo =
    { $count ->
        [zero] Does dim cwestiwn yn aros am eich ateb.
        [one] Mae 1 cwestiwn yn aros am eich ateb.
        [two] Mae 2 gwestiwn yn aros am eich ateb.
        [few] Mae { $count } chwestiwn yn aros am eich ateb.
        [many] Mae { $count } chwestiwn yn aros am eich ateb.
       *[other] Mae { $count } cwestiwn yn aros am eich ateb.
    }
children-lead-done = Rydych chi wedi ateb popeth. Gallwch newid unrhyw ateb isod.
children-none-title = Does dim plant i’w dangos
children-none-text = Dydy rhestr yr ysgol ddim yn dangos bod gennych chi gyfrifoldeb rhiant dros blentyn yma. Os nad yw hynny’n iawn, rhowch wybod i swyddfa’r ysgol.
children-answered = Wedi ateb { $done } o { $all }
children-class = Dosbarth { $class }
children-left = Wedi gadael yr ysgol hon
children-answer-button =
    { $count ->
        [zero] 0 cwestiwn
        [one] 1 cwestiwn
        [two] 2 gwestiwn
        [few] { $count } chwestiwn
        [many] { $count } chwestiwn
       *[other] { $count } cwestiwn
    }
children-answer-for = Ateb dros { $child }
children-begin = Ateb y cwestiynau
children-continue-title = Parhewch o’r lle y gadawsoch chi
children-continue-text = Fe ddechreuoch chi ar { $when }, a dydych chi ddim wedi anfon eich atebion eto.
children-continue-button = Parhau
children-other-schools = Eich plant mewn ysgolion eraill
children-other-schools-text = Mae pob ysgol yn cadw ei chofnodion ei hun, ac ni all weld cofnodion ysgol arall.

## Dros bwy mae'r atebion

begin-title = Dros bwy rydych chi’n ateb?
begin-hint = Mae’r cwestiynau yr un fath ar gyfer pob plentyn. Gallwch newid ateb ar gyfer un plentyn wedyn.
begin-all = Yr un atebion ar gyfer { $children }
begin-one = Dim ond { $child }
begin-error = Dewiswch dros bwy rydych chi’n ateb

## Un diben

step-caption = Ar gyfer { $children }
step-what = Beth
step-why = Pam
step-where = Ble bydd i’w weld
step-how-long = Am ba hyd
step-basis-consent = Mae angen eich caniatâd ar yr ysgol ar gyfer hyn. Os na fyddwch chi’n ateb, bydd yr ysgol yn cymryd mai ‘na’ yw’r ateb.
step-basis-public-task = Caiff yr ysgol wneud hyn fel rhan o’i gwaith fel ysgol. Gallwch wrthwynebu, a bydd yr ysgol yn parchu hynny.
step-basis-legitimate-interests = Mae gan yr ysgol reswm da dros wneud hyn, ac mae wedi pwyso hynny yn erbyn preifatrwydd teuluoedd. Gallwch wrthwynebu, a bydd yr ysgol yn parchu hynny.
step-single = Lluniau y gallai pobl adnabod eich plentyn ynddyn nhw yw’r rhain.
step-group = Lluniau o grwpiau yw’r rhain, nid o un plentyn.
step-work = Mae hyn yn ymwneud â gwaith eich plentyn. Fyddwn ni byth yn dangos enw llawn eich plentyn gyda’r gwaith.
step-recording = Mae hyn yn ymwneud â ffilm a sain.
step-question-consent = Ydych chi’n rhoi caniatâd?
step-question-notice = Ydych chi’n hapus gyda hyn?
answer-agree = Ydw, rwy’n rhoi caniatâd
answer-refuse = Nac ydw, dydw i ddim yn rhoi caniatâd
answer-no-objection = Ydw, rwy’n hapus gyda hyn
answer-object = Nac ydw, rwy’n gwrthwynebu
step-error = Dewiswch ‘ydw’ neu ‘nac ydw’. Os nad ydych chi’n siŵr, dewiswch ‘nac ydw’: gallwch newid hynny ar unrhyw adeg.
step-save-hint = Rydyn ni’n cadw eich atebion wrth i chi fynd ymlaen. Does dim yn mynd i gofnodion yr ysgol nes i chi anfon eich atebion ar y diwedd.

## Barn y disgybl

view-title = Beth mae { $child } yn ei feddwl?
view-hint = Os gallwch chi, gofynnwch. Mae’r ysgol yn cymryd dymuniad eich plentyn o ddifrif, hyd yn oed os ydych chi wedi dweud ie.
view-happy = Hapus i fod mewn lluniau
view-rather-not = Byddai’n well peidio â bod mewn lluniau
view-not-said = Dydw i ddim wedi gofyn, neu mae’n well gen i beidio â dweud
view-error = Dewiswch beth mae { $child } yn ei feddwl, neu nad ydych chi wedi gofyn

## Gwirio'r atebion

check-title = Gwiriwch eich atebion
check-lead = Ar gyfer { $children }. Does dim yn mynd i gofnodion yr ysgol nes i chi anfon eich atebion.
check-send-title = Anfonwch eich atebion
check-send-text = Drwy anfon, rydych chi’n cadarnhau bod gennych chi gyfrifoldeb rhiant dros { $children }. Gallwch newid unrhyw ateb wedyn.
check-send = Anfon fy atebion
check-view-row = Beth mae { $child } yn ei feddwl
check-changed = Mae eich atebion wedi newid ers i chi agor y dudalen hon. Edrychwch drostyn nhw eto, ac yna eu hanfon.

## Wedi gorffen

done-title = Diolch. Rydyn ni wedi cadw eich atebion
done-lead =
    { $count ->
        [one] Dyma eich derbynneb.
       *[other] Dyma dderbynneb ar gyfer pob plentyn.
    }
done-next-title = Beth sy’n digwydd nawr
done-next-now = Mae’r ysgol yn dilyn eich atebion o hyn ymlaen. Bydd staff yn eu gweld cyn tynnu neu ddefnyddio llun.
done-next-email = Rydyn ni’n anfon copi i’ch cyfeiriad e-bost.
done-next-no-email = I gadw cofnod, argraffwch y dudalen hon neu ysgrifennwch y cyfeirnod ar bapur.
done-next-change = I newid eich meddwl, dewch yn ôl yma a mewngofnodi. Dau gam yw’r cyfan.
done-back = Yn ôl at eich plant
done-whole-receipt = Derbynneb lawn ar gyfer { $child }
done-already = Roeddech chi eisoes wedi anfon yr atebion hyn. Fe’u cadwyd unwaith, fel y mae’r dderbynneb yn ei ddangos.

## Atebion un plentyn

child-title = { $child }: eich atebion
child-lead = Beth ddywedoch chi, a beth gaiff yr ysgol ei wneud nawr.
child-holds-yes = Caiff yr ysgol wneud hyn.
child-holds-no = Dydy’r ysgol ddim yn gwneud hyn.
child-yes-but-no = Fe ddywedoch chi ie, ond dydy’r ysgol ddim yn gwneud hyn ar hyn o bryd.
child-reworded = Mae’r ysgol wedi newid yr hyn y mae’n ei ofyn. Atebwch eto, os gwelwch yn dda.
child-withdraw-all = Tynnu popeth yn ôl ar gyfer { $child }
child-history = Beth ddywedoch chi o’r blaen
child-history-none = Dim byd eto. Bydd eich atebion yn cael eu rhestru yma, pob un gyda’i dderbynneb.
child-history-older = Atebion hŷn
child-history-decided =
    { $count ->
        [zero] Wnaethoch chi ddim ateb unrhyw gwestiwn
        [one] Fe wnaethoch chi ateb 1 cwestiwn
        [two] Fe wnaethoch chi ateb 2 gwestiwn
        [few] Fe wnaethoch chi ateb { $count } chwestiwn
        [many] Fe wnaethoch chi ateb { $count } chwestiwn
       *[other] Fe wnaethoch chi ateb { $count } cwestiwn
    }
child-history-withdrew =
    { $count ->
        [zero] Wnaethoch chi ddim tynnu unrhyw ganiatâd yn ôl
        [one] Fe wnaethoch chi dynnu 1 caniatâd yn ôl
        [two] Fe wnaethoch chi dynnu 2 ganiatâd yn ôl
        [few] Fe wnaethoch chi dynnu { $count } chaniatâd yn ôl
        [many] Fe wnaethoch chi dynnu { $count } chaniatâd yn ôl
       *[other] Fe wnaethoch chi dynnu { $count } caniatâd yn ôl
    }
child-history-how-paper = ar ffurflen bapur
child-history-how-spoken = wyneb yn wyneb neu dros y ffôn
child-history-receipt = Derbynneb { $reference }
child-rule-title = Pam y gallai’r ysgol ddweud na er i chi ddweud ie
child-rule-text = Pan fydd mwy nag un person â chyfrifoldeb rhiant wedi ateb, dim ond os yw pob un ohonyn nhw’n dweud ie y bydd yr ysgol yn bwrw ymlaen. Efallai hefyd fod gan yr ysgol ei rheswm ei hun dros gadw plentyn allan o luniau. Gall ddweud wrthych chi beth mae’n ei wneud nawr, ond nid pam.

## Newid un ateb

change-lead = Ar gyfer { $child }
change-yes-consent = Ydw, rwy’n rhoi caniatâd o hyn ymlaen
change-yes-notice = Ydw, rwy’n hapus gyda hyn o hyn ymlaen
change-no = Nac ydw, o hyn ymlaen
change-no-hint = Mae’r ysgol yn rhoi’r gorau iddi ar unwaith. Mae lluniau sydd eisoes wedi’u cyhoeddi yn aros.
change-no-removal = Nac ydw, a thynnwch i lawr yr hyn sydd eisoes wedi’i gyhoeddi, os gwelwch yn dda
change-no-removal-hint = Mae’r ysgol yn rhoi’r gorau iddi ar unwaith, yn dod o hyd i’r lluniau o’ch plentyn a ddefnyddiodd ar gyfer hyn, ac yn eu tynnu i lawr lle gall. Ni all gael yn ôl gopïau wedi’u hargraffu, na chopïau y mae pobl eraill wedi’u cadw.
change-save = Cadw fy ateb
change-error = Dewiswch ateb
change-sent-before = Roeddech chi eisoes wedi anfon y dudalen hon gydag ateb gwahanol. Dewiswch eto, ac yna cadw.

## Tynnu popeth yn ôl

withdraw-title = Tynnu popeth yn ôl ar gyfer { $child }
withdraw-lead =
    { $count ->
        [zero] Dydy hyn ddim yn newid unrhyw ateb.
        [one] Mae hyn yn newid 1 ateb o ‘ie’ i ‘na’.
        [two] Mae hyn yn newid 2 ateb o ‘ie’ i ‘na’.
        [few] Mae hyn yn newid { $count } ateb o ‘ie’ i ‘na’.
        [many] Mae hyn yn newid { $count } ateb o ‘ie’ i ‘na’.
       *[other] Mae hyn yn newid { $count } ateb o ‘ie’ i ‘na’.
    }
withdraw-nothing-title = Does dim i’w dynnu’n ôl
withdraw-nothing-text = Dydych chi ddim wedi dweud ie wrth unrhyw beth ar gyfer { $child }.
withdraw-question = Beth ddylai ddigwydd?
withdraw-from-now = Rhoi’r gorau iddi o hyn ymlaen
withdraw-from-now-hint = Mae lluniau sydd eisoes wedi’u cyhoeddi yn aros.
withdraw-removal = Rhoi’r gorau iddi, a thynnu i lawr yr hyn sydd eisoes wedi’i gyhoeddi
withdraw-removal-hint = Mae’r ysgol yn tynnu lluniau o’ch plentyn i lawr lle gall, ac yn dweud wrthych chi beth wnaeth hi. Ni all gael yn ôl gopïau wedi’u hargraffu, na chopïau y mae pobl eraill wedi’u cadw.
withdraw-save = Tynnu popeth yn ôl
withdraw-error = Dewiswch beth ddylai ddigwydd
withdraw-list = Bydd yr atebion hyn yn newid i ‘na’

## Y dderbynneb

receipt-title = Derbynneb
receipt-for = Ar gyfer
receipt-by = Atebwyd gan
receipt-by-you = { $name } ({ $relation })
receipt-how = Sut
receipt-how-online = Ar-lein, ar y tudalennau hyn
receipt-how-paper = Ar ffurflen bapur â’r dyddiad { $date }
receipt-how-spoken = Wyneb yn wyneb neu dros y ffôn, { $date }
receipt-answers = Atebion
receipt-withdrawal = Tynnwyd yn ôl
receipt-withdrawal-from-now = O hyn ymlaen
receipt-withdrawal-removal = O hyn ymlaen, a dylai’r hyn sydd eisoes wedi’i gyhoeddi gael ei dynnu i lawr
receipt-view = Beth mae’r plentyn yn ei feddwl
receipt-wordings-title = Beth ddangoswyd i chi
receipt-wording = Fersiwn { $version } o’r geiriad hwn
receipt-file = Lawrlwytho’r dderbynneb fel ffeil
receipt-check-title = Sut i wirio’r dderbynneb hon
receipt-check-here = Ar y wefan hon: ewch i “Gwirio derbynneb” a theipiwch y cyfeirnod a’r ôl bys.
receipt-check-without = Ar eich cyfrifiadur eich hun: mewngofnodwch a lawrlwythwch y dderbynneb fel ffeil. Mae unrhyw offeryn sy’n cyfrifo SHA-256 yn rhoi ôl bys y dderbynneb ar gyfer y ffeil honno, er enghraifft “certutil -hashfile” gydag enw’r ffeil a “SHA256” ar Windows, neu “shasum -a 256” gydag enw’r ffeil ar Mac neu Linux. Y ffeil yw’r cofnod mewn JSON canonaidd (RFC 8785), gyda’r geiriad a ddangoswyd i chi.

## Gwirio derbynneb

verify-title = Gwirio derbynneb
verify-lead = Gall unrhyw un sydd â derbynneb wirio ei bod yn ddilys. Does dim angen mewngofnodi. Dim ond dweud a yw’n ddilys rydyn ni.
verify-reference-label = Cyfeirnod
verify-reference-hint = Er enghraifft K7PM-3QXW-9D2T
verify-reference-error = Rhowch y cyfeirnod: tri grŵp o bedair llythyren neu rif
verify-fingerprint-label = Ôl bys digidol
verify-fingerprint-hint = 64 o lythrennau a rhifau, o a i f ac o 0 i 9. Does dim ots am fylchau.
verify-fingerprint-error = Rhowch yr ôl bys: 64 o lythrennau a rhifau, o a i f ac o 0 i 9
verify-button = Gwirio
verify-genuine-title = Mae’r dderbynneb hon yn ddilys
verify-genuine-text = Cafodd ei chofnodi ar { $when }, ac nid yw wedi’i newid ers hynny.
verify-genuine-note = Efallai fod y teulu wedi newid eu hateb ers hynny.
verify-no-match-title = Allwn ni ddim dod o hyd i’r dderbynneb hon
verify-no-match-text = Does gan yr ysgol hon ddim derbynneb â’r cyfeirnod a’r ôl bys hyn. Gwiriwch y ddau rhag ofn bod camgymeriad teipio. Os ydyn nhw’n gywir, cafodd y dderbynneb ei newid neu mae’n dod o ysgol arall.
verify-recipe-title = Sut i wirio heb y dudalen hon
verify-again = Gwirio derbynneb arall
