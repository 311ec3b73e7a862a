//! Pupils' names: normal form, written forms, the blinded list, and finding them in text.

pub(crate) mod allowed;
pub(crate) mod blind;
pub(crate) mod context;
pub(crate) mod cut;
pub(crate) mod facts;
mod file;
pub(crate) mod forms;
pub(crate) mod judge;
pub(crate) mod lexicon;
pub(crate) mod likely;
pub(crate) mod matched;
pub(crate) mod normal;
mod parted;
mod phrases;
pub(crate) mod scan;
mod siblings;
pub(crate) mod tokens;
mod vocabulary;
mod window;

pub use blind::{BlindList, ListKey};
pub use file::ListFileError;
pub use forms::PupilForms;
