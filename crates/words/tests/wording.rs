//! What the English catalogue may not say again: wordings that people who tried the pages stumbled over, each with what a
//! school says instead.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a failing helper is a failing test"
)]

use std::{fs, path::Path};

/// A wording, in lower case and as whole words, and what to write instead.
const BANNED: [(&str, &str); 14] = [
    ("e-mail", "email"),
    ("e-mails", "emails"),
    ("somebody", "someone"),
    ("somebody’s", "someone’s"),
    ("anybody", "anyone"),
    ("whom", "who, or another sentence"),
    ("stands", "is, or is shown"),
    ("counts", "what happens: is followed, is saved, is treated as no"),
    ("holds", "what happens: is valid, is allowed, contains"),
    ("am content", "am happy with this"),
    ("are content", "are happy with this"),
    ("people of the school", "staff"),
    ("typed in", "entered"),
    ("took out", "downloaded"),
];

/// The words of the catalogue's messages with file and line, without comments, names of messages and holes.
fn said() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en");
    let mut said = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        for (line, text) in (1..).zip(fs::read_to_string(&path).unwrap().lines()) {
            if !text.starts_with('#') {
                said.push((format!("{file}:{line}"), sentence(text)));
            }
        }
    }
    said
}

/// What is said on a line of a catalogue.
fn sentence(line: &str) -> String {
    let is_message = line.starts_with(|first: char| first.is_ascii_lowercase());
    let text = if is_message { line.split_once('=').map_or("", |(_, text)| text) } else { line };
    let mut outside = String::new();
    let mut depth = 0_usize;
    for sign in text.chars() {
        match sign {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(sign),
            _ => {}
        }
    }
    outside.to_lowercase()
}

/// Whether `sentence` says `wording` as whole words.
fn says(sentence: &str, wording: &str) -> bool {
    let is_inside = |sign: Option<char>| sign.is_some_and(|sign| sign.is_alphanumeric() || sign == '-');
    sentence.match_indices(wording).any(|(at, _)| {
        let (before, after) = (&sentence[..at], &sentence[at + wording.len()..]);
        !is_inside(before.chars().next_back()) && !is_inside(after.chars().next())
    })
}

#[test]
fn no_sentence_says_what_people_stumbled_over() {
    let said = said();
    assert!(said.len() > 1000, "the catalogue was not found");
    let wrong: Vec<String> = said
        .iter()
        .flat_map(|(place, sentence)| {
            let wrong = BANNED.iter().filter(|(wording, _)| says(sentence, wording));
            wrong.map(move |(wording, better)| format!("{place}: “{wording}”: write {better}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_banned_wording_is_found_as_whole_words_outside_holes_and_names() {
    assert!(says(&sentence("office-x = It counts from now on."), "counts"));
    assert!(says(&sentence("   *[other] Somebody has { $count } left."), "somebody"));
    assert!(!says(&sentence("settings-e-mail = Email"), "e-mail"));
    assert!(!says(&sentence("a = { $counts } discounts"), "counts"));
}
