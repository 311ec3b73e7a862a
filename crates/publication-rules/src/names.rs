//! Pupils' names: normal form, written forms, the blinded list, and finding them in text.

pub(crate) mod blind;
pub(crate) mod context;
pub(crate) mod facts;
mod file;
pub(crate) mod forms;
pub(crate) mod judge;
pub(crate) mod lexicon;
pub(crate) mod likely;
pub(crate) mod normal;
mod parted;
mod phrases;
pub(crate) mod scan;
mod siblings;
pub(crate) mod tokens;
pub(crate) mod vocabulary;

pub use blind::{BlindList, ListKey};
pub use file::ListFileError;
pub use forms::PupilForms;
