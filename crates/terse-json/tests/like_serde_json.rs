//! Whatever `serde_json` writes reads back the same, and whatever it refuses is refused.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::{Deserialize, Serialize, de::IgnoredAny};
use serde_json::{Value, json};
use terse_json::{NotThisForm, Raw, borrow, read};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Shape {
    Plain,
    Inside(Box<Shape>),
    Pair(i8, String),
    Named { at: i64, text: Option<String> },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
struct Name(String);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Language {
    En,
    Cy,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Everything {
    flag: bool,
    letter: char,
    name: Name,
    numbers: (u8, u64, i64),
    bytes: [u8; 4],
    shapes: Vec<Shape>,
    holes: BTreeMap<u64, i64>,
    texts: BTreeMap<Language, String>,
    nothing: (),
    #[serde(default, skip_serializing_if = "Option::is_none")]
    maybe: Option<Box<Everything>>,
}

fn shape() -> impl Strategy<Value = Shape> {
    let leaf = prop_oneof![
        Just(Shape::Plain),
        (any::<i8>(), any::<String>()).prop_map(|(number, text)| Shape::Pair(number, text)),
        (any::<i64>(), any::<Option<String>>()).prop_map(|(at, text)| Shape::Named { at, text }),
    ];
    leaf.prop_recursive(4, 8, 1, |inner| inner.prop_map(|shape| Shape::Inside(Box::new(shape))))
}

fn language() -> impl Strategy<Value = Language> {
    prop_oneof![Just(Language::En), Just(Language::Cy)]
}

fn everything() -> impl Strategy<Value = Everything> {
    let one = (
        (any::<bool>(), any::<char>(), any::<String>(), any::<(u8, u64, i64)>(), any::<[u8; 4]>()),
        prop::collection::vec(shape(), 0..4),
        any::<BTreeMap<u64, i64>>(),
        prop::collection::btree_map(language(), any::<String>(), 0..3),
    );
    let one = one.prop_map(|((flag, letter, name, numbers, bytes), shapes, holes, texts)| Everything {
        flag,
        letter,
        name: Name(name),
        numbers,
        bytes,
        shapes,
        holes,
        texts,
        nothing: (),
        maybe: None,
    });
    let one = one.boxed();
    (one.clone(), prop::option::of(one)).prop_map(|(outer, inner)| Everything { maybe: inner.map(Box::new), ..outer })
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_was_written_reads_back(written in everything()) {
        let compact = serde_json::to_vec(&written).unwrap();
        prop_assert_eq!(read::<Everything>(&compact), Ok(written.clone()));
        let spaced = serde_json::to_vec_pretty(&written).unwrap();
        prop_assert_eq!(read::<Everything>(&spaced), Ok(written));
        let raw: Raw<'_> = borrow(&compact).unwrap();
        prop_assert_eq!(raw.0.as_bytes(), &compact);
    }

    #[test]
    fn any_value_reads_back(written in value()) {
        let json = written.to_string();
        prop_assert_eq!(read::<Value>(json.as_bytes()), Ok(written));
        prop_assert!(read::<IgnoredAny>(json.as_bytes()).is_ok());
    }

    #[test]
    fn a_changed_byte_is_judged_as_serde_json_judges_it(
        written in everything(), place in any::<prop::sample::Index>(), byte in any::<u8>()
    ) {
        let mut json = serde_json::to_vec(&written).unwrap();
        let place = place.index(json.len());
        json[place] = byte;
        let theirs = serde_json::from_slice::<Everything>(&json).map_err(|_| NotThisForm);
        prop_assert_eq!(read::<Everything>(&json), theirs);
        let theirs = serde_json::from_slice::<IgnoredAny>(&json).is_ok() && std::str::from_utf8(&json).is_ok();
        prop_assert_eq!(read::<IgnoredAny>(&json).is_ok(), theirs);
    }

    #[test]
    fn what_is_cut_short_is_refused(written in everything(), place in any::<prop::sample::Index>()) {
        let json = serde_json::to_vec(&written).unwrap();
        prop_assert_eq!(read::<Everything>(&json[..place.index(json.len())]), Err(NotThisForm));
    }

    #[test]
    fn no_bytes_panic(bytes in any::<Vec<u8>>(), text in "[\\[\\]{}:,\"\\\\u0-9dDeEn.+-]{0,24}") {
        for json in [bytes.as_slice(), text.as_bytes()] {
            let theirs = serde_json::from_slice::<IgnoredAny>(json).is_ok() && std::str::from_utf8(json).is_ok();
            prop_assert_eq!(read::<IgnoredAny>(json).is_ok(), theirs);
            let _ = read::<Everything>(json);
            let _ = read::<Shape>(json);
        }
    }
}

#[test]
fn escapes_are_read_as_the_characters_they_stand_for() {
    let json = r#""\"\\\/\b\f\n\r\t\u00e9\uD83D\ude00 é""#;
    assert_eq!(read::<String>(json.as_bytes()), Ok("\"\\/\u{8}\u{c}\n\r\té\u{1f600} é".to_owned()));
    for bad in [r#""\x""#, r#""\ud83d""#, r#""\ud83dx""#, r#""\ud83d\u0041""#, r#""\ude00""#, r#""\u+123""#, "\"\n\""] {
        assert_eq!(read::<String>(bad.as_bytes()), Err(NotThisForm), "{bad}");
    }
}

#[test]
fn numbers_are_whole_and_fit() {
    assert_eq!(read::<u8>(b" 255 "), Ok(255));
    assert_eq!(read::<i64>(b"-9223372036854775808"), Ok(i64::MIN));
    assert_eq!(read::<u64>(b"18446744073709551615"), Ok(u64::MAX));
    for bad in ["256", "-1", "01", "-", "+1", "1.0", "1e2", "1 1", "18446744073709551616", ""] {
        assert_eq!(read::<u8>(bad.as_bytes()), Err(NotThisForm), "{bad}");
    }
    assert!(read::<IgnoredAny>(b"[1.5, -2e+10, 0.0E-1]").is_ok());
}

#[test]
fn a_struct_is_an_object_with_its_own_members_once_each() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Point {
        x: u8,
        y: u8,
    }
    assert_eq!(read(br#"{"y":2,"x":1}"#), Ok(Point { x: 1, y: 2 }));
    for bad in [r#"{"x":1}"#, r#"{"x":1,"y":2,"z":3}"#, r#"{"x":1,"y":2,"x":1}"#, "[1,2]", r#"{"x":1,"y":2,}"#, "null"]
    {
        assert_eq!(read::<Point>(bad.as_bytes()), Err(NotThisForm), "{bad}");
    }
}

#[test]
fn values_deep_inside_each_other_do_not_use_up_the_stack() {
    let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(read::<IgnoredAny>(deep(64).as_bytes()).is_ok());
    assert_eq!(read::<IgnoredAny>(deep(65).as_bytes()), Err(NotThisForm));
    assert_eq!(read::<Value>("[".repeat(1_000_000).as_bytes()), Err(NotThisForm));
}

#[test]
fn what_follows_later_is_kept_as_it_is_written() {
    #[derive(Deserialize)]
    struct Envelope<'a> {
        at: i64,
        #[serde(borrow)]
        event: Raw<'a>,
    }
    let envelope: Envelope<'_> = borrow(br#"{"event": {"a": [1, "}"]} , "at": 7}"#).unwrap();
    assert_eq!((envelope.at, envelope.event.0), (7, r#"{"a": [1, "}"]}"#));
    assert_eq!(read::<Value>(envelope.event.0.as_bytes()), Ok(json!({ "a": [1, "}"] })));
}

#[test]
fn the_error_says_nothing_of_what_was_read() {
    #[derive(Debug, Deserialize)]
    struct Age {
        #[serde(rename = "age")]
        _age: u8,
    }
    let error = read::<Age>(br#"{"age": "Ada Lovelace"}"#).unwrap_err();
    assert_eq!(error.to_string(), "not JSON of the expected form");
}
