//! Starts the runner on the fixtures, and asks it things.

use http::{Method, Request, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::{body::Bytes, client::conn::http1};
use hyper_util::rt::TokioIo;
use std::{
    io::{BufRead, BufReader, Read},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::LazyLock,
    thread::JoinHandle,
    time::{Duration, Instant},
};
use tempfile::TempDir;
use tokio::net::TcpStream;

/// Where the fixtures' components are; they are built when first asked for.
static COMPONENTS: LazyLock<PathBuf> = LazyLock::new(|| {
    let binary = Path::new(env!("CARGO_BIN_EXE_schoolgate-runner"));
    let target = binary.ancestors().nth(2).unwrap();
    let built = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["build", "--quiet", "--profile", "component", "--target", "wasm32-wasip2"])
        .args(["-p", "fixture-probe", "-p", "fixture-greeter", "-p", "fixture-ticker"])
        .arg("--target-dir")
        .arg(target)
        .status()
        .unwrap();
    assert!(built.success(), "the fixtures build");
    target.join("wasm32-wasip2/component")
});

/// A manifest over the fixtures: the probe with everything on `/...`, and one with nothing on `/denied/...`.
pub fn manifest(hosts: &str, more: &str) -> String {
    let folder = COMPONENTS.display();
    format!(
        r#"
        spin_manifest_version = 2
        [application]
        name = "fixtures"
        [variables]
        secret = {{ required = true, secret = true }}
        place = {{ default = "the gate" }}
        [[trigger.http]]
        route = "/..."
        component = "probe"
        [[trigger.http]]
        route = "/denied/..."
        component = "denied"
        [[trigger.http]]
        route = "/s/:school/probe/..."
        component = "probe"
        [component.probe]
        source = "{folder}/fixture_probe.wasm"
        key_value_stores = ["default"]
        variables = {{ secret = "{{{{ secret }}}}", greeting = "at {{{{ place }}}}" }}
        environment = {{ COLOUR = "green" }}
        allowed_outbound_hosts = [{hosts}]
        dependencies."fixtures:greeting/greeting@0.1.0" = {{ path = "{folder}/fixture_greeter.wasm" }}
        [component.denied]
        source = "{folder}/fixture_probe.wasm"
        dependencies."fixtures:greeting" = {{ path = "{folder}/fixture_greeter.wasm" }}
        [component.ticker]
        source = "{folder}/fixture_ticker.wasm"
        allowed_outbound_hosts = ["http://self"]
        {more}
        "#
    )
}

/// A running runner, which ends with the test.
pub struct Runner {
    process: Child,
    address: SocketAddr,
    log: Option<JoinHandle<String>>,
    _folder: TempDir,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: StatusCode,
    pub body: String,
}

impl Runner {
    /// The fixtures with no outbound hosts.
    pub fn start(options: &[&str]) -> Self {
        Self::with_manifest(&manifest("", ""), options)
    }

    pub fn with_manifest(text: &str, options: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut process = launch(folder.path(), text, options);
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let mut errors = process.stderr.take().unwrap();
        let log = std::thread::spawn(move || {
            let mut text = String::new();
            errors.read_to_string(&mut text).unwrap();
            text
        });
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        let Some(address) = line.trim().strip_prefix("listening on http://") else {
            panic!("not ready: {line:?} {}", log.join().unwrap());
        };
        Self { process, address: address.parse().unwrap(), log: Some(log), _folder: folder }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn process_id(&self) -> u32 {
        self.process.id()
    }

    /// Asks on a new connection.
    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path), "").await
    }

    pub async fn ask(&self, request: http::request::Builder, body: &str) -> Answer {
        Connection::open(self.address).await.ask(request, body).await
    }

    /// The body of a `GET` that must succeed.
    pub async fn text(&self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        answer.body
    }

    /// Asks it to stop, as a service manager does.
    pub fn terminate(&self) {
        let id = self.process.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &id]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits for its end; gives its exit status and everything it logged.
    pub fn wait(mut self) -> (ExitStatus, String) {
        let status = self.process.wait().unwrap();
        (status, self.log.take().unwrap().join().unwrap())
    }

    /// Stops it and gives what it logged.
    pub fn stop(self) -> String {
        self.terminate();
        self.wait().1
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn launch(folder: &Path, manifest: &str, options: &[&str]) -> Child {
    let file = folder.join("spin.toml");
    std::fs::write(&file, manifest).unwrap();
    Command::new(env!("CARGO_BIN_EXE_schoolgate-runner"))
        .args(["up", "--listen", "127.0.0.1:0", "--print-ready", "--from"])
        .arg(file)
        .args(options)
        .env("SPIN_VARIABLE_SECRET", "open sesame")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// What the runner says when it does not start.
pub fn refusal(manifest: &str, options: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let output = launch(folder.path(), manifest, options).wait_with_output().unwrap();
    assert!(!output.status.success());
    let text = String::from_utf8(output.stderr).unwrap();
    text.replace(&folder.path().display().to_string(), "FOLDER")
        .replace(&COMPONENTS.display().to_string(), "COMPONENTS")
}

/// A kept-alive connection.
pub struct Connection {
    sender: http1::SendRequest<Full<Bytes>>,
}

impl Connection {
    pub async fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await.unwrap();
        tokio::spawn(connection);
        Self { sender }
    }

    pub async fn ask(&mut self, request: http::request::Builder, body: &str) -> Answer {
        let mut request = request.body(Full::new(Bytes::copy_from_slice(body.as_bytes()))).unwrap();
        let headers = request.headers_mut();
        if !headers.contains_key("host") {
            headers.insert("host", "gate.example.org".parse().unwrap());
        }
        let response = self.sender.send_request(request).await.unwrap();
        let status = response.status();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        let body = String::from_utf8(body.to_vec()).unwrap();
        Answer { status, body }
    }
}

pub fn post(path: &str) -> http::request::Builder {
    Request::builder().method(Method::POST).uri(path)
}

/// Asks until the answer is the wanted one, for at most ten seconds.
pub async fn eventually(runner: &Runner, path: &str, wanted: impl Fn(&str) -> bool) {
    let started = Instant::now();
    loop {
        let text = runner.text(path).await;
        if wanted(&text) {
            return;
        }
        assert!(started.elapsed() < Duration::from_secs(10), "{path} stays {text}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
