### A school's front door, the list of demo schools, and the demo's outbox.

front-door-title = Welcome
front-door-lead = What would you like to do?
front-door-photos = Photo permission
front-door-photos-text = Say yes or no to photos, film and use of your child’s work, or change your mind.
front-door-help = Get help
front-door-help-text = Find someone to talk to if something online worries you or someone you know, and see who is there now.
front-door-receipt = Check a receipt
front-door-receipt-text = Check that a receipt is genuine.
front-door-staff = I work at the school
front-door-staff-text = Class lists, permission sheets and settings, for teachers, the office and governors.
schools-title = Sample schools
schools-lead = This is a demonstration. The schools and everyone in them are made up.
schools-outbox = See the messages that would have been sent
schools-count =
    { $count ->
        [one] 1 school
       *[other] { $count } schools
    }
outbox-title = Messages
outbox-lead = This is a demonstration, so no message leaves this computer. Messages that would have been sent are listed here, newest first.
outbox-empty-title = No messages yet
outbox-empty = Ask for a sign-in code at one of the schools, and it will appear here.
outbox-count =
    { $count ->
        [one] 1 message
       *[other] { $count } messages
    }
outbox-head = To { $address }, { $when }, { $school }

## The privacy notice (UK GDPR articles 13 and 14). Reading age 12.
privacy-title = Privacy notice
privacy-lead = What { $school } keeps about you on these pages, why, how long for, and who to ask.
privacy-who-title = Who is responsible
privacy-controller = { $school } decides what is kept here and how it is used. The law calls it the data controller. Its address is { $address }.
privacy-officer = If you have a question about your data, ask the data protection officer: { $name }.
privacy-no-officer = The school has not named a data protection officer here yet. If you have a question about your data, ask the school office:
privacy-what-title = What we keep
privacy-what-pupils = Pupils: name, year group, class and the number the school’s own system uses.
privacy-what-families = Parents, carers and other contacts: name, relation to the pupil, whether they have parental responsibility, email address and phone number.
privacy-what-answers = Answers: what you were asked, what you answered, when, and whether you answered online, on paper or in person. Also what you tell us your child thinks.
privacy-what-staff = Staff: name, email address, roles, and what they did on these pages.
privacy-what-help = Get help: we do not keep who asks or what they ask about.
privacy-what-cookies = Cookies: only the ones needed to sign in and to remember your language. Nothing follows you to other websites.
privacy-source = Names, classes and contact details come from the school’s own records. Everything else comes from you.
privacy-why-title = Why we keep it
privacy-why-ask = To ask for permission for photos, film and work, and to follow your answers. This is part of the school’s work in the public interest (UK GDPR article 6(1)(e)).
privacy-why-prove = To show what permission was given. The law says the school must be able to show it (UK GDPR articles 5(2) and 7(1)).
privacy-why-safe = To keep these pages safe, and to see which member of staff did what (UK GDPR article 6(1)(e)).
privacy-why-pictures = The pictures, film and work themselves have their own legal reason, and their own time:
privacy-purposes = { $count ->
    [one] 1 use of pictures, film or work
   *[other] { $count } uses of pictures, film or work
}
privacy-column-purpose = Used for
privacy-column-basis = Legal reason
privacy-column-how-long = How long
privacy-basis-consent = Your permission (UK GDPR article 6(1)(a))
privacy-basis-public-task = The school’s work in the public interest. You can object (UK GDPR article 6(1)(e)).
privacy-basis-legitimate-interests = The school’s legitimate interests. You can object (UK GDPR article 6(1)(f)).
privacy-not-answering = You do not have to answer. If you do not answer a question that needs your permission, the school treats it as no. No decision is made by a computer alone.
privacy-how-long-title = How long we keep it
privacy-details-years = { $years ->
    [0] Pupils’ and families’ details: erased when the pupil leaves.
    [one] Pupils’ and families’ details: for 1 year after the pupil leaves.
   *[other] Pupils’ and families’ details: for { $years } years after the pupil leaves.
}
privacy-details-not-said = Pupils’ and families’ details: until the school erases them. The school has not said here how long that is. Ask the office.
privacy-answers-years = { $years ->
    [0] Answers and receipts: erased when the pupil leaves.
    [one] Answers and receipts: for 1 year after the pupil leaves.
   *[other] Answers and receipts: for { $years } years after the pupil leaves.
}
privacy-answers-not-said = Answers and receipts: until the school erases them. The school has not said here how long that is. Ask the office.
privacy-audit-years = { $years ->
    [0] The record of what staff did: for less than a year.
    [one] The record of what staff did: for 1 year.
   *[other] The record of what staff did: for { $years } years.
}
privacy-audit-not-said = The record of what staff did: the school has not said here how long. Ask the office.
privacy-by-itself = Removed without anyone doing anything: answers you started and did not send, after 24 hours; sign-in codes, after an hour; lists the office uploads, after 24 hours.
privacy-shared-title = Who sees it
privacy-shared-staff = Staff of the school, each only what their job needs. They see whether a child may be in a picture.
privacy-shared-operator = Whoever runs this website for the school and sends its emails. They work on the school’s instructions only.
privacy-shared-nobody = Nobody else. It is never sold or used for advertising.
privacy-rights-title = Your rights
privacy-rights-copy = See what we keep about you or your child, and get a copy.
privacy-rights-correct = Have mistakes corrected.
privacy-rights-erase = Ask us to erase it, or to stop using it while a question is sorted out.
privacy-rights-object = Object to uses that do not need your permission.
privacy-rights-withdraw = Take back your permission at any time. The school stops from then on. What was done before stays lawful.
privacy-rights-how = Sign in to change your answers. For everything else, ask the school. It must answer within one month.
privacy-complain-title = If you are not happy with the answer
privacy-complain = Tell the school first. If you are still not happy, you can complain to the Information Commissioner’s Office (ICO).
privacy-complain-link = Complain to the ICO
privacy-full-notice = The school’s full privacy notice

## The accessibility statement.
accessibility-title = Accessibility
accessibility-lead = { $school } wants everyone to be able to use these pages.
accessibility-how-far-title = How accessible these pages are
accessibility-how-far = The pages are made to meet the Web Content Accessibility Guidelines (WCAG) version 2.2, level AA. They are built to work with a keyboard, with a screen reader, at 400% zoom, on a small phone and without JavaScript. They have not been tested by an independent expert or by disabled people, so we say that they partly meet the standard.
accessibility-tested = They were last tested on { $date }, with an automatic checker (axe), with a keyboard and without JavaScript, at phone and computer widths, in English and Welsh.
accessibility-limits-title = What may not work for you
accessibility-limits-paper = Letters, paper forms and printed sheets have not been tested with a screen reader. The same information is on these pages.
accessibility-limits-others = We cannot change other websites that these pages link to.
accessibility-contact-title = Tell us about a problem
accessibility-contact = If you cannot use something, or need it in large print, on paper or read to you, contact the school office:
accessibility-complain-title = If you are not happy with the answer
accessibility-complain = The Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018 apply. If the school does not help, you can get advice.
accessibility-complain-link = Get advice about equality
accessibility-reviewed = The school last reviewed this statement on { $date }.
accessibility-not-reviewed = The school has not reviewed this statement yet.
