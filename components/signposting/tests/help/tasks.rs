//! The check of links, and the page that says what is to be checked.

use http::Method;
use serde_json::{Value, json};
use signpost_rules::{Content, WayKind};

use crate::harness::{Setup, TOKEN};

const DUE: &str = "/s/elm-street/help/due";
const IWF: &str = "https://www.iwf.org.uk/report";
const CHILDLINE: &str = "https://www.childline.org.uk/";

fn ring(setup: &Setup) -> Value {
    let token = format!("Bearer {TOKEN}");
    let response = setup.raw(Method::POST, "/tasks/links", &[("authorization", &token)]);
    assert_eq!(response.status(), 200);
    serde_json::from_slice(response.body()).unwrap()
}

#[test]
fn a_dead_address_is_found_said_and_forgotten_when_it_answers_again() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    assert!(browser.open(DUE).text().contains("The web addresses have not been checked yet"));
    assert_eq!(ring(&setup)["failing"], 0);
    let page = browser.open(DUE);
    assert!(page.text().contains("All of them work."), "{}", page.text());

    setup.sites.0.borrow_mut().extend([(IWF.to_owned(), 404), (CHILDLINE.to_owned(), 0)]);
    setup.at("2026-11-25T05:00:00Z");
    let told = ring(&setup);
    assert_eq!(told["failing"], 2);
    assert!(told["asked"].as_u64().unwrap() > 10);
    setup.at("2026-11-26T05:00:00Z");
    ring(&setup);
    let page = browser.open(DUE);
    let rows = page.texts("table tr");
    let row = |address: &str| rows.iter().find(|row| row.starts_with(address)).cloned().unwrap_or_default();
    assert_eq!(row(IWF), format!("{IWF} The page is gone 25 November 2026 at 5:00am"), "since the first time");
    assert_eq!(row(CHILDLINE), format!("{CHILDLINE} No answer 25 November 2026 at 5:00am"));
    assert!(page.text().contains("were checked on 26 November 2026 at 5:00am"));

    setup.sites.0.borrow_mut().clear();
    assert_eq!(ring(&setup), json!({ "asked": told["asked"], "failing": 0 }));
    assert!(browser.open(DUE).text().contains("All of them work."));
}

#[test]
fn a_network_of_our_own_that_is_down_is_not_taken_for_dead_services() {
    let setup = Setup::new();
    let services = Content::shipped().services.iter().flat_map(|service| service.ways);
    let pages = services.filter(|way| way.contact.kind() == WayKind::Web).map(|way| way.contact.value().to_owned());
    setup.sites.0.borrow_mut().extend(pages.map(|page| (page, 0)));
    let told = ring(&setup);
    assert_eq!(told["asked"], told["failing"]);
    assert!(setup.browser().open(DUE).text().contains("None of them answered"));
    setup.sites.0.borrow_mut().remove(IWF);
    ring(&setup);
    assert!(!setup.browser().open(DUE).text().contains("None of them answered"));
}

#[test]
fn staff_see_what_is_due_and_where_to_look() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    let now = browser.open(DUE);
    let count = |page: &testkit::Page| page.texts("#due")[0].split(' ').next().unwrap().parse::<usize>().unwrap();
    let unverified = count(&now);
    assert_eq!(now.texts("tbody tr").len(), unverified);
    setup.at("2027-11-24T10:00:00Z");
    let later = browser.open(DUE);
    assert!(count(&later) > unverified);
    for expected in
        ["Exampleshire designated officer (LADO): contact from this school’s profile", "Bank holidays", "0800 1111"]
    {
        assert!(later.text().contains(expected), "{expected}");
    }
    assert_eq!(later.links("https://exampleshire.example.org/lado").len(), 1);
}

#[test]
fn the_page_is_read_in_welsh_too() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    browser.speak(school_types::Language::Cy);
    setup.at("2028-11-24T10:00:00Z");
    assert_eq!(browser.open(DUE).heading(), "Cysylltiadau i’w gwirio");
}
