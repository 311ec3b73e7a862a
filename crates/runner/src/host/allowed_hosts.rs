//! `allowed_outbound_hosts`: `scheme://host[:port]` with Spin's wildcards, and which requests they allow.

use ip_network::IpNetwork;
use std::{fmt, net::IpAddr, ops::Range};

/// One entry of `allowed_outbound_hosts`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowedHost {
    scheme: Option<String>,
    host: Host,
    ports: Option<Range<u32>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Host {
    /// `*`
    Any,
    /// `self`: the application itself.
    Own,
    /// `*.example.org`, kept as `.example.org`.
    Below(String),
    /// `example.org`
    Name(String),
    /// `192.0.2.7` or `192.0.2.0/24`
    Network(IpNetwork),
}

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AllowedHostError {
    /// There is no `://`.
    #[error("has no scheme, as in https://example.org")]
    NoScheme,
    /// The scheme is not letters or `*`.
    #[error("has a scheme that is neither letters nor *")]
    BadScheme,
    /// There is something after the host and port.
    #[error("has a path; only scheme, host and port are allowed")]
    HasPath,
    /// The host is empty or has a `*` that is not a whole first label.
    #[error("has a host that is neither a name, an address, *.name nor *")]
    BadHost,
    /// A name below `spin.internal`.
    #[error("calls another component of the application, which the runner does not support")]
    ServiceChaining,
    /// The port is no number, range or `*`, or is missing where the scheme has no usual one.
    #[error("has a port that is neither a number, a range 1..2 nor *")]
    BadPort,
}

impl AllowedHost {
    /// Reads one entry.
    ///
    /// # Errors
    /// What Spin refuses, and names below `spin.internal`.
    pub fn parse(text: &str) -> Result<Self, AllowedHostError> {
        let (scheme, rest) = text.trim().split_once("://").ok_or(AllowedHostError::NoScheme)?;
        let letters = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphabetic());
        if scheme != "*" && !letters(scheme) {
            return Err(AllowedHostError::BadScheme);
        }
        let (host, port) = split_port(rest);
        let ports = match port {
            Some(port) => parse_ports(port)?,
            None => {
                let port = usual_port(scheme).ok_or(AllowedHostError::BadPort)?;
                Some(u32::from(port)..u32::from(port) + 1)
            }
        };
        Ok(Self { scheme: (scheme != "*").then(|| scheme.to_owned()), host: parse_host(host)?, ports })
    }

    /// Whether a request to `scheme://host:port` is allowed. `host` is a name or an address without brackets.
    pub(super) fn allows(&self, scheme: &str, host: &str, port: u16) -> bool {
        let host_allowed = match (&self.host, host.parse::<IpAddr>()) {
            (Host::Any, _) => true,
            (Host::Own, _) => false,
            (Host::Network(network), Ok(address)) => network.contains(address),
            (Host::Network(_), Err(_)) | (Host::Below(_) | Host::Name(_), Ok(_)) => false,
            (Host::Below(suffix), Err(_)) => host.to_ascii_lowercase().ends_with(suffix),
            (Host::Name(name), Err(_)) => host.eq_ignore_ascii_case(name),
        };
        host_allowed && self.allows_scheme(scheme) && self.allows_port(port)
    }

    /// Whether a request to the application itself is allowed.
    pub(super) fn allows_own(&self, scheme: &str) -> bool {
        matches!(self.host, Host::Any | Host::Own) && self.allows_scheme(scheme)
    }

    fn allows_scheme(&self, scheme: &str) -> bool {
        self.scheme.as_deref().is_none_or(|allowed| allowed == scheme)
    }

    fn allows_port(&self, port: u16) -> bool {
        let ports = self.ports.as_ref();
        ports.is_none_or(|ports| ports.contains(&u32::from(port)))
    }
}

/// Host and port; the colons of an address in brackets, or of a bare IPv6 network, belong to the host.
fn split_port(rest: &str) -> (&str, Option<&str>) {
    if rest.parse::<IpNetwork>().is_ok() || rest.ends_with(']') {
        return (rest, None);
    }
    match rest.rsplit_once(':') {
        Some((host, port)) if !port.is_empty() => (host, Some(port.trim_end_matches('/'))),
        Some((host, _)) => (host, None),
        None => (rest, None),
    }
}

fn parse_ports(text: &str) -> Result<Option<Range<u32>>, AllowedHostError> {
    let number = |text: &str| {
        let port = text.parse::<u16>().map_err(|_| AllowedHostError::BadPort);
        port.map(u32::from)
    };
    match (text, text.split_once("..")) {
        ("*", _) => Ok(None),
        (_, Some((start, end))) => Ok(Some(number(start)?..number(end)?)),
        (_, None) if text.contains('/') => Err(AllowedHostError::HasPath),
        (_, None) => number(text).map(|port| Some(port..port + 1)),
    }
}

fn parse_host(text: &str) -> Result<Host, AllowedHostError> {
    let text = text.trim().to_ascii_lowercase();
    match text.as_str() {
        "*" => return Ok(Host::Any),
        "self" | "self.alt" => return Ok(Host::Own),
        _ => {}
    }
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    let address = bare.parse::<IpAddr>().map(IpNetwork::from);
    if let Ok(network) = address.or_else(|_| IpNetwork::from_str_truncate(bare)) {
        return Ok(Host::Network(network));
    }
    let name = text.strip_suffix('/').unwrap_or(&text);
    if name.contains('/') {
        return Err(AllowedHostError::HasPath);
    }
    let (below, name) = match name.strip_prefix("*.") {
        Some(name) => (true, name),
        None => (false, name),
    };
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_');
    if name.is_empty() || !name.bytes().all(plain) {
        return Err(AllowedHostError::BadHost);
    }
    if name == "spin.internal" || name.ends_with(".spin.internal") {
        return Err(AllowedHostError::ServiceChaining);
    }
    Ok(if below { Host::Below(format!(".{name}")) } else { Host::Name(name.to_owned()) })
}

/// The port a scheme means without naming one. The databases are there so that a manifest written for Spin reads.
fn usual_port(scheme: &str) -> Option<u16> {
    match scheme {
        "http" => Some(80),
        "https" => Some(443),
        "postgres" => Some(5432),
        "mysql" => Some(3306),
        "redis" => Some(6379),
        "mqtt" => Some(1883),
        _ => None,
    }
}

impl fmt::Display for AllowedHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://", self.scheme.as_deref().unwrap_or("*"))?;
        match &self.host {
            Host::Any => f.write_str("*"),
            Host::Own => f.write_str("self"),
            Host::Below(suffix) => write!(f, "*{suffix}"),
            Host::Name(name) => f.write_str(name),
            Host::Network(network) => write!(f, "{network}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(entry: &str, allowed: &[(&str, &str, u16)], refused: &[(&str, &str, u16)]) {
        let entry = AllowedHost::parse(entry).unwrap();
        for (scheme, host, port) in allowed {
            assert!(entry.allows(scheme, host, *port), "{entry} {host}:{port}");
        }
        for (scheme, host, port) in refused {
            assert!(!entry.allows(scheme, host, *port), "{entry} {host}:{port}");
        }
    }

    #[test]
    fn one_host_is_allowed_by_its_scheme_name_and_usual_port() {
        check(
            "https://example.org",
            &[("https", "example.org", 443), ("https", "EXAMPLE.org", 443)],
            &[
                ("http", "example.org", 443),
                ("https", "example.org", 8443),
                ("https", "www.example.org", 443),
                ("https", "example.org.evil.example", 443),
                ("https", "example.org.", 443),
            ],
        );
    }

    #[test]
    fn a_wildcard_allows_names_below_but_not_the_name_itself() {
        check(
            "https://*.example.org",
            &[("https", "a.example.org", 443), ("https", "a.b.example.org", 443)],
            &[("https", "example.org", 443), ("https", "badexample.org", 443)],
        );
    }

    #[test]
    fn any_host_may_still_be_bound_to_one_port() {
        check(
            "https://*:443",
            &[("https", "a.example", 443), ("https", "192.0.2.1", 443)],
            &[("https", "a.example", 444), ("http", "a.example", 443)],
        );
    }

    #[test]
    fn ports_may_be_a_range_or_any() {
        check("http://a.example:80..82", &[("http", "a.example", 81)], &[("http", "a.example", 82)]);
        check("*://a.example:*", &[("http", "a.example", 9)], &[("http", "b.example", 9)]);
    }

    #[test]
    fn networks_allow_addresses_and_no_names() {
        check(
            "http://192.0.2.0/24:80",
            &[("http", "192.0.2.7", 80)],
            &[("http", "192.0.3.7", 80), ("http", "a.example", 80)],
        );
        check("http://127.0.0.1:8080", &[("http", "127.0.0.1", 8080)], &[("http", "localhost", 8080)]);
        check("http://[::1]:8080", &[("http", "::1", 8080)], &[("http", "::2", 8080)]);
    }

    #[test]
    fn the_application_itself_is_allowed_by_self_or_any() {
        let own = |entry: &str| AllowedHost::parse(entry).unwrap().allows_own("http");
        assert!(own("http://self") && own("*://*:*"));
        assert!(!own("http://example.org") && !own("https://self"));
        assert!(!AllowedHost::parse("http://self").unwrap().allows("http", "self", 80));
    }

    #[test]
    fn what_spin_refuses_is_refused() {
        let error = |entry: &str| AllowedHost::parse(entry).unwrap_err();
        assert_eq!(error("example.org"), AllowedHostError::NoScheme);
        assert_eq!(error("*"), AllowedHostError::NoScheme);
        assert_eq!(error("ht2p://example.org"), AllowedHostError::BadScheme);
        assert_eq!(error("https://example.org/path"), AllowedHostError::HasPath);
        assert_eq!(error("https://example.org:443/path"), AllowedHostError::HasPath);
        assert_eq!(error("https://a.*.example.org"), AllowedHostError::BadHost);
        assert_eq!(error("https://"), AllowedHostError::BadHost);
        assert_eq!(error("ftp://example.org"), AllowedHostError::BadPort);
        assert_eq!(error("*://example.org"), AllowedHostError::BadPort);
        assert_eq!(error("https://example.org:https"), AllowedHostError::BadPort);
        assert_eq!(error("http://x.spin.internal"), AllowedHostError::ServiceChaining);
    }
}
