//! What stands in a cell in place of what belongs there: a spreadsheet's errors, "not given", and dates that Excel made of
//! something else.

/// Whether a spreadsheet put an error there: `#N/A`, `#REF!`.
pub(crate) fn is_spreadsheet_error(cell: &str) -> bool {
    let Some(rest) = cell.strip_prefix('#') else { return false };
    let plain: String = rest.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    matches!(
        plain.as_str(),
        "NA" | "NV"
            | "REF"
            | "VALUE"
            | "NAME"
            | "DIV0"
            | "NULL"
            | "NUM"
            | "SPILL"
            | "CALC"
            | "FIELD"
            | "GETTINGDATA"
            | "BLOCKED"
            | "CONNECT"
            | "UNKNOWN"
            | "BUSY"
    ) || (plain.is_empty() && rest.chars().all(|c| c == '#'))
}

/// Whether the cell holds only signs: `.`, `-`, `?`, `***`.
pub(crate) fn is_only_signs(cell: &str) -> bool {
    !cell.is_empty() && !cell.chars().any(char::is_alphanumeric)
}

/// Whether the cell says that what belongs there is not known. `Null`, `None` and `Na` are people's names, and are none of these
/// where a name is asked.
pub(crate) fn is_placeholder(cell: &str) -> bool {
    if is_only_signs(cell) {
        return true;
    }
    let plain: String = cell.to_lowercase().chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    let bare = cell.trim().to_lowercase();
    matches!(
        plain.trim(),
        "0" | "00"
            | "0000"
            | "unknown"
            | "not known"
            | "unkown"
            | "notknown"
            | "not given"
            | "not provided"
            | "not supplied"
            | "not applicable"
            | "not available"
            | "not recorded"
            | "not stated"
            | "not entered"
            | "tbc"
            | "tba"
            | "tbd"
            | "to be confirmed"
            | "to be advised"
            | "xxx"
            | "xxxx"
            | "no name"
            | "no surname"
            | "no class"
            | "no data"
            | "anhysbys"
            | "ddim yn hysbys"
    ) || matches!(
        bare.as_str(),
        "n/a" | "n\\a" | "n.a." | "n.a" | "n/k" | "n/g" | "(blank)" | "<blank>" | "[blank]" | "undefined"
    )
}

/// Whether the cell says that there is nothing to write where that is allowed.
pub(crate) fn is_nothing(cell: &str) -> bool {
    is_placeholder(cell)
        || matches!(
            cell.to_lowercase().as_str(),
            "na" | "nk"
                | "blank"
                | "none"
                | "null"
                | "nil"
                | "no"
                | "x"
                | "none given"
                | "none known"
                | "none provided"
                | "no email"
                | "no e-mail"
                | "no email address"
                | "no phone"
                | "no mobile"
                | "no telephone"
                | "does not have"
                | "doesn't have one"
                | "declined"
                | "refused"
                | "withheld"
                | "dim"
                | "nan"
                | "false"
        )
}

/// Months as spreadsheets shorten them, in English and Welsh.
const MONTHS: [&str; 24] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "ion", "chwe", "maw", "ebr",
    "mai", "meh", "gor", "awst", "medi", "hyd", "tach", "rhag",
];

/// Whether the cell is a date or a date's number in a spreadsheet, which is what Excel makes of a class like `1-2` or `5/6`.
/// `5 May` is none: that may be the class of Mrs May.
pub(crate) fn is_date(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    let day = lower.split([' ', 't']).next().filter(|first| first.len() >= 5);
    let has_time = lower.len() > 5 && lower.contains(':');
    let date = match day {
        Some(day) if has_time || day.len() == lower.len() => day,
        _ if has_time => return is_time(&lower),
        _ => lower.as_str(),
    };
    is_named_month(date) || is_numbers(date) || is_serial(&lower) || is_time(&lower)
}

/// `05-Jun`, `Jun-05`, `5-Jun-26`.
fn is_named_month(date: &str) -> bool {
    let parts: Vec<&str> = date.split(['-', '/']).collect();
    if !(2..=3).contains(&parts.len()) {
        return false;
    }
    let month = |part: &&str| MONTHS.contains(part) || *part == "sept" || *part == "june" || *part == "july";
    let number = |part: &&str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.iter().filter(|part| month(part)).count() == 1 && parts.iter().all(|part| month(part) || number(part))
}

/// `05/06/2026`, `2026-06-05`: three numbers, one of them a year of four digits, or all of two.
fn is_numbers(date: &str) -> bool {
    let parts: Vec<&str> = date.split(['-', '/', '.']).collect();
    let number = |part: &&str| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() == 3
        && parts.iter().all(number)
        && (parts.iter().any(|part| part.len() == 4) || parts[2].len() == 2 && date.contains('/'))
}

/// The number that a date of the years 1982 to 2064 is in a workbook. No class is called by five digits.
fn is_serial(cell: &str) -> bool {
    let whole = cell.split('.').next().unwrap_or(cell);
    cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && whole.len() == 5
        && whole.parse::<u32>().is_ok_and(|number| (30_000..60_000).contains(&number))
}

/// `01:02:00`, which is what Excel makes of `1:2`.
fn is_time(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split(':').collect();
    parts.len() == 3 && parts.iter().all(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_could_not_work_out_is_no_name() {
        for cell in ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#n/a", "####"] {
            assert!(is_spreadsheet_error(cell), "{cell}");
        }
        for cell in ["Ref", "#1", "N/A", "#TeamOak"] {
            assert!(!is_spreadsheet_error(cell), "{cell}");
        }
    }

    #[test]
    fn what_stands_for_nothing_is_told_from_names() {
        for cell in [".", "-", "?", "n/a", "N/A", "not given", "Unknown", "TBC", "0", "xxx", "N.A.", "(blank)", "— —"]
        {
            assert!(is_placeholder(cell), "{cell}");
        }
        for cell in ["Null", "None", "Na", "No", "O", "X", "Li", "Tobacco", "Test1", "K.", "0K"] {
            assert!(!is_placeholder(cell), "{cell}");
        }
    }

    #[test]
    fn a_date_is_no_class() {
        for cell in [
            "05-Jun",
            "01-Feb",
            "Jun-05",
            "Sep-23",
            "5-Jun-26",
            "05/06/2026 00:00",
            "05/06/2026",
            "2026-06-05",
            "2026-06-05T00:00:00",
            "2026-06-05 00:00:00",
            "05.06.2026",
            "5/6/26",
            "46178",
            "46178.0",
            "01:02:00",
        ] {
            assert!(is_date(cell), "{cell}");
        }
        for cell in [
            "5-6", "5/6", "1-2", "5 May", "May", "May 5", "4.1", "12345", "5A", "R/1", "3-4-5", "2026", "7.10",
            "Y5-Oak",
        ] {
            assert!(!is_date(cell), "{cell}");
        }
    }
}
