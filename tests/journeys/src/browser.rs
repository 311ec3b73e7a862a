//! A browser without scripts: keeps cookies, follows redirects, fills in the forms it finds on a page.

use std::{
    collections::BTreeMap,
    net::{IpAddr, Ipv4Addr},
    time::Duration,
};

use anyhow::{Context, Result, bail};
use reqwest::{Method, StatusCode, blocking::Client, header, redirect::Policy};

use crate::page::{Form, Page};

/// One person's browser.
#[derive(Clone)]
pub struct Browser {
    base: String,
    client: Client,
    cookies: BTreeMap<String, String>,
}

/// What came back, before any redirect was followed.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: header::HeaderMap,
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
    /// A browser with no cookies, at the loopback address 127.0.0.1.
    pub fn new(base: &str) -> Result<Self> {
        Self::from_place(base, 0)
    }

    /// A browser in another street: each `place` has a /24 of its own within the loopback range, so that rate
    /// limits by source take them for different households.
    pub fn from_place(base: &str, place: u16) -> Result<Self> {
        let [high, low] = place.to_be_bytes();
        let client = Client::builder()
            .redirect(Policy::none())
            .timeout(Duration::from_secs(60))
            .local_address(IpAddr::V4(Ipv4Addr::new(127, high, low, 1)))
            .build()?;
        Ok(Self { base: base.trim_end_matches('/').to_owned(), client, cookies: BTreeMap::new() })
    }

    /// The same browser with the same cookies, led to another host of the application, as a load balancer does.
    #[must_use]
    pub fn led_to(&self, base: &str) -> Self {
        Self { base: base.trim_end_matches('/').to_owned(), ..self.clone() }
    }

    /// Opens an address, following redirects as a browser does.
    pub fn open(&mut self, path: &str) -> Result<Page> {
        let answer = self.send(Method::GET, path, None, &[])?;
        self.follow(path, answer)
    }

    /// Sends a filled-in form, following redirects.
    pub fn submit(&mut self, form: &Form) -> Result<Page> {
        let answer = self.submit_once(form)?;
        self.follow(&form.action, answer)
    }

    /// Sends a filled-in form and returns the very answer, for tests of refusals.
    pub fn submit_once(&mut self, form: &Form) -> Result<Answer> {
        self.send(Method::POST, &form.action, Some(("application/x-www-form-urlencoded", form.encoded())), &[])
    }

    /// Any request at all, with this browser's cookies; redirects are not followed.
    pub fn send(
        &mut self,
        method: Method,
        path: &str,
        body: Option<(&str, String)>,
        headers: &[(&str, &str)],
    ) -> Result<Answer> {
        let mut request = self.client.request(method, format!("{}{path}", self.base));
        if !self.cookies.is_empty() {
            let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some((content_type, body)) = body {
            request = request.header(header::CONTENT_TYPE, content_type).body(body);
        }
        let response = request.send().context("the application did not answer")?;
        let status = response.status();
        let headers = response.headers().clone();
        self.keep_cookies(&headers);
        Ok(Answer { status, headers, body: response.text()? })
    }

    /// The value of a cookie, or nothing.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Replaces a cookie, as somebody who tampers would.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Forgets every cookie, as a fresh private window does.
    pub fn forget(&mut self) {
        self.cookies.clear();
    }

    fn keep_cookies(&mut self, headers: &header::HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok()) {
            let pair = line.split(';').next().unwrap_or_default();
            let Some((name, value)) = pair.split_once('=') else { continue };
            if line.to_ascii_lowercase().contains("max-age=0") {
                self.cookies.remove(name.trim());
            } else {
                self.cookies.insert(name.trim().to_owned(), value.trim().to_owned());
            }
        }
    }

    fn follow(&mut self, path: &str, mut answer: Answer) -> Result<Page> {
        let mut path = path.to_owned();
        for _ in 0..10 {
            if !answer.status.is_redirection() {
                return Ok(Page::new(path, answer));
            }
            let location = answer.header("location").to_owned();
            path = location.strip_prefix(&self.base).unwrap_or(&location).to_owned();
            answer = self.send(Method::GET, &path, None, &[])?;
        }
        bail!("redirected in circles")
    }
}
