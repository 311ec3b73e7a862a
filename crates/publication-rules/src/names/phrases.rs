//! Phrases around a name that say whose it is. Each is in lower case, single spaces between its words; one without a space at its
//! end is the beginning of a word.

use crate::message::ChildContext::{self, Age, Award, Class, Family, Pupil, Team};

/// Phrases that make the name near them a child's, sorted.
#[rustfmt::skip]
const CHILD: [(&str, ChildContext); 119] = [
    ("achievement", Award), ("age ", Age), ("aged ", Age), ("ambassador", Pupil), ("attendance ", Award),
    ("award ", Award), ("awarded ", Award), ("batted ", Team), ("birthday", Award), ("bowled ", Team),
    ("brother of ", Family), ("buddy ", Pupil), ("captain", Team), ("cast ", Team), ("certificate", Award),
    ("champion", Award), ("child ", Pupil), ("children ", Pupil), ("choir ", Team), ("class ", Class),
    ("classmate", Pupil), ("commended ", Award), ("congratulat", Award), ("cricket ", Team), ("dad of ", Family),
    ("daughter of ", Family), ("defence ", Team), ("digital leader", Pupil), ("eco council ", Pupil),
    ("equaliser ", Team), ("eyfs ", Class), ("finished first ", Team), ("first place ", Award), ("football ", Team),
    ("friends ", Pupil), ("goal ", Team), ("goalkeeper ", Team), ("goals ", Team), ("golden ticket ", Award),
    ("graduat", Award), ("hat trick ", Team), ("head boy ", Pupil), ("head girl ", Pupil), ("hockey ", Team),
    ("house captain", Pupil), ("house points ", Award), ("key stage ", Class), ("ks1 ", Class), ("ks2 ", Class),
    ("match ", Team), ("medal", Award), ("merit", Award), ("midfield ", Team), ("monitor", Pupil),
    ("mum of ", Family), ("netball ", Team), ("nursery ", Class), ("of the week ", Award), ("penalty ", Team),
    ("playground leader", Pupil), ("praise", Award), ("prefect", Pupil), ("presented to ", Award), ("prize", Award),
    ("proud of ", Award), ("pupil", Pupil), ("race ", Team), ("received ", Award), ("reception ", Class),
    ("relay ", Team), ("role of ", Team), ("rugby ", Team), ("runner up ", Award), ("school council ", Pupil),
    ("schoolboy ", Pupil), ("schoolgirl ", Pupil), ("scored ", Team), ("second place ", Award),
    ("shout out ", Award), ("sibling", Family), ("sister of ", Family), ("solo ", Team), ("son of ", Family),
    ("squad ", Team), ("star of ", Award), ("starring ", Team), ("stars of ", Award), ("striker ", Team),
    ("student", Pupil), ("team ", Team), ("teams ", Team), ("the part of ", Team), ("third place ", Award),
    ("tournament ", Team), ("tries ", Team), ("trophy ", Award), ("tutor group ", Class), ("twins ", Family),
    ("well done ", Award), ("wicket", Team), ("winner", Award), ("won ", Award), ("year 1", Class),
    ("year 2", Class), ("year 3", Class), ("year 4", Class), ("year 5", Class), ("year 6", Class),
    ("year 7", Class), ("year 8", Class), ("year 9", Class), ("year five ", Class), ("year four ", Class),
    ("year old ", Age), ("year one ", Class), ("year six ", Class), ("year three ", Class), ("year two ", Class),
    ("years old ", Age),
];

/// Words that make the name right beside them an adult's, sorted.
#[rustfmt::skip]
const ADULT: [&str; 62] = [
    "actor ", "artist ", "assistant", "author ", "books by ", "born in ", "bursar", "caretaker", "chair of ",
    "chairman", "chairwoman", "coach ", "composer", "cook ", "councillor", "designated", "died in ", "dr ", "dsl ",
    "explorer", "footballer ", "governor", "grandad ", "grandma ", "head teacher", "headteacher", "illustrator ",
    "inventor", "king ", "lead ", "leader of ", "manager", "mathematician from ", "mayor ", "minister ", "mr ",
    "mrs ", "ms ", "novel", "nurse ", "officer", "olympi", "paralympi", "parent ", "playwright", "poet ",
    "president", "prime minister", "pta ", "queen ", "reverend ", "saint ", "scientist", "secretary", "senco",
    "singer ", "staff", "story by ", "teacher", "trainer", "vicar ", "written by ",
];

/// Needs, health and pictures: what schools write of pupils, and a list of them would not have to say. Beginnings of words, sorted.
#[rustfmt::skip]
const CARE: [&str; 62] = [
    "absen", "adhd", "allerg", "anaphyla", "antihistamine", "anxi", "asthma", "autis", "behaviour", "bullied",
    "bullying", "cerebral palsy", "child protection", "coeliac", "counsell", "detention", "diabet", "dietary",
    "dyslexi", "dysprax", "eczema", "ehc plan", "ehcp", "epilep", "epipen", "excluded", "exclusion", "first aid",
    "foster", "free school meals", "from left", "fsm ", "hearing aid", "hearing impair", "inhaler", "insulin",
    "intervention", "left to right", "looked after", "medical", "medication", "medicine", "mobility", "nut free",
    "occupational therap", "one to one", "photo ", "photo of ", "photograph of ", "picture ", "picture of ",
    "pictured", "pupil premium", "safeguarding", "seizure", "sen register", "sen support", "social worker",
    "special educational", "special needs", "speech and language", "wheelchair",
];

/// Whether these words are of somebody's needs, health or picture.
pub(super) fn care(before: &str, after: &str) -> bool {
    [before, after].into_iter().any(|words| {
        starts(words, &CARE_LETTERS).any(|(rest, from, to)| CARE[from..to].iter().any(|phrase| begins(rest, phrase)))
    })
}

/// Phrases right before a child's name.
#[rustfmt::skip]
static ANNOUNCING: [&str; 32] = [
    " head girl is ", " head boy is ", " captain is ", " winner was ", " prize for ", " goalscorer ",
    " well done to ", " well done ", " congratulations to ", " congratulations ", " awarded to ", " presented to ",
    " goes to ", " went to ", " thank you to ", " thanks to ", " star of the week ", " birthday to ", " birthday ",
    " pupil ", " pupils ", " captain ", " winner ", " winners ", " winner is ", " by our pupil ", " goals from ",
    " goal from ", " scored by ", " student ", " son ", " daughter ",
];

/// Where the phrases of each first letter begin and end in a sorted list.
const fn child_letters() -> [(u8, u8); 26] {
    let mut letters = [(0, 0); 26];
    let mut at = 0;
    while at < CHILD.len() {
        let letter = (CHILD[at].0.as_bytes()[0] - b'a') as usize;
        if letters[letter].1 == 0 {
            letters[letter].0 = at as u8;
        }
        at += 1;
        letters[letter].1 = at as u8;
    }
    letters
}

/// See [`child_letters`].
const fn letters(list: &[&str]) -> [(u8, u8); 26] {
    let mut letters = [(0, 0); 26];
    let mut at = 0;
    while at < list.len() {
        let letter = (list[at].as_bytes()[0] - b'a') as usize;
        if letters[letter].1 == 0 {
            letters[letter].0 = at as u8;
        }
        at += 1;
        letters[letter].1 = at as u8;
    }
    letters
}

static CHILD_LETTERS: [(u8, u8); 26] = child_letters();
static ADULT_LETTERS: [(u8, u8); 26] = letters(&ADULT);
static CARE_LETTERS: [(u8, u8); 26] = letters(&CARE);

/// Where words begin, each after a space, and the part of a list with their first letter.
fn starts<'a>(words: &'a str, letters: &'static [(u8, u8); 26]) -> impl Iterator<Item = (&'a str, usize, usize)> {
    memchr::memchr_iter(b' ', words.as_bytes()).filter_map(move |space| {
        let rest = words.get(space + 1..)?;
        let letter = rest.bytes().next()?.checked_sub(b'a')?;
        let (from, to) = *letters.get(usize::from(letter))?;
        (to > from).then_some((rest, usize::from(from), usize::from(to)))
    })
}

/// Whether a text begins with a phrase whose first letter it has: the second tells most of them apart.
fn begins(rest: &str, phrase: &str) -> bool {
    rest.as_bytes().get(1) == phrase.as_bytes().get(1) && rest.starts_with(phrase)
}

/// What makes a name between these words a child's, the strongest reason first.
pub(super) fn child(before: &str, after: &str) -> Option<ChildContext> {
    let rank = |context: &ChildContext| match context {
        Age => 0,
        Family => 1,
        Award => 2,
        Team => 3,
        Pupil => 4,
        Class => 5,
    };
    [before, after]
        .into_iter()
        .flat_map(|words| starts(words, &CHILD_LETTERS))
        .flat_map(|(rest, from, to)| CHILD[from..to].iter().filter(move |(phrase, _)| begins(rest, phrase)))
        .map(|(_, context)| *context)
        .min_by_key(rank)
}

/// Whether these words make a name beside them an adult's.
pub(super) fn adult(words: &str) -> bool {
    starts(words, &ADULT_LETTERS).any(|(rest, from, to)| ADULT[from..to].iter().any(|word| begins(rest, word)))
}

/// Whether these words say that a child's name comes next.
pub(super) fn announce_child(before: &str) -> bool {
    // The letter before the space at its end tells most of them apart.
    let letter = before.bytes().rev().nth(1);
    ANNOUNCING.iter().any(|phrase| phrase.bytes().rev().nth(1) == letter && before.ends_with(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        assert!(CHILD.is_sorted_by_key(|(phrase, _)| *phrase) && ADULT.is_sorted() && CARE.is_sorted());
    }

    #[test]
    fn phrases_are_found_at_the_start_of_words() {
        assert_eq!(child(" he won the cup ", " "), Some(Award));
        assert_eq!(child(" ", " awards "), None);
        assert_eq!(child(" well done to ", " congratulations "), Some(Award));
        assert!(adult(" our headteacher ") && !adult(" smr smith "));
    }
}
