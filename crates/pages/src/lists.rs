//! Lists of facts: answers to check, facts before deciding, what happens next, what happened so far.

use maud::{Markup, Render, html};
use words::Words;

use crate::{Answer, AnswerBadge, Body, Example, Heading, Icon};

struct AnswersRow {
    question: Markup,
    answer: Markup,
    /// Where to change it, and the question as plain text for the link's name.
    change: Option<(String, String)>,
}

/// Questions with their answers, and a link to change each.
pub struct Answers {
    words: Words,
    rows: Vec<AnswersRow>,
}

impl Answers {
    /// No question yet.
    pub fn new(words: Words) -> Self {
        Self { words, rows: Vec::new() }
    }

    /// A question and its answer, which cannot be changed from here.
    #[must_use]
    pub fn row(mut self, question: impl Render, answer: impl Render) -> Self {
        self.rows.push(AnswersRow { question: question.render(), answer: answer.render(), change: None });
        self
    }

    /// A question, its answer and where to change it. The link's name holds the question, so that it makes sense on its own.
    #[must_use]
    pub fn changeable(mut self, question: impl Into<String>, answer: impl Render, href: impl Into<String>) -> Self {
        let question = question.into();
        self.rows.push(AnswersRow {
            question: question.render(),
            answer: answer.render(),
            change: Some((href.into(), question)),
        });
        self
    }
}

impl Render for Answers {
    fn render(&self) -> Markup {
        html! {
            dl.answers {
                @for row in &self.rows {
                    div.answers-row {
                        dt { (row.question) }
                        dd.answers-value { (row.answer) }
                        @if let Some((href, question)) = &row.change {
                            dd.answers-change {
                                a href=(href) { (self.words.shared_change()) span.unseen { ": " (question) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What to know before answering: what is taken, why, where, how long, on which law. A sign, a name and a sentence each.
#[derive(Clone, Debug, Default)]
pub struct Facts(Vec<(Icon, Markup, Markup)>);

impl Facts {
    /// No fact yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A fact.
    #[must_use]
    pub fn with(mut self, icon: Icon, name: impl Render, fact: impl Render) -> Self {
        self.0.push((icon, name.render(), fact.render()));
        self
    }
}

impl Render for Facts {
    fn render(&self) -> Markup {
        html! {
            dl.facts {
                @for (icon, name, fact) in &self.0 { div { dt { (icon) (name) } dd { (fact) } } }
            }
        }
    }
}

/// What happens next, in order.
#[derive(Clone, Debug, Default)]
pub struct Steps(Vec<Markup>);

impl Steps {
    /// The steps, the next one first.
    pub fn new(steps: impl IntoIterator<Item = impl Render>) -> Self {
        Self(steps.into_iter().map(|step| step.render()).collect())
    }
}

impl Render for Steps {
    fn render(&self) -> Markup {
        html! { ol.steps { @for step in &self.0 { li { (step) } } } }
    }
}

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Happening {
    when: Markup,
    what: Markup,
    more: Body,
}

impl Happening {
    /// `when` and `what` are sentences in the page's language.
    pub fn new(when: impl Render, what: impl Render) -> Self {
        Self { when: when.render(), what: what.render(), more: Body::new() }
    }

    /// Who did it, how, or how it stands since.
    #[must_use]
    pub fn with(mut self, part: impl Render) -> Self {
        self.more = self.more.with(part);
        self
    }
}

/// What happened, in the order given: the newest first.
#[derive(Clone, Debug, Default)]
pub struct Timeline(Vec<Happening>);

impl Timeline {
    /// The happenings, the newest first.
    pub fn new(happenings: impl IntoIterator<Item = Happening>) -> Self {
        Self(happenings.into_iter().collect())
    }
}

impl Render for Timeline {
    fn render(&self) -> Markup {
        html! {
            ol.timeline {
                @for happening in &self.0 {
                    li {
                        p.timeline-when { (happening.when) }
                        p.timeline-what { (happening.what) }
                        (happening.more)
                    }
                }
            }
        }
    }
}

/// Stands where a list would be while there is nothing in it, and says what would fill it.
#[derive(Clone, Debug)]
pub struct Empty {
    title: Markup,
    what_fills_it: Markup,
}

impl Empty {
    /// What there is none of, and what would make there be some.
    pub fn new(title: impl Render, what_fills_it: impl Render) -> Self {
        Self { title: title.render(), what_fills_it: what_fills_it.render() }
    }
}

impl Render for Empty {
    fn render(&self) -> Markup {
        html! { div.empty { p.empty-title { (self.title) } p { (self.what_fills_it) } } }
    }
}

pub(crate) fn examples() -> Vec<Example> {
    let words = Words::new(school_types::Language::En);
    let badge = |answer| AnswerBadge::new(words, answer);
    vec![
        Example::part(
            "answers",
            Body::new().with(Heading::page("Check your answers")).with(
                Answers::new(words)
                    .changeable("School website, in groups", badge(Answer::Yes), "#")
                    .changeable("School website, alone and recognisable", badge(Answer::No), "#")
                    .changeable("Local press", badge(Answer::Open), "#")
                    .row("Pictures for school records", badge(Answer::NoObjection)),
            ),
        ),
        Example::part(
            "facts",
            Body::new().with(Heading::page("Before you answer")).with(
                Facts::new()
                    .with(Icon::Picture, "What", "Photos of groups of children at work and at play.")
                    .with(Icon::Question, "Why", "To show families what the school is like.")
                    .with(Icon::Place, "Where", "On the school’s own website, which anyone can see.")
                    .with(Icon::Calendar, "How long", "Until the end of the school year after next.")
                    .with(Icon::Scales, "Lawful basis", "Your consent. You can take it back at any time."),
            ),
        ),
        Example::part(
            "steps",
            Body::new().with(Heading::page("What happens next")).with(Steps::new([
                "Your answers count from now on.",
                "Maya’s teachers see them on their class sheet tomorrow morning.",
                "In September we ask you to look at them again.",
            ])),
        ),
        Example::part(
            "timeline",
            Body::new().with(Heading::page("Answers so far")).with(Timeline::new([
                Happening::new("Tuesday 3 March 2026, 7:42 pm", "You changed your answer").with(badge(Answer::No)),
                Happening::new("Friday 5 September 2025, 8:10 am", "You answered for the first time")
                    .with(badge(Answer::Yes)),
                Happening::new("Monday 1 September 2025", "The school asked you"),
            ])),
        ),
        Example::part(
            "empty-list",
            Body::new()
                .with(Heading::page("History"))
                .with(Empty::new("Nothing yet", "Your answers appear here as soon as you have given the first.")),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_link_says_what_it_changes() {
        let words = Words::new(school_types::Language::En);
        let shown = Answers::new(words).changeable("Local press", "No", "/press").render().into_string();
        let name = "Change<span class=\"unseen\">: Local press</span>";
        assert!(shown.contains(name), "{shown}");
    }
}
