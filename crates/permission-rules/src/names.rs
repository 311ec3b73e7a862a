//! Names as a list of pupils needs them: in an order people expect, found as people type them, and told apart on a
//! sheet that shows as little of them as it can.

use school_types::PersonName;

/// Letters with marks, under the letter they are sorted and found as. What is not here stands for itself.
const MARKED: [(char, &str); 20] = [
    ('a', "àáâãäåāăą"),
    ('c', "çćĉċč"),
    ('d', "ďđð"),
    ('e', "èéêëēĕėęě"),
    ('g', "ĝğġģ"),
    ('h', "ĥħ"),
    ('i', "ìíîïĩīĭįı"),
    ('j', "ĵ"),
    ('k', "ķ"),
    ('l', "ĺļľŀł"),
    ('n', "ñńņňŉ"),
    ('o', "òóôõöøōŏő"),
    ('r', "ŕŗř"),
    ('s', "śŝşšș"),
    ('t', "ţťŧț"),
    ('u', "ùúûüũūŭůűų"),
    ('w', "ŵẁẃẅ"),
    ('y', "ýÿŷỳ"),
    ('z', "źżž"),
    ('-', "‐‑–—"),
];

/// Combining marks (Unicode block 0300-036F): a letter written in two parts keeps them together.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// A name as it is compared: lower case, without marks and apostrophes, hyphens as spaces.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase).filter(|c| !is_mark(*c)) {
        let c = MARKED.iter().find(|(_, marked)| marked.contains(c)).map_or(c, |(base, _)| *base);
        match c {
            '\'' | '’' | '‘' | '`' => {}
            '-' | '.' | ',' => plain.push(' '),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ß' => plain.push_str("ss"),
            c => plain.push(c),
        }
    }
    plain
}

/// What a list by surname is sorted by.
pub fn by_surname(name: &PersonName) -> (String, String) {
    (plain(name.known_surname()), plain(name.called()))
}

/// What a list by first name is sorted by.
pub fn by_first_name(name: &PersonName) -> (String, String) {
    (plain(name.called()), plain(name.known_surname()))
}

/// Whether somebody who typed `typed` looks for this person: every word of it begins one of their names, however
/// capitals, accents, apostrophes and hyphens are typed, and in any order.
pub fn is_meant(name: &PersonName, typed: &str) -> bool {
    let names = [
        name.forename.reveal(),
        name.called(),
        name.middle_names.reveal(),
        name.surname.reveal().as_str(),
        name.known_surname(),
    ];
    let names: Vec<String> = names.iter().map(|part| plain(part)).collect();
    // Also as one word, for who leaves a hyphen out.
    let joined: Vec<String> = names.iter().map(|part| part.replace(' ', "")).collect();
    let begins = |word: &str| {
        let words = names.iter().flat_map(|part| part.split_whitespace());
        words.chain(joined.iter().map(String::as_str)).any(|part| part.starts_with(word))
    };
    plain(typed).split_whitespace().all(begins)
}

/// The first `count` letters of a name, with the marks that belong to them and the signs between them: of `'t Hooft` the
/// first is `t`.
fn letters(text: &str, count: usize) -> String {
    let mut left = count;
    let mut taken = String::new();
    let mut signs = String::new();
    for c in text.chars().skip_while(|c| !is_letter(*c)) {
        if is_mark(c) {
            taken.push(c);
        } else if !is_letter(c) {
            signs.push(c);
        } else if left == 0 {
            break;
        } else {
            left -= 1;
            taken.push_str(&signs);
            signs.clear();
            taken.push(c);
        }
    }
    taken
}

/// Whether it is a letter or digit of a name, and no apostrophe, of which Unicode has letters too (block 02B0-02FF).
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{2b0}'..='\u{2ff}')
}

/// The first letters of each name, as few as tell it from the others, in capitals like an initial: `E`, or `Eli` and
/// `Ell` of two who begin alike. Who is called the same is told apart by a number in the order given. For a message, which
/// is not private enough for a child's name.
pub fn shortest_beginnings(names: &[&str]) -> Vec<String> {
    let beginning = |name: &str, count: usize| {
        let taken = letters(name, count);
        let mut chars = taken.chars();
        chars.next().map_or_else(|| "?".to_owned(), |first| first.to_uppercase().chain(chars).collect())
    };
    let mut counts = vec![1; names.len()];
    let longest = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    let shown = |counts: &[usize]| -> Vec<String> {
        names.iter().zip(counts).map(|(name, count)| beginning(name, *count)).collect()
    };
    for count in 2..=longest {
        let clashing = clashes(&shown(&counts));
        clashing.into_iter().for_each(|place| counts[place] = count);
    }
    let mut found = shown(&counts);
    let clashing = clashes(&found);
    for place in &clashing {
        let same = |other: &&usize| **other <= *place && plain(names[**other]) == plain(names[*place]);
        let number = clashing.iter().filter(same).count();
        found[*place] = format!("{} ({number})", found[*place]);
    }
    found
}

/// A name with so many letters of the surname.
fn with_letters(name: &PersonName, count: usize) -> String {
    let mut chars = letters(name.known_surname(), count);
    if count > 0
        && let Some(first) = chars.chars().next()
    {
        chars = first.to_uppercase().chain(chars.chars().skip(1)).collect();
    }
    if chars.is_empty() { name.called().to_owned() } else { format!("{} {chars}", name.called()) }
}

/// First name and initial of each (R12). Who shares both with somebody on the same sheet is told apart by as few more
/// letters of the surname as do it; namesakes by their middle initial; and where that is the same too, by a number in
/// the order given.
pub fn sheet_names(names: &[&PersonName]) -> Vec<String> {
    let mut shown: Vec<String> = names.iter().map(|name| with_letters(name, 1)).collect();
    let longest = names.iter().map(|name| name.known_surname().chars().count()).max().unwrap_or(0);
    for count in 2..=longest {
        let clashing = clashes(&shown);
        if clashing.is_empty() {
            return shown;
        }
        for place in clashing {
            shown[place] = with_letters(names[place], count);
        }
    }
    // The same first name and surname: what they have in the middle.
    for place in clashes(&shown) {
        let middle = letters(names[place].middle_names.reveal(), 1);
        if !middle.is_empty() {
            shown[place] =
                format!("{} {middle} {}", names[place].called(), letters(names[place].known_surname(), longest));
        }
    }
    loop {
        let clashing = clashes(&shown);
        let Some(first) = clashing.first() else { return shown };
        // One name at a time: a number might make a name that somebody has.
        let same = plain(&shown[*first]);
        let namesakes: Vec<usize> = clashing.into_iter().filter(|place| plain(&shown[*place]) == same).collect();
        for (number, place) in (1..).zip(namesakes) {
            shown[place] = format!("{} ({number})", shown[place]);
        }
    }
}

/// Who looks the same as somebody else. Capitals and accents tell nobody apart on paper.
fn clashes(shown: &[String]) -> Vec<usize> {
    let plain: Vec<String> = shown.iter().map(|name| plain(name)).collect();
    let is_shared =
        |place: &usize| plain.iter().enumerate().any(|(other, name)| other != *place && *name == plain[*place]);
    (0..shown.len()).filter(is_shared).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use school_types::Redacted;

    use super::*;

    fn name(forename: &str, surname: &str) -> PersonName {
        PersonName::new(forename, surname)
    }

    fn with_middle(forename: &str, middle: &str, surname: &str) -> PersonName {
        PersonName { middle_names: Redacted::new(middle.to_owned()), ..name(forename, surname) }
    }

    fn shown(names: &[PersonName]) -> Vec<String> {
        sheet_names(&names.iter().collect::<Vec<_>>())
    }

    #[test]
    fn as_few_letters_as_it_takes_tell_children_apart() {
        assert_eq!(shortest_beginnings(&["amara"]), ["A"]);
        assert_eq!(shortest_beginnings(&["Elijah", "Ellie", "Ben"]), ["Eli", "Ell", "B"]);
        assert_eq!(shortest_beginnings(&["Eli", "Elijah"]), ["Eli", "Elij"]);
        assert_eq!(shortest_beginnings(&["Sam", "Sam", ""]), ["Sam (1)", "Sam (2)", "?"]);
    }

    #[test]
    fn a_sheet_shows_a_first_name_and_an_initial() {
        assert_eq!(
            shown(&[name("Maya", "Okafor"), name("Siân", "ó Broin"), name("Bo", "")]),
            ["Maya O", "Siân Ó", "Bo"]
        );
    }

    #[test]
    fn two_who_share_first_name_and_initial_are_told_apart() {
        let names = [name("Maya", "Okafor"), name("Tobi", "Okafor"), name("Maya", "Oldham"), name("maya", "Li")];
        assert_eq!(shown(&names), ["Maya Ok", "Tobi O", "Maya Ol", "maya L"]);
        assert_eq!(shown(&[name("Mei", "Lin"), name("Mei", "Li")]), ["Mei Lin", "Mei Li"]);
        let names = [name("Maya", "Smith"), name("Maya", "Smythe"), name("Maya", "Stone"), name("Maya", "Tate")];
        assert_eq!(shown(&names), ["Maya Smi", "Maya Smy", "Maya St", "Maya T"]);
        assert_eq!(shown(&[name("Ada", "de Souza"), name("Ada", "de Silva")]), ["Ada De So", "Ada De Si"]);
    }

    #[test]
    fn a_name_that_begins_with_a_sign_is_shown_by_its_first_letter() {
        let names =
            ["'t Hooft", "’t Hooft", "O'Brien", "ʻAulani", "-Smith", "(Jones)"].map(|surname| name("Bo", surname));
        for (name, initial) in names.iter().zip(["T", "T", "O", "A", "S", "J"]) {
            assert_eq!(shown(std::slice::from_ref(name)), [format!("Bo {initial}")], "{name:?}");
        }
        assert_eq!(shown(&[name("Maya", "O'Brien"), name("Maya", "Oakley")]), ["Maya O'B", "Maya Oa"]);
    }

    #[test]
    fn namesakes_are_told_apart_by_their_middle_name_and_else_by_a_number() {
        let names = [with_middle("Ada", "Rose", "Byrne"), with_middle("Ada", "June", "Byrne")];
        assert_eq!(shown(&names), ["Ada R Byrne", "Ada J Byrne"]);
        assert_eq!(shown(&[name("Ada", "Byrne"), name("Ada", "Byrne")]), ["Ada Byrne (1)", "Ada Byrne (2)"]);
        assert_eq!(shown(&[name("Zoë", "Byrne"), name("Zoe", "Byrne")]), ["Zoë Byrne (1)", "Zoe Byrne (2)"]);
    }

    #[test]
    fn people_are_found_as_one_types_them() {
        let siobhan = with_middle("Siobhán", "Anne", "O’Neill-Smith");
        for typed in
            ["siobhan", "SIOBHÁN", "oneill", "O'Neill", "smith sio", "oneillsmith", "neill-smith o'n", "anne", " "]
        {
            assert_eq!(is_meant(&siobhan, typed), !typed.starts_with("neill"), "{typed}");
        }
        assert!(!is_meant(&siobhan, "siobhan jones"));
    }

    #[test]
    fn accents_and_capitals_do_not_change_the_order() {
        let mut names = [name("B", "Évans"), name("A", "evans"), name("C", "Ewart"), name("D", "Dŵr")];
        names.sort_by_key(by_surname);
        assert_eq!(names.map(|name| name.called().to_owned()), ["D", "A", "B", "C"]);
    }

    proptest! {
        #[test]
        fn nobody_on_a_sheet_looks_like_anybody_else(
            people in prop::collection::vec(("[AaBÉ][a-bé]{0,1}", "[A-B][a-b]{0,3}", "[AB]{0,1}"), 0..12),
        ) {
            let names: Vec<PersonName> = people.iter().map(|(f, s, m)| with_middle(f, m, s)).collect();
            let shown = shown(&names);
            let distinct: BTreeSet<String> = shown.iter().map(|name| plain(name)).collect();
            prop_assert_eq!(distinct.len(), names.len());
            for (shown, name) in shown.iter().zip(&names) {
                prop_assert!(shown.starts_with(name.called()));
            }
        }

        #[test]
        fn who_shares_with_nobody_keeps_the_initial_alone(others in prop::collection::vec("[a-b]{1,2}", 0..8)) {
            let mut names: Vec<PersonName> = others.iter().map(|other| name(other, "Quill")).collect();
            names.push(name("Zed", "Quillfeather"));
            prop_assert_eq!(shown(&names).pop().unwrap(), "Zed Q");
        }

        #[test]
        fn whoever_is_shown_is_found_by_what_is_shown(forename in "[A-Zéa-z]{1,6}", surname in "[A-Za-zŵ'-]{1,8}") {
            let name = name(&forename, &surname);
            prop_assert!(is_meant(&name, &name.full()));
            prop_assert!(is_meant(&name, ""));
        }
    }
}
