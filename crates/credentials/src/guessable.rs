//! What anybody would guess.

/// Why something cannot be a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Weakness {
    /// Fewer than [`crate::SHORTEST`] characters.
    #[error("too short")]
    TooShort,
    /// More than [`crate::LONGEST`].
    #[error("too long")]
    TooLong,
    /// Little but the name of the person or school, or their address.
    #[error("made of what a stranger knows")]
    AboutYou,
    /// Little but what everybody thinks of first, or the same again and again.
    #[error("what many people choose")]
    Common,
}

/// What must be left beside all that is guessable.
const OWN: usize = 8;
/// How many different characters there are at least.
const DIFFERENT: usize = 5;
/// A name's shorter parts (`of`, `St`) stand in ordinary words.
const SHORTEST_PART: usize = 4;

/// Words that lists of leaked passphrases are full of, and those of a school's everyday, in the languages of the schools.
/// Compared without accents, spaces and digits for letters.
const WORDS: &[&str] = &[
    "password",
    "passphrase",
    "passcode",
    "passwort",
    "cyfrinair",
    "cyfrinymadrodd",
    "welcome",
    "croeso",
    "letmein",
    "iloveyou",
    "sunshine",
    "princess",
    "football",
    "rugby",
    "dragon",
    "monkey",
    "superman",
    "batman",
    "master",
    "shadow",
    "michael",
    "liverpool",
    "arsenal",
    "chelsea",
    "charlie",
    "trustno",
    "whatever",
    "freedom",
    "secret",
    "changeme",
    "default",
    "login",
    "admin",
    "administrator",
    "school",
    "ysgol",
    "primary",
    "academy",
    "infant",
    "junior",
    "college",
    "teacher",
    "athro",
    "athrawes",
    "head",
    "office",
    "swyddfa",
    "staff",
    "pupil",
    "disgybl",
    "class",
    "dosbarth",
    "safeguarding",
    "schoolgate",
    "spring",
    "summer",
    "autumn",
    "winter",
    "gwanwyn",
    "haf",
    "hydref",
    "gaeaf",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "holiday",
    "gwyliau",
    "christmas",
    "nadolig",
    "wales",
    "cymru",
    "england",
    "london",
    "correcthorsebatterystaple",
];

/// Rows that fingers run along.
const ROWS: &[&str] = &["abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "01234567890123456789"];

/// Takes away what is guessable and looks whether enough is left.
///
/// # Errors
/// [`Weakness::AboutYou`] or [`Weakness::Common`].
pub(crate) fn check(passphrase: &str, about: &[&str]) -> Result<(), Weakness> {
    let plain = fold(passphrase);
    let mut parts: Vec<String> = Vec::new();
    for known in about {
        parts.push(fold(known));
        parts.extend(known.split(|c: char| !c.is_alphanumeric()).map(fold));
    }
    parts.retain(|part| part.chars().count() >= SHORTEST_PART);
    let without_known = without(&plain, &parts);
    if without_known.chars().count() < OWN && without_known.len() < plain.len() {
        return Err(Weakness::AboutYou);
    }
    let words: Vec<String> = WORDS.iter().map(|word| (*word).to_owned()).collect();
    let left = without_runs(&without(&without_known, &words));
    let mut different: Vec<char> = left.chars().collect();
    different.sort_unstable();
    different.dedup();
    if left.chars().count() < OWN || different.len() < DIFFERENT || repeats(&left) {
        return Err(Weakness::Common);
    }
    Ok(())
}

/// Lower case, no spaces or signs, digits that stand for letters as those letters. Digits at the very end stay digits: a year or
/// a counter is taken out with the runs.
fn fold(text: &str) -> String {
    let lower: Vec<char> = text.to_lowercase().chars().filter(|c| c.is_alphanumeric() || "@$!".contains(*c)).collect();
    let last = lower.iter().rposition(|c| c.is_alphabetic()).map_or(0, |at| at + 1);
    let stands_for = |(at, c): (usize, &char)| match c {
        '@' => Some('a'),
        '$' => Some('s'),
        '!' if at < last => Some('i'),
        '!' => None,
        '0' if at < last => Some('o'),
        '1' if at < last => Some('i'),
        '3' if at < last => Some('e'),
        '4' if at < last => Some('a'),
        '5' if at < last => Some('s'),
        '7' if at < last => Some('t'),
        other => Some(*other),
    };
    let has_letters = lower.iter().any(|c| c.is_alphabetic());
    if has_letters { lower.iter().enumerate().filter_map(stands_for).collect() } else { lower.into_iter().collect() }
}

/// The text with every part taken out, the longest first.
fn without(text: &str, parts: &[String]) -> String {
    let mut parts: Vec<&String> = parts.iter().collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    parts.iter().fold(text.to_owned(), |left, part| left.replace(part.as_str(), ""))
}

/// The text without runs of four and more along a row or the alphabet, either way, and without digits at the end.
fn without_runs(text: &str) -> String {
    let text = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let mut left: Vec<char> = text.chars().collect();
    for row in ROWS {
        let back: String = row.chars().rev().collect();
        for row in [*row, back.as_str()] {
            left = without_run(&left, row);
        }
    }
    left.into_iter().collect()
}

fn without_run(text: &[char], row: &str) -> Vec<char> {
    const RUN: usize = 4;
    let mut left = Vec::new();
    let mut at = 0;
    while let Some(c) = text.get(at) {
        let longest = (RUN..=text.len() - at).rev().find(|length| {
            let run: String = text[at..at + length].iter().collect();
            row.contains(&run)
        });
        match longest {
            Some(length) => at += length,
            None => {
                left.push(*c);
                at += 1;
            }
        }
    }
    left
}

/// Whether the text is one piece, at most half as long, again and again.
fn repeats(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    (1..=chars.len() / 2).any(|length| chars.iter().zip(&chars[length..]).all(|(one, other)| one == other))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ABOUT: &[&str] = &["Philippa Marchbanks", "p.marchbanks@elmswick.example.org", "Elmswick Primary School"];

    #[test]
    fn what_many_people_choose_is_refused() {
        for common in [
            "password1234",
            "P@ssw0rd2026!",
            "Passphrase12345",
            "123456789012",
            "098765432109",
            "qwertyuiop123",
            "qwertyqwerty",
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "Welcome to school 1",
            "letmein letmein",
            "Summer Holidays",
            "September2026!",
            "correct horse battery staple",
            "abcdefghijkl",
            "hello hello hello",
            "cyfrinair 2026",
            "the school office",
        ] {
            assert_eq!(check(common, ABOUT), Err(Weakness::Common), "{common}");
        }
    }

    #[test]
    fn what_a_stranger_knows_is_refused() {
        for known in [
            "Philippa Marchbanks",
            "elmswick elmswick",
            "Elmswick Primary",
            "elmswick.example.org",
            "p.marchbanks2026",
            "Marchbanks1987",
            "3lmsw1ck 2026!",
            "I am Philippa",
        ] {
            assert_eq!(check(known, ABOUT), Err(Weakness::AboutYou), "{known}");
        }
    }

    #[test]
    fn a_few_words_of_ones_own_are_taken() {
        for good in [
            "four umbrellas in March",
            "my aunt keeps bees",
            "mae gen i gi mawr brown",
            "teacher keeps elmswick safe, and her bicycle dry",
            "gN7!wq-Zr2#pLx",
            "purple kettle Tuesday",
            "2 otters and 9 herons",
        ] {
            assert_eq!(check(good, ABOUT), Ok(()), "{good}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_makes_it_panic(text in "\\PC{0,60}", about in "\\PC{0,30}") {
            let _ = check(&text, &[&about]);
        }
    }
}
