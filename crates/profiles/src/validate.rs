//! The rules a profile keeps. A refusal names the profile, the field and what is wrong with it; it is read by the
//! person who writes the profile, so it may quote what they wrote, which is never about a pupil or parent.

use std::fmt::{Debug, Display};

use school_types::{Language, Role, Text};
use signpost_rules::LocalKind;

use crate::{AskedFrom, CrestProblem, LeaverPictures, Office, ProfileFields, Publication, WithdrawalWay, notices};

/// Why a profile is refused: the one error type of this crate that reaches others.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("profile {profile}, {field}: {problem}")]
pub struct ProfileError {
    /// The profile's id, or its file's name where it could not be read so far.
    pub profile: String,
    /// The field, as in `office.e_mail` or `purposes[website-group].why`.
    pub field: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The file is not TOML.
    #[error("not TOML: {0}")]
    NotToml(String),
    /// The value is of the wrong kind, missing, unknown or refused by its type.
    #[error("{0}")]
    Value(String),
    /// The crest could do more than draw.
    #[error(transparent)]
    Crest(CrestProblem),
    /// Nothing is there.
    #[error("it is empty")]
    Empty,
    /// A text is missing in a language the profile offers.
    #[error("it is not written in `{0}`, a language this profile offers")]
    NotWritten(Language),
    /// A text says nothing.
    #[error("its text in `{0}` is empty")]
    EmptyText(Language),
    /// A text is too long for the pages.
    #[error("its text in `{0}` is longer than {1} letters")]
    TooLong(Language, usize),
    /// A text has more than one line, or characters that cannot be shown.
    #[error("its text in `{0}` must be one line of letters, without tabs or control characters")]
    NotOneLine(Language),
    /// Something stands twice in a list.
    #[error("`{0}` stands twice")]
    Twice(String),
    /// Versions count from 1.
    #[error("versions count from 1")]
    VersionZero,
    /// Not a row of the requirements.
    #[error("`{0}` is not a row: write R and a number")]
    NotARow(String),
    /// Not a policy.
    #[error("`{0}` is not a policy: write P and a number")]
    NotAPolicy(String),
    /// Not a telephone number.
    #[error("`{0}` is not a telephone number: digits and spaces, 5 to 20 in all")]
    NotATelephone(String),
    /// Not an e-mail address.
    #[error("`{0}` is not an e-mail address")]
    NotAnEmail(String),
    /// Too many lines of an address.
    #[error("an address has at most six lines of up to 80 letters, none of them empty")]
    NotAnAddress,
    /// Not the exact origin of a website.
    #[error("`{0}` is not an exact origin: write https://, a host in lower case and nothing after it")]
    NotAnOrigin(String),
    /// More websites than a school has.
    #[error("at most {0} websites may show the panel")]
    TooManyOrigins(usize),
    /// Not the name of a host.
    #[error("`{0}` is not a host or domain: write it in lower case, with a dot and nothing before or after it")]
    NotAHost(String),
    /// A list is longer than a school has.
    #[error("at most {0} entries")]
    TooMany(usize),
    /// Pupils' views are asked for, but the page would not say how.
    #[error("pupils are asked, so a hint is needed")]
    NoHint,
    /// Pictures are kept for no time or beyond reason.
    #[error("pictures are kept 1 to 25 years; to delete them at once write \"delete-on-leaving\"")]
    Years,
    /// Records are kept beyond reason.
    #[error("at most {0} years")]
    TooManyYears(u8),
    /// Not the address of a page.
    #[error("`{0}` is not the address of a page: write https:// and the rest of it")]
    NotAnAddressOfAPage(String),
    /// Withdrawing online is missing.
    #[error("\"online\" is missing: withdrawing must be as easy as agreeing")]
    NotOnline,
    /// A role that does not answer for the school's data.
    #[error("only the head or the chair of governors decides on what basis pictures are used")]
    NotDecider,
}

/// Longest title, name or line of an address, in characters.
pub(crate) const TITLE_MAX: usize = 80;
/// Longest name of a column on the class permission sheet, in characters: three lines of a narrow column.
const SHORT_MAX: usize = 30;
/// Longest other text, in characters: what fits a phone's screen with the question.
pub(crate) const TEXT_MAX: usize = 400;

/// Most entries of one list of what a school may publish of itself.
const ALLOWED_MAX: usize = 200;

/// Most websites of one school: all of them stand in a header of every panel.
const ORIGINS_MAX: usize = 8;

/// Passed, or the field and what is wrong with it.
pub(crate) type Checked = Result<(), (String, Problem)>;

/// Checks what the types of the single fields cannot.
pub(crate) fn check(fields: &ProfileFields) -> Result<(), ProfileError> {
    let all = || {
        lists(fields)?;
        based_on(fields)?;
        office(&fields.office)?;
        embed_origins(&fields.embed_origins)?;
        local_contacts(fields)?;
        publication(&fields.publication)?;
        notices::check(fields)?;
        rules(fields)?;
        purposes(fields)
    };
    all().map_err(|(field, problem)| ProfileError { profile: fields.id.to_string(), field, problem })
}

fn lists(fields: &ProfileFields) -> Checked {
    filled_once("languages", &fields.languages, Language::to_string)?;
    filled_once("key_stages", &fields.key_stages, kebab)?;
    text(fields, "title", &fields.title, TITLE_MAX)
}

fn based_on(fields: &ProfileFields) -> Checked {
    let based_on = &fields.based_on;
    let numbered = |text: &str, letter| {
        text.strip_prefix(letter).is_some_and(|n: &str| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    };
    if !numbered(&based_on.policy, 'P') {
        return refuse("based_on.policy", Problem::NotAPolicy(based_on.policy.clone()));
    }
    filled_once("based_on.rows", &based_on.rows, String::clone)?;
    match based_on.rows.iter().find(|row| !numbered(row, 'R')) {
        Some(row) => refuse("based_on.rows", Problem::NotARow(row.clone())),
        None => Ok(()),
    }
}

/// A telephone number as people write it.
pub(crate) fn telephone(field: &str, telephone: &str) -> Checked {
    let dialled = |b: u8| b.is_ascii_digit() || b == b' ' || b == b'+';
    if (5..=20).contains(&telephone.len()) && telephone.bytes().all(dialled) {
        Ok(())
    } else {
        refuse(field, Problem::NotATelephone(telephone.to_owned()))
    }
}

/// The address of a mailbox.
pub(crate) fn e_mail(field: &str, e_mail: &str) -> Checked {
    let named =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_graphic() && !b"@<>\"(),;:".contains(&b));
    let mailbox = e_mail.split_once('@');
    if mailbox.is_some_and(|(who, at)| named(who) && named(at) && at.contains('.') && e_mail.len() <= 254) {
        Ok(())
    } else {
        refuse(field, Problem::NotAnEmail(e_mail.to_owned()))
    }
}

fn office(office: &Office) -> Checked {
    telephone("office.telephone", &office.telephone)?;
    e_mail("office.e_mail", &office.e_mail)?;
    let lines = &office.address;
    if !(1..=6).contains(&lines.len()) || lines.iter().any(|line| text_problem(line, TITLE_MAX).is_some()) {
        return refuse("office.address", Problem::NotAnAddress);
    }
    Ok(())
}

fn embed_origins(origins: &[String]) -> Checked {
    if origins.is_empty() {
        return Ok(());
    }
    if origins.len() > ORIGINS_MAX {
        return refuse("embed_origins", Problem::TooManyOrigins(ORIGINS_MAX));
    }
    match origins.iter().find(|origin| !is_origin(origin)) {
        Some(origin) => refuse("embed_origins", Problem::NotAnOrigin(origin.clone())),
        None => filled_once("embed_origins", origins, String::clone),
    }
}

/// `https://`, a host name and perhaps a port, as a browser writes it: no wildcard, path, name or password.
fn is_origin(text: &str) -> bool {
    let Some(authority) = text.strip_prefix("https://") else { return false };
    let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
    text.len() <= 253
        && is_host(host)
        && port.is_none_or(|port| port.parse::<u16>().is_ok_and(|number| number > 0 && number.to_string() == port))
}

/// A host name of at least two parts, in lower case.
pub(crate) fn is_host(text: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    text.len() <= 253 && text.contains('.') && text.split('.').all(label)
}

/// Their numbers, addresses and hours were checked when they were read; here only their names.
fn local_contacts(fields: &ProfileFields) -> Checked {
    let contacts = &fields.local_contacts;
    if let Some(authority) = &contacts.authority {
        text(fields, "local_contacts.authority", authority, TITLE_MAX)?;
    }
    for kind in LocalKind::ALL {
        if let Some(contact) = contacts.get(*kind) {
            let field = kind.as_str().replace('-', "_");
            text(fields, format!("local_contacts.{field}.name"), contact.name(), TITLE_MAX)?;
        }
    }
    Ok(())
}

/// The checker compares what it is given, so a slip here would only make it say less: nothing empty, and no domain that would be
/// everybody's.
fn publication(publication: &Publication) -> Checked {
    let lists = [
        ("email_domains", &publication.email_domains),
        ("allowed_emails", &publication.allowed_emails),
        ("role_mailboxes", &publication.role_mailboxes),
        ("telephones", &publication.telephones),
        ("postcodes", &publication.postcodes),
        ("allowed_names", &publication.allowed_names),
        ("hosts", &publication.hosts),
    ];
    for (name, list) in lists {
        let field = || format!("publication.{name}");
        if list.len() > ALLOWED_MAX {
            return refuse(field(), Problem::TooMany(ALLOWED_MAX));
        }
        if list.iter().any(|entry| text_problem(entry, TITLE_MAX).is_some()) {
            return refuse(field(), Problem::Empty);
        }
    }
    for (field, list) in [("email_domains", &publication.email_domains), ("hosts", &publication.hosts)] {
        if let Some(other) = list.iter().find(|host| !is_host(host)) {
            return refuse(format!("publication.{field}"), Problem::NotAHost(other.clone()));
        }
    }
    match publication.policy.values().find(|section| text_problem(section, TITLE_MAX).is_some()) {
        Some(_) => refuse("publication.policy", Problem::Empty),
        None => Ok(()),
    }
}

fn rules(fields: &ProfileFields) -> Checked {
    match &fields.pupil_view.hint {
        Some(hint) => text(fields, "pupil_view.hint", hint, TEXT_MAX)?,
        None if fields.pupil_view.asked_from != AskedFrom::Never => return refuse("pupil_view", Problem::NoHint),
        None => {}
    }
    if matches!(fields.leavers.pictures, LeaverPictures::KeepYears(0 | 26..)) {
        return refuse("leavers.pictures", Problem::Years);
    }
    filled_once("withdrawal.ways", &fields.withdrawal.ways, kebab)?;
    if !fields.withdrawal.ways.contains(&WithdrawalWay::Online) {
        return refuse("withdrawal.ways", Problem::NotOnline);
    }
    if !matches!(fields.bases.decided_by, Role::Head | Role::Chair) {
        return refuse("bases.decided_by", Problem::NotDecider);
    }
    for (field, source) in [
        ("pupil_view.source", &fields.pupil_view.source),
        ("leavers.source", &fields.leavers.source),
        ("withdrawal.source", &fields.withdrawal.source),
        ("bases.source", &fields.bases.source),
    ] {
        if source.trim().is_empty() {
            return refuse(field, Problem::Empty);
        }
    }
    Ok(())
}

fn purposes(fields: &ProfileFields) -> Checked {
    let aside = fields.set_aside.iter().map(|aside| &aside.purpose);
    let ids: Vec<_> = fields.purposes.iter().chain(aside).map(|purpose| purpose.id.as_str()).collect();
    // At least one is asked about, and none is asked about twice.
    let asked = if fields.purposes.is_empty() { &[] } else { &ids[..] };
    filled_once("purposes", asked, |id| (*id).to_owned())?;
    for purpose in &fields.purposes {
        let field = |name: &str| format!("purposes[{}].{name}", purpose.id);
        if purpose.version == 0 {
            return refuse(field("version"), Problem::VersionZero);
        }
        if purpose.source.trim().is_empty() {
            return refuse(field("source"), Problem::Empty);
        }
        text(fields, field("title"), &purpose.title, TITLE_MAX)?;
        if let Some(short) = &purpose.short {
            text(fields, field("short"), short, SHORT_MAX)?;
        }
        text(fields, field("what"), &purpose.what, TEXT_MAX)?;
        text(fields, field("why"), &purpose.why, TEXT_MAX)?;
        text(fields, field("where"), &purpose.where_shown, TEXT_MAX)?;
        text(fields, field("how_long"), &purpose.how_long, TEXT_MAX)?;
    }
    Ok(())
}

/// What is wrong with `field`.
pub(crate) fn refuse(field: impl Into<String>, problem: Problem) -> Checked {
    Err((field.into(), problem))
}

fn filled_once<T: PartialEq>(field: &str, list: &[T], show: impl Fn(&T) -> String) -> Checked {
    if list.is_empty() {
        return refuse(field, Problem::Empty);
    }
    for (place, item) in list.iter().enumerate() {
        if list.iter().take(place).any(|earlier| earlier == item) {
            return refuse(field, Problem::Twice(show(item)));
        }
    }
    Ok(())
}

/// A variant's name as the file has it: `EarlyYears` is `early-years`.
fn kebab(variant: &impl Debug) -> String {
    let mut name = String::new();
    for letter in format!("{variant:?}").chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

/// English always, because every text falls back to it, and each language the profile offers.
pub(crate) fn text(fields: &ProfileFields, field: impl Display, text: &Text, max: usize) -> Checked {
    for language in Language::ALL {
        if !text.has(language) {
            if fields.languages.contains(&language) {
                return refuse(field.to_string(), Problem::NotWritten(language));
            }
            continue;
        }
        if let Some(problem) = text_problem(text.get(language), max) {
            let problem = match problem {
                TextProblem::Empty => Problem::EmptyText(language),
                TextProblem::TooLong => Problem::TooLong(language, max),
                TextProblem::NotOneLine => Problem::NotOneLine(language),
            };
            return refuse(field.to_string(), problem);
        }
    }
    Ok(())
}

/// What is wrong with a single line of text.
pub(crate) enum TextProblem {
    Empty,
    TooLong,
    NotOneLine,
}

pub(crate) fn text_problem(text: &str, max: usize) -> Option<TextProblem> {
    if text.trim().is_empty() {
        Some(TextProblem::Empty)
    } else if text.chars().count() > max {
        Some(TextProblem::TooLong)
    } else if text.chars().any(char::is_control) {
        Some(TextProblem::NotOneLine)
    } else {
        None
    }
}
