//! Whether a page is sound HTML: read by html5ever, as a browser would, and held against a list of what pages may contain.
//!
//! `maud` writes whatever it is told, misspelt tags included; this is what notices. It does not replace axe in a browser, which
//! sees colours and sizes; it runs on every rendered page of every test, in milliseconds.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{ElementRef, Html, Selector, html::Html as Document};

mod allowed;

use allowed::{ATTRIBUTES, ELEMENTS};

/// The hidden field without which a form that changes something could be forged.
const TOKEN: &str = "form-token";

/// Everything wrong with a page, one sentence each; empty for a sound one.
///
/// Checks: no parse error; only listed elements and attributes (so no inline style, no `on...` handler, no frame); ids unique and
/// every reference to one resolved; one first-level heading and no level skipped; language, title, one main part; every field labelled,
/// radios and checkboxes in a group with a legend; every button typed and named; every link named and leading somewhere; pictures with an
/// alternative; tables with caption and scoped headings; every form that posts carries its token; nothing fetched from elsewhere.
pub fn page_problems(page: &str) -> Vec<String> {
    let document = Html::parse_document(page);
    let mut problems: Vec<String> = document.errors.iter().map(|error| format!("not well formed: {error}")).collect();
    let elements: Vec<ElementRef<'_>> =
        document.root_element().descendent_elements().chain([document.root_element()]).collect();

    let mut ids: BTreeMap<&str, ElementRef<'_>> = BTreeMap::new();
    for element in &elements {
        allow(*element, &mut problems);
        if let Some(id) = element.value().id() {
            if id.is_empty() || id.contains(char::is_whitespace) {
                problems.push(format!("{}: an id that cannot be referred to: {id:?}", show(*element)));
            }
            if ids.insert(id, *element).is_some() {
                problems.push(format!("the id {id:?} is there twice"));
            }
        }
    }
    let labelled: BTreeSet<&str> =
        elements.iter().filter(|e| e.value().name() == "label").filter_map(|e| e.attr("for")).collect();
    for element in &elements {
        references(*element, &ids, &mut problems);
        names(*element, &labelled, &mut problems);
        sources(*element, &mut problems);
    }
    whole(&document, &mut problems);
    headings(&elements, &mut problems);
    problems
}

/// Fails the test with every problem of the page.
///
/// # Panics
///
/// If there is any.
pub fn assert_sound_page(page: &str) {
    let problems = page_problems(page);
    assert!(problems.is_empty(), "{}\n\nin\n{page}", problems.join("\n"));
}

/// The element's tag and what tells it from others of its kind, for messages.
fn show(element: ElementRef<'_>) -> String {
    let mark =
        ["id", "name", "class"].iter().find_map(|name| element.attr(name).map(|value| format!("{name}={value}")));
    format!("<{}{}>", element.value().name(), mark.map_or(String::new(), |mark| format!(" {mark}")))
}

fn allow(element: ElementRef<'_>, problems: &mut Vec<String>) {
    let tag = element.value().name();
    let Some((_, own)) = ELEMENTS.iter().find(|(name, _)| *name == tag) else {
        problems.push(format!("{}: not an element our pages use", show(element)));
        return;
    };
    for (attribute, _) in element.value().attrs() {
        if !ATTRIBUTES.contains(&attribute) && !own.contains(&attribute) {
            problems.push(format!("{}: may not have the attribute {attribute:?}", show(element)));
        }
    }
}

fn references(element: ElementRef<'_>, ids: &BTreeMap<&str, ElementRef<'_>>, problems: &mut Vec<String>) {
    for attribute in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
        let Some(value) = element.attr(attribute) else { continue };
        if value.trim().is_empty() {
            problems.push(format!("{}: {attribute} refers to nothing", show(element)));
        }
        for id in value.split_whitespace() {
            if !ids.contains_key(id) {
                problems.push(format!("{}: {attribute} refers to {id:?}, which is not there", show(element)));
            }
        }
    }
    if element.value().name() == "label" {
        let field = element.attr("for").and_then(|id| ids.get(id)).map(|field| field.value().name());
        if !matches!(field, Some("input" | "textarea" | "select")) {
            problems.push(format!("{}: a label of no field", show(element)));
        }
    }
    let target = element.attr("href").and_then(|href| href.strip_prefix('#'));
    if let Some(id) = target.filter(|id| !id.is_empty() && !ids.contains_key(id)) {
        problems.push(format!("{}: leads to #{id}, which is not there", show(element)));
    }
}

/// The text a screen reader would read for a button, link or heading, roughly: all text that is not hidden from it.
fn name_of(element: ElementRef<'_>) -> String {
    if let Some(label) = element.attr("aria-label") {
        return label.trim().to_owned();
    }
    let mut name = String::new();
    for child in element.children() {
        if let Some(text) = child.value().as_text() {
            name.push_str(text);
        } else if let Some(child) = ElementRef::wrap(child) {
            if child.attr("aria-hidden") == Some("true") {
                continue;
            }
            name.push_str(child.attr("alt").unwrap_or_default());
            name.push_str(&name_of(child));
        }
    }
    name.trim().to_owned()
}

fn is_inside(element: ElementRef<'_>, tag: &str) -> bool {
    element.ancestors().filter_map(ElementRef::wrap).any(|ancestor| ancestor.value().name() == tag)
}

fn first_child(element: ElementRef<'_>) -> Option<&str> {
    element.child_elements().next().map(|child| child.value().name())
}

/// What is wrong with a field.
fn field(element: ElementRef<'_>, labelled: &BTreeSet<&str>) -> Vec<&'static str> {
    let kind = element.attr("type");
    let is_hidden = kind == Some("hidden");
    let is_answer = matches!(kind, Some("radio" | "checkbox"));
    let has_label = element.value().id().is_some_and(|id| labelled.contains(id));
    let checks = [
        (element.attr("name").is_none(), "a field that is never sent"),
        (!is_hidden && !has_label, "a field without a label"),
        (element.value().name() == "input" && kind.is_none(), "a field without a type"),
        (is_answer && !is_inside(element, "fieldset"), "an answer outside a fieldset"),
        (is_answer && element.attr("value").is_none(), "an answer without a value"),
    ];
    checks.into_iter().filter_map(|(is_wrong, what)| is_wrong.then_some(what)).collect()
}

fn names(element: ElementRef<'_>, labelled: &BTreeSet<&str>, problems: &mut Vec<String>) {
    let mut say = |what: &str| problems.push(format!("{}: {what}", show(element)));
    let kind = element.attr("type");
    match element.value().name() {
        "input" | "textarea" | "select" => field(element, labelled).into_iter().for_each(&mut say),
        "button" => {
            if !matches!(kind, Some("submit" | "button")) {
                say("a button without a type");
            }
            if name_of(element).is_empty() {
                say("a button without a name");
            }
        }
        "a" => {
            if element.attr("href").is_none_or(str::is_empty) {
                say("a link that leads nowhere");
            }
            if name_of(element).is_empty() {
                say("a link without a name");
            }
        }
        "img" if element.attr("alt").is_none() => say("a picture without an alternative"),
        "svg" if element.attr("aria-hidden") != Some("true") => say("an icon that is neither hidden nor named"),
        "fieldset" if first_child(element) != Some("legend") => say("a group without a legend"),
        "table" if first_child(element) != Some("caption") => say("a table without a caption"),
        "th" if element.attr("scope").is_none() => say("a table heading without a scope"),
        "details" if first_child(element) != Some("summary") => say("details without a summary"),
        "nav" if name_of_landmark(element).is_none() => say("a navigation without a name"),
        "form" if element.attr("method") == Some("post") => {
            let has_token = element
                .descendent_elements()
                .any(|field| field.attr("type") == Some("hidden") && field.attr("name") == Some(TOKEN));
            if !has_token {
                say("a form that posts without its token");
            }
        }
        _ => {}
    }
    if element.attr("tabindex").is_some_and(|place| !matches!(place, "0" | "-1")) {
        say("an order of its own for the Tab key");
    }
}

fn name_of_landmark(element: ElementRef<'_>) -> Option<&str> {
    element.attr("aria-label").or_else(|| element.attr("aria-labelledby")).filter(|name| !name.trim().is_empty())
}

/// Nothing is fetched from, and no form is sent to, another site; links may lead to one, by https.
fn sources(element: ElementRef<'_>, problems: &mut Vec<String>) {
    let tag = element.value().name();
    let is_own = |address: &str| address.starts_with('/') && !address.starts_with("//");
    for attribute in ["src", "href", "action"] {
        let Some(address) = element.attr(attribute) else { continue };
        let fine = match (tag, attribute) {
            ("a", "href") => {
                is_own(address)
                    || ["#", "?", "tel:", "sms:", "mailto:", "https://"].iter().any(|start| address.starts_with(start))
            }
            // A drawing that stands on the page already.
            ("use", "href") => address.starts_with('#'),
            _ => is_own(address),
        };
        if !fine {
            problems.push(format!("{}: {attribute} is {address:?}", show(element)));
        }
    }
}

/// What a page has exactly one of.
fn whole(document: &Document, problems: &mut Vec<String>) {
    let root = document.root_element();
    if root.attr("lang").is_none_or(str::is_empty) {
        problems.push("the page does not say its language".into());
    }
    for (what, tag) in [("title", "title"), ("main part", "main"), ("first-level heading", "h1")] {
        let Ok(selector) = Selector::parse(tag) else { continue };
        let found: Vec<String> = document.select(&selector).map(name_of).collect();
        if found.len() != 1 {
            problems.push(format!("{} of what there is one of: {what}", found.len()));
        }
        if found.iter().any(String::is_empty) {
            problems.push(format!("an empty {what}"));
        }
    }
}

fn headings(elements: &[ElementRef<'_>], problems: &mut Vec<String>) {
    let mut before = 0;
    for element in elements {
        let Some(level) = element.value().name().strip_prefix('h').and_then(|level| level.parse::<u8>().ok()) else {
            continue;
        };
        if name_of(*element).is_empty() {
            problems.push(format!("{}: an empty heading", show(*element)));
        }
        // Something may stand before the page's own heading (the list of what is wrong), one level below it.
        if level > before + 1 && before != 0 {
            problems.push(format!("{}: a level of headings is skipped", show(*element)));
        }
        before = level;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(body: &str) -> String {
        format!(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>T</title></head><body><main id=\"main\">\
             <h1>H</h1>{body}</main></body></html>"
        )
    }

    fn assert_noticed(body: &str, sentence: &str) {
        let problems = page_problems(&page(body));
        assert!(problems.iter().any(|problem| problem.contains(sentence)), "{body}: {problems:?}");
    }

    #[test]
    fn a_sound_page_has_no_problem() {
        let body = r##"<p>Text, <a href="#main">a link</a> and <strong>stress</strong>.</p>
            <form method="post" action="/s/a/x" novalidate><input type="hidden" name="form-token" value="t">
            <fieldset aria-describedby="q-hint"><legend>Q</legend><p id="q-hint">Hint</p>
            <input type="radio" name="q" id="q" value="a"><label for="q">A</label></fieldset>
            <button type="submit">Send</button></form>
            <table><caption>C</caption><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"##;
        assert_eq!(page_problems(&page(body)), Vec::<String>::new());
    }

    #[test]
    fn script_and_style_inside_a_page_are_noticed() {
        assert_noticed("<p style=\"color: red\">T</p>", "\"style\"");
        assert_noticed("<p onclick=\"x()\">T</p>", "\"onclick\"");
        assert_noticed("<style>p {}</style>", "not an element");
        assert_noticed("<iframe></iframe>", "not an element");
        assert_noticed("<a href=\"javascript:x()\">T</a>", "href is");
        assert_noticed("<img alt=\"\" src=\"https://example.org/p.png\">", "src is");
        assert_noticed("<img alt=\"\" src=\"//example.org/p.png\">", "src is");
    }

    #[test]
    fn misspelt_and_unclosed_tags_are_noticed() {
        assert_noticed("<buton>T</buton>", "not an element");
        assert_noticed("<p>T</div>", "not well formed");
        assert_noticed("<div><p>T</p>", "not well formed");
    }

    #[test]
    fn fields_buttons_and_links_without_names_are_noticed() {
        assert_noticed("<input type=\"text\" name=\"a\" id=\"a\">", "without a label");
        assert_noticed("<label for=\"a\">A</label><input type=\"text\" name=\"a\">", "which is not there");
        assert_noticed("<button>T</button>", "without a type");
        assert_noticed("<button type=\"submit\"></button>", "without a name");
        assert_noticed("<a href=\"/\"><svg aria-hidden=\"true\"></svg></a>", "a link without a name");
        assert_noticed("<a href=\"\">T</a>", "leads nowhere");
        assert_noticed(
            "<input type=\"radio\" name=\"q\" id=\"q\" value=\"1\"><label for=\"q\">Q</label>",
            "outside a fieldset",
        );
        assert_noticed("<fieldset><p>T</p></fieldset>", "without a legend");
    }

    #[test]
    fn ids_that_clash_or_lead_nowhere_are_noticed() {
        assert_noticed("<p id=\"main\">T</p>", "is there twice");
        assert_noticed("<p aria-describedby=\"gone\">T</p>", "which is not there");
        assert_noticed("<a href=\"#gone\">T</a>", "which is not there");
    }

    #[test]
    fn headings_out_of_order_are_noticed() {
        assert_noticed("<h1>Another</h1>", "first-level heading");
        assert_noticed("<h3>T</h3>", "is skipped");
        assert_noticed("<h2></h2>", "an empty heading");
    }

    #[test]
    fn a_form_that_could_be_forged_is_noticed() {
        assert_noticed(
            "<form method=\"post\" action=\"/x\"><button type=\"submit\">T</button></form>",
            "without its token",
        );
        assert_noticed("<form method=\"get\" action=\"https://example.org/\"></form>", "action is");
    }

    #[test]
    fn a_page_that_does_not_say_its_language_is_noticed() {
        let problems = page_problems("<!DOCTYPE html><title>T</title><main><h1>H</h1></main>");
        assert!(problems.iter().any(|problem| problem.contains("language")), "{problems:?}");
    }
}
