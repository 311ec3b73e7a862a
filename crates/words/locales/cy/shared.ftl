### Geiriau y mae llawer o dudalennau yn eu defnyddio.

shared-skip-link = Neidio i'r prif gynnwys
shared-back = Yn ôl
shared-continue = Ymlaen
shared-sign-out = Allgofnodi
shared-yes = Ie
shared-no = Na
shared-error-summary-title = Mae problem
shared-error-prefix = Gwall:
shared-language-english = English
shared-language-welsh = Cymraeg
shared-language-switch = Dewiswch iaith
