//! Reports on standard output.

use std::io::{self, Write};

use anyhow::Result;
use publication_rules::wire::{self, Artifact, Told};
use serde_json::json;
use words::Words;

use crate::arguments::Format;

/// Writes the reports of all files.
pub(crate) fn write(format: Format, w: Words, checked: &[(String, Told)]) -> Result<()> {
    let mut out = io::stdout().lock();
    match format {
        Format::Text => {
            for (name, report) in checked {
                text(&mut out, w, name, report)?;
            }
        }
        Format::Json => {
            let files: Vec<_> =
                checked.iter().map(|(name, report)| json!({ "file": name, "report": report })).collect();
            serde_json::to_writer_pretty(&mut out, &files)?;
            writeln!(out)?;
        }
        Format::Sarif => {
            let artifacts: Vec<_> = checked.iter().map(|(path, report)| Artifact { path, report }).collect();
            let described = |rule| checker_words::described(w, rule).to_owned();
            serde_json::to_writer_pretty(&mut out, &wire::sarif(&artifacts, &described))?;
            writeln!(out)?;
        }
    }
    Ok(out.flush()?)
}

fn text(out: &mut impl Write, w: Words, name: &str, report: &Told) -> Result<()> {
    writeln!(out, "{name}: {}", checker_words::verdict(w, report.verdict))?;
    for unread in &report.not_examined {
        writeln!(out, "  {} {}", w.checker_unexamined_line(&unread.part), unread.why)?;
    }
    for finding in &report.findings {
        let place = match (finding.page, finding.start) {
            (Some(page), _) => w.checker_on_page(&page.to_string()),
            (None, Some(start)) => format!("{} {start}", finding.part),
            (None, None) => finding.part.clone(),
        };
        let severity = checker_words::severity(w, finding.severity);
        writeln!(out, "  {severity} {} ({place}): {:?}", finding.rule, finding.excerpt)?;
        writeln!(out, "       {} {}", finding.message, finding.fix)?;
        writeln!(out, "       {}", finding.policy)?;
    }
    Ok(())
}
