//! Checking a receipt, by anybody who holds one.

use pages::{Body, Bullets, Button, ButtonRow, ErrorSummary, Form, Heading, LinkButton, Notice, Paragraph, TextInput};
use reception::{Guest, Problem};
use records::Receipt;
use school_types::{Fingerprint, Reference};
use web::{Fields, Response};

/// The form.
pub(crate) fn show(guest: &Guest<'_>) -> Result<Response, Problem> {
    let (chrome, body) = form(guest, &Fields::default(), [None, None])?;
    Ok(guest.page(&chrome, body))
}

fn form(
    guest: &Guest<'_>,
    typed: &Fields,
    errors: [Option<&'static str>; 2],
) -> Result<(pages::Chrome, Body), Problem> {
    let w = guest.words();
    let mut summary = ErrorSummary::new(w);
    for (field, error) in ["reference", "fingerprint"].into_iter().zip(errors) {
        if let Some(error) = error {
            summary = summary.with(field, error);
        }
    }
    let again = |field| typed.first(field).chars().take(200).collect::<String>();
    let reference = TextInput::new(w, "reference", w.verify_reference_label())
        .hint(w.verify_reference_hint())
        .plain()
        .value(again("reference"))
        .error(errors[0]);
    let fingerprint = TextInput::new(w, "fingerprint", w.verify_fingerprint_label())
        .hint(w.verify_fingerprint_hint())
        .plain()
        .value(again("fingerprint"))
        .error(errors[1]);
    let form = Form::post(guest.at("receipts")?, guest.token())
        .with(reference)
        .with(fingerprint)
        .with(ButtonRow::new().with(Button::primary(w.verify_button())));
    let mut body = Body::new();
    if !summary.is_empty() {
        body = body.with(summary);
    }
    let body = body
        .with(Heading::page(w.verify_title()))
        .with(Paragraph::lead(w.verify_lead()))
        .with(form)
        .with(Heading::section(w.verify_recipe_title()))
        .with(Bullets::new([w.receipt_check_without()]));
    Ok((guest.chrome(w.verify_title()).back(guest.at("")?), body))
}

/// Checks. A wrong fingerprint and an unknown reference are the same to the asker, so that references cannot be fished for.
pub(crate) async fn check(guest: &Guest<'_>) -> Result<Response, Problem> {
    let fields = guest.form()?;
    let w = guest.words();
    let reference = fields.one("reference").ok().and_then(|typed| typed.parse::<Reference>().ok());
    let fingerprint = fields.one("fingerprint").ok().and_then(|typed| typed.parse::<Fingerprint>().ok());
    let (Some(reference), Some(fingerprint)) = (&reference, &fingerprint) else {
        let errors = [
            reference.is_none().then(|| w.verify_reference_error()),
            fingerprint.is_none().then(|| w.verify_fingerprint_error()),
        ];
        let (chrome, body) = form(guest, &fields, errors)?;
        return Ok(guest.page_with_errors(chrome, body));
    };
    guest.limit_source("receipt-checked", 30).await?;
    let genuine = guest.desk().records().genuine_receipt(guest.school_id()?, reference, fingerprint).await?;
    answer(guest, genuine.as_ref())
}

fn answer(guest: &Guest<'_>, genuine: Option<&Receipt>) -> Result<Response, Problem> {
    let w = guest.words();
    let (title, notice) = match genuine {
        Some(receipt) => (
            w.verify_genuine_title(),
            Notice::success()
                .with(Paragraph::new(w.verify_genuine_text(&w.date_time(receipt.recorded_at))))
                .with(Paragraph::new(w.verify_genuine_note())),
        ),
        None => (w.verify_no_match_title(), Notice::care().with(Paragraph::new(w.verify_no_match_text()))),
    };
    let body = Body::new()
        .with(Heading::page(title))
        .with(notice)
        .with(ButtonRow::new().with(LinkButton::secondary(w.verify_again(), guest.at("receipts")?)));
    Ok(guest.page(&guest.chrome(title).back(guest.at("receipts")?), body))
}
