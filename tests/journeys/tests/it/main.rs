//! The whole application over HTTP: what must hold for a family, and for two hundred at once.

#![allow(unreachable_pub, reason = "all of it is this binary's own")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "so a test fails")]

mod apart;
mod at_rest;
mod checker;
mod clock;
mod crowd;
mod emailing;
mod hostile;
mod house;
mod journey;
mod office;
mod outage;
mod route_walk;

use std::sync::{Arc, Mutex, PoisonError, Weak};

use journeys::gate::{Gate, Options};

/// The school most tests are about: 420 pupils.
const SCHOOL: &str = "elmswick";

/// Another school of the installation.
const OTHER_SCHOOL: &str = "harrowmere";

/// The application that tests share which change nothing for each other. It stops with the last of them.
fn shared() -> Arc<Gate> {
    static SHARED: Mutex<Weak<Gate>> = Mutex::new(Weak::new());
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    shared.upgrade().unwrap_or_else(|| {
        let gate = Arc::new(Gate::start(Options::default()).unwrap());
        *shared = Arc::downgrade(&gate);
        gate
    })
}
