//! Samples of every kind and texts of the corpora, changed at random: no panic, no endless run, bounded memory.
//!
//! The same every time, and seconds long. `MUTATIONS=1000000 cargo test --release -p publication-rules --test mutations` for longer, with
//! `MUTATION_SEED` for others.
#![allow(clippy::unwrap_used, reason = "the helpers of a test are part of it")]

#[allow(unreachable_pub, dead_code, reason = "shared with the hostile samples")]
mod samples;

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use fastrand::Rng;
use peak_alloc::PeakAlloc;
use publication_rules::{BlindList, Checker, Limits, ListKey, Profile, PupilForms, Submission};
use school_types::PersonName;

#[global_allocator]
static ALLOCATED: PeakAlloc = PeakAlloc;

/// Mutations of an ordinary run.
const USUAL: u64 = 4_000;
/// What one check may take beside a multiple of its input: the words of a piece, findings up to the limit, what is inflated.
const BASE: usize = 12 << 20;
/// See [`BASE`].
const MULTIPLE: usize = 16;

fn below(numbers: &mut Rng, most: usize) -> usize {
    if most == 0 { 0 } else { numbers.usize(..most) }
}

/// Pieces that mean something to a reader or a scanner.
#[rustfmt::skip]
const PIECES: [&[u8]; 44] = [
    b"Amara Okafor",
    b"OKAFOR, Amara",
    b"May Green",
    b"A. Okafor",
    b"07700 900123",
    b"+44 (0)1632 960123",
    b"a@b.org",
    b" at ",
    b" dot ",
    b"AB1 2DE",
    b"12 Oak Lane",
    b"\xe2\x80\x8b",
    b"\xcc\x88",
    b"\xc3\xa9",
    b"\xf0\x9f\x98\x80",
    b"\xff",
    b"\0",
    b"<",
    b"</p>",
    b"<td>",
    b"<!--",
    b"--!>",
    b"<script>",
    b"&#x41;",
    b"&amp;",
    b"'+'",
    b"<img src='",
    b"<a href='mailto:",
    b"<title>",
    b" obj ",
    b"<<",
    b">>",
    b"[",
    b"(",
    b" stream\n",
    b"endstream",
    b"/Kids [3 0 R]",
    b"/Filter /FlateDecode",
    b" Do ",
    b" Tj ",
    b"\xff\xe1",
    b"Exif\0\0",
    b"<x:xmpmeta",
    b"\xff\xff\xff\x7f",
];

fn changed(bytes: &[u8], others: &[Vec<u8>], numbers: &mut Rng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=below(numbers, 8) {
        let at = below(numbers, bytes.len());
        match below(numbers, 9) {
            0 | 1 if !bytes.is_empty() => bytes[at] = numbers.u8(..),
            2 if !bytes.is_empty() => bytes[at] ^= 1 << below(numbers, 8),
            3 => {
                let piece = PIECES[below(numbers, PIECES.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
            4 => {
                let end = (at + below(numbers, 40)).min(bytes.len());
                bytes.drain(at..end);
            }
            5 => {
                let end = (at + below(numbers, 60)).min(bytes.len());
                let piece = bytes[at..end].repeat(1 + below(numbers, 30));
                bytes.splice(at..at, piece);
            }
            6 => {
                let other = &others[below(numbers, others.len())];
                let from = below(numbers, other.len());
                let to = (from + below(numbers, 200)).min(other.len());
                bytes.splice(at..at, other[from..to].iter().copied());
            }
            7 if below(numbers, 4) == 0 => bytes.truncate(at),
            _ if at + 4 <= bytes.len() => {
                let value = [0_u32, 1, 0x7fff_ffff, 0xffff_ffff, 0xffff, 0x8000_0000][below(numbers, 6)];
                bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
            }
            _ => {}
        }
    }
    bytes
}

const TYPES: [Option<&str>; 6] =
    [None, None, None, Some("text/plain"), Some("text/html"), Some("text/html; charset=utf-16")];

/// The samples, and the start of every twelfth text of the corpora.
fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = samples::samples();
    for folder in ["practice", "held-out"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpora").join(folder);
        let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|path| path.extension().is_some_and(|ending| ending != "json"));
        files.sort();
        seeds.extend(files.iter().step_by(12).map(|path| fs::read(path).unwrap().into_iter().take(3_000).collect()));
    }
    seeds
}

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn no_mutation_panics_hangs_or_takes_much_memory() {
    let seeds = seeds();
    let forms = [("Amara", "Okafor"), ("May", "Green"), ("Zoë", "O'Neill-Smith")]
        .map(|(forename, surname)| PupilForms::new(&PersonName::new(forename, surname)));
    let key = ListKey::new([1; 32]);
    let list = BlindList::blind(&key, &forms);
    let file = list.export(&key);
    let profile = Profile { no_first_names_beside_pictures: true, ..Profile::default() };
    let limits = Limits { inflated: 2 << 20, findings: 200, ..Limits::default() };
    let checker = Checker::new(&profile, Some(&list)).with_limits(limits);
    let seed = setting("MUTATION_SEED").unwrap_or(1);
    for round in 0..setting("MUTATIONS").unwrap_or(USUAL) {
        let numbers = &mut Rng::with_seed(seed << 40 | round);
        let bytes = changed(&seeds[below(numbers, seeds.len())], &seeds, numbers);
        let content_type = TYPES[below(numbers, TYPES.len())];
        let name = String::from_utf8_lossy(&bytes[..bytes.len().min(below(numbers, 80))]).into_owned();
        let submission =
            Submission { bytes: &bytes, content_type, file_name: Some(name.as_str()).filter(|_| round % 4 == 0) };
        ALLOCATED.reset_peak_usage();
        let (before, start) = (ALLOCATED.current_usage(), Instant::now());
        let report = checker.check(&submission);
        let _ = checker.clean(&submission);
        let _ = BlindList::import(&key, &changed(&file, &seeds, numbers));
        let (took, peak) = (start.elapsed(), ALLOCATED.peak_usage().saturating_sub(before));
        assert!(took < Duration::from_secs(10), "seed {seed}, round {round}: {took:?}");
        let most = BASE + MULTIPLE * bytes.len();
        assert!(peak < most, "seed {seed}, round {round}: {peak} bytes for {} bytes", bytes.len());
        assert!(report.findings.len() <= limits.findings, "seed {seed}, round {round}");
        assert!(report.findings.iter().all(|finding| finding.start <= finding.end), "seed {seed}, round {round}");
    }
}
