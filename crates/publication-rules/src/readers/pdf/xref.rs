//! The file's own table of where each object's current version stands (ISO 32000-1 7.5.4, 7.5.8), newest part first.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    objects::Objects,
    syntax::{Lexer, Object},
};
use crate::limits::Limits;

/// Where a version stands: in the file, or in the object stream of that number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    At(usize),
    In(u32),
    Free,
}

/// Parts of the table that are followed; more updates than that are a loop or an attack.
const MOST_PARTS: usize = 200;

/// Lets those versions count that the table names, where it names one that is there.
pub(super) fn settle(objects: &mut Objects<'_>, limits: &Limits) {
    if objects.older.is_empty() {
        return;
    }
    let table = read(objects, limits);
    let numbers: BTreeSet<u32> = objects.older.iter().map(|stored| stored.number).collect();
    for number in numbers {
        let Some(place) = table.get(&number).copied() else { continue };
        let within =
            if let Place::In(container) = place { objects.stored(container).map(|held| held.at) } else { None };
        let named = |at: usize, inside: bool| match place {
            // An offset points at the number before `obj`, give or take white space.
            Place::At(offset) => !inside && at >= offset && at - offset < 40,
            Place::In(_) => inside && within == Some(at),
            Place::Free => false,
        };
        let Some(current) = objects.all.get_mut(&number) else { continue };
        if named(current.at, current.inside) {
            continue;
        }
        if let Some(other) = objects.older.iter_mut().find(|held| held.number == number && named(held.at, held.inside))
        {
            std::mem::swap(current, other);
        }
    }
}

fn read(objects: &mut Objects<'_>, limits: &Limits) -> BTreeMap<u32, Place> {
    let mut table = BTreeMap::new();
    let bytes = objects.bytes;
    let Some(start) = memchr::memmem::rfind(bytes, b"startxref") else { return table };
    let mut waiting: Vec<usize> = Lexer::new(bytes, start + 9).object().and_then(|o| o.index()).into_iter().collect();
    let mut seen = BTreeSet::new();
    while let Some(at) = waiting.pop() {
        if !seen.insert(at) || seen.len() > MOST_PARTS || table.len() > limits.entries * 10 {
            continue;
        }
        let mut lexer = Lexer::new(bytes, at);
        lexer.skip_space();
        let trailer = if bytes.get(lexer.at..).is_some_and(|rest| rest.starts_with(b"xref")) {
            lexer.at += 4;
            section(lexer, &mut table, limits)
        } else {
            stream(objects, at, &mut table, limits)
        };
        let Some(Object::Dict(dict)) = trailer else { continue };
        // The stream of a hybrid file counts before what came earlier.
        waiting.extend(dict.get(b"Prev").and_then(Object::index));
        waiting.extend(dict.get(b"XRefStm").and_then(Object::index));
    }
    table
}

/// `first count` and so many lines, again and again, then the trailer.
fn section(mut lexer: Lexer<'_>, table: &mut BTreeMap<u32, Place>, limits: &Limits) -> Option<Object> {
    loop {
        match lexer.object()? {
            Object::Number(first) => {
                let count = lexer.object()?.index()?.min(limits.entries * 10);
                for number in (0..count).map(|n| first as u32 + n as u32) {
                    let (offset, _, kind) = (lexer.object()?.index()?, lexer.object()?, lexer.object()?);
                    let place = if kind == Object::Word(b"n".to_vec()) { Place::At(offset) } else { Place::Free };
                    table.entry(number).or_insert(place);
                }
            }
            Object::Word(word) if word == b"trailer" => return lexer.object(),
            _ => return None,
        }
    }
}

/// A stream of fixed-width entries; gives its dictionary.
fn stream(objects: &mut Objects<'_>, at: usize, table: &mut BTreeMap<u32, Place>, limits: &Limits) -> Option<Object> {
    let held = objects.versions().find(|held| held.is_type(b"XRef") && held.at >= at && held.at - at < 40)?.clone();
    let data = objects.data(&held).ok()?;
    let dict = held.dict()?;
    let numbers = |key: &[u8]| match dict.get(key) {
        Some(Object::Array(items)) => items.iter().filter_map(Object::index).collect::<Vec<usize>>(),
        _ => Vec::new(),
    };
    let widths = numbers(b"W");
    let [kind, second, third] = *widths.get(..3)? else { return None };
    let length = kind.checked_add(second)?.checked_add(third).filter(|length| (1..=24).contains(length))?;
    let mut index = numbers(b"Index");
    if index.is_empty() {
        index = vec![0, dict.get(b"Size").and_then(Object::index)?];
    }
    let mut entries = data.chunks_exact(length);
    for pair in index.chunks_exact(2) {
        for number in (pair[0]..pair[0].saturating_add(pair[1])).take(limits.entries * 10) {
            let Some(entry) = entries.next() else { break };
            let field = |from: usize, width: usize| {
                let bytes = entry.get(from..from + width).unwrap_or_default();
                bytes.iter().fold(0_usize, |value, byte| value << 8 | usize::from(*byte))
            };
            let place = match if kind == 0 { 1 } else { field(0, kind) } {
                1 => Place::At(field(kind, second)),
                2 => Place::In(field(kind, second) as u32),
                _ => Place::Free,
            };
            table.entry(number as u32).or_insert(place);
        }
    }
    Some(held.object)
}
