//! Where a fact comes from and how long it may be relied on.

use jiff::civil::Date;

/// Where a group of facts was read and when it was last compared with its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// Addresses of the pages read, without scheme, as a person would look them up; never empty.
    pub sources: &'static [&'static str],
    /// The day the fact was last compared with its source; for a source that carries an old date of its own, that date.
    pub last_verified: Date,
}

/// How long a verified fact is good for, from `content/services.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checking {
    /// Months after which it has to be compared again, and until then carries its date wherever it is shown.
    pub every_months: u8,
    /// Months after which it is no longer shown to anybody but staff.
    pub withdrawn_after_months: u8,
}

/// How old a fact is at a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// Within its interval.
    Fresh,
    /// Due for checking: shown with the date it was last checked.
    Overdue,
    /// Too old to be shown to anybody but staff, unless it is a lifeline.
    Withdrawn,
}

impl Checking {
    /// The day a fact last verified on `last_verified` has to be compared again.
    pub fn due(self, last_verified: Date) -> Date {
        months_after(last_verified, self.every_months)
    }

    /// How old a fact last verified on `last_verified` is on `today`.
    pub fn age(self, last_verified: Date, today: Date) -> Age {
        if today < self.due(last_verified) {
            Age::Fresh
        } else if today < months_after(last_verified, self.withdrawn_after_months) {
            Age::Overdue
        } else {
            Age::Withdrawn
        }
    }
}

/// The same day of the month `months` later, or the month's last day where it has fewer. By hand, because the
/// calendar's general arithmetic would be half of the finished component.
pub(crate) fn months_after(date: Date, months: u8) -> Date {
    let month = i16::from(date.month()) - 1 + i16::from(months);
    let year = date.year().saturating_add(month / 12);
    let first = i8::try_from(month % 12 + 1).ok().and_then(|month| Date::new(year, month, 1).ok());
    first.map_or(Date::MAX, |first| {
        let day = date.day().min(first.days_in_month());
        Date::new(first.year(), first.month(), day).unwrap_or(first)
    })
}
