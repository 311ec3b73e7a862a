//! The typefaces, and text as glyphs of them.

use std::{cell::RefCell, collections::HashMap};

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::{
    FontRef, MetadataProvider,
    charmap::Charmap,
    instance::{LocationRef, Size},
    metrics::GlyphMetrics,
};
use unicode_normalization::UnicodeNormalization;

use crate::PrintError;

const REGULAR: &[u8] = include_bytes!("../fonts/atkinson-next-400.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/atkinson-next-700.ttf");
/// For letters that the others lack: Vietnamese, Greek, Cyrillic.
const OTHER: &[u8] = include_bytes!("../fonts/open-sans-400.ttf");

/// How heavy text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// A letter as it is drawn: which typeface has it, as which glyph, how wide in ems.
#[derive(Clone, Copy)]
struct Drawn {
    letter: char,
    face: usize,
    glyph: u32,
    width: f32,
}

/// One typeface.
struct Face {
    font: Font,
    charmap: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    units: f32,
}

/// A stretch of text in one typeface.
pub(crate) struct Run {
    pub(crate) font: Font,
    pub(crate) text: String,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    /// In ems.
    pub(crate) width: f32,
}

/// The typefaces.
pub(crate) struct Fonts {
    faces: [Face; 3],
    /// Letters that were looked up: the same few, thousands of times.
    known: RefCell<HashMap<(char, bool), Option<Drawn>>>,
}

impl Face {
    fn new(bytes: &'static [u8]) -> Result<Self, PrintError> {
        let font = Font::new(bytes.into(), 0).ok_or(PrintError::Font)?;
        let read = FontRef::new(bytes).map_err(|_| PrintError::Font)?;
        let units = font.units_per_em();
        let metrics = read.glyph_metrics(Size::unscaled(), LocationRef::default());
        Ok(Self { font, charmap: read.charmap(), metrics, units })
    }

    /// The glyph of a letter, and its width in ems.
    fn glyph(&self, letter: char) -> Option<(u32, f32)> {
        let id = self.charmap.map(letter)?;
        Some((id.to_u32(), self.metrics.advance_width(id)? / self.units))
    }
}

impl Fonts {
    /// Reads the typefaces.
    pub(crate) fn new() -> Result<Self, PrintError> {
        Ok(Self { faces: [Face::new(REGULAR)?, Face::new(BOLD)?, Face::new(OTHER)?], known: RefCell::default() })
    }

    /// Whether every letter of `text` is in one of the typefaces, and reads from left to right as they are drawn.
    pub(crate) fn can_print(&self, text: &str) -> bool {
        plain(text).chars().all(|letter| self.look_up(letter, Weight::Regular).is_some())
    }

    fn look_up(&self, letter: char, weight: Weight) -> Option<Drawn> {
        let is_bold = weight == Weight::Bold;
        *self.known.borrow_mut().entry((letter, is_bold)).or_insert_with(|| {
            // Nothing here puts letters from right to left.
            let is_hebrew = matches!(letter, '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}');
            let first = usize::from(is_bold);
            [first, 2].into_iter().filter(|face| *face == first || !is_hebrew).find_map(|face| {
                let (glyph, width) = self.faces.get(face)?.glyph(letter)?;
                Some(Drawn { letter, face, glyph, width })
            })
        })
    }

    /// Every letter of `text` as it is drawn. One that no typeface has, which only a school's own wording can still hold, is
    /// a question mark: to be seen and put right.
    fn drawn(&self, text: &str, weight: Weight) -> Vec<Drawn> {
        let drawn = |letter| self.look_up(letter, weight).or_else(|| self.look_up('?', weight));
        plain(text).chars().filter_map(drawn).collect()
    }

    /// `text` as glyphs.
    pub(crate) fn runs(&self, text: &str, weight: Weight) -> Vec<Run> {
        let mut runs: Vec<(usize, Run)> = Vec::new();
        for Drawn { letter, face, glyph, width } in self.drawn(text, weight) {
            if runs.last().is_none_or(|(last, _)| *last != face) {
                let Some(Face { font, .. }) = self.faces.get(face) else { continue };
                runs.push((face, Run { font: font.clone(), text: String::new(), glyphs: Vec::new(), width: 0.0 }));
            }
            let Some((_, run)) = runs.last_mut() else { continue };
            let start = run.text.len();
            run.text.push(letter);
            run.width += width;
            let range = start..run.text.len();
            run.glyphs.push(KrillaGlyph::new(GlyphId::new(glyph), width, 0.0, 0.0, 0.0, range, None));
        }
        runs.into_iter().map(|(_, run)| run).collect()
    }

    /// How wide `text` is, in ems.
    pub(crate) fn width(&self, text: &str, weight: Weight) -> f32 {
        self.drawn(text, weight).iter().map(|drawn| drawn.width).sum()
    }
}

/// Letters with their accents in one, without what is not seen.
fn plain(text: &str) -> String {
    let unseen = |letter: &char| {
        !letter.is_control()
            && !matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
    };
    text.nfc().map(|letter| if letter == '\u{a0}' { ' ' } else { letter }).filter(unseen).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "so a test fails")]

    use super::*;

    #[test]
    fn welsh_and_every_neighbours_letters_are_printed_and_no_empty_box() {
        let fonts = Fonts::new().unwrap();
        for name in
            ["Siân Llŷr Ŵyn", "Łukasz Żółć", "Nguyễn Thị Hằng", "Ольга", "Ελένη", "Zoe\u{308} O’Brien-Ståhl", "Şükrü"]
        {
            assert!(fonts.can_print(name), "{name}");
            for run in fonts.runs(name, Weight::Bold) {
                assert!(run.glyphs.iter().all(|glyph| glyph.glyph_id.to_u32() != 0), "{name}");
            }
        }
    }

    #[test]
    fn a_script_that_is_not_here_is_known_not_to_be() {
        let fonts = Fonts::new().unwrap();
        for name in ["王小明", "محمد", "שרה", "प्रिया", "Ana 🎉"] {
            assert!(!fonts.can_print(name), "{name}");
        }
        let shown: String = fonts.runs("Ana 🎉", Weight::Regular).into_iter().map(|run| run.text).collect();
        assert_eq!(shown, "Ana ?");
    }
}
