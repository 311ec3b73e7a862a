//! The component over a made-up installation.

use std::rc::Rc;

use front_door::{FrontDoor, LARGEST_REQUEST};
use http_body_util::Full;
use letters::Outbox;
use reception::Desk;
use records::Asker;
use settings::Settings;
use testkit::{Application, Browser, Installation};

/// The component, with its installation.
pub(crate) struct Setup {
    pub(crate) installation: Installation,
    pub(crate) application: Application,
}

/// A demonstration, whose letters stay here.
pub(crate) const DEMONSTRATION: &[(&str, &str)] = &[("demo", "true"), ("delivery", "outbox")];
/// An installation in earnest.
pub(crate) const IN_EARNEST: &[(&str, &str)] = &[("delivery", "notify")];
/// What demonstrates, but sends its letters.
pub(crate) const DEMONSTRATING_BY_POST: &[(&str, &str)] = &[("demo", "true"), ("delivery", "notify")];

impl Setup {
    pub(crate) fn new() -> Self {
        Self::with(DEMONSTRATION)
    }

    pub(crate) fn with(settings: &[(&str, &str)]) -> Self {
        let installation = Installation::new();
        let settings = Settings::from_pairs(settings.iter().copied()).unwrap();
        let records = installation.records_of("front-door", Asker::Visitor);
        let door = Rc::new(FrontDoor::new(Desk::new(records, settings, installation.clock.clone())));
        let application: Application = Rc::new(move |request: http::Request<bytes::Bytes>| {
            let door = Rc::clone(&door);
            Box::pin(async move { door.answer(web::read(request.map(Full::new), LARGEST_REQUEST).await).await })
        });
        Self { installation, application }
    }

    pub(crate) fn browser(&self) -> Browser {
        Browser::new(&self.application)
    }

    /// Where letters stay.
    pub(crate) fn outbox(&self) -> Outbox {
        Outbox::new(self.installation.records.clone())
    }
}
