//! The house itself: files, headers, health, and what is only there in a demonstration.

use journeys::{
    browser::Answer,
    gate::{Gate, Options},
    parent::{Parent, letters},
    wire::Wire,
};
use reqwest::Method;

use crate::{SCHOOL, route_walk::assert_no_demonstration, shared};

/// The files that a page of the school links to.
fn files(gate: &Gate) -> Vec<String> {
    let page = gate.browser().unwrap().open(&format!("/s/{SCHOOL}/consent")).unwrap();
    let mut files = page.attributes("link[href]", "href").unwrap();
    files.extend(page.attributes("script[src], img[src]", "src").unwrap());
    assert!(files.iter().any(|file| file.contains(".css")) && files.iter().any(|file| file.contains("crest.svg")));
    assert!(files.iter().all(|file| file.starts_with('/') && !file.starts_with("//")), "{files:?}");
    files.sort();
    files.dedup();
    files
}

#[test]
fn every_file_of_a_page_is_served_to_keep_and_may_be_asked_about_without_its_body() {
    let gate = shared();
    let mut browser = gate.browser().unwrap();
    for file in files(&gate) {
        let whole = browser.send(Method::GET, &file, None, &[]).unwrap();
        assert_eq!(whole.status, 200, "{file}");
        assert!(whole.header("cache-control").starts_with("public, max-age="), "{file}");
        assert_eq!(whole.header("x-content-type-options"), "nosniff", "{file}");
        assert_eq!(whole.header("set-cookie"), "", "{file}");
        let kind = match file.split('?').next().unwrap().rsplit('.').next().unwrap() {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "svg" => "image/svg+xml",
            "woff2" => "font/woff2",
            other => panic!("a page links to a file of the kind {other}"),
        };
        assert_eq!(whole.header("content-type"), kind, "{file}");

        let head = browser.send(Method::HEAD, &file, None, &[]).unwrap();
        assert_eq!((head.status, head.body.as_str()), (whole.status, ""), "{file}");
        assert_eq!(head.header("content-type"), kind, "{file}");
        assert_eq!(browser.send(Method::POST, &file, None, &[]).unwrap().status, 405, "{file}");
    }
}

#[test]
fn assets_go_out_packed_and_only_once() {
    let gate = shared();
    let sheet = files(&gate).into_iter().find(|file| file.starts_with("/assets/") && file.ends_with(".css")).unwrap();
    let line = format!("HEAD {sheet} HTTP/1.1");
    let mut sizes = Vec::new();
    for coding in ["br", "gzip", "identity"] {
        // A connection each: an answer to HEAD announces a body that does not come.
        let mut wire = Wire::open(gate.base()).unwrap();
        let reply = wire.head(line.as_bytes(), &[format!("accept-encoding: {coding}").as_bytes()]).unwrap();
        assert_eq!(reply.status, 200);
        assert_eq!(reply.header("content-encoding"), if coding == "identity" { "" } else { coding });
        assert_eq!(reply.header("vary"), "accept-encoding");
        sizes.push(reply.header("content-length").parse::<usize>().unwrap());
    }
    assert!(sizes.is_sorted() && sizes[0] < sizes[2], "{sizes:?}");

    let mut browser = gate.browser().unwrap();
    let tag = browser.send(Method::GET, &sheet, None, &[]).unwrap().header("etag").to_owned();
    let known = browser.send(Method::GET, &sheet, None, &[("if-none-match", &tag)]).unwrap();
    assert_eq!((known.status.as_u16(), known.body.as_str()), (304, ""));
    assert_eq!(browser.open("/assets/site.css").unwrap().status(), 404, "an address without its version");
}

/// Asserts what goes out with every page, whoever it is for.
fn is_guarded(what: &str, answer: &Answer) {
    let policy = answer.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{what}: {policy}");
    assert!(!policy.contains("unsafe") && !policy.contains('*'), "{what}: {policy}");
    for (name, value) in [
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("x-robots-tag", "noindex, nofollow"),
    ] {
        assert_eq!(answer.header(name), value, "{what}");
    }
    assert!(answer.header("strict-transport-security").starts_with("max-age="), "{what}");
    for cookie in answer.headers.get_all("set-cookie") {
        let cookie = cookie.to_str().unwrap();
        assert!(cookie.starts_with("__Host-"), "{what}");
        for part in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
            assert!(cookie.contains(part), "{what}: {}", cookie.split('=').next().unwrap());
        }
        assert!(!cookie.contains("Domain"), "{what}");
    }
}

#[test]
fn every_page_goes_out_guarded_and_to_nobodys_cache() {
    let gate = shared();
    let mut parent = Parent::new(gate.browser().unwrap(), SCHOOL, gate.somebody(SCHOOL).unwrap());
    parent.sign_in(gate.base()).unwrap();
    let child = parent.at(&format!("consent/child/{}", parent.person.children[0]));
    let pages = [
        ("/".to_owned(), 200),
        ("/dev/outbox".to_owned(), 200),
        (parent.at(""), 200),
        (parent.at("sign-in"), 200),
        (parent.at("consent/children"), 200),
        (child, 200),
        (parent.at("consent/nowhere"), 404),
        (parent.at("nowhere"), 404),
        ("/nowhere".to_owned(), 404),
        ("/s/no-such-school/".to_owned(), 404),
    ];
    for (address, status) in pages {
        let whole = parent.browser.send(Method::GET, &address, None, &[]).unwrap();
        assert_eq!(whole.status, status, "{address}");
        is_guarded(&address, &whole);
        assert!(whole.header("content-type").starts_with("text/html; charset=utf-8"), "{address}");
        let head = parent.browser.send(Method::HEAD, &address, None, &[]).unwrap();
        assert_eq!((head.status, head.body.as_str()), (whole.status, ""), "{address}");
        is_guarded(&address, &head);
    }
}

#[test]
fn a_reader_chooses_the_language_and_keeps_it() {
    let gate = shared();
    let mut browser = gate.browser().unwrap();
    let start = format!("/s/{SCHOOL}/consent");
    assert_eq!(browser.open(&start).unwrap().attributes("html", "lang").unwrap(), ["en"]);
    let welsh = browser.open(&format!("{start}?lang=cy")).unwrap();
    assert_eq!(welsh.attributes("html", "lang").unwrap(), ["cy"]);
    assert_eq!(browser.open(&format!("/s/{SCHOOL}/sign-in")).unwrap().attributes("html", "lang").unwrap(), ["cy"]);
}

#[test]
fn health_says_that_all_is_well_and_nothing_more() {
    let gate = shared();
    let answer = gate.browser().unwrap().send(Method::GET, "/health", None, &[]).unwrap();
    assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "application/json"));
    let health: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    let expected = serde_json::json!({ "status": "ok", "store_reachable": true, "version": env!("CARGO_PKG_VERSION") });
    assert_eq!(health, expected);
}

#[test]
fn whether_a_school_knows_an_address_is_not_told() {
    let gate = shared();
    let known = gate.somebody(SCHOOL).unwrap().e_mail.unwrap();
    let unknown = "nobody@families.example.org";
    let pages = [known.as_str(), unknown].map(|address| {
        let mut browser = gate.browser().unwrap();
        let form = browser.open(&format!("/s/{SCHOOL}/sign-in")).unwrap().form("/sign-in").unwrap();
        let page = browser.submit(&form.with("email", address)).unwrap();
        (page.path.clone(), page.status(), page.text().replace(address, "ADDRESS"))
    });
    assert_eq!(pages[0], pages[1]);
    let sent = letters(gate.base()).unwrap();
    assert!(sent.iter().any(|letter| letter.to == known) && !sent.iter().any(|letter| letter.to == unknown));
}

#[test]
fn outside_a_demonstration_there_is_no_list_of_schools_and_no_outbox() {
    let variables = vec![
        ("demo", "false".to_owned()),
        ("delivery", "webhook".to_owned()),
        ("webhook_address", "https://letters.example.org/".to_owned()),
        ("webhook_secret", "a secret of thirty-two characters or more".to_owned()),
    ];
    let gate = Gate::start(Options { variables, ..Options::default() }).unwrap();
    assert_no_demonstration(&gate);
    let mut parent = Parent::new(gate.browser().unwrap(), SCHOOL, gate.somebody(SCHOOL).unwrap());
    assert_eq!(parent.browser.open(&parent.at("")).unwrap().status(), 200);
    // The manifest opens no way to that address, so the letter does not leave; the parent is told nothing of it.
    parent.ask().unwrap();
    assert!(!gate.log().contains(parent.e_mail().unwrap()));
}
