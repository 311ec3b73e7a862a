//! The rules in the component this one is composed with (`spin.toml`, `dependencies`).

use std::rc::Rc;

use publication_rules::{Profile, Rule, wire::Told};
use reception::Problem;
use records::PupilList;
use school_types::Language;

use super::{BROKEN_LIST, Cleaned, Rules, given, told, wit};
use crate::asked::Asked;

/// A piece of a school, held there.
pub(crate) struct Composed {
    school: Rc<wit::School>,
    piece: wit::Piece,
    language: wit::Language,
}

impl Rules for Composed {
    type School = wit::School;

    fn school(profile: &Profile, list: Option<&PupilList>) -> Result<wit::School, Problem> {
        wit::School::open(&given::profile(profile), list.map(given::list).as_ref()).map_err(|_| BROKEN_LIST)
    }

    fn open(school: Rc<wit::School>, asked: &Asked, size: Option<u64>, language: Language) -> Self {
        let piece = wit::Piece::new(&given::about(asked, size));
        Self { school, piece, language: given::language(language) }
    }

    fn append(&mut self, bytes: &[u8]) -> bool {
        self.piece.append(bytes)
    }

    fn check(self) -> Told {
        told::report(self.piece.check(&self.school, self.language))
    }

    fn clean(self) -> Result<Cleaned, String> {
        let clean = self.piece.clean(&self.school, self.language);
        clean.map(told::clean).map_err(|not_clean| not_clean.sentence)
    }

    fn described(language: Language) -> Vec<(Rule, String)> {
        let described = wit::describe(given::language(language));
        described.into_iter().map(|one| (told::rule(one.rule), one.looks_for)).collect()
    }
}
