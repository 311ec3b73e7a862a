//! How instances are used.

use crate::support::{Connection, Runner};
use http::Request;

#[tokio::test]
async fn an_instance_answers_many_requests_and_then_makes_room() {
    let runner = Runner::start(&["--reuse", "3"]);
    let mut connection = Connection::open(runner.address()).await;
    let mut seen = Vec::new();
    for _ in 0..7 {
        seen.push(connection.ask(Request::get("/instance"), "").await.body);
    }
    assert_eq!(seen, ["1", "2", "3", "1", "2", "3", "1"]);
}

#[tokio::test]
async fn with_a_reuse_of_one_every_request_has_a_fresh_instance() {
    let runner = Runner::start(&["--reuse", "1"]);
    let asked = (0..50).map(|_| runner.text("/instance"));
    let seen = futures::future::join_all(asked).await;
    assert!(seen.iter().all(|seen| seen == "1"), "{seen:?}");
}

#[tokio::test]
async fn one_instance_answers_several_at_once_up_to_the_limit() {
    let runner = Runner::start(&["--concurrent", "4"]);
    let sleeping = (0..40).map(|_| runner.text("/sleep/1000"));
    let together = futures::future::join_all(sleeping).await;
    let most = together.iter().map(|count| count.parse::<u32>().unwrap()).max();
    assert_eq!(most, Some(4), "{together:?}");
}
