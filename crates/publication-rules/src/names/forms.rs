//! Every way a school writes one pupil's full name, in normal form.

use std::{collections::BTreeSet, fmt};

use school_types::PersonName;
use unicode_normalization::UnicodeNormalization;

use super::{lexicon, normal::normal};

/// What kind of form an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    /// A forename and a surname.
    Full = b'f' as isize,
    /// An initial and a surname.
    Initial = b'i' as isize,
}

/// A form this short (in letters) would be found in too many words put together.
const SHORTEST: usize = 4;

/// The written forms of one pupil's name. Order, spaces, hyphens, accents, capitals and middle names between need no form of
/// their own: the scanner turns and skips words.
#[derive(Clone, PartialEq, Eq)]
pub struct PupilForms(BTreeSet<(Class, String)>);

impl fmt::Debug for PupilForms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PupilForms({})", self.0.len())
    }
}

impl PupilForms {
    /// The forms of a pupil: every forename (legal, preferred, each part of a double one, each middle name, the usual short forms of
    /// the legal one) with the surname, each part of a double surname with the main forenames, and initials.
    pub fn new(name: &PersonName) -> Self {
        let mut forms = Self(BTreeSet::new());
        let mut surnames = surnames(name.surname.reveal());
        if let Some(preferred) = &name.preferred_surname {
            surnames.extend(self::surnames(preferred.reveal()));
        }
        let preferred = name.preferred_forename.as_ref().map(|preferred| preferred.reveal().as_str());
        let mut main = givens(name.forename.reveal());
        main.extend(givens(preferred.unwrap_or_default()));
        for surname in &surnames {
            for given in &main {
                forms.add(Class::Full, given, surname);
                if let Some(initial) = given.chars().next() {
                    forms.add(Class::Initial, initial.encode_utf8(&mut [0; 4]), surname);
                }
            }
        }
        for short in lexicon::short_forms(&normal(name.forename.reveal())) {
            surnames.iter().for_each(|surname| forms.add(Class::Full, short, surname));
        }
        for middle in givens(name.middle_names.reveal()) {
            surnames.iter().for_each(|surname| forms.add(Class::Full, &middle, surname));
        }
        forms.add_garbled(name.forename.reveal(), name.surname.reveal());
        if let Some(surname) = surnames.first() {
            let all = [name.forename.reveal().as_str(), name.middle_names.reveal()].map(normal).concat();
            forms.add(Class::Full, &all, surname);
        }
        forms
    }

    /// How many forms there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none: a pupil without a surname or without a forename.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &(Class, String)> {
        self.0.iter()
    }

    /// The forms that are left where an encoding lost the letters with accents: `Zo? O'Brien`, `Si?n`.
    fn add_garbled(&mut self, forename: &str, surname: &str) {
        let surnames = [normal(surname), garbled(surname)];
        for part in parts(forename).into_iter().chain([forename]) {
            for given in [normal(part), garbled(part)] {
                surnames.iter().for_each(|surname| self.add(Class::Full, &given, surname));
            }
        }
    }

    fn add(&mut self, class: Class, given: &str, surname: &str) {
        let long_enough = class == Class::Initial && surname.len() > 1
            || class == Class::Full && given.chars().count() > 1 && given.len() + surname.len() >= SHORTEST;
        if long_enough && !given.is_empty() && !surname.is_empty() {
            self.0.insert((class, format!("{given}{surname}")));
        }
    }
}

/// The parts of a name at spaces and hyphens, as written.
fn parts(name: &str) -> Vec<&str> {
    name.split(|c: char| c.is_whitespace() || super::normal::is_hyphen(c)).filter(|part| !part.is_empty()).collect()
}

/// A forename whole, and each of its parts.
fn givens(name: &str) -> BTreeSet<String> {
    let mut all: BTreeSet<String> = parts(name).into_iter().flat_map(spellings).collect();
    all.extend(spellings(name));
    all.retain(|given| !given.is_empty());
    all
}

/// A surname whole, without its particles, and each part of a double one.
fn surnames(name: &str) -> Vec<String> {
    let mut all = spellings(name);
    let parts = parts(name);
    let heavy = |part: &&&str| !lexicon::is_particle(normal(part).as_bytes());
    let last = parts.iter().rposition(|part| heavy(&part));
    if parts.len() > 1 {
        all.extend(parts.iter().filter(heavy).flat_map(|part| spellings(part)).filter(|part| part.len() > 2));
        if let Some(from) = parts.iter().position(|part| heavy(&part)).filter(|from| *from > 0 && last.is_some()) {
            all.extend(spellings(&parts[from..].join(" ")));
        }
        // "da Silva" of "da Silva Santos": a part with the particles in front of it.
        let mut particles = String::new();
        for part in &parts {
            if heavy(&part) && !particles.is_empty() {
                all.extend(spellings(&format!("{particles}{part}")));
                particles.clear();
            } else if !heavy(&part) {
                particles.push_str(part);
            }
        }
    }
    all.retain(|surname| !surname.is_empty());
    let mut seen = BTreeSet::new();
    all.retain(|surname| seen.insert(surname.clone()));
    all
}

/// The normal form without the letters that are not ASCII ones.
fn garbled(name: &str) -> String {
    let letters: String = name.nfc().filter(|letter| letter.is_ascii() || !letter.is_alphabetic()).collect();
    normal(&letters)
}

/// The normal form, and the one with German and Nordic letters written out (`Müller`, `Mueller`).
fn spellings(name: &str) -> Vec<String> {
    let mut written_out = String::with_capacity(name.len() + 4);
    for letter in name.nfc() {
        match letter {
            'ä' | 'Ä' => written_out.push_str("ae"),
            'ö' | 'Ö' | 'ø' | 'Ø' => written_out.push_str("oe"),
            'ü' | 'Ü' => written_out.push_str("ue"),
            'å' | 'Å' => written_out.push_str("aa"),
            _ => written_out.push(letter),
        }
    }
    let mut all = vec![normal(name)];
    let out = normal(&written_out);
    if out != all[0] {
        all.push(out);
    }
    all
}

#[cfg(test)]
mod tests {
    use school_types::Redacted;

    use super::*;

    fn full(name: &PersonName) -> Vec<String> {
        let forms = PupilForms::new(name);
        forms.iter().filter(|(class, _)| *class == Class::Full).map(|(_, form)| form.clone()).collect()
    }

    #[test]
    fn a_double_surname_is_known_by_either_half() {
        let forms = full(&PersonName::new("Zoë", "O'Neill-Van der Berg"));
        for form in ["zoeoneillvanderberg", "zoeoneill", "zoeberg"] {
            assert!(forms.contains(&form.to_owned()), "{form} in {forms:?}");
        }
        assert!(!forms.contains(&"zoevan".to_owned()));
    }

    #[test]
    fn a_pupil_is_known_by_any_forename() {
        let mut name = PersonName::new("Muhammad Yusuf", "Khan");
        name.middle_names = Redacted::new("Idris".to_owned());
        name.preferred_forename = Some(Redacted::new("Yusi".to_owned()));
        let forms = full(&name);
        for form in ["muhammadkhan", "yusufkhan", "muhammadyusufkhan", "idriskhan", "yusikhan"] {
            assert!(forms.contains(&form.to_owned()), "{form} in {forms:?}");
        }
    }

    #[test]
    fn a_pupil_without_a_surname_has_no_full_name() {
        assert!(PupilForms::new(&PersonName::new("Amara", "")).is_empty());
    }
}
