//! The words before digits that say whether they are a telephone number.

const PHONE_WORDS: [&str; 18] = [
    "tel",
    "telephone",
    "phone",
    "mobile",
    "mob",
    "call",
    "ring",
    "fax",
    "text",
    "whatsapp",
    "sms",
    "number",
    "landline",
    "cell",
    "on",
    "t",
    "m",
    "contact",
];

/// Whether the words right before say that a telephone number follows.
pub(super) fn announced(text: &str, start: usize) -> bool {
    let words = words_before(text, start);
    let mut last = words.iter().rev();
    let Some(first) = last.next() else { return false };
    // "call the office on 960123": the verb may stand a few words before.
    match first.as_str() {
        "on" | "no" | "number" | "is" | "us" => words
            .iter()
            .rev()
            .take(6)
            .any(|word| PHONE_WORDS[..14].contains(&word.as_str()) && word != "number" && word != "text"),
        "t" | "m" => text.get(..start).is_some_and(|front| front.trim_end().ends_with([':', '.'])),
        word => PHONE_WORDS[..14].contains(&word) && word != "number" && word != "text",
    }
}

/// Whether the words right before say that it is something else.
#[rustfmt::skip]
pub(super) fn named_otherwise(text: &str, start: usize) -> bool {
    words_before(text, start).iter().rev().take(2).any(|word| {
        matches!(
            word.as_str(),
            "isbn" | "issn" | "urn" | "upn" | "uln" | "invoice" | "sort" | "vat" | "company" | "charity" | "id"
            | "serial" | "barcode" | "ean" | "licence" | "policy" | "candidate" | "centre" | "dfe" | "laestab"
            | "ukprn" | "code" | "pin" | "iban" | "sku" | "product" | "model" | "catalogue" | "meter"
        )
    })
}

/// Whether a word right before says that it may be something else, which numbers written like one outweigh: "my registered
/// 077 0090 0123", "the account's 07700 900123".
#[rustfmt::skip]
pub(super) fn perhaps_named_otherwise(text: &str, start: usize) -> bool {
    words_before(text, start).iter().rev().take(2).any(|word| {
        matches!(
            word.as_str(),
            "ref" | "reference" | "order" | "account" | "acc" | "registered" | "membership" | "booking" | "item"
            | "case" | "ticket"
        )
    })
}

fn words_before(text: &str, start: usize) -> Vec<String> {
    let mut from = start.saturating_sub(48);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let front = text.get(from..start).unwrap_or_default();
    let line = front.rsplit('\n').next().unwrap_or_default();
    line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}
