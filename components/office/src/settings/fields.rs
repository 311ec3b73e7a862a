//! Fields that several pages have: texts in every language, lists with one entry a line; and what is wrong with them.

use std::{borrow::Cow, collections::BTreeMap};

use pages::{Body, TextArea, TextInput};
use profiles::{ChangeProblem, CrestProblem, Problem};
use school_types::{Language, Text};
use web::{FieldError, Fields};
use words::Words;

use super::form::{Shown, Wrong};

/// The longest name or title, in characters: `profiles` takes no longer.
pub(super) const TITLE: usize = 80;
/// The longest other text.
pub(super) const TEXT: usize = 400;

/// What is wrong with what was typed.
pub(super) fn wrong_said(w: Words, error: FieldError) -> String {
    match error {
        FieldError::Missing => w.settings_wrong_missing().to_owned(),
        FieldError::NotAChoice | FieldError::Duplicated => w.settings_wrong_choice().to_owned(),
        FieldError::TooLong { max } => w.settings_wrong_long(max as u64),
        FieldError::NotAnEmail => w.settings_wrong_email().to_owned(),
        FieldError::BadCharacters | FieldError::NotDigits { .. } | FieldError::Wrong => {
            w.settings_wrong_characters().to_owned()
        }
    }
}

/// Keeps what was read well, or notes what is wrong with it.
pub(super) fn take<T>(
    w: Words,
    wrong: &mut Vec<Wrong>,
    name: impl Into<Cow<'static, str>>,
    read: Result<T, FieldError>,
) -> Option<T> {
    read.map_err(|error| wrong.push((name.into(), wrong_said(w, error)))).ok()
}

/// What the profile finds wrong with a change, with the profile's name of the field.
pub(super) fn problem_said(w: Words, problem: &ChangeProblem) -> (String, String) {
    match problem {
        ChangeProblem::Name(_) => ("name".to_owned(), w.settings_wrong_missing().to_owned()),
        ChangeProblem::NoSuchPurpose(_) | ChangeProblem::PurposeExists(_) | ChangeProblem::PurposeRetired(_) => {
            (String::new(), w.settings_wrong_choice().to_owned())
        }
        ChangeProblem::Profile(error) => (error.field.clone(), profile_problem(w, &error.field, &error.problem)),
    }
}

fn profile_problem(w: Words, field: &str, problem: &Problem) -> String {
    match problem {
        Problem::Empty | Problem::EmptyText(_) => w.settings_wrong_missing().to_owned(),
        Problem::NotWritten(language) => w.settings_wrong_not_written(language_said(w, *language), field),
        Problem::TooLong(_, max) => w.settings_wrong_long(*max as u64),
        Problem::NotOneLine(_) => w.settings_wrong_characters().to_owned(),
        Problem::Twice(line) => w.settings_wrong_twice(line),
        Problem::NotATelephone(_) => w.settings_wrong_telephone().to_owned(),
        Problem::NotAnEmail(_) => w.settings_wrong_email().to_owned(),
        Problem::NotAnAddress => w.settings_wrong_address().to_owned(),
        Problem::NotAnOrigin(line) => w.settings_wrong_origin(line),
        Problem::TooManyOrigins(max) => w.settings_wrong_origins_many(*max as u64),
        Problem::NoHint => w.settings_view_hint_missing().to_owned(),
        Problem::Crest(problem) => crest_problem(w, problem),
        other => w.settings_wrong_value(&other.to_string()),
    }
}

/// Why a drawing is not taken.
pub(super) fn crest_problem(w: Words, problem: &CrestProblem) -> String {
    match problem {
        CrestProblem::TooLarge => w.settings_crest_large(profiles::Crest::MAX_BYTES as u64),
        CrestProblem::NotXml(_) | CrestProblem::NotSvg => w.settings_crest_not_svg().to_owned(),
        CrestProblem::NoViewBox => w.settings_crest_no_view_box().to_owned(),
        CrestProblem::Element(name) => w.settings_crest_element(name),
        CrestProblem::Attribute(name) => w.settings_crest_attribute(name),
        CrestProblem::Address(name) => w.settings_crest_elsewhere(name),
    }
}

/// A language's name in the reader's language.
pub(super) fn language_said(w: Words, language: Language) -> &'static str {
    match language {
        Language::En => w.settings_language_en(),
        Language::Cy => w.settings_language_cy(),
    }
}

/// English, which every text falls back to, and whatever else the school offers.
pub(super) fn languages(offered: &[Language]) -> Vec<Language> {
    Language::ALL.into_iter().filter(|language| *language == Language::En || offered.contains(language)).collect()
}

/// A text in each of the school's languages: one line each, or several where it may be longer than a title.
pub(super) fn text_inputs(shown: &Shown<'_>, name: &str, label: &str, max: usize, hint: Option<&str>) -> Body {
    let w = shown.w;
    let offered = languages(&shown.settings.profile().languages);
    let mut body = Body::new();
    for language in &offered {
        let field = format!("{name}-{language}");
        let label = match offered.len() {
            1 => label.to_owned(),
            _ => w.settings_in_language(label, language_said(w, *language)),
        };
        let (value, error) = (shown.value(&field), shown.error(&field));
        let hint = hint.filter(|_| *language == Language::En);
        body = if max <= TITLE {
            let input = TextInput::new(w, field.clone(), label).value(value).error(error);
            body.with(hint.map_or(input.clone(), |hint| input.hint(hint)))
        } else {
            let area = TextArea::new(w, field.clone(), label, max as u64).rows(3).value(value).error(error);
            body.with(hint.map_or(area.clone(), |hint| area.hint(hint)))
        };
    }
    body
}

/// The fields of a text, for showing what stands.
pub(super) fn text_fields(name: &str, text: Option<&Text>) -> Vec<(String, String)> {
    let Some(text) = text else { return Vec::new() };
    let has = Language::ALL.into_iter().filter(|language| text.has(*language));
    has.map(|language| (format!("{name}-{language}"), text.get(language).to_owned())).collect()
}

/// Whether a text may be left empty.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Needed {
    /// In every language the school offers.
    Everywhere,
    /// In English.
    InEnglish,
    /// Nowhere: nothing typed is no text.
    Nowhere,
}

/// Reads a text in each of the school's languages; what stands in a language the school does not offer is kept.
pub(super) fn read_text(
    fields: &Fields,
    w: Words,
    (name, max, needed): (&str, usize, Needed),
    offered: &[Language],
    before: Option<&Text>,
    wrong: &mut Vec<Wrong>,
) -> Option<Text> {
    let mut texts = BTreeMap::new();
    for language in Language::ALL {
        let field = format!("{name}-{language}");
        if !languages(offered).contains(&language) {
            if let Some(before) = before.filter(|before| before.has(language)) {
                texts.insert(language, before.get(language).to_owned());
            }
            continue;
        }
        let read = fields.optional_text(&field, max).map(|text| text.map(|text| one_line(&text)));
        match take(w, wrong, field.clone(), read) {
            Some(Some(text)) => drop(texts.insert(language, text)),
            Some(None) if needed == Needed::Everywhere || needed == Needed::InEnglish && language == Language::En => {
                wrong.push((field.into(), w.settings_wrong_missing().to_owned()));
            }
            _ => {}
        }
    }
    if needed == Needed::Nowhere && !texts.is_empty() && !texts.contains_key(&Language::En) {
        wrong.push((format!("{name}-en").into(), w.settings_wrong_missing().to_owned()));
    }
    Text::try_from(texts).ok()
}

/// A text as the profile takes it: where it is shown, it flows by itself.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads one entry a line, without empty lines.
pub(super) fn read_lines(fields: &Fields, w: Words, name: &'static str, wrong: &mut Vec<Wrong>) -> Vec<String> {
    let text = take(w, wrong, name, fields.optional_text(name, 8000)).flatten().unwrap_or_default();
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
