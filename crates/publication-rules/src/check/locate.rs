//! From bytes of a run to scalar values of the part, and the words around.

use super::Raw;
use crate::{
    document::{Origin, Part, Run},
    finding::Finding,
    profile::Profile,
};

/// Characters shown on either side of a match.
const AROUND: usize = 10;

/// Turns what was found in a part's runs into findings.
pub(super) fn locate(part: &Part<'_>, found: Vec<(usize, Raw)>, profile: &Profile) -> Vec<Finding> {
    let mut placed: Vec<(u64, u64, usize, Raw)> = Vec::with_capacity(found.len());
    let mut bytes: Vec<usize> = Vec::new();
    for (at, raw) in found {
        let Some(run) = part.runs.get(at) else { continue };
        match &run.origin {
            Origin::Counted(base) => {
                let start = base + count(run.text.get(..raw.start).unwrap_or_default());
                let end = start + count(run.text.get(raw.start..raw.end).unwrap_or_default());
                placed.push((start, end, at, raw));
            }
            _ => {
                let start = source_byte(run, raw.start);
                let end = source_end(part, run, raw.start, raw.end);
                bytes.extend([start, end]);
                placed.push((start as u64, end as u64, at, raw));
            }
        }
    }
    bytes.sort_unstable();
    bytes.dedup();
    let scalars = scalars_at(part.source.as_deref().unwrap_or_default(), &bytes);
    let to_scalar = |byte: u64| match bytes.binary_search(&(byte as usize)) {
        Ok(at) => scalars.get(at).copied().unwrap_or(byte),
        Err(_) => byte,
    };
    placed
        .into_iter()
        .filter_map(|(start, end, at, raw)| {
            let run = part.runs.get(at)?;
            let counted = matches!(run.origin, Origin::Counted(_));
            let (start, end) = if counted { (start, end) } else { (to_scalar(start), to_scalar(end)) };
            Some(Finding {
                rule: raw.rule,
                severity: raw.severity,
                part: part.name.clone(),
                start: Some(start),
                end: Some(end),
                page: run.page,
                excerpt: excerpt(&run.text, raw.start, raw.end),
                message: raw.message,
                fix: raw.fix,
                policy: profile.policy_for(raw.rule),
            })
        })
        .collect()
}

fn count(text: &str) -> u64 {
    text.bytes().filter(|byte| byte & 0xc0 != 0x80).count() as u64
}

/// The scalar values before each byte of a sorted list, in one pass.
fn scalars_at(source: &str, bytes: &[usize]) -> Vec<u64> {
    let source = source.as_bytes();
    let (mut at, mut scalars) = (0, 0_u64);
    bytes
        .iter()
        .map(|byte| {
            let to = (*byte).min(source.len());
            scalars += source[at..to].iter().filter(|byte| **byte & 0xc0 != 0x80).count() as u64;
            at = to;
            scalars
        })
        .collect()
}

/// The byte of the source where a byte of the run's text stands.
pub(crate) fn source_byte(run: &Run<'_>, text: usize) -> usize {
    match &run.origin {
        Origin::Straight(base) => base + text,
        Origin::Pieces(pieces) => {
            let at = pieces.partition_point(|(start, _)| *start as usize <= text);
            match at.checked_sub(1).and_then(|at| pieces.get(at)) {
                Some((start, source)) => *source as usize + (text - *start as usize),
                None => pieces.first().map_or(0, |(_, source)| *source as usize),
            }
        }
        Origin::Counted(_) => text,
    }
}

/// The byte after a match: after its last character, or after the reference that the character was written as.
pub(crate) fn source_end(part: &Part<'_>, run: &Run<'_>, start: usize, end: usize) -> usize {
    let Some(last) = run.text.get(start..end).and_then(|text| text.chars().next_back()) else {
        return source_byte(run, start);
    };
    let at = source_byte(run, end - last.len_utf8());
    let source = part.source.as_deref().unwrap_or_default();
    let rest = source.get(at..).unwrap_or_default();
    if matches!(run.origin, Origin::Pieces(_)) && rest.starts_with('&') && last != '&' {
        let length = rest.bytes().take(40).position(|byte| byte == b';').map_or(1, |found| found + 1);
        return at + length;
    }
    let mut after = (at + last.len_utf8()).min(source.len());
    while !source.is_char_boundary(after) {
        after += 1;
    }
    after
}

/// The match with at most ten characters on either side, on one line.
pub(super) fn excerpt(text: &str, start: usize, end: usize) -> String {
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let from = before.char_indices().rev().take(AROUND).last().map_or(start, |(at, _)| at);
    let to = end + after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let piece = text.get(from..to).unwrap_or_default();
    piece.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
