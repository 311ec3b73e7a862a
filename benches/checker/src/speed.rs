//! The native crate's speed, and how small a list of pupils is.

use std::{hint::black_box, time::Instant};

use publication_rules::{BlindList, Checker, PupilForms, Submission};
use school_types::{PersonName, Redacted};

use crate::{accuracy::measure, texts::Texts};

/// What was measured, in seconds: the fastest of some rounds.
pub(crate) struct Speed {
    rows: Vec<(&'static str, usize, f64)>,
    /// The corpus' texts.
    pub(crate) mixed: f64,
    list: (usize, usize),
}

/// The fastest of `rounds` runs, in seconds of `clock`.
pub(crate) fn fastest(rounds: usize, clock: impl Fn() -> f64, mut run: impl FnMut()) -> f64 {
    let seconds = (0..rounds).map(|_| {
        let start = clock();
        run();
        clock() - start
    });
    seconds.fold(f64::INFINITY, f64::min)
}

/// A clock of what this thread has had of a processor, which a busy machine does not move; where the system does not say, of time.
pub(crate) fn processor_clock() -> impl Fn() -> f64 {
    let began = Instant::now();
    move || {
        let scheduled = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
        let nanoseconds = scheduled.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
        nanoseconds.map_or_else(|| began.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
    }
}

/// Measures prose, prose in small letters, a newsletter and the corpus' texts.
pub(crate) fn measure(texts: &Texts, rounds: usize) -> Speed {
    let checker = Checker::new(&texts.profile, Some(&texts.list));
    let lower = texts.prose.to_lowercase();
    let time = |text: &str| {
        let submission = Submission { bytes: text.as_bytes(), content_type: Some("text/plain"), file_name: None };
        // The clock has ticks: a short text is checked several times between two looks at it.
        let times = ((4 << 20) / text.len()).max(1);
        let seconds = fastest(rounds, processor_clock(), || {
            for _ in 0..times {
                black_box(checker.check(&submission));
            }
        });
        seconds / times as f64
    };
    let rows = [
        ("prose", texts.prose.as_str()),
        ("prose in small letters", &lower),
        ("a newsletter of 60 KB", &texts.newsletter),
        ("the practice corpus", &texts.mixed),
    ]
    .map(|(name, text)| (name, text.len(), time(text)))
    .to_vec();
    let mixed = rows.last().map_or(f64::NAN, |row| row.2);
    Speed { rows, mixed, list: list_of_two_thousand() }
}

/// Forms and bytes of the list of 2,000 pupils, one in eight with a double surname, one in ten known by another forename.
fn list_of_two_thousand() -> (usize, usize) {
    let pupils: Vec<PupilForms> = (0..2_000)
        .map(|n| {
            let word = letters(n);
            let surname = if n % 8 == 0 { format!("Sur{word}-Second{word}") } else { format!("Sur{word}") };
            let mut name = PersonName::new(format!("Fore{word}"), surname);
            name.middle_names = Redacted::new(format!("Middle{word}"));
            name.preferred_forename = (n % 10 == 0).then(|| Redacted::new(format!("Known{word}")));
            PupilForms::new(&name)
        })
        .collect();
    let list = BlindList::blind(&measure::key(), &pupils);
    (list.len(), list.export(&measure::key()).len())
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

impl Speed {
    /// A table of it.
    pub(crate) fn table(&self) -> String {
        let mut page = String::from(
            "## Speed, native, one core\n\nProcessor time. Target: 20 MB/s of prose.\n\n| text | bytes | ms | MB/s |\n| --- | --- | --- | --- |\n",
        );
        for (name, bytes, seconds) in &self.rows {
            let (ms, rate) = (seconds * 1e3, *bytes as f64 / 1e6 / seconds);
            page.push_str(&format!("| {name} | {bytes} | {ms:.2} | {rate:.1} |\n"));
        }
        let (forms, bytes) = self.list;
        page.push_str(&format!(
            "\nA blinded list of 2,000 pupils: {forms} forms, {bytes} bytes (target: under 200,000).\n\n"
        ));
        page
    }
}
