//! Lists of facts about words: forenames given in the United Kingdom, names that are also words, words that are no surname.
//!
//! Each is a sorted file of normal forms, one a line, searched in place: nothing is built when an instance starts.

/// Forenames of many origins that are common in the United Kingdom (the facts of the baby-name statistics of the Office for
/// National Statistics and of everyday knowledge; a list of names, without counts, and of no person).
static FORENAMES: &str = include_str!("../../data/forenames.txt");
/// Names of people that are also words, months, colours, places or things.
static WORDS: &str = include_str!("../../data/words.txt");
/// Words that stand with a capital in what schools write, and are no surname there.
static NOT_SURNAMES: &str = include_str!("../../data/not-surnames.txt");

/// Whether a sorted list of lines holds a line.
fn holds(list: &str, word: &[u8]) -> bool {
    let list = list.as_bytes();
    let (mut low, mut high) = (0, list.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = memchr::memrchr(b'\n', &list[low..middle]).map_or(low, |at| low + at + 1);
        let end = memchr::memchr(b'\n', &list[start..]).map_or(list.len(), |at| start + at);
        match list[start..end].cmp(word) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

/// Whether a normal form is a forename.
pub(crate) fn is_forename(normal: &[u8]) -> bool {
    holds(FORENAMES, normal)
}

/// Whether a name is also a word.
pub(crate) fn is_word(normal: &[u8]) -> bool {
    holds(WORDS, normal)
}

/// Whether a word with a capital is hardly a surname.
pub(crate) fn is_not_surname(normal: &[u8]) -> bool {
    holds(NOT_SURNAMES, normal)
}

/// Words of surnames that are no surname alone.
#[rustfmt::skip]
pub(crate) fn is_particle(normal: &[u8]) -> bool {
    matches!(
        normal,
        b"van" | b"von" | b"der" | b"den" | b"de" | b"del" | b"della" | b"di" | b"da" | b"dos" | b"das" | b"do"
        | b"du" | b"la" | b"le" | b"el" | b"al" | b"bin" | b"bint" | b"ibn" | b"ben" | b"abu" | b"ap" | b"ab"
        | b"ferch" | b"o" | b"mac" | b"mc" | b"ni" | b"nic" | b"st" | b"ter" | b"ten" | b"zu" | b"ur" | b"ul" | b"y"
        | b"e" | b"san" | b"santa" | b"af" | b"av" | b"an" | b"na" | b"t" | b"abd"
    )
}

/// Everyday words that neither begin nor end a name when they are written small.
#[rustfmt::skip]
pub(crate) fn is_function_word(normal: &[u8]) -> bool {
    match normal.len() {
        0 => true,
        1 => true,
        2 => matches!(
            normal,
            b"of" | b"to" | b"in" | b"is" | b"it" | b"on" | b"at" | b"as" | b"be" | b"by" | b"we" | b"he" | b"or"
            | b"if" | b"an" | b"us" | b"so" | b"up" | b"no" | b"my" | b"me" | b"am" | b"do" | b"go"
        ),
        3 => matches!(
            normal,
            b"the" | b"and" | b"for" | b"was" | b"are" | b"our" | b"you" | b"all" | b"has" | b"had" | b"his"
            | b"her" | b"who" | b"can" | b"not" | b"but" | b"out" | b"any" | b"how" | b"its" | b"she" | b"him"
            | b"did" | b"get"
        ),
        4 => matches!(
            normal,
            b"with" | b"that" | b"this" | b"have" | b"from" | b"they" | b"were" | b"your" | b"been" | b"them"
            | b"when" | b"what" | b"also" | b"than" | b"then" | b"each" | b"into" | b"more" | b"very" | b"their"
            | b"some"
        ),
        5 => matches!(
            normal,
            b"their" | b"there" | b"which" | b"would" | b"about" | b"these" | b"those" | b"other" | b"could" | b"after"
        ),
        _ => matches!(normal, b"school" | b"children" | b"please" | b"because" | b"should"),
    }
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
        for list in [FORENAMES, WORDS, NOT_SURNAMES] {
            assert!(list.lines().zip(list.lines().skip(1)).all(|(a, b)| a < b));
            assert!(list.lines().all(|word| holds(list, word.as_bytes())));
            assert!(!holds(list, b"") && !holds(list, b"zzzz") && !holds(list, b"aa"));
            assert!(list.lines().all(|word| super::super::normal::normal(word) == word));
        }
    }
}
