//! Plain text in any encoding.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    schoolgate_fuzz::check(bytes, Some("text/plain"), None);
});
