//! The body of a request, read whole before its component is asked: whoever sends slowly then keeps nobody waiting but themselves.

use super::{activity::OpenRequest, places::Taken};
use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// The least a body must come at, on average, in bytes a second, once it has had time to begin.
const RATE: u64 = 16 * 1024;

/// The longest a body may take.
const LONGEST: Duration = Duration::from_secs(300);

/// How a body may come.
#[derive(Clone, Copy, Debug)]
pub(super) struct BodyLimits {
    /// The most it may hold, in bytes.
    pub(super) bytes: usize,
    /// How long it may take to begin.
    pub(super) begin: Duration,
}

/// Why a body was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    TooLarge,
    TooSlow,
    /// Others' bodies take all the room.
    NoRoom,
    /// It broke off, or is none.
    Broken,
}

/// Reads the whole body, within its limits and in the room that is `taken` for it.
pub(super) async fn read(
    mut body: Incoming,
    limits: BodyLimits,
    request: &OpenRequest,
    taken: &mut Taken<'_>,
) -> Result<Bytes, Unread> {
    if body.size_hint().lower() > limits.bytes as u64 {
        return Err(Unread::TooLarge);
    }
    let began = Instant::now();
    let mut first = Bytes::new();
    let mut whole = BytesMut::new();
    let mut length = 0;
    loop {
        let allowed = limits.begin + Duration::from_secs(length as u64 / RATE);
        let deadline = began + allowed.min(LONGEST);
        let frame = match timeout_at(deadline, body.frame()).await {
            Err(_) => return Err(Unread::TooSlow),
            Ok(None) => break,
            Ok(Some(frame)) => frame.map_err(|_| Unread::Broken)?,
        };
        // Trailers are nothing that a component here reads.
        let Ok(data) = frame.into_data() else { continue };
        length += data.len();
        if length > limits.bytes {
            return Err(Unread::TooLarge);
        }
        if !taken.more(data.len()) {
            return Err(Unread::NoRoom);
        }
        request.moved();
        // Most bodies come in one part, which is then not copied.
        if first.is_empty() && whole.is_empty() {
            first = data;
        } else {
            whole.extend_from_slice(&std::mem::take(&mut first));
            whole.extend_from_slice(&data);
        }
    }
    Ok(if first.is_empty() { whole.freeze() } else { first })
}
