//! Headings, paragraphs and the runs of text inside them.

use maud::{Markup, PreEscaped, Render, html};
use school_types::{Language, Text};

use crate::{Body, Example};

/// A heading. A page has exactly one of the first level.
#[derive(Clone, Debug)]
pub struct Heading {
    level: u8,
    text: Markup,
    caption: Option<Markup>,
    id: Option<String>,
}

impl Heading {
    fn at(level: u8, text: impl Render) -> Self {
        Self { level, text: text.render(), caption: None, id: None }
    }

    /// The page's heading.
    pub fn page(text: impl Render) -> Self {
        Self::at(1, text)
    }

    /// The heading of a part of a page.
    pub fn section(text: impl Render) -> Self {
        Self::at(2, text)
    }

    /// The heading of a part of a section.
    pub fn part(text: impl Render) -> Self {
        Self::at(3, text)
    }

    /// A line above the heading that says what it belongs to: the child's name and class.
    #[must_use]
    pub fn caption(mut self, caption: impl Render) -> Self {
        self.caption = Some(caption.render());
        self
    }

    /// A name that a link or a label can point to.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
}

impl Render for Heading {
    fn render(&self) -> Markup {
        let inside = html! {
            @if let Some(caption) = &self.caption { span.caption { (caption) } " " }
            (self.text)
        };
        match self.level {
            1 => html! { h1 id=[&self.id] { (inside) } },
            2 => html! { h2 id=[&self.id] { (inside) } },
            _ => html! { h3 id=[&self.id] { (inside) } },
        }
    }
}

/// A paragraph.
#[derive(Clone, Debug)]
pub struct Paragraph {
    class: Option<&'static str>,
    text: Markup,
}

impl Paragraph {
    /// A plain paragraph.
    pub fn new(text: impl Render) -> Self {
        Self { class: None, text: text.render() }
    }

    /// The opening paragraph of a page, a little larger.
    pub fn lead(text: impl Render) -> Self {
        Self { class: Some("lead"), text: text.render() }
    }

    /// Something one may skip, in a softer colour.
    pub fn soft(text: impl Render) -> Self {
        Self { class: Some("soft"), text: text.render() }
    }
}

impl Render for Paragraph {
    fn render(&self) -> Markup {
        html! { p class=[self.class] { (self.text) } }
    }
}

/// A bulleted list of a few short points.
#[derive(Clone, Debug, Default)]
pub struct Bullets(Vec<Markup>);

impl Bullets {
    /// One bullet per point.
    pub fn new(points: impl IntoIterator<Item = impl Render>) -> Self {
        Self(points.into_iter().map(|point| point.render()).collect())
    }
}

impl Render for Bullets {
    fn render(&self) -> Markup {
        html! { ul.bullets { @for point in &self.0 { li { (point) } } } }
    }
}

/// A run of text with links, stress, a telephone number or an e-mail address in it.
#[derive(Clone, Debug, Default)]
pub struct Line(Body);

impl Line {
    /// An empty run.
    pub fn new() -> Self {
        Self::default()
    }

    /// Plain text.
    #[must_use]
    pub fn text(self, text: impl Render) -> Self {
        Self(self.0.with(text))
    }

    /// Text that must not be missed.
    #[must_use]
    pub fn strong(self, text: impl Render) -> Self {
        Self(self.0.with(html! { strong { (text) } }))
    }

    /// A link. `label` makes sense on its own: screen readers list links without their sentences.
    #[must_use]
    pub fn link(self, label: impl Render, href: &str) -> Self {
        Self(self.0.with(html! { a href=(href) { (label) } }))
    }

    /// A telephone number that a phone can dial.
    #[must_use]
    pub fn telephone(self, number: &str) -> Self {
        let dialled: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        Self(self.0.with(html! { a href={ "tel:" (dialled) } { (number) } }))
    }

    /// An e-mail address that opens a message.
    #[must_use]
    pub fn email(self, address: &str) -> Self {
        Self(self.0.with(html! { a href={ "mailto:" (address) } { (address) } }))
    }
}

impl Render for Line {
    fn render(&self) -> Markup {
        self.0.render()
    }
}

/// A school's own sentence in the page's language, marked with its real language where it has not been translated,
/// so that a screen reader pronounces it rightly (WCAG 3.1.2).
#[derive(Clone, Debug)]
pub struct InLanguage(Markup);

impl InLanguage {
    /// `text` on a page in `language`.
    pub fn new(text: &Text, language: Language) -> Self {
        let (sentence, really) = text.in_language(language);
        Self(if really == language {
            sentence.render()
        } else {
            html! { span lang=(really.tag()) { (sentence) } }
        })
    }
}

impl Render for InLanguage {
    fn render(&self) -> Markup {
        PreEscaped(self.0.0.clone())
    }
}

pub(crate) fn examples() -> Vec<Example> {
    let english = Text::english("The school newsletter");
    vec![
        Example::part(
            "text",
            Body::new()
                .with(Heading::page("Photos and video").caption("Maya Okafor, Year 3"))
                .with(Paragraph::lead("You decide, one use at a time, and you can change your mind whenever you like."))
                .with(Paragraph::new(
                    Line::new()
                        .text("Your answers go to the school office and to Maya’s teachers. ")
                        .strong("Nobody else sees them.")
                        .text(" Read ")
                        .link("how the school uses pictures", "#how")
                        .text("."),
                ))
                .with(Heading::section("How the school uses pictures").id("how"))
                .with(Bullets::new(["on its own website", "in the printed newsletter", "on the walls of the school"]))
                .with(Heading::part("Where they are kept"))
                .with(Paragraph::soft("On the school’s own computers, until Maya leaves."))
                .with(Paragraph::new(
                    Line::new()
                        .text("Telephone ")
                        .telephone("01632 960 142")
                        .text(" or write to ")
                        .email("office@example.org"),
                )),
        ),
        Example::part(
            "text-of-another-language",
            Body::new().with(Heading::page("Lluniau")).with(Paragraph::new(InLanguage::new(&english, Language::Cy))),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_number_is_dialled_without_its_spaces() {
        let shown = Line::new().telephone("+44 1632 960 142").render().into_string();
        assert_eq!(shown, r#"<a href="tel:+441632960142">+44 1632 960 142</a>"#);
    }

    #[test]
    fn an_untranslated_sentence_says_which_language_it_is_in() {
        let text = Text::english("Displays & plays");
        assert_eq!(InLanguage::new(&text, Language::En).render().into_string(), "Displays &amp; plays");
        let welsh_page = InLanguage::new(&text, Language::Cy).render().into_string();
        assert_eq!(welsh_page, r#"<span lang="en">Displays &amp; plays</span>"#);
    }
}
