//! What every page of settings is made of.

use std::borrow::Cow;

use futures::future::LocalBoxFuture;
use pages::{Body, ErrorSummary, Markup};
use profiles::{SchoolSettings, SettingsChange, Topic};
use reception::{Colleague, Problem};
use web::Fields;
use words::Words;

/// What is wrong with a field: its name, and a sentence.
pub(super) type Wrong = (Cow<'static, str>, String);

/// A page with one topic's form.
pub(super) trait Form {
    /// What it is about.
    fn topic(&self) -> Topic;

    /// Its address, below the school's.
    fn path(&self) -> String;

    /// The page it lies below.
    fn above(&self) -> &'static str {
        "office/settings"
    }

    /// Its heading.
    fn title(&self, w: Words) -> String;

    /// What it is for.
    fn lead(&self, w: Words) -> &'static str;

    /// What stands now, as the fields of the form.
    fn standing(&self, settings: &SchoolSettings) -> Fields;

    /// The fields on the page, with what was typed.
    fn inputs(&self, shown: &Shown<'_>) -> Body;

    /// The change that was typed, or what is wrong with it.
    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>>;

    /// The field that shows what the profile calls `field`: `office.telephone` is the input `telephone`.
    fn input_of(&self, field: &str) -> Cow<'static, str>;

    /// How it stands, in a line or two.
    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup;

    /// The label of the button that saves.
    fn button(&self, w: Words) -> &'static str {
        w.settings_save()
    }

    /// What else can be done to it: an answer of the form, and its label.
    fn other_button(&self, _w: Words, _settings: &SchoolSettings) -> Option<(&'static str, &'static str)> {
        None
    }

    /// What follows from having saved it.
    fn next(&self, w: Words) -> &'static str {
        w.settings_saved_text()
    }

    /// Why it can only be looked at, if so.
    fn closed(&self, _colleague: &Colleague<'_, '_>, _settings: &SchoolSettings, _facts: Facts) -> Option<Closed> {
        None
    }

    /// The field for a file, and the field whose text the file stands for.
    fn file(&self) -> Option<(&'static str, &'static str)> {
        None
    }

    /// What the page has to know of the records beside the settings: how many pupils, whether anybody has answered.
    fn facts<'a>(&'a self, _colleague: &'a Colleague<'_, '_>) -> LocalBoxFuture<'a, Result<Facts, Problem>> {
        Box::pin(async { Ok(Facts::default()) })
    }
}

/// Why a page can be looked at, and not saved.
pub(super) struct Closed {
    /// What the reader is told.
    pub(super) title: &'static str,
    /// More of it.
    pub(super) text: Option<&'static str>,
    /// Whether others may save it.
    pub(super) is_for_others: bool,
}

/// What a page knows of the records beside the settings.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Facts {
    /// How many pupils are on the roll.
    pub(super) pupils: u64,
    /// Whether any family has answered.
    pub(super) answered: bool,
}

/// What reading a form needs beside its fields.
pub(super) struct Reading<'r> {
    pub(super) w: Words,
    pub(super) settings: &'r SchoolSettings,
    pub(super) today: school_types::Date,
}

/// What showing a form needs.
pub(super) struct Shown<'s> {
    pub(super) w: Words,
    pub(super) settings: &'s SchoolSettings,
    pub(super) fields: &'s Fields,
    pub(super) wrong: &'s [Wrong],
    pub(super) facts: Facts,
}

impl Shown<'_> {
    /// What was typed, or stands.
    pub(super) fn value(&self, name: &str) -> String {
        self.fields.first(name).to_owned()
    }

    /// What is wrong with a field.
    pub(super) fn error(&self, name: &str) -> Option<&str> {
        self.wrong.iter().find(|(field, _)| field == name).map(|(_, message)| message.as_str())
    }

    /// The list of everything that is wrong.
    pub(super) fn summary(&self) -> ErrorSummary {
        let none = ErrorSummary::new(self.w);
        self.wrong.iter().fold(none, |summary, (field, message)| summary.with(field.as_ref(), message))
    }
}
