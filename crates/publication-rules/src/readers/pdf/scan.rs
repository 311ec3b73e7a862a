//! Looks through a file for objects, so that a damaged or lying table hides nothing.

use super::{
    objects::{Objects, Stored},
    syntax::{Dict, Lexer, Object, is_space},
};
use crate::{finding::Why, limits::Limits};

/// Adds every object that stands in the file by itself, and what the trailers say.
///
/// # Errors
/// More objects than the limits.
pub(super) fn scan(objects: &mut Objects<'_>, limits: &Limits) -> Result<(), Why> {
    let bytes = objects.bytes;
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memmem::find(rest, b"obj")) {
        let word = at + found;
        at = word + 3;
        let Some((number, generation)) = number_before(bytes, word) else { continue };
        if objects.count() > limits.entries * 10 {
            return Err(Why::TooManyEntries);
        }
        let mut lexer = Lexer::limited(bytes, word + 3, objects.room);
        let object = lexer.object();
        charge(objects, &lexer, word)?;
        let Some(object) = object else { continue };
        let stream = stream_after(bytes, &object, lexer.at);
        if let Object::Dict(dict) = &object {
            trailer(objects, dict);
        }
        at = stream.map_or(lexer.at.max(at), |(_, end)| end);
        objects.add(Stored { object, stream, number, generation, at: word, inside: false });
    }
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memmem::find(rest, b"trailer")) {
        at += found + 7;
        let mut lexer = Lexer::limited(bytes, at, objects.room);
        let object = lexer.object();
        charge(objects, &lexer, at)?;
        if let Some(Object::Dict(dict)) = object {
            trailer(objects, &dict);
        }
    }
    Ok(())
}

/// Adds what object streams hold.
///
/// # Errors
/// More objects than the limits, or more bytes.
pub(super) fn open_object_streams(objects: &mut Objects<'_>, limits: &Limits) -> Result<(), Why> {
    let containers: Vec<Stored> = objects.versions().filter(|stored| stored.is_type(b"ObjStm")).cloned().collect();
    for container in containers {
        let Some(dict) = container.dict() else { continue };
        let data = match objects.data(&container) {
            Ok(data) => data,
            Err(Why::TooMuchInside) => return Err(Why::TooMuchInside),
            Err(why) => {
                objects.lost = Some(why);
                continue;
            }
        };
        let count = objects.entry(dict, b"N").and_then(Object::index).unwrap_or(0).min(limits.entries * 10);
        let first = objects.entry(dict, b"First").and_then(Object::index).unwrap_or(0);
        objects.work += data.len() * 3;
        let mut header = Lexer::new(&data, 0);
        for _ in 0..count {
            let (Some(number), Some(offset)) =
                (header.object().and_then(|o| o.index()), header.object().and_then(|o| o.index()))
            else {
                break;
            };
            if objects.count() > limits.entries * 10 {
                return Err(Why::TooManyEntries);
            }
            let from = first.saturating_add(offset);
            let mut lexer = Lexer::limited(&data, from, objects.room);
            let object = lexer.object();
            charge(objects, &lexer, from)?;
            let Some(object) = object else { continue };
            let (number, at) = (number as u32, container.at);
            objects.add(Stored { object, stream: None, number, generation: 0, at, inside: true });
        }
    }
    Ok(())
}

/// Counts what reading one object from `from` on took.
fn charge(objects: &mut Objects<'_>, lexer: &Lexer<'_>, from: usize) -> Result<(), Why> {
    objects.room = objects.room.saturating_sub(lexer.inside());
    objects.work = objects.work.saturating_sub(lexer.at.saturating_sub(from) + 16);
    if lexer.gave_up() || objects.work == 0 { Err(Why::TooManyEntries) } else { Ok(()) }
}

fn trailer(objects: &mut Objects<'_>, dict: &Dict) {
    if dict.get(b"Root").is_none() {
        return;
    }
    let reference = |key: &[u8]| match dict.get(key) {
        Some(Object::Reference(number)) => Some(*number),
        _ => None,
    };
    objects.root = reference(b"Root").or(objects.root);
    objects.info = reference(b"Info").or(objects.info);
    if let Some(encrypt) = dict.get(b"Encrypt").filter(|encrypt| **encrypt != Object::Null) {
        objects.encrypt = Some(encrypt.clone());
    }
    if let Some(Object::Array(halves)) = dict.get(b"ID")
        && let Some(Object::Text(first)) = halves.first()
    {
        objects.id.clone_from(first);
    }
}

/// The number and generation of `12 0 obj`, read backwards from `obj`.
pub(super) fn number_before(bytes: &[u8], word: usize) -> Option<(u32, u32)> {
    let back = |mut at: usize| {
        let end = at;
        while at > 0 && bytes[at - 1].is_ascii_digit() {
            at -= 1;
        }
        (at < end && end - at <= 10).then_some(at)
    };
    let spaces = |mut at: usize| {
        while at > 0 && is_space(bytes[at - 1]) {
            at -= 1;
        }
        at
    };
    let digits = |from: usize, to: usize| std::str::from_utf8(bytes.get(from..to)?).ok()?.trim().parse::<u32>().ok();
    let end = spaces(word);
    let generation = back(end)?;
    let before = spaces(generation);
    if before == generation {
        return None;
    }
    let start = back(before)?;
    Some((digits(start, before)?, digits(generation, end)?))
}

/// Where the bytes of a stream are: by its length where that is right, else up to `endstream`.
fn stream_after(bytes: &[u8], object: &Object, at: usize) -> Option<(usize, usize)> {
    let Object::Dict(dict) = object else { return None };
    let mut lexer = Lexer::new(bytes, at);
    lexer.skip_space();
    let rest = bytes.get(lexer.at..)?;
    if !rest.starts_with(b"stream") {
        return None;
    }
    let mut start = lexer.at + 6;
    if bytes.get(start) == Some(&b'\r') {
        start += 1;
    }
    if bytes.get(start) == Some(&b'\n') {
        start += 1;
    }
    if let Some(length) = dict.get(b"Length").and_then(Object::index) {
        let end = start.saturating_add(length);
        let mut after = Lexer::new(bytes, end.min(bytes.len()));
        after.skip_space();
        if bytes.get(after.at..).is_some_and(|rest| rest.starts_with(b"endstream")) {
            return Some((start, end));
        }
    }
    let length = memchr::memmem::find(bytes.get(start..)?, b"endstream").unwrap_or(bytes.len() - start);
    let mut end = start + length;
    if end > start && bytes[end - 1] == b'\n' {
        end -= 1;
    }
    if end > start && bytes[end - 1] == b'\r' {
        end -= 1;
    }
    Some((start, end))
}
