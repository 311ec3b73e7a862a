//! What only a demonstration has: the list of schools, and the letters that stay here.

use http::StatusCode;
use letters::Outbox;
use pages::{Body, ButtonRow, Door, Doors, Empty, Heading, Icon, LinkButton, Notice, Paragraph, Width};
use reception::{Guest, Problem};
use records::{School, Schools};
use web::Response;

/// Every school of the installation, as a door.
pub(crate) async fn schools(guest: &Guest<'_>) -> Result<Response, Problem> {
    let w = guest.words();
    let records = guest.desk().records();
    let ids = records.schools().fold::<Schools>().await?.value.0;
    let settings = futures::future::try_join_all(
        ids.iter().map(|id| async move { Ok::<_, Problem>(records.school(id).fold::<School>().await?.value.0) }),
    );
    let settings: Vec<_> = settings.await?.into_iter().flatten().collect();
    let door = |school: &profiles::SchoolSettings| {
        let id = school.id();
        let about = school.profile().title.get(w.language()).to_owned();
        Door::new(Icon::School, school.name().get(w.language()), about, format!("/s/{id}/"))
            .image(format!("/s/{id}/crest.svg"))
    };
    let body = Body::new()
        .with(Heading::page(w.schools_title()))
        .with(Paragraph::lead(w.schools_lead()))
        .with(Paragraph::soft(w.schools_count(settings.len() as u64)))
        .with(Doors::new(settings.iter().map(|school| door(school))))
        .with(ButtonRow::new().with(LinkButton::secondary(w.schools_outbox(), "/dev/outbox")));
    Ok(guest.page(&guest.chrome(w.schools_title()).width(Width::Middle), body))
}

/// The letters, to read.
pub(crate) async fn outbox(guest: &Guest<'_>) -> Result<Response, Problem> {
    let w = guest.words();
    let letters = Outbox::new(guest.desk().records().clone()).list().await?;
    let mut body = Body::new().with(Heading::page(w.outbox_title())).with(Paragraph::lead(w.outbox_lead()));
    if letters.is_empty() {
        body = body.with(Empty::new(w.outbox_empty_title(), w.outbox_empty()));
    } else {
        body = body.with(Paragraph::soft(w.outbox_count(letters.len() as u64)));
    }
    for kept in &letters {
        let letter = &kept.letter;
        let head = w.outbox_head(letter.to.reveal(), &w.date_time(kept.at), letter.school.as_str());
        let mut notice = Notice::info().title(letter.subject.reveal().as_str()).with(Paragraph::soft(head));
        for paragraph in letter.text.reveal().split("\n\n") {
            notice = notice.with(Paragraph::new(paragraph));
        }
        body = body.with(notice);
    }
    Ok(guest.page(&guest.chrome(w.outbox_title()).back("/"), body))
}

/// The letters, for scripts.
pub(crate) async fn outbox_json(guest: &Guest<'_>) -> Result<Response, Problem> {
    let letters = Outbox::new(guest.desk().records().clone()).list().await?;
    Ok(web::json(StatusCode::OK, &letters)?)
}
