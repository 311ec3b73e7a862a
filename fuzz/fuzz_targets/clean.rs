//! Safe versions of anything.
#![no_main]

use publication_rules::{Checker, Profile, Submission};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (profile, list) = (Profile::default(), schoolgate_fuzz::list());
    let checker = Checker::new(&profile, Some(&list));
    for content_type in [None, Some("text/plain"), Some("text/html")] {
        let _ = checker.clean(&Submission { bytes, content_type, file_name: None });
    }
});
