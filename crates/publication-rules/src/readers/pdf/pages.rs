//! A file's pages, and what it holds beside them.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use super::{
    fonts::{Font, text_string},
    layout::{PageText, Painter},
    objects::Objects,
    syntax::{Dict, Object},
};
use crate::{
    document::{Document, Kind, Part},
    finding::{NotExamined, Why},
    limits::Limits,
    picture::{self, Format},
};

/// Pages beyond this are not read.
const MOST_PAGES: usize = 5_000;
/// So many curves without a letter are letters drawn as shapes.
const OUTLINED: usize = 40;

/// Reads a file.
pub(crate) fn read(bytes: &[u8], limits: &Limits, document: &mut Document<'_>) {
    let mut fail = |why| document.not_examined.push(NotExamined { part: "body".to_owned(), why });
    let mut objects = match Objects::find(bytes, limits) {
        Ok(objects) => objects,
        Err(why) => return fail(why),
    };
    if objects.encrypted {
        return fail(Why::Encrypted);
    }
    let pages = pages(&objects);
    if pages.is_empty() {
        return fail(Why::Damaged);
    }
    if pages.len() > MOST_PAGES {
        fail(Why::TooManyEntries);
    }
    let mut fonts = BTreeMap::new();
    for (at, page) in pages.iter().take(MOST_PAGES).enumerate() {
        read_page(&mut objects, &mut fonts, page, at as u32 + 1, limits, document);
    }
    about(&objects, document);
    pictures(&mut objects, limits, document);
}

/// The pages in order, each with the resources it inherits.
fn pages(objects: &Objects<'_>) -> Vec<(Dict, Option<Dict>)> {
    let mut found = Vec::new();
    let root = objects.root.and_then(|root| objects.stored(root)).map(|stored| &stored.object);
    if let Some(Object::Dict(catalog)) = root
        && let Some(tree) = catalog.get(b"Pages")
    {
        let mut seen = BTreeSet::new();
        walk(objects, tree, None, &mut seen, &mut found, 0);
    }
    if found.is_empty() {
        // The tree is broken: every object that says it is a page, in the order of their numbers.
        for (_, stored) in objects.iter() {
            if let Object::Dict(dict) = &stored.object
                && dict.get(b"Type").and_then(Object::name) == Some(b"Page")
            {
                found.push((dict.clone(), objects.entry_dict(dict, b"Resources").cloned()));
            }
        }
    }
    found
}

fn walk(
    objects: &Objects<'_>,
    node: &Object,
    inherited: Option<&Dict>,
    seen: &mut BTreeSet<u32>,
    found: &mut Vec<(Dict, Option<Dict>)>,
    depth: usize,
) {
    if let Object::Reference(number) = node
        && !seen.insert(*number)
    {
        return;
    }
    let Some(dict) = objects.dict(node) else { return };
    let own = objects.entry_dict(dict, b"Resources").or(inherited);
    match objects.entry(dict, b"Kids") {
        Some(Object::Array(kids)) if depth < 60 => {
            for kid in kids {
                if found.len() > MOST_PAGES {
                    return;
                }
                walk(objects, kid, own, seen, found, depth + 1);
            }
        }
        _ => found.push((dict.clone(), own.cloned())),
    }
}

fn read_page(
    objects: &mut Objects<'_>,
    fonts: &mut BTreeMap<u32, Rc<Font>>,
    (page, resources): &(Dict, Option<Dict>),
    number: u32,
    limits: &Limits,
    document: &mut Document<'_>,
) {
    let name = format!("page {number}");
    let (content, broken) = content(objects, page);
    let mut painter = Painter::new(objects, fonts, limits);
    painter.run(&content, resources.as_ref(), 0);
    let drawn = painter.finish();
    let mut part = Part::new(name.clone(), content.len() as u64);
    let why = unread(&drawn).or(drawn.broken).or(broken);
    if !drawn.text.trim().is_empty() {
        part.push_counted(Kind::Body, drawn.text).page = Some(number);
    }
    annotations(objects, page, number, &mut part);
    if why.is_none() || !part.runs.is_empty() {
        document.parts.push(part);
    }
    if let Some(why) = why {
        document.not_examined.push(NotExamined { part: name, why });
    }
}

/// Why a page that draws something counts as not examined.
fn unread(drawn: &PageText) -> Option<Why> {
    let words = drawn.text.chars().filter(|c| c.is_alphanumeric()).count();
    if drawn.letters > 0 && drawn.unknown * 10 > drawn.letters {
        return Some(Why::UnreadableFont);
    }
    // A font whose map lies gives characters from the private area or control characters.
    let odd = drawn
        .text
        .chars()
        .filter(|c| c.is_control() && !c.is_whitespace() || ('\u{e000}'..='\u{f8ff}').contains(c))
        .count();
    if odd * 5 > drawn.text.chars().count().max(1) {
        return Some(Why::UnreadableFont);
    }
    (words == 0 && (drawn.pictures > 0 || drawn.curves > OUTLINED || drawn.letters > 0)).then_some(Why::NoText)
}

fn content(objects: &mut Objects<'_>, page: &Dict) -> (Vec<u8>, Option<Why>) {
    let streams: Vec<u32> = match page.get(b"Contents") {
        Some(Object::Reference(number)) => match objects.resolve(&Object::Reference(*number)) {
            Object::Array(items) => references(items),
            _ => vec![*number],
        },
        Some(Object::Array(items)) => references(items),
        _ => Vec::new(),
    };
    let (mut all, mut broken) = (Vec::new(), None);
    for number in streams {
        let Some(stored) = objects.stored(number).cloned() else { continue };
        match objects.data(&stored) {
            Ok(data) => {
                all.extend(data);
                all.push(b'\n');
            }
            Err(why) => broken = Some(why),
        }
    }
    (all, broken)
}

fn references(items: &[Object]) -> Vec<u32> {
    items
        .iter()
        .filter_map(|item| if let Object::Reference(number) = item { Some(*number) } else { None })
        .take(10_000)
        .collect()
}

/// Links, notes and filled-in fields.
fn annotations(objects: &Objects<'_>, page: &Dict, number: u32, part: &mut Part<'_>) {
    let Some(Object::Array(items)) = objects.entry(page, b"Annots") else { return };
    for item in items.iter().take(5_000) {
        let Some(dict) = objects.dict(item) else { continue };
        let mut push = |kind, object: Option<&Object>| {
            if let Some(Object::Text(bytes)) = object {
                let text = text_string(bytes);
                if !text.trim().is_empty() {
                    part.push_counted(kind, text).page = Some(number);
                }
            }
        };
        if let Some(action) = objects.entry_dict(dict, b"A") {
            push(Kind::LinkAddress, objects.entry(action, b"URI"));
        }
        push(Kind::Comment, objects.entry(dict, b"Contents"));
        push(Kind::Property, objects.entry(dict, b"T").filter(|_| dict.get(b"FT").is_none()));
        push(Kind::Body, objects.entry(dict, b"V"));
    }
}

/// Properties, outline, alternative text, XMP, embedded files.
fn about(objects: &Objects<'_>, document: &mut Document<'_>) {
    let mut part = Part::new("properties", 0);
    let mut push = |kind, object: Option<&Object>, by_picture: bool| {
        if let Some(Object::Text(bytes)) = object {
            let text = text_string(bytes);
            part.bytes += bytes.len() as u64;
            if !text.trim().is_empty() {
                part.push_counted(kind, text).by_picture = by_picture;
            }
        }
    };
    if let Some(Object::Dict(info)) = objects.info.and_then(|info| objects.stored(info)).map(|stored| &stored.object) {
        for key in [&b"Title"[..], b"Author", b"Subject", b"Keywords", b"Company", b"Manager"] {
            push(Kind::Property, objects.entry(info, key), false);
        }
    }
    let mut embedded = false;
    for (_, stored) in objects.iter() {
        let Object::Dict(dict) = &stored.object else { continue };
        if dict.get(b"S").is_some() && dict.get(b"Alt").is_some() {
            push(Kind::Alt, objects.entry(dict, b"Alt"), true);
        }
        if dict.get(b"Title").is_some()
            && dict.get(b"Parent").is_some()
            && dict.get(b"Dest").or(dict.get(b"A")).is_some()
        {
            push(Kind::Heading, objects.entry(dict, b"Title"), false);
        }
        embedded |= dict.get(b"Type").and_then(Object::name) == Some(b"EmbeddedFile");
    }
    if embedded {
        document.not_examined.push(NotExamined { part: "embedded file".to_owned(), why: Why::Embedded });
    }
    if !part.runs.is_empty() {
        document.parts.push(part);
    }
}

/// The metadata of JPEGs inside, as they were taken from the camera.
fn pictures(objects: &mut Objects<'_>, limits: &Limits, document: &mut Document<'_>) {
    let candidates: Vec<u32> = objects
        .iter()
        .filter(|(_, stored)| {
            matches!(&stored.object, Object::Dict(dict) if dict.get(b"Subtype").and_then(Object::name) == Some(b"Image"))
        })
        .map(|(number, _)| number)
        .take(2_000)
        .collect();
    for (at, number) in candidates.into_iter().enumerate() {
        let Some(stored) = objects.stored(number).cloned() else { continue };
        let Some((raw, filters)) = objects.raw(&stored) else { continue };
        let jpeg = filters.len() == 1 && matches!(filters[0].0.as_slice(), b"DCTDecode" | b"DCT");
        if jpeg && let Ok((metadata, _)) = picture::metadata(raw, Format::Jpeg, limits) {
            document.metadata.push((format!("picture {}", at + 1), metadata));
        }
    }
}
