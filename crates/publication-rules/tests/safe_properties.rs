//! Safe versions of anything: what was found is not found again, all else stands, and a safe version needs no other.
#![allow(clippy::unwrap_used, reason = "the helpers of a test are part of it")]

use proptest::prelude::*;
use publication_rules::{BlindList, Checker, Clean, Finding, Fix, ListKey, Profile, PupilForms, Severity, Submission};
use school_types::PersonName;

const PUPILS: [(&str, &str); 6] = [
    ("Amara", "Okafor"),
    ("Ben", "Okafor"),
    ("Élise", "Laurent"),
    ("Zoë", "O'Neill-Smith"),
    ("Jay", "House"),
    ("Lotte", "van der Berg"),
];

/// What is planted, and what stands in its place in a safe version.
const PLANTED: [(&str, &str); 14] = [
    ("Amara Okafor", "Amara"),
    ("OKAFOR, Ben", "Ben"),
    ("Ben Okafor", "Ben"),
    ("Élise Laurent", "Élise"),
    ("AmaraOkafor", "Amara"),
    ("Zoë O’Neill-Smith", "Zoë"),
    ("Lotte van der Berg", "Lotte"),
    ("jo.brown@example.com", "office@elm.example.org"),
    ("amara.okafor@example.com", "office@elm.example.org"),
    ("07700 900123", "01632 960100"),
    ("+44 7700 900456", "01632 960100"),
    ("(01632) 960555", "01632 960100"),
    ("12 Oak Tree Lane, Elmton, AB1 2DE", ""),
    ("AB1 2DE", ""),
];

/// Words and marks that nothing is found in, whatever stands beside them.
const PLAIN: [&str; 12] =
    ["we", "went", "out", "to", "see", "boats;", "it", "rained.", "was", "good!", "«then»", "naïve"];

/// Pieces that make trouble beside one another.
#[rustfmt::skip]
const TROUBLE: [&str; 40] = [
    "Amara", "Okafor", "okafor", "Ben", "Laurent", "É.", "A.", "the", "Okafors,", "and", "&", "House", "Jay", "Berg",
    "van", "@", "#", "at", "dot", "example.org", "Tel:", "07700", "900123", "900 456", "AB1", "2DE", "12", "Lane",
    "&amp;", "&#79;", "\\u00eb", "%20", "\u{200b}", "\u{301}", "’s", "/", "<b>", "</p>", "mailto:", "=\n",
];

const JOINTS: [&str; 8] = [" ", "", "\n", ", ", "\t", "-", ".", "\n\n"];

fn lists() -> BlindList {
    let forms: Vec<_> =
        PUPILS.iter().map(|(given, surname)| PupilForms::new(&PersonName::new(*given, *surname))).collect();
    BlindList::blind(&ListKey::new([2; 32]), &forms)
}

fn profile() -> Profile {
    Profile {
        email_domains: vec!["elm.example.org".to_owned()],
        phones: vec!["01632 960100".to_owned()],
        ..Profile::default()
    }
}

fn cleaned(list: Option<&BlindList>, text: &str, content_type: &str) -> (Clean, String) {
    let profile = profile();
    let submission = Submission { bytes: text.as_bytes(), content_type: Some(content_type), file_name: None };
    let clean = Checker::new(&profile, list).clean(&submission).unwrap();
    let text = String::from_utf8(clean.bytes.clone()).unwrap();
    (clean, text)
}

/// Whether a safe version would put something else in the finding's place.
fn is_replaced(finding: &Finding) -> bool {
    finding.severity > Severity::Note
        && matches!(finding.fix, Fix::FirstNameOnly { .. } | Fix::SchoolContact { .. } | Fix::TakeOut)
}

/// Nothing that could be replaced is left, and a second safe version is the first.
fn is_safe(list: Option<&BlindList>, text: &str, content_type: &str) -> Result<(), TestCaseError> {
    let (clean, safe) = cleaned(list, text, content_type);
    let left: Vec<_> = clean.remaining.findings.iter().filter(|finding| is_replaced(finding)).collect();
    prop_assert!(left.is_empty(), "{text:?} became {safe:?}, which holds {left:?}");
    let (again, twice) = cleaned(list, &safe, content_type);
    prop_assert_eq!((twice, again.changes), (safe, 0), "{:?}", text);
    Ok(())
}

fn troubled() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(&TROUBLE[..]).prop_map(str::to_owned),
        2 => proptest::sample::select(&PLANTED[..]).prop_map(|(planted, _)| planted.to_owned()),
        1 => proptest::sample::select(&PLAIN[..]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    let pieces = proptest::collection::vec((piece, proptest::sample::select(&JOINTS[..])), 0..14);
    pieces.prop_map(|pieces| pieces.into_iter().flat_map(|(piece, joint)| [piece, joint.to_owned()]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_found_in_a_text_is_replaced_and_all_else_stands(
        pieces in proptest::collection::vec((0..PLANTED.len(), proptest::collection::vec(0..PLAIN.len(), 1..8)), 1..8),
    ) {
        let (mut text, mut expected) = (String::from("Today "), String::from("Today "));
        for (planted, plain) in pieces {
            let (found, put) = PLANTED[planted];
            let words: String = plain.into_iter().map(|at| format!("{} ", PLAIN[at])).collect();
            text.push_str(&format!("{words}– {found} – "));
            expected.push_str(&format!("{words}– {put} – "));
        }
        let list = lists();
        let (clean, safe) = cleaned(Some(&list), &text, "text/plain");
        prop_assert_eq!(&safe, &expected);
        prop_assert!(clean.changes > 0);
        let page = format!("<main><p>{}</p></main>", text.replace("– ", "</p>\n<p class='x'>"));
        let expected = format!("<main><p>{}</p></main>", expected.replace("– ", "</p>\n<p class='x'>"));
        prop_assert_eq!(cleaned(Some(&list), &page, "text/html").1, expected);
    }

    #[test]
    fn a_safe_text_needs_no_other(text in troubled()) {
        is_safe(Some(&lists()), &text, "text/plain")?;
        is_safe(None, &text, "text/plain")?;
    }

    #[test]
    fn a_safe_page_needs_no_other(text in troubled(), alt in troubled()) {
        let alt = alt.replace('"', "");
        let page = format!("<p>{text}</p><figure><img alt=\"{alt}\" src=\"a.jpg\"><figcaption>{text}</figcaption></figure>");
        is_safe(Some(&lists()), &page, "text/html")?;
    }

    #[test]
    fn no_text_and_no_page_makes_it_panic(text in "\\PC{0,120}", bytes in proptest::collection::vec(any::<u8>(), 0..120)) {
        let (list, profile) = (lists(), profile());
        let checker = Checker::new(&profile, Some(&list));
        for bytes in [text.as_bytes(), &bytes] {
            for content_type in ["text/plain", "text/html"] {
                let _ = checker.clean(&Submission { bytes, content_type: Some(content_type), file_name: None });
            }
        }
    }
}
