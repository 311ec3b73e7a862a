//! Names, as they are compared.

/// Titles, which people add or leave out.
const TITLES: [&str; 20] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "doctor",
    "prof",
    "professor",
    "rev",
    "revd",
    "reverend",
    "sir",
    "lady",
    "lord",
    "dame",
    "fr",
    "father",
    "sister",
    "m",
];

/// A name as it is compared: small letters, one space between words, no signs.
pub(crate) fn normal(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_alphanumeric() {
            normal.extend(c.to_lowercase());
        } else if (c.is_whitespace() || c == '-' || c == '.') && !normal.ends_with(' ') && !normal.is_empty() {
            normal.push(' ');
        }
    }
    normal.truncate(normal.trim_end().len());
    normal
}

/// A name as it is compared, without the titles before it.
pub fn without_title(name: &str) -> String {
    let normal = normal(name);
    let mut rest = normal.as_str();
    while let Some((first, after)) = rest.split_once(' ') {
        if !TITLES.contains(&first) {
            break;
        }
        rest = after;
    }
    rest.to_owned()
}

/// Whether two names are the same but for titles, capitals and signs.
pub fn same_name(one: &str, other: &str) -> bool {
    without_title(one) == without_title(other)
}

/// Whether two names may be one person's: the same, or one gives only an initial or no forename, or the surname changed
/// and the forename did not.
pub(crate) fn may_be_one(one: &str, other: &str) -> bool {
    let (one, other) = (without_title(one), without_title(other));
    if one == other {
        return true;
    }
    let words = |name: &str| name.split(' ').map(str::to_owned).collect::<Vec<String>>();
    let (one, other) = (words(&one), words(&other));
    let (Some(last_one), Some(last_other)) = (one.last(), other.last()) else { return false };
    if one.len() == 1 || other.len() == 1 {
        return last_one == last_other;
    }
    let (first_one, first_other) = (&one[0], &other[0]);
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    let initials = initial(first_one, first_other) || initial(first_other, first_one);
    first_one == first_other || (initials && last_one == last_other)
}

/// `King, Ada` as `Ada King`; any other name as it is.
pub(crate) fn turned(name: &str) -> String {
    match name.split_once(',') {
        Some((surname, forename)) if !forename.trim().is_empty() && !forename.contains(',') => {
            format!("{} {}", forename.trim(), surname.trim())
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_capitals_and_signs_make_no_other_name() {
        assert!(same_name("Mrs. Anne-Marie O'Brien", "anne marie OBrien"));
        assert!(!same_name("Anne O'Brien", "Anna O'Brien"));
        assert_eq!(without_title("Mr"), "mr");
    }

    #[test]
    fn one_person_may_be_written_in_several_ways() {
        for (one, other) in [("Mrs King", "Ada King"), ("A King", "Ada King"), ("Ada King", "Ada Lovelace")] {
            assert!(may_be_one(one, other) && may_be_one(other, one), "{one}, {other}");
        }
        for (one, other) in [
            ("Ada King", "Bo King"),
            ("Ada King", "Alan King"),
            ("Mrs King", "Ada Lovelace"),
            ("A King", "Ada Lovelace"),
        ] {
            assert!(!may_be_one(one, other), "{one}, {other}");
        }
    }

    #[test]
    fn a_surname_that_stands_first_is_put_last() {
        assert_eq!(turned("King, Ada"), "Ada King");
        assert_eq!(turned("Ada King"), "Ada King");
        assert_eq!(turned("King,"), "King,");
    }
}
