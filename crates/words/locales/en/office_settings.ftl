### Staff: setting a school up, and its settings, one topic a page.

## The first page's cards.
settings-home-set-up = Set up your school
settings-home-set-up-about = What is still missing before you ask families, and where to do it.
settings-home-settings = Settings
settings-home-settings-about = Name, crest, colours, languages, contacts, emails and tokens.
settings-home-purposes = What families are asked
settings-home-purposes-about = The wording and lawful basis of every question.

## The list of settings.
settings-title = Settings
settings-lead = One page for each topic. Changes take effect straight away, on every page of the school.
settings-count = { $count ->
    [one] 1 topic
   *[other] { $count } topics
}
settings-column-topic = Topic
settings-column-now = Now
settings-column-changed = Last changed
settings-never-changed = Not changed since the school was set up
settings-changed = { $when }, by { $who }
settings-who-operator = whoever runs this installation
settings-who-unknown = someone who has left
settings-who-you = you

## Topics, as the list, the audit trail and headings name them.
settings-topic-name = The school’s name
settings-topic-languages = Languages
settings-topic-accent = Colour
settings-topic-crest = Crest
settings-topic-office = School office contacts
settings-topic-sign-in = How parents sign in
settings-topic-pupil-view = The pupil’s own view
settings-topic-purpose = A question to families
settings-topic-purposes = What families are asked
settings-topic-websites = Websites that show the help panel
settings-topic-authority = Your local authority
settings-topic-area = Contacts in your area
settings-topic-checker = What can be published
settings-topic-template = The profile
settings-topic-letters = Sending emails
settings-topic-tokens = Tokens for programs

## Saving.
settings-save = Save
settings-saved = Saved
settings-saved-text = Every page of the school shows it from now on.
settings-saved-purpose = Families who answered before are asked again the next time they sign in. Until they do, the new question is not answered.
settings-nothing-changed = No changes to save
settings-nothing-changed-text = Everything is already as you sent it.
settings-meanwhile = Also changed by other people in the meantime, and saved
settings-meanwhile-line = { $topic }: { $who }, { $when }
settings-at-once = { $who } saved the same page at the same moment. Your version is now used, so check whether theirs should be.
settings-conflict-title = Someone else has changed this in the meantime
settings-conflict-text = { $who } saved this page { $when }, while you had it open. Nothing you typed is saved yet. It is in the form below. Save again to replace their version.
settings-conflict-now = It now says
settings-read-only-head = Only the head can change what families are asked, and the lawful basis. You can read it.
settings-read-only-chair = Only the chair of governors can change what families are asked, and the lawful basis. You can read it.

## A field in one of several languages.
settings-in-language = { $label } in { $language }
settings-language-en = English
settings-language-cy = Welsh

## What is wrong with a field.
settings-wrong-missing = Fill this in
settings-wrong-choice = Choose one of the answers
settings-wrong-long = { $max ->
    [one] Write no more than 1 character
   *[other] Write no more than { $max } characters
}
settings-wrong-characters = Use plain letters, numbers and punctuation, on one line
settings-wrong-email = Write an email address, like office@school.example.org
settings-wrong-telephone = Write a telephone number with digits and spaces, like 01632 960001
settings-wrong-address = Write one to six lines of up to 80 letters
settings-wrong-not-written = Some texts are missing in { $language }. Write those first: { $field }
settings-wrong-colour = Write a colour as # and six digits or letters a to f, like #7a1f3d
settings-wrong-origin = “{ $line }” is not the address of a website by itself. Write https:// and the name, like https://www.school.example.org, with nothing after it
settings-wrong-origins-many = { $max ->
    [one] At most 1 website can show the panel
   *[other] At most { $max } websites can show the panel
}
settings-wrong-twice = “{ $line }” is listed twice
settings-wrong-value = This cannot be used: { $why }

## The name.
settings-name-lead = It is at the top of every page and in every letter.
settings-name-label = Name of the school
settings-name-hint-cy = Leave it empty if the school has one name in both languages.

## Languages.
settings-languages-lead = Which languages the pages offer, and which one people see first.
settings-languages-question = Languages
settings-languages-en = English only
settings-languages-en-cy = English first, and Welsh
settings-languages-cy-en = Welsh first, and English

## The colour.
settings-accent-lead = The school’s own colour, for the strip along the top, links and buttons.
settings-accent-label = Colour
settings-accent-hint = # and six digits or letters a to f, as designers write it: #7a1f3d
settings-accent-own = Your colour
settings-accent-read = Links and buttons
settings-accent-fine = It is easy to read on every page, so links and buttons use it as it is.
settings-accent-corrected = It is too pale to read on a light page. The strip along the top uses it as it is, and links and buttons use a darker shade.
settings-accent-look = Preview

## The crest.
settings-crest-lead = A drawing in SVG, shown beside the school’s name.
settings-crest-label = The drawing, as SVG text
settings-crest-hint = Open the SVG file in a text editor, copy all of it and paste it here. Only shapes and colours are used; scripts, pictures, fonts and links are refused.
settings-crest-file = Or choose the file
settings-crest-file-hint = A file whose name ends in .svg. If you choose one, we use it instead of the text above.
settings-crest-large = { $max ->
    [one] The drawing has more than 1 byte. Save it with fewer points
   *[other] The drawing has more than { $max } bytes. Save it with fewer points
}
settings-crest-not-svg = This is not an SVG drawing. It must begin with an svg element in SVG’s namespace
settings-crest-no-view-box = The drawing has no viewBox, so it cannot be shown at other sizes. Save it with one
settings-crest-element = The drawing contains “{ $name }”, but only shapes are allowed. Turn text into paths and remove pictures
settings-crest-attribute = The drawing contains the attribute “{ $name }”, which is not allowed. Save it as “plain SVG”, with colours as presentation attributes
settings-crest-elsewhere = The attribute “{ $name }” points outside the drawing

## The office.
settings-office-lead = Families see this at the bottom of every page.
settings-office-telephone = Telephone
settings-office-e-mail = Email address
settings-office-e-mail-hint = The office’s mailbox, never one person’s.
settings-office-address = Postal address
settings-office-address-hint = One line for each line of the address, six at most.

## Signing in.
settings-sign-in-lead = Families can always sign in with a code by email. They can also use a code printed on a letter from the school, if you want: that helps families without email.
settings-sign-in-question = Do letters from the school have a sign-in code?
settings-sign-in-yes = Yes, families without email get a letter with a code
settings-sign-in-no = No, email only

## Pupils' views.
settings-view-lead = Parents can pass on what the pupil thinks.
settings-view-question = From what age are pupils asked?
settings-view-never = Never
settings-view-nursery = From nursery
settings-view-reception = From reception
settings-view-year = From year { $year }
settings-view-stage-early-years = From the early years, by the stage a pupil is taught at
settings-view-stage = From key stage { $stage }, by the stage a pupil is taught at
settings-view-hint = How to ask
settings-view-hint-hint = A sentence for parents about how to ask their child. Needed unless pupils are never asked.
settings-view-hint-missing = Explain how parents should ask
settings-view-source = Where your school decided this
settings-view-source-hint = The passage of your policy, or when governors decided it.

## Websites.
settings-websites-lead = Your school’s own website can show the help panel. No other site can.
settings-websites-label = Websites
settings-websites-hint = One per line: https:// and the name, with nothing after it, like https://www.school.example.org
settings-websites-none = None
settings-websites-many = { $count ->
    [one] 1 website
   *[other] { $count } websites
}

## What families are asked.
settings-purposes-lead = Every question families answer, and its lawful basis.
settings-purposes-count = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
settings-purposes-question = Question
settings-purposes-basis = Lawful basis
settings-purposes-version = Version
settings-basis-consent = Consent
settings-basis-public-task = Public task
settings-basis-legitimate-interests = Legitimate interests
settings-basis-consent-hint = The school does nothing until someone agrees (UK GDPR article 6(1)(a)).
settings-basis-public-task-hint = Families are told, and can object (UK GDPR article 6(1)(e)).
settings-basis-legitimate-interests-hint = Families are told, and can object (UK GDPR article 6(1)(f)).
settings-purpose-warning = If you save, families are asked again
settings-purpose-warning-text = { $count ->
    [one] A change makes version { $version } of this question. The family of the 1 pupil on the roll is asked again, and their earlier answer is no longer used.
   *[other] A change makes version { $version } of this question. The families of the { $count } pupils on the roll are asked again, and their earlier answers are no longer used.
}
settings-purpose-heading = What the question is about
settings-purpose-what = What is taken or shown
settings-purpose-why = Why
settings-purpose-where = Where it appears
settings-purpose-how-long = For how long
settings-purpose-again = Asking again
settings-purpose-again-yes = I understand that families will be asked again
settings-purpose-again-missing = Tick this, so that nobody is asked again by mistake
settings-purpose-save = Save and ask again
settings-purposes-state = Asked now
settings-purpose-asked = Asked
settings-purpose-paused = Paused
settings-purpose-retired = Retired
settings-purpose-asked-hint = Families are asked. Earlier answers to the same wording are used.
settings-purpose-paused-hint = Nobody is asked and nothing is taken or shown for it. Answers are kept, and are used again when you ask again.
settings-purpose-retired-hint = For good. Answers stay in each pupil’s history, and the question cannot be asked again.
settings-purpose-is-paused = This question is paused
settings-purpose-is-paused-text = Families are not asked. To change its wording, ask it again first.
settings-purpose-is-retired = This question is retired
settings-purpose-is-retired-text = Families are never asked it again. Add a new question if you need one like it.
settings-purpose-state-lead = Pause a question the school does not need for now, or retire it for good.
settings-purpose-state-question = Should families be asked this?
settings-purpose-sure = Retiring it
settings-purpose-sure-yes = I understand that a retired question cannot be asked again
settings-purpose-sure-missing = Tick this, so that nothing is retired by mistake
settings-purpose-last = At least one question has to be asked
settings-saved-purpose-state = Families see the change the next time they sign in. Sheets printed before are out of date.
settings-purpose-add = Add a question
settings-purpose-add-lead = A question of your school’s own, such as a new way to share photos. Families are asked this question only; what they answered before is kept.
settings-purpose-add-warning = Families are asked when you save
settings-purpose-add-warning-text = { $count ->
    [one] The family of the 1 pupil on the roll is asked this question the next time they sign in. Until they answer, the answer is no.
   *[other] The families of the { $count } pupils on the roll are asked this question the next time they sign in. Until they answer, the answer is no.
}
settings-purpose-add-save = Save and ask families
settings-saved-purpose-added = Families are asked this question the next time they sign in, and only this one if they have answered the others.
settings-purpose-subject = What does it show?
settings-subject-group-picture = Groups, where no single pupil is the focus
settings-subject-single-picture = One pupil who can be recognised
settings-subject-work = A pupil’s work
settings-subject-recording = Film or sound recordings
settings-purpose-source = Where your policy says so
settings-purpose-source-hint = For example: Online safety policy, section 6

## Contacts of the area.
settings-area-lead = Help pages list these beside the national services. Leave out any your area does not have.
settings-area-count = { $count ->
    [one] 1 kind of contact
   *[other] { $count } kinds of contact
}
settings-area-kind = Contact
settings-area-checked = Last checked
settings-area-none = Not entered
settings-area-social-care = Children’s social care
settings-area-lado = Designated officer for allegations (LADO)
settings-area-prevent = Prevent team
settings-area-online-safety = Online safety adviser
settings-authority-lead = The council or trust that serves your area.
settings-authority-label = Name of the authority
settings-contact-lead = Copy it from the authority’s own page. Save again whenever you have checked it against that page.
settings-contact-name = What it is called
settings-contact-phone = Telephone, in the daytime
settings-contact-hours = Hours on weekdays
settings-contact-hours-hint = From and to, like 09:00-17:00. We show it as closed on bank holidays.
settings-contact-night = Telephone at all other times
settings-contact-night-hint = The number of the emergency duty team, if there is one.
settings-contact-always = Telephone, day and night
settings-contact-e-mail = Email address
settings-contact-web = Web page with a form
settings-contact-web-hint = Its address, beginning with https://
settings-contact-public = Who can contact it?
settings-contact-public-yes = Anyone, including parents
settings-contact-public-no = Staff only; others should contact the school
settings-contact-source = The page you read it on
settings-contact-source-hint = Without https:// in front, like council.example.org/children
settings-contact-today = Saving records that you checked it today.
settings-contact-kept = Kept as it is, because this page has no field for it: { $ways }
settings-contact-no-way = Give at least one number or address
settings-contact-hours-missing = Write the hours of the daytime number, like 09:00-17:00
settings-contact-number = Write a UK telephone number, like 01632 960001
settings-contact-e-mail-wrong = Write an email address in lower case
settings-contact-web-wrong = Write an address that begins with https://
settings-contact-remove = Remove
settings-contact-save = Save, checked today

## Letters.
settings-letters-lead = Sign-in codes and receipts are sent by email.
settings-letters-outbox = This is a demonstration: emails stay in its outbox and nobody gets them.
settings-letters-webhook = Whoever runs this system sends your emails. There is nothing to set up here.
settings-letters-notify = Emails are sent by GOV.UK Notify, which is free for schools. Each school has its own service there.
settings-letters-steps-1 = Open a service for your school at notifications.service.gov.uk.
settings-letters-steps-2 = Create an email template there with ((subject)) as its subject and ((body)) as its message. Copy the template’s ID.
settings-letters-steps-3 = Create a live API key there, and paste it below.
settings-letters-present = The school has an account, with the template { $template }. The key is kept encrypted and is never shown.
settings-letters-absent = The school has no account yet, so nobody can be sent a sign-in code.
settings-letters-key = API key
settings-letters-key-hint = It is long: a name and two groups of letters and numbers with hyphens. Paste all of it.
settings-letters-key-wrong = This is not a whole API key. Copy all of it from GOV.UK Notify
settings-letters-template = Template ID
settings-letters-template-hint = Letters and digits with hyphens, like f33517ff-2a88-4f6e-b855-c550268ce08a
settings-letters-template-wrong = This is not a template’s ID. Copy it from GOV.UK Notify
settings-letters-save = Save the account
settings-letters-saved = The account is saved
settings-letters-saved-text = Now send yourself a test email, to see that it works.
settings-letters-test = Send me a test email
settings-letters-test-about = It goes to your own email address.
settings-letters-sent = We have sent you a test email
settings-letters-sent-text = It should arrive within minutes. If it does not, look at the list of sent emails in GOV.UK Notify.
settings-letters-waiting = The test email has not gone yet
settings-letters-waiting-text = We keep trying. If it does not arrive within an hour, check the key and the template in GOV.UK Notify.
settings-letters-failed = The test email could not be sent
settings-letters-failed-text = Reason: { $why }. Check the key and the template in GOV.UK Notify, and try again.

## Tokens.
settings-tokens-lead = A program that sends lists of pupils, or checks texts before they are published, needs a token. Give each program its own, so that you can revoke one without the others.
settings-tokens-count = { $count ->
    [one] 1 token
   *[other] { $count } tokens
}
settings-tokens-none = No tokens
settings-tokens-none-text = Create one below when one of the school’s programs needs to send lists.
settings-tokens-label = What the token is for
settings-tokens-label-hint = Such as: our management information system
settings-tokens-made = Created
settings-tokens-end = Revoke
settings-tokens-end-name = Revoke the token for { $label }
settings-tokens-make-title = Create a token
settings-tokens-make = Create token
settings-tokens-new = The token is ready
settings-tokens-new-text = Copy it into the program now. We do not keep it, and only show it once.
settings-tokens-new-again = This token was created before, and we do not show it twice. If it is lost, revoke it and create another.
settings-tokens-ended = The token is revoked
settings-tokens-ended-text = The program that used it can no longer get in.
settings-tokens-back = All tokens

## Choosing another profile.
settings-template-lead = A profile is your school’s starting point: what you ask families, the lawful basis, and how. Your name, colours and contacts do not change.
settings-template-question = Which profile fits your school?
settings-template-now = This is the profile now.
settings-template-about = { $count ->
    [one] Asks 1 question. Follows policy { $policy }.
   *[other] Asks { $count } questions. Follows policy { $policy }.
}
settings-template-too-late = The profile can no longer be changed
settings-template-too-late-text = A family has already answered. You can still change questions one at a time.
settings-template-save = Use this profile

## The checklist.
set-up-title = Set up your school
set-up-lead = What is done, and what is missing before you ask families.
set-up-progress = { $done } of { $all } done
set-up-ready = Everything is done
set-up-ready-text = You can ask families now. Give them the address of the school’s first page.
set-up-name-why = It is at the top of every page and in every letter.
set-up-template = What families are asked
set-up-template-why = Start from the profile that fits your school and policy. It cannot be changed once a family has answered.
set-up-crest-why = Use your own crest instead of our example, so that families can see whose pages these are.
set-up-office-why = Families phone or write to this when something is unclear. Ours is only an example.
set-up-office-missing = The telephone number, email address or postal address is still an example.
set-up-administrator = A second administrator
set-up-administrator-why = If you lose your phone, someone else must be able to let you back in.
set-up-administrator-now = { $count ->
    [one] 1 administrator has set up their account.
   *[other] { $count } administrators have set up their accounts.
}
set-up-lead-person = A safeguarding lead
set-up-lead-person-why = Only they can set the do-not-photograph flag.
set-up-staff = The list of staff
set-up-staff-why = Teachers see permission sheets and the office enters paper forms: each person needs their own account.
set-up-staff-now = { $count ->
    [one] 1 person has an account.
   *[other] { $count } people have accounts.
}
set-up-pupils = The list of pupils
set-up-pupils-why = Families are asked about the pupils on this list.
set-up-pupils-now = { $count ->
    [one] 1 pupil is on the roll.
   *[other] { $count } pupils are on the roll.
}
set-up-contacts = The list of parents and carers
set-up-contacts-why = Anyone on it with parental responsibility can sign in and answer.
set-up-contacts-now = { $without ->
    [0] Every pupil has someone who can decide.
    [one] 1 pupil has nobody who can decide.
   *[other] { $without } pupils have nobody who can decide.
}
set-up-letters-why = Without it we cannot send anyone a sign-in code.
set-up-area-why = Help pages tell people who to contact in your area. Ours are only examples.
set-up-websites-why = So that your school’s own website can show the help panel. Ours is only an example.
set-up-example = This is still our example.

## What may be published.
settings-checker-lead = The publication checker allows these. It asks about anything else that names a person or says how to contact them.
settings-checker-names = People whose full names can be published
settings-checker-names-hint = One per line: the head, governors, and staff whose names the law requires.
settings-checker-mailboxes = Mailboxes that belong to a role
settings-checker-mailboxes-hint = One per line, the part before the @: admissions. You do not need to list common ones such as office.
settings-checker-e-mails = Other email addresses that can be published
settings-checker-e-mails-hint = One per line, whole addresses.
settings-checker-domains = The school’s own email domains
settings-checker-domains-hint = One per line, the part after the @: school.example.org
settings-checker-telephones = Telephone numbers as well as the office’s
settings-checker-telephones-hint = One per line.
settings-checker-postcodes = Postcodes as well as the office’s
settings-checker-postcodes-hint = One per line.
settings-checker-hosts = The school’s websites
settings-checker-hosts-hint = One per line, without https://: www.school.example.org
settings-checker-first-names = Can a first name be published beside a picture?
settings-checker-first-names-yes = Yes, a first name on its own
settings-checker-first-names-no = No name at all
settings-crest-now = { $bytes ->
    [one] A drawing of 1 byte
   *[other] A drawing of { $bytes } bytes
}
settings-letters-why-busy = GOV.UK Notify is busy
settings-letters-why-silent = GOV.UK Notify did not answer
settings-letters-why-refused = GOV.UK Notify does not accept this key and template
settings-letters-why-absent = there is no account yet
settings-letters-why-address = nothing can be sent to your address

## The safeguarding lead, privacy and accessibility.
settings-topic-safeguarding-lead = Safeguarding lead on help pages
settings-topic-privacy = Privacy notice
settings-topic-accessibility = Accessibility statement
settings-safeguarding-lead-lead = Help pages and the help panel name this person, so that children and parents know who to talk to at school.
settings-safeguarding-lead-name = Name
settings-safeguarding-lead-name-hint = As children know them, such as Mrs Quill.
settings-privacy-lead = Every page of the school links to its privacy notice. Tell families who to ask, and how long you keep records.
settings-privacy-officer = Data protection officer
settings-privacy-officer-hint = A name, or the company that does this for you.
settings-privacy-how-long = How long you keep records
settings-privacy-how-long-hint = In years, as your retention schedule says. Until you fill these in, the notice tells families to ask the office.
settings-privacy-details-years = Pupils’ and families’ details, in years after the pupil leaves
settings-privacy-answers-years = Answers and receipts, in years after the pupil leaves
settings-privacy-audit-years = The record of what staff did, in years
settings-privacy-years-wrong = Write a number of years from 0 to 50
settings-privacy-full-notice = Your full privacy notice on the school’s website
settings-accessibility-lead = Every page of the school links to its accessibility statement. Say what you know does not work for everyone.
settings-accessibility-limits = What does not work for everyone
settings-accessibility-hint = For example: our paper forms are not in large print yet. Leave it empty if you know of nothing.
settings-accessibility-today = Saving records that you reviewed the statement today.
settings-accessibility-reviewed = Reviewed on { $date }
set-up-safeguarding-lead-why = Help pages name the person at your school who children and parents can talk to.
set-up-privacy-why = The law says families must be told who to ask about their data and how long you keep it.
set-up-privacy-missing = Missing: who to ask, or how long you keep records.
set-up-accessibility-why = The law says a public website needs an accessibility statement that the school has reviewed.
set-up-not-entered = Not entered yet.
