//! What is done and what is not, with the way to each.

use maud::{Markup, Render, html};
use words::Words;

use crate::{Body, Example, Heading, Icon};

/// One thing to do.
#[derive(Clone, Debug)]
pub struct Todo {
    title: Markup,
    why: Markup,
    href: String,
    now: Option<Markup>,
    is_done: bool,
}

impl Todo {
    /// Something to do at `href`; `why` says in a sentence what it is for.
    pub fn new(title: impl Render, why: impl Render, href: impl Into<String>, is_done: bool) -> Self {
        Self { title: title.render(), why: why.render(), href: href.into(), now: None, is_done }
    }

    /// How it stands: a name, a number.
    #[must_use]
    pub fn now(mut self, now: impl Render) -> Self {
        self.now = Some(now.render());
        self
    }
}

/// Things to do, each with a sign and a word that says whether it is done.
#[derive(Clone, Debug)]
pub struct Checklist {
    words: Words,
    todos: Vec<Todo>,
}

impl Checklist {
    /// The things, in the order one would do them.
    pub fn new(words: Words, todos: impl IntoIterator<Item = Todo>) -> Self {
        Self { words, todos: todos.into_iter().collect() }
    }
}

impl Render for Checklist {
    fn render(&self) -> Markup {
        let state = |todo: &Todo| match todo.is_done {
            true => ("todo-state todo-done", Icon::Tick, self.words.shared_done()),
            false => ("todo-state", Icon::Clock, self.words.shared_to_do()),
        };
        html! {
            ul.todos {
                @for todo in &self.todos {
                    @let (class, icon, word) = state(todo);
                    li.todo {
                        p.todo-title { a href=(todo.href) { (todo.title) } }
                        p class=(class) { (icon) (word) }
                        p.todo-why { (todo.why) }
                        @if let Some(now) = &todo.now { p.todo-now { (now) } }
                    }
                }
            }
        }
    }
}

/// Colours beside each other, each with what it is for. Written as six hexadecimal digits behind a hash sign; the drawing takes no
/// other.
#[derive(Clone, Debug, Default)]
pub struct Swatches(Vec<(String, Markup)>);

impl Swatches {
    /// No colour yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A colour, and what it is for.
    #[must_use]
    pub fn with(mut self, colour: impl ToString, label: impl Render) -> Self {
        self.0.push((colour.to_string(), label.render()));
        self
    }
}

impl Render for Swatches {
    fn render(&self) -> Markup {
        html! {
            ul.swatches {
                @for (colour, label) in &self.0 {
                    li {
                        // An attribute of the drawing, because a page has no inline style.
                        svg.swatch viewBox="0 0 48 48" aria-hidden="true" focusable="false" {
                            rect width="48" height="48" rx="8" fill=(colour) {}
                        }
                        span { (label) " " code { (colour) } }
                    }
                }
            }
        }
    }
}

pub(crate) fn examples() -> Vec<Example> {
    let words = Words::new(school_types::Language::En);
    vec![
        Example::part(
            "checklist",
            Body::new().with(Heading::page("Set up your school")).with(Checklist::new(
                words,
                [
                    Todo::new("The school’s name", "It stands at the top of every page.", "/s/fernhill/name", true)
                        .now("Fernhill Primary School"),
                    Todo::new(
                        "The list of pupils",
                        "Families are asked about the pupils on this list.",
                        "/s/fernhill/p",
                        false,
                    ),
                ],
            )),
        ),
        Example::part(
            "swatches",
            Body::new()
                .with(Heading::page("Your colour"))
                .with(Swatches::new().with("#ffee00", "Your colour").with("#716a00", "For text and buttons")),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whether_something_is_done_is_said_in_a_word_and_not_by_colour_alone() {
        let words = Words::new(school_types::Language::En);
        let shown = |done| Checklist::new(words, [Todo::new("A", "B", "/c", done)]).render().into_string();
        assert!(shown(true).contains(words.shared_done()) && !shown(true).contains(words.shared_to_do()));
        assert!(shown(false).contains(words.shared_to_do()) && !shown(false).contains(words.shared_done()));
    }
}
