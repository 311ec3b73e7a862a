//! Plain text: one run, positions in the body itself.

use super::{Submission, encoding};
use crate::{
    document::{Document, Kind, Origin, Part, Run},
    finding::NotExamined,
};

/// Reads plain text.
pub(crate) fn read<'a>(submission: &Submission<'a>, document: &mut Document<'a>) {
    let label = submission.content_type.and_then(encoding::charset);
    match encoding::decode(submission.bytes, label.as_deref()) {
        Ok(text) => {
            let mut part = Part::new("body", submission.bytes.len() as u64);
            part.runs.push(Run::new(Kind::Body, text.clone(), Origin::Straight(0)));
            part.source = Some(text);
            document.parts.push(part);
        }
        Err(why) => document.not_examined.push(NotExamined { part: "body".to_owned(), why }),
    }
}
