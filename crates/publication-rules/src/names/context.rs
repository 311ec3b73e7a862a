//! What stands around a name: the words that make it a child's or an adult's.

use crate::message::ChildContext;

/// How far before and after a name its context is looked for, in bytes.
const BEFORE: usize = 170;
/// See [`BEFORE`].
const AFTER: usize = 90;

/// The words around a name, in lower case, each side between spaces; a blank line ends it, except after a heading.
pub(crate) struct Surroundings {
    before: String,
    after: String,
    before_written: String,
    after_written: String,
}

impl Surroundings {
    /// What is around `text[start..end]`.
    pub(crate) fn of(text: &str, start: usize, end: usize) -> Self {
        let from = floor(text, start.saturating_sub(BEFORE));
        let to = floor(text, (end + AFTER).min(text.len()));
        let mut before = text.get(from..start).unwrap_or_default();
        let mut after = text.get(end..to).unwrap_or_default();
        if let Some(at) = after.find("\n\n") {
            after = &after[..at];
        }
        if let Some(at) = sentence_end(after) {
            after = &after[..at];
        }
        // A name at the start of its line takes a heading's words along, also over a blank line.
        let trimmed = before.trim_end_matches([' ', '\t', '-', '•', '*', '·', '–']);
        let at_line_start = trimmed.is_empty() || trimmed.ends_with('\n');
        if !at_line_start {
            if let Some(at) = before.rfind("\n\n") {
                before = &before[at + 2..];
            }
            if let Some(at) = last_sentence_end(before) {
                before = &before[at..];
            }
        }
        Self {
            before: words(before),
            after: words(after),
            before_written: before.to_owned(),
            after_written: after.to_owned(),
        }
    }

    /// What makes the name a child's, the nearest and strongest reason first.
    pub(crate) fn child(&self) -> Option<ChildContext> {
        if class_code(&self.after_written, true) || class_code(&self.before_written, false) {
            return Some(ChildContext::Class);
        }
        if age_after(&self.after_written) {
            return Some(ChildContext::Age);
        }
        let around = [self.before.as_str(), &self.after].concat();
        CHILD_PHRASES
            .iter()
            .find(|(_, phrases)| phrases.iter().any(|phrase| around.contains(phrase)))
            .map(|(context, _)| *context)
    }

    /// Whether the words right before or after make the name an adult's.
    pub(crate) fn adult(&self) -> bool {
        let near = self.before.get(floor(&self.before, self.before.len().saturating_sub(44))..).unwrap_or_default();
        let soon = self.after.get(..floor(&self.after, self.after.len().min(44))).unwrap_or_default();
        ADULT_WORDS.iter().any(|word| near.contains(word) || soon.contains(word))
            || near.ends_with(" by ")
            || years_of_life(&self.after_written)
    }

    /// Whether what comes directly before says that a child's name follows.
    pub(crate) fn child_is_announced(&self) -> bool {
        ANNOUNCING.iter().any(|phrase| self.before.ends_with(phrase))
            || class_code(self.after_written.get(..floor(&self.after_written, 14)).unwrap_or_default(), true)
            || age_after(&self.after_written)
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Lower-case words parted by single spaces, with one before and after.
fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !matches!(c, '\'' | '’') && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}

fn sentence_end(text: &str) -> Option<usize> {
    text.match_indices(['.', '!', '?'])
        .find(|(at, _)| text[at + 1..].starts_with([' ', '\n']) && !short_before(text, *at))
        .map(|(at, _)| at)
}

fn last_sentence_end(text: &str) -> Option<usize> {
    text.rmatch_indices(['.', '!', '?'])
        .find(|(at, _)| text[at + 1..].starts_with([' ', '\n']) && !short_before(text, *at))
        .map(|(at, _)| at + 1)
}

/// Whether the full stop follows an initial or a short title.
fn short_before(text: &str, at: usize) -> bool {
    let word = text[..at].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word.len() <= 2 && word.starts_with(char::is_uppercase) || matches!(word, "Mrs" | "Rev" | "Cllr" | "Prof")
}

/// A class or year: `5B`, `(Y4)`, `Year 3`, `R`, with `near` only right at the start.
fn class_code(text: &str, near: bool) -> bool {
    let text = if near { text.get(..floor(text, 40)).unwrap_or_default() } else { text };
    let mut last = "";
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let bytes = word.as_bytes();
        let code = match bytes {
            [b'1'..=b'9', rest @ ..] if rest.len() <= 2 && !rest.is_empty() => {
                rest.iter().all(u8::is_ascii_uppercase)
                    || matches!(rest, [b'0'..=b'3', last] if bytes[0] == b'1' && last.is_ascii_uppercase())
            }
            [b'Y', digits @ ..] if !digits.is_empty() && digits.len() <= 2 => digits.iter().all(u8::is_ascii_digit),
            [b'R', letter] | [b'N', letter] => letter.is_ascii_uppercase() && near,
            [b'1'..=b'9'] | [b'1', b'0'..=b'3'] => last.eq_ignore_ascii_case("year") || last.eq_ignore_ascii_case("yr"),
            _ => false,
        };
        if code {
            return true;
        }
        last = word;
    }
    false
}

/// An age right after a name: `, 9,`, `(9)`, `aged 9`.
fn age_after(after: &str) -> bool {
    let rest = after.trim_start_matches([' ', ',', '(']);
    let opened = rest.len() < after.len();
    let rest = rest.strip_prefix("aged ").or_else(|| rest.strip_prefix("age ")).unwrap_or(rest);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let Some(age) = rest.get(..digits).and_then(|digits| digits.parse::<u8>().ok()) else { return false };
    let next = rest.as_bytes().get(digits);
    opened
        && (3..=18).contains(&age)
        && matches!(next, None | Some(b',' | b')' | b'.' | b'\n'))
        && after.starts_with([',', '(', ' '])
        && (after.trim_start().starts_with([',', '(']) || after.contains("age"))
}

/// The years of somebody's life: `(1820-1910)`, `born 1820`.
fn years_of_life(after: &str) -> bool {
    let near = after.get(..floor(after, 20)).unwrap_or_default();
    let digits = near.trim_start_matches([' ', '(']);
    near.trim_start().starts_with('(') && digits.len() >= 5 && digits.bytes().take(4).all(|b| b.is_ascii_digit())
}

static CHILD_PHRASES: [(ChildContext, &[&str]); 6] = [
    (ChildContext::Age, &[" aged ", " years old ", " year old ", " age "]),
    (
        ChildContext::Family,
        &[" son of ", " daughter of ", " sister of ", " brother of ", " mum of ", " dad of ", " twins ", " sibling"],
    ),
    (
        ChildContext::Award,
        &[
            " award ",
            " awarded ",
            " certificate",
            " prize",
            " winner",
            " won ",
            " star of ",
            " stars of ",
            " congratulat",
            " well done ",
            " medal",
            " trophy ",
            " merit",
            " achievement",
            " of the week ",
            " birthday",
            " runner up ",
            " champion",
            " praise",
            " first place ",
            " second place ",
            " third place ",
            " house points ",
            " commended ",
            " proud of ",
            " shout out ",
            " graduat",
            " attendance ",
            " presented to ",
            " received ",
            " golden ticket ",
        ],
    ),
    (
        ChildContext::Team,
        &[
            " goal ",
            " goals ",
            " scored ",
            " captain",
            " match ",
            " team ",
            " teams ",
            " squad ",
            " hat trick ",
            " goalkeeper ",
            " striker ",
            " wicket",
            " tries ",
            " race ",
            " relay ",
            " the part of ",
            " role of ",
            " solo ",
            " choir ",
            " tournament ",
            " defence ",
            " midfield ",
            " equaliser ",
            " cast ",
            " starring ",
            " finished first ",
            " bowled ",
            " batted ",
            " netball ",
            " football ",
            " rugby ",
            " cricket ",
            " hockey ",
            " penalty ",
        ],
    ),
    (
        ChildContext::Pupil,
        &[
            " pupil",
            " student",
            " child ",
            " children ",
            " head boy ",
            " head girl ",
            " prefect",
            " school council ",
            " classmate",
            " eco council ",
            " playground leader",
            " digital leader",
            " ambassador",
            " monitor",
            " buddy ",
            " house captain",
            " schoolboy ",
            " schoolgirl ",
            " friends ",
        ],
    ),
    (
        ChildContext::Class,
        &[
            " year 1",
            " year 2",
            " year 3",
            " year 4",
            " year 5",
            " year 6",
            " year 7",
            " year 8",
            " year 9",
            " class ",
            " reception ",
            " nursery ",
            " ks1 ",
            " ks2 ",
            " key stage ",
            " year one ",
            " year two ",
            " year three ",
            " year four ",
            " year five ",
            " year six ",
            " tutor group ",
            " eyfs ",
        ],
    ),
];

static ADULT_WORDS: [&str; 62] = [
    " mr ",
    " mrs ",
    " ms ",
    " dr ",
    " teacher",
    " headteacher",
    " head teacher",
    " governor",
    " author ",
    " illustrator ",
    " written by ",
    " king ",
    " queen ",
    " president",
    " prime minister",
    " minister ",
    " singer ",
    " footballer ",
    " born in ",
    " died in ",
    " poet ",
    " scientist",
    " explorer",
    " trainer",
    " secretary",
    " caretaker",
    " senco",
    " officer",
    " chair of ",
    " chairman",
    " chairwoman",
    " manager",
    " coach ",
    " artist ",
    " composer",
    " inventor",
    " novel",
    " playwright",
    " saint ",
    " councillor",
    " mayor ",
    " vicar ",
    " reverend ",
    " assistant",
    " lead ",
    " leader of ",
    " bursar",
    " cook ",
    " mathematician from ",
    " nurse ",
    " staff",
    " dsl ",
    " designated",
    " actor ",
    " paralympi",
    " olympi",
    " books by ",
    " story by ",
    " parent ",
    " grandad ",
    " grandma ",
    " pta ",
];

static ANNOUNCING: [&str; 32] = [
    " head girl is ",
    " head boy is ",
    " captain is ",
    " winner was ",
    " prize for ",
    " goalscorer ",
    " well done to ",
    " well done ",
    " congratulations to ",
    " congratulations ",
    " awarded to ",
    " presented to ",
    " goes to ",
    " went to ",
    " thank you to ",
    " thanks to ",
    " star of the week ",
    " birthday to ",
    " birthday ",
    " pupil ",
    " pupils ",
    " captain ",
    " winner ",
    " winners ",
    " winner is ",
    " by our pupil ",
    " goals from ",
    " goal from ",
    " scored by ",
    " student ",
    " son ",
    " daughter ",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str, name: &str) -> Surroundings {
        let start = text.find(name).unwrap();
        Surroundings::of(text, start, start + name.len())
    }

    #[test]
    fn a_class_an_age_or_an_award_makes_a_child() {
        let cases = [
            ("Amara Okafor (5B) ran well", ChildContext::Class),
            ("Amara Okafor, 9, ran", ChildContext::Age),
            ("Amara Okafor (9) ran", ChildContext::Age),
            ("The prize was for Amara Okafor", ChildContext::Award),
            ("Two goals by Amara Okafor", ChildContext::Team),
            ("Amara Okafor, daughter of a farmer", ChildContext::Family),
        ];
        for (text, context) in cases {
            assert_eq!(around(text, "Amara Okafor").child(), Some(context), "{text}");
        }
        assert_eq!(around("We met Amara Okafor outside.", "Amara Okafor").child(), None);
    }

    #[test]
    fn a_teacher_or_an_author_is_an_adult() {
        assert!(around("Our teacher Amara Okafor", "Amara Okafor").adult());
        assert!(around("a book by Amara Okafor", "Amara Okafor").adult());
        assert!(around("Amara Okafor (1820-1910) was", "Amara Okafor").adult());
        assert!(!around("Amara Okafor (9) was", "Amara Okafor").adult());
    }
}
