//! The content files, looked at as raw data: what the types promise is not taken on trust.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing helper is a failing test")]

mod asked;

use std::collections::BTreeSet;

use asked::contacts;
use jiff::civil::{Date, Weekday, date};
use signpost_rules::{
    Audience, Calendar, Content, FactGroup, LocalContacts, Subject, calendar_of, due, every, panel, superseded,
};
use toml::{Table, Value};

const SERVICES: &str = include_str!("../../../content/services.toml");
const HOLIDAYS: &str = include_str!("../../../content/bank-holidays.toml");

/// Visits every table of a TOML value, with the path to it.
fn tables<'a>(path: String, value: &'a Value, found: &mut Vec<(String, &'a Table)>) {
    match value {
        Value::Table(table) => {
            found.push((path.clone(), table));
            for (key, value) in table {
                tables(format!("{path}.{key}"), value, found);
            }
        }
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                tables(format!("{path}[{number}]"), item, found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_number_and_address_has_a_source_and_the_day_it_was_verified() {
    let file = Value::Table(SERVICES.parse().unwrap());
    let mut found = Vec::new();
    tables("services.toml".to_owned(), &file, &mut found);
    let mut numbers = 0;
    for (path, table) in found {
        for kind in ["phone", "relay", "text", "email", "web", "addresses"] {
            let is_contact = table.get(kind).is_some_and(|value| value.is_str() || value.is_array());
            if !is_contact {
                continue;
            }
            numbers += 1;
            let source =
                table.get("source").and_then(Value::as_array).unwrap_or_else(|| panic!("{path} has no source"));
            assert!(
                !source.is_empty() && source.iter().all(|page| page.as_str().unwrap().len() > 5),
                "{path}: {source:?}"
            );
            let day = table.get("last_verified").unwrap_or_else(|| panic!("{path} has no last_verified"));
            let day: Date = day.as_datetime().unwrap().to_string().parse().unwrap();
            assert!(day <= date(2026, 12, 31), "{path} was verified in the future: {day}");
        }
    }
    assert!(numbers >= 30, "only {numbers} numbers and addresses were seen");
}

#[test]
fn nothing_that_was_never_verified_is_shipped() {
    for name in ["Crimestoppers", "Fearless", "The Mix", "themix"] {
        let data: String = SERVICES.lines().filter(|line| !line.trim_start().starts_with('#')).collect();
        // A source may be a page of such a service; an entry may not.
        let entries: String =
            data.split("source = ").map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)).collect();
        assert!(!entries.contains(name), "{name}");
    }
}

#[test]
fn what_the_notes_call_unverified_is_marked() {
    let staff_only = |id: &str| Content::shipped().service(id).unwrap();
    assert!(staff_only("report-abuse-in-education").doubt.is_some());
    let doubted_hours =
        ["childline", "nspcc-helpline", "nspcc-whistleblowing", "stop-it-now", "report-abuse-in-education"];
    for id in doubted_hours {
        assert!(staff_only(id).ways.iter().any(|way| way.hours_doubt.is_some()), "{id}");
    }
    let posh = staff_only("posh").ways.iter().find(|way| way.contact.value().contains('@')).unwrap();
    assert!(posh.doubt.is_some());
    assert!(!staff_only("council-finder").who.unverified_nations.is_empty());
}

#[test]
fn adults_may_report_to_ceop_because_its_own_pages_say_so() {
    let ceop = Content::shipped().service("ceop").unwrap();
    for audience in [Audience::Parent, Audience::Staff, Audience::Public] {
        assert!(ceop.who.audiences.contains(&audience), "{audience}");
    }
    assert!(ceop.who.provenance.sources.iter().any(|page| page.starts_with("ceop.police.uk/Safety-Centre/")));
}

#[test]
fn the_panel_always_has_ceop_and_the_iwf() {
    for today in [date(2026, 11, 21), date(2027, 11, 21), date(2040, 1, 1)] {
        let entries = panel(Content::shipped(), today);
        let ids: Vec<&str> = entries.iter().map(|entry| entry.service.id.as_str()).collect();
        assert!(["ceop", "iwf"].iter().all(|id| ids.contains(id)), "{today}");
        assert_eq!(ids[0], "childline", "no frame cuts off what a child needs first");
        let flagged = entries.iter().all(|entry| entry.last_checked.is_some());
        assert_eq!(flagged, today > date(2027, 8, 1), "{today}");
    }
}

#[test]
fn the_checker_learns_what_took_the_place_of_what_is_gone() {
    let gone: BTreeSet<(&str, &str)> = superseded(Content::shipped())
        .flat_map(|(service, gone)| gone.addresses.iter().map(|address| (*address, service.id.as_str())))
        .collect();
    for expected in [
        ("actionfraud.police.uk", "report-fraud"),
        ("thinkuknow.co.uk", "ceop"),
        ("virtualglobaltaskforce.com", "ceop"),
        ("net-aware.org.uk", "nspcc-helpline"),
        ("@education.gsi.gov.uk", "dfe-extremism"),
    ] {
        assert!(gone.contains(&expected), "{expected:?}");
    }
}

#[test]
fn staff_learn_what_is_due_and_nothing_is_left_out_of_the_whole_list() {
    let (content, contacts) = (Content::shipped(), contacts("full"));
    let whole = every(content, &contacts);
    let ways = whole.iter().filter(|group| matches!(group.group, FactGroup::Way(_))).count();
    assert_eq!(ways, content.services.iter().map(|service| service.ways.len()).sum::<usize>());
    assert!(whole.iter().all(|group| !group.sources.is_empty()));

    let now = due(content, &contacts, date(2026, 11, 21));
    let unverified = now.iter().take_while(|group| group.unverified.is_some()).count();
    assert!(unverified >= 9, "{unverified} unverified");
    assert!(now[unverified..].iter().all(|group| group.unverified.is_none() && group.due <= date(2026, 11, 21)));
    assert!(
        now.iter()
            .any(|group| matches!(group.subject, Subject::National(s) if s.id.as_str() == "nspcc-whistleblowing"))
    );
    assert!(!now.iter().any(|group| matches!(group.subject, Subject::Local(..))));

    let next_year = due(content, &contacts, date(2027, 9, 1));
    assert_eq!(next_year.iter().filter(|group| matches!(group.subject, Subject::Local(..))).count(), 4);
    let nothing_entered = LocalContacts::default();
    assert_eq!(next_year.len(), due(content, &nothing_entered, date(2027, 9, 1)).len() + 4);
}

#[test]
fn staff_are_told_in_time_that_the_bank_holidays_run_out() {
    let mut content = *Content::shipped();
    // As if somebody compared the list again shortly before it ends.
    let mut fresh = content.holidays.to_vec();
    for holidays in &mut fresh {
        holidays.provenance.last_verified = date(2028, 6, 1);
    }
    content.holidays = fresh.leak();
    let told = |by| {
        let contacts = LocalContacts::default();
        due(&content, &contacts, by).iter().filter(|group| matches!(group.subject, Subject::BankHolidays(_))).count()
    };
    assert_eq!((told(date(2028, 6, 30)), told(date(2028, 7, 1))), (0, 3));
}

/// Easter Sunday by the anonymous Gregorian algorithm.
fn easter(year: i16) -> Date {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let days = h + l - 7 * m + 114;
    date(year, (days / 31) as i8, (days % 31 + 1) as i8)
}

/// Fixed feasts that follow each other, each moved to the next weekday nobody has taken where it falls on a weekend.
fn with_substitutes(feasts: &[Date]) -> Vec<Date> {
    let weekend = |day: &Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let mut taken: Vec<Date> = feasts.iter().filter(|day| !weekend(day)).copied().collect();
    for feast in feasts.iter().filter(|day| weekend(day)) {
        let mut day = *feast;
        while weekend(&day) || taken.contains(&day) {
            day = day.tomorrow().unwrap();
        }
        taken.push(day);
    }
    taken
}

/// The bank holidays of a year by the rules of the Banking and Financial Dealings Act 1971 and the yearly proclamations.
fn regular(calendar: Calendar, year: i16) -> BTreeSet<Date> {
    let monday = |month, which| date(year, month, 1).nth_weekday_of_month(which, Weekday::Monday).unwrap();
    let scotland = calendar == Calendar::Scotland;
    let new_year: &[Date] = if scotland { &[date(year, 1, 1), date(year, 1, 2)] } else { &[date(year, 1, 1)] };
    let mut days = with_substitutes(new_year);
    days.extend(with_substitutes(&[date(year, 12, 25), date(year, 12, 26)]));
    days.extend([easter(year).yesterday().unwrap().yesterday().unwrap(), monday(5, 1), monday(5, -1)]);
    days.push(monday(8, if scotland { 1 } else { -1 }));
    match calendar {
        Calendar::Scotland => days.extend(with_substitutes(&[date(year, 11, 30)])),
        Calendar::NorthernIreland => {
            days.extend(with_substitutes(&[date(year, 3, 17)]));
            days.extend(with_substitutes(&[date(year, 7, 12)]));
            days.push(easter(year).tomorrow().unwrap());
        }
        Calendar::EnglandAndWales => days.push(easter(year).tomorrow().unwrap()),
    }
    days.into_iter().collect()
}

#[test]
fn the_bank_holidays_listed_are_those_the_rules_give_and_the_days_proclaimed() {
    let proclaimed = [(Calendar::Scotland, date(2026, 6, 15))];
    let file: Table = HOLIDAYS.parse().unwrap();
    for entry in file["calendar"].as_array().unwrap() {
        let calendar: Calendar = entry["id"].as_str().unwrap().parse().unwrap();
        let listed: BTreeSet<Date> = entry["day"]
            .as_array()
            .unwrap()
            .iter()
            .map(|day| day["date"].as_datetime().unwrap().to_string().parse().unwrap())
            .collect();
        let mut expected: BTreeSet<Date> = (2026..=2028).flat_map(|year| regular(calendar, year)).collect();
        expected.extend(proclaimed.iter().filter(|(of, _)| *of == calendar).map(|(_, day)| *day));
        assert_eq!(listed, expected, "{calendar}");
    }
    let nations = asked::NATIONS.map(|(_, nation)| calendar_of(nation));
    assert_eq!(nations.iter().collect::<BTreeSet<_>>().len(), 3);
}
