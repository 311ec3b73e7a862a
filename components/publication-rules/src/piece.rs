//! A piece to be published.

use std::cell::RefCell;

use publication_rules::{Limits, Submission};

use crate::{
    bindings::exports::schoolgate::publication::rules::{
        About, Clean, GuestPiece, Language, NotClean, PictureFacts, Report, SchoolBorrow,
    },
    given,
    school::School,
    told,
};

/// A piece is moved while it grows up to here; then it is given what it will need at once, because moving it would take twice its
/// memory. Not before: what was announced may never come.
const GROWS_UP_TO: usize = 1 << 20;

/// What is known of it, and its bytes as far as they have come.
pub(crate) struct Piece {
    content_type: Option<String>,
    file_name: Option<String>,
    /// How many bytes will come at most.
    most: usize,
    bytes: RefCell<Vec<u8>>,
}

impl Piece {
    fn submission<'a>(&'a self, bytes: &'a [u8]) -> Submission<'a> {
        Submission { bytes, content_type: self.content_type.as_deref(), file_name: self.file_name.as_deref() }
    }

    pub(crate) fn check_for(&self, school: &School, language: Language) -> Report {
        let bytes = self.bytes.borrow();
        told::report(school.checker().check(&self.submission(&bytes)), given::words(language))
    }

    pub(crate) fn clean_for(&self, school: &School, language: Language) -> Result<Clean, NotClean> {
        let (bytes, w) = (self.bytes.borrow(), given::words(language));
        match school.checker().clean(&self.submission(&bytes)) {
            Ok(clean) => Ok(told::clean(clean, w)),
            Err(problem) => Err(told::not_clean(problem, w)),
        }
    }
}

impl GuestPiece for Piece {
    fn new(about: About) -> Self {
        let most = Limits::default().bytes;
        let size = about.size.and_then(|size| usize::try_from(size).ok());
        Self {
            content_type: about.content_type,
            file_name: about.file_name,
            most: size.unwrap_or(most).min(most),
            bytes: RefCell::new(Vec::with_capacity(size.unwrap_or_default().min(GROWS_UP_TO))),
        }
    }

    fn append(&self, more: Vec<u8>) -> bool {
        let most = Limits::default().bytes;
        let mut bytes = self.bytes.borrow_mut();
        if bytes.len() > most {
            return false;
        }
        let grown = bytes.len() + more.len();
        if grown > bytes.capacity() && grown > GROWS_UP_TO {
            // More than was announced may come all the same.
            let expected = if grown > self.most { most + 1 } else { self.most };
            let rest = expected.saturating_sub(bytes.len());
            bytes.reserve_exact(rest);
        }
        // One byte beyond the limit is kept, so that checking says what is too large.
        let room = (most + 1).saturating_sub(bytes.len());
        bytes.extend_from_slice(more.get(..more.len().min(room)).unwrap_or_default());
        bytes.len() <= most
    }

    fn check(&self, school: SchoolBorrow<'_>, language: Language) -> Report {
        self.check_for(school.get::<School>(), language)
    }

    fn clean(&self, school: SchoolBorrow<'_>, language: Language) -> Result<Clean, NotClean> {
        self.clean_for(school.get::<School>(), language)
    }

    fn look(&self, part: String) -> Option<PictureFacts> {
        publication_rules::PictureFacts::of(&part, &self.bytes.borrow()).map(told::picture)
    }
}
