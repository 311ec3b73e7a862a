//! Batches of requests in a closed loop, and what their times come to.

use std::time::{Duration, Instant};

use anyhow::Result;
use futures::future::try_join_all;

use crate::people::Parent;

/// How many clients ask at once.
pub(crate) const CLIENTS: usize = 16;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum What {
    /// A component that says hello.
    Floor,
    /// The form for an e-mail address.
    SignIn,
    /// All of one's children.
    Children,
    /// What was said about one child.
    Child,
    /// A decision is recorded.
    Decide,
    /// Whom to turn to, as a page.
    HelpPage,
    /// The panel for a frame on the school's own website.
    HelpPanel,
    /// Whom to turn to, as data.
    HelpData,
}

/// What is asked of the help pages: the words of their addresses.
const HELP: &str = "audience=11-18&situation=picture-of-me";

impl What {
    /// What is compared with the floor.
    pub(crate) const PAGES: [Self; 7] =
        [Self::SignIn, Self::Children, Self::Child, Self::Decide, Self::HelpPage, Self::HelpPanel, Self::HelpData];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Floor => "floor: static hello",
            Self::SignIn => "sign-in page",
            Self::Children => "permissions: all children",
            Self::Child => "permissions: one child",
            Self::Decide => "submit a decision",
            Self::HelpPage => "help: page",
            Self::HelpPanel => "help: panel",
            Self::HelpData => "help: JSON",
        }
    }

    /// The share of the floor's requests per second that it is to reach, if it has one.
    pub(crate) const fn target(self) -> Option<f64> {
        match self {
            Self::Children | Self::Child => Some(0.5),
            Self::HelpPage | Self::HelpPanel | Self::HelpData => Some(0.7),
            Self::Floor | Self::SignIn | Self::Decide => None,
        }
    }

    /// Asks once.
    pub(crate) async fn ask(self, parent: &mut Parent, slug: &str) -> Result<()> {
        match self {
            Self::Floor => parent.read("/floor").await,
            Self::SignIn => parent.read(&format!("/s/{slug}/sign-in")).await,
            Self::Children => parent.read(&format!("/s/{slug}/consent/children")).await,
            Self::Child => {
                let path = parent.child.clone();
                parent.read(&path).await
            }
            Self::Decide => parent.decide().await,
            Self::HelpPage => parent.read(&format!("/s/{slug}/help?{HELP}")).await,
            Self::HelpPanel => parent.read(&format!("/embed/{slug}/help")).await,
            Self::HelpData => parent.read(&format!("/s/{slug}/help/api/v1?{HELP}")).await,
        }
    }
}

/// A batch that was measured.
#[derive(Clone, Debug, Default)]
pub(crate) struct Batch {
    pub(crate) took: Duration,
    pub(crate) times: Vec<Duration>,
    /// Processor time of the runner over all of them; none where the system does not say.
    pub(crate) worked: Option<Duration>,
}

impl Batch {
    /// Lets [`CLIENTS`] ask `number` times in all, each as soon as it has its answer. Each client speaks for several
    /// parents in turn, so that no child's history grows long.
    pub(crate) async fn measure(what: What, parents: &mut [Parent], slug: &str, number: usize) -> Result<Self> {
        let each = number.div_ceil(CLIENTS);
        let share = parents.len().div_ceil(CLIENTS);
        let began = Instant::now();
        let clients = parents.chunks_mut(share).map(|parents| async move {
            let mut times = Vec::with_capacity(each);
            for turn in 0..each {
                let parent = &mut parents[turn % parents.len()];
                let began = Instant::now();
                what.ask(parent, slug).await?;
                times.push(began.elapsed());
            }
            anyhow::Ok(times)
        });
        let times = try_join_all(clients).await?;
        Ok(Self { took: began.elapsed(), times: times.concat(), worked: None })
    }

    /// Requests per second.
    pub(crate) fn rate(&self) -> f64 {
        self.times.len() as f64 / self.took.as_secs_f64()
    }
}

/// The batches of one thing over all rounds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Series(pub(crate) Vec<Batch>);

impl Series {
    /// Requests per second, the median of the rounds.
    pub(crate) fn rate(&self) -> f64 {
        median(self.0.iter().map(Batch::rate).collect())
    }

    /// The time that this share of all requests stayed below, in milliseconds.
    pub(crate) fn percentile(&self, share: f64) -> f64 {
        let mut times: Vec<_> = self.0.iter().flat_map(|batch| &batch.times).collect();
        times.sort_unstable();
        let place = (times.len().saturating_sub(1) as f64 * share).round() as usize;
        times.get(place).map_or(f64::NAN, |time| time.as_secs_f64() * 1_000.0)
    }

    /// Processor time of the runner for each request, in milliseconds. Hardly moved by whatever else the machine does.
    pub(crate) fn work(&self) -> Option<f64> {
        let worked: Duration = self.0.iter().map(|batch| batch.worked).sum::<Option<_>>()?;
        let requests: usize = self.0.iter().map(|batch| batch.times.len()).sum();
        Some(worked.as_secs_f64() * 1_000.0 / requests as f64)
    }

    /// How many times as fast as `other`, round by round; the median.
    pub(crate) fn against(&self, other: &Self) -> f64 {
        median(self.0.iter().zip(&other.0).map(|(one, other)| one.rate() / other.rate()).collect())
    }
}

pub(crate) fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    match numbers.len() {
        0 => f64::NAN,
        length if length % 2 == 1 => numbers[length / 2],
        length => f64::midpoint(numbers[length / 2 - 1], numbers[length / 2]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(milliseconds: &[u64]) -> Batch {
        let times: Vec<_> = milliseconds.iter().map(|time| Duration::from_millis(*time)).collect();
        let took: Duration = times.iter().sum();
        Batch { took, times, worked: Some(took / 2) }
    }

    #[test]
    fn a_median_is_the_one_in_the_middle() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), 2.5);
        assert!(median(Vec::new()).is_nan());
    }

    #[test]
    fn ratios_are_taken_round_by_round_so_that_a_busy_minute_slows_both_sides() {
        let page = Series(vec![batch(&[20, 20]), batch(&[200, 200]), batch(&[20, 20])]);
        let floor = Series(vec![batch(&[10, 10]), batch(&[100, 100]), batch(&[10, 10])]);
        assert!((page.against(&floor) - 0.5).abs() < 1e-9);
        assert_eq!(page.percentile(0.5), 20.0);
        assert_eq!(page.percentile(0.99), 200.0);
        assert_eq!(page.work(), Some(40.0));
    }
}
