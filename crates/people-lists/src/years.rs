//! Year groups and key stages as schools write them.

use school_types::{KeyStage, YearGroup};

/// The year group that a cell names: `R`, `Reception`, `Year 3`, `Y03`, `N2`, `Blwyddyn 5`, and in Scotland and Northern
/// Ireland `P1` to `P7`, `S1` to `S6`, whose years are counted from the first of primary.
pub(crate) fn year_group(cell: &str) -> Option<YearGroup> {
    let plain: String = cell.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '.')).collect();
    let plain = plain.to_lowercase();
    let plain = plain.strip_suffix(".0").unwrap_or(&plain).replace('.', "");
    let number = match plain.as_str() {
        "n" | "nursery" | "n1" | "n2" | "nursery1" | "nursery2" | "fs1" | "foundation1" | "preschool" | "yearn"
        | "yn" | "e1" | "e2" | "meithrin" | "kindergarten1" => -1,
        "r" | "rec" | "reception" | "yr" | "yearr" | "receptionyear" | "fs2" | "foundation2" | "derbyn"
        | "blwyddynr" | "blwyddynderbyn" => 0,
        other => numbered(other)?,
    };
    YearGroup::new(number)
}

fn numbered(plain: &str) -> Option<i8> {
    for (prefix, before) in [
        ("year", 0),
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
            (-1, &["N", "N1", "n2", "Nursery", "Nursery 2", "-1", "Meithrin"]),
            (0, &["R", "Reception", "YR", "Year R", "rec", "0", "Derbyn"]),
            (3, &["3", "Year 3", "Y3", "Yr 3", "Y03", "03", "3.0", "Yr. 3", "Blwyddyn 3", "Year Group 3", "P3"]),
            (8, &["S1", "Year 8"]),
            (13, &["S6", "13", "Y13"]),
            (14, &["Year 14"]),
            (1, &["P1", "Primary 1"]),
            (7, &["P7", "Bl 7"]),
        ];
        for (number, written) in expected {
            for cell in written {
                assert_eq!(year_group(cell).map(YearGroup::number), Some(number), "{cell}");
            }
        }
        for cell in ["", "15", "P8", "S7", "Kingfisher", "3K", "Year", "-2", "3.5"] {
            assert_eq!(year_group(cell), None, "{cell}");
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
