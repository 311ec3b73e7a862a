//! The rules in the component this one is composed with (`spin.toml`, `dependencies`).

use publication_rules::{Rule, wire::Told};
use reception::Problem;
use school_types::Language;

use super::{BROKEN_LIST, Cleaned, Rules, given, told, wit};
use crate::{asked::Asked, facts::Facts};

/// A piece of a school, held there.
pub(crate) struct Composed {
    school: wit::School,
    piece: wit::Piece,
    language: wit::Language,
}

impl Rules for Composed {
    fn open(facts: &Facts, asked: &Asked, size: Option<u64>, language: Language) -> Result<Self, Problem> {
        let list = facts.list.as_ref().map(given::list);
        let school = wit::School::open(&given::profile(&facts.profile), list.as_ref()).map_err(|_| BROKEN_LIST)?;
        let piece = wit::Piece::new(&given::about(asked, size));
        Ok(Self { school, piece, language: given::language(language) })
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
