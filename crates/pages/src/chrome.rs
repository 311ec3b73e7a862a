//! The document around every page: head, masthead, main part, foot.

use maud::{DOCTYPE, Markup, PreEscaped, Render, html};
use school_types::{Language, SchoolId};
use web::FormGuard;
use words::Words;

use crate::{Icon, Line, look::Look, status::Progress};

/// How much room a page takes on a wide screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// One column to read and answer in, under 70 characters a line.
    #[default]
    Narrow,
    /// Cards side by side: a front door.
    Middle,
    /// Tables: staff pages.
    Wide,
}

/// What a school looks like at the top of its pages.
#[derive(Clone, Debug)]
pub struct SchoolLook {
    /// Whose front door the name leads to.
    pub school: SchoolId,
    /// The name as the school writes it.
    pub name: String,
    /// `Look::version` of its colours.
    pub css_version: String,
    /// Whether `/s/{school}/crest.svg` is there; initials stand in for it otherwise.
    pub has_crest: bool,
    /// Whom to ask.
    pub contact: Option<Contact>,
}

impl SchoolLook {
    /// A school without a crest and without a contact.
    pub fn new(school: SchoolId, name: impl Into<String>, look: &Look) -> Self {
        Self { school, name: name.into(), css_version: look.version(), has_crest: false, contact: None }
    }

    fn crest(&self) -> Option<String> {
        self.has_crest.then(|| format!("/s/{}/crest.svg", self.school))
    }

    /// The initials of the first two words, in place of a crest.
    fn initials(&self) -> String {
        self.name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect()
    }
}

/// How to reach a school's office: at the foot of every page of the school.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    /// The telephone number as the school writes it.
    pub telephone: Option<String>,
    /// The office's e-mail address.
    pub email: Option<String>,
}

#[derive(Clone, Debug)]
struct SignedIn {
    name: String,
    sign_out: String,
    token: String,
}

/// Everything on a page that is not the page itself.
#[derive(Clone, Debug)]
pub struct Chrome {
    words: Words,
    title: String,
    school: Option<SchoolLook>,
    signed_in: Option<SignedIn>,
    language_path: Option<String>,
    back: Option<String>,
    has_errors: bool,
    step: Option<(u64, u64)>,
    width: Width,
    is_public: bool,
    foot_links: Vec<(String, String)>,
    is_for_staff: bool,
}

impl Chrome {
    /// A narrow page that search engines leave alone. `title` is what the browser's tab says: the page's heading in short.
    pub fn new(words: Words, title: impl Into<String>) -> Self {
        Self {
            words,
            title: title.into(),
            school: None,
            signed_in: None,
            language_path: None,
            back: None,
            has_errors: false,
            step: None,
            width: Width::default(),
            is_public: false,
            foot_links: Vec::new(),
            is_for_staff: false,
        }
    }

    /// Whose page it is.
    #[must_use]
    pub fn school(mut self, school: &SchoolLook) -> Self {
        self.school = Some(school.clone());
        self
    }

    /// Who is signed in, and where the form that signs them out goes, with its token.
    #[must_use]
    pub fn signed_in(mut self, name: impl Into<String>, sign_out: impl Into<String>, token: impl Into<String>) -> Self {
        self.signed_in = Some(SignedIn { name: name.into(), sign_out: sign_out.into(), token: token.into() });
        self
    }

    /// Offers the other languages of this page, which is at `path`. A query is kept, so it must hold nothing personal and no
    /// language.
    #[must_use]
    pub fn languages(mut self, path: impl Into<String>) -> Self {
        self.language_path = Some(path.into());
        self
    }

    /// The page before this one.
    #[must_use]
    pub fn back(mut self, href: impl Into<String>) -> Self {
        self.back = Some(href.into());
        self
    }

    /// Whether something typed was refused: the title says so first, where a screen reader begins.
    #[must_use]
    pub fn has_errors(mut self, has_errors: bool) -> Self {
        self.has_errors = has_errors;
        self
    }

    /// Question `number` of `of`.
    #[must_use]
    pub fn step(mut self, number: u64, of: u64) -> Self {
        self.step = Some((number, of));
        self
    }

    /// How much room the page takes.
    #[must_use]
    pub fn width(mut self, width: Width) -> Self {
        self.width = width;
        self
    }

    /// Lets search engines keep the page: it says nothing about anybody.
    #[must_use]
    pub fn public(mut self) -> Self {
        self.is_public = true;
        self
    }

    /// A page for the school's own staff: they are not told to ask the office, which many of them are.
    #[must_use]
    pub fn for_staff(mut self) -> Self {
        self.is_for_staff = true;
        self
    }

    /// A link at the foot: privacy, accessibility.
    #[must_use]
    pub fn foot_link(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.foot_links.push((label.into(), href.into()));
        self
    }

    fn head(&self) -> Markup {
        let crest = self.school.as_ref().and_then(SchoolLook::crest);
        html! {
            meta charset="utf-8";
            title {
                @if self.has_errors { (self.words.shared_error_prefix()) " " }
                (self.title)
                @if let Some(school) = &self.school { " - " (school.name) }
            }
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light";
            // A fingerprint is not a telephone number, whatever a phone may think.
            meta name="format-detection" content="telephone=no";
            @if !self.is_public { meta name="robots" content="noindex, nofollow"; }
            @for font in [assets::FONTS_ATKINSON_NEXT_LATIN_400_WOFF2, assets::FONTS_ATKINSON_NEXT_LATIN_700_WOFF2] {
                link rel="preload" href=(font) as="font" type="font/woff2" crossorigin="anonymous";
            }
            link rel="stylesheet" href=(assets::SITE_CSS);
            @if let Some(school) = &self.school {
                link rel="stylesheet" href={ "/s/" (school.school.as_str()) "/look.css?v=" (school.css_version) };
            }
            link rel="icon" type="image/svg+xml" href=(crest.as_deref().unwrap_or(assets::ICONS_SCHOOLGATE_SVG));
            script type="module" src=(assets::SCRIPTS_PROGRESSIVE_JS) {}
        }
    }

    fn masthead(&self) -> Markup {
        let others: Vec<Language> =
            Language::ALL.into_iter().filter(|language| *language != self.words.language()).collect();
        html! {
            header {
                div.masthead-band {
                    div.frame.masthead-row {
                        (self.whose())
                        @if self.language_path.is_some() || self.signed_in.is_some() {
                            div.masthead-tools {
                                @if let Some(path) = &self.language_path {
                                    @let joint = if path.contains('?') { "&" } else { "?" };
                                    nav.languages aria-label=(self.words.shared_language_switch()) {
                                        ul {
                                            @for language in others {
                                                li {
                                                    a href={ (path) (joint) "lang=" (language.tag()) } lang=(language.tag())
                                                        hreflang=(language.tag()) { (language.own_name()) }
                                                }
                                            }
                                        }
                                    }
                                }
                                @if let Some(person) = &self.signed_in { (self.sign_out(person)) }
                            }
                        }
                    }
                }
                @if let Some(back) = &self.back {
                    div.frame { a.back href=(back) { (Icon::Back) (self.words.shared_back()) } }
                }
            }
        }
    }

    fn whose(&self) -> Markup {
        let Some(school) = &self.school else {
            return html! { span.school { span.crest.crest-letters { (Icon::Gate) } span.school-name { "Schoolgate" } } };
        };
        html! {
            a.school href={ "/s/" (school.school.as_str()) "/" } {
                @if let Some(src) = school.crest() {
                    // The name beside it says whose crest it is.
                    span.crest { img src=(src) alt="" width="64" height="64"; }
                } @else {
                    span.crest.crest-letters aria-hidden="true" { (school.initials()) }
                }
                span.school-name { (school.name) }
            }
        }
    }

    fn sign_out(&self, person: &SignedIn) -> Markup {
        html! {
            span.person { span.unseen { (self.words.shared_signed_in_as()) " " } (person.name) }
            form method="post" action=(person.sign_out) {
                input type="hidden" name=(FormGuard::FIELD) value=(person.token);
                button.button.button-quiet type="submit" { (self.words.shared_sign_out()) }
            }
        }
    }

    fn foot(&self) -> Markup {
        let contact = self.school.as_ref().and_then(|school| school.contact.as_ref()).filter(|_| !self.is_for_staff);
        html! {
            footer.foot {
                div.frame {
                    @if let Some(contact) = contact { (self.help(contact)) }
                    div.foot-end {
                        p.mark { (Icon::Gate) "Schoolgate" }
                        @if !self.foot_links.is_empty() {
                            ul.foot-links { @for (label, href) in &self.foot_links { li { a href=(href) { (label) } } } }
                        }
                    }
                }
            }
        }
    }

    fn help(&self, contact: &Contact) -> Markup {
        html! {
            div.help {
                (Icon::Speech)
                div {
                    h2 { (self.words.shared_help_title()) }
                    p { (self.words.shared_help_office()) }
                    ul {
                        @if let Some(number) = &contact.telephone { li { (Line::new().telephone(number)) } }
                        @if let Some(address) = &contact.email { li { (Line::new().email(address)) } }
                    }
                }
            }
        }
    }

    fn body_class(&self) -> &'static str {
        match (self.width, self.back.is_some()) {
            (Width::Narrow, true) => "narrow",
            (Width::Narrow, false) => "narrow no-back",
            (Width::Middle, true) => "middle",
            (Width::Middle, false) => "middle no-back",
            (Width::Wide, true) => "wide",
            (Width::Wide, false) => "wide no-back",
        }
    }
}

/// The whole document. `body` holds the page's only first-level heading.
pub fn page(chrome: &Chrome, body: impl Render) -> String {
    let words = chrome.words;
    let document = html! {
        (DOCTYPE)
        html lang=(words.language().tag()) {
            head { (chrome.head()) }
            body class=(chrome.body_class()) {
                a.skip href="#main" { (words.shared_skip_link()) }
                (chrome.masthead())
                main.frame #main tabindex="-1" {
                    @if let Some((number, of)) = chrome.step {
                        // What has been answered lies behind the bar; this question is still to do.
                        p.step-count { (Progress::new(words.shared_step(number, of), number.saturating_sub(1), of)) }
                    }
                    (body)
                }
                (chrome.foot())
            }
        }
    };
    let PreEscaped(text) = document;
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn school() -> SchoolLook {
        SchoolLook::new("fernhill".parse().unwrap(), "Fernhill <Primary> School", &Look::default())
    }

    #[test]
    fn a_page_says_in_its_title_that_something_was_refused() {
        let chrome = Chrome::new(Words::new(Language::En), "Your email").school(&school());
        let title = |chrome: &Chrome| {
            let shown = page(chrome, "");
            shown.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0.to_owned()
        };
        assert_eq!(title(&chrome), "Your email - Fernhill &lt;Primary&gt; School");
        assert_eq!(title(&chrome.has_errors(true)), "Error: Your email - Fernhill &lt;Primary&gt; School");
    }

    #[test]
    fn search_engines_leave_a_page_alone_unless_it_is_public() {
        let chrome = Chrome::new(Words::new(Language::En), "T");
        assert!(page(&chrome, "").contains("noindex"));
        assert!(!page(&chrome.public(), "").contains("noindex"));
    }

    #[test]
    fn the_office_is_not_told_to_ask_the_office() {
        let mut school = school();
        school.contact = Some(Contact { telephone: Some("01632 960101".to_owned()), email: None });
        let chrome = Chrome::new(Words::new(Language::En), "T").school(&school);
        assert!(page(&chrome, "").contains("01632 960101"));
        assert!(!page(&chrome.for_staff(), "").contains("01632 960101"));
    }

    #[test]
    fn the_other_languages_are_offered_and_this_one_is_not() {
        let shown = page(&Chrome::new(Words::new(Language::Cy), "T").languages("/s/fernhill/"), "");
        assert!(shown.contains(r#"<html lang="cy">"#));
        assert!(shown.contains(r#"href="/s/fernhill/?lang=en" lang="en" hreflang="en""#), "{shown}");
        assert!(!shown.contains("?lang=cy"));
    }

    #[test]
    fn a_page_without_scripts_or_fonts_is_small() {
        let chrome = Chrome::new(Words::new(Language::En), "T").school(&school()).back("/").step(3, 9);
        let size = page(&chrome, "").len();
        assert!(size < 6_000, "{size} bytes around every page");
    }
}
