//! Email addresses as they stand in lists.

use school_types::{email_as_meant, is_email};

use crate::{Code, Note, placeholders};

/// An address with what there is to say of it.
pub(crate) type Address = (String, Vec<Note>);

/// Names of mailboxes that nobody reads.
const UNREAD: [&str; 9] = [
    "noreply",
    "no-reply",
    "no.reply",
    "no_reply",
    "donotreply",
    "do-not-reply",
    "do.not.reply",
    "mailer-daemon",
    "postmaster",
];

/// Endings of domains that lead nowhere: reserved for that (RFC 2606, RFC 6761, RFC 6762), or slips of the finger that are no
/// domain (IANA's list has none of them).
const NOWHERE: [&str; 20] = [
    "invalid",
    "localhost",
    "local",
    "lan",
    "internal",
    "con",
    "cmo",
    "ocm",
    "vom",
    "xom",
    "comm",
    "cim",
    "coom",
    "cpm",
    "nte",
    "ner",
    "ogr",
    "orgg",
    "ukk",
    "uk1",
];

/// Domains that families use, and how they are mistyped.
const MISTYPED: [(&str, &[&str]); 9] = [
    (
        "gmail.com",
        &[
            "gmial.com",
            "gmal.com",
            "gmai.com",
            "gmaill.com",
            "gamil.com",
            "gnail.com",
            "gmail.co",
            "gmail.cm",
            "gmail.om",
            "gmail.co.uk",
            "gmail.org",
            "gmil.com",
            "gmsil.com",
            "ggmail.com",
            "gmail.net",
            "gmail.uk",
        ],
    ),
    ("googlemail.com", &["googlemail.co", "googlemail.co.uk", "goglemail.com", "googlmail.com"]),
    (
        "hotmail.com",
        &[
            "hotmial.com",
            "hotmal.com",
            "hotmai.com",
            "hotmil.com",
            "hotmaill.com",
            "hotnail.com",
            "hotmail.co",
            "hotmail.cm",
            "hormail.com",
        ],
    ),
    (
        "hotmail.co.uk",
        &["hotmial.co.uk", "hotmai.co.uk", "hotmail.uk", "hotmail.couk", "hotmal.co.uk", "hotmail.com.uk"],
    ),
    ("outlook.com", &["outlok.com", "outloo.com", "outlook.co", "outlook.cm", "oulook.com", "outlookc.om"]),
    ("yahoo.com", &["yaho.com", "yahooo.com", "yahoo.co", "yhoo.com", "yahoo.cm", "yaoo.com"]),
    ("yahoo.co.uk", &["yaho.co.uk", "yahoo.uk", "yahoo.couk", "yahooo.co.uk", "yahoo.com.uk"]),
    ("icloud.com", &["iclod.com", "icoud.com", "iclould.com", "icloud.co", "icloud.co.uk", "icloud.cm", "icould.com"]),
    ("btinternet.com", &["btinternet.co", "btinternet.co.uk", "btinternt.com", "btinernet.com", "btinterent.com"]),
];

/// A cell's email address, in small letters: alone, or as `Ada King <ada@example.org>`, or after `mailto:`. None where words
/// stand there instead of one.
///
/// # Errors
/// [`Code::Email`], [`Code::EmailUnreachable`], [`Code::SeveralEmails`] where none of several is one.
pub(crate) fn email(cell: &str) -> Result<Option<Address>, Code> {
    let meant = email_as_meant(cell);
    if !meant.contains('@') {
        let words = meant.split_whitespace().count() > 1 && !meant.contains('.');
        return if words || placeholders::is_nothing(&meant) { Ok(None) } else { Err(Code::Email) };
    }
    if meant.matches('@').count() == 1 {
        return one(&meant).map(Some);
    }
    let candidates = meant.split([';', ',', '/', '|', ' ', '\n']).map(|part| part.trim_matches(['<', '>', '(', ')']));
    let mut first = candidates.filter(|part| part.matches('@').count() == 1);
    let (mut address, mut notes) = first.find_map(|part| one(part).ok()).ok_or(Code::SeveralEmails)?;
    // The same one twice is one.
    let others = meant.split([';', ',', '/', '|', ' ', '\n']).filter(|part| part.contains('@'));
    let mut others = others.filter_map(|part| one(part.trim_matches(['<', '>', '(', ')'])).ok());
    if !others.all(|(other, _)| other == address) {
        notes.push(Note::SecondEmail);
    }
    address.shrink_to_fit();
    Ok(Some((address, notes)))
}

fn one(text: &str) -> Result<Address, Code> {
    let inside = text.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or(text, |(address, _)| address);
    let inside = inside.trim().trim_end_matches([';', ',', '.']);
    let inside = match inside.get(..7) {
        Some(start) if start.eq_ignore_ascii_case("mailto:") => &inside[7..],
        _ => inside,
    };
    let address = inside.to_lowercase();
    let (name, domain) = address.split_once('@').ok_or(Code::Email)?;
    if !is_email(&address) {
        let beyond = !address.is_ascii() && !address.contains(char::REPLACEMENT_CHARACTER);
        return Err(if beyond && is_shaped(name, domain) { Code::EmailUnreachable } else { Code::Email });
    }
    let top = domain.rsplit('.').next().unwrap_or(domain);
    let stem = name.split('+').next().unwrap_or(name);
    if NOWHERE.contains(&top) || UNREAD.contains(&stem) {
        return Err(Code::EmailUnreachable);
    }
    let mistyped = MISTYPED.iter().any(|(_, slips)| slips.contains(&domain));
    Ok((address, if mistyped { vec![Note::EmailMistyped] } else { Vec::new() }))
}

/// Whether it is an address but for letters that no message here is sent to.
fn is_shaped(name: &str, domain: &str) -> bool {
    let ascii = |text: &str| text.chars().map(|c| if c.is_ascii() { c } else { 'a' }).collect::<String>();
    is_email(&format!("{}@{}", ascii(name), ascii(domain)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(cell: &str) -> Result<Option<String>, Code> {
        email(cell).map(|found| found.map(|(address, _)| address))
    }

    fn notes(cell: &str) -> Vec<Note> {
        email(cell).unwrap().unwrap().1
    }

    #[test]
    fn an_address_is_found_in_its_wrapping_and_a_wrong_one_said_to_be() {
        for cell in [
            "Ada@Example.org",
            "mailto:ada@example.org",
            "Ada King <ada@example.org>",
            "ada@example.org;",
            "ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ",
            "ada\u{200b}@example.org",
            "ada@example.org; Ada@example.org",
        ] {
            assert_eq!(address(cell), Ok(Some("ada@example.org".to_owned())), "{cell}");
            assert_eq!(notes(cell), [], "{cell}");
        }
        for cell in [
            "ada",
            "ada@",
            "@example.org",
            "ada@example",
            "ada king@example.org",
            "ada@exa_mple.org",
            "a..b@example.org",
            "ada@example.c",
            "ada.example.org",
        ] {
            assert_eq!(address(cell), Err(Code::Email), "{cell}");
        }
        assert_eq!(address("o’brien@example.org"), Ok(Some("o'brien@example.org".to_owned())));
    }

    #[test]
    fn of_two_addresses_the_first_is_used_and_said() {
        for cell in [
            "ada@example.org; bo@example.org",
            "ada@example.org / bo@example.org",
            "ada@example.org bo@example.org",
            "ada@example.org,bo@example.org",
            "ada@example.org\nbo@example.org",
            "ada@example.org or bo@example.org",
        ] {
            assert_eq!(address(cell), Ok(Some("ada@example.org".to_owned())), "{cell}");
            assert_eq!(notes(cell), [Note::SecondEmail], "{cell}");
        }
        assert_eq!(address("ada@bo@example.org"), Err(Code::SeveralEmails));
    }

    #[test]
    fn an_address_that_no_code_can_reach_is_said_to_be() {
        for cell in [
            "noreply@example.org",
            "no-reply@school.example.org",
            "ada@home.invalid",
            "ada@gmail.con",
            "jürgen@example.org",
            "ada@münchen.example",
            "donotreply@example.org",
        ] {
            assert_eq!(address(cell), Err(Code::EmailUnreachable), "{cell}");
        }
        for cell in ["ada@gmial.com", "ada@hotmail.couk", "ada@yahoo.co"] {
            assert_eq!(notes(cell), [Note::EmailMistyped], "{cell}");
        }
    }

    #[test]
    fn words_instead_of_an_address_are_none() {
        for cell in ["not given", "no email given", "ask grandma", "N/A", "none", "Declined", "-", "0"] {
            assert_eq!(address(cell), Ok(None), "{cell}");
        }
    }
}
