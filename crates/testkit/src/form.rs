//! A form on a page, as a browser without scripts sends it.

use scraper::ElementRef;

use crate::page::selector;

/// A form on a page, with the values its fields had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    fields: Vec<(String, String)>,
}

impl Form {
    /// The form of this element, on a page found at `path`.
    pub fn of(form: ElementRef<'_>, path: &str) -> Self {
        Self {
            action: form.attr("action").filter(|action| !action.is_empty()).unwrap_or(path).to_owned(),
            fields: form.select(&selector("input, textarea, select")).filter_map(field).collect(),
        }
    }

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
