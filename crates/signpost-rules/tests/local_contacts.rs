//! What a school may enter of its area, and what is refused.

#![allow(clippy::unwrap_used, reason = "a failing helper is a failing test")]

mod asked;

use asked::contacts;
use proptest::prelude::*;
use school_types::Language;
use signpost_rules::{Contact, LocalContacts, LocalKind, WayKind};

const LADO: &str = r#"
[lado]
name = { en = "Elm Vale LADO", cy = "LADO Elm Vale" }
ways = [{ phone = "01632 960011", hours = { weekdays = "09:00-17:00", bank_holidays = "closed" } }]
takes_public = false
source = ["elm-vale.example.org/lado"]
last_verified = "2026-09-01"
"#;

#[test]
fn a_school_enters_as_much_as_it_has() {
    assert_eq!(contacts("bare"), LocalContacts::default());
    let lado: LocalContacts = toml::from_str(LADO).unwrap();
    let contact = lado.get(LocalKind::Lado).unwrap();
    assert_eq!(contact.name().get(Language::Cy), "LADO Elm Vale");
    assert_eq!(contact.ways()[0].contact.href(), "tel:01632960011");
    assert!(LocalKind::ALL.iter().filter(|kind| lado.get(**kind).is_some()).count() == 1);
}

#[test]
fn what_a_school_entered_reads_back_the_same_from_where_it_was_kept() {
    let hours = [
        r#""always""#,
        r#""messages""#,
        r#""unknown""#,
        r#"{ weekdays = "08:05-24:00", bank_holidays = "as-usual" }"#,
        r#"{ saturday = "00:00-09:30", sunday = "10:00-11:00", bank_holidays = "12:00-13:00", calendar = "scotland" }"#,
        r#"{ outside = { weekdays = "09:00-17:00", bank_holidays = "closed" } }"#,
    ];
    for hours in hours {
        let entered = LADO.replace(r#"{ weekdays = "09:00-17:00", bank_holidays = "closed" }"#, hours);
        let entered: LocalContacts = toml::from_str(&entered).unwrap();
        let kept = serde_json::to_string(&entered).unwrap();
        assert_eq!(serde_json::from_str::<LocalContacts>(&kept).unwrap(), entered, "{kept}");
        let written = toml::to_string(&entered).unwrap();
        assert_eq!(toml::from_str::<LocalContacts>(&written).unwrap(), entered, "{written}");
    }
    assert_eq!(serde_json::to_string(&LocalContacts::default()).unwrap(), "{}");
}

#[test]
fn a_contact_that_nobody_could_use_or_check_is_refused_without_repeating_it() {
    for (before, after, reason) in [
        (r#"source = ["elm-vale.example.org/lado"]"#, "source = []", "needs the page its number was read on"),
        (r#"source = ["elm-vale.example.org/lado"]"#, r#"source = ["  "]"#, "needs the page its number was read on"),
        ("last_verified = \"2026-09-01\"\n", "", "missing field `last_verified`"),
        ("takes_public = false\n", "", "missing field `takes_public`"),
        (r#"phone = "01632 960011", "#, "", "exactly one of phone"),
        (r#"phone = "01632 960011""#, r#"phone = "01632 960011", email = "lado@example.org""#, "exactly one of phone"),
        ("[lado]", "[lada]", "unknown field `lada`"),
    ] {
        assert!(LADO.contains(before), "{before}");
        let error = toml::from_str::<LocalContacts>(&LADO.replace(before, after)).unwrap_err();
        assert!(error.message().contains(reason), "{after}: {}", error.message());
    }
    let error = toml::from_str::<LocalContacts>(&LADO.replace("01632 960011", "ask at the desk")).unwrap_err();
    assert_eq!(error.message(), "not a telephone number of the United Kingdom");
}

#[test]
fn a_number_or_address_has_the_form_of_its_kind() {
    use WayKind::{Email, Phone, Relay, Text, Web};
    for (kind, good, href) in [
        (Phone, "999", "tel:999"),
        (Phone, "101", "tel:101"),
        (Phone, "116 000", "tel:116000"),
        (Phone, "0800 1111", "tel:08001111"),
        (Phone, "01632 960010", "tel:01632960010"),
        (Relay, "18001 101", "tel:18001101"),
        (Text, "07700 900123", "sms:07700900123"),
        (Email, "help.desk+1@elm-vale.example.org", "mailto:help.desk+1@elm-vale.example.org"),
        (Web, "https://example.org", "https://example.org"),
        (Web, "https://elm-vale.example.org/a/b?c=d#e", "https://elm-vale.example.org/a/b?c=d#e"),
    ] {
        assert_eq!(Contact::new(kind, good).unwrap().href(), href);
    }
    for (kind, bad) in [
        (Phone, ""),
        (Phone, "0800  1111"),
        (Phone, " 0800 1111"),
        (Phone, "+44 1632 960010"),
        (Phone, "1632 960010"),
        (Phone, "998"),
        (Phone, "01632 9600101"),
        (Phone, "01632 96001\u{0660}"),
        (Relay, "101"),
        (Relay, "18001101"),
        (Text, "12"),
        (Email, "Help@example.org"),
        (Email, "help@example"),
        (Email, "help desk@example.org"),
        (Email, "help@@example.org"),
        (Web, "http://example.org"),
        (Web, "https://example.org:8443/"),
        (Web, "https://user@example.org/"),
        (Web, "https://127.0.0.1/"),
        (Web, "https://localhost/"),
        (Web, "https://Example.org/"),
        (Web, "https://example.org/\" onclick=\"x"),
        (Web, "https://example.org/a b"),
        (Web, "https://example.org/\u{e9}"),
        (Web, "javascript:alert(1)"),
    ] {
        assert!(Contact::new(kind, bad).is_err(), "{bad:?} was taken for {kind}");
    }
}

proptest! {
    #[test]
    fn no_text_panics_and_no_link_can_leave_its_attribute(text in ".{0,60}", which in 0..5_usize) {
        if let Ok(contact) = Contact::new(WayKind::ALL[which], text) {
            let href = contact.href();
            prop_assert!(href.bytes().all(|b| b.is_ascii_graphic() && !b"\"'<>`".contains(&b)), "{}", href);
        }
    }
}
