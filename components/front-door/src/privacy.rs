//! A school's privacy notice: what is kept here, why, for how long, and whom to ask (UK GDPR articles 13 and 14). What is true
//! of every school is said; what a school has not entered is left open, and the office named instead.

use pages::{Body, Bullets, Column, Heading, Line, Paragraph, Render, Table};
use permission_rules::LawfulBasis;
use profiles::{NamedContact, SchoolSettings};
use reception::{Guest, Problem};
use web::Response;
use words::Words;

/// Where somebody complains who is not content with the school's answer: the Information Commissioner's Office.
const ICO: &str = "https://ico.org.uk/make-a-complaint/";

/// The notice.
pub(crate) fn show(guest: &Guest<'_>) -> Result<Response, Problem> {
    let w = guest.words();
    let school = guest.school()?;
    let name = school.name().get(w.language());
    let body = Body::new()
        .with(Heading::page(w.privacy_title()))
        .with(Paragraph::lead(w.privacy_lead(name)))
        .with(Heading::section(w.privacy_who_title()))
        .with(Paragraph::new(w.privacy_controller(name, &school.profile().office.address.join(", "))))
        .with(whom_to_ask(w, school))
        .with(Heading::section(w.privacy_what_title()))
        .with(Bullets::new([
            w.privacy_what_pupils(),
            w.privacy_what_families(),
            w.privacy_what_answers(),
            w.privacy_what_staff(),
            w.privacy_what_help(),
            w.privacy_what_cookies(),
        ]))
        .with(Paragraph::new(w.privacy_source()))
        .with(Heading::section(w.privacy_why_title()))
        .with(Bullets::new([w.privacy_why_ask(), w.privacy_why_prove(), w.privacy_why_safe()]))
        .with(Paragraph::new(w.privacy_why_pictures()))
        .with(purposes(w, school))
        .with(Paragraph::new(w.privacy_not_answering()))
        .with(Heading::section(w.privacy_how_long_title()))
        .with(how_long(w, school))
        .with(Heading::section(w.privacy_shared_title()))
        .with(Bullets::new([w.privacy_shared_staff(), w.privacy_shared_operator(), w.privacy_shared_nobody()]))
        .with(Heading::section(w.privacy_rights_title()))
        .with(Bullets::new([
            w.privacy_rights_copy(),
            w.privacy_rights_correct(),
            w.privacy_rights_erase(),
            w.privacy_rights_object(),
            w.privacy_rights_withdraw(),
        ]))
        .with(Paragraph::new(w.privacy_rights_how()))
        .with(Heading::section(w.privacy_complain_title()))
        .with(Paragraph::new(Line::new().text(w.privacy_complain()).text(" ").link(w.privacy_complain_link(), ICO)));
    let body = match &school.profile().privacy.full_notice {
        Some(address) => body.with(Paragraph::new(Line::new().link(w.privacy_full_notice(), address))),
        None => body,
    };
    Ok(guest.page(&guest.chrome(w.privacy_title()).back(guest.at("")?).public(), body))
}

/// The data protection officer, or the office where the school has named none.
fn whom_to_ask(w: Words, school: &SchoolSettings) -> Paragraph {
    let Some(officer) = &school.profile().privacy.officer else {
        let office = &school.profile().office;
        let line = Line::new().text(w.privacy_no_officer()).text(" ").telephone(&office.telephone).text(", ");
        return Paragraph::new(line.email(&office.e_mail));
    };
    let NamedContact { name, telephone, e_mail } = officer;
    let line = Line::new().text(w.privacy_officer(name));
    let line = telephone.iter().fold(line, |line, number| line.text(" ").telephone(number));
    Paragraph::new(e_mail.iter().fold(line, |line, address| line.text(" ").email(address)))
}

/// Every question to families with its lawful basis, and how long its pictures stay.
fn purposes(w: Words, school: &SchoolSettings) -> Table {
    let purposes = &school.profile().purposes;
    let columns = [w.privacy_column_purpose(), w.privacy_column_basis(), w.privacy_column_how_long()].map(Column::new);
    let table = Table::new("purposes", w.privacy_purposes(purposes.len() as u64), columns);
    purposes.iter().fold(table, |table, purpose| {
        let basis = match purpose.basis {
            LawfulBasis::Consent => w.privacy_basis_consent(),
            LawfulBasis::PublicTask => w.privacy_basis_public_task(),
            LawfulBasis::LegitimateInterests => w.privacy_basis_legitimate_interests(),
        };
        let language = w.language();
        table.row([purpose.title.get(language).render(), basis.render(), purpose.how_long.get(language).render()])
    })
}

/// How long each kind of record is kept: as the school has said, or that it has not said; and what goes by itself.
fn how_long(w: Words, school: &SchoolSettings) -> Bullets {
    let privacy = &school.profile().privacy;
    let said = |years: Option<u8>, one: fn(Words, u64) -> String, not_said: &str| {
        years.map_or_else(|| not_said.to_owned(), |years| one(w, years.into()))
    };
    Bullets::new([
        said(privacy.details_years, Words::privacy_details_years, w.privacy_details_not_said()),
        said(privacy.answers_years, Words::privacy_answers_years, w.privacy_answers_not_said()),
        said(privacy.audit_years, Words::privacy_audit_years, w.privacy_audit_not_said()),
        w.privacy_by_itself().to_owned(),
    ])
}
