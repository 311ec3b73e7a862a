//! One child: the entry, what was decided, the record.

mod decide;
mod edit;
pub(crate) mod erase;
mod flag;
pub(crate) mod history;
mod list;
mod next;
mod record;
pub(crate) mod removals;
mod said;
mod show;

use reception::{Colleague, Problem};
use records::AuditEvent;
use school_types::ChildId;
use web::{Access, Found, Response, Route};

use crate::{
    Office, notices, roles,
    routes::{self, get, post},
};

/// What is done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The children of the school.
    List,
    /// Looks for a name.
    Search,
    /// One child.
    Show,
    /// The form of the entry.
    EditForm,
    /// Changes the entry.
    Edit,
    /// The form for what came on paper or was said.
    DecideForm,
    /// Records it.
    Decide,
    /// What was recorded, with the receipt.
    Decided,
    /// The form for a notice given on paper.
    ToldForm,
    /// Records it.
    Told,
    /// Leads on to the next pupil still to answer.
    Next,
    /// The form of the do-not-photograph flag.
    FlagForm,
    /// Sets or lifts it.
    Flag,
    /// Everything held, to read and print.
    Record,
    /// The same as a file.
    RecordFile,
    /// The form that erases.
    EraseForm,
    /// Asks for it to be erased.
    Erase,
    /// Confirms what somebody else asked.
    ConfirmErasure,
    /// Undoes what was asked.
    UndoErasure,
    /// What families asked to have taken down.
    Removals,
}

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] = &[
    get("children", "/s/{school}/office/children", Access::Staff(roles::CHILDREN), Action::List),
    post("search", "/s/{school}/office/children", Access::Staff(roles::CHILDREN), Action::Search),
    get("pupil", "/s/{school}/office/children/{child}", Access::Staff(roles::CHILDREN), Action::Show),
    get("edit-form", "/s/{school}/office/children/{child}/edit", Access::Staff(roles::PEOPLE), Action::EditForm),
    post("edit", "/s/{school}/office/children/{child}/edit", Access::Staff(roles::PEOPLE), Action::Edit),
    get("decide-form", "/s/{school}/office/children/{child}/decide", Access::Staff(roles::ENTRY), Action::DecideForm),
    post("decide", "/s/{school}/office/children/{child}/decide", Access::Staff(roles::ENTRY), Action::Decide),
    get(
        "decided",
        "/s/{school}/office/children/{child}/decided/{operation}",
        Access::Staff(roles::ENTRY),
        Action::Decided,
    ),
    get("child-told-form", "/s/{school}/office/children/{child}/told", Access::Staff(roles::ENTRY), Action::ToldForm),
    post("child-told", "/s/{school}/office/children/{child}/told", Access::Staff(roles::ENTRY), Action::Told),
    get("next", "/s/{school}/office/children/{child}/next", Access::Staff(roles::ENTRY), Action::Next),
    get("flag-form", "/s/{school}/office/children/{child}/flag", Access::Staff(roles::FLAG), Action::FlagForm),
    post("flag", "/s/{school}/office/children/{child}/flag", Access::Staff(roles::FLAG), Action::Flag),
    get("record", "/s/{school}/office/children/{child}/record", Access::Staff(roles::RECORD), Action::Record),
    get(
        "record-file",
        "/s/{school}/office/children/{child}/record.json",
        Access::Staff(roles::RECORD),
        Action::RecordFile,
    ),
    get("erase-form", "/s/{school}/office/children/{child}/erase", Access::Staff(roles::RECORD), Action::EraseForm),
    get("removals", "/s/{school}/office/removals", Access::Staff(roles::PERMISSIONS), Action::Removals),
    post("erase", "/s/{school}/office/children/{child}/erase", Access::Staff(roles::RECORD), Action::Erase),
    post(
        "erase-confirm",
        "/s/{school}/office/children/{child}/erase/confirm",
        Access::Staff(roles::RECORD),
        Action::ConfirmErasure,
    ),
    post(
        "erase-undo",
        "/s/{school}/office/children/{child}/erase/undo",
        Access::Staff(roles::RECORD),
        Action::UndoErasure,
    ),
];

/// Does it.
pub(crate) async fn act(
    office: &Office,
    colleague: &Colleague<'_, '_>,
    found: &Found<routes::Action>,
    action: Action,
) -> Result<Response, Problem> {
    if action == Action::List {
        return list::show(colleague).await;
    }
    if action == Action::Search {
        return list::search(colleague);
    }
    if action == Action::Removals {
        return removals::show(colleague).await;
    }
    let child = found.segment("child")?;
    match action {
        Action::List | Action::Search | Action::Removals | Action::Show => show::show(colleague, &child).await,
        Action::EditForm => edit::show(colleague, &child).await,
        Action::Edit => edit::save(colleague, &child).await,
        Action::DecideForm => decide::show(colleague, &child).await,
        Action::Decide => decide::record(office, colleague, &child).await,
        Action::Decided => decide::done(colleague, &child, &found.segment("operation")?).await,
        Action::ToldForm => notices::show(colleague, &given(colleague, &child).await?),
        Action::Told => notices::record(colleague, &given(colleague, &child).await?).await,
        Action::Next => next::lead_on(colleague, &child).await,
        Action::FlagForm => flag::show(colleague, &child).await,
        Action::Flag => flag::set(colleague, &child).await,
        Action::Record => record::show(colleague, &child).await,
        Action::RecordFile => record::file(colleague, &child).await,
        Action::EraseForm => erase::show(colleague, &child).await,
        Action::Erase => erase::ask(colleague, &child).await,
        Action::ConfirmErasure => erase::confirm(colleague, &child).await,
        Action::UndoErasure => erase::undo(colleague, &child).await,
    }
}

/// A notice that one pupil's family was given.
async fn given(colleague: &Colleague<'_, '_>, child: &ChildId) -> Result<notices::Given, Problem> {
    let whole = show::whole(colleague, child).await?;
    Ok(notices::Given {
        whom: whole.entry.facts.name.full(),
        children: vec![child.clone()],
        page: colleague.guest().at(&format!("office/children/{child}"))?,
        noted: AuditEvent::NoticeGiven { child: child.clone() },
    })
}
