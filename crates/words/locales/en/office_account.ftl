### Staff: signing in, setting an account up, one's own account, accounts of others.

## The first page.
office-home-title = For staff
office-home-lead = Good to have you here, { $name }. This is what you can do.
office-home-staff = Staff accounts
office-home-staff-about = Invite people, say what each may do, help somebody who cannot sign in.
office-home-account = Your account
office-home-account-about = Where you are signed in, your passphrase, your recovery codes.
office-home-few-codes = { $left ->
    [one] You have 1 recovery code left.
   *[other] You have { $left } recovery codes left.
}
office-home-few-codes-text = Make new ones while you have your phone, so that losing it does not lock you out.

## Signing in.
staff-sign-in-title = Sign in as staff
staff-sign-in-lead = For teachers, the office, governors and everybody else who works for the school.
staff-sign-in-email = Email address
staff-sign-in-email-hint = The one the school has listed for you.
staff-sign-in-passphrase = Passphrase
staff-sign-in-continue = Continue
staff-sign-in-wrong = The email address or the passphrase is not right. Check both, and try again.
staff-sign-in-email-missing = Type your email address
staff-sign-in-email-wrong = Type the whole email address, such as name@school.sch.uk
staff-sign-in-passphrase-missing = Type your passphrase
staff-sign-in-first-time = Do you have an invitation?
staff-sign-in-first-time-text = Whoever looks after accounts at your school sends you a code. With it you set your account up, in five minutes.
staff-sign-in-first-time-link = Set up your account
staff-sign-in-forgotten = Trouble signing in?
staff-sign-in-forgotten-passphrase = If you have forgotten your passphrase, ask whoever looks after accounts at your school. They send you a new invitation.
staff-sign-in-forgotten-phone = If you do not have your phone, you can use one of your recovery codes after the passphrase.
staff-sign-in-is-parent = Are you a parent or carer?
staff-sign-in-is-parent-link = Sign in to your children’s photo permissions

## The second step.
staff-code-title = Type the code from your app
staff-code-lead = Open the authenticator app on your phone and type the six digits it shows for { $school }.
staff-code-label = Six-digit code
staff-code-hint = It changes every half minute.
staff-code-continue = Sign in
staff-code-missing = Type the six digits your app shows
staff-code-not-six = The code has six digits. Type the one your app shows now
staff-code-wrong = This is not the code your app shows now. Wait for the next one and type it. If that does not help, check that your phone’s clock is right.
staff-code-used = This code was used already. Wait for the next one and type it
staff-code-recovery-title = No phone with you?
staff-code-recovery-text = Use one of the recovery codes you were given when you set up your account. Each works once. If your phone is lost for good, ask whoever looks after accounts at your school to reset your account.
staff-code-recovery-label = Recovery code
staff-code-recovery-hint = Sixteen letters and digits. Capitals and hyphens make no difference.
staff-code-recovery-continue = Sign in with this code
staff-code-recovery-missing = Type one of your recovery codes
staff-code-recovery-wrong = This is none of your recovery codes, or it was used before. Check it, or try another
staff-code-over = That took too long
staff-code-over-text = For your safety we wait ten minutes for the code. Start again with your passphrase.
staff-code-start-again = Start again

## Signed out.
staff-signed-out-title = You are signed out
staff-signed-out-text = Everything you saved is kept. On a computer that others use, close the browser too.
staff-signed-out-again = Sign in again

## Setting an account up.
staff-invitation-title = Set up your account
staff-invitation-lead = You need the invitation from your school, and a phone with an authenticator app. It takes about five minutes.
staff-invitation-email-hint = The one your invitation was sent to, or that is printed on it.
staff-invitation-code = Code of the invitation
staff-invitation-code-hint = Sixteen letters and digits. Capitals and hyphens make no difference.
staff-invitation-code-missing = Type the code of your invitation
staff-invitation-wrong = The email address and the code do not belong together, or the invitation is no longer good. Check both, or ask whoever looks after accounts at your school for a new invitation.
staff-invitation-apps-title = Which app do I need?
staff-invitation-apps-text = Any app that makes one-time codes: Microsoft Authenticator, Google Authenticator, 2FAS, Aegis, or the passwords of an iPhone. They are free, and need no connection.
staff-invitation-over = Please begin again
staff-invitation-over-text = Setting up was left for too long, or the invitation was used or replaced meanwhile. Nothing was changed. Type the code of your invitation once more; if it is no longer good, ask for a new one.
staff-passphrase-title = Choose a passphrase
staff-passphrase-lead = At least 12 characters. Four words that only you would put together are easier to remember than one word full of signs, and harder to guess.
staff-passphrase-label = Passphrase
staff-passphrase-again = The same once more
staff-passphrase-hint = Nobody can read it, at the school or here. You will not be asked to change it.
staff-passphrase-continue = Continue
staff-passphrase-missing = Choose a passphrase
staff-passphrase-too-short = Make it longer: at least 12 characters. Add a word or two
staff-passphrase-too-long = Make it shorter: 200 characters at most
staff-passphrase-common = Many people choose this, so it is among the first things a stranger tries. Put words together that nobody else would
staff-passphrase-about-you = This is made of your name, your address or the school’s name, which strangers know. Add words that have nothing to do with them
staff-passphrase-again-missing = Type the passphrase a second time
staff-passphrase-not-same = The two are not the same. Type both again
staff-app-title = Connect your phone
staff-app-lead = Open your authenticator app, choose “add” and point the camera at this picture.
staff-app-picture = A picture for your authenticator app. The same stands below it as text.
staff-app-no-camera = Camera not working? Type this into the app instead:
staff-app-secret = The secret to type into the app
staff-app-confirm = Then type the six digits the app shows
staff-app-continue = Finish
staff-app-keep = Do not show this picture to anyone. After this step it is not shown again.

## Recovery codes.
staff-recovery-title = Your recovery codes
staff-recovery-done-title = Your account is ready
staff-recovery-done-lead = You are signed in. One thing is left: keep these codes.
staff-recovery-lead = If you lose your phone, each of these signs you in once instead of it. They are shown this once.
staff-recovery-keep = Print this page or write them down, and keep them where you keep other important papers: not with your phone.
staff-recovery-list = Recovery codes
staff-recovery-earlier = Codes you were given before no longer work.
staff-recovery-kept = I have kept them
staff-recovery-left = { $left ->
    [0] You have no recovery code left.
    [one] You have 1 recovery code left.
   *[other] You have { $left } recovery codes left.
}
staff-recovery-not-again = Codes are shown once, when they are made. If you have lost yours, make new ones; the old ones stop working.
staff-recovery-passphrase-hint = So that nobody else makes them while you are away from your desk.
staff-recovery-make = Make new codes

## One's own account.
staff-account-title = Your account
staff-account-name = Name
staff-account-email = You sign in with
staff-account-roles = What you may do
staff-account-change-them = If something here is wrong, tell whoever looks after accounts at your school.
staff-account-passphrase = Change your passphrase
staff-account-passphrase-text = You need the present one. Everywhere else you are signed out then.
staff-account-recovery = Recovery codes
staff-account-sessions = Where you are signed in
staff-account-sessions-count = { $count ->
    [one] Signed in with 1 browser
   *[other] Signed in with { $count } browsers
}
staff-account-sessions-text = A browser you leave alone for half an hour signs you out by itself, and every one does after twelve hours.
staff-account-session-here = this browser
staff-account-session-end = Sign out there
staff-account-session-end-others = Sign out everywhere else
staff-account-session-browser = Browser
staff-account-session-began = Signed in
staff-account-session-action = End
staff-account-sessions-ended = Signed out there. That browser can open nothing any more.
staff-account-passphrase-now = Your passphrase now
staff-account-passphrase-now-wrong = This is not your passphrase. Type it again
staff-account-passphrase-new = New passphrase
staff-account-passphrase-save = Change it
staff-account-passphrase-changed = Your passphrase is changed. Everywhere else you are signed out.

## Browsers and what they run on. $browser and $system are names.
staff-browser-on = { $browser } on { $system }
staff-browser-other = Another browser
staff-system-other = another kind of device
staff-system-ios = iPhone or iPad

## Roles.
role-office = School office
role-office-about = Lists of pupils and families, paper forms, print runs.
role-editor = Editor
role-editor-about = Writes for the website and newsletters, and sees permission sheets.
role-teacher = Teacher
role-teacher-about = Sees the permission sheet of a class.
role-co-ordinator = Online-safety co-ordinator
role-co-ordinator-about = Looks after online safety, and sees permission sheets.
role-safeguarding-lead = Safeguarding lead
role-safeguarding-lead-about = Decides who must not be photographed, and receives concerns.
role-head = Head teacher
role-head-about = Sees everything about permissions, and may export or erase a record.
role-chair = Chair of governors
role-chair-about = Sees figures, and receives concerns about the head.
role-governor = Governor
role-governor-about = Sees figures, no names.
role-administrator = Administrator
role-administrator-about = Looks after accounts and settings, and sees no decisions.

## Accounts of staff, for administrators.
staff-list-title = Staff accounts
staff-list-count = { $count ->
    [one] 1 person has an account
   *[other] { $count } people have an account
}
staff-list-left-count = { $count ->
    [one] 1 person has left
   *[other] { $count } people have left
}
staff-list-empty = Nobody has an account yet
staff-list-empty-text = Add people one by one here, or upload a list of all staff.
staff-list-name = Name
staff-list-roles = May act as
staff-list-state = Account
staff-list-add = Add a person
staff-list-you = you
staff-list-show-left = Show who has left
staff-list-show-present = Show who is here
staff-state-set-up = Ready
staff-state-invited = Invited, until { $date }
staff-state-not-invited = Not invited yet
staff-state-expired = The invitation is over
staff-state-left = Has left
staff-add-title = Add a person
staff-add-lead = They get an invitation and set up their own passphrase and phone. You never know either.
staff-add-name = Name
staff-add-name-hint = As colleagues know it. It appears in the trail of who did what.
staff-add-name-missing = Type the name
staff-add-name-too-long = Make the name shorter: 100 characters at most
staff-add-name-bad = Leave out characters that are not part of a name
staff-add-email-missing = Type the email address
staff-add-email-taken = This address belongs to another account here. Each person needs an address of their own
staff-add-roles = What may they do?
staff-add-roles-hint = Choose all that apply.
staff-add-roles-missing = Choose at least one
staff-add-send = How does the invitation reach them?
staff-add-send-email = By email, now
staff-add-send-email-about = Only if nobody else reads their mail.
staff-add-send-hand = I hand it over myself
staff-add-send-hand-about = You can print the next page.
staff-add-send-missing = Choose how it reaches them
staff-add-save = Add and invite
staff-person-roles-title = What { $name } may do
staff-person-roles-save = Save
staff-person-roles-saved = Saved. It counts from their next click.
staff-person-last-administrator = Somebody has to look after accounts. Give the administrator’s role to another person first, and wait until they have set their account up.
staff-person-invite-title = Invitation
staff-person-invite = Make a new invitation
staff-person-invite-text = The one they have, if any, no longer works then. It is good for 14 days and for one use.
staff-person-reset = They cannot sign in
staff-person-reset-text = If they have lost their passphrase or phone, reset the account. { $name } then sets it up again with a new invitation.
staff-person-reset-yourself = You cannot reset your own account. Ask another administrator, or sign in with a recovery code.
staff-person-leave = They have left
staff-person-leave-text = Close the account. What they did stays in the trail.
staff-person-has-left = { $name } has left. The account opens nothing. To let them in again, add them as a person once more.
staff-person-sessions = Where { $name } is signed in
staff-person-no-sessions = Signed in nowhere
staff-person-no-sessions-text = When { $name } signs in, the browser and the time appear here.
staff-person-end-all = Sign out everywhere
staff-person-ended = Signed out there.
staff-reset-title = Reset the account of { $name }?
staff-reset-text = Passphrase, phone and recovery codes stop working at once, and every browser is signed out. You get a new invitation to hand over.
staff-reset-care = Make sure that it is really them who asks, best in person or on a number you know. This is what somebody would pretend who wants to get in.
staff-reset-do = Reset and send a new invitation
staff-leave-title = Close the account of { $name }?
staff-leave-text = They are signed out everywhere at once and cannot sign in any more. What they did stays in the trail.
staff-leave-do = Close the account
staff-left = The account is closed.
staff-invite-title = The invitation for { $name }
staff-invite-sent = It is on its way to their email address. If it does not arrive, print this page and hand it over.
staff-invite-not-sent = It could not be sent by email just now. Print this page and hand it over, or make a new invitation later.
staff-invite-hand-over = Print this page or copy it by hand, and give it to { $name } in person.
staff-invite-open = 1. Open this address:
staff-invite-email = 2. Type this email address:
staff-invite-code = 3. And this code:
staff-invite-until = It works once, until { $date }.
staff-invite-over-title = This invitation is over
staff-invite-over-text = It was used, replaced or its time ran out. If { $name } still needs one, make a new one.
staff-back-to-list = Back to all accounts
staff-back-to-person = To the account of { $name }
