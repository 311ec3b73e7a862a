//! Children's likely full names that are on no list.

use super::{
    allowed::AllowedNames,
    context::{Quiet, Surroundings},
    facts::Fact,
    judge::NameHit,
    tokens::{Case, Joint, Token, Tokens},
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
    /// Whether there is no list, and what reads like anybody's name is all there is to go by.
    pub listless: bool,
}

/// The likely names of a piece of text.
pub(crate) fn likely(field: &Field<'_>) -> Vec<NameHit> {
    let list = &field.tokens.list;
    let mut hits = Vec::new();
    let mut quiet = Quiet::default();
    let mut at = 0;
    while at < list.len() {
        if field.listless
            && !field.label
            && let Some((to, hit)) = surname_first(field, at)
        {
            hits.push(hit);
            at = to + 1;
            continue;
        }
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

fn counts(field: &Field<'_>, token: &Token) -> bool {
    field.label || token.case != Case::Lower
}

/// The last word of a name that starts at `at`: two to four words with capitals, particles between.
fn run_from(field: &Field<'_>, at: usize) -> Option<usize> {
    let list = &field.tokens.list;
    let first = list.get(at)?;
    let first_normal = field.tokens.normal(first);
    if !counts(field, first) || first_normal.len() < 2 || first.is(Fact::Title) {
        return None;
    }
    let mut to = at;
    for (next, token) in list.iter().enumerate().skip(at + 1).take(4) {
        let normal = field.tokens.normal(token);
        let tight = matches!(token.joint, Joint::Space | Joint::Hyphen | Joint::Line);
        if !tight || list.get(next - 1).is_some_and(|last| last.possessive) {
            break;
        }
        let small_particle = token.case == Case::Lower && token.is(Fact::Particle) && !field.label;
        if small_particle {
            continue;
        }
        if !counts(field, token) || token.is(Fact::Title) && normal.len() > 2 {
            break;
        }
        if normal.len() > 1 && token.is(Fact::NotSurname) {
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
    if before.is_some_and(|token| token.is(Fact::AdultTitle) || field.tokens.normal(token) == b"miss") {
        return None;
    }
    let next = list.get(to + 1).filter(|token| matches!(token.joint, Joint::Space | Joint::Hyphen));
    if next.is_some_and(|token| token.case != Case::Lower && token.is(Fact::PlaceNoun)) {
        return None;
    }
    let known = first.is(Fact::Forename);
    let words = first.is(Fact::Word) && last.is(Fact::Word);
    let given_span = (first.start, first.end);
    let hit = |severity, message| {
        Some(NameHit { start: first.start, end: last.end, given: given_span, severity, message, listed: false })
    };
    if field.label {
        let sure = known
            && !first.is(Fact::Word)
            && !last.is(Fact::Word)
            && !last.is(Fact::Forename)
            && is_letters(field, last);
        return if sure { hit(Severity::Warn, Message::LikelyNameInFileName) } else { None };
    }
    let name = Name { first, last, known, words };
    let plausible = field.listless && reads_like_a_name(field, &name, from, to);
    if !field.by_picture && !plausible && quiet.is_quiet(field.text, first.start, last.end) {
        return None;
    }
    let around = Surroundings::of(field.text, first.start, last.end);
    // Looked for first: most names with capitals have no child's context, and nothing else is asked then.
    let context = around.child().or_else(|| plausible.then(|| around.cared_for()).flatten());
    if context.is_none() && !field.by_picture && !plausible || around.adult() {
        return None;
    }
    if context.is_none() && !field.by_picture {
        let row = known && stands_in_a_row(field, from, to);
        return hit(if row { Severity::Warn } else { Severity::Note }, Message::LikelyPerson);
    }
    if !known {
        // A forename nobody listed needs words right before or after that announce a child.
        let strange = !first.is(Fact::NotSurname) && !first.is(Fact::Word) && from != to && first.case == last.case;
        let starts = first.joint == Joint::Break && !around.child_is_announced();
        return match context {
            Some(context) if strange && !starts && around.child_is_announced() => {
                hit(Severity::Warn, Message::LikelyChild { context })
            }
            _ if plausible => hit(Severity::Note, Message::LikelyPerson),
            _ => None,
        };
    }
    match context {
        Some(context) if !words || around.child_is_announced() => hit(Severity::Warn, Message::LikelyChild { context }),
        None if field.by_picture && !words => hit(Severity::Warn, Message::LikelyPerson),
        _ => None,
    }
}

/// A run of words with capitals, and what is known of its first and last.
struct Name<'t> {
    first: &'t Token,
    last: &'t Token,
    known: bool,
    words: bool,
}

/// Whether a run is somebody's name, where nothing else is known: a forename before what is no word of a place, a book or a
/// heading; or two words that only names are, which somebody says or does something after.
fn reads_like_a_name(field: &Field<'_>, name: &Name<'_>, from: usize, to: usize) -> bool {
    let list = &field.tokens.list;
    let Name { first, last, known, words } = *name;
    let surname_is_plain = last.is(Fact::Word) || last.is(Fact::PlaceNoun);
    let before = from.checked_sub(1).and_then(|at| list.get(at)).filter(|_| first.joint == Joint::Space);
    let the = before.is_some_and(|token| matches!(field.tokens.normal(token), b"the" | b"a" | b"an"));
    let next = list.get(to + 1).filter(|token| token.joint == Joint::Space);
    if words
        || the
        || last.is(Fact::NotSurname)
        || first.case == Case::Upper && last.case == Case::Upper && to - from > 2
    {
        return false;
    }
    if known {
        return !(first.is(Fact::Word) && surname_is_plain)
            && next.is_none_or(|token| token.case == Case::Lower || !token.is(Fact::PlaceNoun));
    }
    let strange = |token: &Token| {
        token.case == Case::Capital && token.len() > 2 && !token.is(Fact::Word) && !token.is(Fact::NotSurname)
    };
    let says = next.is_some_and(|token| token.case == Case::Lower && token.is(Fact::PersonAct));
    to == from + 1 && says && first.joint != Joint::Break && strange(first) && strange(last) && !surname_is_plain
}

/// Whether a name has its line, cell or item to itself, and so have those before or after it.
fn stands_in_a_row(field: &Field<'_>, from: usize, to: usize) -> bool {
    let list = &field.tokens.list;
    let ends =
        |joint: Joint| matches!(joint, Joint::ShortLine | Joint::Line | Joint::Cell | Joint::Block | Joint::Comma);
    let at_start = list.get(from).is_some_and(|token| ends(token.joint) || token.joint == Joint::Break);
    let at_end = list.get(to + 1).is_none_or(|token| ends(token.joint) || token.joint == Joint::Break);
    // A neighbour is a name too where its first word is a forename, and its second ends it.
    let name_from = |at: usize| {
        let second = list.get(at + 1).is_some_and(|token| token.joint == Joint::Space && token.case != Case::Lower);
        let ended = list.get(at + 2).is_none_or(|token| token.joint != Joint::Space);
        second && ended && list.get(at).is_some_and(|token| token.case != Case::Lower && token.is(Fact::Forename))
    };
    let after = list.get(to + 1).is_some_and(|token| ends(token.joint)) && name_from(to + 1);
    let before = list.get(from).is_some_and(|token| ends(token.joint)) && from.checked_sub(2).is_some_and(name_from);
    at_start && at_end && (after || before)
}

/// "OKAFOR Amara", "OKAFOR, Amara": registers write it so, and hardly anybody else.
fn surname_first(field: &Field<'_>, at: usize) -> Option<(usize, NameHit)> {
    let list = &field.tokens.list;
    let (surname, given) = (list.get(at)?, list.get(at + 1)?);
    let register = surname.case == Case::Upper
        && given.case == Case::Capital
        && surname.len() > 2
        && matches!(given.joint, Joint::Space | Joint::Comma | Joint::Cell)
        && !matches!(surname.joint, Joint::Space | Joint::Hyphen)
        && given.is(Fact::Forename)
        && !surname.is(Fact::NotSurname)
        && !surname.is(Fact::Title);
    if !register {
        return None;
    }
    let goes_on = list.get(at + 2).is_some_and(|token| token.joint == Joint::Space && token.case == Case::Upper);
    let together = field.tokens.letters.get(surname.from..given.to).unwrap_or_default();
    if goes_on || field.allowed.holds(together) || is_taken(field, surname, given) {
        return None;
    }
    let hit = NameHit {
        start: surname.start,
        end: given.end,
        given: (given.start, given.end),
        severity: Severity::Warn,
        message: Message::LikelyPerson,
        listed: false,
    };
    Some((at + 1, hit))
}

/// A surname in a file name is longer than a counter or camera prefix, and has a vowel.
fn is_letters(field: &Field<'_>, surname: &Token) -> bool {
    surname.len() >= 3
        && !surname.is(Fact::NotSurname)
        && field
            .tokens
            .normal(surname)
            .iter()
            .any(|byte| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y') || !byte.is_ascii())
}

/// Whether the word at the start of a piece of text is a lone forename, as beside a picture.
pub(crate) fn lone_forenames(field: &Field<'_>) -> Vec<(usize, usize)> {
    let list = &field.tokens.list;
    (0..list.len())
        .filter(|at| {
            let token = &list[*at];
            token.case != Case::Lower
                && token.is(Fact::Forename)
                && !token.is(Fact::Word)
                && !token.is(Fact::NotSurname)
        })
        .map(|at| (list[at].start, list[at].end))
        .collect()
}
