//! Recall and precision on the corpora.

use std::{fmt::Write, path::Path};

use anyhow::Result;

#[expect(unreachable_pub, clippy::unwrap_used, reason = "shared with the checker's accuracy test")]
#[path = "../../../crates/publication-rules/tests/measure/mod.rs"]
pub(crate) mod measure;

/// A table of what is found and what is invented, by kind.
pub(crate) fn table(root: &Path, show: bool) -> Result<String> {
    let mut page = String::from(
        "## Accuracy on our own corpora\n\nTargets: pupils' names 0.99 and 0.97, e-mail addresses and telephone numbers 0.99 and 0.98. Notes \
         do not count as alarms.\n\n| corpus | kind | planted | recall | precision | false alarms | found at stop, warn, note | \
         false alarms at stop, warn, note |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    for corpus in ["practice", "held-out"] {
        for (kind, score) in measure::measure(&root.join("tests/corpora").join(corpus)) {
            let (planted, wrong) = (score.found + score.missed.len(), score.wrong.len());
            let (recall, precision) = (score.recall(), score.precision());
            let (found_at, wrong_at) = (by_severity(score.found_at), by_severity(score.wrong_at));
            writeln!(
                page,
                "| {corpus} | {kind} | {planted} | {recall:.4} | {precision:.4} | {wrong} | {found_at} | {wrong_at} |"
            )?;
            if show && corpus == "practice" {
                score.missed.iter().for_each(|missed| eprintln!("missed {missed}"));
                score.wrong.iter().for_each(|wrong| eprintln!("wrong {wrong}"));
            }
        }
    }
    page.push_str("\n### Without a list\n\nPupils reported as likely names; the others are adults of the texts.\n\n");
    page.push_str(
        "| corpus | planted | pupils at stop, warn, note | others at stop, warn, note |\n| --- | --- | --- | --- |\n",
    );
    for corpus in ["practice", "held-out"] {
        let (planted, found, others) = measure::without_list(&root.join("tests/corpora").join(corpus));
        writeln!(page, "| {corpus} | {planted} | {} | {} |", by_severity(found), by_severity(others))?;
    }
    page.push('\n');
    Ok(page)
}

/// Counts that are held from note to stop, the gravest first.
fn by_severity([note, warn, stop]: [usize; 3]) -> String {
    format!("{stop}, {warn}, {note}")
}
