### What somebody is shown who decides about pictures while something else was said: by themself in another tab, on paper, or by
### withdrawing. Short sentences; no blame.

## A form that something was said beside

# Beside a question, for each child.
since-said-no = You said no to this for { $child } on { $when }.
since-title = Something has changed since you began
since-no = Since you began, you said no to “{ $purpose }” for { $child } ({ $when }).
since-question = Do you want to change that to yes?
since-change = Yes, change to yes
since-keep = No, leave it as no
since-error = Choose whether to change your earlier no to yes
since-dropped = You have withdrawn permission for { $child } since you began. These answers do not include { $child }.
since-left = { $child } has left the school. These answers do not include { $child }.
since-gone-title = These answers were not sent
since-gone-text = Nothing here is left to send: since you began, you withdrew, answered in another way, or the child left the school. What you said then is what the school follows.
since-change-title = You have said no since you opened this page
since-change-text = You said no to this on { $when }. If you want to change that to yes, choose yes again and save.
since-now-no = At the moment your answer is no ({ $when }).

## The same, for the office

since-office-title = This person has answered this before
since-office-text = { $name } has answered on the date of the form or later. If the form is their newest answer, record it again. If it is not, or you are not sure, choose “Not answered”.
since-office-answered = { $purpose }: answered on { $when }

## The letter with the receipt

letter-receipt-withdrawal-subject = You have withdrawn permission: { $school }
letter-receipt-paper = These answers were entered by the school office from the paper form dated { $date }. If something is different on your form, please tell the office.
letter-receipt-spoken = These answers were entered by the school office from what you told the school on { $date }. If something is wrong, please tell the office.

## Who it is, of several who share an email address

who-title = Who are you?
who-lead = More than one person at { $school } uses this email address. Each person’s answers are kept separately, so please choose your own name.
who-error = Choose your own name
who-now = You are answering as { $name }.
who-again = Not you? Choose again

## What the school does without asking

office-mark-not-told = Family not told yet, so no
office-holds-not-told = The school may not: the family has not been told yet.
notices-title = Notice given on paper
notices-button = Notice given on paper
notices-lead =
    { $count ->
        [one] Record the day on which the family was given this notice on paper. Until a family has been told, the school may not do these things.
       *[other] Record the day on which the families of these { $count } pupils were given this notice on paper. Until a family has been told, the school may not do these things.
    }
notices-none = This school asks for permission for everything, so there is no notice to give.
notices-day = Day the notice was given
notices-day-hint = For example 3 9 2026
notices-save = Record the notice
notices-done = Recorded.
notices-history-paper = Notice given on paper on { $date }, recorded by { $name }
notices-history-sent = Notice sent by email
notices-history-shown = Notice read after signing in
notices-history-returned = A notice sent by email came back
notices-record-title = Notices and letters
notices-record-none = No notice or letter is recorded.
notices-record-count = { $count ->
    [one] 1 notice or letter
   *[other] { $count } notices and letters
}
notices-record-paper = Notice given on paper on { $date }
notices-record-form = Paper form printed (last time)
notices-record-letter = Letter with a code printed (last time)
audit-notice-child = Recorded that a notice was given on paper for { $child }
audit-notice-class = Recorded that a notice was given on paper to { $class }
notices-shown-title = What the school does without asking
notices-shown-text = The school does not need your permission for these. You can object to any of them at any time: open your child below and change the answer.

## The pupil's own view

view-rather-not-notice = The school has been told that { $child } would rather not be in pictures
view-rather-not-change = Staff see this. If it has changed, the person who told the school can answer again, or tell the office.
office-sheet-rather-not = { $name } (would rather not)

## All questions on one page

all-title = All the questions
all-lead = Answer each question, then check your answers. Nothing is saved to the school’s records until you send your answers.
all-link = Show all questions on one page
all-one-by-one = Show one question at a time
all-more = Why, where and how long
