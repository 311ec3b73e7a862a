//! Pictures against the picture register: whether everybody in one may appear for a purpose on a day.

use school_types::{Fingerprint, PurposeId};

use crate::{
    finding::{Finding, Rule, Severity},
    message::{Fix, Message},
    picture::looks::Looks,
    profile::Profile,
};

/// Two pictures that differ in at most this many of 128 bits are the same one, resized or compressed again: `tests/copies.rs`
/// measures how many copies that finds and how many strangers it takes for one.
const SAME_PICTURE_BITS: u32 = 12;

/// A registered picture with what its pupils' permissions come to for one purpose and day. Who is in it is not part of it: the
/// finding must not tell which child to people who may not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisteredPicture {
    /// SHA-256 of the registered bytes.
    pub fingerprint: Fingerprint,
    /// What its pixels look like, where they could be decoded.
    pub looks: Option<Looks>,
    /// Purposes for which everyone in it may appear that day; a do-not-photograph flag leaves none (R8).
    pub permitted: Vec<PurposeId>,
}

/// What is known of the picture to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureFacts {
    /// The part or address it has in the report.
    pub part: String,
    /// SHA-256 of its bytes.
    pub fingerprint: Fingerprint,
    /// What its pixels look like, where they could be decoded.
    pub looks: Option<Looks>,
}

impl PictureFacts {
    /// What is known of a picture from its bytes; nothing, if they are none of a picture.
    pub fn of(part: &str, bytes: &[u8]) -> Option<Self> {
        let format = crate::picture::Format::of(bytes)?;
        let looks = crate::picture::looks::looks(bytes, format, &crate::Limits::default());
        Some(Self { part: part.to_owned(), fingerprint: Fingerprint::of(bytes), looks })
    }
}

/// Judges one picture for a purpose. A picture that is not registered gives no finding: nothing is known of it.
pub fn judge_picture(
    picture: &PictureFacts,
    register: &[RegisteredPicture],
    purpose: &PurposeId,
    profile: &Profile,
) -> Option<Finding> {
    let exact = register.iter().find(|known| known.fingerprint == picture.fingerprint);
    let alike = || {
        let looks = picture.looks?;
        let near = |known: &&RegisteredPicture| known.looks.map_or(u32::MAX, |other| other.differs(looks));
        register.iter().filter(|known| near(known) <= SAME_PICTURE_BITS).min_by_key(near)
    };
    let known = exact.or_else(alike)?;
    if known.permitted.contains(purpose) {
        return None;
    }
    Some(Finding {
        rule: Rule::PictureWithoutPermission,
        severity: if exact.is_some() { Severity::Stop } else { Severity::Warn },
        part: picture.part.clone(),
        start: None,
        end: None,
        page: None,
        line: None,
        excerpt: String::new(),
        message: Message::PictureNotPermitted { exact: exact.is_some() },
        fix: Fix::OtherPicture,
        policy: profile.policy_for(Rule::PictureWithoutPermission),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fingerprint(byte: u8) -> Fingerprint {
        Fingerprint::of(&[byte])
    }

    fn looks(digits: &str) -> Looks {
        digits.parse().unwrap()
    }

    #[test]
    fn a_resized_copy_of_a_picture_without_permission_is_noticed() {
        let website: PurposeId = "website".parse().unwrap();
        let register = [RegisteredPicture {
            fingerprint: fingerprint(1),
            looks: Some(looks("00000000000000000000ffffffff0000")),
            permitted: vec!["display".parse().unwrap()],
        }];
        let judged = |print, looks| {
            let facts = PictureFacts { part: "a.jpg".to_owned(), fingerprint: print, looks };
            judge_picture(&facts, &register, &website, &Profile::default()).map(|finding| finding.severity)
        };
        assert_eq!(judged(fingerprint(1), None), Some(Severity::Stop));
        assert_eq!(judged(fingerprint(2), Some(looks("00000000000000000000ffffffff0001"))), Some(Severity::Warn));
        assert_eq!(judged(fingerprint(2), Some(looks("00000000000000000000000000ffffff"))), None);
    }
}
