//! Where a request comes from, coarsely and under a keyed hash.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use http::HeaderName;
use vault::{Domain, Scope, Vault};

use crate::Request;

/// A neighbourhood of the internet: the /24 of an IPv4 address or the /64 of an IPv6 one, as a keyed hash. It counts
/// tries for a few minutes; no address is kept anywhere, and without the master key none can be got back.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    neighbourhood: String,
    /// The /56 of an IPv6 address: one household is often given so many, and could else try from each /64 of it.
    district: Option<String>,
}

impl Source {
    /// The source of a request, read from `header` (the setting `client_address_header`).
    ///
    /// The header holds an address, with or without a port, or a list of them; of a list the **last** counts, which
    /// the nearest proxy wrote: everything before it a client can make up. So the setting must name a header that the
    /// host always writes itself. All requests whose header is absent or cannot be read share one source, so that
    /// garbage does not buy tries.
    pub fn of(request: &Request, header: &HeaderName, vault: &Vault) -> Self {
        let line = request.headers().get_all(header).iter().next_back().and_then(|line| line.to_str().ok());
        let address = line.and_then(|line| address(line.rsplit(',').next()?.trim()));
        let hash = |bucket: &[u8]| {
            let hash = vault.blind(&Scope::installation(Domain::SignIn), "source", bucket);
            base16ct::lower::encode_string(&hash[..16])
        };
        match address.map(|address| address.to_canonical()) {
            Some(IpAddr::V4(address)) => Self { neighbourhood: hash(&address.octets()[..3]), district: None },
            Some(IpAddr::V6(address)) => {
                let octets = address.octets();
                Self { neighbourhood: hash(&octets[..8]), district: Some(hash(&octets[..7])) }
            }
            None => Self { neighbourhood: hash(b"unknown"), district: None },
        }
    }

    /// 32 hexadecimal digits, fit for a store key.
    pub fn as_str(&self) -> &str {
        &self.neighbourhood
    }

    /// The same of the /56 around it, for an IPv6 address.
    pub fn district(&self) -> Option<&str> {
        self.district.as_deref()
    }
}

/// An address as proxies write it: `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:80`.
fn address(text: &str) -> Option<IpAddr> {
    let bracketed = || text.strip_prefix('[')?.strip_suffix(']')?.parse::<Ipv6Addr>().ok().map(IpAddr::V6);
    let with_port = || text.parse::<SocketAddr>().ok().map(|address| address.ip());
    text.parse().ok().or_else(with_port).or_else(bracketed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::test::{request, vault};

    const HEADER: HeaderName = HeaderName::from_static("x-forwarded-for");

    fn source(line: &str) -> Source {
        Source::of(&request("POST", "/", &[("x-forwarded-for", line)]), &HEADER, &vault(1))
    }

    #[test]
    fn neighbours_share_a_source_and_strangers_do_not() {
        assert_eq!(source("192.0.2.1:4711"), source("192.0.2.254"));
        assert_ne!(source("192.0.2.1"), source("192.0.3.1"));
        assert_eq!(source("[2001:db8:1:2::1]:80"), source("2001:db8:1:2:ffff::9"));
        assert_eq!(source("[2001:db8:1:2::1]"), source("2001:db8:1:2::2"));
        assert_ne!(source("2001:db8:1:2::1"), source("2001:db8:1:3::1"));
        assert_eq!(source("::ffff:192.0.2.7"), source("192.0.2.1"));
    }

    #[test]
    fn a_household_that_tries_from_each_of_its_networks_is_one_district() {
        let (one, other) = (source("2001:db8:1:200::1"), source("2001:db8:1:2ff::1"));
        assert_ne!(one.as_str(), other.as_str());
        assert_eq!((one.district(), one.district().is_some()), (other.district(), true));
        assert_ne!(one.district(), source("2001:db8:1:300::1").district());
        assert_ne!(one.district(), Some(one.as_str()));
        assert_eq!(source("192.0.2.1").district(), None);
    }

    #[test]
    fn a_client_cannot_buy_tries_by_making_up_addresses() {
        assert_eq!(source("198.51.100.1, 192.0.2.1"), source("203.0.113.9, 192.0.2.1"));
        let twice = request("POST", "/", &[("x-forwarded-for", "198.51.100.1"), ("x-forwarded-for", "192.0.2.1")]);
        assert_eq!(Source::of(&twice, &HEADER, &vault(1)), source("192.0.2.1"));
        let none = Source::of(&request("POST", "/", &[]), &HEADER, &vault(1));
        for garbage in ["", "unknown", "192.0.2", "192.0.2.1,", "192.0.2.1:port", "[::1", "\u{e9}"] {
            assert_eq!(source(garbage), none, "{garbage:?}");
        }
        assert_ne!(none, source("192.0.2.1"));
    }

    #[test]
    fn a_source_is_a_keyed_hash() {
        let other = Source::of(&request("POST", "/", &[("x-forwarded-for", "192.0.2.1")]), &HEADER, &vault(2));
        assert_ne!(other, source("192.0.2.1"));
        assert!(other.as_str().len() == 32 && other.as_str().bytes().all(|b| b.is_ascii_hexdigit()));
    }

    proptest! {
        #[test]
        fn no_header_panics(line in "[ -~]{0,60}") {
            source(&line);
        }
    }
}
