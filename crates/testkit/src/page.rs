//! A page as its reader sees it: headings, text, links and forms.

use http::StatusCode;
use scraper::{ElementRef, Html, Selector};

use crate::{Answer, Form, fail};

/// A page that was opened.
#[derive(Clone, Debug)]
pub struct Page {
    /// The address it was found at.
    pub path: String,
    /// What came back.
    pub answer: Answer,
}

pub(crate) fn selector(css: &str) -> Selector {
    match Selector::parse(css) {
        Ok(selector) => selector,
        Err(problem) => fail(format!("the selector {css}: {problem}")),
    }
}

fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Page {
    /// The page in an answer.
    pub const fn new(path: String, answer: Answer) -> Self {
        Self { path, answer }
    }

    /// The status.
    pub const fn status(&self) -> StatusCode {
        self.answer.status
    }

    fn html(&self) -> Html {
        Html::parse_document(&self.answer.body)
    }

    /// The page's heading.
    pub fn heading(&self) -> String {
        self.texts("h1").join(" ")
    }

    /// Everything one can read on it.
    pub fn text(&self) -> String {
        self.texts("body").join(" ")
    }

    /// The text of every element that a CSS selector finds.
    pub fn texts(&self, css: &str) -> Vec<String> {
        self.html().select(&selector(css)).map(text_of).collect()
    }

    /// An attribute of every element that a CSS selector finds.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        self.html().select(&selector(css)).filter_map(|element| element.attr(name).map(str::to_owned)).collect()
    }

    /// The address behind the first link of the main part whose address contains `part`.
    pub fn link(&self, part: &str) -> String {
        match self.links(part).into_iter().next() {
            Some(link) => link,
            None => fail(format!("no link to {part} on {} ({})", self.path, self.heading())),
        }
    }

    /// The address behind every link of the main part whose address contains `part`.
    pub fn links(&self, part: &str) -> Vec<String> {
        self.attributes("main a[href]", "href").into_iter().filter(|href| href.contains(part)).collect()
    }

    /// The first form of the main part whose action contains `part`.
    pub fn form(&self, part: &str) -> Form {
        match self.forms().into_iter().find(|form| form.action.contains(part)) {
            Some(form) => form,
            None => fail(format!("no form to {part} on {} ({})", self.path, self.heading())),
        }
    }

    /// Every form that is sent by POST, the one in the masthead last.
    pub fn forms(&self) -> Vec<Form> {
        let html = self.html();
        let main = selector("main form[method=post]");
        let masthead = selector("header form[method=post]");
        html.select(&main).chain(html.select(&masthead)).map(|form| Form::of(form, &self.path)).collect()
    }

    /// The choices offered under a name, in order.
    pub fn choices(&self, name: &str) -> Vec<String> {
        self.attributes(&format!("input[type=radio][name={name}]"), "value")
    }

    /// The value a typed or hidden field shows again.
    pub fn value(&self, name: &str) -> Option<String> {
        self.attributes(&format!("main input[name={name}]"), "value").into_iter().next()
    }
}
