//! How strangers who guess are slowed down, without keeping parents out.
//!
//! What bounds guessing stands in `records`: so many wrong codes for a mailbox in a day, so many at the installation in an hour;
//! then long codes are sent. Here networks are slowed down. All families of a school may come from its own network in
//! one evening, and all customers of a telephone company from one address: hundreds of tries that fail are free, and a try
//! that was right counts for nothing. A browser that the mailbox knows is not counted for its network at all.

use reception::Pacing;

/// Asking for codes: each counts until the code was right.
pub(super) const CODES_ASKED: Pacing = Pacing { label: "code-asked", free: 400, most: 3000 };
/// Typing codes of an email.
pub(super) const CODES_TRIED: Pacing = Pacing { label: "code-tried", free: 300, most: 3000 };
/// Typing codes of a letter, which have 80 bits.
pub(super) const LETTERS_TRIED: Pacing = Pacing { label: "letter-tried", free: 100, most: 1000 };
