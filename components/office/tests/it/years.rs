//! Year groups offered are those the school teaches.

use http::StatusCode;
use school_types::Role;
use testkit::installation::{ELM, WILHELMINA};

use crate::{
    bringing::{PUPILS, bring},
    harness::Setup,
    pupils::{entry, page_of},
};

#[test]
fn a_primary_school_does_not_offer_year_13() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let edit = format!("{}/edit", page_of(&setup, &WILHELMINA));
    for path in [edit.clone(), format!("/s/{ELM}/office/children"), format!("/s/{ELM}/office/letters")] {
        let page = office.open(&path);
        let years = page.texts("select option");
        let offered = |year: &str| years.iter().any(|option| option.ends_with(year));
        assert!(offered("Year 6") && offered("Reception"), "{path}: {years:?}");
        for year in ["Year 7", "Year 12", "Year 13"] {
            assert!(!offered(year), "{path}: {years:?}");
        }
    }
    let form = office.open(&edit).form("/edit");
    let mark = setup.installation.store.mark();
    for (field, value) in [("year", "13"), ("stage", "ks5")] {
        let page = office.submit(&form.clone().with(field, value));
        assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY, "{field}");
    }
    assert_eq!(setup.installation.store.writes_since(mark), []);
    // A list that has one is asked about, and taken: the school knows best.
    let preview = bring(&mut office, "pupils", PUPILS.replace("Overbrook,3,3K", "Overbrook,13,3K").as_bytes());
    assert!(preview.text().contains("Your school does not teach this year group."), "{}", preview.text());
    office.submit(&preview.form("/import/"));
    assert_eq!(setup.held("Jocasta").facts().unwrap().year_group.number(), 13);
    let page = office.open(&format!("{}/edit", page_of(&setup, &testkit::installation::JOCASTA)));
    assert!(page.texts("select option").iter().any(|option| option == "Year 13"), "their own stays");
}

#[test]
fn the_surname_a_pupil_is_known_by_is_changed_by_hand() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let form = office.open(&format!("{}/edit", page_of(&setup, &WILHELMINA))).form("/edit");
    let page = office.submit(&form.with("known-surname", "Reed"));
    assert!(page.text().contains("Saved."), "{}", page.text());
    let child = entry(&setup, &WILHELMINA);
    let name = &child.facts().unwrap().name;
    assert_eq!((name.known_surname(), name.surname.reveal().as_str()), ("Reed", "Quillfeather"));
}
