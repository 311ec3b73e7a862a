//! What the tests of this crate share.

use std::{
    cell::{Ref, RefCell},
    rc::Rc,
};

use bytes::Bytes;
use clock::{Clock, Hand};
use futures::future::LocalBoxFuture;
use records::{Asker, Records};
use school_types::{Language, OperationId, SchoolId};
use testkit::MemoryStore;
use vault::{MasterKey, Vault};
use words::Words;

use crate::{Http, HttpError, Kind, Letter, Message, Part, SignInCodeLetter};

/// Whether a message is what its file says: the subject, an empty line, the text.
#[track_caller]
pub(crate) fn check_letter(message: &Message, expected: &str) {
    let written = format!("{}\n\n{}", message.subject.reveal(), message.text());
    assert_eq!(written, expected);
}

pub(crate) fn elm() -> SchoolId {
    "elm-street".parse().unwrap()
}

/// A letter that plants what must not be found anywhere.
pub(crate) fn letter(kind: Kind, id: u8) -> Letter {
    let message = match kind {
        Kind::SignInCode => {
            let code = records::SentCode::Short("042917".parse().unwrap());
            SignInCodeLetter { school: "Elm Street", code: &code }.write(Words::new(Language::En))
        }
        _ => Message::new(kind, Language::En, "Planted subject", vec![Part::Paragraph("Planted text".to_owned())]),
    };
    Letter {
        id: OperationId::from_bytes([id; 15]),
        school: elm(),
        contact: None,
        to: "planted@example.org".to_owned().into(),
        message,
    }
}

/// Records in memory with a clock moved by hand.
pub(crate) fn records() -> (MemoryStore, Records, Hand) {
    let (clock, hand) = Clock::by_hand("2026-09-01T08:00:00Z".parse().unwrap());
    let store = MemoryStore::new();
    let vault = Vault::new(MasterKey::from_bytes([7; 32]), None);
    let records = Records::new(store.handle(), vault, clock, Asker::task("test"));
    (store, records, hand)
}

type Answer = Result<http::Response<Bytes>, HttpError>;

/// A network that answers as it is told and remembers what it was sent.
#[derive(Clone, Default)]
pub(crate) struct FakeHttp {
    answers: Rc<RefCell<Vec<Answer>>>,
    sent: Rc<RefCell<Vec<http::Request<Bytes>>>>,
}

impl FakeHttp {
    /// Answers the next request that has no answer yet.
    pub(crate) fn answer(&self, status: u16, headers: &[(&str, &str)], body: &str) {
        let mut response = http::Response::builder().status(status);
        for (name, value) in headers {
            response = response.header(*name, *value);
        }
        self.answers.borrow_mut().push(Ok(response.body(Bytes::from(body.to_owned())).unwrap()));
    }

    /// Fails the next request that has no answer yet.
    pub(crate) fn fail(&self) {
        self.answers.borrow_mut().push(Err(HttpError::Unreachable));
    }

    /// Every request so far.
    pub(crate) fn sent(&self) -> Ref<'_, Vec<http::Request<Bytes>>> {
        self.sent.borrow()
    }
}

impl Http for FakeHttp {
    fn send(&self, request: http::Request<Bytes>) -> LocalBoxFuture<'_, Answer> {
        self.sent.borrow_mut().push(request);
        let answer = self.answers.borrow_mut().remove(0);
        Box::pin(async move { answer })
    }
}
