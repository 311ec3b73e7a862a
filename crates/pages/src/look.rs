//! A school's colours: from the one accent it names to a set whose contrast is certain.
//!
//! A page has no inline style, so the set is a style sheet of its own, `/s/{school}/look.css`, that only gives values to the
//! custom properties of `static/style/10-tokens.css`.

use std::{fmt, str::FromStr};

use sha2::{Digest, Sha256};

use crate::colour::Colour;

/// What text must stand out by (WCAG 2.2, 1.4.3), with a little to spare for rounding.
const READABLE: f64 = 4.6;

/// The page, as `10-tokens.css` has it.
const PAPER: Colour = Colour::new(0xfa, 0xf7, 0xf2);

/// The colour a school calls its own, as written: `#1f6f6b`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent(Colour);

/// A text is not a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a colour is # and six hexadecimal digits, like #1f6f6b")]
pub struct AccentError;

impl FromStr for Accent {
    type Err = AccentError;

    fn from_str(text: &str) -> Result<Self, AccentError> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6).ok_or(AccentError)?;
        let mut bytes = [0; 3];
        base16ct::mixed::decode(digits, &mut bytes).map_err(|_| AccentError)?;
        let [red, green, blue] = bytes;
        Ok(Self(Colour::new(red, green, blue)))
    }
}

impl Default for Accent {
    /// The colour of pages that belong to no school, and of a school that has not chosen one.
    fn default() -> Self {
        Self(Colour::new(0x1f, 0x6f, 0x6b))
    }
}

impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The colours of one school's pages.
///
/// Certain for every accent, white and black included: `accent` and `accent_deep` are readable on paper, on a white card and on
/// `tint`, and white is readable on them; `accent_deep` is readable on `tint_deep`; body text is readable on every tint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The school's own colour, for the strip along the top: decoration, so as it is.
    brand: Colour,
    accent: Colour,
    accent_deep: Colour,
    tint: Colour,
    tint_deep: Colour,
    tint_line: Colour,
}

impl Look {
    /// Works the colours out: the hue stays, the lightness goes where it can be read.
    pub fn of(accent: Accent) -> Self {
        let shade = accent.0.shade();
        let tint = shade.at(0.965, (shade.chroma * 0.1).min(0.011));
        let tint_deep = shade.at(0.915, (shade.chroma * 0.22).min(0.024));
        let tint_line = shade.at(0.84, (shade.chroma * 0.4).min(0.045));

        let is_readable = |ink: Colour, grounds: &[Colour]| grounds.iter().all(|g| ink.contrast(*g) >= READABLE);
        let darker = |from: f64, grounds: &[Colour]| {
            (0..=100)
                .map(|step| from * f64::from(100 - step) / 100.0)
                .map(|lightness| (lightness, shade.at(lightness, shade.chroma)))
                .find(|(_, colour)| is_readable(*colour, grounds))
                .unwrap_or((0.0, Colour::new(0, 0, 0)))
        };
        let (lightness, strong) = darker(shade.lightness, &[PAPER, Colour::WHITE, tint]);
        // The hover colour is a step darker; from a near-black, where that would not be seen, a step lighter.
        let from = if lightness < 0.22 { lightness + 0.16 } else { lightness - 0.09 };
        let (_, accent_deep) = darker(from, &[PAPER, Colour::WHITE, tint, tint_deep]);
        Self { brand: accent.0, accent: strong, accent_deep, tint, tint_deep, tint_line }
    }

    /// The school's own colour, as `#1f6f6b`.
    pub fn own(&self) -> String {
        self.brand.to_string()
    }

    /// The colour of links and buttons: the school's own, or as much darker as it takes to be read.
    pub fn readable(&self) -> String {
        self.accent.to_string()
    }

    /// The style sheet: one rule that sets custom properties, in the order of `10-tokens.css`.
    pub fn css(&self) -> String {
        let Self { brand, accent, accent_deep, tint, tint_deep, tint_line } = self;
        format!(
            ":root {{\n  --brand: {brand};\n  --accent: {accent};\n  --accent-deep: {accent_deep};\n  --on-accent: #ffffff;\n  \
             --tint: {tint};\n  --tint-deep: {tint_deep};\n  --tint-line: {tint_line};\n}}\n"
        )
    }

    /// Eight hexadecimal digits that change whenever the style sheet does, for its address.
    pub fn version(&self) -> String {
        base16ct::lower::encode_string(&Sha256::digest(self.css())[..4])
    }
}

impl Default for Look {
    fn default() -> Self {
        Self::of(Accent::default())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const INK: Colour = Colour::new(0x26, 0x22, 0x1d);
    const SOFT: Colour = Colour::new(0x5d, 0x55, 0x4b);

    fn assert_readable(look: &Look) {
        let Look { accent, accent_deep, tint, tint_deep, .. } = *look;
        let pairs = [
            ("accent on paper", accent, PAPER),
            ("accent on a card", accent, Colour::WHITE),
            ("accent on tint", accent, tint),
            ("deep accent on paper", accent_deep, PAPER),
            ("deep accent on tint", accent_deep, tint),
            ("deep accent on deep tint", accent_deep, tint_deep),
            ("white on deep accent", Colour::WHITE, accent_deep),
            ("soft text on tint", SOFT, tint),
            ("text on deep tint", INK, tint_deep),
        ];
        for (what, above, below) in pairs {
            let contrast = above.contrast(below);
            assert!(contrast >= 4.5, "{what}: {contrast:.2} for {}", look.brand);
        }
        assert_ne!(look.accent, look.accent_deep, "nothing shows that the pointer is over a button");
    }

    #[test]
    fn an_awkward_school_colour_becomes_readable() {
        let awkward = [
            "#ffd400", "#ffff00", "#ffffff", "#000000", "#010101", "#ff0000", "#00ff00", "#0000ff", "#808080",
            "#c0c0c0", "#ffc0cb", "#00ffff", "#7fff00", "#800000", "#f5f5dc", "#003366", "#ff7f50", "#40e0d0",
        ];
        for text in awkward {
            assert_readable(&Look::of(text.parse().unwrap()));
        }
    }

    #[test]
    fn a_colour_that_is_readable_already_is_kept() {
        for text in ["#17615d", "#7a1f3d", "#1d3f72", "#4b2e83"] {
            let accent: Accent = text.parse().unwrap();
            assert_eq!(Look::of(accent).accent.to_string(), text);
        }
    }

    #[test]
    fn a_hue_survives_its_correction() {
        let gold: Accent = "#ffd400".parse().unwrap();
        let apart = (Look::of(gold).accent.shade().hue - gold.0.shade().hue).abs();
        assert!(apart < 0.15, "{apart} radians");
    }

    #[test]
    fn pages_without_a_school_have_the_default_accents_colours() {
        let tokens = include_str!("../../../static/style/10-tokens.css");
        assert!(tokens.contains(&Look::default().css()), "10-tokens.css should hold\n{}", Look::default().css());
        assert!(tokens.contains(&format!("--paper: {PAPER};")));
        assert!(tokens.contains(&format!("--ink: {INK};")) && tokens.contains(&format!("--soft: {SOFT};")));
    }

    #[test]
    fn only_six_hexadecimal_digits_are_a_colour() {
        assert_eq!("#1F6F6B".parse::<Accent>().unwrap().to_string(), "#1f6f6b");
        for bad in ["", "#", "1f6f6b", "#1f6", "#1f6f6bff", "#1f6f6g", "#éé6f6", "red", "#1f6f6b;}*{display:none"] {
            assert_eq!(bad.parse::<Accent>(), Err(AccentError), "{bad:?} was taken");
        }
    }

    #[test]
    fn the_version_follows_the_colours() {
        let of = |text: &str| Look::of(text.parse().unwrap()).version();
        assert_eq!(of("#7a1f3d"), of("#7A1F3D"));
        assert_ne!(of("#7a1f3d"), of("#7a1f3e"));
        assert_eq!(of("#7a1f3d").len(), 8);
    }

    proptest! {
        #[test]
        fn every_school_colour_becomes_readable(red: u8, green: u8, blue: u8) {
            assert_readable(&Look::of(Accent(Colour::new(red, green, blue))));
        }
    }
}
