//! Lists with weights, and what a caller asks for with them.

use http::header::ACCEPT;

use crate::Request;

/// Whether a program asks, and wants JSON: it names a JSON type and likes it better than any HTML type it names. Who
/// names neither (`*/*`, or nothing) gets a page.
pub fn wants_json(request: &Request) -> bool {
    let (mut json, mut html) = (0, 0);
    for line in request.headers().get_all(ACCEPT).iter().filter_map(|line| line.to_str().ok()) {
        for (range, weight) in weighted(line) {
            match range.as_str() {
                "text/html" | "application/xhtml+xml" => html = html.max(weight),
                "application/json" | "application/*" => json = json.max(weight),
                other if other.starts_with("application/") && other.ends_with("+json") => json = json.max(weight),
                _ => {}
            }
        }
    }
    json > html
}

/// The entries of a list such as `Accept` in lower case, with their weights in thousandths (RFC 9110 section 12.4.2).
/// An entry whose weight cannot be read counts for nothing.
pub(crate) fn weighted(line: &str) -> impl Iterator<Item = (String, u16)> + '_ {
    line.split(',').filter_map(|entry| {
        let mut parts = entry.split(';').map(str::trim);
        let name = parts.next().filter(|name| !name.is_empty())?.to_ascii_lowercase();
        let weight =
            parts.filter_map(|part| part.split_once('=')).find(|(key, _)| key.trim().eq_ignore_ascii_case("q"));
        let weight = weight.map_or(Some(1000), |(_, value)| thousandths(value.trim()))?;
        Some((name, weight))
    })
}

fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !matches!(whole, "0" | "1") || fraction.len() > 3 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let value = format!("{whole}{fraction:0<3}").parse::<u16>().ok()?;
    (value <= 1000).then_some(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::test::request;

    fn wants(accept: &str) -> bool {
        wants_json(&request("GET", "/", &[("accept", accept)]))
    }

    #[test]
    fn a_browser_gets_a_page_and_a_program_json() {
        assert!(!wants("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"));
        assert!(!wants("*/*"));
        assert!(!wants_json(&request("GET", "/", &[])));
        assert!(wants("application/json"));
        assert!(wants("Application/Problem+JSON"));
        assert!(wants("application/json, text/plain, */*"));
        assert!(wants("text/html;q=0.5, application/json;q=0.9"));
        assert!(!wants("text/html, application/json"));
        assert!(!wants("application/json;q=0"));
        assert!(!wants("application/json;q=high"));
    }

    #[test]
    fn weights_are_read_to_the_thousandth() {
        let list: Vec<_> = weighted("a;q=0.25, b; level=1 ;Q=1.000,, c;q=0.1234, d;q=1.5, e;q=2, f;q=.5").collect();
        assert_eq!(list, [("a".to_owned(), 250), ("b".to_owned(), 1000)]);
    }

    proptest! {
        #[test]
        fn no_list_panics(line in "\\PC{0,60}") {
            prop_assert!(weighted(&line).all(|(_, weight)| weight <= 1000));
        }
    }
}
