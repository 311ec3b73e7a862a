//! How wide the letters of the 14 standard fonts are (ISO 32000-1 9.6.2.2): fonts that a file need not bring, nor say the widths of.
//!
//! In thousandths of the font's size, after the metrics that Adobe published and that the URW core 35 fonts keep to.

use unicode_normalization::UnicodeNormalization;

/// What the tables go on with after the 95 characters of ASCII.
const BEYOND: &str = "‘’“”–—•…ﬁﬂæœßøØł£";

#[rustfmt::skip]
static HELVETICA: [u16; 112] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
    556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, 222,
    222, 333, 333, 556, 1000, 350, 1000, 500, 500, 889, 944, 611, 611, 778, 222, 556,
];

#[rustfmt::skip]
static HELVETICA_BOLD: [u16; 112] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611,
    611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584, 278,
    278, 500, 500, 556, 1000, 350, 1000, 611, 611, 889, 944, 611, 611, 778, 278, 556,
];

#[rustfmt::skip]
static TIMES: [u16; 112] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
    500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541, 333,
    333, 444, 444, 500, 1000, 350, 1000, 556, 556, 667, 722, 500, 500, 722, 278, 500,
];

#[rustfmt::skip]
static TIMES_BOLD: [u16; 112] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
    611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500,
    556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520, 333,
    333, 500, 500, 500, 1000, 350, 1000, 556, 556, 722, 722, 556, 500, 778, 278, 500,
];

#[rustfmt::skip]
static TIMES_ITALIC: [u16; 112] = [
    250, 333, 420, 500, 500, 833, 778, 214, 333, 333, 500, 675, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 333, 333, 675, 675, 675, 500, 920, 611, 611, 667, 722, 611, 611, 722, 722, 333, 444, 667, 556, 833, 667, 722,
    611, 722, 611, 500, 556, 722, 611, 833, 611, 556, 556, 389, 278, 389, 422, 500, 333, 500, 500, 444, 500, 444, 278, 500,
    500, 278, 278, 444, 278, 722, 500, 500, 500, 500, 389, 389, 278, 500, 444, 667, 444, 444, 389, 400, 275, 400, 541, 333,
    333, 556, 556, 500, 889, 350, 889, 500, 500, 667, 667, 500, 500, 722, 278, 500,
];

#[rustfmt::skip]
static TIMES_BOLD_ITALIC: [u16; 112] = [
    250, 389, 555, 500, 500, 833, 778, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 333, 333, 570, 570, 570, 500, 832, 667, 667, 667, 722, 667, 667, 722, 778, 389, 500, 667, 611, 889, 722, 722,
    611, 722, 667, 556, 611, 722, 667, 889, 667, 611, 611, 333, 278, 333, 570, 500, 333, 500, 500, 444, 500, 444, 333, 500,
    556, 278, 278, 500, 278, 778, 556, 500, 500, 500, 389, 389, 278, 556, 444, 667, 500, 444, 389, 348, 220, 348, 570, 333,
    333, 500, 500, 500, 1000, 350, 1000, 556, 556, 722, 722, 500, 500, 722, 278, 500,
];

/// A design whose widths are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Design {
    Courier,
    Table(&'static [u16; 112]),
}

impl Design {
    /// The design that a font's name speaks of; Helvetica for any other.
    pub(super) fn of(name: &[u8]) -> Self {
        let name = String::from_utf8_lossy(name).to_ascii_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if has(&["courier", "mono", "consolas", "typewriter"]) {
            return Self::Courier;
        }
        let (bold, slanted) = (has(&["bold", "black", "heavy"]), has(&["italic", "oblique"]));
        let serif = has(&["times", "serif", "roman", "georgia", "garamond", "cambria", "book", "minion"]);
        Self::Table(match (serif && !has(&["sans"]), bold, slanted) {
            (true, false, false) => &TIMES,
            (true, true, false) => &TIMES_BOLD,
            (true, false, true) => &TIMES_ITALIC,
            (true, true, true) => &TIMES_BOLD_ITALIC,
            (false, true, _) => &HELVETICA_BOLD,
            (false, false, _) => &HELVETICA,
        })
    }

    /// A character's width, in units of the font's size; that of its letter where it has an accent.
    pub(super) fn width(self, c: char) -> f64 {
        let Self::Table(table) = self else { return 0.6 };
        let at = |c: char| match u32::from(c) {
            code @ 0x20..=0x7e => Some(code as usize - 0x20),
            0xa0 => Some(0),
            _ => BEYOND.chars().position(|known| known == c).map(|at| 95 + at),
        };
        let found = at(c).or_else(|| at(std::iter::once(c).nfd().next()?));
        found.and_then(|at| table.get(at)).map_or(0.556, |width| f64::from(*width) / 1000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_as_wide_as_the_standard_fonts_have_them() {
        assert_eq!(Design::of(b"Helvetica").width('A'), 0.667);
        assert_eq!(Design::of(b"Arial,Bold").width('a'), 0.556);
        assert_eq!(Design::of(b"Times-Roman").width('\u{e9}'), 0.444);
        assert_eq!(Design::of(b"ABCDEF+TimesNewRomanPS-BoldItalicMT").width('’'), 0.333);
        assert_eq!(Design::of(b"Courier").width('W'), 0.6);
        assert_eq!(95 + BEYOND.chars().count(), HELVETICA.len());
    }
}
