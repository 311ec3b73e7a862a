//! A page as its reader sees it: headings, text, links and forms.

use anyhow::{Context, Result, bail};
use reqwest::StatusCode;
use scraper::{ElementRef, Html, Selector};

use crate::browser::Answer;

/// A page that was opened.
pub struct Page {
    /// The address it was found at, without the host.
    pub path: String,
    /// What came back.
    pub answer: Answer,
}

/// A form on a page, with the values its fields had.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    fields: Vec<(String, String)>,
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
        let fields = selector("input, textarea, select")?;
        let html = self.html();
        let read = |form: ElementRef<'_>| Form {
            action: form.attr("action").filter(|action| !action.is_empty()).unwrap_or(&self.path).to_owned(),
            fields: form.select(&fields).filter_map(field).collect(),
        };
        Ok(html.select(&forms).map(read).collect())
    }
}

/// The name and value a field would be sent with; nothing for an unticked choice.
fn field(element: ElementRef<'_>) -> Option<(String, String)> {
    let name = element.attr("name")?;
    let kind = element.attr("type").unwrap_or("text");
    if matches!(kind, "radio" | "checkbox") && element.attr("checked").is_none() {
        return None;
    }
    let value = match element.value().name() {
        "textarea" => element.text().collect(),
        // The answer chosen before, or the first one, as a browser would send it.
        "select" => {
            let options = || element.descendent_elements().filter(|option| option.value().name() == "option");
            let chosen = options().find(|option| option.attr("selected").is_some()).or_else(|| options().next());
            chosen.and_then(|option| option.attr("value")).unwrap_or_default().to_owned()
        }
        _ => element.attr("value").unwrap_or_default().to_owned(),
    };
    Some((name.to_owned(), value))
}

impl Form {
    /// A form made by hand, as somebody hostile would.
    pub fn made_up(action: &str, fields: &[(&str, &str)]) -> Self {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self { action: action.to_owned(), fields }
    }

    /// The same form with one field filled in.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same form with one more value under a name, as duplicated fields are sent.
    #[must_use]
    pub fn and(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same form without a field.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(field, _)| field != name);
        self
    }

    /// The value a field has.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The names of its fields.
    pub fn names(&self) -> Vec<&str> {
        self.fields.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// As it goes over the wire.
    pub fn encoded(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.fields).finish()
    }
}
