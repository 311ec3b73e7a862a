//! Prints the text that the readers find in a file: `cargo run -p publication-rules --example text FILE`

use std::io::{self, Write};

use publication_rules::{Limits, Submission, read};

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        let document =
            read(&Submission { bytes: &bytes, content_type: None, file_name: Some(&path) }, &Limits::default());
        for part in &document.parts {
            writeln!(out, "== {} ({} bytes)", part.name, part.bytes)?;
            for run in &part.runs {
                writeln!(out, "{:?}{}: {}", run.kind, if run.by_picture { " by picture" } else { "" }, run.text)?;
            }
        }
        writeln!(out, "not examined: {:?}\nmetadata: {:?}", document.not_examined, document.metadata)?;
    }
    Ok(())
}
