//! From words on the list to a finding: how sure it is that a pupil is meant.

use super::{
    allowed::AllowedNames,
    context::Surroundings,
    facts::Fact,
    forms::Class,
    matched::{How, Match},
    tokens::{Case, Joint, Token, Tokens},
};
use crate::{finding::Severity, message::Message};

/// A name found in a piece of text.
#[derive(Clone, Debug)]
pub(crate) struct NameHit {
    /// Byte of the text where it starts.
    pub start: usize,
    /// Byte where it ends.
    pub end: usize,
    /// The forename's bytes, to put in its place.
    pub given: (usize, usize),
    /// How much it matters.
    pub severity: Severity,
    /// What it is.
    pub message: Message,
    /// Whether it came from the pupil list.
    pub listed: bool,
}

/// What is known about the place of a match.
pub(crate) struct Place<'a> {
    pub text: &'a str,
    pub tokens: &'a Tokens,
    pub allowed: &'a AllowedNames,
    /// A file name or mailbox.
    pub label: bool,
    /// A caption, alternative text or title.
    pub short: bool,
}

/// Turns a match into a hit, or into nothing.
pub(crate) fn judge(place: &Place<'_>, found: &Match) -> Option<NameHit> {
    let tokens = &place.tokens.list;
    // "Amara Okafor-Lee": the rest of a double surname belongs to the name.
    let double = |token: &&Token| token.joint == Joint::Hyphen && token.case != Case::Lower;
    let more = tokens.get(found.to + 1..).unwrap_or_default().iter().take_while(double).count();
    let (first, last) = (tokens.get(found.from)?, tokens.get(found.to + more)?);
    let together = place.tokens.letters.get(first.from..last.to).unwrap_or_default();
    let allowed = place.allowed.holds(together) || more == 0 && place.allowed.holds(&ends(place, found));
    if allowed {
        return None;
    }
    let (severity, message) = weigh(place, found)?;
    let given = match found.how {
        How::Together => forename_in(place.text, first),
        _ => (tokens.get(found.given.0)?.start, tokens.get(found.given.1)?.end),
    };
    Some(NameHit { start: first.start, end: last.end, given, severity, message, listed: true })
}

/// The forename in `AmaraOkafor`, up to the capital that the surname starts with; nothing where no capital tells.
fn forename_in(text: &str, token: &Token) -> (usize, usize) {
    let word = text.get(token.start..token.end).unwrap_or_default();
    let mut small = false;
    for (at, c) in word.char_indices() {
        if small && c.is_uppercase() {
            return (token.start, token.start + at);
        }
        small |= c.is_lowercase();
    }
    (token.start, token.start)
}

fn ends(place: &Place<'_>, found: &Match) -> Vec<u8> {
    let piece = |(from, to): (usize, usize)| match (place.tokens.list.get(from), place.tokens.list.get(to)) {
        (Some(from), Some(to)) => place.tokens.letters.get(from.from..to.to).unwrap_or_default(),
        _ => &[],
    };
    [piece(found.given), piece(found.surname)].concat()
}

fn weigh(place: &Place<'_>, found: &Match) -> Option<(Severity, Message)> {
    use Message::{PupilByInitial, PupilNameAcrossList, PupilNameOfAdult, PupilNameOfWords, PupilOnList};
    use Severity::{Note, Stop, Warn};
    let wordy = wordiness(place, found);
    if place.label {
        return Some(match (found.class, wordy) {
            (Class::Initial, _) => (Warn, PupilByInitial),
            (_, Wordy::All) if !place.short => (Warn, PupilNameOfWords),
            _ => (Stop, PupilOnList),
        });
    }
    let before = neighbour(place, found.from, true);
    if let Some(title) = before {
        let normal = place.tokens.normal(title);
        if normal == b"miss" {
            return Some((Warn, PupilNameOfAdult));
        }
        if title.case != Case::Lower && title.is(Fact::AdultTitle) {
            return Some((Note, PupilNameOfAdult));
        }
    }
    if cuts_a_compound(place, found) {
        return None;
    }
    if found.how == How::Labelled {
        return Some((Stop, PupilOnList));
    }
    if found.how == How::Parted {
        return parted(place, found, wordy);
    }
    if found.class == Class::Initial {
        return initial(place, found, wordy).then_some((Warn, PupilByInitial));
    }
    if found.how == How::Turned && surname_in_capitals(place, found) && !place.short {
        return Some((Stop, PupilOnList));
    }
    if found.how == How::Turned && runs_through_list(place, found) {
        return forename_first(place, found).map(|severity| (severity, PupilNameAcrossList));
    }
    match case_of(place, found) {
        Case::Lower => lower_case(place, found, wordy),
        _ => Some(capitals(place, found, wordy, before)),
    }
}

/// A mark stands between forename and surname: a file's comma, the dot of a handle and the end of a block say that they belong
/// together, another mark leaves it open.
fn parted(place: &Place<'_>, found: &Match, wordy: Wordy) -> Option<(Severity, Message)> {
    use Message::{PupilNameAcrossList, PupilNameOfWords, PupilNameReadsAsWords, PupilOnList};
    use Severity::{Note, Stop, Warn};
    let list = &place.tokens.list;
    let second = found.given.0.max(found.surname.0);
    let (token, before) = (list.get(second)?, list.get(second.checked_sub(1)?)?);
    let surname_is_forename = list.get(found.surname.0).is_some_and(|token| token.is(Fact::Forename));
    if token.joint == Joint::Block && surname_is_forename {
        // Forenames one under another are a list of them.
        let single = |at: Option<usize>| at.and_then(|at| list.get(at)).is_some_and(|token| token.is(Fact::Forename));
        let row = single(found.from.checked_sub(1)) || single(Some(found.to + 1));
        return Some((if row { Note } else { Warn }, PupilNameAcrossList));
    }
    // First names in a row: "Mason,Taylor,Jordan", "Mason/Taylor".
    if surname_is_forename
        && found.surname.0 == found.surname.1
        && (runs_through_list(place, found) || token.joint == Joint::Mark)
    {
        return Some((Note, PupilNameAcrossList));
    }
    let mark = list.get(found.from)?.start.checked_sub(1).and_then(|at| place.text.as_bytes().get(at));
    let handle = matches!(mark, Some(b'@' | b'#'));
    let sure = handle || token.joint != Joint::Mark;
    Some(match wordy {
        Wordy::All if handle => (Stop, PupilNameOfWords),
        Wordy::All if sure && before.case != Case::Lower => (Warn, PupilNameOfWords),
        Wordy::All => (Note, PupilNameReadsAsWords),
        _ if sure => (Stop, PupilOnList),
        _ => (Warn, PupilOnList),
    })
}

/// How far the parts of a name are also ordinary words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wordy {
    None,
    Some,
    All,
}

fn wordiness(place: &Place<'_>, found: &Match) -> Wordy {
    let wordy = |at: usize| is_ordinary(place, at);
    let given = (found.given.0..=found.given.1).all(wordy);
    let surname = (found.surname.0..=found.surname.1).all(wordy);
    match (given, surname) {
        (true, true) => Wordy::All,
        (false, false) => Wordy::None,
        _ => Wordy::Some,
    }
}

/// The case of the name: small where any word that counts is small.
fn case_of(place: &Place<'_>, found: &Match) -> Case {
    let ends = [found.given.0, found.surname.1];
    let small = ends.iter().any(|at| place.tokens.list.get(*at).is_some_and(|token| token.case == Case::Lower));
    if small { Case::Lower } else { Case::Capital }
}

fn neighbour<'a>(place: &'a Place<'_>, at: usize, before: bool) -> Option<&'a Token> {
    let (index, joint_at) = if before { (at.checked_sub(1)?, at) } else { (at + 1, at + 1) };
    let joint = place.tokens.list.get(joint_at)?.joint;
    matches!(joint, Joint::Space | Joint::Line).then(|| place.tokens.list.get(index))?
}

/// "Grace Hill-walking": the surname goes on as a word.
fn cuts_a_compound(place: &Place<'_>, found: &Match) -> bool {
    place
        .tokens
        .list
        .get(found.to + 1)
        .is_some_and(|next| next.joint == Joint::Hyphen && next.case == Case::Lower && next.len() > 1)
}

/// "A Green" may be a colour: an initial needs a full stop, a comma or a surname that is no word.
fn initial(place: &Place<'_>, found: &Match, wordy: Wordy) -> bool {
    let Some(letter) = place.tokens.list.get(found.given.0) else { return false };
    let Some(surname) = place.tokens.list.get(found.surname.1) else { return false };
    if letter.case == Case::Lower || surname.case == Case::Lower {
        return false;
    }
    let dotted = place.text.get(letter.end..).is_some_and(|rest| rest.starts_with('.'));
    let surname_is_word = matches!(wordy, Wordy::All)
        || (found.surname.0..=found.surname.1).all(|at| {
            place
                .tokens
                .list
                .get(at)
                .is_some_and(|token| token.is(Fact::Word) || token.is(Fact::NotSurname) || token.is(Fact::Forename))
        });
    let comma = place.tokens.list.get(found.to).is_some_and(|token| token.joint == Joint::Comma);
    dotted || comma || !surname_is_word && found.how != How::Turned
}

/// Whether the match turns round two neighbours of a longer list of single words: "Mason, Taylor, Jordan".
fn runs_through_list(place: &Place<'_>, found: &Match) -> bool {
    let list = &place.tokens.list;
    if list.get(found.to).is_none_or(|token| token.joint != Joint::Comma) {
        return false;
    }
    // A neighbour of several words shows that the list's items are whole names.
    let alone = |at: usize| {
        let goes_on =
            |at: usize| list.get(at).is_some_and(|token| token.joint == Joint::Space && token.case != Case::Lower);
        let name_before = at.checked_sub(1).and_then(|at| list.get(at)).is_some_and(|token| token.case != Case::Lower);
        list.get(at).is_some_and(|token| token.case != Case::Lower) && !goes_on(at + 1) && !(goes_on(at) && name_before)
    };
    let comma_before = list.get(found.from).is_some_and(|token| token.joint == Joint::Comma)
        && found.from.checked_sub(1).is_some_and(alone);
    let next = list.get(found.to + 1);
    let comma_after = next.is_some_and(|token| token.joint == Joint::Comma) && alone(found.to + 1);
    let and_after = next.is_some_and(|token| token.joint == Joint::Space && place.tokens.normal(token) == b"and")
        && alone(found.to + 2);
    comma_before || comma_after || and_after
}

/// "OKAFOR Amara": the capitals say which word is the surname.
fn surname_in_capitals(place: &Place<'_>, found: &Match) -> bool {
    let case = |at: usize| place.tokens.list.get(at).map(|token| token.case);
    case(found.surname.1) == Some(Case::Upper) && case(found.given.0) == Some(Case::Capital)
}

/// In such a list, a word that is no forename is probably a surname before its forename.
fn forename_first(place: &Place<'_>, found: &Match) -> Option<Severity> {
    let surname = place.tokens.list.get(found.surname.0)?;
    if surname.is(Fact::Forename) { None } else { Some(Severity::Warn) }
}

fn lower_case(place: &Place<'_>, found: &Match, wordy: Wordy) -> Option<(Severity, Message)> {
    use Message::{PupilNameOfWords, PupilNameReadsAsWords, PupilOnList};
    use Severity::{Note, Stop, Warn};
    let straight = found.how != How::Turned;
    if half_small(place, found) {
        // "Well done Alice chapman.": a forename that is no word, and nothing that the small word goes on with.
        let forename =
            found.how == How::Straight
                && place.tokens.list.get(found.given.0).is_some_and(|token| {
                    token.case != Case::Lower && token.is(Fact::Forename) && !token.is(Fact::Word)
                });
        let goes_on = neighbour(place, found.to, false)
            .is_some_and(|token| token.case == Case::Lower && !token.is(Fact::PersonVerb));
        let severity = if forename && !goes_on { Warn } else { Note };
        return Some((severity, PupilNameReadsAsWords));
    }
    let announced = || surroundings(place, found).child_is_announced();
    match wordy {
        Wordy::All if place.short || announced() => Some((Warn, PupilNameOfWords)),
        Wordy::All if straight && in_lower_case_text(place) => Some((Note, PupilNameReadsAsWords)),
        Wordy::All => None,
        // Two words of a sentence, one of them ordinary, that only make a name when turned round.
        Wordy::Some if !straight => (place.short || comma(place, found)).then_some((Warn, PupilNameOfWords)),
        Wordy::Some | Wordy::None => Some((Stop, PupilOnList)),
    }
}

/// "Max power", "the rose Garden": one half with a capital, and the small half an ordinary word.
fn half_small(place: &Place<'_>, found: &Match) -> bool {
    let (given, surname) = (found.given.0, found.surname.1);
    let half = |at: usize| place.tokens.list.get(at).map(|token| (token.case == Case::Lower, is_ordinary(place, at)));
    match (half(given), half(surname)) {
        (Some((true, given)), Some((false, _))) => given,
        (Some((false, _)), Some((true, surname))) => surname,
        _ => false,
    }
}

fn is_ordinary(place: &Place<'_>, at: usize) -> bool {
    place.tokens.list.get(at).is_some_and(|token| token.is(Fact::Word) || token.is(Fact::NotSurname))
}

fn comma(place: &Place<'_>, found: &Match) -> bool {
    place.tokens.list.get(found.to).is_some_and(|token| token.joint == Joint::Comma)
}

fn in_lower_case_text(place: &Place<'_>) -> bool {
    !place.tokens.capitals
}

fn surroundings<'t>(place: &Place<'t>, found: &Match) -> Surroundings<'t> {
    let list = &place.tokens.list;
    let (start, end) = match (list.get(found.from), list.get(found.to)) {
        (Some(first), Some(last)) => (first.start, last.end),
        _ => (0, 0),
    };
    Surroundings::of(place.text, start, end)
}

fn capitals(place: &Place<'_>, found: &Match, wordy: Wordy, before: Option<&Token>) -> (Severity, Message) {
    use Message::{PupilNameOfWords, PupilNameReadsAsPlace, PupilNameReadsAsWords, PupilOnList};
    use Severity::{Note, Stop, Warn};
    let after = neighbour(place, found.to, false);
    let place_follows =
        after.is_some_and(|token| (token.case != Case::Lower || wordy == Wordy::All) && token.is(Fact::PlaceNoun));
    let saint = before.is_some_and(|token| matches!(place.tokens.normal(token), b"st" | b"saint"));
    let place_before = before.is_some_and(|token| token.is(Fact::PlacePreposition));
    if place_follows || saint {
        return match wordy {
            Wordy::All => (Note, PupilNameReadsAsPlace),
            _ if all_capitals(place, found) => (Stop, PupilOnList),
            _ => (Warn, PupilNameReadsAsPlace),
        };
    }
    if wordy != Wordy::All {
        return (Stop, PupilOnList);
    }
    // From here on every part is a word: "May Green", "Mark Hill", "Grace Church".
    let cells = place.tokens.list.get(found.to).is_some_and(|token| token.joint == Joint::Cell);
    if cells && alone(place, found) {
        return (Warn, PupilNameOfWords);
    }
    if found.how == How::Turned && !comma(place, found) {
        return (Note, PupilNameReadsAsWords);
    }
    if place_before {
        return (Note, PupilNameReadsAsPlace);
    }
    if place.short {
        return (Stop, PupilOnList);
    }
    let around = surroundings(place, found);
    let possessive = place.tokens.list.get(found.to).is_some_and(|token| token.possessive);
    let verb = after.is_some_and(|token| token.case == Case::Lower && token.is(Fact::PersonVerb));
    if around.child_is_announced() || possessive || verb && around.child().is_some() {
        return (Stop, PupilOnList);
    }
    let next_is_capital = after.is_some_and(|token| token.case != Case::Lower && !token.is(Fact::Forename));
    if next_is_capital && !all_capitals(place, found) {
        return (Note, PupilNameReadsAsWords);
    }
    let place_like = place.tokens.list.get(found.surname.1).is_some_and(|token| token.is(Fact::PlaceNoun));
    if place_like && around.child().is_none() && !all_capitals(place, found) {
        let person = before.is_some_and(|token| token.is(Fact::PersonCue));
        return (if person || alone(place, found) { Warn } else { Note }, PupilNameReadsAsPlace);
    }
    if around.child().is_some() && !starts_sentence(place, found) {
        (Stop, PupilNameOfWords)
    } else {
        (Warn, PupilNameOfWords)
    }
}

/// Whether nothing else stands on the name's line or in its cells.
fn alone(place: &Place<'_>, found: &Match) -> bool {
    let ends =
        |joint: Joint| matches!(joint, Joint::Break | Joint::ShortLine | Joint::Line | Joint::Cell | Joint::Block);
    let list = &place.tokens.list;
    let after = list.get(found.to).and_then(|token| place.text.get(token.end..)).unwrap_or_default();
    list.get(found.from).is_some_and(|token| ends(token.joint))
        && list.get(found.to + 1).is_none_or(|token| ends(token.joint))
        && !after.starts_with('.')
}

fn starts_sentence(place: &Place<'_>, found: &Match) -> bool {
    place.tokens.list.get(found.from).is_some_and(|token| token.joint == Joint::Break)
        && place.tokens.list.get(found.to + 1).is_some_and(|next| next.joint == Joint::Space)
}

fn all_capitals(place: &Place<'_>, found: &Match) -> bool {
    (found.from..=found.to).all(|at| place.tokens.list.get(at).is_some_and(|token| token.case == Case::Upper))
}
