//! What is measured, in which order.

use std::{
    collections::BTreeMap,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::Result;

use crate::{
    client::Client,
    people::{self, Parent},
    redis::Redis,
    rounds::{Batch, CLIENTS, Series, What, median},
    server::{Built, Filled, Schools, Server},
};

/// How much is measured.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) rounds: usize,
    /// Requests in a batch of reads.
    pub(crate) reads: usize,
    /// Requests in a batch of decisions.
    pub(crate) decisions: usize,
    /// Parents who decide: many, so that no child's history grows long.
    pub(crate) deciders: usize,
    /// Schools in the large store, and pupils in each.
    pub(crate) schools: usize,
    pub(crate) pupils: usize,
    /// How often a start is repeated.
    pub(crate) starts: usize,
}

impl Plan {
    pub(crate) const WHOLE: Self =
        Self { rounds: 7, reads: 1_600, decisions: 240, deciders: 96, schools: 1_000, pupils: 300, starts: 3 };
    pub(crate) const QUICK: Self =
        Self { rounds: 3, reads: 480, decisions: 96, deciders: 32, schools: 50, pupils: 30, starts: 1 };

    const fn batch(&self, what: What) -> usize {
        match what {
            What::Decide => self.decisions,
            _ => self.reads,
        }
    }
}

/// One kind of store.
pub(crate) struct StoreResults {
    pub(crate) name: &'static str,
    pub(crate) few: Site,
    pub(crate) many: Site,
    /// Beside each page, the floor of the same rounds.
    pub(crate) floor: BTreeMap<What, Series>,
    /// How often the store was asked for what, for each request; where Redis counts.
    pub(crate) calls: BTreeMap<What, BTreeMap<String, f64>>,
}

/// One store, and the runner over it.
pub(crate) struct Site {
    pub(crate) pages: BTreeMap<What, Series>,
    pub(crate) filled_in: Duration,
    pub(crate) bytes: u64,
    /// Resident now, and at its highest, in megabytes.
    pub(crate) memory: Option<(u64, u64)>,
}

/// A site being measured.
struct Running {
    filled: Filled,
    server: Server,
    readers: Vec<Parent>,
    deciders: Vec<Parent>,
    slug: String,
    site: Site,
}

impl Running {
    async fn start(built: &Built, folder: &Path, store: &str, schools: Schools, deciders: usize) -> Result<Self> {
        let filled = Filled::fill(built, folder, store, schools).await?;
        let server = filled.serve(built, &folder.join("cache")).await?;
        let mut readers = people::sign_in(server.address, &filled.demo, CLIENTS + deciders).await?;
        let deciders = readers.split_off(CLIENTS);
        let slug = people::school(&filled.demo)?.to_owned();
        let site = Site { pages: BTreeMap::new(), filled_in: filled.took, bytes: filled.size()?, memory: None };
        Ok(Self { filled, server, readers, deciders, slug, site })
    }

    async fn batch(&mut self, what: What, number: usize) -> Result<Batch> {
        let parents = if what == What::Decide { &mut self.deciders } else { &mut self.readers };
        people::reconnect(parents).await?;
        let before = self.server.worked();
        let mut batch = Batch::measure(what, parents, &self.slug, number).await?;
        batch.worked = self.server.worked().zip(before).map(|(after, before)| after.saturating_sub(before));
        Ok(batch)
    }

    async fn keep(&mut self, what: What, number: usize) -> Result<()> {
        let batch = self.batch(what, number).await?;
        self.site.pages.entry(what).or_default().0.push(batch);
        Ok(())
    }

    async fn finish(mut self) -> Result<Site> {
        self.site.memory = self.server.memory();
        self.server.stop().await?;
        drop(self.filled);
        Ok(self.site)
    }
}

/// Measures the five sample schools beside the same five among many, on SQLite or on this Redis.
pub(crate) async fn both(built: &Built, plan: Plan, folder: &Path, redis: Option<&Redis>) -> Result<StoreResults> {
    let name = if redis.is_some() { "Redis" } else { "SQLite" };
    let store = |number| redis.map_or_else(|| "sqlite".to_owned(), |redis| redis.address(number));
    eprintln!("{name}: filling");
    let none = Schools { more: 0, pupils: plan.pupils };
    let many = Schools { more: plan.schools, pupils: plan.pupils };
    let before = memory(redis).await?;
    let mut few = Running::start(built, &folder.join(format!("{name}-few")), &store(0), none, plan.deciders).await?;
    let between = memory(redis).await?;
    let mut many = Running::start(built, &folder.join(format!("{name}-many")), &store(1), many, plan.deciders).await?;
    if redis.is_some() {
        few.site.bytes = between.saturating_sub(before);
        many.site.bytes = memory(redis).await?.saturating_sub(between);
    }
    for what in [What::Floor].into_iter().chain(What::PAGES) {
        let number = plan.batch(what).div_ceil(2);
        few.batch(what, number).await?;
        many.batch(what, number).await?;
    }
    let mut floor: BTreeMap<What, Series> = BTreeMap::new();
    for round in 0..plan.rounds {
        eprintln!("{name}: round {} of {}", round + 1, plan.rounds);
        for what in What::PAGES {
            let number = plan.batch(what);
            floor.entry(what).or_default().0.push(few.batch(What::Floor, plan.reads).await?);
            // Each goes first in every other round.
            if round % 2 == 0 {
                few.keep(what, number).await?;
                many.keep(what, number).await?;
            } else {
                many.keep(what, number).await?;
                few.keep(what, number).await?;
            }
        }
    }
    let calls = match redis {
        Some(redis) => calls(redis, &mut few).await?,
        None => BTreeMap::new(),
    };
    Ok(StoreResults { name, few: few.finish().await?, many: many.finish().await?, floor, calls })
}

async fn memory(redis: Option<&Redis>) -> Result<u64> {
    match redis {
        Some(redis) => redis.memory().await,
        None => Ok(0),
    }
}

/// How often each request asks the store.
async fn calls(redis: &Redis, few: &mut Running) -> Result<BTreeMap<What, BTreeMap<String, f64>>> {
    const REQUESTS: usize = 16;
    let mut calls = BTreeMap::new();
    for what in [What::Floor].into_iter().chain(What::PAGES) {
        redis.reset().await?;
        few.batch(what, REQUESTS).await?;
        let counted = redis.calls().await?;
        let each = counted.into_iter().map(|(command, calls)| (command, calls as f64 / REQUESTS as f64));
        calls.insert(what, each.collect());
    }
    Ok(calls)
}

/// A start of the runner: until it listens, and its first answer. Milliseconds, the medians.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Start {
    pub(crate) listening: f64,
    pub(crate) first_page: f64,
    pub(crate) second_page: f64,
}

/// Starts without compiled components, and with them.
pub(crate) async fn cold_starts(built: &Built, plan: Plan, folder: &Path) -> Result<[Start; 2]> {
    eprintln!("starts");
    let none = Schools { more: 0, pupils: plan.pupils };
    let filled = Filled::fill(built, &folder.join("start"), "sqlite", none).await?;
    let slug = people::school(&filled.demo)?;
    let mut starts = [Vec::new(), Vec::new()];
    for number in 0..plan.starts {
        let cache = folder.join(format!("cache-{number}"));
        for starts in &mut starts {
            starts.push(start(built, &filled, &cache, slug).await?);
        }
    }
    Ok(starts.map(|starts| {
        let of = |part: fn(&Start) -> f64| median(starts.iter().map(part).collect());
        Start { listening: of(|s| s.listening), first_page: of(|s| s.first_page), second_page: of(|s| s.second_page) }
    }))
}

async fn start(built: &Built, filled: &Filled, cache: &Path, slug: &str) -> Result<Start> {
    let server = filled.serve(built, cache).await?;
    let mut client = Client::connect(server.address, 0).await?;
    let mut pages = [0.0; 2];
    for page in &mut pages {
        let began = Instant::now();
        client.open(&format!("/s/{slug}/sign-in")).await?;
        *page = milliseconds(began.elapsed());
    }
    let listening = milliseconds(server.started_in);
    server.stop().await?;
    Ok(Start { listening, first_page: pages[0], second_page: pages[1] })
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
