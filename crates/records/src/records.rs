//! The door itself.

use std::rc::Rc;

use clock::Clock;
use school_types::Timestamp;
use vault::Vault;

use crate::{Asker, KeptSchools, Pace, Place, Store, Stream};

/// The records of an installation, as one asker sees them. Cheap to clone; made once per request.
///
/// Several reads go on at once when their futures are joined: `futures::join!(children.fold(), settings.fetch())`.
#[derive(Clone)]
pub struct Records {
    pub(crate) store: Rc<dyn Store>,
    pub(crate) vault: Vault,
    pub(crate) clock: Clock,
    pub(crate) pace: Pace,
    pub(crate) kept: Rc<KeptSchools>,
    asker: Asker,
}

impl Records {
    /// The records behind `store`, read and written in the name of `asker`.
    pub fn new(store: Rc<dyn Store>, vault: Vault, clock: Clock, asker: Asker) -> Self {
        Self { store, vault, clock, pace: Pace::default(), kept: Rc::default(), asker }
    }

    /// The same with other deadlines, or another stopwatch, for tests.
    #[must_use]
    pub fn with_pace(mut self, pace: Pace) -> Self {
        self.pace = pace;
        self
    }

    /// The same records, asked by somebody else: after signing in, or for a job on their behalf.
    #[must_use]
    pub fn as_asker(&self, asker: Asker) -> Self {
        Self { asker, ..self.clone() }
    }

    /// Who asks.
    pub const fn asker(&self) -> &Asker {
        &self.asker
    }

    /// The vault, for keyed hashes that become part of a place.
    pub const fn vault(&self) -> &Vault {
        &self.vault
    }

    /// The time, as the records see it.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The stream of events `E` at `place`. Nothing is read yet.
    pub fn stream<E>(&self, place: Place) -> Stream<E> {
        Stream::new(self.clone(), place)
    }
}
