//! A page's content stream run: where each letter stands, and which it is.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use super::{
    fonts::{Font, text_string},
    lines::{Letter, Lines},
    objects::{Objects, Stored},
    syntax::{Dict, Lexer, Object},
};
use crate::{finding::Why, limits::Limits};

/// What a page holds.
#[derive(Debug, Default)]
pub(super) struct PageText {
    pub(super) lines: Lines,
    /// Letters drawn whose font does not say which they are, or says two things.
    pub(super) unknown: usize,
    /// The longest row of such letters.
    pub(super) unknown_row: usize,
    row: usize,
    /// Letters drawn.
    pub(super) letters: usize,
    /// Pictures drawn.
    pub(super) pictures: usize,
    /// Shapes drawn with curves, as outlined letters are.
    pub(super) curves: usize,
    /// It could not be read to its end.
    pub(super) broken: Option<Why>,
}

impl PageText {
    fn unknown(&mut self, letters: usize) {
        self.unknown += letters;
        self.row += letters;
        self.unknown_row = self.unknown_row.max(self.row);
    }
}

type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
/// Forms within forms within a page.
const DEEPEST_FORM: usize = 8;
/// Marked content within marked content.
const DEEPEST_MARK: usize = 200;

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
    rise: f64,
}

/// What the pages of a file share.
pub(super) struct Shared {
    /// Fonts by the number of their object.
    fonts: BTreeMap<u32, Rc<Font>>,
    /// Fonts by the name that pages know them under, for content that no page is known of.
    named: BTreeMap<Vec<u8>, Rc<Font>>,
    /// Streams that have been run, by where they stand.
    pub(super) ran: BTreeSet<usize>,
    /// Hashes of texts that were handed on with their page.
    pub(super) said: BTreeSet<u64>,
    /// Operations that may still be done, in the whole file.
    operations: usize,
}

impl Shared {
    pub(super) const fn new(limits: &Limits) -> Self {
        Self {
            fonts: BTreeMap::new(),
            named: BTreeMap::new(),
            ran: BTreeSet::new(),
            said: BTreeSet::new(),
            operations: limits.entries.saturating_mul(1_000),
        }
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
    /// The letter that is being drawn.
    letter: String,
    /// What letters are drawn with, and a number that changes with it.
    style: (usize, f64, f64, u32),
    /// For each marked content that is open, whether a text stands for it.
    marks: Vec<bool>,
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
            rise: 0.0,
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
            letter: String::new(),
            style: (0, 0.0, 0.0, 0),
            marks: Vec::new(),
        }
    }

    pub(super) fn finish(mut self) -> PageText {
        self.page.lines.flush();
        if self.page.lines.cut {
            self.page.broken = Some(Why::TooMuchInside);
        }
        self.page
    }

    /// Runs a stream that stands by itself: an annotation's appearance, a pattern, what is left over of earlier pages.
    pub(super) fn run_alone(&mut self, stored: &Stored, resources: Option<&Rc<Dict>>) {
        if !self.shared.ran.insert(stored.at) {
            return;
        }
        match self.objects.data(stored) {
            Ok(content) => {
                let own = stored.dict().and_then(|dict| self.objects.entry_dict(dict, b"Resources")).cloned();
                self.run(&content, own.as_ref().or(resources), 0);
            }
            Err(why) => self.page.broken = Some(why),
        }
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
            if !self.spend(FONT_COST) {
                return;
            }
            if let Some(font) = self.font(object) {
                self.shared.named.entry(name.clone()).or_insert_with(|| font.clone());
                self.fonts.insert(name.clone(), font);
            }
        }
    }

    fn font(&mut self, object: &Object) -> Option<Rc<Font>> {
        let number = if let Object::Reference(number) = object { Some(*number) } else { None };
        if let Some(font) = number.and_then(|number| self.shared.fonts.get(&number)) {
            return Some(font.clone());
        }
        let dict = self.objects.dict(object).cloned()?;
        let font = Rc::new(Font::read(self.objects, &dict));
        if let Some(number) = number {
            self.shared.fonts.insert(number, font.clone());
        }
        Some(font)
    }

    /// A graphics state dictionary may set the font too.
    fn graphics_state(&mut self, name: Option<&[u8]>, resources: Option<&Rc<Dict>>) {
        let (Some(name), Some(resources)) = (name, resources) else { return };
        let states = self.objects.entry_dict(resources, b"ExtGState");
        let state = states.and_then(|states| self.objects.entry_dict(states, name));
        let Some(Object::Array(font)) = state.and_then(|state| self.objects.entry(state, b"Font")).cloned() else {
            return;
        };
        if let [font, size] = font.as_slice()
            && self.spend(FONT_COST)
        {
            self.state.font = self.font(font).or(self.state.font.take());
            self.state.size = size.number().unwrap_or(self.state.size);
        }
    }

    /// Marked content begins, with a property list here or among the resources; what it says beside the letters is text too.
    fn mark(&mut self, properties: Option<&Object>, resources: Option<&Rc<Dict>>) {
        let dict = match properties {
            Some(Object::Dict(dict)) => Some(dict.clone()),
            Some(Object::Name(name)) => resources
                .and_then(|resources| self.objects.entry_dict(resources, b"Properties"))
                .and_then(|all| self.objects.entry_dict(all, name))
                .cloned(),
            _ => None,
        };
        let text = |key: &[u8]| match dict.as_ref().and_then(|dict| self.objects.entry(dict, key)) {
            Some(Object::Text(text)) => Some(text_string(text)),
            _ => None,
        };
        let (instead, alternatives) = (text(b"ActualText"), [text(b"Alt"), text(b"E")]);
        for alternative in alternatives.into_iter().flatten() {
            self.page.lines.note(&alternative);
        }
        self.marks.push(instead.is_some());
        if let Some(instead) = instead {
            self.page.lines.begin_instead(instead);
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
                    self.state.font = self.fonts.get(name).or_else(|| self.shared.named.get(name)).cloned();
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
            b"Ts" => self.state.rise = number(0),
            b"gs" => self.graphics_state(operands.first().and_then(Object::name), resources),
            b"BDC" | b"BMC" if self.marks.len() < DEEPEST_MARK => self.mark(operands.get(1), resources),
            b"DP" if self.marks.len() < DEEPEST_MARK => {
                self.mark(operands.get(1), resources);
                self.unmark();
            }
            b"EMC" => self.unmark(),
            b"c" | b"v" | b"y" => self.page.curves += 1,
            b"sh" => self.page.pictures += 1,
            b"Do" => self.draw(operands.first().and_then(Object::name), resources, depth),
            _ => {}
        }
    }

    fn unmark(&mut self) {
        if self.marks.pop() == Some(true) {
            self.page.lines.end_instead();
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
            self.page.unknown(text.len());
            return;
        };
        let style = (Rc::as_ptr(&font) as usize, self.state.size, self.state.letter_space);
        if style != (self.style.0, self.style.1, self.style.2) {
            self.style = (style.0, style.1, style.2, self.style.3.wrapping_add(1));
        }
        let mut letter = std::mem::take(&mut self.letter);
        for code in text.chunks(font.width.max(1)) {
            let value = code.iter().fold(0, |value, byte| value << 8 | u32::from(*byte));
            let width = font.show(value, &mut letter);
            self.page.letters += 1;
            let space = letter == " " || letter == "\u{a0}";
            let instead = self.page.lines.is_instead();
            if !instead && (letter.is_empty() || font.doubtful) {
                self.page.unknown(1);
            } else if !space {
                self.page.row = 0;
            }
            let word = if space && font.width == 1 { self.state.word_space } else { 0.0 };
            let start = self.pen();
            self.advance((width * self.state.size + self.state.letter_space + word) * self.state.stretch);
            if instead || !letter.is_empty() {
                self.place(&letter, &start);
            }
        }
        self.letter = letter;
    }

    /// Where letters are drawn now.
    fn pen(&self) -> Matrix {
        multiply(&multiply(&[1.0, 0.0, 0.0, 1.0, 0.0, self.state.rise], &self.text), &self.state.transform)
    }

    fn place(&mut self, text: &str, start: &Matrix) {
        let end = self.pen();
        let length = start[0].hypot(start[1]);
        let size = (self.state.size * length).abs().max(0.1);
        let along = if length > 1e-9 { (start[0] / length, start[1] / length) } else { (1.0, 0.0) };
        let letter =
            Letter { text, start: (start[4], start[5]), end: (end[4], end[5]), along, size, style: self.style.3 };
        self.page.lines.place(&letter);
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
        self.shared.ran.insert(stored.at);
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
