//! Reports as the API and the command line give them: plain JSON and SARIF 2.1.0. Sentences come from the caller.

use serde_json::{Value, json};

use crate::finding::{Finding, Report, Rule, Severity};

/// The sentences of one finding, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentences {
    /// What was found and why it matters.
    pub message: String,
    /// How to put it right.
    pub fix: String,
    /// The school's own rule.
    pub policy: String,
}

/// A report as JSON: `{"verdict", "examined", "not_examined", "findings"}`, each finding with its sentences and, under `code`,
/// the message and fix as data.
pub fn json(report: &Report, sentences: &dyn Fn(&Finding) -> Sentences) -> Value {
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            let said = sentences(finding);
            json!({
                "rule": finding.rule,
                "severity": finding.severity,
                "part": finding.part,
                "start": finding.start,
                "end": finding.end,
                "page": finding.page,
                "excerpt": finding.excerpt,
                "message": said.message,
                "fix": said.fix,
                "policy": said.policy,
                "code": { "message": finding.message, "fix": finding.fix },
            })
        })
        .collect();
    json!({
        "verdict": report.verdict,
        "examined": report.examined,
        "not_examined": report.not_examined,
        "findings": findings,
    })
}

/// What SARIF needs of one report.
#[derive(Clone, Copy, Debug)]
pub struct Artifact<'a> {
    /// The address of the file.
    pub uri: &'a str,
    /// Its report.
    pub report: &'a Report,
}

/// Reports as one SARIF 2.1.0 log; `described` says what a rule looks for.
pub fn sarif(
    artifacts: &[Artifact<'_>],
    sentences: &dyn Fn(&Finding) -> Sentences,
    described: &dyn Fn(Rule) -> String,
) -> Value {
    let rules: Vec<Value> = Rule::ALL
        .iter()
        .map(|rule| json!({ "id": rule.id(), "shortDescription": { "text": described(*rule) } }))
        .collect();
    let results: Vec<Value> = artifacts
        .iter()
        .flat_map(|artifact| artifact.report.findings.iter().map(|finding| result(artifact.uri, finding, sentences)))
        .collect();
    let notices: Vec<Value> = artifacts
        .iter()
        .flat_map(|artifact| artifact.report.not_examined.iter().map(|unread| (artifact.uri, unread)))
        .map(|(uri, unread)| {
            json!({
                "level": "error",
                "message": { "text": format!("{} was not examined: {}", unread.part, reason(unread.why)) },
                "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri } } }],
            })
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "schoolgate-check",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{ "executionSuccessful": notices.is_empty(), "toolExecutionNotifications": notices }],
            "results": results,
        }],
    })
}

fn reason(why: crate::Why) -> String {
    serde_json::to_value(why).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn result(uri: &str, finding: &Finding, sentences: &dyn Fn(&Finding) -> Sentences) -> Value {
    let said = sentences(finding);
    let level = match finding.severity {
        Severity::Stop => "error",
        Severity::Warn => "warning",
        Severity::Note => "note",
    };
    let mut place = json!({ "artifactLocation": { "uri": uri } });
    // Offsets into the file itself are only those of a body; other parts are named beside.
    if finding.part == "body"
        && let (Some(start), Some(end)) = (finding.start, finding.end)
    {
        place["region"] = json!({ "charOffset": start, "charLength": end.saturating_sub(start) });
    }
    json!({
        "ruleId": finding.rule.id(),
        "ruleIndex": Rule::ALL.iter().position(|rule| *rule == finding.rule),
        "level": level,
        "message": { "text": format!("{} {}", said.message, said.fix) },
        "locations": [{
            "physicalLocation": place,
            "logicalLocations": [{ "name": finding.part, "kind": "part" }],
        }],
        "properties": { "excerpt": finding.excerpt, "page": finding.page, "start": finding.start, "end": finding.end, "policy": said.policy },
    })
}
