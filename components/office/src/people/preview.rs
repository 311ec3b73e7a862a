//! What taking a list would change: the numbers, every row that cannot be taken, each change, and a few of the rest.

use pages::{
    Answers, Body, Button, ButtonRow, Checkboxes, Chrome, Column as Head, Details, ErrorSummary, Form, Heading, Line,
    LinkButton, Notice, Paragraph, Table, Width,
};
use people_lists::{Encoding, Kind, List, Remark, WhyKept};
use reception::{Colleague, Problem};
use school_types::OperationId;
use words::Words;

use super::{
    choices::{Choices, MATCH, NAMES, by_hand},
    draft::Draft,
    planned::Planned,
    said::{self, Line as Said},
};

/// So many changes of a kind are shown; a school's first list has hundreds, all alike.
const SHOWN: usize = 100;
/// So many rows that cannot be taken are shown; the file has all of them.
const REJECTED: usize = 200;
/// So many of those who stay as they are.
const SAMPLE: usize = 5;

/// The box one ticks where many would leave.
pub(super) const SURE: &str = "sure";
/// The numbers whoever takes the list has seen.
pub(super) const SEEN: &str = "seen";

/// The numbers, as a form sends them back.
pub(super) fn seen(planned: &Planned) -> String {
    let counts = planned.counts();
    let numbers =
        [counts.added, counts.changed, counts.moved, counts.left, counts.returned, counts.unchanged, counts.rejected];
    numbers.map(|number| number.to_string()).join("-")
}

/// What stands above the numbers, and whether the list may be taken now.
pub(super) struct Top {
    pub(super) notice: Option<Notice>,
    pub(super) may_take: bool,
    /// The box that had to be ticked was not.
    pub(super) not_sure: bool,
}

/// The page.
pub(super) fn page(
    colleague: &Colleague<'_, '_>,
    id: &OperationId,
    draft: &Draft,
    planned: &Planned,
    choices: Choices,
    top: Top,
) -> Result<(Chrome, Body), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let here = guest.at(&format!("office/people/import/{id}"))?;
    let again = guest.at(&format!("office/people/{}", draft.list.name()))?;
    let nothing = planned.changes() == 0;
    let title = if nothing { w.people_preview_nothing_title() } else { w.people_preview_title() };
    let mut body = Body::new();
    if top.not_sure {
        body = body.with(ErrorSummary::new(w).with(SURE, w.people_sure_missing()));
    }
    body = body.with(Heading::page(title).caption(said::list(w, draft.list)));
    body = body.with(Paragraph::lead(if nothing { w.people_preview_nothing_lead() } else { w.people_preview_lead() }));
    if let Some(notice) = top.notice {
        body = body.with(notice);
    }
    if choices.match_names {
        let back = LinkButton::quiet(w.people_match_undo(), here.as_str());
        let text = Paragraph::new(w.people_match_done());
        body = body.with(Notice::info().with(text).with(ButtonRow::new().with(back)));
    } else if planned.rekeyed() > 0 {
        let text = w.people_match_text(planned.rekeyed() as u64);
        let button = LinkButton::primary(w.people_match_button(), format!("{here}?{MATCH}={NAMES}"));
        let notice = Notice::care().title(w.people_match_title()).with(Paragraph::new(text));
        body = body.with(notice.with(ButtonRow::new().with(button)));
    }
    body = body.with(by_hand(w, planned, choices, &here));
    body = body.with(numbers(w, draft.list, planned)).with(notices(w, draft, planned));
    if !planned.rejected().is_empty() {
        body = body.with(rejected(w, planned, &here));
    }
    body = body.with_all(changes(w, planned)).with(unchanged(w, planned));
    let other = LinkButton::quiet(w.people_other_file(), again.as_str());
    body = if nothing {
        let back = LinkButton::primary(w.people_back_to_lists(), guest.at("office/people")?);
        body.with(ButtonRow::new().with(back).with(other))
    } else if top.may_take {
        let mut form = choices.hidden(Form::post(here.as_str(), colleague.token()).hidden(SEEN, seen(planned)));
        if planned.many_leave() {
            let left = u64::from(planned.counts().left);
            let error = top.not_sure.then(|| w.people_sure_missing());
            let legend = match draft.list {
                List::Pupils => w.people_sure_legend_pupils(),
                List::Contacts | List::Staff => w.people_sure_legend(),
            };
            form = form.with(Checkboxes::new(w, SURE, legend).choice("yes", w.people_sure(left)).error(error));
        }
        body.with(form.with(ButtonRow::new().with(Button::primary(w.people_take())).with(other)))
    } else {
        body.with(ButtonRow::new().with(LinkButton::primary(w.people_look_again(), here.as_str())).with(other))
    };
    Ok((colleague.chrome(title)?.width(Width::Wide).back(again), body))
}

fn numbers(w: Words, list: List, planned: &Planned) -> Answers {
    let counts = planned.counts();
    let number = |count: u32| w.number(u64::from(count));
    let mut answers = Answers::new(w).row(w.people_number_added(), number(counts.added));
    answers = answers.row(w.people_number_changed(), number(counts.changed));
    if list == List::Pupils {
        answers = answers.row(w.people_number_moved(), number(counts.moved));
        answers = answers.row(w.people_number_returned(), number(counts.returned));
    }
    answers
        .row(w.people_number_left(), number(counts.left))
        .row(w.people_number_unchanged(), number(counts.unchanged))
        .row(w.people_number_rejected(), number(counts.rejected))
}

/// What to know before taking it.
fn notices(w: Words, draft: &Draft, planned: &Planned) -> Body {
    let mut body = Body::new();
    if planned.many_leave() {
        let text = w.people_many_leave_text(u64::from(planned.counts().left));
        body = body.with(Notice::care().title(w.people_many_leave_title()).with(Paragraph::new(text)));
    }
    for (why, said) in [
        (WhyKept::RowRejected, Words::people_kept_rejected as fn(Words, u64) -> String),
        (WhyKept::RowUnclear, Words::people_kept_unclear),
        (WhyKept::PartOfList, Words::people_kept_part),
    ] {
        let kept = planned.kept(why) as u64;
        if kept > 0 {
            body = body.with(Notice::info().with(Paragraph::new(said(w, kept))));
        }
    }
    if draft.table.encoding.is_some_and(Encoding::is_guessed) {
        body = body.with(Notice::info().with(Paragraph::new(w.people_check_accents())));
    }
    let around = planned.around();
    if around.repeated > 0 {
        body = body.with(Paragraph::soft(w.people_repeated(around.repeated as u64)));
    }
    if !around.ignored.is_empty() {
        let lines = lines(w, around.ignored.iter().copied());
        body = body.with(Paragraph::soft(w.people_ignored(around.ignored.len() as u64, &lines)));
    }
    if !around.remarks.is_empty() {
        body = body.with(remarks(w, around.remarks));
    }
    if !around.unused.is_empty() {
        body = body.with(Paragraph::soft(w.people_unused(&w.list(around.unused))));
    }
    body
}

/// What was read otherwise than it stands in the file, or asks for a look, each with its rows.
fn remarks(w: Words, remarks: &[Remark]) -> Body {
    let heads = [Head::new(w.people_remark_what()), Head::new(w.people_remark_rows())];
    let mut table = Table::new("remarks", w.people_remarks_title(), heads);
    let mut rest = remarks;
    while let Some(first) = rest.first() {
        let of_note = rest.iter().take_while(|remark| remark.note == first.note).count();
        let (same, others) = rest.split_at(of_note);
        let mut rows: Vec<u32> = same.iter().map(|remark| remark.line).collect();
        rows.dedup();
        table = table.row([said::note(w, first.note).to_owned(), lines(w, rows.into_iter())]);
        rest = others;
    }
    Body::new()
        .with(Heading::section(w.people_remarks_title()))
        .with(Paragraph::new(w.people_remarks_text()))
        .with(table)
}

/// Numbers of lines, as many as one reads.
fn lines(w: Words, lines: impl ExactSizeIterator<Item = u32>) -> String {
    const READ: usize = 12;
    let more = lines.len().saturating_sub(READ) as u64;
    let mut said: Vec<String> = lines.take(READ).map(|line| line.to_string()).collect();
    if more > 0 {
        said.push(w.people_remark_more(more));
    }
    w.list(&said)
}

fn rejected(w: Words, planned: &Planned, here: &str) -> Body {
    let rejected = planned.rejected();
    let heads = [
        Head::number(w.people_rejected_line()),
        Head::new(w.people_rejected_why()),
        Head::new(w.people_rejected_row()),
    ];
    let mut table = Table::new("rejected", w.people_rejected_caption(rejected.len() as u64), heads);
    for rejected in rejected.iter().take(REJECTED) {
        let problems: Vec<String> = rejected.problems.iter().map(|problem| said::problem(w, problem)).collect();
        let cells: Vec<&str> =
            rejected.row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        table = table.row([w.number(u64::from(rejected.row.line)), problems.join(" "), cells.join(" · ")]);
    }
    let more = rejected.len().saturating_sub(REJECTED) as u64;
    let mut body = Body::new()
        .with(Heading::section(w.people_rejected_title()))
        .with(Paragraph::new(w.people_rejected_text()))
        .with(Paragraph::new(Line::new().link(w.people_rejected_download(), &format!("{here}/rejected.csv"))))
        .with(table);
    if more > 0 {
        body = body.with(Paragraph::new(w.people_rejected_more(more)));
    }
    body
}

/// Each kind of change, folded up, with who changes and how.
fn changes(w: Words, planned: &Planned) -> Vec<Details> {
    let of = |kind: Kind| -> Vec<Said> {
        match planned {
            Planned::Pupils(.., plan) => {
                plan.changes.iter().filter(|change| change.kind == kind).map(|change| said::pupil(w, change)).collect()
            }
            Planned::Contacts(.., plan) => plan
                .changes
                .iter()
                .filter(|change| change.kind == kind)
                .map(|change| said::contact(w, change))
                .collect(),
            Planned::Staff(.., plan) => {
                plan.changes.iter().filter(|change| change.kind == kind).map(|change| said::staff(w, change)).collect()
            }
        }
    };
    let mut all = Vec::new();
    for kind in [Kind::Left, Kind::Changed, Kind::Moved, Kind::Returned, Kind::Added] {
        let lines = of(kind);
        if lines.is_empty() {
            continue;
        }
        let count = lines.len();
        let name = said::kind(w, kind, count as u64);
        let heads = [Head::new(w.people_change_who()), Head::new(w.people_change_what())];
        let mut table = Table::new(format!("changes-{}", table_name(kind)), &name, heads);
        for Said { who, what } in lines.into_iter().take(SHOWN) {
            table = table.row([who, what]);
        }
        let mut details = Details::new(&name).with(table);
        if count > SHOWN {
            details = details.with(Paragraph::new(w.people_changes_more((count - SHOWN) as u64)));
        }
        all.push(details);
    }
    all
}

const fn table_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Added => "added",
        Kind::Returned => "returned",
        Kind::Changed => "changed",
        Kind::Moved => "moved",
        Kind::Left => "left",
    }
}

/// A few who stay as they are, so that one sees that the file was understood.
fn unchanged(w: Words, planned: &Planned) -> Body {
    let names: Vec<String> = match planned {
        Planned::Pupils(held, _, plan) => {
            let facts = plan.unchanged.iter().filter_map(|child| held.facts(child));
            facts.take(SAMPLE).map(|facts| facts.name.full()).collect()
        }
        Planned::Contacts(held, _, plan) => {
            let facts = plan.unchanged.iter().filter_map(|contact| held.contacts.get(contact)?.as_ref());
            facts.take(SAMPLE).map(|facts| facts.name.reveal().clone()).collect()
        }
        Planned::Staff(reading, plan) => {
            let staying =
                if plan.unchanged.is_empty() || plan.changes.len() + plan.rejected.len() > 0 { 0 } else { SAMPLE };
            reading.taken.iter().take(staying).map(|taken| taken.row.name.reveal().clone()).collect()
        }
    };
    if names.is_empty() {
        return Body::new();
    }
    Body::new().with(Paragraph::soft(w.people_unchanged_sample(&w.list(&names))))
}
