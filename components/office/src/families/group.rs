//! Which families somebody writes to. It stands in addresses, so it holds ids only.

use std::str::FromStr;

use permission_rules::by_surname;
use records::Roll;
use school_types::{ChildId, ClassId, YearGroup};

use crate::pupils::{Class, Pupil};

/// Which families.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// Those in which somebody who decides has no email.
    NoEmail,
    /// All of them.
    All,
    /// Those with a pupil in this year group.
    Year(YearGroup),
    /// Those with a pupil in this class.
    Class(ClassId),
    /// That of this pupil.
    Child(ChildId),
    /// Those whom an email of this round did not reach.
    NotReached(u64),
}

impl Group {
    /// As it stands in an address and in a form.
    pub(crate) fn word(&self) -> String {
        match self {
            Self::NoEmail => "no-email".to_owned(),
            Self::All => "all".to_owned(),
            Self::Year(year) => format!("year.{}", year.number()),
            Self::Class(class) => format!("class.{class}"),
            Self::Child(child) => format!("pupil.{child}"),
            Self::NotReached(round) => format!("emails.{round}"),
        }
    }

    /// Whether single pupils are chosen from it: a list longer than a class is nobody's to tick through.
    pub(crate) const fn is_chosen_from(&self) -> bool {
        matches!(self, Self::Class(_))
    }

    /// Whose entries have to be read to know who is in it.
    pub(crate) fn candidates(&self, roll: &Roll, classes: &[Class]) -> Vec<ChildId> {
        let name = |id: &ClassId| classes.iter().find(|class| class.id == *id).map(|class| class.name.as_str());
        let is_in = |child: &ChildId, class: &str| match self {
            Self::NoEmail | Self::All | Self::Year(_) | Self::NotReached(_) => true,
            Self::Class(id) => name(id) == Some(class),
            Self::Child(only) => only == child,
        };
        roll.present().filter(|(child, class)| is_in(child, class)).map(|(child, _)| child.clone()).collect()
    }

    /// Whether a pupil who was read is in it, as far as their own entry tells.
    pub(crate) fn holds(&self, pupil: &Pupil) -> bool {
        match self {
            Self::Year(year) => pupil.entry.facts.year_group == *year,
            _ => true,
        }
    }
}

impl FromStr for Group {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text.split_once('.') {
            None if text == "no-email" => Ok(Self::NoEmail),
            None if text == "all" => Ok(Self::All),
            Some(("year", number)) => number.parse().ok().and_then(YearGroup::new).map(Self::Year).ok_or(()),
            Some(("class", id)) => id.parse().map(Self::Class).map_err(|_| ()),
            Some(("emails", round)) => round.parse().map(Self::NotReached).map_err(|_| ()),
            Some(("pupil", id)) => id.parse().map(Self::Child).map_err(|_| ()),
            _ => Err(()),
        }
    }
}

/// Puts pupils in the order in which letters are handed out: class by class, as the roll has them, then by surname.
pub(crate) fn in_class_order(pupils: &mut [Pupil], classes: &[Class]) {
    let place = |pupil: &Pupil| classes.iter().position(|class| class.name == *pupil.entry.facts.class.reveal());
    pupils.sort_by_cached_key(|pupil| (place(pupil), by_surname(&pupil.entry.facts.name)));
}
