//! Requests, answers, variables, clocks, the log and the orderly end.

use crate::support::{Connection, Runner, manifest, post, refusal};
use http::{Request, StatusCode};
use std::time::{Duration, Instant};

#[tokio::test]
async fn a_component_answers_with_its_variables_environment_and_dependency() {
    let runner = Runner::start(&[]);
    assert_eq!(runner.text("/variable/secret").await, "open sesame");
    assert_eq!(runner.text("/variable/greeting").await, "at the gate");
    assert_eq!(runner.text("/environment/COLOUR").await, "green");
    assert_eq!(runner.text("/greet/Nia").await, "Good day, Nia");
    assert_eq!(runner.ask(post("/echo"), "typed text").await.body, "typed text");
}

#[tokio::test]
async fn a_component_without_permission_gets_nothing() {
    let runner = Runner::start(&[]);
    let denied = "error: Error::Undefined";
    assert!(runner.text("/denied/variable/secret").await.starts_with(denied));
    assert_eq!(runner.text("/denied/get/key").await, "error: Error::AccessDenied");
    assert_eq!(runner.text("/denied/increment/n/1").await, "error: Error::AccessDenied");
    assert_eq!(runner.text("/open/other").await, "error: Error::AccessDenied");
    assert!(runner.text("/denied/environment/COLOUR").await.starts_with("error: "));
    assert!(runner.text("/environment/SPIN_VARIABLE_SECRET").await.starts_with("error: "));
    assert!(runner.text("/file/etc/passwd").await.starts_with("error: "));
    let listening = runner.address();
    assert!(runner.text(&format!("/socket/{listening}")).await.starts_with("error: "));
    // And the store is as empty as it was.
    assert_eq!(runner.text("/keys").await, "");
}

#[tokio::test]
async fn a_component_learns_who_asked_for_what() {
    let runner = Runner::start(&[]);
    let request = Request::get("/s/oakfield/probe/headers?x=1")
        .header("spin-client-addr", "192.0.2.9:1")
        .header("connection", "keep-alive")
        .header("x-forwarded-for", "192.0.2.10");
    let headers = runner.ask(request, "").await.body;
    for expected in [
        "spin-path-info: /headers\n",
        "spin-path-match-school: oakfield\n",
        "spin-matched-route: /s/:school/probe/...\n",
        "spin-full-url: http://gate.example.org/s/oakfield/probe/headers?x=1\n",
        "spin-client-addr: 127.0.0.1:",
        "x-forwarded-for: 192.0.2.10\n",
    ] {
        assert!(headers.contains(expected), "{expected} in {headers}");
    }
    assert!(!headers.contains("192.0.2.9"));
    assert!(!headers.contains("connection:"), "that is between client and runner");
}

#[tokio::test]
async fn a_path_without_a_route_is_not_found() {
    let text = manifest("", "").replacen("route = \"/...\"", "route = \"/only\"", 1);
    let runner = Runner::with_manifest(&text, &[]);
    assert_eq!(runner.get("/elsewhere").await.status, StatusCode::NOT_FOUND);
    assert_eq!(runner.text("/.well-known/spin/health").await, "OK");
}

#[tokio::test]
async fn a_request_must_say_for_which_host_it_is() {
    let runner = Runner::start(&[]);
    let twice = Request::get("/instance").header("host", "a.example").header("host", "b.example");
    assert_eq!(runner.ask(twice, "").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_head_without_end_is_refused() {
    let runner = Runner::start(&[]);
    let long = "x".repeat(100_000);
    let answer = runner.ask(Request::get("/instance").header("long", long), "").await;
    assert_eq!(answer.status, StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
}

#[tokio::test]
async fn both_clocks_start_at_the_chosen_moment() {
    let runner = Runner::start(&["--now", "2031-02-03T04:05:06Z"]);
    let now = runner.text("/now").await;
    let times: Vec<u64> = now.split(' ').map(|time| time.parse().unwrap()).collect();
    for time in times {
        // 2031-02-03T04:05:06Z, and at most a minute after.
        assert!((1_927_857_906..1_927_857_966).contains(&time), "{now}");
    }
}

#[tokio::test]
async fn the_log_holds_routes_and_no_paths() {
    let runner = Runner::start(&[]);
    runner.get("/s/oakfield/probe/get/ada@example.org?code=123456").await;
    runner.get("/error").await;
    runner.ask(Request::builder().method("NONSENSE").uri("/instance"), "").await;
    let log = runner.stop();
    assert!(log.contains("GET /s/:school/probe/... 200 "), "{log}");
    assert!(log.contains("GET /... 500 "), "{log}");
    assert!(log.contains("OTHER /... 200 "), "{log}");
    let (_start, requests) = log.split_once('\n').unwrap();
    for private in ["oakfield", "ada", "123456", "127.0.0.1", "NONSENSE", "a text that must not"] {
        assert!(!requests.contains(private), "{private} in {requests}");
    }
}

#[tokio::test]
async fn a_quiet_runner_logs_nothing() {
    let runner = Runner::start(&["--quiet"]);
    runner.get("/instance").await;
    assert_eq!(runner.stop(), "");
}

#[tokio::test]
async fn a_stop_lets_the_requests_in_flight_finish() {
    let runner = Runner::start(&[]);
    let mut connection = Connection::open(runner.address()).await;
    let answer = tokio::spawn(async move { connection.ask(Request::get("/sleep/1500"), "").await });
    tokio::time::sleep(Duration::from_millis(500)).await;
    runner.terminate();
    assert_eq!(answer.await.unwrap().status, StatusCode::OK);
    assert!(runner.wait().0.success());
}

#[tokio::test]
async fn a_silent_connection_does_not_hold_up_the_stop() {
    let runner = Runner::start(&[]);
    let _silent = std::net::TcpStream::connect(runner.address()).unwrap();
    let mut kept_alive = Connection::open(runner.address()).await;
    kept_alive.ask(Request::get("/instance"), "").await;
    let asked = Instant::now();
    runner.terminate();
    assert!(runner.wait().0.success());
    assert!(asked.elapsed() < Duration::from_secs(5), "{:?}", asked.elapsed());
}

#[test]
fn what_is_missing_is_said() {
    let text = manifest("", "");
    let missing = text.replace("fixture_greeter.wasm", "absent.wasm");
    assert!(refusal(&missing, &[]).contains("component `probe`: cannot read COMPONENTS/absent.wasm"));
    let label = text.replace("[\"default\"]", "[\"other\"]");
    assert_eq!(
        refusal(&label, &[]),
        "schoolgate-runner: component `probe`: `key_value_stores`: there is no store `other`, only `default`\n"
    );
    let required = text.replace("secret = { required", "unset = { required = true }\nsecret = { required");
    assert_eq!(refusal(&required, &[]), "schoolgate-runner: required variables are not set: SPIN_VARIABLE_UNSET\n");
    let alone = text.replace("dependencies.", "tool.");
    let refused = refusal(&alone, &[]);
    assert!(refused.contains("component `probe`: imports something the runner does not have"), "{refused}");
    assert!(refused.contains("fixtures:greeting/greeting@0.1.0"), "{refused}");
    let unwanted = text.replace("fixtures:greeting\"", "fixtures:farewell\"");
    assert_eq!(
        refusal(&unwanted, &[]),
        "schoolgate-runner: component `denied`: dependency `fixtures:farewell` fulfils none of the component's imports\n"
    );
    let reaching = text.replace("fixture_greeter.wasm", "fixture_probe.wasm");
    assert!(refusal(&reaching, &[]).contains("which a dependency may not have"));
    let silent = text.replace("component = \"denied\"", "component = \"ticker\"");
    assert!(refusal(&silent, &[]).contains("component `ticker`: does not export wasi:http/handler@0.3.0"));
}
