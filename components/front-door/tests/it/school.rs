//! A school's first page, its colours and crest, and health.

use std::collections::BTreeMap;

use http::{Method, StatusCode};
use profiles::NamedContact;
use school_types::{Language, Text};
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
fn every_public_page_leads_to_a_privacy_notice_and_an_accessibility_statement() {
    for language in Language::ALL {
        let setup = Setup::with(IN_EARNEST);
        let mut browser = setup.browser();
        browser.speak(language);
        for path in [format!("/s/{ELM}/"), format!("/s/{ELM}/privacy"), format!("/s/{ELM}/nowhere")] {
            let page = browser.open(&path);
            let links = page.attributes("footer .foot-links a", "href");
            assert_eq!(links, [format!("/s/{ELM}/privacy"), format!("/s/{ELM}/accessibility")], "{path}");
        }
    }
}

#[test]
fn a_privacy_notice_says_what_is_kept_why_how_long_and_whom_to_ask() {
    let setup = Setup::with(IN_EARNEST);
    let mut browser = setup.browser();
    let page = browser.open(&format!("/s/{ELM}/privacy"));
    assert_eq!(page.heading(), "Privacy notice");
    let text = page.text();
    // What the school has not entered is said to be missing, and nothing is made up.
    for said in
        ["Elm Street Primary School decides", "has not named a data protection officer", "has not said here how long"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(page.attributes("main a[href^='https://ico.org.uk/']", "href").len(), 1);
    assert_eq!(page.texts("main tbody tr").len(), 10, "a lawful basis for each purpose");
    setup.installation.change_profile(ELM, |profile| {
        let e_mail = Some("dpo@example.org".to_owned());
        profile.privacy.officer = Some(NamedContact { name: "Data Help Ltd".to_owned(), telephone: None, e_mail });
        profile.privacy.details_years = Some(1);
        profile.privacy.answers_years = Some(6);
        profile.privacy.audit_years = Some(2);
    });
    let text = browser.open(&format!("/s/{ELM}/privacy")).text();
    for said in ["Data Help Ltd", "dpo@example.org", "for 1 year after", "for 6 years after", "did: for 2 years"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("has not said") && !text.contains("has not named"), "{text}");
}

#[test]
fn an_accessibility_statement_says_how_far_it_goes_and_whom_to_tell() {
    let setup = Setup::with(IN_EARNEST);
    let mut browser = setup.browser();
    let page = browser.open(&format!("/s/{ELM}/accessibility"));
    let text = page.text();
    for said in ["version 2.2, level AA", "partly meet", "28 November 2026", "has not reviewed this statement yet"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    setup.installation.change_profile(ELM, |profile| {
        profile.accessibility.reviewed = Some(school_types::Date::constant(2026, 9, 1));
        let limits = [
            (Language::En, "Our forms are not in large print."),
            (Language::Cy, "Nid yw ein ffurflenni mewn print bras."),
        ];
        let limits = limits.into_iter().map(|(language, text)| (language, text.to_owned())).collect::<BTreeMap<_, _>>();
        profile.accessibility.limits = Some(Text::try_from(limits).unwrap());
    });
    let text = browser.open(&format!("/s/{ELM}/accessibility")).text();
    assert!(text.contains("1 September 2026") && text.contains("Our forms are not in large print."), "{text}");
}

#[test]
fn cymraeg_does_not_disappear_on_an_error_page() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    let nowhere = browser.open(&format!("/s/{ELM}/nowhere"));
    assert_eq!(nowhere.attributes("nav.languages a", "href"), [format!("/s/{ELM}/nowhere?lang=cy")]);
    // Sent to a page that can be opened: that page is offered.
    let answer = setup.browser().send(Method::POST, &format!("/s/{ELM}/privacy"), None, &[]);
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(answer.body.contains(&format!("href=\"/s/{ELM}/privacy?lang=cy\"")), "{}", answer.body);
    // Sent to where there is none: the school's first page.
    let answer = setup.browser().send(Method::POST, &format!("/s/{ELM}/nowhere"), None, &[]);
    assert!(answer.body.contains(&format!("href=\"/s/{ELM}/?lang=cy\"")), "{}", answer.body);
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
