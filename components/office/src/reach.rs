//! How somebody is reached.

use pages::Line;
use records::ContactFacts;
use words::Words;

/// `line`, and on it the telephone number and the e-mail address to ring and write to; who has no address is written to on
/// paper.
pub(crate) fn reach(line: Line, w: Words, facts: Option<&ContactFacts>) -> Line {
    let line = match facts.and_then(|facts| facts.telephone.as_ref()) {
        Some(number) => line.telephone(number.reveal()).text(", "),
        None => line,
    };
    match facts.and_then(|facts| facts.e_mail.as_ref()) {
        Some(address) => line.email(address.reveal()),
        None => line.text(w.office_contact_paper()),
    }
}
