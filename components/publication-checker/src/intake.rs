//! Takes a body in, portion by portion, straight into the rules: it is never whole in this component's memory.

use std::{
    pin::{Pin, pin},
    rc::Rc,
};

use bytes::Buf;
use futures::future::{Either, select};
use http::{
    StatusCode,
    header::{CONTENT_LENGTH, EXPECT},
};
use http_body::Body;
use http_body_util::BodyExt;
use publication_rules::wire::Told;
use reception::Guest;
use web::Refusal;
use words::Words;

use crate::{
    asked::Asked,
    facts::Facts,
    refused::Refused,
    room::{Pause, Place, ROOM},
    rules::{Cleaned, Examiner, Rules},
};

/// The largest body checked, in bytes.
pub const LARGEST_BODY: usize = 20 << 20;

/// How much of a body that is too large is still taken in and forgotten: many programs read an answer only once they have sent
/// everything.
const FORGOTTEN: u64 = 80 << 20;

/// A body on its way.
pub(crate) struct Incoming<'b, B> {
    /// Its portions.
    pub(crate) body: Pin<&'b mut B>,
    /// How to wait for room.
    pub(crate) pause: Pause,
}

/// A body that has come, with the room it takes.
pub(crate) struct Arrived {
    examiner: Examiner,
    _place: Place<'static>,
}

impl Arrived {
    /// What is found in it. Its room is free again afterwards.
    pub(crate) fn check(self) -> Told {
        self.examiner.check()
    }

    /// Its safe version.
    pub(crate) fn clean(self) -> Result<Cleaned, String> {
        self.examiner.clean()
    }
}

impl<B: Body> Incoming<'_, B> {
    /// The body, ready for checking.
    ///
    /// # Errors
    /// A body that is too large, that ended before its end, or that came slowly while others waited.
    pub(crate) async fn take(mut self, guest: &Guest<'_>, facts: &Facts, asked: &Asked) -> Result<Arrived, Refused> {
        let (request, w) = (guest.request(), guest.words());
        let announced = request.header(&CONTENT_LENGTH).and_then(|length| length.parse::<u64>().ok());
        let mut fits = announced.is_none_or(|length| length <= LARGEST_BODY as u64);
        let waits = request.headers().contains_key(EXPECT);
        if !fits && (waits || announced.is_some_and(|length| length > FORGOTTEN)) {
            return Err(too_large(w));
        }
        // What is too large is not kept, and takes no room.
        let mut place = ROOM.place(guest.school_id()?.clone(), self.pause);
        let school = Rc::clone(&facts.school);
        let mut examiner = Examiner::open(school, asked, announced.filter(|_| fits), w.language());
        let mut came = 0_u64;
        loop {
            let frame = match select(self.body.frame(), pin!(place.overdue())).await {
                Either::Left((Some(frame), _)) => frame,
                Either::Left((None, _)) => break,
                Either::Right(_) => return Err(too_slow(w)),
            };
            let Ok(mut data) = frame.map_err(|_| cut_short(w))?.into_data() else { continue };
            while data.has_remaining() {
                let portion = data.chunk();
                let length = portion.len();
                came += length as u64;
                if fits {
                    place.reach(usize::try_from(came).unwrap_or(usize::MAX)).await;
                }
                fits = fits && examiner.append(portion);
                data.advance(length);
            }
            if came > FORGOTTEN {
                break;
            }
        }
        if fits { Ok(Arrived { examiner, _place: place }) } else { Err(too_large(w)) }
    }
}

fn too_large(w: Words) -> Refused {
    let most = (LARGEST_BODY >> 20).to_string();
    Refused::said(&Refusal::TooLarge, w.checker_api_large_title(), &w.checker_api_large(&most))
}

fn too_slow(w: Words) -> Refused {
    let (title, detail) = (w.checker_api_slow_title(), w.checker_api_slow());
    let refused = Refused::own(StatusCode::REQUEST_TIMEOUT, title, detail, "too-slow", None);
    refused.with_header(http::header::RETRY_AFTER, "30")
}

fn cut_short(w: Words) -> Refused {
    let (title, detail) = (w.checker_api_cut_title(), w.checker_api_cut());
    Refused::own(StatusCode::BAD_REQUEST, title, detail, "cut-short", None)
}
