//! Contact details in text: e-mail addresses, telephone numbers, postcodes and streets.

mod announced;
pub(crate) mod email;
mod groups;
pub(crate) mod mailbox;
pub(crate) mod phone;
pub(crate) mod postal;
mod shape;
pub(crate) mod worded;

/// The first digit from a byte on: most of a text has none, and is passed over in blocks.
pub(super) fn next_digit(bytes: &[u8], from: usize) -> Option<usize> {
    // Where there are many, the next is near.
    let near = bytes.get(from..)?.iter().take(NEAR).position(u8::is_ascii_digit);
    if let Some(digit) = near {
        return Some(from + digit);
    }
    let from = (from + NEAR).min(bytes.len());
    let rest = bytes.get(from..)?;
    let has_digit = |block: &[u8]| block.iter().fold(false, |any, byte| any | byte.is_ascii_digit());
    let block = rest.chunks(BLOCK).position(has_digit)? * BLOCK;
    let digit = rest.get(block..)?.iter().position(u8::is_ascii_digit)?;
    Some(from + block + digit)
}

/// How many bytes are passed over together.
const BLOCK: usize = 32;
/// How many are looked at one by one before that.
const NEAR: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_digit_is_found_wherever_it_stands() {
        for at in 0..100 {
            let text = format!("{}7{}", "a".repeat(at), "b".repeat(70));
            assert_eq!(next_digit(text.as_bytes(), 0), Some(at));
            assert_eq!(next_digit(text.as_bytes(), at), Some(at));
            assert_eq!(next_digit(text.as_bytes(), at + 1), None);
        }
        assert_eq!((next_digit(b"", 0), next_digit(b"1", 2)), (None, None));
    }
}
