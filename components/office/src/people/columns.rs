//! Which columns a list has, explained, and as an example to fill in.

use pages::{Column as Head, Details, Paragraph, Steps, Table};
use people_lists::{Column, List};
use reception::{Colleague, Problem};
use web::Response;
use words::Words;

use super::{rejected::line, said};

/// Which columns the list has.
pub(super) fn details(w: Words, list: List) -> Details {
    let heads = [
        Head::new(w.people_columns_heading()),
        Head::new(w.people_columns_meaning()),
        Head::new(w.people_columns_example()),
    ];
    let mut table = Table::new("columns", w.people_columns_caption(list.columns().len() as u64), heads);
    for (place, column) in list.columns().iter().enumerate() {
        let example = rows(list)[0][place];
        table = table.row([said::column(w, *column), meaning(w, list, *column), example]);
    }
    Details::new(w.people_columns_title()).with(Paragraph::new(w.people_columns_text())).with(table)
}

/// How to get a file out of Excel.
pub(super) fn excel(w: Words) -> Details {
    let steps = [w.people_excel_one(), w.people_excel_two(), w.people_excel_three()];
    Details::new(w.people_excel_title()).with(Paragraph::new(w.people_excel_text())).with(Steps::new(steps))
}

fn meaning(w: Words, list: List, column: Column) -> &'static str {
    match column {
        Column::Id if list == List::Staff => w.people_meaning_staff_id(),
        Column::Id => w.people_meaning_id(),
        Column::Forename => w.people_meaning_forename(),
        Column::MiddleNames => w.people_meaning_middle_names(),
        Column::Surname => w.people_meaning_surname(),
        Column::PreferredForename => w.people_meaning_preferred_forename(),
        Column::PreferredSurname => w.people_meaning_preferred_surname(),
        Column::YearGroup => w.people_meaning_year_group(),
        Column::Class if list == List::Staff => w.people_meaning_staff_class(),
        Column::Class => w.people_meaning_class(),
        Column::KeyStage => w.people_meaning_key_stage(),
        Column::PupilId => w.people_meaning_pupil_id(),
        Column::Relation => w.people_meaning_relation(),
        Column::ParentalResponsibility => w.people_meaning_parental_responsibility(),
        Column::Email if list == List::Staff => w.people_meaning_staff_email(),
        Column::Email => w.people_meaning_email(),
        Column::Phone => w.people_meaning_phone(),
        Column::Role => w.people_meaning_role(),
        Column::Name | Column::Title => w.people_meaning_name(),
    }
}

/// Rows of people who do not exist, one cell for each of the list's columns.
fn rows(list: List) -> [&'static [&'static str]; 2] {
    match list {
        List::Pupils => [
            &["A1001", "Elizabeth", "Mary", "Okafor", "Lily", "", "3", "Kingfisher", "KS2"],
            &["A1002", "Noah", "", "Pugh", "", "", "Reception", "Wren", ""],
        ],
        List::Contacts => [
            &["A1001", "Ruth Okafor", "mother", "yes", "ruth@example.org", "07700 900111"],
            &["A1002", "Dewi Pugh", "grandfather", "no", "", "01632 960112"],
        ],
        List::Staff => [
            &["S21", "Ivy Holm", "office", "ivy@example.org", ""],
            &["S22", "Kay Lund", "teacher; editor", "kay@example.org", "Wren"],
        ],
    }
}

/// The example, as a file that Excel opens as it is meant.
pub(super) fn example(colleague: &Colleague<'_, '_>, list: List) -> Result<Response, Problem> {
    let heads: Vec<&str> = list.columns().iter().map(|column| column.name()).collect();
    let mut file = "\u{feff}".to_owned() + &line(&heads);
    for row in rows(list) {
        file += &line(row);
    }
    let name = colleague.guest().words().people_example_file(list.name());
    Ok(web::download(file, "text/csv; charset=utf-8", &name))
}
