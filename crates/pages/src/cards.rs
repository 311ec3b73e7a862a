//! Cards to open: the choices on a school's front door, and one's children.

use maud::{Markup, Render, html};
use school_types::PersonName;

use crate::{Body, Example, Heading, Icon, Progress};

#[derive(Clone, Debug)]
enum Sign {
    Icon(Icon),
    Image(String),
}

/// One choice on a front door.
#[derive(Clone, Debug)]
pub struct Door {
    sign: Sign,
    title: Markup,
    about: Markup,
    href: String,
}

impl Door {
    /// Leads to `href`; `about` says in one sentence what is behind it.
    pub fn new(icon: Icon, title: impl Render, about: impl Render, href: impl Into<String>) -> Self {
        Self { sign: Sign::Icon(icon), title: title.render(), about: about.render(), href: href.into() }
    }

    /// Shows a picture, such as a school's crest, in place of the icon. The title says what it is.
    #[must_use]
    pub fn image(mut self, src: impl Into<String>) -> Self {
        self.sign = Sign::Image(src.into());
        self
    }
}

/// The choices on a front door, each a large card.
#[derive(Clone, Debug, Default)]
pub struct Doors(Vec<Door>);

impl Doors {
    /// The doors, the most used first.
    pub fn new(doors: impl IntoIterator<Item = Door>) -> Self {
        Self(doors.into_iter().collect())
    }
}

impl Render for Doors {
    fn render(&self) -> Markup {
        html! {
            ul.doors {
                @for door in &self.0 {
                    li {
                        div.door {
                            span.door-sign {
                                @match &door.sign {
                                    Sign::Icon(icon) => (icon),
                                    Sign::Image(src) => img src=(src) alt="" width="40" height="40";
                                }
                            }
                            h2 { a href=(door.href) { (door.title) } }
                            p { (door.about) }
                        }
                    }
                }
            }
        }
    }
}

/// A child as the family's pages show one: initials in place of a photo, name and class.
#[derive(Clone, Debug)]
pub struct Child {
    initials: String,
    name: String,
    class: Markup,
}

impl Child {
    /// `class` is the class or year group as the school says it.
    pub fn new(name: &PersonName, class: impl Render) -> Self {
        let initial = |text: &str| text.chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        Self {
            initials: initial(name.called()) + &initial(name.known_surname()),
            name: name.full(),
            class: class.render(),
        }
    }

    /// The child as the heading of a section of the page.
    pub fn heading(&self) -> Markup {
        html! {
            div.child-head {
                (self.face())
                div { h2 { (self.name) } p.soft { (self.class) } }
            }
        }
    }

    fn face(&self) -> Markup {
        // The initials are only a picture of the name beside them.
        html! { span.face aria-hidden="true" { (self.initials) } }
    }
}

/// A child's card, with how far one has come and where it leads.
#[derive(Clone, Debug)]
pub struct ChildCard {
    child: Child,
    href: Option<String>,
    status: Option<Markup>,
}

impl ChildCard {
    /// A card that leads nowhere yet.
    pub fn new(child: Child) -> Self {
        Self { child, href: None, status: None }
    }

    /// Where the card leads.
    #[must_use]
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// How far one has come.
    #[must_use]
    pub fn progress(mut self, progress: Progress) -> Self {
        self.status = Some(progress.render());
        self
    }
}

/// One's children, each a card.
#[derive(Clone, Debug, Default)]
pub struct ChildCards(Vec<ChildCard>);

impl ChildCards {
    /// The cards, in the order the school lists the children.
    pub fn new(cards: impl IntoIterator<Item = ChildCard>) -> Self {
        Self(cards.into_iter().collect())
    }
}

impl Render for ChildCards {
    fn render(&self) -> Markup {
        html! {
            ul.children {
                @for card in &self.0 {
                    li.child {
                        (card.child.face())
                        div {
                            h2.child-name {
                                @if let Some(href) = &card.href { a href=(href) { (card.child.name) } }
                                @else { (card.child.name) }
                            }
                            p.child-class { (card.child.class) }
                        }
                        @if card.href.is_some() { (Icon::Forward) }
                        @if let Some(status) = &card.status { div.child-progress { (status) } }
                    }
                }
            }
        }
    }
}

pub(crate) fn examples() -> Vec<Example> {
    let maya = Child::new(&PersonName::new("Maya", "Okafor"), "Year 3, Kingfisher class");
    let tobi = Child::new(&PersonName::new("Tobi", "Okafor"), "Reception, Wren class");
    vec![
        Example::part(
            "doors",
            Body::new().with(Heading::page("What would you like to do?")).with(Doors::new([
                Door::new(Icon::Camera, "Photos and video", "Say where pictures of your child may appear.", "/photos"),
                Door::new(Icon::Lifebuoy, "Get help", "Who to turn to, and when they are there.", "/help"),
                Door::new(Icon::School, "Fernhill Primary School", "Ashcombe", "/school")
                    .image("/s/fernhill/crest.svg"),
            ])),
        ),
        Example::part(
            "children",
            Body::new()
                .with(Heading::page("Your children"))
                .with(ChildCards::new([
                    ChildCard::new(maya.clone()).href("/maya").progress(Progress::new("3 of 8 answered", 3, 8)),
                    ChildCard::new(tobi),
                ]))
                .with(maya.heading()),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_of_the_name_a_child_is_called_by() {
        let mut name = PersonName::new("Elizabeth", "ó Broin");
        name.preferred_forename = Some("Lily".to_owned().into());
        assert_eq!(Child::new(&name, "").initials, "LÓ");
        assert_eq!(Child::new(&PersonName::new("Ada", ""), "").initials, "A");
    }
}
