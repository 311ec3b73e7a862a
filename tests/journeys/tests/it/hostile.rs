//! What nobody decent sends: the answer is a plain no, nothing changes, and the next request is served.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use journeys::{
    browser::{Answer, Browser},
    gate::Gate,
    page::Form,
    parent::Parent,
    wire::{Reply, Wire},
};
use reqwest::Method;

use crate::{OTHER_SCHOOL, SCHOOL, shared};

const FORM: &str = "application/x-www-form-urlencoded";

/// A form on the wire.
const KIND: &str = "content-type: application/x-www-form-urlencoded";
const POST: &str = "POST /s/elmswick/sign-in HTTP/1.1";

/// A parent who is signed in, with the page of their first child.
fn signed_in() -> (Arc<Gate>, Parent, String) {
    let gate = shared();
    let mut parent = Parent::new(gate.browser().unwrap(), SCHOOL, gate.somebody(SCHOOL).unwrap());
    parent.sign_in(gate.base()).unwrap();
    let page = parent.at(&format!("consent/child/{}", parent.person.children[0]));
    (gate, parent, page)
}

/// Asserts a plain refusal: 4xx, a page with a heading and a way on, or problem details (RFC 9457).
fn is_plain_no(what: &str, answer: &Answer) {
    assert!(answer.status.is_client_error(), "{what}: {} {}", answer.status, answer.body);
    match answer.header("content-type") {
        "text/html; charset=utf-8" => assert!(answer.body.contains("<h1"), "{what}: {}", answer.body),
        "application/problem+json" => {
            let problem: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
            assert_eq!(problem["status"], answer.status.as_u16(), "{what}");
            assert!(problem["title"].is_string(), "{what}");
        }
        other => panic!("{what}: a refusal of the type {other}: {}", answer.body),
    }
}

#[test]
fn a_method_no_page_takes_is_refused_with_the_ones_it_does() {
    let (_gate, mut parent, page) = signed_in();
    let walk = [
        (parent.at("sign-in"), "GET, HEAD, POST"),
        (parent.at("consent/begin"), "GET, HEAD, POST"),
        (page, "GET, HEAD"),
        (parent.at("receipts"), "GET, HEAD, POST"),
        (parent.at(""), "GET, HEAD"),
        ("/health".to_owned(), "GET, HEAD"),
    ];
    for (address, allowed) in walk {
        for method in
            [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS, Method::from_bytes(b"BREW").unwrap()]
        {
            let answer = parent.browser.send(method.clone(), &address, None, &[]).unwrap();
            let what = format!("{method} {address}");
            is_plain_no(&what, &answer);
            assert_eq!(answer.status, 405, "{what}");
            assert_eq!(answer.header("allow"), allowed, "{what}");
        }
    }
}

#[test]
fn a_body_that_is_no_form_is_refused() {
    let (_gate, mut parent, page) = signed_in();
    let token = parent.browser.open(&page).unwrap().forms().unwrap()[0].value("form-token").unwrap().to_owned();
    let form = format!("form-token={token}&whom=all");
    let large = format!("{form}&more={}", "a".repeat(70_000));
    let many = format!("{form}{}", "&more=a".repeat(5_000));
    let bodies: [(&str, &str, u16); 9] = [
        ("application/json", "{}", 415),
        ("multipart/form-data; boundary=x", "--x--", 415),
        ("text/plain", &form, 415),
        ("application/x-www-form-urlencoded; charset=utf-16", &form, 415),
        (FORM, &large, 413),
        (FORM, &many, 400),
        (FORM, "form-token=%zz", 400),
        (FORM, "form-token=%ff%fe", 400),
        (FORM, "", 403),
    ];
    for (kind, body, status) in bodies {
        for accept in ["text/html", "application/json"] {
            let what = format!("{kind}, {} bytes, for {accept}", body.len());
            let address = parent.at("consent/begin");
            let body = Some((kind, body.to_owned()));
            let answer = parent.browser.send(Method::POST, &address, body, &[("accept", accept)]).unwrap();
            is_plain_no(&what, &answer);
            assert_eq!(answer.status, status, "{what}: {}", answer.body);
        }
    }
    assert_eq!(parent.browser.open(&page).unwrap().status(), 200);
}

#[test]
fn values_no_page_offers_are_asked_for_again_and_kept() {
    let (_gate, mut parent, _) = signed_in();
    let begun = parent.browser.open(&parent.at("consent/children")).unwrap();
    let first = parent.begin(&begun).unwrap();
    let form = first.form("/consent/decide/").unwrap();
    let hostile = ["", "maybe", "agree\0", "<script>alert(1)</script>", "' or 1=1 --", "\u{202e}eerga"];
    let mut forms: Vec<Form> = hostile.iter().map(|value| form.clone().with("answer", value)).collect();
    forms.push(form.clone());
    forms.push(form.with("answer", "agree").and("answer", "refuse"));
    for form in forms {
        let answer = parent.browser.submit_once(&form).unwrap();
        is_plain_no(&form.encoded(), &answer);
        assert!(!answer.body.contains("<script>alert"), "{}", answer.body);
    }
    // Nothing was chosen: the question is still open.
    let check = format!("{}/check", first.path.strip_suffix("/1").unwrap());
    assert_eq!(parent.browser.open(&check).unwrap().path, first.path);

    let typed = "somebody at example.org <b>&\"";
    let page = parent.browser.open(&parent.at("sign-in")).unwrap();
    let form = page.form("/sign-in").unwrap().with("email", typed);
    let again = parent.browser.submit(&form).unwrap();
    assert_eq!(again.status(), 422);
    assert_eq!(again.form("/sign-in").unwrap().value("email"), Some(typed));
}

#[test]
fn a_cookie_that_was_tampered_with_signs_nobody_in() {
    let (gate, parent, page) = signed_in();
    let name = "__Host-sg-session";
    let good = parent.browser.cookie(name).unwrap().to_owned();
    let (head, tail) = good.split_at(good.len() / 2);
    let flipped = if tail.starts_with('A') { "B" } else { "A" };
    let tampered = [
        String::new(),
        "x".to_owned(),
        head.to_owned(),
        format!("{head}{flipped}{}", &tail[1..]),
        format!("{good}A"),
        good.repeat(3),
        "%00%ff".to_owned(),
        format!("x{good}"),
    ];
    for value in tampered {
        let mut browser = parent.browser.clone();
        browser.set_cookie(name, &value);
        let found = browser.open(&page).unwrap();
        assert!(found.path == parent.at("sign-in") || found.status().is_client_error(), "{value}: {}", found.path);
        assert!(!found.answer.body.contains(&parent.person.forenames[0]));
    }
    // A cookie of one name does not open under another.
    let mut browser = gate.browser().unwrap();
    browser.set_cookie("__Host-sg-asked", &good);
    assert_eq!(browser.open(&parent.at("sign-in/code")).unwrap().path, parent.at("sign-in"));
    assert_eq!(parent.browser.clone().open(&page).unwrap().status(), 200);
}

#[test]
fn codes_tokens_and_ids_that_are_not_theirs_lead_nowhere() {
    let (gate, mut parent, page) = signed_in();
    let neighbour = gate.somebody(SCHOOL).unwrap();
    let pupil = gate.somebody(OTHER_SCHOOL).unwrap().children[0].clone();
    let mut addresses = Vec::new();
    for id in [neighbour.children[0].as_str(), &pupil, "0", "..", "%2e%2e", "%00", "a%2Fb", &"a".repeat(500)] {
        for at in ["consent/child/{}", "consent/child/{}/withdraw", "consent/done/{}", "consent/decide/{}/1"] {
            addresses.push(parent.at(&at.replace("{}", id)));
        }
        addresses.push(parent.at(&format!("consent/receipt/{id}/file")));
    }
    addresses.push(format!("/s/{OTHER_SCHOOL}/consent/child/{pupil}"));
    addresses.push("/s/no-such-school/consent/children".to_owned());
    for address in addresses {
        let found = parent.browser.open(&address).unwrap();
        let led_to_sign_in = found.path == format!("/s/{OTHER_SCHOOL}/sign-in");
        assert!(led_to_sign_in || found.status().is_client_error(), "{address}: {} {}", found.path, found.status());
    }

    // A form of one's own page, turned to another's child, and one with another's token.
    let form = parent.browser.open(&page).unwrap().forms().unwrap().remove(0);
    let token = form.value("form-token").unwrap().to_owned();
    let turned = Form::made_up(
        &parent.at(&format!("consent/child/{}/withdraw", neighbour.children[0])),
        &[("form-token", &token), ("operation", "0123456789abcdef0123456789abcdef"), ("removal", "from-now-on")],
    );
    assert_eq!(parent.browser.submit_once(&turned).unwrap().status, 404);
    let mut other = Parent::new(gate.browser().unwrap(), SCHOOL, neighbour);
    other.sign_in(gate.base()).unwrap();
    let borrowed = Form::made_up(&other.at("consent/begin"), &[("form-token", &token), ("whom", "all")]);
    assert_eq!(other.browser.submit_once(&borrowed).unwrap().status, 403);
    assert!(other.history(&other.person.children[0].clone()).unwrap().is_empty());

    // Another site's form, as browsers tell of it.
    let begin = Form::made_up(&parent.at("consent/begin"), &[("form-token", &token), ("whom", "all")]);
    for header in [("sec-fetch-site", "cross-site"), ("origin", "https://elsewhere.example.org")] {
        let body = Some((FORM, begin.encoded()));
        let answer = parent.browser.send(Method::POST, &begin.action, body, &[header]).unwrap();
        assert_eq!(answer.status, 403, "{header:?}");
    }
}

#[test]
fn a_code_is_dead_after_five_guesses_and_a_street_is_not_kept_out() {
    let gate = shared();
    let mut parent = Parent::new(gate.browser().unwrap(), SCHOOL, gate.somebody(SCHOOL).unwrap());
    let form = parent.ask().unwrap();
    let code = journeys::parent::codes(gate.base()).unwrap()[parent.e_mail().unwrap()].clone();
    // Six digits that are not the code.
    let wrong = if code.starts_with('1') { code.replacen('1', "2", 1) } else { format!("1{}", &code[1..]) };
    for _ in 0..5 {
        assert_eq!(parent.browser.submit(&form.clone().with("code", &wrong)).unwrap().status(), 422);
    }
    assert_eq!(parent.browser.submit(&form.with("code", &code)).unwrap().status(), 422, "the right code, too late");
    assert_eq!(parent.browser.open(&parent.at("consent/children")).unwrap().path, parent.at("sign-in"));

    // One street guessing letters' codes.
    let mut browser = gate.browser().unwrap();
    let form = browser.open(&parent.at("sign-in/letter")).unwrap().form("/sign-in/letter").unwrap();
    let guess = form.with("letter-code", "0000-1111-2222-3333");
    for _ in 0..11 {
        assert_eq!(
            browser.submit_once(&guess).unwrap().status,
            422,
            "families behind the same address are not kept out"
        );
    }
}

/// One request that no browser sends, and then a decent one.
struct Exchange {
    reply: Reply,
    /// Whether the decent one was served on the same connection; it always is on another.
    same_connection: bool,
}

fn exchange(gate: &Gate, what: &str, line: &[u8], headers: &[&[u8]], body: &[u8]) -> Exchange {
    let mut wire = Wire::open(gate.base()).unwrap();
    let reply = wire.ask(line, headers, body).unwrap_or_else(|error| panic!("{what}: {error:#}"));
    let health = |wire: &mut Wire| wire.ask(b"GET /health HTTP/1.1", &[], b"");
    let same = health(&mut wire);
    assert_eq!(health(&mut Wire::open(gate.base()).unwrap()).unwrap().status, 200, "after {what}");
    Exchange { reply, same_connection: same.is_ok_and(|health| health.status == 200) }
}

#[test]
fn broken_bytes_on_the_wire_are_refused_and_the_next_request_is_served() {
    let gate = shared();
    let long = format!("GET /s/{SCHOOL}/{} HTTP/1.1", "a".repeat(6_000));
    let lines: [&[u8]; 9] = [
        b"GET /s/%zz/ HTTP/1.1",
        b"GET /s/%/ HTTP/1.1",
        b"GET /s/elmswick/%ff%fe HTTP/1.1",
        b"GET /s/elmswick/%00 HTTP/1.1",
        b"GET /s/elmswick/..%2f..%2fhealth HTTP/1.1",
        b"GET /s/elmswick/sign-in?lang=%c3%28 HTTP/1.1",
        b"GET //s//elmswick// HTTP/1.1",
        long.as_bytes(),
        b"GET /s/elmswick/consent/children/\xff\xfe HTTP/1.1",
    ];
    for line in lines {
        let what = String::from_utf8_lossy(line).chars().take(60).collect::<String>();
        let Exchange { reply, same_connection } = exchange(&gate, &what, line, &[], b"");
        assert!((400..500).contains(&reply.status), "{what}: {} {}", reply.status, reply.body);
        assert!(same_connection || reply.closes(), "{what}");
    }

    let many = format!("cookie: {}", "a=b; ".repeat(5_000));
    let headers: [&[u8]; 7] = [
        b"cookie: \xff\xfe=\xfd",
        b"cookie: __Host-sg-session",
        b"accept-language: ;;;q=9,,\xe9",
        b"accept: text/html;q=1e9, */*;q=-1",
        b"content-type: ;;;",
        b"spin-client-addr: 1.2.3.4, \xff",
        many.as_bytes(),
    ];
    for header in headers {
        let what = String::from_utf8_lossy(header).chars().take(60).collect::<String>();
        let Exchange { reply, same_connection } =
            exchange(&gate, &what, b"GET /s/elmswick/sign-in HTTP/1.1", &[header], b"");
        assert!(reply.status == 200 || (400..500).contains(&reply.status), "{what}: {} {}", reply.status, reply.body);
        assert!(same_connection, "{what}");
    }

    // Of these nobody can tell where the next request begins, so their connection may end.
    let bodies: [(&[u8], &[u8], &[u8]); 3] = [
        (b"transfer-encoding: chunked", b"accept: */*", b"zz\r\nhello\r\n0\r\n\r\n"),
        (b"content-length: -1", b"accept: */*", b""),
        (b"content-length: 3", b"content-length: 5", b"a=b&c"),
    ];
    for (first, second, body) in bodies {
        let what = String::from_utf8_lossy(first).into_owned();
        let headers = [KIND.as_bytes(), first, second];
        let reply = exchange(&gate, &what, POST.as_bytes(), &headers, body).reply;
        assert!((400..500).contains(&reply.status), "{what}: {} {}", reply.status, reply.body);
    }
}

#[test]
fn five_megabytes_are_refused_and_the_next_request_is_served() {
    let gate = shared();
    let body = format!("email={}", "a".repeat(5 << 20));
    let announced = format!("content-length: {}", body.len());
    let headers = [KIND.as_bytes(), announced.as_bytes()];
    let reply = exchange(&gate, "5 MB announced", POST.as_bytes(), &headers, body.as_bytes()).reply;
    assert_eq!(reply.status, 413, "{}", reply.body);

    let chunk = format!("{:x}\r\n{}\r\n", 1 << 16, "a".repeat(1 << 16));
    let chunked = format!("{}0\r\n\r\n", chunk.repeat(80));
    let headers = [KIND.as_bytes(), b"transfer-encoding: chunked"];
    let reply = exchange(&gate, "5 MB in pieces", POST.as_bytes(), &headers, chunked.as_bytes()).reply;
    assert_eq!(reply.status, 413, "{}", reply.body);
}

#[test]
fn a_browser_that_lies_about_where_it_is_gains_no_tries() {
    let gate = shared();
    let mut browser: Browser = gate.browser().unwrap();
    let form = browser.open(&format!("/s/{SCHOOL}/sign-in/letter")).unwrap().form("/sign-in/letter").unwrap();
    let guess = form.with("letter-code", "0000-1111-2222-3333").encoded();
    let mut guess_from = |number: usize| {
        let address = format!("192.0.{number}.1");
        let lies =
            [("spin-client-addr", address.as_str()), ("x-forwarded-for", &address), ("forwarded", "for=192.0.2.1")];
        let body = Some((FORM, guess.clone()));
        browser.send(Method::POST, &format!("/s/{SCHOOL}/sign-in/letter"), body, &lies).unwrap().status.as_u16()
    };
    for number in 0..100 {
        assert_eq!(guess_from(number), 422, "number {number}");
    }
    let began = Instant::now();
    assert_eq!(guess_from(100), 422);
    assert!(began.elapsed() >= Duration::from_millis(900), "all of them are one network, which waits by now");
}
