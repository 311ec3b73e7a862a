### Words that many pages use.

shared-skip-link = Skip to the main content
shared-back = Back
shared-continue = Continue
shared-sign-out = Sign out
shared-yes = Yes
shared-no = No
shared-error-summary-title = There is a problem
# Put before the sentence that says what is wrong with an answer, and before the page's title in the browser tab.
shared-error-prefix = Error:
# What the language switch is called for someone who does not see it.
shared-language-switch = Choose a language

# Whose pages these are, for someone who does not see where the name stands.
shared-signed-in-as = Signed in as
# Above a question. $number counts from 1.
shared-step = Question { NUMBER($number) } of { NUMBER($total) }
shared-change = Change
shared-not-answered = Not yet answered
# The reader has said no to something the school does without asking.
shared-objected = You objected
shared-not-objected = No objection
shared-optional = optional
shared-print = Print this page

## At the foot of a school's pages.
shared-help-title = Questions?
shared-help-office = Contact the school office.

## Under a field of several lines. The number follows "left" and "over".
shared-characters-limit = { $limit ->
    [one] You can write 1 character.
   *[other] You can write up to { $limit } characters.
}
shared-characters-left = Characters left:
shared-characters-over = Characters too many:

## A receipt.
shared-receipt-reference = Receipt reference
shared-receipt-time = Recorded
shared-receipt-fingerprint = Fingerprint

## Between the pages of a long list.
shared-pages = Pages of this list
shared-page = Page
shared-previous = Previous
shared-next = Next

# The way out of a page that could not be shown.
shared-to-front-door = Go to the school’s start page

## Whether a thing on a list has been done.
shared-done = Done
shared-to-do = To do

## A date in three parts, and the button that narrows a list down.
shared-day = Day
shared-month = Month
shared-year = Year
shared-show = Show
