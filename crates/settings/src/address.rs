//! Addresses on the web.

use std::fmt;

use http::Uri;

use crate::{SettingsError, wrong};

/// Scheme, host and perhaps port, without a slash at the end: `https://gate.example.org`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    pub(crate) fn parse(name: &'static str, text: &str, demo: bool) -> Result<Self, SettingsError> {
        let (uri, origin) = web_address(name, text, demo)?;
        if text.ends_with('/') || uri.path() != "/" || uri.query().is_some() {
            return Err(wrong(name, "it has something after the host, if only a slash"));
        }
        Ok(Self(origin))
    }

    /// The origin as browsers write it in an `Origin` header: lower case, no slash at the end.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of `path` (which begins with a slash) at this origin.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A whole address: `https://letters.example.org/inbox`.
#[derive(Clone, PartialEq, Eq)]
pub struct Url(Uri);

impl Url {
    pub(crate) fn parse(name: &'static str, text: &str, demo: bool) -> Result<Self, SettingsError> {
        web_address(name, text, demo).map(|(uri, _)| Self(uri))
    }

    /// The address, for the one request that goes there.
    pub const fn uri(&self) -> &Uri {
        &self.0
    }
}

/// The host only: a path or query of a webhook is often a secret.
impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Url({})", self.0.host().unwrap_or_default())
    }
}

/// Reads an address and its origin in lower case. Plain `http` is for a demonstration, or for this very machine.
fn web_address(name: &'static str, text: &str, demo: bool) -> Result<(Uri, String), SettingsError> {
    let uri: Uri = text.parse().map_err(|_| wrong(name, "it is not a web address"))?;
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return Err(wrong(name, "it is not a whole web address"));
    };
    if authority.as_str().contains('@') {
        return Err(wrong(name, "it has a name or password in it"));
    }
    if authority.host().is_empty() {
        return Err(wrong(name, "it has no host"));
    }
    let here = matches!(authority.host(), "localhost" | "127.0.0.1" | "[::1]");
    match scheme {
        "https" => {}
        "http" if demo || here => {}
        _ => return Err(wrong(name, "it does not begin with https://")),
    }
    Ok((uri.clone(), format!("{scheme}://{}", authority.as_str().to_ascii_lowercase())))
}
