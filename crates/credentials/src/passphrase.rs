//! Passphrases.

use std::fmt;

use argon2::{Argon2, PasswordHasher, PasswordVerifier, password_hash::phc::PasswordHash};
use school_types::Redacted;
use zeroize::Zeroizing;

use crate::{Weakness, guessable};

/// How many characters a passphrase has at least. Longer beats stranger: no kinds of characters are asked for, and none
/// expires (NCSC, "Password policy: updating your approach"; NIST SP 800-63B section 5.1.1.2).
pub const SHORTEST: usize = 12;
/// And at most, so that nobody makes us hash a book.
pub const LONGEST: usize = 200;

/// A hash could not be made: there is no randomness, or no memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a passphrase could not be hashed")]
pub struct HashError;

/// A typed passphrase. Wiped when dropped, and never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

/// A hash of the same cost as every other, which nothing typed matches.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c2Nob29sZ2F0ZW5vYm9keQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

impl Passphrase {
    /// What somebody typed. Spaces around it are dropped, because they come along when it is pasted.
    pub fn typed(text: &str) -> Self {
        Self(Zeroizing::new(text.trim().to_owned()))
    }

    /// Whether it may become somebody's passphrase. `about` is what a stranger knows: the person's name and address, and their
    /// school's name.
    ///
    /// # Errors
    /// [`Weakness`], the first that is found.
    pub fn check(&self, about: &[&str]) -> Result<(), Weakness> {
        match self.0.chars().count() {
            ..SHORTEST => Err(Weakness::TooShort),
            SHORTEST..=LONGEST => guessable::check(&self.0, about),
            _ => Err(Weakness::TooLong),
        }
    }

    /// Its Argon2id hash with a salt of its own, in PHC form: 19 MiB, two passes (OWASP's first choice for Argon2id, and the
    /// library's default).
    ///
    /// # Errors
    /// [`HashError`].
    pub fn hash(&self) -> Result<Redacted<String>, HashError> {
        let salt: [u8; 16] = vault::random().map_err(|_| HashError)?;
        let hash = Argon2::default().hash_password_with_salt(self.0.as_bytes(), &salt).map_err(|_| HashError)?;
        Ok(Redacted::new(hash.to_string()))
    }

    /// Whether it is the one that `hash` was made of. Without a hash it takes as long, and is not.
    pub fn is(&self, hash: Option<&Redacted<String>>) -> bool {
        // A passphrase longer than any is not worth the work, whosoever it claims to be.
        let text = if self.0.chars().count() > LONGEST { "" } else { self.0.as_str() };
        let matches = |hash: &str| {
            PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(text.as_bytes(), &hash).is_ok())
        };
        let right = matches(hash.map_or(NOBODYS, |hash| hash.reveal()));
        right && hash.is_some() && !text.is_empty()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    #[test]
    fn the_right_passphrase_opens_and_no_other() {
        let right = Passphrase::typed(" four umbrellas in March ");
        let hash = right.hash().unwrap();
        assert!(hash.reveal().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(right.is(Some(&hash)));
        assert!(Passphrase::typed("four umbrellas in March").is(Some(&hash)));
        for wrong in ["four umbrellas in march", "four umbrellas", "", "four umbrellas in March!"] {
            assert!(!Passphrase::typed(wrong).is(Some(&hash)), "{wrong}");
        }
        assert_ne!(right.hash().unwrap(), hash, "a salt of its own each time");
    }

    #[test]
    fn an_unknown_person_takes_as_long_as_a_known_one() {
        let passphrase = Passphrase::typed("four umbrellas in March");
        let hash = passphrase.hash().unwrap();
        let time = |hash: Option<&Redacted<String>>| {
            let began = Instant::now();
            assert!(!Passphrase::typed("five umbrellas in March").is(hash));
            began.elapsed()
        };
        let fastest = |hash: Option<&Redacted<String>>| (0..5).map(|_| time(hash)).min().unwrap();
        let (known, unknown) = (fastest(Some(&hash)), fastest(None));
        assert!(unknown * 2 > known && known * 2 > unknown, "{known:?} and {unknown:?}");
        assert!(PasswordHash::new(NOBODYS).is_ok());
    }

    #[test]
    fn a_hash_that_is_none_opens_nothing() {
        for hash in ["", "secret", "$argon2id$v=19$m=19456,t=2,p=1$", "$2b$10$abcdefghijklmnopqrstuv"] {
            assert!(!Passphrase::typed("").is(Some(&Redacted::new(hash.to_owned()))), "{hash}");
        }
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert_eq!(Passphrase::typed("elf char act").check(&[]), Ok(()));
        assert_eq!(Passphrase::typed("elf char ac").check(&[]), Err(Weakness::TooShort));
        assert_eq!(Passphrase::typed("ŵŷâêîôûẃẁẅŸŶ").check(&[]), Ok(()));
        assert_eq!(Passphrase::typed(&"ab cd efg ".repeat(21)).check(&[]), Err(Weakness::TooLong));
    }

    #[test]
    fn nothing_of_it_is_shown() {
        assert_eq!(format!("{:?}", Passphrase::typed("four umbrellas in March")), "Passphrase([redacted])");
    }
}
