### Messages to people: subjects and plain text. An e-mail is read by anyone who holds the phone, so none names a child, and no
### subject says more than which school it is about.

## At the foot of every message

letter-foot = Sent by Schoolgate for { $school }. Replies to this email are not read. To reach the school, write or ring as you always do.

## The code to sign in

letter-code-subject = Your sign-in code for { $school }
letter-code-lead = This is your code for signing in to { $school }:
letter-code-use = Type it into the page where you asked for it. It works for one hour.
letter-code-secret = Nobody from school will ask you for this code. Do not tell it to anyone.
letter-code-not-you = If you did not ask for a code, you do not need to do anything. Nobody can sign in with your address without it.

## The receipt for decisions

letter-receipt-subject = Your receipt from { $school }
letter-receipt-lead = { $school } recorded your answers on { $when }. This is your receipt. Please keep it.
letter-receipt-initials = To protect privacy we only use each child’s initial.
letter-receipt-child = Child { $initial }
letter-receipt-agree = { $purpose }: yes, you give permission
letter-receipt-refuse = { $purpose }: no, you do not give permission
letter-receipt-no-objection = { $purpose }: you are happy with this
letter-receipt-object = { $purpose }: you object
letter-receipt-withdrawn-from-now = This is a withdrawal. The school stops from now on.
letter-receipt-withdrawn-removal = This is a withdrawal. The school stops from now on, and you have asked it to take down what is already published.
letter-receipt-reference = Reference: { $reference }
letter-receipt-fingerprint = Fingerprint (SHA-256):
letter-receipt-check-title = How to check this receipt
letter-receipt-check-here = On our site: open { $address } and type in the reference and the fingerprint. You do not need to sign in, and anyone you show the receipt to can do the same.
letter-receipt-check-alone = On your own computer: sign in, download the receipt as a file and keep it. Any tool that works out a SHA-256 gives the fingerprint above, for example “certutil -hashfile” with the file’s name and “SHA256” on Windows, or “shasum -a 256” with the file’s name on a Mac or Linux.
letter-receipt-change-title = If you change your mind
letter-receipt-change-here = Open { $address } and sign in. You can change or withdraw any answer at any time, in two steps. The change takes effect straight away, and you do not have to say why.
letter-receipt-change-office = Or tell the school office. That works just as well.

## The letter with which an administrator finds out whether letters arrive.
letter-test-subject = Test email from { $school }
letter-test-lead = An administrator of { $school } asked for this email, to check that emails arrive. This one has.
letter-test-next = Families can now be sent sign-in codes and receipts.

## The invitation for a member of staff

letter-invitation-subject = Set up your account for { $school }
letter-invitation-lead = { $school } has created an account for you, to work with photo permissions and online safety. To set it up you need this email and a phone with an authenticator app. It takes about five minutes.
letter-invitation-open = Open this address in your browser:
letter-invitation-code = Type your email address there, and this code:
letter-invitation-until = The code works once, until { $date }.
letter-invitation-secret = Nobody from school will ask you for this code, or for your passphrase.
letter-invitation-not-you = If you do not work for this school, you do not need to do anything.

## The letters that invite families, and remind those who have not answered. Children stand in them as initials.
letter-family-subject = Photo permission: { $school } would like your answer
letter-family-lead = { $school } asks every family which photos, films and work of their child it may use. Please tell us what you would like. It takes about five minutes.
letter-reminder-subject = Photo permission: { $school } has not had all your answers yet
letter-reminder-lead = { $school } has asked which photos, films and work of your child it may use, and has not had all your answers yet. Until you answer, your child will be left out of pictures that need your permission.
letter-family-children = This is about: { $children }. To protect privacy we only use initials.
letter-family-open = Open this page:
letter-family-sign-in = Sign in with the email address this message came to. We will send you a code: there is no password.
letter-family-free = You can say no to anything, and change your mind at any time. Your child will not miss out.
letter-family-told-title = What we do unless you object
letter-family-told = We do not need permission for these, but you can object to any of them on the same page:
letter-family-told-of = { $title }: { $what }
letter-family-paper = If you would rather answer on paper, ask the school office: { $telephone }, { $email }.
