//! PDF: objects, filters, fonts, layout.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    schoolgate_fuzz::check(&[b"%PDF-1.4\n", bytes].concat(), None, None);
});
