//! Every example, in one list: tests render and check them, the gallery writes them out, axe walks over them.

use maud::Render;
use school_types::Language;
use words::Words;

use crate::{Chrome, Contact, SchoolLook, Width, look::Look, page};

mod journey;
mod school;

/// A page that shows a component, or several together as a real page would.
#[derive(Clone, Debug)]
pub struct Example {
    name: String,
    document: String,
}

impl Example {
    /// A whole page.
    pub(crate) fn page(name: impl Into<String>, chrome: &Chrome, body: impl Render) -> Self {
        Self { name: name.into(), document: page(chrome, body) }
    }

    /// A document that brings its own surroundings.
    pub(crate) fn own(name: impl Into<String>, document: String) -> Self {
        Self { name: name.into(), document }
    }

    /// A component on a page of the fictional school.
    pub(crate) fn part(name: impl Into<String>, body: impl Render) -> Self {
        let chrome = at_fernhill(Chrome::new(Words::new(Language::En), "Example"));
        Self::page(name, &chrome, body)
    }

    /// A component on a wide page.
    pub(crate) fn wide(name: impl Into<String>, body: impl Render) -> Self {
        let chrome = at_fernhill(Chrome::new(Words::new(Language::En), "Example")).width(Width::Wide);
        Self::page(name, &chrome, body)
    }

    /// What the example is called: a file name without its ending.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole HTML document.
    pub fn document(&self) -> &str {
        &self.document
    }
}

/// The colours of the fictional school.
pub(crate) fn fernhill_look() -> Look {
    "#7a1f3d".parse().map(Look::of).unwrap_or_default()
}

/// A page of the fictional school in English. The numbers are from Ofcom's range for drama.
fn at_fernhill(chrome: Chrome) -> Chrome {
    let contact =
        Contact { telephone: Some("01632 960 142".into()), email: Some("office@fernhill.example.org".into()) };
    of_school(chrome, "fernhill", "Fernhill Primary School", &fernhill_look(), contact)
}

/// A page of a school with a crest. An id that is none would leave the page without a school, which a test notices.
fn of_school(chrome: Chrome, id: &str, name: &str, look: &Look, contact: Contact) -> Chrome {
    let Ok(id) = id.parse() else { return chrome };
    let mut school = SchoolLook::new(id, name, look);
    school.has_crest = true;
    school.contact = Some(contact);
    chrome.school(&school)
}

/// The schools whose colours and crests the examples use: id and style sheet, for the gallery.
pub fn example_looks() -> Vec<(&'static str, String)> {
    vec![("fernhill", fernhill_look().css()), ("harbour", school::harbour_look().css())]
}

/// Every example.
pub fn all() -> Vec<Example> {
    [
        crate::text::examples(),
        crate::buttons::examples(),
        crate::files::examples(),
        crate::form::examples(),
        crate::inputs::examples(),
        crate::choices::examples(),
        crate::errors::examples(),
        crate::panels::examples(),
        crate::receipt::examples(),
        crate::status::examples(),
        crate::lists::examples(),
        crate::checklist::examples(),
        crate::cards::examples(),
        crate::codes::examples(),
        crate::services::examples(),
        crate::panel::examples(),
        crate::table::examples(),
        crate::matrix::examples(),
        crate::figures::examples(),
        crate::select::examples(),
        crate::ways::examples(),
        crate::refusal::examples(),
        school::examples(),
        journey::examples(),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_example_is_sound_html() {
        for example in all() {
            let problems = testkit::page_problems(example.document());
            assert!(problems.is_empty(), "{}:\n{}\n{}", example.name(), problems.join("\n"), example.document());
        }
    }

    #[test]
    fn every_example_but_the_list_of_schools_is_a_schools_own() {
        for example in all().iter().filter(|example| example.name() != "page-schools") {
            let schools = ["Fernhill Primary School", "Ysgol Gynradd yr Harbwr"];
            let is_own = schools.iter().any(|name| example.document().contains(&format!(" - {name}</title>")));
            assert!(is_own, "{}", example.name());
        }
    }

    #[test]
    fn every_example_has_a_name_of_its_own() {
        let names: BTreeSet<String> = all().iter().map(|example| example.name().to_owned()).collect();
        assert_eq!(names.len(), all().len());
    }

    #[test]
    fn a_first_visit_on_a_phone_fetches_under_sixty_kilobytes() {
        let size = |address: &str| {
            let asset = assets::find(address.strip_prefix("/assets/").unwrap()).unwrap();
            asset.gzip.unwrap_or(asset.plain).len()
        };
        let shared: usize = [
            assets::SITE_CSS,
            assets::SCRIPTS_PROGRESSIVE_JS,
            assets::FONTS_ATKINSON_NEXT_LATIN_400_WOFF2,
            assets::FONTS_ATKINSON_NEXT_LATIN_700_WOFF2,
        ]
        .map(size)
        .iter()
        .sum();
        // A crest may have 12,000 bytes; the page itself counts uncompressed, since not every host compresses.
        for example in all() {
            let total = shared + 12_000 + example.document().len();
            // Wide pages are staff's, at a desk, with the files of every page kept from the day before.
            let most = if example.document().contains("<body class=\"wide") { 120_000 } else { 60_000 };
            assert!(total < most, "{}: {total} bytes", example.name());
        }
    }

    #[test]
    fn every_class_in_a_page_is_one_the_style_sheet_knows() {
        let sheet: String = [
            include_str!("../../../static/style/20-page.css"),
            include_str!("../../../static/style/30-text.css"),
            include_str!("../../../static/style/40-forms.css"),
            include_str!("../../../static/style/50-panels.css"),
            include_str!("../../../static/style/60-lists.css"),
            include_str!("../../../static/style/65-checklist.css"),
            include_str!("../../../static/style/70-cards.css"),
            include_str!("../../../static/style/75-help.css"),
            include_str!("../../../static/style/80-tables.css"),
            include_str!("../../../static/style/84-staff.css"),
            include_str!("../../../static/style/85-classes.css"),
            include_str!("../../../static/style/86-class-sheet.css"),
            include_str!("../../../static/style/87-accounts.css"),
            include_str!("../../../static/panel/panel.css"),
        ]
        .concat();
        let known: BTreeSet<&str> = sheet
            .split('.')
            .skip(1)
            .map(|after| after.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap())
            .collect();
        for example in all() {
            for classes in example.document().split("class=\"").skip(1).map(|after| after.split('"').next().unwrap()) {
                for class in classes.split(' ') {
                    // Narrow is what a page is when nothing says otherwise; a name beside a crest needs no style but a link's.
                    let plain = ["narrow"].contains(&class);
                    assert!(plain || known.contains(class), "{}: .{class} is in no style sheet", example.name());
                }
            }
        }
    }
}
