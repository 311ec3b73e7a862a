//! Writes the compiled catalogues as Rust: one method of `Words` per message, and the table the tests read.

use std::fmt::Write as _;

use crate::{
    catalogue::{Choice, Key, Piece},
    languages::{Compiled, Entry, FIRST, Kind},
};

/// Words that cannot name a method or an argument.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Names of arguments that the generated bodies use themselves.
const TAKEN: &[&str] = &["out"];

/// The methods, as one `impl` block, or why they cannot be written.
pub(crate) fn methods(compiled: &Compiled) -> Result<String, String> {
    // Nobody reads the generated bodies, so only the house's own bans apply to them. A hole that a language does
    // not use is reported by the tests.
    let mut code = String::from("#[allow(clippy::all, unused_variables)]\nimpl Words {\n");
    for entry in &compiled.entries {
        method(entry, &mut code).map_err(|why| format!("message `{}`: {why}", entry.id))?;
    }
    code.push_str("}\n");
    Ok(code)
}

fn method(entry: &Entry, code: &mut String) -> Result<(), String> {
    let name = rust_name(&entry.id)?;
    let english = entry.says.get(FIRST).map(|p| in_brief(p)).unwrap_or_default();
    let mut doc = format!("```text\n{english}\n```");
    if !entry.comment.is_empty() {
        let _ = write!(doc, "\n\n{}", entry.comment);
    }
    let _ = writeln!(code, "    #[doc = {doc:?}]");
    let _ = write!(code, "    pub fn {name}(self");
    for (hole, kind) in &entry.holes {
        let kind = if *kind == Kind::Counted { "u64" } else { "&str" };
        let _ = write!(code, ", {}: {kind}", rust_name(hole)?);
    }
    let fixed = entry.holes.is_empty();
    let _ = writeln!(code, ") -> {} {{", if fixed { "&'static str" } else { "String" });
    let _ = writeln!(code, "        match self.language {{");
    for (language, pieces) in &entry.says {
        let _ = write!(code, "            {} => ", variant(language));
        if fixed {
            let _ = writeln!(code, "{:?},", in_brief(pieces));
        } else {
            code.push_str("{ let mut out = String::new(); ");
            body(pieces, language, entry, code)?;
            code.push_str("out }\n");
        }
    }
    code.push_str("        }\n    }\n");
    Ok(())
}

fn body(pieces: &[Piece], language: &str, entry: &Entry, code: &mut String) -> Result<(), String> {
    for piece in pieces {
        match piece {
            Piece::Words(words) => {
                let _ = write!(code, "out.push_str({words:?}); ");
            }
            Piece::Hole(name) | Piece::Number(name) => {
                let counted = entry.holes.iter().any(|(n, k)| n == name && *k == Kind::Counted);
                let name = rust_name(name)?;
                let _ = if counted {
                    write!(code, "out.push_str(&crate::numbers::number({name})); ")
                } else {
                    write!(code, "out.push_str({name}); ")
                };
            }
            Piece::Refer(id) => return Err(format!("`{id}` was left unresolved")),
            Piece::Choice(choice) => select(choice, language, entry, code)?,
        }
    }
    Ok(())
}

/// Exact numbers win over categories, as in Fluent.
fn select(choice: &Choice, language: &str, entry: &Entry, code: &mut String) -> Result<(), String> {
    let name = rust_name(&choice.hole)?;
    let _ = write!(code, "match {name} {{ ");
    for (key, says) in &choice.cases {
        match key {
            Key::Exactly(number) => {
                let _ = write!(code, "{number} => {{ ");
            }
            Key::Word(word) => {
                let _ = write!(code, "{word:?} => {{ ");
            }
            Key::Category(_) => continue,
        }
        body(says, language, entry, code)?;
        code.push_str("} ");
    }
    let categories: Vec<_> = choice
        .cases
        .iter()
        .filter_map(|(key, says)| match key {
            Key::Category(category) => Some((category, says)),
            Key::Exactly(_) | Key::Word(_) => None,
        })
        .collect();
    code.push_str("_ => { ");
    if categories.is_empty() {
        body(&choice.otherwise, language, entry, code)?;
    } else {
        let _ = write!(code, "match crate::plural::Plural::of({}, {name}) {{ ", variant(language));
        for (category, says) in categories {
            let _ = write!(code, "crate::plural::Plural::{} => {{ ", capitalised(category));
            body(says, language, entry, code)?;
            code.push_str("} ");
        }
        code.push_str("_ => { ");
        body(&choice.otherwise, language, entry, code)?;
        code.push_str("} } ");
    }
    code.push_str("} } ");
    Ok(())
}

/// The message in one line of plain text per line: the doc comment, and the whole of a message without holes.
fn in_brief(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Hole(name) | Piece::Number(name) => {
                let _ = write!(text, "{{{name}}}");
            }
            Piece::Refer(id) => text.push_str(id),
            Piece::Choice(choice) => {
                let _ = write!(text, "{{{}:", choice.hole);
                for (key, says) in &choice.cases {
                    let key = match key {
                        Key::Exactly(number) => number.to_string(),
                        Key::Category(word) | Key::Word(word) => word.clone(),
                    };
                    let _ = write!(text, " [{key}] {}", in_brief(says));
                }
                let _ = write!(text, " [otherwise] {}}}", in_brief(&choice.otherwise));
            }
        }
    }
    text
}

/// The table of all catalogues, and the list of what is lacking.
pub(crate) fn table(compiled: &Compiled) -> String {
    let mut code = String::from("pub(crate) const ROWS: &[Row] = &[\n");
    for row in &compiled.rows {
        let _ = write!(
            code,
            "    Row {{ id: {:?}, language: {}, file: {:?}, empty: {}, holes: &[",
            row.id,
            variant(&row.language),
            row.file,
            row.empty
        );
        for (name, _) in &row.holes {
            let _ = write!(code, "{name:?}, ");
        }
        code.push_str("] },\n");
    }
    code.push_str("];\npub(crate) const LACKING: &[&str] = &[\n");
    for sentence in &compiled.lacking {
        let _ = writeln!(code, "    {sentence:?},");
    }
    code.push_str("];\n");
    code
}

fn rust_name(name: &str) -> Result<String, String> {
    let rust = name.replace('-', "_");
    if rust.chars().any(|c| c.is_ascii_uppercase()) {
        return Err(format!("`{name}`: names are in small letters"));
    }
    if KEYWORDS.contains(&rust.as_str()) || TAKEN.contains(&rust.as_str()) {
        return Err(format!("`{name}` is a word of Rust's own or of the generated code; choose another"));
    }
    Ok(rust)
}

/// `cy` -> `Language::Cy`
fn variant(language: &str) -> String {
    format!("Language::{}", capitalised(language))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|c| c.to_ascii_uppercase()).into_iter().chain(letters).collect()
}
