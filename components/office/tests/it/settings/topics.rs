use letters::Kind;
use profiles::AskedFrom;
use records::{AuditEvent, SettingsPart, TokenScope};
use school_types::{Language, PurposeId, Role, YearGroup};
use signpost_rules::LocalKind;

use super::{at, open};
use crate::harness::Setup;

/// Every topic with one page: its path, a field, something it takes, something it refuses.
const TOPICS: [(&str, &str, &str, &str); 11] = [
    ("name", "name-en", "Elm Street School", ""),
    ("languages", "languages", "en", "fr"),
    ("accent", "accent", "#ffee00", "yellow"),
    (
        "crest",
        "crest",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>",
        "<svg/>",
    ),
    ("office", "telephone", "01632 960555", "call us"),
    ("sign-in", "letter-codes", "no", "perhaps"),
    ("pupil-view", "from", "year-4", "year-40"),
    ("websites", "websites", "https://www.elm.example.org/", "https://*.example.org"),
    (
        "publication",
        "names",
        "Wilhelmina Ashdown",
        "A name that goes on and on and on and on and on and on and on and on and on and on and on",
    ),
    ("privacy", "details-years", "6", "six"),
    ("area/lado", "phone", "01632 960777", "ring the council"),
];

#[test]
fn every_topic_takes_what_is_right_and_keeps_what_was_typed_wrong() {
    let setup = Setup::new();
    let mut administrator = setup.person("Ada Quill", Role::Administrator);
    // Elm Street begins with answers of its own where the template's would already be what is sent.
    for (path, field, good, bad) in TOPICS {
        let before = setup.settings();
        let page = open(&mut administrator, path);
        let mut form = page.form(&format!("/settings/{path}"));
        if path == "pupil-view" {
            form = form.with("hint-en", "Ask them at supper").with("hint-cy", "Gofynnwch iddynt amser swper");
        }
        let refused = administrator.submit(&form.clone().with(field, bad));
        assert_eq!(refused.status(), 422, "{path}");
        assert_eq!(setup.settings(), before, "{path} was changed by something wrong");
        assert!(!refused.texts("[class*=error]").is_empty(), "{path} does not say what is wrong");
        if !["languages", "sign-in", "pupil-view"].contains(&path) {
            let shown = refused.form(&format!("/settings/{path}"));
            let kept = shown.value(field).unwrap_or_default().trim_start_matches('\n').to_owned();
            assert_eq!(kept, bad, "{path} forgot what was typed");
        }

        let saved = administrator.submit(&form.with(field, good));
        assert_eq!(saved.status(), 200, "{path}: {}", saved.text());
        assert!(saved.text().contains("Saved"), "{path}: {}", saved.text());
        assert_ne!(setup.settings(), before, "{path} was not saved");
    }
    let now = setup.settings();
    let profile = now.profile();
    assert_eq!(now.name().get(Language::En), "Elm Street School");
    assert_eq!(profile.languages, [Language::En]);
    assert_eq!((profile.office.telephone.as_str(), profile.sign_in.letter_codes), ("01632 960555", false));
    assert_eq!(profile.pupil_view.asked_from, AskedFrom::Year(YearGroup::new(4).unwrap()));
    assert_eq!(profile.embed_origins, ["https://www.elm.example.org"]);
    assert_eq!(profile.publication.allowed_names, ["Wilhelmina Ashdown"]);
    let lado = profile.local_contacts.get(LocalKind::Lado).unwrap();
    assert_eq!(lado.ways()[0].contact.value(), "01632 960777");
    assert_eq!(lado.last_verified(), "2026-03-03".parse().unwrap());
    let settings_changed =
        |event: &AuditEvent| matches!(event, AuditEvent::SettingsChanged { what: SettingsPart::Topic(_) });
    assert_eq!(setup.done().iter().filter(|event| settings_changed(event)).count(), TOPICS.len());
    let trail = serde_json::to_string(&setup.done()).unwrap();
    for typed in ["Wilhelmina", "01632", "Elm Street School", "elm.example.org"] {
        assert!(!trail.contains(typed), "the trail holds {typed}");
    }
}

#[test]
fn a_contact_that_is_saved_unchanged_keeps_all_its_ways_and_is_compared_today() {
    let setup = Setup::new();
    let mut administrator = setup.person("Ada Quill", Role::Administrator);
    for kind in LocalKind::ALL {
        let before = setup.settings().profile().local_contacts.get(*kind).cloned().unwrap();
        let page = open(&mut administrator, &format!("area/{kind}"));
        administrator.submit(&page.form(&format!("/area/{kind}")));
        let after = setup.settings().profile().local_contacts.get(*kind).cloned().unwrap();
        assert_eq!((after.ways(), after.name(), after.source()), (before.ways(), before.name(), before.source()));
        assert_eq!(after.last_verified(), "2026-03-03".parse().unwrap());
    }
    let page = open(&mut administrator, "area/prevent");
    administrator.submit(&page.form("/area/prevent").with("step", "remove"));
    assert!(setup.settings().profile().local_contacts.prevent.is_none());
}

#[test]
fn a_colour_too_pale_to_read_is_shown_corrected_before_it_is_saved() {
    let setup = Setup::new();
    let mut administrator = setup.person("Ada Quill", Role::Administrator);
    let page = open(&mut administrator, "accent");
    let before = setup.settings();
    let looked = administrator.submit(&page.form("/accent").with("accent", "#ffee00").with("step", "look"));
    assert_eq!(looked.status(), 200);
    let colours = looked.attributes("svg.swatch rect", "fill");
    assert_eq!(colours[0], "#ffee00");
    assert_ne!(colours[1], "#ffee00");
    assert_eq!(setup.settings(), before);
}

#[test]
fn a_crest_is_taken_as_a_file_in_place_of_the_text() {
    let setup = Setup::new();
    let mut administrator = setup.person("Ada Quill", Role::Administrator);
    let page = open(&mut administrator, "crest");
    let form = page.form("/crest");
    let drawing = "\u{feff}<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 2\"><circle r=\"1\"/></svg>";
    let mut body = String::new();
    for name in form.names() {
        if name == "crest-file" {
            continue;
        }
        let value = form.value(name).unwrap();
        body.push_str(&format!("--sep\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
    }
    body.push_str(&format!(
        "--sep\r\ncontent-disposition: form-data; name=\"crest-file\"; filename=\"c.svg\"\r\ncontent-type: image/svg+xml\r\n\r\n{drawing}\r\n--sep--\r\n"
    ));
    let kind = "multipart/form-data; boundary=sep";
    let answer = administrator.send(http::Method::POST, &at("settings/crest"), Some((kind, body.into())), &[]);
    assert_eq!(answer.status, 303, "{}", answer.body);
    assert!(setup.settings().profile().crest.as_svg().contains("circle"));
}

#[test]
fn only_whom_the_profile_names_changes_what_families_are_asked_and_they_know_that_families_are_asked_again() {
    let setup = Setup::new();
    let purpose = setup.settings().profile().purposes[0].clone();
    let path = format!("purposes/{}", purpose.id);
    let mut administrator = setup.person("Ada Quill", Role::Administrator);
    let page = open(&mut administrator, &path);
    assert!(page.text().contains("Only the head can change"), "{}", page.text());
    assert!(page.forms().iter().all(|form| !form.action.contains("purposes")));
    let mut head = setup.person("Hester Vane", Role::Head);
    let page = open(&mut head, &path);
    assert!(page.text().contains("asked again"), "{}", page.text());
    let form = page.form("/purposes/").with("what-en", "Pictures of groups at work");
    assert_eq!(administrator.submit_once(&form).status, 403, "somebody else's form, and not theirs to decide");
    let refused = head.submit(&form);
    assert_eq!(refused.status(), 422);
    assert!(refused.text().contains("Tick this"));
    assert_eq!(setup.settings().profile().purposes[0], purpose);
    let saved = head.submit(&form.with("again", "yes"));
    assert!(saved.text().contains("asked again the next time"), "{}", saved.text());
    let changed = setup.settings().profile().purposes[0].clone();
    assert_eq!((changed.version, changed.what.get(Language::En)), (purpose.version + 1, "Pictures of groups at work"));
    assert_eq!(changed.what.get(Language::Cy), purpose.what.get(Language::Cy));
}

/// A question of the school's own, filled in.
fn added(head: &mut testkit::Browser) -> (PurposeId, testkit::Form) {
    let list = open(head, "purposes");
    let path = list.link("/purposes/own-");
    let id: PurposeId = path.rsplit('/').next().unwrap().parse().unwrap();
    let mut form = open(head, &format!("purposes/{id}")).form("/purposes/");
    for field in ["title", "what", "why", "where", "how-long"] {
        form = form
            .with(&format!("{field}-en"), "Our own podcast")
            .with(&format!("{field}-cy"), "Ein podlediad ein hunain");
    }
    let chosen = [("subject", "recording"), ("basis", "consent"), ("source", "Online safety policy, 6")];
    (id, chosen.into_iter().fold(form, |form, (field, value)| form.with(field, value)))
}

#[test]
fn a_school_adds_a_question_of_its_own_once_and_what_was_typed_wrong_is_kept() {
    let setup = Setup::new();
    let before = setup.settings();
    let mut head = setup.person("Hester Vane", Role::Head);
    let (id, form) = added(&mut head);
    let refused = head.submit(&form.clone().with("basis", "because").with("why-en", ""));
    assert_eq!(refused.status(), 422);
    assert_eq!(
        refused.form("/purposes/").value("what-en").map(|kept| kept.trim().to_owned()),
        Some("Our own podcast".into())
    );
    assert_eq!(setup.settings(), before);
    for _ in 0..2 {
        let saved = head.submit(&form);
        assert!(saved.text().contains("Families are asked this question the next time"), "{}", saved.text());
    }
    let now = setup.settings();
    let purposes = &now.profile().purposes;
    assert_eq!(purposes.len(), before.profile().purposes.len() + 1, "the same form is one question");
    let own = purposes.last().unwrap();
    assert_eq!((&own.id, own.version, own.title.get(Language::Cy)), (&id, 1, "Ein podlediad ein hunain"));
    assert_eq!(purposes[..purposes.len() - 1], before.profile().purposes[..], "the others are as they were");

    let mut administrator = setup.person("Ada Quill", Role::Administrator);
    let list = open(&mut administrator, "purposes");
    assert!(list.text().contains("Our own podcast") && !list.text().contains("Add a question"), "{}", list.text());
    let unknown = administrator.open(&at("settings/purposes/never-asked"));
    assert_eq!(unknown.status(), 404);
}

#[test]
fn a_question_is_paused_and_asked_again_and_once_retired_never_comes_back() {
    let setup = Setup::new();
    let before = setup.settings();
    let id = before.profile().purposes[0].id.clone();
    let mut head = setup.person("Hester Vane", Role::Head);
    let path = format!("purposes/{id}/state");
    let change = |head: &mut testkit::Browser, state: &str, sure: bool| {
        let form = open(head, &path).form("/state").with("state", state);
        head.submit(&if sure { form.with("sure", "yes") } else { form })
    };
    assert!(change(&mut head, "paused", false).text().contains("Saved"));
    let paused = setup.settings();
    assert!(paused.profile().purpose(&id).is_none() && paused.profile().any_purpose(&id).is_some());
    let closed = open(&mut head, &format!("purposes/{id}"));
    assert!(closed.text().contains("This question is paused"), "{}", closed.text());
    assert!(change(&mut head, "asked", false).text().contains("Saved"));
    assert_eq!(setup.settings(), before, "at its place, as it was");

    let open_still = open(&mut head, &path).form("/state").with("state", "paused");
    let refused = change(&mut head, "retired", false);
    assert_eq!(refused.status(), 422);
    assert!(refused.text().contains("Tick this"), "{}", refused.text());
    assert!(change(&mut head, "retired", true).text().contains("This question is retired"));
    let retired = setup.settings();
    let late = head.submit(&open_still);
    assert_eq!(late.status(), 422, "{}", late.text());
    assert_eq!(setup.settings(), retired);
    assert_eq!(setup.done().len(), 3);
}

#[test]
fn the_last_question_cannot_be_paused() {
    let setup = Setup::new();
    let mut head = setup.person("Hester Vane", Role::Head);
    let ids: Vec<_> = setup.settings().profile().purposes.iter().map(|purpose| purpose.id.clone()).collect();
    for (place, id) in ids.iter().enumerate() {
        let form = open(&mut head, &format!("purposes/{id}/state")).form("/state").with("state", "paused");
        let answer = head.submit(&form);
        assert_eq!(answer.status(), if place + 1 < ids.len() { 200 } else { 422 }, "{}", answer.text());
    }
    assert_eq!(setup.settings().profile().purposes.len(), 1);
}

#[test]
fn another_profile_can_be_chosen_until_a_family_has_answered() {
    use testkit::installation::{ELM, WILHELMINA, school};
    let setup = Setup::new();
    let mut administrator = setup.person("Ada Quill", Role::Administrator);
    let before = setup.settings();
    let page = open(&mut administrator, "profile");
    assert_eq!(page.choices("profile"), ["p0", "p1", "p2", "p3", "p4"]);
    administrator.submit(&page.form("/profile").with("profile", "p4"));
    let now = setup.settings();
    assert_eq!((now.profile().id.as_str(), &now.profile().office), ("p4", &before.profile().office));

    let child = setup.installation.child(ELM, &WILHELMINA);
    let records = &setup.installation.records;
    let roll = records::RollEvent::Changed {
        listed: vec![records::Enrolled { child, class: "3B".to_owned().into() }],
        left: Vec::new(),
    };
    let form = open(&mut administrator, "profile").form("/profile").with("profile", "p0");
    futures::executor::block_on(records.roll(&school(ELM)).append(&roll, None)).unwrap();
    setup.installation.flag(ELM, &WILHELMINA, true);
    let refused = open(&mut administrator, "profile");
    assert!(refused.text().contains("can no longer be changed"), "{}", refused.text());
    assert_eq!(administrator.submit(&form).status(), 422);
    assert_eq!(setup.settings().profile().id.as_str(), "p4");
}

#[test]
fn an_administrator_sends_themself_a_letter_to_see_that_letters_arrive() {
    let setup = Setup::new();
    let mut administrator = setup.person("Ada Quill", Role::Administrator);
    let page = open(&mut administrator, "letters");
    assert!(page.text().contains("outbox"), "{}", page.text());
    let form = page.form("/letters/test");
    let sent = administrator.submit(&form);
    assert!(sent.text().contains("We have sent you a test email"), "{}", sent.text());
    administrator.submit(&form);
    let letters = setup.letters();
    assert_eq!(letters.len(), 1, "the same form is one letter");
    assert_eq!(
        (letters[0].letter.kind, letters[0].letter.to.reveal().as_str()),
        (Kind::Test, "ada@elm-street.example.org")
    );
}

#[test]
fn a_token_is_shown_once_lets_a_program_in_and_is_ended() {
    use testkit::installation::{ELM, school};
    let setup = Setup::new();
    let mut administrator = setup.person("Ada Quill", Role::Administrator);
    let page = open(&mut administrator, "tokens");
    let form = page.form("/tokens");
    assert_eq!(administrator.submit(&form).status(), 422, "a token without a label");
    let form = form.with("label", "Our own system");
    let mark = setup.installation.store.mark();
    let page = administrator.submit(&form);
    assert_eq!(page.status(), 422, "a token for nothing");
    assert_eq!(setup.installation.store.writes_since(mark), []);
    assert_eq!(page.value("label").as_deref(), Some("Our own system"));
    let form = form.with("scopes", "pupils-and-contacts");
    let made = administrator.submit(&form);
    assert!(made.text().contains("Send lists of pupils and contacts"), "what it may do is shown with it");
    let token = made.texts("main strong").pop().unwrap();
    assert_eq!(token.len(), 64);
    let allowed = || {
        let records = &setup.installation.records;
        futures::executor::block_on(records.token_scopes(&school(ELM), &token)).unwrap()
    };
    assert_eq!(allowed(), Some([TokenScope::PupilsAndContacts].into()));
    let again = administrator.submit(&form);
    assert!(!again.text().contains(&token) && again.text().contains("was created before"), "{}", again.text());
    let list = open(&mut administrator, "tokens");
    assert!(
        list.text().contains("Our own system")
            && list.text().contains("Send lists of pupils")
            && !list.text().contains(&token)
    );
    assert_eq!(list.texts("table tbody tr").len(), 1);
    let ended = administrator.submit(&list.form("/end"));
    assert!(ended.text().contains("The token is revoked"), "{}", ended.text());
    assert_eq!(allowed(), None);
    assert_eq!(setup.done(), [AuditEvent::TokenMade, AuditEvent::TokenEnded]);
}

#[test]
fn the_checklist_asks_for_the_safeguarding_lead_and_what_the_notices_have_to_say() {
    let setup = Setup::new();
    let mut administrator = setup.person("Ada Quill", Role::Administrator);
    let done = |administrator: &mut testkit::Browser| administrator.open(&at("set-up")).texts(".todo-done").len();
    let before = done(&mut administrator);

    let page = open(&mut administrator, "safeguarding-lead");
    let form = page.form("/safeguarding-lead");
    // A name without a way of reaching them helps nobody, and a way without a name is nobody's.
    for (field, value) in [("name", "Mrs Marsh"), ("telephone", "01632 960555")] {
        assert_eq!(administrator.submit(&form.clone().with(field, value)).status(), 422, "{field}");
    }
    let saved = administrator.submit(&form.with("name", "Mrs Marsh").with("telephone", "01632 960555"));
    assert_eq!(saved.status(), 200, "{}", saved.text());
    assert_eq!(setup.settings().profile().safeguarding_lead.as_ref().unwrap().name, "Mrs Marsh");
    assert_eq!(done(&mut administrator), before + 1);

    let form = open(&mut administrator, "privacy").form("/privacy");
    let form = form.with("name", "Data Help Ltd").with("e-mail", "dpo@example.org");
    administrator.submit(&form.clone().with("details-years", "1"));
    assert_eq!(done(&mut administrator), before + 1, "two times of keeping are missing");
    let form = open(&mut administrator, "privacy").form("/privacy");
    administrator.submit(&form.with("answers-years", "6").with("audit-years", "2"));
    assert_eq!(done(&mut administrator), before + 2);

    let form = open(&mut administrator, "accessibility").form("/accessibility");
    administrator.submit(&form);
    assert_eq!(done(&mut administrator), before + 3);
    assert!(setup.settings().profile().accessibility.reviewed.is_some());
}

#[test]
fn the_checklist_says_what_is_missing_and_what_is_done() {
    let setup = Setup::new();
    let mut administrator = setup.person("Ada Quill", Role::Administrator);
    let missing = administrator.open(&at("set-up"));
    let before = missing.texts(".todo-done").len();
    assert!(missing.text().contains("This is still our example"), "{}", missing.text());
    let page = open(&mut administrator, "websites");
    administrator.submit(&page.form("/websites").with("websites", "https://www.elm.example.org"));
    let after = administrator.open(&at("set-up")).texts(".todo-done").len();
    assert_eq!(after, before + 1);
    assert_eq!(missing.texts(".todo").len(), 15);
    for link in missing.links("/office/") {
        assert!(!link.contains('?'), "{link}");
    }
}
