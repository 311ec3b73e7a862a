### Staff: signing in, setting an account up, one's own account, accounts of others.

## The first page.
office-home-title = For staff
office-home-lead = Hello { $name }. Here is what you can do.
office-home-staff = Staff accounts
office-home-staff-about = Invite people, choose their roles, help anyone who cannot sign in.
office-home-account = Your account
office-home-account-about = Where you are signed in, your passphrase and your recovery codes.
office-home-few-codes = { $left ->
    [one] You have 1 recovery code left.
   *[other] You have { $left } recovery codes left.
}
office-home-few-codes-text = Make new ones while you have your phone, so that you are not locked out if you lose it.

## Signing in.
staff-sign-in-title = Staff sign-in
staff-sign-in-lead = For teachers, the office, governors and everyone else who works for the school.
staff-sign-in-email = Email address
staff-sign-in-email-hint = The one the school has for you.
staff-sign-in-passphrase = Passphrase
staff-sign-in-continue = Continue
staff-sign-in-wrong = The email address or the passphrase is wrong. Check both and try again.
staff-sign-in-email-missing = Type your email address
staff-sign-in-email-wrong = Type the whole email address, such as name@school.sch.uk
staff-sign-in-passphrase-missing = Type your passphrase
staff-sign-in-first-time = Do you have an invitation?
staff-sign-in-first-time-text = Whoever looks after accounts at your school sends you a code. Use it to set up your account in five minutes.
staff-sign-in-first-time-link = Set up your account
staff-sign-in-forgotten = Trouble signing in?
staff-sign-in-forgotten-passphrase = If you have forgotten your passphrase, ask whoever looks after accounts at your school to send you a new invitation.
staff-sign-in-forgotten-phone = If you do not have your phone, you can use one of your recovery codes after your passphrase.
staff-sign-in-is-parent = Are you a parent or carer?
staff-sign-in-is-parent-link = Sign in to your children’s photo permissions

## The second step.
staff-code-title = Enter the code from your app
staff-code-lead = Open the authenticator app on your phone and type the six digits it shows for { $school }.
staff-code-label = Six-digit code
staff-code-hint = It changes every 30 seconds.
staff-code-continue = Sign in
staff-code-missing = Type the six digits your app shows
staff-code-not-six = The code has six digits. Type the one your app shows now
staff-code-wrong = That is not the code your app shows now. Wait for the next code and type it. If that does not help, check that your phone’s clock is right.
staff-code-used = This code has already been used. Wait for the next one and type it
staff-code-recovery-title = No phone with you?
staff-code-recovery-text = Use one of the recovery codes you were given when you set up your account. Each works once. If your phone is lost for good, ask whoever looks after accounts at your school to reset your account.
staff-code-recovery-label = Recovery code
staff-code-recovery-hint = 16 letters and numbers. Capitals and hyphens do not matter.
staff-code-recovery-continue = Sign in with this code
staff-code-recovery-missing = Type one of your recovery codes
staff-code-recovery-wrong = That is not one of your recovery codes, or you have already used it. Check it, or try another
staff-code-over = That took too long
staff-code-over-text = To keep your account safe, we wait ten minutes for the code. Start again with your passphrase.
staff-code-start-again = Start again

## Signed out.
staff-signed-out-title = You are signed out
staff-signed-out-text = Everything you saved is safe. On a shared computer, close the browser too.
staff-signed-out-again = Sign in again

## Setting an account up.
staff-invitation-title = Set up your account
staff-invitation-lead = You need the invitation from your school, and a phone with an authenticator app. It takes about five minutes.
staff-invitation-email-hint = The one your invitation was sent to, or the one printed on it.
staff-invitation-code = Invitation code
staff-invitation-code-hint = 16 letters and numbers. Capitals and hyphens do not matter.
staff-invitation-code-missing = Type the code from your invitation
staff-invitation-wrong = This email address and code do not match, or the invitation has expired. Check both, or ask whoever looks after accounts at your school for a new invitation.
staff-invitation-apps-title = Which app do I need?
staff-invitation-apps-text = Any app that makes one-time codes: Microsoft Authenticator, Google Authenticator, 2FAS, Aegis, or Passwords on an iPhone. They are free and work without a connection.
staff-invitation-over = Please start again
staff-invitation-over-text = Setting up took too long, or the invitation was used or replaced in the meantime. Nothing was changed. Type your invitation code again. If it has expired, ask for a new one.
staff-passphrase-title = Choose a passphrase
staff-passphrase-lead = At least 12 characters. Four words that only you would put together are easier to remember than one word full of symbols, and harder to guess.
staff-passphrase-label = Passphrase
staff-passphrase-again = Passphrase again
staff-passphrase-hint = Nobody can read it, at the school or here. You will never have to change it regularly.
staff-passphrase-continue = Continue
staff-passphrase-missing = Choose a passphrase
staff-passphrase-too-short = Make it longer: at least 12 characters. Add a word or two
staff-passphrase-too-long = Make it shorter: 200 characters at most
staff-passphrase-common = Many people use this one, so it is one of the first a stranger would try. Put together words that nobody else would
staff-passphrase-about-you = This is made from your name, your address or the school’s name, which strangers know. Add words that have nothing to do with them
staff-passphrase-again-missing = Type the passphrase a second time
staff-passphrase-not-same = The two passphrases do not match. Type both again
staff-app-title = Connect your phone
staff-app-lead = Open your authenticator app, choose “add” and point the camera at this QR code.
staff-app-picture = A QR code for your authenticator app. The same code is below as text.
staff-app-no-camera = Camera not working? Type this into the app instead:
staff-app-secret = The key to type into the app
staff-app-confirm = Then type the six digits the app shows
staff-app-continue = Finish
staff-app-keep = Do not show this QR code to anyone. We do not show it again after this step.

## Recovery codes.
staff-recovery-title = Your recovery codes
staff-recovery-done-title = Your account is ready
staff-recovery-done-lead = You are signed in. One thing left to do: save these codes.
staff-recovery-lead = If you lose your phone, you can use each of these codes once to sign in. We only show them now.
staff-recovery-keep = Print this page or write the codes down. Keep them with other important papers, not with your phone.
staff-recovery-list = Recovery codes
staff-recovery-earlier = Your old codes no longer work.
staff-recovery-kept = I have saved them
staff-recovery-left = { $left ->
    [0] You have no recovery code left.
    [one] You have 1 recovery code left.
   *[other] You have { $left } recovery codes left.
}
staff-recovery-not-again = We show codes once, when they are made. If you have lost yours, make new ones; the old ones stop working.
staff-recovery-passphrase-hint = So that nobody else makes them while you are away from your desk.
staff-recovery-make = Make new codes

## One's own account.
staff-account-title = Your account
staff-account-name = Name
staff-account-email = You sign in with
staff-account-roles = Your roles
staff-account-change-them = If something here is wrong, tell whoever looks after accounts at your school.
staff-account-passphrase = Change your passphrase
staff-account-passphrase-text = You need your present passphrase. You will be signed out everywhere else.
staff-account-recovery = Recovery codes
staff-account-sessions = Where you are signed in
staff-account-sessions-count = { $count ->
    [one] Signed in with 1 browser
   *[other] Signed in with { $count } browsers
}
staff-account-sessions-text = We sign you out after half an hour of doing nothing, and always after twelve hours.
staff-account-session-here = this browser
staff-account-session-end = Sign out there
staff-account-session-end-others = Sign out everywhere else
staff-account-session-browser = Browser
staff-account-session-began = Signed in
staff-account-session-action = End
staff-account-sessions-ended = Signed out there. That browser can no longer open anything.
staff-account-passphrase-now = Your passphrase now
staff-account-passphrase-now-wrong = That is not your passphrase. Type it again
staff-account-passphrase-new = New passphrase
staff-account-passphrase-save = Change it
staff-account-passphrase-changed = Your passphrase is changed. You have been signed out everywhere else.

## Browsers and what they run on. $browser and $system are names.
staff-browser-on = { $browser } on { $system }
staff-browser-other = Another browser
staff-system-other = another kind of device
staff-system-ios = iPhone or iPad

## Roles.
role-office = School office
role-office-about = Imports lists, enters paper forms and prints permission sheets.
role-editor = Editor
role-editor-about = Writes for the website and newsletters, and sees permission sheets.
role-teacher = Teacher
role-teacher-about = Sees who may be in pictures, class by class.
role-co-ordinator = Online-safety co-ordinator
role-co-ordinator-about = Sees permission sheets and the contacts on the help pages.
role-safeguarding-lead = Safeguarding lead
role-safeguarding-lead-about = Sets the do-not-photograph flag.
role-head = Head teacher
role-head-about = Sees all permissions, and may download or erase a record.
role-chair = Chair of governors
role-chair-about = Sees figures, no names.
role-governor = Governor
role-governor-about = Sees figures, no names.
role-administrator = Administrator
role-administrator-about = Looks after accounts and settings, and does not see families’ answers.

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
staff-list-empty-text = Add people one at a time here, or import a list of all staff.
staff-list-name = Name
staff-list-roles = Roles
staff-list-state = Account
staff-list-add = Add a person
staff-list-you = you
staff-list-show-left = Show who has left
staff-list-show-present = Show who is here
staff-state-set-up = Ready
staff-state-invited = Invited, until { $date }
staff-state-not-invited = Not invited yet
staff-state-expired = Invitation expired
staff-state-left = Has left
staff-add-title = Add a person
staff-add-lead = They get an invitation and set up their own passphrase and phone. You never see either.
staff-add-name = Name
staff-add-name-hint = The name colleagues know. It appears in the audit trail.
staff-add-name-missing = Type the name
staff-add-name-too-long = Make the name shorter: 100 characters at most
staff-add-name-bad = Leave out characters that cannot be part of a name
staff-add-email-missing = Type the email address
staff-add-email-taken = Another account already uses this address. Each person needs their own address
staff-add-roles = What are their roles?
staff-add-roles-hint = Choose all that apply.
staff-add-roles-missing = Choose at least one
staff-add-send = How will they get the invitation?
staff-add-send-email = By email, now
staff-add-send-email-about = Only if nobody else reads their email.
staff-add-send-hand = I will hand it over myself
staff-add-send-hand-about = You can print the next page.
staff-add-send-missing = Choose how they get it
staff-add-save = Add and invite
staff-person-roles-title = Roles of { $name }
staff-person-roles-save = Save
staff-person-roles-saved = Saved. The new roles apply straight away.
staff-person-last-administrator = Someone has to look after accounts. Make another person an administrator first, and wait until they have set up their account.
staff-person-invite-title = Invitation
staff-person-invite = Make a new invitation
staff-person-invite-text = The old invitation, if there is one, stops working. The new one works once, within 14 days.
staff-person-reset = They cannot sign in
staff-person-reset-text = If they have lost their passphrase or phone, reset the account. { $name } then sets it up again with a new invitation.
staff-person-reset-yourself = You cannot reset your own account. Ask another administrator, or sign in with a recovery code.
staff-person-leave = They have left
staff-person-leave-text = Close the account. What they did stays in the audit trail.
staff-person-has-left = { $name } has left and cannot sign in. To let them in again, add them as a new person.
staff-person-sessions = Where { $name } is signed in
staff-person-no-sessions = Not signed in
staff-person-no-sessions-text = When { $name } signs in, the browser and the time appear here.
staff-person-end-all = Sign out everywhere
staff-person-ended = Signed out there.
staff-reset-title = Reset the account of { $name }?
staff-reset-text = Their passphrase, phone and recovery codes stop working straight away, and they are signed out everywhere. You get a new invitation to hand over.
staff-reset-care = Make sure it is really them asking: in person, or on a phone number you know. This is just what someone trying to break in would ask for.
staff-reset-do = Reset and send a new invitation
staff-leave-title = Close the account of { $name }?
staff-leave-text = They are signed out everywhere straight away and cannot sign in again. What they did stays in the audit trail.
staff-leave-do = Close the account
staff-left = The account is closed.
staff-invite-title = The invitation for { $name }
staff-invite-sent = We have sent it to their email address. If it does not arrive, print this page and hand it over.
staff-invite-not-sent = We could not email it just now. Print this page and hand it over, or make a new invitation later.
staff-invite-hand-over = Print this page or copy it by hand, and give it to { $name } in person.
staff-invite-open = 1. Open this address:
staff-invite-email = 2. Type this email address:
staff-invite-code = 3. And this code:
staff-invite-until = It works once, until { $date }.
staff-invite-over-title = This invitation no longer works
staff-invite-over-text = It has been used or replaced, or it has expired. If { $name } still needs one, make a new one.
staff-back-to-list = Back to all accounts
staff-back-to-person = Back to the account of { $name }
