//! The list of pupils and a pupil's page: found without a name in an address, and never who said no.

use http::StatusCode;
use permission_rules::Removal;
use records::ChildEvent;
use school_types::Role;
use testkit::{
    Form, Page,
    installation::{ASH, Adult, BRAM, ELM, HENRIETTA, ISOLDE, JOCASTA, LEOPOLD, ODALYS, PEREGRINE, TAMSIN, WILHELMINA},
};

use crate::{
    harness::Setup,
    pupils::{page_of, refuses_all_but, say},
};

fn list() -> String {
    format!("/s/{ELM}/office/children")
}

fn names(page: &Page) -> Vec<String> {
    page.texts("tbody th").into_iter().map(|name| name.split(", ").nth(1).unwrap().to_owned()).collect()
}

#[test]
fn a_pupil_is_found_by_part_of_a_name_that_stands_in_no_address() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let form = office.open(&list()).form("/office/children");
    let found = office.submit(&form.clone().with("name", "quill per"));
    assert_eq!(names(&found), ["Peregrine"]);
    assert!(!found.path.to_lowercase().contains("quill"), "{}", found.path);
    assert_eq!(found.value("name").as_deref(), Some("quill per"));
    assert!(!office.cookie("__Host-sg-office-search").unwrap().contains("quill"));
    // Back from the pupil's page the same people are found again.
    let child = office.open(&found.link("/office/children/"));
    let back = child.attributes("a.back", "href").remove(0);
    assert_eq!(names(&office.open(&back)), ["Peregrine"]);
    let nobody = office.submit(&form.clone().with("name", "zzz"));
    assert!(nobody.text().contains("No pupil with that name"));
    assert_eq!(names(&office.submit(&form.clone().with("name", " "))).len(), 4);
    let long = office.submit_once(&form.with("name", &"x".repeat(81)));
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(long.body.contains(&"x".repeat(81)), "what was typed is still there");
}

#[test]
fn a_list_is_narrowed_down_by_what_stands_in_its_address() {
    let setup = Setup::new();
    say(&setup, &WILHELMINA, &ODALYS, true, None);
    say(&setup, &PEREGRINE, &ODALYS, true, None);
    say(&setup, &PEREGRINE, &BRAM, false, None);
    setup.installation.tell_of_child(ELM, &ISOLDE, &ChildEvent::Left { on: "2026-02-27".parse().unwrap() });
    let mut office = setup.with_role(Role::Office);
    let mut shown = |query: &str| names(&office.open(&format!("{}{query}", list())));
    assert_eq!(shown(""), ["Jocasta", "Peregrine", "Wilhelmina"]);
    assert_eq!(shown("?show=open"), ["Jocasta"]);
    assert_eq!(shown("?show=differ"), ["Peregrine"]);
    assert_eq!(shown("?show=nobody"), [""; 0]);
    assert_eq!(shown("?show=left"), ["Isolde"]);
    assert_eq!(shown("?year=5"), ["Wilhelmina"]);
    assert_eq!(shown("?sort=name-down"), ["Wilhelmina", "Peregrine", "Jocasta"]);
    assert_eq!(shown("?sort=class"), ["Peregrine", "Jocasta", "Wilhelmina"]);
    assert_eq!(shown("?class=nonsense&year=x&show=y&sort=z&page=-1"), ["Jocasta", "Peregrine", "Wilhelmina"]);
    let page = office.open(&format!("{}?show=open&sort=class", list()));
    let child = office.open(&page.link("/office/children/"));
    assert!(child.attributes("a.back", "href")[0].ends_with("?show=open&sort=class"));
}

#[test]
fn an_administrator_finds_entries_and_no_decisions() {
    let setup = Setup::new();
    say(&setup, &WILHELMINA, &ODALYS, false, None);
    setup.installation.flag(ELM, &PEREGRINE, true);
    let mut administrator = setup.with_role(Role::Administrator);
    let page = administrator.open(&list());
    assert_eq!(names(&page).len(), 4);
    assert!(!page.text().contains("Answered") && !page.text().contains("differ"));
    for pupil in [WILHELMINA, PEREGRINE] {
        let page = administrator.open(&page_of(&setup, &pupil));
        assert_eq!(page.status(), StatusCode::OK);
        let text = page.text();
        for word in ["may do", "decided", "answered", "photograph", "safeguarding", "Receipt", "Not answered"] {
            assert!(!text.contains(word), "an administrator reads {word}");
        }
        assert_eq!(page.links("/record"), [""; 0]);
        assert!(!page.links("/edit").is_empty());
    }
}

#[test]
fn a_long_history_is_read_page_by_page_and_says_no_more_of_who_decided() {
    let setup = Setup::new();
    for number in 0..44 {
        let who = if number == 0 { &BRAM } else { &ODALYS };
        say(&setup, &WILHELMINA, who, number % 2 == 0, (number == 1).then_some(Removal::FromNowOn));
    }
    let mut office = setup.with_role(Role::Office);
    let mut page = office.open(&format!("{}?show=open", page_of(&setup, &WILHELMINA)));
    let mut shown = Vec::new();
    for number in 0..3 {
        let lines = page.texts(".timeline-what").into_iter().filter(|what| what.contains("questions"));
        shown.push(lines.collect::<Vec<_>>());
        // That something was withdrawn long ago still keeps names out of the newest page.
        assert!(!page.texts(".timeline-what").concat().contains("Quillfeather"), "page {number}");
        let Some(older) = page.links("history=").first().cloned() else { break };
        assert!(older.contains("show=open"), "{older}");
        page = office.open(&older);
    }
    assert_eq!(shown.iter().map(Vec::len).collect::<Vec<_>>(), [20, 20, 4]);
    assert!(page.attributes("a.back", "href")[0].ends_with("?show=open"));
    assert!(office.open(&format!("{}?history=900", page_of(&setup, &WILHELMINA))).text().contains("Nobody has"));
}

#[test]
fn staff_see_that_answers_differ_and_never_who_said_no() {
    let shown = |mothers: bool, fathers: bool| {
        let setup = Setup::new();
        say(&setup, &WILHELMINA, &ODALYS, mothers, None);
        say(&setup, &WILHELMINA, &BRAM, fathers, None);
        let page = setup.with_role(Role::Office).open(&page_of(&setup, &WILHELMINA));
        let mut text = page.text();
        for decision in crate::pupils::decisions(&setup, &WILHELMINA) {
            text = text.replace(decision.reference.as_str(), "REFERENCE");
        }
        text
    };
    let one_way = shown(true, false);
    assert!(one_way.contains("Parents gave different answers. The school follows the no."));
    assert_eq!(one_way, shown(false, true));
    assert!(!shown(true, true).contains("Answers differ"));
}

#[test]
fn of_a_parent_who_decides_alone_it_is_plain_that_they_withdrew_and_what_they_ask_for() {
    let setup = Setup::new();
    say(&setup, &JOCASTA, &TAMSIN, true, None);
    say(&setup, &JOCASTA, &TAMSIN, false, Some(Removal::FromNowOn));
    let mut head = setup.with_role(Role::Head);
    let page = head.open(&page_of(&setup, &JOCASTA));
    let what = page.texts(".timeline-what");
    assert_eq!(what[0], "Tamsin Overbrook (mother) withdrew permission: 10 questions");
    assert_eq!(what[1], "Tamsin Overbrook (mother) answered 10 questions");
    assert!(page.text().contains("From now on") && !page.text().contains("To be taken down"));
    say(&setup, &JOCASTA, &TAMSIN, false, Some(Removal::AlsoPublished));
    let text = head.open(&page_of(&setup, &JOCASTA)).text();
    assert!(text.contains("what is already published should be taken down"));
    assert!(text.contains("Asked on Tuesday 3 March 2026: "), "{text}");
}

#[test]
fn where_several_decide_a_withdrawal_is_plain_and_does_not_say_whose_it_is() {
    let shown = |who: &Adult| {
        let setup = Setup::new();
        say(&setup, &WILHELMINA, &ODALYS, true, None);
        say(&setup, &WILHELMINA, &BRAM, true, None);
        say(&setup, &WILHELMINA, who, false, Some(Removal::AlsoPublished));
        let page = setup.with_role(Role::Office).open(&page_of(&setup, &WILHELMINA));
        let mut text = page.text();
        for decision in crate::pupils::decisions(&setup, &WILHELMINA) {
            text = text.replace(decision.reference.as_str(), "REFERENCE");
        }
        (page.texts(".timeline-what"), text)
    };
    let (what, text) = shown(&ODALYS);
    assert_eq!(what[0], "One of the people who can decide withdrew permission: 10 questions");
    assert!(text.contains("No names: more than one person can decide"));
    assert_eq!((what, text), shown(&BRAM));
    // Nor does the name of whoever else answered.
    let setup = Setup::new();
    say(&setup, &WILHELMINA, &ODALYS, true, None);
    say(&setup, &WILHELMINA, &BRAM, false, Some(Removal::FromNowOn));
    let page = setup.with_role(Role::Office).open(&page_of(&setup, &WILHELMINA));
    let what = page.texts(".timeline-what");
    assert!(what[..2].iter().all(|what| what.starts_with("One of the people who can decide")), "{what:?}");
}

#[test]
fn what_is_to_be_taken_down_is_listed_with_the_oldest_first_and_owed_on_the_first_page() {
    let setup = Setup::new();
    let address = format!("/s/{ELM}/office/removals");
    let home = format!("/s/{ELM}/office");
    let mut office = setup.with_role(Role::Office);
    assert!(office.open(&address).text().contains("No requests"));
    assert!(!office.open(&home).text().contains("asked for on"));
    say(&setup, &JOCASTA, &TAMSIN, false, Some(Removal::AlsoPublished));
    setup.wait(jiff::SignedDuration::from_hours(48));
    say(&setup, &PEREGRINE, &BRAM, false, Some(Removal::AlsoPublished));
    say(&setup, &PEREGRINE, &ODALYS, false, Some(Removal::FromNowOn));
    let mut office = setup.with_role(Role::Office);
    let page = office.open(&address);
    assert_eq!(page.texts("caption"), ["2 requests"]);
    assert_eq!(page.texts("tbody th"), ["3 March 2026", "5 March 2026"]);
    let names = page.texts("tbody a");
    assert!(names[0].contains("Jocasta") && names[1].contains("Peregrine"));
    assert!(page.text().contains("Local newspapers"));
    for parent in [BRAM, ODALYS, TAMSIN] {
        assert!(!page.text().contains(parent.name), "who asked is nobody's business");
    }
    assert!(office.open(&home).text().contains("2 requests"));
    assert!(setup.with_role(Role::SafeguardingLead).open(&home).text().contains("2 requests"));
    let mut governor = setup.with_role(Role::Governor);
    let figures = governor.open(&format!("/s/{ELM}/office/progress"));
    assert!(figures.text().contains("2 requests") && figures.links("/removals").is_empty());
    assert!(!governor.open(&home).text().contains("removals"));
    refuses_all_but(&setup, &[Role::Office, Role::Head, Role::SafeguardingLead], &address);
}

#[test]
fn a_letter_typed_in_late_counts_from_the_day_on_it() {
    let setup = Setup::new();
    say(&setup, &JOCASTA, &TAMSIN, false, Some(Removal::AlsoPublished));
    let mut office = setup.with_role(Role::Office);
    let form = office.open(&format!("{}/decide?what=withdrawal", page_of(&setup, &ISOLDE))).form("/decide");
    let form = form
        .with("who", setup.installation.contact(ELM, &ODALYS).as_str())
        .with("how", "paper")
        .with("dated-day", "1")
        .with("dated-month", "3")
        .with("dated-year", "2026")
        .with("language", "en")
        .with("purpose", "website-group")
        .with("removal", "also-published");
    office.submit(&form);
    let page = office.open(&format!("/s/{ELM}/office/removals"));
    assert_eq!(page.texts("tbody th"), ["1 March 2026", "3 March 2026"]);
    assert!(page.texts("tbody a")[0].contains("Isolde"));
}

#[test]
fn the_flag_is_shown_to_office_and_head_without_a_word_about_who_set_it() {
    let setup = Setup::new();
    setup.installation.flag(ELM, &WILHELMINA, true);
    for role in [Role::Office, Role::Head] {
        let text = setup.with_role(role).open(&page_of(&setup, &WILHELMINA)).text();
        assert!(text.contains("May not be photographed: the safeguarding lead decides"));
        assert!(!text.contains("set the do-not-photograph flag"));
    }
    let lead = setup.with_role(Role::SafeguardingLead).open(&page_of(&setup, &WILHELMINA)).text();
    assert!(lead.contains("set the do-not-photograph flag"));
}

#[test]
fn a_page_says_who_decides_and_how_they_are_reached() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let text = office.open(&page_of(&setup, &WILHELMINA)).text();
    for adult in [ODALYS, BRAM, HENRIETTA] {
        assert!(text.contains(adult.name) && text.contains(adult.e_mail.unwrap()));
    }
    assert!(text.contains("No parental responsibility: cannot decide") && text.contains("Has not answered yet"));
    let text = office.open(&page_of(&setup, &JOCASTA)).text();
    assert!(text.contains(TAMSIN.name) && text.contains("no email: on paper"));
}

#[test]
fn a_child_of_another_school_or_of_none_is_not_found_whatever_is_asked() {
    let setup = Setup::new();
    let leopold = setup.installation.child(ASH, &LEOPOLD);
    let mut office = setup.signed_in(&setup.employ("Ottoline Reed", &[Role::Office, Role::SafeguardingLead]));
    let token = office.open(&list()).form("/office/children").value("form-token").unwrap().to_owned();
    let operation = "0".repeat(24);
    for child in [leopold.as_str(), "0123456789abcdef", "Wilhelmina", "%2e%2e"] {
        let address = format!("{}/{child}", list());
        let mark = setup.installation.store.mark();
        for page in ["", "/edit", "/decide", "/flag", "/record", "/record.json?for=pupil"] {
            assert_eq!(office.open(&format!("{address}{page}")).status(), StatusCode::NOT_FOUND, "{address}{page}");
        }
        for page in ["/edit", "/decide", "/flag"] {
            let fields = [("form-token", token.as_str()), ("operation", &operation), ("flag", "set"), ("version", "1")];
            let answer = office.submit_once(&Form::made_up(&format!("{address}{page}"), &fields));
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}{page}");
        }
        assert_eq!(setup.installation.store.writes_since(mark), []);
    }
}

#[test]
fn pupils_are_for_those_who_have_to_do_with_them() {
    let setup = Setup::new();
    let may = [Role::Office, Role::Head, Role::SafeguardingLead, Role::Administrator];
    refuses_all_but(&setup, &may, &list());
    refuses_all_but(&setup, &may, &page_of(&setup, &WILHELMINA));
}
