//! Reads one Fluent file into messages made of plain pieces, refusing every Fluent feature the emitter does not know.

use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey},
    parser,
    unicode::unescape_unicode_to_string,
};

use crate::plurals;

/// A message or term of one language.
#[derive(Debug)]
pub(crate) struct Message {
    /// Its id; a term's begins with a hyphen.
    pub(crate) id: String,
    /// The file it stands in, below `locales/`: `en/shared.ftl`.
    pub(crate) file: String,
    /// The Fluent comment above it.
    pub(crate) comment: String,
    /// What it says.
    pub(crate) pieces: Vec<Piece>,
}

/// A part of what a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Fixed words.
    Words(String),
    /// `{ $name }`
    Hole(String),
    /// `{ NUMBER($name) }`
    Number(String),
    /// `{ other-message }` or `{ -term }`
    Refer(String),
    /// `{ $name -> [key] … *[default] … }`
    Choice(Choice),
}

/// A select expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The variable it looks at.
    pub(crate) hole: String,
    /// Whether it looks at a number (plural categories, exact numbers) or at a word.
    pub(crate) counted: bool,
    /// The variants but the default one.
    pub(crate) cases: Vec<(Key, Vec<Piece>)>,
    /// The variant marked `*`.
    pub(crate) otherwise: Vec<Piece>,
}

/// The key of a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// `[3]`
    Exactly(u64),
    /// `[one]` of a count
    Category(String),
    /// `[group]` of a word
    Word(String),
}

/// Why a catalogue was refused. Every variant names where.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub(crate) enum CatalogueError {
    #[error("{file}, line {line}: not Fluent: {why}")]
    Syntax { file: String, line: usize, why: String },
    #[error("{file}: message `{id}`: {why}")]
    Message { file: String, id: String, why: String },
    #[error("message `{id}` stands twice: in {first} and in {second}")]
    Twice { id: String, first: String, second: String },
}

/// Reads the messages and terms of one file, in `language` (a tag).
pub(crate) fn read(file: &str, language: &str, source: &str) -> Result<Vec<Message>, CatalogueError> {
    let resource = parser::parse(source).map_err(|(_, errors)| {
        let (at, why) = errors.first().map_or((0, String::new()), |e| (e.pos.start, e.to_string()));
        let line = source.get(..at).unwrap_or_default().matches('\n').count() + 1;
        CatalogueError::Syntax { file: file.into(), line, why }
    })?;
    let mut messages = Vec::new();
    for entry in &resource.body {
        let (id, pattern, attributes, comment) = match entry {
            Entry::Message(m) => (m.id.name.to_owned(), m.value.as_ref(), &m.attributes, &m.comment),
            Entry::Term(t) => (format!("-{}", t.id.name), Some(&t.value), &t.attributes, &t.comment),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
            Entry::Junk { content } => {
                return Err(CatalogueError::Syntax {
                    file: file.into(),
                    line: 0,
                    why: format!("cannot be read: {content}"),
                });
            }
        };
        let refuse = |why: String| CatalogueError::Message { file: file.into(), id: id.clone(), why };
        if !attributes.is_empty() {
            return Err(refuse("attributes are not supported; make it a message of its own".into()));
        }
        let pattern = pattern.ok_or_else(|| refuse("it says nothing".into()))?;
        let pieces = pieces(pattern, language).map_err(refuse)?;
        let comment = comment.as_ref().map(|c| c.content.join("\n")).unwrap_or_default();
        messages.push(Message { id, file: file.into(), comment, pieces });
    }
    Ok(messages)
}

/// Marks that steer the direction of text; none is wanted, least of all in attributes and subjects.
const BIDI_MARKS: [char; 5] = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{200E}'];

fn pieces(pattern: &Pattern<&str>, language: &str) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    for element in &pattern.elements {
        let piece = match element {
            PatternElement::TextElement { value } => Piece::Words((*value).to_owned()),
            PatternElement::Placeable { expression } => from_expression(expression, language)?,
        };
        match (piece, pieces.last_mut()) {
            (Piece::Words(more), Some(Piece::Words(words))) => words.push_str(&more),
            (piece, _) => pieces.push(piece),
        }
    }
    for piece in &pieces {
        if let Piece::Words(words) = piece {
            if words.contains(BIDI_MARKS) {
                return Err("it holds a mark for the direction of text".into());
            }
            if words.contains(['<', '>']) {
                return Err("it holds `<` or `>`: messages are plain text, markup is in `pages`".into());
            }
        }
    }
    Ok(pieces)
}

fn from_expression(expression: &Expression<&str>, language: &str) -> Result<Piece, String> {
    match expression {
        Expression::Inline(inline) => from_inline(inline, language),
        Expression::Select { selector, variants } => choice(selector, variants, language),
    }
}

fn from_inline(inline: &InlineExpression<&str>, language: &str) -> Result<Piece, String> {
    match inline {
        InlineExpression::StringLiteral { value } => Ok(Piece::Words(unescape_unicode_to_string(value).into_owned())),
        InlineExpression::NumberLiteral { value } => Ok(Piece::Words((*value).to_owned())),
        InlineExpression::VariableReference { id } => Ok(Piece::Hole(id.name.to_owned())),
        InlineExpression::FunctionReference { id, arguments } => {
            counted_variable(id.name, arguments).map(Piece::Number)
        }
        InlineExpression::MessageReference { id, attribute: None } => Ok(Piece::Refer(id.name.to_owned())),
        InlineExpression::TermReference { id, attribute: None, arguments: None } => {
            Ok(Piece::Refer(format!("-{}", id.name)))
        }
        InlineExpression::Placeable { expression } => from_expression(expression, language),
        InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => {
            Err(format!("the reference to `{}` has arguments or an attribute, which are not supported", id.name))
        }
    }
}

fn counted_variable(function: &str, arguments: &CallArguments<&str>) -> Result<String, String> {
    match (function, arguments.positional.as_slice(), arguments.named.as_slice()) {
        ("NUMBER", [InlineExpression::VariableReference { id }], []) => Ok(id.name.to_owned()),
        ("NUMBER", ..) => Err("NUMBER() takes one variable and nothing else".into()),
        _ => Err(format!("the function {function}() is not supported")),
    }
}

fn choice(selector: &InlineExpression<&str>, variants: &[Variant<&str>], language: &str) -> Result<Piece, String> {
    let (hole, surely_counted) = match selector {
        InlineExpression::VariableReference { id } => (id.name.to_owned(), false),
        InlineExpression::FunctionReference { id, arguments } => (counted_variable(id.name, arguments)?, true),
        _ => return Err("a selection looks at a variable or at NUMBER() of one".into()),
    };
    let counted = surely_counted
        || variants.iter().all(|variant| match variant.key {
            VariantKey::NumberLiteral { .. } => true,
            VariantKey::Identifier { name } => plurals::CATEGORIES.contains(&name),
        });
    let mut cases: Vec<(Key, Vec<Piece>)> = Vec::new();
    let mut otherwise = None;
    for variant in variants {
        let key = key(&variant.key, counted, language).map_err(|why| format!("${hole}: {why}"))?;
        if cases.iter().any(|(earlier, _)| *earlier == key) {
            return Err(format!("${hole}: the same key stands twice"));
        }
        let says = pieces(&variant.value, language)?;
        if variant.default {
            otherwise = Some(says);
        } else {
            cases.push((key, says));
        }
    }
    let otherwise = otherwise.ok_or_else(|| format!("${hole}: no default variant"))?;
    Ok(Piece::Choice(Choice { hole, counted, cases, otherwise }))
}

fn key(key: &VariantKey<&str>, counted: bool, language: &str) -> Result<Key, String> {
    match *key {
        VariantKey::NumberLiteral { value } if counted => {
            value.parse().map(Key::Exactly).map_err(|_| format!("`{value}` is not a whole number from 0 up"))
        }
        VariantKey::NumberLiteral { value } => Err(format!("`{value}` is a number among words")),
        VariantKey::Identifier { name } if !counted => Ok(Key::Word(name.to_owned())),
        VariantKey::Identifier { name } => {
            if plurals::categories(language).contains(&name) {
                Ok(Key::Category(name.to_owned()))
            } else {
                Err(format!("`{name}` is not a plural category of `{language}`"))
            }
        }
    }
}
