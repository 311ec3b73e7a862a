//! What may be published: the people, mailboxes and numbers that the publication checker lets pass.

use std::borrow::Cow;

use pages::{Body, Bullets, Markup, Radios, Render, TextArea};
use profiles::{Publication, SchoolSettings, SettingsChange, Topic};
use web::Fields;
use words::Words;

use super::{
    fields::read_lines,
    form::{Form, Reading, Shown, Wrong},
};

pub(super) struct Checker;

/// The lists of what may be published: field, and the profile's name of it.
const LISTS: [(&str, &str); 7] = [
    ("names", "publication.allowed_names"),
    ("mailboxes", "publication.role_mailboxes"),
    ("e-mails", "publication.allowed_emails"),
    ("domains", "publication.email_domains"),
    ("telephones", "publication.telephones"),
    ("postcodes", "publication.postcodes"),
    ("hosts", "publication.hosts"),
];

fn list_of<'p>(publication: &'p Publication, field: &str) -> &'p Vec<String> {
    match field {
        "names" => &publication.allowed_names,
        "mailboxes" => &publication.role_mailboxes,
        "e-mails" => &publication.allowed_emails,
        "domains" => &publication.email_domains,
        "telephones" => &publication.telephones,
        "postcodes" => &publication.postcodes,
        _ => &publication.hosts,
    }
}

fn list_said(w: Words, field: &str) -> (&'static str, &'static str) {
    match field {
        "names" => (w.settings_checker_names(), w.settings_checker_names_hint()),
        "mailboxes" => (w.settings_checker_mailboxes(), w.settings_checker_mailboxes_hint()),
        "e-mails" => (w.settings_checker_e_mails(), w.settings_checker_e_mails_hint()),
        "domains" => (w.settings_checker_domains(), w.settings_checker_domains_hint()),
        "telephones" => (w.settings_checker_telephones(), w.settings_checker_telephones_hint()),
        "postcodes" => (w.settings_checker_postcodes(), w.settings_checker_postcodes_hint()),
        _ => (w.settings_checker_hosts(), w.settings_checker_hosts_hint()),
    }
}

impl Form for Checker {
    fn topic(&self) -> Topic {
        Topic::Publication
    }

    fn path(&self) -> String {
        "office/settings/publication".to_owned()
    }

    fn title(&self, w: Words) -> String {
        w.settings_topic_checker().to_owned()
    }

    fn lead(&self, w: Words) -> &'static str {
        w.settings_checker_lead()
    }

    fn standing(&self, settings: &SchoolSettings) -> Fields {
        let publication = &settings.profile().publication;
        let mut fields: Vec<_> =
            LISTS.iter().map(|(field, _)| ((*field).to_owned(), list_of(publication, field).join("\n"))).collect();
        let first_names = if publication.no_first_names_beside_pictures { "no" } else { "yes" };
        fields.push(("first-names".to_owned(), first_names.to_owned()));
        fields.into_iter().collect()
    }

    fn inputs(&self, shown: &Shown<'_>) -> Body {
        let w = shown.w;
        let question = Radios::new(w, "first-names", w.settings_checker_first_names())
            .choice("yes", w.settings_checker_first_names_yes())
            .choice("no", w.settings_checker_first_names_no())
            .chosen(Some(shown.value("first-names")))
            .error(shown.error("first-names"));
        let areas = LISTS.iter().map(|(field, _)| {
            let (label, hint) = list_said(w, field);
            TextArea::new(w, *field, label, 8000)
                .optional()
                .hint(hint)
                .rows(4)
                .value(shown.value(field))
                .error(shown.error(field))
        });
        Body::new().with_all(areas).with(question)
    }

    fn read(&self, fields: &Fields, at: &Reading<'_>) -> Result<SettingsChange, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let mut list = |field| read_lines(fields, at.w, field, &mut wrong);
        let mut publication = at.settings.profile().publication.clone();
        publication.allowed_names = list("names");
        publication.role_mailboxes = list("mailboxes");
        publication.allowed_emails = list("e-mails");
        publication.email_domains = list("domains");
        publication.telephones = list("telephones");
        publication.postcodes = list("postcodes");
        publication.hosts = list("hosts");
        match fields.first("first-names") {
            "yes" => publication.no_first_names_beside_pictures = false,
            "no" => publication.no_first_names_beside_pictures = true,
            _ => wrong.push(("first-names".into(), at.w.settings_wrong_choice().to_owned())),
        }
        if wrong.is_empty() { Ok(SettingsChange::Publication(Box::new(publication))) } else { Err(wrong) }
    }

    fn input_of(&self, field: &str) -> Cow<'static, str> {
        LISTS.iter().find(|(_, of)| *of == field).map_or("names", |(input, _)| input).into()
    }

    fn said(&self, w: Words, settings: &SchoolSettings) -> Markup {
        let publication = &settings.profile().publication;
        let filled = LISTS.iter().filter(|(field, _)| !list_of(publication, field).is_empty());
        let said: Vec<String> = filled
            .map(|(field, _)| format!("{}: {}", list_said(w, field).0, list_of(publication, field).join(", ")))
            .collect();
        if said.is_empty() { w.settings_websites_none().render() } else { Bullets::new(said).render() }
    }
}
