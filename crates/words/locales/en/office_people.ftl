### Lists of pupils, contacts and staff: uploading them, looking at what would change, importing them. For the school office.

## The first page of the office leads here.
people-home = Import pupils and contacts
people-home-about = Import lists of pupils, contacts and staff from your school’s own system (MIS).

## The lists.
people-title = Import pupils and contacts
people-lead = Upload lists from your school’s own system (MIS). You see a preview before anything changes.
people-list-pupils = Pupils
people-list-contacts = Parents, carers and other contacts
people-list-staff = Staff and governors
people-about-pupils = Everyone on the roll, with year group and class. Import it in September, and whenever someone starts, changes class or leaves.
people-about-contacts = Each pupil’s contacts, and who has parental responsibility. These are the people you ask.
people-about-staff = Who has an account here, and their roles.
people-on-roll = { $pupils ->
    [one] 1 pupil is on the roll.
   *[other] { $pupils } pupils are on the roll.
}
people-never-taken = Not imported yet.
people-contacts-after-pupils = Import the pupils first, because each contact belongs to a pupil.
people-bring-pupils = Upload the list of pupils
people-bring-contacts = Upload the list of contacts
people-bring-staff = Upload the list of staff
# When, by whom, and what it came to.
people-last-taken = Last imported on { $time } by { $name }: { $counts }.
people-nothing-changed = nothing changed
people-you = you
people-somebody = someone who is no longer listed
people-a-program = your school’s own system
people-busy-title = A list is being imported
people-busy-text = { $name } is importing this list: { $list }. Only one list is imported at a time. It takes a few seconds.

## Uploading one.
people-bring-pupils-lead = Export the list of pupils from your school’s system, or save it from Excel, and choose the file here.
people-bring-contacts-lead = Export the list of contacts from your school’s system and choose the file here: one row for each pupil and contact, or all contacts of a pupil in one row.
people-bring-staff-lead = Choose a file with everyone who needs an account. New people are invited afterwards; this list gives nobody a passphrase.
people-file = The file
people-file-hint = A CSV, text or Excel file (.csv, .txt or .xlsx). Only the columns below are read.
people-pasted = Or paste the list here
people-pasted-hint = Copied from a spreadsheet, including the heading row.
people-extent = How much of the list is in it?
people-whole = The whole list
people-part = Only part of the list
people-whole-pupils-hint = Pupils who are not in the file have left.
people-part-pupils-hint = Pupils who are not in the file stay as they are.
people-whole-contacts-hint = Contacts who are not in the file are taken off the list.
people-part-contacts-hint = Contacts who are not in the file stay as they are.
people-whole-staff-hint = Staff who are not in the file have left. Governors, leads, heads and administrators stay.
people-part-staff-hint = Staff who are not in the file stay as they are.
people-look = Preview changes
people-example = An example to fill in
# A file's name; $list is pupils, contacts or staff and stays English.
people-example-file = example-{ $list }.csv

## Which columns.
people-columns-title = Which columns does it need?
people-columns-text = They can be in any order, and most systems’ own headings are understood.
people-columns-caption = { $count ->
    [one] 1 column
   *[other] { $count } columns
}
people-columns-heading = Heading
people-columns-meaning = What it contains
people-columns-example = Example
people-meaning-id = The pupil’s number in your system, such as the admission number. Always use the same one: it is how we know who is who.
people-meaning-staff-id = The person’s number or code in your system. Always use the same one.
people-meaning-forename = Legal forename
people-meaning-middle-names = Can be blank or left out
people-meaning-surname = Legal surname
people-meaning-preferred-forename = The first name everyone uses, if it is different. You can leave this column out
people-meaning-preferred-surname = The surname the pupil is known by, if it is another one. May be left out
people-meaning-year-group = 3, Year 3, Y3, R, Reception, N
people-meaning-class = Class, form or registration group
people-meaning-staff-class = A teacher’s own class, as in the list of pupils. Several with a semicolon between them. May be left out
people-meaning-key-stage = Only if it is not the usual one for the year. You can leave this column out
people-meaning-pupil-id = The same number as in the list of pupils
people-meaning-name = How you would address a letter to them. Separate columns for title, forename and surname are fine too
people-meaning-relation = Mother, father, foster carer, social worker
people-meaning-parental-responsibility = Yes or no; blank means no. Only people with yes are asked
people-meaning-email = Can be blank: then the family gets letters on paper
people-meaning-staff-email = Each person’s own: they sign in with it
people-meaning-phone = Can be blank or left out
people-meaning-role = Office, editor, teacher, co-ordinator, safeguarding lead, head, chair, governor or administrator. Put a semicolon between two or more

## Excel.
people-excel-title = How do I save the list from Excel?
people-excel-text = You can choose an Excel file (.xlsx) as it is. We read the first sheet. For an older file (.xls), or one with a password:
people-excel-one = Open the list, and choose “Save as”.
people-excel-two = For the type, choose “CSV UTF-8 (comma delimited)”. If it is not there, any CSV will do.
people-excel-three = Choose the saved file here.

## What is wrong with a whole file.
people-file-missing = Choose a file, or paste the list below it
people-file-empty = The file is empty. Check that it is the right one
people-file-old-excel = This is an older Excel file, or one with a password. Save it as .xlsx or CSV without a password, and choose that
people-file-damaged = This Excel file cannot be opened. Save it once more, or save it as CSV, and choose that
people-file-not-a-list = This is not a list: it may be a picture or a PDF. Choose a CSV or Excel file
people-file-too-many-rows = It has more than 20,000 rows. Import it in two parts
people-file-too-much = The file is much bigger than a list of people should be. Check that it is the right file, or copy only the columns below into a new one
people-file-columns-missing = These columns are missing: { $columns }. Check the first row, the one with the headings
people-file-column-twice = Two columns look like this one: { $column }. Remove or rename one of them

## Columns.
people-column-id = ID number
people-column-forename = Forename
people-column-middle-names = Middle names
people-column-surname = Surname
people-column-preferred-forename = Preferred forename
people-column-preferred-surname = Preferred surname
people-column-name = Name
people-column-title = Title
people-column-year-group = Year group
people-column-class = Class
people-column-key-stage = Key stage
people-column-pupil-id = Pupil’s ID number
people-column-relation = Relation
people-column-parental-responsibility = Parental responsibility
people-column-email = Email
people-column-phone = Telephone
people-column-role = Role
people-stage-early-years = Early years
people-stage = Key stage { $number }
people-role-office = office
people-role-editor = editor
people-role-teacher = teacher
people-role-co-ordinator = co-ordinator
people-role-safeguarding-lead = safeguarding lead
people-role-head = head
people-role-chair = chair of governors
people-role-governor = governor
people-role-administrator = administrator

## What is wrong in a row.
people-problem-in = { $column }: { $problem }
people-code-missing = It is blank. Fill it in.
people-code-too-long = It is longer than 200 characters. Shorten it.
people-code-unreadable = One letter could not be read. Type it again and save the file as “CSV UTF-8”.
people-code-too-many-cells = This row has more cells than there are headings. If there is a comma in a name, put the name in quotation marks.
people-code-number-mangled = Excel has cut the number short (it shows E+). Make the column a text column and export it again.
people-code-year-group = It is not a year group. Write 3, Year 3, R or N.
people-code-key-stage = It is not a key stage. Write KS2, or leave it blank.
people-code-yes-or-no = It is not yes or no. Write yes or no.
people-code-email = It is not an email address. Correct it, or leave it blank.
people-code-several-emails = There is more than one address. Keep the one to write to.
people-code-phone = It is not a telephone number. Correct it, or leave it blank.
people-code-role = It is not a role we know. See “Which columns does it need?”.
people-code-name-not-split = We cannot tell where the forename ends. Write “Surname, Forename”, or use two columns.
people-code-duplicate = Another row has different details for the same person. Keep the right one.
people-code-unknown-pupil = No pupil has this number. Correct it, or import the list of pupils first.
people-code-pupil-left = This pupil has left. Delete the row, or put the pupil back on the list of pupils.
people-code-email-taken = Someone else signs in with this address. Each person needs their own.
people-code-role-needs-administrator = Only an administrator can give or take away this role, or change the address of someone who has it.
people-code-spreadsheet-error = The spreadsheet has an error here, such as #N/A. Correct the formula or type the value.
people-code-placeholder = It says that this is not known. Type what belongs here.
people-code-date = Excel has turned this into a date, as it does with 5/6 or 1-2. Make the column a text column, type it again and save the file.
people-code-several-years = It names more than one year group, such as 1/2. Write the year this pupil is in; the class can keep its name.
people-code-email-unreachable = No sign-in code can reach this address: nobody reads it, or it has a part that email cannot be sent to. Ask for another one, or leave it blank.

## What would change.
people-preview-title = Preview of changes
people-preview-lead = Nothing has changed yet. Check this, then import the list.
people-preview-nothing-title = Nothing would change
people-preview-nothing-lead = Everyone in this list is here already, with the same details. There is nothing to import.
people-number-added = New
people-number-changed = Changed
people-number-moved = Moved to another class or year
people-number-returned = Back again
people-number-left = No longer on the list
people-number-unchanged = No change
people-number-rejected = Rows that cannot be imported
people-kind-added = { $count ->
    [one] 1 new
   *[other] { $count } new
}
people-kind-changed = { $count ->
    [one] 1 changed
   *[other] { $count } changed
}
people-kind-moved = { $count ->
    [one] 1 moved
   *[other] { $count } moved
}
people-kind-left = { $count ->
    [one] 1 no longer on the list
   *[other] { $count } no longer on the list
}
people-kind-returned = { $count ->
    [one] 1 back again
   *[other] { $count } back again
}
people-change-who = Who
people-change-what = What
# A pupil's class and year.
people-pupil-place = { $class }, { $year }
people-field-changed = { $column }: { $before } → { $after }
people-field-new = { $column }: { $after }
people-field-gone = { $column }: { $before } → nothing
people-field-differs = { $column } changes
people-contact-listed = { $count ->
    [one] Listed for 1 pupil
   *[other] Listed for { $count } pupils
}
people-changes-more = { $count ->
    [one] And 1 more like this.
   *[other] And { $count } more like this.
}
people-unchanged-sample = Some of those with no change: { $names }.
people-repeated = { $count ->
    [one] 1 duplicate row (ignored).
   *[other] { $count } duplicate rows (ignored).
}
people-ignored = { $count ->
    [one] 1 row that is not about a person, such as a total (ignored): row { $rows }
   *[other] { $count } rows that are not about a person, such as totals (ignored): rows { $rows }
}
people-remarks-title = Please check
people-remarks-text = These rows will be imported. Correct them in your own system if they are not right.
people-remark-what = What we noticed
people-remark-rows = Rows
people-remark-more = { $count ->
    [one] 1 more
   *[other] { $count } more
}
people-note-capitals = The name was in capitals. We write it as names are usually written.
people-note-letters-repaired = Accented letters were damaged (Ã« for ë). We put them right.
people-note-second-email = There is more than one email address. We use the first.
people-note-second-phone = There is more than one telephone number. We use the first.
people-note-email-is-words = There are words where the email address should be. We import the person without an address.
people-note-email-mistyped = The email address looks mistyped. No sign-in code may arrive.
people-note-email-shared = Several people have the same email address. Whoever reads its messages can sign in, and is asked who they are.
people-note-two-people = The name looks like two people. Give each parent a row of their own, so that each can answer.
people-note-responsibility-blank = Parental responsibility is blank. We take that as no: this person is not asked.
people-note-one-name = This pupil has one name only. The publication checker finds full names, not this one.
people-note-hidden = The row is hidden in the spreadsheet. We import it like any other.
people-note-year-not-taught = Your school does not teach this year group. Check the year.
people-match-title = Do these pupils have new ID numbers?
people-match-text = { $count ->
    [one] 1 pupil in this file has an ID number we do not know, and the name and class or year of a pupil we do. If they are the same pupil, match them by name: they keep everything their family has decided.
   *[other] { $count } pupils in this file have ID numbers we do not know, and the names and classes or years of pupils we do. If they are the same pupils, match them by name: they keep everything their families have decided.
}
people-match-button = Match them by name
people-match-done = Pupils with a new ID number are matched by name. They keep everything their families have decided. Check the numbers below before you import the list.
people-match-undo = Do not match by name
people-hand-title = { $count ->
    [one] This list has old details of 1 contact the office has changed
   *[other] This list has old details of { $count } contacts the office has changed
}
people-hand-kept = We keep what the office entered. Please correct the school’s own system too.
people-hand-undo = Use the list’s details instead
people-hand-undone = If you import the list now, its details replace what the office entered.
people-hand-keep = Keep what the office entered
people-hand-change = What the list would change back
people-hand-adds = The office removed this contact. The list would add them again.
people-hand-removes = The office added this contact. The list would remove them.
people-unused = Columns we do not read or keep: { $names }.
people-check-accents = We had to guess how this file stores its letters. Check that names with accents are right below, such as Siân or Zoë. If they are not, save the file as “CSV UTF-8” and choose it again.
people-kept-rejected = { $count ->
    [one] 1 person stays as they are, because their row cannot be imported.
   *[other] { $count } people stay as they are, because their rows cannot be imported.
}
people-kept-unclear = { $count ->
    [one] 1 person is not in the file but stays on the list, because we cannot tell who one of the rows below is about and it could be them. Correct or delete the row and import the file again.
   *[other] { $count } people are not in the file but stay on the list, because we cannot tell who one of the rows below is about and it could be any of them. Correct or delete the row and import the file again.
}
people-kept-part = { $count ->
    [one] 1 person who is not in the file stays as they are.
   *[other] { $count } people who are not in the file stay as they are.
}
people-many-leave-title = Is this the whole list?
people-many-leave-text = { $count ->
    [one] 1 person would be taken off the list: more than a fifth of it. If the file is only part of the list, upload it again and say so.
   *[other] { $count } people would be taken off the list: more than a fifth of it. If the file is only part of the list, upload it again and say so.
}
people-sure-legend = Have all these people left?
people-sure-legend-pupils = Have all these pupils left?
people-sure = { $count ->
    [one] Yes, 1 person is no longer on the list
   *[other] Yes, { $count } people are no longer on the list
}
people-sure-missing = Confirm that all these have left, or upload another file
people-take = Import the list
people-other-file = Upload another file
people-look-again = Preview again
people-back-to-lists = Back to the lists

## Rows that cannot be imported.
people-rejected-title = Rows that cannot be imported
people-rejected-text = They are left out, and nobody is marked as having left because of them. Correct them in the file and import it again, now or later.
people-rejected-caption = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
people-rejected-line = Line
people-rejected-why = What is wrong
people-rejected-row = The row
people-rejected-download = Download all these rows as a file, to correct
people-rejected-more = { $count ->
    [one] 1 more is in the file.
   *[other] { $count } more are in the file.
}
# A file's name; $list is pupils, contacts or staff and stays English.
people-rejected-file = rejected-{ $list }.csv

## Importing it.
people-progress-title = The list is being imported
people-progress = { NUMBER($done) } of { NUMBER($of) } changes are saved.
people-progress-begins = It has just started.
people-progress-text = This page updates by itself. You can leave it and the import will continue.
people-stopped-title = The import was interrupted
people-stopped-text = It stopped half-way. What was saved stays, and what is left to do is below. Import the list again to finish it.
people-different-title = Something changed in the meantime
people-different-text = While you were looking, someone edited a pupil or imported another list. Nothing from this list was imported. Check the new preview, then import it.

## Imported.
people-done-pupils = The list of pupils is imported
people-done-contacts = The list of contacts is imported
people-done-staff = The list of staff is imported
people-done-rejected = { $count ->
    [one] 1 row was left out. Correct it in the file and upload it again.
   *[other] { $count } rows were left out. Correct them in the file and upload it again.
}
people-next = What happens next
people-next-pupils-history = Every pupil keeps their history, including those who moved, left or came back.
people-next-pupils-contacts = Import the list of contacts, so that there is someone to ask about each new pupil.
people-next-pupils-checker = The publication checker knows the new names straight away.
people-next-contacts-sign-in = Families with an email address can sign in straight away, with a code sent to that address.
people-next-contacts-paper = Ask families without one on paper.
people-next-staff-all = Everyone on the list can already sign in.
people-next-staff-invite = { $count ->
    [one] 1 person has not set up their account. Invite them.
   *[other] { $count } people have not set up their account. Invite them.
}
people-next-staff-ask = { $count ->
    [one] 1 person has not set up their account. Ask an administrator of your school to invite them.
   *[other] { $count } people have not set up their account. Ask an administrator of your school to invite them.
}
people-to-staff = Go to staff accounts
people-to-classes = See who has answered

## What a program is told.
people-api-rejected-title = Rows cannot be imported
people-api-rejected = { $count ->
    [one] 1 row cannot be imported, so nothing was changed. Each row is listed with its line and what is wrong.
   *[other] { $count } rows cannot be imported, so nothing was changed. Each row is listed with its line and what is wrong.
}
people-api-file-title = The list cannot be read
people-api-large = The list is larger than { $most } bytes. Nothing was changed. Send it in parts, each with leavers=keep.
people-api-type = Send the list as application/json (an array of objects whose members are named like the columns), text/csv, text/plain, text/tab-separated-values, or as an Excel workbook (.xlsx) with its own type. Nothing was changed.
people-api-no-array = The body is not an array in JSON. Send an array with one object for each row, its members named like the columns. Nothing was changed.
people-api-value = Value { $place } of the array is not an object whose members are text, numbers, true, false, null or lists of them. Nothing was changed.
people-api-many-leave-title = More than a fifth would no longer be on the list
people-api-many-leave = { $count ->
    [one] 1 person would be taken off the list, so nothing was changed. If that is right, send the list again with leavers=confirm; if it is only part of the list, with leavers=keep.
   *[other] { $count } people would be taken off the list, so nothing was changed. If that is right, send the list again with leavers=confirm; if it is only part of the list, with leavers=keep.
}
people-api-busy-title = Another list is being imported
people-api-busy = Only one list is imported at a time, so nothing was changed. Try again in a few seconds.
people-api-leavers-title = The question is not understood
people-api-leavers = leavers must be keep, confirm or left out. Nothing was changed.
people-api-match-title = How to match is not understood
people-api-match = match is names, numbers or left out. Nothing was changed.
people-api-rekeyed-title = The list has other ID numbers
people-api-rekeyed = { $count ->
    [one] 1 pupil has an ID number that is not known, and the name and class or year of a pupil who is, so nothing was changed. If they are the same, send the list again with match=names; if they are someone else, with match=numbers.
   *[other] { $count } pupils have ID numbers that are not known, and the names and classes or years of pupils who are, so nothing was changed. If they are the same, send the list again with match=names; if they are others, with match=numbers.
}
