//! Where a record lives.

use std::fmt;

use school_types::{ChildId, ClassId, ContactId, Fingerprint, OperationId, SchoolId, StaffId};
use vault::{Domain, Scope};

/// Where a stream, a single value, a counter or a claim lives: a school (or the installation), a domain, and ids.
///
/// Written `elm-street/permission/{child}`, or `_/index/...` for what belongs to no school, which no slug can be
/// taken for. Built from typed parts only, so that nothing a person wrote can end up in a key. A place is a prefix; the
/// store's keys are made from it by the kind of record, each with an ending of its own, so that kinds never meet:
///
/// | record | keys |
/// | --- | --- |
/// | stream | `{place}/n` counter, `{place}/{number}` events, `{place}/view` view |
/// | value | `{place}/value` |
/// | counter | `{place}/count` |
/// | claim | `{place}/once/{round}` counter, `.../{round}/since`, `.../{round}/noticed`, `.../{round}/outcome` |
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    school: Option<SchoolId>,
    domain: Domain,
    path: String,
}

impl Place {
    /// Where a school keeps records of a domain.
    pub fn of_school(school: &SchoolId, domain: Domain) -> Self {
        let path = format!("{school}/{domain}");
        Self { school: Some(school.clone()), domain, path }
    }

    /// Where the installation keeps records that belong to no school.
    pub fn of_installation(domain: Domain) -> Self {
        Self { school: None, domain, path: format!("_/{domain}") }
    }

    /// The place with this path, or of the key: what `place.key(..)` makes belongs to the same keys. None for a path that
    /// no place has.
    pub(crate) fn read(path: &str) -> Option<Self> {
        let mut parts = path.split('/');
        let (owner, domain) = (parts.next()?, parts.next()?);
        let domain = Domain::ALL.into_iter().find(|known| known.as_str() == domain)?;
        let school = if owner == "_" { None } else { Some(owner.parse().ok()?) };
        Some(Self { school, domain, path: path.to_owned() })
    }

    /// The place one part further down.
    #[must_use]
    pub fn part(mut self, part: impl PlacePart) -> Self {
        self.path.push('/');
        part.write(&mut self.path);
        self
    }

    /// The prefix, as it stands in the store.
    pub fn as_str(&self) -> &str {
        &self.path
    }

    /// The keys that seal what lives here.
    pub fn scope(&self) -> Scope<'_> {
        match &self.school {
            Some(school) => Scope::school(school, self.domain),
            None => Scope::installation(self.domain),
        }
    }

    /// The school, if it is one's.
    pub const fn school(&self) -> Option<&SchoolId> {
        self.school.as_ref()
    }

    pub(crate) fn key(&self, ending: impl fmt::Display) -> String {
        format!("{}/{ending}", self.path)
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Place({})", self.path)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}

/// What a place may be made of: ids, keyed hashes, numbers and fixed words. Text at run time is not among them.
pub trait PlacePart: sealed::Part {}

impl<T: sealed::Part> PlacePart for T {}

mod sealed {
    pub trait Part {
        fn write(&self, path: &mut String);
    }
}

use sealed::Part;

macro_rules! id_part {
    ($($id:ty),*) => {$(
        impl Part for $id {
            fn write(&self, path: &mut String) {
                path.push_str(self.as_str());
            }
        }
    )*};
}

id_part!(ChildId, ClassId, ContactId, StaffId, OperationId, Fingerprint);

impl<T: Part> Part for &T {
    fn write(&self, path: &mut String) {
        T::write(self, path);
    }
}

/// A keyed hash, in hexadecimal.
impl Part for [u8; 32] {
    fn write(&self, path: &mut String) {
        path.push_str(&base16ct::lower::encode_string(self));
    }
}

/// A number, after an underscore: so it is never taken for an event's.
impl Part for u64 {
    fn write(&self, path: &mut String) {
        path.push('_');
        path.push_str(&self.to_string());
    }
}

/// A fixed word of the program: lower-case letters and hyphens, and none of the endings of [`Place`].
impl Part for &'static str {
    fn write(&self, path: &mut String) {
        debug_assert!(self.len() > 1 && self.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
        debug_assert!(!["view", "value", "count", "once"].contains(self));
        path.push_str(self);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_names_the_school_the_domain_and_ids() {
        let elm: SchoolId = "elm-street".parse().unwrap();
        let child = ChildId::from_bytes([7; 10]);
        let place = Place::of_school(&elm, Domain::Permission).part(&child);
        assert_eq!(place.as_str(), format!("elm-street/permission/{child}"));
        assert_eq!(place.key(3), format!("elm-street/permission/{child}/3"));
        assert_eq!(place.scope(), Scope::school(&elm, Domain::Permission));
        let limits = Place::of_installation(Domain::Temporary).part("limit").part([0xab; 32]).part(17);
        assert_eq!(limits.as_str(), format!("_/temporary/limit/{}/_17", "ab".repeat(32)));
        assert_eq!(limits.school(), None);
    }

    #[test]
    #[should_panic(expected = "assertion failed")]
    fn a_word_cannot_pass_for_a_view() {
        let _ = Place::of_installation(Domain::People).part("view");
    }
}
