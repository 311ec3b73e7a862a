use proptest::prelude::*;

use super::*;

const KEYRING: &str = "settings:30313233:34353637,planted-keyring";

fn problem(pairs: &[(&str, &str)]) -> String {
    Settings::from_pairs(pairs.iter().copied()).unwrap_err().to_string()
}

#[test]
fn what_a_component_was_not_given_is_absent_or_harmless() {
    let settings = Settings::from_pairs([("unrelated", "x"), ("keyring", "")]).unwrap();
    assert!(!settings.demo);
    assert_eq!(settings.client_address_header.as_str(), "spin-client-addr");
    assert_eq!(settings.notify_address.as_str(), "https://api.notifications.service.gov.uk");
    assert_eq!(settings.keyring().unwrap_err(), SettingsError::Missing("keyring"));
    assert_eq!(settings.public_address().unwrap_err(), SettingsError::Missing("public_address"));
    assert_eq!(settings.delivery().unwrap_err(), SettingsError::Missing("delivery"));
    assert_eq!(settings.webhook().unwrap_err(), SettingsError::Missing("webhook_address"));
    assert_eq!(settings.task_token().unwrap_err(), SettingsError::Missing("task_token"));
}

#[test]
fn every_variable_is_read_into_its_field() {
    let long = "s".repeat(32);
    let settings = Settings::from_pairs([
        ("keyring", KEYRING),
        ("delivery", "webhook"),
        ("demo", "false"),
        ("public_address", "https://Gate.example.org"),
        ("client_address_header", "X-Forwarded-For"),
        ("notify_address", "https://notify.example.org"),
        ("webhook_address", "https://letters.example.org/in?x=1"),
        ("webhook_secret", &long),
        ("task_token", &long),
    ])
    .unwrap();
    assert_eq!(settings.keyring().unwrap().reveal().as_str(), KEYRING);
    assert_eq!(settings.delivery(), Ok(Delivery::Webhook));
    assert_eq!(settings.public_address().unwrap().at("/s/elm/"), "https://gate.example.org/s/elm/");
    assert_eq!(settings.client_address_header.as_str(), "x-forwarded-for");
    assert_eq!(settings.notify_address.as_str(), "https://notify.example.org");
    let (address, secret) = settings.webhook().unwrap();
    assert_eq!(address.uri().to_string(), "https://letters.example.org/in?x=1");
    assert_eq!(secret.reveal().as_str(), long);
    assert_eq!(settings.task_token().unwrap().reveal().as_str(), long);
}

#[test]
fn the_outbox_cannot_be_switched_on_in_production() {
    assert!(problem(&[("delivery", "outbox")]).contains("needs demo"));
    assert!(problem(&[("delivery", "outbox"), ("demo", "false")]).contains("needs demo"));
    let demo = Settings::from_pairs([("delivery", "outbox"), ("demo", "true")]).unwrap();
    assert_eq!(demo.delivery(), Ok(Delivery::Outbox));
}

#[test]
fn plain_http_is_for_demonstrations_and_this_machine() {
    assert!(problem(&[("public_address", "http://gate.example.org")]).contains("https"));
    assert!(Settings::from_pairs([("public_address", "http://gate.example.org"), ("demo", "true")]).is_ok());
    assert!(Settings::from_pairs([("public_address", "http://127.0.0.1:3000")]).is_ok());
}

#[test]
fn a_wrong_value_is_refused_by_name() {
    for (name, value) in [
        ("keyring", "short"),
        ("delivery", "pigeon"),
        ("demo", "yes"),
        ("public_address", "https://gate.example.org/"),
        ("public_address", "https://gate.example.org/path"),
        ("public_address", "https://user:word@gate.example.org"),
        ("public_address", "gate.example.org"),
        ("public_address", "ftp://gate.example.org"),
        ("client_address_header", "two words"),
        ("notify_address", "https://"),
        ("webhook_address", "/in"),
        ("webhook_secret", "short"),
        ("task_token", "short"),
    ] {
        let error = Settings::from_pairs([(name, value)]).unwrap_err();
        assert!(
            matches!(error, SettingsError::Wrong { name: named, .. } if named == name),
            "{name} = {value}: {error:?}"
        );
    }
}

#[test]
fn debug_shows_no_secret() {
    let long = "planted-secret-planted-secret-planted";
    let settings = Settings::from_pairs([
        ("keyring", KEYRING),
        ("webhook_address", "https://letters.example.org/planted-path"),
        ("webhook_secret", long),
        ("task_token", long),
    ])
    .unwrap();
    let shown = format!("{settings:?}");
    assert!(!shown.contains("planted") && !shown.contains("30313233"), "{shown}");
}

proptest! {
    #[test]
    fn no_value_panics_and_no_error_shows_it(name in prop::sample::select(Settings::NAMES.to_vec()), value in "\\PC{0,80}") {
        if let Err(error) = Settings::from_pairs([(name, value.as_str())])
            && value.len() > 12
        {
            prop_assert!(!error.to_string().contains(&value));
        }
    }
}
