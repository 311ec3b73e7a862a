//! The accuracy the checker promises, on both corpora.
#![allow(clippy::unwrap_used, reason = "the helpers of a test are part of it")]

#[expect(unreachable_pub, reason = "shared with the measuring example")]
mod measure;

use std::path::Path;

fn holds(corpus: &str) {
    let scores = measure::measure(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpora").join(corpus));
    for (kind, recall, precision) in [
        ("pupil", 0.99, 0.97),
        ("file", 0.97, 0.97),
        ("email", 0.99, 0.98),
        ("phone", 0.99, 0.98),
        ("postcode", 0.99, 0.98),
    ] {
        let score = &scores[kind];
        assert!(
            score.found_at.iter().sum::<usize>() >= score.found
                && score.wrong_at.iter().sum::<usize>() >= score.wrong.len()
        );
        assert!(score.recall() >= recall, "{corpus}, {kind}: recall {}\n{:#?}", score.recall(), score.missed);
        assert!(
            score.precision() >= precision,
            "{corpus}, {kind}: precision {}\n{:#?}",
            score.precision(),
            score.wrong
        );
    }
}

/// Without a list, pupils are at least noted, and most of what is in lists and reports is warned of.
fn holds_without_list(corpus: &str) {
    let (planted, found, others) =
        measure::without_list(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpora").join(corpus));
    assert_eq!(found[2] + others[2], 0, "nobody is stopped by a guess");
    assert!(found.iter().sum::<usize>() * 100 >= planted * 40, "{corpus}: {found:?} of {planted}");
}

#[test]
fn without_a_list_pupils_are_noted_or_warned_of() {
    holds_without_list("practice");
    holds_without_list("held-out");
}

#[test]
fn pupils_and_contacts_are_found_in_the_practice_corpus() {
    holds("practice");
}

#[test]
fn pupils_and_contacts_are_found_in_the_held_out_corpus() {
    holds("held-out");
}
