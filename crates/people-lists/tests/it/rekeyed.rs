//! A list that is keyed by another id than the last one.

use people_lists::{Absent, Column, Kind, PupilPlan, pupils};

use crate::school::{School, child, counts, table};

const BY_ADMISSION: &str = "id,forename,surname,year,class\n1001,Ada,King,3,3K\n1002,Bo,Lane,3,3K\n1003,Cy,Moss,4,4M\n\
                            1004,Di,Nash,4,4M\n1005,Sam,Oak,5,5O\n1006,Sam,Oak,5,5P\n";

fn by_upn(classes: &str) -> String {
    BY_ADMISSION.replace("\n100", "\nB83025461900").replace("id,", "UPN,") + classes
}

fn matched(school: &School, text: &str) -> PupilPlan {
    PupilPlan::matching_names(&pupils(&table(text)).unwrap(), &school.pupils, Absent::Leave, child)
}

#[test]
fn another_id_for_everybody_is_noticed_and_nothing_is_guessed() {
    let school = School::with_pupils(BY_ADMISSION);
    let plan = school.pupils_plan(&table(&by_upn("")), Absent::Leave);
    assert_eq!(counts(|kind| plan.count(kind)), [6, 0, 0, 6, 0]);
    assert_eq!((plan.rekeyed.len(), plan.is_rekeyed()), (6, true));
}

#[test]
fn matched_by_name_everybody_keeps_their_id_and_is_known_by_the_new_number() {
    let mut school = School::with_pupils(BY_ADMISSION);
    let plan = matched(&school, &by_upn(""));
    assert_eq!(counts(|kind| plan.count(kind)), [0, 6, 0, 0, 0]);
    assert!(plan.changes.iter().all(|change| change.fields == [Column::Id] && change.kind == Kind::Changed));
    let two: Vec<_> = plan.changes.iter().filter(|c| c.after.as_ref().unwrap().name.full() == "Sam Oak").collect();
    assert_eq!(two[0].child, child("1005"));
    assert_eq!(two[0].after.as_ref().unwrap().class.reveal(), "5O");
    school.apply_pupils(&plan);
    // From now on by the new number, and by the old one while nobody else has it.
    let again = school.pupils_plan(&table(&by_upn("")), Absent::Leave);
    assert_eq!((again.changes.len(), again.unchanged.len(), again.rekeyed.len()), (0, 6, 0));
    assert_eq!(school.index().find("B830254619001", child), Some((child("1001"), false)));
}

#[test]
fn a_new_year_and_other_classes_are_matched_too() {
    let school = School::with_pupils(BY_ADMISSION);
    let september = by_upn("").replace(",3,3K", ",4,4X").replace(",4,4M", ",5,5Y");
    assert_eq!(school.pupils_plan(&table(&september), Absent::Leave).rekeyed.len(), 6);
}

#[test]
fn who_is_not_alone_with_a_name_is_not_matched() {
    let school = School::with_pupils(BY_ADMISSION);
    let other = by_upn("").replace(",5,5O", ",5,5Q").replace(",5,5P", ",5,5R");
    let plan = matched(&school, &other);
    assert_eq!(counts(|kind| plan.count(kind)), [2, 4, 0, 2, 0]);
}

#[test]
fn one_who_comes_and_one_who_goes_are_not_the_whole_list() {
    let school = School::with_pupils(BY_ADMISSION);
    let plan = school.pupils_plan(&table(&BY_ADMISSION.replace("1001,Ada", "1090,Ada")), Absent::Leave);
    assert_eq!((plan.rekeyed.len(), plan.is_rekeyed()), (1, false));
    let plan = school.pupils_plan(&table(&BY_ADMISSION.replace("1001,Ada", "1090,Eve")), Absent::Leave);
    assert_eq!(plan.rekeyed, []);
}
