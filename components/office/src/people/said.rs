//! Columns, problems and changes in words.

use people_lists::{
    Code, Column, ContactChange, FileProblem, Kind, List, Note, Problem, PupilChange, PupilEntry, StaffChange,
};
use school_types::{KeyStage, Redacted, Role, YearGroup};
use words::Words;

/// The list, as a thing one brings.
pub(crate) fn list(w: Words, list: List) -> &'static str {
    match list {
        List::Pupils => w.people_list_pupils(),
        List::Contacts => w.people_list_contacts(),
        List::Staff => w.people_list_staff(),
    }
}

/// A column's heading.
pub(crate) fn column(w: Words, column: Column) -> &'static str {
    match column {
        Column::Id => w.people_column_id(),
        Column::Forename => w.people_column_forename(),
        Column::MiddleNames => w.people_column_middle_names(),
        Column::Surname => w.people_column_surname(),
        Column::PreferredForename => w.people_column_preferred_forename(),
        Column::PreferredSurname => w.people_column_preferred_surname(),
        Column::Name => w.people_column_name(),
        Column::Title => w.people_column_title(),
        Column::YearGroup => w.people_column_year_group(),
        Column::Class => w.people_column_class(),
        Column::KeyStage => w.people_column_key_stage(),
        Column::PupilId => w.people_column_pupil_id(),
        Column::Relation => w.people_column_relation(),
        Column::ParentalResponsibility => w.people_column_parental_responsibility(),
        Column::Email => w.people_column_email(),
        Column::Phone => w.people_column_phone(),
        Column::Role => w.people_column_role(),
    }
}

/// What is wrong in a row, with what to do about it.
pub(crate) fn problem(w: Words, problem: &Problem) -> String {
    let said = match problem.code {
        Code::Missing => w.people_code_missing(),
        Code::TooLong => w.people_code_too_long(),
        Code::Unreadable => w.people_code_unreadable(),
        Code::TooManyCells => w.people_code_too_many_cells(),
        Code::NumberMangled => w.people_code_number_mangled(),
        Code::YearGroup => w.people_code_year_group(),
        Code::KeyStage => w.people_code_key_stage(),
        Code::YesOrNo => w.people_code_yes_or_no(),
        Code::Email => w.people_code_email(),
        Code::SeveralEmails => w.people_code_several_emails(),
        Code::Phone => w.people_code_phone(),
        Code::Role => w.people_code_role(),
        Code::NameNotSplit => w.people_code_name_not_split(),
        Code::Duplicate => w.people_code_duplicate(),
        Code::UnknownPupil => w.people_code_unknown_pupil(),
        Code::PupilLeft => w.people_code_pupil_left(),
        Code::EmailTaken => w.people_code_email_taken(),
        Code::RoleNeedsAdministrator => w.people_code_role_needs_administrator(),
        Code::SpreadsheetError => w.people_code_spreadsheet_error(),
        Code::Placeholder => w.people_code_placeholder(),
        Code::Date => w.people_code_date(),
        Code::SeveralYears => w.people_code_several_years(),
        Code::EmailUnreachable => w.people_code_email_unreachable(),
    };
    match problem.column {
        Some(of) => w.people_problem_in(column(w, of), said),
        None => said.to_owned(),
    }
}

/// What there is to say of a row that can be taken.
pub(crate) fn note(w: Words, note: Note) -> &'static str {
    match note {
        Note::Capitals => w.people_note_capitals(),
        Note::LettersRepaired => w.people_note_letters_repaired(),
        Note::SecondEmail => w.people_note_second_email(),
        Note::SecondPhone => w.people_note_second_phone(),
        Note::EmailIsWords => w.people_note_email_is_words(),
        Note::EmailMistyped => w.people_note_email_mistyped(),
        Note::EmailShared => w.people_note_email_shared(),
        Note::TwoPeople => w.people_note_two_people(),
        Note::ResponsibilityBlank => w.people_note_responsibility_blank(),
        Note::OneName => w.people_note_one_name(),
        Note::Hidden => w.people_note_hidden(),
        Note::YearNotTaught => w.people_note_year_not_taught(),
    }
}

/// Why a whole file cannot be taken, with what to do about it.
pub(crate) fn file_problem(w: Words, problem: &FileProblem) -> String {
    match problem {
        FileProblem::Empty => w.people_file_empty().to_owned(),
        FileProblem::OldOrLockedExcel => w.people_file_old_excel().to_owned(),
        FileProblem::DamagedWorkbook => w.people_file_damaged().to_owned(),
        FileProblem::NotAList => w.people_file_not_a_list().to_owned(),
        FileProblem::TooManyRows => w.people_file_too_many_rows().to_owned(),
        FileProblem::TooMuch => w.people_file_too_much().to_owned(),
        FileProblem::ColumnsMissing(columns) => {
            let names: Vec<&str> = columns.iter().map(|missing| column(w, *missing)).collect();
            w.people_file_columns_missing(&w.list(&names))
        }
        FileProblem::ColumnTwice(twice) => w.people_file_column_twice(column(w, *twice)),
    }
}

/// So many people of a kind of change.
pub(crate) fn kind(w: Words, kind: Kind, count: u64) -> String {
    match kind {
        Kind::Added => w.people_kind_added(count),
        Kind::Returned => w.people_kind_returned(count),
        Kind::Changed => w.people_kind_changed(count),
        Kind::Moved => w.people_kind_moved(count),
        Kind::Left => w.people_kind_left(count),
    }
}

/// A year group.
pub(super) fn year(w: Words, year: YearGroup) -> String {
    match year.number() {
        -1 => w.office_year_nursery().to_owned(),
        0 => w.office_year_reception().to_owned(),
        number => w.office_year(&number.to_string()),
    }
}

fn stage(w: Words, stage: KeyStage) -> String {
    match stage {
        KeyStage::EarlyYears => w.people_stage_early_years().to_owned(),
        KeyStage::Ks1 => w.people_stage("1"),
        KeyStage::Ks2 => w.people_stage("2"),
        KeyStage::Ks3 => w.people_stage("3"),
        KeyStage::Ks4 => w.people_stage("4"),
        KeyStage::Ks5 => w.people_stage("5"),
    }
}

/// A role.
pub(super) fn role(w: Words, role: Role) -> &'static str {
    match role {
        Role::Office => w.people_role_office(),
        Role::Editor => w.people_role_editor(),
        Role::Teacher => w.people_role_teacher(),
        Role::CoOrdinator => w.people_role_co_ordinator(),
        Role::SafeguardingLead => w.people_role_safeguarding_lead(),
        Role::Head => w.people_role_head(),
        Role::Chair => w.people_role_chair(),
        Role::Governor => w.people_role_governor(),
        Role::Administrator => w.people_role_administrator(),
    }
}

/// A change as one line of a list: who, and what.
pub(super) struct Line {
    pub(super) who: String,
    pub(super) what: String,
}

/// A field that changes: `Email: before → after`.
pub(super) fn differs(w: Words, of: Column, before: &str, after: &str) -> String {
    match (before.is_empty(), after.is_empty()) {
        (true, _) => w.people_field_new(column(w, of), after),
        (false, true) => w.people_field_gone(column(w, of), before),
        (false, false) => w.people_field_changed(column(w, of), before, after),
    }
}

/// What is held of a pupil in this column.
fn pupil_cell(w: Words, entry: &PupilEntry, column: Column) -> String {
    let name = &entry.name;
    match column {
        Column::Id => entry.number.reveal().clone(),
        Column::Forename => name.forename.reveal().clone(),
        Column::MiddleNames => name.middle_names.reveal().clone(),
        Column::Surname => name.surname.reveal().clone(),
        Column::PreferredForename => {
            name.preferred_forename.as_ref().map(|name| name.reveal().clone()).unwrap_or_default()
        }
        Column::PreferredSurname => {
            name.preferred_surname.as_ref().map(|name| name.reveal().clone()).unwrap_or_default()
        }
        Column::YearGroup => year(w, entry.year_group),
        Column::Class => entry.class.reveal().clone(),
        Column::KeyStage => stage(w, entry.key_stage),
        _ => String::new(),
    }
}

/// A pupil's change.
pub(super) fn pupil(w: Words, change: &PupilChange) -> Line {
    let shown = change.after.as_ref().or(change.before.as_ref());
    let who = shown.map(|entry| entry.name.full()).unwrap_or_default();
    let place = shown.map(|entry| w.people_pupil_place(entry.class.reveal(), &year(w, entry.year_group)));
    let fields: Vec<String> = match (&change.before, &change.after) {
        (Some(before), Some(after)) => change
            .fields
            .iter()
            .map(|field| differs(w, *field, &pupil_cell(w, before, *field), &pupil_cell(w, after, *field)))
            .collect(),
        _ => Vec::new(),
    };
    let what = if fields.is_empty() { place.unwrap_or_default() } else { fields.join("; ") };
    Line { who, what }
}

/// A contact's change. Which pupils are theirs is said as a number: the pupils' names stand in the file.
pub(super) fn contact(w: Words, change: &ContactChange) -> Line {
    let shown = change.after.as_ref().or(change.before.as_ref());
    let who = shown.map(|entry| entry.name.reveal().clone()).unwrap_or_default();
    let text =
        |value: &Option<Redacted<String>>| value.as_ref().map(|value| value.reveal().clone()).unwrap_or_default();
    let listed = |count: usize| w.people_contact_listed(count as u64);
    let what = match (&change.before, &change.after) {
        (Some(before), Some(after)) => {
            let fields = change.fields.iter().map(|field| match field {
                Column::Name => differs(w, *field, before.name.reveal(), after.name.reveal()),
                Column::Email => differs(w, *field, &text(&before.email), &text(&after.email)),
                Column::Phone => differs(w, *field, &text(&before.phone), &text(&after.phone)),
                Column::PupilId => listed(after.listings.len()),
                other => w.people_field_differs(column(w, *other)),
            });
            fields.collect::<Vec<_>>().join("; ")
        }
        _ => shown.map(|entry| listed(entry.listings.len())).unwrap_or_default(),
    };
    Line { who, what }
}

/// A member of staff's change.
pub(super) fn staff(w: Words, change: &StaffChange) -> Line {
    let shown = change.after.as_ref().or(change.before.as_ref());
    let who = shown.map(|entry| entry.name.reveal().clone()).unwrap_or_default();
    let roles = |roles: &[Role]| w.list(&roles.iter().map(|held| role(w, *held)).collect::<Vec<_>>());
    let classes =
        |classes: &[Redacted<String>]| w.list(&classes.iter().map(|class| class.reveal()).collect::<Vec<_>>());
    let what = match (&change.before, &change.after) {
        (Some(before), Some(after)) => {
            let fields = change.fields.iter().map(|field| match field {
                Column::Name => differs(w, *field, before.name.reveal(), after.name.reveal()),
                Column::Role => differs(w, *field, &roles(&before.roles), &roles(&after.roles)),
                Column::Class => differs(w, *field, &classes(&before.classes), &classes(&after.classes)),
                _ => differs(w, *field, before.email.reveal(), after.email.reveal()),
            });
            fields.collect::<Vec<_>>().join("; ")
        }
        _ => shown.map(|entry| roles(&entry.roles)).unwrap_or_default(),
    };
    Line { who, what }
}
