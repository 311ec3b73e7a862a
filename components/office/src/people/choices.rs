//! What whoever takes a list says of it: that pupils with another number are who their name says, and that it may undo what the
//! office changed by hand.

use pages::{Body, ButtonRow, Column as Head, Form, LinkButton, Notice, Paragraph, Table};
use people_lists::{Behind, Column, ContactEntry};
use school_types::Redacted;
use web::Fields;
use words::Words;

use super::{planned::Planned, said};

/// By what pupils are known whose number is another one: by their names, if whoever takes the list says so.
pub(super) const MATCH: &str = "match";
pub(super) const NAMES: &str = "names";
/// Whose details are taken where a list says what stood there before the office changed it.
const DETAILS: &str = "details";
const LIST: &str = "list";

/// What was said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Choices {
    pub(super) match_names: bool,
    pub(super) undo_hand_edits: bool,
}

impl Choices {
    /// As an address or a form says it.
    pub(super) fn of(fields: &Fields) -> Self {
        Self { match_names: fields.has(MATCH, NAMES), undo_hand_edits: fields.has(DETAILS, LIST) }
    }

    /// The form that says it again.
    pub(super) fn hidden(self, mut form: Form) -> Form {
        if self.match_names {
            form = form.hidden(MATCH, NAMES);
        }
        if self.undo_hand_edits {
            form = form.hidden(DETAILS, LIST);
        }
        form
    }
}

/// What the list would undo of the office's own changes, and that it is kept unless somebody says otherwise.
pub(super) fn by_hand(w: Words, planned: &Planned, choices: Choices, here: &str) -> Body {
    let behind = planned.behind();
    if behind.is_empty() {
        return Body::new();
    }
    let title = w.people_hand_title(behind.len() as u64);
    let (text, other) = match choices.undo_hand_edits {
        true => (w.people_hand_undone(), LinkButton::secondary(w.people_hand_keep(), here)),
        false => {
            (w.people_hand_kept(), LinkButton::secondary(w.people_hand_undo(), format!("{here}?{DETAILS}={LIST}")))
        }
    };
    let heads = [Head::new(w.people_change_who()), Head::new(w.people_hand_change())];
    let mut table = Table::new("by-hand", title.as_str(), heads);
    for behind in behind {
        table = table.row([behind.office.name.reveal().clone(), what(w, behind)]);
    }
    let notice = Notice::care().title(title).with(Paragraph::new(text)).with(ButtonRow::new().with(other));
    Body::new().with(notice).with(table)
}

/// What the office entered, and what the list says: `Email: new@example.org → old@example.org`.
fn what(w: Words, behind: &Behind) -> String {
    let text =
        |value: &Option<Redacted<String>>| value.as_ref().map(|value| value.reveal().clone()).unwrap_or_default();
    let Some(file) = &behind.file else { return w.people_hand_removes().to_owned() };
    let office = &behind.office;
    let listed = |entry: &ContactEntry| entry.listings.len();
    let fields = behind.fields.iter().map(|field| match field {
        Column::Name => said::differs(w, *field, office.name.reveal(), file.name.reveal()),
        Column::Email => said::differs(w, *field, &text(&office.email), &text(&file.email)),
        Column::Phone => said::differs(w, *field, &text(&office.phone), &text(&file.phone)),
        Column::PupilId if listed(file) < listed(office) => w.people_hand_removes().to_owned(),
        Column::PupilId => w.people_hand_adds().to_owned(),
        other => w.people_field_differs(said::column(w, *other)),
    });
    fields.collect::<Vec<_>>().join("; ")
}
