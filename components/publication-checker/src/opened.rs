//! Schools whose list of pupils this instance has opened: opening one takes longer than checking a letter by it.
//!
//! Kept is the blinded list, which names nobody, under its key, with the school's own rules: nothing that came with a request. It
//! counts only while the store's counter says that no other list was asked for since, and that is read for every request.

use std::{cell::RefCell, rc::Rc};

use publication_rules::Profile;
use school_types::SchoolId;

use crate::rules::School;

/// How many schools are kept, in every language they were asked about. A list of 2,000 pupils is 100 KB.
const MOST: usize = 8;

/// A school, opened.
pub(crate) struct Opened {
    /// Whose it is.
    pub(crate) id: SchoolId,
    /// The key its list was made with.
    pub(crate) key: [u8; 32],
    /// How many renewals had been asked for when the list's names were read.
    pub(crate) asked: u64,
    /// The school's own rules.
    pub(crate) profile: Profile,
    /// All of it, ready for checking.
    pub(crate) school: Rc<School>,
}

thread_local! {
    static OPENED: RefCell<Vec<Opened>> = const { RefCell::new(Vec::new()) };
}

/// The school as it was opened, if that is all still so.
pub(crate) fn latest(id: &SchoolId, key: &[u8; 32], asked: u64, profile: &Profile) -> Option<Rc<School>> {
    OPENED.with_borrow(|all| {
        let same = |one: &&Opened| one.id == *id && one.asked == asked && one.key == *key && one.profile == *profile;
        all.iter().find(same).map(|one| Rc::clone(&one.school))
    })
}

/// Keeps a school, and forgets what was known of it before, or the one that was opened first.
pub(crate) fn keep(opened: Opened) {
    OPENED.with_borrow_mut(|all| {
        all.retain(|one| {
            one.id != opened.id || one.asked == opened.asked && one.key == opened.key && one.profile != opened.profile
        });
        if all.len() >= MOST {
            all.remove(0);
        }
        all.push(opened);
    });
}
