//! What stands in single cells: yes and no, telephone numbers, numbers of people, classes.

use school_types::as_meant;

use crate::{Code, Note, placeholders};

/// What a cell says to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    Yes,
    /// A tick or a cross in a box. In a column of those, a blank cell says no.
    Ticked,
    No,
}

/// Whether a cell says yes or no, in the words of British systems, of spreadsheets and of their authors' languages.
pub(crate) fn yes_or_no(cell: &str) -> Option<Said> {
    let plain = cell.to_lowercase();
    Some(match plain.trim_end_matches('.') {
        "y" | "yes" | "pr" | "has pr" | "true" | "t" | "1" | "1.0" | "ja" | "oui" | "si" | "sí" | "ie" | "oes"
        | "ydy" | "ydi" | "full" | "shared" => Said::Yes,
        "x" | "✓" | "✔" | "☑" | "☒" | "√" | "ticked" | "checked" => Said::Ticked,
        "n" | "no" | "no pr" | "false" | "f" | "0" | "0.0" | "nein" | "non" | "na" | "nage" | "nac oes" | "nac ydy"
        | "none" | "☐" | "-" => Said::No,
        _ => return None,
    })
}

/// A cell's telephone number, as written, with what there is to say of it. The zero that Excel takes from the front of a
/// British number is given back; of several numbers the first is taken. None where somebody wrote that there is none.
pub(crate) fn telephone(cell: &str) -> Result<Option<(String, Vec<Note>)>, Code> {
    let cell: String = cell.chars().filter_map(as_meant).collect();
    if placeholders::is_nothing(&cell) {
        return Ok(None);
    }
    if let Ok(one) = one_telephone(&cell) {
        return Ok(Some((one, Vec::new())));
    }
    let mut several = cell.split(['/', ';', ',', '|', '&']).flat_map(|part| part.split(" or ")).map(str::trim);
    match several.next().map(one_telephone) {
        Some(Ok(first)) if several.any(|other| one_telephone(other).is_ok()) => {
            Ok(Some((first, vec![Note::SecondPhone])))
        }
        _ => one_telephone(&cell).map(|one| Some((one, Vec::new()))),
    }
}

fn one_telephone(cell: &str) -> Result<String, Code> {
    if is_scientific(cell) {
        return Err(Code::NumberMangled);
    }
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    if !(5..=20).contains(&digits) || cell.chars().count() > 60 {
        return Err(Code::Phone);
    }
    let bare = cell.strip_suffix(".0").unwrap_or(cell);
    let cut =
        bare.len() == 10 && bare.bytes().all(|byte| byte.is_ascii_digit()) && bare.starts_with(['1', '2', '3', '7']);
    Ok(if cut { format!("0{bare}") } else { bare.to_owned() })
}

/// A telephone number as it is compared: digits only, with the zero of a British number in front.
pub(crate) fn dialled(telephone: &str) -> String {
    let digits: String = telephone.chars().filter(char::is_ascii_digit).collect();
    let abroad = telephone.trim_start().starts_with('+') || digits.starts_with("00");
    let digits = digits.strip_prefix("00").unwrap_or(&digits);
    match digits.strip_prefix("44") {
        Some(rest) if abroad => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        _ => digits.to_owned(),
    }
}

/// A number of a person in the school's system, as written.
pub(crate) fn number(cell: &str) -> Result<String, Code> {
    let cell: String = cell.chars().filter_map(as_meant).collect();
    match () {
        () if placeholders::is_spreadsheet_error(&cell) => return Err(Code::SpreadsheetError),
        () if placeholders::is_placeholder(&cell) => return Err(Code::Placeholder),
        () if is_scientific(&cell) => return Err(Code::NumberMangled),
        () => {}
    }
    let bare = cell.strip_suffix(".0").filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    Ok(bare.unwrap_or(&cell).to_owned())
}

/// The name of a class, as written.
pub(crate) fn class(cell: &str) -> Result<String, Code> {
    let cell: String = cell.chars().filter_map(as_meant).collect();
    match () {
        () if placeholders::is_spreadsheet_error(&cell) => Err(Code::SpreadsheetError),
        () if placeholders::is_placeholder(&cell) => Err(Code::Placeholder),
        () if placeholders::is_date(&cell) => Err(Code::Date),
        () if is_scientific(&cell) => Err(Code::NumberMangled),
        // `4.0999999999999996` is what a workbook has of 4.1.
        () if cell.len() > 12 && cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') => {
            Ok(cell.parse::<f64>().ok().filter(|number| number.is_finite()).map_or(cell, rounded))
        }
        () => Ok(cell),
    }
}

/// A number as Excel shows it: of its digits the first fifteen.
pub(crate) fn rounded(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{rounded}")
}

/// A person's number as it is compared: Excel drops zeros in front, and people write letters large or small.
pub(crate) fn compared(number: &str) -> String {
    let plain: String = number.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect();
    if plain.bytes().all(|byte| byte.is_ascii_digit()) {
        let bare = plain.trim_start_matches('0');
        return if bare.is_empty() && !plain.is_empty() { "0".to_owned() } else { bare.to_owned() };
    }
    plain
}

/// A long number that a spreadsheet has cut to its first digits: `1.23E+11`. What was cut off is lost.
fn is_scientific(cell: &str) -> bool {
    let Some((mantissa, exponent)) = cell.split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, "0"));
    digits(whole) && digits(fraction) && exponent.strip_prefix('+').is_some_and(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_are_read_as_written() {
        for cell in ["Y", "Yes", "TRUE", "1", "Ja", "Ie", "true"] {
            assert_eq!(yes_or_no(cell), Some(Said::Yes), "{cell}");
        }
        for cell in ["N", "No", "FALSE", "0", "Nein", "Nage"] {
            assert_eq!(yes_or_no(cell), Some(Said::No), "{cell}");
        }
        assert_eq!(yes_or_no("x"), Some(Said::Ticked));
        assert_eq!(yes_or_no("perhaps"), None);
    }

    #[test]
    fn a_telephone_number_keeps_its_form_and_gets_its_zero_back() {
        let number = |cell| telephone(cell).map(|found| found.map(|(number, _)| number).unwrap_or_default());
        assert_eq!(number("07700 900123").as_deref(), Ok("07700 900123"));
        assert_eq!(number("7700900123").as_deref(), Ok("07700900123"));
        assert_eq!(number("０７７００ ９００１２３").as_deref(), Ok("07700 900123"));
        assert_eq!(number("7.7009E+09"), Err(Code::NumberMangled));
        assert_eq!(number("ask Mum"), Err(Code::Phone));
        assert_eq!(number("not given").as_deref(), Ok(""));
        assert_eq!(dialled("+44 (0)7700 900123"), dialled("07700 900 123"));
        assert_eq!(dialled("0044 7700 900123"), "07700900123");
    }

    #[test]
    fn a_number_is_the_same_with_and_without_its_zeros() {
        assert_eq!(compared("00123"), compared("123"));
        assert_eq!(compared("a 00123"), compared("A00123"));
        assert_ne!(compared("A00123"), compared("A123"));
        assert_eq!(compared("000"), "0");
        assert_eq!(number("123.0").as_deref(), Ok("123"));
        assert_eq!(number("1.23E+11"), Err(Code::NumberMangled));
        assert_eq!(number("E12").as_deref(), Ok("E12"));
        assert_eq!(number("１２３").as_deref(), Ok("123"));
        assert_eq!(number("#N/A"), Err(Code::SpreadsheetError));
        assert_eq!(number("n/a"), Err(Code::Placeholder));
    }

    #[test]
    fn of_two_telephone_numbers_the_first_is_used_and_said() {
        for cell in ["07700 900123 / 07700 900124", "07700900123, 01632 960111", "07700 900123 or 07700 900124"] {
            let (number, notes) = telephone(cell).unwrap().unwrap();
            assert_eq!((number.replace(' ', ""), notes), ("07700900123".to_owned(), vec![Note::SecondPhone]), "{cell}");
        }
    }

    #[test]
    fn a_class_is_read_as_it_was_meant_or_not_at_all() {
        for (cell, name) in
            [("4.0999999999999996", "4.1"), ("4.1", "4.1"), ("５Ａ", "5A"), ("5/6", "5/6"), ("3E", "3E")]
        {
            assert_eq!(class(cell).as_deref(), Ok(name));
        }
        for (cell, code) in [
            ("#REF!", Code::SpreadsheetError),
            ("05-Jun", Code::Date),
            ("46178", Code::Date),
            ("-", Code::Placeholder),
            ("5.00E+01", Code::NumberMangled),
        ] {
            assert_eq!(class(cell), Err(code), "{cell}");
        }
    }
}
