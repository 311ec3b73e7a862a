//! The rules, wherever they are: in the component this one is composed with, or linked in where there is none.

#[cfg(target_family = "wasm")]
mod composed;
#[cfg_attr(not(target_family = "wasm"), allow(dead_code, reason = "used where the rules are composed"))]
mod given;
#[cfg(not(target_family = "wasm"))]
mod linked;
#[cfg_attr(not(target_family = "wasm"), allow(dead_code, reason = "used where the rules are composed"))]
mod told;

use publication_rules::{Profile, Rule, wire::Told};
use reception::Problem;
use school_types::Language;

use std::rc::Rc;

use records::PupilList;

use crate::asked::Asked;

#[cfg(target_family = "wasm")]
pub(crate) use composed::Composed as Examiner;
#[cfg(not(target_family = "wasm"))]
pub(crate) use linked::Linked as Examiner;

/// What `wit-bindgen` writes.
mod bindings {
    #![allow(missing_docs, unreachable_pub, unsafe_code, dead_code, clippy::all, reason = "generated")]

    wit_bindgen::generate!({ world: "asks-publication-rules", path: "../../wit/publication.wit" });
}

use bindings::schoolgate::publication::rules as wit;

/// A safe version.
pub(crate) struct Cleaned {
    /// The bytes to publish.
    pub(crate) bytes: Vec<u8>,
    /// Their media type.
    pub(crate) content_type: String,
    /// The name to publish them under, where the old one named somebody.
    pub(crate) file_name: Option<String>,
    /// In how many places they differ.
    pub(crate) changes: u32,
    /// What there is to say about them.
    pub(crate) remaining: Told,
}

/// The interface `schoolgate:publication/rules`, for one piece of one school.
pub(crate) trait Rules: Sized {
    /// A school, ready for checking any number of pieces.
    type School;

    /// Opens a school with its list, where it has one.
    fn school(profile: &Profile, list: Option<&PupilList>) -> Result<Self::School, Problem>;

    /// An empty piece of a school's. `size` is how many bytes will come, where that is known.
    fn open(school: Rc<Self::School>, asked: &Asked, size: Option<u64>, language: Language) -> Self;

    /// Adds bytes; false once there are too many.
    fn append(&mut self, bytes: &[u8]) -> bool;

    /// Checks it.
    fn check(self) -> Told;

    /// Makes its safe version, or says in a sentence why there is none.
    fn clean(self) -> Result<Cleaned, String>;

    /// What each rule looks for.
    fn described(language: Language) -> Vec<(Rule, String)>;
}

/// A school, opened by the rules there are.
pub(crate) type School = <Examiner as Rules>::School;

/// The list was made by these rules, and opened under the school's own key.
const BROKEN_LIST: Problem = Problem::Broken("the pupil list cannot be read by the rules");
