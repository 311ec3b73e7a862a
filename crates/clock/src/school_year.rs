//! The school year.

use std::fmt;

use jiff::civil::date;
use school_types::Date;

/// A school year, 1 September to 31 August, named by the two calendar years it touches.
///
/// The school year of England and Wales begins with the first term after July (Education Act 1996 s. 579(1)); 1
/// September is the day from which schools there count ages and year groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear {
    begins: i16,
}

impl SchoolYear {
    /// The school year `day` falls in.
    pub fn of(day: Date) -> Self {
        Self { begins: if day.month() >= 9 { day.year() } else { day.year() - 1 } }
    }

    /// 1 September. For the calendar's very first months, the first day that can be written.
    pub fn first_day(self) -> Date {
        Date::new(self.begins, 9, 1).unwrap_or(Date::MIN)
    }

    /// 31 August. For the calendar's very last months, the last day that can be written.
    pub fn last_day(self) -> Date {
        Date::new(self.begins.saturating_add(1), 8, 31).unwrap_or(date(9999, 12, 31))
    }

    /// Whether `day` falls in it.
    pub fn contains(self, day: Date) -> bool {
        Self::of(day) == self
    }

    /// The year after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self { begins: self.begins.saturating_add(1) }
    }
}

/// As schools write it: `2026/27`.
impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{:02}", self.begins, self.begins.saturating_add(1).rem_euclid(100))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_school_year_turns_on_the_first_of_september() {
        let july = SchoolYear::of(date(2026, 8, 31));
        let september = SchoolYear::of(date(2026, 9, 1));
        assert_eq!(july.to_string(), "2025/26");
        assert_eq!(september.to_string(), "2026/27");
        assert_eq!(july.next(), september);
        assert_eq!(SchoolYear::of(date(2099, 12, 1)).to_string(), "2099/00");
    }

    proptest! {
        #[test]
        fn every_day_lies_between_the_first_and_last_of_its_school_year(days in -4_371_000i64..2_932_000) {
            let Ok(day) = date(1970, 1, 1).checked_add(jiff::Span::new().days(days)) else { return Ok(()) };
            let year = SchoolYear::of(day);
            prop_assert!(year.first_day() <= day && day <= year.last_day());
            prop_assert!(year.contains(day));
            prop_assert!(!year.next().contains(day));
        }
    }
}
