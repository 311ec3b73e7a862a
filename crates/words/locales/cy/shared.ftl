### Geiriau y mae llawer o dudalennau yn eu defnyddio.

shared-skip-link = Neidio i’r prif gynnwys
shared-back = Yn ôl
shared-continue = Ymlaen
shared-sign-out = Allgofnodi
shared-yes = Ie
shared-no = Na
shared-error-summary-title = Mae problem
shared-error-prefix = Gwall:
shared-language-switch = Dewiswch iaith

shared-signed-in-as = Wedi mewngofnodi fel
shared-step = Cwestiwn { NUMBER($number) } o { NUMBER($total) }
shared-change = Newid
shared-not-answered = Heb ei ateb eto
shared-objected = Rydych wedi gwrthwynebu
shared-not-objected = Dim gwrthwynebiad
shared-optional = dewisol
shared-print = Argraffu’r dudalen hon

## Ar waelod tudalennau ysgol.
shared-help-title = Cwestiynau?
shared-help-office = Cysylltwch â swyddfa’r ysgol.

## O dan faes â sawl llinell. Daw'r rhif ar ôl y geiriau.
shared-characters-limit = { $limit ->
    [zero] Ni allwch ysgrifennu dim nodau.
    [one] Gallwch ysgrifennu 1 nod.
    [two] Gallwch ysgrifennu hyd at 2 nod.
    [few] Gallwch ysgrifennu hyd at { $limit } nod.
    [many] Gallwch ysgrifennu hyd at { $limit } nod.
   *[other] Gallwch ysgrifennu hyd at { $limit } nod.
}
shared-characters-left = Nodau ar ôl:
shared-characters-over = Nodau dros y terfyn:

## Derbynneb.
shared-receipt-reference = Cyfeirnod y dderbynneb
shared-receipt-time = Cofnodwyd
shared-receipt-fingerprint = Ôl bys digidol

## Rhwng tudalennau rhestr hir.
shared-pages = Tudalennau’r rhestr hon
shared-page = Tudalen
shared-previous = Blaenorol
shared-next = Nesaf

shared-to-front-door = Ewch i dudalen gychwyn yr ysgol

## Whether a thing on a list has been done.
shared-done = Wedi’i wneud
shared-to-do = I’w wneud

## Dyddiad mewn tair rhan, a'r botwm sy'n cyfyngu rhestr.
shared-day = Diwrnod
shared-month = Mis
shared-year = Blwyddyn
shared-show = Dangos
