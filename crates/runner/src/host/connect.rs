//! One outbound connection, one request, one answer.

use futures::future::{Either, select};
use http::{Request, Response, Uri};
use http_body_util::{BodyExt, StreamBody};
use hyper::{body::Incoming, client::conn::http1};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use std::{io, net::SocketAddr, pin::Pin, pin::pin, sync::Arc, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::TlsConnector;
use wasmtime_wasi_http::{Error, WasiBody};

trait Transport: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Transport for T {}

type Connection = http1::Connection<TokioIo<Box<dyn Transport>>, WasiBody>;

/// An open connection that has not been used yet.
pub(super) struct Opened {
    sender: http1::SendRequest<WasiBody>,
    connection: Connection,
}

/// Moves the bytes of an exchange; ends with it.
pub(super) type Driver = Pin<Box<dyn Future<Output = Result<(), Error>> + Send>>;

/// Connects to the first of the addresses that answers, with TLS for the named host if asked.
pub(super) async fn open(
    addresses: &[SocketAddr],
    tls: Option<(&str, &Arc<rustls::ClientConfig>)>,
) -> Result<Opened, Error> {
    let stream = TcpStream::connect(addresses).await.map_err(Error::Connect)?;
    // A request is written whole: waiting to join it with more would only delay it.
    stream.set_nodelay(true).map_err(Error::Connect)?;
    let transport: Box<dyn Transport> = match tls {
        None => Box::new(stream),
        Some((host, config)) => {
            let name = ServerName::try_from(host.to_owned()).map_err(|error| Error::Tls(io::Error::other(error)))?;
            let connector = TlsConnector::from(Arc::clone(config));
            Box::new(connector.connect(name, stream).await.map_err(Error::Tls)?)
        }
    };
    let (sender, connection) = http1::handshake(TokioIo::new(transport)).await?;
    Ok(Opened { sender, connection })
}

/// Sends the request and waits for the head of the answer. The rest of it flows while the driver is polled.
pub(super) async fn exchange(
    opened: Opened,
    mut request: Request<WasiBody>,
    first_byte: Duration,
    between_bytes: Option<Duration>,
) -> Result<(Response<WasiBody>, Driver), Error> {
    let Opened { mut sender, mut connection } = opened;
    // Scheme and host are for proxies only; a server wants the path.
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    *request.uri_mut() = Uri::try_from(path).map_err(|_| Error::HttpRequestUriInvalid)?;

    let mut done = false;
    let answer = async {
        match select(pin!(sender.send_request(request)), &mut connection).await {
            Either::Left((response, _)) => response.map_err(Error::from),
            Either::Right((outcome, response)) => {
                done = true;
                outcome?;
                response.await.map_err(Error::from)
            }
        }
    };
    let response = timeout(first_byte, answer).await.map_err(|_| Error::ConnectionReadTimeout)??;
    let driver: Driver = match done {
        true => Box::pin(async { Ok(()) }),
        false => Box::pin(async { Ok(connection.await?) }),
    };
    Ok((response.map(|body| read(body, between_bytes)), driver))
}

/// The answer's body, which ends with an error if it pauses for longer than the component wants to wait.
fn read(body: Incoming, pause: Option<Duration>) -> WasiBody {
    let Some(pause) = pause else {
        return body.map_err(Error::from).boxed_unsync();
    };
    let frames = futures::stream::unfold(Some(body), move |body| async move {
        let mut body = body?;
        match timeout(pause, body.frame()).await {
            Ok(frame) => frame.map(|frame| (frame.map_err(Error::from), Some(body))),
            Err(_) => Some((Err(Error::ConnectionReadTimeout), None)),
        }
    });
    BodyExt::boxed_unsync(StreamBody::new(frames))
}
