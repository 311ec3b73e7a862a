//! Components that trap, hang or want too much, and who notices.

use crate::support::{Answer, Connection, Runner};
use http::{Request, StatusCode};
use std::time::{Duration, Instant};

fn went_wrong() -> Answer {
    let body =
        "Something went wrong here. If you sent something, it may have been saved: look before you send it again.\n";
    Answer { status: StatusCode::INTERNAL_SERVER_ERROR, body: body.to_owned() }
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

#[tokio::test]
async fn whoever_shared_an_instance_that_ran_out_of_time_is_told_so_too() {
    let runner = Runner::start(&["--request-timeout-ms", "1000", "--concurrent", "8"]);
    let together = (0..40).map(|number| {
        let path = if number % 8 == 7 { "/spin" } else { "/sleep/60000" };
        runner.get(path)
    });
    let answers = futures::future::join_all(together).await;
    let statuses: Vec<u16> = answers.iter().map(|answer| answer.status.as_u16()).collect();
    assert!(statuses.iter().all(|status| *status == 504), "{statuses:?}");
    assert!(answers.iter().all(|answer| answer.body.contains("it may have been saved")));
    let log = runner.stop();
    assert!(log.contains(" 504 ") && !log.contains("answered with an error or trapped"), "{log}");
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
