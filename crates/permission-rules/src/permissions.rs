//! What holds for a child when everything said so far is taken together.

use std::collections::BTreeMap;

use school_types::{ContactId, PurposeId, Reference, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Answer, Decision, PermissionEvent, PupilView, Purpose};

/// What one person last said about one purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The answer.
    pub answer: Answer,
    /// The version of the wording it was given to.
    pub version: u32,
    /// When it was recorded.
    pub at: Timestamp,
    /// The receipt of the decision it was part of.
    pub reference: Reference,
}

/// Whether the school may do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It may.
    Allowed,
    /// It may not.
    NotAllowed(Reason),
}

impl Standing {
    /// Whether the school may do it.
    pub const fn is_allowed(self) -> bool {
        matches!(self, Self::Allowed)
    }
}

/// Why not. For staff who may know; a parent is shown only that it does not hold (R7, R8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The safeguarding lead's flag (R8).
    DoNotPhotograph,
    /// At least one person refused or objected (R7).
    Refused,
    /// Consent is needed and nobody has answered the wording in force (R1).
    NotAnswered,
    /// Nobody is listed with parental responsibility: nobody was asked, and nobody was told who could have objected.
    NobodyToAsk,
}

/// Everything said about one child, folded from its permission stream.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildPermissions {
    do_not_photograph: bool,
    said: BTreeMap<PurposeId, BTreeMap<ContactId, Said>>,
    pupil_view: Option<PupilView>,
}

impl ChildPermissions {
    /// Takes the next event of the stream into account.
    pub fn apply(&mut self, event: &PermissionEvent, at: Timestamp) {
        match event {
            PermissionEvent::Decided(decision) => self.decide(decision, at),
            PermissionEvent::DoNotPhotograph { set, .. } => self.do_not_photograph = *set,
        }
    }

    fn decide(&mut self, decision: &Decision, at: Timestamp) {
        for given in &decision.answers {
            self.said.entry(given.purpose.clone()).or_default().insert(
                decision.by.contact.clone(),
                Said {
                    answer: given.answer,
                    version: given.wording.version,
                    at,
                    reference: decision.reference.clone(),
                },
            );
        }
        if decision.pupil_view.is_some() {
            self.pupil_view = decision.pupil_view;
        }
    }

    /// What holds for `purpose`, given who holds parental responsibility today.
    ///
    /// A refusal counts whoever gave it, also on an older wording and also when the person has since left the
    /// list: a slip in an import must never turn a *no* into a *yes*. An agreement counts only from somebody who
    /// still holds parental responsibility, and only to the wording in force.
    pub fn standing(&self, purpose: &Purpose, holders: &[ContactId]) -> Standing {
        if self.do_not_photograph {
            return Standing::NotAllowed(Reason::DoNotPhotograph);
        }
        self.standing_by_answers(purpose, holders)
    }

    /// What people's answers alone come to, as if the safeguarding lead had never set the flag: for what is handed to
    /// somebody outside the school, from whom the flag may not be guessed (R8).
    pub fn standing_by_answers(&self, purpose: &Purpose, holders: &[ContactId]) -> Standing {
        let said = self.said.get(&purpose.id);
        if said.is_some_and(|said| said.values().any(|said| !said.answer.permits())) {
            return Standing::NotAllowed(Reason::Refused);
        }
        let agreed = said.is_some_and(|said| {
            said.iter().any(|(who, said)| said.version == purpose.version && holders.contains(who))
        });
        if holders.is_empty() {
            // Who may go ahead unless somebody objects has to have told somebody (UK GDPR arts. 13 and 21(4)).
            return Standing::NotAllowed(Reason::NobodyToAsk);
        }
        if agreed || purpose.basis.is_notice() { Standing::Allowed } else { Standing::NotAllowed(Reason::NotAnswered) }
    }

    /// Whether people's answers to a purpose differ, for staff; never who said what (R7).
    pub fn answers_differ(&self, purpose: &PurposeId) -> bool {
        let Some(said) = self.said.get(purpose) else { return false };
        let permitting = said.values().filter(|said| said.answer.permits()).count();
        permitting != 0 && permitting != said.len()
    }

    /// What `contact` last said about `purpose`, if anything.
    pub fn said_by(&self, contact: &ContactId, purpose: &PurposeId) -> Option<&Said> {
        self.said.get(purpose)?.get(contact)
    }

    /// Whether `contact` has answered the wording of `purpose` that is in force.
    pub fn has_answered(&self, contact: &ContactId, purpose: &Purpose) -> bool {
        self.said_by(contact, &purpose.id).is_some_and(|said| said.version == purpose.version)
    }

    /// Whether the safeguarding lead's flag is set (R8).
    pub const fn is_flagged(&self) -> bool {
        self.do_not_photograph
    }

    /// The pupil's own view, as last passed on.
    pub const fn pupil_view(&self) -> Option<PupilView> {
        self.pupil_view
    }
}

#[cfg(test)]
pub(crate) mod tests {
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
        let wording =
            WordingRef { version: purpose.version, language: Language::En, sha256: Fingerprint::of(b"wording") };
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
        }
    }

    fn after(said: &[(u8, Answer)], purpose: &Purpose) -> ChildPermissions {
        let mut permissions = ChildPermissions::default();
        for (who, answer) in said {
            permissions.apply(&PermissionEvent::Decided(decision(*who, purpose, *answer)), Timestamp::UNIX_EPOCH);
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

    #[test]
    fn silence_lets_the_school_go_ahead_where_families_are_only_told() {
        let displays = purpose("displays", LawfulBasis::PublicTask);
        assert_eq!(after(&[], &displays).standing(&displays, &both()), Standing::Allowed);
        let objected = after(&[(1, Answer::Object)], &displays);
        assert_eq!(objected.standing(&displays, &both()), Standing::NotAllowed(Reason::Refused));
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
        permissions.apply(&PermissionEvent::DoNotPhotograph { set: true, by: by.clone() }, Timestamp::UNIX_EPOCH);
        assert_eq!(permissions.standing(&website, &both()), Standing::NotAllowed(Reason::DoNotPhotograph));
        permissions.apply(&PermissionEvent::DoNotPhotograph { set: false, by }, Timestamp::UNIX_EPOCH);
        assert_eq!(permissions.standing(&website, &both()), Standing::Allowed);
    }

    #[test]
    fn answers_alone_come_to_the_same_with_the_flag_and_without() {
        let website = purpose("website-group", LawfulBasis::Consent);
        let displays = purpose("displays", LawfulBasis::PublicTask);
        for said in [&[][..], &[(1, Answer::Agree)], &[(1, Answer::Refuse)]] {
            let mut permissions = after(said, &website);
            let before = [&website, &displays].map(|purpose| permissions.standing(purpose, &both()));
            let event = PermissionEvent::DoNotPhotograph { set: true, by: StaffId::from_bytes([9; 10]) };
            permissions.apply(&event, Timestamp::UNIX_EPOCH);
            let answers = [&website, &displays].map(|purpose| permissions.standing_by_answers(purpose, &both()));
            assert_eq!(answers, before);
            assert!(!permissions.standing(&website, &both()).is_allowed());
        }
    }

    fn any_answer() -> impl Strategy<Value = Answer> {
        prop_oneof![Just(Answer::Agree), Just(Answer::Refuse)]
    }

    proptest! {
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
}
