//! The interface as a content management system would use it.

use publication_rules::{BlindList, ListKey, PupilForms};
use school_types::PersonName;

use crate::{
    bindings::exports::schoolgate::publication::rules as wit,
    bindings::exports::schoolgate::publication::rules::{Guest, GuestPiece},
    piece::Piece,
    school::School,
};

fn profile() -> wit::Profile {
    wit::Profile {
        email_domains: vec!["elm.example.org".to_owned()],
        allowed_emails: Vec::new(),
        role_mailboxes: Vec::new(),
        phones: vec!["01632 960000".to_owned()],
        postcodes: Vec::new(),
        streets: Vec::new(),
        allowed_names: Vec::new(),
        hosts: vec!["www.elm.example.org".to_owned()],
        no_first_names_beside_pictures: false,
        policy: vec![wit::PolicySection { topic: wit::PolicyTopic::PupilNames, section: "3.6.5".to_owned() }],
        superseded: Vec::new(),
    }
}

fn list() -> wit::PupilList {
    let key = ListKey::new([7; 32]);
    let list = BlindList::blind(&key, &[PupilForms::new(&PersonName::new("Amara", "Okafor"))]);
    wit::PupilList { file: list.export(&key), key: vec![7; 32] }
}

fn school() -> School {
    School::read(profile(), Some(list())).unwrap_or_else(|problem| unreachable!("{problem:?}"))
}

fn piece(bytes: &[u8], content_type: &str, file_name: Option<&str>) -> Piece {
    let piece = Piece::new(wit::About {
        content_type: Some(content_type.to_owned()),
        file_name: file_name.map(str::to_owned),
        size: Some(bytes.len() as u64),
    });
    for portion in bytes.chunks(5) {
        assert!(piece.append(portion.to_vec()));
    }
    piece
}

#[test]
fn a_piece_in_portions_is_checked_whole_and_said_in_the_language_asked_for() {
    let piece = piece("Da iawn, Amara Okafor!".as_bytes(), "text/plain", Some("news.txt"));
    let report = piece.check_for(&school(), wit::Language::Cy);
    assert_eq!(report.verdict, wit::Verdict::Stop);
    let finding = &report.findings[0];
    assert_eq!((finding.rule, finding.start, finding.end), (wit::Rule::PupilFullName, Some(9), Some(21)));
    assert_eq!((finding.message.as_str(), finding.replacement.as_deref()), ("Enw llawn disgybl.", Some("Amara")));
    assert_eq!(finding.policy, "Polisi’r ysgol ar enwau disgyblion: 3.6.5.");
}

#[test]
fn the_safe_version_comes_with_its_type_its_name_and_what_remains() {
    let piece = piece(b"<p>Well done Amara Okafor", "text/html", Some("amara-okafor.html"));
    let clean = piece.clean_for(&school(), wit::Language::En).unwrap();
    assert_eq!(clean.bytes, b"<p>Well done Amara");
    assert_eq!(clean.content_type, "text/html; charset=utf-8");
    assert!(clean.file_name.is_some_and(|name| !name.contains("okafor")));
    assert_eq!((clean.changes, clean.remaining.verdict), (1, wit::Verdict::Clear));
}

#[test]
fn a_piece_without_a_safe_version_says_why() {
    let not_clean = piece(b"%PDF-1.4", "application/pdf", None).clean_for(&school(), wit::Language::En).unwrap_err();
    assert_eq!(not_clean.why, None);
    assert!(not_clean.sentence.contains("safe copy of a PDF"));
}

#[test]
fn what_is_too_large_is_not_kept_and_never_clear() {
    let piece = piece(b"", "text/plain", None);
    let portion = vec![b'a'; 1 << 20];
    for _ in 0..20 {
        assert!(piece.append(portion.clone()));
    }
    assert!(!piece.append(portion.clone()));
    assert!(!piece.append(portion));
    let report = piece.check_for(&school(), wit::Language::En);
    assert_eq!(report.verdict, wit::Verdict::NotExamined);
    assert_eq!(report.not_examined[0].why, wit::Why::TooLarge);
}

#[test]
fn a_list_that_cannot_be_used_is_refused() {
    let refused = |list| School::read(profile(), Some(list)).err();
    assert_eq!(refused(wit::PupilList { key: vec![7; 31], ..list() }), Some(wit::ListProblem::NotAKey));
    assert_eq!(refused(wit::PupilList { key: vec![8; 32], ..list() }), Some(wit::ListProblem::OtherKey));
    assert_eq!(refused(wit::PupilList { file: b"nothing".to_vec(), ..list() }), Some(wit::ListProblem::NotAList));
}

#[test]
fn a_registered_picture_without_permission_is_found_by_its_bytes() {
    let bytes = b"\xff\xd8\xff\xe0 a picture";
    let facts = piece(bytes, "image/jpeg", None).look("a.jpg".to_owned()).unwrap();
    let register = |permitted: &[&str]| {
        vec![wit::RegisteredPicture {
            fingerprint: facts.fingerprint.clone(),
            looks: None,
            permitted: permitted.iter().map(|purpose| (*purpose).to_owned()).collect(),
        }]
    };
    let judged = |permitted: &[&str], purpose: &str| {
        school().judge_picture(facts.clone(), register(permitted), purpose, wit::Language::En)
    };
    assert_eq!(judged(&["displays"], "website-group").map(|finding| finding.severity), Some(wit::Severity::Stop));
    assert!(judged(&["website-group"], "website-group").is_none());
    assert!(judged(&["website-group"], "No such purpose!").is_some());
    assert!(piece(b"text", "text/plain", None).look("a".to_owned()).is_none());
}

#[test]
fn links_ceop_and_what_must_be_published_are_judged_by_facts() {
    let link = |address: &str, answer, reviewed| wit::LinkFact {
        page: "/help".to_owned(),
        address: address.to_owned(),
        answer,
        reviewed,
    };
    let day = |year, month, day| wit::Day { year, month, day };
    let links = || {
        vec![
            link("https://a.example.net/", wit::LinkAnswer::Failed(404), Some(day(2026, 9, 1))),
            link("https://b.example.net/", wit::LinkAnswer::Works, Some(day(2026, 2, 30))),
        ]
    };
    let found = school().judge_links(links(), day(2026, 9, 7), 180, wit::Language::En);
    let rules: Vec<_> = found.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, [wit::Rule::LinkBroken, wit::Rule::LinkUnreviewed]);
    let ceop = school().judge_ceop_link(&["/".to_owned()], links(), wit::Language::En).unwrap();
    assert_eq!(ceop.severity, wit::Severity::Note);
    let item = wit::PublishFact {
        item: "Behaviour policy".to_owned(),
        duty: true,
        applies: true,
        found_on: None,
        looked_at: vec!["/policies".to_owned()],
    };
    let missing = school().judge_must_publish(vec![item], wit::Language::En);
    assert!(missing[0].message.contains("Behaviour policy") && missing[0].message.contains("/policies"));
}

#[test]
fn every_rule_is_described_in_both_languages() {
    let (english, welsh) =
        (crate::PublicationRules::describe(wit::Language::En), crate::PublicationRules::describe(wit::Language::Cy));
    assert_eq!(english.len(), publication_rules::Rule::ALL.len());
    assert!(english.iter().zip(&welsh).all(|(one, other)| one.rule == other.rule && one.looks_for != other.looks_for));
}
