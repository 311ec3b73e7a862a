//! What schools' systems and spreadsheets do to lists on the way.

use people_lists::{Code, Column, Encoding, Note, PupilRow, Reading, contacts, pupils, read, staff};

use crate::{
    school::{School, child, table},
    workbook,
};

const PUPILS: &str = "id,forename,surname,year group,class\n";

fn read_pupils(text: &str) -> Reading<PupilRow> {
    pupils(&table(text)).unwrap()
}

/// What is wrong with the one row below our own header.
fn wrong(row: &str) -> Vec<(Option<Column>, Code)> {
    let reading = read_pupils(&format!("{PUPILS}{row}\n"));
    assert!(reading.taken.is_empty(), "{row}");
    reading.rejected[0].problems.iter().map(|problem| (problem.column, problem.code)).collect()
}

fn names<T>(reading: &Reading<T>, name: impl Fn(&T) -> String) -> Vec<String> {
    reading.taken.iter().map(|taken| name(&taken.row)).collect()
}

fn full(row: &PupilRow) -> String {
    format!("{} {}", row.forename.reveal(), row.surname.reveal())
}

#[test]
fn a_class_of_two_years_does_not_make_a_pupil_of_year_12() {
    for year in ["1/2", "Year 1/2", "R/1", "\"1,2\"", "1 & 2"] {
        assert_eq!(wrong(&format!("1,Ada,King,{year},Oak")), [(Some(Column::YearGroup), Code::SeveralYears)], "{year}");
    }
    assert_eq!(read_pupils(&format!("{PUPILS}1,Ada,King,12,12A\n")).taken[0].row.year_group.number(), 12);
}

#[test]
fn the_surname_a_pupil_is_known_by_is_read_beside_the_legal_one() {
    let sims = "Adno,Legal Surname,Legal Forename,Preferred Surname,Preferred Forename,Year,Reg\n\
                1,King,Ada,Lovelace,Ada,Year  5,5A\n2,King,Bo,,,Year  5,5A\n3,King,Cy,King,Cy,Year  5,5A\n";
    let reading = read_pupils(sims);
    let known: Vec<Option<&str>> = reading
        .taken
        .iter()
        .map(|taken| taken.row.preferred_surname.as_ref().unwrap().as_ref().map(|name| name.reveal().as_str()))
        .collect();
    assert_eq!(known, [Some("Lovelace"), None, None]);
    assert_eq!(names(&reading, full), ["Ada King", "Bo King", "Cy King"]);
    let bromcom = "AdmissionNumber,PreferredFirstName,PreferredLastName,YearGroup,TutorGroup\n1,Ada,Lovelace,5,5A\n";
    assert_eq!(names(&read_pupils(bromcom), full), ["Ada Lovelace"]);
    // Held, the known surname stays where a later list does not say it.
    let mut school = School::with_pupils(sims);
    let plan = school.take_pupils(
        "id,forename,surname,year,class\n1,Ada,King,6,6A\n2,Bo,King,5,5A\n3,Cy,King,5,5A\n",
        people_lists::Absent::Leave,
    );
    assert_eq!(plan.changes[0].after.as_ref().unwrap().name.full(), "Ada Lovelace");
}

#[test]
fn a_class_that_a_spreadsheet_made_a_date_of_is_refused() {
    for class in ["05-Jun", "05/06/2026 00:00", "2026-06-05", "46178", "Jun-05"] {
        assert_eq!(wrong(&format!("1,Ada,King,5,{class}")), [(Some(Column::Class), Code::Date)], "{class}");
    }
    let bytes =
        workbook::of(&[&["id", "forename", "surname", "year", "class"], &["=1", "Ada", "King", "=5", "=46178"]]);
    assert_eq!(pupils(&read(&bytes).unwrap()).unwrap().rejected[0].problems[0].code, Code::Date);
    for class in ["5/6", "5-6", "5 May", "Oak 5/6"] {
        assert_eq!(read_pupils(&format!("{PUPILS}1,Ada,King,5,{class}\n")).taken[0].row.class.reveal(), class);
    }
}

#[test]
fn a_class_of_a_workbook_is_the_number_that_was_typed() {
    let bytes = workbook::of(&[
        &["id", "forename", "surname", "year", "class"],
        &["=1", "Ada", "King", "=5", "=4.0999999999999996"],
    ]);
    assert_eq!(pupils(&read(&bytes).unwrap()).unwrap().taken[0].row.class.reveal(), "4.1");
    assert_eq!(read_pupils(&format!("{PUPILS}1,Ada,King,5,4.0999999999999996\n")).taken[0].row.class.reveal(), "4.1");
}

#[test]
fn what_stands_for_a_name_nobody_knows_is_no_name() {
    for surname in ["#N/A", "#REF!", "#NAME?"] {
        assert_eq!(wrong(&format!("2,Khushi,{surname},5,5A")), [(Some(Column::Surname), Code::SpreadsheetError)]);
    }
    for surname in ["n/a", "unknown", "TBC", "not given", "0"] {
        assert_eq!(
            wrong(&format!("2,Khushi,{surname},5,5A")),
            [(Some(Column::Surname), Code::Placeholder)],
            "{surname}"
        );
    }
    assert_eq!(wrong("2,Khushi,Rao,5,#REF!"), [(Some(Column::Class), Code::SpreadsheetError)]);
    assert_eq!(wrong("2,unknown,Rao,5,5A"), [(Some(Column::Forename), Code::Placeholder)]);
    assert_eq!(wrong("#N/A,Khushi,Rao,5,5A"), [(Some(Column::Id), Code::SpreadsheetError)]);
    assert_eq!(names(&read_pupils(&format!("{PUPILS}1,Na,Null,5,5A\n2,Bo,None,5,5A\n")), full), ["Na Null", "Bo None"]);
}

#[test]
fn a_pupil_may_have_one_name() {
    for row in ["2,Khushi,,5,5A", "2,Khushi,.,5,5A", "2,Khushi,-,5,5A", "2,.,Khushi,5,5A"] {
        let reading = read_pupils(&format!("{PUPILS}{row}\n"));
        assert_eq!(names(&reading, full), ["Khushi "], "{row}");
        assert_eq!(reading.remarks[0].note, Note::OneName);
    }
    assert_eq!(wrong("2,,,5,5A"), [(Some(Column::Forename), Code::Missing)]);
}

#[test]
fn letters_are_read_as_they_were_meant() {
    for row in ["1,Zo&euml;,O&#39;Brien,5,5A", "1,ZoÃ«,O'Brien_x000D_,5,5A", "1,Zoe\u{308},O'\u{200b}Brien\u{a0},5,5A"]
    {
        let reading = read_pupils(&format!("{PUPILS}{row}\n"));
        assert_eq!(names(&reading, full), ["Zoë O'Brien"], "{row}");
        assert_eq!(reading.remarks.iter().any(|remark| remark.note == Note::LettersRepaired), row.contains('Ã'));
    }
}

#[test]
fn an_old_mac_and_dos_are_read_right() {
    let mac = b"id,forename,surname,year group,class\n1,Zo\x91,O\xd5Brien,5,5A\n2,Si\x89n,\x83vans,5,5A\n";
    let table = read(mac).unwrap();
    assert_eq!(table.encoding, Some(Encoding::MacRoman));
    assert_eq!(names(&pupils(&table).unwrap(), full), ["Zoë O’Brien", "Siân Évans"]);
    let dos = b"id,forename,surname,year group,class\n1,Zo\x89,B\x82langer,5,5A\n";
    let table = read(dos).unwrap();
    assert_eq!(table.encoding, Some(Encoding::Dos850));
    assert_eq!(names(&pupils(&table).unwrap(), full), ["Zoë Bélanger"]);
}

#[test]
fn a_name_in_capitals_is_written_as_people_write_it_and_stays_as_it_is_held() {
    let reading = read_pupils(&format!("{PUPILS}1,Kwame,BOATENG,5,5A\n2,ADA,O'NEILL-MCGEE,5,5A\n3,AJ,King,5,5A\n"));
    assert_eq!(names(&reading, full), ["Kwame Boateng", "Ada O'Neill-McGee", "AJ King"]);
    assert_eq!(reading.remarks.len(), 3);
    let school = School::with_pupils(&format!("{PUPILS}1,Poppy,MacDonald,5,5A\n"));
    let plan = school.pupils_plan(&table(&format!("{PUPILS}1,POPPY,MACDONALD,5,5A\n")), people_lists::Absent::Leave);
    assert_eq!(plan.changes, []);
    let whole = "id,name,year,class\n1,OKAFOR Amara,5,5A\n2,\"KING, Ada\",5,5A\n";
    assert_eq!(names(&read_pupils(whole), full), ["Amara Okafor", "Ada King"]);
}

#[test]
fn a_total_and_a_heading_once_more_are_nobody() {
    let rows = "1,Ada,King,5,5A\nTotal pupils: 90,,,,\nid,forename,surname,year group,class\n2,Bo,Lane,5,5A\n,,,,Page 1 of 2\nTotal,,,,90\n";
    let reading = read_pupils(&format!("{PUPILS}{rows}"));
    assert_eq!((reading.taken.len(), reading.rejected.len(), reading.ignored.as_slice()), (2, 0, &[3, 4, 6, 7][..]));
    // So leavers are leavers.
    let school = School::with_pupils(&format!("{PUPILS}1,Ada,King,5,5A\n2,Bo,Lane,5,5A\n3,Cy,Moss,5,5A\n"));
    let plan = school.pupils_plan(&table(&format!("{PUPILS}{rows}")), people_lists::Absent::Leave);
    assert_eq!(plan.count(people_lists::Kind::Left), 1);
}

#[test]
fn hidden_rows_are_read_and_said() {
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |attributes: &str, cells: &[&str]| {
        format!("<row {attributes}>{}</row>", cells.iter().map(|text| cell(text)).collect::<String>())
    };
    let sheet = row("r=\"1\"", &["id", "forename", "surname", "year", "class"])
        + &row("r=\"2\"", &["1", "Ada", "King", "5", "5A"])
        + &row("r=\"3\" hidden=\"1\"", &["2", "Bo", "Lane", "5", "5A"]);
    let reading = pupils(&read(&workbook::of_parts("", &sheet)).unwrap()).unwrap();
    assert_eq!(reading.taken.len(), 2);
    assert_eq!(
        reading.remarks.iter().map(|remark| (remark.note, remark.line)).collect::<Vec<_>>(),
        [(Note::Hidden, 3)]
    );
}

const FAMILY: &str = "id,forename,surname,year,class\nP1,Ada,King,3,3K\nP2,Bo,King,4,4M\n";
const HEADER: &str = "pupil_id,name,relation,parental_responsibility,email,phone\n";

fn read_contacts(text: &str) -> Reading<people_lists::ContactRow> {
    contacts(&table(text), &School::with_pupils(FAMILY).index(), child).unwrap()
}

#[test]
fn nobody_is_dropped_for_what_stands_instead_of_an_address() {
    for (cell, email, note) in [
        ("not given", None, None),
        ("N/A", None, None),
        ("ask her mother", None, Some(Note::EmailIsWords)),
        ("ruth@example.org; r.king@example.org", Some("ruth@example.org"), Some(Note::SecondEmail)),
        ("ruth@gmial.com", Some("ruth@gmial.com"), Some(Note::EmailMistyped)),
        ("ruth\u{200b}@example.org", Some("ruth@example.org"), None),
        ("r’king@example.org", Some("r'king@example.org"), None),
    ] {
        let reading = read_contacts(&format!("{HEADER}P1,Ruth King,mother,yes,{cell},07700 900111\n"));
        let held = reading.taken[0].row.email.clone().flatten();
        assert_eq!(held.as_ref().map(|email| email.reveal().as_str()), email, "{cell}");
        assert_eq!(reading.remarks.first().map(|remark| remark.note), note, "{cell}");
    }
    for cell in ["ruth@münchen.example", "jürgen@example.org", "noreply@example.org", "ruth@home.invalid"] {
        let reading = read_contacts(&format!("{HEADER}P1,Ruth King,mother,yes,{cell},\n"));
        assert_eq!(reading.rejected[0].problems[0].code, Code::EmailUnreachable, "{cell}");
    }
    let reading = read_contacts(&format!("{HEADER}P1,Ruth King,mother,yes,ruth@example.c,\n"));
    assert_eq!(reading.rejected[0].problems[0].code, Code::Email);
}

#[test]
fn a_shared_address_and_two_people_in_a_row_are_said() {
    let rows = "P1,Ruth King,mother,yes,king@example.org,\nP1,Tom King,father,yes,king@example.org,\nP2,Mr & Mrs Lane,parents,yes,lane@example.org,\n";
    let reading = read_contacts(&format!("{HEADER}{rows}"));
    let said: Vec<_> = reading.remarks.iter().map(|remark| (remark.note, remark.line)).collect();
    assert_eq!(said, [(Note::EmailShared, 2), (Note::EmailShared, 3), (Note::TwoPeople, 4)]);
}

#[test]
fn a_name_in_another_unicode_form_is_the_same_person() {
    let mut school = School::with_pupils(FAMILY);
    let row = |name: &str| format!("{HEADER}P1,{name},mother,yes,,07700 900111\n");
    school.take_contacts(&row("Zoë Bélanger"), people_lists::Absent::Leave);
    let again = school.contacts_plan(&table(&row("Zoe\u{308} Be\u{301}langer")), people_lists::Absent::Leave);
    assert_eq!((again.changes.len(), again.unchanged.len()), (0, 1));
}

#[test]
fn a_contact_whose_name_became_an_error_keeps_their_name() {
    let mut school = School::with_pupils(FAMILY);
    school.take_contacts(&format!("{HEADER}P1,Ruth King,mother,yes,ruth@example.org,\n"), people_lists::Absent::Leave);
    let plan =
        school.take_contacts(&format!("{HEADER}P1,#N/A,mother,yes,ruth@example.org,\n"), people_lists::Absent::Leave);
    assert_eq!(plan.changes, []);
    assert_eq!(school.listed("P1"), ["Ruth King"]);
}

#[test]
fn all_contacts_of_a_pupil_may_stand_in_one_row() {
    let wide = "Adno,Contact 1 Name,Contact 1 Relationship,Contact 1 Parental Responsibility,Contact 1 Email,\
                Contact 2 Name,Contact 2 Relationship,Contact 2 Parental Responsibility,Contact 2 Email\n\
                P1,Ruth King,Mum,Yes,ruth@example.org,Nan King,Grandmother,,\nP2,Ruth King,Mum,Yes,ruth@example.org,,,,\n";
    let reading = read_contacts(wide);
    assert!(reading.rejected.is_empty(), "{:?}", reading.rejected);
    let said: Vec<String> = reading
        .taken
        .iter()
        .map(|taken| format!("{} {} {}", taken.line, taken.row.name.reveal(), taken.row.parental_responsibility))
        .collect();
    assert_eq!(said, ["2 Nan King false", "2 Ruth King true", "3 Ruth King true"].map(str::to_owned));
}

#[test]
fn a_list_of_staff_may_say_whose_class_it_is() {
    let text = "id,name,role,email,class\nS1,Kay Lund,teacher,kay@example.org,\"Wren; 5/6\"\nS2,Ivy Holm,office,ivy@example.org,n/a\n";
    let reading = staff(&table(text)).unwrap();
    let classes: Vec<Vec<&str>> = reading
        .taken
        .iter()
        .map(|taken| taken.row.classes.iter().flatten().map(|class| class.reveal().as_str()).collect())
        .collect();
    assert_eq!(classes, [vec!["5/6", "Wren"], vec![]]);
    let mut school = School::default();
    school.take_staff(text, people_lists::Absent::Leave, true);
    // A list without the column says nothing of classes.
    let plan = school.staff_plan(
        &table("id,name,role,email\nS1,Kay Lund,teacher,kay@example.org\n"),
        people_lists::Absent::Keep,
        true,
    );
    assert_eq!(plan.changes, []);
}
