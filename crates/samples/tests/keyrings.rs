//! What each component can read of the sample schools' store with the keys that `spin.toml` gives it.

#![allow(clippy::unwrap_used, reason = "so a test fails")]

use std::{collections::BTreeMap, rc::Rc};

use clock::Clock;
use futures::executor::block_on;
use samples::{Collecting, Sample, Seeding, seed};
use school_types::SchoolId;
use vault::{Domain, Keyring, MasterKey, OpenError, Scope, Vault};

/// What none but parents' pages and the office may read.
const OF_PEOPLE: [Domain; 9] = [
    Domain::People,
    Domain::Permission,
    Domain::SignIn,
    Domain::Session,
    Domain::Receipt,
    Domain::Letters,
    Domain::Index,
    Domain::Form,
    Domain::Temporary,
];

fn master() -> MasterKey {
    MasterKey::from_bytes([7; 32])
}

/// The domains of each component.
fn components() -> BTreeMap<String, Vec<Domain>> {
    let manifest: toml::Table = include_str!("../../../spin.toml").parse().unwrap();
    let components = manifest["component"].as_table().unwrap().iter();
    let keys = |component: &toml::Value| {
        let keys = component.get("tool")?.get("schoolgate")?.get("keys")?.as_array()?.iter();
        Some(keys.map(|key| key.as_str().unwrap().parse().unwrap()).collect())
    };
    components.filter_map(|(name, component)| Some((name.clone(), keys(component)?))).collect()
}

#[test]
fn a_component_reads_what_it_works_with_and_no_pupil_opens_to_the_others() {
    let store = Rc::new(Collecting::default());
    let all = Sample::all().unwrap();
    let small: Vec<Sample> = all.into_iter().map(|sample| Sample { pupils: sample.pupils.min(6), ..sample }).collect();
    let clock = Clock::fixed("2026-11-22T08:00:00Z".parse().unwrap());
    let vault = Vault::new(master(), None).with_index_key(master());
    block_on(seed(Rc::clone(&store), vault, clock, &small, Seeding::Demonstration)).unwrap();
    let (values, _) = store.take();

    let components = components();
    assert_eq!(components.len(), 5);
    for (component, held) in &components {
        let vault = Vault::of(Keyring::derive(&master(), &master(), None, held.iter().copied()));
        let mut opened: BTreeMap<Domain, usize> = BTreeMap::new();
        for (key, sealed) in &values {
            let mut parts = key.split('/');
            let school: Option<SchoolId> = parts.next().unwrap().parse().ok();
            let domain: Domain = parts.next().unwrap().parse().unwrap();
            let of = |domain| match &school {
                Some(school) => Scope::school(school, domain),
                None => Scope::installation(domain),
            };
            let result = vault.open(&of(domain), key, sealed);
            assert_eq!(result.is_ok(), held.contains(&domain), "{component}: {key}");
            if result.is_ok() {
                *opened.entry(domain).or_default() += 1;
                continue;
            }
            assert_eq!(result, Err(OpenError::NoKey(domain)), "{component}: {key}");
            // Nor with any other key that it does hold.
            assert!(held.iter().all(|own| vault.open(&of(*own), key, sealed).is_err()), "{component}: {key}");
        }
        assert!(opened[&Domain::Settings] >= small.len(), "{component}");
        let of_people = OF_PEOPLE.iter().filter(|domain| held.contains(domain)).count();
        match component.as_str() {
            "consent-portal" | "office" => assert_eq!(of_people, OF_PEOPLE.len()),
            _ => assert_eq!(of_people, 0, "{component} can read of people"),
        }
    }
}
