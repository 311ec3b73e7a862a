//! How much is taken in at once. An instance answers several requests at a time, and a host gives it a limited memory: what does
//! not fit beside the bodies that are there waits for its turn.
//!
//! The first megabyte of a body comes in where there is room for small ones. Room for a large one is taken only once that much of
//! it is there, and one school has room for one large body at a time. Whoever has that room and sends slowly gives way once another
//! school waits for it: whoever sends slowly keeps nobody waiting but themselves.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use futures::future::LocalBoxFuture;
use school_types::SchoolId;

/// How much of a body is taken in before it counts as large, in bytes.
pub(crate) const EARLY: usize = 1 << 20;

/// Small bodies, and the beginnings of large ones, of one school at once, in bytes.
const SMALL: usize = 4 << 20;

/// Large bodies in one instance at once: more would not fit beside what the rules take.
const LARGE: usize = 3;

/// How long those who have room for a large body may keep others waiting for what they send.
const PATIENCE: Duration = Duration::from_secs(5);

/// How fast a large body has to come beyond that, in bytes a second: slower than any school's line, and fast enough that a whole one
/// is there before a host gives those up who wait.
const RATE: usize = 1 << 20;

/// How long somebody waits before looking again.
const TURN: Duration = Duration::from_millis(20);

/// How to wait.
pub type Pause = fn(Duration) -> LocalBoxFuture<'static, ()>;

/// What one school has taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Taken {
    small: usize,
    large: bool,
}

/// What everybody has taken.
#[derive(Debug, Default)]
struct All {
    schools: BTreeMap<SchoolId, Taken>,
    /// How many bodies wait for room for a large one that others have.
    waiting: usize,
}

/// The room there is, by school. One for each instance: it counts, and holds nothing of anybody's.
pub(crate) struct Room(Mutex<All>);

/// The room of this instance.
pub(crate) static ROOM: Room = Room::new();

impl Room {
    const fn new() -> Self {
        Self(Mutex::new(All { schools: BTreeMap::new(), waiting: 0 }))
    }

    /// Room for bytes that have come, and for more as they come. It is free again once the place is dropped.
    pub(crate) const fn place(&self, school: SchoolId, pause: Pause) -> Place<'_> {
        Place { room: self, school, pause, small: 0, large: false, came: 0, idle: Duration::ZERO }
    }

    fn all(&self) -> MutexGuard<'_, All> {
        // Nothing panics while it is locked, so a poisoned lock holds what is true all the same.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts one more of those who wait for a large body's room, until it is dropped.
    fn wait(&self) -> Waiting<'_> {
        self.all().waiting += 1;
        Waiting(self)
    }

    /// Changes what is taken, where `change` finds that there is room: it is given the school's and how many large bodies there are.
    fn take(&self, school: &SchoolId, change: impl FnOnce(&mut Taken, usize) -> bool) -> bool {
        let mut all = self.all();
        let large = all.schools.values().filter(|taken| taken.large).count();
        let taken = all.schools.entry(school.clone()).or_default();
        let done = change(taken, large);
        if *taken == Taken::default() {
            all.schools.remove(school);
        }
        done
    }
}

/// One of those who wait for a large body's room.
struct Waiting<'r>(&'r Room);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let mut all = self.0.all();
        all.waiting = all.waiting.saturating_sub(1);
    }
}

/// Room that somebody has.
pub(crate) struct Place<'r> {
    room: &'r Room,
    school: SchoolId,
    pause: Pause,
    small: usize,
    large: bool,
    /// How many bytes are there.
    came: usize,
    /// How long its sender was waited for while it had a large body's room, counted in turns.
    idle: Duration,
}

impl Place<'_> {
    /// Waits until there is room for a body of which this many bytes are there.
    pub(crate) async fn reach(&mut self, bytes: usize) {
        self.came = bytes;
        let wanted = bytes.min(EARLY);
        let more = wanted.saturating_sub(self.small);
        while more > 0
            && !self.room.take(&self.school, |taken, _| {
                let fits = taken.small + more <= SMALL;
                taken.small += if fits { more } else { 0 };
                fits
            })
        {
            (self.pause)(TURN).await;
        }
        self.small += more;
        if bytes <= EARLY || self.large {
            return;
        }
        let _waiting = self.room.wait();
        while !self.large {
            self.large = self.room.take(&self.school, |taken, large| {
                let fits = !taken.large && large < LARGE;
                taken.large |= fits;
                fits
            });
            if !self.large {
                (self.pause)(TURN).await;
            }
        }
    }

    /// Waits beside a sender, and ends only once they kept others waiting for too long.
    pub(crate) async fn overdue(&mut self) {
        loop {
            (self.pause)(TURN).await;
            if self.large {
                self.idle += TURN;
                let allowed = PATIENCE + Duration::from_secs((self.came / RATE) as u64);
                if self.idle > allowed && self.room.all().waiting > 0 {
                    return;
                }
            }
        }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let (small, large) = (self.small, self.large);
        self.room.take(&self.school, |taken, _| {
            taken.small = taken.small.saturating_sub(small);
            taken.large &= !large;
            true
        });
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use futures::{
        executor::block_on,
        future::{Either, select},
        join,
    };

    use super::*;

    /// Lets the others go on.
    fn yielding(_: Duration) -> LocalBoxFuture<'static, ()> {
        let mut asked = false;
        Box::pin(std::future::poll_fn(move |context| {
            context.waker().wake_by_ref();
            if std::mem::replace(&mut asked, true) { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
        }))
    }

    fn school(name: &str) -> SchoolId {
        name.parse().unwrap()
    }

    #[test]
    fn two_large_bodies_of_one_school_wait_for_each_other() {
        let room = Room::new();
        let (now, most) = (Cell::new(0), Cell::new(0));
        let one = async |bytes: usize| {
            let mut place = room.place(school("elm-street"), yielding);
            for came in (0..=bytes).step_by(512 << 10) {
                place.reach(came).await;
                yielding(TURN).await;
            }
            now.set(now.get() + 1);
            most.set(most.get().max(now.get()));
            yielding(TURN).await;
            now.set(now.get() - 1);
        };
        block_on(async {
            join!(one(20 << 20), one(20 << 20), one(20 << 20), one(2 << 20), one(5 << 20), one(3 << 20))
        });
        assert_eq!(most.get(), 1);
        assert!(room.0.lock().unwrap().schools.is_empty());
    }

    #[test]
    fn a_slow_upload_keeps_no_other_school_waiting() {
        let room = Room::new();
        let mut slow = room.place(school("elm-street"), yielding);
        let mut slower = room.place(school("elm-street"), yielding);
        block_on(slow.reach(19 << 20));
        // Nothing is taken before anything has come.
        block_on(slower.reach(0));
        block_on(async {
            let mut other = room.place(school("oak-lane"), yielding);
            other.reach(20 << 20).await;
            let mut small = room.place(school("elm-street"), yielding);
            small.reach(8 << 10).await;
        });
        drop(slow);
        block_on(slower.reach(20 << 20));
    }

    #[test]
    fn whoever_goes_away_gives_the_room_back() {
        let room = Room::new();
        let mut place = room.place(school("elm-street"), yielding);
        block_on(place.reach(20 << 20));
        drop(place);
        assert!(room.0.lock().unwrap().schools.is_empty());
    }

    #[test]
    fn who_sends_slowly_gives_way_to_those_who_wait_and_only_to_them() {
        let room = Room::new();
        let mut slow: Vec<_> =
            (0..LARGE).map(|number| room.place(school(&format!("slow-{number}")), yielding)).collect();
        for place in &mut slow {
            block_on(place.reach(2 << 20));
        }
        let turns = Cell::new(0);
        block_on(async {
            // Nobody waits: they may be as slow as the host lets them.
            let patient = async {
                while turns.get() < 10_000 {
                    turns.set(turns.get() + 1);
                    yielding(TURN).await;
                }
            };
            let mut first = slow.swap_remove(0);
            {
                let overdue = std::pin::pin!(first.overdue());
                assert!(matches!(select(overdue, std::pin::pin!(patient)).await, Either::Right(_)));
            }
            let mut fourth = room.place(school("oak-lane"), yielding);
            let gives_way = async {
                first.overdue().await;
                drop(first);
            };
            join!(fourth.reach(20 << 20), gives_way);
            assert_eq!(room.0.lock().unwrap().waiting, 0);
        });
        drop(slow);
        assert!(room.0.lock().unwrap().schools.is_empty());
    }

    #[test]
    fn who_sends_as_fast_as_a_schools_line_is_left_alone() {
        let room = Room::new();
        let mut place = room.place(school("elm-street"), yielding);
        let _waiting = room.wait();
        block_on(async {
            for megabytes in 2..=20 {
                place.reach(megabytes << 20).await;
                // A second for each megabyte, and a little less.
                let mut turns = 0;
                let second = async {
                    while turns < 45 {
                        turns += 1;
                        yielding(TURN).await;
                    }
                };
                let overdue = std::pin::pin!(place.overdue());
                assert!(matches!(select(overdue, std::pin::pin!(second)).await, Either::Right(_)), "{megabytes}");
            }
        });
    }
}
