//! Prints recall and precision on the corpora, the size of a list of 2,000 pupils, and the speed on prose.
//!
//! `cargo run --release -p publication-rules --example measure [--show]`
#![allow(clippy::unwrap_used, reason = "a missing corpus ends the measurement")]

#[expect(unreachable_pub, reason = "shared with the accuracy test")]
#[path = "../tests/measure/mod.rs"]
mod measure;

use std::{
    fs,
    io::{self, Write},
    path::Path,
    time::Instant,
};

use publication_rules::{Checker, PupilForms, Submission};
use school_types::{PersonName, Redacted};

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let show = std::env::args().any(|argument| argument == "--show");
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpora");
    for corpus in ["practice", "held-out"] {
        writeln!(out, "{corpus}")?;
        for (kind, score) in measure::measure(&corpora.join(corpus)) {
            let (recall, precision) = (score.recall(), score.precision());
            let counts = (score.found + score.missed.len(), score.wrong.len());
            writeln!(
                out,
                "  {kind:8} recall {recall:.4} precision {precision:.4} ({} planted, {} wrong)",
                counts.0, counts.1
            )?;
            if show && corpus == "practice" || std::env::args().any(|argument| argument == "--show-all") {
                for missed in score.missed {
                    writeln!(out, "    missed {missed}")?;
                }
                for wrong in score.wrong {
                    writeln!(out, "    wrong {wrong}")?;
                }
            }
        }
    }
    size(&mut out)?;
    speed(&mut out, &corpora)
}

fn size(out: &mut impl Write) -> io::Result<()> {
    let pupils: Vec<PupilForms> = (0..2_000)
        .map(|n| {
            let surname = if n % 8 == 0 { format!("Surname{n}-Second{n}") } else { format!("Surname{n}") };
            let mut name = PersonName::new(
                format!("Forename{n}"),
                surname.replace(|c: char| c.is_ascii_digit(), "x") + &letters(n),
            );
            name.middle_names = Redacted::new(format!("Middle{}", letters(n)));
            if n % 10 == 0 {
                name.preferred_forename = Some(Redacted::new(format!("Known{}", letters(n))));
            }
            PupilForms::new(&name)
        })
        .collect();
    let list = publication_rules::BlindList::blind(&measure::key(), &pupils);
    writeln!(out, "a list of 2,000 pupils: {} forms, {} bytes", list.len(), list.export(&measure::key()).len())
}

fn letters(mut n: usize) -> String {
    let mut word = String::new();
    loop {
        word.push(char::from(b'a' + (n % 26) as u8));
        n /= 26;
        if n == 0 {
            return word;
        }
    }
}

fn speed(out: &mut impl Write, corpora: &Path) -> io::Result<()> {
    let folder = corpora.join("practice");
    let mut prose = String::new();
    let policy = fs::read_to_string(folder.join("policy-01.txt"))?;
    let news = fs::read_to_string(folder.join("newsletter-01.txt"))?;
    let filler = "The children of the school went out to look at the sea and wrote about what they had found there, and in the afternoon they \
        made models of boats from card and string. On Thursday everybody may bring a cake, and the choir will sing in the hall. ";
    while prose.len() < 8 << 20 {
        prose.push_str(&filler.repeat(30));
        prose.push_str("\n\n");
        prose.push_str(&policy);
    }
    let (profile, list) = (measure::profile(), measure::list(&folder));
    let checker = Checker::new(&profile, Some(&list));
    let mut dense = news.repeat((60 << 10) / news.len());
    dense.push('\n');
    for (name, text, rounds) in
        [("prose", &prose, 1), ("lower-case prose", &prose.to_lowercase(), 1), ("a 60 KB newsletter", &dense, 10)]
    {
        let start = Instant::now();
        for _ in 0..rounds {
            let report = checker.check(&Submission {
                bytes: text.as_bytes(),
                content_type: Some("text/plain"),
                file_name: None,
            });
            std::hint::black_box(report);
        }
        let seconds = start.elapsed().as_secs_f64() / f64::from(rounds);
        writeln!(out, "{name}: {:.1} MB/s, {:.2} ms", text.len() as f64 / 1e6 / seconds, seconds * 1e3)?;
    }
    Ok(())
}
