//! Exactly who gets which email and who does not, before anything is sent.

use std::collections::BTreeMap;

use decisions::FamilyEmails;
use pages::{
    Body, Button, ButtonRow, Column, Details, Empty, Form, Heading, Line, LinkButton, Notice, Paragraph, Render, Table,
};
use permission_rules::{DAYS_BETWEEN_EMAILS, FamilyEmail};
use reception::{Colleague, Problem};
use records::Mailings;
use school_types::{Language, OperationId};
use words::Words;

use super::{
    addressees::Addressees,
    emails::word,
    gather::{Adult, Families},
    group::Group,
};

/// What the preview is made from.
pub(super) struct Preview<'a, 'g, 'd> {
    pub(super) colleague: &'a Colleague<'g, 'd>,
    pub(super) group: &'a Group,
    pub(super) email: FamilyEmail,
    pub(super) families: &'a Families,
    pub(super) whom: &'a Addressees<'a>,
    pub(super) sent: &'a Mailings,
}

impl Preview<'_, '_, '_> {
    fn words(&self) -> Words {
        self.colleague.guest().words()
    }

    /// Who gets it with the button that sends it, what it says, and who does not get it.
    pub(super) fn body(&self, emails: &FamilyEmails<'_>, operation: &OperationId) -> Result<Body, Problem> {
        let w = self.words();
        let guest = self.colleague.guest();
        let count = self.whom.reached.len();
        let mut body = Body::new().with(Heading::section(w.emails_preview()));
        if count == 0 {
            body = body.with(Empty::new(w.emails_none_title(), w.emails_none_text()));
        } else {
            let send = match self.email {
                FamilyEmail::Invitation => w.emails_send(count as u64),
                FamilyEmail::Reminder => w.emails_send_reminders(count as u64),
            };
            let form = Form::post(guest.at("office/emails")?, self.colleague.token())
                .operation(operation)
                .hidden("who", self.group.word())
                .hidden("what", word(self.email))
                .hidden("round", self.sent.next_round().to_string())
                .hidden("count", count.to_string())
                .with(Paragraph::soft(w.emails_recorded()))
                .with(ButtonRow::new().with(Button::primary(send)));
            body = body
                .with(Paragraph::new(w.emails_count(count as u64)))
                .with(self.text(emails))
                .with(self.by_class(emails))
                .with(form);
        }
        Ok(body.with(self.left_out()?))
    }

    /// What the email says, in each way of writing it that somebody gets.
    fn text(&self, emails: &FamilyEmails<'_>) -> Body {
        let w = self.words();
        let mut written: Vec<(Vec<Language>, &Adult)> = Vec::new();
        for adult in &self.whom.reached {
            let languages = emails.languages(adult.language);
            if !written.iter().any(|(known, _)| *known == languages) {
                written.push((languages, adult));
            }
        }
        let samples = written.into_iter().map(|(languages, adult)| {
            let children = adult.children.iter().filter_map(|child| self.families.known.get(child));
            let called: Vec<&str> = children.map(|pupil| pupil.entry.called()).collect();
            let message = emails.letter(self.email, &languages, &called);
            let text = message.text();
            let mut sample = Details::new(w.emails_sample(&w.list(&names(&languages))))
                .with(Paragraph::new(Line::new().strong(message.subject.reveal())));
            for part in text.trim_end().split("\n\n") {
                sample = sample.with(Paragraph::new(part));
            }
            sample
        });
        Body::new().with_all(samples.collect::<Vec<_>>())
    }

    /// Who gets it, class by class.
    fn by_class(&self, emails: &FamilyEmails<'_>) -> Body {
        let w = self.words();
        let mut classes: Vec<(&str, Vec<&Adult>)> = Vec::new();
        for adult in &self.whom.reached {
            let class = self.class_of(adult);
            match classes.iter_mut().find(|(known, _)| *known == class) {
                Some((_, adults)) => adults.push(adult),
                None => classes.push((class, vec![adult])),
            }
        }
        let is_one = classes.len() == 1;
        let folded = classes.into_iter().enumerate().map(|(place, (class, adults))| {
            let summary = w.emails_class(adults.len() as u64, class);
            let columns = [
                Column::new(w.families_column_adult()),
                Column::new(w.families_column_children()),
                Column::new(w.families_column_email()),
                Column::new(w.emails_column_language()),
                Column::new(w.emails_column_last()),
            ];
            let mut table = Table::new(format!("reached-{place}"), summary.clone(), columns);
            for adult in adults {
                let languages = emails.languages(adult.language);
                table = table.row([
                    adult.name.render(),
                    w.list(&self.families.names(&adult.children)).render(),
                    Line::new().email(adult.e_mail.as_deref().unwrap_or_default()).render(),
                    w.list(&names(&languages)).render(),
                    self.last(adult).render(),
                ]);
            }
            let folded = Details::new(summary).with(table);
            if is_one { folded.open() } else { folded }
        });
        Body::new().with_all(folded.collect::<Vec<_>>())
    }

    /// The class somebody stands under: that of their child who comes first, among the pupils chosen.
    fn class_of(&self, adult: &Adult) -> &str {
        let first = self.families.pupils.iter().find(|pupil| adult.children.contains(pupil));
        let pupil = first.and_then(|child| self.families.known.get(child));
        pupil.map_or("", |pupil| pupil.entry.facts.class.reveal())
    }

    fn last(&self, adult: &Adult) -> String {
        let w = self.words();
        match self.sent.last_email(&adult.id) {
            Some((_, at)) => w.date_time(at),
            None => w.families_never().to_owned(),
        }
    }

    /// Who does not get it, and why.
    fn left_out(&self) -> Result<Body, Problem> {
        let w = self.words();
        let guest = self.colleague.guest();
        let who = |adult: &&Adult| format!("{}: {}", adult.name, w.list(&self.families.names(&adult.children)));
        let mut body = Body::new();
        if !self.whom.on_paper.is_empty() {
            let names: Vec<String> = self.whom.on_paper.iter().map(who).collect();
            let print = LinkButton::secondary(w.families_letters_link(), guest.at("office/letters?who=no-email")?);
            let listed = Details::new(w.emails_who_they_are()).with(pages::Bullets::new(names));
            let notice = Notice::care()
                .title(w.emails_paper(self.whom.on_paper.len() as u64))
                .with(Paragraph::new(w.emails_paper_text()))
                .with(listed)
                .with(ButtonRow::new().with(print));
            body = body.with(notice);
        }
        if !self.whom.lately.is_empty() {
            let lines = self.whom.lately.iter().map(|(adult, at)| w.emails_lately_who(&adult.name, &w.date_time(*at)));
            let summary = w.emails_lately(self.whom.lately.len() as u64, &w.number(DAYS_BETWEEN_EMAILS.unsigned_abs()));
            body = body.with(Details::new(summary).with(pages::Bullets::new(lines.collect::<Vec<_>>())));
        }
        if !self.whom.shared.is_empty() {
            let names: BTreeMap<&str, String> =
                self.whom.shared.iter().map(|adult| (adult.name.as_str(), who(adult))).collect();
            let summary = w.emails_shared(self.whom.shared.len() as u64);
            body = body.with(Details::new(summary).with(pages::Bullets::new(names.into_values().collect::<Vec<_>>())));
        }
        if self.whom.answered > 0 {
            let text = match self.email {
                FamilyEmail::Invitation => w.emails_answered(self.whom.answered),
                FamilyEmail::Reminder => w.emails_family_answered(self.whom.answered),
            };
            body = body.with(Paragraph::soft(text));
        }
        Ok(body)
    }
}

/// Languages as they call themselves.
fn names(languages: &[Language]) -> Vec<&'static str> {
    languages.iter().map(|language| language.own_name()).collect()
}
