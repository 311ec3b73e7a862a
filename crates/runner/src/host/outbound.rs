//! Outbound HTTP: what a component may send, and to which addresses.
//!
//! Two checks, in this order: the manifest's `allowed_outbound_hosts` decides on scheme, name and port; then, after the name was
//! resolved, an address that is not public is refused (unless `--allow-private-network`), and the connection goes to exactly
//! the address that was checked. Redirects are answers like any other: the component sees them.

use super::{AllowedHost, connect};
use http::{Request, Response, Uri, uri::Scheme};
use ip_network::IpNetwork;
use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Duration,
};
use wasmtime_wasi_http::{Error, RequestOptions, WasiBody, WasiHttpHooks};

/// How long a connection, and how long the first byte of an answer, may take if the component does not say.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const ANSWER_TIMEOUT: Duration = Duration::from_secs(30);

/// Where one component may send requests.
pub struct OutboundPolicy {
    /// The manifest's `allowed_outbound_hosts`.
    pub allowed: Vec<AllowedHost>,
    /// Whether private, loopback and link-local addresses may be reached.
    pub allow_private: bool,
    /// Where this application itself listens: what `http://self` means.
    pub own_address: SocketAddr,
    /// How HTTPS is spoken.
    pub tls: Arc<rustls::ClientConfig>,
}

/// A checked destination.
struct Destination {
    host: String,
    port: u16,
    tls: bool,
    /// Whether it is the application itself, which is private and allowed.
    own: bool,
}

impl OutboundPolicy {
    fn destination(&self, uri: &Uri) -> Result<Destination, Error> {
        let scheme = uri.scheme_str().ok_or(Error::HttpRequestUriInvalid)?;
        let authority = uri.authority().ok_or(Error::HttpRequestUriInvalid)?;
        let host = authority.host();
        if host.is_empty() || host == "self.alt" {
            let allowed = |entry: &AllowedHost| entry.allows_own("http") || entry.allows_own(scheme);
            return match self.allowed.iter().any(allowed) {
                true => Ok(Destination {
                    host: self.own_address.ip().to_string(),
                    port: self.own_address.port(),
                    tls: false,
                    own: true,
                }),
                false => Err(Error::HttpRequestDenied),
            };
        }
        // Someone who hides a password in an address is not asking for what it looks like.
        if authority.as_str().contains('@') {
            return Err(Error::HttpRequestUriInvalid);
        }
        let tls = uri.scheme() == Some(&Scheme::HTTPS);
        let port = authority.port_u16().unwrap_or(if tls { 443 } else { 80 });
        let host = host.trim_start_matches('[').trim_end_matches(']');
        if !self.allowed.iter().any(|entry| entry.allows(scheme, host, port)) {
            return Err(Error::HttpRequestDenied);
        }
        Ok(Destination { host: host.to_owned(), port, tls, own: false })
    }

    /// The addresses of the destination that may be reached.
    async fn addresses(&self, destination: &Destination) -> Result<Vec<SocketAddr>, Error> {
        let name = (destination.host.as_str(), destination.port);
        let not_found = |_| Error::DnsError { rcode: None, info_code: None };
        let found: Vec<_> = tokio::net::lookup_host(name).await.map_err(not_found)?.collect();
        if found.is_empty() {
            return Err(Error::DestinationNotFound);
        }
        let reachable = |address: &SocketAddr| self.allow_private || destination.own || is_public(address.ip());
        let reachable: Vec<_> = found.into_iter().filter(reachable).collect();
        if reachable.is_empty() {
            return Err(Error::DestinationIpProhibited);
        }
        Ok(reachable)
    }

    async fn send(
        &self,
        request: Request<WasiBody>,
        options: RequestOptions,
    ) -> Result<(Response<WasiBody>, connect::Driver), Error> {
        let destination = self.destination(request.uri())?;
        let connecting = async {
            let addresses = self.addresses(&destination).await?;
            let tls = destination.tls.then_some((&*destination.host, &self.tls));
            connect::open(&addresses, tls).await
        };
        let limit = options.connect_timeout.unwrap_or(CONNECT_TIMEOUT);
        let connection = tokio::time::timeout(limit, connecting).await.map_err(|_| Error::ConnectionTimeout)??;
        let limit = options.first_byte_timeout.unwrap_or(ANSWER_TIMEOUT);
        connect::exchange(connection, request, limit, options.between_bytes_timeout).await
    }
}

/// Whether an address is on the public internet. An IPv6 address that carries an IPv4 one is judged by both.
fn is_public(address: IpAddr) -> bool {
    let carried = match address {
        IpAddr::V4(_) => None,
        IpAddr::V6(address) => match address.segments() {
            [0, 0, 0, 0, 0, 0 | 0xffff, ..] => address.to_ipv4(),
            // NAT64 (RFC 6052) and 6to4 (RFC 3056).
            [0x64, 0xff9b, .., high, low] => Some(ipv4(high, low)),
            [0x2002, high, low, ..] => Some(ipv4(high, low)),
            _ => None,
        },
    };
    match carried {
        Some(carried) => is_public(IpAddr::V4(carried)),
        None => !address.is_multicast() && !address.is_unspecified() && IpNetwork::from(address).is_global(),
    }
}

fn ipv4(high: u16, low: u16) -> std::net::Ipv4Addr {
    (u32::from(high) << 16 | u32::from(low)).into()
}

/// The sending half of one instance's `wasi:http`, 0.2 and 0.3 alike.
pub(super) struct Outbound {
    policy: Arc<OutboundPolicy>,
}

impl Outbound {
    pub(super) fn new(policy: Arc<OutboundPolicy>) -> Self {
        Self { policy }
    }
}

type Sent = (Response<WasiBody>, Box<dyn Future<Output = Result<(), Error>> + Send>);

impl WasiHttpHooks for Outbound {
    fn send_request(
        &mut self,
        request: Request<WasiBody>,
        options: Option<RequestOptions>,
        _processed: Box<dyn Future<Output = Result<(), Error>> + Send>,
    ) -> Box<dyn Future<Output = Result<Sent, Error>> + Send> {
        let policy = Arc::clone(&self.policy);
        Box::new(async move {
            let (response, driver) = policy.send(request, options.unwrap_or_default()).await?;
            Ok((response, Box::new(driver) as Box<_>))
        })
    }
}

/// How the runner speaks HTTPS: TLS 1.2 and 1.3, the web's certificate authorities, no client certificate.
///
/// # Errors
/// The TLS library refuses its own defaults; does not happen.
pub fn tls() -> Result<Arc<rustls::ClientConfig>, rustls::Error> {
    let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.into() };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(config))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(allowed: &[&str]) -> OutboundPolicy {
        let entry = |text: &&str| AllowedHost::parse(text).unwrap();
        OutboundPolicy {
            allowed: allowed.iter().map(entry).collect(),
            allow_private: false,
            own_address: "127.0.0.1:3000".parse().unwrap(),
            tls: tls().unwrap(),
        }
    }

    fn destination(allowed: &[&str], uri: &str) -> Result<String, String> {
        let uri: Uri = uri.parse().unwrap();
        let found = policy(allowed).destination(&uri);
        found.map(|found| format!("{}:{} tls={}", found.host, found.port, found.tls)).map_err(|error| error.to_string())
    }

    #[test]
    fn what_the_manifest_allows_is_sent_where_it_says() {
        let allowed = &["https://example.org", "http://[::1]:81"];
        assert_eq!(destination(allowed, "https://example.org/a?b"), Ok("example.org:443 tls=true".to_owned()));
        assert_eq!(destination(allowed, "http://[::1]:81/"), Ok("::1:81 tls=false".to_owned()));
    }

    #[test]
    fn what_it_does_not_allow_is_not_sent() {
        let denied = Err(Error::HttpRequestDenied.to_string());
        assert_eq!(destination(&[], "https://example.org/"), denied);
        let allowed = &["https://example.org"];
        assert_eq!(destination(allowed, "http://example.org/"), denied);
        assert_eq!(destination(allowed, "https://example.com/"), denied);
        assert_eq!(destination(allowed, "http://self.alt/"), denied);
        let disguised = destination(allowed, "https://example.org@example.com/");
        assert_eq!(disguised, Err(Error::HttpRequestUriInvalid.to_string()));
    }

    #[test]
    fn the_application_itself_is_reached_where_it_listens() {
        assert_eq!(destination(&["http://self"], "http://self.alt/tasks"), Ok("127.0.0.1:3000 tls=false".to_owned()));
    }

    #[tokio::test]
    async fn a_name_that_resolves_to_a_private_address_is_refused() {
        let mut policy = policy(&["http://*:80"]);
        let uri: Uri = "http://localhost/".parse().unwrap();
        let destination = policy.destination(&uri).unwrap();
        let refused = policy.addresses(&destination).await.unwrap_err();
        assert!(matches!(refused, Error::DestinationIpProhibited));
        policy.allow_private = true;
        assert!(!policy.addresses(&destination).await.unwrap().is_empty());
    }

    #[test]
    fn only_public_addresses_are_public() {
        let private = [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "240.0.0.1",
            "::",
            "::1",
            "fe80::1",
            "fc00::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2002:c0a8:101::1",
            "2001:db8::1",
        ];
        for address in private {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
        for address in ["9.9.9.9", "2620:fe::fe", "::ffff:9.9.9.9", "64:ff9b::909:909"] {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }
}
