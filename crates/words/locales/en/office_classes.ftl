### Classes: who has answered, the permission sheet, figures, families still to hear from. For staff.

## The marks of the permission matrix. Read out for each child and purpose, so they are short.
office-mark-may = Yes
office-mark-told = Told, no objection
office-mark-not-answered = Not answered, so no
office-mark-nobody-to-ask = Nobody to ask yet, so no
office-mark-may-not = No
office-mark-flagged = No: the safeguarding lead decides

## The class permission sheet. It never says why a child may not appear.
office-sheet-title = Who may be in pictures: { $class }
office-sheet-pupils = { $count ->
    [one] 1 pupil
   *[other] { $count } pupils
}
office-sheet-name = Name
office-sheet-ask = No
office-sheet-ask-all = No, not in any picture
office-sheet-key-may = may appear.
office-sheet-key-ask = must not appear. Questions? Ring the school office:
office-sheet-care = Valid only on the day you print it: print a new one before each trip or event. Keep it out of sight, and shred it afterwards.
office-sheet-names = What families call them:
office-sheet-print = Print this sheet
office-sheet-everyone = Everyone may appear.
office-sheet-ask-about = Not these pupils:
office-sheet-may-count = { $count ->
    [one] 1 of { NUMBER($of) } may appear
   *[other] { $count } of { NUMBER($of) } may appear
}
office-sheet-ways = Ways to read this sheet
office-sheet-by-pupil = By pupil
office-sheet-by-kind = By kind of picture
office-sheet-made = Made on { $time }

## Kinds of picture, as heads of columns.
office-kind-group = In groups
office-kind-single = Alone, recognisable
office-kind-work = Work
office-kind-recording = Film and sound

## Heads of columns that several lists share.
office-column-pupil = Pupil
office-column-class = Class
office-column-year = Year
office-column-pupils = Pupils
office-column-sheet = Printable sheet
office-column-answered = Answered
office-column-part = Some answers
office-column-nothing = No answers
office-column-purpose = Purpose
office-column-may = May appear
office-column-may-not = May not
office-column-not-answered = Not answered
office-column-who = Who can decide
office-column-heard = Date of answer

## Year groups.
office-year-nursery = Nursery
office-year-reception = Reception
office-year = Year { $number }

## How many questions are answered. Both are numbers written out.
office-answered = { $done } of { $all }

## Ways to narrow a list down.
office-show = Show
office-show-all = All
office-show-open = Not answered yet
office-show-answered = Answered
office-show-differ = Answers differ
office-show-nobody = Nobody can decide
office-show-left = Have left
office-filter-may = May appear for
office-filter-may-any = Any purpose
office-filter-classes-all = All classes
office-filter-years-all = All years

## Short notes beside a name.
office-note-differ = answers differ
office-note-nobody = nobody can decide
office-note-left = Left

## The list of classes.
office-classes-title = Classes
office-classes-lead = Open or print a class’s sheet just before you need it. It shows what is allowed at that moment.
office-classes-count = { $count ->
    [one] 1 class
   *[other] { $count } classes
}
office-classes-sheet = Sheet for { $class }
office-classes-none-title = No pupils yet
office-classes-none-text = They appear here as soon as the office has imported a list of pupils.

## One class.
office-class-title = Class { $class }
office-class-count = { $count ->
    [one] 1 pupil of { $class }
   *[other] { $count } pupils of { $class }
}
office-class-sheet = Printable sheet
office-class-outstanding = Families who have not replied
office-class-none-title = No pupils to show
office-class-none-text = No pupil matches this at the moment. Choose “All” to see everyone again.

## How far the school is. Figures only.
office-progress-title = Response rates
office-progress-lead = { $count ->
    [one] 1 pupil is at the school. A family has replied once someone has answered every question that needs permission, yes or no.
   *[other] { $count } pupils are at the school. A family has replied once someone has answered every question that needs permission, yes or no.
}
office-progress-percent = answered
office-progress-left = pupils to go
office-progress-all = { $count ->
    [one] 1 answered
   *[other] { $count } answered
}
office-progress-part = { $count ->
    [one] 1 with some answers
   *[other] { $count } with some answers
}
office-progress-nothing = { $count ->
    [one] 1 with no answers
   *[other] { $count } with no answers
}
office-progress-classes = { $count ->
    [one] 1 class
   *[other] { $count } classes
}
office-progress-purposes = { $count ->
    [one] Pupils by purpose: 1 purpose
   *[other] Pupils by purpose: { $count } purposes
}

## Families still to hear from, for print.
office-outstanding-title = Families who have not replied
office-outstanding-of = Families who have not replied: { $class }
office-outstanding-lead = As of { $time }. Until a family answers, the school treats it as no.
office-outstanding-count = { $count ->
    [one] 1 family, { $pupils }
   *[other] { $count } families, { $pupils }
}
office-outstanding-none-title = Every family has replied
office-outstanding-none-text = A family appears here again when a new pupil joins or a question changes.
office-contact-paper = no email: on paper
office-contact-gone = no longer listed

## Cards on the first page.
office-home-classes = Classes and sheets
office-home-classes-about = Who may be in pictures: a printable sheet, always up to date.
office-home-children-about = Find a pupil, see what is allowed, edit their details.
office-home-progress-about = How many families have replied, in figures.
office-home-outstanding-about = A list to phone or email from, or to print.

## Who not to photograph today, on a teacher's phone.
office-today-home = Who not to photograph today
office-today-title = Who not to photograph today: { $class }
office-today-valid = Valid on { $date } only. Loaded { $time }. Once it has loaded you do not need a connection.
office-today-purposes = Show one use of pictures
office-today-all = All
office-today-everyone = Everyone is fine.
office-today-others = Everyone else is fine.
office-today-nobody = That is everyone in this class.
office-today-office = Do not photograph a pupil who is listed. If you have a question, ring the school office:
office-column-today = On your phone
office-classes-today = Who not to photograph today in { $class }

## One's own classes.
office-my-classes-title = Your classes
office-my-classes-lead = The classes you choose come first on your first page.
office-my-classes-question = Which classes are yours?
office-my-classes-choose = Choose your classes
office-my-classes-change = Change your classes
