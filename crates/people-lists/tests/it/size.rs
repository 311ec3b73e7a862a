//! How much of a file is kept: the memory it is read in is shared with other people's requests.

use people_lists::{FileProblem, Table, pupils, read};

use crate::workbook;

/// Rows of a sheet whose cells all refer to the first shared text.
fn sheet(rows: usize, columns: usize) -> String {
    let row = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(columns));
    row.repeat(rows)
}

fn refused(read: Result<Table, FileProblem>) -> FileProblem {
    read.unwrap_err()
}

fn records(rows: usize, columns: usize, value: &str) -> Vec<Vec<(String, String)>> {
    let record: Vec<_> = (0..columns).map(|column| (format!("c{column}"), value.to_owned())).collect();
    vec![record; rows]
}

#[test]
fn a_long_shared_text_is_not_kept_once_for_every_cell_that_names_it() {
    let texts = format!("<si><t>{}</t></si>", "x".repeat(1_000_000));
    let bomb = workbook::of_parts(&texts, &sheet(19_000, 20));
    assert!(bomb.len() < 100_000, "{} bytes are sent", bomb.len());
    assert_eq!(refused(read(&bomb)), FileProblem::TooMuch);
    // Eight thousand bytes are kept of the text, and eight million of a file.
    let kept = read(&workbook::of_parts(&texts, &sheet(1_000, 1))).unwrap();
    assert!(kept.rows.iter().all(|row| row.cells[0].len() == 8_000));
    assert_eq!(refused(read(&workbook::of_parts(&texts, &sheet(1_001, 1)))), FileProblem::TooMuch);
}

#[test]
fn a_cut_text_ends_between_two_characters() {
    let pieces = format!("<si><r><t>x{}</t></r><r><t>é&amp;</t></r></si>", "é".repeat(5_000));
    let kept = read(&workbook::of_parts(&pieces, &sheet(1, 1))).unwrap();
    assert!(kept.rows[0].cells[0].starts_with("xéé"));
    assert!((7_999..=8_000).contains(&kept.rows[0].cells[0].len()));
}

#[test]
fn a_workbook_of_nothing_but_shared_texts_or_brackets_is_too_much() {
    assert_eq!(refused(read(&workbook::of_parts(&"<si/>".repeat(600_001), &sheet(1, 1)))), FileProblem::TooMuch);
    assert_eq!(refused(read(&workbook::of_parts("", &"<row>".repeat(1_000)))), FileProblem::TooMuch);
}

#[test]
fn the_cells_of_a_file_are_bounded_whichever_way_it_is_written() {
    let text = |rows: usize| format!("{}x\n", "x,".repeat(249)).repeat(rows);
    assert_eq!(Table::of_text(&text(2_400)).unwrap().rows.len(), 2_400);
    assert_eq!(refused(Table::of_text(&text(2_401))), FileProblem::TooMuch);
    assert_eq!(Table::of_records(records(2_399, 250, "")).unwrap().rows.len(), 2_400);
    assert_eq!(refused(Table::of_records(records(2_400, 250, ""))), FileProblem::TooMuch);
    let far = |rows| workbook::of_parts("<si><t>x</t></si>", &"<row><c r=\"IP1\"><v>1</v></c></row>".repeat(rows));
    assert_eq!(read(&far(2_400)).unwrap().rows.len(), 2_400);
    assert_eq!(refused(read(&far(2_401))), FileProblem::TooMuch);
}

#[test]
fn a_record_of_one_late_field_takes_the_room_of_those_before_it() {
    let mut list = records(1, 250, "x");
    list.extend(vec![vec![("c249".to_owned(), "x".to_owned())]; 2_399]);
    assert_eq!(refused(Table::of_records(list)), FileProblem::TooMuch);
    let mut list = records(1, 250, "x");
    list.extend(vec![vec![("c0".to_owned(), "x".to_owned())]; 19_999]);
    assert!(Table::of_records(list).unwrap().rows[2..].iter().all(|row| row.cells.len() == 1));
}

#[test]
fn text_is_bounded_in_records_and_rows_quoted_as_a_whole() {
    assert_eq!(refused(Table::of_records(records(1_001, 1, &"x".repeat(8_000)))), FileProblem::TooMuch);
    let quoted = format!("\"id,forename,surname\"\n{}", format!("\"{}\"\n", "x,".repeat(200)).repeat(3_000));
    assert_eq!(refused(Table::of_text(&quoted)), FileProblem::TooMuch);
}

#[test]
fn blank_rows_and_columns_below_a_list_take_no_room() {
    let list =
        format!("id,forename,surname,year,class\nP1,Ada,King,3,K\n{}", format!("{}\n", ",".repeat(40)).repeat(50_000));
    assert_eq!(Table::of_text(&list).unwrap().rows.len(), 2);
}

#[test]
fn the_longest_list_of_a_school_is_read_however_it_is_written() {
    let more = |start: &str| (5..20).map(|column| format!(",{start}{column}")).collect::<String>();
    let head = format!("id,forename,surname,year,class{}\n", more("Column "));
    let row = |number: usize| format!("P{number},Ada,King,3,Kingfisher{}\n", more("note "));
    let text: String = std::iter::once(head).chain((1..20_000).map(row)).collect();
    assert_eq!(pupils(&Table::of_text(&text).unwrap()).unwrap().taken.len(), 19_999);
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    let rows: Vec<&[&str]> = lines.iter().map(Vec::as_slice).collect();
    assert_eq!(pupils(&read(&workbook::of(&rows)).unwrap()).unwrap().taken.len(), 19_999);
    let record =
        |line: &Vec<&str>| lines[0].iter().zip(line).map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    let table = Table::of_records(lines[1..].iter().map(record).collect()).unwrap();
    assert_eq!(pupils(&table).unwrap().taken.len(), 19_999);
}
