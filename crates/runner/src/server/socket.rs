//! A connection's bytes on their way to and from hyper: looked at on the way in, and ended without losing the last answer.

use super::{
    activity::Activity,
    framing::{Framing, Violation},
    plain,
};
use http::StatusCode;
use std::{
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::{Sleep, sleep},
};

/// How long an ended connection is read on, and how much of it, in bytes. Whoever is still sending would otherwise be told that the
/// connection is broken, and throw away the answer that says why.
const LINGER: Duration = Duration::from_secs(1);
const LINGER_BYTES: usize = 1024 * 1024;

/// A client's socket.
pub(super) struct Socket {
    stream: TcpStream,
    activity: Arc<Activity>,
    framing: Framing,
    ending: Option<Ending>,
}

/// The end of a connection, step by step.
enum Ending {
    /// An answer is written that no request was complete for.
    Refusing(Vec<u8>),
    /// Nothing more will be written.
    Closing,
    /// What still comes is read and thrown away.
    Lingering {
        until: Pin<Box<Sleep>>,
        bytes: usize,
    },
    Over,
}

impl Socket {
    pub(super) fn new(stream: TcpStream, activity: Arc<Activity>) -> Self {
        Self { stream, activity, framing: Framing::new(), ending: None }
    }

    /// Refuses what was sent, unless the answer to an earlier request would be mixed up with the refusal.
    fn refuse(&mut self, violation: Violation) {
        let status = match violation {
            Violation::NotARequest => StatusCode::BAD_REQUEST,
            Violation::TooLarge => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
        };
        self.ending = Some(match self.activity.is_idle() {
            true => Ending::Refusing(plain::written(status, "This is not a request that can be read.\n")),
            false => Ending::Over,
        });
    }

    fn poll_end(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        loop {
            let stream = Pin::new(&mut self.stream);
            match self.ending.get_or_insert(Ending::Closing) {
                Ending::Refusing(bytes) => {
                    let written = ready!(stream.poll_write(context, bytes))?;
                    bytes.drain(..written);
                    if bytes.is_empty() || written == 0 {
                        self.ending = Some(Ending::Closing);
                    }
                }
                Ending::Closing => {
                    ready!(stream.poll_shutdown(context))?;
                    self.ending = Some(Ending::Lingering { until: Box::pin(sleep(LINGER)), bytes: 0 });
                }
                Ending::Lingering { until, bytes } => {
                    let mut space = [0; 4096];
                    let mut space = ReadBuf::new(&mut space);
                    let more = match stream.poll_read(context, &mut space) {
                        Poll::Ready(outcome) => outcome.is_ok() && !space.filled().is_empty(),
                        Poll::Pending => {
                            ready!(until.as_mut().poll(context));
                            false
                        }
                    };
                    *bytes += space.filled().len();
                    if !more || *bytes > LINGER_BYTES {
                        self.ending = Some(Ending::Over);
                    }
                }
                Ending::Over => return Poll::Ready(Ok(())),
            }
        }
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = &mut *self;
        if this.ending.is_none() {
            let before = buffer.filled().len();
            ready!(Pin::new(&mut this.stream).poll_read(context, buffer))?;
            match this.framing.read(&buffer.filled()[before..]) {
                Ok(()) => {
                    this.activity.head(this.framing.is_within_head());
                    return Poll::Ready(Ok(()));
                }
                Err(violation) => {
                    buffer.set_filled(before);
                    this.refuse(violation);
                }
            }
        }
        let _ = ready!(this.poll_end(context));
        Poll::Ready(Err(io::ErrorKind::InvalidData.into()))
    }
}

impl AsyncWrite for Socket {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.stream).poll_write(context, bytes));
        self.has_written();
        Poll::Ready(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.stream).poll_write_vectored(context, parts));
        self.has_written();
        Poll::Ready(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.poll_end(context)
    }
}

impl Socket {
    /// In HTTP/2 frames are written that belong to no answer, such as those that ask whether a client is still there.
    fn has_written(&self) {
        if !self.framing.is_multiplexed() {
            self.activity.moved();
        }
    }
}
