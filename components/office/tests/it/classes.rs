//! Classes, sheets, figures, and families still to hear from.

use futures::executor::block_on;
use http::StatusCode;
use permission_rules::LawfulBasis;
use records::{AuditEvent, ChildChange, ChildEvent};
use school_types::Role;
use testkit::installation::{
    ASH, BRAM, ELM, HENRIETTA, ISOLDE, JOCASTA, ODALYS, PEREGRINE, TAMSIN, WILHELMINA, school,
};

use crate::{
    harness::Setup,
    pupils::{class, page_of, refuses_all_but, say},
};

/// What somebody without any business here must never find.
const SURNAMES: [&str; 2] = ["Quillfeather", "Overbrook"];

#[test]
fn a_sheet_shows_first_names_and_initials_and_nothing_else_about_anybody() {
    let setup = Setup::new();
    say(&setup, &WILHELMINA, &ODALYS, true, None);
    let mut teacher = setup.with_role(Role::Teacher);
    for way in ["", "?by=kind"] {
        let page = teacher.open(&format!("{}/sheet{way}", class(&setup, "5K")));
        assert_eq!(page.status(), StatusCode::OK);
        for secret in SURNAMES.into_iter().chain([ODALYS.name, BRAM.name, ODALYS.e_mail.unwrap()]) {
            assert!(!page.answer.body.contains(secret), "{way} shows {secret}");
        }
    }
    let sheet = teacher.open(&format!("{}/sheet", class(&setup, "5K")));
    assert_eq!(sheet.texts("tbody th"), ["Wilhelmina Q"]);
    assert_eq!(sheet.texts("td.holds-ask"), [""; 0]);
    assert!(sheet.links("/office/children/").is_empty(), "nothing leads a teacher to a child");
}

#[test]
fn every_printed_page_says_school_class_and_date() {
    let setup = Setup::new();
    let mut teacher = setup.with_role(Role::Teacher);
    let address = format!("{}/sheet", class(&setup, "5K"));
    let page = teacher.open(&address);
    let head = page.texts("thead .running-head").remove(0);
    assert!(head.contains("Elm Street") && head.contains("5K") && head.contains("3 March 2026"), "{head}");
    let by_kind = teacher.open(&format!("{address}?by=kind"));
    let whose = by_kind.texts(".ask-whose");
    assert_eq!(whose.len(), 10);
    for whose in &whose {
        assert!(whose.starts_with("Elm Street") && whose.contains(" · 5K · "), "{whose}");
        assert!(whose.contains("3 March 2026"), "{whose}");
    }
}

#[test]
fn a_flag_a_refusal_and_silence_are_the_same_on_a_sheet() {
    let shown = |prepare: &dyn Fn(&Setup)| {
        let setup = Setup::new();
        prepare(&setup);
        let mut teacher = setup.with_role(Role::Teacher);
        let texts: Vec<String> =
            ["", "?by=kind"].map(|way| teacher.open(&format!("{}/sheet{way}", class(&setup, "5K"))).text()).into();
        texts
    };
    let silent = shown(&|_| ());
    assert_eq!(silent, shown(&|setup| say(setup, &WILHELMINA, &ODALYS, false, None)));
    assert_eq!(
        silent,
        shown(&|setup| {
            say(setup, &WILHELMINA, &ODALYS, true, None);
            say(setup, &WILHELMINA, &BRAM, true, None);
            setup.installation.flag(ELM, &WILHELMINA, true);
        })
    );
    assert!(silent[0].contains("No, not in any picture"));
    assert_ne!(silent, shown(&|setup| say(setup, &WILHELMINA, &ODALYS, true, None)));
}

#[test]
fn looking_at_a_sheet_is_audited_as_viewed_and_as_printed_only_when_asked_to_print() {
    let setup = Setup::new();
    let mut teacher = setup.with_role(Role::Teacher);
    let id = || setup.installation.records.class_id(&school(ELM), "5K");
    let page = teacher.open(&format!("{}/sheet", class(&setup, "5K")));
    assert_eq!(setup.trail(ELM).pop().unwrap().event, AuditEvent::SheetViewed { class: id() });
    teacher.open(&page.link("?for=paper"));
    assert_eq!(setup.trail(ELM).pop().unwrap().event, AuditEvent::SheetPrinted { class: id() });
}

#[test]
fn a_teacher_is_one_tap_from_who_not_to_photograph_today() {
    let setup = Setup::new();
    say(&setup, &WILHELMINA, &ODALYS, true, None);
    let mut teacher = setup.with_role(Role::Teacher);
    let home = teacher.open(&format!("/s/{ELM}/office"));
    let today = format!("{}/today", class(&setup, "5K"));
    assert!(home.links("/today").contains(&today), "{:?}", home.links("/today"));
    let page = teacher.open(&today);
    assert!(page.heading().contains("Who not to photograph today"));
    let text = page.text();
    assert!(text.contains("3 March 2026 only") && text.contains("Everyone is fine."), "{text}");
    assert!(!text.contains("Wilhelmina"), "only those who are not to be photographed are named");
    assert_eq!(page.texts("main table"), [""; 0], "nothing scrolls sideways");
    // A class in which nobody has answered: each purpose lists its pupil.
    let silent = teacher.open(&format!("{}/today", class(&setup, "3K")));
    assert_eq!(silent.texts("main .for-children li").len(), silent.texts("main .for-children h2").len());
    let one = teacher.open(&silent.links("?purpose=")[0]);
    assert_eq!(one.texts("main .for-children h2").len(), 1);
    assert_eq!(one.texts("main .for-children li"), ["Jocasta O"]);
    let last = setup.trail(ELM).pop().unwrap();
    assert_eq!(last.event, AuditEvent::SheetViewed { class: setup.installation.records.class_id(&school(ELM), "3K") });
}

#[test]
fn a_teacher_sees_their_own_classes_first_once_they_have_chosen_them() {
    let setup = Setup::new();
    let mut teacher = setup.with_role(Role::Teacher);
    let home = format!("/s/{ELM}/office");
    let before = teacher.open(&home);
    assert!(before.links("/today").len() > 1, "all classes until some are chosen");
    let form = teacher.open(&before.link("/my-classes")).form("/my-classes");
    let id = setup.installation.records.class_id(&school(ELM), "5K").to_string();
    teacher.submit(&form.clone().with("class", &id));
    let after = teacher.open(&home);
    assert_eq!(after.links("/today"), [format!("{}/today", class(&setup, "5K"))]);
    let again = teacher.open(&after.link("/my-classes"));
    assert_eq!(again.attributes("input[name=class][checked]", "value"), [id]);
    let mark = setup.installation.store.mark();
    let wrong = teacher.submit(&form.with("class", "0123456789abcdef"));
    assert_eq!(wrong.status(), 400);
    assert!(setup.installation.store.writes_since(mark).is_empty(), "nothing was written");
}

#[test]
fn a_teacher_s_classes_are_those_of_the_list_of_staff_until_they_choose_others() {
    let setup = Setup::new();
    let teacher = setup.employ("Perpetua Thistlethwaite", &[Role::Teacher]);
    let home = format!("/s/{ELM}/office");
    let list = |classes: &[&str]| {
        let account = block_on(setup.installation.records.staff_account(&school(ELM), &teacher.id)).unwrap();
        let classes = classes.iter().map(|class| (*class).to_owned().into()).collect();
        let facts = records::StaffFacts { classes, ..account.present().unwrap().clone() };
        let listed = [(teacher.id.clone(), facts)];
        block_on(setup.installation.records.list_staff(&school(ELM), &listed)).unwrap();
    };
    let today =
        |names: &[&str]| -> Vec<String> { names.iter().map(|name| format!("{}/today", class(&setup, name))).collect() };
    list(&["3K"]);
    let mut browser = setup.signed_in(&teacher);
    assert_eq!(browser.open(&home).links("/today"), today(&["3K"]));
    let all = browser.open(&format!("{home}/classes"));
    assert_eq!(all.links("/today")[0], today(&["3K"])[0], "one's own come first");
    let form = browser.open(&format!("{home}/my-classes")).form("/my-classes");
    let id = setup.installation.records.class_id(&school(ELM), "5K").to_string();
    browser.submit(&form.without("class").with("class", &id));
    assert_eq!(browser.open(&home).links("/today"), today(&["5K"]));
    // The same list again says nothing new; another one does.
    list(&["3K"]);
    assert_eq!(browser.open(&home).links("/today"), today(&["5K"]));
    list(&["2K"]);
    assert_eq!(browser.open(&home).links("/today"), today(&["2K"]));
}

#[test]
fn a_sheet_says_no_and_not_ask_and_names_each_purpose_as_parents_read_it() {
    let setup = Setup::new();
    let mut teacher = setup.with_role(Role::Teacher);
    let sheet = teacher.open(&format!("{}/sheet", class(&setup, "3K")));
    assert!(sheet.texts("td.holds-ask").iter().all(|cell| cell.starts_with("No")));
    let text = sheet.text();
    assert!(text.contains("One pupil = A picture in which one child can be recognised"), "{text}");
    let by_kind = teacher.open(&format!("{}/sheet?by=kind", class(&setup, "3K")));
    assert!(by_kind.text().contains("Do not photograph a pupil who is listed."), "no sentence begins in its middle");
}

#[test]
fn a_matrix_can_be_narrowed_down_and_sorted_by_its_address() {
    let setup = Setup::new();
    // One class for three of them.
    for pupil in [PEREGRINE, ISOLDE] {
        setup.installation.tell_of_child(
            ELM,
            &pupil,
            &records::ChildEvent::Edited(vec![records::ChildChange::Class("5K".to_owned().into())]),
        );
        let moved = records::RollEvent::Changed {
            listed: vec![records::Enrolled {
                child: setup.installation.child(ELM, &pupil),
                class: "5K".to_owned().into(),
            }],
            left: Vec::new(),
        };
        let roll = setup.installation.records.roll(&school(ELM));
        futures::executor::block_on(roll.append(&moved, None)).unwrap();
    }
    say(&setup, &WILHELMINA, &ODALYS, true, None);
    say(&setup, &PEREGRINE, &ODALYS, true, None);
    say(&setup, &PEREGRINE, &BRAM, false, None);
    let mut office = setup.with_role(Role::Office);
    let address = class(&setup, "5K");
    let mut names = |query: &str| -> Vec<String> {
        let page = office.open(&format!("{address}{query}"));
        let names = page.texts("tbody th a");
        names.into_iter().map(|name| name.split(", ").nth(1).unwrap().to_owned()).collect()
    };
    assert_eq!(names(""), ["Isolde", "Peregrine", "Wilhelmina"]);
    assert_eq!(names("?sort=name-down"), ["Wilhelmina", "Peregrine", "Isolde"]);
    assert_eq!(names("?show=open"), ["Isolde"]);
    assert_eq!(names("?show=answered"), ["Peregrine", "Wilhelmina"]);
    assert_eq!(names("?may=website-group"), ["Wilhelmina"]);
    assert_eq!(names("?sort=website-group"), ["Peregrine", "Isolde", "Wilhelmina"]);
    assert_eq!(names("?show=%3Cb%3E&may=../x&sort=1"), ["Isolde", "Peregrine", "Wilhelmina"]);
    let page = office.open(&address);
    assert_eq!(page.texts(".note"), ["answers differ"]);
    // A child's page leads back to where one was.
    let child = office.open(&page.link("/office/children/"));
    assert!(child.attributes("a.back", "href")[0].starts_with(&address));
}

#[test]
fn a_class_that_is_not_there_or_is_another_schools_is_not_found() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let other = setup.installation.records.class_id(&school(ASH), "4K");
    for class in [other.as_str(), "0123456789abcdef", "5K", "..", "%2e%2e"] {
        for page in ["", "/sheet"] {
            let path = format!("/s/{ELM}/office/classes/{class}{page}");
            let mark = setup.installation.store.mark();
            assert_eq!(office.open(&path).status(), StatusCode::NOT_FOUND, "{path}");
            assert_eq!(setup.installation.store.writes_since(mark), []);
        }
    }
}

#[test]
fn governors_see_figures_and_no_names() {
    let setup = Setup::new();
    say(&setup, &WILHELMINA, &ODALYS, true, None);
    setup.installation.flag(ELM, &PEREGRINE, true);
    let mut governor = setup.with_role(Role::Governor);
    let page = governor.open(&format!("/s/{ELM}/office/progress"));
    assert_eq!(page.status(), StatusCode::OK);
    for pupil in [WILHELMINA, PEREGRINE, ISOLDE, JOCASTA] {
        assert!(!page.answer.body.contains(pupil.forename));
    }
    for secret in SURNAMES {
        assert!(!page.answer.body.contains(secret));
    }
    assert!(
        page.text().contains("25%") && page.text().contains("1 answered") && page.text().contains("3 with no answers")
    );
    assert!(!page.text().to_lowercase().contains("flag"));
    assert_eq!(page.links("/office/outstanding"), [""; 0]);
}

#[test]
fn families_are_listed_together_until_they_have_answered() {
    let setup = Setup::new();
    let mut office = setup.with_role(Role::Office);
    let address = format!("/s/{ELM}/office/outstanding");
    let page = office.open(&address);
    assert_eq!(page.texts("caption"), ["2 families, 4 pupils"]);
    let text = page.text();
    for adult in [ODALYS, BRAM, TAMSIN] {
        assert!(text.contains(adult.name));
    }
    assert!(!text.contains(HENRIETTA.name), "she cannot decide");
    assert!(text.contains("no email: on paper"));
    // Whoever rings or writes needs no second page for it.
    for adult in [ODALYS, BRAM] {
        assert_eq!(page.links(&format!("mailto:{}", adult.e_mail.unwrap())).len(), 1, "{}", adult.name);
    }
    for pupil in [WILHELMINA, PEREGRINE, ISOLDE] {
        say(&setup, &pupil, &BRAM, false, None);
    }
    let page = office.open(&address);
    assert_eq!(page.texts("caption"), ["1 family, 1 pupil"]);
    let of_class = office.open(&format!("{address}?class={}", setup.installation.records.class_id(&school(ELM), "5K")));
    assert!(of_class.text().contains("Every family has replied"));
    say(&setup, &JOCASTA, &TAMSIN, true, None);
    assert!(office.open(&address).text().contains("Every family has replied"));
    assert!(matches!(setup.trail(ELM).pop().unwrap().event, AuditEvent::ListExported { .. }));
}

#[test]
fn of_a_child_with_nobody_listed_nobody_is_said_to_have_been_told() {
    let setup = Setup::new();
    setup.installation.change_profile(ELM, |fields| fields.purposes[0].basis = LawfulBasis::PublicTask);
    let mut office = setup.with_role(Role::Office);
    assert_eq!(office.open(&class(&setup, "3K")).texts("td.holds-untold"), ["Family not told yet, so no"]);
    let notice = office.open(&format!("{}/told", class(&setup, "3K"))).form("/told");
    office.submit(&notice.with("given-day", "2").with("given-month", "3").with("given-year", "2026"));
    let told = office.open(&class(&setup, "3K"));
    assert_eq!(told.texts("td.holds-told"), ["Told, no objection"]);
    let nobody = ChildChange::ContactRemoved(setup.installation.contact(ELM, &TAMSIN));
    setup.installation.tell_of_child(ELM, &JOCASTA, &ChildEvent::Edited(vec![nobody]));
    let mut office = setup.with_role(Role::Office);
    let page = office.open(&class(&setup, "3K"));
    assert_eq!(page.texts("td.holds-nobody").len(), 10);
    assert_eq!(page.texts("td.holds-told"), [""; 0]);
    assert_eq!(page.texts(".note"), ["nobody can decide"]);
    let child = office.open(&page_of(&setup, &JOCASTA));
    assert!(child.texts(".badge").iter().all(|badge| badge == "Nobody to ask yet, so no"));
    let file = office.open(&format!("{}/record.json?for=pupil", page_of(&setup, &JOCASTA)));
    assert_eq!(file.answer.body.matches("\"nobody-to-ask\"").count(), 10);
    // A sheet never says why: it sends staff to the office, as for every child who may not appear.
    let sheet = setup.with_role(Role::Teacher).open(&format!("{}/sheet", class(&setup, "3K")));
    assert!(sheet.text().contains("No, not in any picture"));
}

#[test]
fn each_page_is_for_its_own_roles() {
    use Role::{Chair, CoOrdinator, Editor, Governor, Head, Office, SafeguardingLead, Teacher};
    let setup = Setup::new();
    let sheet = [Office, Head, SafeguardingLead, Teacher, CoOrdinator, Editor];
    let permissions = [Office, Head, SafeguardingLead];
    let figures = [Office, Head, SafeguardingLead, Governor, Chair];
    refuses_all_but(&setup, &sheet, &format!("/s/{ELM}/office/classes"));
    refuses_all_but(&setup, &sheet, &format!("{}/sheet", class(&setup, "5K")));
    refuses_all_but(&setup, &permissions, &class(&setup, "5K"));
    refuses_all_but(&setup, &figures, &format!("/s/{ELM}/office/progress"));
    refuses_all_but(&setup, &permissions, &format!("/s/{ELM}/office/outstanding"));
    // Who sees the sheet of a class and no more is offered no more.
    let classes = setup.with_role(Teacher).open(&format!("/s/{ELM}/office/classes"));
    assert!(classes.links("/office/classes/").iter().all(|link| link.ends_with("/sheet") || link.ends_with("/today")));
    assert_eq!(setup.with_role(Teacher).open(&page_of(&setup, &WILHELMINA)).status(), StatusCode::FORBIDDEN);
}
