//! The two codes people type: from an e-mail, and from a printed letter.

use std::{fmt, str::FromStr};

use school_types::as_meant;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::{RandomError, random};

/// What was typed is not a code. Carries nothing of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Too few or too many characters.
    #[error("a code of another length")]
    Length,
    /// A character no code contains.
    #[error("a character that no code contains")]
    Character,
}

macro_rules! code_type {
    ($name:ident) => {
        impl $name {
            /// The characters without any grouping: what a keyed hash is taken over.
            pub fn as_bytes(&self) -> &[u8] {
                &self.0
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.0.ct_eq(&other.0).into()
            }
        }

        impl Eq for $name {}

        impl Drop for $name {
            fn drop(&mut self) {
                self.0.zeroize();
            }
        }

        impl ZeroizeOnDrop for $name {}

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "([redacted])"))
            }
        }
    };
}

/// Takes what people put between the characters of a code: spaces, hyphens and dashes, full stops.
fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Reads exactly `N` characters, each as it was meant and as `read` takes it.
fn symbols<const N: usize>(text: &str, read: impl Fn(char) -> Option<u8>) -> Result<[u8; N], CodeError> {
    let mut found = [0; N];
    let mut count = 0;
    for c in text.chars().filter_map(as_meant).filter(|c| !is_between(*c)) {
        let symbol = read(c).ok_or(CodeError::Character)?;
        *found.get_mut(count).ok_or(CodeError::Length)? = symbol;
        count += 1;
    }
    if count == N { Ok(found) } else { Err(CodeError::Length) }
}

/// The six digits sent by e-mail; every one of the million is equally likely.
///
/// Twenty bits only, so a code is good for one hour and five guesses (design.md, section 4).
#[derive(Clone)]
pub struct SignInCode([u8; 6]);

code_type!(SignInCode);

impl SignInCode {
    /// A new code.
    pub fn generate() -> Result<Self, RandomError> {
        loop {
            if let Some(code) = Self::from_draw(u32::from_be_bytes(random()?)) {
                return Ok(code);
            }
        }
    }

    /// A code from 32 random bits, or none from the few highest values, which would favour low codes.
    fn from_draw(draw: u32) -> Option<Self> {
        const CODES: u32 = 1_000_000;
        let fair = u32::MAX - u32::MAX % CODES;
        (draw < fair).then(|| {
            let mut rest = draw % CODES;
            let mut digits = [b'0'; 6];
            for digit in digits.iter_mut().rev() {
                *digit += (rest % 10) as u8;
                rest /= 10;
            }
            Self(digits)
        })
    }

    /// The digits as the message shows them: `042 917` in two groups, easier to carry in the head.
    pub fn grouped(&self) -> String {
        grouped(&self.0, 3, ' ')
    }
}

impl FromStr for SignInCode {
    type Err = CodeError;

    /// Forgives spaces, hyphens, full stops and what nobody sees anywhere, and takes digits of any script.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        symbols(text, |c| c.is_ascii_digit().then_some(c as u8)).map(Self)
    }
}

/// The code printed on a school's letter: 16 symbols of Crockford's base 32, 80 random bits.
#[derive(Clone)]
pub struct LetterCode([u8; 16]);

code_type!(LetterCode);

impl LetterCode {
    const SYMBOLS: &'static [u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// A new code.
    pub fn generate() -> Result<Self, RandomError> {
        random().map(Self::from_draws)
    }

    /// The code that 16 random bytes make: one for each symbol. 256 is a multiple of 32, so each symbol is equally likely.
    pub fn from_draws(draws: [u8; 16]) -> Self {
        Self(draws.map(|draw| Self::SYMBOLS[usize::from(draw % 32)]))
    }

    /// The code as the letter shows it: `K7PM-3QXW-9D2T-HV5A`.
    pub fn grouped(&self) -> String {
        grouped(&self.0, 4, '-')
    }
}

impl FromStr for LetterCode {
    type Err = CodeError;

    /// Forgives case, spaces and hyphens, and takes O for 0, I and L for 1, as people read them from paper.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let read = |c: char| {
            let symbol = match c.to_ascii_uppercase() {
                'O' => b'0',
                'I' | 'L' => b'1',
                other => u8::try_from(other).ok()?,
            };
            Self::SYMBOLS.contains(&symbol).then_some(symbol)
        };
        symbols(text, read).map(Self)
    }
}

/// ASCII symbols in groups of `size`.
fn grouped(symbols: &[u8], size: usize, between: char) -> String {
    let mut text = String::with_capacity(symbols.len() + symbols.len() / size);
    for (place, symbol) in symbols.iter().enumerate() {
        if place > 0 && place % size == 0 {
            text.push(between);
        }
        text.push(char::from(*symbol));
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_sign_in_code_is_equally_likely() {
        // The draws that count are a whole number of rounds through the million codes.
        let fair = u64::from(u32::MAX - u32::MAX % 1_000_000);
        assert_eq!(fair % 1_000_000, 0);
        assert!(SignInCode::from_draw(fair as u32 - 1).is_some());
        assert!(SignInCode::from_draw(fair as u32).is_none());
        assert!(SignInCode::from_draw(u32::MAX).is_none());
        assert_eq!(SignInCode::from_draw(42_917).unwrap().grouped(), "042 917");
        assert_eq!(SignInCode::from_draw(3_000_000).unwrap().grouped(), "000 000");
        assert_eq!(SignInCode::from_draw(2_999_999).unwrap().grouped(), "999 999");
    }

    #[test]
    fn each_digit_turns_up_in_each_place() {
        let mut seen = [[0_u32; 10]; 6];
        for _ in 0..2_000 {
            for (place, digit) in SignInCode::generate().unwrap().as_bytes().iter().enumerate() {
                seen[place][usize::from(digit - b'0')] += 1;
            }
        }
        // 200 are expected of each; outside 100 to 320 lies less than one chance in 10^12.
        assert!(seen.iter().flatten().all(|count| (100..320).contains(count)), "{seen:?}");
    }

    #[test]
    fn each_symbol_turns_up_in_each_place_of_a_letter_code() {
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..1_000 {
            seen.extend(LetterCode::generate().unwrap().as_bytes().iter().copied().enumerate());
        }
        assert_eq!(seen.len(), 16 * 32);
    }

    #[test]
    fn a_code_is_read_however_a_person_types_it() {
        let code: SignInCode = "042917".parse().unwrap();
        for typed in [
            " 042 917 ",
            "042-917",
            "0 4 2 9 1 7",
            "042\u{2013}917",
            "042.917\n",
            "０４２　９１７",
            "٠٤٢٩١٧",
            "\u{200e}۰۴۲\u{200c}۹۱۷",
        ] {
            assert_eq!(typed.parse::<SignInCode>().unwrap(), code, "{typed:?}");
        }
        let letter: LetterCode = "K7PM-3QXW-1D0T-HV5A".parse().unwrap();
        for typed in [
            "k7pm3qxw1d0thv5a",
            "K7PM 3QXW ID0T HV5A",
            "K7PM-3QXW-lDoT-HV5A",
            "Ｋ７ｐｍ－３ＱＸＷ　１Ｄ０Ｔ-\u{200b}HV５A",
        ] {
            assert_eq!(typed.parse::<LetterCode>().unwrap(), letter, "{typed:?}");
        }
        assert_eq!(letter.grouped(), "K7PM-3QXW-1D0T-HV5A");
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for (bad, why) in [
            ("", CodeError::Length),
            ("04291", CodeError::Length),
            ("0429171", CodeError::Length),
            ("04291a", CodeError::Character),
            ("\u{664}4291", CodeError::Length),
            ("04291五", CodeError::Character),
        ] {
            assert_eq!(bad.parse::<SignInCode>().unwrap_err(), why, "{bad:?}");
        }
        assert_eq!("K7PM-3QXW-1D0T-HV5U".parse::<LetterCode>().unwrap_err(), CodeError::Character);
        assert_eq!("K7PM-3QXW-1D0T".parse::<LetterCode>().unwrap_err(), CodeError::Length);
    }

    #[test]
    fn debug_shows_no_code() {
        let code: SignInCode = "042917".parse().unwrap();
        let letter: LetterCode = "K7PM-3QXW-1D0T-HV5A".parse().unwrap();
        assert_eq!(format!("{code:?} {letter:?}"), "SignInCode([redacted]) LetterCode([redacted])");
    }

    proptest! {
        #[test]
        fn no_typed_text_panics(text in "\\PC{0,40}") {
            let _ = text.parse::<SignInCode>();
            let _ = text.parse::<LetterCode>();
        }

        #[test]
        fn every_code_reads_back_from_what_is_shown(draw in 0..u32::MAX - 1_000_000) {
            let code = SignInCode::from_draw(draw).unwrap();
            prop_assert_eq!(code.grouped().parse::<SignInCode>().unwrap(), code);
            let letter = LetterCode::generate().unwrap();
            prop_assert_eq!(letter.grouped().parse::<LetterCode>().unwrap(), letter);
        }
    }
}
