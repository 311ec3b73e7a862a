//! Lists as people's files are like: what is forgiven, and that it is said before anything is imported.

use futures::executor::block_on;
use http::StatusCode;
use records::Staff;
use school_types::{Language, Role};
use testkit::{
    Browser,
    installation::{ELM, school},
};

use crate::{
    bringing::{CONTACTS, PUPILS, bring, form_for, numbers, send_file, take},
    harness::Setup,
    lists_api,
};

fn part(browser: &mut Browser, list: &str, file: &str) -> testkit::Page {
    let form = form_for(browser, list).with("extent", "part");
    let answer = send_file(browser, &form, file.as_bytes());
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    browser.open(answer.header("location"))
}

#[test]
fn a_total_below_the_list_is_ignored_with_a_word_and_blocks_no_leavers() {
    let setup = Setup::new();
    let mut browser = setup.with_role(Role::Office);
    let file = PUPILS.replace("Jocasta,Jocasta,Overbrook,3,3K\r\n", "Total pupils: 90,,,,\r\n");
    let preview = bring(&mut browser, "pupils", file.as_bytes());
    assert_eq!(numbers(&preview), ["0", "0", "0", "0", "1", "3", "0"]);
    assert!(
        preview.text().contains("1 row that is not about a person, such as a total (ignored): row 5"),
        "{}",
        preview.text()
    );
    assert!(preview.text().contains("Have all these pupils left?"));
    let done = take(&mut browser, "pupils", &file);
    assert_eq!(done.heading(), "The list of pupils is imported");
    assert!(setup.held("Jocasta").left().is_some());
}

#[test]
fn families_are_taken_as_they_stand_in_the_file_and_what_was_read_otherwise_is_said() {
    let setup = Setup::new();
    let mut browser = setup.with_role(Role::Office);
    let rows = "Jocasta,Rufus Overbrook,Dad,yes,not given\r\n\
                Jocasta,NAN OVERBROOK,Grandmother,,\r\n\
                Jocasta,Ivo Overbrook,uncle,no,ivo@over.example.org; i.overbrook@work.example.org\r\n\
                Jocasta,Ivo Overbrook,uncle,no,ivo@over.example.org\r\n\
                Jocasta,Mr & Mrs Lane,neighbours,no,lane@gmial.com\r\n";
    let preview = part(&mut browser, "contacts", &(CONTACTS.to_owned() + rows));
    assert_eq!(numbers(&preview), ["4", "0", "0", "4", "0"], "{}", preview.text());
    let text = preview.text();
    for said in [
        "Parental responsibility is blank. We take that as no",
        "There is more than one email address. We use the first.",
        "The name was in capitals",
        "The name looks like two people",
        "looks mistyped",
        "1 duplicate row (ignored)",
        "Nan Overbrook",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    browser.submit(&preview.form("/import/"));
    let jocasta = setup.held("Jocasta");
    assert_eq!((jocasta.facts().unwrap().contacts.len(), jocasta.holders().len()), (5, 2));
    assert_eq!(setup.whose("ivo@over.example.org").len(), 1);
    assert_eq!(setup.whose("i.overbrook@work.example.org"), []);
    browser.speak(Language::Cy);
    let again = part(&mut browser, "contacts", &(CONTACTS.to_owned() + rows));
    assert!(again.text().contains("Gwiriwch"), "{}", again.text());
}

#[test]
fn contacts_of_one_pupil_in_one_row_are_people_of_their_own() {
    let setup = Setup::new();
    let mut browser = setup.with_role(Role::Office);
    let file = "Adno,Contact 1 Name,Contact 1 Relationship,Contact 1 PR,Contact 1 Email,Contact 2 Name,Contact 2 Relationship,\
                Contact 2 PR,Contact 2 Email\r\nJocasta,Tamsin Overbrook,Mother,Y,tam@over.example.org,Rufus Overbrook,Father,Y,rufus@over.example.org\r\n";
    let preview = part(&mut browser, "contacts", file);
    assert_eq!(numbers(&preview)[..2], ["1", "1"], "{}", preview.text());
    browser.submit(&preview.form("/import/"));
    assert_eq!(setup.held("Jocasta").holders().len(), 2);
    assert_eq!((setup.whose("tam@over.example.org").len(), setup.whose("rufus@over.example.org").len()), (1, 1));
}

#[test]
fn the_list_of_staff_says_whose_class_it_is_and_nobody_keeps_one_who_left() {
    let setup = Setup::new();
    let mut browser = setup.with_role(Role::Administrator);
    let file = "id,name,role,email,class\r\nS1,Kay Lund,teacher,kay@elm.example.org,5K; 2K\r\n";
    let preview = part(&mut browser, "staff", file);
    browser.submit(&preview.form("/import/"));
    let records = &setup.installation.records;
    let staff = || {
        let id = records::staff_id(records.vault(), &school(ELM), "S1");
        block_on(records.staff(&school(ELM), &id).fold::<Staff>()).unwrap().value
    };
    let classes =
        |staff: &Staff| staff.facts().unwrap().classes.iter().map(|class| class.reveal().clone()).collect::<Vec<_>>();
    assert_eq!(classes(&staff()), ["2K", "5K"]);
    // A list that does not say it changes nothing; one that says another class does.
    let without = "id,name,role,email\r\nS1,Kay Lund,teacher,kay@elm.example.org\r\n";
    assert!(part(&mut browser, "staff", without).heading().contains("Nothing would change"));
    let moved = part(&mut browser, "staff", &file.replace("5K; 2K", "5K"));
    assert!(moved.text().contains("Class: 2K and 5K → 5K"), "{}", moved.text());
    let id = records::staff_id(records.vault(), &school(ELM), "S1");
    let operation = school_types::OperationId::from_bytes([5; 15]);
    block_on(records.close_account(&school(ELM), &id, &operation)).unwrap();
    assert_eq!(classes(&staff()), Vec::<String>::new());
}

#[test]
fn a_contact_sent_again_in_another_unicode_form_is_unchanged() {
    let setup = lists_api::setup();
    let row = |name: &str| format!("pupil_id,name,relation,pr,phone\r\nJocasta,{name},aunt,no,07700 900111\r\n");
    let (_, first) = lists_api::put(&setup, "contacts?leavers=keep", "text/csv", row("Zoë Bélanger").as_bytes());
    assert_eq!(first["added"].as_u64(), Some(1), "{first}");
    let (_, again) =
        lists_api::put(&setup, "contacts?leavers=keep", "text/csv", row("Zoe\u{308} Be\u{301}langer").as_bytes());
    assert_eq!((again["added"].as_u64(), again["changed"].as_u64()), (Some(0), Some(0)), "{again}");
    let (status, refused) = lists_api::put(&setup, "contacts?leavers=keep", "text/csv", row("#N/A").as_bytes());
    assert_eq!(
        (status, refused["rejected"][0]["code"].as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, Some("spreadsheet-error"))
    );
}
