//! The headers Spin's HTTP trigger puts on a request, and those no client may put on it.

use crate::routes::Matched;
use http::{
    HeaderMap, HeaderName, HeaderValue, Uri,
    header::HOST,
    uri::{Authority, Scheme},
};
use std::net::SocketAddr;

/// The request does not say, or says twice and differently, which host it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NoHost;

/// The full address of a request: the `Host` header and the request line must not contradict each other (RFC 9112 3.2).
pub(crate) fn full_uri(uri: &Uri, headers: &HeaderMap) -> Result<Uri, NoHost> {
    let mut hosts = headers.get_all(HOST).iter();
    let host = hosts.next();
    if hosts.next().is_some() {
        return Err(NoHost);
    }
    let parse = |host: &HeaderValue| host.as_bytes().try_into().map_err(|_| NoHost);
    let named: Option<Authority> = host.map(parse).transpose()?;
    let authority = match (named, uri.authority().cloned()) {
        (Some(named), Some(of_line)) if named != of_line => return Err(NoHost),
        (named, of_line) => named.or(of_line).ok_or(NoHost)?,
    };
    let mut parts = uri.clone().into_parts();
    parts.scheme = Some(Scheme::HTTP);
    parts.authority = Some(authority);
    if parts.path_and_query.is_none() {
        parts.path_and_query = Some(http::uri::PathAndQuery::from_static("/"));
    }
    Uri::from_parts(parts).map_err(|_| NoHost)
}

/// Removes what no client may say (anything called `spin-*`) and adds what Spin adds. Headers of the connection, and `Host`, are
/// kept from components by `wasmtime-wasi-http`; the host is in the address.
pub(crate) fn prepare(headers: &mut HeaderMap, uri: &Uri, matched: &Matched, client: SocketAddr) {
    let forged: Vec<_> = headers.keys().filter(|name| name.as_str().starts_with("spin-")).cloned().collect();
    for name in forged {
        headers.remove(name);
    }
    let route = matched.route;
    let mut add = |name: &str, value: &str| {
        let name = HeaderName::from_bytes(name.as_bytes());
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value.as_bytes())) {
            headers.insert(name, value);
        }
    };
    add("spin-path-info", &matched.rest);
    add("spin-full-url", &uri.to_string());
    add("spin-matched-route", &route.pattern);
    add("spin-base-path", "/");
    add("spin-raw-component-route", &route.pattern);
    add("spin-component-route", route.prefix());
    add("spin-client-addr", &client.to_string());
    for (segment, value) in &matched.segments {
        add(&format!("spin-path-match-{segment}"), value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{manifest::HttpTrigger, routes::Routes};

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let pair = |(name, value): &(&'static str, &'static str)| {
            (HeaderName::from_static(name), HeaderValue::from_static(value))
        };
        pairs.iter().map(pair).collect()
    }

    #[test]
    fn a_component_sees_what_spin_would_tell_it() {
        let trigger = HttpTrigger { route: Some("/s/:school/...".to_owned()), component: "one".to_owned() };
        let routes = Routes::new(&[trigger]).unwrap();
        let matched = routes.find("/s/oakfield/a").unwrap();
        let uri = "http://gate.example.org/s/oakfield/a?b=c".parse().unwrap();
        let mut headers = headers(&[]);
        prepare(&mut headers, &uri, &matched, "192.0.2.1:4000".parse().unwrap());
        let mut seen: Vec<_> =
            headers.iter().map(|(name, value)| format!("{name}: {}", value.to_str().unwrap())).collect();
        seen.sort();
        assert_eq!(
            seen,
            [
                "spin-base-path: /",
                "spin-client-addr: 192.0.2.1:4000",
                "spin-component-route: /s/:school",
                "spin-full-url: http://gate.example.org/s/oakfield/a?b=c",
                "spin-matched-route: /s/:school/...",
                "spin-path-info: /a",
                "spin-path-match-school: oakfield",
                "spin-raw-component-route: /s/:school/...",
            ]
        );
    }

    #[test]
    fn a_client_cannot_say_where_it_comes_from() {
        let trigger = HttpTrigger { route: Some("/...".to_owned()), component: "one".to_owned() };
        let routes = Routes::new(&[trigger]).unwrap();
        let matched = routes.find("/").unwrap();
        let mut headers = headers(&[
            ("spin-client-addr", "198.51.100.1:1"),
            ("spin-path-match-school", "other"),
            ("accept", "text/html"),
        ]);
        headers.append("spin-client-addr", HeaderValue::from_static("198.51.100.2:2"));
        let uri = "http://gate.example.org/".parse().unwrap();
        prepare(&mut headers, &uri, &matched, "192.0.2.1:4000".parse().unwrap());
        let addresses: Vec<_> = headers.get_all("spin-client-addr").iter().collect();
        assert_eq!(addresses, ["192.0.2.1:4000"]);
        assert!(!headers.contains_key("spin-path-match-school"));
        assert!(headers.contains_key("accept"));
    }

    #[test]
    fn the_host_is_said_once_and_without_contradiction() {
        let full = |uri: &str, pairs: &[(&'static str, &'static str)]| {
            let uri = full_uri(&uri.parse().unwrap(), &headers(pairs));
            uri.map(|uri| uri.to_string())
        };
        let expected = Ok("http://a.example/x".to_owned());
        assert_eq!(full("/x", &[("host", "a.example")]), expected);
        assert_eq!(full("http://a.example/x", &[]), expected);
        assert_eq!(full("http://a.example/x", &[("host", "a.example")]), expected);
        assert_eq!(full("http://b.example/x", &[("host", "a.example")]), Err(NoHost));
        assert_eq!(full("/x", &[("host", "a.example"), ("host", "b.example")]), Err(NoHost));
        assert_eq!(full("/x", &[("host", "not a host")]), Err(NoHost));
        assert_eq!(full("/x", &[]), Err(NoHost));
    }
}
