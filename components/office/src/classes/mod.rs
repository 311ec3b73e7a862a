//! Classes: who has answered, the permission sheet, figures, and families still to hear from.

mod class;
mod list;
mod mine;
mod outstanding;
mod progress;
mod sheet;
mod today;

pub(crate) use class::sign;
pub(crate) use mine::on_first_page as mine_on_first_page;
use permission_rules::{Purpose, Subject, by_kind};
use reception::{Colleague, Problem};
use records::AuditEvent;
use school_types::ClassId;
use web::{Access, Found, Response, Route};
use words::Words;

use crate::{
    Office, notices, roles,
    routes::{self, get, post},
};

/// What is done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The classes.
    List,
    /// Who may appear in what, in one class.
    Class,
    /// The sheet to take along.
    Sheet,
    /// The form for a notice given to the class on paper.
    ToldForm,
    /// Records it.
    Told,
    /// Who not to photograph today.
    Today,
    /// The form to choose one's own classes.
    MineForm,
    /// Remembers them.
    Mine,
    /// How far the school is.
    Progress,
    /// Families still to hear from.
    Outstanding,
}

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] = &[
    get("classes", "/s/{school}/office/classes", Access::Staff(roles::SHEET), Action::List),
    get("class", "/s/{school}/office/classes/{class}", Access::Staff(roles::PERMISSIONS), Action::Class),
    get("class-sheet", "/s/{school}/office/classes/{class}/sheet", Access::Staff(roles::SHEET), Action::Sheet),
    get("class-told-form", "/s/{school}/office/classes/{class}/told", Access::Staff(roles::ENTRY), Action::ToldForm),
    post("class-told", "/s/{school}/office/classes/{class}/told", Access::Staff(roles::ENTRY), Action::Told),
    get("class-today", "/s/{school}/office/classes/{class}/today", Access::Staff(roles::SHEET), Action::Today),
    get("my-classes-form", "/s/{school}/office/my-classes", Access::Staff(roles::SHEET), Action::MineForm),
    post("my-classes", "/s/{school}/office/my-classes", Access::Staff(roles::SHEET), Action::Mine),
    get("progress", "/s/{school}/office/progress", Access::Staff(roles::FIGURES), Action::Progress),
    get("outstanding", "/s/{school}/office/outstanding", Access::Staff(roles::PERMISSIONS), Action::Outstanding),
];

/// Does it.
pub(crate) async fn act(
    _office: &Office,
    colleague: &Colleague<'_, '_>,
    found: &Found<routes::Action>,
    action: Action,
) -> Result<Response, Problem> {
    match action {
        Action::List => list::show(colleague).await,
        Action::Class => class::show(colleague, &found.segment("class")?).await,
        Action::Sheet => sheet::show(colleague, &found.segment("class")?).await,
        Action::ToldForm => notices::show(colleague, &given(colleague, &found.segment("class")?).await?),
        Action::Told => notices::record(colleague, &given(colleague, &found.segment("class")?).await?).await,
        Action::Today => today::show(colleague, &found.segment("class")?).await,
        Action::MineForm => mine::show(colleague).await,
        Action::Mine => mine::save(colleague).await,
        Action::Progress => progress::show(colleague).await,
        Action::Outstanding => outstanding::show(colleague).await,
    }
}

/// A notice that the families of a class were given.
async fn given(colleague: &Colleague<'_, '_>, class: &ClassId) -> Result<notices::Given, Problem> {
    let (found, children) = crate::pupils::class(colleague, class).await?;
    let w = colleague.guest().words();
    Ok(notices::Given {
        whom: w.office_class_title(&found.name),
        children,
        page: colleague.guest().at(&format!("office/classes/{class}"))?,
        noted: AuditEvent::ClassNoticeGiven { class: class.clone() },
    })
}

/// The kinds of picture a school asks about, each with its purposes.
fn kinds(purposes: &[Purpose]) -> Vec<(Subject, Vec<&Purpose>)> {
    let mut kinds: Vec<(Subject, Vec<&Purpose>)> = Vec::new();
    for purpose in by_kind(purposes) {
        match kinds.last_mut() {
            Some((subject, of)) if *subject == purpose.subject => of.push(purpose),
            _ => kinds.push((purpose.subject, vec![purpose])),
        }
    }
    kinds
}

/// A kind of picture, as the head of its columns.
fn kind_of(w: Words, subject: Subject) -> &'static str {
    match subject {
        Subject::GroupPicture => w.office_kind_group(),
        Subject::SinglePicture => w.office_kind_single(),
        Subject::Work => w.office_kind_work(),
        Subject::Recording => w.office_kind_recording(),
    }
}

/// What staff's tables call a purpose.
fn short(w: Words, purpose: &Purpose) -> String {
    purpose.short().get(w.language()).to_owned()
}
