//! Steps that tests about pupils share.

use futures::executor::block_on;
use permission_rules::{ChildPermissions, Decider, Decision, How, PermissionEvent, PurposeAnswer, Removal};
use records::{Child, ChildEvent, Entry, School};
use school_types::{Language, OperationId, Relation, Role};
use testkit::{
    Browser,
    installation::{Adult, ELM, Pupil, school},
};

use crate::harness::Setup;

/// The roles that may do something here, each with a browser in which somebody who holds it alone is signed in.
pub(crate) const EVERY_ROLE: [Role; 9] = Role::ALL;

/// The address of a pupil's page at Elm Street.
pub(crate) fn page_of(setup: &Setup, pupil: &Pupil) -> String {
    format!("/s/{ELM}/office/children/{}", setup.installation.child(ELM, pupil))
}

/// The address of a class at Elm Street.
pub(crate) fn class(setup: &Setup, name: &str) -> String {
    let id = setup.installation.records.class_id(&school(ELM), name);
    format!("/s/{ELM}/office/classes/{id}")
}

/// Records what somebody said online about everything their child's school asks, as the consent portal does.
pub(crate) fn say(setup: &Setup, pupil: &Pupil, adult: &Adult, yes: bool, withdrawal: Option<Removal>) {
    let installation = &setup.installation;
    let (school, child) = (school(ELM), installation.child(ELM, pupil));
    let records = installation.records.as_asker(records::Asker::Parent(installation.contact(ELM, adult)));
    block_on(async {
        let settings = records.school(&school).fold::<School>().await.unwrap().value.0.unwrap();
        let operation = OperationId::from_bytes(vault::random().unwrap());
        let mut answers = Vec::new();
        for purpose in &settings.profile().purposes {
            let wording = records.keep_wording(&school, &purpose.wording(Language::En)).await.unwrap();
            let answer = purpose.basis.answers()[usize::from(!yes)];
            answers.push(PurposeAnswer { purpose: purpose.id.clone(), answer, wording });
        }
        let decision = Decision {
            reference: records.reference(&school, &operation, &child),
            by: Decider {
                contact: installation.contact(ELM, adult),
                relation: Relation(adult.relation.to_owned()),
                parental_responsibility: true,
            },
            how: How::Online,
            answers,
            pupil_view: None,
            withdrawal,
            seen: None,
        };
        let stream = records.permission(&school, &child);
        let event = PermissionEvent::Decided(decision);
        let written = stream.append(&event, Some(&operation)).await.unwrap();
        stream.refresh::<ChildPermissions>().await.unwrap();
        records.complete_decision(&school, &child, written.number).await.unwrap();
    });
}

/// What happened to a pupil's entry.
pub(crate) fn happened(setup: &Setup, pupil: &Pupil) -> Vec<Entry<ChildEvent>> {
    let installation = &setup.installation;
    block_on(installation.records.child(&school(ELM), &installation.child(ELM, pupil)).read()).unwrap()
}

/// The entry now.
pub(crate) fn entry(setup: &Setup, pupil: &Pupil) -> Child {
    let installation = &setup.installation;
    block_on(installation.records.child(&school(ELM), &installation.child(ELM, pupil)).fold::<Child>()).unwrap().value
}

/// What was said about a pupil.
pub(crate) fn said(setup: &Setup, pupil: &Pupil) -> Vec<Entry<PermissionEvent>> {
    let installation = &setup.installation;
    block_on(installation.records.permission(&school(ELM), &installation.child(ELM, pupil)).read()).unwrap()
}

/// The decisions about a pupil.
pub(crate) fn decisions(setup: &Setup, pupil: &Pupil) -> Vec<Decision> {
    let decided = |entry: Entry<PermissionEvent>| match entry.event {
        PermissionEvent::Decided(decision) => Some(decision),
        _ => None,
    };
    said(setup, pupil).into_iter().filter_map(decided).collect()
}

/// Opens an address as every role that is not among `may`: refused, and nothing written.
pub(crate) fn refuses_all_but(setup: &Setup, may: &[Role], path: &str) {
    for role in EVERY_ROLE.into_iter().filter(|role| !may.contains(role)) {
        let mut browser: Browser = setup.with_role(role);
        let mark = setup.installation.store.mark();
        let page = browser.open(path);
        assert_eq!(page.status(), http::StatusCode::FORBIDDEN, "{role:?} {path}");
        assert_eq!(setup.installation.store.writes_since(mark), [], "{role:?} {path} wrote");
    }
}
