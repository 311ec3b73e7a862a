//! Telephone numbers and addresses, checked when they are read. The build script reads this file too.

use std::borrow::Cow;

use super::terms::WayKind;

/// A number or address that has the form of its kind. Says nothing about whether anybody answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    kind: WayKind,
    value: Cow<'static, str>,
}

/// Why a text is not a number or address of its kind. Carries nothing of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not {expected}")]
pub struct NotAContact {
    /// What was expected, in words.
    pub expected: &'static str,
}

impl Contact {
    /// Checks `value` as a contact of `kind`.
    ///
    /// # Errors
    /// [`NotAContact`] if it has not the form: numbers as one dials them inside the United Kingdom, digits in groups
    /// separated by single spaces; relay numbers begin with 18001; pages are `https` with a plain host name.
    pub fn new(kind: WayKind, value: impl Into<Cow<'static, str>>) -> Result<Self, NotAContact> {
        let value = value.into();
        let (fits, expected) = match kind {
            WayKind::Phone => (is_number(&value), "a telephone number of the United Kingdom"),
            WayKind::Relay => (
                value.strip_prefix("18001 ").is_some_and(is_number),
                "18001, a space and a telephone number of the United Kingdom",
            ),
            WayKind::Text => (is_dialled(&value), "a number to text"),
            WayKind::Email => (is_email(&value), "an e-mail address in lower case"),
            WayKind::Web => (is_page(&value), "an https address with a plain host name"),
        };
        if fits { Ok(Self { kind, value }) } else { Err(NotAContact { expected }) }
    }

    /// A contact that the build script has checked.
    #[allow(dead_code, reason = "the build script includes this file and has no use for it")]
    pub(crate) const fn shipped(kind: WayKind, value: &'static str) -> Self {
        Self { kind, value: Cow::Borrowed(value) }
    }

    /// What kind it is.
    pub const fn kind(&self) -> WayKind {
        self.kind
    }

    /// As people read it: `0800 1111`, `https://www.childline.org.uk/`.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// As a link: `tel:08001111`, `sms:`, `mailto:`, or the page itself.
    pub fn href(&self) -> String {
        let dialled = || self.value.replace(' ', "");
        match self.kind {
            WayKind::Phone | WayKind::Relay => format!("tel:{}", dialled()),
            WayKind::Text => format!("sms:{}", dialled()),
            WayKind::Email => format!("mailto:{}", self.value),
            WayKind::Web => self.value.clone().into_owned(),
        }
    }
}

/// Digits in groups separated by single spaces, 3 to 11 of them.
fn is_dialled(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (3..=11).contains(&digits)
        && text.split(' ').all(|group| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit()))
}

/// 999, a code of three to six digits that begins with 1, or a full number that begins with 0. Childline's, the shortest full
/// number in use, has 8 digits.
fn is_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    is_dialled(text)
        && (text == "999" || (text.starts_with('1') && digits <= 6) || (text.starts_with('0') && digits >= 8))
}

fn is_host(text: &str) -> bool {
    text.contains('.')
        && text.len() <= 253
        && text.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        })
        && text.rsplit('.').next().is_some_and(|last| last.bytes().all(|b| b.is_ascii_lowercase()))
}

fn is_email(text: &str) -> bool {
    text.len() <= 254
        && text.split_once('@').is_some_and(|(local, host)| {
            let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._+-".contains(&b);
            !local.is_empty() && local.bytes().all(allowed) && is_host(host)
        })
}

fn is_page(text: &str) -> bool {
    text.len() <= 500
        && text.strip_prefix("https://").is_some_and(|rest| {
            let (host, path) = rest.find('/').map_or((rest, ""), |slash| rest.split_at(slash));
            let printable = |b: u8| b.is_ascii_graphic() && !b"<>\"'`\\".contains(&b);
            is_host(host) && path.bytes().all(printable)
        })
}
