//! One client: a kept-alive HTTP/1.1 connection and its cookies.

use std::{
    collections::BTreeMap,
    net::{IpAddr, Ipv4Addr, SocketAddr},
};

use anyhow::{Context, Result, bail};
use bytes::Bytes;
use http::{Method, Request, StatusCode, header};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use testkit::{Answer, Form, Page};
use tokio::net::TcpSocket;

/// A browser without scripts. It follows redirects only when asked to.
pub(crate) struct Client {
    sender: SendRequest<Full<Bytes>>,
    server: SocketAddr,
    place: u16,
    cookies: BTreeMap<String, String>,
}

impl Client {
    /// Connects from the loopback address 127.`place`.1, so that limits by source take each place for another household.
    pub(crate) async fn connect(server: SocketAddr, place: u16) -> Result<Self> {
        Ok(Self { sender: sender(server, place).await?, server, place, cookies: BTreeMap::new() })
    }

    /// Connects anew, with the same cookies. A server closes a connection on which nothing was asked for some seconds, and
    /// between two batches minutes may pass.
    pub(crate) async fn reconnect(&mut self) -> Result<()> {
        self.sender = sender(self.server, self.place).await?;
        Ok(())
    }

    /// Asks once, and reads the whole answer. Cookies are sent, and kept as they come.
    pub(crate) async fn ask(
        &mut self,
        method: Method,
        path: &str,
        body: Option<String>,
    ) -> Result<(StatusCode, Bytes)> {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, self.server.to_string());
        if !self.cookies.is_empty() {
            let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if body.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let request = request.body(Full::new(Bytes::from(body.unwrap_or_default())))?;
        self.sender.ready().await?;
        let (parts, body) = self.sender.send_request(request).await?.into_parts();
        let body = body.collect().await?.to_bytes();
        for line in parts.headers.get_all(header::SET_COOKIE) {
            let pair = line.to_str()?.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        if let Some(location) = parts.headers.get(header::LOCATION) {
            return Ok((parts.status, Bytes::copy_from_slice(location.as_bytes())));
        }
        Ok((parts.status, body))
    }

    /// Opens a page, wherever it leads to.
    pub(crate) async fn open(&mut self, path: &str) -> Result<Page> {
        let answer = self.ask(Method::GET, path, None).await?;
        self.follow(path, answer).await
    }

    /// Sends a form, and opens what it leads to.
    pub(crate) async fn submit(&mut self, form: &Form) -> Result<Page> {
        let answer = self.ask(Method::POST, &form.action, Some(form.encoded())).await?;
        self.follow(&form.action, answer).await
    }

    async fn follow(&mut self, path: &str, answer: (StatusCode, Bytes)) -> Result<Page> {
        let (mut path, (mut status, mut body)) = (path.to_owned(), answer);
        while status == StatusCode::SEE_OTHER {
            path = String::from_utf8(body.to_vec()).context("an address")?;
            (status, body) = self.ask(Method::GET, &path, None).await?;
        }
        if !status.is_success() {
            bail!("{path} answered {status}");
        }
        let body = String::from_utf8(body.to_vec()).context("a page")?;
        Ok(Page::new(path, Answer { status, headers: Default::default(), body }))
    }
}

/// A connection of its own.
async fn sender(server: SocketAddr, place: u16) -> Result<SendRequest<Full<Bytes>>> {
    let socket = TcpSocket::new_v4()?;
    let [high, low] = place.to_be_bytes();
    socket.bind(SocketAddr::new(IpAddr::V4(Ipv4Addr::new(127, high, low, 1)), 0))?;
    let stream = socket.connect(server).await?;
    stream.set_nodelay(true)?;
    let (sender, connection) = handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    Ok(sender)
}
