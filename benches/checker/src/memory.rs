//! Memory and time on inputs made to take much of either.

use publication_rules::{BlindList, Checker, ListKey, Profile, PupilForms, Submission};
use school_types::PersonName;

use crate::{
    ALLOCATED,
    speed::{fastest, processor_clock},
    texts::dense,
};

/// A table of what a quarter and all of so many megabytes take: memory beside the input itself.
pub(crate) fn table(megabytes: usize) -> String {
    let quarter = megabytes.div_ceil(4);
    let mut page = format!(
        "## Memory, native\n\nAt most at one time, beside the input itself: for {quarter} MB and for {megabytes} MB of nothing else.\n\n\
         | input | MB for {quarter} | MB for {megabytes} | seconds for {megabytes} |\n| --- | --- | --- | --- |\n"
    );
    let forms = PupilForms::new(&PersonName::new("Amara", "Okafor"));
    let list = BlindList::blind(&ListKey::new([1; 32]), [&forms]);
    let profile = Profile::default();
    let checker = Checker::new(&profile, Some(&list));
    let take = |content_type, bytes: &[u8]| {
        ALLOCATED.reset_peak_usage();
        let before = ALLOCATED.current_usage();
        let seconds = fastest(1, processor_clock(), || {
            std::hint::black_box(checker.check(&Submission { bytes, content_type, file_name: None }));
        });
        let peak = ALLOCATED.peak_usage().saturating_sub(before);
        (peak as f64 / 1e6, seconds)
    };
    for ((name, content_type, small), (.., whole)) in dense(quarter).into_iter().zip(dense(megabytes)) {
        let ((less, _), (most, seconds)) = (take(content_type, &small), take(content_type, &whole));
        page.push_str(&format!("| {name} | {less:.1} | {most:.1} | {seconds:.2} |\n"));
    }
    page.push('\n');
    page
}
