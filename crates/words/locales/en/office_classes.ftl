### Classes: who has answered, the permission sheet, figures, families still to hear from. For staff.

## The marks of the permission matrix. Read out for each child and purpose, so they are short.
office-mark-may = Yes
office-mark-told = Told, no objection
office-mark-not-answered = Not answered: counts as no
office-mark-may-not = No
office-mark-flagged = No: the safeguarding lead decides

## The class permission sheet. It never says why a child may not appear.
office-sheet-title = Who may be in pictures: { $class }
office-sheet-pupils = { $count ->
    [one] 1 pupil
   *[other] { $count } pupils
}
office-sheet-name = Name
office-sheet-ask = ask
office-sheet-ask-all = ask the office before any picture
office-sheet-key-may = may appear.
office-sheet-key-ask = not without asking the school office first.
office-sheet-care = Counts on the day it was made: make a new one before each trip or event. Keep it out of sight, and shred it afterwards.
office-sheet-everyone = Everyone may appear.
office-sheet-ask-about = Ask the office first about:
office-sheet-may-count = { $count ->
    [one] 1 of { NUMBER($of) } may appear
   *[other] { $count } of { NUMBER($of) } may appear
}
