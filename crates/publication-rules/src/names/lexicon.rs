//! Lists of facts about words: forenames given in the United Kingdom, names that are also words, words that are no surname.
//!
//! Each is a sorted file of normal forms, one a line.

use super::facts::{Fact, Facts};

/// Forenames of many origins that are common in the United Kingdom (the facts of the baby-name statistics of the Office for
/// National Statistics and of everyday knowledge; a list of names, without counts, and of no person).
pub(super) const FORENAMES: &str = include_str!("../../data/forenames.txt");
/// Names of people that are also words, months, colours, places or things.
pub(super) const WORDS: &str = include_str!("../../data/words.txt");
/// Words that stand with a capital in what schools write, and are no surname there.
pub(super) const NOT_SURNAMES: &str = include_str!("../../data/not-surnames.txt");

/// Words of surnames that are no surname alone.
pub(crate) fn is_particle(normal: &[u8]) -> bool {
    Facts::of(normal).has(Fact::Particle)
}

/// Whether a word is a title that comes before an adult's name.
pub(crate) fn is_adult_title(normal: &[u8]) -> bool {
    Facts::of(normal).has(Fact::AdultTitle)
}

/// Whether a word is any title, a child's too.
pub(crate) fn is_title(normal: &[u8]) -> bool {
    Facts::of(normal).has(Fact::Title)
}

/// The usual short forms of a legal forename, by which a pupil may be known without the office's list saying so.
pub(crate) fn short_forms(forename: &str) -> &'static [&'static str] {
    match forename {
        "abigail" => &["abi", "abbie", "abby"],
        "alexander" => &["alex", "alec", "xander", "sandy"],
        "alexandra" => &["alex", "lexi", "sasha"],
        "alfred" => &["alfie", "fred"],
        "amelia" => &["amy", "millie"],
        "andrew" => &["andy", "drew"],
        "anthony" => &["tony", "ant"],
        "archibald" => &["archie"],
        "benjamin" => &["ben", "benji"],
        "cameron" => &["cam"],
        "catherine" | "katherine" | "kathryn" | "catrin" => &["kate", "katie", "cathy", "kat", "kathy"],
        "charles" => &["charlie"],
        "charlotte" => &["charlie", "lottie"],
        "christopher" => &["chris", "kit"],
        "daniel" => &["dan", "danny"],
        "david" | "dafydd" => &["dave", "dai", "davy"],
        "edward" => &["ed", "eddie", "ted", "teddy", "ned"],
        "eleanor" => &["ellie", "nell", "nora"],
        "elizabeth" | "elisabeth" => &["beth", "lizzie", "liz", "eliza", "ellie", "betsy", "libby", "lily"],
        "emily" | "emilia" => &["em", "millie", "emmy"],
        "frederick" | "frederic" => &["fred", "freddie", "freddy"],
        "gabriel" => &["gabe"],
        "gabriella" | "gabrielle" => &["gabi", "gabby", "ella"],
        "george" => &["georgie"],
        "georgina" | "georgia" => &["georgie", "gina"],
        "gregory" => &["greg"],
        "harold" | "henry" => &["harry", "hal"],
        "harrison" => &["harry"],
        "isabella" | "isabel" | "isabelle" | "isobel" => &["izzy", "bella", "issy", "belle"],
        "jacob" => &["jake"],
        "james" => &["jamie", "jim", "jimmy"],
        "jennifer" => &["jen", "jenny"],
        "jessica" => &["jess", "jessie"],
        "john" => &["johnny", "jack"],
        "jonathan" | "johnathan" => &["jon", "jonny", "johnny"],
        "joseph" => &["joe", "joey"],
        "josephine" => &["josie", "jo"],
        "joshua" => &["josh"],
        "leonard" | "leonardo" => &["leo", "len", "lenny"],
        "lucas" => &["luke"],
        "madeleine" | "madeline" | "madison" => &["maddie"],
        "margaret" => &["maggie", "meg", "peggy"],
        "matilda" => &["tilly", "tilda", "mattie"],
        "matthew" | "mateusz" => &["matt", "matty"],
        "maximilian" | "maxwell" => &["max"],
        "michael" => &["mike", "mick", "mikey"],
        "mohammed" | "muhammad" | "mohamed" | "mohammad" => &["mo"],
        "natalie" | "natasha" => &["nat", "tasha"],
        "nathaniel" | "nathan" => &["nat", "nate", "nathan"],
        "nicholas" => &["nick", "nicky"],
        "nicola" | "nicole" => &["nicky", "nikki"],
        "oliver" => &["ollie", "olly"],
        "olivia" => &["liv", "livvy"],
        "patrick" => &["pat", "paddy"],
        "penelope" => &["penny"],
        "peter" => &["pete"],
        "philip" | "phillip" => &["phil", "pip"],
        "philippa" => &["pippa", "pip"],
        "rebecca" => &["becky", "bex", "becca"],
        "richard" => &["rich", "rick", "dick", "ricky"],
        "robert" => &["rob", "bob", "bobby", "robbie"],
        "samuel" => &["sam", "sammy"],
        "samantha" => &["sam", "sammy"],
        "sebastian" => &["seb"],
        "stephen" | "steven" => &["steve", "stevie"],
        "susan" | "susannah" | "suzanne" => &["sue", "susie"],
        "theodore" => &["theo", "teddy", "ted"],
        "thomas" => &["tom", "tommy"],
        "timothy" => &["tim"],
        "victoria" => &["vicky", "tori"],
        "william" => &["will", "bill", "billy", "liam", "willie"],
        "zachary" => &["zac", "zach", "zak", "zack"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted_and_finds_each_of_its_words() {
        for (list, fact) in [(FORENAMES, Fact::Forename), (WORDS, Fact::Word), (NOT_SURNAMES, Fact::NotSurname)] {
            let holds = |word: &[u8]| Facts::of(word).has(fact);
            assert!(list.lines().zip(list.lines().skip(1)).all(|(a, b)| a < b));
            assert!(list.lines().all(|word| holds(word.as_bytes())));
            assert!(!holds(b"") && !holds(b"zzzz") && !holds(b"aa"));
            assert!(list.lines().all(|word| super::super::normal::normal(word) == word));
        }
    }
}
