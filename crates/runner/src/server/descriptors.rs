//! How many connections the machine lets the runner have: each takes a file descriptor.

use rustix::process::{Resource, getrlimit, setrlimit};

/// More than this is never asked for.
const MOST: u64 = 65_536;

/// What the runner itself needs at least: the store, the log, connections to other hosts.
const OWN: u64 = 64;

/// Raises the limit as far as an ordinary process may, and gives how many connections that allows.
pub(super) fn connections() -> usize {
    let mut limit = getrlimit(Resource::Nofile);
    let wanted = limit.maximum.unwrap_or(MOST).min(MOST);
    if limit.current.is_some_and(|current| current < wanted) {
        let raised = rustix::process::Rlimit { current: Some(wanted), maximum: limit.maximum };
        if setrlimit(Resource::Nofile, raised).is_ok() {
            limit = raised;
        }
    }
    allowed(limit.current.unwrap_or(MOST))
}

/// A fifth is for the runner itself, and for connections that have just made room and are not closed yet.
fn allowed(descriptors: u64) -> usize {
    let own = (descriptors / 5).max(OWN);
    usize::try_from(descriptors.saturating_sub(own)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_runner_keeps_some_descriptors_for_itself() {
        assert_eq!(allowed(1_024), 820);
        assert_eq!(allowed(100), 36);
        assert_eq!(allowed(10), 0);
    }
}
