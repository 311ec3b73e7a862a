//! The cron trigger, on a component with WASI 0.2's imports.

use crate::support::{Runner, eventually, manifest, refusal};

fn scheduled(expression: &str) -> String {
    let trigger = format!("[[trigger.cron]]\ncomponent = \"ticker\"\ncron_expression = \"{expression}\"");
    manifest("", &trigger)
}

#[tokio::test]
async fn a_component_runs_on_its_schedule_by_the_chosen_clock() {
    let runner = Runner::with_manifest(&scheduled("* * * * * *"), &["--now", "2031-02-03T04:05:06Z"]);
    let ticked = |text: &str| text.starts_with('[') && !text.starts_with("[1,");
    eventually(&runner, "/get/ticked-in-2031", ticked).await;
    let log = runner.stop();
    assert!(log.contains("cron ticker done"), "{log}");
}

#[test]
fn a_schedule_that_cannot_be_read_is_said() {
    let refused = refusal(&scheduled("every day"), &[]);
    let expected = "schoolgate-runner: [[trigger.cron]] of `ticker`: `cron_expression` must be six fields: ";
    assert!(refused.starts_with(expected), "{refused}");
}
