//! Where long texts are cut, so that what one takes to examine does not grow with its length.

/// A piece has about this many bytes.
const PIECE: usize = 16 << 10;
/// And never more than so many times that.
const MOST: usize = 4;

/// Pieces of a text, each ending at a blank line, else at a line, a sentence or a space.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        if from >= text.len() {
            return None;
        }
        let start = from;
        from = piece_end(text, start);
        Some((start, from))
    })
}

fn piece_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let soft = start + PIECE;
    if soft >= bytes.len() {
        return bytes.len();
    }
    let hard = (start + MOST * PIECE).min(bytes.len());
    let window = &bytes[soft..hard];
    // A sentence's end is better than a space: no name goes over it.
    let ends: [&[u8]; 4] = [b"\n\n", b"\n", b". ", b" "];
    let found = ends.iter().find_map(|end| memchr::memmem::find(window, end).map(|at| soft + at + end.len()));
    let mut end = found.unwrap_or(hard);
    while !text.is_char_boundary(end) {
        end += 1;
    }
    end
}

/// From so many bytes on, a block of text is handed on at its next sentence's end, space or, at last, anywhere.
const LONG: [usize; 3] = [64 << 10, 128 << 10, 256 << 10];

/// Whether a block that is still being gathered should be handed on here, so that it does not grow without bound.
pub(crate) fn is_long(text: &str) -> bool {
    let ends_sentence = || text.ends_with([' ', '\n', '\t']) && text.trim_end().ends_with(['.', '!', '?', '\n', '\t']);
    text.len() >= LONG[2]
        || text.len() >= LONG[1] && text.ends_with(char::is_whitespace)
        || text.len() >= LONG[0] && (text.ends_with('\n') || ends_sentence())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_whole_text_and_none_is_long() {
        for text in ["", "a", &"word ".repeat(30_000), &"é".repeat(100_000), &"A sentence. ".repeat(9_000)] {
            let all: String = pieces(text).map(|(from, to)| &text[from..to]).collect();
            assert_eq!(all, text);
            assert!(pieces(text).all(|(from, to)| to - from <= MOST * PIECE + 3));
        }
    }

    #[test]
    fn a_piece_ends_with_its_sentence() {
        let text = "Well done to Amara Okafor and all. ".repeat(2_000);
        assert!(pieces(&text).all(|(_, to)| text[..to].ends_with(". ")));
    }
}
