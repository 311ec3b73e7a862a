//! Reports as the API and the command line give them: plain JSON and SARIF 2.1.0. Sentences come from the caller, with
//! [`Told`], which can also be put together from the interface `schoolgate:publication/rules`.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::Serialize;
use serde_json::{Value, json};

use crate::finding::{Rule, Severity, Verdict};

/// A report with its sentences, in one language. Its fields in JSON are the API's, in this order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The outcome.
    pub verdict: Verdict,
    /// What was examined.
    pub examined: Vec<crate::Examined>,
    /// What was not.
    pub not_examined: Vec<ToldUnexamined>,
    /// What was found, in order of part and position.
    pub findings: Vec<ToldFinding>,
}

/// A part that was not examined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ToldUnexamined {
    /// The part.
    pub part: String,
    /// Why, as a sentence.
    pub why: String,
}

/// A finding with its sentences.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct ToldFinding {
    /// The rule.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
    /// The part it is in.
    pub part: String,
    /// Where it starts: see [`crate::Finding::start`].
    pub start: Option<u64>,
    /// Where it ends, exclusive.
    pub end: Option<u64>,
    /// The page of a PDF.
    pub page: Option<u32>,
    /// The line of the body it starts on, from 1. In SARIF alone: whoever asks for JSON has the text.
    #[serde(skip)]
    pub line: Option<u64>,
    /// What was found, with at most ten characters on either side.
    pub excerpt: String,
    /// What was found and why it matters.
    pub message: String,
    /// How to put it right.
    pub fix: String,
    /// The school's own rule.
    pub policy: String,
}

impl std::fmt::Debug for ToldFinding {
    /// Leaves out what quotes the text that was checked.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ToldFinding")
            .field("rule", &self.rule)
            .field("severity", &self.severity)
            .finish_non_exhaustive()
    }
}

/// What SARIF needs of one report.
#[derive(Clone, Copy, Debug)]
pub struct Artifact<'a> {
    /// The file, as a path below wherever the check was run, or its published name.
    pub path: &'a str,
    /// Its report.
    pub report: &'a Told,
}

/// Reports as one SARIF 2.1.0 log; `described` says what a rule looks for.
pub fn sarif(artifacts: &[Artifact<'_>], described: &dyn Fn(Rule) -> String) -> Value {
    let rules: Vec<Value> = Rule::ALL
        .iter()
        .map(|rule| json!({ "id": rule.id(), "shortDescription": { "text": described(*rule) } }))
        .collect();
    let results: Vec<Value> = artifacts
        .iter()
        .flat_map(|artifact| artifact.report.findings.iter().map(|finding| result(artifact.path, finding)))
        .collect();
    let notices: Vec<Value> = artifacts
        .iter()
        .flat_map(|artifact| artifact.report.not_examined.iter().map(|unread| notice(artifact.path, unread)))
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

/// What a path may not hold as it is in a URI reference (RFC 3986 section 3.3). A colon could make its first part a scheme.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b':')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

fn artifact_location(path: &str) -> Value {
    json!({ "uri": utf8_percent_encode(path, PATH).to_string() })
}

fn notice(path: &str, unread: &ToldUnexamined) -> Value {
    json!({
        "level": "error",
        "message": { "text": format!("{}: {}", unread.part, unread.why) },
        "locations": [{ "physicalLocation": { "artifactLocation": artifact_location(path) } }],
    })
}

fn result(path: &str, finding: &ToldFinding) -> Value {
    let level = match finding.severity {
        Severity::Stop => "error",
        Severity::Warn => "warning",
        Severity::Note => "note",
    };
    let mut place = json!({ "artifactLocation": artifact_location(path) });
    // Offsets into the file itself are only those of a body; other parts are named beside.
    place["region"] = match (finding.line, finding.start, finding.end) {
        (Some(line), Some(start), Some(end)) if finding.part == "body" => {
            json!({ "startLine": line, "charOffset": start, "charLength": end.saturating_sub(start) })
        }
        _ => json!({ "startLine": 1 }),
    };
    json!({
        "ruleId": finding.rule.id(),
        "ruleIndex": Rule::ALL.iter().position(|rule| *rule == finding.rule),
        "level": level,
        "message": { "text": format!("{} {}", finding.message, finding.fix) },
        "locations": [{
            "physicalLocation": place,
            "logicalLocations": [{ "name": finding.part, "kind": "part" }],
        }],
        "properties": {
            "excerpt": finding.excerpt,
            "page": finding.page,
            "start": finding.start,
            "end": finding.end,
            "policy": finding.policy,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_uri_reference() {
        let uri = |path| artifact_location(path)["uri"].as_str().unwrap().to_owned();
        assert_eq!(uri("site/a.txt"), "site/a.txt");
        assert_eq!(uri("Year 4/c:100%?#é.txt"), "Year%204/c%3A100%25%3F%23%C3%A9.txt");
    }
}
