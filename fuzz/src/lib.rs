//! What the targets share: one school, its pupils, and what has to hold of every report.

use publication_rules::{BlindList, Checker, Limits, ListKey, Profile, PupilForms, Report, Submission};
use school_types::PersonName;

/// The key of the list.
pub fn key() -> ListKey {
    ListKey::new([1; 32])
}

/// A list of three pupils, one of them with a name that is also words.
pub fn list() -> BlindList {
    let pupils = [("Amara", "Okafor"), ("May", "Green"), ("Zoë", "O'Neill-Smith")];
    let forms = pupils.map(|(forename, surname)| PupilForms::new(&PersonName::new(forename, surname)));
    BlindList::blind(&key(), &forms)
}

/// Checks bytes and panics where the report breaks a promise.
pub fn check(bytes: &[u8], content_type: Option<&str>, file_name: Option<&str>) -> Report {
    let (profile, list) = (Profile::default(), list());
    let limits = Limits { inflated: 8 << 20, findings: 200, ..Limits::default() };
    let submission = Submission { bytes, content_type, file_name };
    let report = Checker::new(&profile, Some(&list)).with_limits(limits).check(&submission);
    assert!(report.findings.len() <= limits.findings);
    assert!(report.findings.iter().all(|finding| finding.start <= finding.end));
    report
}
