### Pages of the office from which families are written to. Said to a secretary with the telephone ringing.

## Who
families-who = Which families?
families-who-choose = Choose families
families-who-no-email = Everybody without email
families-who-all = The whole school
families-who-year = All of { $year }
families-who-class = Class { $class }
families-none-title = No families found
families-none-text = Nobody in this group. Choose another, or import pupils and contacts first.
families-adults-count = { $count ->
    [one] 1 person decides
   *[other] { $count } people decide
}
families-column-adult = Parent or carer
families-column-children = Children
families-column-email = Email
families-column-letter = Last letter
families-no-email = No email
families-never = None yet

## Letters and forms
families-letters-title = Letters and paper forms
families-letters-about = Print letters with sign-in codes for families without email, and forms to fill in with a pen.
families-letters-link = Print letters or forms
families-letters-lead = One file to print: a page for each letter, a sheet for each form, in class order.
families-pupils = Which pupils?
families-pupils-missing = Tick at least one pupil
families-what = What would you like to print?
families-what-letters = Letters with a sign-in code
families-what-letters-count = { $count ->
    [one] 1 letter, for each person who decides
   *[other] { $count } letters, one for each person who decides
}
families-what-forms = Paper forms
families-what-forms-count = { $count ->
    [one] 1 form, for each pupil
   *[other] { $count } forms, one for each pupil
}
families-what-missing = Choose letters, forms or both
families-language = In which language?
families-language-both = Both, one after the other
families-language-missing = Choose a language
families-return = When should forms be back?
families-return-hint = Leave this blank to print no date. For example, 18 9 2026.
families-return-wrong = Enter a date from today to a year from now, for example 18 9 2026, or leave it blank
families-codes-end = { $count ->
    [one] 1 of these people already has a letter. The code on it stops working when you print a new one.
   *[other] { $count } of these people already have a letter. The codes on them stop working when you print new ones.
}
families-no-codes = Your school does not use sign-in codes on letters, so only forms can be printed. An administrator can change this in the settings.
families-by-hand = Some names have to be written by hand
families-by-hand-text = Our typeface does not have the letters of these names. The sheets have a line to write each name on:
families-letters-record = Printing letters is recorded in the audit trail. A code lets whoever has it answer as that parent: print only what you will hand out.
families-print = Download the file to print
families-file = letters-{ $school }.pdf
