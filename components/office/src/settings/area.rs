//! The contacts of the school's area (R30).

use std::borrow::Cow;

use pages::{Body, Bullets, Column, Heading, Line, Markup, Paragraph, Radios, Render, Size, Table, TextInput, Width};
use profiles::{SchoolSettings, SettingsChange, Topic};
use reception::{Colleague, Problem};
use signpost_rules::{Contact, Hours, LocalContact, LocalKind, LocalWay, OnBankHolidays, Span, Timetable, WayKind};
use web::{Fields, Response};
use words::Words;

use super::{
    fields::{Needed, TITLE, read_text, take, text_fields, text_inputs},
    form::{Form, Reading, Shown, Wrong},
};

const ABOVE: &str = "office/settings/area";
/// The button that takes a contact away.
const REMOVE: &str = "remove";

pub(super) fn kind_said(w: Words, kind: LocalKind) -> &'static str {
    match kind {
        LocalKind::SocialCare => w.settings_area_social_care(),
        LocalKind::Lado => w.settings_area_lado(),
        LocalKind::Prevent => w.settings_area_prevent(),
        LocalKind::OnlineSafety => w.settings_area_online_safety(),
    }
}

/// The authority, and every kind of contact with what is entered for it.
pub(super) fn list(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let (w, settings) = (guest.words(), guest.school()?);
    let contacts = &settings.profile().local_contacts;
    let columns = [w.settings_area_kind(), w.settings_column_now(), w.settings_area_checked()].map(Column::new);
    let count = w.settings_area_count(LocalKind::ALL.len() as u64);
    let authority = contacts.authority.as_ref().map(|name| name.get(w.language()));
    let mut table = Table::new("area", count, columns).row([
        Line::new().link(w.settings_topic_authority(), &guest.at("office/settings/area/authority")?).render(),
        authority.unwrap_or(w.settings_area_none()).render(),
        "".render(),
    ]);
    for kind in LocalKind::ALL {
        let contact = contacts.get(*kind);
        let href = guest.at(&format!("{ABOVE}/{kind}"))?;
        table = table.row([
            Line::new().link(kind_said(w, *kind), &href).render(),
            said(w, contact),
            contact.map(|contact| w.short_date(contact.last_verified())).unwrap_or_default().render(),
        ]);
    }
    let body = Body::new()
        .with(Heading::page(w.settings_topic_area()))
        .with(Paragraph::lead(w.settings_area_lead()))
        .with(table);
    let chrome = colleague.chrome(w.settings_topic_area())?.width(Width::Wide).back(guest.at("office/settings")?);
    Ok(colleague.page(&chrome, body))
}

fn said(w: Words, contact: Option<&LocalContact>) -> Markup {
    match contact {
        None => w.settings_area_none().render(),
        Some(contact) => {
            let ways = contact.ways().iter().map(|way| way.contact.value());
            Bullets::new([contact.name().get(w.language())].into_iter().chain(ways)).render()
        }
    }
}

pub(super) struct Authority;

impl Form for Authority {
    fn topic(&self) -> Topic {
        Topic::Authority
    }

    fn path(&self) -> String {
        "office/settings/area/authority".to_owned()
    }

    fn above(&self) -> &'static str {
        ABOVE
    }

    fn title(&self, w: Words) -> String {
        w.settings_topic_authority().to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_authority_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        text_fields("authority", settings.profile().local_contacts.authority.as_ref()).into_iter().collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        text_inputs(shown, "authority", shown.w.settings_authority_label(), TITLE, None)
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let profile = at.settings.profile();
        let before = profile.local_contacts.authority.as_ref();
        let what = ("authority", TITLE, Needed::Nowhere);
        let name = read_text(fields, at.w, what, &profile.languages, before, &mut wrong);
        if wrong.is_empty() { Ok(SettingsChange::Authority(name)) } else { Err(wrong) }
    }

    fn input_of(&self, _field: &str) -> Cow<'static, str> {
        "authority-cy".into()
    }

    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup {
        let authority = settings.profile().local_contacts.authority.as_ref();
        authority.map_or(w.settings_area_none(), |name| name.get(w.language())).render()
    }
}

/// One contact of the area.
pub(super) struct ContactForm {
    pub(super) kind: LocalKind,
}

/// The field a way is shown in, if there is one for it.
fn field_of(way: &LocalWay) -> Option<&'static str> {
    match (way.contact.kind(), way.hours) {
        (WayKind::Phone, Hours::Timetable(times)) if is_plain(&times) => Some("phone"),
        (WayKind::Phone, Hours::Outside(_)) => Some("night"),
        (WayKind::Phone, Hours::Always) => Some("always"),
        (WayKind::Email, Hours::Messages) => Some("e-mail"),
        (WayKind::Web, Hours::Messages) => Some("web"),
        _ => None,
    }
}

/// Weekdays alone, closed on bank holidays: what the form asks for.
fn is_plain(times: &Timetable) -> bool {
    times.saturday.is_none()
        && times.sunday.is_none()
        && times.calendar.is_none()
        && times.bank_holidays == OnBankHolidays::Closed
}

/// The ways that have no field here, or whose field another has: they are kept as they are.
fn kept(contact: Option<&LocalContact>) -> Vec<LocalWay> {
    let mut taken = Vec::new();
    let ways = contact.map(LocalContact::ways).unwrap_or_default();
    let is_kept = |way: &&LocalWay| match field_of(way) {
        Some(field) if !taken.contains(&field) => {
            taken.push(field);
            false
        }
        _ => true,
    };
    ways.iter().filter(is_kept).cloned().collect()
}

fn clock_times(span: Span) -> String {
    let (from, to) = span.minutes();
    format!("{:02}:{:02}-{:02}:{:02}", from / 60, from % 60, to / 60, to % 60)
}

impl ContactForm {
    fn now<'s>(&self, settings: &'s SchoolSettings) -> Option<&'s LocalContact> {
        settings.profile().local_contacts.get(self.kind)
    }

    /// Reads the ways, the number to ring first in front.
    fn ways(fields: &Fields, w: Words, before: Option<&LocalContact>, wrong: &mut Vec<Wrong>) -> Vec<LocalWay> {
        let mut ways = Vec::new();
        let hours = take(w, wrong, "hours", fields.optional_text("hours", 20)).flatten();
        let times = hours.map(|hours| hours.replace(' ', "").replace('–', "-").parse::<Span>());
        let timetable = times
            .and_then(Result::ok)
            .and_then(|span| Timetable::new(Some(span), None, None, OnBankHolidays::Closed, None).ok());
        let wanted = [
            ("phone", WayKind::Phone, timetable.map(Hours::Timetable)),
            ("night", WayKind::Phone, timetable.map(Hours::Outside)),
            ("always", WayKind::Phone, Some(Hours::Always)),
            ("e-mail", WayKind::Email, Some(Hours::Messages)),
            ("web", WayKind::Web, Some(Hours::Messages)),
        ];
        for (field, kind, hours) in wanted {
            let Some(Some(typed)) = take(w, wrong, field, fields.optional_text(field, 500)) else { continue };
            let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
            match (Contact::new(kind, typed), hours) {
                (Ok(contact), Some(hours)) => ways.push(LocalWay { contact, hours }),
                (Ok(_), None) => {
                    if !wrong.iter().any(|(field, _)| field == "hours") {
                        wrong.push(("hours".into(), w.settings_contact_hours_missing().to_owned()));
                    }
                }
                (Err(_), _) => {
                    let message = match kind {
                        WayKind::Email => w.settings_contact_e_mail_wrong(),
                        WayKind::Web => w.settings_contact_web_wrong(),
                        _ => w.settings_contact_number(),
                    };
                    wrong.push((field.into(), message.to_owned()));
                }
            }
        }
        ways.extend(kept(before));
        ways
    }
}

impl Form for ContactForm {
    fn topic(&self) -> Topic {
        Topic::LocalContact(self.kind)
    }

    fn path(&self) -> String {
        format!("{ABOVE}/{}", self.kind)
    }

    fn above(&self) -> &'static str {
        ABOVE
    }

    fn title(&self, w: Words) -> String {
        kind_said(w, self.kind).to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_contact_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        let Some(contact) = self.now(settings) else { return Fields::default() };
        let mut fields = text_fields("name", Some(contact.name()));
        for way in contact.ways() {
            let Some(field) = field_of(way) else { continue };
            if fields.iter().any(|(known, _)| known == field) {
                continue;
            }
            fields.push((field.to_owned(), way.contact.value().to_owned()));
            if let Hours::Timetable(Timetable { weekdays: Some(span), .. })
            | Hours::Outside(Timetable { weekdays: Some(span), .. }) = way.hours
            {
                fields.push(("hours".to_owned(), clock_times(span)));
            }
        }
        fields.push(("public".to_owned(), if contact.takes_public() { "yes" } else { "no" }.to_owned()));
        fields.push(("source".to_owned(), contact.source().join(" ")));
        fields.into_iter().collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        let input = |name: &'static str, label: &'static str| {
            TextInput::new(w, name, label).plain().value(shown.value(name)).error(shown.error(name))
        };
        let hours = input("hours", w.settings_contact_hours())
            .optional()
            .size(Size::Short)
            .hint(w.settings_contact_hours_hint());
        let public = Radios::new(w, "public", w.settings_contact_public())
            .choice("yes", w.settings_contact_public_yes())
            .choice("no", w.settings_contact_public_no())
            .chosen(Some(shown.value("public")))
            .error(shown.error("public"));
        let kept: Vec<String> =
            kept(self.now(shown.settings)).iter().map(|way| way.contact.value().to_owned()).collect();
        let mut body = text_inputs(shown, "name", w.settings_contact_name(), TITLE, None)
            .with(input("phone", w.settings_contact_phone()).optional().size(Size::Middle))
            .with(hours)
            .with(
                input("night", w.settings_contact_night())
                    .optional()
                    .size(Size::Middle)
                    .hint(w.settings_contact_night_hint()),
            )
            .with(input("always", w.settings_contact_always()).optional().size(Size::Middle))
            .with(input("e-mail", w.settings_contact_e_mail()).optional())
            .with(input("web", w.settings_contact_web()).optional().hint(w.settings_contact_web_hint()))
            .with(public)
            .with(input("source", w.settings_contact_source()).hint(w.settings_contact_source_hint()));
        if !kept.is_empty() {
            body = body.with(Paragraph::soft(w.settings_contact_kept(&kept.join(", "))));
        }
        body.with(Paragraph::soft(w.settings_contact_today()))
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        if fields.first("step") == REMOVE {
            return Ok(SettingsChange::LocalContact { kind: self.kind, contact: None });
        }
        let (w, before) = (at.w, self.now(at.settings));
        let mut wrong = Vec::new();
        let what = ("name", TITLE, Needed::Everywhere);
        let offered = &at.settings.profile().languages;
        let name = read_text(fields, w, what, offered, before.map(LocalContact::name), &mut wrong);
        let ways = Self::ways(fields, w, before, &mut wrong);
        if ways.is_empty() && wrong.is_empty() {
            wrong.push(("phone".into(), w.settings_contact_no_way().to_owned()));
        }
        let public = fields.first("public");
        if !matches!(public, "yes" | "no") {
            wrong.push(("public".into(), w.settings_wrong_choice().to_owned()));
        }
        let source = take(w, &mut wrong, "source", fields.line("source", 500));
        let (Some(name), Some(source), true) = (name, source, wrong.is_empty()) else { return Err(wrong) };
        let source = source.split_whitespace().map(str::to_owned).collect();
        match LocalContact::new(name, ways, public == "yes", source, at.today) {
            Ok(contact) => Ok(SettingsChange::LocalContact { kind: self.kind, contact: Some(Box::new(contact)) }),
            Err(_) => Err(vec![("phone".into(), w.settings_contact_no_way().to_owned())]),
        }
    }

    fn input_of(&self, _field: &str) -> Cow<'static, str> {
        "name-en".into()
    }

    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup {
        said(w, self.now(settings))
    }

    fn button(&self, w: Words) -> &'static str {
        w.settings_contact_save()
    }

    fn other_button(&self, w: Words, settings: &SchoolSettings) -> Option<(&'static str, &'static str)> {
        self.now(settings).map(|_| (REMOVE, w.settings_contact_remove()))
    }
}
