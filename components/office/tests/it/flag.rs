//! The do-not-photograph flag (R8): the safeguarding lead's alone, without a reason, at once.

use http::StatusCode;
use permission_rules::PermissionEvent;
use records::AuditEvent;
use school_types::Role;
use testkit::{
    Browser, Form, MemoryStore,
    installation::{ELM, ODALYS, WILHELMINA},
};

use crate::{
    harness::Setup,
    pupils::{class, page_of, refuses_all_but, said, say},
};

fn press(setup: &Setup, browser: &mut Browser, button: &str) -> Form {
    browser.open(&format!("{}/flag", page_of(setup, &WILHELMINA))).form("/flag").with("flag", button)
}

fn flags(setup: &Setup) -> Vec<bool> {
    let set = said(setup, &WILHELMINA).into_iter().filter_map(|entry| match entry.event {
        PermissionEvent::DoNotPhotograph { set, .. } => Some(set),
        _ => None,
    });
    set.collect()
}

#[test]
fn the_flag_counts_at_once_and_is_lifted_as_if_it_had_never_been() {
    let setup = Setup::new();
    say(&setup, &WILHELMINA, &ODALYS, true, None);
    let mut lead = setup.with_role(Role::SafeguardingLead);
    let mut teacher = setup.with_role(Role::Teacher);
    let sheet = format!("{}/sheet", class(&setup, "5K"));
    let before = teacher.open(&sheet).text();
    let form = press(&setup, &mut lead, "set");
    let done = lead.submit(&form);
    assert!(done.text().contains("Done.") && done.text().contains("must not be in any picture"));
    assert!(teacher.open(&sheet).text().contains("No, not in any picture"));
    let form = press(&setup, &mut lead, "lift");
    lead.submit(&form);
    assert_eq!(teacher.open(&sheet).text(), before);
    assert_eq!(flags(&setup), [true, false]);
    let child = setup.installation.child(ELM, &WILHELMINA);
    let trail: Vec<_> = setup.trail(ELM).into_iter().map(|entry| entry.event).collect();
    assert!(trail.contains(&AuditEvent::FlagSet { child: child.clone() }));
    assert!(trail.contains(&AuditEvent::FlagLifted { child }));
}

#[test]
fn there_is_no_field_for_a_reason() {
    let setup = Setup::new();
    let mut lead = setup.with_role(Role::SafeguardingLead);
    let page = lead.open(&format!("{}/flag", page_of(&setup, &WILHELMINA)));
    assert_eq!(page.form("/flag").names(), ["form-token", "operation"]);
    assert!(page.attributes("main textarea, main input:not([type=hidden])", "name").is_empty());
}

#[test]
fn pressed_twice_it_is_set_once() {
    let setup = Setup::new();
    let mut lead = setup.with_role(Role::SafeguardingLead);
    let form = press(&setup, &mut lead, "set");
    lead.submit(&form);
    lead.submit(&form);
    assert_eq!(flags(&setup), [true]);
    for button in ["", "maybe"] {
        let answer = lead.submit_once(&form.clone().with("flag", button).with("operation", &"0".repeat(24)));
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    }
    assert_eq!(flags(&setup), [true]);
}

#[test]
fn a_crash_at_any_step_leaves_it_set_and_written_down_once() {
    let base = Setup::new();
    let mut browser = base.with_role(Role::SafeguardingLead);
    let form = press(&base, &mut browser, "set");
    for step in 0.. {
        let setup = base.copy();
        let mut lead = browser.at(&setup.application);
        MemoryStore::stop_at_step(&setup.installation.store, step);
        let answer = lead.submit_once(&form);
        let came_to_it = setup.installation.store.restart();
        if answer.status == StatusCode::SEE_OTHER {
            assert_eq!(flags(&setup), [true], "step {step}");
        }
        assert_eq!(lead.submit_once(&form).status, StatusCode::SEE_OTHER, "step {step}");
        assert_eq!(flags(&setup), [true], "step {step}");
        let noted = setup.trail(ELM).into_iter().filter(|entry| matches!(entry.event, AuditEvent::FlagSet { .. }));
        assert_eq!(noted.count(), 1, "step {step}");
        if !came_to_it {
            return;
        }
    }
}

#[test]
fn nobody_else_sets_or_lifts_it() {
    let setup = Setup::new();
    let address = format!("{}/flag", page_of(&setup, &WILHELMINA));
    refuses_all_but(&setup, &[Role::SafeguardingLead], &address);
    let form = press(&setup, &mut setup.with_role(Role::SafeguardingLead), "set");
    for role in [Role::Office, Role::Head, Role::Administrator] {
        let mut browser = setup.with_role(role);
        let mark = setup.installation.store.mark();
        assert_eq!(browser.submit_once(&form).status, StatusCode::FORBIDDEN, "{role:?}");
        assert_eq!(setup.installation.store.writes_since(mark), []);
    }
}
