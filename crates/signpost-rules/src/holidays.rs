//! Bank holidays as listed in `content/bank-holidays.toml`.

use jiff::civil::Date;

use super::{phrase::Phrase, provenance::Provenance, terms::Calendar};

/// The bank holidays of one calendar, whole years only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BankHolidays {
    /// Whose.
    pub calendar: Calendar,
    /// First year listed.
    pub first_year: i16,
    /// Last year listed.
    pub last_year: i16,
    /// Every bank holiday of those years, in order.
    pub days: &'static [BankHoliday],
    /// Where the list was read, and when it was last compared.
    pub provenance: Provenance,
}

/// One bank holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BankHoliday {
    /// The day off, which for a substitute day is not the feast itself.
    pub date: Date,
    /// What it is called.
    pub name: Phrase,
}

impl BankHolidays {
    /// Whether `date` is a bank holiday; none outside the years listed, because nobody knows yet.
    pub fn is_holiday(&self, date: Date) -> Option<bool> {
        if !(self.first_year..=self.last_year).contains(&date.year()) {
            return None;
        }
        Some(self.days.binary_search_by_key(&date, |day| day.date).is_ok())
    }
}
