//! Puts the catalogues of all languages side by side: resolves references, finds out what each hole takes, and
//! decides what is said where a translation is missing or does not fit.

use std::collections::BTreeMap;

use crate::catalogue::{CatalogueError, Choice, Message, Piece};

/// The language every message is written in first, and falls back to.
pub(crate) const FIRST: &str = "en";

/// What a hole takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Only mentioned, never counted or chosen by: any word, or the number if English counts it.
    Mentioned,
    /// A number: `u64`.
    Counted,
    /// A word that variants are chosen by: `&str`.
    Chosen,
}

/// The holes of a message and what each takes, in order of first appearance.
pub(crate) type Holes = Vec<(String, Kind)>;

/// A message as the emitter needs it.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) comment: String,
    /// Those of the English message.
    pub(crate) holes: Holes,
    /// What it says by language tag, every language of the installation.
    pub(crate) says: BTreeMap<String, Vec<Piece>>,
}

/// A message as it stands in a catalogue, for the tests that compare languages.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) language: String,
    pub(crate) file: String,
    pub(crate) holes: Holes,
    pub(crate) empty: bool,
}

/// Everything `emit` writes down.
#[derive(Debug, Default)]
pub(crate) struct Compiled {
    pub(crate) entries: Vec<Entry>,
    pub(crate) rows: Vec<Row>,
    /// What is untranslated or does not fit, one sentence each. The tests demand that there is none.
    pub(crate) lacking: Vec<String>,
}

/// Compares and resolves the catalogues, given by language tag.
pub(crate) fn compile(catalogues: BTreeMap<String, Vec<Message>>) -> Result<Compiled, CatalogueError> {
    let languages: Vec<String> = catalogues.keys().cloned().collect();
    let mut resolved: BTreeMap<String, Vec<(Message, Holes)>> = BTreeMap::new();
    for (language, messages) in catalogues {
        resolved.insert(language, resolve(messages)?);
    }
    let mut compiled = Compiled::default();
    for (language, messages) in &resolved {
        for (message, holes) in messages {
            compiled.rows.push(Row {
                id: message.id.clone(),
                language: language.clone(),
                file: message.file.clone(),
                holes: holes.clone(),
                empty: is_empty(&message.pieces),
            });
        }
    }
    let first = resolved.remove(FIRST).unwrap_or_default();
    for (english, holes) in first {
        let mut says = BTreeMap::from([(FIRST.to_owned(), english.pieces.clone())]);
        for language in languages.iter().filter(|l| *l != FIRST) {
            let theirs = resolved.get(language).and_then(|m| m.iter().find(|(m, _)| m.id == english.id));
            let pieces = match theirs {
                None => {
                    compiled.lacking.push(format!("`{}` is not translated to `{language}`", english.id));
                    &english.pieces
                }
                Some((message, theirs)) => match misfit(&holes, theirs) {
                    None => &message.pieces,
                    Some(why) => {
                        compiled.lacking.push(format!("{}: `{}`: {why}", message.file, message.id));
                        &english.pieces
                    }
                },
            };
            says.insert(language.clone(), pieces.clone());
        }
        compiled.entries.push(Entry { id: english.id, comment: english.comment, holes, says });
    }
    for (message, _) in resolved.into_values().flatten() {
        if !compiled.entries.iter().any(|entry| entry.id == message.id) {
            compiled.lacking.push(format!("{}: `{}` does not exist in English", message.file, message.id));
        }
    }
    Ok(compiled)
}

/// Why a translation cannot stand where the English does.
fn misfit(english: &[(String, Kind)], theirs: &[(String, Kind)]) -> Option<String> {
    for (name, _) in english {
        if !theirs.iter().any(|(other, _)| other == name) {
            return Some(format!("it leaves out ${name}"));
        }
    }
    theirs.iter().find_map(|(name, kind)| match english.iter().find(|(other, _)| other == name) {
        None => Some(format!("English has no ${name}")),
        Some((_, Kind::Counted)) if *kind == Kind::Chosen => {
            Some(format!("${name} is a number in English and a word here"))
        }
        Some((_, english)) if *kind == Kind::Counted && *english != Kind::Counted => {
            Some(format!("${name} is counted here; write NUMBER(${name}) in English"))
        }
        Some(_) => None,
    })
}

/// Replaces references by what they refer to, drops the terms, and finds the holes.
fn resolve(messages: Vec<Message>) -> Result<Vec<(Message, Holes)>, CatalogueError> {
    let mut by_id: BTreeMap<String, Message> = BTreeMap::new();
    for message in messages {
        if let Some(first) = by_id.get(&message.id) {
            return Err(CatalogueError::Twice { id: message.id, first: first.file.clone(), second: message.file });
        }
        by_id.insert(message.id.clone(), message);
    }
    let mut resolved = Vec::new();
    for message in by_id.values().filter(|m| !m.id.starts_with('-')) {
        let refuse = |why| CatalogueError::Message { file: message.file.clone(), id: message.id.clone(), why };
        let mut pieces = Vec::new();
        expand(&message.pieces, &by_id, &mut vec![&message.id], &mut pieces).map_err(refuse)?;
        let mut holes = Vec::new();
        find_holes(&pieces, &mut holes).map_err(refuse)?;
        let (id, file, comment) = (message.id.clone(), message.file.clone(), message.comment.clone());
        resolved.push((Message { id, file, comment, pieces }, holes));
    }
    Ok(resolved)
}

fn expand<'a>(
    pieces: &'a [Piece],
    all: &'a BTreeMap<String, Message>,
    within: &mut Vec<&'a str>,
    out: &mut Vec<Piece>,
) -> Result<(), String> {
    for piece in pieces {
        match piece {
            Piece::Refer(id) => {
                if within.contains(&id.as_str()) {
                    return Err(format!("it refers to itself through `{id}`"));
                }
                let message = all.get(id).ok_or_else(|| format!("it refers to `{id}`, which does not exist"))?;
                within.push(id);
                expand(&message.pieces, all, within, out)?;
                within.pop();
            }
            Piece::Choice(choice) => {
                let mut cases = Vec::new();
                for (key, says) in &choice.cases {
                    let mut expanded = Vec::new();
                    expand(says, all, within, &mut expanded)?;
                    cases.push((key.clone(), expanded));
                }
                let mut otherwise = Vec::new();
                expand(&choice.otherwise, all, within, &mut otherwise)?;
                out.push(Piece::Choice(Choice { cases, otherwise, ..choice.clone() }));
            }
            Piece::Words(more) => match out.last_mut() {
                Some(Piece::Words(words)) => words.push_str(more),
                _ => out.push(piece.clone()),
            },
            Piece::Hole(_) | Piece::Number(_) => out.push(piece.clone()),
        }
    }
    Ok(())
}

fn find_holes(pieces: &[Piece], holes: &mut Holes) -> Result<(), String> {
    for piece in pieces {
        match piece {
            Piece::Words(_) | Piece::Refer(_) => {}
            Piece::Hole(name) => note(name, Kind::Mentioned, holes)?,
            Piece::Number(name) => note(name, Kind::Counted, holes)?,
            Piece::Choice(choice) => {
                let kind = if choice.counted { Kind::Counted } else { Kind::Chosen };
                note(&choice.hole, kind, holes)?;
                for (_, says) in &choice.cases {
                    find_holes(says, holes)?;
                }
                find_holes(&choice.otherwise, holes)?;
            }
        }
    }
    Ok(())
}

fn note(name: &str, kind: Kind, holes: &mut Holes) -> Result<(), String> {
    match holes.iter_mut().find(|(known, _)| known == name) {
        None => holes.push((name.to_owned(), kind)),
        Some((_, known)) if *known == Kind::Mentioned => *known = kind,
        Some((_, known)) if kind != Kind::Mentioned && *known != kind => {
            return Err(format!("${name} is a number in one place and a word in another"));
        }
        Some(_) => {}
    }
    Ok(())
}

/// Whether some reader may get nothing but white space.
fn is_empty(pieces: &[Piece]) -> bool {
    pieces.iter().all(|piece| match piece {
        Piece::Words(words) => words.trim().is_empty(),
        Piece::Choice(choice) => is_empty(&choice.otherwise) || choice.cases.iter().any(|(_, says)| is_empty(says)),
        Piece::Hole(_) | Piece::Number(_) | Piece::Refer(_) => false,
    })
}
