//! What a list of pupils changes.

use people_lists::{Absent, Column, Kind, WhyKept};
use school_types::{KeyStage, Redacted};

use crate::school::{School, child, counts, table};

const SEPTEMBER: &str = "id,forename,surname,year,class\n\
                         001,Ada,King,3,3K\n002,Bo,Lane,3,3K\n003,Cy,Moss,4,4M\n004,Di,Nash,4,4M\n005,Ed,Oak,5,5O\n006,Flo,Pope,5,5O\n";

#[test]
fn a_first_list_adds_everybody_and_the_same_list_again_nobody() {
    let mut school = School::default();
    let plan = school.take_pupils(SEPTEMBER, Absent::Leave);
    assert_eq!(counts(|kind| plan.count(kind)), [6, 0, 0, 0, 0]);
    let again = school.pupils_plan(&table(SEPTEMBER), Absent::Leave);
    assert!(again.changes.is_empty());
    assert_eq!(again.unchanged.len(), 6);
}

#[test]
fn renamed_moved_left_and_returned_pupils_are_told_apart_and_keep_their_ids() {
    let mut school = School::with_pupils(SEPTEMBER);
    let later = "id,forename,surname,year,class\n001,Ada,Stone,3,3K\n002,Bo,Lane,4,4M\n003,Cy,Moss,4,4M\n004,Di,Nash,4,4M\n005,Ed,Oak,5,5O\n";
    let plan = school.take_pupils(later, Absent::Leave);
    assert_eq!(counts(|kind| plan.count(kind)), [0, 1, 1, 1, 0]);
    let change = |number: &str| plan.changes.iter().find(|change| change.child == child(number)).unwrap();
    assert_eq!((change("001").kind, change("001").fields.as_slice()), (Kind::Changed, &[Column::Surname][..]));
    let moved = [Column::YearGroup, Column::Class];
    assert_eq!((change("002").kind, change("002").fields.as_slice()), (Kind::Moved, &moved[..]));
    assert_eq!((change("006").kind, &change("006").after), (Kind::Left, &None));
    let back = school.take_pupils(&format!("{later}006,Flo,Pope,6,6P\n"), Absent::Leave);
    assert_eq!(counts(|kind| back.count(kind)), [0, 0, 0, 0, 1]);
    assert_eq!(back.changes[0].child, child("006"));
}

#[test]
fn zeros_that_excel_dropped_make_nobody_new() {
    let school = School::with_pupils(SEPTEMBER);
    let plan = school.pupils_plan(&table(&SEPTEMBER.replace("00", "")), Absent::Leave);
    assert!(plan.changes.is_empty(), "{:?}", plan.changes);
}

#[test]
fn a_pupil_whose_row_cannot_be_taken_has_not_left() {
    let school = School::with_pupils(SEPTEMBER);
    // 004 has no class, 005 stands twice and differs, 006 has lost her number.
    let text = "id,forename,surname,year,class\n001,Ada,King,3,3K\n002,Bo,Lane,3,3K\n004,Di,Nash,4,\n\
                005,Ed,Oak,5,5O\n5,Ed,Oak,6,6P\n,Flo,Pope,5,5O\n";
    let plan = school.pupils_plan(&table(text), Absent::Leave);
    let kept: Vec<_> = plan.kept.iter().map(|kept| (kept.child.clone(), kept.why)).collect();
    let expected = ["004", "005", "006"].map(|number| (child(number), WhyKept::RowRejected));
    assert_eq!(kept, expected);
    assert_eq!(counts(|kind| plan.count(kind)), [0, 0, 0, 1, 0]);
}

#[test]
fn nobody_leaves_while_a_row_does_not_say_whom_it_is_about() {
    let school = School::with_pupils(SEPTEMBER);
    let text = "id,forename,surname,year,class\n001,Ada,King,3,3K\n,,,4,4M\n";
    let plan = school.pupils_plan(&table(text), Absent::Leave);
    assert!(plan.changes.is_empty());
    assert!(plan.kept.len() == 5 && plan.kept.iter().all(|kept| kept.why == WhyKept::RowUnclear));
}

#[test]
fn more_than_a_fifth_leaving_is_said() {
    let school = School::with_pupils(SEPTEMBER);
    let without = |numbers: &[&str]| -> String {
        SEPTEMBER
            .lines()
            .filter(|line| !numbers.iter().any(|n| line.starts_with(n)))
            .map(|l| format!("{l}\n"))
            .collect()
    };
    assert!(!school.pupils_plan(&table(&without(&["001"])), Absent::Leave).many_leave());
    assert!(school.pupils_plan(&table(&without(&["001", "002"])), Absent::Leave).many_leave());
    let part = school.pupils_plan(&table(&without(&["001", "002"])), Absent::Keep);
    assert!(!part.many_leave() && part.changes.is_empty() && part.kept.len() == 2);
}

#[test]
fn a_file_without_a_column_leaves_what_it_does_not_say() {
    let mut school = School::with_pupils(
        "id,forename,middle_names,surname,preferred_forename,year,class,key_stage\nP1,Elizabeth,Mary,King,Lily,4,Reeds,1\n",
    );
    let plan = school.take_pupils("id,forename,surname,year,class\nP1,Elizabeth,King,5,Reeds\n", Absent::Leave);
    let entry = plan.changes[0].after.clone().unwrap();
    assert_eq!(
        (entry.key_stage, entry.name.called(), entry.name.middle_names.reveal().as_str()),
        (KeyStage::Ks1, "Lily", "Mary")
    );
    let blank = "id,forename,surname,preferred_forename,year,class,key_stage\nP1,Elizabeth,King,Elizabeth,5,Reeds,\n";
    let entry = school.take_pupils(blank, Absent::Leave).changes[0].after.clone().unwrap();
    assert_eq!((entry.key_stage, entry.name.preferred_forename), (KeyStage::Ks2, None::<Redacted<String>>));
}

#[test]
fn a_whole_name_is_taken_where_it_says_which_part_is_which() {
    let reading =
        people_lists::pupils(&table("id,name,year,class\nP1,\"King, Ada\",3,K\nP2,Anna Maria van den Berg,3,K\n"))
            .unwrap();
    assert_eq!(
        (reading.taken[0].row.forename.reveal().as_str(), reading.taken[0].row.surname.reveal().as_str()),
        ("Ada", "King")
    );
    assert_eq!(reading.rejected[0].problems[0].code, people_lists::Code::NameNotSplit);
}

#[test]
fn a_pupil_whose_number_is_what_is_wrong_in_a_row_is_known_by_name() {
    let school = School::with_pupils(SEPTEMBER);
    let rows = SEPTEMBER.replace("006,Flo,Pope,5,5O", "OO6,Flo,Pope,fifth,5O");
    let plan = school.pupils_plan(&table(&rows), Absent::Leave);
    assert!(plan.changes.is_empty(), "{:?}", plan.changes);
    assert_eq!(plan.kept.len(), 1);
}
