//! Word documents (ECMA-376): body, tables, headers, footers, notes, comments, deleted text, alternative text, links, properties,
//! and the metadata of the pictures inside.

use std::io::{Cursor, Read};

use quick_xml::{
    Reader,
    events::{BytesRef, BytesStart, Event},
};
use zip::ZipArchive;

use crate::{
    cuts,
    document::Kind,
    finding::Why,
    intake::{Counted, Intake},
    limits::Limits,
    picture::{self, Format},
};

/// Text right after a picture is taken for its caption up to this length, in bytes.
const CAPTION: usize = 200;

/// One file inside inflates to at most this.
const LONGEST_ENTRY: usize = 32 << 20;

/// Reads a document.
pub(crate) fn read(bytes: &[u8], limits: &Limits, intake: &mut dyn Intake) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        intake.not_examined("body", Why::Damaged);
        return;
    };
    if archive.len() > limits.entries {
        intake.not_examined("body", Why::TooManyEntries);
        return;
    }
    let mut left = limits.inflated;
    let mut body = false;
    for index in 0..archive.len() {
        let (name, content) = match entry(&mut archive, index, left) {
            Ok(read) => read,
            Err((name, why)) => {
                body |= name == "word/document.xml";
                intake.not_examined(&name, why);
                // What was inflated in vain counts too.
                if why == Why::TooMuchInside {
                    left = left.saturating_sub(LONGEST_ENTRY);
                }
                if left == 0 {
                    intake.not_examined("body", Why::TooMuchInside);
                    return;
                }
                continue;
            }
        };
        left = left.saturating_sub(content.len());
        if is_words(&name) {
            body |= name == "word/document.xml";
            if let Err(why) = words(&name, &content, limits, intake) {
                intake.not_examined(&name, why);
            }
        } else if let Some(format) = Format::of(&content) {
            picture::read(&content, &name, format, limits, intake);
        } else if name.starts_with("word/embeddings/") || name.starts_with("word/media/") || name.contains("afchunk") {
            intake.not_examined(&name, Why::Embedded);
        }
    }
    if !body {
        intake.not_examined("body", Why::Damaged);
    }
}

fn entry(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    left: usize,
) -> Result<(String, Vec<u8>), (String, Why)> {
    let unnamed = |why| (format!("entry {}", index + 1), why);
    let mut file = archive.by_index(index).map_err(|_| unnamed(Why::Damaged))?;
    let name = file.name().map_err(|_| unnamed(Why::Damaged))?.into_owned();
    if file.encrypted() {
        return Err((name, Why::Encrypted));
    }
    let left = left.min(LONGEST_ENTRY);
    let declared = usize::try_from(file.size()).unwrap_or(usize::MAX);
    let mut content = Vec::with_capacity(declared.min(left).saturating_add(1));
    let read = file.by_ref().take(left as u64 + 1).read_to_end(&mut content);
    if content.len() > left {
        return Err((name, Why::TooMuchInside));
    }
    match read {
        Ok(_) => Ok((name, content)),
        Err(_) => Err((name, Why::Damaged)),
    }
}

/// Parts that hold words; style sheets, fonts, settings and themes do not.
fn is_words(name: &str) -> bool {
    let plumbing =
        ["styles", "fontTable", "settings", "webSettings", "theme", "numbering", "stylesWithEffects", "people"];
    let stem = name.rsplit('/').next().unwrap_or_default().split('.').next().unwrap_or_default();
    let stem = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let xml = name.ends_with(".xml") || name.ends_with(".rels");
    xml && (name.starts_with("word/") || name.starts_with("docProps/") || name.starts_with("customXml/item"))
        && !plumbing.contains(&stem)
}

/// What an entity reference stands for.
pub(crate) fn resolve_reference(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    match &reference[..] {
        b"amp" => "&",
        b"lt" => "<",
        b"gt" => ">",
        b"quot" => "\"",
        b"apos" => "'",
        _ => "",
    }
    .to_owned()
}

#[derive(Default)]
struct Paragraph {
    text: String,
    kind: Option<Kind>,
    picture: bool,
}

struct Words<'i> {
    part: Counted<'i>,
    stack: Vec<Paragraph>,
    row: Option<String>,
    in_text: bool,
    deleted: bool,
    instruction: bool,
    fallback: usize,
    picture_before: bool,
    property: bool,
    base: Kind,
}

fn words(name: &str, content: &[u8], limits: &Limits, intake: &mut dyn Intake) -> Result<(), Why> {
    let text = super::encoding::decode(content, None)?;
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let base = if name.contains("header") || name.contains("footer") {
        Kind::HeaderFooter
    } else if name.contains("comments") {
        Kind::Comment
    } else {
        Kind::Body
    };
    let property = name.starts_with("docProps/") || name.starts_with("customXml/");
    let mut words = Words {
        part: Counted::begin(intake, name),
        stack: vec![Paragraph::default()],
        row: None,
        in_text: property,
        deleted: false,
        instruction: false,
        fallback: 0,
        picture_before: false,
        property,
        base,
    };
    let mut depth = 0_usize;
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
            Ok(Event::Text(piece)) => words.text(&piece.decode().unwrap_or_default()),
            Ok(Event::CData(piece)) => words.text(&String::from_utf8_lossy(&piece)),
            Ok(Event::GeneralRef(reference)) => words.text(&resolve_reference(&reference)),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => return Err(Why::Damaged),
        }
    }
    while words.stack.len() > 1 {
        words.paragraph_ends();
    }
    words.flush_top();
    words.part.end(content.len() as u64);
    Ok(())
}

fn local(name: &[u8]) -> &[u8] {
    memchr::memrchr(b':', name).map_or(name, |at| &name[at + 1..])
}

impl Words<'_> {
    fn top(&mut self) -> Option<&mut Paragraph> {
        self.stack.last_mut()
    }

    fn push(&mut self, text: &str) {
        for (from, to) in cuts::pieces(text) {
            if let Some(top) = self.top() {
                top.text.push_str(text.get(from..to).unwrap_or_default());
            }
            self.hand_on_long();
        }
    }

    /// Hands on a paragraph that grows too long, and goes on with it.
    fn hand_on_long(&mut self) {
        let (base, property) = (self.base, self.property);
        if let Some(top) = self.stack.last_mut().filter(|top| cuts::is_long(&top.text)) {
            let kind = if property { Kind::Property } else { top.kind.unwrap_or(base) };
            self.part.run(kind, &top.text, |run| run.by_picture = top.picture);
            top.text.clear();
        }
    }

    fn text(&mut self, text: &str) {
        if self.fallback > 0 {
            return;
        }
        if self.instruction || self.deleted {
            let kind = if self.instruction { Kind::LinkAddress } else { Kind::Comment };
            let address = text.split('"').nth(1).unwrap_or(text);
            if !address.trim().is_empty() {
                self.part.run(kind, address, |_| {});
            }
        } else if self.in_text {
            self.push(text);
        }
    }

    fn start(&mut self, start: &BytesStart<'_>, empty: bool) {
        let name = start.name();
        let name = local(name.as_ref());
        match name {
            b"Fallback" if !empty => self.fallback += 1,
            _ if self.fallback > 0 => {}
            b"p" if !empty => self.stack.push(Paragraph::default()),
            b"t" => self.in_text = !empty,
            b"delText" => self.deleted = !empty,
            b"instrText" => self.instruction = !empty,
            b"tr" if self.row.is_none() => self.row = Some(String::new()),
            b"tab" => self.push("\t"),
            b"br" | b"cr" => self.push("\n"),
            b"noBreakHyphen" | b"softHyphen" => self.push(if name == b"softHyphen" { "" } else { "-" }),
            b"drawing" | b"pict" | b"blip" => {
                if let Some(top) = self.top() {
                    top.picture = true;
                }
            }
            b"pStyle" => self.style(start),
            b"docPr" | b"cNvPr" | b"shape" | b"imagedata" => self.described(start),
            b"Relationship" => self.attribute(start, b"Target", Kind::LinkAddress, false),
            b"ins" | b"del" | b"comment" => self.attribute(start, b"author", Kind::Property, false),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        if name == b"Fallback" {
            self.fallback = self.fallback.saturating_sub(1);
        }
        if self.fallback > 0 {
            return;
        }
        match name {
            b"t" => self.in_text = self.property,
            b"delText" => self.deleted = false,
            b"instrText" => self.instruction = false,
            b"p" => self.paragraph_ends(),
            b"tc" => {
                if let Some(row) = &mut self.row {
                    row.push('\t');
                    if cuts::is_long(row) {
                        self.part.run(Kind::Cell, row, |_| {});
                        row.clear();
                    }
                }
            }
            b"tr" => {
                if let Some(row) = self.row.take().filter(|row| !row.trim().is_empty()) {
                    self.part.run(Kind::Cell, &row, |_| {});
                }
            }
            _ if self.property => self.flush_top(),
            _ => {}
        }
    }

    fn paragraph_ends(&mut self) {
        if self.stack.len() < 2 {
            return;
        }
        let Some(paragraph) = self.stack.pop() else { return };
        if let Some(row) = &mut self.row {
            if !row.is_empty() && !row.ends_with('\t') {
                row.push('\n');
            }
            row.push_str(&paragraph.text);
            return;
        }
        let near = paragraph.picture || self.picture_before && paragraph.text.len() <= CAPTION;
        self.picture_before = paragraph.picture || self.picture_before && paragraph.text.trim().is_empty();
        if !paragraph.text.trim().is_empty() {
            let kind = paragraph.kind.unwrap_or(self.base);
            self.part.run(kind, &paragraph.text, |run| run.by_picture = near || kind == Kind::Caption);
        }
    }

    fn flush_top(&mut self) {
        let text = self.top().map(|top| std::mem::take(&mut top.text)).unwrap_or_default();
        let text = text.trim();
        if !text.is_empty() {
            let kind = if self.property { Kind::Property } else { self.base };
            self.part.run(kind, text, |_| {});
        }
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
        if let Some(top) = self.top() {
            top.kind = kind;
        }
    }

    /// A picture's name, description and title.
    fn described(&mut self, start: &BytesStart<'_>) {
        for (key, kind) in
            [(&b"descr"[..], Kind::Alt), (b"alt", Kind::Alt), (b"title", Kind::Title), (b"name", Kind::FileName)]
        {
            self.attribute(start, key, kind, true);
        }
    }

    fn attribute(&mut self, start: &BytesStart<'_>, key: &[u8], kind: Kind, by_picture: bool) {
        if let Some(value) = value(start, key).filter(|value| !value.trim().is_empty()) {
            self.part.run(kind, &value, |run| run.by_picture = by_picture);
        }
    }
}

fn value(start: &BytesStart<'_>, key: &[u8]) -> Option<String> {
    let found =
        start.attributes().with_checks(false).flatten().find(|attribute| local(attribute.key.as_ref()) == key)?;
    let raw = String::from_utf8_lossy(&found.value);
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw.as_ref();
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(';').map(|length| at + length);
        match end {
            Some(end) => {
                out.push_str(&resolve_reference(&BytesRef::new(&rest[at + 1..end])));
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[at + 1..];
            }
        }
    }
    out.push_str(rest);
    Some(out)
}
