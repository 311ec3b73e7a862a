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

/// Whether an address is for programs alone: `/s/elm-street/check/api/v1`, `/tasks/daily`. Nobody who asks there is shown a
/// page, whatever they accept.
pub fn is_for_programs(request: &Request) -> bool {
    let segments = request.segments();
    segments.first().is_some_and(|first| first == "tasks") || segments.iter().skip(2).any(|segment| segment == "api")
}

/// The media type of `offers` that the caller likes best (RFC 9110 section 12.5.1). Of equals the one that was named most
/// exactly, then the first; also the first where none is acceptable, because an answer helps more than none.
pub fn preferred_type(request: &Request, offers: &[&'static str]) -> Option<&'static str> {
    let mut best: Option<(u16, u8, &'static str)> = None;
    for offer in offers {
        let mut liked: Option<(u8, u16)> = None;
        for line in request.headers().get_all(ACCEPT).iter().filter_map(|line| line.to_str().ok()) {
            for (range, weight) in weighted(line) {
                let exactness = match range.as_str() {
                    "*/*" => 1,
                    range if range == *offer => 3,
                    range => match range.strip_suffix("/*") {
                        Some(kind) if offer.split('/').next() == Some(kind) => 2,
                        _ => continue,
                    },
                };
                // The most exact range that fits decides the weight.
                if liked.is_none_or(|(other, _)| exactness > other) {
                    liked = Some((exactness, weight));
                }
            }
        }
        let (exactness, weight) = liked.unwrap_or_default();
        if best.is_none_or(|(other, exact, _)| (weight, exactness) > (other, exact)) {
            best = Some((weight, exactness, offer));
        }
    }
    best.map(|(_, _, offer)| offer)
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
    fn a_program_gets_the_type_it_likes_best() {
        const OFFERS: &[&str] = &["application/json", "application/sarif+json"];
        let preferred = |accept| preferred_type(&request("POST", "/", &[("accept", accept)]), OFFERS).unwrap();
        for json in ["", "*/*", "application/*", "text/html", "application/json, application/sarif+json;q=0.9", "q=x"] {
            assert_eq!(preferred(json), OFFERS[0], "{json}");
        }
        for sarif in ["application/sarif+json", "Application/SARIF+json, */*;q=0.1", "application/sarif+json, */*"] {
            assert_eq!(preferred(sarif), OFFERS[1], "{sarif}");
        }
        assert_eq!(preferred("*/*, application/json;q=0"), OFFERS[1]);
        assert_eq!(preferred_type(&request("POST", "/", &[]), OFFERS), Some(OFFERS[0]));
    }

    #[test]
    fn an_address_for_programs_is_known_by_its_path() {
        assert!(is_for_programs(&request("GET", "/s/elm/check/api/v1", &[])));
        assert!(is_for_programs(&request("POST", "/tasks/daily", &[])));
        assert!(!is_for_programs(&request("GET", "/s/tasks/consent", &[])));
        assert!(!is_for_programs(&request("GET", "/s/api/check", &[])));
        assert!(!is_for_programs(&request("GET", "/s/elm/consent?api", &[])));
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
