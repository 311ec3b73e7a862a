//! The way of a request through a component.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use clock::Clock;
use http::Method;
use pages::Refused;
use profiles::SchoolSettings;
use records::Records;
use school_types::SchoolId;
use settings::{Delivery, Settings};
use web::{Access, Caching, Framing, Refusal, Request, Response, Route, Visit, choose_language};
use words::Words;

use crate::{Guest, Pause, Problem};

/// Who may show an answer inside a page of theirs: exact origins, from the school's profile. An action puts it among
/// the answer's extensions; without it nobody may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FramedBy(pub Vec<String>);

/// What a component has for one request: its records, settings and clock.
pub struct Desk {
    records: Records,
    settings: Rc<Settings>,
    clock: Clock,
    pause: Option<Pause>,
}

impl Desk {
    /// A desk with these records and settings.
    pub fn new(records: Records, settings: impl Into<Rc<Settings>>, clock: Clock) -> Self {
        Self { records, settings: settings.into(), clock, pause: None }
    }

    /// The same, which can wait: without it nobody is slowed down.
    #[must_use]
    pub fn with_pause(mut self, pause: Pause) -> Self {
        self.pause = Some(pause);
        self
    }

    /// Waits.
    pub(crate) async fn pause(&self, time: Duration) {
        if let Some(pause) = self.pause.filter(|_| !time.is_zero()) {
            pause(time).await;
        }
    }

    /// The records, asked by whoever the desk was opened for.
    pub const fn records(&self) -> &Records {
        &self.records
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The clock.
    pub const fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The origin our own forms come from; empty where the operator has not said, so that none but the token decides.
    pub(crate) fn own_origin(&self) -> &str {
        self.settings.public_address.as_ref().map_or("", |origin| origin.as_str())
    }

    /// Whether this is a demonstration whose letters stay here.
    pub fn is_demonstration(&self) -> bool {
        self.settings.demo && self.settings.delivery == Some(Delivery::Outbox)
    }

    /// Answers a request: finds its route, loads the school that the route's hole `{school}` names, lets `act` do the
    /// component's part, and finishes the answer. Always comes to an answer.
    pub async fn serve<A: Copy>(
        &self,
        routes: &[Route<A>],
        request: Result<Request, Refusal>,
        act: impl AsyncFnOnce(&Guest<'_>, web::Found<A>) -> Result<Response, Problem>,
    ) -> Response {
        let request = match request {
            Ok(request) => request,
            Err(refusal) => return unread(&refusal),
        };
        let method = request.method().clone();
        let found = web::find(routes, &request);
        // Also for an address nobody listed: its refusal then wears the school's own look.
        let named = match request.segments() {
            [first, school, ..] if first == "s" || first == "embed" => school.parse::<SchoolId>().ok(),
            _ => None,
        };
        let school = match &named {
            Some(named) => self.school(named).await,
            None => Ok(None),
        };
        let (school, lost) = match school {
            Ok(school) => (school, None),
            Err(problem) => (None, Some(problem)),
        };
        let guest = match self.guest(request, school) {
            Ok(guest) => guest,
            Err(refusal) => return unread(&refusal),
        };
        let outcome = match (found, lost) {
            (_, Some(problem)) => Err(problem),
            (Err(refusal), None) => Err(refusal.into()),
            (Ok(found), None) => {
                let closed = found.access == Access::DemoOnly && !self.is_demonstration();
                let unknown = found.segment::<String>("school").is_ok() && guest.school.is_none();
                if closed || unknown { Err(Refusal::NotFound.into()) } else { act(&guest, found).await }
            }
        };
        let response = outcome.unwrap_or_else(|problem| refused(&guest, &problem));
        finish(&guest, &method, response)
    }

    async fn school(&self, school: &SchoolId) -> Result<Option<Rc<SchoolSettings>>, Problem> {
        Ok(self.records.school_settings(school).await?)
    }

    fn guest(&self, request: Request, school: Option<Rc<SchoolSettings>>) -> Result<Guest<'_>, Refusal> {
        let school_first = school.as_ref().map(|school| school.profile().first_language());
        // A program says which language it wants; a browser often asks for one that its owner never chose.
        let asked = if web::is_for_programs(&request) { web::preferred_language(&request) } else { None };
        let language = choose_language(&request, asked.or(school_first))?;
        let visit = Visit::of(&request)?;
        let visit_cookie = Cell::new(visit.cookie()?);
        let cookies = RefCell::new(language.cookie.into_iter().collect());
        let words = Words::new(language.language);
        Ok(Guest {
            desk: self,
            request,
            school,
            words,
            visit,
            visit_cookie,
            cookies,
            now: self.clock.now(),
            sign_in: Cell::new("sign-in"),
        })
    }
}

/// The answer of a component that cannot open its desk: a setting is wrong, or the store is not there.
pub fn closed(problem: &Problem) -> Response {
    problem.log();
    unread(&problem.refusal())
}

/// The answer to a request that could not even be read: no school, no language, no cookies.
fn unread(refusal: &Refusal) -> Response {
    let words = Words::new(school_types::Language::En);
    let refused = Refused::new(words, refusal);
    let chrome = pages::Chrome::new(words, refused.title());
    let mut response = web::page(refusal.status(), pages::page(&chrome, refused));
    refusal.mark(&mut response);
    web::secure(response, Caching::NoStore, Framing::Nobody)
}

/// The page, or the problem details, of what was not done.
fn refused(guest: &Guest<'_>, problem: &Problem) -> Response {
    problem.log();
    let refusal = problem.refusal();
    let words = guest.words();
    let refused = Refused::new(words, &refusal);
    if guest.is_program() {
        return web::problem(&refusal, refused.title(), &refused.in_one_line());
    }
    let chrome = guest.chrome(refused.title());
    let refused = match (&refusal, &guest.school) {
        (Refusal::SignInNeeded, Some(school)) => {
            let sign_in = guest.sign_in.get();
            refused.way_on(words.refusal_sign_in_needed_button(), format!("/s/{}/{sign_in}", school.id()))
        }
        (_, Some(school)) => refused.way_on(words.shared_to_front_door(), format!("/s/{}/", school.id())),
        (_, None) => refused,
    };
    guest.refusal(&refusal, &chrome, refused)
}

/// Cookies, headers, and no body for `HEAD`. An action that has set its own caching (a style sheet, a crest) or framing (a
/// panel) keeps it.
fn finish(guest: &Guest<'_>, method: &Method, mut response: Response) -> Response {
    let caching = response.extensions_mut().remove::<Caching>().unwrap_or(Caching::NoStore);
    if matches!(caching, Caching::NoStore) {
        for cookie in guest.cookies.take() {
            web::add_cookie(&mut response, cookie);
        }
    }
    let framed_by = response.extensions_mut().remove::<FramedBy>();
    let origins: Vec<&str> = framed_by.iter().flat_map(|framed_by| &framed_by.0).map(String::as_str).collect();
    web::secure(web::for_method(method, response), caching, Framing::Origins(&origins))
}
