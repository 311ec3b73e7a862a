### Staff: who did what.

audit-home = Audit trail
audit-home-about = Who did what, and when: imports, paper forms, settings, accounts, sign-ins.
audit-title = Audit trail
audit-lead = What staff did, newest first. It never shows what a family answered or anything anyone wrote, and nobody can change it.
audit-count = { $count ->
    [0] No entry
    [one] 1 entry, the newest first
   *[other] { $count } entries, the newest first
}
audit-none = No entries
audit-none-text = Whatever staff do from now on is listed here. Try another filter to see more.
audit-cut = Only the newest { NUMBER($count) } entries were searched. Choose “Older” for more.
audit-older = Older
audit-newer = Newer
audit-newest = The newest
audit-when = When
audit-who = Who
audit-what = What
audit-somebody = Someone
audit-filter = Show only some
audit-filter-kind = What
audit-filter-who = Who
audit-filter-all-kinds = Everything
audit-filter-everybody = Everyone
audit-filter-show = Show
audit-filtered = Shown: { $kind }, { $who }

## Kinds, for the filter.
audit-kind-sign-in = Signing in
audit-kind-accounts = Accounts of staff
audit-kind-lists = Lists
audit-kind-children = Pupils’ details and records
audit-kind-decisions = Paper forms and phone calls
audit-kind-settings = Settings
audit-kind-tokens = Tokens for programs
audit-kind-sheets = Class sheets

## What happened. A pupil is named only to those who may see pupils.
audit-a-pupil = a pupil
audit-an-erased-pupil = a pupil who was erased
audit-signed-in = Signed in
audit-sign-in-failed = Could not sign in as { $name }
audit-imported-pupils = Imported pupils: { $added } new, { $changed } changed, { $left } left, { $returned } returned
audit-imported-contacts = Imported parents and carers: { $added } new, { $changed } changed, { $left } removed, { $returned } returned
audit-imported-staff = Imported staff: { $added } new, { $changed } changed, { $left } left, { $returned } returned
audit-decision-paper = Entered a paper form for { $child }
audit-decision-spoken = Entered an answer given in person or by phone for { $child }
audit-flag-set = Set the do-not-photograph flag for { $child }
audit-flag-lifted = Removed the do-not-photograph flag from { $child }
audit-child-edited = Edited the details of { $child }
audit-contact-added = Added a contact of { $child }
audit-contact-added-parent = Added a contact of { $child }, with parental responsibility
audit-contact-edited = Edited a contact of { $child }: { $fields }
audit-contact-ended = Removed a contact of { $child }
audit-contact-name = name
audit-contact-relation = relationship
audit-contact-responsibility = parental responsibility
audit-contact-email = email
audit-contact-telephone = telephone
audit-record-exported = Downloaded the record of { $child }
audit-erased = Erased all data about { $child }
audit-erasure-asked = Asked for all data about { $child } to be erased
audit-erasure-confirmed = Confirmed that all data about { $child } is to be erased
audit-erasure-undone = Withdrew the request to erase all data about { $child }
audit-settings-opened = Started to set up the school
audit-settings = Changed the settings: { $topic }
audit-invited = Invited { $name } to set up an account
audit-roles = Changed the roles of { $name }
audit-left = Closed the account of { $name }
audit-reset = Reset the account of { $name }
audit-sessions = Signed { $name } out
audit-token-made = Created a token for a program
audit-token-ended = Revoked a program’s token
audit-exported-outstanding = Downloaded the list of families who have not replied
audit-exported-rejected = Downloaded the rows of a list that could not be imported
audit-exported-permissions = Downloaded the list of pupils with their permissions
audit-exported-blinded = Downloaded the blinded pupil list
audit-exported-blinded-key = Downloaded the key of the blinded pupil list
audit-sheet = Printed the sheet of { $class }
audit-sheet-viewed = Viewed the sheet of { $class }
audit-a-class = a class
audit-kind-letters = Letters and emails
audit-letters-printed = Printed letters with sign-in codes: { $letters }; paper forms: { $forms }
audit-families-invited = { $people ->
    [one] Began to email 1 person about photo permission
   *[other] Began to email { $people } people about photo permission
}
audit-families-reminded = { $people ->
    [one] Began to remind 1 person by email
   *[other] Began to remind { $people } people by email
}
audit-email-came-back = Recorded that an email to a family came back
