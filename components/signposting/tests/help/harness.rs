//! The component over a made-up installation, with a network that answers as told.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use bytes::Bytes;
use futures::{executor::block_on, future::LocalBoxFuture};
use http::{Method, Response, StatusCode};
use http_body_util::Full;
use reception::Desk;
use records::Asker;
use settings::Settings;
use signposting::{Answered, Fetch, LARGEST_REQUEST, NoAnswer, Signposting};
use testkit::{Application, Browser, Installation};

/// What the operator's scheduler presents.
pub(crate) const TOKEN: &str = "a-token-of-the-operator-for-its-tasks";

/// Every site answers, but for these addresses.
#[derive(Default)]
pub(crate) struct Sites(pub(crate) RefCell<BTreeMap<String, u16>>);

impl Fetch for Sites {
    fn ask(&self, request: http::Request<()>) -> LocalBoxFuture<'_, Result<Answered, NoAnswer>> {
        let status = self.0.borrow().get(&request.uri().to_string()).copied().unwrap_or(200);
        let answered = match status {
            0 => Err(NoAnswer),
            status => Ok(Answered { status: StatusCode::from_u16(status).unwrap(), location: None }),
        };
        Box::pin(async move { answered })
    }
}

/// The component and its installation.
pub(crate) struct Setup {
    pub(crate) installation: Installation,
    pub(crate) application: Application,
    pub(crate) sites: Rc<Sites>,
}

impl Setup {
    pub(crate) fn new() -> Self {
        let installation = Installation::new();
        // The templates were written for this school year.
        installation.hand.set("2026-11-24T10:00:00Z".parse().unwrap());
        let sites = Rc::new(Sites::default());
        let application = application(&installation, &sites);
        Self { installation, application, sites }
    }

    /// The component over the same installation, which has not answered anything yet.
    pub(crate) fn afresh(&self) -> Application {
        application(&self.installation, &self.sites)
    }

    pub(crate) fn at(&self, moment: &str) {
        self.installation.hand.set(moment.parse().unwrap());
    }

    pub(crate) fn browser(&self) -> Browser {
        Browser::new(&self.application)
    }

    /// A request with these headers, past the checks that hold for every page but a panel.
    pub(crate) fn raw(&self, method: Method, path: &str, headers: &[(&str, &str)]) -> Response<Bytes> {
        raw(&self.application, method, path, headers)
    }
}

/// The same of any application.
pub(crate) fn raw(application: &Application, method: Method, path: &str, headers: &[(&str, &str)]) -> Response<Bytes> {
    let mut request = http::Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    block_on(application(request.body(Bytes::new()).unwrap()))
}

fn application(installation: &Installation, sites: &Rc<Sites>) -> Application {
    let settings = Settings::from_pairs([("task_token", TOKEN), ("public_address", "https://gate.example.org")]);
    let records = installation.records_of("signposting", Asker::Visitor);
    let desk = Desk::new(records, settings.unwrap(), installation.clock.clone());
    let component = Rc::new(Signposting::new(desk, Rc::clone(sites) as Rc<dyn Fetch>, Rc::default()));
    Rc::new(move |request: http::Request<Bytes>| {
        let component = Rc::clone(&component);
        Box::pin(async move {
            let request = web::read(request.map(Full::new), LARGEST_REQUEST).await;
            component.answer(request).await
        })
    })
}
