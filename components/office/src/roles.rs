//! Which roles open what. A route names one of these lists; the tests walk every route with every role.

use school_types::Role::{
    self, Administrator, Chair, CoOrdinator, Editor, Governor, Head, Office, SafeguardingLead, Teacher,
};

/// Everybody with an account: the first page, one's own account.
pub const EVERYBODY: &[Role] =
    &[Office, Editor, Teacher, CoOrdinator, SafeguardingLead, Head, Chair, Governor, Administrator];
/// Lists of pupils, contacts and staff: bringing them in, and correcting an entry by hand.
pub const PEOPLE: &[Role] = &[Office, Administrator];
/// Which children there are. Decisions about them are shown to [`PERMISSIONS`] only.
pub const CHILDREN: &[Role] = &[Office, Head, SafeguardingLead, Administrator];
/// Who has answered, and what.
pub const PERMISSIONS: &[Role] = &[Office, Head, SafeguardingLead];
/// Entering what came on paper or was said.
pub const ENTRY: &[Role] = &[Office];
/// Writing to families: letters whose codes sign somebody in, forms, emails.
pub const HOME_LETTERS: &[Role] = &[Office];
/// The permission sheet of a class.
pub const SHEET: &[Role] = &[Office, Head, SafeguardingLead, Teacher, CoOrdinator, Editor];
/// How many have answered, without names.
pub const FIGURES: &[Role] = &[Office, Head, SafeguardingLead, Governor, Chair];
/// Setting and lifting the do-not-photograph flag (R8).
pub const FLAG: &[Role] = &[SafeguardingLead];
/// What is held about one child, and erasing it (UK GDPR Art. 15 and 17).
pub const RECORD: &[Role] = &[Office, Head];
/// Accounts of staff.
pub const ACCOUNTS: &[Role] = &[Administrator];
/// The school's settings.
pub const SETTINGS: &[Role] = &[Administrator];
/// What families are asked, and on which basis. The profile says which of head and chair decides; the others look.
pub const PURPOSES: &[Role] = &[Administrator, Head, Chair];
/// Who did what.
pub const AUDIT: &[Role] = &[Administrator, Head, SafeguardingLead];
