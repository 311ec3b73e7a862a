//! Where each HTTP/1 request on a connection begins and ends, read strictly and before hyper reads it.
//!
//! hyper forgives what RFC 9112 lets a server forgive: a line that ends with LF alone (2.2), both lengths of a body (6.3), codings
//! before `chunked`. A proxy in front may read the same bytes otherwise, and then a stranger's request hides in somebody else's
//! (request smuggling). What is refused here never reaches hyper.

use memchr::memchr;
use std::str::from_utf8;

/// The largest head of a request, and the most its chunks may say beside data, in bytes.
pub(super) const HEAD_LIMIT: usize = 64 * 1024;

/// The most headers of a request: hyper's own limit.
const HEADERS: usize = 100;

/// The longest line before a chunk: its size in sixteen digits, and an extension.
const CHUNK_LINE: usize = 1024;

/// What a client says first that speaks HTTP/2 (RFC 9113 3.4).
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// Why what a client sends is not read on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Violation {
    /// It is no HTTP/1 request, or one that others might read otherwise.
    NotARequest,
    /// The head, or what stands between chunks, is too large.
    TooLarge,
}

/// How far a connection's bytes have been read.
pub(super) struct Framing {
    reading: Reading,
    /// The line or the head that is not complete.
    part: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// Nothing but what may be the beginning of HTTP/2's preface.
    Preface,
    Head,
    /// A body, of which so many bytes are to come.
    Body(u64),
    ChunkSize,
    Chunk(u64),
    /// The line break behind a chunk.
    ChunkEnd,
    Trailers,
    /// HTTP/2, which has no such questions.
    Multiplexed,
}

impl Framing {
    pub(super) fn new() -> Self {
        Self { reading: Reading::Preface, part: Vec::new() }
    }

    /// Whether it is HTTP/2 that is spoken.
    pub(super) fn is_multiplexed(&self) -> bool {
        self.reading == Reading::Multiplexed
    }

    /// Whether some bytes of a head are there, and not all.
    pub(super) fn is_within_head(&self) -> bool {
        matches!(self.reading, Reading::Preface | Reading::Head) && !self.part.is_empty()
    }

    /// Reads what came.
    ///
    /// # Errors
    /// See [`Violation`]. Nothing that came with it may be passed on.
    pub(super) fn read(&mut self, mut bytes: &[u8]) -> Result<(), Violation> {
        while !bytes.is_empty() {
            bytes = match self.reading {
                Reading::Preface => self.preface(bytes)?,
                Reading::Head => self.head(bytes)?,
                Reading::Body(left) => {
                    let (rest, left) = skip(bytes, left);
                    self.reading = if left == 0 { Reading::Head } else { Reading::Body(left) };
                    rest
                }
                Reading::ChunkSize => self.chunk_size(bytes)?,
                Reading::Chunk(left) => {
                    let (rest, left) = skip(bytes, left);
                    self.reading = if left == 0 { Reading::ChunkEnd } else { Reading::Chunk(left) };
                    rest
                }
                Reading::ChunkEnd => {
                    let (line, rest) = self.line(bytes, 2)?;
                    match line {
                        None => rest,
                        Some(line) if line == b"\r\n" => self.next(Reading::ChunkSize, rest),
                        Some(_) => return Err(Violation::NotARequest),
                    }
                }
                Reading::Trailers => self.trailers(bytes)?,
                Reading::Multiplexed => &[],
            };
        }
        Ok(())
    }

    fn next<'a>(&mut self, reading: Reading, rest: &'a [u8]) -> &'a [u8] {
        self.part.clear();
        self.reading = reading;
        rest
    }

    fn preface<'a>(&mut self, bytes: &'a [u8]) -> Result<&'a [u8], Violation> {
        let known = self.part.len();
        let alike = bytes.iter().zip(&PREFACE[known..]).take_while(|(one, other)| one == other).count();
        self.part.extend_from_slice(&bytes[..alike]);
        if self.part.len() == PREFACE.len() {
            return Ok(self.next(Reading::Multiplexed, &[]));
        }
        if alike < bytes.len() {
            let begun = std::mem::take(&mut self.part);
            self.reading = Reading::Head;
            self.read(&begun)?;
        }
        Ok(&bytes[alike..])
    }

    /// Takes bytes up to the end of a line; None while that is not there.
    fn line<'a>(&mut self, bytes: &'a [u8], limit: usize) -> Result<(Option<&[u8]>, &'a [u8]), Violation> {
        let end = memchr(b'\n', bytes);
        let (line, rest) = bytes.split_at(end.map_or(bytes.len(), |end| end + 1));
        let begins = self.part.len();
        if begins + line.len() > limit {
            return Err(Violation::TooLarge);
        }
        self.part.extend_from_slice(line);
        if end.is_none() {
            return Ok((None, rest));
        }
        if !self.part.ends_with(b"\r\n") {
            return Err(Violation::NotARequest);
        }
        Ok((Some(&self.part), rest))
    }

    fn head<'a>(&mut self, bytes: &'a [u8]) -> Result<&'a [u8], Violation> {
        let (lines, rest) = self.line(bytes, HEAD_LIMIT)?;
        let Some(lines) = lines else { return Ok(rest) };
        if lines == b"\r\n" {
            // An empty line before a request, which old clients leave behind a body (RFC 9112 2.2).
            return Ok(self.next(Reading::Head, rest));
        }
        if !lines.ends_with(b"\r\n\r\n") {
            return Ok(rest);
        }
        let body = body_of(lines)?;
        Ok(self.next(body, rest))
    }

    fn chunk_size<'a>(&mut self, bytes: &'a [u8]) -> Result<&'a [u8], Violation> {
        let (line, rest) = self.line(bytes, CHUNK_LINE)?;
        let Some(line) = line else { return Ok(rest) };
        let digits = line.split(|byte| *byte == b';').next().unwrap_or(line).trim_ascii_end();
        if digits.is_empty() || digits.len() > 16 || !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(Violation::NotARequest);
        }
        let size = from_utf8(digits).ok().and_then(|digits| u64::from_str_radix(digits, 16).ok());
        match size {
            None => Err(Violation::NotARequest),
            Some(0) => Ok(self.next(Reading::Trailers, rest)),
            Some(size) => Ok(self.next(Reading::Chunk(size), rest)),
        }
    }

    fn trailers<'a>(&mut self, bytes: &'a [u8]) -> Result<&'a [u8], Violation> {
        let (lines, rest) = self.line(bytes, HEAD_LIMIT)?;
        match lines {
            Some(lines) if lines == b"\r\n" || lines.ends_with(b"\r\n\r\n") => Ok(self.next(Reading::Head, rest)),
            _ => Ok(rest),
        }
    }
}

fn skip(bytes: &[u8], left: u64) -> (&[u8], u64) {
    let many = usize::try_from(left).unwrap_or(usize::MAX).min(bytes.len());
    (&bytes[many..], left - many as u64)
}

/// What follows a complete head. Its length is said once: by `Content-Length` in digits, or by `Transfer-Encoding: chunked`.
fn body_of(head: &[u8]) -> Result<Reading, Violation> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    match request.parse(head) {
        Ok(httparse::Status::Complete(length)) if length == head.len() => {}
        Err(httparse::Error::TooManyHeaders) => return Err(Violation::TooLarge),
        _ => return Err(Violation::NotARequest),
    }
    let path = request.path.unwrap_or_default();
    // hyper would hand the connection over to whoever answers CONNECT; nobody here does.
    if request.method == Some("CONNECT") || http::Uri::try_from(path).is_err() {
        return Err(Violation::NotARequest);
    }
    let version = request.version;
    let named = |name: &str| {
        let headers = request.headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name));
        headers.map(|header| header.value.trim_ascii()).collect::<Vec<_>>()
    };
    match (named("content-length").as_slice(), named("transfer-encoding").as_slice()) {
        ([], []) => Ok(Reading::Head),
        ([length], []) if !length.is_empty() && length.iter().all(u8::is_ascii_digit) => {
            let length = from_utf8(length).ok().and_then(|length| length.parse().ok());
            match length {
                None => Err(Violation::NotARequest),
                Some(0) => Ok(Reading::Head),
                Some(length) => Ok(Reading::Body(length)),
            }
        }
        // HTTP/1.0 has no chunks (RFC 9112 6.1).
        ([], [coding]) if coding.eq_ignore_ascii_case(b"chunked") && version == Some(1) => Ok(Reading::ChunkSize),
        _ => Err(Violation::NotARequest),
    }
}

#[cfg(test)]
mod tests;
