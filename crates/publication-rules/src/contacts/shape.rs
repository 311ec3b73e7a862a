//! Whether groups of digits are shaped like a telephone number, or like a date, a time or an amount.

use super::{
    announced::{announced, named_otherwise},
    groups::Group,
};

/// Whether digits without a country code are grouped like a telephone number and not like something else.
pub(super) fn written_as_number(groups: &[Group], text: &str, start: usize) -> bool {
    let Some(first) = groups.first() else { return false };
    let sure = announced(text, start);
    if groups.len() == 1 {
        return !named_otherwise(text, start) || sure;
    }
    let slash = groups.iter().any(|group| group.joint == '/');
    let range = groups.iter().filter(|group| group.joint == '~').count();
    let ones = groups.iter().filter(|group| group.digits == 1).count();
    let wide_first = first.digits >= 3 || first.digits == 2 && groups.len() == 2 && groups[1].digits >= 8;
    let mobile = text.get(first.start..first.start + 2) == Some("07");
    let split_pairs = mobile && groups.iter().all(|group| group.digits >= 2) || sure;
    (wide_first || split_pairs && first.digits == 2)
        && groups.len() <= 6
        && (!slash || first.digits >= 4)
        && range <= 2
        && ones <= 1
        && (!named_otherwise(text, start) || sure)
}

/// Dates, times, scores and amounts that have as many digits.
pub(super) fn is_date_or_amount(groups: &[Group], text: &str) -> bool {
    let shape: Vec<usize> = groups.iter().map(|group| group.digits).collect();
    let joint = |at: usize| groups.get(at).map_or(' ', |group| group.joint);
    let dated = |at: usize| {
        let date = matches!(shape.get(at..at + 3), Some([1 | 2, 1 | 2, 2 | 4] | [4, 1 | 2, 1 | 2]));
        date && joint(at + 1) == joint(at + 2) && matches!(joint(at + 1), '/' | '.' | '-')
    };
    let decimals = groups.windows(2).any(|pair| pair[1].joint == '.' && pair[0].digits <= 2 && pair[1].digits <= 2)
        && groups.iter().all(|group| group.digits <= 2)
        && groups.len() <= 4;
    let times = groups.first().is_some_and(|first| {
        text.as_bytes().get(first.end) == Some(&b':') || first.start > 0 && text.as_bytes()[first.start - 1] == b':'
    });
    dated(0) || groups.len() > 3 && dated(1) && groups[0].digits <= 2 || decimals || times
}
