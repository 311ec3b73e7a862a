//! Looking, and saying what was found.

use std::{collections::BTreeSet, fmt};

use futures::future::join_all;
use jiff::SignedDuration;
use records::{Fault, Records, RecordsError, Schools, Verified};
use school_types::{SchoolId, Timestamp};

/// How long an event may stand in no checkpoint: until the next morning's task, and as long as that may ring.
const UNCOVERED: SignedDuration = SignedDuration::from_hours(26);

/// How many keys are looked at at the same time.
const PORTION: usize = 128;

/// What looking through a store came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// School by school.
    pub schools: Vec<SchoolReport>,
    /// How many keys the store has.
    pub keys: usize,
    /// The keys of values that do not open, beside the events that are named as faults.
    pub shut: Vec<String>,
}

/// What looking through a school came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolReport {
    /// The school.
    pub school: SchoolId,
    /// What was found.
    pub found: Verified,
    /// Since when no checkpoint covers what was written, where that is longer than from one daily task to the next.
    pub missed_since: Option<Timestamp>,
}

impl Report {
    /// How many things are wrong.
    pub fn faults(&self) -> usize {
        self.shut.len() + self.schools.iter().map(SchoolReport::faults).sum::<usize>()
    }
}

impl SchoolReport {
    fn faults(&self) -> usize {
        self.found.faults.len() + usize::from(self.missed_since.is_some())
    }
}

/// Looks through every school that is listed or has a key, and through every key. `keys` are all the store has.
///
/// # Errors
/// [`RecordsError`] when the store cannot say.
pub async fn look_through(records: &Records, keys: &[String]) -> Result<Report, RecordsError> {
    let owners = keys.iter().filter_map(|key| key.split('/').next()?.parse::<SchoolId>().ok());
    let mut schools: BTreeSet<SchoolId> = owners.collect();
    // A list that does not open is named below, as a key.
    if let Ok(listed) = records.schools().fold::<Schools>().await {
        schools.extend(listed.value.0);
    }
    let mut report = Report { keys: keys.len(), ..Report::default() };
    for school in schools {
        let found = records.verify(&school).await?;
        let now = records.now();
        let missed_since = found.oldest_newer.filter(|oldest| now.duration_since(*oldest) > UNCOVERED);
        report.schools.push(SchoolReport { school, found, missed_since });
    }
    let named: BTreeSet<String> =
        report.schools.iter().flat_map(|school| &school.found.faults).filter_map(key_of).collect();
    for portion in keys.chunks(PORTION) {
        let open = join_all(portion.iter().map(|key| records.opens(key))).await;
        for (key, open) in portion.iter().zip(open) {
            if !open? && !named.contains(key) {
                report.shut.push(key.clone());
            }
        }
    }
    Ok(report)
}

fn key_of(fault: &Fault) -> Option<String> {
    match fault {
        Fault::Unreadable { stream, number } => Some(format!("{stream}/{number}")),
        _ => None,
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for school in &self.schools {
            writeln!(f, "{school}")?;
        }
        for key in &self.shut {
            writeln!(f, "fault: {key} was changed or moved: it does not open")?;
        }
        match self.faults() {
            0 => write!(f, "{} keys, and nothing is wrong", self.keys),
            1 => write!(f, "{} keys, and 1 fault", self.keys),
            faults => write!(f, "{} keys, and {faults} faults", self.keys),
        }
    }
}

impl fmt::Display for SchoolReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Verified { streams, events, newer, holes, erased, newest, faults, oldest_newer: _ } = &self.found;
        write!(f, "{}: ", self.school)?;
        match newest {
            None => write!(f, "no checkpoint yet")?,
            Some((number, at)) => {
                write!(f, "checkpoint {number} of {at:.0}; {events} events in {streams} streams are as they were, ")?;
                write!(f, "{newer} are newer, {erased} erased, {holes} never written")?;
            }
        }
        for fault in faults {
            write!(f, "\n  fault: {fault}")?;
        }
        if let Some(since) = self.missed_since {
            write!(
                f,
                "\n  fault: no checkpoint covers what was written since {since:.0}: the daily task did not run, or not to its end"
            )?;
        }
        Ok(())
    }
}
