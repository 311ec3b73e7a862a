//! Everything that is kept about a person, by the kind of key it is kept under: how it is erased, how it stands in the record
//! that somebody may ask for (UK GDPR art. 15), and how long it is kept. After an eventful term at a school every kind of key in
//! its store has to be on this list, or nobody has thought of it.

use std::collections::{BTreeMap, BTreeSet};

use futures::executor::block_on;
use permission_rules::{LawfulBasis, Notice, NoticeWay, PermissionEvent, Removal};
use records::{Draft, SentCode, Tried};
use school_types::{OperationId, PurposeId, Role};
use testkit::{
    Installation,
    installation::{ELM, JOCASTA, TAMSIN, WILHELMINA, school},
};

use crate::{
    bringing::{PUPILS, bring},
    harness::Setup,
    lists_api,
    pupils::{page_of, say},
};

/// How a kind of record goes when a pupil is erased, and an adult who was listed for nobody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Erased {
    /// With them: nothing of it is left.
    WithThem,
    /// It holds random ids and keyed hashes of them alone, which by then lead to nobody: proof, trail, counters.
    IdsStay,
    /// It is never about a pupil or their family.
    NotAboutThem,
}

/// Whether it is in the record that somebody asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exported {
    /// It is.
    Yes,
    /// What it was made of is, and it says nothing more.
    AsItsSource,
    /// It is gone or void within a day, or says only how somebody signed in.
    Passing,
    /// It is about nobody of a family.
    NotTheirs,
}

/// For how long it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    /// Until the pupil is erased.
    UntilErased,
    /// For a time that its maker sets, swept by `expiring`.
    Expires,
    /// As long as the school is there.
    WithSchool,
}

use Erased::{IdsStay, NotAboutThem, WithThem};
use Exported::{AsItsSource, NotTheirs, Passing, Yes};
use Kept::{Expires, UntilErased, WithSchool};

/// Every kind of key.
const KINDS: &[(&str, Erased, Exported, Kept)] = &[
    ("_/index/address/*", WithThem, AsItsSource, UntilErased),
    ("_/outbox/letters", WithThem, Passing, Expires),
    ("_/session/ended/*", NotAboutThem, Passing, Expires),
    ("_/settings/schools", NotAboutThem, NotTheirs, WithSchool),
    ("_/sign-in/attempt/*", NotAboutThem, Passing, Expires),
    ("_/sign-in/forgotten/*", NotAboutThem, Passing, Expires),
    ("_/temporary/*", NotAboutThem, Passing, Expires),
    ("api-tokens/list", NotAboutThem, NotTheirs, WithSchool),
    ("api-tokens/token/*", NotAboutThem, NotTheirs, WithSchool),
    ("form/draft-of/*", WithThem, Passing, Expires),
    ("form/draft/*", WithThem, Passing, Expires),
    ("form/list/*", WithThem, Passing, Expires),
    ("form/lists", NotAboutThem, Passing, WithSchool),
    ("index/staff-address/*", NotAboutThem, NotTheirs, WithSchool),
    ("letters/journal/*", IdsStay, NotTheirs, WithSchool),
    ("letters/letter/*", WithThem, Passing, Expires),
    ("people/audit", IdsStay, Yes, WithSchool),
    ("people/changes", NotAboutThem, NotTheirs, WithSchool),
    ("people/child/*", WithThem, Yes, UntilErased),
    ("people/contact/*", WithThem, Yes, UntilErased),
    ("people/erasure-requests", IdsStay, AsItsSource, WithSchool),
    ("people/erasures", IdsStay, NotTheirs, WithSchool),
    ("people/imports", NotAboutThem, NotTheirs, WithSchool),
    ("people/mailings", IdsStay, Yes, WithSchool),
    ("people/parent-checks", IdsStay, AsItsSource, WithSchool),
    ("people/roll", IdsStay, AsItsSource, WithSchool),
    ("people/staff-roll", NotAboutThem, NotTheirs, WithSchool),
    ("people/staff/*", NotAboutThem, NotTheirs, WithSchool),
    ("permission/*", WithThem, Yes, UntilErased),
    ("permission/family/*", WithThem, AsItsSource, Expires),
    ("permission/removals", WithThem, Yes, UntilErased),
    ("permission/wording/*", NotAboutThem, NotTheirs, WithSchool),
    ("publication/pupil-list", WithThem, AsItsSource, UntilErased),
    ("receipt/*", WithThem, Yes, UntilErased),
    ("session/staff/*", NotAboutThem, NotTheirs, WithSchool),
    ("settings/school", NotAboutThem, NotTheirs, WithSchool),
    ("sign-in/*", NotAboutThem, NotTheirs, WithSchool),
    ("sign-in/letter-of/*", WithThem, Passing, UntilErased),
    ("sign-in/letter/*", WithThem, Passing, UntilErased),
];

/// The kind of a key: the school left out, and `*` for what is an id, a hash or a number of its own. Kinds that differ only in
/// what their keys are told apart by below one domain (`_/temporary`, staff's ways to sign in) are one.
fn kind(key: &str) -> String {
    let mut parts: Vec<&str> = key.split('/').collect();
    if parts.first() != Some(&"_") {
        parts.remove(0);
    }
    let is_word = |part: &&str| part.chars().all(|c| c.is_ascii_lowercase() || c == '-') && part.len() < 18;
    let skip = usize::from(parts[0] == "_");
    let (owner, rest) = parts.split_at(skip);
    let words = [owner, &rest[..1]].concat().join("/");
    if words == "_/temporary" {
        return "_/temporary/*".to_owned();
    }
    // The last part is the record's own: an event's number, `value`, `view`, `n`.
    let place = &rest[1..rest.len() - 1];
    match place {
        [] => words,
        [one] if is_word(one) => format!("{words}/{one}"),
        [_] => format!("{words}/*"),
        [one, ..] if !is_word(one) => format!("{words}/*"),
        [one, ..] => format!("{words}/{one}/*"),
    }
}

/// The declared kind of a key, the narrowest.
fn declared(key: &str) -> Option<(&'static str, Erased, Exported, Kept)> {
    let kind = kind(key);
    let exact = KINDS.iter().find(|(declared, ..)| *declared == kind);
    // What staff sign in with has several kinds of keys, of which none is a family's.
    let staff = || KINDS.iter().find(|(declared, ..)| *declared == "sign-in/*" && kind.starts_with("sign-in/"));
    exact.or_else(staff).copied()
}

/// A term in which everything happens to Jocasta and her mother.
fn term() -> Setup {
    let setup = lists_api::setup();
    let installation = &setup.installation;
    installation.change_profile(ELM, |fields| fields.purposes[0].basis = LawfulBasis::PublicTask);
    let (elm, records) = (school(ELM), &installation.records);
    let (child, tamsin) = (installation.child(ELM, &JOCASTA), installation.contact(ELM, &TAMSIN));
    let mut office = setup.with_role(Role::Office);
    // An address, by hand; letters and forms; lists brought and not taken.
    let page = office.open(&format!("{}/contacts/{tamsin}", page_of(&setup, &JOCASTA)));
    office.submit(&page.form("/contacts/").with("email", "tamsin@overbrook.example.org"));
    let page = office.open(&format!("/s/{ELM}/office/letters?who=pupil.{child}"));
    let form = page.form("/office/letters").with("language", "en").with("what", "letters").and("what", "forms");
    let printed = block_on(office.sending(&form));
    assert_eq!(printed.status(), http::StatusCode::OK, "{}", String::from_utf8_lossy(printed.body()));
    bring(&mut office, "pupils", PUPILS.as_bytes());
    // Everything a family does: told, answering, withdrawing, an open draft, codes, a browser that is forgotten.
    let told = Notice {
        to: Some(tamsin.clone()),
        purposes: vec![("displays".parse::<PurposeId>().unwrap(), 1)],
        way: NoticeWay::Shown,
    };
    block_on(records.permission(&elm, &child).append(&PermissionEvent::Told(told), None)).unwrap();
    say(&setup, &JOCASTA, &TAMSIN, true, None);
    say(&setup, &JOCASTA, &TAMSIN, false, Some(Removal::AlsoPublished));
    let draft = Draft {
        contact: tamsin.clone(),
        children: vec![child.clone()],
        purposes: vec![("displays".parse::<PurposeId>().unwrap(), 1)],
        viewers: Vec::new(),
        begun: records.now(),
        seen: Vec::new(),
    };
    block_on(records.begin_draft(&elm, &OperationId::from_bytes([8; 15]), &draft)).unwrap();
    let asked = block_on(records.ask_for_code("tamsin@overbrook.example.org", None)).unwrap();
    let records::AskedFor::Code { attempt, code: Some(code), .. } = asked else { unreachable!("a code is sent") };
    let SentCode::Short(_) = &code else { unreachable!("a short one") };
    let tried = block_on(records.try_code(&[attempt], &code, None)).unwrap();
    let Tried::Right { known, session, .. } = tried else { unreachable!("it is right") };
    block_on(records.forget_browser(&known)).unwrap();
    block_on(records.end_session(&session)).unwrap();
    setup.installation.letter_code(ELM, &TAMSIN);
    // Somebody new for her by a program, who waits; a token, an export.
    let row = "pupil_id,name,relation,parental_responsibility,email\r\n\
               Jocasta,Sidony Ferrar,mother,Y,sidony@overbrook.example.org\r\n";
    lists_api::put(&setup, "contacts?leavers=keep", "text/csv", row.as_bytes());
    office.open(&format!("{}/record?for=pupil", page_of(&setup, &JOCASTA)));
    setup
}

fn kinds_of(installation: &Installation) -> BTreeMap<String, String> {
    installation.store.all_keys().into_iter().map(|key| (kind(&key), key)).collect()
}

#[test]
fn every_kind_of_record_is_declared_as_erased_exported_and_kept() {
    let setup = term();
    let [mut office, mut head] = [("Ottoline Reed", Role::Office), ("Barnaby Finch", Role::Head)]
        .map(|(name, role)| setup.signed_in(&setup.employ(name, &[role])));
    let form = office.open(&format!("{}/erase", page_of(&setup, &JOCASTA))).form("/erase");
    office.submit(&form.with("name", "Jocasta Overbrook"));
    let missing: Vec<String> = setup.installation.store.all_keys();
    let missing: BTreeSet<String> = missing.iter().filter(|key| declared(key).is_none()).map(|key| kind(key)).collect();
    assert_eq!(missing, BTreeSet::new(), "declare in this test how these are erased, exported and kept");

    let ids =
        [setup.installation.child(ELM, &JOCASTA).to_string(), setup.installation.contact(ELM, &TAMSIN).to_string()];
    let form = head.open(&format!("{}/erase", page_of(&setup, &JOCASTA))).form("/erase/confirm");
    let done = head.submit(&form.with("name", "Jocasta Overbrook"));
    assert!(done.text().contains("The record is erased."), "{}", done.text());
    for text in ["Jocasta", "Overbrook", "Tamsin", "tamsin@", "Sidony", "sidony@"] {
        assert_eq!(setup.installation.mentions(text), Vec::<String>::new(), "{text} is still in the store");
    }
    for (key, value) in setup.installation.opened() {
        let (kind, erased, ..) = declared(&key).unwrap();
        let has = ids.iter().any(|id| key.contains(id.as_str()) || value.contains(id.as_str()));
        assert!(!has || erased == IdsStay, "{kind} ({key}) still leads to them");
    }
}

#[test]
fn nothing_is_declared_that_is_never_kept() {
    let setup = term();
    let [mut office, mut head] = [("Ottoline Reed", Role::Office), ("Barnaby Finch", Role::Head)]
        .map(|(name, role)| setup.signed_in(&setup.employ(name, &[role])));
    let before = kinds_of(&setup.installation);
    let form = office.open(&format!("{}/erase", page_of(&setup, &JOCASTA))).form("/erase");
    office.submit(&form.with("name", "Jocasta Overbrook"));
    let form = head.open(&format!("{}/erase", page_of(&setup, &JOCASTA))).form("/erase/confirm");
    head.submit(&form.with("name", "Jocasta Overbrook"));
    let kinds: BTreeSet<String> = before.into_keys().chain(kinds_of(&setup.installation).into_keys()).collect();
    let is_there = |declared: &str| kinds.iter().any(|kind| kind == declared || declared == "sign-in/*");
    // A letter that was sent at once waits nowhere, what a demonstration sends stands in its outbox, and no parent opens a page.
    let elsewhere = ["letters/letter/*", "letters/journal/*", "_/outbox/letters", "permission/family/*"];
    let never: Vec<&str> =
        KINDS.iter().map(|(kind, ..)| *kind).filter(|kind| !is_there(kind) && !elsewhere.contains(kind)).collect();
    assert_eq!(never, Vec::<&str>::new());
}

#[test]
fn notices_are_in_the_record_of_the_pupil_and_of_whoever_got_them() {
    let setup = term();
    let mut office = setup.with_role(Role::Office);
    let tamsin = setup.installation.contact(ELM, &TAMSIN);
    let record = |office: &mut testkit::Browser, whom: &str| {
        let page = office.open(&format!("{}/record.json?for={whom}", page_of(&setup, &JOCASTA)));
        serde_json::from_str::<serde_json::Value>(&page.answer.body).unwrap()
    };
    for whom in ["pupil", tamsin.as_str()] {
        let record = record(&mut office, whom);
        assert_eq!(record["notices"][0]["way"], "shown", "{whom}");
        assert_eq!(record["notices"][0]["purposes"], serde_json::json!(["displays"]));
        assert_eq!(record["printed"][0]["what"], "paper-form", "{whom}");
        let page = office.open(&format!("{}/record?for={whom}", page_of(&setup, &JOCASTA)));
        assert!(page.text().contains("Notice read after signing in"), "{}", page.text());
    }
    assert_eq!(record(&mut office, tamsin.as_str())["printed"][1]["what"], "letter-with-code");
    // What another adult was shown is that adult's.
    let bram = setup.installation.contact(ELM, &testkit::installation::BRAM);
    let stream = setup.installation.records.permission(&school(ELM), &setup.installation.child(ELM, &WILHELMINA));
    let purposes = vec![("displays".parse::<PurposeId>().unwrap(), 1)];
    let told = Notice { to: Some(bram.clone()), purposes, way: NoticeWay::Shown };
    block_on(stream.append(&PermissionEvent::Told(told), None)).unwrap();
    let odalys = setup.installation.contact(ELM, &testkit::installation::ODALYS);
    for (reader, notices) in [(&bram, 1), (&odalys, 0)] {
        let page = office.open(&format!("{}/record.json?for={reader}", page_of(&setup, &WILHELMINA)));
        let record: serde_json::Value = serde_json::from_str(&page.answer.body).unwrap();
        assert_eq!(record["notices"].as_array().unwrap().len(), notices);
    }
}
