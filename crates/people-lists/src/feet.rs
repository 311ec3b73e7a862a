//! Rows that are about nobody: totals and counts below a list, the feet of printed reports.

/// Words that begin such a row, in small letters.
const BEGINNINGS: [&str; 34] = [
    "total",
    "grand total",
    "sub total",
    "subtotal",
    "sub-total",
    "count",
    "sum",
    "number of",
    "no. of",
    "no of",
    "end of",
    "page ",
    "printed",
    "report",
    "produced",
    "exported",
    "generated",
    "created",
    "extracted",
    "downloaded",
    "run on",
    "as at",
    "as of",
    "confidential",
    "copyright",
    "©",
    "records",
    "rows",
    "overall",
    "average",
    "cyfanswm",
    "tudalen",
    "argraffwyd",
    "diwedd",
];

/// Words that begin a row which only heads the rows below it.
const GROUPS: [&str; 10] = [
    "class:",
    "class -",
    "reg group:",
    "registration group:",
    "form:",
    "tutor group:",
    "year:",
    "year group:",
    "dosbarth:",
    "blwyddyn:",
];

/// What is counted at the end of a list: `90 pupils`.
const COUNTED: [&str; 14] = [
    "pupil", "pupils", "student", "students", "child", "children", "contact", "contacts", "record", "records", "row",
    "rows", "staff", "disgybl",
];

/// Whether the cells of a row that hold anything, three at most, are no person's.
pub(crate) fn is_foot(filled: &[String]) -> bool {
    let [first, rest @ ..] = filled else { return false };
    let first = first.trim_start_matches(['*', '-', '=', '<', '(', ' ']).to_lowercase();
    let figures = |cell: &String| cell.chars().all(|c| !c.is_alphabetic());
    let begins = |beginnings: &[&str]| {
        beginnings.iter().any(|word| {
            let after = first.strip_prefix(word);
            after.is_some_and(|after| word.ends_with([' ', ':', '-']) || !after.starts_with(char::is_alphabetic))
        })
    };
    let counted = || {
        let mut words = first.split_whitespace();
        let number = words.next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        number && words.next().is_some_and(|word| COUNTED.contains(&word)) && words.next().is_none()
    };
    match rest {
        [] => begins(&BEGINNINGS) || begins(&GROUPS) || counted() || first.is_empty(),
        // `Total | 90`, and no `Count | Ada`: somebody may be called so.
        rest => begins(&BEGINNINGS) && rest.iter().all(figures),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foot(cells: &[&str]) -> bool {
        is_foot(&cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn a_total_is_nobody() {
        for cells in [
            &["Total pupils: 90"][..],
            &["Total", "90"],
            &["Grand total:", "90", "100%"],
            &["90 pupils"],
            &["Page 1 of 3"],
            &["Printed on 1 September 2026"],
            &["*** End of report ***"],
            &["Number of pupils", "90"],
            &["Class: 5A"],
            &["Cyfanswm: 90"],
            &["----"],
        ] {
            assert!(foot(cells), "{cells:?}");
        }
        for cells in [
            &["Ada"][..],
            &["1001"],
            &["Total", "Ada"],
            &["Page", "Ada"],
            &["Countess", "12"],
            &["Ada", "King", "5A"],
            &["12"],
            &[],
        ] {
            assert!(!foot(cells), "{cells:?}");
        }
    }
}
