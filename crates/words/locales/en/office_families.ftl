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

## Emails
families-who-not-reached = People an email did not reach
emails-title = Email families
emails-about = Invite families to answer, or remind those who have not replied. See exactly who gets what first.
emails-lead = { $days ->
    [one] One email for each parent or carer who decides, about all their children. Nobody gets more than one in a day.
   *[other] One email for each parent or carer who decides, about all their children. Nobody gets more than one in { $days } days.
}
emails-what = Which email?
emails-remind = Remind those who have not replied
emails-invite = Invite everybody
emails-preview = Preview
emails-none-title = Nobody to email
emails-none-text = Everybody in this group has answered, was emailed a short while ago, or has no email address.
emails-count = { $count ->
    [one] 1 person gets this email. Nothing is sent until you press the button.
   *[other] { $count } people get this email. Nothing is sent until you press the button.
}
emails-sample = What the email says ({ $languages })
emails-class = { $count ->
    [one] Class { $class }: 1 person
   *[other] Class { $class }: { $count } people
}
emails-column-language = Language
emails-column-last = Last email
emails-recorded = Sending is recorded in the audit trail. Parents see only the initials of their own children.
emails-send = { $count ->
    [one] Send 1 email
   *[other] Send { $count } emails
}
emails-send-reminders = { $count ->
    [one] Send 1 reminder
   *[other] Send { $count } reminders
}
emails-paper = { $count ->
    [one] 1 person has no email address
   *[other] { $count } people have no email address
}
emails-paper-text = Print letters with sign-in codes for them.
emails-who-they-are = Who they are
emails-lately = { $count ->
    [one] 1 person was emailed in the last { $days } days and gets nothing now
   *[other] { $count } people were emailed in the last { $days } days and get nothing now
}
emails-lately-who = { $name }: { $when }
emails-shared = { $count ->
    [one] 1 person shares an email address with someone who gets it
   *[other] { $count } people share an email address with someone who gets it
}
emails-answered = { $count ->
    [one] 1 person has answered everything and gets no email.
   *[other] { $count } people have answered everything and get no email.
}
emails-family-answered = { $count ->
    [one] 1 person gets no reminder, because everything is answered for their children.
   *[other] { $count } people get no reminder, because everything is answered for their children.
}
emails-changed = Something has changed since this page was opened. Check the preview again, then send.
emails-busy = Someone else is sending emails to families right now. Wait a minute, then check the preview again.
emails-too-many = Your school has sent so many emails in the last 24 hours that no more can be sent today. Try again tomorrow.
emails-so-far = Emails sent so far
emails-rounds = { $count ->
    [one] Sent once
   *[other] Sent { $count } times
}
emails-column-when = Date
emails-column-what = Email

## How far the sending is
emails-round-invitations = Invitations to families
emails-round-reminders = Reminders to families
emails-somebody-else = Someone else pressed first
emails-somebody-else-text = Another colleague began sending a moment before you. This is what they are sending; your button sent nothing.
emails-tally-sent = sent
emails-tally-left = still to send
emails-tally-failed = not delivered
emails-over = All done. Nothing is left to send.
emails-rest = { $count ->
    [one] 1 email is still to be sent
   *[other] { $count } emails are still to be sent
}
emails-rest-text = Press the button to send the next ones. If you close this page, the rest are sent automatically with the next scheduled task.
emails-waiting = { $count ->
    [one] 1 email could not be handed over yet. It is tried again automatically for three days.
   *[other] { $count } emails could not be handed over yet. They are tried again automatically for three days.
}
emails-send-rest = Send the rest
emails-look-again = Check again
emails-failed-title = Not delivered
emails-failed-text = Check these addresses with the families, and print letters for them in the meantime.
emails-failed-letters = Print letters for these
emails-failed = { $count ->
    [one] 1 person was not reached
   *[other] { $count } people were not reached
}
emails-column-why = Why
emails-why-returned = It came back
emails-why-refused = The email service does not accept this address
emails-why-not-sent = The email service could not be reached in time
emails-not-sent = Not sent, on purpose
emails-not-needed = { $count ->
    [one] 1 person answered in the meantime
   *[other] { $count } people answered in the meantime
}
emails-nobody-there = { $count ->
    [one] 1 person has no email address or no child at the school any more
   *[other] { $count } people have no email address or no child at the school any more
}
emails-outdated = { $count ->
    [one] 1 email was stopped because what your school tells families has changed. Send a new one.
   *[other] { $count } emails were stopped because what your school tells families has changed. Send new ones.
}
emails-came-back = Did an email come back?
emails-came-back-text = If the school’s mailbox gets a message that an email could not be delivered, type the address here. The family is then shown as not told.
emails-came-back-address = Email address
emails-came-back-button = This email came back
emails-came-back-missing = Enter the address whose email came back
emails-came-back-unknown = No email was sent to this address on this occasion. Check the spelling.
emails-came-back-done = Recorded: this email came back.
