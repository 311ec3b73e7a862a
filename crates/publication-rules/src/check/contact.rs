//! Contact details in runs, the school's own left out.

use super::{Address, Checker, Found, Raw};
use crate::{
    contacts::{
        email::{Written, emails},
        mailbox::{Mailbox, whose},
        phone::{PhoneHit, phones},
        postal::{self, addresses},
    },
    cuts::pieces,
    document::{Kind, Run},
    finding::{Rule, Severity},
    message::{Fix, HarvestGrade, Message},
    names::{cut::Cut, forms::Class, lexicon::is_adult_title, normal::normal, scan, tokens::Tokens},
    profile::Profile,
};

/// The school's own numbers, postcodes and streets, in the form they are compared in.
#[derive(Debug, Default)]
pub(crate) struct Own {
    numbers: Vec<String>,
    postcodes: Vec<String>,
    streets: Vec<String>,
}

impl Own {
    pub(crate) fn new(profile: &Profile) -> Self {
        let numbers =
            profile.phones.iter().flat_map(|phone| phones(&format!("Tel {phone}"))).map(|hit| hit.number).collect();
        let squeezed = |code: &String| code.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_uppercase();
        Self {
            numbers,
            postcodes: profile.postcodes.iter().map(squeezed).collect(),
            streets: profile.streets.iter().map(|street| street.trim().to_lowercase()).collect(),
        }
    }

    fn has_number(&self, number: &str) -> bool {
        // "960123" after "Tel" is the end of the school's own number.
        self.numbers.iter().any(|own| own == number || !number.starts_with('+') && own.ends_with(number))
    }

    fn has_address(&self, hit: &postal::PostalHit) -> bool {
        let code = hit.postcode.as_ref().is_none_or(|code| self.postcodes.contains(code));
        let street = hit.street.as_ref().is_none_or(|street| {
            self.streets.iter().any(|own| own.starts_with(street.as_str()) || street.starts_with(own.as_str()))
        });
        // The school's own postcode makes the street before it the school's too, and the other way round.
        let known_code = hit.postcode.as_ref().is_some_and(|code| self.postcodes.contains(code));
        let known_street = hit.street.is_some() && street;
        known_code || known_street && (hit.postcode.is_none() || code)
    }
}

impl Checker<'_> {
    /// Adds the contact details written in `text[from..to]` of a run, and the addresses with how they are written.
    pub(super) fn contacts(&self, run: &Run<'_>, from: usize, to: usize, found: &mut Found) {
        if matches!(run.kind, Kind::LinkAddress | Kind::FileName) {
            return;
        }
        let text = run.text.as_ref();
        let piece = text.get(from..to).unwrap_or_default();
        let script = run.kind == Kind::Script;
        let hits = emails(piece, script);
        for hit in &hits {
            let grade = match hit.written {
                Written::Backwards => HarvestGrade::BreaksScreenReaders,
                Written::Pieces => HarvestGrade::Script,
                Written::Words => HarvestGrade::Words,
                Written::Plain if run.encoded => HarvestGrade::Encoded,
                Written::Plain if script => HarvestGrade::Script,
                Written::Plain => HarvestGrade::Plain,
            };
            self.email(text, &hit.address, (hit.start + from, hit.end + from), grade, found);
        }
        if script {
            return;
        }
        for hit in phones(piece) {
            let at = hits.partition_point(|email| email.end < hit.end);
            let inside_email = hits.get(at).is_some_and(|email| email.start <= hit.start);
            if !inside_email {
                self.phone(text, &hit, (hit.start + from, hit.end + from), &mut found.raw);
            }
        }
        for hit in addresses(piece) {
            if !self.own.has_address(&hit) {
                let (severity, message) = if hit.street.is_some() {
                    (Severity::Stop, Message::StreetAddress)
                } else {
                    (Severity::Warn, Message::Postcode)
                };
                let (start, end) = (hit.start + from, hit.end + from);
                found.raw.push(Raw { rule: Rule::PostalAddress, severity, start, end, message, fix: Fix::TakeOut });
            }
        }
    }

    /// `mailto:` and `tel:` links. Decoding moves bytes, so the finding points at the whole link.
    pub(super) fn link(&self, run: &Run<'_>, found: &mut Found) {
        let text = run.text.trim();
        let Some((scheme, rest)) = text.split_once(':').filter(|_| run.kind == Kind::LinkAddress) else { return };
        let whole = (0, run.text.len());
        // One more than fit, so that the limit is seen to be reached.
        let most = self.limits.findings.saturating_add(1);
        match scheme.to_ascii_lowercase().as_str() {
            "mailto" => {
                let decoded = percent_encoding::percent_decode_str(rest).decode_utf8_lossy();
                let encoded = run.encoded || rest.split('?').next().is_some_and(|address| address.contains('%'));
                let grade = if encoded { HarvestGrade::Encoded } else { HarvestGrade::Mailto };
                let hits =
                    pieces(&decoded).flat_map(|(from, to)| emails(decoded.get(from..to).unwrap_or_default(), false));
                for hit in hits.take(most) {
                    self.email(&run.text, &hit.address, whole, grade, found);
                }
            }
            "tel" | "sms" | "callto" | "whatsapp" | "facetime" => {
                self.link_number(run, &format!("tel {}", shortened(rest.trim_start_matches('/'))), found);
            }
            _ if NUMBERED.iter().any(|name| rest.contains(name)) => {
                for name in NUMBERED {
                    let digits = rest.split(name).nth(1).unwrap_or_default();
                    let digits = percent_encoding::percent_decode_str(digits).decode_utf8_lossy();
                    let digits = digits.trim_start_matches(['+', ' ']);
                    self.link_number(run, &format!("+{}", shortened(digits)), found);
                }
            }
            _ if rest.contains("wa.me/") => {
                let digits = rest.split("wa.me/").nth(1).unwrap_or_default();
                self.link_number(run, &format!("+{}", shortened(digits)), found);
            }
            _ => {}
        }
    }

    fn link_number(&self, run: &Run<'_>, number: &str, found: &mut Found) {
        for hit in phones(number) {
            self.phone(&run.text, &hit, (0, run.text.len()), &mut found.raw);
        }
    }

    fn email(&self, text: &str, address: &str, at: (usize, usize), grade: HarvestGrade, found: &mut Found) {
        found.addresses.push(Address { address: address.to_owned(), grade, start: at.0, end: at.1 });
        let (severity, message) = match whose(address, self.profile) {
            Mailbox::Own => return,
            _ if self.is_pupils(address, &mut found.tokens) => (Severity::Stop, Message::EmailOfPupil),
            Mailbox::IndividualHere => (Severity::Stop, Message::EmailOfIndividual),
            Mailbox::RoleElsewhere => (Severity::Warn, Message::EmailElsewhere),
            Mailbox::Elsewhere => (Severity::Stop, Message::EmailElsewhere),
        };
        let fix = Fix::SchoolContact { replacement: self.school_mailbox() };
        self.contact(text, Rule::EmailAddress, severity, at, message, fix, &mut found.raw);
    }

    fn phone(&self, text: &str, hit: &PhoneHit, at: (usize, usize), raw: &mut Vec<Raw>) {
        if self.own.has_number(&hit.number) {
            return;
        }
        let severity = match hit.message {
            Message::PhoneOrganisation => Severity::Note,
            _ => Severity::Stop,
        };
        let fix = Fix::SchoolContact { replacement: self.profile.phones.first().cloned() };
        self.contact(text, Rule::PhoneNumber, severity, at, hit.message.clone(), fix, raw);
    }

    #[expect(clippy::too_many_arguments, reason = "one finding's fields, passed straight through")]
    fn contact(
        &self,
        text: &str,
        rule: Rule,
        severity: Severity,
        (start, end): (usize, usize),
        message: Message,
        fix: Fix,
        raw: &mut Vec<Raw>,
    ) {
        raw.push(Raw { rule, severity, start, end, message, fix: fix.clone() });
        if severity == Severity::Stop && (start, end) != (0, text.len()) && beside_staff(text, start) {
            let message = Message::ContactOfStaff;
            raw.push(Raw { rule: Rule::StaffContact, severity, start, end, message, fix });
        }
    }

    /// Whether an address's local part is a pupil's name.
    fn is_pupils(&self, address: &str, tokens: &mut Tokens) -> bool {
        let (Some(list), Some((local, _))) = (self.list, address.rsplit_once('@')) else { return false };
        tokens.cut(local, 0, local.len(), Cut::Label, Some(list.mixer()));
        scan::matches(tokens, list, true).iter().any(|found| found.class == Class::Full)
    }

    fn school_mailbox(&self) -> Option<String> {
        self.profile.email_domains.first().map(|domain| format!("office@{}", domain.trim_start_matches('@')))
    }
}

/// What addresses of services that people are rung or written to by have before a number.
const NUMBERED: [&str; 3] = ["phone=", "number=", "#p/"];

/// The start of a link, more than any number takes.
fn shortened(link: &str) -> &str {
    link.char_indices().nth(200).map_or(link, |(at, _)| link.get(..at).unwrap_or_default())
}

/// How far before a contact a member of staff is named, in bytes.
const BESIDE: usize = 70;

/// Whether a titled name or a staff role stands on the same line before.
fn beside_staff(text: &str, start: usize) -> bool {
    let mut from = start.saturating_sub(BESIDE);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let line = text.get(from..start).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
    let words: Vec<&str> = line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let titled = words.windows(2).any(|pair| {
        pair[0].starts_with(char::is_uppercase) && pair[1].starts_with(char::is_uppercase) && {
            let title = normal(pair[0]);
            is_adult_title(title.as_bytes()) || title == "miss"
        }
    });
    let role = words.iter().any(|word| {
        ["teacher", "headteacher", "senco", "caretaker", "governor", "bursar", "secretary", "coach"]
            .contains(&normal(word).as_str())
    });
    titled || role
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schools_own_contacts_are_left_out_however_they_are_written() {
        let profile = Profile {
            phones: vec!["01632 960123".to_owned()],
            postcodes: vec!["AB1 2DE".to_owned()],
            streets: vec!["12 Oak Lane".to_owned()],
            ..Profile::default()
        };
        let own = Own::new(&profile);
        assert!(own.has_number(&phones("+44 (0)1632 960 123")[0].number));
        assert!(own.has_number("960123"));
        assert!(!own.has_number("960124"));
        for text in ["12 Oak Lane, Elmton, ab12de", "AB12DE", "12 oak lane".replace("oak lane", "Oak Lane").as_str()] {
            assert!(own.has_address(&addresses(text)[0]), "{text}");
        }
        assert!(!own.has_address(&addresses("14 Oak Lane")[0]));
    }
}
