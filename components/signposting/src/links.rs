//! The check of links: whether every web address we send people to still answers with a page. Rung by the operator's
//! scheduler, once a day or week.

use std::collections::{BTreeMap, BTreeSet};

use futures::{StreamExt, stream};
use http::{Method, Request, StatusCode, Uri, header::USER_AGENT};
use reception::{Guest, Problem};
use records::{Asker, LinkEvent, LinkOutcome, Links};
use school_types::Language;
use serde::Serialize;
use signpost_rules::LocalContacts;
use web::Response;

use crate::{
    fetch::Fetch,
    rules::{Rules, Signposts, broken, wit},
};

/// How many addresses are asked at the same time.
const AT_ONCE: usize = 8;

/// How many redirects within one site are followed.
const HOPS: usize = 3;

/// Who asks, for whoever reads the site's log.
const WHO: &str = "Schoolgate link check";

/// The answer of the task.
#[derive(Serialize)]
struct Asked {
    /// How many addresses were asked.
    asked: usize,
    /// How many of them did not answer with a page.
    failing: usize,
}

/// Asks every address, and records what came of it.
pub(crate) async fn ask(guest: &Guest<'_>, fetch: &dyn Fetch) -> Result<Response, Problem> {
    // The contacts of each school's area are not among them: their hosts stand in no manifest.
    let facts = Signposts::facts_to_check(&LocalContacts::default(), None, Language::En).map_err(broken)?;
    let outcomes: BTreeMap<String, LinkOutcome> = stream::iter(pages_of(&facts))
        .map(|address| async move {
            let outcome = outcome(fetch, &address).await;
            (address, outcome)
        })
        .buffer_unordered(AT_ONCE)
        .collect()
        .await;
    let failing = outcomes.values().filter(|outcome| **outcome != LinkOutcome::Answered).count();
    let asked = Asked { asked: outcomes.len(), failing };
    let links = guest.desk().records().as_asker(Asker::task("links")).links();
    links.append(&LinkEvent::Asked(outcomes), None).await?;
    links.refresh::<Links>().await?;
    Ok(web::json(StatusCode::OK, &asked)?)
}

/// The web addresses among the facts, each once.
fn pages_of(facts: &[wit::FactGroup]) -> BTreeSet<String> {
    let ways = facts.iter().filter_map(|group| match &group.facts {
        wit::Facts::Way(value) if value.starts_with("https://") => Some(value.clone()),
        _ => None,
    });
    ways.collect()
}

/// `HEAD` costs the site least; what it does not answer with a page is asked again by `GET`, because many sites refuse the
/// one or answer it wrongly.
async fn outcome(fetch: &dyn Fetch, address: &str) -> LinkOutcome {
    match follow(fetch, &Method::HEAD, address).await {
        LinkOutcome::Answered => LinkOutcome::Answered,
        _ => follow(fetch, &Method::GET, address).await,
    }
}

async fn follow(fetch: &dyn Fetch, method: &Method, address: &str) -> LinkOutcome {
    let Ok(mut here) = address.parse::<Uri>() else { return LinkOutcome::Unclear };
    for _ in 0..=HOPS {
        let request = Request::builder().method(method).uri(&here).header(USER_AGENT, WHO).body(());
        let Ok(request) = request else { return LinkOutcome::Unclear };
        let Ok(answered) = fetch.ask(request).await else { return LinkOutcome::Silent };
        match answered.status {
            status if status.is_success() => return LinkOutcome::Answered,
            StatusCode::NOT_FOUND | StatusCode::GONE => return LinkOutcome::Gone,
            status if status.is_redirection() => match answered.location.and_then(|to| next(&here, &to)) {
                Some(Next::Here(to)) => here = to,
                Some(Next::Elsewhere) => return LinkOutcome::Moved,
                None => return LinkOutcome::Unclear,
            },
            _ => return LinkOutcome::Unclear,
        }
    }
    LinkOutcome::Unclear
}

/// Where a redirect leads.
enum Next {
    /// To another page of the same site.
    Here(Uri),
    /// To another site, which is not asked: nobody has said that it is the same service.
    Elsewhere,
}

/// Reads a `Location` (RFC 9110 section 10.2.2): a whole address, or a path of the same site.
fn next(here: &Uri, location: &str) -> Option<Next> {
    let host = here.authority()?;
    if location.starts_with('/') && !location.starts_with("//") {
        return format!("https://{host}{location}").parse().ok().map(Next::Here);
    }
    let there = location.parse::<Uri>().ok()?;
    let same = there.scheme_str() == Some("https") && there.authority() == Some(host);
    Some(if same { Next::Here(there) } else { Next::Elsewhere })
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use futures::{executor::block_on, future::LocalBoxFuture};

    use super::*;
    use crate::{Answered, NoAnswer};

    /// Answers by method and address, and keeps what it was asked.
    struct Sites {
        answers: Vec<(&'static str, &'static str, u16, Option<&'static str>)>,
        asked: RefCell<Vec<String>>,
    }

    impl Fetch for Sites {
        fn ask(&self, request: Request<()>) -> LocalBoxFuture<'_, Result<Answered, NoAnswer>> {
            let (method, address) = (request.method().to_string(), request.uri().to_string());
            self.asked.borrow_mut().push(format!("{method} {address}"));
            let found = self.answers.iter().find(|(m, a, ..)| *m == method && *a == address);
            let answer = found.map(|(.., status, location)| Answered {
                status: StatusCode::from_u16(*status).unwrap(),
                location: location.map(str::to_owned),
            });
            Box::pin(async move { answer.ok_or(NoAnswer) })
        }
    }

    const PAGE: &str = "https://a.example.org/help";

    fn asking(answers: &[(&'static str, &'static str, u16, Option<&'static str>)]) -> (LinkOutcome, Vec<String>) {
        let sites = Sites { answers: answers.to_vec(), asked: RefCell::default() };
        let outcome = block_on(outcome(&sites, PAGE));
        (outcome, sites.asked.into_inner())
    }

    #[test]
    fn a_page_that_answers_is_asked_once_and_its_body_is_not_fetched() {
        let (outcome, asked) = asking(&[("HEAD", PAGE, 200, None)]);
        assert_eq!((outcome, asked), (LinkOutcome::Answered, vec![format!("HEAD {PAGE}")]));
    }

    #[test]
    fn a_site_that_refuses_one_method_is_asked_by_the_other() {
        let (outcome, _) = asking(&[("HEAD", PAGE, 405, None), ("GET", PAGE, 200, None)]);
        assert_eq!(outcome, LinkOutcome::Answered);
        let (outcome, _) = asking(&[("HEAD", PAGE, 404, None), ("GET", PAGE, 404, None)]);
        assert_eq!(outcome, LinkOutcome::Gone);
        let (outcome, _) = asking(&[("HEAD", PAGE, 403, None), ("GET", PAGE, 403, None)]);
        assert_eq!(outcome, LinkOutcome::Unclear);
        assert_eq!(asking(&[]).0, LinkOutcome::Silent);
    }

    #[test]
    fn a_redirect_is_followed_within_the_site_and_never_off_it() {
        let there = "https://a.example.org/new";
        let (outcome, _) = asking(&[("HEAD", PAGE, 301, Some("/new")), ("HEAD", there, 200, None)]);
        assert_eq!(outcome, LinkOutcome::Answered);
        let (outcome, _) = asking(&[("HEAD", PAGE, 301, Some(there)), ("HEAD", there, 200, None)]);
        assert_eq!(outcome, LinkOutcome::Answered);
        for elsewhere in ["https://b.example.org/", "//b.example.org/", "http://a.example.org/help"] {
            let moved = [("HEAD", PAGE, 302, Some(elsewhere)), ("GET", PAGE, 302, Some(elsewhere))];
            let (outcome, asked) = asking(&moved);
            assert!(asked.iter().all(|line| line.ends_with(PAGE)), "{asked:?}");
            assert!(matches!(outcome, LinkOutcome::Moved | LinkOutcome::Unclear), "{elsewhere}: {outcome:?}");
        }
    }

    #[test]
    fn a_redirect_in_a_circle_ends() {
        let (outcome, asked) = asking(&[("HEAD", PAGE, 301, Some(PAGE)), ("GET", PAGE, 301, Some(PAGE))]);
        assert_eq!((outcome, asked.len()), (LinkOutcome::Unclear, 2 * (HOPS + 1)));
    }
}
