//! Pupils whose names are also words: context and capitals decide.
#![allow(clippy::unwrap_used, reason = "the helpers of a test are part of it")]

use publication_rules::{BlindList, Checker, ListKey, Message, Profile, PupilForms, Rule, Severity, Submission};
use school_types::PersonName;

fn judged(text: &str) -> Vec<(Severity, Message)> {
    let names = [
        ("May", "Green"),
        ("Mark", "Hill"),
        ("Grace", "Church"),
        ("Miles", "Short"),
        ("Amara", "Okafor"),
        ("Taylor", "Mason"),
    ];
    let forms: Vec<_> = names.iter().map(|(a, b)| PupilForms::new(&PersonName::new(*a, *b))).collect();
    let list = BlindList::blind(&ListKey::new([9; 32]), &forms);
    let profile = Profile { allowed_names: vec!["Mrs Amara Okafor-Lee".to_owned()], ..Profile::default() };
    let report =
        Checker::new(&profile, Some(&list)).check(&Submission { bytes: text.as_bytes(), ..Submission::default() });
    report
        .findings
        .into_iter()
        .filter(|finding| finding.rule == Rule::PupilFullName)
        .map(|finding| (finding.severity, finding.message))
        .collect()
}

#[test]
fn a_pupil_whose_name_is_words_is_stopped_where_a_person_is_meant() {
    for text in [
        "Well done to May Green, who swam a mile.",
        "The prize went to Grace Church.",
        "Mark Hill's poem won the cup.",
        "GREEN May",
        "We clapped when Mark Hill scored two goals.",
    ] {
        assert_eq!(judged(text).first().map(|hit| hit.0), Some(Severity::Stop), "{text}: {:?}", judged(text));
    }
}

#[test]
fn words_and_places_do_not_cry_wolf() {
    for text in [
        "The leaves may green up early this year.",
        "Please mark hill tops on your map.",
        "We met at Grace Church on Sunday.",
        "Come to Grace Church Hall.",
        "In May Green Club starts again.",
        "They want Dance Club back, and Miles Short Cut reopened.",
        "6. Grace Church and Hill Top Farm are used for visits.",
        "Miles. Short walks are best.",
        "Mr Mark Hill teaches music.",
    ] {
        assert!(judged(text).iter().all(|hit| hit.0 == Severity::Note), "{text}: {:?}", judged(text));
    }
}

#[test]
fn first_names_in_a_list_are_not_a_pupil_turned_round() {
    assert!(judged("Thank you to Jordan, Mason, Taylor and Riley.").is_empty());
    assert_eq!(judged("Mason, Taylor\nOkafor, Amara").len(), 2);
    assert_eq!(judged("With Leo Reed, Okafor, Amara and Zoe Lind").len(), 1);
}

#[test]
fn a_title_makes_an_adult_and_the_law_may_ask_for_a_name() {
    assert_eq!(judged("Mrs Amara Okafor came."), [(Severity::Note, Message::PupilNameOfAdult)]);
    assert!(judged("Our SENCO is Amara Okafor-Lee.").is_empty());
}

#[test]
fn an_initial_and_a_surname_ask_for_a_look() {
    assert_eq!(judged("Goals: A. Okafor 2"), [(Severity::Warn, Message::PupilByInitial)]);
    assert_eq!(judged("M Hill"), []);
    assert_eq!(judged("A Green bag was found."), []);
}
