//! Windows of words looked up on the blinded list.

use super::{
    blind::{BlindList, join},
    forms::Class,
    lexicon::{is_forename, is_function_word, is_particle},
    tokens::{Case, Joint, Token, Tokens},
};

/// The most words one written name takes.
const WIDEST: usize = 5;
/// A single word shorter than this is never a forename and surname run together.
const RUN_TOGETHER: usize = 6;

/// A longer one is no name either: every way to part it would be tried.
const LONGEST_TOGETHER: usize = 64;

/// How the words of a match stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    /// Each after a label: `First name: Amara`, `Surname: Okafor`.
    Labelled,
    /// A mark that parts things stands between: `Okafor/Amara`, `Amara,Okafor`.
    Parted,
    /// Forename at the end of a short line, surname on the next.
    OverLine,
    /// One word: `AmaraOkafor`.
    Together,
    /// Forename and surname with others between, `Amara Grace Okafor`, or shared: `Amara and Ben Okafor`.
    Apart,
    /// Surname first.
    Turned,
    /// Forename first, one after the other.
    Straight,
}

/// Words `from..=to` are a name on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    pub from: usize,
    pub to: usize,
    /// The words of the forename, inclusive; the same as the surname's where both are one word.
    pub given: (usize, usize),
    /// The words of the surname, inclusive.
    pub surname: (usize, usize),
    pub class: Class,
    pub how: How,
}

/// Looks every window of `tokens` up. `label` is for file names and mailboxes, where case tells nothing.
pub(crate) fn matches(tokens: &Tokens, list: &BlindList, label: bool) -> Vec<Match> {
    let mut finder = Finder { tokens, list, label, found: Vec::new() };
    let mut labels = 0;
    for from in 0..tokens.list.len() {
        finder.windows_from(from);
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

impl Finder<'_> {
    pub(super) fn token(&self, at: usize) -> &Token {
        &self.tokens.list[at]
    }

    fn windows_from(&mut self, from: usize) {
        let first = *self.token(from);
        self.single(from, &first);
        if self.cannot_end(&first) {
            return;
        }
        let (mut hash, mut commas, mut short_lines) = (first.hash, 0, 0);
        for to in from + 1..(from + WIDEST).min(self.tokens.list.len()) {
            let last = *self.token(to);
            match last.joint {
                Joint::Break | Joint::Mark | Joint::Dot | Joint::Block => break,
                Joint::Comma => commas += 1,
                Joint::ShortLine => short_lines += 1,
                _ => {}
            }
            if commas + short_lines > 1 {
                break;
            }
            hash = join(hash, last.hash, last.power);
            if self.cannot_end(&last) || first.len() == 1 && last.len() == 1 {
                continue;
            }
            if to - from >= 3 && !self.wide_enough(from, to) {
                continue;
            }
            if short_lines == 0 {
                self.window(from, to, hash, commas > 0);
            } else if to - from <= 2 {
                self.over_short_line(from, to, hash);
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
        let normal = self.tokens.normal(token);
        // The hash of the front grows by a letter at a time, and that of the back is what it leaves of the whole.
        let mixer = self.list.mixer();
        let powers: Vec<u64> = mixer.powers(normal.len());
        let mut front_hash = mixer.mix(&normal[..1]).0;
        let turned = (2..normal.len().saturating_sub(1)).any(|cut| {
            front_hash = join(front_hash, mixer.mix(&normal[cut - 1..cut]).0, powers[1]);
            let back_hash = token.hash.wrapping_sub(front_hash.wrapping_mul(powers[normal.len() - cut]));
            let (front, back) = normal.split_at(cut);
            self.list.may_hold(Class::Full, join(back_hash, front_hash, powers[cut]))
                && self.list.holds(Class::Full, &[back, front])
        });
        let initial_behind = self.label && {
            let (surname, initial) = normal.split_at(normal.len() - 1);
            initial[0].is_ascii() && self.list.holds(Class::Initial, &[initial, surname])
        };
        if initial_behind {
            self.add(at, at, (at, at), (at, at), Class::Initial, How::Together);
        }
        if turned {
            self.add(at, at, (at, at), (at, at), Class::Full, How::Together);
        }
    }

    /// All readings of the words `from..=to`.
    fn window(&mut self, from: usize, to: usize, hash: u64, comma: bool) {
        let (first, last) = (*self.token(from), *self.token(to));
        let words = to - from + 1;
        if !comma {
            if self.check(Class::Full, hash, &[(from, to)]) {
                self.add(from, to, (from, from), (from + 1, to), Class::Full, How::Straight);
            }
            self.initials_in_front(from, to, hash);
        }
        if words <= 4 || !comma {
            self.turned(from, to, comma);
        }
        // "Okafor, Amara Grace": the comma parts the surname from several forenames, found as a pair above.
        if words >= 3 && !comma && self.may_stand_between(from + 1, to - 1) {
            let pair = join(first.hash, last.hash, last.power);
            let class = if first.len() == 1 { Class::Initial } else { Class::Full };
            if self.check(class, pair, &[(from, from), (to, to)]) {
                self.add(from, to, (from, from), (to, to), class, How::Apart);
            }
        }
        for surname in (from + 2)..to {
            // "Amara Grace Smith Jones": the surname is several words.
            if comma || !self.may_stand_between(from + 1, surname - 1) {
                break;
            }
            let tail = self.joined(surname, to);
            if self.check(Class::Full, join(first.hash, tail.0, tail.1), &[(from, from), (surname, to)]) {
                self.add(from, to, (from, from), (surname, to), Class::Full, How::Apart);
            }
        }
    }

    /// Surname first: "Okafor Amara", "VAN DER BERG, Amara", "Okafor A".
    fn turned(&mut self, from: usize, to: usize, comma: bool) {
        let last = *self.token(to);
        let front = self.joined(from, to - 1);
        let class = if last.len() == 1 { Class::Initial } else { Class::Full };
        if (!comma || last.joint == Joint::Comma)
            && self.check(class, join(last.hash, front.0, front.1), &[(to, to), (from, to - 1)])
        {
            self.add(from, to, (to, to), (from, to - 1), class, How::Turned);
        }
        // "Kim Eun-ji", "Wang Xiao Ming": the forename is several words.
        for given in from + 1..to {
            if comma && self.token(given).joint != Joint::Comma {
                continue;
            }
            let (front, back) = (self.joined(from, given - 1), self.joined(given, to));
            if self.check(Class::Full, join(back.0, front.0, front.1), &[(given, to), (from, given - 1)]) {
                self.add(from, to, (given, to), (from, given - 1), Class::Full, How::Turned);
            }
        }
    }

    /// "A Okafor", "AG Okafor".
    fn initials_in_front(&mut self, from: usize, to: usize, hash: u64) {
        let first = *self.token(from);
        let single = first.len() == 1;
        if !single && (first.case != Case::Upper || first.len() > 3) {
            return;
        }
        let found = if single {
            self.check(Class::Initial, hash, &[(from, to)])
        } else {
            let (tail, power) = self.joined(from + 1, to);
            let initial = self.tokens.normal(&first).get(..1).unwrap_or_default();
            let head = self.list.mixer().mix(initial).0;
            self.list.may_hold(Class::Initial, join(head, tail, power))
                && self.list.holds(Class::Initial, &[initial, self.normals(from + 1, to)])
        };
        if found {
            self.add(from, to, (from, from), (from + 1, to), Class::Initial, How::Straight);
        }
    }

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
        self.list.may_hold(class, hash) && {
            let pieces: Vec<&[u8]> = pieces.iter().map(|(from, to)| self.normals(*from, *to)).collect();
            self.list.holds(class, &pieces)
        }
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
        !self.label && token.case == Case::Lower && is_function_word(self.tokens.normal(token))
    }

    /// Four and five words are tried where they look like one name.
    fn wide_enough(&self, from: usize, to: usize) -> bool {
        self.label
            || self.is_bracketed(from + 1, to)
            || (from..=to).all(|at| {
                let token = self.token(at);
                token.case != Case::Lower
                    || token.camel
                    || is_particle(self.tokens.normal(token))
                    || self.tokens.normal(token) == b"and"
            })
            || (from..=to).all(|at| self.token(at).case == Case::Lower)
                && is_forename(self.tokens.normal(self.token(from)))
    }

    /// Whether brackets or quotation marks stand before these two words, as round a nickname: `Amara "the rocket" Okafor`.
    fn is_bracketed(&self, from: usize, after: usize) -> bool {
        after > from && self.token(from).joint == Joint::Bracket && self.token(after).joint == Joint::Bracket
    }

    /// Whether the words between a forename and a surname can be middle names, initials, a nickname, or another child's forename.
    fn may_stand_between(&self, from: usize, to: usize) -> bool {
        let is_and = |at: usize| self.tokens.normal(self.token(at)) == b"and";
        // "Amara Smith and Ben Okafor" are two people; what stands before "and" has to be a forename.
        let given = |at: usize| {
            let normal = self.tokens.normal(self.token(at));
            normal.len() == 1 || is_forename(normal)
        };
        if let Some(and) = (from..=to).find(|at| is_and(*at)) {
            return and < to
                && (from..and).all(given)
                && (and + 1..=to).all(|at| self.token(at).case != Case::Lower || given(at));
        }
        self.is_bracketed(from, to + 1)
            || (from..=to).all(|at| {
                let token = self.token(at);
                token.case != Case::Lower || self.label || is_particle(self.tokens.normal(token)) || given(at)
            })
    }
}

/// Of matches that overlap, keeps the ones that read best: the forename before the surname, full before initial, longer first.
fn resolve(mut found: Vec<Match>) -> Vec<Match> {
    found.sort_by_key(|found| {
        (found.class == Class::Initial, std::cmp::Reverse(found.how), std::cmp::Reverse(found.to - found.from))
    });
    // Which kept match each word belongs to, by its place in `kept`.
    let words = found.iter().map(|found| found.to + 1).max().unwrap_or(0);
    let mut owners: Vec<Option<u32>> = vec![None; words];
    let mut kept: Vec<Match> = Vec::new();
    for candidate in found {
        let mut touching = owners[candidate.from..=candidate.to].iter().flatten();
        let place = match touching.next().copied() {
            None => {
                kept.push(candidate);
                kept.len() as u32 - 1
            }
            // "Amara Grace Okafor" holds "Grace Okafor": the wider one is the whole name.
            Some(only)
                if touching.all(|other| *other == only)
                    && candidate.how == How::Apart
                    && candidate.class == kept[only as usize].class
                    && candidate.from <= kept[only as usize].from
                    && candidate.to >= kept[only as usize].to =>
            {
                kept[only as usize] = candidate;
                only
            }
            Some(_) => continue,
        };
        owners[candidate.from..=candidate.to].fill(Some(place));
    }
    kept.sort_by_key(|found| found.from);
    kept
}

#[cfg(test)]
mod tests {
    use school_types::PersonName;

    use super::{
        super::{blind::ListKey, forms::PupilForms, tokens::Cut},
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
        tokens.cut(text, 0, text.len(), if label { Cut::Label } else { Cut::Prose }, list.mixer());
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
