### What parents and carers read when they decide about photos, film and work.
### Reading age 12. Short sentences. Refusing sounds exactly as easy as agreeing.

## Start

consent-start-title = Photo permission
consent-start-lead = Tell { $school } whether it may take and use photos and film of your child, and use your child’s work. You answer for each use separately.
consent-start-time = It takes about 4 minutes, or less if you give the same answers for all your children.
consent-start-point-free = You can say no to anything. Your child will not miss out.
consent-start-point-change = You can change your mind at any time, here, in two steps.
consent-start-point-receipt = You get a receipt that shows exactly what you were asked and what you said.
consent-start-button = Start now
consent-start-again-button = Go to your children
consent-start-who = Who can decide
consent-start-who-text = Anyone with parental responsibility for the child. If more than one person answers, the school goes ahead only when everyone who has answered says yes.
consent-start-other-ways = If you would rather not do this online
consent-start-other-ways-text = Ask the school office for a paper form, or tell them your answers. Either is as good as answering online.

## Sign in: e-mail

sign-in-title = Sign in with your email
sign-in-lead = We will send you a code. There is no password to remember.
sign-in-email-label = Your email address
sign-in-email-hint = The one the school uses to write to you.
sign-in-email-missing = Enter your email address
sign-in-email-wrong = Enter an email address like name@example.org
sign-in-send = Send me a code
sign-in-use-letter = I have a code on a letter from school
sign-in-no-email-title = No email, or a new address?
sign-in-no-email-text = Ask the school office for a letter with a code. You can sign in with that instead.

## Sign in: the code

sign-in-code-title = Enter the code
# Says the same whether or not the school knows the address.
sign-in-code-sent = If the school has the address { $email } for you, we have sent a 6-digit code to it. The code works for one hour.
sign-in-code-label = 6-digit code
sign-in-code-hint = For example 123 456. Spaces do not matter.
sign-in-code-continue = Sign in
sign-in-code-none-title = No email after a few minutes?
sign-in-code-none-spam = Look in your spam or junk folder.
sign-in-code-none-address = The school may have a different address for you. Try that one, or ask the office.
sign-in-code-again = Send another code
sign-in-code-other-address = Use a different email address
sign-in-code-wrong = That is not the code we sent. Check it and try again.
sign-in-code-missing = Enter the code from the email
sign-in-code-not-six = The code has 6 digits. Check it and try again.
sign-in-code-tries-left =
    { $tries ->
        [one] You have 1 try left.
       *[other] You have { $tries } tries left.
    }
sign-in-code-dead-title = Ask for a new code
sign-in-code-dead-text = This code no longer works. It is more than an hour old, has already been used, or was typed wrongly too many times. None of your answers are lost.
sign-in-code-dead-button = Get a new code

## Sign in: the letter

sign-in-letter-title = Sign in with the code on your letter
sign-in-letter-lead = The school gives this code to families who do not use email. Keep the letter: with the same code you can come back and change your mind.
sign-in-letter-label = Code from the letter
sign-in-letter-hint = 16 letters and numbers in four groups. Capitals, spaces and dashes do not matter.
sign-in-letter-continue = Sign in
sign-in-letter-missing = Enter the code from the letter
sign-in-letter-wrong = That code is not right. Check each group against the letter. If the school has sent you a newer letter, use that one.
sign-in-letter-use-email = Use my email instead

signed-out-title = You are signed out
signed-out-text = Everything you sent is saved. If other people use this phone or computer, close this page now.

## Your children

children-title = Your children
children-lead-todo =
    { $count ->
        [one] One question is waiting for your answer.
       *[other] { $count } questions are waiting for your answer.
    }
children-lead-done = You have answered everything. You can change any answer below.
children-none-title = There are no children to show
children-none-text = The school’s list does not show you as having parental responsibility for a child here. If that is wrong, please tell the school office.
children-answered = { $done } of { $all } answered
children-class = Class { $class }
children-left = No longer at this school
# Follows children-answer-for and a colon, on one button.
children-answer-button =
    { $count ->
        [one] 1 question
       *[other] { $count } questions
    }
children-answer-for = Answer for { $child }
children-begin = Answer the questions
children-continue-title = Continue where you left off
children-continue-text = You started on { $when } and have not sent your answers yet.
children-continue-button = Continue
children-other-schools = Your children at other schools
children-other-schools-text = Each school keeps its own records and cannot see another school’s.

## Who the answers are for

begin-title = Who are you answering for?
begin-hint = The questions are the same for each child. You can change an answer for one child later.
begin-all = The same answers for { $children }
begin-one = Only { $child }
begin-error = Choose who you are answering for

## One purpose

step-caption = For { $children }
step-what = What
step-why = Why
step-where = Where it appears
step-how-long = How long
step-basis-consent = The school needs your permission for this. If you do not answer, the school will take it as no.
step-basis-public-task = The school may do this as part of its work as a school. You can object, and it will respect that.
step-basis-legitimate-interests = The school has a good reason to do this and has weighed it against families’ privacy. You can object, and it will respect that.
step-single = These are pictures that people could recognise your child in.
step-group = These are pictures of groups, not of one child.
step-work = This is about your child’s work. We never show your child’s full name with it.
step-recording = This is about film and sound.
step-question-consent = Do you give permission?
step-question-notice = Are you happy with this?
answer-agree = Yes, I give permission
answer-refuse = No, I do not give permission
answer-no-objection = Yes, I’m happy with this
answer-object = No, I object
step-error = Choose yes or no. If you are not sure, choose no: you can change it at any time.
step-save-hint = We keep your answers as you go. Nothing is saved to the school’s records until you send your answers at the end.

## The pupil's own view

view-title = What does { $child } think?
view-hint = If you can, please ask them. The school takes your child’s wishes seriously, even if you have said yes.
view-happy = Happy to be in pictures
view-rather-not = Would rather not be in pictures
view-not-said = I have not asked, or would rather not say
view-error = Choose what { $child } thinks, or that you have not asked

## Check your answers

check-title = Check your answers
check-lead = For { $children }. Nothing is saved to the school’s records until you send your answers.
check-send-title = Send your answers
check-send-text = By sending, you confirm that you have parental responsibility for { $children }. You can change any answer later.
check-send = Send my answers
check-view-row = What { $child } thinks
check-changed = Your answers have changed since you opened this page. Check them again, then send them.

## Done

done-title = Thank you. We have saved your answers
done-lead =
    { $count ->
        [one] Here is your receipt.
       *[other] Here is a receipt for each child.
    }
done-next-title = What happens now
done-next-now = The school follows your answers from now on. Staff see them before they take or use a picture.
done-next-email = We are sending a copy to your email address.
done-next-no-email = To keep a record, print this page or write down the reference.
done-next-change = To change your mind, come back here and sign in. It takes two steps.
done-back = Back to your children
done-whole-receipt = Full receipt for { $child }
done-already = You had already sent these answers. We saved them once, as the receipt shows.

## A child's answers

child-title = { $child }: your answers
child-lead = What you said, and what the school may do now.
child-holds-yes = The school may do this.
child-holds-no = The school does not do this.
child-yes-but-no = You said yes, but the school is not doing this at present.
child-reworded = The school has changed what it asks. Please answer again.
child-withdraw-all = Withdraw everything for { $child }
child-history = What you said before
child-history-none = Nothing yet. Your answers will be listed here, each with its receipt.
child-history-older = Older answers
child-history-decided =
    { $count ->
        [one] You answered 1 question
       *[other] You answered { $count } questions
    }
child-history-withdrew =
    { $count ->
        [one] You withdrew 1 permission
       *[other] You withdrew { $count } permissions
    }
child-history-how-paper = on a paper form
child-history-how-spoken = in person or by phone
child-history-receipt = Receipt { $reference }
child-rule-title = Why the school might say no when you said yes
# True of every family, and the same for all: it must not show who answered what, or that there is a flag.
child-rule-text = When more than one person with parental responsibility has answered, the school goes ahead only if all of them say yes. The school may also have its own reason to keep a child out of pictures. It can tell you what it does now, but not why.

## Change one answer

change-lead = For { $child }
change-yes-consent = Yes, I give permission from now on
change-yes-notice = Yes, I’m happy with this from now on
change-no = No, from now on
change-no-hint = The school stops straight away. Pictures that are already published stay.
change-no-removal = No, and please take down what is already published
change-no-removal-hint = The school stops straight away, finds the pictures of your child it used for this, and takes them down where it can. It cannot get back printed copies, or copies other people saved.
change-save = Save my answer
change-error = Choose an answer
change-sent-before = You already sent this page with a different answer. Choose again, then save.

## Withdraw everything

withdraw-title = Withdraw everything for { $child }
withdraw-lead =
    { $count ->
        [one] This changes 1 answer from yes to no.
       *[other] This changes { $count } answers from yes to no.
    }
withdraw-nothing-title = There is nothing to withdraw
withdraw-nothing-text = You have not said yes to anything for { $child }.
withdraw-question = What should happen?
withdraw-from-now = Stop from now on
withdraw-from-now-hint = Pictures that are already published stay.
withdraw-removal = Stop, and take down what is already published
withdraw-removal-hint = The school takes pictures of your child down where it can, and tells you what it did. It cannot get back printed copies, or copies other people saved.
withdraw-save = Withdraw everything
withdraw-error = Choose what should happen
withdraw-list = These answers change to no

## Receipt

receipt-title = Receipt
receipt-for = For
receipt-by = Answered by
receipt-by-you = { $name } ({ $relation })
receipt-how = How
receipt-how-online = Online, on these pages
receipt-how-paper = On a paper form dated { $date }
receipt-how-spoken = In person or by phone on { $date }
receipt-answers = Answers
receipt-withdrawal = Withdrawn
receipt-withdrawal-from-now = From now on
receipt-withdrawal-removal = From now on, and what is already published should be taken down
receipt-view = What the child thinks
receipt-wordings-title = What you were shown
receipt-wording = Version { $version } of this wording
receipt-file = Download the receipt as a file
receipt-check-title = How to check this receipt
receipt-check-here = On this site: go to “Check a receipt” and type the reference and the fingerprint.
# Also read by someone who was handed a receipt and cannot sign in. "certutil" without SHA256 works out SHA-1.
receipt-check-without = On your own computer: sign in and download the receipt as a file. Any tool that works out a SHA-256 gives the receipt’s fingerprint for that file, for example “certutil -hashfile” with the file’s name and “SHA256” on Windows, or “shasum -a 256” with the file’s name on a Mac or Linux. The file is the record in canonical JSON (RFC 8785), with the wording you were shown.

## Check a receipt

verify-title = Check a receipt
verify-lead = Anyone who has a receipt can check that it is genuine. You do not need to sign in. We only say whether it is genuine.
verify-reference-label = Reference
verify-reference-hint = For example K7PM-3QXW-9D2T
verify-reference-error = Enter the reference: three groups of four letters and numbers
verify-fingerprint-label = Fingerprint
verify-fingerprint-hint = 64 letters and numbers, a to f and 0 to 9. Spaces do not matter.
verify-fingerprint-error = Enter the fingerprint: 64 letters and numbers, a to f and 0 to 9
verify-button = Check
verify-genuine-title = This receipt is genuine
verify-genuine-text = It was recorded on { $when } and has not been changed since.
verify-genuine-note = The family may have changed their answer since then.
verify-no-match-title = We cannot find this receipt
verify-no-match-text = This school has no receipt with this reference and fingerprint. Check both for typing mistakes. If they are right, the receipt was changed or comes from another school.
verify-recipe-title = How to check without this page
verify-again = Check another receipt
