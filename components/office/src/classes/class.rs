//! One class: children down, purposes across.

use std::cmp::Reverse;

use pages::{
    Body, ButtonRow, Chips, Column, Empty, Filters, Heading, Line, LinkButton, Mark as Sign, Matrix, Render, Select,
    Sorting, Width,
};
use permission_rules::{Answering, Mark, Purpose, by_surname};
use reception::{Colleague, Problem};
use school_types::{ClassId, PurposeId};
use web::{Fields, Response};

use super::{kind_of, kinds, short};
use crate::{
    pupils::{Class, Pupil, class, pupils},
    roles,
};

/// Which children of the class are shown, and in which order; it stands in the address, so that it is found again.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    show: Show,
    /// Only those who may appear for this purpose.
    may: Option<PurposeId>,
    sort: Sort,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Show {
    All,
    Open,
    Answered,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Sort {
    Name,
    NameDown,
    /// Those furthest from having answered first.
    Answered,
    /// Those who may not appear first.
    Purpose(PurposeId),
}

impl Asked {
    /// What the address asks for. What it asks for that is not there is passed over.
    fn of(query: &Fields, purposes: &[Purpose]) -> Self {
        let known = |id: &str| purposes.iter().find(|purpose| purpose.id.as_str() == id).map(|p| p.id.clone());
        let show = match query.first("show") {
            "open" => Show::Open,
            "answered" => Show::Answered,
            _ => Show::All,
        };
        let sort = match query.first("sort") {
            "name-down" => Sort::NameDown,
            "answered" => Sort::Answered,
            other => known(other).map_or(Sort::Name, Sort::Purpose),
        };
        Self { show, may: known(query.first("may")), sort }
    }

    /// As it stands in an address.
    fn query(&self) -> String {
        let may = self.may.as_ref().map_or("", PurposeId::as_str);
        let parts = [("show", self.show.word()), ("may", may), ("sort", self.sort.word())];
        let parts: Vec<String> = parts
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }

    fn shown(&self, show: Show) -> String {
        Self { show, ..self.clone() }.query()
    }

    fn sorted(&self, sort: Sort) -> String {
        Self { sort, ..self.clone() }.query()
    }
}

impl Show {
    const fn word(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Open => "open",
            Self::Answered => "answered",
        }
    }
}

impl Sort {
    fn word(&self) -> &str {
        match self {
            Self::Name => "",
            Self::NameDown => "name-down",
            Self::Answered => "answered",
            Self::Purpose(purpose) => purpose.as_str(),
        }
    }
}

/// The matrix.
pub(super) async fn show(colleague: &Colleague<'_, '_>, id: &ClassId) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let purposes = &guest.school()?.profile().purposes;
    let asked = Asked::of(guest.request().query(), purposes);
    let (class, ids) = class(colleague, id).await?;
    let mut all = pupils(colleague, &ids).await?;
    all.retain(|pupil| pupil.entry.left.is_none());
    let address = guest.at(&format!("office/classes/{id}"))?;
    let buttons = ButtonRow::new().with(LinkButton::primary(w.office_class_sheet(), format!("{address}/sheet"))).with(
        LinkButton::secondary(w.office_class_outstanding(), guest.at(&format!("office/outstanding?class={id}"))?),
    );
    let told = colleague.holds(roles::ENTRY) && purposes.iter().any(|purpose| purpose.basis.is_notice());
    let buttons =
        if told { buttons.with(LinkButton::secondary(w.notices_button(), format!("{address}/told"))) } else { buttons };
    let buttons = if colleague.holds(roles::HOME_LETTERS) {
        let letters = guest.at(&format!("office/letters?who=class.{id}"))?;
        buttons.with(LinkButton::secondary(w.families_letters_link(), letters))
    } else {
        buttons
    };
    let body = Body::new()
        .with(Heading::page(w.office_class_title(&class.name)))
        .with(buttons)
        .with(ways(colleague, &asked, &address, &all, purposes));
    let shown = chosen(all, &asked, purposes);
    let body = if shown.is_empty() {
        body.with(Empty::new(w.office_class_none_title(), w.office_class_none_text()))
    } else {
        body.with(matrix(colleague, &class, &asked, &address, &shown)?)
    };
    let chrome = colleague.chrome(w.office_class_title(&class.name))?.width(Width::Wide);
    Ok(colleague.page(&chrome.back(guest.at("office/classes")?), body))
}

fn is_open(pupil: &Pupil, purposes: &[Purpose]) -> bool {
    pupil.permissions.answering(purposes, &pupil.entry.holders) != Answering::All
}

/// The ways to look at the class, with how many each would show.
fn ways(colleague: &Colleague<'_, '_>, asked: &Asked, address: &str, all: &[Pupil], purposes: &[Purpose]) -> Body {
    let w = colleague.guest().words();
    let open = all.iter().filter(|pupil| is_open(pupil, purposes)).count();
    let count = |count: usize| Some(w.number(count as u64));
    let href = |show| format!("{address}{}", asked.shown(show));
    let chips = Chips::new(w.office_show())
        .chip(w.office_show_all(), count(all.len()), href(Show::All), asked.show == Show::All)
        .chip(w.office_show_open(), count(open), href(Show::Open), asked.show == Show::Open)
        .chip(w.office_show_answered(), count(all.len() - open), href(Show::Answered), asked.show == Show::Answered);
    let mut may = Select::new(w, "may", w.office_filter_may())
        .option("", w.office_filter_may_any())
        .chosen(asked.may.as_ref().map(PurposeId::as_str));
    for purpose in purposes {
        may = may.option(purpose.id.as_str(), purpose.title.get(w.language()));
    }
    let mut filters = Filters::new(w, address).with(may);
    for (name, value) in [("show", asked.show.word()), ("sort", asked.sort.word())] {
        if !value.is_empty() {
            filters = filters.keep(name, value);
        }
    }
    Body::new().with(chips).with(filters)
}

/// Those asked for, in the order asked for.
fn chosen(mut pupils: Vec<Pupil>, asked: &Asked, purposes: &[Purpose]) -> Vec<Pupil> {
    let find = |id: &PurposeId| purposes.iter().find(|purpose| purpose.id == *id);
    let mark = |pupil: &Pupil, purpose: &Purpose| pupil.permissions.mark(purpose, &pupil.entry.holders);
    pupils.retain(|pupil| match asked.show {
        Show::All => true,
        Show::Open => is_open(pupil, purposes),
        Show::Answered => !is_open(pupil, purposes),
    });
    if let Some(purpose) = asked.may.as_ref().and_then(find) {
        pupils.retain(|pupil| mark(pupil, purpose).may());
    }
    pupils.sort_by_cached_key(|pupil| by_surname(&pupil.entry.facts.name));
    match &asked.sort {
        Sort::Name => {}
        Sort::NameDown => pupils.reverse(),
        Sort::Answered => {
            pupils.sort_by_key(|pupil| pupil.permissions.answered(purposes, &pupil.entry.holders).0);
        }
        Sort::Purpose(id) => {
            if let Some(purpose) = find(id) {
                pupils.sort_by_key(|pupil| Reverse(mark(pupil, purpose)));
            }
        }
    }
    pupils
}

fn matrix(
    colleague: &Colleague<'_, '_>,
    class: &Class,
    asked: &Asked,
    address: &str,
    shown: &[Pupil],
) -> Result<Matrix, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let purposes = &guest.school()?.profile().purposes;
    let up = |sort: &Sort| (asked.sort == *sort).then_some(Sorting::Up);
    let turned = if asked.sort == Sort::Name { Sort::NameDown } else { Sort::Name };
    let now = if asked.sort == Sort::NameDown { Some(Sorting::Down) } else { up(&Sort::Name) };
    let first = Column::new(w.office_column_pupil()).sort(format!("{address}{}", asked.sorted(turned)), now);
    let last = Column::number(w.office_column_answered())
        .sort(format!("{address}{}", asked.sorted(Sort::Answered)), up(&Sort::Answered));
    let caption = w.office_class_count(shown.len() as u64, &class.name);
    let mut matrix = Matrix::new(w, caption, first, last);
    let mut ordered = Vec::new();
    for (subject, of_kind) in kinds(purposes) {
        let columns = of_kind.iter().map(|purpose| {
            let sort = Sort::Purpose(purpose.id.clone());
            Column::new(short(w, purpose)).sort(format!("{address}{}", asked.sorted(sort.clone())), up(&sort))
        });
        matrix = matrix.kind(kind_of(w, subject), columns);
        ordered.extend(of_kind);
    }
    for pupil in shown {
        let entry = &pupil.entry;
        let page = guest.at(&format!("office/children/{}?from={}", entry.id, class.id))?;
        let marks = ordered.iter().map(|purpose| sign(pupil.permissions.mark(purpose, &entry.holders))).collect();
        let (done, of) = pupil.permissions.answered(purposes, &entry.holders);
        let differ = purposes.iter().any(|purpose| pupil.permissions.answers_differ(&purpose.id));
        let note = if entry.holders.is_empty() {
            Some(w.office_note_nobody())
        } else {
            differ.then(|| w.office_note_differ())
        };
        let answered = w.office_answered(&w.number(done as u64), &w.number(of as u64));
        matrix = matrix.row(Line::new().link(entry.listed(), &page), note.map(|note| note.render()), marks, answered);
    }
    Ok(matrix)
}

/// The sign for a mark.
pub(crate) const fn sign(mark: Mark) -> Sign {
    match mark {
        Mark::May => Sign::May,
        Mark::Told => Sign::Told,
        Mark::NotAnswered => Sign::NotAnswered,
        Mark::NotTold => Sign::NotTold,
        Mark::NobodyToAsk => Sign::NobodyToAsk,
        Mark::MayNot => Sign::MayNot,
        Mark::Flagged => Sign::Flagged,
    }
}
