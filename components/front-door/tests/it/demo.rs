//! What only a demonstration has.

use futures::executor::block_on;
use http::Method;
use letters::{Attempt, Courier, Letter, SignInCodeLetter};
use school_types::{Language, OperationId, Redacted};
use testkit::installation::{ASH, ELM, school};
use words::Words;

use crate::harness::{DEMONSTRATING_BY_POST, IN_EARNEST, Setup};

const HOSTILE: &str = "<script>alert(1)</script> & \"quoted\"";

/// Sends a code in the name of a school that calls itself `name`.
fn post(setup: &Setup, number: u8, name: &str) {
    let code = records::SentCode::Short("042917".parse().unwrap());
    let letter = Letter {
        id: OperationId::from_bytes([number; OperationId::BYTES]),
        school: school(ELM),
        contact: None,
        to: Redacted::new("odalys@quill.example.org".to_owned()),
        message: SignInCodeLetter { school: name, code: &code }.write(Words::new(Language::En)),
    };
    block_on(setup.outbox().send(&letter, Attempt::First)).unwrap();
}

#[test]
fn a_demonstration_lists_its_schools() {
    for language in Language::ALL {
        let setup = Setup::new();
        let mut browser = setup.browser();
        browser.speak(language);
        let page = browser.open("/");
        assert_eq!(page.links("/s/"), [format!("/s/{ASH}/"), format!("/s/{ELM}/")]);
        for link in page.links("/") {
            assert_eq!(browser.open(&link).status().as_u16(), 200, "{link}");
        }
    }
}

#[test]
fn letters_can_be_read_each_once_and_harm_nobody() {
    for language in Language::ALL {
        let setup = Setup::new();
        let mut browser = setup.browser();
        browser.speak(language);
        assert_eq!(browser.open("/dev/outbox").texts("main .notice").len(), 0);
        post(&setup, 1, "First School");
        post(&setup, 2, HOSTILE);
        post(&setup, 2, HOSTILE);
        let page = browser.open("/dev/outbox");
        assert_eq!(page.texts("main .notice").len(), 2);
        assert!(page.text().contains(HOSTILE) && !page.answer.body.contains("<script>alert"));

        let answer = browser.send(Method::GET, "/dev/outbox.json", None, &[]);
        assert_eq!(answer.header("content-type"), "application/json");
        let letters: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(letters.as_array().map(Vec::len), Some(2));
        assert!(letters[0]["text"].as_str().unwrap().contains(HOSTILE));
        assert!(letters[1]["text"].as_str().unwrap().contains("042 917"));
        assert_eq!(letters[1]["to"], "odalys@quill.example.org");
    }
}

#[test]
fn elsewhere_nobody_reads_letters_or_learns_which_schools_there_are() {
    for settings in [DEMONSTRATING_BY_POST, IN_EARNEST] {
        let setup = Setup::with(settings);
        post(&setup, 1, "Fernhill");
        for path in ["/", "/dev/outbox", "/dev/outbox.json"] {
            let page = setup.browser().open(path);
            assert_eq!(page.status().as_u16(), 404, "{path}");
            for secret in ["Fernhill", "odalys", ELM, ASH] {
                assert!(!page.answer.body.contains(secret), "{path} shows {secret}");
            }
        }
    }
}
