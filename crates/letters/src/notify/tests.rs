use futures::executor::block_on;
use serde_json::Value;
use settings::Settings;

use super::*;
use crate::{
    Kind,
    test::{FakeHttp, elm, letter, records},
};

const SERVICE: &str = "26785a09-ab16-4eb0-8407-a37497a57506";
const SECRET: &str = "3d844edf-8d35-48ac-975b-e847b4f122b0";

fn account(secret: &str) -> NotifyAccount {
    let key = format!("live-{SERVICE}-{secret}").parse().unwrap();
    NotifyAccount { key, template: SERVICE.parse().unwrap() }
}

/// A courier for these schools' records.
fn with(http: &FakeHttp, shared: Option<NotifyAccount>, records: &Records) -> Notify {
    let settings = Settings::from_pairs([("notify_address", "https://notify.example.org")]).unwrap();
    let clock = Clock::fixed("2026-09-01T08:00:00Z".parse().unwrap());
    Notify::new(Rc::new(http.clone()), settings.notify_address, shared, records.clone(), clock)
}

/// A courier for a school that has handed over its account.
fn notify(http: &FakeHttp) -> Notify {
    let (_, records, _) = records();
    block_on(account(SECRET).keep(&records, &elm())).unwrap();
    with(http, None, &records)
}

fn answered(status: u16, body: &str) -> DeliveryError {
    let http = FakeHttp::default();
    http.answer(status, &[("retry-after", "30")], body);
    block_on(notify(&http).send(&letter(Kind::Receipt, 1), Attempt::First)).unwrap_err()
}

#[test]
fn a_letter_goes_out_as_notify_asks_for_it() {
    let http = FakeHttp::default();
    http.answer(201, &[], r#"{"id":"740e5834-3a29-46b4-9a6f-16142fde533a","reference":"x"}"#);
    let letter = letter(Kind::SignInCode, 1);
    let delivery = block_on(notify(&http).send(&letter, Attempt::First)).unwrap();
    assert_eq!(delivery.as_str(), "740e5834-3a29-46b4-9a6f-16142fde533a");
    let sent = http.sent();
    assert_eq!(sent.len(), 1);
    assert_eq!(
        (sent[0].method(), sent[0].uri().to_string().as_str()),
        (&Method::POST, "https://notify.example.org/v2/notifications/email")
    );
    assert!(sent[0].headers()[AUTHORIZATION].to_str().unwrap().starts_with("Bearer eyJ"));
    assert_eq!(sent[0].headers()[CONTENT_TYPE], "application/json");
    let body: Value = serde_json::from_slice(sent[0].body()).unwrap();
    let expected = json!({
        "email_address": "planted@example.org",
        "template_id": SERVICE,
        "personalisation": { "subject": letter.message.subject.reveal(), "body": letter.message.text() },
        "reference": letter.id.as_str(),
    });
    assert_eq!(body, expected);
}

#[test]
fn a_refusal_is_told_by_its_status_and_type() {
    let error = |kind: &str| {
        format!(r#"{{"status_code":400,"errors":[{{"error":"{kind}","message":"planted@example.org"}}]}}"#)
    };
    assert_eq!(answered(400, &error("ValidationError")), DeliveryError::BadAddress);
    assert_eq!(answered(400, &error("BadRequestError")), DeliveryError::NotAccepted { status: 400 });
    assert_eq!(answered(403, &error("AuthError")), DeliveryError::NotAccepted { status: 403 });
    assert_eq!(answered(429, &error("RateLimitError")), DeliveryError::Busy { retry_after: Some(30) });
    assert_eq!(answered(429, &error("TooManyRequestsError")), DeliveryError::Busy { retry_after: Some(30) });
    assert_eq!(answered(500, "<html>"), DeliveryError::Busy { retry_after: Some(30) });
    assert_eq!(answered(302, ""), DeliveryError::NotAccepted { status: 302 });
    assert_eq!(answered(200, "{}"), DeliveryError::NotAccepted { status: 200 });
}

#[test]
fn a_letter_that_may_have_arrived_is_looked_for_before_it_is_sent_again() {
    let http = FakeHttp::default();
    let courier = notify(&http);
    let letter = letter(Kind::Receipt, 1);
    http.fail();
    assert_eq!(block_on(courier.send(&letter, Attempt::First)), Err(DeliveryError::Unreachable));
    http.answer(200, &[], r#"{"notifications":[{"id":"known"}],"links":{}}"#);
    assert_eq!(block_on(courier.send(&letter, Attempt::Again)).unwrap().as_str(), "known");
    http.answer(200, &[], r#"{"notifications":[],"links":{}}"#);
    http.answer(201, &[], r#"{"id":"new"}"#);
    assert_eq!(block_on(courier.send(&letter, Attempt::Again)).unwrap().as_str(), "new");
    http.answer(200, &[], "not what it should be");
    assert_eq!(block_on(courier.send(&letter, Attempt::Again)), Err(DeliveryError::NotAccepted { status: 200 }));
    let asked: Vec<_> = http.sent().iter().map(|sent| format!("{} {}", sent.method(), sent.uri().path())).collect();
    let (look, send) = ("GET /v2/notifications", "POST /v2/notifications/email");
    assert_eq!(asked, [send, look, look, send, look]);
    let query = format!("template_type=email&reference={}", letter.id);
    assert_eq!(http.sent()[1].uri().query(), Some(query.as_str()));
}

#[test]
fn a_letter_taken_without_an_id_of_theirs_goes_by_ours() {
    let http = FakeHttp::default();
    http.answer(201, &[], "");
    let letter = letter(Kind::Receipt, 1);
    let delivery = block_on(notify(&http).send(&letter, Attempt::First)).unwrap();
    assert_eq!(delivery.as_str(), letter.id.as_str());
}

#[test]
fn a_school_without_an_account_sends_nothing_and_its_letters_wait() {
    let http = FakeHttp::default();
    let (store, records, _) = records();
    let letter = letter(Kind::Receipt, 1);
    let courier = with(&http, None, &records);
    assert_eq!(block_on(courier.send(&letter, Attempt::First)), Err(DeliveryError::NotSetUp));
    store.fail_next(1);
    let busy = DeliveryError::Busy { retry_after: None };
    assert_eq!(
        block_on(courier.send(&letter, Attempt::First)),
        Err(busy),
        "a store that is down does not mean: no account"
    );
    assert!(http.sent().is_empty());
}

#[test]
fn a_school_with_an_account_does_not_use_the_shared_one() {
    let other = "00000000-8d35-48ac-975b-e847b4f122b0";
    let token = |own: bool| {
        let http = FakeHttp::default();
        http.answer(201, &[], r#"{"id":"x"}"#);
        let (_, records, _) = records();
        if own {
            block_on(account(SECRET).keep(&records, &elm())).unwrap();
        }
        let courier = with(&http, Some(account(other)), &records);
        block_on(courier.send(&letter(Kind::Receipt, 1), Attempt::First)).unwrap();
        let sent = http.sent();
        sent[0].headers()[AUTHORIZATION].to_str().unwrap().to_owned()
    };
    let now = "2026-09-01T08:00:00Z".parse().unwrap();
    let expected = |secret| format!("Bearer {}", token::token(&account(secret).key, now).unwrap());
    assert_eq!(token(true), expected(SECRET));
    assert_eq!(token(false), expected(other));
}

#[test]
fn an_account_is_kept_sealed_and_shows_no_secret() {
    let (store, records, _) = records();
    block_on(account(SECRET).keep(&records, &elm())).unwrap();
    assert_eq!(block_on(NotifyAccount::of(&records, &elm())).unwrap(), Some(account(SECRET)));
    assert_eq!(block_on(NotifyAccount::of(&records, &"oak-lane".parse().unwrap())).unwrap(), None);
    assert!(!store.contains_text(SECRET) && !store.contains_text(SERVICE));
    assert!(!format!("{:?}", account(SECRET)).contains(SECRET));
}
