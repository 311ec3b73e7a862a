//! Notices that everybody seems to come from one address: then a proxy is in front, and nobody told the application so. It would
//! count everybody's failed tries as one person's.

use crate::{log::Log, manifest::Manifest};
use http::HeaderMap;
use std::{
    net::{IpAddr, SocketAddr},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

/// The application's variable that names the header with the client's address, and the header that this host writes itself.
const VARIABLE: &str = "client_address_header";
const OWN: &str = "spin-client-addr";

/// What proxies write, and no browser does.
const FORWARDED: [&str; 3] = ["x-forwarded-for", "x-real-ip", "forwarded"];

/// After how many requests from one address it is likely that there are no others.
const MANY: u64 = 2_000;

/// Watches where requests come from, until it has said what it has to say.
pub(crate) struct OneAddress {
    is_done: AtomicBool,
    seen: Mutex<(Option<IpAddr>, u64)>,
}

impl OneAddress {
    /// Watches if the application counts by the address of the connection. Says so at once where a proxy is expected.
    pub(crate) fn start(manifest: &Manifest, is_proxy_expected: bool, log: &Log) -> Self {
        let given = std::env::var(format!("SPIN_VARIABLE_{}", VARIABLE.to_uppercase())).ok();
        let watches = Self::of(given.or_else(|| manifest.variables.get(VARIABLE)?.default.clone()));
        if is_proxy_expected {
            watches.say(log, "a proxy is expected in front");
        }
        watches
    }

    fn of(header: Option<String>) -> Self {
        let counts_connections = header.is_some_and(|header| header.eq_ignore_ascii_case(OWN));
        Self { is_done: AtomicBool::new(!counts_connections), seen: Mutex::default() }
    }

    /// Looks at a request.
    pub(super) fn look(&self, client: SocketAddr, headers: &HeaderMap, log: &Log) {
        if self.is_done.load(Ordering::Relaxed) {
            return;
        }
        if FORWARDED.iter().any(|name| headers.contains_key(*name)) {
            self.say(log, "requests come through a proxy");
            return;
        }
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let address = client.ip();
        match *seen {
            (Some(known), _) if known != address => self.is_done.store(true, Ordering::Relaxed),
            (_, MANY..) => self.say(log, "all requests so far come from one address"),
            (_, count) => *seen = (Some(address), count + 1),
        }
    }

    /// Once.
    fn say(&self, log: &Log, why: &'static str) {
        if !self.is_done.swap(true, Ordering::Relaxed) {
            log.line(|| {
                format!(
                    "warning: {why}, and {VARIABLE} is {OWN}, the address of the connection: everybody counts as one visitor, \
                     and one person's failed tries keep all others out; see deploy/README.md"
                )
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(last: u8) -> SocketAddr {
        ([192, 0, 2, last], 4_000).into()
    }

    fn watching(header: &str) -> OneAddress {
        OneAddress::of(Some(header.to_owned()))
    }

    fn has_spoken_after(watches: &OneAddress, clients: impl Iterator<Item = SocketAddr>, headers: &HeaderMap) -> bool {
        for client in clients {
            watches.look(client, headers, &Log::quiet());
        }
        watches.is_done.load(Ordering::Relaxed)
    }

    #[test]
    fn one_address_for_everybody_is_noticed_and_a_second_one_ends_the_watch() {
        let none = HeaderMap::new();
        let watches = watching(OWN);
        let many = usize::try_from(MANY).unwrap();
        assert!(!has_spoken_after(&watches, std::iter::repeat_n(client(1), many), &none));
        assert!(has_spoken_after(&watches, std::iter::once(client(1)), &none));
        let watches = watching(OWN);
        assert!(has_spoken_after(&watches, [client(1), client(2)].into_iter(), &none));
        assert_eq!(watches.seen.lock().unwrap().1, 1);
    }

    #[test]
    fn a_proxys_header_is_noticed_at_once_unless_the_application_reads_it() {
        let headers: HeaderMap =
            [("x-forwarded-for".parse().unwrap(), "192.0.2.1".parse().unwrap())].into_iter().collect();
        assert!(has_spoken_after(&watching(OWN), std::iter::once(client(1)), &headers));
        let reads_it = watching("X-Forwarded-For");
        assert!(has_spoken_after(&reads_it, std::iter::once(client(1)), &headers));
        assert_eq!(reads_it.seen.lock().unwrap().0, None, "it never looked");
        assert!(OneAddress::of(None).is_done.load(Ordering::Relaxed), "an application without such a variable");
    }
}
