//! How many connections there may be, in all and from one source. Whoever has waited longest for their client makes room for the
//! next, so that connections that say nothing never keep anybody out.

use super::clients::{ClientLimits, Source};
use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::Notify;

/// What a connection is doing. Those that come first make room first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Doing {
    /// Waiting for a request.
    AwaitingHead,
    /// Waiting for the rest of a request.
    AwaitingBody,
    /// Being answered: it makes room for nobody.
    Answering,
}

/// All places.
pub(super) struct Places {
    most: usize,
    most_of_source: usize,
    held: Mutex<Held>,
}

#[derive(Default)]
struct Held {
    /// The number of the next place, or of the next time that one begins to wait: who has a low one waits long.
    next: u64,
    places: BTreeMap<u64, Holder>,
    sources: HashMap<Source, usize>,
}

struct Holder {
    source: Source,
    doing: Doing,
    evicted: Arc<Notify>,
}

/// A connection's place, until it is dropped.
pub(super) struct Place {
    places: Arc<Places>,
    number: Mutex<u64>,
    evicted: Arc<Notify>,
}

impl Places {
    /// Places for at most `most` connections, whatever the limits say: the machine has no more.
    pub(super) fn new(limits: &ClientLimits, most: usize) -> Arc<Self> {
        let most = limits.max_connections.min(most).max(1);
        let most_of_source = limits.max_connections_per_source.max(1);
        Arc::new(Self { most, most_of_source, held: Mutex::default() })
    }

    /// A place for a connection from `source`, if need be that of another: of the same source where it has too many, else of
    /// the source that has most. None where everybody is being answered.
    pub(super) fn enter(self: &Arc<Self>, source: Source) -> Option<Place> {
        let mut held = self.held();
        let of_source = held.sources.get(&source).copied().unwrap_or(0);
        if source != Source::Proxy && of_source >= self.most_of_source && !held.evict(source) {
            return None;
        }
        if held.places.len() >= self.most && !held.evict_from_largest() {
            return None;
        }
        let evicted = Arc::new(Notify::new());
        let number = held.add(Holder { source, doing: Doing::AwaitingHead, evicted: Arc::clone(&evicted) });
        drop(held);
        Some(Place { places: Arc::clone(self), number: Mutex::new(number), evicted })
    }

    /// Makes room where the machine has none left, though we have. Says whether anybody could go.
    pub(super) fn make_room(&self) -> bool {
        self.held().evict_from_largest()
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn add(&mut self, holder: Holder) -> u64 {
        *self.sources.entry(holder.source).or_default() += 1;
        let number = self.next;
        self.next += 1;
        self.places.insert(number, holder);
        number
    }

    fn remove(&mut self, number: u64) -> Option<Holder> {
        let holder = self.places.remove(&number)?;
        if let Some(count) = self.sources.get_mut(&holder.source) {
            *count -= 1;
            if *count == 0 {
                self.sources.remove(&holder.source);
            }
        }
        Some(holder)
    }

    /// Whoever of `source` has waited longest makes room.
    fn evict(&mut self, source: Source) -> bool {
        self.evict_one_of(|holder, _| holder.source == source)
    }

    /// The same, of the sources that have most, or, where all of those are being answered, of any other.
    fn evict_from_largest(&mut self) -> bool {
        let most = self.sources.values().copied().max().unwrap_or(0);
        let is_of_largest =
            |holder: &Holder, sources: &HashMap<Source, usize>| sources.get(&holder.source) == Some(&most);
        self.evict_one_of(is_of_largest) || self.evict_one_of(|_, _| true)
    }

    fn evict_one_of(&mut self, may_go: impl Fn(&Holder, &HashMap<Source, usize>) -> bool) -> bool {
        let waits = |holder: &Holder| holder.doing != Doing::Answering && may_go(holder, &self.sources);
        let waiting = self.places.iter().filter(|(_, holder)| waits(holder));
        let longest = waiting.min_by_key(|(number, holder)| (holder.doing, **number)).map(|(number, _)| *number);
        let Some(holder) = longest.and_then(|number| self.remove(number)) else { return false };
        holder.evicted.notify_one();
        true
    }
}

impl Place {
    /// Says what the connection is doing now. One that begins to wait for a request has waited for less time than all others.
    pub(super) fn set(&self, doing: Doing) {
        let mut held = self.places.held();
        let mut number = self.number.lock().unwrap_or_else(PoisonError::into_inner);
        // One that made room is nobody any more.
        let Some(mut holder) = held.remove(*number) else { return };
        let begins_to_wait = doing == Doing::AwaitingHead && holder.doing != doing;
        holder.doing = doing;
        if begins_to_wait {
            *number = held.add(holder);
        } else {
            *held.sources.entry(holder.source).or_default() += 1;
            held.places.insert(*number, holder);
        }
    }

    /// Waits until it has to make room.
    pub(super) async fn evicted(&self) {
        self.evicted.notified().await;
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let number = *self.number.lock().unwrap_or_else(PoisonError::into_inner);
        self.places.held().remove(number);
    }
}

/// Something that bodies on their way hold, in bytes, in all and for one source.
pub(super) struct Room {
    most: usize,
    taken: Mutex<HashMap<Source, usize>>,
}

/// A part of the room, until it is dropped.
pub(super) struct Taken<'a> {
    room: &'a Room,
    source: Source,
    bytes: usize,
}

impl Room {
    pub(super) fn new(bytes: usize) -> Self {
        Self { most: bytes, taken: Mutex::default() }
    }

    /// Nothing yet, for `source`.
    pub(super) fn none(&self, source: Source) -> Taken<'_> {
        Taken { room: self, source, bytes: 0 }
    }
}

impl Taken<'_> {
    /// Takes so much more. Says whether there was as much: one source, unless it is a proxy, has half.
    pub(super) fn more(&mut self, bytes: usize) -> bool {
        let mut taken = self.room.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = taken.values().sum();
        let own = taken.get(&self.source).copied().unwrap_or(0);
        let own_most = if self.source == Source::Proxy { self.room.most } else { self.room.most / 2 };
        if all + bytes > self.room.most || own + bytes > own_most {
            return false;
        }
        taken.insert(self.source, own + bytes);
        self.bytes += bytes;
        true
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        let mut taken = self.room.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = taken.get_mut(&self.source) {
            *own = own.saturating_sub(self.bytes);
            if *own == 0 {
                taken.remove(&self.source);
            }
        }
    }
}

/// A source that is nobody's, for tests.
#[cfg(test)]
pub(super) fn stranger(last: u8) -> Source {
    Source::Address([192, 0, 2, last].into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::FutureExt;

    fn places(most: usize, most_of_source: usize) -> Arc<Places> {
        Arc::new(Places { most, most_of_source, held: Mutex::default() })
    }

    fn is_out(place: &Place) -> bool {
        place.evicted().now_or_never().is_some()
    }

    #[test]
    fn who_has_waited_longest_for_a_request_makes_room() {
        let places = places(3, 10);
        let [first, second, third] = [1, 2, 3].map(|last| places.enter(stranger(last)).unwrap());
        first.set(Doing::Answering);
        first.set(Doing::AwaitingHead);
        let fourth = places.enter(stranger(4)).unwrap();
        assert_eq!([&first, &second, &third, &fourth].map(is_out), [false, true, false, false]);
        drop(second);
        let _fifth = places.enter(stranger(5)).unwrap();
        assert_eq!([&first, &third, &fourth].map(is_out), [false, true, false]);
    }

    #[test]
    fn a_body_that_is_waited_for_makes_room_last_and_an_answer_never() {
        let places = places(3, 10);
        let [first, second, third] = [1, 2, 3].map(|last| places.enter(stranger(last)).unwrap());
        first.set(Doing::AwaitingBody);
        second.set(Doing::Answering);
        let fourth = places.enter(stranger(4)).unwrap();
        assert_eq!([&first, &second, &third, &fourth].map(is_out), [false, false, true, false]);
        fourth.set(Doing::Answering);
        let fifth = places.enter(stranger(5)).unwrap();
        assert_eq!([&first, &second, &fourth, &fifth].map(is_out), [true, false, false, false]);
        fifth.set(Doing::Answering);
        assert!(places.enter(stranger(6)).is_none());
        assert!(!places.make_room());
        drop(fifth);
        assert!(places.enter(stranger(6)).is_some());
    }

    #[test]
    fn one_source_makes_room_for_itself_and_the_largest_for_others() {
        let places = places(4, 3);
        let greedy: Vec<Place> = (0..4).map(|_| places.enter(stranger(1)).unwrap()).collect();
        assert_eq!(greedy.iter().map(is_out).collect::<Vec<_>>(), [true, false, false, false]);
        let quiet = places.enter(stranger(2)).unwrap();
        let next = places.enter(stranger(3)).unwrap();
        assert!(is_out(&greedy[1]) && !is_out(&quiet) && !is_out(&next));
        assert!(!is_out(&greedy[2]));
    }

    #[test]
    fn a_proxy_has_as_many_as_there_are() {
        let places = places(4, 1);
        let through: Vec<Place> = (0..4).map(|_| places.enter(Source::Proxy).unwrap()).collect();
        assert!(!through.iter().any(is_out));
        let _more = places.enter(Source::Proxy).unwrap();
        assert_eq!(through.iter().filter(|place| is_out(place)).count(), 1);
    }

    #[test]
    fn a_source_fills_half_of_the_room_and_gives_it_back() {
        let room = Room::new(100);
        let mut first = room.none(stranger(1));
        assert!(first.more(30) && first.more(20) && !first.more(1));
        let mut second = room.none(stranger(2));
        assert!(second.more(50) && !second.more(1));
        let mut proxy = room.none(Source::Proxy);
        assert!(!proxy.more(1));
        drop((first, second));
        assert!(proxy.more(100) && !proxy.more(1));
        drop(proxy);
        assert!(room.taken.lock().unwrap().is_empty());
    }
}
