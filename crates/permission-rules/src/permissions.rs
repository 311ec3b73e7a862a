//! What holds for a child when everything said so far is taken together.

use std::collections::{BTreeMap, BTreeSet};

use school_types::{ContactId, PurposeId, Reference, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Answer, Decision, Notice, NoticeId, NoticeWay, PermissionEvent, PupilView, Purpose};

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
    /// The number of that decision in the child's stream.
    pub number: u64,
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
    /// The school need not ask, but has yet to tell the family, who could object (UK GDPR arts. 13 and 21(4)).
    NotTold,
    /// Nobody is listed with parental responsibility: nobody was asked, and nobody was told who could have objected.
    NobodyToAsk,
}

/// Everything said about one child, folded from its permission stream.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildPermissions {
    do_not_photograph: bool,
    said: BTreeMap<PurposeId, BTreeMap<ContactId, Said>>,
    /// The number of each person's last withdrawal.
    withdrew: BTreeMap<ContactId, u64>,
    /// The numbers of decisions that came too late and count for nothing.
    overtaken: BTreeSet<u64>,
    /// What each person last passed on of the pupil's own view, with the number of that decision.
    pupil_views: BTreeMap<ContactId, (PupilView, u64)>,
    told: Vec<Notice>,
}

impl ChildPermissions {
    /// Takes the event at `number` of the stream into account.
    pub fn apply(&mut self, number: u64, event: &PermissionEvent, at: Timestamp) {
        match event {
            PermissionEvent::Decided(decision) if self.overtakes(decision) => {
                self.overtaken.insert(number);
            }
            PermissionEvent::Decided(decision) => self.decide(number, decision, at),
            PermissionEvent::DoNotPhotograph { set, .. } => self.do_not_photograph = *set,
            PermissionEvent::Told(notice) => self.tell(notice),
            PermissionEvent::NoticeReturned(letter) => self.return_notice(letter),
        }
    }

    /// Whether this decision would come too late: it says yes to something, or that the pupil is happy, and whoever
    /// decided said the contrary after what they were shown. Such a decision is taken in no part, so that whatever
    /// forms, tabs and papers cross each other, a yes is only ever recorded of somebody who was shown their latest no.
    /// Nobody is shown another parent's no (R7): it holds beside any yes.
    pub fn overtakes(&self, decision: &Decision) -> bool {
        let Some(seen) = decision.seen else { return false };
        let by = &decision.by.contact;
        let said_no =
            |purpose| self.said_by(by, purpose).is_some_and(|said| !said.answer.permits() && said.number > seen);
        let would_rather_not = |(view, number): &(PupilView, u64)| *view == PupilView::RatherNot && *number > seen;
        decision.answers.iter().any(|given| given.answer.permits() && said_no(&given.purpose))
            || decision.pupil_view == Some(PupilView::Happy) && self.pupil_views.get(by).is_some_and(would_rather_not)
    }

    /// Whether the decision at `number` came too late, as [`ChildPermissions::overtakes`] says: it was never taken, and
    /// nobody is given a receipt for it.
    pub fn is_overtaken(&self, number: u64) -> bool {
        self.overtaken.contains(&number)
    }

    fn decide(&mut self, number: u64, decision: &Decision, at: Timestamp) {
        let by = &decision.by.contact;
        for given in &decision.answers {
            self.said.entry(given.purpose.clone()).or_default().insert(
                by.clone(),
                Said {
                    answer: given.answer,
                    version: given.wording.version,
                    at,
                    reference: decision.reference.clone(),
                    number,
                },
            );
        }
        if decision.withdrawal.is_some() {
            self.withdrew.insert(by.clone(), number);
        }
        match decision.pupil_view {
            // Who has not asked takes nothing back.
            Some(PupilView::NotSaid) => {
                self.pupil_views.entry(by.clone()).or_insert((PupilView::NotSaid, number));
            }
            Some(view) => {
                self.pupil_views.insert(by.clone(), (view, number));
            }
            None => {}
        }
    }

    fn tell(&mut self, notice: &Notice) {
        let is_sent = |notice: &Notice| matches!(notice.way, NoticeWay::Sent(_));
        // What is sent may come back, and then the one before it still tells.
        let same = |known: &Notice| {
            known.to == notice.to && !is_sent(known) && !is_sent(notice) && known.purposes == notice.purposes
        };
        self.told.retain(|known| !same(known));
        self.told.push(notice.clone());
    }

    fn return_notice(&mut self, letter: &NoticeId) {
        self.told.retain(|known| known.way != NoticeWay::Sent(letter.clone()));
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
        match (agreed, purpose.basis.is_notice()) {
            (true, _) => Standing::Allowed,
            (false, true) if self.is_told(purpose, holders) => Standing::Allowed,
            (false, true) => Standing::NotAllowed(Reason::NotTold),
            (false, false) => Standing::NotAllowed(Reason::NotAnswered),
        }
    }

    /// Whether the family was told of `purpose` as it is worded now. One of those who hold parental responsibility is
    /// enough, as one is enough to agree: each may act alone (Children Act 1989 s. 2(7)), and any one's objection
    /// holds, whenever they hear of it and make it.
    pub fn is_told(&self, purpose: &Purpose, holders: &[ContactId]) -> bool {
        let reaches = |notice: &&Notice| notice.to.as_ref().is_none_or(|to| holders.contains(to));
        self.told.iter().filter(reaches).any(|notice| notice.tells_of(purpose))
    }

    /// Whether `contact` themself was told of every notice among `purposes` as it is worded now, or has answered it:
    /// else their own page tells them, and that is recorded.
    pub fn has_been_told(&self, contact: &ContactId, purposes: &[Purpose]) -> bool {
        let told = |purpose: &Purpose| {
            let mut theirs = self.told.iter().filter(|notice| notice.to.as_ref() == Some(contact));
            theirs.any(|notice| notice.tells_of(purpose)) || self.has_answered(contact, purpose)
        };
        purposes.iter().filter(|purpose| purpose.basis.is_notice()).all(told)
    }

    /// Every notice that counts, in the order they were given.
    pub fn notices(&self) -> &[Notice] {
        &self.told
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

    /// The refusal or objection that was `contact`'s last word on `purpose`, in whatever wording: what they must be shown
    /// before they say yes.
    pub fn no_of(&self, contact: &ContactId, purpose: &PurposeId) -> Option<&Said> {
        self.said_by(contact, purpose).filter(|said| !said.answer.permits())
    }

    /// Whether `contact` has said anything about `purpose` after the event at `seen`.
    pub fn has_answered_since(&self, contact: &ContactId, purpose: &PurposeId, seen: u64) -> bool {
        self.said_by(contact, purpose).is_some_and(|said| said.number > seen)
    }

    /// Whether `contact` has withdrawn anything after the event at `seen`: then answers that were begun before are not
    /// sent for this child.
    pub fn has_withdrawn_since(&self, contact: &ContactId, seen: u64) -> bool {
        self.withdrew.get(contact).is_some_and(|number| *number > seen)
    }

    /// Whether the safeguarding lead's flag is set (R8).
    pub const fn is_flagged(&self) -> bool {
        self.do_not_photograph
    }

    /// The pupil's own view. Where people passed on different ones, the careful one holds until whoever passed it on says
    /// otherwise: one parent's "happy" does not undo what the pupil told the other.
    pub fn pupil_view(&self) -> Option<PupilView> {
        let careful = |view: PupilView| match view {
            PupilView::RatherNot => 2,
            PupilView::Happy => 1,
            PupilView::NotSaid => 0,
        };
        self.pupil_views.values().map(|(view, _)| *view).max_by_key(|view| careful(*view))
    }

    /// What `contact` last passed on of the pupil's view.
    pub fn pupil_view_by(&self, contact: &ContactId) -> Option<PupilView> {
        self.pupil_views.get(contact).map(|(view, _)| *view)
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
                if !answer.permits() {
                    latest_no.insert(*who, number);
                }
                let says_yes = permissions.said_by(&contact(*who), &website.id).is_some_and(|said| said.answer.permits());
                let was_shown = latest_no.get(who).is_none_or(|no| *no <= seen);
                prop_assert_eq!(permissions.is_overtaken(number), answer.permits() && !was_shown);
                if answer.permits() {
                    prop_assert_eq!(says_yes, was_shown || permissions.said_by(&contact(*who), &website.id).is_some_and(|said| said.number > seen && said.answer.permits()));
                }
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
}
