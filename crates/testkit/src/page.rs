//! A page as its reader sees it: headings, text, links and forms.

use http::StatusCode;
use scraper::{ElementRef, Html, Selector};

use crate::{Answer, fail};

/// A page that was opened.
#[derive(Clone, Debug)]
pub struct Page {
    /// The address it was found at.
    pub path: String,
    /// What came back.
    pub answer: Answer,
}

/// A form on a page, with the values its fields had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    fields: Vec<(String, String)>,
}

fn selector(css: &str) -> Selector {
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
        let fields = selector("input, textarea, select");
        let read = |form: ElementRef<'_>| Form {
            action: form.attr("action").filter(|action| !action.is_empty()).unwrap_or(&self.path).to_owned(),
            fields: form.select(&fields).filter_map(field).collect(),
        };
        let main = selector("main form[method=post]");
        let masthead = selector("header form[method=post]");
        html.select(&main).chain(html.select(&masthead)).map(read).collect()
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

/// The name and value a field would be sent with; nothing for an unticked choice.
fn field(element: ElementRef<'_>) -> Option<(String, String)> {
    let name = element.attr("name")?;
    let kind = element.attr("type").unwrap_or("text");
    if matches!(kind, "radio" | "checkbox") && element.attr("checked").is_none() {
        return None;
    }
    let value = match element.value().name() {
        "textarea" => element.text().collect(),
        // What a browser sends of a list nobody touched: the option marked, else the first.
        "select" => {
            let chosen = element.select(&selector("option[selected]")).next();
            let option = chosen.or_else(|| element.select(&selector("option")).next());
            option.and_then(|option| option.attr("value")).unwrap_or_default().to_owned()
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

    /// The same form, sent elsewhere.
    #[must_use]
    pub fn to(mut self, action: impl Into<String>) -> Self {
        self.action = action.into();
        self
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
