//! What holds, by example and by property.

use proptest::prelude::*;
use school_types::{Fingerprint, Language, Relation, StaffId, Text};

use super::*;
use crate::{Decider, How, LawfulBasis, PurposeAnswer, Subject, WordingRef};

pub(crate) fn purpose(id: &str, basis: LawfulBasis) -> Purpose {
    let text = Text::english("Website");
    Purpose {
        id: id.parse().unwrap(),
        version: 1,
        source: "P0 3.6.6".into(),
        basis,
        subject: Subject::GroupPicture,
        title: text.clone(),
        short: None,
        what: text.clone(),
        why: text.clone(),
        where_shown: text.clone(),
        how_long: text,
    }
}

pub(crate) fn answer_to(purpose: &Purpose, answer: Answer) -> PurposeAnswer {
    let wording = WordingRef { version: purpose.version, language: Language::En, sha256: Fingerprint::of(b"wording") };
    PurposeAnswer { purpose: purpose.id.clone(), answer, wording }
}

pub(crate) fn contact(n: u8) -> ContactId {
    ContactId::from_bytes([n; 10])
}

pub(crate) fn decision(who: u8, purpose: &Purpose, answer: Answer) -> Decision {
    Decision {
        reference: Reference::from_bytes([who; 8]),
        by: Decider { contact: contact(who), relation: Relation("mother".into()), parental_responsibility: true },
        how: How::Online,
        answers: vec![answer_to(purpose, answer)],
        pupil_view: None,
        withdrawal: None,
        seen: None,
    }
}

fn after(said: &[(u8, Answer)], purpose: &Purpose) -> ChildPermissions {
    let mut permissions = ChildPermissions::default();
    for (number, (who, answer)) in (1..).zip(said) {
        let event = PermissionEvent::Decided(decision(*who, purpose, *answer));
        permissions.apply(number, &event, Timestamp::UNIX_EPOCH);
    }
    permissions
}

fn both() -> Vec<ContactId> {
    vec![contact(1), contact(2)]
}

#[test]
fn silence_is_no_where_consent_is_needed() {
    let website = purpose("website-group", LawfulBasis::Consent);
    assert_eq!(after(&[], &website).standing(&website, &both()), Standing::NotAllowed(Reason::NotAnswered));
}

/// That `to` was told of `purpose`, as it is worded now.
pub(crate) fn told(to: Option<u8>, purpose: &Purpose, way: NoticeWay) -> PermissionEvent {
    let purposes = vec![(purpose.id.clone(), purpose.version)];
    PermissionEvent::Told(Notice { to: to.map(contact), purposes, way })
}

pub(crate) fn on_paper() -> NoticeWay {
    NoticeWay::Paper { given: "2026-09-01".parse().unwrap(), entered_by: StaffId::from_bytes([9; 10]) }
}

#[test]
fn silence_lets_the_school_go_ahead_where_families_are_only_told_once_they_were_told() {
    let displays = purpose("displays", LawfulBasis::PublicTask);
    let not_told = Standing::NotAllowed(Reason::NotTold);
    let mut permissions = after(&[], &displays);
    assert_eq!(permissions.standing(&displays, &both()), not_told);
    permissions.apply(1, &told(None, &displays, on_paper()), Timestamp::UNIX_EPOCH);
    assert_eq!(permissions.standing(&displays, &both()), Standing::Allowed);
    let objected = after(&[(1, Answer::Object)], &displays);
    assert_eq!(objected.standing(&displays, &both()), Standing::NotAllowed(Reason::Refused));
}

#[test]
fn a_notice_that_came_back_told_nobody() {
    let displays = purpose("displays", LawfulBasis::PublicTask);
    let [first, second] = [1, 2].map(|n| NoticeId::from_bytes([n; 15]));
    let mut permissions = ChildPermissions::default();
    let mut take = |number, event: &PermissionEvent| {
        permissions.apply(number, event, Timestamp::UNIX_EPOCH);
        permissions.standing(&displays, &both()).is_allowed()
    };
    assert!(take(1, &told(Some(1), &displays, NoticeWay::Sent(first.clone()))));
    assert!(!take(2, &PermissionEvent::NoticeReturned(first)));
    assert!(take(3, &told(Some(1), &displays, NoticeWay::Sent(second.clone()))));
    assert!(take(4, &told(Some(2), &displays, NoticeWay::Shown)));
    // Whoever else was told stays told.
    assert!(take(5, &PermissionEvent::NoticeReturned(second)));
}

#[test]
fn whoever_was_told_of_an_older_wording_or_holds_no_responsibility_now_is_told_again() {
    let mut displays = purpose("displays", LawfulBasis::PublicTask);
    let mut permissions = ChildPermissions::default();
    permissions.apply(1, &told(Some(1), &displays, NoticeWay::Shown), Timestamp::UNIX_EPOCH);
    assert!(permissions.is_told(&displays, &both()) && !permissions.is_told(&displays, &[contact(2)]));
    let purposes = std::slice::from_ref(&displays);
    assert!(permissions.has_been_told(&contact(1), purposes) && !permissions.has_been_told(&contact(2), purposes));
    displays.version = 2;
    assert_eq!(permissions.standing(&displays, &both()), Standing::NotAllowed(Reason::NotTold));
    // Whoever has answered the new wording has read it.
    let said = decision(2, &displays, Answer::NoObjection);
    permissions.apply(2, &PermissionEvent::Decided(said), Timestamp::UNIX_EPOCH);
    assert_eq!(permissions.standing(&displays, &both()), Standing::Allowed);
}

#[test]
fn where_nobody_is_listed_nobody_was_told_and_nothing_is_allowed() {
    let website = purpose("website-group", LawfulBasis::Consent);
    let displays = purpose("displays", LawfulBasis::PublicTask);
    let nobody = Standing::NotAllowed(Reason::NobodyToAsk);
    assert_eq!([&website, &displays].map(|purpose| after(&[], purpose).standing(purpose, &[])), [nobody; 2]);
    // Who agreed and is not listed any more has agreed for nobody; who objected still counts.
    assert_eq!(after(&[(1, Answer::NoObjection)], &displays).standing(&displays, &[]), nobody);
    let objected = after(&[(1, Answer::Object)], &displays);
    assert_eq!(objected.standing(&displays, &[]), Standing::NotAllowed(Reason::Refused));
}

#[test]
fn of_two_parents_who_disagree_the_cautious_one_decides() {
    let website = purpose("website-group", LawfulBasis::Consent);
    let permissions = after(&[(1, Answer::Agree), (2, Answer::Refuse)], &website);
    assert_eq!(permissions.standing(&website, &both()), Standing::NotAllowed(Reason::Refused));
    assert!(permissions.answers_differ(&website.id));
}

#[test]
fn the_last_word_of_each_parent_counts() {
    let website = purpose("website-group", LawfulBasis::Consent);
    let permissions = after(&[(2, Answer::Refuse), (1, Answer::Agree), (2, Answer::Agree)], &website);
    assert_eq!(permissions.standing(&website, &both()), Standing::Allowed);
    assert!(!permissions.answers_differ(&website.id));
}

#[test]
fn a_yes_ends_with_parental_responsibility_but_a_no_does_not() {
    let website = purpose("website-group", LawfulBasis::Consent);
    let agreed = after(&[(1, Answer::Agree)], &website);
    assert!(!agreed.standing(&website, &[contact(2)]).is_allowed());
    let refused = after(&[(1, Answer::Refuse), (2, Answer::Agree)], &website);
    assert!(!refused.standing(&website, &[contact(2)]).is_allowed());
}

#[test]
fn a_yes_to_an_older_wording_is_asked_for_again() {
    let mut website = purpose("website-group", LawfulBasis::Consent);
    let permissions = after(&[(1, Answer::Agree)], &website);
    website.version = 2;
    assert_eq!(permissions.standing(&website, &both()), Standing::NotAllowed(Reason::NotAnswered));
    assert!(!permissions.has_answered(&contact(1), &website));
}

#[test]
fn the_flag_overrules_every_permission_until_it_is_lifted() {
    let website = purpose("website-group", LawfulBasis::Consent);
    let mut permissions = after(&[(1, Answer::Agree)], &website);
    let by = StaffId::from_bytes([9; 10]);
    permissions.apply(1, &PermissionEvent::DoNotPhotograph { set: true, by: by.clone() }, Timestamp::UNIX_EPOCH);
    assert_eq!(permissions.standing(&website, &both()), Standing::NotAllowed(Reason::DoNotPhotograph));
    permissions.apply(1, &PermissionEvent::DoNotPhotograph { set: false, by }, Timestamp::UNIX_EPOCH);
    assert_eq!(permissions.standing(&website, &both()), Standing::Allowed);
}

/// A decision of somebody who had been shown everything up to `seen`.
fn after_seeing(seen: u64, who: u8, purpose: &Purpose, answer: Answer) -> PermissionEvent {
    PermissionEvent::Decided(Decision { seen: Some(seen), ..decision(who, purpose, answer) })
}

#[test]
fn an_old_form_does_not_undo_a_withdrawal() {
    let website = purpose("website-group", LawfulBasis::Consent);
    let mut permissions = ChildPermissions::default();
    permissions.apply(1, &after_seeing(0, 1, &website, Answer::Agree), Timestamp::UNIX_EPOCH);
    // Begun after the first answer, and sent after the withdrawal that came in between.
    let PermissionEvent::Decided(mut withdrawal) = after_seeing(1, 1, &website, Answer::Refuse) else { return };
    withdrawal.withdrawal = Some(crate::Removal::FromNowOn);
    permissions.apply(2, &PermissionEvent::Decided(withdrawal), Timestamp::UNIX_EPOCH);
    permissions.apply(3, &after_seeing(1, 1, &website, Answer::Agree), Timestamp::UNIX_EPOCH);
    assert_eq!(permissions.standing(&website, &both()), Standing::NotAllowed(Reason::Refused));
    assert!(permissions.is_overtaken(3) && !permissions.is_overtaken(1));
    assert!(permissions.has_withdrawn_since(&contact(1), 1) && !permissions.has_withdrawn_since(&contact(1), 2));
    // Whoever was shown the withdrawal may change their mind.
    permissions.apply(4, &after_seeing(2, 1, &website, Answer::Agree), Timestamp::UNIX_EPOCH);
    assert_eq!(permissions.standing(&website, &both()), Standing::Allowed);
}

#[test]
fn of_a_form_that_comes_too_late_nothing_is_taken() {
    let [website, press] = ["website-group", "local-press"].map(|id| purpose(id, LawfulBasis::Consent));
    let mut permissions = ChildPermissions::default();
    permissions.apply(1, &after_seeing(0, 1, &website, Answer::Refuse), Timestamp::UNIX_EPOCH);
    let PermissionEvent::Decided(mut both_yes) = after_seeing(0, 1, &press, Answer::Agree) else { return };
    both_yes.answers.push(answer_to(&website, Answer::Agree));
    permissions.apply(2, &PermissionEvent::Decided(both_yes), Timestamp::UNIX_EPOCH);
    assert!(permissions.said_by(&contact(1), &press.id).is_none());
    assert!(permissions.no_of(&contact(1), &website.id).is_some());
}

#[test]
fn what_the_pupil_told_one_parent_is_not_undone_by_the_other() {
    let website = purpose("website-group", LawfulBasis::Consent);
    let mut permissions = ChildPermissions::default();
    let mut pass_on = |number, who, view| {
        let said = Decision { pupil_view: Some(view), ..decision(who, &website, Answer::Agree) };
        permissions.apply(number, &PermissionEvent::Decided(said), Timestamp::UNIX_EPOCH);
        permissions.pupil_view()
    };
    assert_eq!(pass_on(1, 1, PupilView::RatherNot), Some(PupilView::RatherNot));
    assert_eq!(pass_on(2, 2, PupilView::Happy), Some(PupilView::RatherNot));
    // Who has not asked takes nothing back; who asked again does.
    assert_eq!(pass_on(3, 1, PupilView::NotSaid), Some(PupilView::RatherNot));
    assert_eq!(pass_on(4, 1, PupilView::Happy), Some(PupilView::Happy));
}

#[test]
fn answers_alone_come_to_the_same_with_the_flag_and_without() {
    let website = purpose("website-group", LawfulBasis::Consent);
    let displays = purpose("displays", LawfulBasis::PublicTask);
    for said in [&[][..], &[(1, Answer::Agree)], &[(1, Answer::Refuse)]] {
        let mut permissions = after(said, &website);
        let before = [&website, &displays].map(|purpose| permissions.standing(purpose, &both()));
        let event = PermissionEvent::DoNotPhotograph { set: true, by: StaffId::from_bytes([9; 10]) };
        permissions.apply(1, &event, Timestamp::UNIX_EPOCH);
        let answers = [&website, &displays].map(|purpose| permissions.standing_by_answers(purpose, &both()));
        assert_eq!(answers, before);
        assert!(!permissions.standing(&website, &both()).is_allowed());
    }
}

/// Somebody's form: opened at one time, sent at another, with whatever was said in between.
#[derive(Clone, Debug)]
struct Sending {
    who: u8,
    answer: Answer,
    opened: u64,
}

fn any_sending() -> impl Strategy<Value = Sending> {
    (1u8..4, any_answer(), 0u64..16).prop_map(|(who, answer, opened)| Sending { who, answer, opened })
}

fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![Just(Answer::Agree), Just(Answer::Refuse)]
}

proptest! {
    #[test]
    fn a_yes_is_only_ever_taken_of_somebody_who_was_shown_their_latest_no(
        sendings in prop::collection::vec(any_sending(), 0..16),
    ) {
        let website = purpose("website-group", LawfulBasis::Consent);
        let mut permissions = ChildPermissions::default();
        let mut latest_no = BTreeMap::new();
        for (number, sending) in (1u64..).zip(&sendings) {
            let Sending { who, answer, opened } = sending;
            // A form is opened before it is sent.
            let seen = (*opened).min(number - 1);
            permissions.apply(number, &after_seeing(seen, *who, &website, *answer), Timestamp::UNIX_EPOCH);
            let was_shown = latest_no.get(who).is_none_or(|no| *no <= seen);
            prop_assert_eq!(permissions.is_overtaken(number), answer.permits() && !was_shown);
            // A no is somebody's last word until they take it back, having been shown it.
            match (answer.permits(), was_shown) {
                (false, _) => drop(latest_no.insert(*who, number)),
                (true, true) => drop(latest_no.remove(who)),
                (true, false) => {}
            }
            let says_yes = permissions.said_by(&contact(*who), &website.id).is_some_and(|said| said.answer.permits());
            prop_assert_eq!(says_yes, !latest_no.contains_key(who));
        }
    }

    #[test]
    fn nothing_is_allowed_while_anybodys_last_word_is_no(said in prop::collection::vec((1u8..4, any_answer()), 0..12)) {
        let website = purpose("website-group", LawfulBasis::Consent);
        let last_word = |who| said.iter().rev().find(|(w, _)| *w == who).map(|(_, answer)| *answer);
        let words: Vec<_> = (1..4).filter_map(last_word).collect();
        let expected = !words.is_empty() && words.iter().all(|answer| *answer == Answer::Agree);
        let holders: Vec<_> = (1..4).map(contact).collect();
        prop_assert_eq!(after(&said, &website).standing(&website, &holders).is_allowed(), expected);
    }

    #[test]
    fn the_cached_form_says_the_same(said in prop::collection::vec((1u8..4, any_answer()), 0..12)) {
        let website = purpose("website-group", LawfulBasis::Consent);
        let permissions = after(&said, &website);
        let stored = serde_json::to_vec(&permissions).unwrap();
        prop_assert_eq!(serde_json::from_slice::<ChildPermissions>(&stored).unwrap(), permissions);
    }
}
