//! Forename and surname with a mark between them, or each after a label of its own.

use super::{
    blind::join,
    facts::Fact,
    forms::Class,
    matched::How,
    scan::Finder,
    tokens::{Case, Joint, Token},
};

/// How many words a forename or surname beside a mark may be.
const WORDS: usize = 3;

/// How many words apart the labels of one person stand.
const APART: usize = 40;

/// The most labels that are looked at in a piece of text.
const LABELS: usize = 400;

/// What a label says of what comes after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Given,
    Family,
}

/// Whether a comma stands between two words without a space, as in a file of values: `Amara,Okafor` and `"Amara","Okafor"`.
pub(super) const fn is_tight(before: &Token, token: &Token) -> bool {
    matches!(token.joint, Joint::Comma) && matches!(token.start.saturating_sub(before.end), 1 | 3)
}

impl Finder<'_> {
    /// The names on both sides of the mark before `at`, if one is there.
    pub(super) fn parted(&mut self, at: usize) {
        let token = *self.token(at);
        if !matches!(token.joint, Joint::Mark | Joint::Dot | Joint::Block | Joint::Comma) {
            return;
        }
        let Some(before) = at.checked_sub(1).map(|before| *self.token(before)) else { return };
        // "Siân,ap Gwilym": a particle may be small.
        let small = |token: &Token| token.case == Case::Lower && !token.is(Fact::Particle);
        if token.joint == Joint::Comma && !is_tight(&before, &token)
            || small(&token) != small(&before)
            || token.len() < 2
            || before.len() < 2
        {
            return;
        }
        for from in (at.saturating_sub(WORDS)..at).rev() {
            if from + 1 < at && !matches!(self.token(from + 1).joint, Joint::Space | Joint::Hyphen) {
                return;
            }
            let left = self.joined(from, at - 1);
            for to in at..(at + WORDS).min(self.tokens.list.len()) {
                if to > at && !matches!(self.token(to).joint, Joint::Space | Joint::Hyphen) {
                    break;
                }
                let right = self.joined(at, to);
                if self.check(Class::Full, join(left.0, right.0, right.1), &[(from, to)]) {
                    self.add(from, to, (from, at - 1), (at, to), Class::Full, How::Parted);
                }
                // "said Okafor.Amara ran": a space is missing, and nobody is meant.
                if (token.joint != Joint::Dot || token.case == Case::Lower)
                    && self.check(Class::Full, join(right.0, left.0, left.1), &[(at, to), (from, at - 1)])
                {
                    self.add(from, to, (at, to), (from, at - 1), Class::Full, How::Parted);
                }
            }
        }
    }

    /// The name that the block before `at` and the one that starts there are together.
    pub(super) fn over_blocks(&mut self, at: usize) {
        let list = &self.tokens.list;
        let inside = |at: usize| list.get(at).is_some_and(|token| matches!(token.joint, Joint::Space | Joint::Hyphen));
        let mut from = at - 1;
        while from > 0 && at - from < WORDS && inside(from) {
            from -= 1;
        }
        let mut to = at;
        while to + 1 - at < WORDS && inside(to + 1) {
            to += 1;
        }
        let starts = from == 0 || list[from].joint == Joint::Block;
        let ends = list.get(to + 1).is_none_or(|token| token.joint == Joint::Block);
        let small = |at: usize| list[at].case == Case::Lower && !list[at].is(Fact::Particle);
        if !starts || !ends || small(from) || small(at) {
            return;
        }
        let (left, right) = (self.joined(from, at - 1), self.joined(at, to));
        if self.check(Class::Full, join(left.0, right.0, right.1), &[(from, to)]) {
            self.add(from, to, (from, at - 1), (at, to), Class::Full, How::Parted);
        } else if self.check(Class::Full, join(right.0, left.0, left.1), &[(at, to), (from, at - 1)]) {
            self.add(from, to, (at, to), (from, at - 1), Class::Full, How::Parted);
        }
    }

    /// Whether the word at `at` is, or ends, a label.
    pub(super) fn is_label(&self, at: usize) -> bool {
        self.label_at(at).is_some()
    }

    fn label_at(&self, at: usize) -> Option<Label> {
        let token = self.token(at);
        if !token.is(Fact::Label) {
            return None;
        }
        let normal = self.tokens.normal(token);
        let before = || at.checked_sub(1).map(|before| self.tokens.normal(self.token(before)));
        match normal {
            b"forename" | b"forenames" | b"firstname" | b"firstnames" | b"givenname" | b"givennames" | b"fname"
            | b"christianname" | b"preferredname" | b"preferredforename" | b"legalforename" => Some(Label::Given),
            b"surname" | b"surnames" | b"lastname" | b"lastnames" | b"familyname" | b"lname" | b"cyfenw"
            | b"legalsurname" => Some(Label::Family),
            b"name" | b"names" => match before()? {
                b"first" | b"given" | b"christian" | b"preferred" | b"fore" => Some(Label::Given),
                b"last" | b"family" | b"second" | b"sur" => Some(Label::Family),
                _ => None,
            },
            b"cyntaf" if before()? == b"enw" => Some(Label::Given),
            _ => None,
        }
    }

    /// Pairs every forename after its label with the surnames after theirs nearby.
    pub(super) fn labelled(&mut self) {
        let labels: Vec<(usize, Label)> = (0..self.tokens.list.len())
            .filter_map(|at| self.label_at(at).map(|label| (at, label)))
            .take(LABELS)
            .collect();
        for (place, (given, label)) in labels.iter().enumerate() {
            if *label != Label::Given {
                continue;
            }
            let near = |other: &&(usize, Label)| other.1 == Label::Family && other.0.abs_diff(*given) <= APART;
            let around = labels.get(place.saturating_sub(4)..(place + 5).min(labels.len())).unwrap_or_default();
            for (family, _) in around.iter().filter(near) {
                self.pair(given + 1, family + 1);
            }
        }
    }

    /// The forename that starts at `given` and the surname that starts at `family`, if they are a name on the list.
    fn pair(&mut self, given: usize, family: usize) {
        for given_end in self.value(given) {
            for family_end in self.value(family) {
                let (first, last) = (self.joined(given, given_end), self.joined(family, family_end));
                let hash = join(first.0, last.0, last.1);
                if self.check(Class::Full, hash, &[(given, given_end), (family, family_end)]) {
                    let (from, to) = (given.min(family), given_end.max(family_end));
                    self.add(from, to, (given, given_end), (family, family_end), Class::Full, How::Labelled);
                    return;
                }
            }
        }
    }

    /// Where the value that starts at `from` may end: after one word, or more that belong together.
    fn value(&self, from: usize) -> impl Iterator<Item = usize> + use<> {
        let list = &self.tokens.list;
        let mut end = from;
        while end < list.len() && end < from + WORDS && self.label_at(end).is_none() {
            if end > from && !matches!(list[end].joint, Joint::Space | Joint::Hyphen) {
                break;
            }
            end += 1;
        }
        (from..end).rev()
    }
}
