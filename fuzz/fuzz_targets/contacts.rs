//! Text of contacts: positions lie within it.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let length = text.chars().count() as u64;
    let report = schoolgate_fuzz::check(text.as_bytes(), Some("text/plain"), None);
    // A text that begins like another kind of file is read as one.
    if report.examined.iter().any(|examined| examined.part == "body" && examined.bytes == text.len() as u64)
        && !text.contains(char::from(0))
    {
        assert!(
            report.findings.iter().filter(|finding| finding.part == "body").all(|finding| finding.end <= Some(length))
        );
    }
});
