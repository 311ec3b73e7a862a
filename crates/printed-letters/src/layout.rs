//! What stands on a sheet, and where on its pages: blocks of text go from top to bottom, and what belongs together is not
//! torn apart as long as it fits on a page.

use std::num::NonZeroU16;

use krilla::tagging::{Tag, TagKind};
use qrcodegen::{QrCode, QrCodeEcc};

use crate::fonts::{Fonts, Weight};

/// A4 (ISO 216), in points.
pub(crate) const PAGE: (f32, f32) = (595.28, 841.89);
/// The margin on every side: room to punch holes.
const MARGIN: f32 = 56.0;
/// Where the text ends and the foot begins.
const BOTTOM: f32 = PAGE.1 - 64.0;
/// The width of a line.
const MEASURE: f32 = PAGE.0 - 2.0 * MARGIN;
/// From line to line, in ems.
const LEADING: f32 = 1.35;
/// Where the baseline is in a line, in ems.
const BASELINE: f32 = 1.0;
/// The side of a box to tick: large enough for a pen.
pub(crate) const TICK: f32 = 13.0;
/// The side of the square for a camera.
const QR: f32 = 110.0;
/// The margin a reader of the square needs (ISO/IEC 18004 section 6.3.8), in modules.
const QUIET: i32 = 4;

/// Something on a sheet.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    /// A heading of this level.
    Heading(u16, String),
    /// A paragraph.
    Text(String),
    /// A paragraph in small letters.
    Small(String),
    /// What the eye is to find at once: the code. Nothing else may stand in its line.
    Code(String),
    /// A square that a telephone's camera reads, with what it says in words.
    Camera(String, String),
    /// Boxes to tick, each with its words.
    Ticks(Vec<String>),
    /// A line to write on.
    WriteOn(String),
    /// Room, in points.
    Gap(f32),
}

/// What is drawn on a page, in points from its top left.
pub(crate) enum Mark {
    /// Text with its baseline at `y`.
    Text { x: f32, y: f32, size: f32, weight: Weight, text: String, block: usize },
    /// A line from `x` on.
    Rule { x: f32, y: f32, width: f32 },
    /// An empty box.
    Tick { x: f32, y: f32 },
    /// The square for a camera: its dark modules.
    Camera { x: f32, y: f32, module: f32, dark: Vec<(i32, i32, i32)>, block: usize },
}

/// A part that stays in one piece.
struct Piece {
    height: f32,
    marks: Vec<Mark>,
}

/// A sheet laid out: its pages, and what each block is.
#[derive(Default)]
pub(crate) struct Laid {
    pub(crate) pages: Vec<Vec<Mark>>,
    pub(crate) blocks: Vec<TagKind>,
}

impl Mark {
    fn down(self, by: f32) -> Self {
        match self {
            Self::Text { x, y, size, weight, text, block } => Self::Text { x, y: y + by, size, weight, text, block },
            Self::Rule { x, y, width } => Self::Rule { x, y: y + by, width },
            Self::Tick { x, y } => Self::Tick { x, y: y + by },
            Self::Camera { x, y, module, dark, block } => Self::Camera { x, y: y + by, module, dark, block },
        }
    }
}

/// Lays out `groups`: the blocks of each belong together. `foot` says what stands at the foot of page `number` of `of`.
pub(crate) fn lay_out(fonts: &Fonts, groups: &[Vec<Block>], foot: impl Fn(u64, u64) -> String) -> Laid {
    let mut laid = Laid::default();
    laid.pages.push(Vec::new());
    let mut y = MARGIN;
    for group in groups {
        let pieces: Vec<Piece> = group.iter().flat_map(|block| pieces(fonts, block, &mut laid.blocks)).collect();
        let height: f32 = pieces.iter().map(|piece| piece.height).sum();
        if y + height > BOTTOM && y > MARGIN && height <= BOTTOM - MARGIN {
            laid.pages.push(Vec::new());
            y = MARGIN;
        }
        for piece in pieces {
            if y + piece.height > BOTTOM && y > MARGIN {
                laid.pages.push(Vec::new());
                y = MARGIN;
            }
            if let Some(page) = laid.pages.last_mut() {
                page.extend(piece.marks.into_iter().map(|mark| mark.down(y)));
            }
            y += piece.height;
        }
    }
    let of = laid.pages.len() as u64;
    for (page, number) in laid.pages.iter_mut().zip(1..) {
        let (x, y) = (MARGIN, PAGE.1 - 40.0);
        // No block of the sheet: a screen reader passes it over.
        let (text, block) = (foot(number, of), usize::MAX);
        page.push(Mark::Text { x, y, size: 9.0, weight: Weight::Regular, text, block });
    }
    laid
}

fn heading(level: u16, text: &str) -> TagKind {
    Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(text.to_owned())).into()
}

fn pieces(fonts: &Fonts, block: &Block, blocks: &mut Vec<TagKind>) -> Vec<Piece> {
    let number = blocks.len();
    match block {
        Block::Heading(level, text) => {
            blocks.push(heading(*level, text));
            let size = if *level == 1 { 19.0 } else { 12.5 };
            let mut lines = lines(fonts, text, size, Weight::Bold, MARGIN, MEASURE, number);
            if let Some(last) = lines.last_mut() {
                last.height += 3.0;
            }
            lines
        }
        Block::Text(text) | Block::Small(text) => {
            blocks.push(Tag::P.into());
            let size = if matches!(block, Block::Text(_)) { 11.5 } else { 9.5 };
            let mut lines = lines(fonts, text, size, Weight::Regular, MARGIN, MEASURE, number);
            if let Some(last) = lines.last_mut() {
                last.height += size * 0.4;
            }
            lines
        }
        Block::Code(text) => {
            blocks.push(Tag::P.into());
            let size = 24.0;
            let text = text.clone();
            let mark = Mark::Text { x: MARGIN, y: size, size, weight: Weight::Bold, text, block: number };
            vec![Piece { height: size * 1.5, marks: vec![mark] }]
        }
        Block::Camera(address, alt) => camera(address, alt, blocks),
        Block::Ticks(choices) => ticks(fonts, choices, blocks),
        Block::WriteOn(label) => {
            blocks.push(Tag::P.into());
            let size = 11.5;
            let x = MARGIN + fonts.width(label, Weight::Regular) * size + 8.0;
            let (weight, text) = (Weight::Regular, label.clone());
            let label = Mark::Text { x: MARGIN, y: 22.0, size, weight, text, block: number };
            let rule = Mark::Rule { x, y: 24.0, width: (MARGIN + MEASURE - x).max(0.0) };
            vec![Piece { height: 30.0, marks: vec![label, rule] }]
        }
        Block::Gap(height) => vec![Piece { height: *height, marks: Vec::new() }],
    }
}

fn camera(address: &str, alt: &str, blocks: &mut Vec<TagKind>) -> Vec<Piece> {
    // The address stands beside it in letters, so one too long for a square leaves none.
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Medium) else { return Vec::new() };
    let number = blocks.len();
    blocks.push(Tag::Figure(Some(alt.to_owned())).into());
    let module = QR / (code.size() + 2 * QUIET) as f32;
    let mut dark = Vec::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                dark.push((x + QUIET, y + QUIET, run));
            }
            x += run.max(1);
        }
    }
    // The margin of the square is white already.
    let mark = Mark::Camera { x: MARGIN - QUIET as f32 * module, y: 0.0, module, dark, block: number };
    vec![Piece { height: QR, marks: vec![mark] }]
}

/// Beside each other where they fit, and else below.
fn ticks(fonts: &Fonts, choices: &[String], blocks: &mut Vec<TagKind>) -> Vec<Piece> {
    const SIZE: f32 = 11.5;
    const BESIDE: f32 = TICK + 7.0;
    const BETWEEN: f32 = 26.0;
    let widths: Vec<f32> =
        choices.iter().map(|choice| BESIDE + fonts.width(choice, Weight::Regular) * SIZE + BETWEEN).collect();
    let in_row = widths.iter().sum::<f32>() - BETWEEN <= MEASURE;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut row = Piece { height: TICK + 9.0, marks: Vec::new() };
    let mut x = MARGIN;
    for (choice, width) in choices.iter().zip(widths) {
        let block = blocks.len();
        blocks.push(Tag::P.into());
        let mut marks = vec![Mark::Tick { x, y: 2.0 }];
        if in_row {
            let (weight, text) = (Weight::Regular, choice.clone());
            marks.push(Mark::Text { x: x + BESIDE, y: 2.0 + TICK - 2.5, size: SIZE, weight, text, block });
            row.marks.append(&mut marks);
            x += width;
            continue;
        }
        let mut lines = lines(fonts, choice, SIZE, Weight::Regular, MARGIN + BESIDE, MEASURE - BESIDE, block);
        if let Some(first) = lines.first_mut() {
            first.marks.append(&mut marks);
        }
        if let Some(last) = lines.last_mut() {
            last.height += 4.0;
        }
        pieces.extend(lines);
    }
    if in_row {
        pieces.push(row);
    }
    pieces
}

/// A paragraph in lines, broken where words end; a word longer than a line is broken where the line ends.
fn lines(fonts: &Fonts, text: &str, size: f32, weight: Weight, x: f32, room: f32, block: usize) -> Vec<Piece> {
    let width = |text: &str| fonts.width(text, weight) * size;
    let space = width(" ");
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut taken) = (String::new(), 0.0);
    for word in text.split_whitespace() {
        let wide = width(word);
        if !line.is_empty() && taken + space + wide <= room {
            line.push(' ');
            line.push_str(word);
            taken += space + wide;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        taken = 0.0;
        let mut letters = [0; 4];
        for letter in word.chars() {
            let wide = width(letter.encode_utf8(&mut letters));
            if taken + wide > room {
                lines.push(std::mem::take(&mut line));
                taken = 0.0;
            }
            line.push(letter);
            taken += wide;
        }
    }
    lines.push(line);
    let piece = |text: String| {
        let mark = Mark::Text { x, y: size * BASELINE, size, weight, text, block };
        Piece { height: size * LEADING, marks: vec![mark] }
    };
    lines.into_iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "so a test fails")]

    use super::*;

    fn texts(page: &[Mark]) -> Vec<&str> {
        page.iter()
            .filter_map(|mark| if let Mark::Text { text, .. } = mark { Some(text.as_str()) } else { None })
            .collect()
    }

    #[test]
    fn what_belongs_together_goes_to_the_next_page_together() {
        let fonts = Fonts::new().unwrap();
        let tall = vec![Block::Gap(600.0)];
        let group =
            vec![Block::Heading(2, "Website".into()), Block::Gap(100.0), Block::Ticks(vec!["Yes".into(), "No".into()])];
        let laid = lay_out(&fonts, &[tall, group], |number, of| format!("{number}/{of}"));
        assert_eq!(laid.pages.len(), 2);
        assert_eq!(texts(&laid.pages[0]), ["1/2"]);
        assert_eq!(texts(&laid.pages[1]), ["Website", "Yes", "No", "2/2"]);
    }

    #[test]
    fn nothing_stands_outside_its_page_whatever_is_written() {
        let fonts = Fonts::new().unwrap();
        let long = "A sentence of a school that goes on and on. ".repeat(400);
        let word = "x".repeat(500);
        let laid = lay_out(&fonts, &[vec![Block::Text(long), Block::Text(word)]], |_, _| String::new());
        assert!(laid.pages.len() > 2);
        for mark in laid.pages.iter().flatten() {
            let Mark::Text { x, y, size, text, weight, .. } = mark else { continue };
            assert!(x + fonts.width(text, *weight) * size <= PAGE.0 - MARGIN + 0.1 && *y < PAGE.1 - 30.0);
        }
    }
}
