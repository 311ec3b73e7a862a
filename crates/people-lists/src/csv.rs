//! Text as rows of cells (RFC 4180), as forgivingly as Excel reads it.

use crate::{
    FileProblem, Row,
    room::{MOST_COLUMNS, Room},
};

/// A quoted cell of more lines, or more bytes, is taken for a quotation mark that nobody closed: it would swallow the
/// rows after it.
const LONGEST_QUOTED: (u32, usize) = (20, 8_000);

/// The separators there are. Excel writes semicolons where the decimal sign is a comma.
pub(crate) const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The separator that a first line `sep=;` states, and the text after that line. Excel writes and reads such lines.
pub(crate) fn stated_separator(text: &str) -> Option<(u8, &str)> {
    let line_end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = text[..line_end].trim_matches(['"', ' ']);
    let named = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and(line.as_bytes().get(4..))?;
    let separator = match named {
        [separator] => *separator,
        [] => b'\t',
        _ => return None,
    };
    SEPARATORS.contains(&separator).then(|| (separator, &text[line_end..]))
}

/// The rows that hold anything, each with the number of the line it begins at, from `first_line`.
///
/// # Errors
/// [`FileProblem::TooManyRows`] and [`FileProblem::TooMuch`] where there is no room.
pub(crate) fn rows(text: &str, separator: u8, room: &mut Room) -> Result<Vec<Row>, FileProblem> {
    let mut reader = Reader { text, at: 0, line: 1, separator };
    let mut rows = Vec::new();
    while reader.at < text.len() {
        let row = reader.row()?;
        if !row.is_blank() {
            room.row(&row)?;
            room.text(row.cells.iter().map(String::len).sum())?;
            rows.push(row);
        }
    }
    Ok(rows)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    line: u32,
    separator: u8,
}

impl<'t> Reader<'t> {
    /// Everything looked for is ASCII, so that every place it stands at is between two characters.
    fn next_byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    fn row(&mut self) -> Result<Row, FileProblem> {
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            if cells.len() == MOST_COLUMNS {
                return Err(FileProblem::TooMuch);
            }
            cells.push(self.cell());
            match self.next_byte(0) {
                Some(byte) if byte == self.separator => self.at += 1,
                _ => break,
            }
        }
        self.line_end();
        Ok(Row { line, cells })
    }

    /// Passes one line end, if there is one.
    fn line_end(&mut self) {
        self.at += match (self.next_byte(0), self.next_byte(1)) {
            (Some(b'\r'), Some(b'\n')) => 2,
            (Some(b'\r' | b'\n'), _) => 1,
            _ => return,
        };
        self.line += 1;
    }

    fn cell(&mut self) -> String {
        let spaces = self.text[self.at..].bytes().take_while(|byte| *byte == b' ').count();
        match self.next_byte(spaces) {
            Some(b'"') => self.quoted(spaces + 1).unwrap_or_else(|| self.plain().to_owned()),
            _ => self.plain().to_owned(),
        }
    }

    fn plain(&mut self) -> &'t str {
        let rest = &self.text[self.at..];
        let end = rest.bytes().position(|byte| byte == self.separator || matches!(byte, b'\r' | b'\n'));
        let end = end.unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// The cell whose text begins `opening` bytes ahead, after a quotation mark; none if the mark is never closed.
    /// What stands between the closing mark and the separator is kept: `"Nan" Smith`.
    fn quoted(&mut self, opening: usize) -> Option<String> {
        let inside = &self.text[self.at + opening..];
        let (mut text, mut from, mut lines) = (String::new(), 0, 0);
        let mut bytes = inside.bytes().enumerate().peekable();
        while let Some((at, byte)) = bytes.next() {
            if lines > LONGEST_QUOTED.0 || at > LONGEST_QUOTED.1 {
                return None;
            }
            let next = bytes.peek().map(|(_, byte)| *byte);
            match byte {
                b'"' if next == Some(b'"') => {
                    text.push_str(&inside[from..=at]);
                    bytes.next();
                    from = at + 2;
                }
                b'"' => {
                    text.push_str(&inside[from..at]);
                    self.at += opening + at + 1;
                    self.line += lines;
                    text.push_str(self.plain().trim_end_matches(' '));
                    return Some(text);
                }
                b'\n' => lines += 1,
                b'\r' if next != Some(b'\n') => lines += 1,
                _ => {}
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        rows(text, b',', &mut Room::default()).unwrap().into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn every_line_end_and_quotation_is_read_as_excel_reads_it() {
        assert_eq!(cells("a,b\r\nc,d\re,f\ng,h"), [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]]);
        assert_eq!(cells("\"a,1\",\"b \"\"2\"\"\"\n"), [["a,1", "b \"2\""]]);
        assert_eq!(cells("a, \"b\" ,c"), [["a", "b", "c"]]);
        assert_eq!(cells("\"two\r\nlines\",b"), [["two\r\nlines", "b"]]);
        assert_eq!(cells("5\" nail,\"Nan\" Smith"), [["5\" nail", "Nan Smith"]]);
    }

    #[test]
    fn blank_rows_are_passed_and_lines_still_counted() {
        let rows = rows("a\n\n,,\n \n\"x\ny\"\nb\n", b',', &mut Room::default()).unwrap();
        let lines: Vec<_> = rows.iter().map(|row| (row.line, row.cells[0].as_str())).collect();
        assert_eq!(lines, [(1, "a"), (5, "x\ny"), (7, "b")]);
    }

    #[test]
    fn a_quotation_mark_nobody_closed_swallows_no_rows() {
        assert_eq!(cells("1,\"Ada\n2,Bo\n3,Cy\n"), [["1", "\"Ada"], ["2", "Bo"], ["3", "Cy"]]);
        let many: String = std::iter::once("0,\"Ada\n".to_owned()).chain((1..60).map(|n| format!("{n},x\n"))).collect();
        assert_eq!(cells(&(many + "60,\"y\"\n")).len(), 61);
    }

    #[test]
    fn a_first_line_may_state_the_separator() {
        assert_eq!(stated_separator("sep=;\r\na;b"), Some((b';', "\r\na;b")));
        assert_eq!(stated_separator("\"SEP=,\"\na,b"), Some((b',', "\na,b")));
        assert_eq!(stated_separator("sep=\t\na"), Some((b'\t', "\na")));
        for other in ["sep", "sep=;;\n", "separate,b", "", "é"] {
            assert_eq!(stated_separator(other), None);
        }
    }
}
