//! Takes a body in, portion by portion, straight into the rules: it is never whole in this component's memory.

use std::pin::Pin;

use bytes::Buf;
use http::{
    StatusCode,
    header::{CONTENT_LENGTH, EXPECT},
};
use http_body::Body;
use http_body_util::BodyExt;
use reception::Guest;
use web::Refusal;

use crate::{
    asked::Asked,
    facts::Facts,
    refused::Refused,
    rules::{Examiner, Rules},
};

/// The largest body checked, in bytes.
pub const LARGEST_BODY: usize = 20 << 20;

/// How much of a body that is too large is still taken in and forgotten: many programs read an answer only once they have sent
/// everything.
const FORGOTTEN: u64 = 80 << 20;

/// The body, ready for checking.
///
/// # Errors
/// A body that is too large, or that ended before its end.
pub(crate) async fn take<B: Body>(
    guest: &Guest<'_>,
    facts: &Facts,
    asked: &Asked,
    mut body: Pin<&mut B>,
) -> Result<Examiner, Refused> {
    let w = guest.words();
    let too_large = || {
        let most = (LARGEST_BODY >> 20).to_string();
        Refused::said(&Refusal::TooLarge, w.checker_api_large_title(), &w.checker_api_large(&most))
    };
    let request = guest.request();
    let announced = request.header(&CONTENT_LENGTH).and_then(|length| length.parse::<u64>().ok());
    let mut fits = announced.is_none_or(|length| length <= LARGEST_BODY as u64);
    let waits = request.headers().contains_key(EXPECT);
    if !fits && (waits || announced.is_some_and(|length| length > FORGOTTEN)) {
        return Err(too_large());
    }
    let mut examiner = Examiner::open(facts, asked, announced.filter(|_| fits), w.language())?;
    let mut came = 0_u64;
    while let Some(frame) = body.frame().await {
        let cut = |_| {
            let (title, detail) = (w.checker_api_cut_title(), w.checker_api_cut());
            Refused::own(StatusCode::BAD_REQUEST, title, detail, "cut-short", None)
        };
        let Ok(mut data) = frame.map_err(cut)?.into_data() else { continue };
        while data.has_remaining() {
            let portion = data.chunk();
            came += portion.len() as u64;
            fits = fits && examiner.append(portion);
            let length = portion.len();
            data.advance(length);
        }
        if came > FORGOTTEN {
            break;
        }
    }
    if fits { Ok(examiner) } else { Err(too_large()) }
}
