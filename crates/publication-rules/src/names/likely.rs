//! Children's likely full names that are on no list.

use super::{
    context::{Quiet, Surroundings},
    judge::{AllowedNames, NameHit},
    lexicon::{is_forename, is_not_surname, is_particle, is_word},
    tokens::{Case, Joint, Token, Tokens},
    vocabulary::{is_adult_title, is_place_noun, is_title},
};
use crate::{finding::Severity, message::Message};

/// Where likely names are looked for.
pub(crate) struct Field<'a> {
    pub text: &'a str,
    pub tokens: &'a Tokens,
    pub allowed: &'a AllowedNames,
    /// A file name, where only a known forename counts.
    pub label: bool,
    /// Beside a picture: no other context is needed.
    pub by_picture: bool,
    /// Bytes of names found on the pupil list, in order.
    pub taken: &'a [(usize, usize)],
}

/// The likely names of a piece of text.
pub(crate) fn likely(field: &Field<'_>) -> Vec<NameHit> {
    let list = &field.tokens.list;
    let mut hits = Vec::new();
    let mut quiet = Quiet::default();
    let mut at = 0;
    while at < list.len() {
        match run_from(field, at) {
            Some(to) if to > at && !is_taken(field, &list[at], &list[to]) => {
                if let Some(hit) = weigh(field, &mut quiet, at, to) {
                    hits.push(hit);
                    at = to + 1;
                    continue;
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
    hits
}

/// Whether a name on the list overlaps these words.
fn is_taken(field: &Field<'_>, first: &Token, last: &Token) -> bool {
    let at = field.taken.partition_point(|(_, end)| *end <= first.start);
    field.taken.get(at).is_some_and(|(start, _)| *start < last.end)
}

fn normal<'a>(field: &'a Field<'_>, at: usize) -> &'a [u8] {
    field.tokens.list.get(at).map(|token| field.tokens.normal(token)).unwrap_or_default()
}

fn counts(field: &Field<'_>, token: &Token) -> bool {
    field.label || token.case != Case::Lower
}

/// The last word of a name that starts at `at`: two to four words with capitals, particles between.
fn run_from(field: &Field<'_>, at: usize) -> Option<usize> {
    let list = &field.tokens.list;
    let first = list.get(at)?;
    let first_normal = field.tokens.normal(first);
    if !counts(field, first) || first_normal.len() < 2 || is_title(first_normal) {
        return None;
    }
    let mut to = at;
    for (next, token) in list.iter().enumerate().skip(at + 1).take(4) {
        let normal = field.tokens.normal(token);
        let tight = matches!(token.joint, Joint::Space | Joint::Hyphen | Joint::Line);
        if !tight || list.get(next - 1).is_some_and(|last| last.possessive) {
            break;
        }
        let small_particle = token.case == Case::Lower && is_particle(normal) && !field.label;
        if small_particle {
            continue;
        }
        if !counts(field, token) || is_title(normal) && normal.len() > 2 {
            break;
        }
        if is_not_surname(normal) && normal.len() > 1 {
            break;
        }
        // An initial stands between, and ends no name: "Finlay Y3".
        if normal.len() > 1 {
            to = next;
        }
    }
    (to > at).then_some(to)
}

fn weigh(field: &Field<'_>, quiet: &mut Quiet, from: usize, to: usize) -> Option<NameHit> {
    let list = &field.tokens.list;
    let (first, last) = (list.get(from)?, list.get(to)?);
    let (given, surname) = (field.tokens.normal(first), field.tokens.normal(last));
    if surname.len() < 2 || field.label && surname.len() < 3 {
        return None;
    }
    let together = field.tokens.letters.get(first.from..last.to).unwrap_or_default();
    if field.allowed.holds(together) || field.allowed.holds(&[given, surname].concat()) {
        return None;
    }
    let before =
        from.checked_sub(1).and_then(|at| list.get(at)).filter(|_| matches!(first.joint, Joint::Space | Joint::Line));
    if before.is_some_and(|token| is_adult_title(field.tokens.normal(token)) || field.tokens.normal(token) == b"miss") {
        return None;
    }
    let next = list.get(to + 1).filter(|token| matches!(token.joint, Joint::Space | Joint::Hyphen));
    if next.is_some_and(|token| token.case != Case::Lower && is_place_noun(field.tokens.normal(token))) {
        return None;
    }
    let known = is_forename(given);
    let words = is_word(given) && is_word(surname);
    let given_span = (first.start, first.end);
    let hit = |severity, message| {
        Some(NameHit { start: first.start, end: last.end, given: given_span, severity, message, listed: false })
    };
    if field.label {
        let sure = known && !is_word(given) && !is_word(surname) && !is_forename(surname) && is_letters(surname);
        return if sure { hit(Severity::Warn, Message::LikelyNameInFileName) } else { None };
    }
    if !field.by_picture && quiet.is_quiet(field.text, first.start, last.end) {
        return None;
    }
    let around = Surroundings::of(field.text, first.start, last.end);
    // Looked for first: most names with capitals have no child's context, and nothing else is asked then.
    let context = around.child();
    if context.is_none() && !field.by_picture || around.adult() {
        return None;
    }
    if !known {
        // A forename nobody listed needs words right before or after that announce a child.
        let strange = !is_not_surname(given) && !is_word(given) && from != to && first.case == last.case;
        let starts = first.joint == Joint::Break && !around.child_is_announced();
        return match context {
            Some(context) if strange && !starts && around.child_is_announced() => {
                hit(Severity::Warn, Message::LikelyChild { context })
            }
            _ => None,
        };
    }
    match context {
        Some(context) if !words || around.child_is_announced() => hit(Severity::Warn, Message::LikelyChild { context }),
        None if field.by_picture && !words => hit(Severity::Warn, Message::LikelyPerson),
        _ => None,
    }
}

/// A surname in a file name is longer than a counter or camera prefix, and has a vowel.
fn is_letters(surname: &[u8]) -> bool {
    surname.len() >= 3
        && !is_not_surname(surname)
        && surname.iter().any(|byte| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y') || !byte.is_ascii())
}

/// Whether the word at the start of a piece of text is a lone forename, as beside a picture.
pub(crate) fn lone_forenames(field: &Field<'_>) -> Vec<(usize, usize)> {
    let list = &field.tokens.list;
    (0..list.len())
        .filter(|at| {
            let token = &list[*at];
            let word = normal(field, *at);
            token.case != Case::Lower && is_forename(word) && !is_word(word) && !is_not_surname(word)
        })
        .map(|at| (list[at].start, list[at].end))
        .collect()
}
