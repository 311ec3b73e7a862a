//! Whatever bytes come in: no panic, no endless run, valid positions, bounded memory.
#![allow(clippy::unwrap_used, reason = "the helpers of a test are part of it")]

#[expect(unreachable_pub, reason = "shared with the mutations")]
mod samples;

use std::time::{Duration, Instant};

use proptest::prelude::*;
use publication_rules::{BlindList, Checker, Limits, ListKey, Profile, PupilForms, Report, Submission, Verdict, Why};
use samples::{docx, pdf, samples};
use school_types::PersonName;

fn list() -> BlindList {
    let forms =
        [PupilForms::new(&PersonName::new("Amara", "Okafor")), PupilForms::new(&PersonName::new("May", "Green"))];
    BlindList::blind(&ListKey::new([1; 32]), &forms)
}

fn checked(bytes: &[u8], content_type: Option<&str>, limits: Limits) -> Report {
    let (profile, list) = (Profile::default(), list());
    let submission = Submission { bytes, content_type, file_name: None };
    let checker = Checker::new(&profile, Some(&list)).with_limits(limits);
    let start = Instant::now();
    let report = checker.check(&submission);
    let _ = checker.clean(&submission);
    assert!(start.elapsed() < Duration::from_secs(20), "took {:?}", start.elapsed());
    for finding in &report.findings {
        if let (Some(start), Some(end)) = (finding.start, finding.end) {
            assert!(start <= end, "{finding:?}");
        }
    }
    report
}

fn rules(report: &Report) -> Vec<&'static str> {
    let mut ids: Vec<_> = report.findings.iter().map(|finding| finding.rule.id()).collect();
    ids.dedup();
    ids
}

#[test]
fn every_sample_gives_what_is_in_it() {
    let limits = Limits::default();
    let expected: [&[&str]; 8] = [
        &[
            "pupil-full-name",
            "name-in-file-name",
            "name-by-picture",
            "phone-number",
            "email-address",
            "harvestable-email",
        ],
        &["pupil-full-name", "phone-number"],
        &["pupil-full-name", "phone-number"],
        &["picture-location", "picture-metadata-name"],
        &["picture-metadata-name"],
        &["picture-location"],
        &[],
        &["pupil-full-name", "phone-number", "email-address", "postal-address"],
    ];
    for (sample, expected) in samples().iter().zip(expected) {
        let report = checked(sample, None, limits);
        for rule in expected {
            assert!(rules(&report).contains(rule), "{rule} in {:?} {:?}", rules(&report), report.not_examined);
        }
    }
}

#[test]
fn a_page_that_draws_without_saying_letters_is_not_clear() {
    let scanned = pdf("q /I Do BI /W 1 /H 1 ID x EI Q");
    assert_eq!(checked(&scanned, None, Limits::default()).verdict, Verdict::NotExamined);
    let unreadable = pdf("BT /G 12 Tf (abc) Tj ET");
    assert_eq!(checked(&unreadable, None, Limits::default()).verdict, Verdict::NotExamined);
    let form_in_itself = pdf("BT /F 12 Tf (x) Tj ET /X Do");
    assert_eq!(checked(&form_in_itself, None, Limits::default()).not_examined[0].why, Why::TooDeep);
}

#[test]
fn bombs_and_giants_end_in_a_finding() {
    let small = Limits { inflated: 1 << 16, bytes: 1 << 20, ..Limits::default() };
    let bomb = docx(&[("word/document.xml", &" ".repeat(1 << 20))]);
    assert_eq!(checked(&bomb, None, small).not_examined[0].why, Why::TooMuchInside);
    assert_eq!(checked(&vec![b'a'; 2 << 20], None, small).not_examined[0].why, Why::TooLarge);
    let deep = docx(&[("word/document.xml", &"<a>".repeat(5_000))]);
    assert_eq!(checked(&deep, None, small).not_examined[0].why, Why::TooDeep);
    let entries: Vec<(String, String)> = (0..40).map(|n| (format!("word/{n}.xml"), String::new())).collect();
    let entries: Vec<(&str, &str)> = entries.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let many = checked(&docx(&entries), None, Limits { entries: 10, ..small });
    assert_eq!(many.not_examined[0].why, Why::TooManyEntries);
}

#[test]
fn texts_made_to_be_slow_are_not() {
    let big = 90_000;
    for text in [
        "@".repeat(big),
        "a@".repeat(big),
        "a at ".repeat(big / 4),
        "0 ".repeat(big),
        "07700 ".repeat(big / 4),
        "Amara Okafor ".repeat(big / 12),
        "A. ".repeat(big / 3),
        "amara,".repeat(big / 6),
        "12 Oak ".repeat(big / 7),
        "<".repeat(big),
        "<p ".repeat(big / 3),
        "<!--".repeat(big / 4),
        "&".repeat(big),
        "<script>".repeat(big / 8),
        " dot ".repeat(big / 5),
        "Mark Hill ".repeat(big / 10),
        "(".repeat(big),
        "\u{200b}".repeat(big / 3),
        "é".repeat(big / 2),
        "word/".repeat(big / 5),
    ] {
        checked(text.as_bytes(), Some("text/plain"), Limits::default());
        checked(text.as_bytes(), Some("text/html"), Limits::default());
    }
    for head in ["%PDF-1.4\n1 0 obj ", "%PDF-1.4\n1 0 obj <<"] {
        for body in ["[", "<<", "(", "1 0 obj ", "/A ", "stream ", "trailer "] {
            checked(format!("{head}{}", body.repeat(big / 10)).as_bytes(), None, Limits::default());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn no_mutated_sample_panics(which in 0usize..8, changes in proptest::collection::vec((any::<u16>(), any::<u8>()), 0..12), cut in any::<u16>(), doubled in any::<bool>()) {
        let mut bytes = samples().swap_remove(which);
        for (at, value) in changes {
            let at = usize::from(at) % bytes.len();
            bytes[at] = value;
        }
        if cut % 3 == 0 {
            let length = usize::from(cut) % bytes.len();
            bytes.truncate(length);
        }
        if doubled {
            let copy = bytes.clone();
            bytes.extend(copy);
        }
        checked(&bytes, None, Limits { inflated: 1 << 20, ..Limits::default() });
    }

    #[test]
    fn no_text_panics_and_positions_point_at_the_excerpt(text in "(Amara|Okafor|May Green|07700 900123|a@b\\.org|at|dot|AB1 2DE|12 Oak Lane|é|\u{200b}|\u{1f600}|&amp;|<b>|[ ,.\n\t'-]){0,40}") {
        let report = checked(text.as_bytes(), Some("text/plain"), Limits::default());
        let scalars: Vec<char> = text.chars().collect();
        for finding in report.findings {
            let (start, end) = (finding.start.unwrap() as usize, finding.end.unwrap() as usize);
            prop_assert!(end <= scalars.len());
            let found: String = scalars[start..end].iter().map(|c| if c.is_control() { ' ' } else { *c }).collect();
            // What was escaped is shown as it is meant.
            let found = found.replace("&amp;", "&");
            prop_assert!(finding.excerpt.contains(&found), "{found:?}");
            prop_assert!(finding.excerpt.chars().count() <= found.chars().count() + 20);
        }
        checked(text.as_bytes(), Some("text/html"), Limits::default());
    }
}
