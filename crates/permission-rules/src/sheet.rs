//! The class permission sheet: who may appear in which kind of picture, and nothing about why (R8, R12).

use school_types::{ContactId, PersonName};

use crate::{ChildPermissions, PupilView, Purpose, by_first_name, sheet_names};

/// A pupil as the sheet needs one.
#[derive(Clone, Copy, Debug)]
pub struct OnSheet<'a> {
    /// The name.
    pub name: &'a PersonName,
    /// Who holds parental responsibility today.
    pub holders: &'a [ContactId],
    /// Everything said.
    pub permissions: &'a ChildPermissions,
}

/// A line of the sheet.
#[derive(Clone, PartialEq, Eq)]
pub struct SheetLine {
    /// First name and initial, unlike anybody else's on the sheet.
    pub name: String,
    /// For each purpose, whether the child may appear. Where not, staff ask the office, whatever the reason: a
    /// refusal, silence and the safeguarding lead's flag look the same.
    pub may: Vec<bool>,
    /// Whether the pupil would rather not be in pictures, as somebody passed on, whatever else is allowed.
    pub rather_not: bool,
}

impl SheetLine {
    /// Whether the child may appear in nothing at all.
    pub fn in_nothing(&self) -> bool {
        !self.may.contains(&true)
    }
}

/// The lines of a class, by first name.
pub fn sheet(pupils: &[OnSheet<'_>], purposes: &[&Purpose]) -> Vec<SheetLine> {
    let mut pupils: Vec<&OnSheet<'_>> = pupils.iter().collect();
    pupils.sort_by_cached_key(|pupil| by_first_name(pupil.name));
    let names = sheet_names(&pupils.iter().map(|pupil| pupil.name).collect::<Vec<_>>());
    let may = |pupil: &OnSheet<'_>| {
        purposes.iter().map(|purpose| pupil.permissions.standing(purpose, pupil.holders).is_allowed()).collect()
    };
    let line = |(pupil, name): (&OnSheet<'_>, String)| SheetLine {
        name,
        may: may(pupil),
        rather_not: pupil.permissions.pupil_view() == Some(PupilView::RatherNot),
    };
    pupils.into_iter().zip(names).map(line).collect()
}

/// The purposes in the order of a sheet: those of one kind of picture beside each other, else as the school lists them.
pub fn by_kind(purposes: &[Purpose]) -> Vec<&Purpose> {
    let mut ordered: Vec<&Purpose> = purposes.iter().collect();
    ordered.sort_by_key(|purpose| purpose.subject);
    ordered
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use school_types::{StaffId, Timestamp};

    use super::*;
    use crate::{
        LawfulBasis, PermissionEvent, Subject,
        permissions::tests::{contact, decision, purpose},
    };

    fn said(purposes: &[Purpose], yes: Option<bool>, flagged: bool) -> ChildPermissions {
        let mut permissions = ChildPermissions::default();
        for purpose in purposes {
            if let Some(yes) = yes {
                let answer = purpose.basis.answers()[usize::from(!yes)];
                permissions.apply(1, &PermissionEvent::Decided(decision(1, purpose, answer)), Timestamp::UNIX_EPOCH);
            }
        }
        if flagged {
            let event = PermissionEvent::DoNotPhotograph { set: true, by: StaffId::from_bytes([9; 10]) };
            permissions.apply(1, &event, Timestamp::UNIX_EPOCH);
        }
        permissions
    }

    #[test]
    fn a_flag_a_refusal_and_silence_look_the_same() {
        let purposes = [purpose("website-group", LawfulBasis::Consent), purpose("local-press", LawfulBasis::Consent)];
        let name = PersonName::new("Ada", "Byrne");
        let holders = [contact(1)];
        let line = |permissions: &ChildPermissions| {
            let pupil = OnSheet { name: &name, holders: &holders, permissions };
            sheet(&[pupil], &by_kind(&purposes)).remove(0)
        };
        let refused = line(&said(&purposes, Some(false), false));
        assert!(refused.in_nothing());
        assert!(refused == line(&said(&purposes, None, false)));
        assert!(refused == line(&said(&purposes, Some(true), true)));
        assert!(refused != line(&said(&purposes, Some(true), false)));
    }

    #[test]
    fn a_sheet_is_ordered_by_first_name_and_by_kind_of_picture() {
        let mut purposes = ["one-pupil", "website-group", "work-online", "plays", "displays"]
            .map(|id| purpose(id, LawfulBasis::Consent));
        for (purpose, subject) in purposes.iter_mut().zip([
            Subject::SinglePicture,
            Subject::GroupPicture,
            Subject::Work,
            Subject::Recording,
            Subject::GroupPicture,
        ]) {
            purpose.subject = subject;
        }
        let ids: Vec<&str> = by_kind(&purposes).iter().map(|purpose| purpose.id.as_str()).collect();
        assert_eq!(ids, ["website-group", "displays", "one-pupil", "work-online", "plays"]);
        let names = [PersonName::new("Zofia", "Adams"), PersonName::new("Ada", "Zeller")];
        let nobody = ChildPermissions::default();
        let pupils = names.each_ref().map(|name| OnSheet { name, holders: &[], permissions: &nobody });
        let shown: Vec<String> = sheet(&pupils, &[]).into_iter().map(|line| line.name).collect();
        assert_eq!(shown, ["Ada Z", "Zofia A"]);
    }

    proptest! {
        #[test]
        fn nobody_may_appear_without_the_rule_saying_so(
            children in prop::collection::vec((prop::option::of(any::<bool>()), any::<bool>()), 0..12),
        ) {
            let purposes = [purpose("website-group", LawfulBasis::Consent), purpose("displays", LawfulBasis::PublicTask)];
            let holders = [contact(1)];
            let made: Vec<_> = children.iter().map(|(yes, flagged)| said(&purposes, *yes, *flagged)).collect();
            let names: Vec<_> = (0..made.len()).map(|n| PersonName::new(format!("Ada {n:02}"), "Byrne")).collect();
            let pupils: Vec<_> = made.iter().zip(&names)
                .map(|(permissions, name)| OnSheet { name, holders: &holders, permissions }).collect();
            let lines = sheet(&pupils, &by_kind(&purposes));
            prop_assert_eq!(lines.len(), children.len());
            for (line, (yes, flagged)) in lines.iter().zip(&children) {
                // Nobody was told of what needs no answer, so silence permits nothing.
                prop_assert_eq!(&line.may, &vec![*yes == Some(true) && !flagged; 2]);
            }
        }
    }
}
