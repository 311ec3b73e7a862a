//! The office over HTTP: two thousand pupils, two secretaries at once, settings, and nothing left of a child who was erased.

use std::{collections::BTreeMap, io::Write, time::Instant};

use journeys::{
    colleague::Colleague,
    gate::{Gate, Options},
    page::Page,
};
use reqwest::Method;

use crate::{
    OTHER_SCHOOL,
    at_rest::{files, hold},
};

/// What no name of the samples is, and nothing holds by chance.
const CHILD: [&str; 3] = ["Thessalonia", "Marigoldine", "Quennellworth"];
const PARENT: [&str; 2] = ["Bartholomea Quennellworth", "bartholomea.quennellworth@families.example.org"];

/// A list of pupils as a school's own system exports it.
fn pupils(count: usize, more: &str) -> String {
    let mut file =
        "\u{feff}id;forename;middle_names;surname;preferred_forename;year_group;class;key_stage\r\n".to_owned();
    for number in 0..count {
        let year = number % 6 + 1;
        let class = format!("{year}{}", ["A", "B", "C"][number / 6 % 3]);
        file += &format!("Z{number:05};Pupil{number};;Sample{};;{year};{class};\r\n", number % 700);
    }
    file + more
}

/// For whoever looks at the numbers; a slow machine is no failure.
fn tell(what: &str, begun: Instant) {
    // A test that cannot print has still been run.
    let _ = writeln!(std::io::stderr(), "{what}: {:.2} s", begun.elapsed().as_secs_f64());
}

fn child_named(colleague: &mut Colleague, name: &str) -> String {
    let page = colleague.open("children").unwrap();
    let form = page.forms().unwrap().into_iter().find(|form| form.action.contains("/office/children")).unwrap();
    let found = colleague.browser.submit(&form.with("name", name)).unwrap();
    assert_eq!(found.status(), 200, "{}", found.text());
    let links = found.attributes("main a[href*='/office/children/']", "href").unwrap();
    assert!(!links.is_empty(), "{name} is not found: {}", found.text());
    // Behind the id may stand where one came from.
    links[0].split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
}

#[test]
fn two_thousand_pupils_are_looked_at_and_taken_and_the_same_file_again_changes_nothing() {
    let gate = Gate::start(Options::default()).unwrap();
    let mut office = Colleague::sign_in(&gate, OTHER_SCHOOL, "office").unwrap();
    let file = pupils(2000, "");
    let begun = Instant::now();
    let preview = office.bring("pupils", &file).unwrap();
    tell("2,000 pupils looked at", begun);
    assert!(preview.text().contains("2,000"), "{}", preview.text());
    let begun = Instant::now();
    office.take(&preview).unwrap();
    tell("2,000 pupils taken", begun);

    let begun = Instant::now();
    let again = office.bring("pupils", &file).unwrap();
    tell("the same 2,000 looked at again", begun);
    assert!(again.forms().unwrap().iter().all(|form| !form.action.contains("/people/import/")), "{}", again.text());

    // And by a program, with one pupil more.
    let token = format!("Bearer {}", gate.demo().schools[OTHER_SCHOOL].api_token);
    let path = office.at("api/v1/pupils");
    let more = pupils(2000, &format!("Z99999;{};{};{};;3;3A;\r\n", CHILD[0], CHILD[1], CHILD[2]));
    let mut program = gate.browser().unwrap();
    for expected in [1, 0] {
        let begun = Instant::now();
        let body = Some(("text/csv", more.clone()));
        let answer = program.send(Method::PUT, &path, body, &[("authorization", &token)]).unwrap();
        tell("2,001 pupils by API", begun);
        assert_eq!(answer.status, 200, "{}", answer.body);
        let counts: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(counts["added"], expected, "{counts}");
    }
    let refused = program.send(Method::PUT, &path, Some(("text/csv", more)), &[("authorization", "Bearer x")]).unwrap();
    assert_eq!(refused.status, 401);
}

#[test]
fn two_secretaries_who_correct_one_child_at_once_lose_nothing_and_are_told() {
    let gate = Gate::start(Options::default()).unwrap();
    let mut office = Colleague::sign_in(&gate, OTHER_SCHOOL, "office").unwrap();
    let mut other = Colleague::sign_in(&gate, OTHER_SCHOOL, "administrator").unwrap();
    let child = gate.demo().families(OTHER_SCHOOL).unwrap()[0].children[0].clone();
    let edit = format!("children/{child}/edit");
    let (hers, theirs) = (office.open(&edit).unwrap(), other.open(&edit).unwrap());
    let form = |page: &Page, field: &str, value: &str| page.form("/edit").unwrap().with(field, value);
    // Different fields: both count.
    let saved = office.browser.submit(&form(&hers, "middle-names", "Ottoline")).unwrap();
    assert_eq!(saved.status(), 200, "{}", saved.text());
    let saved = other.browser.submit(&form(&theirs, "preferred", "Quill")).unwrap();
    assert_eq!(saved.status(), 200, "{}", saved.text());
    let now = office.open(&edit).unwrap().form("/edit").unwrap();
    assert_eq!((now.value("middle-names"), now.value("preferred")), (Some("Ottoline"), Some("Quill")));
    // The same field: the second sees what the first did, and nothing typed is lost.
    let (hers, theirs) = (office.open(&edit).unwrap(), other.open(&edit).unwrap());
    office.browser.submit(&form(&hers, "surname", "Vane-Ashcroft")).unwrap();
    let refused = other.browser.submit(&form(&theirs, "surname", "Ashcroft-Vane")).unwrap();
    assert!(refused.text().contains("Vane-Ashcroft"), "{}", refused.text());
    let typed = refused.form("/edit").unwrap();
    assert_eq!(typed.value("surname"), Some("Ashcroft-Vane"));
    assert_eq!(office.open(&edit).unwrap().form("/edit").unwrap().value("surname"), Some("Vane-Ashcroft"));
}

#[test]
fn two_administrators_change_settings_at_once_and_families_see_both() {
    let gate = Gate::start(Options::default()).unwrap();
    let mut one = Colleague::sign_in(&gate, OTHER_SCHOOL, "administrator").unwrap();
    let mut other = Colleague::sign_in(&gate, OTHER_SCHOOL, "administrator").unwrap();
    let (name, office) = (one.open("settings/name").unwrap(), other.open("settings/office").unwrap());
    let name = name.form("/settings/name").unwrap().with("name-en", "Harrowmere New School");
    let office = office.form("/settings/office").unwrap().with("telephone", "01632 960777");
    for (colleague, form) in [(&mut one, &name), (&mut other, &office)] {
        let saved = colleague.browser.submit(form).unwrap();
        assert!(saved.text().contains("Saved"), "{}", saved.text());
    }
    let door = gate.browser().unwrap().open(&format!("/s/{OTHER_SCHOOL}")).unwrap();
    assert!(door.text().contains("Harrowmere New School") && door.text().contains("01632 960777"), "{}", door.text());
    let trail = one.open("audit?kind=settings").unwrap();
    assert_eq!(trail.texts("table tbody tr").unwrap().len(), 2, "{}", trail.text());
}

#[test]
fn of_an_erased_child_nothing_is_left_in_records_outbox_or_logs() {
    let gate = Gate::start(Options::default()).unwrap();
    let mut office = Colleague::sign_in(&gate, OTHER_SCHOOL, "office").unwrap();
    let only = |row: String, header: &str| format!("{header}\r\n{row}\r\n");
    let [forename, middle, surname] = CHILD;
    let [parent, e_mail] = PARENT;
    let token = format!("Bearer {}", gate.demo().schools[OTHER_SCHOOL].api_token);
    let mut program = gate.browser().unwrap();
    let lists = [
        (
            "pupils",
            only(
                format!("Z1,{forename},{middle},{surname},,3,3A,"),
                "id,forename,middle_names,surname,preferred_forename,year_group,class,key_stage",
            ),
        ),
        (
            "contacts",
            only(
                format!("Z1,{parent},mother,yes,{e_mail},"),
                "pupil_id,name,relation,parental_responsibility,email,phone",
            ),
        ),
    ];
    for (list, file) in lists {
        let path = office.at(&format!("api/v1/{list}?leavers=keep"));
        let answer = program.send(Method::PUT, &path, Some(("text/csv", file)), &[("authorization", &token)]).unwrap();
        assert_eq!(answer.status, 200, "{list}: {}", answer.body);
    }
    let child = child_named(&mut office, surname);
    let page = office.open(&format!("children/{child}")).unwrap();
    assert!(page.text().contains(forename), "{}", page.text());
    // The parent asks for a code, so that a letter of theirs lies in the outbox.
    let mut family = gate.browser().unwrap();
    let sign_in = family.open(&format!("/s/{OTHER_SCHOOL}/sign-in")).unwrap();
    family.submit(&sign_in.form("/sign-in").unwrap().with("email", e_mail)).unwrap();
    let outbox = family.open("/dev/outbox.json").unwrap();
    assert!(outbox.answer.body.contains(e_mail), "the letter is not there");

    let erase = office.open(&format!("children/{child}/erase")).unwrap();
    let form = erase.form("/erase").unwrap();
    let refused = office.browser.submit(&form.clone().with("name", "somebody else")).unwrap();
    assert_eq!(refused.status(), 422);
    let name = format!("{forename} {surname}");
    let asked = office.browser.submit(&form.with("name", &name)).unwrap();
    assert_eq!(asked.status(), 200, "{}", asked.text());
    let mut head = Colleague::sign_in(&gate, OTHER_SCHOOL, "head").unwrap();
    let page = head.open(&format!("children/{child}/erase")).unwrap();
    let erased = head.browser.submit(&page.form("/erase/confirm").unwrap().with("name", &name)).unwrap();
    assert_eq!(erased.status(), 200, "{}", erased.text());
    assert_eq!(office.browser.open(&office.at(&format!("children/{child}"))).unwrap().status(), 404);
    let outbox = family.open("/dev/outbox.json").unwrap().answer.body;
    for secret in CHILD.iter().chain(&PARENT) {
        assert!(!outbox.contains(secret), "the outbox holds {secret}");
    }

    gate.stop().unwrap();
    let mut kept = BTreeMap::new();
    files(&gate.folder(), &mut kept);
    kept.insert("the log".to_owned(), gate.log().to_ascii_lowercase().into_bytes());
    assert!(hold(&kept["sqlite_key_value.db"], OTHER_SCHOOL), "{:?}", kept.keys());
    for (place, bytes) in &kept {
        for secret in CHILD.iter().chain(&PARENT) {
            assert!(!hold(bytes, secret), "{place} holds {secret}");
        }
    }
}
