### Children, for staff: the list, a child's page, correcting an entry, what came on paper, the flag, the record, erasing.

## The list and its search.
office-children-title = Pupils
office-children-count = { $count ->
    [one] 1 pupil
   *[other] { $count } pupils
}
office-search-label = Find a pupil
office-search-hint = The beginning of a first name or surname, or of both.
office-search-button = Find
office-search-error = Write a name of 80 letters or fewer
office-found-none-title = Nobody has that name
office-found-none-text = Try fewer letters, or only the surname. Pupils whose record was erased cannot be found.
office-erased-notice = The record was erased. What is left is the proof that it was, without a name.

## A child's page.
office-child-holds = What the school may do
office-child-adults = Adults
office-child-history = What was decided
office-child-changes = Changes to the entry
office-child-left = Left on { $date }
office-child-left-text = The school takes no new pictures. What was decided is kept until the record is erased.
office-child-left-holds = No: the pupil has left
office-child-flagged-text = This overrules every answer. If you have a question, ask the safeguarding lead.
office-child-nobody = Nobody is listed who can decide
office-child-nobody-text = Only people with parental responsibility decide. Correct the entry, or upload a new list of contacts.
office-child-differ = Answers differ. The careful one counts.
office-child-enter = Enter answers
office-child-enter-withdrawal = Enter a withdrawal
office-child-edit = Edit details
office-child-flag = Do-not-photograph flag
office-child-record = Data we hold (subject access request)
office-child-erase = Erase
office-holds-may = Yes
office-holds-not-answered = Not answered, which counts as no
office-holds-nobody-to-ask = Nobody to ask yet, which counts as no
office-holds-may-not = No
office-holds-flagged = May not be photographed: the safeguarding lead decides

## The adults listed for a child.
office-adults-count = { $count ->
    [one] 1 adult
   *[other] { $count } adults
}
office-adults-none = No adult is listed. They come with the list of contacts.
office-adult-decides = parental responsibility
office-adult-not = does not decide
office-adult-holds = Has parental responsibility
office-adult-holds-not = No parental responsibility: does not decide
office-adult-answered-all = Has answered everything
office-adult-answered-part = Has answered in part
office-adult-answered-nothing = Has not answered yet

## What happened. It says who answered and how it came, never what was said.
office-history-answered = { $count ->
    [one] { $who } answered 1 question
   *[other] { $who } answered { $count } questions
}
office-history-somebody = One of the people who decide
office-history-withdrew = { $count ->
    [one] { $who } withdrew permission: 1 question
   *[other] { $who } withdrew permission: { $count } questions
}
office-history-names-left-out = No names: several people decide, and staff are not told who of them withdrew.
office-history-notices = { $count ->
    [one] { $what }, and 1 notice
   *[other] { $what }, and { $count } notices
}
office-history-answered-notices = { $count ->
    [one] { $who } answered 1 notice
   *[other] { $who } answered { $count } notices
}
office-history-withdrew-notices = { $count ->
    [one] { $who } objected to 1 notice
   *[other] { $who } objected to { $count } notices
}
office-history-entered = { $how }, entered by { $who }
office-history-receipt = Receipt { $reference }
office-history-flag-set = { $who } set the do-not-photograph flag
office-history-flag-lifted = { $who } lifted the do-not-photograph flag
office-history-none = Nobody has answered yet. Answers appear here as soon as the first one is given.
office-entry-listed = Came with a list that { $who } imported
office-entry-returned = Came back, in a list that { $who } imported
office-entry-edited = Changed by { $who }
office-entry-left = Left on { $date }, in a list that { $who } imported
office-who-unknown = somebody who has left
office-who-list = the school’s system
office-none = none

## Fields of an entry.
office-field-forename = First name
office-field-middle-names = Middle names
office-field-surname = Surname
office-field-preferred = Known as
office-field-preferred-hint = The first name everyone uses, if it is different.
office-field-year = Year group
office-field-stage = Key stage
office-field-adult = Adult
office-field-adult-gone = Adult no longer listed
office-field-holders = Who has parental responsibility?
office-field-holders-hint = Only they decide. Change this on the school’s evidence, for example a court order.
office-stage-early = Early years
office-stage-1 = Key stage 1
office-stage-2 = Key stage 2
office-stage-3 = Key stage 3
office-stage-4 = Key stage 4
office-stage-5 = Key stage 5

## Correcting an entry.
office-edit-title = Edit details
office-edit-lead = Please correct the school’s own system too, or the next import will change it back.
office-edit-save = Save
office-edit-leave = Leave without saving
office-edit-missing = This cannot be empty
office-edit-too-long = This is too long
office-edit-characters = Choose from the list, or use letters, spaces, hyphens and apostrophes
office-edit-saved = Saved. It counts from now on, on every page and sheet.
office-edit-same = Nothing was changed, so nothing was saved.
office-edit-meanwhile = While you had the form open
office-edit-after = After your change of { $time }
office-edit-other = { $who } changed this on { $time }: { $what }
office-edit-rule = Both changes are kept. Where they are about the same thing, the later one counts.
office-edit-clash = Somebody changed the same thing while you were typing
office-edit-clash-text = Nothing of yours is saved yet. It is still in the form below. Save to put it in place of theirs, or leave without saving to keep theirs.

## What came on paper or was said.
office-decide-title = Enter answers
office-decide-lead = Enter what a parent or carer told the school on paper or in person, exactly as they said it. They get a receipt.
office-decide-who = Who decided?
office-decide-who-hint = Only people with parental responsibility. Is somebody missing? Correct the entry first.
office-decide-who-error = Choose who decided
office-decide-how = How did it reach the school?
office-decide-paper = On a signed form
office-decide-spoken = In person or by phone
office-decide-how-error = Choose how it reached the school
office-decide-day = Date on the form, or day it was said
office-decide-day-hint = For example 3 9 2026
office-decide-day-missing = Enter the date
office-decide-day-wrong = Enter a real date, like 3 9 2026
office-decide-day-future = This date has not come yet
office-decide-day-past = This date is too long ago
office-decide-language = Which language were the questions in?
office-decide-language-error = Choose the language
office-decide-answers = The answers
office-decide-answers-text = Each answer is kept with the exact words below it. If the form showed other words, please ask the family again.
office-decide-all = Does the form say the same to everything?
office-decide-all-hint = This fills in what you have not chosen below. You see every answer before anything is recorded.
office-decide-each = No, as chosen below
office-decide-all-yes = Yes to everything else
office-decide-all-no = No to everything else
office-decide-filled = Nothing is recorded yet
office-decide-filled-text = Every question is filled in below. Compare each with the form, change what differs, and record the answers.
office-decide-permissions = { $count ->
    [one] 1 question that needs an answer
   *[other] { $count } questions that need an answer
}
office-decide-notices = { $count ->
    [one] 1 notice that needs no answer
   *[other] { $count } notices that need no answer
}
office-decide-notices-text = Families are told of these, and may object.
office-decide-wording = Exact wording, version { $version }
office-decide-not-said = Not answered
office-decide-answer-error = Choose one of the answers
office-decide-none = Enter at least one answer
office-decide-since = This person answered “{ $purpose }” on { $date }, after the date above. The later answer counts: choose “Not answered” here
office-decide-view-hint = Only if the form or the parent says so.
office-decide-save = Record the answers
office-decide-sent-before = This form was recorded already, with other answers. If you want to record these as well, send it again.
office-withdrawal-title = Enter a withdrawal
office-withdrawal-lead = Withdrawing needs no reason and counts at once. Enter what the parent or carer wrote or said.
office-withdrawal-which = What do they withdraw?
office-withdrawal-everything = Everything
office-withdrawal-everything-hint = Whatever the school asks about.
office-withdrawal-which-error = Choose what they withdraw
office-withdrawal-removal = What should happen?
office-withdrawal-removal-hint = The school takes pictures down where it can, and tells them what was done. Printed copies, and copies other people saved, cannot be called back.
office-withdrawal-save = Record the withdrawal

## After it was recorded.
office-decided-title = Recorded
office-decided-e-mail = It counts from now on. { $name } gets the receipt by email and can say if something is wrong.
office-decided-paper = It counts from now on. { $name } has no email: please print this page and hand it over.
office-decided-next = Next pupil still to answer
office-decided-child = Back to { $child }
office-decided-wrong = Typed something wrong? Enter it again for the same person: their last word counts, and both entries are kept.
office-decided-wordings = The exact wording

## The do-not-photograph flag. Never a reason.
office-flag-title = Do-not-photograph flag
office-flag-is-set = The flag is set. { $child } may not appear in any picture, whatever anybody has answered.
office-flag-is-not-set = The flag is not set. What families answered for { $child } counts.
office-flag-what = It counts at once, on every page and sheet. Staff see only that the office is to be asked, as for any child who may not appear. Parents are not told.
office-flag-reason = No reason is asked or kept here. It belongs in the safeguarding file.
office-flag-set = Set the flag
office-flag-lift = Lift the flag
office-flag-done = Done. It counts from now on.

## What is held about a child, for a subject access request.
office-record-title = Data we hold (subject access request)
office-record-lead = Everything this application holds about the pupil, for somebody who has asked for it. Answer within one month.
office-record-for = Who asked?
office-record-pupil = The pupil
office-record-made = Made for { $name } on { $time }
office-record-file = Download as a file
office-record-noted = The audit trail says that you took this out. Check who is asking before you hand it over.
office-record-entry = The entry
office-record-number = Number in the school’s system
office-record-left-out = How they can be reached: left out
office-record-by-reader = The person this is for
office-record-answers-left-out = { $count ->
    [one] 1 answer, left out because it is another person’s
   *[other] { $count } answers, left out because they are another person’s
}
office-record-when = When
office-record-what = What
office-record-who = By
office-record-changes = { $count ->
    [one] 1 change
   *[other] { $count } changes
}
office-record-listed = Listed
office-record-left = Left on { $date }
office-record-about-others = About other adults: left out
office-record-acts = What staff did with the record
office-record-acts-count = { $count ->
    [one] 1 entry of the audit trail
   *[other] { $count } entries of the audit trail
}
office-record-acts-none-title = Nothing
office-record-acts-none-text = An entry appears when staff type in a decision, change the entry or take the record out.
office-record-rules = What is in it, and what is not
office-record-rule-own = The entry, what holds now, every decision with how it came, and the answers of the person it is for with the exact wording they were shown.
office-record-rule-others = Not the names, contact details and answers of other people: they are theirs (Data Protection Act 2018, schedule 2, paragraph 16). Where one person alone decided, the pupil may read the answers.
office-record-rule-separate = Safeguarding records are kept apart. A request for them goes to the safeguarding lead.
office-act-entered = A paper form or a spoken answer was entered
office-act-edited = The details were edited
office-act-exported = The record was downloaded
office-by-family = the family
office-by-office = the office
office-by-head = the head
office-by-lead = the safeguarding lead
office-by-staff = staff

## Erasing.
office-erase-title = Erase everything about a pupil
office-erase-lead = This cannot be undone. Think of the school’s retention rules first: pictures that are still in use need their permission as proof.
office-erase-goes = What goes
office-erase-goes-entry = The entry, its history, and adults who are listed for no other pupil.
office-erase-goes-decisions = Every decision and receipt. Receipts that families kept can no longer be checked here.
office-erase-goes-list = The name in the checker’s list.
office-erase-stays = What stays, and why
office-erase-stays-proof = The proof: that a record was erased, when and by whom, and check numbers from which nothing can be read. Without it nobody could tell an erased record from a lost one.
office-erase-stays-trail = Entries of the audit trail about “a pupil”, without a name.
office-erase-stays-system = The school’s own system is not touched. If the pupil is still in it, the next list brings them back.
office-erase-here = { $child } is still on the roll
office-erase-confirm = Type the pupil’s full name: { $child }
office-erase-wrong = Type the name as it is written above
office-erase-button = Erase for good
office-erase-ask = Ask the safeguarding lead first
office-erase-ask-lead = Nothing was erased. Once the safeguarding lead has lifted the flag, you can erase the record.
office-erase-ask-back = Back to the pupil
