//! What somebody types by hand of a contact, by the same rules as a list's cells.

use crate::{Code, Note, emails, values};

/// An email address that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedEmail {
    /// The address, in small letters.
    pub address: String,
    /// Whether its domain is one that people mistype: `gmial.com`.
    pub is_mistyped: bool,
}

/// The address somebody typed; none where the field says that there is none.
///
/// # Errors
/// [`Code::Email`] where it is none, [`Code::SeveralEmails`] where it is more than one, [`Code::EmailUnreachable`] where no
/// message can ever reach it.
pub fn typed_email(text: &str) -> Result<Option<TypedEmail>, Code> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let Some((address, notes)) = emails::email(text)? else { return Ok(None) };
    if notes.contains(&Note::SecondEmail) {
        return Err(Code::SeveralEmails);
    }
    Ok(Some(TypedEmail { address, is_mistyped: notes.contains(&Note::EmailMistyped) }))
}

/// The telephone number somebody typed; none where the field says that there is none.
///
/// # Errors
/// [`Code::Phone`] where it is none, or more than one.
pub fn typed_telephone(text: &str) -> Result<Option<String>, Code> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    match values::telephone(text.trim())? {
        Some((number, notes)) if notes.is_empty() => Ok(Some(number)),
        Some(_) => Err(Code::Phone),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_read_as_in_a_list_but_one_at_a_time() {
        let read = |text: &str| typed_email(text).map(|typed| typed.map(|typed| (typed.address, typed.is_mistyped)));
        assert_eq!(read(" Ada@Example.org "), Ok(Some(("ada@example.org".to_owned(), false))));
        assert_eq!(read("ada@gmial.com"), Ok(Some(("ada@gmial.com".to_owned(), true))));
        assert_eq!((read(""), read("none")), (Ok(None), Ok(None)));
        assert_eq!(read("ada@example.org; bo@example.org"), Err(Code::SeveralEmails));
        assert_eq!(read("noreply@example.org"), Err(Code::EmailUnreachable));
        assert_eq!(read("ada"), Err(Code::Email));
        assert_eq!(typed_telephone(" 01632 960123 "), Ok(Some("01632 960123".to_owned())));
        assert_eq!(typed_telephone("01632 960123 / 01632 960124"), Err(Code::Phone));
        assert_eq!((typed_telephone(" "), typed_telephone("call")), (Ok(None), Err(Code::Phone)));
    }
}
