//! The words before digits that say whether they are a telephone number.

const PHONE_WORDS: [&str; 12] =
    ["tel", "telephone", "phone", "mobile", "mob", "call", "ring", "fax", "whatsapp", "sms", "landline", "cell"];

/// Words that say that the digits are something else.
#[rustfmt::skip]
const OTHERWISE: [&str; 29] = [
    "isbn", "issn", "urn", "upn", "uln", "invoice", "sort", "vat", "company", "charity", "id", "serial", "barcode", "ean",
    "licence", "policy", "candidate", "centre", "dfe", "laestab", "ukprn", "code", "pin", "iban", "sku", "product", "model",
    "catalogue", "meter",
];

/// Words that say that they may be something else.
#[rustfmt::skip]
const PERHAPS_OTHERWISE: [&str; 11] = [
    "ref", "reference", "order", "account", "acc", "registered", "membership", "booking", "item", "case", "ticket",
];

/// Whether the words right before say that a telephone number follows.
pub(super) fn announced(text: &str, start: usize) -> bool {
    let mut words = words_before(text, start);
    let Some(first) = words.next() else { return false };
    // "call the office on 960123": the verb may stand a few words before.
    if is_one_of(first, &["on", "no", "number", "is", "us"]) {
        return words.take(5).any(|word| is_one_of(word, &PHONE_WORDS));
    }
    if is_one_of(first, &["t", "m"]) {
        return text.get(..start).is_some_and(|front| front.trim_end().ends_with([':', '.']));
    }
    is_one_of(first, &PHONE_WORDS)
}

/// Whether the words right before say that it is something else.
pub(super) fn named_otherwise(text: &str, start: usize) -> bool {
    words_before(text, start).take(2).any(|word| is_one_of(word, &OTHERWISE))
}

/// Whether a word right before says that it may be something else, which numbers written like one outweigh: "my registered
/// 077 0090 0123", "the account's 07700 900123".
pub(super) fn perhaps_named_otherwise(text: &str, start: usize) -> bool {
    words_before(text, start).take(2).any(|word| is_one_of(word, &PERHAPS_OTHERWISE))
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// The words before on the same line, the nearest first.
fn words_before(text: &str, start: usize) -> impl Iterator<Item = &str> {
    let mut from = start.saturating_sub(48);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let front = text.get(from..start).unwrap_or_default();
    let line = front.rsplit('\n').next().unwrap_or_default();
    line.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
