//! What a school has settled about pupils' views, leavers, withdrawal, lawful bases and signing in.

use jiff::Span;
use school_types::{Date, KeyStage, Role, Text, YearGroup};
use serde::{Deserialize, Serialize};

/// Whether parents are asked to pass on what the pupil thinks. A pupil's view is recorded and shown beside the
/// answers; it decides nothing by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PupilViewRule {
    /// From when.
    pub asked_from: AskedFrom,
    /// What the page says about how to ask; needed unless pupils are never asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    /// The passage of the policy, or why the school decided so.
    pub source: String,
}

/// From when on a pupil's view is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AskedFrom {
    /// Never.
    Never,
    /// From this year group on.
    Year(YearGroup),
    /// From this key stage on, whatever the pupil's age: for schools that place pupils by stage.
    KeyStage(KeyStage),
}

impl PupilViewRule {
    /// Whether it is asked for a pupil in `year` who is taught at `stage`; without a stage of their own, the
    /// usual one of the year.
    pub fn asks(&self, year: YearGroup, stage: Option<KeyStage>) -> bool {
        match self.asked_from {
            AskedFrom::Never => false,
            AskedFrom::Year(from) => year >= from,
            AskedFrom::KeyStage(from) => stage.unwrap_or(year.usual_key_stage()) >= from,
        }
    }
}

/// What becomes of pictures of a pupil who left (R11).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leavers {
    /// When they are deleted.
    pub pictures: LeaverPictures,
    /// The passage of the policy, or why the school decided so.
    pub source: String,
}

/// When pictures of a pupil who left are deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeaverPictures {
    /// On the day the pupil leaves (P0 3.6.6).
    DeleteOnLeaving,
    /// This many years after that day, 1 to 25 (P2 Storage of Images).
    KeepYears(u8),
}

impl LeaverPictures {
    /// The day by which the pictures of a pupil who left on `left` are to be gone.
    pub fn delete_by(self, left: Date) -> Date {
        match self {
            Self::DeleteOnLeaving => left,
            Self::KeepYears(years) => left.saturating_add(Span::new().years(i16::from(years))),
        }
    }
}

/// How permission may be withdrawn (R9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// The ways the school takes a withdrawal. Online is always among them, because withdrawing must be as easy
    /// as agreeing was (UK GDPR art. 7(3)).
    pub ways: Vec<WithdrawalWay>,
    /// The passage of the policy, or why the school decided so.
    pub source: String,
}

/// A way to withdraw permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WithdrawalWay {
    /// By the parent, on these pages.
    Online,
    /// On paper or by e-mail, entered by the office.
    InWriting,
    /// In person or by telephone, entered by the office.
    Spoken,
}

/// Who settles which purposes need consent and which are a notice with a right to object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bases {
    /// The role that may change the lawful basis of a purpose: the head, or the chair for the governing body.
    pub decided_by: Role,
    /// The passage of the policy, or why the bases are as they are.
    pub source: String,
}

/// How parents may sign in. A code by e-mail is always offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Whether the code printed on a letter from the school works too, for families without e-mail.
    pub letter_codes: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(asked_from: AskedFrom) -> PupilViewRule {
        PupilViewRule { asked_from, hint: None, source: "P2".into() }
    }

    fn year(number: i8) -> YearGroup {
        YearGroup::new(number).unwrap()
    }

    #[test]
    fn a_pupil_is_asked_from_the_year_the_school_settled_on() {
        let from_year_3 = rule(AskedFrom::Year(year(3)));
        assert!(!from_year_3.asks(year(2), None));
        assert!(from_year_3.asks(year(3), None));
        assert!(!rule(AskedFrom::Never).asks(year(11), None));
    }

    #[test]
    fn in_a_special_school_the_stage_a_pupil_is_taught_at_counts_and_not_their_age() {
        let from_ks3 = rule(AskedFrom::KeyStage(KeyStage::Ks3));
        assert!(from_ks3.asks(year(7), None));
        assert!(!from_ks3.asks(year(9), Some(KeyStage::Ks1)));
        assert!(from_ks3.asks(year(6), Some(KeyStage::Ks3)));
    }

    #[test]
    fn pictures_of_a_leaver_go_on_the_day_or_so_many_years_later() {
        let left = Date::constant(2028, 2, 29);
        assert_eq!(LeaverPictures::DeleteOnLeaving.delete_by(left), left);
        assert_eq!(LeaverPictures::KeepYears(3).delete_by(left), Date::constant(2031, 2, 28));
    }
}
