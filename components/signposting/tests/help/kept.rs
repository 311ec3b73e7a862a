//! What is kept for those who ask the same is what each of them would have been told.

use futures::executor::block_on;
use http::Method;
use profiles::{Colour, SettingsChange};
use proptest::prelude::*;
use records::SettingsEvent;
use signpost_rules::{Audience, Situation};
use testkit::Application;

use crate::harness::{Setup, raw};

const HOURS: [&str; 4] =
    ["2026-11-24T10:00:10Z", "2026-11-24T10:00:50Z", "2026-11-24T23:30:00Z", "2026-12-25T12:00:00Z"];

/// One request: its address and the headers that count.
fn asked() -> impl Strategy<Value = (String, Option<&'static str>)> {
    let audience = prop::sample::select(Audience::ALL);
    let situation = prop::sample::select(&Situation::ALL[..4]);
    let place = prop::sample::select(vec!["/s/elm-street/help", "/s/elm-street/help/api/v1", "/embed/elm-street/help"]);
    let rest = prop::sample::select(vec!["", "&age=7", "&age=15", "&age=x", "&lang=cy", "&at=2026-03-03T03:00"]);
    let cookie =
        prop::sample::select(vec![None, Some("__Host-sg-lang=cy"), Some("__Host-sg-visit=AAAAAAAAAAAAAAAAAAAAAA")]);
    (place, audience, situation, rest, cookie).prop_map(|(place, audience, situation, rest, cookie)| {
        (format!("{place}?audience={audience}&situation={situation}{rest}"), cookie)
    })
}

fn told(application: &Application, (address, cookie): &(String, Option<&str>)) -> String {
    let headers: Vec<_> = cookie.iter().map(|cookie| ("cookie", *cookie)).collect();
    let response = raw(application, Method::GET, address, &headers);
    format!("{:?} {:?} {:?}", response.status(), response.headers(), response.body())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_is_told_what_was_kept_for_another_question(
        asked in prop::collection::vec((asked(), 0..HOURS.len(), any::<bool>()), 1..24),
    ) {
        let setup = Setup::new();
        for (shade, (asked, hour, is_painted)) in asked.iter().enumerate() {
            if *is_painted {
                let accent = SettingsChange::Accent(Colour([shade as u8; 3]));
                let school = setup.installation.records.school(&"elm-street".parse().unwrap());
                block_on(school.append(&SettingsEvent::Changed(Box::new(accent)), None)).unwrap();
            }
            setup.at(HOURS[*hour]);
            // Only the first of the two has answered before.
            let (kept, afresh) = (told(&setup.application, asked), told(&setup.afresh(), asked));
            prop_assert_eq!(kept, afresh, "{:?}", asked);
        }
    }
}
