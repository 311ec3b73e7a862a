//! What staff see of many children at once: how each purpose stands, who has still to answer, and how far a class is.

use school_types::ContactId;

use crate::{ChildPermissions, Purpose, Reason, Standing};

/// How a purpose stands for a child, for staff who may see decisions. It never says who answered what (R7), nor
/// why the safeguarding lead decided as they did (R8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// Somebody agreed, or said they were content, and nobody disagrees.
    May,
    /// The family was told and nobody has objected, nor answered.
    Told,
    /// Consent is needed, and nobody has answered the wording in force: it counts as no.
    NotAnswered,
    /// The family could object and was not told yet: it counts as no.
    NotTold,
    /// Nobody is listed who could have been asked or told: it counts as no.
    NobodyToAsk,
    /// At least one person refused or objected.
    MayNot,
    /// The safeguarding lead decided.
    Flagged,
}

impl Mark {
    /// Whether the school may.
    pub const fn may(self) -> bool {
        matches!(self, Self::May | Self::Told)
    }
}

/// How far a child's family has come with what needs consent. Notices ask for no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answering {
    /// Nothing that needs consent is answered.
    Nothing,
    /// Something is answered, something is not.
    Part,
    /// Everything that needs consent is answered by somebody.
    All,
}

impl ChildPermissions {
    /// How `purpose` stands, given who holds parental responsibility today.
    pub fn mark(&self, purpose: &Purpose, holders: &[ContactId]) -> Mark {
        match self.standing(purpose, holders) {
            Standing::NotAllowed(Reason::DoNotPhotograph) => Mark::Flagged,
            Standing::NotAllowed(Reason::Refused) => Mark::MayNot,
            Standing::NotAllowed(Reason::NotAnswered) => Mark::NotAnswered,
            Standing::NotAllowed(Reason::NotTold) => Mark::NotTold,
            Standing::NotAllowed(Reason::NobodyToAsk) => Mark::NobodyToAsk,
            Standing::Allowed if self.is_answered(purpose, holders) => Mark::May,
            Standing::Allowed => Mark::Told,
        }
    }

    /// Whether anybody who holds parental responsibility has answered the wording in force, whatever they said.
    pub fn is_answered(&self, purpose: &Purpose, holders: &[ContactId]) -> bool {
        holders.iter().any(|holder| self.has_answered(holder, purpose))
    }

    /// How many of the purposes that need consent are answered, and how many there are. The flag changes nothing
    /// about it: a family is asked and thanked as any other (R8).
    pub fn answered(&self, purposes: &[Purpose], holders: &[ContactId]) -> (usize, usize) {
        let asked = || purposes.iter().filter(|purpose| !purpose.basis.is_notice());
        (asked().filter(|purpose| self.is_answered(purpose, holders)).count(), asked().count())
    }

    /// How far the family has come.
    pub fn answering(&self, purposes: &[Purpose], holders: &[ContactId]) -> Answering {
        match self.answered(purposes, holders) {
            (done, of) if done == of => Answering::All,
            (0, _) => Answering::Nothing,
            _ => Answering::Part,
        }
    }
}

/// How far a class or a school is: children, never names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Children whose families have answered everything.
    pub all: u64,
    /// Children whose families have answered something.
    pub part: u64,
    /// Children whose families have answered nothing.
    pub nothing: u64,
    /// For each purpose, in the school's order.
    pub purposes: Vec<PurposeFigures>,
}

/// How a purpose stands over many children. What the safeguarding lead decided counts as not allowed, like any other no.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PurposeFigures {
    /// Children the school may show.
    pub may: u64,
    /// Children it may not.
    pub may_not: u64,
    /// Children whose families have not answered or were not told yet, or who have nobody to ask: it may not show them
    /// either.
    pub not_answered: u64,
}

impl Figures {
    /// Nobody yet.
    pub fn new(purposes: &[Purpose]) -> Self {
        Self { purposes: vec![PurposeFigures::default(); purposes.len()], ..Self::default() }
    }

    /// Counts a child.
    pub fn count(&mut self, permissions: &ChildPermissions, purposes: &[Purpose], holders: &[ContactId]) {
        match permissions.answering(purposes, holders) {
            Answering::All => self.all += 1,
            Answering::Part => self.part += 1,
            Answering::Nothing => self.nothing += 1,
        }
        for (figures, purpose) in self.purposes.iter_mut().zip(purposes) {
            match permissions.mark(purpose, holders) {
                Mark::May | Mark::Told => figures.may += 1,
                Mark::NotAnswered | Mark::NotTold | Mark::NobodyToAsk => figures.not_answered += 1,
                Mark::MayNot | Mark::Flagged => figures.may_not += 1,
            }
        }
    }

    /// Takes in the figures of another class of the same school.
    pub fn add(&mut self, other: &Self) {
        self.all += other.all;
        self.part += other.part;
        self.nothing += other.nothing;
        for (here, there) in self.purposes.iter_mut().zip(&other.purposes) {
            here.may += there.may;
            here.may_not += there.may_not;
            here.not_answered += there.not_answered;
        }
    }

    /// How many children were counted.
    pub const fn children(&self) -> u64 {
        self.all + self.part + self.nothing
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use school_types::{StaffId, Timestamp};

    use super::*;
    use crate::{
        Answer, LawfulBasis, PermissionEvent,
        permissions::tests::{contact, decision, on_paper, purpose, told},
    };

    fn school() -> [Purpose; 3] {
        [
            purpose("website-group", LawfulBasis::Consent),
            purpose("local-press", LawfulBasis::Consent),
            purpose("displays", LawfulBasis::PublicTask),
        ]
    }

    fn say(permissions: &mut ChildPermissions, who: u8, purpose: &Purpose, yes: bool) {
        let [permitting, refusing] = purpose.basis.answers();
        let answer = if yes { permitting } else { refusing };
        let event = PermissionEvent::Decided(decision(who, purpose, answer));
        permissions.apply(1, &event, Timestamp::UNIX_EPOCH);
    }

    fn flag(permissions: &mut ChildPermissions) {
        let event = PermissionEvent::DoNotPhotograph { set: true, by: StaffId::from_bytes([9; 10]) };
        permissions.apply(1, &event, Timestamp::UNIX_EPOCH);
    }

    #[test]
    fn of_a_pupil_who_came_a_minute_ago_nobody_is_said_to_have_been_told() {
        let purposes = school();
        let nobody = ChildPermissions::default();
        assert_eq!(nobody.mark(&purposes[2], &[contact(1)]), Mark::NotTold);
        assert!(!nobody.mark(&purposes[2], &[contact(1)]).may());
        let mut figures = Figures::new(&purposes);
        figures.count(&nobody, &purposes, &[contact(1)]);
        assert_eq!((figures.purposes[2].may, figures.purposes[2].not_answered), (0, 1));
    }

    #[test]
    fn a_notice_nobody_answered_is_told_and_not_outstanding() {
        let purposes = school();
        let mut permissions = ChildPermissions::default();
        permissions.apply(1, &told(None, &purposes[2], on_paper()), Timestamp::UNIX_EPOCH);
        assert_eq!(permissions.mark(&purposes[2], &[contact(1)]), Mark::Told);
        assert_eq!(permissions.answering(&purposes, &[contact(1)]), Answering::Nothing);
        say(&mut permissions, 1, &purposes[0], true);
        assert_eq!(permissions.answering(&purposes, &[contact(1)]), Answering::Part);
        say(&mut permissions, 1, &purposes[1], false);
        assert_eq!(permissions.answering(&purposes, &[contact(1)]), Answering::All);
        assert_eq!(permissions.mark(&purposes[1], &[contact(1)]), Mark::MayNot);
    }

    #[test]
    fn of_a_child_with_nobody_listed_nobody_is_said_to_have_been_told() {
        let purposes = school();
        let nobody = ChildPermissions::default();
        assert!(purposes.iter().all(|purpose| nobody.mark(purpose, &[]) == Mark::NobodyToAsk));
        let mut figures = Figures::new(&purposes);
        figures.count(&nobody, &purposes, &[]);
        assert!(figures.purposes.iter().all(|figures| (figures.may, figures.not_answered) == (0, 1)));
    }

    #[test]
    fn one_parents_answers_are_enough_not_to_be_outstanding() {
        let purposes = school();
        let mut permissions = ChildPermissions::default();
        say(&mut permissions, 2, &purposes[0], true);
        say(&mut permissions, 2, &purposes[1], true);
        assert_eq!(permissions.answering(&purposes, &[contact(1), contact(2)]), Answering::All);
        // Who no longer holds parental responsibility has not answered for anybody.
        assert_eq!(permissions.answering(&purposes, &[contact(1)]), Answering::Nothing);
    }

    #[test]
    fn the_flag_is_no_answer_and_takes_none_away() {
        let purposes = school();
        let mut permissions = ChildPermissions::default();
        flag(&mut permissions);
        assert_eq!(permissions.answering(&purposes, &[contact(1)]), Answering::Nothing);
        say(&mut permissions, 1, &purposes[0], true);
        say(&mut permissions, 1, &purposes[1], true);
        assert_eq!(permissions.answering(&purposes, &[contact(1)]), Answering::All);
        assert!(purposes.iter().all(|purpose| permissions.mark(purpose, &[contact(1)]) == Mark::Flagged));
    }

    #[test]
    fn a_school_that_asks_for_no_consent_has_nothing_outstanding() {
        let notices = [purpose("displays", LawfulBasis::PublicTask)];
        assert_eq!(ChildPermissions::default().answering(&notices, &[]), Answering::All);
    }

    proptest! {
        #[test]
        fn figures_of_classes_add_up_to_the_schools(
            children in prop::collection::vec((prop::collection::vec((1u8..3, 0usize..3, any::<bool>()), 0..8), any::<bool>()), 0..20),
            cut in 0usize..20,
        ) {
            let purposes = school();
            let holders = [contact(1), contact(2)];
            let made: Vec<ChildPermissions> = children.iter().map(|(said, flagged)| {
                let mut permissions = ChildPermissions::default();
                for (who, which, yes) in said {
                    say(&mut permissions, *who, &purposes[*which], *yes);
                }
                if *flagged {
                    flag(&mut permissions);
                }
                permissions
            }).collect();
            let of = |part: &[ChildPermissions]| {
                let mut figures = Figures::new(&purposes);
                part.iter().for_each(|child| figures.count(child, &purposes, &holders));
                figures
            };
            let whole = of(&made);
            let (one, other) = made.split_at(cut.min(made.len()));
            let mut sum = of(one);
            sum.add(&of(other));
            prop_assert_eq!(&sum, &whole);
            prop_assert_eq!(whole.children(), made.len() as u64);
            for figures in &whole.purposes {
                prop_assert_eq!(figures.may + figures.may_not + figures.not_answered, whole.children());
            }
            // A mark says "may" exactly where the rule of standing does.
            for child in &made {
                for purpose in &purposes {
                    prop_assert_eq!(child.mark(purpose, &holders).may(), child.standing(purpose, &holders).is_allowed());
                }
            }
        }
    }

    #[test]
    fn an_objection_is_a_no() {
        let purposes = school();
        let mut permissions = ChildPermissions::default();
        let event = PermissionEvent::Decided(decision(1, &purposes[2], Answer::Object));
        permissions.apply(1, &event, Timestamp::UNIX_EPOCH);
        assert_eq!(permissions.mark(&purposes[2], &[contact(1)]), Mark::MayNot);
    }
}
