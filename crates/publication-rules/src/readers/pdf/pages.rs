//! A file's pages, and what it holds beside them.

use std::{collections::BTreeSet, rc::Rc};

use super::{
    fonts::text_string,
    layout::{PageText, Painter, Shared},
    objects::Objects,
    syntax::{Dict, Object},
};
use crate::{
    document::Kind,
    finding::Why,
    intake::{Counted, Intake},
    limits::Limits,
    picture::{self, Format},
};

/// Pages beyond this are not read.
const MOST_PAGES: usize = 5_000;
/// So many curves without a letter are letters drawn as shapes.
const OUTLINED: usize = 40;

/// Reads a file.
pub(crate) fn read(bytes: &[u8], limits: &Limits, intake: &mut dyn Intake) {
    let mut fail = |why| intake.not_examined("body", why);
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
    let mut shared = Shared::new(limits);
    for (at, page) in pages.iter().take(MOST_PAGES).enumerate() {
        read_page(&mut objects, &mut shared, page, at as u32 + 1, intake);
    }
    about(&mut objects, intake);
    pictures(&mut objects, limits, intake);
}

/// The pages in order, each with the resources it inherits.
fn pages(objects: &Objects<'_>) -> Vec<(Rc<Dict>, Option<Rc<Dict>>)> {
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
    inherited: Option<&Rc<Dict>>,
    seen: &mut BTreeSet<u32>,
    found: &mut Vec<(Rc<Dict>, Option<Rc<Dict>>)>,
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
            for kid in kids.iter() {
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
    shared: &mut Shared,
    (page, resources): &(Rc<Dict>, Option<Rc<Dict>>),
    number: u32,
    intake: &mut dyn Intake,
) {
    let name = format!("page {number}");
    let (content, broken) = content(objects, page);
    let mut painter = Painter::new(objects, shared);
    painter.run(&content, resources.as_ref(), 0);
    let drawn = painter.finish();
    let why = unread(&drawn).or(drawn.broken).or(broken);
    let mut part = Counted::begin(intake, &name);
    if !drawn.text.trim().is_empty() {
        part.run(Kind::Body, &drawn.text, |run| run.page = Some(number));
    }
    let all = annotations(objects, page, number, &mut part);
    let why = why.or(if all { None } else { Some(Why::TooMuchInside) });
    if why.is_none() || !part.is_empty() {
        part.end(content.len() as u64);
    }
    if let Some(why) = why {
        intake.not_examined(&name, why);
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
            Ok(data) if all.is_empty() => all = data,
            Ok(data) => {
                all.push(b'\n');
                all.extend(data);
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

/// Links, notes and filled-in fields; whether all of them could be read.
fn annotations(objects: &mut Objects<'_>, page: &Dict, number: u32, part: &mut Counted<'_>) -> bool {
    let Some(Object::Array(items)) = objects.entry(page, b"Annots") else { return true };
    let items = Rc::clone(items);
    for item in items.iter() {
        let Some(dict) = objects.dict(item).cloned() else { continue };
        let address = objects.entry_dict(&dict, b"A").and_then(|action| written(objects, action, b"URI"));
        let label = if dict.get(b"FT").is_none() { written(objects, &dict, b"T") } else { None };
        let (note, value) = (written(objects, &dict, b"Contents"), written(objects, &dict, b"V"));
        let texts = [(Kind::LinkAddress, address), (Kind::Comment, note), (Kind::Property, label), (Kind::Body, value)];
        let length = texts.iter().map(|(_, text)| text.as_ref().map_or(0, String::len)).sum();
        if !objects.take(length) {
            return false;
        }
        for (kind, text) in texts {
            if let Some(text) = text {
                part.run(kind, &text, |run| run.page = Some(number));
            }
        }
    }
    true
}

/// An entry that is text, if it is more than white space.
fn written(objects: &Objects<'_>, dict: &Dict, key: &[u8]) -> Option<String> {
    match objects.entry(dict, key) {
        Some(Object::Text(bytes)) => Some(text_string(bytes)).filter(|text| !text.trim().is_empty()),
        _ => None,
    }
}

/// Properties, outline, alternative text, XMP, embedded files.
fn about(objects: &mut Objects<'_>, intake: &mut dyn Intake) {
    let mut part = Counted::begin(intake, "properties");
    let (mut bytes, mut all, mut embedded) = (0, true, false);
    let info = objects.info.and_then(|info| objects.stored(info)).map(|stored| stored.object.clone());
    if let Some(Object::Dict(info)) = info {
        for key in [&b"Title"[..], b"Author", b"Subject", b"Keywords", b"Company", b"Manager"] {
            if let Some(text) = written(objects, &info, key) {
                bytes += text.len() as u64;
                part.run(Kind::Property, &text, |_| {});
            }
        }
    }
    let dicts: Vec<Rc<Dict>> = objects
        .iter()
        .filter_map(|(_, stored)| if let Object::Dict(dict) = &stored.object { Some(Rc::clone(dict)) } else { None })
        .collect();
    for dict in dicts {
        embedded |= dict.get(b"Type").and_then(Object::name) == Some(b"EmbeddedFile");
        let shown = dict.get(b"S").is_some() && dict.get(b"Alt").is_some();
        let outline = dict.get(b"Title").is_some()
            && dict.get(b"Parent").is_some()
            && dict.get(b"Dest").or(dict.get(b"A")).is_some();
        for (kind, key) in [(Kind::Alt, &b"Alt"[..]), (Kind::Heading, b"Title")] {
            let asked = if kind == Kind::Alt { shown } else { outline };
            let Some(text) = asked.then(|| written(objects, &dict, key)).flatten() else { continue };
            if !objects.take(text.len()) {
                all = false;
                break;
            }
            bytes += text.len() as u64;
            part.run(kind, &text, |run| run.by_picture = kind == Kind::Alt);
        }
    }
    if !part.is_empty() {
        part.end(bytes);
    }
    if !all {
        intake.not_examined("properties", Why::TooMuchInside);
    }
    if embedded {
        intake.not_examined("embedded file", Why::Embedded);
    }
}

/// The metadata of JPEGs inside, as they were taken from the camera.
fn pictures(objects: &mut Objects<'_>, limits: &Limits, intake: &mut dyn Intake) {
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
            intake.metadata(&format!("picture {}", at + 1), metadata);
        }
    }
}
