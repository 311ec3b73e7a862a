//! Several children of one family, whose surname stands once: "the Okafors, Amara and Ben".

use super::{
    blind::join,
    facts::Fact,
    forms::Class,
    matched::How,
    scan::Finder,
    tokens::{Case, Joint},
};

/// How many words after or before a surname a forename may stand.
const REACH: usize = 8;

impl Finder<'_> {
    /// The children of the family named at `from`, if one is.
    pub(super) fn family(&mut self, from: usize) {
        let token = self.token(from);
        if token.joint == Joint::Bracket || token.is(Fact::And) {
            self.shared(from);
        }
        if self.token(from).case == Case::Lower {
            return;
        }
        let list = &self.tokens.list;
        let Some(next) = list.get(from + 1) else { return };
        if !matches!(next.joint, Joint::Comma | Joint::Mark | Joint::Bracket | Joint::Space) {
            return;
        }
        let noun = Some(self.tokens.normal(next)).filter(|_| next.joint == Joint::Space && next.is(Fact::FamilyNoun));
        if let Some(noun) = noun {
            // "the Brown twins and Ella", "the Brown family and Ella": she is no Brown.
            let after = list.get(from + 2);
            let and = after.is_some_and(|token| token.is(Fact::And));
            let family = noun == b"family" && after.is_none_or(|token| token.joint != Joint::Mark);
            if !and && !family {
                self.children_after(from, from + 2, 0);
            }
            if noun != b"family" {
                self.children_before(from);
            }
        } else {
            self.several_of(from);
        }
    }

    /// "the Okafors, Amara and Ben": the surname with an s for several.
    fn several_of(&mut self, from: usize) {
        let surname = self.tokens.normal(self.token(from));
        if surname.len() < 4 || !surname.ends_with(b"s") {
            return;
        }
        let es = surname.ends_with(b"es");
        let announced = from.checked_sub(1).is_some_and(|before| {
            matches!(self.tokens.normal(self.token(before)), b"the" | b"our" | b"both" | b"two" | b"three" | b"all")
        });
        let and = self.tokens.list.get(from + 1).is_some_and(|token| token.is(Fact::And));
        if !announced || and {
            return;
        }
        self.children_after(from, from + 1, 1);
        if es {
            self.children_after(from, from + 1, 2);
        }
    }

    /// Forenames that follow from `first` on, with the surname at `family` but for its last `cut` letters.
    fn children_after(&mut self, family: usize, first: usize, cut: usize) {
        for at in first..(family + REACH).min(self.tokens.list.len()) {
            let joint = self.token(at).joint;
            if !matches!(joint, Joint::Space | Joint::Comma | Joint::Bracket | Joint::Line | Joint::Mark) {
                return;
            }
            if self.is_child_of(at, family, cut) {
                self.add(family, at, (at, at), (family, family), Class::Full, How::Apart);
                return;
            }
        }
    }

    /// "Amara and Ben, the Okafor twins".
    fn children_before(&mut self, family: usize) {
        for at in (family.saturating_sub(REACH)..family).rev() {
            if !matches!(self.token(at + 1).joint, Joint::Space | Joint::Comma | Joint::Bracket | Joint::Line) {
                return;
            }
            if self.is_child_of(at, family, 0) {
                self.add(at, family, (at, at), (family, family), Class::Full, How::Apart);
                return;
            }
        }
    }

    fn is_child_of(&self, at: usize, family: usize, cut: usize) -> bool {
        let given = self.token(at);
        if given.case == Case::Lower {
            return false;
        }
        let whole = self.token(family);
        let surname = self.tokens.normal(whole);
        let Some(surname) = surname.get(..surname.len().saturating_sub(cut)) else { return false };
        let (hash, power) = if cut == 0 { (whole.hash, whole.power) } else { self.list.mixer().mix(surname) };
        self.is_on_list(Class::Full, join(given.hash, hash, power), || vec![self.tokens.normal(given), surname])
    }

    /// "Amara, Ben and Zoe Okafor": the surname stands after the last, whose forename comes after the "and" at `and`.
    pub(super) fn shared(&mut self, and: usize) {
        let list = &self.tokens.list;
        let capital = |at: usize| list.get(at).is_some_and(|token| token.case != Case::Lower);
        let ampersand = self.token(and).joint == Joint::Bracket;
        // After "&", which is no word, the last forename stands here.
        let last = if ampersand { and } else { and + 1 };
        let surname = last + 1;
        let spaced = |at: usize| list.get(at).is_some_and(|token| token.joint == Joint::Space);
        let Some(before) = and.checked_sub(1) else { return };
        if !(capital(last) && capital(surname) && spaced(surname))
            || list[before].joint != Joint::Comma
            || !self.token(last).is(Fact::Forename)
        {
            return;
        }
        let mut first = None;
        for at in (and.saturating_sub(REACH)..and).rev() {
            if !capital(at) {
                break;
            }
            if self.is_child_of(at, surname, 0) {
                first = Some(at);
            }
            if self.token(at).joint != Joint::Comma {
                break;
            }
        }
        if let Some(from) = first {
            self.add(from, surname, (from, from), (surname, surname), Class::Full, How::Apart);
        }
    }
}
