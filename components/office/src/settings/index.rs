//! Every topic, how it stands, and who changed it last.

use pages::{Body, Column, Heading, Line, Markup, Paragraph, Render, Table, Width};
use profiles::{SchoolSettings, Topic};
use reception::{Colleague, Problem};
use records::{ApiTokens, Entry, School, SettingsEvent};
use web::Response;
use words::Words;

use super::{
    area,
    form::Form,
    letters, look, notices, plain, profile, publication,
    topics::{Names, who},
    views,
};

/// Shows the list.
pub(super) async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let (w, school) = (guest.words(), colleague.school()?);
    let records = colleague.records();
    let stream = records.school(school);
    let tokens = records.api_tokens(school);
    let (folded, entries, tokens, letters) = futures::try_join!(
        async { Ok::<_, Problem>(stream.fold::<School>().await?) },
        async { Ok(stream.read().await?) },
        async { Ok(tokens.fold::<ApiTokens>().await?) },
        letters::said(colleague),
    )?;
    let settings = folded.value.0.ok_or(Problem::Broken("the school vanished"))?;
    let names = who(colleague, entries.iter().map(|entry| &entry.by)).await?;

    let mut rows: Vec<[Markup; 3]> = Vec::new();
    for form in forms() {
        let link = Line::new().link(form.title(w), &guest.at(&form.path())?);
        rows.push([link.render(), form.said(w, &settings), changed(w, &names, &entries, &form.topic())]);
    }
    let link = |label: &str, path: &str| Ok::<_, Problem>(Line::new().link(label, &guest.at(path)?).render());
    let purposes = settings.profile().purposes.len() as u64;
    let contacts = area_said(w, &settings);
    rows.push([
        link(w.settings_topic_purposes(), "office/settings/purposes")?,
        w.settings_purposes_count(purposes).render(),
        last(w, &names, &entries, |topic| matches!(topic, Topic::Purpose(_))),
    ]);
    rows.push([
        link(w.settings_topic_area(), "office/settings/area")?,
        contacts,
        last(w, &names, &entries, |topic| matches!(topic, Topic::LocalContact(_) | Topic::Authority)),
    ]);
    rows.push([link(w.settings_topic_letters(), "office/settings/letters")?, letters.render(), "".render()]);
    rows.push([
        link(w.settings_topic_tokens(), "office/settings/tokens")?,
        w.settings_tokens_count(tokens.value.0.len() as u64).render(),
        "".render(),
    ]);

    let columns = [w.settings_column_topic(), w.settings_column_now(), w.settings_column_changed()].map(Column::new);
    let table = Table::new("settings", w.settings_count(rows.len() as u64), columns);
    let table = rows.into_iter().fold(table, Table::row);
    let body = Body::new().with(Heading::page(w.settings_title())).with(Paragraph::lead(w.settings_lead())).with(table);
    let chrome = colleague.chrome(w.settings_title())?.width(Width::Wide).back(guest.at("office")?);
    Ok(colleague.page(&chrome, body))
}

/// The topics with one page each, in the order one would go through them.
fn forms() -> [Box<dyn Form>; 13] {
    [
        Box::new(plain::Name),
        Box::new(look::CrestForm),
        Box::new(look::Accent),
        Box::new(plain::OfficeForm),
        Box::new(notices::SafeguardingLead),
        Box::new(notices::PrivacyForm),
        Box::new(notices::AccessibilityForm),
        Box::new(plain::Languages),
        Box::new(profile::Template),
        Box::new(views::PupilView),
        Box::new(plain::SignInForm),
        Box::new(plain::Websites),
        Box::new(publication::Checker),
    ]
}

fn area_said(w: Words, settings: &SchoolSettings) -> Markup {
    let contacts = &settings.profile().local_contacts;
    let entered = signpost_rules::LocalKind::ALL.iter().filter(|kind| contacts.get(**kind).is_some());
    pages::Bullets::new(entered.map(|kind| area::kind_said(w, *kind))).render()
}

fn changed(w: Words, names: &Names, entries: &[Entry<SettingsEvent>], topic: &Topic) -> Markup {
    last(w, names, entries, |other| other == topic)
}

fn last(w: Words, names: &Names, entries: &[Entry<SettingsEvent>], is: impl Fn(&Topic) -> bool) -> Markup {
    let of =
        |entry: &&Entry<SettingsEvent>| matches!(&entry.event, SettingsEvent::Changed(change) if is(&change.topic()));
    match entries.iter().rev().find(of) {
        Some(entry) => w.settings_changed(&w.date_time(entry.at), names.of(&entry.by)).render(),
        None => w.settings_never_changed().render(),
    }
}
