//! All answers on one page, before they are sent.

use base64ct::{Base64UrlUnpadded, Encoding};
use decisions::Given;
use pages::{Answers as AnswersShown, Body, Button, ButtonRow, Chrome, ErrorSummary, Form, Heading, Notice, Paragraph};
use permission_rules::PupilView;
use reception::Problem;
use records::{Chosen, Draft, Step};
use school_types::{Fingerprint, OperationId};
use web::{Fields, Response};

use super::{
    Deciding,
    done::SENT_BEFORE,
    since::{self, Crossed, Earlier},
};
use crate::{
    entry::Portal,
    parent::{Ours, Parent},
    recording::{Answered, complete, record},
    said,
};

/// The field that says which answers the page showed, and beside which refusals: what is sent must be what was read.
const SHOWN: &str = "shown";

/// The field that brings the answers back as the page showed them, sealed: so they need not be read once more where no others
/// were kept since.
const ANSWERS: &str = "answers";

/// The answers of a draft, and how often some were kept before they were read.
struct Answers {
    chosen: Vec<Option<Chosen>>,
    times: u64,
}

impl Answers {
    /// The answers as they are kept.
    async fn read(parent: &Parent<'_, '_>, deciding: &Deciding<'_>) -> Result<Self, Problem> {
        let school = parent.school()?;
        // First, so that an answer that is kept while they are read counts as one kept since.
        let times = parent.records.times_chosen(school, &deciding.operation).await?;
        let chosen = parent.records.chosen(school, &deciding.operation, &deciding.draft).await?;
        Ok(Self { chosen, times })
    }

    /// The same from a form of the page, read anew where some were kept since; none where it is no form of ours.
    async fn of_form(
        parent: &Parent<'_, '_>,
        deciding: &Deciding<'_>,
        fields: &Fields,
    ) -> Result<Option<Self>, Problem> {
        let (records, school) = (&parent.records, parent.school()?);
        let sealed = fields.one(ANSWERS).ok().and_then(|sealed| Base64UrlUnpadded::decode_vec(sealed).ok());
        let opened = sealed.and_then(|sealed| records.open_chosen(school, &deciding.operation, &sealed));
        let Some((times, chosen)) = opened else { return Ok(None) };
        if records.times_chosen(school, &deciding.operation).await? == times {
            return Ok(Some(Self { chosen, times }));
        }
        Self::read(parent, deciding).await.map(Some)
    }

    fn sealed(&self, parent: &Parent<'_, '_>, deciding: &Deciding<'_>) -> Result<String, Problem> {
        let (school, operation) = (parent.school()?, &deciding.operation);
        let sealed = parent.records.seal_chosen(school, operation, self.times, &self.chosen)?;
        Ok(Base64UrlUnpadded::encode_string(&sealed))
    }
}

/// The answers; where one is missing, its question.
pub(crate) async fn show(parent: &Parent<'_, '_>, deciding: &Deciding<'_>) -> Result<Response, Problem> {
    let answers = Answers::read(parent, deciding).await?;
    let chosen = &answers.chosen;
    if let Some(missing) = missing(deciding, chosen) {
        return to_question(parent, deciding, missing);
    }
    let (chrome, body) = page(parent, deciding, &answers, Why::Asked)?;
    Ok(parent.page(&chrome, body))
}

/// The first question that is asked and not answered.
fn missing(deciding: &Deciding<'_>, chosen: &[Option<Chosen>]) -> Option<usize> {
    deciding.numbers().into_iter().find(|number| chosen.get(number - 1).is_none_or(Option::is_none))
}

/// Why the page is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Why {
    /// Somebody came to it.
    Asked,
    /// What it would send is not what it showed.
    Changed,
    /// What was said since is not decided about.
    NotChosen,
}

fn page(parent: &Parent<'_, '_>, deciding: &Deciding<'_>, kept: &Answers, why: Why) -> Result<(Chrome, Body), Problem> {
    let w = parent.guest.words();
    let chosen = &kept.chosen;
    let names = deciding.names(w);
    let crossed = deciding.crossed(chosen);
    let mut answers = AnswersShown::new(w);
    for number in deciding.numbers() {
        let Some(chosen) = chosen.get(number - 1).copied().flatten() else { continue };
        let change = parent.guest.at(&format!("consent/decide/{}/{number}?from=check", deciding.operation))?;
        let (question, answer) = row(parent, deciding, number, chosen);
        let earlier = crossed.iter().filter(|crossed| is_about(deciding, number, crossed));
        let answer = Body::new().with(answer).with_all(earlier.map(|crossed| crossed.sentence(w)));
        answers = answers.changeable(question, answer, change);
    }
    let error = (why == Why::NotChosen).then(|| w.since_error());
    let action = parent.guest.at(&format!("consent/decide/{}/check", deciding.operation))?;
    let mut form = Form::post(action, parent.token())
        .hidden(SHOWN, shown(deciding, chosen, &crossed)?.as_str())
        .hidden(ANSWERS, kept.sealed(parent, deciding)?);
    if let Some(question) = since::question(w, &crossed, error) {
        form = form.with(question);
    }
    let form = form
        .with(Heading::section(w.check_send_title()))
        .with(Paragraph::new(w.check_send_text(&names)))
        .with(ButtonRow::new().with(Button::primary(w.check_send())));
    let mut body = Body::new();
    if let Some(error) = error {
        body = body.with(ErrorSummary::new(w).with(since::FIELD, error));
    }
    if why == Why::Changed {
        body = body.with(Notice::care().with(Paragraph::new(w.check_changed())));
    }
    if let Some(dropped) = deciding.dropped_notice(w) {
        body = body.with(dropped);
    }
    let body =
        body.with(Heading::page(w.check_title())).with(Paragraph::lead(w.check_lead(&names))).with(answers).with(form);
    let last = deciding.numbers().pop().unwrap_or(1);
    let back = parent.guest.at(&format!("consent/decide/{}/{last}", deciding.operation))?;
    Ok((parent.chrome(w.check_title())?.back(back), body))
}

fn is_about(deciding: &Deciding<'_>, number: usize, crossed: &Crossed<'_>) -> bool {
    matches!(deciding.draft.step(number), Some(Step::Purpose(id, _)) if *id == crossed.purpose.id)
}

fn shown(deciding: &Deciding<'_>, chosen: &[Option<Chosen>], crossed: &[Crossed<'_>]) -> Result<Fingerprint, Problem> {
    let children: Vec<_> = deciding.children.iter().map(|ours| &ours.id).collect();
    let refused: Vec<_> = crossed.iter().map(Crossed::key).collect();
    vault::fingerprint(&(chosen, children, refused)).map_err(|_| Problem::Broken("answers that cannot be written down"))
}

fn row(parent: &Parent<'_, '_>, deciding: &Deciding<'_>, number: usize, chosen: Chosen) -> (String, &'static str) {
    let w = parent.guest.words();
    let question = match deciding.draft.step(number) {
        Some(Step::Purpose(id, _)) => {
            let purpose = deciding.purposes.iter().find(|purpose| purpose.id == *id);
            purpose.map(|purpose| purpose.wording(w.language()).title).unwrap_or_default()
        }
        Some(Step::View(child)) => {
            let ours = deciding.children.iter().find(|ours| ours.id == *child);
            ours.map(|ours| w.check_view_row(ours.called())).unwrap_or_default()
        }
        None => String::new(),
    };
    let answer = match chosen {
        Chosen::Answer(answer, _) => said::answer(w, answer),
        Chosen::View(view) => said::view(w, view),
    };
    (question, answer)
}

/// Records the answers for every child, each in its own stream, and leads to the receipts. Sent twice, it is recorded
/// once: the draft's id is the operation.
pub(crate) async fn send(
    portal: &Portal,
    parent: &Parent<'_, '_>,
    deciding: &Deciding<'_>,
) -> Result<Response, Problem> {
    let fields = parent.form()?;
    let school = parent.school()?;
    let of_form = Answers::of_form(parent, deciding, &fields).await?;
    let is_ours = of_form.is_some();
    let answers = match of_form {
        Some(answers) => answers,
        None => Answers::read(parent, deciding).await?,
    };
    let chosen = &answers.chosen;
    if let Some(missing) = missing(deciding, chosen) {
        return to_question(parent, deciding, missing);
    }
    let again = |why| {
        let (chrome, body) = page(parent, deciding, &answers, why)?;
        Ok(parent.guest.page_with_errors(chrome, body))
    };
    let crossed = deciding.crossed(chosen);
    if !is_ours || fields.one(SHOWN) != Ok(shown(deciding, chosen, &crossed)?.as_str()) {
        return again(Why::Changed);
    }
    let since: Vec<&Crossed<'_>> = crossed.iter().filter(|crossed| crossed.since).collect();
    let kept = match fields.choice::<Earlier>(since::FIELD) {
        Ok(Earlier::Kept) => since.as_slice(),
        Ok(Earlier::Changed) => &[],
        Err(_) if since.is_empty() => &[],
        Err(_) => return again(Why::NotChosen),
    };
    let answered: Vec<Answered<'_>> = answered(deciding, chosen, kept);
    let ours: Vec<&Ours> = answered.iter().map(|answered| answered.ours).collect();
    let nothing = answered.is_empty();
    let recorded = record(portal, parent, &deciding.operation, None, answered).await?;
    if !recorded.is_finished {
        parent.records.finish_draft(school, &deciding.operation, &parent.contact).await?;
    }
    if nothing {
        return Ok(web::see_other(&parent.guest.at("consent/children")?)?);
    }
    if !recorded.too_late.is_empty() {
        let late: Vec<&Ours> = recorded.too_late.iter().filter_map(|place| ours.get(*place).copied()).collect();
        return begin_again(parent, deciding, chosen, &late).await;
    }
    Ok(web::see_other(&parent.guest.at(&format!("consent/done/{}", deciding.operation))?)?)
}

/// What is recorded for each child: the answers, but for what they said since and leave as it is.
fn answered<'a>(deciding: &'a Deciding<'_>, chosen: &[Option<Chosen>], kept: &[&Crossed<'_>]) -> Vec<Answered<'a>> {
    let of_child = |ours: &'a Ours| {
        let mut given = Vec::new();
        let mut pupil_view: Option<PupilView> = None;
        for (place, chosen) in chosen.iter().enumerate() {
            match (deciding.draft.step(place + 1), chosen) {
                (Some(Step::Purpose(id, _)), Some(Chosen::Answer(answer, language))) => {
                    let is_kept = kept.iter().any(|kept| kept.ours.id == ours.id && kept.purpose.id == *id);
                    let purpose = deciding.purposes.iter().find(|purpose| purpose.id == *id && !is_kept);
                    given.extend(purpose.map(|purpose| Given { purpose, answer: *answer, language: *language }));
                }
                (Some(Step::View(child)), Some(Chosen::View(view))) if *child == ours.id => pupil_view = Some(*view),
                _ => {}
            }
        }
        (!given.is_empty()).then_some(Answered { ours, given, pupil_view })
    };
    deciding.children.iter().filter_map(of_child).collect()
}

/// A draft of the same answers for those for whom these came too late, to be asked about what was said meanwhile: the form
/// they came with is used up.
async fn begin_again(
    parent: &Parent<'_, '_>,
    deciding: &Deciding<'_>,
    chosen: &[Option<Chosen>],
    late: &[&Ours],
) -> Result<Response, Problem> {
    let (records, school) = (&parent.records, parent.school()?);
    let is_late = |child: &school_types::ChildId| late.iter().any(|ours| ours.id == *child);
    let old = &deciding.draft;
    let draft = Draft {
        children: old.children.iter().filter(|child| is_late(child)).cloned().collect(),
        viewers: old.viewers.iter().filter(|child| is_late(child)).cloned().collect(),
        begun: parent.guest.now(),
        ..old.clone()
    };
    let operation = OperationId::from_bytes(vault::random()?);
    records.begin_draft(school, &operation, &draft).await?;
    let (mut number, mut kept) = (0, Vec::new());
    for (place, chosen) in chosen.iter().enumerate() {
        match old.step(place + 1) {
            Some(Step::View(child)) if !is_late(child) => continue,
            _ => number += 1,
        }
        kept.extend(chosen.map(|chosen| (number, chosen)));
    }
    records.choose_each(school, &operation, &kept).await?;
    Ok(web::see_other(&parent.guest.at(&format!("consent/decide/{operation}/check"))?)?)
}

/// The same form once more, after everything was recorded: completes what was perhaps not finished, and leads to the
/// same receipts.
pub(crate) async fn send_again(
    portal: &Portal,
    parent: &Parent<'_, '_>,
    operation: &OperationId,
    recorded: &[(Ours, u64)],
) -> Result<Response, Problem> {
    parent.form()?;
    let recorded: Vec<(&Ours, u64)> = recorded.iter().map(|(ours, number)| (ours, *number)).collect();
    complete(portal, parent, operation, &recorded).await?;
    parent.records.finish_draft(parent.school()?, operation, &parent.contact).await?;
    Ok(web::see_other(&parent.guest.at(&format!("consent/done/{operation}"))?)?)
}

/// Back at questions whose answers are recorded: to the receipts, which say how to change one's mind.
pub(crate) fn sent_before(parent: &Parent<'_, '_>, operation: &OperationId) -> Result<Response, Problem> {
    let (name, value) = SENT_BEFORE;
    Ok(web::see_other(&parent.guest.at(&format!("consent/done/{operation}?{name}={value}"))?)?)
}

/// Back at the answers of a form that was interrupted while it was recorded.
pub(crate) fn back(parent: &Parent<'_, '_>, operation: &OperationId) -> Result<Response, Problem> {
    Ok(web::see_other(&parent.guest.at(&format!("consent/decide/{operation}/check"))?)?)
}

fn to_question(parent: &Parent<'_, '_>, deciding: &Deciding<'_>, number: usize) -> Result<Response, Problem> {
    Ok(web::see_other(&parent.guest.at(&format!("consent/decide/{}/{number}", deciding.operation))?)?)
}
