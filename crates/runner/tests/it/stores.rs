//! Key-value through the components, in the file Spin would read.

use crate::support::Runner;

#[tokio::test]
async fn values_and_counters_are_kept() {
    let runner = Runner::start(&[]);
    assert_eq!(runner.text("/get/key").await, "nothing");
    assert_eq!(runner.text("/exists/key").await, "false");
    assert_eq!(runner.text("/set/key/hi").await, "set");
    assert_eq!(runner.text("/get/key").await, "[104, 105]");
    assert_eq!(runner.text("/exists/key").await, "true");
    assert_eq!(runner.text("/increment/n/2").await, "2");
    assert_eq!(runner.text("/increment/n/40").await, "42");
    assert_eq!(runner.text("/get/n").await, "[42, 0, 0, 0, 0, 0, 0, 0]", "as Spin stores it");
    assert_eq!(runner.text("/bucket-get/key").await, "Some([104, 105])");
    assert_eq!(runner.text("/keys").await, "key n");
    assert_eq!(runner.text("/delete/key").await, "deleted");
    assert_eq!(runner.text("/keys").await, "n");
    assert!(runner.text("/increment/n/x").await.starts_with("error: "));
}

#[tokio::test]
async fn what_does_not_work_everywhere_does_not_work_here() {
    let runner = Runner::start(&[]);
    let swap = runner.text("/swap/key").await;
    assert!(swap.contains("compare-and-swap is not supported"), "{swap}");
    let many = runner.text("/get-many/key").await;
    assert!(many.contains("get-many is not supported"), "{many}");
}

#[tokio::test]
async fn the_state_folder_holds_spins_file_and_outlives_the_runner() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let runner = Runner::start(&["--state-dir", path]);
    runner.text("/set/kept/v").await;
    runner.stop();
    assert!(folder.path().join("sqlite_key_value.db").is_file());
    let runner = Runner::start(&["--state-dir", path]);
    assert_eq!(runner.text("/get/kept").await, "[118]");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_at_once_get_two_hundred_numbers_from_two_runners() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let runners = [Runner::start(&["--state-dir", path]), Runner::start(&["--state-dir", path])];
    let asked = (0..200).map(|i| runners[i % 2].text("/increment/crowd/1"));
    let mut numbers: Vec<u32> =
        futures::future::join_all(asked).await.iter().map(|number| number.parse().unwrap()).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=200).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_runner_loses_no_write_it_answered() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let runner = Runner::start(&["--state-dir", path]);
    let mut answered = Vec::new();
    for i in 0..50 {
        let key = format!("event-{i}");
        runner.text(&format!("/set/{key}/x")).await;
        answered.push(key);
    }
    // Dropping kills without a word.
    drop(runner);
    let runner = Runner::start(&["--state-dir", path]);
    for key in answered {
        assert_eq!(runner.text(&format!("/get/{key}")).await, "[120]");
    }
}
