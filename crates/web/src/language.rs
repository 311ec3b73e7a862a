//! Which language a page is shown in.

use http::header::ACCEPT_LANGUAGE;
use school_types::Language;

use crate::{Cookie, Life, Refusal, Request, cookie, wants::weighted};

/// The query parameter of the language switch.
pub(crate) const PARAMETER: &str = "lang";
/// Remembers the choice. It is what the person asked for, holds nothing else, and so needs no consent (PECR
/// regulation 6(4)(b)).
const COOKIE: &str = "__Host-sg-lang";
const A_YEAR: u32 = 365 * 24 * 60 * 60;

/// The language of a page, and the cookie that remembers it when somebody has just chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The language.
    pub language: Language,
    /// Set on the answer.
    pub cookie: Option<Cookie>,
}

/// Chooses: what the language switch says (`?lang=cy`), else what it said before, else the school's own default, else
/// what the browser asks for, else English.
///
/// # Errors
///
/// [`Refusal::Broken`] when the cookie cannot be written.
pub fn choose_language(request: &Request, school: Option<Language>) -> Result<Chosen, Refusal> {
    if let Ok(language) = request.query().choice::<Language>(PARAMETER) {
        let cookie = Cookie::new(COOKIE, language.tag(), Life::Seconds(A_YEAR))?;
        return Ok(Chosen { language, cookie: Some(cookie) });
    }
    let before = cookie(request.headers(), COOKIE).and_then(|tag| tag.parse().ok());
    let language = before.or(school).or_else(|| preferred(request)).unwrap_or_default();
    Ok(Chosen { language, cookie: None })
}

/// The language of ours that the browser likes best, the first of equals (RFC 9110 section 12.5.4); `cy-GB` is Welsh.
pub fn preferred(request: &Request) -> Option<Language> {
    let line = request.header(&ACCEPT_LANGUAGE)?;
    let mut best: Option<(Language, u16)> = None;
    for (range, weight) in weighted(line) {
        let primary = range.split('-').next().unwrap_or_default();
        let Ok(language) = primary.parse::<Language>() else { continue };
        if weight > best.map_or(0, |(_, weight)| weight) {
            best = Some((language, weight));
        }
    }
    best.map(|(language, _)| language)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::test::request;

    fn shown(address: &str, headers: &[(&str, &str)], school: Option<Language>) -> Language {
        choose_language(&request("GET", address, headers), school).unwrap().language
    }

    #[test]
    fn the_language_switch_wins_and_is_remembered_for_a_year() {
        let page = request("GET", "/s/elm/?lang=cy", &[("cookie", "__Host-sg-lang=en")]);
        let chosen = choose_language(&page, Some(Language::En)).unwrap();
        assert_eq!(chosen.language, Language::Cy);
        let set = chosen.cookie.unwrap();
        let expected = "__Host-sg-lang=cy; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000";
        assert_eq!(set.header(), expected);
    }

    #[test]
    fn an_earlier_choice_wins_over_the_school_and_the_school_over_the_browser() {
        let welsh = [("accept-language", "cy-GB, en;q=0.8")];
        assert_eq!(shown("/", &[("cookie", "__Host-sg-lang=cy")], Some(Language::En)), Language::Cy);
        assert_eq!(shown("/", &welsh, Some(Language::En)), Language::En);
        assert_eq!(shown("/", &welsh, None), Language::Cy);
        assert_eq!(shown("/", &[], None), Language::En);
    }

    #[test]
    fn an_unknown_language_is_passed_over() {
        assert_eq!(shown("/?lang=tlh", &[("cookie", "__Host-sg-lang=cy")], None), Language::Cy);
        assert_eq!(shown("/?lang=cy&lang=en", &[], None), Language::En);
        assert_eq!(shown("/", &[("cookie", "__Host-sg-lang=xx"), ("accept-language", "fr, de")], None), Language::En);
    }

    #[test]
    fn the_browser_is_asked_what_it_likes_best() {
        let browser = |line| shown("/", &[("accept-language", line)], None);
        assert_eq!(browser("en;q=0.7, cy;q=0.9, fr"), Language::Cy);
        assert_eq!(browser("cy;q=0, fr"), Language::En);
        assert_eq!(browser("en, cy"), Language::En);
        assert_eq!(browser("CY"), Language::Cy);
    }

    proptest! {
        #[test]
        fn no_header_panics(line in "[ -~]{0,60}") {
            shown("/", &[("accept-language", &line), ("cookie", &line)], None);
        }
    }
}
