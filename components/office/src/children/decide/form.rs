//! The form of what came on paper or was said.

use pages::{
    Body, Bullets, Button, ButtonRow, Checkboxes, Choice, DateInput, Dense, Details, ErrorSummary, Form, Heading,
    LinkButton, Notice, Paragraph, Radios, Width,
};
use permission_rules::{Purpose, Said};
use reception::{Colleague, Problem};
use school_types::OperationId;

use super::{
    Holder, Subject,
    typed::{ALL, EACH, EVERYTHING, NO, NOT_SAID, SEEN, Typed, What, YES, field_of, seen_field},
};
use crate::{children::said, pupils::place};

/// How the form is shown.
pub(super) struct Shown<'a> {
    pub(super) typed: &'a Typed,
    pub(super) errors: Vec<(String, String)>,
    pub(super) told: Option<Told>,
    pub(super) operation: OperationId,
    pub(super) besides: Option<Besides<'a>>,
}

/// That the person a form is of has answered what it says yes to on the same day or later.
pub(super) struct Besides<'a> {
    pub(super) holder: &'a Holder,
    pub(super) to: Vec<(&'a Purpose, &'a Said)>,
    /// Up to which number of the pupil's stream that is known.
    pub(super) upto: u64,
}

impl Besides<'_> {
    fn notice(&self, w: words::Words) -> Notice {
        let lines = self
            .to
            .iter()
            .map(|(purpose, said)| w.since_office_answered(purpose.title.get(w.language()), &w.date_time(said.at)));
        Notice::care()
            .title(w.since_office_title())
            .with(Paragraph::new(w.since_office_text(self.holder.facts.name.reveal())))
            .with(Bullets::new(lines))
    }
}

/// Why the form is shown again, where nothing is wrong with it.
#[derive(Clone, Copy)]
pub(super) enum Told {
    /// It was recorded already, with other answers.
    SentBefore,
    /// What nothing was chosen for is filled in, to be looked through.
    FilledIn,
}

impl Shown<'_> {
    fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(name, _)| name == field).map(|(_, message)| message.as_str())
    }
}

/// The page.
pub(super) fn page(
    colleague: &Colleague<'_, '_>,
    subject: &Subject,
    shown: &Shown<'_>,
) -> Result<(pages::Chrome, Body), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let child = guest.at(&format!("office/children/{}", subject.entry.id))?;
    let title = match shown.typed.what {
        What::Answers => w.office_decide_title(),
        What::Withdrawal => w.office_withdrawal_title(),
    };
    let caption = format!("{}, {}", subject.entry.facts.name.full(), place(w, &subject.entry.facts));
    let mut summary = ErrorSummary::new(w);
    for (field, message) in &shown.errors {
        summary = summary.with(field, message);
    }
    let mut body = Body::new().with(summary);
    body = match shown.told {
        Some(Told::SentBefore) => body.with(Notice::care().with(Paragraph::new(w.office_decide_sent_before()))),
        Some(Told::FilledIn) => body
            .with(Notice::care().title(w.office_decide_filled()).with(Paragraph::new(w.office_decide_filled_text()))),
        None => body,
    };
    if let Some(besides) = &shown.besides {
        body = body.with(besides.notice(w));
    }
    body = body.with(Heading::page(title).caption(caption));
    body = if subject.holders.is_empty() {
        body.with(Notice::care().title(w.office_child_nobody()).with(Paragraph::new(w.office_child_nobody_text())))
    } else {
        body.with(form(colleague, subject, shown, &child)?)
    };
    Ok((colleague.chrome(title)?.width(Width::Middle).back(child), body))
}

fn form(colleague: &Colleague<'_, '_>, subject: &Subject, shown: &Shown<'_>, child: &str) -> Result<Body, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let typed = shown.typed;
    let profile = guest.school()?.profile();
    let mut who = Radios::new(w, "who", w.office_decide_who())
        .hint(w.office_decide_who_hint())
        .chosen(Some(&typed.who))
        .error(shown.error("who"));
    for holder in &subject.holders {
        let name = w.receipt_by_you(holder.facts.name.reveal(), &holder.relation.0);
        who = who.choice(holder.id.as_str(), name);
    }
    let how = Radios::new(w, "how", w.office_decide_how())
        .choice("paper", w.office_decide_paper())
        .choice("spoken", w.office_decide_spoken())
        .in_row()
        .chosen(Some(&typed.how))
        .error(shown.error("how"));
    let dated = DateInput::new(w, "dated", w.office_decide_day())
        .hint(w.office_decide_day_hint())
        .typed(typed.day.clone())
        .error(shown.error("dated"));
    let mut form = Form::post(format!("{child}/decide"), colleague.token())
        .operation(&shown.operation)
        .hidden(What::FIELD, typed.what.word())
        .hidden(
            SEEN,
            shown.besides.as_ref().map_or_else(|| typed.seen.clone(), |no| seen_field(&no.holder.id, no.upto)),
        )
        .with(who)
        .with(how)
        .with(dated);
    if let [only] = profile.languages.as_slice() {
        form = form.hidden("language", only.tag());
    } else {
        let mut language = Radios::new(w, "language", w.office_decide_language())
            .in_row()
            .chosen(Some(&typed.language))
            .error(shown.error("language"));
        for each in &profile.languages {
            language = language.choice(each.tag(), each.own_name());
        }
        form = form.with(language);
    }
    let form = match typed.what {
        What::Answers => answers(colleague, subject, shown, form)?,
        What::Withdrawal => withdrawal(colleague, shown, form)?,
    };
    let label = match typed.what {
        What::Answers => w.office_decide_save(),
        What::Withdrawal => w.office_withdrawal_save(),
    };
    let lead = match typed.what {
        What::Answers => w.office_decide_lead(),
        What::Withdrawal => w.office_withdrawal_lead(),
    };
    let form =
        form.with(ButtonRow::new().with(Button::primary(label)).with(LinkButton::quiet(w.office_edit_leave(), child)));
    Ok(Body::new().with(Paragraph::lead(lead)).with(form))
}

/// Every purpose with its exact wording, one tap away. Nothing is chosen beforehand.
fn answers(
    colleague: &Colleague<'_, '_>,
    subject: &Subject,
    shown: &Shown<'_>,
    mut form: Form,
) -> Result<Form, Problem> {
    let w = colleague.guest().words();
    let profile = colleague.guest().school()?.profile();
    let all = Radios::new(w, ALL, w.office_decide_all())
        .hint(w.office_decide_all_hint())
        .choice(EACH, w.office_decide_each())
        .choice(YES, w.office_decide_all_yes())
        .choice(NO, w.office_decide_all_no())
        .in_row()
        .chosen(Some(&shown.typed.all));
    form = form
        .with(Heading::section(w.office_decide_answers()))
        .with(Paragraph::new(w.office_decide_answers_text()))
        .with(all);
    let notices = profile.purposes.iter().filter(|purpose| purpose.basis.is_notice()).count();
    let permissions = profile.purposes.len() - notices;
    if permissions > 0 {
        form = form.with(Heading::part(w.office_decide_permissions(permissions as u64))).with(questions(
            w,
            shown,
            &profile.purposes,
            false,
        ));
    }
    if notices > 0 {
        form = form
            .with(Heading::part(w.office_decide_notices(notices as u64)))
            .with(Paragraph::soft(w.office_decide_notices_text()))
            .with(questions(w, shown, &profile.purposes, true));
    }
    let facts = &subject.entry.facts;
    if profile.pupil_view.asks(facts.year_group, Some(facts.key_stage)) {
        let mut view = Radios::new(w, "view", w.view_title(subject.entry.called()))
            .hint(w.office_decide_view_hint())
            .chosen(Some(&shown.typed.view))
            .error(shown.error("view"));
        for each in said::VIEWS {
            view = view.choice(said::view_field(each), said::view(w, each));
        }
        form = form.with(view);
    }
    Ok(form)
}

/// What families are asked, or what they are only told of.
fn questions(w: words::Words, shown: &Shown<'_>, purposes: &[Purpose], notices: bool) -> Dense {
    let mut questions = Body::new();
    for (place, purpose) in purposes.iter().enumerate().filter(|(_, purpose)| purpose.basis.is_notice() == notices) {
        let name = field_of(purpose);
        let mut question = Radios::new(w, &name, purpose.title.get(w.language()))
            .explanation(wording(w, purpose))
            .in_row()
            .chosen(shown.typed.answers.get(place))
            .error(shown.error(&name));
        for answer in purpose.basis.answers() {
            question = question.choice(said::field_of(answer), said::answer(w, answer));
        }
        questions = questions.with(question.choice(NOT_SAID, w.office_decide_not_said()));
    }
    Dense::new(questions)
}

/// The words an answer is recorded with.
fn wording(w: words::Words, purpose: &Purpose) -> Details {
    let wording = purpose.wording(w.language());
    Details::new(w.office_decide_wording(&w.number(u64::from(purpose.version)))).with(said::facts(w, &wording))
}

fn withdrawal(colleague: &Colleague<'_, '_>, shown: &Shown<'_>, form: Form) -> Result<Form, Problem> {
    let w = colleague.guest().words();
    let purposes = &colleague.guest().school()?.profile().purposes;
    let mut which = Checkboxes::new(w, "purpose", w.office_withdrawal_which())
        .with(Choice::new(EVERYTHING, w.office_withdrawal_everything()).hint(w.office_withdrawal_everything_hint()))
        .chosen(&shown.typed.purposes)
        .error(shown.error("purpose"));
    for purpose in purposes {
        which = which.choice(purpose.id.as_str(), purpose.title.get(w.language()));
    }
    let removal = Radios::new(w, "removal", w.office_withdrawal_removal())
        .with(Choice::new("from-now-on", w.withdraw_from_now()).hint(w.withdraw_from_now_hint()))
        .with(Choice::new("also-published", w.withdraw_removal()).hint(w.office_withdrawal_removal_hint()))
        .chosen(Some(&shown.typed.removal))
        .error(shown.error("removal"));
    Ok(form.with(which).with(removal))
}
