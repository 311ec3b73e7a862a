//! What holds whatever the file.

use people_lists::{Absent, read};
use proptest::prelude::*;

use crate::school::{School, table};

/// Rows such as nobody wants to read.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[A-Za-z ,;\"'’éŵ-]{0,12}",
        "[0-9.E+]{1,8}",
        "(Y|N|x|TRUE|R|Year [0-9]|3|KS2|P[1-9]|teacher|mother)",
        "[a-c]@[x-z]\\.example\\.org",
        "\\PC{0,8}",
    ]
}

fn file(columns: usize) -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec(cell(), columns..=columns + 1), 0..14)
}

fn written(header: &str, rows: &[Vec<String>], separator: &str, end: &str) -> String {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(separator) + end;
    header.replace(',', separator) + end + &rows.iter().map(line).collect::<String>()
}

/// Pupils whose rows can be taken, for plans.
fn pupils() -> impl Strategy<Value = Vec<String>> {
    let row = ("[1-9]", "[A-C][a-c]{1,2}", "[D-F][d-f]{1,2}", "[1-6]", "[1-3][AB]");
    let row =
        row.prop_map(|(id, forename, surname, year, class)| format!("{id},{forename},{surname},{year},{class}\n"));
    prop::collection::vec(row, 0..12)
}

fn contacts() -> impl Strategy<Value = Vec<String>> {
    let name = prop_oneof!["(Mrs |Mr )?[AB][ab]? (King|Lane)", "(King|Lane)"];
    let row = ("[1-4]", name, "(mother|father|aunt)", "[YN]", "([a-c]@example\\.org)?", "(07700 90000[1-3])?");
    let row = row.prop_map(|(pupil, name, relation, pr, email, phone)| {
        format!("{pupil},{name},{relation},{pr},{email},{phone}\n")
    });
    prop::collection::vec(row, 0..14)
}

const PUPILS: &str = "id,forename,surname,year_group,class\n";
const CONTACTS: &str = "pupil_id,name,relation,parental_responsibility,email,phone\n";

fn four() -> School {
    School::with_pupils(&format!("{PUPILS}1,A,King,1,1A\n2,B,King,2,2A\n3,C,Lane,3,3A\n4,D,Lane,4,4A\n"))
}

fn shuffled<T: Clone>(rows: &[T], seed: u64) -> Vec<T> {
    let mut rows = rows.to_vec();
    let mut state = seed | 1;
    for place in (1..rows.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        rows.swap(place, (state >> 33) as usize % (place + 1));
    }
    rows
}

proptest! {
    // A file is read dozens of times in each case.
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(table) = read(&bytes) {
            let _ = people_lists::pupils(&table);
            let _ = people_lists::staff(&table);
            let _ = people_lists::contacts(&table, &four().index(), crate::school::child);
        }
    }

    #[test]
    fn no_text_panics(text in "(id|name|[,;\"\\r\\n\t]|é|\\PC){0,60}") {
        if let Ok(table) = read(text.as_bytes()) {
            let _ = people_lists::pupils(&table);
            let _ = people_lists::staff(&table);
        }
    }

    #[test]
    fn no_damaged_workbook_panics(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = crate::workbook::of(&[&["id", "name", "role", "email"], &["=1", "Ada", "teacher", "a@example.org"]]);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read(&bytes);
    }

    #[test]
    fn every_row_is_accounted_for(rows in file(8), separator in "[,;\t]", end in "(\n|\r\n|\r)") {
        let header = "id,forename,surname,year_group,class,key_stage,preferred_forename,middle_names";
        let text = written(header, &rows, &separator, &end);
        let table = read(text.as_bytes()).unwrap();
        let reading = people_lists::pupils(&table).unwrap();
        let found = reading.above + 1 + reading.taken.len() + reading.repeated + reading.rejected.len() + reading.ignored.len();
        prop_assert_eq!(found, table.rows.len());
        let blank = |row: &&Vec<String>| {
            row.iter().all(|cell| cell.chars().all(|c| c.is_whitespace() || ",;|".contains(c)))
        };
        prop_assert!(table.rows.len() > rows.len() - rows.iter().filter(blank).count());
        prop_assert!(reading.rejected.iter().all(|rejected| !rejected.problems.is_empty()));
    }

    #[test]
    fn every_contact_and_colleague_is_accounted_for(rows in file(6), staff in file(4)) {
        let table = read(written(CONTACTS.trim_end(), &rows, ",", "\n").as_bytes()).unwrap();
        let reading = four().contacts_reading(&table);
        let found = reading.above + 1 + reading.taken.len() + reading.repeated + reading.rejected.len() + reading.ignored.len();
        prop_assert_eq!(found, table.rows.len());
        let table = read(written("id,name,role,email", &staff, ",", "\n").as_bytes()).unwrap();
        let reading = people_lists::staff(&table).unwrap();
        let found = reading.above + 1 + reading.taken.len() + reading.repeated + reading.rejected.len() + reading.ignored.len();
        prop_assert_eq!(found, table.rows.len());
    }

    #[test]
    fn the_same_pupils_twice_change_nothing(first in pupils(), second in pupils(), part in any::<bool>()) {
        let absent = if part { Absent::Keep } else { Absent::Leave };
        let mut school = School::with_pupils(&(PUPILS.to_owned() + &first.concat()));
        let text = PUPILS.to_owned() + &second.concat();
        school.take_pupils(&text, absent);
        prop_assert_eq!(school.pupils_plan(&table(&text), absent).changes, vec![]);
    }

    #[test]
    fn the_order_of_pupils_changes_nothing(first in pupils(), second in pupils(), seed in any::<u64>()) {
        let school = School::with_pupils(&(PUPILS.to_owned() + &first.concat()));
        let result = |rows: Vec<String>| {
            let mut school = school.clone();
            school.take_pupils(&(PUPILS.to_owned() + &rows.concat()), Absent::Leave);
            school.pupils.sort_by(|one, other| one.child.cmp(&other.child));
            school
        };
        let mixed = shuffled(&second, seed);
        // Of two numbers that differ in zeros only the first written one is kept, and here there are none.
        prop_assert_eq!(result(second), result(mixed));
    }

    #[test]
    fn the_same_contacts_twice_change_nothing(first in contacts(), second in contacts(), part in any::<bool>()) {
        let absent = if part { Absent::Keep } else { Absent::Leave };
        let mut school = four();
        school.take_contacts(&(CONTACTS.to_owned() + &first.concat()), Absent::Leave);
        let text = CONTACTS.to_owned() + &second.concat();
        school.take_contacts(&text, absent);
        prop_assert_eq!(school.contacts_plan(&table(&text), absent).changes, vec![]);
    }

    #[test]
    fn the_order_of_contacts_changes_nothing(first in contacts(), second in contacts(), seed in any::<u64>()) {
        let mut school = four();
        school.take_contacts(&(CONTACTS.to_owned() + &first.concat()), Absent::Leave);
        let result = |rows: Vec<String>| {
            let mut school = school.clone();
            school.take_contacts(&(CONTACTS.to_owned() + &rows.concat()), Absent::Leave);
            school.contacts.sort_by(|one, other| one.contact.cmp(&other.contact));
            school
        };
        let mixed = shuffled(&second, seed);
        prop_assert_eq!(result(second), result(mixed));
    }

    #[test]
    fn nobody_whose_row_was_rejected_has_left(rows in pupils(), broken in any::<prop::sample::Index>()) {
        prop_assume!(!rows.is_empty());
        let school = School::with_pupils(&(PUPILS.to_owned() + &rows.concat()));
        let place = broken.index(rows.len());
        let number = &rows[place][..1];
        let mut rows = rows.clone();
        let cells: Vec<&str> = rows[place].trim_end().split(',').collect();
        rows[place] = format!("{},{},{},nonsense,{}\n", cells[0], cells[1], cells[2], cells[4]);
        let plan = school.pupils_plan(&table(&(PUPILS.to_owned() + &rows.concat())), Absent::Leave);
        let left = plan.changes.iter().filter(|change| change.after.is_none());
        prop_assert!(left.into_iter().all(|change| change.child != crate::school::child(number)));
    }
}
