//! Word documents: the archive and the markup inside.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // The names of entries decide what kind of archive it is; the body is whatever the fuzzer makes of it.
    schoolgate_fuzz::check(&[b"PK\x03\x04", bytes, b"word/document.xml"].concat(), None, None);
    schoolgate_fuzz::check(bytes, None, Some("letter.docx"));
});
