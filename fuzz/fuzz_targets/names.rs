//! A pupil with any name, and any text: no panic, and the name itself is found in it.
#![no_main]

use publication_rules::{BlindList, Checker, Profile, PupilForms, Submission};
use school_types::PersonName;

libfuzzer_sys::fuzz_target!(|parts: (&str, &str, &str)| {
    let (forename, surname, text) = parts;
    let list = BlindList::blind(&schoolgate_fuzz::key(), &[PupilForms::new(&PersonName::new(forename, surname))]);
    let profile = Profile::default();
    let checker = Checker::new(&profile, Some(&list));
    checker.check(&Submission { bytes: text.as_bytes(), content_type: Some("text/plain"), file_name: Some(text) });
});
