//! PDF (ISO 32000-1): text by page, links, notes, form fields, outline, properties, alternative text, and the metadata of JPEGs inside.
//!
//! Our own reader: the two there are either panic on some files or inflate without bound, add 1.2 to 1.7 MB to a component that may
//! have 3, and lose a fifth of the words. A page that draws and gives no text is never taken for an empty one, and what updates
//! replaced but left in the file is read as well.

mod crypt;
mod encodings;
mod filters;
mod fonts;
mod layout;
mod lines;
mod metrics;
mod objects;
mod pages;
mod scan;
mod sweep;
mod syntax;
mod xref;

pub(crate) use filters::inflate;
pub(crate) use pages::read;
