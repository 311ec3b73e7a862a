//! Panels: something to know, something done, something to unfold.

use maud::{Markup, Render, html};

use crate::{Body, Bullets, Example, Heading, Icon, Paragraph, Radios};

/// Something to know before going on. Its title is text, so nothing depends on the colour.
#[derive(Clone, Debug)]
pub struct Notice {
    class: &'static str,
    icon: Icon,
    title: Option<Markup>,
    parts: Body,
}

impl Notice {
    fn of(class: &'static str, icon: Icon) -> Self {
        Self { class, icon, title: None, parts: Body::new() }
    }

    /// Something to know.
    pub fn info() -> Self {
        Self::of("notice", Icon::Info)
    }

    /// Something that has just been done, where the page goes on: an answer saved.
    pub fn success() -> Self {
        Self::of("notice notice-success", Icon::Tick)
    }

    /// Something that needs care: a date that passes, a thing that cannot be undone.
    pub fn care() -> Self {
        Self::of("notice notice-care", Icon::Alert)
    }

    /// What it is about, in a few words.
    #[must_use]
    pub fn title(mut self, title: impl Render) -> Self {
        self.title = Some(title.render());
        self
    }

    /// A paragraph or list of it.
    #[must_use]
    pub fn with(mut self, part: impl Render) -> Self {
        self.parts = self.parts.with(part);
        self
    }
}

impl Render for Notice {
    fn render(&self) -> Markup {
        html! {
            div class=(self.class) {
                (self.icon)
                div {
                    @if let Some(title) = &self.title { p.notice-title { (title) } }
                    (self.parts)
                }
            }
        }
    }
}

/// The top of a page that says something has been done: the page's heading, and what it means.
#[derive(Clone, Debug)]
pub struct Confirmation {
    title: Markup,
    lead: Option<Markup>,
}

impl Confirmation {
    /// What has been done.
    pub fn new(title: impl Render) -> Self {
        Self { title: title.render(), lead: None }
    }

    /// What it means, or what comes next.
    #[must_use]
    pub fn lead(mut self, lead: impl Render) -> Self {
        self.lead = Some(lead.render());
        self
    }
}

impl Render for Confirmation {
    fn render(&self) -> Markup {
        html! {
            div.done {
                div.done-sign { (Icon::Tick) }
                h1 { (self.title) }
                @if let Some(lead) = &self.lead { p.lead { (lead) } }
            }
        }
    }
}

/// A part set off from the rest: an example, or the words of someone else.
#[derive(Clone, Debug)]
pub struct Inset(Body);

impl Inset {
    /// Sets `part` off.
    pub fn new(part: impl Render) -> Self {
        Self(Body::new().with(part))
    }
}

impl Render for Inset {
    fn render(&self) -> Markup {
        html! { div.inset { (self.0) } }
    }
}

/// What a page says to whoever looks at it and the paper does not: printed, it is left out.
#[derive(Clone, Debug)]
pub struct ScreenOnly(Body);

impl ScreenOnly {
    /// Leaves `part` out on paper.
    pub fn new(part: impl Render) -> Self {
        Self(Body::new().with(part))
    }
}

impl Render for ScreenOnly {
    fn render(&self) -> Markup {
        html! { div.screen-only { (self.0) } }
    }
}

/// Questions close together, for somebody who fills in the same form forty times: the staff's, never a parent's.
#[derive(Clone, Debug)]
pub struct Dense(Body);

impl Dense {
    /// Draws the questions of `part` together.
    pub fn new(part: impl Render) -> Self {
        Self(Body::new().with(part))
    }
}

impl Render for Dense {
    fn render(&self) -> Markup {
        html! { div.dense { (self.0) } }
    }
}

/// Something most readers need not read, one tap away. Works without script.
#[derive(Clone, Debug)]
pub struct Details {
    summary: Markup,
    parts: Body,
    open: bool,
}

impl Details {
    /// Folded up, `summary` says what is inside.
    pub fn new(summary: impl Render) -> Self {
        Self { summary: summary.render(), parts: Body::new(), open: false }
    }

    /// A part of what is inside.
    #[must_use]
    pub fn with(mut self, part: impl Render) -> Self {
        self.parts = self.parts.with(part);
        self
    }

    /// Unfolded from the start.
    #[must_use]
    pub fn open(mut self) -> Self {
        self.open = true;
        self
    }
}

impl Render for Details {
    fn render(&self) -> Markup {
        html! {
            details.details open[self.open] {
                summary { (Icon::Forward) (self.summary) }
                div.details-body { (self.parts) }
            }
        }
    }
}

pub(crate) fn examples() -> Vec<Example> {
    let words = words::Words::new(school_types::Language::En);
    let question = |name, title: &str| {
        Radios::new(words, name, title)
            .explanation(Details::new("Exact wording, version 1").with(Paragraph::new("Pictures of groups.")))
            .choice("agree", "Yes, I give permission")
            .choice("refuse", "No, I do not give permission")
            .choice("not-said", "Not answered")
            .in_row()
    };
    vec![
        Example::wide(
            "dense",
            Body::new()
                .with(Heading::page("Enter answers"))
                .with(Dense::new(
                    Body::new().with(question("website", "Website")).with(question("press", "Local newspapers")),
                ))
                .with(ScreenOnly::new(
                    Notice::info().with(Paragraph::new("Check who is asking before you hand it over.")),
                )),
        ),
        Example::part(
            "notices",
            Body::new()
                .with(Heading::page("Panels"))
                .with(Notice::info().title("The school play is on Thursday 12 March").with(Paragraph::new(
                    "It will be filmed. Please answer the question about recordings before then.",
                )))
                .with(Notice::success().with(Paragraph::new("Your answer has been saved.")))
                .with(
                    Notice::care()
                        .title("Printed copies cannot be called back")
                        .with(Bullets::new(["The newsletter of June 2025", "The prospectus for 2025 to 2026"])),
                )
                .with(Inset::new(Paragraph::new("I don’t mind the play but not the front page. (Maya)")))
                .with(Details::new("Which law does this rest on?").with(Paragraph::new("On your consent.")))
                .with(
                    Details::new("Who sees my answers?")
                        .open()
                        .with(Paragraph::new("The school office and your child’s teachers."))
                        .with(Paragraph::new("Nobody else.")),
                ),
        ),
        Example::part(
            "confirmation",
            Confirmation::new("Thank you, your answers are saved")
                .lead("They count from now on. You can change them whenever you like."),
        ),
    ]
}
