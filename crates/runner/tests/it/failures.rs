//! Components that trap, hang or want too much, and who notices.

use crate::support::{Answer, Connection, Runner};
use http::{Request, StatusCode};
use std::time::{Duration, Instant};

fn went_wrong() -> Answer {
    Answer { status: StatusCode::INTERNAL_SERVER_ERROR, body: "Something went wrong. Nothing was lost.\n".to_owned() }
}

#[tokio::test]
async fn a_trap_ends_its_instance_and_says_nothing() {
    let runner = Runner::start(&[]);
    let mut connection = Connection::open(runner.address()).await;
    assert_eq!(connection.ask(Request::get("/instance"), "").await.body, "1");
    let trapped = connection.ask(Request::get("/unreachable"), "").await;
    assert_eq!(trapped, went_wrong());
    // The connection lives, the instance is a new one.
    assert_eq!(connection.ask(Request::get("/instance"), "").await.body, "1");
    let log = runner.stop();
    assert!(log.contains("instance of probe ended: "), "{log}");
}

#[tokio::test]
async fn an_error_of_the_component_says_nothing() {
    let runner = Runner::start(&[]);
    assert_eq!(runner.get("/error").await, went_wrong());
}

#[tokio::test]
async fn a_busy_loop_is_stopped_and_others_are_served_meanwhile() {
    let runner = Runner::start(&["--request-timeout-ms", "1000"]);
    let started = Instant::now();
    let hanging = runner.get("/spin");
    let served = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        for _ in 0..20 {
            runner.text("/instance").await;
        }
        started.elapsed()
    };
    let (hanging, served) = futures::future::join(hanging, served).await;
    assert_eq!(hanging.status, StatusCode::GATEWAY_TIMEOUT);
    assert!(served < Duration::from_millis(900), "{served:?}");
    assert!(started.elapsed() < Duration::from_secs(5));
    // It does not go on burning the processor.
    let before = processor_time(&runner);
    tokio::time::sleep(Duration::from_secs(2)).await;
    let burnt = processor_time(&runner) - before;
    assert!(burnt < 50, "{burnt} ticks");
}

/// The time the process has used, in ticks of ten milliseconds (`proc(5)`).
fn processor_time(runner: &Runner) -> u64 {
    let file = format!("/proc/{}/stat", runner.process_id());
    let text = std::fs::read_to_string(file).unwrap();
    let fields: Vec<_> = text.rsplit(')').next().unwrap().split_whitespace().collect();
    let number = |i: usize| fields[i].parse::<u64>().unwrap();
    number(11) + number(12)
}

#[tokio::test]
async fn a_long_wait_is_stopped_too() {
    let runner = Runner::start(&["--request-timeout-ms", "500"]);
    assert_eq!(runner.get("/sleep/60000").await.status, StatusCode::GATEWAY_TIMEOUT);
    assert_eq!(runner.text("/variable/greeting").await, "at the gate");
}

#[tokio::test]
async fn memory_beyond_the_limit_is_refused_and_the_next_request_is_fine() {
    let runner = Runner::start(&["--memory-mb", "32"]);
    assert_eq!(runner.text("/allocate/16").await, (16_u32 << 20).to_string());
    assert_eq!(runner.get("/allocate/64").await, went_wrong());
    assert_eq!(runner.text("/allocate/16").await, (16_u32 << 20).to_string());
}
