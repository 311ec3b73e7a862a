//! A list to choose one of many from, and a date in three parts.

use maud::{Markup, Render, html};
use words::Words;

use crate::{
    Body, Button, Example, Form, Heading, TextInput,
    field::{Parts, help_setters},
};

/// One of more answers than radio buttons have room for.
#[derive(Clone, Debug)]
pub struct Select {
    parts: Parts,
    options: Vec<(String, String)>,
    chosen: Option<String>,
}

impl Select {
    /// The list `label`, sent as `name`.
    pub fn new(words: Words, name: impl Into<String>, label: impl Render) -> Self {
        Self { parts: Parts::new(words, name, label), options: Vec::new(), chosen: None }
    }

    help_setters!(parts);

    /// An answer that is sent as `value`.
    #[must_use]
    pub fn option(mut self, value: impl Into<String>, label: impl Into<String>) -> Self {
        self.options.push((value.into(), label.into()));
        self
    }

    /// The answer chosen before. Without one the list begins with its first answer.
    #[must_use]
    pub fn chosen(mut self, value: Option<impl Into<String>>) -> Self {
        self.chosen = value.map(Into::into);
        self
    }
}

impl Render for Select {
    fn render(&self) -> Markup {
        let parts = &self.parts;
        parts.around(html! {
            select.input.input-select id=(parts.name) name=(parts.name) aria-describedby=[parts.described_by(None)]
                aria-invalid=[parts.invalid()] {
                @for (value, label) in &self.options {
                    option value=(value) selected[self.chosen.as_ref() == Some(value)] { (label) }
                }
            }
        })
    }
}

/// A day, typed as three numbers: nobody hunts for last Tuesday in a calendar.
#[derive(Clone, Debug)]
pub struct DateInput {
    parts: Parts,
    typed: [String; 3],
}

impl DateInput {
    /// What is put behind the name for each part.
    pub const PARTS: [&'static str; 3] = ["-day", "-month", "-year"];

    /// The question `legend`; its parts are sent as `name-day`, `name-month` and `name-year`.
    pub fn new(words: Words, name: impl Into<String>, legend: impl Render) -> Self {
        Self { parts: Parts::new(words, name, legend), typed: Default::default() }
    }

    help_setters!(parts);

    /// Day, month and year as they were typed, kept.
    #[must_use]
    pub fn typed(mut self, typed: [impl Into<String>; 3]) -> Self {
        self.typed = typed.map(Into::into);
        self
    }
}

impl Render for DateInput {
    fn render(&self) -> Markup {
        let parts = &self.parts;
        let labels = [parts.words.shared_day(), parts.words.shared_month(), parts.words.shared_year()];
        html! {
            div.field.field-wrong[parts.is_wrong()] {
                fieldset aria-describedby=[parts.described_by(None)] {
                    (parts.legend())
                    (parts.hint_line())
                    (parts.error_line())
                    div.date {
                        @for (place, part) in Self::PARTS.into_iter().enumerate() {
                            @let field = format!("{}{part}", parts.name);
                            // The first bears the question's name as its id, so that the list of errors reaches it.
                            @let id = if place == 0 { &parts.name } else { &field };
                            div.date-part.date-year[place == 2] {
                                label for=(id) { (labels[place]) }
                                input.input id=(id) name=(field) type="text" inputmode="numeric" autocomplete="off"
                                    value=[Some(&self.typed[place]).filter(|typed| !typed.is_empty())]
                                    aria-invalid=[parts.invalid()];
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A form that narrows a list down: its fields side by side with one button. They end up in the address, so that going
/// back or keeping the address finds the same list again; they must hold nothing personal.
#[derive(Clone, Debug)]
pub struct Filters {
    words: Words,
    action: String,
    hidden: Vec<(String, String)>,
    fields: Vec<Select>,
}

impl Filters {
    /// Narrows down the list at `action`.
    pub fn new(words: Words, action: impl Into<String>) -> Self {
        Self { words, action: action.into(), hidden: Vec::new(), fields: Vec::new() }
    }

    /// A field that stays as it is: how the list is sorted.
    #[must_use]
    pub fn keep(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.hidden.push((name.into(), value.into()));
        self
    }

    /// A list to choose from.
    #[must_use]
    pub fn with(mut self, field: Select) -> Self {
        self.fields.push(field);
        self
    }
}

impl Render for Filters {
    fn render(&self) -> Markup {
        let mut form = Form::get(&self.action);
        for (name, value) in &self.hidden {
            form = form.hidden(name, value);
        }
        let fields = html! {
            div.filters {
                @for field in &self.fields { (field) }
                button.button.button-secondary type="submit" { (self.words.shared_show()) }
            }
        };
        form.with(fields).render()
    }
}

/// A form to look for somebody by name: one field and its button beside it. It is sent as a body, because a name must
/// not stand in an address.
#[derive(Clone, Debug)]
pub struct Finder(Form);

impl Finder {
    /// Looks with `field`, which `button` sends to `action`; `token` as in [`Form::post`].
    pub fn new(action: impl Into<String>, token: impl Into<String>, field: TextInput, button: impl Render) -> Self {
        let inside = html! { div.finder { (field) (Button::secondary(button)) } };
        Self(Form::post(action, token).with(inside))
    }
}

impl Render for Finder {
    fn render(&self) -> Markup {
        self.0.render()
    }
}

/// Ways to look at one list: a few words each, with how many it would show.
#[derive(Clone, Debug)]
pub struct Chips {
    label: String,
    chips: Vec<Chip>,
}

#[derive(Clone, Debug)]
struct Chip {
    label: Markup,
    count: Option<String>,
    href: String,
    is_here: bool,
}

impl Chips {
    /// `label` says to somebody who does not see them what they are for.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), chips: Vec::new() }
    }

    /// A way to look at the list; `is_here` for the one that is shown.
    #[must_use]
    pub fn chip(mut self, label: impl Render, count: Option<String>, href: impl Into<String>, is_here: bool) -> Self {
        self.chips.push(Chip { label: label.render(), count, href: href.into(), is_here });
        self
    }
}

impl Render for Chips {
    fn render(&self) -> Markup {
        html! {
            nav.chips aria-label=(self.label) {
                ul {
                    @for chip in &self.chips {
                        li {
                            a.chip href=(chip.href) aria-current=[chip.is_here.then_some("true")] {
                                (chip.label)
                                @if let Some(count) = &chip.count { " " span.chip-count { (count) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

pub(crate) fn examples() -> Vec<Example> {
    let words = Words::new(school_types::Language::En);
    let class = Select::new(words, "class", "Class").option("", "All classes").option("a", "Acorns").option("b", "3B");
    let state = Select::new(words, "state", "Answers").option("", "All").option("open", "Not answered yet");
    vec![
        Example::part(
            "select-and-date",
            Body::new()
                .with(Heading::page("A paper form"))
                .with(
                    Select::new(words, "year", "Year group")
                        .hint("In a special school, the year of the pupil’s age.")
                        .option("0", "Reception")
                        .option("1", "Year 1")
                        .option("2", "Year 2")
                        .chosen(Some("1")),
                )
                .with(
                    DateInput::new(words, "dated", "The date on the form")
                        .hint("For example 3 9 2026")
                        .typed(["31", "2", "2026"])
                        .error(Some("There is no such day")),
                ),
        ),
        Example::wide(
            "filters",
            Body::new()
                .with(Heading::page("420 pupils"))
                .with(Finder::new(
                    "/s/fernhill/office/children",
                    "t0k3n",
                    TextInput::new(words, "name", "Find a pupil").hint("The beginning of a name."),
                    "Find",
                ))
                .with(
                    Chips::new("Show")
                        .chip("All", Some("420".into()), "?", false)
                        .chip("Not answered yet", Some("31".into()), "?state=open", true)
                        .chip("Answers differ", Some("4".into()), "?state=differ", false),
                )
                .with(Filters::new(words, "/s/fernhill/office/children").keep("sort", "class").with(class).with(state)),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_was_refused_is_still_there_and_its_error_leads_to_the_day() {
        let words = Words::new(school_types::Language::En);
        let shown =
            DateInput::new(words, "dated", "D").typed(["31", "2", "2026"]).error(Some("No")).render().into_string();
        for part in [r#"id="dated" name="dated-day""#, r#"value="31""#, r#"name="dated-month""#, r#"value="2026""#] {
            assert!(shown.contains(part), "{part} in {shown}");
        }
    }
}
