//! What a file holds beside its pages: every text in its objects, contents that no page draws any more, XMP, files inside.

use std::{
    collections::BTreeSet,
    hash::{DefaultHasher, Hash, Hasher},
    rc::Rc,
};

use super::{
    fonts::text_string,
    layout::{Painter, Shared},
    objects::{Objects, Stored},
    pages,
    syntax::{Dict, Object},
};
use crate::{
    document::Kind,
    finding::Why,
    intake::{Counted, Intake},
    limits::Limits,
    picture,
    readers::{self, Submission, encoding, xml},
};

/// A text's hash: what was handed on with its page is not handed on again.
pub(super) fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Pages that are no longer among the pages, and whatever else draws text: patterns, appearances of fields, earlier versions.
pub(super) fn contents(objects: &mut Objects<'_>, shared: &mut Shared, intake: &mut dyn Intake) {
    let lost: Vec<Rc<Dict>> = objects
        .versions()
        .filter(|stored| stored.is_type(b"Page"))
        .filter_map(|stored| stored.dict().cloned())
        .collect();
    let mut part = Counted::begin(intake, "contents of no page");
    let (mut why, mut bytes) = (None, 0);
    for page in lost {
        if !is_new(objects, shared, &page) {
            continue;
        }
        let (content, broken) = pages::content(objects, shared, &page);
        let resources = objects.entry_dict(&page, b"Resources").cloned();
        let mut painter = Painter::new(objects, shared);
        painter.run(&content, resources.as_ref(), 0);
        let drawn = painter.finish();
        bytes += content.len();
        why = why.or(pages::unread(&drawn).filter(|why| *why != Why::NoText)).or(drawn.broken).or(broken);
        pages::tell(&drawn, None, &mut part);
    }
    let left: Vec<Stored> =
        objects.versions().filter(|stored| stored.stream.is_some() && may_draw(stored)).cloned().collect();
    for stored in left {
        if shared.ran.contains(&stored.at) {
            continue;
        }
        let Ok(data) = objects.data(&stored) else { continue };
        if !draws_text(&data) {
            continue;
        }
        bytes += data.len();
        let mut painter = Painter::new(objects, shared);
        painter.run_alone(&stored, None);
        let drawn = painter.finish();
        why = why.or(pages::unread(&drawn).filter(|why| *why != Why::NoText)).or(drawn.broken);
        pages::tell(&drawn, None, &mut part);
    }
    if !part.is_empty() {
        part.end(bytes as u64);
    }
    if let Some(why) = why {
        intake.not_examined("contents of no page", why);
    }
}

fn is_new(objects: &Objects<'_>, shared: &Shared, page: &Dict) -> bool {
    let unseen = |object: &Object| match object {
        Object::Reference(number) => {
            objects.stored(*number).is_some_and(|held| held.stream.is_some() && !shared.ran.contains(&held.at))
        }
        _ => false,
    };
    match page.get(b"Contents") {
        Some(Object::Array(items)) => items.iter().any(unseen),
        Some(reference) => match objects.resolve(reference) {
            Object::Array(items) => items.iter().any(unseen),
            _ => unseen(reference),
        },
        None => false,
    }
}

/// Streams that are neither pictures, fonts, tables, colours nor data may be drawn.
fn may_draw(stored: &Stored) -> bool {
    let Some(dict) = stored.dict() else { return false };
    let is =
        |key: &[u8], names: &[&[u8]]| dict.get(key).and_then(Object::name).is_some_and(|name| names.contains(&name));
    let has = |keys: &[&[u8]]| keys.iter().any(|key| dict.get(key).is_some());
    !is(b"Subtype", &[b"Image", b"Type1C", b"CIDFontType0C", b"OpenType", b"XML"])
        && !is(b"Type", &[b"XRef", b"ObjStm", b"EmbeddedFile", b"Metadata", b"CMap"])
        && !has(&[b"Length1", b"Length2", b"FunctionType", b"ShadingType", b"Alternate", b"CMapName", b"N"])
}

fn draws_text(data: &[u8]) -> bool {
    let has = |word: &[u8]| memchr::memmem::find(data, word).is_some();
    has(b"BT") && (has(b"Tj") || has(b"TJ") || has(b"'") || has(b"\""))
}

/// Texts that say nothing to anybody: keys, hashes, identifiers, names of fonts and colours.
const SILENT: [&[u8]; 22] = [
    b"ID",
    b"O",
    b"U",
    b"OE",
    b"UE",
    b"Perms",
    b"CheckSum",
    b"Cert",
    b"ByteRange",
    b"Registry",
    b"Ordering",
    b"DA",
    b"Lang",
    b"CharSet",
    b"Panose",
    b"PieceInfo",
    b"LastModified",
    b"CreationDate",
    b"ModDate",
    b"M",
    b"OutputConditionIdentifier",
    b"RegistryName",
];

/// A text and what its key makes of it.
struct Said {
    kind: Kind,
    text: String,
}

/// Every text in the file's objects: properties, outline, alternative text, fields, destinations, scripts, file names, layers. Then
/// streams of text: values of fields, forms in XML, scripts, XMP. Then files inside.
pub(super) fn about(objects: &mut Objects<'_>, shared: &Shared, limits: &Limits, intake: &mut dyn Intake) {
    let mut part = Counted::begin(intake, "properties");
    let (mut bytes, mut all) = (0, true);
    let mut left = objects.left;
    let mut seen = BTreeSet::new();
    for stored in objects.versions() {
        let mut gather = |said: Said| {
            if shared.said.contains(&hash(&said.text)) || !seen.insert((said.kind, hash(&said.text))) {
                return true;
            }
            bytes += said.text.len() as u64;
            part.run(said.kind, &said.text, |run| run.by_picture = said.kind == Kind::Alt);
            let fits = left.checked_sub(said.text.len() + 32);
            left = fits.unwrap_or(0);
            fits.is_some()
        };
        if !texts(&stored.object, b"", &Dict::default(), 0, &mut gather) {
            all = false;
            break;
        }
    }
    objects.left = left;
    let mut positions = Vec::new();
    for stored in streams_of_text(objects, shared) {
        let data = match objects.data(&stored) {
            Ok(data) => data,
            Err(why) => {
                all &= why != Why::TooMuchInside;
                continue;
            }
        };
        let Some(text) = readable(&data) else { continue };
        bytes += text.len() as u64;
        if text.trim_start().starts_with('<') {
            let mut words = String::new();
            // What cannot be read to its end was read so far, and as it stands.
            let whole = xml::tell(&text, limits, |said| {
                let (xml::Said::Text(said) | xml::Said::Value(said) | xml::Said::Aside(said)) = said;
                words.push_str(said.trim());
                words.push('\n');
            });
            part.run(Kind::Property, &words, |_| {});
            if whole.is_err() {
                part.run(Kind::Comment, &text, |_| {});
            }
            positions.extend(picture::packet(&data, limits).positions);
        } else {
            part.run(Kind::Comment, &text, |_| {});
        }
    }
    if !part.is_empty() {
        part.end(bytes);
    }
    if !positions.is_empty() {
        let mut metadata = picture::Metadata::default();
        metadata.positions = positions;
        intake.metadata("properties", metadata);
    }
    if !all {
        intake.not_examined("properties", Why::TooMuchInside);
    }
    embedded(objects, limits, intake);
}

/// Hands on the texts of an object; says whether to go on.
fn texts(object: &Object, key: &[u8], within: &Dict, depth: usize, gather: &mut impl FnMut(Said) -> bool) -> bool {
    match object {
        Object::Text(bytes) => match text_of(bytes) {
            Some(text) => gather(Said { kind: kind_of(key, within), text }),
            None => true,
        },
        // Destinations, layers and colours may be named by people.
        Object::Name(name) if name.contains(&b' ') => match text_of(name) {
            Some(text) => gather(Said { kind: Kind::Comment, text }),
            None => true,
        },
        Object::Array(items) if depth < 60 => items.iter().all(|item| texts(item, key, within, depth + 1, gather)),
        Object::Dict(dict) if depth < 60 => dict.0.iter().all(|(key, value)| {
            let named =
                !key.contains(&b' ') || text_of(key).is_none_or(|text| gather(Said { kind: Kind::Comment, text }));
            let signature = dict.get(b"ByteRange").is_some() && key == b"Contents";
            named && (signature || SILENT.contains(&key.as_slice()) || texts(value, key, dict, depth + 1, gather))
        }),
        _ => true,
    }
}

fn kind_of(key: &[u8], within: &Dict) -> Kind {
    match key {
        b"Alt" | b"ActualText" | b"E" => Kind::Alt,
        b"Title" if within.get(b"Parent").is_some() => Kind::Heading,
        b"Title" | b"Author" | b"Subject" | b"Keywords" | b"Company" | b"Manager" => Kind::Property,
        b"URI" => Kind::LinkAddress,
        b"JS" => Kind::Script,
        b"F" | b"UF" => Kind::FileName,
        b"V" | b"DV" | b"Contents" | b"RC" | b"RV" | b"TU" => Kind::Body,
        _ => Kind::Comment,
    }
}

/// A text that people can read, if it is one.
fn text_of(bytes: &[u8]) -> Option<String> {
    if bytes.len() < 3 || bytes.starts_with(b"D:") {
        return None;
    }
    Some(text_string(bytes)).filter(|text| is_readable(text))
}

fn is_readable(text: &str) -> bool {
    let (mut letters, mut odd, mut all) = (0, 0, 0);
    for c in text.chars() {
        all += 1;
        letters += usize::from(c.is_alphanumeric());
        let control = c.is_control() && !c.is_whitespace();
        odd += usize::from(control || c == '\u{fffd}' || ('\u{e000}'..='\u{f8ff}').contains(&c));
    }
    letters > 2 && odd * 10 <= all
}

/// Streams that hold neither content nor data, as far as their dictionaries say.
fn streams_of_text(objects: &Objects<'_>, shared: &Shared) -> Vec<Stored> {
    let unread = objects.versions().filter(|stored| stored.stream.is_some() && !shared.ran.contains(&stored.at));
    unread.filter(|stored| stored.is_type(b"Metadata") || may_draw(stored)).cloned().collect()
}

fn readable(data: &[u8]) -> Option<String> {
    let head = data.get(..data.len().min(2_000))?;
    // A few bytes of data may look like letters; a value of a field is short too.
    let text = encoding::decode(head, None).ok()?;
    if !is_readable(&text) || draws_text(data) {
        return None;
    }
    encoding::decode(data, None).ok().map(std::borrow::Cow::into_owned)
}

/// Files inside, each read as what it is.
fn embedded(objects: &mut Objects<'_>, limits: &Limits, intake: &mut dyn Intake) {
    let mut numbers: BTreeSet<usize> = BTreeSet::new();
    let mut files: Vec<Stored> = Vec::new();
    for stored in objects.versions() {
        if stored.is_type(b"EmbeddedFile") && numbers.insert(stored.at) {
            files.push(stored.clone());
        }
        // A file that does not say it is one is pointed at by a file specification.
        let held = stored.dict().and_then(|dict| objects.entry_dict(dict, b"EF"));
        for (_, file) in held.iter().flat_map(|held| held.0.iter()) {
            if let Object::Reference(number) = file
                && let Some(file) = objects.stored(*number).filter(|file| file.stream.is_some())
                && numbers.insert(file.at)
            {
                files.push(file.clone());
            }
        }
    }
    for file in files {
        match objects.data(&file) {
            Ok(bytes) => {
                let limits = Limits { inflated: objects.left, ..*limits };
                let submission = Submission { bytes: &bytes, ..Submission::default() };
                readers::read_inside(&submission, "embedded file", &limits, intake);
                objects.take(bytes.len());
            }
            Err(why) => intake.not_examined("embedded file", why),
        }
    }
}
