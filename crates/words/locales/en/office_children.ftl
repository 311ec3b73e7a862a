### Children, for staff: the list, a child's page, correcting an entry, what came on paper, the flag, the record, erasing.

## The list and its search.
office-children-title = Pupils
office-children-count = { $count ->
    [one] 1 pupil
   *[other] { $count } pupils
}
office-search-label = Find a pupil
office-search-hint = The start of a first name or surname, or of both.
office-search-button = Find
office-search-error = Type a name of 80 letters or fewer
office-found-none-title = No pupil with that name
office-found-none-text = Try fewer letters, or only the surname. Pupils whose record was erased cannot be found.
office-erased-notice = The record is erased. We keep proof that it was erased, without a name.

## A child's page.
office-child-holds = What the school may do
office-child-adults = Adults
office-child-history = Answers so far
office-child-changes = Changes to the details
office-child-left = Left on { $date }
office-child-left-text = The school takes no new pictures. The answers are kept until the record is erased.
office-child-left-holds = No: the pupil has left
office-child-flagged-text = This overrides every answer. If you have a question, ask the safeguarding lead.
office-child-nobody = Nobody on the list can decide
office-child-nobody-text = Only people with parental responsibility can decide. Edit the details, or import a new list of contacts.
office-child-differ = Parents gave different answers. The school follows the no.
office-child-enter = Enter answers
office-child-enter-withdrawal = Enter a withdrawal
office-child-edit = Edit details
office-child-flag = Do-not-photograph flag
office-child-record = Data we hold (subject access request)
office-child-erase = Erase
office-holds-may = Yes
office-holds-not-answered = Not answered, so no
office-holds-nobody-to-ask = Nobody to ask yet, so no
office-holds-may-not = No
office-holds-flagged = May not be photographed: the safeguarding lead decides

## The adults listed for a child.
office-adults-count = { $count ->
    [one] 1 adult
   *[other] { $count } adults
}
office-adults-none = No adults listed. Import the list of contacts, or add them here.
office-adult-decides = parental responsibility
office-adult-not = cannot decide
office-adult-holds = Has parental responsibility
office-adult-holds-not = No parental responsibility: cannot decide
office-adult-holds-unknown = Parental responsibility not known yet: cannot decide
office-adult-answered-all = Has answered everything
office-adult-answered-part = Has answered some questions
office-adult-answered-nothing = Has not answered yet

## What happened. It says who answered and how it came, never what was said.
office-history-answered = { $count ->
    [one] { $who } answered 1 question
   *[other] { $who } answered { $count } questions
}
office-history-somebody = One of the people who can decide
office-history-withdrew = { $count ->
    [one] { $who } withdrew permission: 1 question
   *[other] { $who } withdrew permission: { $count } questions
}
office-history-names-left-out = No names: more than one person can decide, and staff are not told which of them withdrew.
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
office-history-flag-lifted = { $who } removed the do-not-photograph flag
office-history-none = Nobody has answered yet.
office-entry-listed = Added by a list that { $who } imported
office-entry-returned = Back again, in a list that { $who } imported
office-entry-edited = Edited by { $who }
office-entry-left = Left on { $date }, in a list that { $who } imported
office-who-unknown = someone who has left
office-who-list = the school’s system
office-none = none

## Fields of an entry.
office-field-forename = First name
office-field-middle-names = Middle names
office-field-surname = Surname
office-field-known-surname = Preferred surname
office-field-known-surname-hint = The surname everyone uses, if it is different.
office-field-preferred = Known as
office-field-preferred-hint = The first name everyone uses, if it is different.
office-field-year = Year group
office-field-stage = Key stage
office-field-adult = Adult
office-field-adult-gone = Adult no longer listed
office-field-holders = Who has parental responsibility?
office-field-holders-hint = Only they can decide. Change this only on evidence the school has, such as a court order.
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
office-edit-missing = Fill this in
office-edit-too-long = This is too long
office-edit-characters = Choose from the list, or use letters, spaces, hyphens and apostrophes
office-edit-saved = Saved. Every page and sheet shows it from now on.
office-edit-same = No changes to save.
office-edit-meanwhile = While you had the form open
office-edit-after = After your change of { $time }
office-edit-other = { $who } changed this on { $time }: { $what }
office-edit-rule = Both changes are kept. If you both changed the same thing, the later change is used.
office-edit-clash = Someone changed the same thing while you were typing
office-edit-clash-text = Nothing you typed is saved yet. It is still in the form below. Save to replace their change, or leave without saving to keep it.

## What came on paper or was said.
office-decide-title = Enter answers
office-decide-lead = Enter what a parent or carer told the school on paper or in person, exactly as they said it. They get a receipt.
office-decide-who = Who answered?
office-decide-who-hint = Only people with parental responsibility. Is someone missing? Edit the details first.
office-decide-who-error = Choose who answered
office-decide-how = How did they tell the school?
office-decide-paper = On a signed form
office-decide-spoken = In person or by phone
office-decide-how-error = Choose how they told the school
office-decide-day = Date on the form, or the day they told you
office-decide-day-hint = For example 3 9 2026
office-decide-day-missing = Enter the date
office-decide-day-wrong = Enter a real date, like 3 9 2026
office-decide-day-future = This date is in the future
office-decide-day-past = This date is too long ago
office-decide-language = Which language were the questions in?
office-decide-language-error = Choose the language
office-decide-answers = The answers
office-decide-answers-text = Each answer is kept with the exact words below it. If the form had different words, please ask the family again.
office-decide-all = Does the form give the same answer to everything?
office-decide-all-hint = This fills in every question you have not answered below. You see every answer before anything is saved.
office-decide-each = No, as chosen below
office-decide-all-yes = Yes to everything else
office-decide-all-no = No to everything else
office-decide-filled = Nothing is saved yet
office-decide-filled-text = Every question is filled in below. Compare each with the form, change any that differ, then save the answers.
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
office-decide-since = This person answered “{ $purpose }” on { $date }, after the date above. The school follows the later answer, so choose “Not answered” here
office-decide-view-hint = Only if the form or the parent says so.
office-decide-save = Save the answers
office-decide-sent-before = You have already saved this form, with different answers. If you want to save these as well, send it again.
office-withdrawal-title = Enter a withdrawal
office-withdrawal-lead = No reason is needed, and it takes effect straight away. Enter what the parent or carer wrote or said.
office-withdrawal-which = What do they withdraw?
office-withdrawal-everything = Everything
office-withdrawal-everything-hint = Everything the school asks about.
office-withdrawal-which-error = Choose what they withdraw
office-withdrawal-removal = What should happen?
office-withdrawal-removal-hint = The school takes pictures down where it can, and tells the family what it did. It cannot get back printed copies, or copies other people saved.
office-withdrawal-save = Save the withdrawal

## After it was recorded.
office-decided-title = Saved
office-decided-e-mail = The school follows it from now on. { $name } gets the receipt by email and can say if something is wrong.
office-decided-paper = The school follows it from now on. { $name } has no email, so please print this page and hand it over.
office-decided-next = Next pupil with no answer
office-decided-child = Back to { $child }
office-decided-wrong = Typed something wrong? Enter it again for the same person. The school follows the latest answer, and both are kept.
office-decided-wordings = The exact wording

## The do-not-photograph flag. Never a reason.
office-flag-title = Do-not-photograph flag
office-flag-is-set = The flag is set. { $child } must not be in any picture, whatever their family has answered.
office-flag-is-not-set = The flag is not set. The school follows the family’s answers for { $child }.
office-flag-what = It takes effect straight away, on every page and sheet. Other staff only see a no, as for any pupil who may not appear. Parents are not told.
office-flag-reason = We do not ask for a reason or keep one. Write it in the safeguarding file.
office-flag-set = Set the flag
office-flag-lift = Remove the flag
office-flag-done = Done. It takes effect now.

## What is held about a child, for a subject access request.
office-record-title = Data we hold (subject access request)
office-record-lead = All the data kept here about the pupil, for someone who has asked for it. Answer within one month.
office-record-for = Who asked?
office-record-pupil = The pupil
office-record-made = Made for { $name } on { $time }
office-record-made-pupil = Made for the pupil on { $time }
office-record-file = Download as a file
office-record-noted = The audit trail shows that you downloaded this. Check who is asking before you hand it over.
office-record-entry = Details
office-record-number = Number in the school’s system
office-record-left-out = Contact details: left out
office-record-by-reader = The person this is for
office-record-answers-left-out = { $count ->
    [one] 1 answer, left out because it belongs to another person
   *[other] { $count } answers, left out because they belong to another person
}
office-record-when = When
office-record-what = What
office-record-who = By
office-record-changes = { $count ->
    [one] 1 change
   *[other] { $count } changes
}
office-record-listed = Added to the list
office-record-left = Left on { $date }
office-record-about-others = About other adults: left out
office-record-acts = What staff did with the record
office-record-acts-count = { $count ->
    [one] 1 audit trail entry
   *[other] { $count } audit trail entries
}
office-record-acts-none-title = Nothing
office-record-acts-none-text = An entry appears when staff enter an answer, edit the details or download the record.
office-record-rules = What is included, and what is not
office-record-rule-own = Included: the pupil’s details, what the school may do now, when answers were given and how, and the answers of the person asking, with the exact wording they were shown.
office-record-rule-others = Not included: other people’s names, contact details and answers (Data Protection Act 2018, schedule 2, paragraph 16). If only one person answered, the pupil may read the answers.
office-record-rule-separate = Safeguarding records are kept elsewhere. Send a request for them to the safeguarding lead.
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
office-erase-lead = You cannot undo this. Check the school’s retention rules first: while pictures are still in use, you need the permission as proof.
office-erase-goes = What is erased
office-erase-goes-entry = The pupil’s details, their history, and adults who are listed for no other pupil.
office-erase-goes-decisions = Every answer and receipt. Receipts families kept can no longer be checked here.
office-erase-goes-list = Their name in the publication checker’s list.
office-erase-stays = What stays, and why
office-erase-stays-proof = Proof that a record was erased, when and by whose account, and check numbers that reveal nothing. Without it nobody could tell an erased record from a lost one.
office-erase-stays-trail = Audit trail entries about “a pupil”, without a name.
office-erase-stays-system = Your school’s own system does not change. If the pupil is still in it, the next import brings them back.
office-erase-here = { $child } is still on the roll
office-erase-confirm = Type the pupil’s full name: { $child }
office-erase-wrong = Type the name exactly as it appears above
office-erase-button = Erase for good
office-erase-ask = Ask the safeguarding lead first
office-erase-ask-lead = Nothing was erased. Once the safeguarding lead has removed the flag, you can erase the record.
office-erase-ask-back = Back to the pupil

## Erasing needs two people.
erasure-needs-two = Erasing needs two people. When you have asked, someone else with this right has 14 days to confirm: { $names }.
erasure-alone = You are the only person who can do this, so it happens one day after you ask. Until then you can undo it on the office’s first page.
erasure-ask = Ask to erase for good
# $time is a moment written out.
erasure-asked = { $who } asked for this on { $time }
erasure-waits = Someone else must confirm by { $time }.
erasure-happens = Everything is erased on { $time }, unless someone undoes it before.
erasure-due = Everything is being erased now.
erasure-lapsed-old = Nobody confirmed within 14 days, so nothing was erased. You can ask again.
erasure-lapsed-said = Something new was recorded about the pupil after this request, so nothing was erased. Check it, then ask again if it is still right.
erasure-lapsed-gone = The person who asked can no longer do this, so nothing was erased. You can ask again.
erasure-own = You asked yourself, so one of these people must confirm: { $names }.
erasure-confirm-lead = If you confirm, everything above is erased at once. Nobody can bring it back.
erasure-undo = Do not erase
erasure-undo-pupil = Do not erase { $child }
erasure-undone = The request is withdrawn. Nothing was erased.
erasure-home = { $count ->
    [one] 1 pupil to be erased for good
   *[other] { $count } pupils to be erased for good
}
erasure-home-pupil = { $child }: see what is to be erased
