//! Word documents (ECMA-376): every part of the package by what it holds, not by its name. Body, tables, headers, footers, notes,
//! comments, deleted text, charts, fields, drop-downs, alternative text, links, properties, variables, files inside, and the metadata of
//! the pictures.

mod fields;
pub(crate) mod package;
pub(crate) mod words;

use std::collections::BTreeMap;

use quick_xml::events::{BytesRef, BytesStart};

use crate::{
    document::Kind,
    finding::Why,
    intake::{Counted, Intake},
    limits::Limits,
    picture::{self, Format},
    readers::{self, Submission},
};
use package::Package;

/// Reads a document.
pub(crate) fn read(bytes: &[u8], limits: &Limits, intake: &mut dyn Intake) {
    let mut package = match Package::open(bytes, limits) {
        Ok(package) => package,
        Err(why) => return intake.not_examined("body", why),
    };
    // Two entries of one name, or data that the directory does not list: what is read here may not be what another program shows.
    if !package.is_sound() {
        intake.not_examined("body", Why::Damaged);
    }
    let mut bodies = BTreeMap::new();
    let mut main = None;
    for index in 0..package.len() {
        let (name, content) = match package.entry(index) {
            Ok(read) => read,
            Err((name, why)) => {
                intake.not_examined(&name, why);
                if package.is_spent() {
                    intake.not_examined("body", Why::TooMuchInside);
                    return;
                }
                continue;
            }
        };
        if name.ends_with('/') && content.is_empty() {
            continue;
        }
        entry_name(&name, intake);
        match part(&name, &content) {
            Part::Markup(text) => {
                let root = words::root(&text);
                if name.eq_ignore_ascii_case("_rels/.rels") {
                    main = package::main_part(&text);
                }
                let outcome = words::read(&name, &text, &root, limits, intake);
                if let Err(why) = outcome {
                    intake.not_examined(&name, why);
                }
                bodies.insert(name.to_ascii_lowercase(), root == "document");
            }
            Part::Picture(format) => picture::read(&content, &name, format, limits, intake),
            Part::Silent => {}
            Part::Other(content_type) => {
                let limits = Limits { inflated: package.left(), ..*limits };
                let file_name = name.rsplit('/').next();
                let submission = Submission { bytes: &content, content_type, file_name };
                readers::read_inside(&submission, &name, &limits, intake);
            }
        }
    }
    // The relationships say which part is the document; without them, there has to be one.
    let has_body = match main {
        Some(main) => bodies.get(&main).copied().unwrap_or(false),
        None => bodies.values().any(|document| *document),
    };
    if !has_body {
        intake.not_examined("body", Why::Damaged);
    }
}

/// What an entry of the package is.
pub(crate) enum Part {
    /// XML.
    Markup(String),
    /// A picture the checker reads.
    Picture(Format),
    /// Fonts and printer settings: nothing that anybody wrote.
    Silent,
    /// Anything else, with its media type where its name says it.
    Other(Option<&'static str>),
}

/// What an entry is, by its name's ending and its first bytes.
pub(crate) fn part(name: &str, content: &[u8]) -> Part {
    let lower = name.to_ascii_lowercase();
    if let Some(format) = Format::of(content) {
        return Part::Picture(format);
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
    if ends(&[".odttf", ".ttf", ".otf", ".fntdata"]) || lower.contains("printersettings") {
        return Part::Silent;
    }
    if ends(&[".htm", ".html", ".xhtml", ".svg"]) {
        return Part::Other(Some("text/html"));
    }
    let head = content.get(..content.len().min(200)).unwrap_or_default();
    let xml = readers::encoding::decode(head, None).is_ok_and(|text| {
        let text = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
        text.starts_with("<?xml") || ends(&[".xml", ".rels", ".vml"]) && (text.starts_with('<') || text.is_empty())
    });
    match readers::encoding::decode(content, None) {
        Ok(text) if xml => Part::Markup(text.into_owned()),
        _ if ends(&[".txt"]) => Part::Other(Some("text/plain")),
        _ => Part::Other(None),
    }
}

/// The names of pictures and files inside can be seen by whoever opens the package.
fn entry_name(name: &str, intake: &mut dyn Intake) {
    let last = name.rsplit('/').next().unwrap_or(name);
    let own = [".xml", ".rels"].iter().any(|ending| last.to_ascii_lowercase().ends_with(ending));
    if !own && !intake.traces() {
        let mut part = Counted::begin(intake, name);
        part.run(Kind::FileName, last, |_| {});
        part.end(last.len() as u64);
    }
}

/// What an entity reference stands for; nothing where it is not known.
pub(crate) fn resolved(reference: &BytesRef<'_>) -> Option<String> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Some(character.to_string());
    }
    let text = match &reference[..] {
        b"amp" => "&",
        b"lt" => "<",
        b"gt" => ">",
        b"quot" => "\"",
        b"apos" => "'",
        _ => return None,
    };
    Some(text.to_owned())
}

/// What an entity reference stands for.
pub(crate) fn resolve_reference(reference: &BytesRef<'_>) -> String {
    resolved(reference).unwrap_or_default()
}

pub(crate) fn local(name: &[u8]) -> &[u8] {
    memchr::memrchr(b':', name).map_or(name, |at| &name[at + 1..])
}

/// The value of the attribute with this local name.
pub(crate) fn value(start: &BytesStart<'_>, key: &[u8]) -> Option<String> {
    let found =
        start.attributes().with_checks(false).flatten().find(|attribute| local(attribute.key.as_ref()) == key)?;
    Some(unescaped(&String::from_utf8_lossy(&found.value)))
}

/// An attribute's value, its references resolved.
pub(crate) fn unescaped(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
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
    out
}
