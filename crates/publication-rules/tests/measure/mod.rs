//! Measures the checker on a corpus: what is planted against what is reported.

use std::{collections::BTreeMap, fs, path::Path};

use publication_rules::{BlindList, Checker, Finding, ListKey, Profile, PupilForms, Rule, Severity, Submission};
use school_types::{PersonName, Redacted};
use serde::Deserialize;

#[derive(Deserialize)]
struct Pupil {
    forename: String,
    surname: String,
    middle_names: String,
    preferred_forename: Option<String>,
}

#[derive(Clone, Deserialize)]
pub struct Planted {
    pub kind: String,
    pub start: u64,
    pub end: u64,
    pub text: String,
}

/// Hits and misses of one kind.
#[derive(Clone, Debug, Default)]
pub struct Score {
    pub found: usize,
    pub missed: Vec<String>,
    pub right: usize,
    pub wrong: Vec<String>,
    /// Planted ones by the gravest severity they were reported at: note, warn, stop.
    pub found_at: [usize; 3],
    /// Alarms by severity, notes among them.
    pub wrong_at: [usize; 3],
}

impl Score {
    pub fn recall(&self) -> f64 {
        self.found as f64 / (self.found + self.missed.len()).max(1) as f64
    }

    pub fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong.len()).max(1) as f64
    }
}

/// The key the corpora's lists are blinded with.
pub fn key() -> ListKey {
    ListKey::new([42; 32])
}

/// The school of the corpora.
pub fn profile() -> Profile {
    let strings = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    Profile {
        email_domains: strings(&["elm.example.org"]),
        allowed_emails: strings(&["head@elm.example.org"]),
        phones: strings(&["01632 960100"]),
        postcodes: strings(&["EL1 2MS"]),
        allowed_names: strings(&["Gareth Pugh", "Helen Ashworth"]),
        ..Profile::default()
    }
}

/// The blinded list of a corpus.
pub fn list(folder: &Path) -> BlindList {
    let pupils: Vec<Pupil> = serde_json::from_slice(&fs::read(folder.join("roster.json")).unwrap()).unwrap();
    let forms: Vec<PupilForms> = pupils
        .into_iter()
        .map(|pupil| {
            let mut name = PersonName::new(pupil.forename, pupil.surname);
            name.middle_names = Redacted::new(pupil.middle_names);
            name.preferred_forename = pupil.preferred_forename.map(Redacted::new);
            PupilForms::new(&name)
        })
        .collect();
    BlindList::blind(&key(), &forms)
}

fn kind_of(finding: &Finding) -> Option<&'static str> {
    match finding.rule {
        Rule::PupilFullName => Some("pupil"),
        Rule::NameInFileName => Some("file"),
        Rule::EmailAddress => Some("email"),
        Rule::PhoneNumber => Some("phone"),
        Rule::PostalAddress => Some("postcode"),
        _ => None,
    }
}

/// Scores by kind over a corpus.
pub fn measure(folder: &Path) -> BTreeMap<&'static str, Score> {
    let (profile, list) = (profile(), list(folder));
    let checker = Checker::new(&profile, Some(&list));
    let truth: BTreeMap<String, Vec<Planted>> =
        serde_json::from_slice(&fs::read(folder.join("truth.json")).unwrap()).unwrap();
    let mut scores: BTreeMap<&'static str, Score> = BTreeMap::new();
    for (name, planted) in truth {
        let bytes = fs::read(folder.join(&name)).unwrap();
        let report = checker.check(&Submission { bytes: &bytes, content_type: None, file_name: None });
        let overlaps = |finding: &Finding, plant: &Planted| match (finding.start, finding.end) {
            (Some(start), Some(end)) => {
                let shared = end.min(plant.end).saturating_sub(start.max(plant.start));
                shared * 2 > (plant.end - plant.start).min(end - start)
            }
            _ => false,
        };
        for kind in ["pupil", "file", "email", "phone", "postcode"] {
            let score = scores.entry(kind).or_default();
            let all: Vec<&Finding> = report.findings.iter().filter(|finding| kind_of(finding) == Some(kind)).collect();
            // Notes of names are there to be read, not to be counted as an alarm.
            let counts = |finding: &&Finding| finding.severity > Severity::Note || !matches!(kind, "pupil" | "file");
            let findings: Vec<&Finding> = all.iter().copied().filter(counts).collect();
            for plant in planted.iter().filter(|plant| plant.kind == kind) {
                let at = all.iter().filter(|finding| overlaps(finding, plant)).map(|finding| finding.severity).max();
                at.into_iter().for_each(|at| score.found_at[at as usize] += 1);
            }
            for finding in &all {
                if !planted.iter().any(|plant| plant.kind == kind && overlaps(finding, plant)) {
                    score.wrong_at[finding.severity as usize] += 1;
                }
            }
            for plant in planted.iter().filter(|plant| plant.kind == kind) {
                if findings.iter().any(|finding| overlaps(finding, plant)) {
                    score.found += 1;
                } else {
                    score.missed.push(format!("{name}: {}", plant.text));
                }
            }
            for finding in findings {
                if planted.iter().any(|plant| plant.kind == kind && overlaps(finding, plant)) {
                    score.right += 1;
                } else {
                    score.wrong.push(format!("{name}: {} {:?}", finding.excerpt, finding.message));
                }
            }
        }
    }
    scores
}

/// Pupils found where there is no list to know them by: how many were planted, and how many of them and of other names were
/// reported, by severity. Other names are no mistakes, they are adults and places of the texts.
pub fn without_list(folder: &Path) -> (usize, [usize; 3], [usize; 3]) {
    let profile = profile();
    let checker = Checker::new(&profile, None);
    let truth: BTreeMap<String, Vec<Planted>> =
        serde_json::from_slice(&fs::read(folder.join("truth.json")).unwrap()).unwrap();
    let (mut count, mut found_at, mut other_at) = (0, [0; 3], [0; 3]);
    for (name, planted) in truth {
        let bytes = fs::read(folder.join(&name)).unwrap();
        let report = checker.check(&Submission { bytes: &bytes, content_type: None, file_name: None });
        let likely: Vec<_> = report.findings.iter().filter(|finding| finding.rule == Rule::LikelyFullName).collect();
        let touches = |finding: &Finding, plant: &Planted| {
            finding.start.is_some_and(|start| start < plant.end) && finding.end.is_some_and(|end| plant.start < end)
        };
        let pupils: Vec<_> = planted.iter().filter(|plant| plant.kind == "pupil").collect();
        count += pupils.len();
        for plant in &pupils {
            let at = likely.iter().filter(|finding| touches(finding, plant)).map(|finding| finding.severity).max();
            at.into_iter().for_each(|at| found_at[at as usize] += 1);
        }
        for finding in likely.iter().filter(|finding| !pupils.iter().any(|plant| touches(finding, plant))) {
            other_at[finding.severity as usize] += 1;
        }
    }
    (count, found_at, other_at)
}
