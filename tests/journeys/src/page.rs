//! A page as its reader sees it: headings, text, links and forms.

use anyhow::{Context, Result, bail};
use reqwest::StatusCode;
use scraper::{ElementRef, Html, Selector};
pub use testkit::Form;

use crate::browser::Answer;

/// A page that was opened.
pub struct Page {
    /// The address it was found at, without the host.
    pub path: String,
    /// What came back.
    pub answer: Answer,
}

fn selector(css: &str) -> Result<Selector> {
    match Selector::parse(css) {
        Ok(selector) => Ok(selector),
        Err(error) => bail!("the selector {css}: {error}"),
    }
}

fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Page {
    pub(crate) const fn new(path: String, answer: Answer) -> Self {
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
        self.texts("h1").unwrap_or_default().join(" ")
    }

    /// Everything one can read on it.
    pub fn text(&self) -> String {
        self.texts("body").unwrap_or_default().join(" ")
    }

    /// The text of every element that a CSS selector finds.
    pub fn texts(&self, css: &str) -> Result<Vec<String>> {
        let selector = selector(css)?;
        Ok(self.html().select(&selector).map(text_of).collect())
    }

    /// An attribute of every element that a CSS selector finds.
    pub fn attributes(&self, css: &str, name: &str) -> Result<Vec<String>> {
        let selector = selector(css)?;
        Ok(self.html().select(&selector).filter_map(|e| e.attr(name).map(str::to_owned)).collect())
    }

    /// The address behind the first link whose text contains `words`.
    pub fn link(&self, words: &str) -> Result<String> {
        let selector = selector("a[href]")?;
        self.html()
            .select(&selector)
            .find(|link| text_of(*link).contains(words))
            .and_then(|link| link.attr("href").map(str::to_owned))
            .with_context(|| format!("no link “{words}” on {} ({})", self.path, self.heading()))
    }

    /// The first form whose action contains `part`.
    pub fn form(&self, part: &str) -> Result<Form> {
        self.forms()?
            .into_iter()
            .find(|form| form.action.contains(part))
            .with_context(|| format!("no form to “{part}” on {} ({})", self.path, self.heading()))
    }

    /// Every form that is sent by POST.
    pub fn forms(&self) -> Result<Vec<Form>> {
        let forms = selector("form[method=post]")?;
        let html = self.html();
        Ok(html.select(&forms).map(|form| Form::of(form, &self.path)).collect())
    }
}
