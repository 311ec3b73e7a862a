//! What clients may take of the runner: time, connections and memory.

use clap::Args;
use ip_network::IpNetwork;
use std::{
    net::{IpAddr, Ipv6Addr},
    str::FromStr,
    time::Duration,
};

/// What clients may take of the runner.
#[derive(Args, Clone, Debug)]
pub struct ClientLimits {
    /// The address of a proxy in front, or a network such as 10.0.0.0/8; may be given several times. Everybody comes from there,
    /// so what one source may take does not apply to it.
    #[arg(long, value_name = "ADDRESS")]
    pub trusted_proxy: Vec<Network>,

    /// The most connections at once. One more, and the one that has waited longest for its client is closed. There are never more
    /// than the machine lets the runner open files.
    #[arg(long, value_name = "NUMBER", default_value_t = 4_096)]
    pub max_connections: usize,

    /// The most connections from one source: an IPv4 address, or the first 64 bits of an IPv6 address.
    #[arg(long, value_name = "NUMBER", default_value_t = 512)]
    pub max_connections_per_source: usize,

    /// How long a client may take until its first request has a head, and for every later head from its first byte, in
    /// milliseconds.
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 10_000)]
    pub head_timeout_ms: u64,

    /// How long a connection is kept between two requests, in milliseconds. Longer than the minute for which proxies keep theirs,
    /// so that none sends a request on a connection that is being closed.
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 75_000)]
    pub idle_timeout_ms: u64,

    /// How long a body may take to begin, in milliseconds; from there on it must come at 16 kilobytes a second, and in five minutes.
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 10_000)]
    pub body_timeout_ms: u64,

    /// The largest body of a request, in megabytes. Components have smaller limits of their own.
    #[arg(long, value_name = "MEGABYTES", default_value_t = 32)]
    pub max_body_mb: usize,

    /// How much memory bodies may hold that are still on their way, in megabytes; one source may hold half of it.
    #[arg(long, value_name = "MEGABYTES", default_value_t = 256)]
    pub bodies_mb: usize,
}

impl ClientLimits {
    /// See [`ClientLimits::head_timeout_ms`].
    pub(super) fn head(&self) -> Duration {
        Duration::from_millis(self.head_timeout_ms)
    }

    /// See [`ClientLimits::idle_timeout_ms`].
    pub(super) fn idle(&self) -> Duration {
        Duration::from_millis(self.idle_timeout_ms)
    }

    /// Who is behind an address.
    pub(super) fn source(&self, address: IpAddr) -> Source {
        let address = address.to_canonical();
        if self.trusted_proxy.iter().any(|network| network.0.contains(address)) {
            return Source::Proxy;
        }
        Source::Address(match address {
            IpAddr::V4(_) => address,
            IpAddr::V6(six) => Ipv6Addr::from_bits(six.to_bits() & (u128::MAX << 64)).into(),
        })
    }
}

/// One address, or the addresses that begin alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network(IpNetwork);

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let network = match text.parse::<IpAddr>() {
            Ok(address) => Ok(IpNetwork::from(address)),
            Err(_) => text.parse(),
        };
        network.map(Self).map_err(|_| "must be an address, or a network such as 10.0.0.0/8".to_owned())
    }
}

/// Those who are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Source {
    /// A proxy in front: everybody.
    Proxy,
    /// An address, or the network of an IPv6 address: one customer of a provider has at least that.
    Address(IpAddr),
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        limits: ClientLimits,
    }

    fn limits(words: &[&str]) -> ClientLimits {
        Line::parse_from(["up"].iter().chain(words)).limits
    }

    #[test]
    fn one_customer_of_a_provider_is_one_source() {
        let limits = limits(&[]);
        let same =
            |one: &str, other: &str| limits.source(one.parse().unwrap()) == limits.source(other.parse().unwrap());
        assert!(same("2001:db8:0:1::1", "2001:db8:0:1:ffff::2"));
        assert!(!same("2001:db8:0:1::1", "2001:db8:0:2::1"));
        assert!(same("::ffff:192.0.2.1", "192.0.2.1"));
        assert!(!same("192.0.2.1", "192.0.2.2"));
    }

    #[test]
    fn a_proxy_is_known_by_its_address_or_its_network() {
        let limits = limits(&["--trusted-proxy", "192.0.2.1", "--trusted-proxy", "10.0.0.0/8"]);
        for proxy in ["192.0.2.1", "10.1.2.3", "::ffff:10.0.0.1"] {
            assert_eq!(limits.source(proxy.parse().unwrap()), Source::Proxy, "{proxy}");
        }
        assert_ne!(limits.source("192.0.2.2".parse().unwrap()), Source::Proxy);
        assert!("the proxy".parse::<Network>().is_err());
    }
}
