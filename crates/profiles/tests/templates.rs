//! The five templates in `content/profiles`: that each says what its policy asks for, in every language.

use std::collections::BTreeSet;

use permission_rules::{LawfulBasis, Subject};
use profiles::{
    AskedFrom, Crest, LeaverPictures, Office, Profile, ProfileFields, SchoolKind, SchoolSettings, WithdrawalWay,
};
use school_types::{KeyStage, Language, Text};
use signpost_rules::LocalKind;

fn template(id: &str) -> Option<Profile> {
    Profile::template(id).ok().flatten()
}

fn texts(profile: &Profile) -> Vec<(String, &Text)> {
    let mut texts = vec![("title".to_owned(), &profile.title)];
    texts.extend(profile.pupil_view.hint.iter().map(|hint| ("hint".to_owned(), hint)));
    for purpose in &profile.purposes {
        let parts = [&purpose.title, &purpose.what, &purpose.why, &purpose.where_shown, &purpose.how_long];
        texts.extend(parts.map(|text| (purpose.id.to_string(), text)));
    }
    texts
}

#[test]
fn there_is_one_template_for_each_of_the_five_policies() {
    let profiles = Profile::templates().unwrap();
    let based: Vec<_> = profiles.iter().map(|p| (p.id.as_str(), p.based_on.policy.as_str())).collect();
    assert_eq!(based, [("p0", "P0"), ("p1", "P1"), ("p2", "P2"), ("p3", "P3"), ("p4", "P4")]);
    assert_eq!(Profile::template("p9"), Ok(None));
}

#[test]
fn every_template_shows_how_the_area_s_contacts_and_the_school_s_website_are_entered() {
    for profile in Profile::templates().unwrap() {
        for kind in LocalKind::ALL {
            let contact = profile.local_contacts.get(*kind).unwrap();
            let made_up = |value: &str| value.starts_with("01632 960") || value.ends_with(".example.org");
            assert!(contact.ways().iter().all(|way| made_up(way.contact.value())), "{} {kind}", profile.id);
            assert!(contact.source().iter().all(|page| page.contains(".example.org/")), "{} {kind}", profile.id);
        }
        assert_eq!(profile.embed_origins, ["https://www.school.example.org"]);
        let kept = serde_json::to_string(&profile).unwrap();
        assert_eq!(serde_json::from_str::<Profile>(&kept).unwrap(), profile);
    }
}

#[test]
fn every_text_is_written_in_english_and_in_welsh_and_differs() {
    for profile in Profile::templates().unwrap() {
        assert_eq!(profile.languages, Language::ALL);
        for (what, text) in texts(&profile) {
            assert!(text.has(Language::Cy), "{} {what}", profile.id);
            assert_ne!(text.get(Language::Cy), text.get(Language::En), "{} {what}", profile.id);
        }
    }
}

/// What R1 to R3 list, and the purposes that stand for it.
const ASKED: [(&str, &[&str]); 10] = [
    ("school website", &["website-group"]),
    ("school social media", &["social-media-group"]),
    ("newsletter and prospectus", &["newsletter-prospectus"]),
    ("local press", &["local-press"]),
    ("displays in school", &["displays"]),
    ("learning platform", &["learning-platform"]),
    ("recordings of plays and events", &["plays-events"]),
    ("official school photographer", &["photographer"]),
    ("a recognisable picture of one pupil (R2)", &["one-pupil", "one-pupil-website"]),
    ("publishing a pupil's work (R3)", &["work-online"]),
];

#[test]
fn every_purpose_is_decided_on_its_own_wherever_the_policy_knows_it() {
    for profile in Profile::templates().unwrap() {
        let ids: BTreeSet<_> = profile.purposes.iter().map(|p| p.id.as_str()).collect();
        for (what, stands_for) in ASKED {
            let there = stands_for.iter().any(|id| ids.contains(id));
            // P2 Managing Digital Content: online, pictures go on the school's website and nowhere else.
            let known = !(profile.id.as_str() == "p2" && what == "school social media");
            assert_eq!(there, known, "{}: {what}", profile.id);
        }
    }
}

#[test]
fn a_picture_of_one_pupil_and_a_pupils_work_need_consent_of_their_own() {
    for profile in Profile::templates().unwrap() {
        for purpose in profile.purposes.iter().filter(|p| p.id.as_str().starts_with("one-pupil")) {
            assert_eq!((purpose.subject, purpose.basis), (Subject::SinglePicture, LawfulBasis::Consent));
        }
        let work = profile.purpose(&"work-online".parse().unwrap()).unwrap();
        assert_eq!((work.subject, work.basis), (Subject::Work, LawfulBasis::Consent));
        assert!(work.what.get(Language::En).contains("full name is never shown"), "{}", profile.id);
    }
}

#[test]
fn what_anybody_can_see_always_needs_consent() {
    let public = ["website-group", "social-media-group", "newsletter-prospectus", "local-press"];
    for profile in Profile::templates().unwrap() {
        for purpose in profile.purposes.iter().filter(|p| public.contains(&p.id.as_str())) {
            assert_eq!(purpose.basis, LawfulBasis::Consent, "{} {}", profile.id, purpose.id);
            assert_eq!(purpose.subject, Subject::GroupPicture, "{} {}", profile.id, purpose.id);
        }
    }
}

#[test]
fn both_kinds_of_lawful_basis_are_in_use() {
    let notices = |id: &str| -> Vec<_> {
        let profile = template(id).unwrap();
        let told = profile.purposes.iter().filter(|p| p.basis.is_notice());
        told.map(|p| (p.id.to_string(), p.basis)).collect()
    };
    for id in ["p0", "p1", "p2"] {
        assert_eq!(notices(id), [], "{id} asks for consent throughout");
    }
    let public_task = |id: &str| (id.to_owned(), LawfulBasis::PublicTask);
    let photographer = ("photographer".to_owned(), LawfulBasis::LegitimateInterests);
    assert_eq!(notices("p3"), [public_task("learning-platform"), public_task("displays"), photographer]);
    assert_eq!(notices("p4"), [public_task("learning-platform"), public_task("displays")]);
}

#[test]
fn each_purpose_names_where_it_comes_from() {
    for profile in Profile::templates().unwrap() {
        for purpose in &profile.purposes {
            let from_policy = purpose.source.starts_with(&profile.based_on.policy);
            let from_rows = profile.based_on.rows.iter().any(|row| purpose.source.ends_with(row.as_str()));
            assert!(from_policy || from_rows, "{} {}: {}", profile.id, purpose.id, purpose.source);
        }
    }
}

#[test]
fn the_church_primary_deletes_pictures_when_a_child_leaves() {
    let profile = template("p0").unwrap();
    assert_eq!(profile.leavers.pictures, LeaverPictures::DeleteOnLeaving);
    assert_eq!(profile.pupil_view.asked_from, AskedFrom::Never);
}

#[test]
fn the_special_school_teaches_every_stage_keeps_pictures_three_years_and_takes_withdrawals_in_writing() {
    let profile = template("p2").unwrap();
    assert_eq!(profile.kind, SchoolKind::Special);
    assert_eq!(profile.key_stages.last(), Some(&KeyStage::Ks5));
    assert_eq!(profile.leavers.pictures, LeaverPictures::KeepYears(3));
    assert_eq!(profile.pupil_view.asked_from, AskedFrom::KeyStage(KeyStage::Ks3));
    assert_eq!(profile.withdrawal.ways, [WithdrawalWay::Online, WithdrawalWay::InWriting]);
}

#[test]
fn a_single_pupil_in_print_and_online_are_two_decisions_in_p4() {
    let profile = template("p4").unwrap();
    let single: Vec<_> =
        profile.purposes.iter().map(|p| p.id.as_str()).filter(|id| id.starts_with("one-pupil")).collect();
    assert_eq!(single, ["one-pupil-website", "one-pupil-print"]);
}

#[test]
fn no_text_promises_to_keep_pictures_of_leavers_where_the_school_deletes_them() {
    for profile in Profile::templates().unwrap() {
        let keeps = profile.purposes.iter().any(|p| {
            let how_long = p.how_long.get(Language::En);
            how_long.contains("years after")
                || how_long.contains("year after your")
                || how_long.contains("years after your")
                || how_long.contains("most after")
        });
        assert_eq!(keeps, profile.leavers.pictures != LeaverPictures::DeleteOnLeaving, "{}", profile.id);
    }
}

#[test]
fn a_schools_settings_come_back_from_the_store_as_they_were_written() {
    for template in Profile::templates().unwrap() {
        let office = Office {
            telephone: "01632 960111".into(),
            e_mail: "office@elm-street.example.org".into(),
            address: vec!["1 Elm Street".into(), "Exampleton".into()],
        };
        let profile = template
            .with(|fields| {
                fields.office = office.clone();
                fields.accent = profiles::Colour([1, 2, 3]);
            })
            .unwrap();
        let settings =
            SchoolSettings::new("elm-street".parse().unwrap(), Text::english("Elm Street School"), profile).unwrap();
        let stored = serde_json::to_string(&settings).unwrap();
        assert_eq!(serde_json::from_str::<SchoolSettings>(&stored).unwrap(), settings);
        assert_eq!(settings.profile().office, office);
    }
}

/// The store's seal shows any change; what reads back is at least of the right shape.
#[test]
fn a_schools_settings_of_another_shape_are_refused() {
    let settings =
        SchoolSettings::new("elm-street".parse().unwrap(), Text::english("Elm Street School"), template("p0").unwrap())
            .unwrap();
    let stored = serde_json::to_string(&settings).unwrap();
    for (good, bad) in [
        ("\"elm-street\"", "\"Elm Street\""),
        ("\"version\":1", "\"version\":-1"),
        ("#7a1f3d", "red"),
        ("\"sign_in\"", "\"sign_out\""),
    ] {
        let spoilt = stored.replacen(good, bad, 1);
        assert_ne!(spoilt, stored, "{good}");
        assert!(serde_json::from_str::<SchoolSettings>(&spoilt).is_err(), "{bad}");
    }
}

#[test]
fn fields_from_anywhere_else_are_checked_again() {
    let stored = serde_json::to_string(&template("p0").unwrap()).unwrap();
    for (good, bad) in [("\"version\":1", "\"version\":0"), ("<path d=", "<script d=")] {
        let spoilt = stored.replacen(good, bad, 1);
        assert_ne!(spoilt, stored, "{good}");
        let fields: ProfileFields = serde_json::from_str(&spoilt).unwrap();
        assert!(Profile::new(fields).is_err(), "{bad}");
    }
    let spaced = template("p0").unwrap().with(|fields| fields.crest = read(&format!("\n{}\n", fields.crest.as_svg())));
    assert_eq!(spaced.unwrap(), template("p0").unwrap());
}

#[expect(clippy::unwrap_used, reason = "a test's own crest is JSON text")]
fn read(svg: &str) -> Crest {
    serde_json::from_value(svg.into()).unwrap()
}

#[test]
fn a_school_without_a_name_is_refused() {
    for name in ["", "  ", "Elm\nStreet", &"E".repeat(81)] {
        assert!(
            SchoolSettings::new("elm".parse().unwrap(), Text::english(name), template("p0").unwrap()).is_err(),
            "{name:?}"
        );
    }
}
