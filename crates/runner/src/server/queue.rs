//! How many requests components answer at once. More wait their turn; nobody takes all the turns.

use super::clients::Source;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
    time::Duration,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

/// Asked by whoever watches over the application. It has turns of its own, so that it tells how things are and not how long the queue is.
const HEALTH: &str = "/health";

/// The turns of [`HEALTH`].
const HEALTH_TURNS: usize = 8;

/// How long a request waits for its turn.
const WAIT: Duration = Duration::from_secs(10);

/// How many sources' shares are kept before those that nobody uses are cleared away.
const SHARES: usize = 1_024;

/// The turns.
pub(super) struct Queue {
    all: Arc<Semaphore>,
    health: Arc<Semaphore>,
    /// The most turns of one source.
    share: usize,
    shares: Mutex<HashMap<Source, Weak<Semaphore>>>,
}

/// A request's turn, until it is dropped.
pub(super) struct Turn(
    #[expect(dead_code, reason = "held, and given back when dropped")] [Option<OwnedSemaphorePermit>; 2],
);

impl Queue {
    /// So many turns, of which one source has half.
    pub(super) fn new(turns: usize) -> Self {
        Self {
            all: Arc::new(Semaphore::new(turns)),
            health: Arc::new(Semaphore::new(HEALTH_TURNS)),
            share: turns.div_ceil(2),
            shares: Mutex::default(),
        }
    }

    /// Waits for the turn of a request. None when that takes too long.
    pub(super) async fn turn(&self, path: &str, source: Source) -> Option<Turn> {
        let turn = async {
            if path == HEALTH {
                return Some(Turn([Arc::clone(&self.health).acquire_owned().await.ok(), None]));
            }
            let own = match source {
                Source::Proxy => None,
                Source::Address(_) => Some(self.share_of(source).acquire_owned().await.ok()?),
            };
            Some(Turn([own, Some(Arc::clone(&self.all).acquire_owned().await.ok()?)]))
        };
        timeout(WAIT, turn).await.ok().flatten()
    }

    fn share_of(&self, source: Source) -> Arc<Semaphore> {
        let mut shares = self.shares.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(share) = shares.get(&source).and_then(Weak::upgrade) {
            return share;
        }
        if shares.len() >= SHARES {
            shares.retain(|_, share| share.strong_count() > 0);
        }
        let share = Arc::new(Semaphore::new(self.share));
        shares.insert(source, Arc::downgrade(&share));
        share
    }
}

#[cfg(test)]
mod tests {
    use super::{super::places::stranger, *};
    use futures::FutureExt;

    #[tokio::test]
    async fn one_source_has_half_of_the_turns_and_the_rest_is_for_others() {
        let queue = Queue::new(4);
        let turn = |path, source| queue.turn(path, source).now_or_never().flatten();
        let one = [turn("/a", stranger(1)).unwrap(), turn("/b", stranger(1)).unwrap()];
        assert!(turn("/c", stranger(1)).is_none());
        let other = [turn("/d", stranger(2)), turn("/e", Source::Proxy)];
        assert!(other.iter().all(Option::is_some));
        assert!(turn("/f", stranger(3)).is_none(), "all four are taken");
        assert!(turn("/health", stranger(3)).is_some(), "but not for whoever watches over it");
        drop(one);
        assert!(turn("/c", stranger(1)).is_some());
    }

    #[tokio::test]
    async fn a_proxy_may_have_every_turn_and_health_not_more_than_its_own() {
        let queue = Queue::new(2);
        let turn = |path| queue.turn(path, Source::Proxy).now_or_never().flatten();
        let all = [turn("/a"), turn("/b")];
        assert!(all.iter().all(Option::is_some) && turn("/c").is_none());
        let watching: Vec<_> = (0..HEALTH_TURNS).map(|_| turn("/health")).collect();
        assert!(watching.iter().all(Option::is_some) && turn("/health").is_none());
    }

    #[tokio::test]
    async fn shares_that_nobody_uses_are_cleared_away() {
        let queue = Queue::new(8);
        for number in 0..3 * SHARES {
            let bytes = u32::try_from(number).unwrap().to_be_bytes();
            let _turn = queue.turn("/", Source::Address(bytes.into())).await.unwrap();
        }
        assert!(queue.shares.lock().unwrap().len() <= SHARES);
    }
}
