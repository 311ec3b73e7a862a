//! Windows of words looked up on the blinded list.

use super::{
    blind::{BlindList, join},
    facts::Fact,
    forms::Class,
    matched::{How, Match, resolve},
    tokens::{Case, Joint, Token, Tokens},
    window::{WIDEST, Window},
};

/// A single word shorter than this is never a forename and surname run together.
pub(crate) const RUN_TOGETHER: usize = 6;

/// A longer one is no name either: every way to part it would be tried.
const LONGEST_TOGETHER: usize = 64;

/// Looks every window of `tokens` up. `label` is for file names and mailboxes, where case tells nothing.
pub(crate) fn matches(tokens: &Tokens, list: &BlindList, label: bool) -> Vec<Match> {
    let mut finder = Finder { tokens, list, label, found: Vec::new() };
    let (mut labels, mut window) = (0, Window::default());
    for from in 0..tokens.list.len() {
        finder.windows_from(from, &mut window);
        if !label {
            finder.family(from);
            finder.parted(from);
            labels += usize::from(finder.is_label(from));
        }
    }
    if labels > 1 {
        finder.labelled();
    }
    resolve(finder.found)
}

/// The names that stand over two short blocks of a page, each a part of the name and nothing else, or after labels.
pub(crate) fn across(tokens: &Tokens, list: &BlindList) -> Vec<Match> {
    let mut finder = Finder { tokens, list, label: false, found: Vec::new() };
    for at in 1..tokens.list.len() {
        if tokens.list[at].joint == Joint::Block {
            finder.over_blocks(at);
        }
    }
    finder.labelled();
    let over = |found: &Match| (found.from + 1..=found.to).any(|at| tokens.list[at].joint == Joint::Block);
    finder.found.retain(over);
    resolve(finder.found)
}

pub(super) struct Finder<'a> {
    pub(super) tokens: &'a Tokens,
    pub(super) list: &'a BlindList,
    label: bool,
    found: Vec<Match>,
}

impl<'a> Finder<'a> {
    pub(super) fn token(&self, at: usize) -> &'a Token {
        &self.tokens.list[at]
    }

    fn windows_from(&mut self, from: usize, window: &mut Window) {
        let first = self.token(from);
        self.single(from, first);
        if self.cannot_end(first) {
            return;
        }
        window.begin(from, first);
        let (mut commas, mut short_lines) = (0, 0);
        let next = self.tokens.list.get(from + 1..).unwrap_or_default();
        for (to, last) in (from + 1..from + WIDEST).zip(next) {
            match last.joint {
                Joint::Break | Joint::Mark | Joint::Dot | Joint::Block => break,
                Joint::Comma => commas += 1,
                Joint::ShortLine => short_lines += 1,
                _ => {}
            }
            if commas + short_lines > 1 {
                break;
            }
            window.widen(last);
            if self.cannot_end(last) || first.len() == 1 && last.len() == 1 {
                continue;
            }
            if to - from >= 3 && !self.wide_enough(from, to) {
                continue;
            }
            if short_lines == 0 {
                self.window(window, commas > 0);
            } else if to - from <= 2 {
                self.over_short_line(from, to, window.whole());
            }
        }
    }

    /// A forename at a short line's end and the surname on the next, as in narrow columns.
    fn over_short_line(&mut self, from: usize, to: usize, hash: u64) {
        let capitals = self.token(from).case != Case::Lower && self.token(to).case != Case::Lower;
        if capitals && self.check(Class::Full, hash, &[(from, to)]) {
            self.add(from, to, (from, from), (from + 1, to), Class::Full, How::OverLine);
        }
    }

    /// One word that is a whole name: run together in a label, or with a capital inside.
    fn single(&mut self, at: usize, token: &Token) {
        if !(RUN_TOGETHER..=LONGEST_TOGETHER).contains(&token.len()) || !(self.label || token.camel) {
            return;
        }
        for class in [Class::Full, Class::Initial] {
            if self.check(class, token.hash, &[(at, at)]) {
                self.add(at, at, (at, at), (at, at), class, How::Together);
                return;
            }
        }
        let (normal, mixer) = (self.tokens.normal(token), self.list.mixer());
        // The hash of the front grows by a letter at a time, and that of the back is what it leaves of the whole.
        let mut back_power = token.power;
        let (mut hash, mut power) = (0, 1);
        let (mut turned, mut initial_behind) = (false, false);
        for (cut, byte) in (1..normal.len()).zip(normal) {
            (hash, power) = mixer.add(hash, power, *byte);
            back_power = mixer.shorter(back_power);
            let back = token.hash.wrapping_sub(hash.wrapping_mul(back_power));
            let together = join(back, hash, power);
            let (surname, given) = normal.split_at(cut);
            if given.len() == 1 {
                initial_behind = self.label
                    && given[0].is_ascii()
                    && self.list.may_hold(Class::Initial, together)
                    && self.list.holds(Class::Initial, &[given, surname]);
            } else if cut > 1 && !turned {
                turned = self.list.may_hold(Class::Full, together) && self.list.holds(Class::Full, &[given, surname]);
            }
        }
        if initial_behind {
            self.add(at, at, (at, at), (at, at), Class::Initial, How::Together);
        }
        if turned {
            self.add(at, at, (at, at), (at, at), Class::Full, How::Together);
        }
    }

    /// All readings of the words of a window.
    fn window(&mut self, window: &Window, comma: bool) {
        let (from, to) = (window.from, window.to());
        let (first, last) = (self.token(from), self.token(to));
        let words = to - from + 1;
        if !comma {
            if self.check(Class::Full, window.whole(), &[(from, to)]) {
                self.add(from, to, (from, from), (from + 1, to), Class::Full, How::Straight);
            }
            self.initials_in_front(window);
        }
        if words <= 4 || !comma {
            // Surname first: "Okafor Amara", "VAN DER BERG, Amara", "Okafor A".
            self.turned(window, to, comma);
            // "Kim Eun-ji", "Wang Xiao Ming": the forename is several words.
            for given in from + 1..to {
                self.turned(window, given, comma);
            }
        }
        // "Okafor, Amara Grace": the comma parts the surname from several forenames, found as a pair above.
        if words < 3 || comma {
            return;
        }
        if self.may_stand_between(from + 1, to - 1) {
            let pair = join(first.hash, last.hash, last.power);
            let class = if first.len() == 1 { Class::Initial } else { Class::Full };
            if self.check(class, pair, &[(from, from), (to, to)]) {
                self.add(from, to, (from, from), (to, to), class, How::Apart);
            }
        }
        for surname in (from + 2)..to {
            // "Amara Grace Smith Jones": the surname is several words.
            if !self.may_stand_between(from + 1, surname - 1) {
                break;
            }
            let (tail, power) = window.back(surname);
            if self.check(Class::Full, join(first.hash, tail, power), &[(from, from), (surname, to)]) {
                self.add(from, to, (from, from), (surname, to), Class::Full, How::Apart);
            }
        }
    }

    /// Surname first, the forename from the word `given` on.
    fn turned(&mut self, window: &Window, given: usize, comma: bool) {
        let (from, to) = (window.from, window.to());
        let start = self.token(given);
        if comma && start.joint != Joint::Comma {
            return;
        }
        let class = if given == to && start.len() == 1 { Class::Initial } else { Class::Full };
        let (front, power) = window.front(given);
        if self.check(class, join(window.back(given).0, front, power), &[(given, to), (from, given - 1)]) {
            self.add(from, to, (given, to), (from, given - 1), class, How::Turned);
        }
    }

    /// "A Okafor", "AG Okafor".
    fn initials_in_front(&mut self, window: &Window) {
        let (from, to) = (window.from, window.to());
        let first = self.token(from);
        let single = first.len() == 1;
        if !single && (first.case != Case::Upper || first.len() > 3) {
            return;
        }
        let found = if single {
            self.check(Class::Initial, window.whole(), &[(from, to)])
        } else {
            let (tail, power) = window.back(from + 1);
            let initial = self.tokens.normal(first).get(..1).unwrap_or_default();
            let head = self.list.mixer().mix(initial).0;
            self.list.may_hold(Class::Initial, join(head, tail, power))
                && self.list.holds(Class::Initial, &[initial, self.normals(from + 1, to)])
        };
        if found {
            self.add(from, to, (from, from), (from + 1, to), Class::Initial, How::Straight);
        }
    }

    /// The hash and power of some words put together.
    pub(super) fn joined(&self, from: usize, to: usize) -> (u64, u64) {
        let first = self.token(from);
        (from + 1..=to).fold((first.hash, first.power), |(hash, power), at| {
            let token = self.token(at);
            (join(hash, token.hash, token.power), power.wrapping_mul(token.power))
        })
    }

    fn normals(&self, from: usize, to: usize) -> &[u8] {
        self.tokens.letters.get(self.token(from).from..self.token(to).to).unwrap_or_default()
    }

    pub(super) fn check(&self, class: Class, hash: u64, pieces: &[(usize, usize)]) -> bool {
        self.is_on_list(class, hash, || pieces.iter().map(|(from, to)| self.normals(*from, *to)).collect())
    }

    /// Whether the form with this hash, made of these pieces put together, is on the list.
    pub(super) fn is_on_list<'p>(&self, class: Class, hash: u64, pieces: impl FnOnce() -> Vec<&'p [u8]>) -> bool {
        self.tokens.is_somebody(hash.wrapping_add(class as u64), || {
            self.list.may_hold(class, hash) && self.list.holds(class, &pieces())
        })
    }

    pub(super) fn add(
        &mut self,
        from: usize,
        to: usize,
        given: (usize, usize),
        surname: (usize, usize),
        class: Class,
        how: How,
    ) {
        self.found.push(Match { from, to, given, surname, class, how });
    }

    /// A small everyday word neither begins nor ends a name.
    fn cannot_end(&self, token: &Token) -> bool {
        !self.label && token.case == Case::Lower && (token.is(Fact::FunctionWord) || token.len() < 2)
    }

    /// Four and five words are tried where they look like one name.
    fn wide_enough(&self, from: usize, to: usize) -> bool {
        self.label
            || self.is_bracketed(from + 1, to)
            || (from..=to).all(|at| {
                let token = self.token(at);
                token.case != Case::Lower || token.camel || token.is(Fact::Particle) || token.is(Fact::And)
            })
            || (from..=to).all(|at| self.token(at).case == Case::Lower) && self.token(from).is(Fact::Forename)
    }

    /// Whether brackets or quotation marks stand before these two words, as round a nickname: `Amara "the rocket" Okafor`.
    fn is_bracketed(&self, from: usize, after: usize) -> bool {
        after > from && self.token(from).joint == Joint::Bracket && self.token(after).joint == Joint::Bracket
    }

    /// Whether the words between a forename and a surname can be middle names, initials, a nickname, or another child's forename.
    fn may_stand_between(&self, from: usize, to: usize) -> bool {
        let is_and = |at: usize| self.token(at).is(Fact::And);
        // "Amara Smith and Ben Okafor" are two people; what stands before "and" has to be a forename.
        let given = |at: usize| {
            let token = self.token(at);
            token.len() == 1 || token.is(Fact::Forename)
        };
        if let Some(and) = (from..=to).find(|at| is_and(*at)) {
            return and < to
                && (from..and).all(given)
                && (and + 1..=to).all(|at| self.token(at).case != Case::Lower || given(at));
        }
        self.is_bracketed(from, to + 1)
            || (from..=to).all(|at| {
                let token = self.token(at);
                token.case != Case::Lower || self.label || token.is(Fact::Particle) || given(at)
            })
    }
}

#[cfg(test)]
mod tests {
    use school_types::PersonName;

    use super::{
        super::{blind::ListKey, cut::Cut, forms::PupilForms},
        *,
    };

    fn found(text: &str, label: bool) -> Vec<String> {
        let pupils = [
            ("Amara", "Okafor"),
            ("Ben", "Okafor"),
            ("Zoë", "O'Neill-Smith"),
            ("Lotte", "van der Berg"),
            ("Muhammad Yusuf", "Khan"),
        ];
        let forms: Vec<_> = pupils.iter().map(|(a, b)| PupilForms::new(&PersonName::new(*a, *b))).collect();
        let list = BlindList::blind(&ListKey::new([1; 32]), &forms);
        let mut tokens = Tokens::default();
        tokens.cut(text, 0, text.len(), if label { Cut::Label } else { Cut::Prose }, Some(list.mixer()));
        matches(&tokens, &list, label)
            .iter()
            .map(|found| text[tokens.list[found.from].start..tokens.list[found.to].end].to_owned())
            .collect()
    }

    #[test]
    fn a_pupil_is_found_in_every_order_and_spelling() {
        for text in [
            "Amara Okafor",
            "amara okafor",
            "AMARA OKAFOR",
            "OKAFOR, Amara",
            "Okafor Amara",
            "Amara G. Okafor",
            "Amara Grace Okafor",
            "A. Okafor",
            "A Okafor",
            "AG Okafor",
            "Amara\u{a0}Okafor",
            "Zoe ONeill Smith",
            "Zoë O’Neill",
            "Zoe Smith",
            "Lotte van der Berg",
            "Lotte Berg",
            "VAN DER BERG, Lotte",
            "van der Berg Lotte",
            "Yusuf Khan",
            "Muhammad Y. Khan",
            "Muhammad Yusuf Khan",
            "Ben (Benny) Okafor",
            "Amara and Ben Okafor",
            "Amara & Ben Okafor",
            "Am\u{200b}ara Oka\u{ad}for",
        ] {
            assert_eq!(found(text, false), [text], "{text}");
        }
        assert_eq!(found("Well done, Amara Okafor's team", false), ["Amara Okafor"]);
    }

    #[test]
    fn a_pupil_is_found_in_labels() {
        for (text, name) in [
            ("amara-okafor-2024.jpg", "amara-okafor"),
            ("IMG_AmaraOkafor.JPG", "AmaraOkafor"),
            ("okaforamara.jpg", "okaforamara"),
            ("okafor_amara", "okafor_amara"),
            ("y5_amaraokafor2", "amaraokafor"),
            ("aokafor", "aokafor"),
        ] {
            assert_eq!(found(text, true), [name], "{text}");
        }
    }

    #[test]
    fn first_names_and_strangers_are_nobody() {
        for text in
            ["Amara won", "Okafor", "Amara. Okafor", "Amara told Okafor", "Ben Smith", "Amara Khan", "Amara!\n\nOkafor"]
        {
            assert!(found(text, false).is_empty(), "{text}");
        }
    }
}
