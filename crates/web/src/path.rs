//! The segments of a path.

use percent_encoding::percent_decode_str;

/// Longer segments are nobody's.
const LONGEST_SEGMENT: usize = 200;

/// The decoded segments of `path`, which begins with a slash. None when an escape is not well formed, is not UTF-8,
/// or hides a control character; or when a segment is overlong.
pub(crate) fn segments(path: &str) -> Option<Vec<String>> {
    path.strip_prefix('/')?.split('/').map(segment).collect()
}

fn segment(raw: &str) -> Option<String> {
    let text = decode(raw)?;
    let clean = text.len() <= LONGEST_SEGMENT && !text.chars().any(char::is_control);
    clean.then_some(text)
}

/// Percent-decodes strictly: every `%` is followed by two hexadecimal digits, and what comes out is UTF-8.
pub(crate) fn decode(raw: &str) -> Option<String> {
    let bytes = raw.as_bytes();
    let well_formed = bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'%')
        .all(|(at, _)| bytes.get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)));
    if !well_formed {
        return None;
    }
    percent_decode_str(raw).decode_utf8().ok().map(|text| text.into_owned())
}

#[cfg(test)]
mod tests {
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_path_falls_into_its_segments() {
        assert_eq!(segments("/").unwrap(), [""]);
        assert_eq!(segments("/s/elm/").unwrap(), ["s", "elm", ""]);
        assert_eq!(segments("/a%2Fb/c+d").unwrap(), ["a/b", "c+d"]);
    }

    #[test]
    fn a_path_that_hides_something_is_refused() {
        for bad in ["", "x", "/%", "/%4", "/%zz", "/%00", "/a%0Ab", "/%ff", "/%C2%85", &format!("/{}", "a".repeat(201))]
        {
            assert_eq!(segments(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn every_segment_survives_encoding(text in "\\PC{1,40}") {
            prop_assume!(text.len() <= LONGEST_SEGMENT && !text.chars().any(char::is_control));
            let path = format!("/{}", utf8_percent_encode(&text, NON_ALPHANUMERIC));
            prop_assert_eq!(segments(&path).unwrap(), [text]);
        }

        #[test]
        fn no_path_panics(path in "\\PC{0,60}") {
            let _ = segments(&path);
        }
    }
}
