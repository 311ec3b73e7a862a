//! Plain text: one run, positions in the body itself.

use super::{Submission, encoding};
use crate::{
    document::{Kind, Origin, Run},
    intake::Intake,
};

/// Reads plain text.
pub(crate) fn read(submission: &Submission<'_>, intake: &mut dyn Intake) {
    let label = submission.content_type.and_then(encoding::charset);
    match encoding::decode(submission.bytes, label.as_deref()) {
        Ok(text) => {
            intake.begin("body");
            intake.run(&text, Run::new(Kind::Body, text.as_ref(), Origin::Straight(0)));
            intake.end(&text, submission.bytes.len() as u64);
        }
        Err(why) => intake.not_examined("body", why),
    }
}
