//! Colours: contrast as WCAG measures it, and lightness as the eye does.

use std::fmt;

/// A colour of the sRGB screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Colour {
    pub(crate) red: u8,
    pub(crate) green: u8,
    pub(crate) blue: u8,
}

impl fmt::Display for Colour {
    /// `#1f6f6b`, as CSS takes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// Linear light of a channel, 0 to 1 (IEC 61966-2-1).
fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// The nearest channel to an amount of light, or `None` if the screen cannot show it.
fn channel(light: f64) -> Option<u8> {
    let value = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    let value = (value * 255.0).round();
    // In range and whole, so the cast loses nothing.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (0.0..=255.0).contains(&value).then_some(value as u8)
}

impl Colour {
    pub(crate) const WHITE: Self = Self::new(0xff, 0xff, 0xff);

    pub(crate) const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(self) -> f64 {
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// Contrast ratio, 1 to 21 (WCAG 2.2).
    pub(crate) fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The colour in OKLCH (Ottosson 2020): equal steps of lightness look equal in every hue.
    pub(crate) fn shade(self) -> Shade {
        let (r, g, b) = (linear(self.red), linear(self.green), linear(self.blue));
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        let lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s;
        let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
        let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
        Shade { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }
}

/// A colour by lightness (0 black to 1 white), chroma (0 grey to about 0.3) and hue (radians).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shade {
    pub(crate) lightness: f64,
    pub(crate) chroma: f64,
    pub(crate) hue: f64,
}

impl Shade {
    /// The same hue at another lightness and at most this chroma.
    pub(crate) fn at(self, lightness: f64, chroma: f64) -> Colour {
        Self { lightness, chroma, ..self }.on_screen()
    }

    /// The colour on the screen, paler by as much as it takes for the screen to show it.
    fn on_screen(self) -> Colour {
        (0..=50)
            .map(|step| self.chroma * f64::from(50 - step) / 50.0)
            .find_map(|chroma| Self { chroma, ..self }.exactly())
            .unwrap_or(if self.lightness > 0.5 { Colour::WHITE } else { Colour::new(0, 0, 0) })
    }

    fn exactly(self) -> Option<Colour> {
        let (sin, cos) = self.hue.sin_cos();
        let (a, b) = (self.chroma * cos, self.chroma * sin);
        let l = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        Some(Colour {
            red: channel(4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s)?,
            green: channel(-1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s)?,
            blue: channel(-0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn contrast_is_as_wcag_measures_it() {
        let black = Colour::new(0, 0, 0);
        assert!((black.contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
        assert!((black.contrast(black) - 1.0).abs() < 1e-9);
        // The grey that WCAG's own examples give as just passing on white.
        let grey = Colour::new(0x76, 0x76, 0x76).contrast(Colour::WHITE);
        assert!((4.54..4.55).contains(&grey), "{grey}");
    }

    proptest! {
        #[test]
        fn every_colour_comes_back_from_its_shade(red: u8, green: u8, blue: u8) {
            let colour = Colour::new(red, green, blue);
            let back = colour.shade().on_screen();
            for (a, b) in [(back.red, red), (back.green, green), (back.blue, blue)] {
                prop_assert!(a.abs_diff(b) <= 3, "{} came back as {}", colour, back);
            }
        }
    }
}
