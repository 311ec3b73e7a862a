### Staff: setting a school up, and its settings, one topic a page.

## The first page's cards.
settings-home-set-up = Set up your school
settings-home-set-up-about = What is still missing before families are asked, and where to do it.
settings-home-settings = Settings
settings-home-settings-about = Name, crest, colours, languages, contacts, letters and tokens.
settings-home-purposes = What families are asked
settings-home-purposes-about = The lawful basis and the wording of every question.

## The list of settings.
settings-title = Settings
settings-lead = One page for each topic. Whatever you save holds at once, on every page of the school.
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
settings-who-unknown = somebody who has left
settings-who-you = you

## Topics, as the list, the audit trail and headings name them.
settings-topic-name = The school’s name
settings-topic-languages = Languages
settings-topic-accent = Colour
settings-topic-crest = Crest
settings-topic-office = How to reach the office
settings-topic-sign-in = How parents sign in
settings-topic-pupil-view = The pupil’s own view
settings-topic-purpose = A question to families
settings-topic-purposes = What families are asked
settings-topic-websites = Websites that show the help panel
settings-topic-authority = Your local authority
settings-topic-area = Contacts in your area
settings-topic-checker = What can be published
settings-topic-template = The profile
settings-topic-letters = Sending letters
settings-topic-tokens = Tokens for programs

## Saving.
settings-save = Save
settings-saved = Saved
settings-saved-text = Every page of the school shows it from now on.
settings-saved-purpose = Families who answered before are asked again the next time they sign in. Until they answer, the new wording counts as not answered.
settings-nothing-changed = No changes to save
settings-nothing-changed-text = Everything is already as you sent it.
settings-meanwhile = Changed by others meanwhile, and saved too
settings-meanwhile-line = { $topic }: { $who }, { $when }
settings-at-once = At the same moment { $who } saved the same page. What you sent holds now; look whether theirs was meant to.
settings-conflict-title = Somebody else has changed this meanwhile
settings-conflict-text = { $who } saved this page { $when }, while you had it open. Nothing of yours is saved yet. What you typed is below. Save again if it is to replace theirs.
settings-conflict-now = Now it says
settings-read-only-head = Only the head decides what families are asked, and on which basis. You can look.
settings-read-only-chair = Only the chair of governors decides what families are asked, and on which basis. You can look.

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
settings-wrong-not-written = Some texts are not written in { $language } yet. Write those first: { $field }
settings-wrong-colour = Write a colour as # and six digits or letters a to f, like #7a1f3d
settings-wrong-origin = “{ $line }” is not the address of a website by itself. Write https:// and the name, like https://www.school.example.org, with nothing after it
settings-wrong-origins-many = { $max ->
    [one] At most 1 website can show the panel
   *[other] At most { $max } websites can show the panel
}
settings-wrong-twice = “{ $line }” stands there twice
settings-wrong-value = This cannot be taken: { $why }

## The name.
settings-name-lead = It stands at the top of every page and in every letter.
settings-name-label = Name of the school
settings-name-hint-cy = Leave it empty if the school has one name in both languages.

## Languages.
settings-languages-lead = Which languages pages offer, and which one somebody sees who has not chosen.
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
settings-accent-fine = It can be read on every page, so links and buttons have it as it is.
settings-accent-corrected = It is too pale to be read on a light page. The strip along the top has it as it is; links and buttons have it as much darker as reading takes.
settings-accent-look = Look at it first

## The crest.
settings-crest-lead = A drawing in SVG. It stands beside the school’s name.
settings-crest-label = The drawing, as SVG text
settings-crest-hint = Open the SVG file with a text editor, copy all of it, and paste it here. Shapes and colours are taken; scripts, pictures, fonts and links are not.
settings-crest-file = Or choose the file
settings-crest-file-hint = A file whose name ends in .svg. If you choose one, it is taken in place of the text above.
settings-crest-large = { $max ->
    [one] The drawing has more than 1 byte. Save it with fewer points
   *[other] The drawing has more than { $max } bytes. Save it with fewer points
}
settings-crest-not-svg = This is not an SVG drawing. It must begin with an svg element in SVG’s namespace
settings-crest-no-view-box = The drawing has no viewBox, so it cannot be shown at other sizes. Save it with one
settings-crest-element = The drawing holds “{ $name }”, but only shapes are taken. Turn text into paths and take pictures out
settings-crest-attribute = The drawing holds the attribute “{ $name }”, which is not taken. Save it as “plain SVG”, with colours as presentation attributes
settings-crest-elsewhere = The attribute “{ $name }” points outside the drawing

## The office.
settings-office-lead = Families find this at the foot of every page.
settings-office-telephone = Telephone
settings-office-e-mail = Email address
settings-office-e-mail-hint = A mailbox of the office, never of one person.
settings-office-address = Postal address
settings-office-address-hint = One line for each line of the address, six at most.

## Signing in.
settings-sign-in-lead = A code by email always works. A code printed on a letter from the school works too, if you want it to: for families without email.
settings-sign-in-question = Do letters from the school carry a sign-in code?
settings-sign-in-yes = Yes, families without email get a letter with a code
settings-sign-in-no = No, email only

## Pupils' views.
settings-view-lead = Parents can be asked to pass on what the pupil thinks. It is shown beside their answers and decides nothing by itself.
settings-view-question = From when are pupils asked?
settings-view-never = Never
settings-view-nursery = From nursery
settings-view-reception = From reception
settings-view-year = From year { $year }
settings-view-stage-early-years = From the early years, by the stage a pupil is taught at
settings-view-stage = From key stage { $stage }, by the stage a pupil is taught at
settings-view-hint = How to ask
settings-view-hint-hint = A sentence for parents about how to ask their child. Needed unless pupils are never asked.
settings-view-hint-missing = Write how parents ask, because pupils are asked
settings-view-source = Where this is settled
settings-view-source-hint = The passage of your policy, or when governors decided so.

## Websites.
settings-websites-lead = The help panel can stand in the school’s own website. No other site may show it.
settings-websites-label = Websites
settings-websites-hint = One per line: https:// and the name, with nothing after it, like https://www.school.example.org
settings-websites-none = None
settings-websites-many = { $count ->
    [one] 1 website
   *[other] { $count } websites
}

## What families are asked.
settings-purposes-lead = Every question families answer, and the lawful basis it rests on.
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
settings-basis-consent-hint = Nothing happens until somebody agrees (UK GDPR article 6(1)(a)).
settings-basis-public-task-hint = Families are told, and may object (UK GDPR article 6(1)(e)).
settings-basis-legitimate-interests-hint = Families are told, and may object (UK GDPR article 6(1)(f)).
settings-purpose-warning = Saving asks families again
settings-purpose-warning-text = { $count ->
    [one] A change makes version { $version } of this question. The family of the 1 pupil on the roll is asked again, and what was said to an earlier version stops counting until then.
   *[other] A change makes version { $version } of this question. The families of the { $count } pupils on the roll are asked again, and what they said to an earlier version stops counting until then.
}
settings-purpose-heading = What the question is about
settings-purpose-what = What is taken or shown
settings-purpose-why = Why
settings-purpose-where = Where it appears
settings-purpose-how-long = For how long
settings-purpose-again = Asking again
settings-purpose-again-yes = I know that families are asked again
settings-purpose-again-missing = Tick this, so that nobody is asked again by mistake
settings-purpose-save = Save and ask again

## Contacts of the area.
settings-area-lead = Help pages name these beside the national services. Leave out what your area does not have.
settings-area-count = { $count ->
    [one] 1 kind of contact
   *[other] { $count } kinds of contact
}
settings-area-kind = Contact
settings-area-checked = Last compared
settings-area-none = Not entered
settings-area-social-care = Children’s social care
settings-area-lado = Designated officer for allegations (LADO)
settings-area-prevent = Prevent team
settings-area-online-safety = Online safety adviser
settings-authority-lead = The council or trust whose services answer for your area.
settings-authority-label = Name of the authority
settings-contact-lead = Copy it from the authority’s own page, and save again whenever you have compared it with that page.
settings-contact-name = What it is called
settings-contact-phone = Telephone, in the daytime
settings-contact-hours = Hours on weekdays
settings-contact-hours-hint = From and to, like 09:00-17:00. It counts as closed on bank holidays.
settings-contact-night = Telephone at all other times
settings-contact-night-hint = The number of the emergency duty team, if there is one.
settings-contact-always = Telephone, day and night
settings-contact-e-mail = Email address
settings-contact-web = Web page with a form
settings-contact-web-hint = Its address, beginning with https://
settings-contact-public = Who may turn to it?
settings-contact-public-yes = Anybody, parents too
settings-contact-public-no = Staff only; others turn to the school
settings-contact-source = The page you read it on
settings-contact-source-hint = Without https:// in front, like council.example.org/children
settings-contact-today = Saving notes that you compared it today.
settings-contact-kept = Kept as it is, because this page has no field for it: { $ways }
settings-contact-no-way = Give at least one number or address
settings-contact-hours-missing = Write the hours of the daytime number, like 09:00-17:00
settings-contact-number = Write a telephone number of the United Kingdom, like 01632 960001
settings-contact-e-mail-wrong = Write an email address in small letters
settings-contact-web-wrong = Write an address that begins with https://
settings-contact-remove = Take it away
settings-contact-save = Save, compared today

## Letters.
settings-letters-lead = Sign-in codes and receipts go out by email.
settings-letters-outbox = This is a demonstration: letters stay in its outbox and nobody gets them.
settings-letters-webhook = Whoever runs this installation carries your letters. There is nothing to set up here.
settings-letters-notify = Letters travel by GOV.UK Notify, which is free for schools. Every school has a service of its own there.
settings-letters-steps-1 = Open a service for your school at notifications.service.gov.uk.
settings-letters-steps-2 = Make an email template there with ((subject)) as its subject and ((body)) as its message. Copy the template’s ID.
settings-letters-steps-3 = Make a live API key there, and paste it below.
settings-letters-present = The school has an account, with the template { $template }. The key is kept sealed and is never shown.
settings-letters-absent = The school has no account yet, so nobody can be sent a sign-in code.
settings-letters-key = API key
settings-letters-key-hint = Long: a name and two groups of letters and digits with hyphens. Paste all of it.
settings-letters-key-wrong = This is not a whole API key. Copy all of it from GOV.UK Notify
settings-letters-template = Template ID
settings-letters-template-hint = Letters and digits with hyphens, like f33517ff-2a88-4f6e-b855-c550268ce08a
settings-letters-template-wrong = This is not a template’s ID. Copy it from GOV.UK Notify
settings-letters-save = Save the account
settings-letters-saved = The account is saved
settings-letters-saved-text = Send yourself a test letter now, to see that it works.
settings-letters-test = Send me a test letter
settings-letters-test-about = It goes to your own email address.
settings-letters-sent = A test letter is on its way
settings-letters-sent-text = It should arrive within minutes. If it does not, look into the list of sent emails at GOV.UK Notify.
settings-letters-waiting = The test letter could not leave yet
settings-letters-waiting-text = It is tried again by itself. If none arrives within an hour, compare the key and the template with GOV.UK Notify.
settings-letters-failed = The test letter could not be sent
settings-letters-failed-text = Why: { $why }. Compare the key and the template with GOV.UK Notify, and try again.

## Tokens.
settings-tokens-lead = A program that sends lists of pupils, or checks texts before they are published, presents a token. Give every program its own, so that you can end one without the others.
settings-tokens-count = { $count ->
    [one] 1 token
   *[other] { $count } tokens
}
settings-tokens-none = There is no token
settings-tokens-none-text = Make one below when a program of the school’s is to send lists.
settings-tokens-label = What the token is for
settings-tokens-label-hint = Such as: our own system for pupils
settings-tokens-made = Made
settings-tokens-end = Revoke
settings-tokens-end-name = Revoke the token for { $label }
settings-tokens-make-title = Make a token
settings-tokens-make = Make the token
settings-tokens-new = The token is made
settings-tokens-new-text = Copy it into the program now. It is not kept, and this page shows it only this once.
settings-tokens-new-again = This token was made before, and is not shown twice. If it was lost, end it and make another.
settings-tokens-ended = The token is revoked
settings-tokens-ended-text = The program that used it can no longer get in.
settings-tokens-back = All tokens

## Choosing another profile.
settings-template-lead = A profile is what a school starts from: what it asks families, on which basis, and how. Look, name and contacts stay as they are.
settings-template-question = Which profile suits your school?
settings-template-now = This is the profile now.
settings-template-about = { $count ->
    [one] Asks 1 question. Follows policy { $policy }.
   *[other] Asks { $count } questions. Follows policy { $policy }.
}
settings-template-too-late = The profile cannot be changed any more
settings-template-too-late-text = A family has answered already. Questions can still be changed one by one.
settings-template-save = Take this profile

## The checklist.
set-up-title = Set up your school
set-up-lead = What is done already, and what is missing before families are asked.
set-up-progress = { $done } of { $all } done
set-up-ready = Everything is done
set-up-ready-text = Families can be asked. Give them the address of the school’s first page.
set-up-name-why = It stands at the top of every page and in every letter.
set-up-template = What families are asked
set-up-template-why = Start from the profile that fits your school and policy. It cannot be changed once a family has answered.
set-up-crest-why = A drawing of your own in place of ours, so that families see whose pages these are.
set-up-office-why = Families ring or write to this when something is unclear. Ours are made up.
set-up-office-missing = The telephone number, email address or postal address is still an example.
set-up-administrator = A second administrator
set-up-administrator-why = If you lose your telephone, somebody else must be able to let you in again.
set-up-administrator-now = { $count ->
    [one] 1 administrator has set up their account.
   *[other] { $count } administrators have set up their accounts.
}
set-up-lead-person = A safeguarding lead
set-up-lead-person-why = Only they may say that a child must not be photographed.
set-up-staff = The list of staff
set-up-staff-why = Teachers print permission sheets, the office types in paper forms: each with an account of their own.
set-up-staff-now = { $count ->
    [one] 1 person has an account.
   *[other] { $count } people have accounts.
}
set-up-pupils = The list of pupils
set-up-pupils-why = Families are asked about the pupils in it.
set-up-pupils-now = { $count ->
    [one] 1 pupil is on the roll.
   *[other] { $count } pupils are on the roll.
}
set-up-contacts = The list of parents and carers
set-up-contacts-why = Whoever is in it with parental responsibility can sign in and decide.
set-up-contacts-now = { $without ->
    [0] Every pupil has somebody who can decide.
    [one] 1 pupil has nobody who can decide.
   *[other] { $without } pupils have nobody who can decide.
}
set-up-letters-why = Without it nobody can be sent a sign-in code.
set-up-area-why = Help pages name whom to turn to in your area. Ours are made up.
set-up-websites-why = So that the help panel can stand in the school’s own website. Ours is made up.
set-up-example = It is still our example.

## What may be published.
settings-checker-lead = The publication checker lets these pass. Everything else that names or reaches a person is asked about.
settings-checker-names = People who may be named in full
settings-checker-names-hint = One per line: the head, governors, and staff whose names the law requires.
settings-checker-mailboxes = Mailboxes of roles
settings-checker-mailboxes-hint = One per line, the part before the @: admissions. You do not need to list common ones such as office.
settings-checker-e-mails = Other email addresses that may be published
settings-checker-e-mails-hint = One per line, whole addresses.
settings-checker-domains = Domains of the school’s own addresses
settings-checker-domains-hint = One per line, the part after the @: school.example.org
settings-checker-telephones = Telephone numbers beside the office’s
settings-checker-telephones-hint = One per line.
settings-checker-postcodes = Postcodes beside the office’s
settings-checker-postcodes-hint = One per line.
settings-checker-hosts = The school’s websites
settings-checker-hosts-hint = One per line, without https://: www.school.example.org
settings-checker-first-names = May a first name stand beside a picture?
settings-checker-first-names-yes = Yes, a first name alone may
settings-checker-first-names-no = No name at all
settings-crest-now = { $bytes ->
    [one] A drawing of 1 byte
   *[other] A drawing of { $bytes } bytes
}
settings-letters-why-busy = GOV.UK Notify is busy
settings-letters-why-silent = GOV.UK Notify did not answer
settings-letters-why-refused = GOV.UK Notify does not take letters with this key and template
settings-letters-why-absent = there is no account yet
settings-letters-why-address = nothing can be sent to your address
