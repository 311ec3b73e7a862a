//! What a scheduler asks for, and who may ask.

use http::{Method, StatusCode};
use testkit::{
    Answer,
    installation::{ELM, ODALYS, WILHELMINA},
};

use crate::harness::{Setup, TASK_TOKEN, yes};

fn ring(setup: &Setup, authorization: Option<&str>) -> Answer {
    let headers: Vec<(&str, &str)> = authorization.map(|line| ("authorization", line)).into_iter().collect();
    setup.browser().send(Method::POST, "/tasks/letters", None, &headers)
}

#[test]
fn only_who_presents_the_token_rings_for_letters() {
    let setup = Setup::new();
    let basic = format!("Basic {TASK_TOKEN}");
    let short = format!("Bearer {}", &TASK_TOKEN[1..]);
    let long = format!("Bearer {TASK_TOKEN}x");
    for wrong in
        [None, Some(""), Some("Bearer"), Some("Bearer "), Some(TASK_TOKEN), Some(&*basic), Some(&*short), Some(&*long)]
    {
        let mark = setup.installation.store.mark();
        let answer = ring(&setup, wrong);
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{wrong:?}");
        assert_eq!(answer.header("www-authenticate"), "Bearer");
        assert_eq!(setup.installation.store.writes_since(mark), []);
    }
    // Not even a parent's session helps.
    let mut parent = setup.signed_in(ELM, &ODALYS);
    let answer = parent.send(Method::POST, "/tasks/letters", None, &[]);
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(ring(&setup, Some(&format!("Bearer {TASK_TOKEN}"))).status, StatusCode::OK);
}

#[test]
fn ringing_sweeps_away_what_has_expired_and_nothing_else() {
    let setup = Setup::new();
    let mut browser = setup.signed_in(ELM, &ODALYS);
    setup.decide_for(&mut browser, &WILHELMINA, yes);
    let token = format!("Bearer {TASK_TOKEN}");
    let keys = |part: &str| setup.installation.store.all_keys().into_iter().filter(|key| key.contains(part)).count();
    let (facts, attempts) = (keys("/permission/"), keys("/sign-in/attempt/"));
    assert!(facts > 0 && attempts > 0);
    setup.wait(jiff::SignedDuration::from_hours(3));
    for _ in 0..3 {
        let answer = ring(&setup, Some(&token));
        let done: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!((done["schools"].as_u64(), done["waiting"].as_u64()), (Some(2), Some(0)));
    }
    assert_eq!((keys("/permission/"), keys("/sign-in/attempt/")), (facts, 0));
    assert_eq!(setup.decisions(ELM, &WILHELMINA).len(), 1);
}
