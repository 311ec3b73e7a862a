//! Pages: markup, attributes, references, scripts.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    schoolgate_fuzz::check(bytes, Some("text/html"), None);
});
