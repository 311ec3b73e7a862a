//! Whether groups of digits are shaped like a telephone number, or like a date, a time or an amount.

use super::{
    announced::{announced, named_otherwise, perhaps_named_otherwise},
    groups::Group,
};

/// Whether digits without a country code are grouped like a telephone number and not like something else.
pub(super) fn written_as_number(groups: &[Group], text: &str, start: usize) -> bool {
    let Some(first) = groups.first() else { return false };
    let sure = || announced(text, start);
    let mobile = text.get(first.start..first.start + 2) == Some("07");
    if groups.len() == 1 {
        return !(named_otherwise(text, start) || perhaps_named_otherwise(text, start) && !mobile) || sure();
    }
    let slash = groups.iter().any(|group| group.joint == '/');
    let range = groups.iter().filter(|group| group.joint == '~').count();
    let ones = groups.iter().filter(|group| group.digits == 1).count();
    let lines = groups.iter().filter(|group| group.joint == '\n').count();
    let wide_first = first.digits >= 3 || first.digits == 2 && groups.len() == 2 && groups[1].digits >= 8;
    let split_pairs = || mobile && groups.iter().all(|group| group.digits >= 2) || sure();
    (wide_first || first.digits == 2 && split_pairs())
        && groups.len() <= 6
        && (!slash || first.digits >= 4)
        && range <= 2
        && (lines == 0 || lines == 1 && first.digits >= 4 && groups.len() <= 3)
        && ones <= 1
        && (!named_otherwise(text, start) || sure())
}

/// Dates, school years and amounts of five to eight digits, which a word such as "Ring" does not make a number.
pub(super) fn is_short_date_or_amount(groups: &[Group], text: &str) -> bool {
    let size = |at: usize| groups.get(at).map_or(0, |group| group.digits);
    let year = |at: usize| {
        groups.get(at).is_some_and(|group| {
            let digits = text.get(group.start..group.end).unwrap_or_default();
            digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
        })
    };
    let date = match groups.len() {
        3 => matches!((size(0), size(1), size(2)), (1 | 2, 1 | 2, 2 | 4) | (4, 1 | 2, 1 | 2)),
        2 => year(0) && matches!(size(1), 2 | 4) || size(0) <= 2 && year(1),
        _ => false,
    };
    let thousands = groups.len() > 1 && size(0) <= 2 && (1..groups.len()).all(|at| size(at) == 3);
    let after = groups.last().and_then(|last| text.get(last.end..)).unwrap_or_default();
    let word: String = after.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
    let counted = matches!(
        word.to_lowercase().as_str(),
        "pounds"
            | "pence"
            | "p"
            | "points"
            | "people"
            | "pupils"
            | "children"
            | "tickets"
            | "miles"
            | "steps"
            | "kg"
            | "km"
            | "m"
            | "times"
            | "st"
            | "nd"
            | "rd"
            | "th"
            | "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
    );
    date || thousands || counted
}

/// Dates, times, scores and amounts that have as many digits.
pub(super) fn is_date_or_amount(groups: &[Group], text: &str) -> bool {
    let size = |at: usize| groups.get(at).map_or(0, |group| group.digits);
    let joint = |at: usize| groups.get(at).map_or(' ', |group| group.joint);
    let dated = |at: usize| {
        let date = matches!((size(at), size(at + 1), size(at + 2)), (1 | 2, 1 | 2, 2 | 4) | (4, 1 | 2, 1 | 2));
        date && joint(at + 1) == joint(at + 2) && matches!(joint(at + 1), '/' | '.' | '-')
    };
    let decimals = groups.windows(2).any(|pair| pair[1].joint == '.' && pair[0].digits <= 2 && pair[1].digits <= 2)
        && groups.iter().all(|group| group.digits <= 2)
        && groups.len() <= 4;
    // "Mob:07700 900123" is no time: minutes have hours before the colon.
    let bytes = text.as_bytes();
    let hours = |colon: usize| colon > 0 && bytes[colon] == b':' && bytes[colon - 1].is_ascii_digit();
    let times = groups.first().is_some_and(|first| {
        let minutes = first.start.checked_sub(1).is_some_and(hours);
        first.digits <= 2 && (bytes.get(first.end) == Some(&b':') || minutes)
    });
    dated(0) || groups.len() > 3 && dated(1) && groups[0].digits <= 2 || decimals || times
}
