//! The results as a page of Markdown.

use std::{fmt, fs};

use anyhow::Result;
use jiff::Timestamp;

use crate::{
    measure::{Plan, Site, Start, StoreResults},
    people::HISTORY,
    rounds::{CLIENTS, Series, What},
    server::Built,
};

/// Everything that was measured.
pub(crate) struct Report {
    plan: Plan,
    quick: bool,
    machine: String,
    /// Waiting processes in the minute before.
    load: String,
    sizes: Vec<(String, u64)>,
    pub(crate) stores: Vec<StoreResults>,
    pub(crate) cold: [Start; 2],
}

impl Report {
    pub(crate) fn new(built: &Built, plan: Plan, quick: bool) -> Result<Self> {
        let mut sizes = Vec::new();
        for file in fs::read_dir(built.root.join("target/components"))? {
            let file = file?;
            let name = file.file_name().to_string_lossy().into_owned();
            if let Some(name) = name.strip_suffix(".wasm") {
                sizes.push((name.to_owned(), file.metadata()?.len()));
            }
        }
        sizes.sort();
        let none = Start { listening: f64::NAN, first_page: f64::NAN, second_page: f64::NAN };
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        let load = load.split(' ').next().unwrap_or("unknown").to_owned();
        Ok(Self { plan, quick, machine: machine(), load, sizes, stores: Vec::new(), cold: [none; 2] })
    }
}

/// Processor, cores, memory and kernel, as far as the system says.
fn machine() -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let field = |text: &str, name: &str| {
        let line = text.lines().find(|line| line.starts_with(name));
        line.and_then(|line| line.split_once(':')).map(|(_, value)| value.trim().to_owned())
    };
    let model = field(&read("/proc/cpuinfo"), "model name").unwrap_or_else(|| "an unnamed processor".to_owned());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory = field(&read("/proc/meminfo"), "MemTotal").and_then(|total| total.trim_end_matches(" kB").parse().ok());
    let memory = memory.map_or(0, |kilobytes: u64| kilobytes.div_ceil(1024 * 1024));
    let kernel = read("/proc/sys/kernel/osrelease");
    format!("{model}, {cores} cores, {memory} GB, Linux {}", kernel.trim())
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Plan { rounds, reads, decisions, schools, pupils, .. } = self.plan;
        let command = if self.quick { "cargo xtask bench --quick" } else { "cargo xtask bench" };
        let date = Timestamp::now().strftime("%-d %B %Y");
        writeln!(f, "# Benchmarks\n")?;
        writeln!(f, "`{command}`, {date}, on {}; clients, runner and store on the same machine.", self.machine)?;
        writeln!(f, "Waiting processes when it began: {}.\n", self.load)?;
        writeln!(
            f,
            "{CLIENTS} clients in a closed loop over kept-alive connections; {rounds} rounds of {reads} reads or {decisions} \
             decisions, each beside as many of the floor (a component that says hello) and beside the same page in the \
             large store. Rates are medians of the rounds, ratios medians of the rounds' ratios, and p50 and p99 are over all \
             requests. The measured school has 420 pupils; a read child has {HISTORY} decisions in its history. *Large* is \
             the same five sample schools among {} schools of {pupils} pupils more.\n",
            thousands(schools as f64)
        )?;
        writeln!(
            f,
            "*Runner CPU* is the processor time of the runner for each request, its host and the component together; *of the \
             floor* is in requests per second, with what is aimed at in brackets. Large against small is to be at least 0.83 \
             (1.2 times the cost).\n"
        )?;
        for store in &self.stores {
            store_table(f, store)?;
        }
        memory(f, &self.stores)?;
        let [without, with] = &self.cold;
        writeln!(f, "## Cold start\n")?;
        writeln!(f, "| | listening after | first page | second page |\n| --- | ---: | ---: | ---: |")?;
        for (name, start) in [("nothing compiled yet", without), ("components compiled before", with)] {
            let Start { listening, first_page, second_page } = start;
            writeln!(f, "| {name} | {listening:.0} ms | {first_page:.1} ms | {second_page:.1} ms |")?;
        }
        writeln!(f, "\n## Size\n\n| component | KB |\n| --- | ---: |")?;
        for (name, bytes) in &self.sizes {
            writeln!(f, "| {name} | {} |", thousands(bytes.div_ceil(1_000) as f64))?;
        }
        Ok(())
    }
}

fn store_table(f: &mut fmt::Formatter<'_>, store: &StoreResults) -> fmt::Result {
    writeln!(f, "## {}\n", store.name)?;
    writeln!(
        f,
        "| | requests/s | p50 ms | p99 ms | runner CPU ms | of the floor | large against small |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    )?;
    if let Some(floor) = store.floor.get(&What::Child) {
        row(f, What::Floor, floor, None, None)?;
    }
    for what in What::PAGES {
        let (Some(few), Some(many), Some(floor)) =
            (store.few.pages.get(&what), store.many.pages.get(&what), store.floor.get(&what))
        else {
            continue;
        };
        row(f, what, few, Some(few.against(floor)), Some(many.against(few)))?;
    }
    writeln!(f)?;
    if !store.calls.is_empty() {
        writeln!(f, "Store operations for each request:\n")?;
        writeln!(f, "| | reads | writes | which |\n| --- | ---: | ---: | --- |")?;
        for (what, calls) in &store.calls {
            // From nought, because an empty sum of fractions is -0.
            let count = |reads| {
                calls.iter().filter(|(command, _)| is_read(command) == reads).fold(0.0, |sum, (_, calls)| sum + calls)
            };
            let (reads, writes) = (count(true), count(false));
            let which: Vec<_> = calls.iter().map(|(command, calls)| format!("{command} {calls:.1}")).collect();
            writeln!(f, "| {} | {reads:.1} | {writes:.1} | {} |", what.name(), which.join(", "))?;
        }
        writeln!(f)?;
    }
    Ok(())
}

fn row(f: &mut fmt::Formatter<'_>, what: What, series: &Series, floor: Option<f64>, large: Option<f64>) -> fmt::Result {
    let number = |number: Option<f64>, places| number.map_or_else(|| "–".to_owned(), |n| format!("{n:.places$}"));
    let (rate, p50, p99) = (series.rate(), series.percentile(0.5), series.percentile(0.99));
    let aim = what.target().map_or_else(String::new, |target| format!(" (aim {target:.2})"));
    let (work, floor, large) = (number(series.work(), 3), number(floor, 2), number(large, 2));
    let (name, rate) = (what.name(), thousands(rate));
    writeln!(f, "| {name} | {rate} | {p50:.1} | {p99:.1} | {work} | {floor}{aim} | {large} |")
}

fn is_read(command: &str) -> bool {
    matches!(command, "get" | "mget" | "exists")
}

fn memory(f: &mut fmt::Formatter<'_>, stores: &[StoreResults]) -> fmt::Result {
    writeln!(f, "## Memory and filling\n")?;
    writeln!(f, "| | filled in | store | runner resident | at its highest |\n| --- | ---: | ---: | ---: | ---: |")?;
    for store in stores {
        for (size, Site { filled_in, bytes, memory, .. }) in [("small", &store.few), ("large", &store.many)] {
            let (now, peak) = memory.map_or(("–".to_owned(), "–".to_owned()), |(now, peak)| {
                (format!("{now} MB"), format!("{peak} MB"))
            });
            let megabytes = *bytes as f64 / 1e6;
            writeln!(
                f,
                "| {}, {size} | {:.1} s | {megabytes:.1} MB | {now} | {peak} |",
                store.name,
                filled_in.as_secs_f64()
            )?;
        }
    }
    writeln!(f)
}

/// A whole number in groups of three.
fn thousands(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_grouped() {
        assert_eq!(
            ["7", "70", "700", "7,000", "1,234,567"].map(str::to_owned),
            [7.0, 70.0, 700.0, 7e3, 1_234_567.0].map(thousands)
        );
    }
}
