//! Year groups and key stages as schools write them.

use school_types::{KeyStage, YearGroup, as_meant};

use crate::{Code, placeholders};

/// The year group that a cell names: `R`, `Reception`, `Year 3`, `Y03`, `N2`, `Blwyddyn 5`, and in Scotland and Northern
/// Ireland `P1` to `P7`, `S1` to `S6`, whose years are counted from the first of primary.
///
/// # Errors
/// [`Code::SeveralYears`] for `1/2`, as the class of two years is called: which of them a pupil is in it does not say.
pub(crate) fn year_group(cell: &str) -> Result<YearGroup, Code> {
    let cell: String = cell.chars().filter_map(as_meant).collect();
    if placeholders::is_date(&cell) {
        return Err(Code::Date);
    }
    if let Some(year) = one_year(&cell) {
        return Ok(year);
    }
    Err(if is_several(&cell) { Code::SeveralYears } else { Code::YearGroup })
}

/// Whether the cell names two years or more: `Year 1/2`, `R & 1`, `Years 3-4`, `1 and 2`.
fn is_several(cell: &str) -> bool {
    let plain = cell.to_lowercase().replace(" and ", "/").replace(" to ", "/").replace("years", "year");
    let parts: Vec<&str> = plain
        .split(['/', '&', '+', ',', ';', '-', '–', '\\', ' '])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    // `Year 1/2` says "year" once, `Year 5 / Year 6` twice.
    let years = |part: &&&str| !matches!(**part, "year" | "yr" | "y" | "blwyddyn" | "ncyear");
    let parts: Vec<&&str> = parts.iter().filter(years).collect();
    parts.len() > 1 && parts.iter().all(|part| one_year(part).is_some())
}

fn one_year(cell: &str) -> Option<YearGroup> {
    // Signs between two figures or words make something else of them than a year.
    let inner = cell.trim().trim_end_matches(['.', ')']);
    if inner.contains(['/', '&', '+', ',', ';', '\\']) {
        return None;
    }
    let figures = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let words: Vec<&str> = cell.split_whitespace().collect();
    if words.windows(2).any(|pair| figures(pair[0]) && figures(pair[1])) {
        return None;
    }
    let plain: String = cell.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '.')).collect();
    let plain = plain.to_lowercase();
    let plain = plain.strip_suffix(".0").unwrap_or(&plain);
    if plain.trim_end_matches('.').contains('.') && plain.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let plain = plain.replace('.', "");
    let number = match plain.as_str() {
        "n" | "nursery" | "n1" | "n2" | "n3" | "nursery1" | "nursery2" | "fs1" | "f1" | "foundation1" | "preschool"
        | "yearn" | "yearn1" | "yearn2" | "yn" | "e1" | "e2" | "meithrin" | "kindergarten1" | "yearnursery" => -1,
        "r" | "rec" | "recep" | "reception" | "yr" | "yrr" | "yearr" | "receptionyear" | "yearreception" | "fs2"
        | "f2" | "foundation2" | "derbyn" | "blwyddynr" | "blwyddynderbyn" => 0,
        other => worded(other).or_else(|| numbered(other))?,
    };
    YearGroup::new(number)
}

fn worded(plain: &str) -> Option<i8> {
    const WORDS: [&str; 13] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"];
    let word = plain.strip_prefix("year")?;
    (1..).zip(WORDS).find(|(_, known)| *known == word).map(|(number, _)| number)
}

fn numbered(plain: &str) -> Option<i8> {
    for (prefix, before) in [
        ("year", 0),
        ("ncyear", 0),
        ("curriculumyear", 0),
        ("nationalcurriculumyear", 0),
        ("yr", 0),
        ("y", 0),
        ("blwyddyn", 0),
        ("bl", 0),
        ("b", 0),
        ("primary", 0),
        ("p", 0),
        ("s", 7),
        ("", 0),
    ] {
        let Some(rest) = plain.strip_prefix(prefix) else { continue };
        // `Year group 3`, and `3rd` is nothing anybody writes.
        let rest = rest.strip_prefix("group").unwrap_or(rest);
        let Ok(number) = rest.parse::<i8>() else { continue };
        let most = match prefix {
            "p" | "primary" => 7,
            "s" => 6,
            _ => 14,
        };
        let least = if matches!(prefix, "p" | "primary" | "s") { 1 } else { -1 };
        return (least..=most).contains(&number).then_some(number + before);
    }
    None
}

/// The key stage that a cell names: `KS2`, `2`, `Key Stage 3`, `EYFS`, `Foundation Stage`.
pub(crate) fn key_stage(cell: &str) -> Option<KeyStage> {
    let plain: String = cell.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    Some(match plain.as_str() {
        "eyfs"
        | "ey"
        | "earlyyears"
        | "earlyyearsfoundationstage"
        | "foundationstage"
        | "foundation"
        | "fs"
        | "ks0"
        | "0"
        | "keystage0"
        | "earlystage"
        | "blynyddoeddcynnar" => KeyStage::EarlyYears,
        other => {
            let rest =
                ["keystage", "cyfnodallweddol", "ks", "ca", ""].iter().find_map(|prefix| other.strip_prefix(prefix));
            match rest? {
                "1" => KeyStage::Ks1,
                "2" => KeyStage::Ks2,
                "3" => KeyStage::Ks3,
                "4" => KeyStage::Ks4,
                "5" => KeyStage::Ks5,
                _ => return None,
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_group_is_read_as_schools_write_it() {
        let expected: [(i8, &[&str]); 8] = [
            (-1, &["N", "N1", "n2", "Nursery", "Nursery 2", "-1", "Meithrin", "F1", "Year N"]),
            (0, &["R", "Reception", "YR", "Year R", "rec", "Rec.", "0", "Derbyn", "Yr R", "F2", "Year Reception"]),
            (
                3,
                &[
                    "3",
                    "Year 3",
                    "Y3",
                    "Yr 3",
                    "Y03",
                    "03",
                    "3.0",
                    "Yr. 3",
                    "Blwyddyn 3",
                    "Year Group 3",
                    "P3",
                    "Year  3",
                    "NC Year 3",
                    "３",
                    "Year Three",
                ],
            ),
            (8, &["S1", "Year 8"]),
            (13, &["S6", "13", "Y13"]),
            (14, &["Year 14"]),
            (1, &["P1", "Primary 1"]),
            (7, &["P7", "Bl 7"]),
        ];
        for (number, written) in expected {
            for cell in written {
                assert_eq!(year_group(cell).map(YearGroup::number), Ok(number), "{cell}");
            }
        }
        for cell in ["", "15", "P8", "S7", "Kingfisher", "3K", "Year", "-2", "3.5"] {
            assert_eq!(year_group(cell), Err(Code::YearGroup), "{cell}");
        }
    }

    #[test]
    fn a_class_of_two_years_is_no_year_group() {
        for cell in [
            "1/2",
            "Year 1/2",
            "Y1/Y2",
            "R/1",
            "Reception/1",
            "1 & 2",
            "1+2",
            "3-4",
            "Years 3 and 4",
            "Year 5 / Year 6",
            "1,2",
            "1 2",
            "10/11",
            "Y3-4",
        ] {
            assert_eq!(year_group(cell), Err(Code::SeveralYears), "{cell}");
        }
        for cell in ["01-Feb", "45324", "02/01/2026", "2026-02-01 00:00:00"] {
            assert_eq!(year_group(cell), Err(Code::Date), "{cell}");
        }
    }

    #[test]
    fn a_key_stage_is_read_as_schools_write_it() {
        for (cell, stage) in [
            ("KS2", KeyStage::Ks2),
            ("Key Stage 1", KeyStage::Ks1),
            ("3", KeyStage::Ks3),
            ("EYFS", KeyStage::EarlyYears),
            ("CA 4", KeyStage::Ks4),
            ("early-years", KeyStage::EarlyYears),
            ("ks5", KeyStage::Ks5),
        ] {
            assert_eq!(key_stage(cell), Some(stage), "{cell}");
        }
        assert_eq!(key_stage("KS9"), None);
        assert_eq!(key_stage(""), None);
    }
}
