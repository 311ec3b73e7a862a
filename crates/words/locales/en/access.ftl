### Who may do what: API tokens, parents whom a program listed, failed tries, long codes.

## What a token may do.
tokens-may = May do
tokens-may-question = What may the program do?
tokens-may-missing = Choose what the program may do
tokens-scope-check = Check before publishing
tokens-scope-check-about = For your website, or a web team’s own checks. It cannot read or change anything about people.
tokens-scope-pupils = Send lists of pupils and contacts
tokens-scope-pupils-about = For the system in which the school keeps its pupils. It can add, change and remove pupils and their parents.
tokens-scope-staff = Send lists of staff
tokens-scope-staff-about = It cannot give or take away the roles of safeguarding lead, head, chair and administrator.
tokens-old = { $count ->
    [one] 1 token can only check now
   *[other] { $count } tokens can only check now
}
tokens-old-text = Every token used to be able to do everything. Tokens made before this changed can still check what you publish, but cannot send lists. If a program sends lists, create a new token for it and revoke the old one.

## Parents whom a program listed.
new-parents-title = New parents to confirm
new-parents-lead = A program added these parents, or changed their email address, for pupils whose family has answered already. They cannot sign in as that pupil’s parent until you confirm them.
new-parents-home = They cannot sign in as that pupil’s parent until someone in the office confirms them.
new-parents-all = See who they are
new-parents-waiting = { $count ->
    [one] 1 new parent to confirm
   *[other] { $count } new parents to confirm
}
new-parents-none = Nobody is waiting
new-parents-none-text = A parent appears here when a program lists them for a pupil whose family has answered already.
new-parents-contact = Parent or carer
new-parents-email = Email
new-parents-no-email = none
new-parents-pupil = Pupil
new-parents-since = Added
new-parents-is = Is that right?
# $parent is a parent’s name, $child a pupil’s first name.
new-parents-confirm = Yes, { $parent } is { $child }’s parent
new-parents-keep-out = No, keep { $parent } out
new-parents-confirmed = Parent confirmed
new-parents-confirmed-text = They can sign in and answer for the pupil from now on.
new-parents-kept-out-done = Parent kept out
new-parents-kept-out-done-text = They cannot sign in for this pupil. Correct the list in the system it came from, and revoke the token if someone else has it.
new-parents-kept-out = Kept out
new-parents-kept-out-text = They are still in the list a program sent, but cannot sign in for the pupil. You can confirm them if this was a mistake.
new-parents-kept-out-count = { $count ->
    [one] 1 contact is kept out
   *[other] { $count } contacts are kept out
}
audit-parent-confirmed = Confirmed a parent of { $child } who was listed by a program
audit-parent-kept-out = Kept out a contact who was listed by a program as a parent of { $child }

## For the parent who waits.
children-being-checked = The school is checking a new entry
children-being-checked-text = You have been listed as a parent or carer, or your email address has changed. The school office has to confirm this before you can answer for the child. Ask the office if it takes longer than a few days.

## The audit trail: tries that failed, counted by day.
audit-sign-in-failed-often = { $count ->
    [one] Could not sign in as { $name }
   *[other] Could not sign in as { $name }, { $count } times on this day
}
audit-sign-in-nobody = { $count ->
    [one] Today someone tried once to sign in with an address that nobody here has.
   *[other] Today someone tried { $count } times to sign in with addresses that nobody here has.
}

## Signing in with a long code, where codes were guessed or asked for too often.
sign-in-long-sent = If the school knows { $email }, it has been sent a longer code. Use the one in the newest email from us: it may have come up to a day ago.
sign-in-long-label = Code from the email
sign-in-long-hint = 16 letters and digits, for example K7PM-3QXW-9D2T-HV5A
sign-in-long-not = The code has 16 letters and digits. Check it and try again.
sign-in-guessed-title = Ask for a longer code
sign-in-guessed-text = Someone has typed many wrong codes, so 6-digit codes are not taken here just now. We can send you a longer one, which nobody can guess. Nothing is lost.
sign-in-guessed-button = Send me a longer code
letter-code-long = Type it into the page where you asked for it. It works for one day. It is longer than usual because someone has asked for, or guessed, many codes.
