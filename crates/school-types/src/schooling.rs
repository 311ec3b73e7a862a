//! Year groups, key stages and nations.

use serde::{Deserialize, Serialize};

/// A year group: -1 nursery, 0 reception, then the year's number up to 14.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i8", into = "i8")]
pub struct YearGroup(i8);

impl YearGroup {
    /// The year group with this number, -1 to 14.
    pub const fn new(number: i8) -> Option<Self> {
        if number >= -1 && number <= 14 { Some(Self(number)) } else { None }
    }

    /// The number, -1 for nursery and 0 for reception.
    pub const fn number(self) -> i8 {
        self.0
    }

    /// The key stage a year group usually belongs to in England (national curriculum, Education Act 2002 s. 82).
    pub const fn usual_key_stage(self) -> KeyStage {
        match self.0 {
            i8::MIN..=0 => KeyStage::EarlyYears,
            1..=2 => KeyStage::Ks1,
            3..=6 => KeyStage::Ks2,
            7..=9 => KeyStage::Ks3,
            10..=11 => KeyStage::Ks4,
            _ => KeyStage::Ks5,
        }
    }
}

impl TryFrom<i8> for YearGroup {
    type Error = &'static str;

    fn try_from(number: i8) -> Result<Self, &'static str> {
        Self::new(number).ok_or("a year group is -1 to 14")
    }
}

impl From<YearGroup> for i8 {
    fn from(year: YearGroup) -> i8 {
        year.0
    }
}

/// A key stage. A special school teaches a pupil at a key stage other than the usual one of their age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyStage {
    /// Nursery and reception.
    EarlyYears,
    /// Years 1 and 2.
    Ks1,
    /// Years 3 to 6.
    Ks2,
    /// Years 7 to 9.
    Ks3,
    /// Years 10 and 11.
    Ks4,
    /// Sixth form.
    Ks5,
}

/// The nation a school is in: services, terms and laws differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn year_groups_fall_into_their_usual_key_stages() {
        let stage = |n| YearGroup::new(n).unwrap().usual_key_stage();
        assert_eq!(stage(-1), KeyStage::EarlyYears);
        assert_eq!(stage(2), KeyStage::Ks1);
        assert_eq!(stage(3), KeyStage::Ks2);
        assert_eq!(stage(11), KeyStage::Ks4);
        assert_eq!(YearGroup::new(15), None);
    }
}
