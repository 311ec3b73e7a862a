//! The safe version of a Word document: part by part, changes accepted, comments, properties and variables left out, pictures without
//! their metadata, and in what stays the same replacements as in a page.

use std::{
    collections::BTreeSet,
    io::{Cursor, Write},
};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::Rewriting;
use crate::{
    check::Checker,
    finding::Why,
    picture,
    readers::docx::{
        Part, local,
        package::Package,
        part, value,
        words::{self, root},
    },
};

/// The media type of the result.
pub(super) const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Parts that are left out, by the name of their first element.
const LEFT_OUT: [&str; 5] = ["comments", "commentsEx", "commentsIds", "commentsExtensible", "people"];

/// Elements that are left out with what they hold: what was deleted, what a change was before, comments' marks, variables, and where the
/// data of a mail merge and the template lie.
#[rustfmt::skip]
const DROPPED: [&[u8]; 26] = [
    b"del", b"moveFrom", b"rPrChange", b"pPrChange", b"tblPrChange", b"tblPrExChange", b"trPrChange", b"tcPrChange", b"sectPrChange",
    b"tblGridChange", b"numberingChange", b"commentRangeStart", b"commentRangeEnd", b"commentReference", b"moveFromRangeStart",
    b"moveFromRangeEnd", b"moveToRangeStart", b"moveToRangeEnd", b"cellIns", b"cellDel", b"docVars", b"mailMerge", b"rsids",
    b"attachedTemplate", b"trackRevisions", b"proofErr",
];

/// Elements that are left out while what they hold stays: a change that is accepted.
const ACCEPTED: [&[u8]; 2] = [b"ins", b"moveTo"];

/// Makes it; says how many places were changed.
///
/// # Errors
/// Why it could not be read whole.
pub(super) fn clean(checker: &Checker<'_>, bytes: &[u8]) -> Result<(Vec<u8>, usize), Why> {
    let mut package = Package::open(bytes, checker.limits())?;
    if !package.is_sound() {
        return Err(Why::Damaged);
    }
    let mut entries = Vec::new();
    for index in 0..package.len() {
        let (name, content) = package.entry(index).map_err(|(_, why)| why)?;
        let held = part(&name, &content);
        let first = if let Part::Markup(text) = &held { root(text) } else { String::new() };
        entries.push((name, content, held, first));
    }
    let gone: BTreeSet<String> = entries
        .iter()
        .map(|(name, .., first)| (name.to_ascii_lowercase(), first))
        .filter(|(name, first)| {
            let aside =
                ["customxml/", "docprops/thumbnail", "docprops/custom"].iter().any(|start| name.starts_with(start));
            aside || LEFT_OUT.contains(&first.as_str())
        })
        .map(|(name, _)| name)
        .collect();
    let mut changes = gone.len();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content, held, first) in entries {
        if gone.contains(&name.to_ascii_lowercase()) || name.ends_with('/') {
            continue;
        }
        let safe = match held {
            Part::Markup(text) => {
                let stripped = stripped(&name, &text, &first, &gone)?;
                changes += usize::from(stripped != text);
                let (text, edits) = rewritten(checker, &name, &stripped, &first)?;
                changes += edits;
                text.into_bytes()
            }
            Part::Picture(format) => {
                let safe = picture::clean::clean(&content, format, checker.limits())?;
                changes += usize::from(safe != content);
                safe
            }
            Part::Silent | Part::Other(_) => content,
        };
        writer.start_file(name.as_str(), options).map_err(|_| Why::Damaged)?;
        writer.write_all(&safe).map_err(|_| Why::Damaged)?;
    }
    let file = writer.finish().map_err(|_| Why::Damaged)?;
    Ok((file.into_inner(), changes))
}

/// A part with what was found in it replaced.
fn rewritten(checker: &Checker<'_>, name: &str, text: &str, first: &str) -> Result<(String, usize), Why> {
    let mut rewriting = Rewriting::new(checker, true);
    words::read(name, text, first, checker.limits(), &mut rewriting)?;
    rewriting.outcome
}

/// A part without what is left out.
fn stripped(name: &str, text: &str, first: &str, gone: &BTreeSet<String>) -> Result<String, Why> {
    match first {
        // Who wrote it, when, with what, and for whom; none of it is needed to show the document.
        "coreProperties" => {
            return Ok(r#"<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>"#.to_owned());
        }
        "Properties" => {
            return Ok(r#"<?xml version="1.0" encoding="UTF-8"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>"#.to_owned());
        }
        _ => {}
    }
    let folder = name.rsplit_once("_rels/").map_or("", |(folder, _)| folder).to_ascii_lowercase();
    let leads_nowhere = |start: &BytesStart<'_>| {
        let target =
            value(start, b"Target").or_else(|| value(start, b"PartName")).unwrap_or_default().to_ascii_lowercase();
        let from_root = target.strip_prefix('/').map(str::to_owned);
        let resolved = from_root.unwrap_or_else(|| match target.strip_prefix("../") {
            Some(above) => above.to_owned(),
            None => format!("{folder}{target}"),
        });
        let template = value(start, b"Type").is_some_and(|kind| kind.ends_with("/attachedTemplate"));
        gone.contains(&resolved) || template
    };
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let (mut out, mut at, mut dropped) = (String::with_capacity(text.len()), 0_usize, 0_usize);
    loop {
        let event = reader.read_event();
        let end = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let written = text.get(at..end).unwrap_or_default();
        match event {
            Ok(Event::Start(start)) => {
                let name = start.name();
                let name = local(name.as_ref());
                let row = name == b"tr" && is_deleted_row(text.get(end..).unwrap_or_default());
                if dropped > 0 || row || DROPPED.contains(&name) || is_link(name) && leads_nowhere(&start) {
                    dropped += 1;
                } else if !ACCEPTED.contains(&name) {
                    out.push_str(&without_marks(&start, written));
                }
            }
            Ok(Event::Empty(start)) => {
                let name = start.name();
                let name = local(name.as_ref());
                let left_out =
                    DROPPED.contains(&name) || ACCEPTED.contains(&name) || is_link(name) && leads_nowhere(&start);
                if dropped == 0 && !left_out {
                    out.push_str(&without_marks(&start, written));
                }
            }
            Ok(Event::End(end)) => {
                let name = end.name();
                if dropped > 0 {
                    dropped -= 1;
                } else if !ACCEPTED.contains(&local(name.as_ref())) {
                    out.push_str(written);
                }
            }
            Ok(Event::Comment(_) | Event::PI(_)) => {}
            Ok(Event::DocType(_)) | Err(_) => return Err(Why::Damaged),
            Ok(Event::Eof) => return Ok(out),
            Ok(_) if dropped == 0 => out.push_str(written),
            Ok(_) => {}
        }
        at = end;
    }
}

fn is_link(name: &[u8]) -> bool {
    matches!(name, b"Relationship" | b"Override")
}

/// Whether the row that begins here was deleted as a whole: its properties say so, before its first cell.
fn is_deleted_row(rest: &str) -> bool {
    let head = rest.find(":tc>").or_else(|| rest.find(":tc ")).and_then(|cell| rest.get(..cell)).unwrap_or_default();
    head.contains(":trPr>") && head.contains(":del ")
}

/// A tag without the numbers of editing sessions, and with a picture's own name taken off it.
fn without_marks(start: &BytesStart<'_>, written: &str) -> String {
    let element = start.name();
    let named = matches!(local(element.as_ref()), b"docPr" | b"cNvPr");
    let is_mark = |key: &[u8]| local(key).starts_with(b"rsid");
    let marked = |key: &[u8]| is_mark(key) || named && key == b"name";
    if !start.attributes().with_checks(false).flatten().any(|attribute| marked(attribute.key.as_ref())) {
        return written.to_owned();
    }
    let mut tag = format!("<{}", String::from_utf8_lossy(element.as_ref()));
    for attribute in start.attributes().with_checks(false).flatten() {
        let (key, text) = (attribute.key.as_ref(), String::from_utf8_lossy(&attribute.value));
        if is_mark(key) {
            continue;
        }
        let text = if named && key == b"name" { "picture" } else { text.as_ref() };
        tag.push_str(&format!(" {}=\"{}\"", String::from_utf8_lossy(key), text.replace('"', "&quot;")));
    }
    tag.push_str(if written.ends_with("/>") { "/>" } else { ">" });
    tag
}
