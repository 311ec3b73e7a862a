//! What a style sheet shows: files by address, and words put before and after elements.

use super::{attributes, data_url, gathered::Gathered};
use crate::{
    document::{Kind, Origin, Run},
    intake::Intake,
};

/// The longest string of words that is read.
const WORDS: usize = 2000;

/// Reads the style sheet at `start..end`.
pub(super) fn read(source: &str, start: usize, end: usize, in_attribute: bool, intake: &mut dyn Intake) {
    let Some(sheet) = source.get(start..end) else { return };
    for found in memchr::memmem::find_iter(sheet.as_bytes(), b"url(") {
        let Some((from, to)) = address(source, start + found + 4, end) else { continue };
        if source.get(from..from + 5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:")) {
            data_url::read(source, from, to, intake);
            continue;
        }
        let mut value = Gathered { in_attribute, ..Gathered::default() };
        value.append(source, from, to, in_attribute, true);
        attributes::file_name(&value.text, from, false).into_iter().for_each(|run| intake.run(source, run));
    }
    for found in memchr::memmem::find_iter(sheet.as_bytes(), b"content") {
        if let Some((from, to)) = words(source, start + found + 7, end) {
            intake.run(source, unescaped(source, from, to));
        }
    }
}

/// The address between `url(` and `)`, quotation marks left off.
fn address(source: &str, from: usize, end: usize) -> Option<(usize, usize)> {
    let rest = source.get(from..end)?;
    let inner = rest.trim_start();
    let from = from + rest.len() - inner.len();
    let quoted = ["\"", "'", "&quot;", "&#39;", "&apos;"].into_iter().find(|quote| inner.starts_with(quote));
    match quoted {
        Some(quote) => {
            let from = from + quote.len();
            let length = source.get(from..end)?.find(quote)?;
            Some((from, from + length))
        }
        None => Some((from, from + inner.find(')')?)),
    }
}

/// The string after `content:`.
fn words(source: &str, from: usize, end: usize) -> Option<(usize, usize)> {
    let rest = source.get(from..end)?;
    let value = rest.trim_start().strip_prefix(':')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let from = end - value.len() + 1;
    let length = value.get(1..)?.find(quote)?;
    (length > 2 && length < WORDS).then_some((from, from + length))
}

/// A string with its escapes resolved: `\e9 ` is a letter with an accent (CSS Syntax 4.3.7).
fn unescaped(source: &str, from: usize, to: usize) -> Run<'static> {
    let (mut text, mut pieces, mut at) = (String::new(), Vec::new(), from);
    while let Some(rest) = source.get(at..to).filter(|rest| !rest.is_empty()) {
        let plain = rest.find('\\').unwrap_or(rest.len());
        pieces.push((text.len() as u32, at as u32));
        text.push_str(rest.get(..plain).unwrap_or_default());
        at += plain;
        let Some(escape) = rest.get(plain + 1..) else { break };
        let digits = escape.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        pieces.push((text.len() as u32, at as u32));
        let code = escape.get(..digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        if let Some(c) = code.and_then(char::from_u32).filter(|c| !c.is_control()) {
            text.push(c);
        }
        at += 1 + digits + usize::from(digits > 0 && escape.as_bytes().get(digits) == Some(&b' '));
    }
    Run::new(Kind::Title, text, Origin::Pieces(pieces))
}
