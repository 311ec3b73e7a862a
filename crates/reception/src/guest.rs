//! One request, with what every action needs to answer it.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use http::{StatusCode, header::AUTHORIZATION};
use pages::{Chrome, Refused, Render, SchoolLook};
use profiles::SchoolSettings;
use records::TokenScope;
use school_types::{SchoolId, Timestamp};
use web::{Cookie, Fields, FormGuard, Refusal, Request, Response, Visit};
use words::Words;

use crate::{Desk, Problem};

/// A request at the desk. Lives as long as the request.
pub struct Guest<'d> {
    pub(crate) desk: &'d Desk,
    pub(crate) request: Request,
    pub(crate) school: Option<Rc<SchoolSettings>>,
    pub(crate) words: Words,
    pub(crate) visit: Visit,
    /// Not sent yet, and only ever with a form: who merely reads is given no cookie.
    pub(crate) visit_cookie: Cell<Option<Cookie>>,
    pub(crate) cookies: RefCell<Vec<Cookie>>,
    pub(crate) now: Timestamp,
    /// Whether the address can be opened as well as sent to.
    pub(crate) is_page: Cell<bool>,
    /// Where somebody signs in who has to for what they asked, below the school's address.
    pub(crate) sign_in: Cell<&'static str>,
}

impl<'d> Guest<'d> {
    /// The desk it came to: records and settings.
    pub const fn desk(&self) -> &'d Desk {
        self.desk
    }

    /// The request.
    pub const fn request(&self) -> &Request {
        &self.request
    }

    /// Whether a program asks, which is answered as data: by the address, or by what it accepts.
    pub fn is_program(&self) -> bool {
        web::is_for_programs(&self.request) || web::wants_json(&self.request)
    }

    /// The messages in the reader's language.
    pub const fn words(&self) -> Words {
        self.words
    }

    /// When the request came.
    pub const fn now(&self) -> Timestamp {
        self.now
    }

    /// The school the address names.
    ///
    /// # Errors
    /// [`Problem::Broken`] on a route that names none: a fault of its list of routes.
    pub fn school(&self) -> Result<&SchoolSettings, Problem> {
        self.shared_school().map(Rc::as_ref)
    }

    /// The same, as requests share it: the same value for as long as the settings are known to be the same.
    ///
    /// # Errors
    /// As [`Guest::school`].
    pub fn shared_school(&self) -> Result<&Rc<SchoolSettings>, Problem> {
        self.school.as_ref().ok_or(Problem::Broken("the route names no school"))
    }

    /// The school's slug.
    ///
    /// # Errors
    /// As [`Guest::school`].
    pub fn school_id(&self) -> Result<&SchoolId, Problem> {
        self.school().map(SchoolSettings::id)
    }

    /// An address below the school's: `at("consent")` is `/s/elm-street/consent`.
    ///
    /// # Errors
    /// As [`Guest::school`].
    pub fn at(&self, path: &str) -> Result<String, Problem> {
        Ok(format!("/s/{}/{path}", self.school_id()?))
    }

    /// The page's surroundings: the school's look, and the switch of languages where the page can be opened again.
    pub fn chrome(&self, title: impl Into<String>) -> Chrome {
        let mut chrome = Chrome::new(self.words, title);
        if let Some(school) = &self.school {
            let at = |path: &str| format!("/s/{}/{path}", school.id());
            chrome = chrome
                .school(&SchoolLook::of(school, self.words.language()))
                .foot_link(self.words.privacy_title(), at("privacy"))
                .foot_link(self.words.accessibility_title(), at("accessibility"));
        }
        // A browser reads `//host` and `/\host` as another site: no link is made of such an address.
        let path = self.request.path();
        let is_own = !path.starts_with("//") && !path.contains('\\');
        // A page that came of sending a form cannot be opened again; where the same address shows one, that is offered, and
        // else the school's first page: nobody is left with an error in a language they do not read.
        if is_own && (self.request.is_read() || self.is_page.get()) {
            chrome = chrome.languages(path);
        } else if let Some(school) = &self.school {
            chrome = chrome.languages(format!("/s/{}/", school.id()));
        }
        chrome
    }

    /// A token for a form of somebody who is not signed in. The answer then carries the cookie of their visit.
    pub fn token(&self) -> String {
        self.cookies.borrow_mut().extend(self.visit_cookie.take());
        self.guard_of(self.visit.id()).issue()
    }

    /// Reads the form and checks that it came from a page shown to this browser.
    ///
    /// # Errors
    /// A [`web::Refusal`] when it is no form, or came from elsewhere.
    pub fn form(&self) -> Result<Fields, Problem> {
        let fields = self.request.form()?;
        self.check_form_of(self.visit.id(), &fields)?;
        Ok(fields)
    }

    /// Checks that the request comes from the operator's clock: `Authorization: Bearer` (RFC 6750 section 2.1) with the
    /// token of the setting `task_token`. For routes of [`web::Access::Token`] that serve the whole installation.
    ///
    /// # Errors
    /// [`Refusal::TokenNeeded`] without it, and for everybody where the operator has set no token.
    pub fn check_task_token(&self) -> Result<(), Problem> {
        let expected = self.desk.settings().task_token.as_ref().ok_or(Refusal::TokenNeeded)?;
        let holds = self.bearer().is_some_and(|token| vault::same(token.as_bytes(), expected.reveal().as_bytes()));
        if holds { Ok(()) } else { Err(Refusal::TokenNeeded.into()) }
    }

    /// Checks that the request comes from a program of the school the address names, with one of the school's API tokens that
    /// was made for `scope`. For routes of [`web::Access::Token`] below a school. One read.
    ///
    /// # Errors
    /// [`Refusal::TokenNeeded`] without one, or with another school's; [`Refusal::TokenScope`] with one made for other things.
    pub async fn check_school_token(&self, scope: TokenScope) -> Result<(), Problem> {
        let token = self.bearer().filter(|token| !token.is_empty()).ok_or(Refusal::TokenNeeded)?;
        let scopes = self.desk.records().token_scopes(self.school_id()?, token).await?.ok_or(Refusal::TokenNeeded)?;
        let needed = scope.as_str();
        if scopes.contains(&scope) { Ok(()) } else { Err(Refusal::TokenScope { needed }.into()) }
    }

    /// The token of `Authorization: Bearer` (RFC 6750 section 2.1).
    fn bearer(&self) -> Option<&str> {
        let (scheme, token) = self.request.header(&AUTHORIZATION)?.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
    }

    /// What issues and checks the tokens of forms shown in a session.
    pub fn guard_of<'g>(&'g self, session: &'g [u8; 16]) -> FormGuard<'g> {
        FormGuard::new(self.desk.records().vault(), session, self.now)
    }

    /// Checks that `fields`, however they were read, came from a page shown in this session.
    ///
    /// # Errors
    /// A [`web::Refusal`] when they came from elsewhere.
    pub fn check_form_of(&self, session: &[u8; 16], fields: &Fields) -> Result<(), Problem> {
        Ok(self.guard_of(session).check(&self.request, fields, self.desk.own_origin())?)
    }

    /// Sets a cookie on the answer.
    pub fn set_cookie(&self, cookie: Cookie) {
        self.cookies.borrow_mut().push(cookie);
    }

    /// A page.
    pub fn page(&self, chrome: &Chrome, body: impl Render) -> Response {
        web::page(StatusCode::OK, pages::page(chrome, body))
    }

    /// The page of what was not done, with the status and the headers that belong to it.
    pub fn refusal(&self, refusal: &Refusal, chrome: &Chrome, page: Refused) -> Response {
        let mut response = web::page(refusal.status(), pages::page(chrome, page));
        refusal.mark(&mut response);
        response
    }

    /// The same page again with what is wrong in the form: 422, nothing written.
    pub fn page_with_errors(&self, chrome: Chrome, body: impl Render) -> Response {
        let chrome = chrome.has_errors(true);
        web::page(StatusCode::UNPROCESSABLE_ENTITY, pages::page(&chrome, body))
    }
}
