//! One's children: all of them, and each one's answers.

use decisions::Notices;
use pages::{
    Answer as Badge, AnswerBadge, Answers, Body, Button, ButtonRow, Child as Face, ChildCard, ChildCards, Details,
    Door, Doors, Empty, Form, Heading, Icon, Line, LinkButton, Notice, Paragraph, Progress,
};
use permission_rules::{Answer, PupilView, Purpose};
use reception::Problem;
use records::{Draft, FamilyChild};
use school_types::{ChildId, OperationId};
use web::Response;

use crate::{
    decide::{in_force, is_dropped},
    history::{self, BEFORE, History},
    parent::{Ours, Parent},
    said,
};

/// All of them, with how far one has come, the way on, and children at other schools.
pub(crate) async fn list(parent: &Parent<'_, '_>) -> Result<Response, Problem> {
    let w = parent.guest.words();
    let (family, draft, elsewhere) =
        futures::try_join!(parent.family_children(), latest_draft(parent), other_schools(parent))?;
    let children = parent.theirs(&family);
    let unsent = unsent(parent, &children, draft)?;
    let purposes = parent.purposes()?;
    // The same question for three children is one to its reader: it can be answered once for all.
    let is_open = |purpose: &&Purpose| children.iter().any(|ours| ours.is_open(purpose));
    let open = purposes.iter().filter(is_open).count();
    let mut body = Body::new().with(Heading::page(w.children_title()));
    if !parent.is_checked {
        let notice = Notice::info().title(w.children_being_checked());
        body = body.with(notice.with(Paragraph::new(w.children_being_checked_text())));
    }
    if children.is_empty() {
        body = body.with(Empty::new(w.children_none_title(), w.children_none_text()));
    } else {
        let lead = if open == 0 { w.children_lead_done().to_owned() } else { w.children_lead_todo(open as u64) };
        body = body.with(Paragraph::lead(lead));
    }
    if let Some(notice) = unsent {
        body = body.with(notice);
    }
    body = body.with(tell(parent, &children, family).await?);
    if parent.session.value.sharing(parent.school()?).len() > 1 {
        let line = Line::new()
            .text(w.who_now(parent.facts.name.reveal()))
            .text(" ")
            .link(w.who_again(), &parent.guest.at("sign-in/who")?);
        body = body.with(Paragraph::new(line));
    }
    let cards: Result<Vec<_>, Problem> = children.iter().map(|ours| card(parent, ours)).collect();
    body = body.with(ChildCards::new(cards?));
    body = body.with(way_on(parent, &children)?);
    if !elsewhere.is_empty() {
        body = body
            .with(Heading::section(w.children_other_schools()))
            .with(Paragraph::new(w.children_other_schools_text()))
            .with(Doors::new(elsewhere));
    }
    Ok(parent.page(&parent.chrome(w.children_title())?.back(parent.guest.at("")?), body))
}

/// What the school does without asking, for whoever was not told of it yet as it is worded now. Shown here, it is recorded as
/// told (UK GDPR arts. 13 and 21(4)). What their next page needs is kept.
async fn tell(parent: &Parent<'_, '_>, children: &[Ours], mut family: Vec<FamilyChild>) -> Result<Body, Problem> {
    let (records, school) = (&parent.records, parent.school()?);
    let purposes = parent.purposes()?;
    let is_untold = |ours: &&Ours| !ours.has_left && !ours.permissions.value.has_been_told(&parent.contact, purposes);
    let untold: Vec<ChildId> = children.iter().filter(is_untold).map(|ours| ours.id.clone()).collect();
    if untold.is_empty() {
        if !parent.family.is_kept() {
            records.keep_family(school, &parent.contact, &parent.family, &family).await?;
        }
        return Ok(Body::new());
    }
    let w = parent.guest.words();
    let mut body =
        Body::new().with(Heading::section(w.notices_shown_title())).with(Paragraph::new(w.notices_shown_text()));
    for purpose in purposes.iter().filter(|purpose| purpose.basis.is_notice()) {
        let wording = purpose.wording(w.language());
        body = body.with(Heading::part(&wording.title)).with(said::facts(w, &wording));
    }
    let operation = OperationId::from_bytes(vault::random()?);
    let notices = Notices { records: &parent.records, school: parent.guest.school()? };
    for (id, permissions) in notices.shown(&parent.contact, &untold, &operation).await? {
        family.iter_mut().filter(|child| child.id == id).for_each(|child| child.permissions = permissions.clone());
    }
    records.keep_family_after(school, &parent.contact, &parent.family, &family, 1, &[]).await?;
    Ok(body)
}

fn class_of(parent: &Parent<'_, '_>, ours: &Ours) -> String {
    let w = parent.guest.words();
    if ours.has_left { w.children_left().to_owned() } else { w.children_class(ours.facts.class.reveal()) }
}

fn card(parent: &Parent<'_, '_>, ours: &Ours) -> Result<ChildCard, Problem> {
    let w = parent.guest.words();
    let all = parent.purposes()?.len();
    let done = all - ours.open(parent.purposes()?).len();
    let sentence = w.children_answered(&w.number(done as u64), &w.number(all as u64));
    Ok(ChildCard::new(Face::new(&ours.facts.name, class_of(parent, ours)))
        .href(parent.guest.at(&format!("consent/child/{}", ours.id))?)
        .progress(Progress::new(sentence, done as u64, all as u64)))
}

/// The button to begin: with one child to answer for at once, with more after asking for whom.
fn way_on(parent: &Parent<'_, '_>, children: &[Ours]) -> Result<Body, Problem> {
    let w = parent.guest.words();
    let purposes = parent.purposes()?;
    let open: Vec<&Ours> = children.iter().filter(|ours| !ours.open(purposes).is_empty()).collect();
    let begin = parent.guest.at("consent/begin")?;
    Ok(match open.as_slice() {
        [] => Body::new(),
        [only] => Body::new().with(begin_for(parent, only, begin)?),
        _ => Body::new().with(ButtonRow::new().with(LinkButton::primary(w.children_begin(), begin))),
    })
}

fn begin_for(parent: &Parent<'_, '_>, ours: &Ours, action: String) -> Result<Form, Problem> {
    let w = parent.guest.words();
    let label = w.children_answer_for(ours.called());
    let count = w.children_answer_button(ours.open(parent.purposes()?).len() as u64);
    Ok(Form::post(action, parent.token())
        .hidden("whom", ours.id.as_str())
        .with(ButtonRow::new().with(Button::primary(format!("{label}: {count}")))))
}

/// What was begun and not sent.
async fn latest_draft(parent: &Parent<'_, '_>) -> Result<Option<(OperationId, Draft)>, Problem> {
    let is_finished = |operation: &OperationId| parent.family.has_finished(operation);
    Ok(parent.records.latest_draft(parent.school()?, &parent.contact, is_finished).await?)
}

/// The way back to it, where it can still be sent.
fn unsent(
    parent: &Parent<'_, '_>,
    children: &[Ours],
    draft: Option<(OperationId, Draft)>,
) -> Result<Option<Notice>, Problem> {
    let w = parent.guest.words();
    let Some((operation, draft)) = draft else { return Ok(None) };
    let is_about = |ours: &&Ours| draft.children.contains(&ours.id);
    let about: Vec<&Ours> = children.iter().filter(is_about).collect();
    // What is answered since needs no answer from there; nor does who is withdrawn for.
    let is_wanted = |ours: &&Ours| {
        let seen = draft.seen_of(&ours.id);
        let is_open = |id| !ours.permissions.value.has_answered_since(&parent.contact, id, seen);
        ours.permissions.number_of(&operation).is_none()
            && !is_dropped(&draft, ours)
            && draft.purposes.iter().any(|(id, _)| is_open(id))
    };
    let is_done = !about.iter().any(is_wanted);
    if is_done || about.len() < draft.children.len() || in_force(parent, &draft)?.is_none() {
        return Ok(None);
    }
    let on = parent.guest.at(&format!("consent/decide/{operation}/check"))?;
    Ok(Some(
        Notice::info()
            .title(w.children_continue_title())
            .with(Paragraph::new(w.children_continue_text(&w.date_time(draft.begun))))
            .with(ButtonRow::new().with(LinkButton::secondary(w.children_continue_button(), on))),
    ))
}

/// The other schools that know them. Each is asked for its name only.
async fn other_schools(parent: &Parent<'_, '_>) -> Result<Vec<Door>, Problem> {
    let here = parent.school()?;
    let language = parent.guest.words().language();
    let others = parent.session.value.accounts.iter().filter(|account| account.school != *here);
    let doors = others.map(|account| async move {
        let school = parent.records.school_settings(&account.school).await?;
        Ok::<_, Problem>(school.map(|school| {
            let address = format!("/s/{}/consent/children", school.id());
            Door::new(Icon::School, school.name().get(language), "", address)
                .image(format!("/s/{}/crest.svg", school.id()))
        }))
    });
    Ok(futures::future::try_join_all(doors).await?.into_iter().flatten().collect())
}

/// One child: what was said, what holds, and what was said before.
pub(crate) async fn one(parent: &Parent<'_, '_>, child: &ChildId) -> Result<Response, Problem> {
    let w = parent.guest.words();
    // Anew, so that what somebody recorded who then died, and told nobody, stands here.
    let ours = parent.child_now(child).await?;
    if let Ok(before) = parent.guest.request().query().choice(BEFORE) {
        return history::older(parent, &ours, &before).await;
    }
    let history = History::of(parent, &ours, None).await?;
    history.finish_removals(parent, child).await?;
    let mut answers = Answers::new(w);
    for purpose in parent.purposes()? {
        let change = parent.guest.at(&format!("consent/child/{child}/change/{}", purpose.id))?;
        answers =
            answers.changeable(purpose.wording(w.language()).title, how_it_stands(parent, &ours, purpose), change);
    }
    let title = w.child_title(ours.called());
    let mut body =
        Body::new().with(Heading::page(&title).caption(class_of(parent, &ours))).with(Paragraph::lead(w.child_lead()));
    if ours.permissions.value.pupil_view() == Some(PupilView::RatherNot) {
        body = body.with(
            Notice::info()
                .title(w.view_rather_not_notice(ours.called()))
                .with(Paragraph::new(w.view_rather_not_change())),
        );
    }
    if !ours.open(parent.purposes()?).is_empty() {
        body = body.with(begin_for(parent, &ours, parent.guest.at("consent/begin")?)?);
    }
    let mut body = body.with(answers);
    if !ours.permitted(parent.purposes()?).is_empty() {
        let withdraw = parent.guest.at(&format!("consent/child/{child}/withdraw"))?;
        let button = LinkButton::secondary(w.child_withdraw_all(ours.called()), withdraw);
        body = body.with(ButtonRow::new().with(button));
    }
    let body = body
        .with(Details::new(w.child_rule_title()).with(Paragraph::new(w.child_rule_text())))
        .with(Heading::section(w.child_history()))
        .with(history.shown(parent, child)?);
    Ok(parent.page(&parent.chrome(title)?.back(parent.guest.at("consent/children")?), body))
}

/// What they said to a purpose, and what holds: never what anybody else said, nor why (R7, R8).
fn how_it_stands(parent: &Parent<'_, '_>, ours: &Ours, purpose: &Purpose) -> Body {
    let w = parent.guest.words();
    let permissions = &ours.permissions.value;
    let allowed = !ours.has_left && permissions.standing_by_answers(purpose, &ours.holders).is_allowed();
    let said = permissions.said_by(&parent.contact, &purpose.id);
    let badge = match said.map(|said| said.answer) {
        None => Badge::Open,
        Some(Answer::Agree) => Badge::Yes,
        Some(Answer::Refuse) => Badge::No,
        Some(Answer::NoObjection) => Badge::NoObjection,
        Some(Answer::Object) => Badge::Objected,
    };
    let body = Body::new().with(AnswerBadge::new(w, badge));
    let sentence = match said {
        Some(said) if said.version != purpose.version => w.child_reworded(),
        _ if allowed => w.child_holds_yes(),
        Some(said) if said.answer.permits() => w.child_yes_but_no(),
        _ => w.child_holds_no(),
    };
    body.with(Paragraph::soft(sentence))
}
