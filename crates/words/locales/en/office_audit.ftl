### Staff: who did what.

audit-home = Audit trail
audit-home-about = Who did what, and when: imports, decisions typed in, settings, accounts, sign-ins.
audit-title = Audit trail
audit-lead = What staff did, the newest first. It holds no decision and no text anybody wrote, and nobody can change it.
audit-count = { $count ->
    [0] No entry
    [one] 1 entry, the newest first
   *[other] { $count } entries, the newest first
}
audit-none = There is no such entry
audit-none-text = Everything staff do from now on is listed here. With another filter there may be more.
audit-cut = Only the newest { NUMBER($count) } entries were looked through. Go on to older ones for more.
audit-older = Older
audit-newer = Newer
audit-newest = The newest
audit-when = When
audit-who = Who
audit-what = What
audit-somebody = Somebody
audit-filter = Show only some
audit-filter-kind = What
audit-filter-who = Who
audit-filter-all-kinds = Everything
audit-filter-everybody = Everybody
audit-filter-show = Show
audit-filtered = Shown: { $kind }, { $who }

## Kinds, for the filter.
audit-kind-sign-in = Signing in
audit-kind-accounts = Accounts of staff
audit-kind-lists = Lists
audit-kind-children = Pupils’ entries and records
audit-kind-decisions = Decisions typed in
audit-kind-settings = Settings
audit-kind-tokens = Tokens for programs
audit-kind-sheets = Printed sheets

## What happened. A pupil is named only to those who may see pupils.
audit-a-pupil = a pupil
audit-an-erased-pupil = a pupil who was erased
audit-signed-in = Signed in
audit-sign-in-failed = Could not sign in as { $name }
audit-imported-pupils = Took the list of pupils: { $added } new, { $changed } changed, { $left } left, { $returned } returned
audit-imported-contacts = Took the list of parents and carers: { $added } new, { $changed } changed, { $left } removed, { $returned } returned
audit-imported-staff = Took the list of staff: { $added } new, { $changed } changed, { $left } left, { $returned } returned
audit-decision-paper = Typed in a decision on paper for { $child }
audit-decision-spoken = Typed in a decision somebody said for { $child }
audit-flag-set = Said that { $child } must not be photographed
audit-flag-lifted = Said that { $child } may be photographed again
audit-child-edited = Changed the entry of { $child }
audit-record-exported = Took out everything held about { $child }
audit-erased = Erased everything held about { $child }
audit-settings-opened = Set the school up
audit-settings = Changed the settings: { $topic }
audit-invited = Invited { $name } to set up an account
audit-roles = Changed what { $name } may do
audit-left = Closed the account of { $name }
audit-reset = Let { $name } set up passphrase and one-time codes anew
audit-sessions = Ended sessions of { $name }
audit-token-made = Made a token for a program
audit-token-ended = Ended a program’s token
audit-exported-outstanding = Took out the list of families who have not answered
audit-exported-rejected = Downloaded the rows of a list that could not be imported
audit-exported-permissions = Took out the list of pupils with what holds for each
audit-exported-blinded = Took out the blinded pupil list
audit-exported-blinded-key = Took out the key of the blinded pupil list
audit-sheet = Printed the sheet of { $class }
audit-a-class = a class
