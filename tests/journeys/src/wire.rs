//! HTTP/1.1 byte by byte, for what no browser would send.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    time::Duration,
};

use anyhow::{Context, Result};

/// How long an answer may take before the test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// The largest answer read.
const LARGEST: usize = 4 << 20;

/// A connection.
pub struct Wire {
    stream: BufReader<TcpStream>,
    host: String,
}

/// An answer as it came.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Reply {
    /// The value of a header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(other, _)| other == name).map_or("", |(_, value)| value)
    }

    /// Whether the server ends the connection with this answer.
    pub fn closes(&self) -> bool {
        self.header("connection").eq_ignore_ascii_case("close")
    }
}

impl Wire {
    /// A connection to `http://HOST:PORT`.
    ///
    /// # Errors
    /// When there is none.
    pub fn open(base: &str) -> Result<Self> {
        let host = base.strip_prefix("http://").context("not an http address")?.to_owned();
        let stream = TcpStream::connect(&host)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream), host })
    }

    /// Sends a request line and headers, each without its line end, and a body; reads the answer. `Host` is added.
    ///
    /// # Errors
    /// When the connection breaks, or the answer is not HTTP.
    pub fn ask(&mut self, line: &[u8], headers: &[&[u8]], body: &[u8]) -> Result<Reply> {
        let mut reply = self.begin(line, headers, body)?;
        reply.body = self.body(&reply)?;
        Ok(reply)
    }

    /// The same for a request whose answer has no body, whatever its headers say.
    ///
    /// # Errors
    /// As [`Wire::ask`].
    pub fn head(&mut self, line: &[u8], headers: &[&[u8]]) -> Result<Reply> {
        self.begin(line, headers, b"")
    }

    fn begin(&mut self, line: &[u8], headers: &[&[u8]], body: &[u8]) -> Result<Reply> {
        let mut request = [line, b"\r\nhost: ", self.host.as_bytes(), b"\r\n"].concat();
        for header in headers {
            request.extend_from_slice(header);
            request.extend_from_slice(b"\r\n");
        }
        request.extend_from_slice(b"\r\n");
        request.extend_from_slice(body);
        // A server that has heard enough answers and closes while we still write.
        let sent = self.stream.get_mut().write_all(&request);
        let reply = self.reply();
        if reply.is_err() {
            sent.context("the connection broke while the request was sent")?;
        }
        reply
    }

    fn reply(&mut self) -> Result<Reply> {
        let status = self.line()?;
        let status = status.split(' ').nth(1).and_then(|code| code.parse().ok()).context("no status line")?;
        let mut headers = Vec::new();
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(':') else { break };
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        Ok(Reply { status, headers, body: String::new() })
    }

    fn body(&mut self, reply: &Reply) -> Result<String> {
        let body = if reply.header("transfer-encoding").eq_ignore_ascii_case("chunked") {
            self.chunks()?
        } else {
            self.bytes(reply.header("content-length").parse().unwrap_or(0))?
        };
        String::from_utf8(body).context("an answer that is not text")
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        let read = self.stream.read_line(&mut line).context("no answer")?;
        anyhow::ensure!(read > 0, "the connection was closed without an answer");
        Ok(line.trim_end().to_owned())
    }

    fn bytes(&mut self, length: usize) -> Result<Vec<u8>> {
        anyhow::ensure!(length <= LARGEST, "an answer of {length} bytes");
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    fn chunks(&mut self) -> Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let length = usize::from_str_radix(&self.line()?, 16).context("the length of a chunk")?;
            body.extend(self.bytes(length)?);
            self.line()?;
            if length == 0 {
                return Ok(body);
            }
        }
    }
}
