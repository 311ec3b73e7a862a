### Get help: who asks, what it is about, and the places to turn to. Children read these too: short words, short
### sentences, no blame. The situations, places and reasons themselves are in content/situations.toml and services.toml.

help-title = Get help

## First question. Each answer is a link.
help-who-title = Who are you?
help-who-lead = Answer two short questions to find people who can help. You do not have to say your name.
help-who-under-11 = I am 10 or younger
help-who-11-18 = I am 11 to 18
help-who-parent = I am a parent or carer
help-who-staff = I work or help at a school
help-who-public = I am another adult
help-who-wrong = Choose who you are

## Second question.
help-what-title = What is it about?
help-what-title-child = What has happened?
help-what-lead = Choose the one that fits best. If none of them fits, choose the last one.
help-what-wrong = Choose what it is about
# What the answer is for, above its title.
help-answer-caption = Get help
help-choose-again = Choose something else
help-others-title = Other places that can help

## Opening. $when is one of the help-when- messages, or help-until- for the first.
help-open-always = Open now, day and night
help-open-until = Open now, until { $when }
help-takes-messages = You can leave a message now. Someone will read it later.
help-hours-unknown = Check the opening hours before you call
help-closed = Closed now
help-closed-until = Closed now. Opens { $when }
help-when-today = today at { $time }
help-when-tomorrow = tomorrow at { $time }
help-when-date = on { $date } at { $time }
help-until-today = { $time }
help-until-tomorrow = tomorrow at { $time }
help-until-date = { $date } at { $time }
# A link from a place that is closed to one that is open.
help-instead = { $name } is open instead

## Ways of getting in touch.
help-call = Call { $number }
help-relay = Text relay: { $number }
help-text = Text { $number }
help-email = Email { $address }
help-website = Go to { $site }
# For someone who hears the links without what stands around them.
help-way-of = of { $name }

## About a place.
help-about = More about { $name }
help-for-title = What it is for
help-not-for-title = What it is not for
help-cost-title = Cost
help-name-title = Your name
help-name-anonymous = You never have to give your name.
help-name-optional = You can keep your name to yourself.
help-name-unless-at-risk = You can stay anonymous, unless what you say shows that a child is in danger and who they are.
help-name-named = They will ask for your name.
help-ages-between = For ages { NUMBER($youngest) } to { NUMBER($oldest) }
help-ages-from = For ages { NUMBER($youngest) } and over
help-ages-to = For ages up to { NUMBER($oldest) }
help-check-before-use = Check before use: { $what }
help-last-checked = Last checked on { $date }. It may have changed since.

## The school's own safeguarding lead.
help-lead-child = An adult at { $school } whose job is to keep children safe. You can tell them.
help-lead-adult = The safeguarding lead at { $school }. Tell them about any worry about a child at the school.
help-lead-staff = The safeguarding lead at { $school }. Tell them straight away.
help-lead-panel = The safeguarding lead at our school. You can talk to them.

## Age, if a child wants to say it.
help-age-title = Say how old you are
help-age-why = Some places only help some ages. You can skip this.
help-age-label = How old are you?
help-age-button = Show places for my age
help-age-wrong = Write your age as a number, from { NUMBER($youngest) } to { NUMBER($oldest) }

## A quick way off the page.
help-leave = Leave this page
help-leave-about = It takes you to a weather page. This page stays in your browsing history.

## The panel on a school's own website.
help-panel-title = Worried about something online?
help-panel-emergency = If someone is in danger now
help-panel-checked = Last checked on { $date }
help-panel-more = More places that can help

## What has to be checked again: for the school's staff.
help-due-title = Contacts to check
help-due-lead = Phone numbers, addresses and opening hours change. Compare each of these with its source. If something has changed, tell whoever looks after the file content/services.toml, or the school’s own profile.
help-due-count = { $count ->
    [one] 1 thing to check
   *[other] { $count } things to check
}
help-due-none = Nothing to check
help-due-none-text = Anything that needs checking again appears here by itself, and so does a web address that stops working.
help-due-what = What
help-due-last = Last checked
help-due-since = Due
help-due-where = Where to look
help-due-why = What to check
help-due-about = what it is for, cost, and whether you give your name
help-due-who = who may use it, and where
help-due-superseded = that it has replaced { $name }
help-due-role = what this kind of contact is for
help-due-contact = contact from this school’s profile
help-due-holidays = Bank holidays
help-due-holidays-england-and-wales = England and Wales
help-due-holidays-scotland = Scotland
help-due-holidays-northern-ireland = Northern Ireland
help-due-links-title = Web addresses
help-due-links-never = The web addresses have not been checked yet. The daily task does it.
help-due-links-asked = { $count ->
    [one] 1 web address was checked on { $when }
   *[other] { $count } web addresses were checked on { $when }
}
help-due-links-fine = All of them work.
help-due-links-none = None of them answered. This system may not be able to reach the internet, so check that first.
help-due-link = Address
help-due-link-fault = What happened
help-due-link-since = Since
help-due-link-gone = The page is gone
help-due-link-silent = No answer
help-due-link-moved = Now goes to another site
help-due-link-unclear = Answered, but not with a page. It may block programs, so open it yourself.

## For programs: what is wrong with a parameter.
help-api-title = The question cannot be read
help-api-missing = The parameter { $field } is missing.
help-api-twice = The parameter { $field } may be given once only.
help-api-not-one = The parameter { $field } must be one of these values: { $values }.
help-api-age = The parameter age is a whole number that belongs to the audience: 0 to 10 for under-11, 11 to 18 for 11-18. Other audiences take none.
help-api-at = The parameter at is a time such as 2026-03-03T16:05:00Z, or 2026-03-03T16:05 for a time in London.
