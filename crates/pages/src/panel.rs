//! A small document of its own for a frame on a school's website: no masthead, no typeface, no script.

use maud::{DOCTYPE, Markup, PreEscaped, Render, html};
use words::Words;

use crate::{Example, SchoolLook, examples};

/// One place in the panel.
#[derive(Clone, Debug)]
pub struct PanelPlace {
    name: Markup,
    purpose: Markup,
    note: Option<Markup>,
    ways: Vec<(Markup, String)>,
}

impl PanelPlace {
    /// A place, and what it is for.
    pub fn new(name: impl Render, purpose: impl Render) -> Self {
        Self { name: name.render(), purpose: purpose.render(), note: None, ways: Vec::new() }
    }

    /// What has to be known of it: when it was last checked.
    #[must_use]
    pub fn note(mut self, note: impl Render) -> Self {
        self.note = Some(note.render());
        self
    }

    /// A way of reaching it. `label` makes sense on its own.
    #[must_use]
    pub fn way(mut self, label: impl Render, href: impl Into<String>) -> Self {
        self.ways.push((label.render(), href.into()));
        self
    }
}

/// The panel: whom to turn to in danger, places, and the way to more.
///
/// Its links open in the whole window: most sites refuse to be shown in a frame.
#[derive(Clone, Debug)]
pub struct Panel {
    words: Words,
    title: String,
    school: SchoolLook,
    emergency: Vec<(Markup, Markup, String)>,
    places: Vec<PanelPlace>,
    more: Option<(Markup, String)>,
}

impl Panel {
    /// The panel of a school.
    pub fn new(words: Words, title: impl Into<String>, school: SchoolLook) -> Self {
        Self { words, title: title.into(), school, emergency: Vec::new(), places: Vec::new(), more: None }
    }

    /// Whom to turn to at once: when, the link's words and its address. Stands above everything.
    #[must_use]
    pub fn emergency(mut self, when: impl Render, label: impl Render, href: impl Into<String>) -> Self {
        self.emergency.push((when.render(), label.render(), href.into()));
        self
    }

    /// A place to turn to.
    #[must_use]
    pub fn place(mut self, place: PanelPlace) -> Self {
        self.places.push(place);
        self
    }

    /// The way to the full pages.
    #[must_use]
    pub fn more(mut self, label: impl Render, href: impl Into<String>) -> Self {
        self.more = Some((label.render(), href.into()));
        self
    }

    /// The whole document.
    pub fn document(&self) -> String {
        let PreEscaped(text) = html! {
            (DOCTYPE)
            html lang=(self.words.language().tag()) {
                head {
                    meta charset="utf-8";
                    title { (self.title) " - " (self.school.name) }
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light";
                    link rel="stylesheet" href=(assets::PANEL_CSS);
                    link rel="stylesheet" href={ "/s/" (self.school.school.as_str()) "/look.css?v=" (self.school.css_version) };
                    // Fetched only where somebody opens the panel by itself.
                    link rel="icon" type="image/svg+xml" href=(assets::ICONS_SCHOOLGATE_SVG);
                }
                body { main #main { (self.inside()) } }
            }
        };
        text
    }

    fn inside(&self) -> Markup {
        html! {
            h1 { (self.title) }
            @for (when, label, href) in &self.emergency {
                p.emergency { (when) ": " a href=(href) target="_top" { (label) } }
            }
            ul.places {
                @for place in &self.places {
                    li {
                        h2 { (place.name) }
                        p { (place.purpose) }
                        @if let Some(note) = &place.note { p.soft { (note) } }
                        ul.ways { @for (label, href) in &place.ways { li { a href=(href) target="_top" { (label) } } } }
                    }
                }
            }
            @if let Some((label, href)) = &self.more { p.more { a href=(href) target="_top" { (label) } } }
        }
    }
}

pub(crate) fn examples() -> Vec<Example> {
    // An id that is none would leave no example, which a test notices.
    let Ok(id) = "fernhill".parse() else { return Vec::new() };
    let words = Words::new(school_types::Language::En);
    let school = SchoolLook::new(id, "Fernhill Primary School", &examples::fernhill_look());
    let listening = PanelPlace::new("Listening Line", "Talking about anything at all.")
        .note("Last checked on 3 March 2026")
        .way("Call 0800 496 0101", "tel:08004960101")
        .way("Go to listening.example.org", "https://listening.example.org/");
    let pictures = PanelPlace::new("Picture Line", "Having a picture of you taken off the web.")
        .way("Go to pictures.example.org", "https://pictures.example.org/");
    let panel = Panel::new(words, "Worried about something online?", school)
        .emergency("If someone is in danger now", "Call 999", "tel:999")
        .place(listening)
        .place(pictures)
        .more("More places that can help", "/s/fernhill/help");
    vec![Example::own("panel", panel.document())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel() -> String {
        examples().remove(0).document().to_owned()
    }

    #[test]
    fn a_panel_fetches_two_small_sheets_alone() {
        let page = panel();
        assert_eq!(page.matches("rel=\"stylesheet\"").count(), 2);
        assert!(!page.contains("preload"), "{page}");
        assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
    }

    #[test]
    fn every_link_of_a_panel_leaves_its_frame() {
        let page = panel();
        assert_eq!(page.matches("<a ").count(), page.matches("target=\"_top\"").count());
    }

    #[test]
    fn every_class_in_a_panel_is_one_its_own_style_sheet_knows() {
        let sheet = include_str!("../../../static/panel/panel.css");
        for class in panel().split("class=\"").skip(1).map(|after| after.split('"').next().unwrap()) {
            assert!(sheet.contains(&format!(".{class}")), "{class}");
        }
    }
}
