//! Files of the shapes that systems and spreadsheets write.

use people_lists::{Code, Column, Encoding, FileProblem, Table, pupils, read};
use school_types::YearGroup;

use crate::{school::table, workbook};

const PLAIN: &str = "id,forename,middle_names,surname,preferred_forename,year_group,class,key_stage\n\
                     P1,Siân,Mair,O’Brien,,3,Kingfisher,\n\
                     P2,Zoë,,King,Zed,Reception,\"Wren, R\",EYFS\n";

/// The same two pupils, whatever the shape.
fn assert_same_pupils(bytes: &[u8], shape: &str) {
    let table = read(bytes).unwrap();
    let reading = pupils(&table).unwrap();
    assert!(reading.rejected.is_empty(), "{shape}: {:?}", reading.rejected);
    let said: Vec<String> = reading
        .taken
        .iter()
        .map(|taken| {
            let row = &taken.row;
            format!(
                "{} {} {} {} {}",
                row.number.reveal(),
                row.forename.reveal(),
                row.surname.reveal(),
                row.year_group.number(),
                row.class.reveal()
            )
        })
        .collect();
    assert_eq!(said, ["P1 Siân O’Brien 3 Kingfisher", "P2 Zoë King 0 Wren, R"], "{shape}");
}

fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |c| match c {
        '’' => 0x92,
        c => u8::try_from(u32::from(c)).unwrap(),
    };
    text.chars().map(byte).collect()
}

#[test]
fn every_shape_of_a_file_says_the_same() {
    let crlf = PLAIN.replace('\n', "\r\n");
    let semicolons = "\"Adno\";\"Legal Forename\";\"Legal surname\";\"Year Group\";\"Reg Group\";\"DOB\"\r\n\
                      \"P1\";\"Siân\";\"O’Brien\";\"Year 3\";\"Kingfisher\";\"\"\r\n\
                      \"P2\";\"Zoë\";\"King\";\"R\";\"Wren, R\";\"\"\r\n";
    let tabs = "Pupil ID\tFirst name\tLast name\tYr\tClass name\n\nP1\tSiân\tO’Brien\tY3\tKingfisher\n\t\t\t\t\nP2\tZoë\tKing\tYR\tWren, R\n";
    let utf16 =
        |bytes: fn(u16) -> [u8; 2]| format!("\u{feff}{tabs}").encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let shapes: [(&str, Vec<u8>); 13] = [
        ("plain", PLAIN.into()),
        ("crlf", crlf.clone().into()),
        ("cr", PLAIN.replace('\n', "\r").into()),
        ("mark", format!("\u{feff}{crlf}").into()),
        ("windows-1252", windows_1252(&crlf)),
        ("semicolons", semicolons.into()),
        ("sep line", format!("sep=;\r\n{semicolons}").into()),
        ("tabs", tabs.into()),
        ("utf-16 le", utf16(u16::to_le_bytes)),
        ("utf-16 be", utf16(u16::to_be_bytes)),
        ("title above", format!("Class list,,,\nPrinted on 1 September 2026,,,\n\n{PLAIN}").into()),
        ("trailing commas", PLAIN.replace('\n', ",,,\n").into()),
        (
            "workbook",
            workbook::of(&[
                &["UPN", "Surname", "Forename", "NC year", "Form"],
                &["P1", "O’Brien", "Siân", "3", "Kingfisher"],
                &[],
                &["P2", "King", "Zoë", "Reception", "Wren, R"],
            ]),
        ),
    ];
    for (shape, bytes) in shapes {
        assert_same_pupils(&bytes, shape);
    }
}

#[test]
fn a_row_quoted_as_a_whole_is_read_once_more() {
    let quoted: String = PLAIN.lines().map(|line| format!("\"{}\"\n", line.replace('"', "\"\""))).collect();
    assert_same_pupils(quoted.as_bytes(), "quoted");
}

#[test]
fn json_objects_are_rows_too() {
    let record = |pairs: &[(&str, &str)]| pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    let table = Table::of_records(vec![
        record(&[
            ("id", "P1"),
            ("forename", "Siân"),
            ("surname", "O’Brien"),
            ("year_group", "3"),
            ("class", "Kingfisher"),
        ]),
        record(&[("class", "Wren, R"), ("id", "P2"), ("forename", "Zoë"), ("surname", "King"), ("year_group", "x")]),
    ])
    .unwrap();
    let reading = pupils(&table).unwrap();
    assert_eq!((reading.taken[0].line, reading.rejected[0].row.line), (1, 2));
    assert_eq!(reading.rejected[0].problems[0].code, Code::YearGroup);
}

#[test]
fn a_workbook_keeps_numbers_as_they_were_meant_and_lines_as_excel_counts_them() {
    let bytes = workbook::of(&[
        &["Admission number", "Forename", "Surname", "Year", "Reg"],
        &["=12", "Ada", "King", "=3", "=1E1"],
    ]);
    let reading = pupils(&read(&bytes).unwrap()).unwrap();
    let taken = &reading.taken[0];
    assert_eq!((taken.line, taken.row.number.reveal().as_str()), (2, "12"));
    assert_eq!((taken.row.class.reveal().as_str(), taken.row.year_group), ("10", YearGroup::new(3).unwrap()));
}

#[test]
fn what_is_no_list_is_refused_as_a_whole_with_the_reason() {
    let problem = |bytes: &[u8]| read(bytes).and_then(|table| pupils(&table).map(|_| ())).unwrap_err();
    assert_eq!(problem(b""), FileProblem::Empty);
    assert_eq!(problem(b"\n \r\n,,\n"), FileProblem::Empty);
    assert_eq!(problem(b"%PDF-1.7\n"), FileProblem::NotAList);
    assert_eq!(problem(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1]), FileProblem::OldOrLockedExcel);
    assert_eq!(problem(b"PK\x03\x04broken"), FileProblem::DamagedWorkbook);
    assert_eq!(
        problem(b"Forename,Surname\nAda,King\n"),
        FileProblem::ColumnsMissing(vec![Column::Id, Column::YearGroup, Column::Class])
    );
    assert_eq!(problem(b"id,class,year,forename,surname,Class\n"), FileProblem::ColumnTwice(Column::Class));
    let long = format!("id,forename,surname,year,class\n{}", "x,\n".repeat(20_001));
    assert_eq!(problem(long.as_bytes()), FileProblem::TooManyRows);
    assert_eq!(problem(",".repeat(300).as_bytes()), FileProblem::TooMuch);
}

#[test]
fn a_row_says_everything_that_is_wrong_with_it_and_where() {
    let text = "id,forename,surname,year,class\n\
                P1,,King,15,\n\
                ,Ada,King,3,K\n\
                1.2E+10,Bo,King,3,K\n\
                P4,King, Cy,3,K,x\n\
                P5,Ren\u{fffd},King,3,K\n";
    let reading = pupils(&table(text)).unwrap();
    type Said = (u32, Vec<(Option<Column>, Code)>);
    let said: Vec<Said> = reading
        .rejected
        .iter()
        .map(|rejected| (rejected.row.line, rejected.problems.iter().map(|p| (p.column, p.code)).collect()))
        .collect();
    let expected = vec![
        (
            2,
            vec![
                (Some(Column::Forename), Code::Missing),
                (Some(Column::YearGroup), Code::YearGroup),
                (Some(Column::Class), Code::Missing),
            ],
        ),
        (3, vec![(Some(Column::Id), Code::Missing)]),
        (4, vec![(Some(Column::Id), Code::NumberMangled)]),
        (5, vec![(None, Code::TooManyCells)]),
        (6, vec![(Some(Column::Forename), Code::Unreadable)]),
    ];
    assert_eq!(said, expected);
}

#[test]
fn headings_that_nothing_is_taken_from_are_named() {
    let reading = pupils(&table("id,forename,surname,DOB,year,class,Religion\n")).unwrap();
    assert_eq!(reading.unused, ["DOB", "Religion"]);
    assert_eq!(read(&windows_1252(PLAIN)).unwrap().encoding, Some(Encoding::Windows1252));
}

#[test]
fn nothing_of_a_file_is_shown_in_a_log() {
    let table = table(PLAIN);
    let reading = pupils(&table).unwrap();
    let shown = format!("{table:?} {:?} {:?} {:?}", table.rows, reading.taken, reading.header);
    for name in ["Siân", "O’Brien", "Kingfisher", "P1"] {
        assert!(!shown.contains(name), "{name} in {shown}");
    }
}
