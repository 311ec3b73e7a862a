use futures::{executor::block_on, future::join};
use profiles::Colour;
use school_types::{Language, Role};

use super::{at, open};
use crate::harness::Setup;

#[test]
fn two_administrators_who_save_different_topics_lose_nothing_and_the_second_is_told_of_the_first() {
    let setup = Setup::new();
    let mut ada = setup.person("Ada Quill", Role::Administrator);
    let mut ben = setup.person("Ben Marsh", Role::Administrator);
    let (name, accent) = (open(&mut ada, "name"), open(&mut ben, "accent"));
    ada.submit(&name.form("/name").with("name-en", "Elm Street School"));
    let saved = ben.submit(&accent.form("/accent").with("accent", "#112233"));
    assert!(saved.text().contains("Saved"), "{}", saved.text());
    assert!(saved.text().contains("The school’s name: Ada Quill"), "{}", saved.text());
    let now = setup.settings();
    assert_eq!((now.name().get(Language::En), now.profile().accent), ("Elm Street School", Colour([0x11, 0x22, 0x33])));
    let list = ada.open(&at("settings"));
    assert!(list.text().contains("by Ben Marsh") && list.text().contains("by you"), "{}", list.text());
}

#[test]
fn whoever_saves_over_somebody_elses_change_sees_it_first_and_loses_nothing_typed() {
    let setup = Setup::new();
    let mut ada = setup.person("Ada Quill", Role::Administrator);
    let mut ben = setup.person("Ben Marsh", Role::Administrator);
    let (hers, his) = (open(&mut ada, "name"), open(&mut ben, "name"));
    ada.submit(&hers.form("/name").with("name-en", "Elm Street School"));
    let refused = ben.submit(&his.form("/name").with("name-en", "Elm Primary"));
    assert_eq!(refused.status(), 422);
    let text = refused.text();
    assert!(text.contains("Ada Quill saved this page") && text.contains("Elm Street School"), "{text}");
    assert_eq!(refused.value("name-en").as_deref(), Some("Elm Primary"), "what he typed is there");
    assert_eq!(setup.settings().name().get(Language::En), "Elm Street School");
    let saved = ben.submit(&refused.form("/name"));
    assert!(saved.text().contains("Saved"), "{}", saved.text());
    assert_eq!(setup.settings().name().get(Language::En), "Elm Primary");
}

#[test]
fn two_saves_of_one_topic_at_the_very_same_moment_are_both_kept_and_told() {
    let setup = Setup::new();
    let mut ada = setup.person("Ada Quill", Role::Administrator);
    let mut ben = setup.person("Ben Marsh", Role::Administrator);
    let hers = open(&mut ada, "name").form("/name").with("name-en", "Elm Street School");
    let his = open(&mut ben, "name").form("/name").with("name-en", "Elm Primary");
    let (one, other) = block_on(join(ada.sending(&hers), ben.sending(&his)));
    let answers = [ada.receive(&at("settings/name"), one), ben.receive(&at("settings/name"), other)];
    let told: Vec<String> = answers
        .iter()
        .zip([&mut ada, &mut ben])
        .map(|(answer, browser)| match answer.header("location") {
            "" => answer.body.clone(),
            location => browser.open(location).text(),
        })
        .collect();
    assert!(told.iter().any(|text| text.contains("Saved")), "{told:?}");
    assert!(
        told.iter().any(|text| text.contains("at the same moment") || text.contains("saved this page")),
        "{told:?}"
    );
}

#[test]
fn a_form_sent_twice_is_one_change() {
    let setup = Setup::new();
    let mut ada = setup.person("Ada Quill", Role::Administrator);
    let form = open(&mut ada, "name").form("/name").with("name-en", "Elm Street School");
    let before = setup.settings_events().len();
    let (first, second) = (ada.submit(&form), ada.submit(&form));
    assert_eq!((first.status().as_u16(), second.status().as_u16()), (200, 200));
    assert_eq!(setup.settings_events().len(), before + 1);
    assert_eq!(setup.done().len(), 1);
    let unchanged = ada.submit(&open(&mut ada.clone(), "name").form("/name"));
    assert!(unchanged.text().contains("No changes to save"), "{}", unchanged.text());
    assert_eq!(setup.settings_events().len(), before + 1);
}

#[test]
fn a_made_up_address_claims_no_save() {
    let setup = Setup::new();
    let mut ada = setup.person("Ada Quill", Role::Administrator);
    for query in ["saved=99&since=0", "saved=1&since=0", "saved=x", "saved=18446744073709551615&since=0"] {
        let page = open(&mut ada, &format!("name?{query}"));
        assert!(!page.text().contains("Every page of the school shows it"), "{query}");
    }
}

#[test]
fn nobody_but_an_administrator_opens_or_saves_settings() {
    let setup = Setup::new();
    let form = open(&mut setup.person("Ada Quill", Role::Administrator), "name").form("/name");
    let before = setup.settings_events().len();
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Administrator) {
        let mut other = setup.person("Otto Reed", role);
        for path in ["settings", "settings/name", "settings/tokens", "settings/letters", "set-up"] {
            let status = other.open(&at(path)).status();
            assert_eq!(status, 403, "{role:?} on {path}");
        }
        assert_eq!(other.submit_once(&form.clone().with("name-en", "Theirs")).status, 403, "{role:?}");
    }
    assert_eq!(setup.settings_events().len(), before);
    assert!(setup.done().is_empty());
}
