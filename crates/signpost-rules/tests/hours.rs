//! Opening hours at the minutes where they change.

#![allow(clippy::unwrap_used, reason = "a failing helper is a failing test")]

use jiff::civil::date;

use serde::Deserialize;
use signpost_rules::{Calendar, Content, Hours, Opening};

fn hours(toml: &str) -> Hours {
    #[derive(Deserialize)]
    struct Holder {
        hours: Hours,
    }
    toml::from_str::<Holder>(&format!("hours = {toml}")).unwrap().hours
}

fn at(hours: &Hours, home: Calendar, at: &str) -> Opening {
    hours.at(at.parse().unwrap(), home, Content::shipped().holidays)
}

const HOME: Calendar = Calendar::EnglandAndWales;
const OFFICE: &str = r#"{ weekdays = "08:45-17:00", bank_holidays = "closed" }"#;

fn closed_until(at: &str) -> Opening {
    Opening::Closed { opens: Some(at.parse().unwrap()) }
}

fn open_until(at: &str) -> Opening {
    Opening::Answering { until: Some(at.parse().unwrap()) }
}

#[test]
fn an_office_is_open_from_its_first_minute_to_the_one_before_its_last() {
    let office = hours(OFFICE);
    assert_eq!(at(&office, HOME, "2026-11-25T08:44"), closed_until("2026-11-25T08:45"));
    assert_eq!(at(&office, HOME, "2026-11-25T08:45"), open_until("2026-11-25T17:00"));
    assert_eq!(at(&office, HOME, "2026-11-25T16:59:59"), open_until("2026-11-25T17:00"));
    assert_eq!(at(&office, HOME, "2026-11-25T17:00"), closed_until("2026-11-26T08:45"));
    assert_eq!(at(&office, HOME, "2026-11-27T17:00"), closed_until("2026-11-30T08:45"));
}

#[test]
fn an_office_that_closes_over_christmas_opens_after_the_substitute_days() {
    // 2027: Christmas Day is a Saturday, so that Monday and Tuesday are off.
    assert_eq!(at(&hours(OFFICE), HOME, "2027-12-24T17:00"), closed_until("2027-12-29T08:45"));
    // Scotland has 2 January too, and on 2 January 2027, a Saturday, the Monday after.
    assert_eq!(at(&hours(OFFICE), Calendar::Scotland, "2026-12-31T18:00"), closed_until("2027-01-05T08:45"));
    assert_eq!(at(&hours(OFFICE), HOME, "2026-12-31T18:00"), closed_until("2027-01-04T08:45"));
}

#[test]
fn bank_holidays_are_those_of_the_nation_unless_the_service_names_others() {
    let st_andrews_day = "2026-11-30T11:00";
    let english = hours(r#"{ weekdays = "10:00-16:00", bank_holidays = "closed", calendar = "england-and-wales" }"#);
    assert!(!at(&hours(OFFICE), Calendar::Scotland, st_andrews_day).is_open());
    assert!(at(&hours(OFFICE), HOME, st_andrews_day).is_open());
    assert!(at(&english, Calendar::Scotland, st_andrews_day).is_open());
}

#[test]
fn a_bank_holiday_may_have_hours_of_its_own_or_none() {
    let shorter = hours(r#"{ weekdays = "08:00-20:00", bank_holidays = "10:00-12:00" }"#);
    assert_eq!(at(&shorter, HOME, "2026-12-28T11:00"), open_until("2026-12-28T12:00"));
    assert!(!at(&shorter, HOME, "2026-12-28T13:00").is_open());
    let daily = hours(
        r#"{ weekdays = "09:00-17:00", saturday = "09:00-17:00", sunday = "09:00-17:00", bank_holidays = "as-usual" }"#,
    );
    assert!(at(&daily, HOME, "2026-12-25T11:00").is_open());
    assert!(at(&daily, HOME, "2045-12-25T11:00").is_open(), "needs no list of bank holidays");
}

#[test]
fn a_duty_team_answers_exactly_when_the_office_does_not() {
    let duty = hours(&format!("{{ outside = {OFFICE} }}"));
    assert_eq!(at(&duty, HOME, "2026-11-25T12:00"), closed_until("2026-11-25T17:00"));
    assert_eq!(at(&duty, HOME, "2026-11-27T17:00"), open_until("2026-11-30T08:45"));
}

#[test]
fn where_the_bank_holidays_are_not_known_nobody_is_said_to_be_open() {
    let office = hours(OFFICE);
    assert_eq!(at(&office, HOME, "2029-03-06T11:00"), Opening::Unknown);
    assert_eq!(at(&office, HOME, "2028-12-29T18:00"), Opening::Closed { opens: None });
    // A Saturday is closed whatever the bank holidays; when it opens is not known.
    assert_eq!(at(&office, HOME, "2029-03-10T11:00"), Opening::Closed { opens: None });
    assert_eq!(at(&Hours::Always, HOME, "2029-03-06T11:00"), Opening::Answering { until: None });
}

#[test]
fn midnight_ends_a_day() {
    let late = hours(r#"{ sunday = "20:00-24:00", bank_holidays = "as-usual" }"#);
    assert_eq!(at(&late, HOME, "2026-11-29T23:59"), open_until("2026-11-30T00:00"));
    assert_eq!(at(&late, HOME, "2026-11-30T00:00"), closed_until("2026-12-06T20:00"));
}

#[test]
fn hours_that_make_no_sense_are_refused_with_the_reason() {
    #[derive(Deserialize)]
    struct Holder {
        #[serde(rename = "hours")]
        _hours: Hours,
    }
    for (written, reason) in [
        (r#""sometimes""#, "hours are always, messages, unknown or a timetable"),
        (r#"{ weekdays = "17:00-08:00", bank_holidays = "closed" }"#, "a span ends after it begins"),
        (r#"{ weekdays = "8-17", bank_holidays = "closed" }"#, "a span is written 08:00-20:00"),
        (r#"{ weekdays = "08:00-24:01", bank_holidays = "closed" }"#, "a span is written 08:00-20:00"),
        (r#"{ weekdays = "08:60-17:00", bank_holidays = "closed" }"#, "a span is written 08:00-20:00"),
        (r#"{ bank_holidays = "closed" }"#, "a timetable without a single opening"),
        (r#"{ weekdays = "08:00-17:00" }"#, "a timetable says what bank holidays change"),
        (r#"{ weekdays = "08:00-17:00", bank_holidays = "perhaps" }"#, "a span is written 08:00-20:00"),
        (r#"{ monday = "08:00-17:00", bank_holidays = "closed" }"#, "unknown field `monday`"),
        (r#"{ outside = { bank_holidays = "closed" } }"#, "a timetable without a single opening"),
        (
            r#"{ outside = { sunday = "08:00-09:00", bank_holidays = "closed" }, sunday = "08:00-09:00" }"#,
            "no timetable of their own",
        ),
    ] {
        let refused = toml::from_str::<Holder>(&format!("hours = {written}")).err().unwrap().to_string();
        assert!(refused.contains(reason), "{written}: {refused}");
    }
}

#[test]
fn bank_holidays_are_known_for_whole_years_only() {
    let holidays = &Content::shipped().holidays[0];
    assert_eq!(holidays.is_holiday(date(2026, 12, 28)), Some(true));
    assert_eq!(holidays.is_holiday(date(2026, 12, 29)), Some(false));
    assert_eq!(holidays.is_holiday(date(2025, 12, 25)), None);
    assert_eq!(holidays.is_holiday(date(2029, 1, 1)), None);
}
