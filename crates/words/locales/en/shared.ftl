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
# Each language's own name for itself: never translated.
shared-language-english = English
shared-language-welsh = Cymraeg
# What the language switch is called for someone who does not see it.
shared-language-switch = Choose a language
