//! A page's content stream turned into lines of text by where the letters stand.

use std::{collections::BTreeMap, rc::Rc};

use super::{
    fonts::Font,
    objects::Objects,
    syntax::{Dict, Lexer, Object},
};
use crate::{finding::Why, limits::Limits};

/// What a page holds.
#[derive(Debug, Default)]
pub(super) struct PageText {
    pub(super) text: String,
    /// Letters drawn whose font does not say which they are.
    pub(super) unknown: usize,
    /// Letters drawn.
    pub(super) letters: usize,
    /// Pictures drawn.
    pub(super) pictures: usize,
    /// Shapes drawn with curves, as outlined letters are.
    pub(super) curves: usize,
    /// It could not be read to its end.
    pub(super) broken: Option<Why>,
}

type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
/// Forms within forms within a page.
const DEEPEST_FORM: usize = 8;
/// A page's text is cut beyond this many bytes.
const LONGEST_PAGE: usize = 4 << 20;

fn multiply(a: &Matrix, b: &Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

#[derive(Clone)]
struct State {
    transform: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    leading: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
}

/// What the pages of a file share.
pub(super) struct Shared {
    /// Fonts by the number of their object.
    fonts: BTreeMap<u32, Rc<Font>>,
    /// Operations that may still be done, in the whole file.
    operations: usize,
}

impl Shared {
    pub(super) const fn new(limits: &Limits) -> Self {
        Self { fonts: BTreeMap::new(), operations: limits.entries.saturating_mul(1_000) }
    }
}

/// What looking up the fonts of a page or form costs, in operations.
const FONT_COST: usize = 20;

/// Draws a page's content.
pub(super) struct Painter<'o, 'a> {
    objects: &'o mut Objects<'a>,
    page: PageText,
    fonts: BTreeMap<Vec<u8>, Rc<Font>>,
    shared: &'o mut Shared,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    /// Where the last letter ended, and its size on the page.
    last: Option<(f64, f64, f64)>,
    /// The letter that is being drawn.
    letter: String,
}

impl<'o, 'a> Painter<'o, 'a> {
    pub(super) fn new(objects: &'o mut Objects<'a>, shared: &'o mut Shared) -> Self {
        let state = State {
            transform: IDENTITY,
            font: None,
            size: 1.0,
            leading: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
        };
        Self {
            objects,
            page: PageText::default(),
            fonts: BTreeMap::new(),
            shared,
            state,
            saved: Vec::new(),
            text: IDENTITY,
            line: IDENTITY,
            last: None,
            letter: String::new(),
        }
    }

    pub(super) fn finish(self) -> PageText {
        self.page
    }

    /// Runs a content stream with its resources.
    pub(super) fn run(&mut self, content: &[u8], resources: Option<&Rc<Dict>>, depth: usize) {
        let outer = std::mem::take(&mut self.fonts);
        if let Some(resources) = resources {
            self.load_fonts(resources);
        }
        let mut lexer = Lexer::new(content, 0);
        let mut operands: Vec<Object> = Vec::new();
        while let Some(object) = lexer.object() {
            match object {
                Object::Word(word) => {
                    if !self.spend(1) {
                        break;
                    }
                    if word == b"BI" {
                        skip_inline_picture(&mut lexer);
                        self.page.pictures += 1;
                    } else {
                        self.operator(&word, &operands, resources, depth);
                    }
                    operands.clear();
                }
                _ if operands.len() < 10_000 => operands.push(object),
                _ => {}
            }
        }
        if lexer.gave_up() {
            self.page.broken = Some(Why::TooManyEntries);
        }
        self.fonts = outer;
    }

    /// Counts operations; says whether they may be done.
    fn spend(&mut self, operations: usize) -> bool {
        let left = self.shared.operations.checked_sub(operations);
        self.shared.operations = left.unwrap_or(0);
        if left.is_none() {
            self.page.broken = Some(Why::TooManyEntries);
        }
        left.is_some()
    }

    fn load_fonts(&mut self, resources: &Dict) {
        let Some(fonts) = self.objects.entry_dict(resources, b"Font").cloned() else { return };
        for (name, object) in fonts.0.iter() {
            let number = if let Object::Reference(number) = object { Some(*number) } else { None };
            if !self.spend(FONT_COST) {
                return;
            }
            if let Some(font) = number.and_then(|number| self.shared.fonts.get(&number)) {
                self.fonts.insert(name.clone(), font.clone());
                continue;
            }
            let Some(dict) = self.objects.dict(object).cloned() else { continue };
            let font = Rc::new(Font::read(self.objects, &dict));
            if let Some(number) = number {
                self.shared.fonts.insert(number, font.clone());
            }
            self.fonts.insert(name.clone(), font);
        }
    }

    fn operator(&mut self, word: &[u8], operands: &[Object], resources: Option<&Rc<Dict>>, depth: usize) {
        let number = |at: usize| operands.get(at).and_then(Object::number).filter(|n| n.is_finite()).unwrap_or(0.0);
        let matrix = || [number(0), number(1), number(2), number(3), number(4), number(5)];
        match word {
            b"q" if self.saved.len() < 200 => self.saved.push(self.state.clone()),
            b"Q" => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            b"cm" => self.state.transform = multiply(&matrix(), &self.state.transform),
            b"BT" => {
                self.text = IDENTITY;
                self.line = IDENTITY;
            }
            b"Tf" => {
                if let Some(name) = operands.first().and_then(Object::name) {
                    self.state.font = self.fonts.get(name).cloned();
                }
                self.state.size = number(1);
            }
            b"TL" => self.state.leading = number(0),
            b"Tc" => self.state.letter_space = number(0),
            b"Tw" => self.state.word_space = number(0),
            b"Tz" => self.state.stretch = number(0) / 100.0,
            b"Td" => self.next_line(number(0), number(1)),
            b"TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            b"Tm" => {
                self.text = matrix();
                self.line = self.text;
            }
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tj" => self.show_operand(operands.first()),
            b"'" => {
                self.next_line(0.0, -self.state.leading);
                self.show_operand(operands.first());
            }
            b"\"" => {
                self.state.word_space = number(0);
                self.state.letter_space = number(1);
                self.next_line(0.0, -self.state.leading);
                self.show_operand(operands.get(2));
            }
            b"TJ" => {
                if let Some(Object::Array(items)) = operands.first() {
                    for item in items.iter() {
                        match item {
                            Object::Text(text) => self.show(text),
                            Object::Number(shift) => {
                                let along = -shift / 1000.0 * self.state.size * self.state.stretch;
                                self.advance(along);
                            }
                            _ => {}
                        }
                    }
                }
            }
            b"c" | b"v" | b"y" => self.page.curves += 1,
            b"sh" => self.page.pictures += 1,
            b"Do" => self.draw(operands.first().and_then(Object::name), resources, depth),
            _ => {}
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = multiply(&[1.0, 0.0, 0.0, 1.0, x, y], &self.line);
        self.text = self.line;
    }

    fn advance(&mut self, along: f64) {
        self.text = multiply(&[1.0, 0.0, 0.0, 1.0, along, 0.0], &self.text);
    }

    fn show_operand(&mut self, operand: Option<&Object>) {
        if let Some(Object::Text(text)) = operand {
            self.show(text);
        }
    }

    fn show(&mut self, text: &[u8]) {
        let Some(font) = self.state.font.clone() else {
            self.page.letters += text.len();
            self.page.unknown += text.len();
            return;
        };
        let mut letter = std::mem::take(&mut self.letter);
        for code in text.chunks(font.width.max(1)) {
            let value = code.iter().fold(0, |value, byte| value << 8 | u32::from(*byte));
            let width = font.show(value, &mut letter);
            self.page.letters += 1;
            let space = letter == " " || letter == "\u{a0}";
            if letter.is_empty() {
                self.page.unknown += 1;
            } else {
                self.place(&letter);
            }
            let word = if space && font.width == 1 { self.state.word_space } else { 0.0 };
            self.advance((width * self.state.size + self.state.letter_space + word) * self.state.stretch);
            if let Some(last) = &mut self.last {
                let end = multiply(&self.text, &self.state.transform);
                (last.0, last.1) = (end[4] - self.state.letter_space * self.state.stretch * end[0], end[5]);
            }
        }
        self.letter = letter;
    }

    /// Puts a letter down: a new line where it stands lower or higher, a space where there is a gap.
    fn place(&mut self, letter: &str) {
        if self.page.text.len() > LONGEST_PAGE {
            self.page.broken = Some(Why::TooMuchInside);
            return;
        }
        let at = multiply(&self.text, &self.state.transform);
        let size = (self.state.size * (at[1].hypot(at[0]))).abs().max(0.1);
        if let Some((x, y, last_size)) = self.last {
            let tall = size.max(last_size);
            // Along and across the line of writing, whichever way the page is turned.
            let (cos, sin) = (at[0] / at[0].hypot(at[1]).max(1e-9), at[1] / at[0].hypot(at[1]).max(1e-9));
            let (dx, dy) = (at[4] - x, at[5] - y);
            let (along, across) = (dx * cos + dy * sin, dy * cos - dx * sin);
            if across.abs() > tall * 0.5 {
                // Twice a line's height parts paragraphs.
                self.page.text.push_str(if across.abs() > tall * 2.2 { "\n\n" } else { "\n" });
            } else if along > tall * 1.5 {
                self.page.text.push('\t');
            } else if (along > tall * 0.16 || along < -tall)
                && !self.page.text.ends_with([' ', '\n', '\t'])
                && letter != " "
            {
                self.page.text.push(' ');
            }
        }
        self.page.text.push_str(letter);
        self.last = Some((at[4], at[5], size));
    }

    fn draw(&mut self, name: Option<&[u8]>, resources: Option<&Rc<Dict>>, depth: usize) {
        let (Some(name), Some(resources)) = (name, resources) else { return };
        let reference = self.objects.entry_dict(resources, b"XObject").and_then(|objects| objects.get(name)).cloned();
        let Some(Object::Reference(number)) = reference else { return };
        let Some(stored) = self.objects.stored(number).cloned() else { return };
        let Object::Dict(dict) = &stored.object else { return };
        if dict.get(b"Subtype").and_then(Object::name) != Some(b"Form") {
            self.page.pictures += 1;
            return;
        }
        if depth >= DEEPEST_FORM {
            self.page.broken = Some(Why::TooDeep);
            return;
        }
        let content = match self.objects.data(&stored) {
            Ok(content) => content,
            Err(why) => {
                self.page.broken = Some(why);
                return;
            }
        };
        let own = self.objects.entry_dict(dict, b"Resources").cloned();
        let outer = (self.state.clone(), self.text, self.line, self.saved.len());
        if let Some(Object::Array(matrix)) = self.objects.entry(dict, b"Matrix") {
            let mut values = IDENTITY;
            for (value, item) in values.iter_mut().zip(matrix.iter()) {
                *value = item.number().unwrap_or(*value);
            }
            self.state.transform = multiply(&values, &self.state.transform);
        }
        self.run(&content, own.as_ref().or(Some(resources)), depth + 1);
        (self.state, self.text, self.line) = (outer.0, outer.1, outer.2);
        self.saved.truncate(outer.3);
    }
}

/// Goes past `ID ... EI`.
fn skip_inline_picture(lexer: &mut Lexer<'_>) {
    let rest = lexer.bytes.get(lexer.at..).unwrap_or_default();
    let Some(data) = memchr::memmem::find(rest, b"ID") else {
        lexer.at = lexer.bytes.len();
        return;
    };
    let mut from = data + 2;
    while let Some(found) = rest.get(from..).and_then(|rest| memchr::memmem::find(rest, b"EI")) {
        let at = from + found;
        let space = |at: usize| rest.get(at).is_none_or(|byte| super::syntax::is_space(*byte));
        if space(at.wrapping_sub(1)) && space(at + 2) {
            lexer.at += at + 2;
            return;
        }
        from = at + 2;
    }
    lexer.at = lexer.bytes.len();
}
