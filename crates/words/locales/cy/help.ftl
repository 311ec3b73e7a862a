### Cael help: pwy sy'n gofyn, am beth, a'r lleoedd i droi atyn nhw. Mae plant yn darllen y rhain hefyd.

help-title = Cael help

## First question. Each answer is a link.
help-who-title = Pwy wyt ti?
help-who-lead = Ateb ddau gwestiwn byr i ddod o hyd i bobl sy’n gallu helpu. Does dim rhaid dweud dy enw.
help-who-under-11 = Rwy’n 10 oed neu’n iau
help-who-11-18 = Rwy’n 11 i 18 oed
help-who-parent = Rwy’n rhiant neu’n ofalwr
help-who-staff = Rwy’n gweithio neu’n helpu mewn ysgol
help-who-public = Rwy’n oedolyn arall
help-who-wrong = Dewis pwy wyt ti

## Second question.
help-what-title = Am beth mae hyn?
help-what-title-child = Beth sydd wedi digwydd?
help-what-lead = Dewis yr un sy’n ffitio orau. Os nad oes un yn ffitio, dewis yr olaf.
help-what-wrong = Dewis am beth mae hyn
help-answer-caption = Cael help
help-choose-again = Dewis rhywbeth arall
help-others-title = Lleoedd eraill sy’n gallu helpu

## Opening.
help-open-always = Ar agor nawr, ddydd a nos
help-open-until = Ar agor nawr, tan { $when }
help-takes-messages = Mae modd gadael neges nawr. Bydd rhywun yn ei darllen yn nes ymlaen.
help-hours-unknown = Gwiriwch yr oriau agor cyn ffonio
help-closed = Ar gau nawr
help-closed-until = Ar gau nawr. Yn agor { $when }
help-when-today = heddiw am { $time }
help-when-tomorrow = yfory am { $time }
help-when-date = { $date } am { $time }
help-until-today = { $time }
help-until-tomorrow = yfory am { $time }
help-until-date = { $date } am { $time }
help-instead = Mae { $name } ar agor yn ei le

## Ways of getting in touch.
help-call = Ffonio { $number }
help-relay = Cyfnewid testun: { $number }
help-text = Tecstio { $number }
help-email = E-bostio { $address }
help-website = Mynd i { $site }
help-way-of = { $name }

## About a place.
help-about = Mwy am { $name }
help-for-title = Ar gyfer beth
help-not-for-title = Nid ar gyfer beth
help-cost-title = Cost
help-name-title = Dy enw
help-name-anonymous = Does byth rhaid rhoi dy enw.
help-name-optional = Does dim rhaid rhoi dy enw.
help-name-unless-at-risk = Gelli di aros yn ddienw, oni bai bod yr hyn rwyt ti’n ei ddweud yn dangos bod plentyn mewn perygl a phwy ydyw.
help-name-named = Byddan nhw’n gofyn am dy enw.
help-ages-between = I oedran { NUMBER($youngest) } i { NUMBER($oldest) }
help-ages-from = I oedran { NUMBER($youngest) } a throsodd
help-ages-to = I oedran hyd at { NUMBER($oldest) }
help-check-before-use = Gwiriwch cyn defnyddio: { $what }
help-last-checked = Gwiriwyd ddiwethaf ar { $date }. Gallai fod wedi newid ers hynny.

## Arweinydd diogelu'r ysgol ei hun.
help-lead-child = Oedolyn yn { $school } sydd â’r gwaith o gadw plant yn ddiogel. Gelli di ddweud wrthyn nhw.
help-lead-adult = Yr arweinydd diogelu yn { $school }. Dywedwch wrthyn nhw am unrhyw bryder am blentyn yn yr ysgol.
help-lead-staff = Yr arweinydd diogelu yn { $school }. Dywedwch wrthyn nhw ar unwaith.
help-lead-panel = Yr arweinydd diogelu yn ein hysgol. Gallwch siarad â nhw.

## Age.
help-age-title = Dweud faint yw dy oed
help-age-why = Dim ond rhai oedrannau mae rhai lleoedd yn eu helpu. Does dim rhaid dweud.
help-age-label = Faint yw dy oed?
help-age-button = Dangos lleoedd i’m hoed i
help-age-wrong = Rho dy oed fel rhif, o { NUMBER($youngest) } i { NUMBER($oldest) }

## A quick way off the page.
help-leave = Gadael y dudalen hon
help-leave-about = Mae’n mynd i dudalen dywydd. Bydd y dudalen hon yn aros yn dy hanes pori.

## The panel.
help-panel-title = Poeni am rywbeth ar-lein?
help-panel-emergency = Os yw rhywun mewn perygl nawr
help-panel-checked = Gwiriwyd ddiwethaf ar { $date }
help-panel-more = Mwy o leoedd sy’n gallu helpu

## What has to be checked again.
help-due-title = Cysylltiadau i’w gwirio
help-due-lead = Mae rhifau ffôn, cyfeiriadau ac oriau agor yn newid. Cymharwch bob un o’r rhain â’i ffynhonnell. Os oes rhywbeth wedi newid, dywedwch wrth bwy bynnag sy’n gofalu am y ffeil content/services.toml, neu broffil yr ysgol.
help-due-count = { $count ->
    [zero] Dim i’w wirio
    [one] 1 peth i’w wirio
    [two] 2 beth i’w gwirio
    [few] { $count } pheth i’w gwirio
    [many] { $count } pheth i’w gwirio
   *[other] { $count } peth i’w gwirio
}
help-due-none = Dim i’w wirio
help-due-none-text = Bydd unrhyw beth sydd i’w wirio eto yn ymddangos yma ohono’i hun, a hefyd gyfeiriad gwe sy’n peidio â gweithio.
help-due-what = Beth
help-due-last = Gwiriwyd ddiwethaf
help-due-since = I’w wirio erbyn
help-due-where = Ble i edrych
help-due-why = Beth i’w wirio
help-due-about = ar gyfer beth mae, y gost, ac a ydych yn rhoi eich enw
help-due-who = pwy sy’n cael defnyddio’r gwasanaeth, ac ymhle
help-due-superseded = ei fod wedi disodli { $name }
help-due-role = ar gyfer beth mae’r math hwn o gyswllt
help-due-contact = cyswllt o broffil yr ysgol hon
help-due-holidays = Gwyliau banc
help-due-holidays-england-and-wales = Cymru a Lloegr
help-due-holidays-scotland = Yr Alban
help-due-holidays-northern-ireland = Gogledd Iwerddon
help-due-links-title = Cyfeiriadau gwe
help-due-links-never = Dydy’r cyfeiriadau gwe ddim wedi’u gwirio eto. Y dasg ddyddiol sy’n gwneud hynny.
help-due-links-asked = { $count ->
    [zero] Ni wiriwyd unrhyw gyfeiriad gwe ar { $when }
    [one] Gwiriwyd 1 cyfeiriad gwe ar { $when }
    [two] Gwiriwyd 2 gyfeiriad gwe ar { $when }
    [few] Gwiriwyd { $count } chyfeiriad gwe ar { $when }
    [many] Gwiriwyd { $count } chyfeiriad gwe ar { $when }
   *[other] Gwiriwyd { $count } cyfeiriad gwe ar { $when }
}
help-due-links-fine = Mae pob un yn gweithio.
help-due-links-none = Nid atebodd yr un. Efallai na all y system hon gyrraedd y rhyngrwyd, felly gwiriwch hynny’n gyntaf.
help-due-link = Cyfeiriad
help-due-link-fault = Beth ddigwyddodd
help-due-link-since = Ers
help-due-link-gone = Mae’r dudalen wedi mynd
help-due-link-silent = Dim ateb
help-due-link-moved = Nawr yn mynd i safle arall
help-due-link-unclear = Atebodd, ond nid â thudalen. Efallai ei fod yn blocio rhaglenni, felly agorwch ef eich hun.

## For programs.
help-api-title = Nid oes modd darllen y cwestiwn
help-api-missing = Mae’r paramedr { $field } ar goll.
help-api-twice = Dim ond unwaith y mae modd rhoi’r paramedr { $field }.
help-api-not-one = Rhaid i’r paramedr { $field } fod yn un o’r gwerthoedd hyn: { $values }.
help-api-age = Rhif cyfan sy’n perthyn i’r gynulleidfa yw’r paramedr age: 0 i 10 ar gyfer under-11, 11 i 18 ar gyfer 11-18. Nid yw cynulleidfaoedd eraill yn cymryd un.
help-api-at = Amser fel 2026-03-03T16:05:00Z yw’r paramedr at, neu 2026-03-03T16:05 am amser yn Llundain.
