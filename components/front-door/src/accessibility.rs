//! A school's accessibility statement (the Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations
//! 2018): how far these pages meet WCAG 2.2 AA, what is known not to work, and whom to tell.

use pages::{Body, Bullets, Heading, Line, Paragraph};
use reception::{Guest, Problem};
use school_types::{Date, Nation};
use web::Response;

/// The day the pages were last gone through as a whole, with axe, by keyboard and without script. Whoever does it again puts
/// the new day here.
const TESTED: Date = Date::constant(2026, 11, 28);

/// The Equality Advisory and Support Service, which helps where a body does not answer; and the Equality Commission for
/// Northern Ireland.
const ADVICE: &str = "https://www.equalityadvisoryservice.com/";
const ADVICE_NORTHERN_IRELAND: &str = "https://www.equalityni.org/";

/// The statement.
pub(crate) fn show(guest: &Guest<'_>) -> Result<Response, Problem> {
    let w = guest.words();
    let school = guest.school()?;
    let profile = school.profile();
    let name = school.name().get(w.language());
    let own = profile.accessibility.limits.iter().map(|limits| limits.get(w.language()));
    let known = [w.accessibility_limits_paper(), w.accessibility_limits_others()];
    let reviewed = match profile.accessibility.reviewed {
        Some(day) => w.accessibility_reviewed(&w.date(day)),
        None => w.accessibility_not_reviewed().to_owned(),
    };
    let contact = Line::new().text(w.accessibility_contact()).text(" ").telephone(&profile.office.telephone).text(", ");
    let advice = match profile.nation {
        Nation::NorthernIreland => ADVICE_NORTHERN_IRELAND,
        _ => ADVICE,
    };
    let body = Body::new()
        .with(Heading::page(w.accessibility_title()))
        .with(Paragraph::lead(w.accessibility_lead(name)))
        .with(Heading::section(w.accessibility_how_far_title()))
        .with(Paragraph::new(w.accessibility_how_far()))
        .with(Paragraph::new(w.accessibility_tested(&w.date(TESTED))))
        .with(Heading::section(w.accessibility_limits_title()))
        .with(Bullets::new(known.into_iter().chain(own)))
        .with(Heading::section(w.accessibility_contact_title()))
        .with(Paragraph::new(contact.email(&profile.office.e_mail)))
        .with(Heading::section(w.accessibility_complain_title()))
        .with(Paragraph::new(
            Line::new().text(w.accessibility_complain()).text(" ").link(w.accessibility_complain_link(), advice),
        ))
        .with(Paragraph::soft(reviewed));
    Ok(guest.page(&guest.chrome(w.accessibility_title()).back(guest.at("")?).public(), body))
}
