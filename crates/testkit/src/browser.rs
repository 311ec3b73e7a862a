//! A browser without scripts, in the same process as the component it speaks to.

use std::{collections::BTreeMap, rc::Rc};

use bytes::Bytes;
use futures::{executor::block_on, future::LocalBoxFuture};
use http::{HeaderMap, Method, Request, Response, StatusCode, header};
use school_types::Language;

use crate::{answer_checks::assert_safe_answer, fail, form::Form, page::Page};

/// What a browser speaks to: a component, apart from any platform.
pub type Application = Rc<dyn Fn(Request<Bytes>) -> LocalBoxFuture<'static, Response<Bytes>>>;

/// The header a platform names the client's address in (the setting `client_address_header`).
const CLIENT: &str = "spin-client-addr";
const FORM: &str = "application/x-www-form-urlencoded";

/// One person's browser: keeps cookies, follows redirects, fills in the forms it finds. Every answer it gets is checked:
/// security headers, and a sound page. A clone is the same browser in another moment: its cookies go their own way.
#[derive(Clone)]
pub struct Browser {
    application: Application,
    cookies: BTreeMap<String, String>,
    source: String,
}

/// What came back, before any redirect was followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, as text.
    pub body: String,
}

impl Answer {
    /// The value of a header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }
}

impl Browser {
    /// A browser with no cookies.
    pub fn new(application: &Application) -> Self {
        Self::from_place(application, 0)
    }

    /// A browser in another street: each `place` has a /24 of its own, so that limits by source take them for different
    /// households.
    pub fn from_place(application: &Application, place: u16) -> Self {
        let [high, low] = place.to_be_bytes();
        let source = format!("10.{high}.{low}.1:4711");
        Self { application: Rc::clone(application), cookies: BTreeMap::new(), source }
    }

    /// The same person, with the same cookies, at a copy of the application.
    #[must_use]
    pub fn at(&self, application: &Application) -> Self {
        Self { application: Rc::clone(application), ..self.clone() }
    }

    /// Reads pages in `language` from now on, as the language switch remembers it.
    pub fn speak(&mut self, language: Language) {
        self.set_cookie("__Host-sg-lang", language.tag());
    }

    /// Opens an address, following redirects as a browser does.
    pub fn open(&mut self, path: &str) -> Page {
        let answer = self.send(Method::GET, path, None, &[]);
        self.follow(path, answer)
    }

    /// Sends a filled-in form, following redirects.
    pub fn submit(&mut self, form: &Form) -> Page {
        let answer = self.submit_once(form);
        self.follow(&form.action, answer)
    }

    /// Sends a filled-in form and returns the very answer, for tests of refusals.
    pub fn submit_once(&mut self, form: &Form) -> Answer {
        self.send(Method::POST, &form.action, Some((FORM, form.encoded().into())), &[])
    }

    /// Any request at all, with this browser's cookies; redirects are not followed.
    pub fn send(
        &mut self,
        method: Method,
        path: &str,
        body: Option<(&str, Bytes)>,
        headers: &[(&str, &str)],
    ) -> Answer {
        let request = self.request(method, path, body, headers);
        let response = block_on((self.application)(request));
        self.receive(path, response)
    }

    /// A filled-in form on its way: to send several at the same moment.
    pub fn sending(&self, form: &Form) -> LocalBoxFuture<'static, Response<Bytes>> {
        (self.application)(self.request(Method::POST, &form.action, Some((FORM, form.encoded().into())), &[]))
    }

    /// Checks an answer, keeps its cookies, and hands it over.
    pub fn receive(&mut self, path: &str, response: Response<Bytes>) -> Answer {
        let (head, body) = response.into_parts();
        let is_file = head.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/octet-stream");
        let body = match String::from_utf8(body.into()) {
            Ok(body) => body,
            // Only its beginning can be compared.
            Err(file) if is_file => String::from_utf8_lossy(file.as_bytes()).into_owned(),
            Err(_) => fail(format!("{path}: an answer that is no text")),
        };
        let answer = Answer { status: head.status, headers: head.headers, body };
        assert_safe_answer(path, &answer);
        self.keep_cookies(&answer.headers);
        answer
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// The names of its cookies.
    pub fn cookies(&self) -> Vec<String> {
        self.cookies.keys().cloned().collect()
    }

    /// Replaces a cookie, as somebody who tampers would.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Forgets every cookie, as a fresh private window does.
    pub fn forget(&mut self) {
        self.cookies.clear();
    }

    fn request(
        &self,
        method: Method,
        path: &str,
        body: Option<(&str, Bytes)>,
        headers: &[(&str, &str)],
    ) -> Request<Bytes> {
        let mut request = Request::builder().method(method).uri(path).header(CLIENT, &self.source);
        if !self.cookies.is_empty() {
            let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (kind, body) = body.unzip();
        if let Some(kind) = kind.filter(|kind| !kind.is_empty()) {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        match request.body(body.unwrap_or_default()) {
            Ok(request) => request,
            Err(problem) => fail(format!("{path}: a request that cannot be made: {problem}")),
        }
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok()) {
            let pair = line.split(';').next().unwrap_or_default();
            let Some((name, value)) = pair.split_once('=') else { continue };
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    fn follow(&mut self, path: &str, mut answer: Answer) -> Page {
        let mut path = path.to_owned();
        for _ in 0..10 {
            if !answer.status.is_redirection() {
                return Page::new(path, answer);
            }
            path = answer.header("location").to_owned();
            answer = self.send(Method::GET, &path, None, &[]);
        }
        fail(format!("{path}: redirected in circles"))
    }
}
