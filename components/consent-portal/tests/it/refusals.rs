//! Whatever is sent to whichever form: a plain page, nothing written, nothing sent, and what was typed is still there.

use std::collections::BTreeSet;

use bytes::Bytes;
use consent_portal::routes::ROUTES;
use http::{Method, StatusCode};
use records::{Account, AddressEvent};
use school_types::{ChildId, OperationId, Reference};
use testkit::{
    Answer, Browser, Form, Page,
    installation::{
        ASH, BRAM, CORWIN, ELM, EMMERICH, HENRIETTA, LEOPOLD, ODALYS, PEREGRINE, TAMSIN, WILHELMINA, school,
    },
};
use web::Access;

use crate::harness::{Setup, fingerprints, references, yes};

/// A form as its page offers it, filled in so that it would be taken.
struct Filled {
    route: &'static str,
    browser: Browser,
    form: Form,
    /// The status it is answered with.
    taken: StatusCode,
}

/// Every form there is, each in a browser that may send it.
fn filled(setup: &Setup) -> Vec<Filled> {
    let mut forms = Vec::new();
    let mut add = |route, browser: &Browser, form: Form, taken| {
        forms.push(Filled { route, browser: browser.clone(), form, taken });
    };
    let sent_on = StatusCode::SEE_OTHER;
    let mut browser = setup.browser();
    let form = browser.open(&format!("/s/{ELM}/sign-in")).form("/sign-in");
    add("send-code", &browser, form.with("email", ODALYS.e_mail.unwrap()), sent_on);
    let form = setup.ask_for_code(&mut browser, ELM, &BRAM).form("/sign-in/code");
    add("try-code", &browser, form.with("code", &setup.code(&BRAM)), sent_on);
    let form = browser.open(&format!("/s/{ELM}/sign-in/letter")).form("/letter");
    add("try-letter-code", &browser, form.with("letter-code", &setup.installation.letter_code(ELM, &TAMSIN)), sent_on);

    let mut browser = setup.signed_in(ELM, &ODALYS);
    let children = browser.open(&format!("/s/{ELM}/consent/children"));
    add("sign-out", &browser, children.form("/sign-out"), sent_on);
    let done = setup.decide_for(&mut browser, &WILHELMINA, yes);
    let begin = browser.open(&format!("/s/{ELM}/consent/begin"));
    add("begin", &browser, begin.form("/begin").with("whom", "all"), sent_on);
    let question = setup.begin(&mut browser, ELM, setup.installation.child(ELM, &PEREGRINE).as_str());
    add("answer", &browser, question.form("/decide/").with("answer", "agree"), sent_on);
    let page = browser.open(&question.link("/all"));
    let all = (1..100).fold(page.form("/all"), |form, number| {
        let name = format!("answer-{number}");
        let choices = page.choices(&name);
        choices.first().into_iter().fold(form, |form, choice| form.with(&name, choice))
    });
    add("all", &browser, all, sent_on);
    let check = setup.answer_all(&mut browser, question, yes);
    add("send", &browser, check.form("/check"), sent_on);
    let child = setup.child_path(ELM, &WILHELMINA);
    let change = browser.open(&format!("{child}/change/displays"));
    add("change", &browser, change.form("/change/").with("answer", "no"), sent_on);
    let withdraw = browser.open(&format!("{child}/withdraw"));
    add("withdraw", &browser, withdraw.form("/withdraw").with("removal", "also-published"), sent_on);
    let verify = browser.open(&format!("/s/{ELM}/receipts")).form("/receipts");
    let verify = verify.with("reference", &references(&done)[0]).with("fingerprint", &fingerprints(&done)[0]);
    add("verify", &browser, verify, StatusCode::OK);

    // An address that two people share.
    let contact = setup.installation.contact(ELM, &TAMSIN);
    let address = setup.installation.records.address(HENRIETTA.e_mail.unwrap());
    let given = AddressEvent::Given(Account { school: school(ELM), contact: contact.clone() });
    futures::executor::block_on(address.append(&given, None)).unwrap();
    let mut browser = setup.browser();
    let page = setup.ask_for_code(&mut browser, ELM, &HENRIETTA);
    let page = browser.submit(&page.form("/sign-in/code").with("code", &setup.code(&HENRIETTA)));
    add("who", &browser, page.form("/who").with("who", contact.as_str()), sent_on);
    forms
}

/// Values that no field of ours takes.
fn hostile() -> Vec<String> {
    let mut values: Vec<String> = [
        "",
        " ",
        "12",
        "-1",
        "18446744073709551616",
        "true",
        "null",
        "{}",
        "[\"yes\"]",
        "yes\u{0}",
        "\u{0}",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'; DROP TABLE spin_key_value; --",
        "../../../etc/passwd",
        "{{7*7}}${7*7}",
        "%00%0d%0aSet-Cookie:%20a=b",
        "a\r\nSet-Cookie: a=b",
        "\u{202e}sey",
        "\u{feff}yes",
        "👩‍👩‍👧‍👦",
        "é\u{301}ÿ\u{ffff}",
        "ｙｅｓ",
    ]
    .map(str::to_owned)
    .to_vec();
    values.push("a".repeat(19_000));
    values.push("é".repeat(30_000));
    values
}

/// Whether a mutated form was refused as it must be.
#[track_caller]
fn assert_refused(setup: &Setup, what: &str, answer: &Answer, mark: usize, letters: usize) {
    assert!(answer.status.is_client_error(), "{what}: {}", answer.status);
    let writes = setup.installation.store.writes_since(mark);
    assert_eq!(writes, [], "{what} wrote");
    assert_eq!(setup.letters().len(), letters, "{what} sent a letter");
}

#[test]
fn every_form_is_among_those_tried() {
    let setup = Setup::new();
    let tried: BTreeSet<_> = filled(&setup).iter().map(|filled| filled.route).collect();
    let posts = ROUTES.iter().filter(|route| route.method == Method::POST && route.access != Access::Token);
    assert_eq!(tried, posts.map(|route| route.name).collect());
}

#[test]
fn no_field_takes_what_it_did_not_ask_for() {
    let setup = Setup::new();
    let letters = filled(&setup);
    let sent = setup.letters().len();
    for Filled { route, browser, form, .. } in letters {
        for name in form.names().into_iter().map(str::to_owned).collect::<Vec<_>>() {
            let value = form.value(&name).unwrap().to_owned();
            let mut mutated = vec![
                ("missing".to_owned(), form.clone().without(&name)),
                ("twice".to_owned(), form.clone().and(&name, &value)),
                ("twice, differently".to_owned(), form.clone().and(&name, "other")),
            ];
            mutated.extend(hostile().into_iter().map(|bad| (bad.clone(), form.clone().with(&name, &bad))));
            for (how, form) in mutated {
                let shown: String = how.chars().take(60).collect();
                let what = format!("{route}: {name} {shown:?}");
                let mark = setup.installation.store.mark();
                let answer = browser.clone().submit_once(&form);
                assert_refused(&setup, &what, &answer, mark, sent);
                let is_typed = matches!(name.as_str(), "email" | "code" | "letter-code" | "reference" | "fingerprint");
                let is_kept = answer.status == StatusCode::UNPROCESSABLE_ENTITY && how.len() < 50;
                if is_typed && is_kept {
                    let kept = Page::new(form.action.clone(), answer).value(&name).unwrap_or_default();
                    let plain = |text: &str| text.replace("\r\n", "\n");
                    assert_eq!(plain(&kept), plain(form.value(&name).unwrap_or_default()), "{what}");
                }
            }
        }
    }
}

#[test]
fn a_form_that_was_refused_in_every_way_is_taken_afterwards() {
    let setup = Setup::new();
    let mut forms = filled(&setup);
    // Signing out ends the session that the others are sent in.
    forms.sort_by_key(|filled| filled.route == "sign-out");
    for Filled { route, mut browser, form, taken } in forms {
        for bad in hostile() {
            for name in form.names() {
                browser.clone().submit_once(&form.clone().with(name, &bad));
            }
        }
        let answer = browser.submit_once(&form);
        assert_eq!(answer.status, taken, "{route}");
    }
}

#[test]
fn only_forms_are_read_and_only_up_to_a_limit() {
    let setup = Setup::new();
    let forms = filled(&setup);
    let sent = setup.letters().len();
    const FORM: &str = "application/x-www-form-urlencoded";
    for Filled { route, browser, form, .. } in forms {
        let encoded = form.encoded();
        let many = "a=b&".repeat(600);
        let bodies: Vec<(&str, Bytes, &[u16])> = vec![
            ("", encoded.clone().into(), &[415]),
            ("text/plain", encoded.clone().into(), &[415]),
            ("application/json", "{\"answer\":\"yes\"}".into(), &[415]),
            ("multipart/form-data; boundary=x", "--x--".into(), &[415]),
            ("application/x-www-form-urlencoded; charset=utf-16", encoded.clone().into(), &[415]),
            ("application/x-www-form-urlencoded, text/plain", encoded.clone().into(), &[415]),
            (FORM, Bytes::new(), &[403]),
            (FORM, "%".into(), &[400]),
            (FORM, format!("{encoded}&x=%zz").into(), &[400]),
            (FORM, format!("{encoded}&x=%ff").into(), &[400]),
            (FORM, Bytes::from_static(b"answer=\xff\xfe"), &[400]),
            (FORM, format!("{many}{encoded}").into(), &[400]),
            (FORM, format!("{encoded}&x={}", "a".repeat(21_000)).into(), &[400]),
            (FORM, format!("{encoded}&x={}", "a".repeat(5 << 20)).into(), &[413]),
            (FORM, vec![b'&'; 65 * 1024].into(), &[413]),
        ];
        for (kind, body, expected) in bodies {
            let what = format!("{route}: {kind} with {} bytes", body.len());
            let mark = setup.installation.store.mark();
            let answer = browser.clone().send(Method::POST, &form.action, Some((kind, body)), &[]);
            assert_refused(&setup, &what, &answer, mark, sent);
            assert!(expected.contains(&answer.status.as_u16()), "{what}: {}", answer.status);
        }
    }
}

#[test]
fn a_form_from_elsewhere_or_without_its_cookies_is_refused() {
    let setup = Setup::new();
    let forms = filled(&setup);
    let sent = setup.letters().len();
    for Filled { route, browser, form, .. } in forms {
        let body = || Some(("application/x-www-form-urlencoded", Bytes::from(form.encoded())));
        for header in
            [("origin", "https://evil.example.org"), ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site")]
        {
            let mark = setup.installation.store.mark();
            let answer = browser.clone().send(Method::POST, &form.action, body(), &[header]);
            assert_refused(&setup, &format!("{route}: {header:?}"), &answer, mark, sent);
        }
        if route == "sign-out" {
            continue;
        }
        let mut bare = setup.browser();
        let mut spoilt = browser.clone();
        for name in browser.cookies() {
            spoilt.set_cookie(&name, "AAAAAAAAAAAAAAAAAAAAAA");
        }
        for (what, browser) in [("no cookies", &mut bare), ("spoilt cookies", &mut spoilt)] {
            let mark = setup.installation.store.mark();
            let answer = browser.submit_once(&form);
            assert_refused(&setup, &format!("{route}: {what}"), &answer, mark, sent);
        }
    }
}

#[test]
fn a_token_is_good_in_its_own_browser_only() {
    let setup = Setup::new();
    let forms = filled(&setup);
    let mut other = setup.signed_in(ASH, &CORWIN);
    let page = other.open(&format!("/s/{ASH}/consent/children"));
    let stranger = other.open(&format!("/s/{ELM}/receipts"));
    let sent = setup.letters().len();
    let tokens = [page.forms()[0].clone(), stranger.form("/receipts")];
    for Filled { route, browser, form, .. } in forms {
        let parents = ROUTES.iter().any(|known| known.name == route && known.access == Access::Parent);
        let other_token = tokens[usize::from(!parents)].value("form-token").unwrap();
        for token in [other_token, &form.value("form-token").unwrap().replace(|c: char| c.is_ascii_digit(), "_")] {
            let mark = setup.installation.store.mark();
            let answer = browser.clone().submit_once(&form.clone().with("form-token", token));
            assert_refused(&setup, &format!("{route}: {token}"), &answer, mark, sent);
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{route}");
        }
    }
}

#[test]
fn a_program_is_told_in_json() {
    let setup = Setup::new();
    let accept = ("accept", "application/json");
    let mut parent = setup.signed_in(ELM, &ODALYS);
    let mut nobody = setup.browser();
    let child = setup.child_path(ELM, &WILHELMINA);
    let begin = format!("/s/{ELM}/consent/begin");
    let cases: [(&mut Browser, Method, String, u16, &str); 6] = [
        (&mut nobody.clone(), Method::POST, begin.clone(), 401, "sign-in-needed"),
        (&mut nobody, Method::GET, "/s/yew-lane/consent".to_owned(), 404, "not-found"),
        (&mut parent.clone(), Method::DELETE, begin.clone(), 405, "method-not-allowed"),
        (&mut parent.clone(), Method::POST, begin, 415, "unsupported-content-type"),
        (&mut parent.clone(), Method::GET, format!("{child}/change/moon"), 404, "not-found"),
        (&mut parent, Method::GET, "/nothing/here".to_owned(), 404, "not-found"),
    ];
    for (browser, method, path, status, code) in cases {
        let mark = setup.installation.store.mark();
        let answer = browser.send(method, &path, None, &[accept]);
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
        let body: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(
            (answer.status.as_u16(), body["status"].as_u64(), body["code"].as_str()),
            (status, Some(status.into()), Some(code))
        );
        assert_eq!(setup.installation.store.writes_since(mark), []);
    }
}

#[test]
fn an_address_made_up_from_other_peoples_ids_leads_nowhere() {
    let setup = Setup::new();
    let mut parent = setup.signed_in(ELM, &ODALYS);
    let mut father = setup.signed_in(ELM, &BRAM);
    let mut other = setup.signed_in(ASH, &CORWIN);
    let his = setup.decide_for(&mut father, &WILHELMINA, yes);
    let emmerich = setup.installation.child(ASH, &EMMERICH);
    let theirs = setup.decide(&mut other, ASH, emmerich.as_str(), yes);
    let last = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    let drafts = [setup.begin(&mut father, ELM, setup.installation.child(ELM, &PEREGRINE).as_str()).path];
    let (jocasta, leopold) =
        (setup.installation.child(ELM, &testkit::installation::JOCASTA), setup.installation.child(ASH, &LEOPOLD));

    let children: Vec<String> =
        [jocasta, leopold, emmerich, ChildId::from_bytes([0; 10])].iter().map(ToString::to_string).collect();
    let mut operations = vec![last(&his.path), last(&theirs.path), OperationId::from_bytes([0; 15]).to_string()];
    operations.extend(drafts.iter().map(|path| last(path.trim_end_matches("/1"))));
    let own_draft = setup.begin(&mut parent, ELM, setup.installation.child(ELM, &PEREGRINE).as_str());
    let receipts =
        vec![references(&his).remove(0), references(&theirs).remove(0), Reference::from_bytes([0; 8]).to_string()];
    let garbage =
        ["0", "-", "%3Cb%3E", "..%2F..", "%E2%80%AE", "0000000000000000000000000000000000", "null", "%F0%9F%91%A9"];
    let with_garbage =
        |ids: &[String]| -> Vec<String> { ids.iter().cloned().chain(garbage.map(str::to_owned)).collect() };
    let own = |hole: &str| match hole {
        "school" => ELM.to_owned(),
        "child" => setup.installation.child(ELM, &WILHELMINA).to_string(),
        "purpose" => "displays".to_owned(),
        "draft" => last(own_draft.path.trim_end_matches("/1")),
        "number" => "1".to_owned(),
        other => unreachable!("nothing of one's own stands in {other}"),
    };
    let token = own_draft.form("/decide/").value("form-token").unwrap().to_owned();
    let operation = OperationId::from_bytes([5; 15]).to_string();
    let letters = setup.letters().len();
    for route in ROUTES.iter().filter(|route| route.access == Access::Parent) {
        for bent in route.holes().filter(|hole| *hole != "school") {
            let values = match bent {
                "child" => with_garbage(&children),
                "draft" | "operation" => with_garbage(&operations),
                "reference" => with_garbage(&receipts),
                "purpose" => with_garbage(&["moon".to_owned(), "learning".to_owned()]),
                _ => ["0", "-1", "99", "1.5", "18446744073709551616", "one", "%00"].map(str::to_owned).to_vec(),
            };
            for value in values {
                let address = route.address(|hole| if hole == bent { value.clone() } else { own(hole) });
                let form =
                    Form::made_up(&address, &[("form-token", &token), ("answer", "yes"), ("operation", &operation)])
                        .with("removal", "also-published");
                let mark = setup.installation.store.mark();
                let answer = match route.method {
                    Method::GET => parent.clone().send(Method::GET, &address, None, &[]),
                    _ => parent.clone().submit_once(&form),
                };
                assert_refused(&setup, &format!("{} {address}", route.name), &answer, mark, letters);
            }
        }
    }
    assert_eq!(setup.decisions(ELM, &WILHELMINA).len(), 1);
}
