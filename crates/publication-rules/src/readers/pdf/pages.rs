//! A file's pages, and what it holds beside them.

use std::{collections::BTreeSet, rc::Rc};

use super::{
    fonts::text_string,
    layout::{PageText, Painter, Shared},
    objects::{Objects, Stored},
    sweep,
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
/// So many letters in a row that a font does not name are a word that was not read; fewer are a bullet or a symbol.
const UNNAMED: usize = 3;

/// Reads a file.
pub(crate) fn read(bytes: &[u8], limits: &Limits, intake: &mut dyn Intake) {
    let mut fail = |why| intake.not_examined("body", why);
    let mut objects = match Objects::find(bytes, limits) {
        Ok(objects) => objects,
        Err(why) => return fail(why),
    };
    if let Some(why) = objects.lost {
        fail(why);
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
    sweep::contents(&mut objects, &mut shared, intake);
    sweep::about(&mut objects, &shared, limits, intake);
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
    let (content, broken) = content(objects, shared, page);
    let appearances = appearances(objects, page);
    let mut painter = Painter::new(objects, shared);
    painter.run(&content, resources.as_ref(), 0);
    for appearance in appearances {
        painter.run_alone(&appearance, resources.as_ref());
    }
    let drawn = painter.finish();
    let why = unread(&drawn).or(drawn.broken).or(broken);
    let mut part = Counted::begin(intake, &name);
    tell(&drawn, Some(number), &mut part);
    let all = annotations(objects, shared, page, number, &mut part);
    let why = why.or(if all { None } else { Some(Why::TooMuchInside) });
    if why.is_none() || !part.is_empty() {
        part.end(content.len() as u64);
    }
    if let Some(why) = why {
        intake.not_examined(&name, why);
    }
}

/// Hands on what a page says: as it is drawn, as it is spoken, its notes, and what stands side by side.
pub(super) fn tell(drawn: &PageText, number: Option<u32>, part: &mut Counted<'_>) {
    let lines = &drawn.lines;
    for text in [&lines.text, &lines.spoken, &lines.notes] {
        if !text.trim().is_empty() {
            part.run(Kind::Body, text, |run| run.page = number);
        }
    }
    for text in lines.neighbours() {
        part.run(Kind::Cell, &text, |run| run.page = number);
    }
}

/// How annotations look: each a stream, or one for each state.
fn appearances(objects: &Objects<'_>, page: &Dict) -> Vec<Stored> {
    let Some(Object::Array(items)) = objects.entry(page, b"Annots") else { return Vec::new() };
    let mut found = Vec::new();
    let mut add = |object: &Object| match object {
        Object::Reference(number) => match objects.stored(*number) {
            Some(stored) if stored.stream.is_some() => {
                found.push(stored.clone());
                None
            }
            other => other.and_then(Stored::dict).cloned(),
        },
        Object::Dict(dict) => Some(dict.clone()),
        _ => None,
    };
    for item in items.iter().take(10_000) {
        let looks = objects.dict(item).and_then(|dict| objects.entry_dict(dict, b"AP"));
        for (_, look) in looks.iter().flat_map(|looks| looks.0.iter()).take(20) {
            let states = add(look);
            for (_, state) in states.iter().flat_map(|states| states.0.iter()).take(20) {
                add(state);
            }
        }
    }
    found
}

/// Why a page that draws something counts as not examined.
pub(super) fn unread(drawn: &PageText) -> Option<Why> {
    let text = &drawn.lines.text;
    let words = text.chars().filter(|c| c.is_alphanumeric()).count();
    if drawn.letters > 0 && drawn.unknown * 10 > drawn.letters || drawn.unknown_row >= UNNAMED {
        return Some(Why::UnreadableFont);
    }
    // A font whose map lies gives characters from the private area or control characters.
    let odd =
        text.chars().filter(|c| c.is_control() && !c.is_whitespace() || ('\u{e000}'..='\u{f8ff}').contains(c)).count();
    if odd * 5 > text.chars().count().max(1) {
        return Some(Why::UnreadableFont);
    }
    (words == 0 && (drawn.pictures > 0 || drawn.curves > OUTLINED || drawn.letters > 0)).then_some(Why::NoText)
}

/// A page's content streams, one after another.
pub(super) fn content(objects: &mut Objects<'_>, shared: &mut Shared, page: &Dict) -> (Vec<u8>, Option<Why>) {
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
        shared.ran.insert(stored.at);
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
fn annotations(
    objects: &mut Objects<'_>,
    shared: &mut Shared,
    page: &Dict,
    number: u32,
    part: &mut Counted<'_>,
) -> bool {
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
                shared.said.insert(sweep::hash(&text));
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

/// The metadata of JPEGs inside, as they were taken from the camera.
fn pictures(objects: &mut Objects<'_>, limits: &Limits, intake: &mut dyn Intake) {
    let candidates: Vec<u32> = objects
        .iter()
        .filter(|(_, stored)| {
            stored.dict().is_some_and(|dict| dict.get(b"Subtype").and_then(Object::name) == Some(b"Image"))
        })
        .map(|(number, _)| number)
        .take(2_000)
        .collect();
    for (at, number) in candidates.into_iter().enumerate() {
        let Some(stored) = objects.stored(number).cloned() else { continue };
        let Some(picture) = objects.picture(&stored) else { continue };
        if Format::of(&picture) == Some(Format::Jpeg)
            && let Ok((metadata, _)) = picture::metadata(&picture, Format::Jpeg, limits)
        {
            intake.metadata(&format!("picture {}", at + 1), metadata);
        }
    }
}
