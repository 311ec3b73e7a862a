//! Questions for the tests: the contacts of invented schools, and nations by name.

// Each test binary uses some of this.
#![allow(dead_code, clippy::unwrap_used)]

use school_types::Nation;
use signpost_rules::LocalContacts;

/// Every nation, by the name the content uses.
pub(crate) const NATIONS: [(&str, Nation); 4] = [
    ("england", Nation::England),
    ("wales", Nation::Wales),
    ("scotland", Nation::Scotland),
    ("northern-ireland", Nation::NorthernIreland),
];

/// The nation of this name.
pub(crate) fn nation(name: &str) -> Nation {
    NATIONS.iter().find(|(listed, _)| *listed == name).unwrap().1
}

/// Every profile there is.
pub(crate) const PROFILES: [&str; 5] = ["bare", "full", "staff-only", "stale", "long-unchecked"];

/// What an invented school has entered of its area.
///
/// - `bare`: nothing.
/// - `full`: everything, with an emergency duty team outside office hours; the LADO takes the public.
/// - `staff-only`: everything but social care, none of it for the public, office hours only.
/// - `stale`: as `full`, last checked in September 2025.
/// - `long-unchecked`: as `full`, last checked in 2020.
pub(crate) fn contacts(profile: &str) -> LocalContacts {
    let office = r#"{ weekdays = "08:45-17:00", bank_holidays = "closed" }"#;
    let checked = match profile {
        "stale" => "2025-09-01",
        "long-unchecked" => "2020-09-01",
        _ => "2026-09-01",
    };
    let social_care = format!(
        r#"
        [social_care]
        name = {{ en = "Elm Vale children's services", cy = "Gwasanaethau plant Elm Vale" }}
        ways = [
            {{ phone = "01632 960010", hours = {office} }},
            {{ phone = "01632 960019", hours = {{ outside = {office} }} }},
            {{ web = "https://elm-vale.example.org/children", hours = "messages" }},
        ]
        takes_public = true
        source = ["elm-vale.example.org/children"]
        last_verified = "{checked}"
        "#
    );
    let takes_public = profile != "staff-only";
    let offices = format!(
        r#"
        authority = {{ en = "Elm Vale Council" }}
        [lado]
        name = {{ en = "Elm Vale LADO" }}
        ways = [{{ phone = "01632 960011", hours = {office} }}]
        takes_public = {takes_public}
        source = ["elm-vale.example.org/lado"]
        last_verified = "{checked}"
        [prevent]
        name = {{ en = "Elm Vale Prevent team" }}
        ways = [{{ phone = "01632 960012", hours = {office} }}]
        takes_public = {takes_public}
        source = ["elm-vale.example.org/prevent"]
        last_verified = "{checked}"
        [online_safety]
        name = {{ en = "Elm Vale online-safety officer" }}
        ways = [{{ phone = "01632 960013", hours = {office} }}, {{ email = "online.safety@elm-vale.example.org", hours = "messages" }}]
        takes_public = false
        source = ["elm-vale.example.org/online-safety"]
        last_verified = "{checked}"
        "#
    );
    let entered = match profile {
        "bare" => String::new(),
        "staff-only" => offices,
        _ => offices + &social_care,
    };
    toml::from_str(&entered).unwrap()
}
