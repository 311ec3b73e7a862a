//! Answers that are the same for whoever asks the same, made once for as long as they hold.

use std::{cell::RefCell, rc::Rc};

use http::StatusCode;
use profiles::SchoolSettings;
use reception::{Guest, Problem};
use school_types::Language;
use signpost_rules::{Audience, Situation};
use web::Response;

/// How many answers are kept. A page has some ten kilobytes.
const MOST: usize = 32;

/// Which answer it is: everything it depends on, but for the school's settings, the minute and the rules. Nobody's own words
/// are in it, only which of the choices offered to all was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) form: Form,
    pub(crate) language: Language,
    pub(crate) audience: Option<Audience>,
    pub(crate) situation: Option<Situation>,
    pub(crate) age: Option<u8>,
}

/// What an answer looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Page,
    Data,
    Panel,
}

/// Answers of this minute.
///
/// An opening hour, a day's sentence and a fact's age change with the minute at most, and a school's settings are another
/// value once they changed; so what is kept is to the last byte what would be made anew. It holds nothing about a person,
/// and no more of a request than [`Asked`]: instances of the component share one among their requests.
#[derive(Default)]
pub struct Kept(RefCell<Vec<One>>);

struct One {
    school: Rc<SchoolSettings>,
    asked: Asked,
    /// Minutes since 1970.
    minute: i64,
    answer: Response,
}

impl Kept {
    /// The answer to what was asked, made by `make` unless it was made before. Only what succeeds is kept.
    pub(crate) fn answer(
        &self,
        guest: &Guest<'_>,
        asked: Asked,
        make: impl FnOnce() -> Result<Response, Problem>,
    ) -> Result<Response, Problem> {
        let school = guest.shared_school()?;
        let minute = guest.now().as_second().div_euclid(60);
        let is_it = |one: &&One| one.minute == minute && one.asked == asked && Rc::ptr_eq(&one.school, school);
        if let Some(one) = self.0.borrow().iter().find(is_it) {
            return Ok(one.answer.clone());
        }
        let answer = make()?;
        if answer.status() == StatusCode::OK {
            let mut kept = self.0.borrow_mut();
            kept.retain(|one| one.minute == minute);
            if kept.len() == MOST {
                kept.remove(0);
            }
            kept.push(One { school: Rc::clone(school), asked, minute, answer: answer.clone() });
        }
        Ok(answer)
    }
}
