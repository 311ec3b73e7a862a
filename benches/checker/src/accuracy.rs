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
         do not count as alarms.\n\n| corpus | kind | planted | recall | precision | false alarms |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    for corpus in ["practice", "held-out"] {
        for (kind, score) in measure::measure(&root.join("tests/corpora").join(corpus)) {
            let (planted, wrong) = (score.found + score.missed.len(), score.wrong.len());
            let (recall, precision) = (score.recall(), score.precision());
            writeln!(page, "| {corpus} | {kind} | {planted} | {recall:.4} | {precision:.4} | {wrong} |")?;
            if show && corpus == "practice" {
                score.missed.iter().for_each(|missed| eprintln!("missed {missed}"));
                score.wrong.iter().for_each(|wrong| eprintln!("wrong {wrong}"));
            }
        }
    }
    page.push('\n');
    Ok(page)
}
