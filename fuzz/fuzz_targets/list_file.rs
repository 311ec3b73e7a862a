//! Files of blinded lists, as they are and with a true header.
#![no_main]

use publication_rules::BlindList;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let key = schoolgate_fuzz::key();
    let _ = BlindList::import(&key, bytes);
    let file = schoolgate_fuzz::list().export(&key);
    let _ = BlindList::import(&key, &[&file[..17], bytes].concat());
});
