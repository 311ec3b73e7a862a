//! Emails to families: who gets which, seen before anything is sent, and the form that sends it.

use decisions::{Begun, FamilyEmails};
use jiff::SignedDuration;
use letters::Post;
use pages::{Body, Empty, ErrorSummary, Heading, Paragraph, Select, Width};
use permission_rules::FamilyEmail;
use reception::{Colleague, Problem};
use records::{Mailings, normal_address};
use school_types::{OperationId, Timestamp};
use web::{Refusal, Response};

use super::{
    addressees::Addressees,
    choose::choice,
    gather::{School, gather},
    group::Group,
    preview, round,
};
use crate::{Office, form::operation};

/// How many emails one request sends at most: what a courier that takes its time has taken well within half a minute.
pub(super) const STEP: usize = 150;
/// How long one request goes on sending.
const STEP_TAKES: SignedDuration = SignedDuration::from_secs(10);
/// The groups in front of years and classes.
const GROUPS: [Group; 1] = [Group::All];

/// As it stands in an address and in a form.
pub(super) const fn word(email: FamilyEmail) -> &'static str {
    match email {
        FamilyEmail::Invitation => "invitation",
        FamilyEmail::Reminder => "reminder",
    }
}

fn read(word_of: &str) -> Option<FamilyEmail> {
    [FamilyEmail::Invitation, FamilyEmail::Reminder].into_iter().find(|email| word(*email) == word_of)
}

/// Until when this request may go on sending.
pub(super) fn until(colleague: &Colleague<'_, '_>) -> Timestamp {
    clock::later(colleague.guest().now(), STEP_TAKES)
}

/// The emails of the school, by what carries letters, leading to `page`.
pub(super) fn of_school<'a>(
    colleague: &'a Colleague<'_, '_>,
    post: &'a Post,
    page: &'a str,
) -> Result<FamilyEmails<'a>, Problem> {
    Ok(FamilyEmails { records: colleague.records(), school: colleague.guest().school()?, post, page })
}

/// Where a parent begins, for an email.
pub(super) fn consent_page(colleague: &Colleague<'_, '_>) -> Result<String, Problem> {
    let guest = colleague.guest();
    Ok(guest.desk().settings().public_address()?.at(&guest.at("consent")?))
}

/// The choice, and once families are chosen, exactly who gets what.
pub(super) async fn show(office: &Office, colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let query = colleague.guest().request().query();
    let email = read(query.first("what")).unwrap_or(FamilyEmail::Reminder);
    let group = query.choice::<Group>("who").ok();
    let (chrome, body) = page(office, colleague, group.as_ref(), email, None, &colleague.operation()?).await?;
    Ok(colleague.page(&chrome, body))
}

async fn page(
    office: &Office,
    colleague: &Colleague<'_, '_>,
    group: Option<&Group>,
    email: FamilyEmail,
    error: Option<&'static str>,
    operation: &OperationId,
) -> Result<(pages::Chrome, Body), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let title = w.emails_title();
    let school = School::of(colleague).await?;
    let sent = colleague.records().mailings(colleague.school()?).fold::<Mailings>().await?.value;
    let kinds = Select::new(w, "what", w.emails_what())
        .option(word(FamilyEmail::Reminder), w.emails_remind())
        .option(word(FamilyEmail::Invitation), w.emails_invite())
        .chosen(Some(word(email)));
    let mut body = Body::new();
    if let Some(error) = error {
        body = body.with(ErrorSummary::new(w).with("who", error));
    }
    body = body
        .with(Heading::page(title))
        .with(Paragraph::lead(w.emails_lead(permission_rules::DAYS_BETWEEN_EMAILS.unsigned_abs())))
        .with(choice(colleague, &school, "office/emails", &GROUPS, group)?.with(kinds));
    if let Some(group) = group {
        let families = gather(colleague, &school, group, None).await?;
        let whom = Addressees::of(&families, email, &sent, guest.now());
        let post = office.post(guest);
        let page = consent_page(colleague)?;
        let emails = of_school(colleague, &post, &page)?;
        let preview = preview::Preview { colleague, group, email, families: &families, whom: &whom, sent: &sent };
        body = if families.adults.is_empty() {
            body.with(Empty::new(w.families_none_title(), w.families_none_text()))
        } else {
            body.with(preview.body(&emails, operation)?)
        };
    }
    body = body.with(round::earlier(colleague, &sent)?);
    Ok((colleague.chrome(title)?.width(Width::Wide).back(guest.at("office")?), body))
}

/// Begins the round that was shown, and sends the first of it. Whoever else pressed at the same moment is led to the one
/// round there is.
pub(super) async fn send(office: &Office, colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let guest = colleague.guest();
    let w = guest.words();
    let operation = operation(&fields)?;
    let group = fields.choice::<Group>("who").map_err(|_| Refusal::BadForm)?;
    let email = read(fields.first("what")).ok_or(Refusal::BadForm)?;
    let number: u64 = fields.choice("round").map_err(|_| Refusal::BadForm)?;
    let stream = colleague.records().mailings(colleague.school()?);
    let sent = stream.fold::<Mailings>().await?.value;
    let to_round = guest.at(&format!("office/emails/{number}"))?;
    if let Some(round) = sent.round(number) {
        // Sent again, or somebody else was first.
        let to = if round.operation == operation { to_round } else { format!("{to_round}?begun=somebody-else") };
        return Ok(web::see_other(&to)?);
    }
    let school = School::of(colleague).await?;
    let families = gather(colleague, &school, &group, None).await?;
    let whom = Addressees::of(&families, email, &sent, guest.now());
    // What was shown is what is sent: somebody added meanwhile is not written to unseen.
    let is_as_shown = fields.first("count") == whom.reached.len().to_string() && number == sent.next_round();
    let error = if whom.reached.is_empty() || !is_as_shown {
        Some(w.emails_changed())
    } else {
        let post = office.post(guest);
        let page = consent_page(colleague)?;
        let emails = of_school(colleague, &post, &page)?;
        match emails.begin(number, email, whom.round(), &operation).await? {
            Begun::Ours => {
                emails.carry_on(number, STEP, until(colleague)).await?;
                return Ok(web::see_other(&to_round)?);
            }
            Begun::Theirs => return Ok(web::see_other(&format!("{to_round}?begun=somebody-else"))?),
            Begun::Busy => Some(w.emails_busy()),
            Begun::TooMany => Some(w.emails_too_many()),
        }
    };
    let (chrome, body) = page_again(office, colleague, &group, email, error).await?;
    Ok(guest.page_with_errors(chrome, body))
}

/// The page once more, as a form of its own: what it shows may have changed.
async fn page_again(
    office: &Office,
    colleague: &Colleague<'_, '_>,
    group: &Group,
    email: FamilyEmail,
    error: Option<&'static str>,
) -> Result<(pages::Chrome, Body), Problem> {
    page(office, colleague, Some(group), email, error, &colleague.operation()?).await
}

/// Whether two addresses are one mailbox, as far as can be told.
pub(super) fn is_same_mailbox(one: &str, other: &str) -> bool {
    normal_address(one) == normal_address(other)
}
