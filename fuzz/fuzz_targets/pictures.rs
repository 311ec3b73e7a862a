//! JPEG, PNG, WebP and HEIC: the bytes decide.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for start in [&b"\xff\xd8\xff\xe1"[..], b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\x7fWEBP", b"\0\0\0\x18ftypheic"] {
        schoolgate_fuzz::check(&[start, bytes].concat(), None, None);
    }
});
