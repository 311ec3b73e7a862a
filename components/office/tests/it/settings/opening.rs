use http::Method;
use records::{School, Schools, Staff};
use school_types::Role;
use testkit::{Answer, Browser};

use crate::harness::{Setup, TASK_TOKEN};

const BIRCH: &str = r#"{"id":"birch-vale","name":"Birch Vale School","name_cy":"Ysgol Birch Vale","profile":"p2",
  "administrator":{"name":"Ada Quill","e_mail":"Ada.Quill@birch.example.org"}}"#;

fn ask(setup: &Setup, body: &str, token: &str) -> Answer {
    let authorization = format!("Bearer {token}");
    let headers = [("authorization", authorization.as_str())];
    let body = Some(("application/json", body.to_owned().into()));
    Browser::new(&setup.application).send(Method::POST, "/tasks/schools", body, &headers)
}

fn json(answer: &Answer) -> serde_json::Value {
    serde_json::from_str(&answer.body).unwrap()
}

#[test]
fn an_operator_opens_a_school_and_its_first_administrator_is_invited() {
    let setup = Setup::new();
    let answer = ask(&setup, BIRCH, TASK_TOKEN);
    assert_eq!(answer.status, 201, "{}", answer.body);
    let opened = json(&answer);
    assert_eq!(opened["address"], "https://gate.example.org/s/birch-vale/office/invitation");
    assert_eq!(opened["e_mail"], "ada.quill@birch.example.org");
    let code = opened["invitation"].as_str().unwrap().to_owned();
    assert!(code.len() >= 16, "80 bits");

    let again = ask(&setup, BIRCH, TASK_TOKEN);
    assert_eq!((again.status.as_u16(), json(&again)), (200, opened), "the same request is one fact");

    let records = &setup.installation.records;
    let id = "birch-vale".parse().unwrap();
    let settings = futures::executor::block_on(records.school(&id).fold::<School>()).unwrap().value.0.unwrap();
    assert_eq!(settings.profile().id.as_str(), "p2");
    let accounts = futures::executor::block_on(records.staff_accounts(&id)).unwrap();
    let [(_, account)]: [(_, Staff); 1] = accounts.try_into().unwrap();
    assert_eq!(account.present().unwrap().roles, [Role::Administrator]);
    assert!(account.credential.is_none());
    let schools = futures::executor::block_on(records.schools().fold::<Schools>()).unwrap().value.0;
    assert!(schools.contains(&id));
    assert!(!setup.installation.store.contains_text(&code), "the code is not kept");

    // With it they set their account up.
    let mut browser = Browser::new(&setup.application);
    let page = browser.open("/s/birch-vale/office/invitation");
    assert_eq!(page.status(), 200, "{}", page.text());
}

#[test]
fn a_name_that_is_taken_is_a_conflict_and_changes_nothing() {
    let setup = Setup::new();
    ask(&setup, BIRCH, TASK_TOKEN);
    let before = setup.installation.store.all_keys().len();
    for body in [BIRCH.replace("Ada Quill", "Otto Reed"), BIRCH.replace("birch-vale", "elm-street").replace("p2", "p0")]
    {
        let answer = ask(&setup, &body, TASK_TOKEN);
        assert_eq!(answer.status, 409, "{}", answer.body);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert_eq!(json(&answer)["code"], "school-exists");
    }
    assert_eq!(setup.installation.store.all_keys().len(), before);
}

#[test]
fn what_cannot_be_taken_is_named_and_nothing_is_opened() {
    let setup = Setup::new();
    let mark = setup.installation.store.mark();
    for (body, field) in [
        (BIRCH.replace("birch-vale", "Birch Vale"), "id"),
        (BIRCH.replace("\"p2\"", "\"p9\""), "profile"),
        (BIRCH.replace("Birch Vale School", ""), "name"),
        (BIRCH.replace("Ada Quill", " "), "administrator.name"),
        (BIRCH.replace("@birch", " at birch"), "administrator.e_mail"),
    ] {
        let answer = ask(&setup, &body, TASK_TOKEN);
        assert_eq!((answer.status.as_u16(), json(&answer)["field"].as_str()), (422, Some(field)), "{}", answer.body);
    }
    assert_eq!(ask(&setup, "{", TASK_TOKEN).status, 400);
    assert_eq!(ask(&setup, &BIRCH.replace("profile", "profil"), TASK_TOKEN).status, 400);
    assert_eq!(ask(&setup, BIRCH, "made up").status, 401);
    assert!(setup.installation.store.writes_since(mark).is_empty());
}

#[test]
fn the_daily_round_covers_every_school_and_ringing_again_changes_nothing() {
    use testkit::installation::{ASH, ELM, school};
    let setup = Setup::new();
    let ring = || {
        let authorization = format!("Bearer {TASK_TOKEN}");
        let headers = [("authorization", authorization.as_str())];
        let answer = Browser::new(&setup.application).send(Method::POST, "/tasks/daily", None, &headers);
        assert_eq!(answer.status, 200, "{}", answer.body);
        json(&answer)
    };
    let covered = |slug| {
        let stream = setup.installation.records.checkpoints(&school(slug));
        futures::executor::block_on(stream.head()).unwrap()
    };
    let first = ring();
    assert_eq!((first["more"].as_bool(), first["failed"].as_u64()), (Some(false), Some(0)), "{first}");
    assert!(first["events"].as_u64().unwrap() > 0, "{first}");
    assert_eq!((covered(ELM), covered(ASH)), (1, 1));
    let mark = setup.installation.store.mark();
    let second = ring();
    assert_eq!((second["schools"].as_u64(), second["more"].as_bool()), (Some(0), Some(false)));
    assert!(setup.installation.store.writes_since(mark).is_empty());

    setup.installation.hand.advance(jiff::SignedDuration::from_hours(24));
    assert_eq!(ring()["schools"].as_u64(), first["schools"].as_u64());
    assert_eq!(covered(ELM), 1, "nothing grew, so nothing is added");
    let answer = Browser::new(&setup.application).send(Method::POST, "/tasks/daily", None, &[]);
    assert_eq!(answer.status, 401);
}
