//! Accent colours.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A colour as red, green and blue, 0 to 255 each; written `#7a1f3d`. Whether it can be read on white is for the
/// pages to see to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour(pub [u8; 3]);

/// The text is not a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a colour: write # and six digits or letters a to f, such as #7a1f3d")]
pub struct NotAColour;

impl FromStr for Colour {
    type Err = NotAColour;

    fn from_str(text: &str) -> Result<Self, NotAColour> {
        let digits = text.strip_prefix('#').ok_or(NotAColour)?;
        // `from_str_radix` alone would take a sign.
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(NotAColour);
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| NotAColour)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self([red, green, blue]))
    }
}

impl TryFrom<String> for Colour {
    type Error = NotAColour;

    fn try_from(text: String) -> Result<Self, NotAColour> {
        text.parse()
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_written_back_as_it_was_read_in_small_letters() {
        assert_eq!("#7A1f3d".parse::<Colour>().unwrap().to_string(), "#7a1f3d");
        assert_eq!("#000001".parse(), Ok(Colour([0, 0, 1])));
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        for text in ["", "#", "7a1f3d", "#7a1f3", "#7a1f3d0", "#+a1f3d", "red", "#7a1f3é", "#fff;}*{x:"] {
            assert_eq!(text.parse::<Colour>(), Err(NotAColour), "{text}");
        }
    }
}
