//! What stands in single cells: yes and no, e-mail addresses, telephone numbers, numbers of people.

use crate::Code;

/// Longer e-mail addresses do not exist (RFC 5321 section 4.5.3.1).
const LONGEST_E_MAIL: usize = 254;

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
        "y" | "yes" | "true" | "t" | "1" | "1.0" | "ja" | "oui" | "si" | "sí" | "ie" | "oes" | "ydy" | "ydi"
        | "full" | "shared" => Said::Yes,
        "x" | "✓" | "✔" | "☑" | "☒" | "√" | "ticked" | "checked" => Said::Ticked,
        "n" | "no" | "false" | "f" | "0" | "0.0" | "nein" | "non" | "na" | "nage" | "nac oes" | "nac ydy" | "none"
        | "☐" | "-" => Said::No,
        _ => return None,
    })
}

/// Whether somebody wrote that there is nothing to write.
pub(crate) fn is_nothing(cell: &str) -> bool {
    matches!(
        cell.to_lowercase().as_str(),
        "-" | "--"
            | "n/a"
            | "na"
            | "none"
            | "null"
            | "nil"
            | "unknown"
            | "not known"
            | "no email"
            | "no e-mail"
            | "no phone"
            | "dim"
    )
}

/// A cell's e-mail address: alone, or as `Ada King <ada@example.org>`, or after `mailto:`.
pub(crate) fn e_mail(cell: &str) -> Result<String, Code> {
    let inside = cell.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or(cell, |(address, _)| address);
    let inside = inside.trim().trim_end_matches([';', ',', '.']);
    let inside = match inside.get(..7) {
        Some(start) if start.eq_ignore_ascii_case("mailto:") => &inside[7..],
        _ => inside,
    };
    if inside.matches('@').count() > 1 {
        return Err(Code::SeveralEmails);
    }
    let address = inside.to_lowercase();
    let (name, domain) = address.split_once('@').ok_or(Code::Email)?;
    let odd = |c: char| c.is_whitespace() || c.is_control() || "()<>[],;:\\\"".contains(c);
    let domain_sound = domain.contains('.')
        && domain.split('.').all(|part| {
            !part.is_empty()
                && !part.starts_with('-')
                && !part.ends_with('-')
                && part.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    let name_sound = !name.is_empty() && name.split('.').all(|part| !part.is_empty()) && !name.contains(odd);
    if name_sound && domain_sound && address.len() <= LONGEST_E_MAIL { Ok(address) } else { Err(Code::Email) }
}

/// A cell's telephone number, as written. The zero that Excel takes from the front of a British number is given back.
pub(crate) fn telephone(cell: &str) -> Result<String, Code> {
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
    if is_scientific(cell) {
        return Err(Code::NumberMangled);
    }
    let bare = cell.strip_suffix(".0").filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    Ok(bare.unwrap_or(cell).to_owned())
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
    fn an_e_mail_address_is_found_in_its_wrapping_and_a_wrong_one_said_to_be() {
        for cell in ["Ada@Example.org", "mailto:ada@example.org", "Ada King <ada@example.org>", "ada@example.org;"] {
            assert_eq!(e_mail(cell).as_deref(), Ok("ada@example.org"), "{cell}");
        }
        for cell in [
            "ada",
            "ada@",
            "@example.org",
            "ada@example",
            "ada king@example.org",
            "ada@exa_mple.org",
            "a..b@example.org",
        ] {
            assert_eq!(e_mail(cell), Err(Code::Email), "{cell}");
        }
        assert_eq!(e_mail("ada@example.org; bo@example.org"), Err(Code::SeveralEmails));
    }

    #[test]
    fn a_telephone_number_keeps_its_form_and_gets_its_zero_back() {
        assert_eq!(telephone("07700 900123").as_deref(), Ok("07700 900123"));
        assert_eq!(telephone("7700900123").as_deref(), Ok("07700900123"));
        assert_eq!(telephone("7.7009E+09"), Err(Code::NumberMangled));
        assert_eq!(telephone("ask Mum"), Err(Code::Phone));
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
    }
}
