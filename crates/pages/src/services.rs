//! Getting help: answers that are links, and the places to turn to.

use maud::{Markup, Render, html};
use words::Words;

use crate::{Body, Details, Example, Heading, Icon, Paragraph};

/// The answers to a question that sends nothing: each is a link to the next page, so one tap answers it.
#[derive(Clone, Debug)]
pub struct Picks {
    id: String,
    picks: Vec<(Markup, String)>,
}

impl Picks {
    /// No answer yet. `id` is the first answer's, so that a list of errors reaches it.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), picks: Vec::new() }
    }

    /// An answer, and the page it leads to.
    #[must_use]
    pub fn with(mut self, label: impl Render, href: impl Into<String>) -> Self {
        self.picks.push((label.render(), href.into()));
        self
    }
}

impl Render for Picks {
    fn render(&self) -> Markup {
        html! {
            ul.picks {
                @for (place, (label, href)) in self.picks.iter().enumerate() {
                    li { a.pick id=[(place == 0).then_some(&self.id)] href=(href) { span { (label) } (Icon::Forward) } }
                }
            }
        }
    }
}

/// Everything on it is larger: for children of ten and younger.
#[derive(Clone, Debug)]
pub struct ForChildren(Body);

impl ForChildren {
    /// Shows `part` larger.
    pub fn new(part: impl Render) -> Self {
        Self(Body::new().with(part))
    }
}

impl Render for ForChildren {
    fn render(&self) -> Markup {
        html! { div.for-children { (self.0) } }
    }
}

/// A calm way off a page that somebody may not be seen reading. An ordinary link: it cannot clear what the browser remembers, and
/// says so.
#[derive(Clone, Debug)]
pub struct QuickExit {
    words: Words,
    href: String,
}

impl QuickExit {
    /// Leads to `href`, a page anybody might have open.
    pub fn new(words: Words, href: impl Into<String>) -> Self {
        Self { words, href: href.into() }
    }
}

impl Render for QuickExit {
    fn render(&self) -> Markup {
        html! {
            p.leave {
                a.button.button-quiet href=(self.href) rel="noreferrer" {
                    (self.words.help_leave())
                    span.unseen { ". " (self.words.help_leave_about()) }
                }
            }
        }
    }
}

/// One way of reaching a place: a number to dial, a page to open.
#[derive(Clone, Debug)]
pub struct ServiceWay {
    icon: Icon,
    label: Markup,
    href: String,
    note: Option<Markup>,
}

impl ServiceWay {
    /// `label` says what happens: "Call 0800 1111".
    pub fn new(icon: Icon, label: impl Render, href: impl Into<String>) -> Self {
        Self { icon, label: label.render(), href: href.into(), note: None }
    }

    /// A line below it: when it is open, where that differs from the place.
    #[must_use]
    pub fn note(mut self, note: impl Render) -> Self {
        self.note = Some(note.render());
        self
    }
}

/// A place to turn to: its name, whether it is open, why, how it is reached, and what it is for and not for, in that order.
#[derive(Clone, Debug)]
pub struct ServiceCard {
    id: String,
    name: Markup,
    is_foremost: bool,
    is_listed: bool,
    state: Option<(bool, Markup)>,
    parts: Body,
    ways: Vec<ServiceWay>,
    more: Option<Details>,
    terms: Vec<(Markup, Markup)>,
}

impl ServiceCard {
    /// A place. `id` is unique on the page, so that a closed place can point to an open one.
    pub fn new(id: impl Into<String>, name: impl Render) -> Self {
        Self {
            id: id.into(),
            name: name.render(),
            is_foremost: false,
            is_listed: false,
            state: None,
            parts: Body::new(),
            ways: Vec::new(),
            more: None,
            terms: Vec::new(),
        }
    }

    /// What a card of this `id` is linked to as.
    pub fn anchor(id: &str) -> String {
        format!("#place-{id}")
    }

    /// Sets it off from the others: the one to turn to first.
    #[must_use]
    pub fn foremost(mut self) -> Self {
        self.is_foremost = true;
        self
    }

    /// One of a list under a heading of its own: its name is a heading of the level below.
    #[must_use]
    pub fn listed(mut self) -> Self {
        self.is_listed = true;
        self
    }

    /// Whether it is open, as a sentence.
    #[must_use]
    pub fn state(mut self, is_open: bool, sentence: impl Render) -> Self {
        self.state = Some((is_open, sentence.render()));
        self
    }

    /// A sentence between its state and its ways: why it is named, what has to be known before.
    #[must_use]
    pub fn with(mut self, part: impl Render) -> Self {
        self.parts = self.parts.with(part);
        self
    }

    /// A way of reaching it; the first is the best.
    #[must_use]
    pub fn way(mut self, way: ServiceWay) -> Self {
        self.ways.push(way);
        self
    }

    /// A name and a sentence to read before turning there: what it is for, what it is not for.
    #[must_use]
    pub fn term(mut self, name: impl Render, sentence: impl Render) -> Self {
        self.terms.push((name.render(), sentence.render()));
        self
    }

    /// Folds the terms away under `summary`, for readers who want few words.
    #[must_use]
    pub fn fold_terms(mut self, summary: impl Render) -> Self {
        self.more = Some(Details::new(summary));
        self
    }

    fn terms(&self) -> Markup {
        html! {
            @if !self.terms.is_empty() {
                dl.service-terms { @for (name, sentence) in &self.terms { div { dt { (name) } dd { (sentence) } } } }
            }
        }
    }

    fn way_markup(&self, place: usize, way: &ServiceWay) -> Markup {
        html! {
            li {
                a.button.button-secondary[place > 0 || self.is_listed] href=(way.href) { (way.icon) (way.label) }
                @if let Some(note) = &way.note { span.soft { (note) } }
            }
        }
    }
}

impl Render for ServiceCard {
    fn render(&self) -> Markup {
        html! {
            div.service.service-foremost[self.is_foremost] id={ "place-" (self.id) } {
                @if self.is_listed { h3 { (self.name) } } @else { h2 { (self.name) } }
                @if let Some((is_open, sentence)) = &self.state {
                    p.service-state.service-open[*is_open] { (Icon::Clock) span { (sentence) } }
                }
                (self.parts)
                @if !self.ways.is_empty() {
                    ul.service-ways {
                        @for (place, way) in self.ways.iter().enumerate() { (self.way_markup(place, way)) }
                    }
                }
                @if let Some(more) = &self.more { (more.clone().with(self.terms())) } @else { (self.terms()) }
            }
        }
    }
}

pub(crate) fn examples() -> Vec<Example> {
    let words = Words::new(school_types::Language::En);
    let listening = ServiceCard::new("listening-line", "Listening Line")
        .foremost()
        .state(true, "Open now, day and night")
        .with(Paragraph::new("They listen to you, whatever it is."))
        .term("What it is for", "Talking about anything at all.")
        .term("What it is not for", "Taking pictures down.")
        .way(ServiceWay::new(Icon::Phone, "Call 0800 496 0101", "tel:08004960101"))
        .way(ServiceWay::new(Icon::Speech, "Text 07700 900 123", "sms:07700900123"))
        .way(ServiceWay::new(Icon::Globe, "Go to listening.example.org", "https://listening.example.org/"));
    let adviser = ServiceCard::new("adviser", "Ashcombe online safety adviser")
        .listed()
        .state(false, "Closed now. Opens tomorrow at 8:30am")
        .way(ServiceWay::new(Icon::Phone, "Call 01632 960 143", "tel:01632960143").note("Closed now. Opens at 8:30am"));
    vec![
        Example::part(
            "picks",
            Body::new()
                .with(QuickExit::new(words, "https://weather.example.org/"))
                .with(Heading::page("Who are you?"))
                .with(
                    Picks::new("audience")
                        .with("I am 10 or younger", "?audience=under-11")
                        .with("I am 11 to 18", "?audience=11-18")
                        .with("I am a parent or carer", "?audience=parent"),
                ),
        ),
        Example::part(
            "services",
            Body::new()
                .with(Heading::page("I want to talk to someone").caption("Get help"))
                .with(listening.clone())
                .with(Heading::section("Other places that can help"))
                .with(adviser),
        ),
        Example::part(
            "services-for-children",
            ForChildren::new(
                Body::new()
                    .with(Heading::page("I want to talk to someone"))
                    .with(listening.fold_terms("More about Listening Line")),
            ),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_way_is_the_one_that_stands_out() {
        let card = ServiceCard::new("a", "A")
            .way(ServiceWay::new(Icon::Phone, "Call", "tel:101"))
            .way(ServiceWay::new(Icon::Globe, "Go", "https://a.example.org/"));
        let shown = card.render().into_string();
        assert_eq!(shown.matches("button-secondary").count(), 1, "{shown}");
        assert!(shown.find("tel:101") < shown.find("button-secondary"), "{shown}");
    }

    #[test]
    fn a_closed_place_can_point_to_an_open_one() {
        let shown = ServiceCard::new("b", "B").render().into_string();
        assert_eq!(ServiceCard::anchor("b"), "#place-b");
        assert!(shown.contains(r#"id="place-b""#), "{shown}");
    }
}
