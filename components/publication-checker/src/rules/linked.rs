//! The rules, linked in.

use std::rc::Rc;

use checker_words as say;
use publication_rules::{BlindList, Checker, ListKey, Profile, Rule, Submission, wire::Told};
use reception::Problem;
use records::PupilList;
use school_types::Language;
use words::Words;

use super::{BROKEN_LIST, Cleaned, Rules};
use crate::{asked::Asked, intake::LARGEST_BODY, room::EARLY};

/// A school's own rules and its list.
pub(crate) struct OfSchool {
    profile: Profile,
    list: Option<BlindList>,
}

/// A piece of a school.
pub(crate) struct Linked {
    school: Rc<OfSchool>,
    content_type: Option<String>,
    file_name: Option<String>,
    bytes: Vec<u8>,
    w: Words,
}

impl Linked {
    fn submission(&self) -> Submission<'_> {
        Submission {
            bytes: &self.bytes,
            content_type: self.content_type.as_deref(),
            file_name: self.file_name.as_deref(),
        }
    }

    fn checker(&self) -> Checker<'_> {
        Checker::new(&self.school.profile, self.school.list.as_ref())
    }
}

impl Rules for Linked {
    type School = OfSchool;

    fn school(profile: &Profile, list: Option<&PupilList>) -> Result<OfSchool, Problem> {
        let opened = list.map(|list| BlindList::import(&ListKey::new(list.key), &list.file));
        Ok(OfSchool { profile: profile.clone(), list: opened.transpose().map_err(|_| BROKEN_LIST)? })
    }

    fn open(school: Rc<OfSchool>, asked: &Asked, size: Option<u64>, language: Language) -> Self {
        let size = size.and_then(|size| usize::try_from(size).ok()).unwrap_or_default();
        Self {
            school,
            content_type: asked.content_type.clone(),
            file_name: asked.file_name.clone(),
            bytes: Vec::with_capacity(size.min(EARLY)),
            w: Words::new(language),
        }
    }

    fn append(&mut self, bytes: &[u8]) -> bool {
        let fits = self.bytes.len() + bytes.len() <= LARGEST_BODY;
        if fits {
            self.bytes.extend_from_slice(bytes);
        }
        fits
    }

    fn check(self) -> Told {
        say::report(self.w, self.checker().check(&self.submission()))
    }

    fn clean(self) -> Result<Cleaned, String> {
        let clean = self.checker().clean(&self.submission()).map_err(|problem| say::not_clean(self.w, problem))?;
        Ok(Cleaned {
            bytes: clean.bytes,
            content_type: clean.content_type,
            file_name: clean.file_name,
            changes: u32::try_from(clean.changes).unwrap_or(u32::MAX),
            remaining: say::report(self.w, clean.remaining),
        })
    }

    fn described(language: Language) -> Vec<(Rule, String)> {
        let w = Words::new(language);
        Rule::ALL.into_iter().map(|rule| (rule, say::described(w, rule).to_owned())).collect()
    }
}
