//! What a part of the package says, paragraph by paragraph.

use std::{
    collections::BTreeSet,
    hash::{DefaultHasher, Hash, Hasher},
};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::{fields, local, resolved, unescaped, value};
use crate::{
    cuts,
    document::Kind,
    finding::Why,
    intake::{Counted, Intake, Traced},
    limits::Limits,
};

/// Text right after a picture is taken for its caption up to this length, in bytes.
const CAPTION: usize = 200;
/// What is shown around a deletion, in bytes on either side.
const AROUND: usize = 80;
/// Values of one part that are told apart.
const MOST_VALUES: usize = 20_000;

/// How a part is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// Paragraphs of text.
    Words,
    /// Every element is a text of its own: properties, charts, settings.
    Elements,
    /// Elements may be pieces of one name: data of other programs.
    Data,
}

#[derive(Default)]
struct Paragraph {
    now: Traced,
    /// With what was deleted, and where that begins and ends.
    all: Option<(String, usize, usize)>,
    /// As it was before anything was inserted.
    was: Option<String>,
    kind: Option<Kind>,
    picture: bool,
    /// The next paragraph goes on where this one ends: a drop cap, or a deleted paragraph mark.
    goes_on: bool,
}

struct Words<'i, 't> {
    part: Counted<'i>,
    source: &'t str,
    stack: Vec<Paragraph>,
    carried: Option<Paragraph>,
    row: Option<Traced>,
    in_text: bool,
    deleted: usize,
    inserted: usize,
    /// Instructions of the fields that are open.
    fields: Vec<String>,
    instruction: bool,
    /// Text set above other text, and whether that is being read.
    ruby: Option<String>,
    in_properties: bool,
    picture_before: bool,
    reading: Reading,
    base: Kind,
    fallback: usize,
    /// Hashes of what was said, so that what stands twice for old programs is said once.
    said: BTreeSet<u64>,
    values: BTreeSet<u64>,
    gathered: String,
}

/// The local name of a part's first element.
pub(crate) fn root(text: &str) -> String {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => {
                return String::from_utf8_lossy(local(start.name().as_ref())).into_owned();
            }
            Ok(Event::Eof) | Err(_) => return String::new(),
            Ok(_) => {}
        }
    }
}

/// Reads a part whose first element is `root`.
///
/// # Errors
/// Why not all of it could be read.
pub(crate) fn read(name: &str, text: &str, root: &str, limits: &Limits, intake: &mut dyn Intake) -> Result<(), Why> {
    let (reading, base) = match root {
        "document" | "footnotes" | "endnotes" | "glossaryDocument" => (Reading::Words, Kind::Body),
        "hdr" | "ftr" => (Reading::Words, Kind::HeaderFooter),
        "comments" => (Reading::Words, Kind::Comment),
        "chartSpace" | "dataModel" | "drawing" | "userShapes" => (Reading::Elements, Kind::Body),
        "Properties" | "coreProperties" => (Reading::Elements, Kind::Property),
        "Relationships" | "Types" | "styles" | "settings" | "fonts" | "numbering" | "theme" | "webSettings"
        | "people" => (Reading::Elements, Kind::Comment),
        _ => (Reading::Data, Kind::Comment),
    };
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut words = Words {
        part: Counted::begin_in(intake, name, text),
        source: text,
        stack: vec![Paragraph::default()],
        carried: None,
        row: None,
        in_text: reading != Reading::Words,
        deleted: 0,
        inserted: 0,
        fields: Vec::new(),
        instruction: false,
        ruby: None,
        in_properties: false,
        picture_before: false,
        reading,
        base,
        fallback: 0,
        said: BTreeSet::new(),
        values: BTreeSet::new(),
        gathered: String::new(),
    };
    let (mut depth, mut whole) = (0_usize, Ok(()));
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                depth += 1;
                if depth > limits.depth {
                    return Err(Why::TooDeep);
                }
                words.start(&start, false);
            }
            Ok(Event::Empty(start)) => words.start(&start, true),
            Ok(Event::End(end)) => {
                depth = depth.saturating_sub(1);
                words.end(local(end.name().as_ref()));
            }
            Ok(Event::Text(piece)) => words.text(&piece.decode().unwrap_or_default(), &piece),
            Ok(Event::CData(piece)) => words.text(&String::from_utf8_lossy(&piece), &piece),
            Ok(Event::GeneralRef(reference)) => match resolved(&reference) {
                Some(text) => words.reference(&text, &reference),
                None => whole = Err(Why::Damaged),
            },
            // No program that shows documents takes one; whatever it declares was not put in.
            Ok(Event::DocType(declared)) => {
                words.part.run(Kind::Comment, &String::from_utf8_lossy(&declared), |_| {});
                whole = Err(Why::Damaged);
            }
            Ok(Event::Comment(aside)) => words.part.run(Kind::Comment, &String::from_utf8_lossy(&aside), |_| {}),
            Ok(Event::PI(aside)) => words.part.run(Kind::Comment, &String::from_utf8_lossy(&aside), |_| {}),
            Ok(Event::Eof) => break,
            Ok(Event::Decl(_)) => {}
            Err(_) => return Err(Why::Damaged),
        }
    }
    while words.stack.len() > 1 {
        words.paragraph_ends();
    }
    if let Some(carried) = words.carried.take() {
        words.tell(&carried);
    }
    words.flush_top();
    words.gathered();
    words.part.end(text.len() as u64);
    whole
}

impl Words<'_, '_> {
    /// Where bytes of the markup stand in it, if that is wanted.
    fn place(&self, piece: &[u8]) -> Option<usize> {
        let at = (piece.as_ptr() as usize).checked_sub(self.source.as_ptr() as usize)?;
        (self.part.traces() && at <= self.source.len()).then_some(at)
    }

    fn push(&mut self, text: &str, at: Option<usize>) {
        for (from, to) in cuts::pieces(text) {
            let piece = text.get(from..to).unwrap_or_default();
            let (deleted, inserted) = (self.deleted > 0, self.inserted > 0);
            if let Some(top) = self.stack.last_mut() {
                top.add(piece, at.map(|at| at + from), deleted, inserted);
            }
            self.hand_on_long();
        }
    }

    /// Hands on a paragraph that grows too long, and goes on with it.
    fn hand_on_long(&mut self) {
        let base = self.base;
        if let Some(top) = self.stack.last_mut().filter(|top| top.longest().is_some_and(cuts::is_long)) {
            let paragraph = Paragraph { kind: top.kind, picture: top.picture, ..std::mem::take(top) };
            (top.kind, top.picture) = (paragraph.kind, paragraph.picture);
            let kind = paragraph.kind.unwrap_or(base);
            self.part.run_traced(kind, &paragraph.now, |run| run.by_picture = paragraph.picture);
            self.changes(&paragraph);
        }
    }

    fn text(&mut self, text: &str, raw: &[u8]) {
        let at = self.place(raw);
        self.said(text, at);
    }

    fn reference(&mut self, text: &str, raw: &[u8]) {
        // The reference's name stands after its ampersand.
        let at = self.place(raw).and_then(|at| at.checked_sub(1));
        self.said(text, at);
    }

    fn said(&mut self, text: &str, at: Option<usize>) {
        if self.instruction && self.part.traces() {
            let mut instruction = Traced::default();
            instruction.push(text, at);
            self.part.run_traced(Kind::Comment, &instruction, |_| {});
        } else if self.instruction {
            if let Some(field) = self.fields.last_mut() {
                field.push_str(text);
            }
        } else if let Some(ruby) = &mut self.ruby {
            ruby.push_str(text);
        } else if self.in_text {
            self.push(text, at);
        }
    }

    fn start(&mut self, start: &BytesStart<'_>, empty: bool) {
        let name = start.name();
        let name = local(name.as_ref());
        match name {
            b"Fallback" if !empty => self.fallback += 1,
            b"p" if !empty => self.stack.push(Paragraph::default()),
            b"pPr" if !empty => self.in_properties = true,
            b"t" | b"delText" => self.in_text = !empty || self.reading != Reading::Words,
            b"del" | b"moveFrom" if self.in_properties => {
                if let Some(top) = self.stack.last_mut() {
                    top.goes_on = true;
                }
            }
            b"del" | b"moveFrom" if !empty => self.deleted += 1,
            b"ins" | b"moveTo" if !empty && !self.in_properties => self.inserted += 1,
            b"framePr" if value(start, b"dropCap").is_some_and(|kind| kind != "none") => {
                if let Some(top) = self.stack.last_mut() {
                    top.goes_on = true;
                }
            }
            b"instrText" | b"delInstrText" => {
                self.instruction = !empty;
                if self.fields.is_empty() {
                    self.fields.push(String::new());
                }
            }
            b"fldChar" => self.field(start),
            b"rt" if !empty => self.ruby = Some(String::new()),
            b"tr" if self.row.is_none() && !empty => self.row = Some(Traced::default()),
            b"tab" if self.reading == Reading::Words && !self.in_properties => self.push("\t", None),
            b"br" | b"cr" if self.reading == Reading::Words => self.push("\n", None),
            b"noBreakHyphen" if self.reading == Reading::Words => self.push("-", None),
            b"sym" => {
                let code = value(start, b"char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                let symbol = code.and_then(|code| char::from_u32(code & 0xfff)).filter(|c| c.is_alphabetic());
                self.push(&symbol.map_or(" ".to_owned(), String::from), None);
            }
            b"drawing" | b"pict" | b"blip" => {
                if let Some(top) = self.stack.last_mut() {
                    top.picture = true;
                }
            }
            b"pStyle" => self.style(start),
            _ => {}
        }
        self.values(name, start);
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"Fallback" => self.fallback = self.fallback.saturating_sub(1),
            b"pPr" => self.in_properties = false,
            b"t" | b"delText" => self.in_text = self.reading != Reading::Words,
            b"del" | b"moveFrom" if !self.in_properties => self.deleted = self.deleted.saturating_sub(1),
            b"ins" | b"moveTo" if !self.in_properties => self.inserted = self.inserted.saturating_sub(1),
            b"instrText" | b"delInstrText" => self.instruction = false,
            b"rt" => {
                if let Some(ruby) = self.ruby.take().filter(|ruby| !ruby.trim().is_empty()) {
                    self.part.run(self.base, &ruby, |_| {});
                }
            }
            b"p" => self.paragraph_ends(),
            b"tc" => {
                if let Some(row) = &mut self.row {
                    row.push("\t", None);
                    if cuts::is_long(&row.text) {
                        self.part.run_traced(Kind::Cell, row, |_| {});
                        row.clear();
                    }
                }
            }
            b"tr" => {
                if let Some(row) = self.row.take().filter(|row| !row.text.trim().is_empty()) {
                    self.part.run_traced(Kind::Cell, &row, |_| {});
                }
            }
            _ => {}
        }
        if self.reading != Reading::Words && name != b"p" && name != b"r" && name != b"t" {
            self.flush_top();
        }
    }

    fn field(&mut self, start: &BytesStart<'_>) {
        match value(start, b"fldCharType").as_deref() {
            Some("begin") if self.fields.len() < 100 => self.fields.push(String::new()),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    let instruction = std::mem::take(field);
                    self.instruct(&instruction);
                }
            }
            Some("end") => {
                let instruction = self.fields.pop().unwrap_or_default();
                self.instruct(&instruction);
            }
            _ => {}
        }
    }

    fn instruct(&mut self, instruction: &str) {
        for (kind, text) in fields::said(instruction) {
            self.part.run(kind, &text, |_| {});
        }
    }

    fn paragraph_ends(&mut self) {
        if self.stack.len() < 2 {
            return;
        }
        let Some(paragraph) = self.stack.pop() else { return };
        let paragraph = match self.carried.take() {
            Some(mut carried) => {
                carried.now.append(&paragraph.now);
                Paragraph { now: carried.now, picture: carried.picture || paragraph.picture, ..paragraph }
            }
            None => paragraph,
        };
        if paragraph.goes_on && !cuts::is_long(&paragraph.now.text) {
            self.changes(&paragraph);
            self.carried = Some(Paragraph { all: None, was: None, ..paragraph });
            return;
        }
        self.tell(&paragraph);
    }

    fn tell(&mut self, paragraph: &Paragraph) {
        self.changes(paragraph);
        if let Some(row) = &mut self.row {
            if !row.text.is_empty() && !row.text.ends_with('\t') {
                row.push("\n", None);
            }
            row.append(&paragraph.now);
            return;
        }
        let text = &paragraph.now.text;
        let near = paragraph.picture || self.picture_before && text.len() <= CAPTION;
        self.picture_before = paragraph.picture || self.picture_before && text.trim().is_empty();
        if text.trim().is_empty() {
            return;
        }
        // What stands there once more for programs that cannot show it otherwise.
        let mut hasher = DefaultHasher::new();
        text.trim().hash(&mut hasher);
        let new = self.said.len() >= MOST_VALUES || self.said.insert(hasher.finish());
        if new || self.fallback == 0 || self.part.traces() {
            let kind = paragraph.kind.unwrap_or(self.base);
            self.part.run_traced(kind, &paragraph.now, |run| run.by_picture = near || kind == Kind::Caption);
        }
    }

    /// A paragraph with what was deleted from it, and without what was put in: both are still in the file.
    fn changes(&mut self, paragraph: &Paragraph) {
        if let Some((all, from, to)) = &paragraph.all {
            let mut from = from.saturating_sub(AROUND);
            let mut to = to.saturating_add(AROUND).min(all.len());
            while !all.is_char_boundary(from) {
                from -= 1;
            }
            while !all.is_char_boundary(to) {
                to += 1;
            }
            self.part.run(Kind::Comment, all.get(from..to).unwrap_or_default(), |_| {});
        }
        if let (Some(was), Some((all, ..))) = (&paragraph.was, &paragraph.all)
            && was != all
        {
            self.part.run(Kind::Comment, was, |_| {});
        }
    }

    /// Texts that stand in no paragraph.
    fn flush_top(&mut self) {
        let base = self.base;
        let Some(top) = self.stack.last_mut() else { return };
        let text = std::mem::take(&mut top.now);
        if text.text.trim().is_empty() {
            return;
        }
        if self.reading == Reading::Data && !self.part.traces() {
            self.gathered.push_str(text.text.trim());
            self.gathered.push('\n');
            if cuts::is_long(&self.gathered) {
                self.gathered();
            }
        } else {
            self.part.run_traced(base, &text, |_| {});
        }
    }

    fn gathered(&mut self) {
        if !self.gathered.trim().is_empty() {
            self.part.run(Kind::Comment, &self.gathered, |_| {});
        }
        self.gathered.clear();
    }

    fn style(&mut self, start: &BytesStart<'_>) {
        let style = value(start, b"val").unwrap_or_default().to_lowercase();
        let kind = if style.starts_with("heading") || style == "title" {
            Some(Kind::Heading)
        } else if style.contains("caption") {
            Some(Kind::Caption)
        } else {
            None
        };
        if let Some(top) = self.stack.last_mut() {
            top.kind = kind;
        }
    }

    /// What an element's attributes say.
    fn values(&mut self, name: &[u8], start: &BytesStart<'_>) {
        for attribute in start.attributes().with_checks(false).flatten() {
            let key = local(attribute.key.as_ref());
            if attribute.key.as_ref().starts_with(b"xmlns") {
                continue;
            }
            let raw = String::from_utf8_lossy(&attribute.value);
            if key == b"instr" && name == b"fldSimple" && !self.part.traces() {
                self.instruct(&unescaped(&raw));
                continue;
            }
            let kind = kind_of(name, key);
            if kind.is_none() && !is_telling(&raw) || raw.trim().is_empty() {
                continue;
            }
            let mut hasher = DefaultHasher::new();
            (kind, &raw).hash(&mut hasher);
            let known = self.values.len() < MOST_VALUES && !self.values.insert(hasher.finish());
            if known && !self.part.traces() {
                continue;
            }
            let value = self.traced(&raw, &attribute.value);
            let kind = kind.unwrap_or(Kind::Comment);
            let by_picture = matches!(kind, Kind::Alt | Kind::FileName) || kind == Kind::Title && name != b"hyperlink";
            self.part.run_traced(kind, &value, |run| run.by_picture = by_picture);
        }
    }

    /// A value with its references resolved, and where each piece stands.
    fn traced(&self, raw: &str, bytes: &[u8]) -> Traced {
        let mut traced = Traced::default();
        let place = self.place(bytes);
        let mut at = 0;
        while at < raw.len() {
            let rest = raw.get(at..).unwrap_or_default();
            let length = match rest.strip_prefix('&').and_then(|rest| rest.find(';')) {
                Some(end) => end + 2,
                None => rest.get(1..).and_then(|rest| rest.find('&')).map_or(rest.len(), |end| end + 1),
            };
            traced.push(&unescaped(rest.get(..length).unwrap_or_default()), place.map(|place| place + at));
            at += length;
        }
        traced
    }
}

impl Paragraph {
    fn add(&mut self, text: &str, at: Option<usize>, deleted: bool, inserted: bool) {
        if (deleted || inserted) && self.was.is_none() {
            self.was = Some(self.all.as_ref().map_or(&self.now.text, |(all, ..)| all).clone());
        }
        if deleted && self.all.is_none() {
            self.all = Some((self.now.text.clone(), usize::MAX, 0));
        }
        if let Some((all, from, to)) = &mut self.all {
            *from = (*from).min(if deleted { all.len() } else { usize::MAX });
            all.push_str(text);
            *to = if deleted { all.len() } else { *to };
        }
        if let Some(was) = self.was.as_mut().filter(|_| !inserted) {
            was.push_str(text);
        }
        if !deleted {
            self.now.push(text, at);
        }
    }

    fn longest(&self) -> Option<&str> {
        let others = self.all.as_ref().map(|(all, ..)| all.as_str()).into_iter().chain(self.was.as_deref());
        others.chain([self.now.text.as_str()]).max_by_key(|text| text.len())
    }
}

/// What an attribute is for, where that is known; [`is_telling`] decides about the rest.
fn kind_of(element: &[u8], key: &[u8]) -> Option<Kind> {
    Some(match (element, key) {
        (b"textpath", b"string") => Kind::Body,
        (b"listItem", b"displayText") => Kind::Cell,
        (b"tblCaption" | b"tblDescription", b"val") => Kind::Alt,
        (_, b"tooltip") => Kind::Title,
        (b"docPr" | b"cNvPr" | b"shape" | b"imagedata" | b"rect" | b"group", b"descr" | b"alt") => Kind::Alt,
        (b"docPr" | b"cNvPr" | b"shape" | b"imagedata" | b"rect" | b"group", b"title") => Kind::Title,
        (b"docPr" | b"cNvPr", b"name") => Kind::FileName,
        (b"Relationship", b"Target") => Kind::LinkAddress,
        (_, b"author") => Kind::Property,
        (
            b"docVar" | b"listItem" | b"default" | b"statusText" | b"helpText" | b"listEntry",
            b"val" | b"value" | b"name",
        ) => Kind::Comment,
        _ => return None,
    })
}

/// Whether a value may hold more than a measure, a colour or a key word: a name, or a contact.
fn is_telling(value: &str) -> bool {
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    let parted = value.contains([' ', '_', '-', '.', ',', '/', '\\', '%']);
    let capital = value.chars().any(char::is_uppercase);
    let foreign = !value.is_ascii();
    let schema = value.starts_with("http://schemas.")
        || value.starts_with("urn:schemas")
        || value.starts_with("application/vnd.");
    letters >= 3
        && !schema
        && (value.contains('@') || value.contains(' ') || foreign || capital && parted || is_camel(value))
}

/// Two words run together: `AmaraOkafor`.
fn is_camel(value: &str) -> bool {
    value.as_bytes().windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
}
