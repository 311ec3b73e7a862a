//! A school's first page, its colours and crest, and health.

use http::{Method, StatusCode};
use school_types::Language;
use testkit::installation::{ASH, ELM};

use crate::harness::{IN_EARNEST, Setup};

#[test]
fn a_schools_door_shows_its_name_and_leads_to_what_works() {
    for language in Language::ALL {
        let setup = Setup::with(IN_EARNEST);
        let mut browser = setup.browser();
        browser.speak(language);
        for (slug, name, other) in [(ELM, "Elm Street Primary School", ASH), (ASH, "Ash Grove Primary School", ELM)] {
            let page = browser.open(&format!("/s/{slug}"));
            assert_eq!(page.path, format!("/s/{slug}/"));
            assert!(page.texts("header .school-name").concat() == name && page.texts("title").concat().contains(name));
            assert_eq!(page.attributes("html", "lang"), [language.tag()]);
            assert!(page.links(&format!("/s/{slug}/consent")).len() == 1 && page.links("/receipts").len() == 1);
            assert_eq!(page.links(&format!("/s/{slug}/office")).len(), 1, "staff");
            assert!(!page.answer.body.contains(other), "{slug} mentions {other}");
        }
    }
}

#[test]
fn the_language_switch_is_remembered() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    let page = browser.open(&format!("/s/{ELM}/"));
    let switch = page.attributes("nav.languages a", "href");
    assert_eq!(switch, [format!("/s/{ELM}/?lang=cy")]);
    browser.open(&switch[0]);
    assert_eq!(browser.open(&format!("/s/{ASH}/")).attributes("html", "lang"), ["cy"]);
    for bad in ["?lang=xx", "?lang=", "?lang=cy&lang=en", "?lang=%3Cb%3E"] {
        assert_eq!(browser.open(&format!("/s/{ASH}/{bad}")).attributes("html", "lang"), ["cy"], "{bad}");
    }
}

#[test]
fn colours_and_crest_are_files_that_browsers_keep() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    let page = browser.open(&format!("/s/{ELM}/"));
    let sheets = page.attributes("link[rel=stylesheet]", "href");
    let own = sheets.iter().find(|sheet| sheet.starts_with(&format!("/s/{ELM}/look.css?v="))).unwrap();
    let look = setup.browser().send(Method::GET, own, None, &[]);
    assert_eq!(look.header("cache-control"), "public, max-age=31536000, immutable");
    assert!(look.body.contains("--") && !look.body.contains("</"), "{}", look.body);
    let crest = setup.browser().send(Method::GET, &format!("/s/{ELM}/crest.svg"), None, &[]);
    assert_eq!(crest.header("content-type"), "image/svg+xml");
    assert_eq!(crest.header("cache-control"), "public, max-age=86400");
    assert!(crest.body.trim_start().starts_with("<svg") && !crest.body.contains("script"));
    for file in [&look, &crest] {
        assert!(file.headers.get("set-cookie").is_none(), "what caches keep sets no cookie");
    }
    assert!(browser.cookies().is_empty(), "nor does a page without a form");
    // What is not there is kept by nobody.
    let none = setup.browser().send(Method::GET, "/s/yew-lane/crest.svg", None, &[]);
    assert_eq!(none.header("cache-control"), "no-store");
}

#[test]
fn a_school_that_changes_its_colours_changes_their_address() {
    let setup = Setup::new();
    let sheet =
        || setup.browser().open(&format!("/s/{ELM}/")).attributes("link[rel=stylesheet]", "href").pop().unwrap();
    let before = sheet();
    setup.installation.change_profile(ELM, |fields| fields.accent = "#123456".parse().unwrap());
    assert_ne!(sheet(), before);
}

#[test]
fn health_tells_whether_the_store_answers() {
    let setup = Setup::with(IN_EARNEST);
    let health = || {
        let answer = setup.browser().send(Method::GET, "/health", None, &[]);
        let body: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(body["version"], env!("CARGO_PKG_VERSION"));
        (answer.status.as_u16(), body["status"].as_str().unwrap().to_owned(), body["store_reachable"].as_bool())
    };
    assert_eq!(health(), (200, "ok".to_owned(), Some(true)));
    setup.installation.store.stop_at_step(0);
    assert_eq!(health(), (503, "store-down".to_owned(), Some(false)));
    for path in [format!("/s/{ELM}/"), format!("/s/{ELM}/look.css"), format!("/s/{ELM}/crest.svg")] {
        let page = setup.browser().open(&path);
        assert_eq!(page.status(), StatusCode::SERVICE_UNAVAILABLE, "{path}");
        assert!(!page.answer.header("retry-after").is_empty() && page.answer.header("cache-control") == "no-store");
    }
    setup.installation.store.restart();
    assert_eq!(health(), (200, "ok".to_owned(), Some(true)));
}
