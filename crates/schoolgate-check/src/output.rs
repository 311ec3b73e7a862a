//! Reports on standard output.

use std::io::{self, Write};

use anyhow::Result;
use publication_rules::{
    Report, Severity, Verdict,
    wire::{self, Artifact},
};
use serde_json::json;

use crate::{arguments::Format, english};

/// Writes the reports of all files.
pub(crate) fn write(format: Format, checked: &[(String, Report)]) -> Result<()> {
    let mut out = io::stdout().lock();
    match format {
        Format::Text => {
            for (name, report) in checked {
                text(&mut out, name, report)?;
            }
        }
        Format::Json => {
            let files: Vec<_> = checked
                .iter()
                .map(|(name, report)| json!({ "file": name, "report": wire::json(report, &english::sentences) }))
                .collect();
            serde_json::to_writer_pretty(&mut out, &files)?;
            writeln!(out)?;
        }
        Format::Sarif => {
            let artifacts: Vec<_> = checked.iter().map(|(name, report)| Artifact { uri: name, report }).collect();
            serde_json::to_writer_pretty(&mut out, &wire::sarif(&artifacts, &english::sentences, &english::rule))?;
            writeln!(out)?;
        }
    }
    Ok(out.flush()?)
}

fn text(out: &mut impl Write, name: &str, report: &Report) -> Result<()> {
    let verdict = match report.verdict {
        Verdict::Clear => "clear",
        Verdict::Review => "look at it",
        Verdict::NotExamined => "not all of it was examined",
        Verdict::Stop => "do not publish",
    };
    writeln!(out, "{name}: {verdict}")?;
    for unread in &report.not_examined {
        writeln!(out, "  not examined: {}, {}", unread.part, english::why(unread.why))?;
    }
    for finding in &report.findings {
        let severity = match finding.severity {
            Severity::Stop => "stop",
            Severity::Warn => "warn",
            Severity::Note => "note",
        };
        let place = match (finding.page, finding.start) {
            (Some(page), _) => format!("page {page}"),
            (None, Some(start)) => format!("{} {start}", finding.part),
            (None, None) => finding.part.clone(),
        };
        let said = english::sentences(finding);
        writeln!(out, "  {severity} {} ({place}): {:?}", finding.rule, finding.excerpt)?;
        writeln!(out, "       {} {}", said.message, said.fix)?;
        if !said.policy.is_empty() {
            writeln!(out, "       {}", said.policy)?;
        }
    }
    Ok(())
}
