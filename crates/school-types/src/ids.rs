//! One type per kind of id, so that no function can be handed the wrong one.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Why a string is not an id. Carries nothing of the string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a {kind}: {problem}")]
pub struct IdError {
    /// Which id was expected.
    pub kind: &'static str,
    /// What is wrong with the string, in general terms.
    pub problem: &'static str,
}

/// Crockford's base 32 in lower case: no i, l, o or u.
const SYMBOLS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Five bytes are eight symbols, the first bits first. Ids have a multiple of five bytes, so nothing is left over.
fn base32(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(symbols(bytes.len()));
    for five in bytes.chunks(5) {
        let bits = five.iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
        for place in (0..8).rev() {
            let symbol = bits >> (5 * place) & 31;
            text.push(char::from(SYMBOLS[symbol as usize]));
        }
    }
    text
}

/// How many symbols so many bytes make.
const fn symbols(bytes: usize) -> usize {
    bytes / 5 * 8
}

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident, $kind:literal, $check:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The id as it stands in keys and addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                let check: fn(&str) -> Result<(), &'static str> = $check;
                match check(text) {
                    Ok(()) => Ok(Self(text.to_owned())),
                    Err(problem) => Err(IdError { kind: $kind, problem }),
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
    };
}

macro_rules! opaque_id {
    ($(#[$doc:meta])* $name:ident, $kind:literal, $bytes:literal) => {
        id_type!($(#[$doc])* $name, $kind, |text| opaque(text, $bytes));

        const _: () = assert!($bytes % 5 == 0);

        impl $name {
            /// How many random or keyed-hash bytes make one.
            pub const BYTES: usize = $bytes;

            /// Makes the id from bytes that are random, or a keyed hash: never from anything readable.
            pub fn from_bytes(bytes: [u8; $bytes]) -> Self {
                Self(base32(&bytes))
            }
        }
    };
}

fn slug(text: &str, min: usize, max: usize) -> Result<(), &'static str> {
    if text.len() < min || text.len() > max {
        return Err("its length");
    }
    if !text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return Err("a character other than a to z, 0 to 9 and hyphen");
    }
    if text.starts_with('-') || text.ends_with('-') || text.contains("--") {
        return Err("a hyphen out of place");
    }
    Ok(())
}

fn opaque(text: &str, bytes: usize) -> Result<(), &'static str> {
    if text.len() != symbols(bytes) {
        return Err("its length");
    }
    // No symbol is looked up in the alphabet: ids are read by the hundred.
    let known = |b: u8| b.is_ascii_digit() || (b.is_ascii_lowercase() && !matches!(b, b'i' | b'l' | b'o' | b'u'));
    if text.bytes().all(known) { Ok(()) } else { Err("a character outside its alphabet") }
}

id_type!(
    /// A school of this installation, as it stands in addresses: `elm-street` in `/s/elm-street/`.
    SchoolId, "school", |text| slug(text, 2, 40)
);
id_type!(
    /// A purpose a school asks permission for, as the profile names it: `website-group`.
    PurposeId, "purpose", |text| slug(text, 2, 40)
);
opaque_id!(
    /// A pupil. A keyed hash of the id in the school's own system, so that importing twice finds the same child
    /// and an address or key tells nothing.
    ChildId, "child", 10
);
opaque_id!(
    /// A parent, carer or other adult the school lists for a pupil.
    ContactId, "contact", 10
);
opaque_id!(
    /// A member of staff, a governor or a volunteer with an account.
    StaffId, "member of staff", 10
);
opaque_id!(
    /// A class of a school. A keyed hash of its name, which may be a teacher's, so that an address tells nothing.
    ClassId, "class", 10
);
opaque_id!(
    /// One filled-in form: sending it twice is one fact.
    OperationId, "operation", 15
);

/// What a person reads from a receipt or down a telephone: three groups of four, `K7PM-3QXW-9D2T`, 60 bits.
///
/// Reading is forgiving: case, spaces and hyphens do not matter, and O, I and L are taken for 0, 1 and 1.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference(String);

impl Reference {
    const SYMBOLS: &'static [u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// Makes a reference from the first 60 bits of a keyed hash or of random bytes.
    pub fn from_bytes(bytes: [u8; 8]) -> Self {
        let bits = u64::from_be_bytes(bytes);
        let mut text = String::with_capacity(14);
        for place in 0..12 {
            if place == 4 || place == 8 {
                text.push('-');
            }
            let symbol = (bits >> (59 - 5 * place)) & 31;
            text.push(char::from(Self::SYMBOLS[symbol as usize]));
        }
        Self(text)
    }

    /// The reference with its hyphens.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Reference {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let error = |problem| IdError { kind: "reference", problem };
        let mut clean = String::with_capacity(14);
        let mut symbols = 0;
        for c in text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}')) {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            };
            if symbols == 12 {
                return Err(error("its length"));
            }
            if !c.is_ascii() || !Self::SYMBOLS.contains(&(c as u8)) {
                return Err(error("a character outside its alphabet"));
            }
            if symbols == 4 || symbols == 8 {
                clean.push('-');
            }
            clean.push(c);
            symbols += 1;
        }
        if symbols == 12 { Ok(Self(clean)) } else { Err(error("its length")) }
    }
}

impl TryFrom<String> for Reference {
    type Error = IdError;

    fn try_from(text: String) -> Result<Self, IdError> {
        text.parse()
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> String {
        reference.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reference({})", self.0)
    }
}

/// A SHA-256 in lower-case hexadecimal, 64 digits: of a receipt's canonical JSON, or of a wording.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The fingerprint of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(base16ct::lower::encode_string(&Sha256::digest(bytes)))
    }

    /// All 64 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Fingerprint {
    type Err = IdError;

    /// Forgives spaces and upper case, because people type fingerprints from paper.
    fn from_str(text: &str) -> Result<Self, IdError> {
        let clean: String =
            text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).take(65).collect();
        if clean.len() != 64 {
            return Err(IdError { kind: "fingerprint", problem: "its length" });
        }
        if !clean.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
            return Err(IdError { kind: "fingerprint", problem: "a character outside its alphabet" });
        }
        Ok(Self(clean))
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = IdError;

    fn try_from(text: String) -> Result<Self, IdError> {
        text.parse()
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> String {
        fingerprint.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({})", self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_school_is_a_plain_slug() {
        for good in ["elm-street", "st-marys-2", "ab"] {
            assert_eq!(good.parse::<SchoolId>().unwrap().as_str(), good);
        }
        for bad in ["", "a", "-elm", "elm-", "el--m", "Elm", "elm/street", "elm street", "../x", "élm", &"a".repeat(41)]
        {
            assert!(bad.parse::<SchoolId>().is_err(), "{bad:?} was taken");
        }
    }

    #[test]
    fn an_id_error_carries_nothing_of_what_was_typed() {
        let error = "Ada Lovelace".parse::<ChildId>().unwrap_err();
        assert!(!error.to_string().contains("Ada"), "{error}");
    }

    #[test]
    fn a_reference_is_forgiving_about_how_it_is_typed() {
        let reference = Reference::from_bytes([0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0]);
        let typed = reference.as_str().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(typed.parse::<Reference>().unwrap(), reference);
        assert_eq!(format!("  {reference} ").parse::<Reference>().unwrap(), reference);
        for bad in ["", "K7PM", "K7PM-3QXW-9D2T-AAAA", "K7PM-3QXW-9D2U", "K7PM-3QXW-9D2\u{1f600}"] {
            assert!(bad.parse::<Reference>().is_err(), "{bad:?} was taken");
        }
    }

    #[test]
    fn ids_read_back_from_json_are_checked() {
        assert!(serde_json::from_str::<ChildId>("\"../../etc\"").is_err());
        assert!(serde_json::from_str::<Fingerprint>("\"00\"").is_err());
    }

    #[test]
    fn an_id_stays_the_one_it_has_always_been() {
        // The store's keys hold ids: the same bytes must make the same one for ever.
        assert_eq!(ChildId::from_bytes(*b"\x00\x44\x32\x14\xc7\x42\x54\xb6\x35\xcf").as_str(), "0123456789abcdef");
        assert_eq!(ChildId::from_bytes(*b"\x84\x65\x3a\x56\xd7\xc6\x75\xbe\x77\xdf").as_str(), "ghjkmnpqrstvwxyz");
        for bad in ["0123456789abcdei", "0123456789abcdeF", "0123456789abcde", "0123456789abcde\u{e9}"] {
            assert!(bad.parse::<ChildId>().is_err(), "{bad:?} was taken");
        }
    }

    proptest! {
        #[test]
        fn every_opaque_id_reads_back(bytes in any::<[u8; 10]>(), op in any::<[u8; 15]>(), r in any::<[u8; 8]>()) {
            let child = ChildId::from_bytes(bytes);
            prop_assert_eq!(child.as_str().parse::<ChildId>().unwrap(), child);
            let operation = OperationId::from_bytes(op);
            prop_assert_eq!(operation.as_str().parse::<OperationId>().unwrap(), operation);
            let reference = Reference::from_bytes(r);
            prop_assert_eq!(reference.as_str().parse::<Reference>().unwrap(), reference);
        }

        #[test]
        fn no_string_panics(text in ".{0,80}") {
            let _ = text.parse::<SchoolId>();
            let _ = text.parse::<ChildId>();
            let _ = text.parse::<Reference>();
            let _ = text.parse::<Fingerprint>();
        }
    }
}
