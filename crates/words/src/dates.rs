//! Dates and times as people say them, in Europe/London.

use jiff::tz::TimeZone;
use school_types::{Date, Timestamp};

use crate::Words;

/// Compiled in, so that no component needs a zone database.
static LONDON: TimeZone = jiff::tz::get!("Europe/London");

impl Words {
    /// A date with its weekday: `Tuesday 3 March 2026`, `dydd Mawrth 3 Mawrth 2026`.
    pub fn date(self, date: Date) -> String {
        let weekday = self.date_weekday(count(date.weekday().to_monday_one_offset()));
        self.date_with_weekday(&weekday, &self.short_date(date))
    }

    /// A date without its weekday: `3 March 2026`.
    pub fn short_date(self, date: Date) -> String {
        let month = self.date_month(count(date.month()));
        self.date_day_month_year(&date.day().to_string(), &month, &date.year().to_string())
    }

    /// The time of day in Europe/London: `4:05pm`, `midday`, `midnight`.
    pub fn time(self, at: Timestamp) -> String {
        let at = at.to_zoned(LONDON.clone());
        self.time_of_day(at.hour().unsigned_abs(), at.minute().unsigned_abs())
    }

    /// A time of day by its hour, 0 to 23, and minute: `4:05pm`, `midday`, `midnight`.
    pub fn time_of_day(self, hour: u8, minute: u8) -> String {
        match (hour, minute) {
            (0, 0) => self.time_midnight().to_owned(),
            (12, 0) => self.time_midday().to_owned(),
            (hour, minute) => {
                let half = if hour < 12 { self.time_am() } else { self.time_pm() };
                let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
                format!("{hour}:{minute:02}{half}")
            }
        }
    }

    /// Date and time in Europe/London: `3 March 2026 at 4:05pm`.
    pub fn date_time(self, at: Timestamp) -> String {
        let date = at.to_zoned(LONDON.clone()).date();
        self.date_at_time(&self.short_date(date), &self.time(at))
    }
}

/// jiff counts days and months in signed bytes; messages choose by whole numbers.
fn count(n: i8) -> u64 {
    u64::from(n.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use school_types::Language;

    use super::*;

    const EN: Words = Words::new(Language::En);
    const CY: Words = Words::new(Language::Cy);

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_is_said_with_its_weekday_in_each_language() {
        let date = Date::constant(2026, 3, 3);
        assert_eq!(EN.date(date), "Tuesday 3 March 2026");
        assert_eq!(CY.date(date), "dydd Mawrth 3 Mawrth 2026");
        assert_eq!(EN.short_date(date), "3 March 2026");
    }

    #[test]
    fn every_month_and_weekday_has_its_own_name() {
        for words in [EN, CY] {
            let months: std::collections::BTreeSet<_> = (1..=12).map(|m| words.date_month(m)).collect();
            let days: std::collections::BTreeSet<_> = (1..=7).map(|d| words.date_weekday(d)).collect();
            assert_eq!((months.len(), days.len()), (12, 7));
        }
        assert_eq!(CY.date(Date::constant(2026, 11, 29)), "dydd Sul 29 Tachwedd 2026");
    }

    #[test]
    fn a_winter_time_is_said_in_greenwich_time_and_a_summer_time_an_hour_on() {
        assert_eq!(EN.date_time(at("2026-03-03T16:05:00Z")), "3 March 2026 at 4:05pm");
        assert_eq!(EN.date_time(at("2026-07-03T16:05:59Z")), "3 July 2026 at 5:05pm");
        assert_eq!(CY.date_time(at("2026-07-03T16:05:59Z")), "3 Gorffennaf 2026 am 5:05pm");
    }

    #[test]
    fn a_summer_evening_in_utc_is_already_the_next_day_in_london() {
        assert_eq!(EN.date_time(at("2026-06-30T23:30:00Z")), "1 July 2026 at 12:30am");
    }

    #[test]
    fn the_two_twelves_are_said_in_words() {
        assert_eq!(EN.time(at("2026-01-01T00:00:00Z")), "midnight");
        assert_eq!(EN.time(at("2026-01-01T12:00:00Z")), "midday");
        assert_eq!(EN.time(at("2026-01-01T12:01:00Z")), "12:01pm");
        assert_eq!(CY.time(at("2026-01-01T12:00:00Z")), "hanner dydd");
    }
}
