//! How much is taken in at once. An instance answers several requests at a time, and a host gives it a limited memory: what does
//! not fit beside the bodies that are there waits for its turn.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use futures::future::LocalBoxFuture;

use crate::intake::LARGEST_BODY;

/// Bodies in one instance, in bytes together: the largest, and some small ones beside it.
const MOST: usize = LARGEST_BODY + (4 << 20);

/// How long somebody waits before looking again.
const TURN: Duration = Duration::from_millis(20);

/// How to wait.
pub type Pause = fn(Duration) -> LocalBoxFuture<'static, ()>;

/// The bytes there is room for. One for each instance: it counts, and holds nothing of anybody's.
pub(crate) struct Room(AtomicUsize);

/// The room of this instance.
pub(crate) static ROOM: Room = Room(AtomicUsize::new(0));

impl Room {
    /// Waits until there is room for this many bytes, and keeps it until the place is dropped.
    pub(crate) async fn place(&self, bytes: usize, pause: Pause) -> Place<'_> {
        let bytes = bytes.min(MOST);
        let fits = |taken: usize| taken.checked_add(bytes).filter(|sum| *sum <= MOST);
        while self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fits).is_err() {
            pause(TURN).await;
        }
        Place { room: self, bytes }
    }
}

/// Room that somebody has.
pub(crate) struct Place<'r> {
    room: &'r Room,
    bytes: usize,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.room.0.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use futures::{executor::block_on, join};

    use super::*;

    /// Lets the others go on.
    fn yielding(_: Duration) -> LocalBoxFuture<'static, ()> {
        let mut asked = false;
        Box::pin(std::future::poll_fn(move |context| {
            context.waker().wake_by_ref();
            if std::mem::replace(&mut asked, true) { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
        }))
    }

    #[test]
    fn two_of_the_largest_wait_for_each_other_and_small_ones_for_nobody() {
        let room = Room(AtomicUsize::new(0));
        let most_at_once = AtomicUsize::new(0);
        let one = async |bytes: usize| {
            let place = room.place(bytes, yielding).await;
            most_at_once.fetch_max(room.0.load(Ordering::Relaxed), Ordering::Relaxed);
            for _ in 0..10 {
                yielding(TURN).await;
            }
            drop(place);
        };
        block_on(async { join!(one(LARGEST_BODY), one(LARGEST_BODY), one(1 << 20), one(usize::MAX), one(1 << 20)) });
        assert!(most_at_once.load(Ordering::Relaxed) <= MOST);
        assert_eq!(room.0.load(Ordering::Relaxed), 0);
    }

    #[test]
    fn whoever_goes_away_gives_the_room_back() {
        let room = Room(AtomicUsize::new(0));
        let place = block_on(room.place(LARGEST_BODY, yielding));
        drop(room.place(LARGEST_BODY, yielding));
        drop(place);
        assert_eq!(room.0.load(Ordering::Relaxed), 0);
    }
}
