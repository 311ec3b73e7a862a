//! What a list of contacts changes.

use people_lists::{Absent, Code, Column, Kind, WhyKept};

use crate::school::{School, counts, table};

const PUPILS: &str = "id,forename,surname,year,class\nP1,Ada,King,3,3K\nP2,Bo,King,4,4M\nP3,Cy,Moss,4,4M\n";
const HEADER: &str = "pupil_id,name,relation,parental_responsibility,email,phone\n";
const FAMILIES: &str = "P1,Ruth King,mother,Y,ruth@example.org,07700 900111\n\
                        P1,Tom King,father,Y,tom@example.org,07700 900112\n\
                        P2,Ruth King,mother,Y,ruth@example.org,07700 900111\n\
                        P3,Eve Moss,foster carer,N,,01632 960113\n";

fn school() -> School {
    let mut school = School::with_pupils(PUPILS);
    school.take_contacts(&format!("{HEADER}{FAMILIES}"), Absent::Leave);
    school
}

fn take(school: &mut School, rows: &str) -> [usize; 5] {
    let plan = school.take_contacts(&format!("{HEADER}{rows}"), Absent::Leave);
    counts(|kind| plan.count(kind))
}

#[test]
fn a_parent_of_several_children_is_one_contact() {
    let mut school = school();
    assert_eq!(school.contacts.len(), 3);
    assert_eq!(school.named("Ruth King").entry.listings.len(), 2);
    assert_eq!(school.listed("P1"), ["Ruth King", "Tom King"]);
    assert_eq!(take(&mut school, FAMILIES), [0; 5]);
}

#[test]
fn a_parent_whose_address_changed_keeps_their_id() {
    let mut school = school();
    let id = school.named("Ruth King").contact.clone();
    assert_eq!(take(&mut school, &FAMILIES.replace("ruth@", "ruth.new@")), [0, 1, 0, 0, 0]);
    assert_eq!(school.named("Ruth King").contact, id);
    // Now the name, then name and relation, with the address as it was.
    assert_eq!(
        take(&mut school, &FAMILIES.replace("ruth@", "ruth.new@").replace("Ruth King", "Ruth Stone")),
        [0, 1, 0, 0, 0]
    );
    assert_eq!(school.named("Ruth Stone").contact, id);
}

#[test]
fn somebody_without_an_address_is_known_by_pupil_and_name_and_else_by_telephone() {
    let mut school = school();
    let id = school.named("Eve Moss").contact.clone();
    assert_eq!(take(&mut school, &FAMILIES.replace("N,,01632 960113", "N,,01632 960199")), [0, 1, 0, 0, 0]);
    assert_eq!(school.named("Eve Moss").contact, id);
    assert_eq!(take(&mut school, &FAMILIES.replace("Eve Moss", "E Moss").replace("960113", "960199")), [0, 1, 0, 0, 0]);
    assert_eq!(school.named("E Moss").contact, id);
}

#[test]
fn two_people_who_share_an_address_stay_two() {
    let shared = "P1,Mr King,father,Y,family@example.org,\nP1,Mrs King,mother,Y,family@example.org,\n\
                  P2,Mrs King,mother,Y,family@example.org,\nP2,Mr King,father,Y,family@example.org,\n";
    let mut school = School::with_pupils(PUPILS);
    assert_eq!(take(&mut school, shared), [2, 0, 0, 0, 0]);
    assert_eq!(school.named("Mr King").entry.listings.len(), 2);
    assert_eq!(take(&mut school, shared), [0; 5]);
    // He goes, and nobody takes his decisions over.
    let his = school.named("Mr King").contact.clone();
    let hers: String = shared.lines().filter(|line| line.contains("Mrs")).map(|line| format!("{line}\n")).collect();
    assert_eq!(take(&mut school, &(hers + "P1,Jo Reed,stepfather,N,family@example.org,\n")), [1, 0, 0, 1, 0]);
    assert_ne!(school.named("Jo Reed").contact, his);
}

#[test]
fn a_parent_who_changed_their_whole_name_is_known_by_address_and_part() {
    let mut school = school();
    let id = school.named("Tom King").contact.clone();
    assert_eq!(take(&mut school, &FAMILIES.replace("Tom King", "Alex Reed")), [0, 1, 0, 0, 0]);
    assert_eq!(school.named("Alex Reed").contact, id);
}

#[test]
fn two_of_one_name_with_nothing_else_known_are_not_taken_for_one() {
    let mut school = School::with_pupils(PUPILS);
    assert_eq!(take(&mut school, "P1,Mohammed Khan,father,Y,,\nP3,Mohammed Khan,father,Y,,\n"), [2, 0, 0, 0, 0]);
    let one = "P1,Mohammed Khan,father,Y,,07700 900123\nP3,Mohammed Khan,father,Y,,+44 7700 900123\n";
    let mut school = School::with_pupils(PUPILS);
    assert_eq!(take(&mut school, one), [1, 0, 0, 0, 0]);
}

#[test]
fn two_of_one_name_who_came_to_share_their_pupils_are_not_exchanged_by_the_same_list() {
    for (one, other) in [("P1", "P2"), ("P2", "P1")] {
        let mut school = School::with_pupils(PUPILS);
        let before = format!(
            "{one},King,mother,N,ruth@example.org,\n{other},King,mother,Y,ruth@example.org,\n\
             {one},B King,mother,N,,07700 900103\n"
        );
        assert_eq!(take(&mut school, &before), [2, 0, 0, 0, 0]);
        let part = format!("{HEADER}{one},King,mother,Y,,\n{other},King,mother,N,,07700 900103\n");
        school.take_contacts(&part, Absent::Keep);
        assert_eq!(school.contacts_plan(&table(&part), Absent::Keep).changes, []);
    }
}

#[test]
fn a_contact_listed_once_for_each_telephone_is_one_row() {
    let school = School::with_pupils(PUPILS);
    let rows = "P1,Ruth King,mother,Y,ruth@example.org,01632 960111\nP1,Ruth King,mother,Y,,07700 900111\n\
                P3,Eve Moss,aunt,N,,\nP3,Eve Moss,aunt,Y,,\n";
    let reading = school.contacts_reading(&table(&format!("{HEADER}{rows}")));
    assert_eq!((reading.taken.len(), reading.repeated, reading.rejected.len()), (1, 1, 2));
    assert_eq!(reading.taken[0].row.phone.clone().flatten().unwrap().reveal(), "07700 900111");
    assert_eq!(reading.rejected[0].problems[0].code, Code::Duplicate);
}

#[test]
fn who_is_no_longer_listed_is_removed_and_who_comes_back_is_the_same() {
    let mut school = school();
    let id = school.named("Tom King").contact.clone();
    let without: String =
        FAMILIES.lines().filter(|line| !line.contains("Tom")).map(|line| format!("{line}\n")).collect();
    assert_eq!(take(&mut school, &without), [0, 0, 0, 1, 0]);
    assert_eq!(take(&mut school, FAMILIES), [1, 0, 0, 0, 0]);
    assert_eq!(school.named("Tom King").contact, id);
}

#[test]
fn a_pupil_whose_contact_could_not_be_read_keeps_the_ones_there_are() {
    let mut school = school();
    let rows = "P1,Ruth King,mother,Y,ruth@example.org,\nP1,Tom King,father,perhaps,tom@example.org,\nP2,Ruth King,mother,Y,ruth@example.org,\n";
    let plan = school.take_contacts(&format!("{HEADER}{rows}"), Absent::Leave);
    assert_eq!(plan.kept, [(school.named("Tom King").contact.clone(), WhyKept::RowRejected)]);
    assert_eq!(school.listed("P1"), ["Ruth King", "Tom King"]);
    assert_eq!(school.listed("P3"), [""; 0]);
}

#[test]
fn contacts_of_a_pupil_who_left_are_left_alone() {
    let mut school = school();
    let remaining = "id,forename,surname,year,class\nP1,Ada,King,3,3K\nP2,Bo,King,4,4M\n";
    school.take_pupils(remaining, Absent::Leave);
    let rows: String =
        FAMILIES.lines().filter(|line| !line.starts_with("P3")).map(|line| format!("{line}\n")).collect();
    assert_eq!(take(&mut school, &rows), [0; 5]);
    assert_eq!(school.listed("P3"), ["Eve Moss"]);
    let reading = school.contacts_reading(&table(&format!("{HEADER}{FAMILIES}P9,A Nobody,aunt,N,,\n")));
    let codes: Vec<_> = reading.rejected.iter().map(|rejected| rejected.problems[0].code).collect();
    assert_eq!(codes, [Code::PupilLeft, Code::UnknownPupil]);
}

#[test]
fn a_blank_in_parental_responsibility_is_none_and_said_and_a_column_of_ticks_is_read() {
    let school = School::with_pupils(PUPILS);
    let reading = |rows: &str| school.contacts_reading(&table(&format!("{HEADER}{rows}")));
    let said = reading("P1,Ruth King,mother,Y,,\nP2,Ruth King,mother,,,\nP3,Eve Moss,aunt,N,,\n");
    let responsible: Vec<bool> = said.taken.iter().map(|taken| taken.row.parental_responsibility).collect();
    assert_eq!(responsible, [true, false, false]);
    let remarks: Vec<_> = said.remarks.iter().map(|remark| (remark.note, remark.line)).collect();
    assert_eq!(remarks, [(people_lists::Note::ResponsibilityBlank, 3)]);
    let ticked = reading("P1,Ruth King,mother,X,,\nP3,Eve Moss,aunt,,,\n");
    let responsible: Vec<bool> = ticked.taken.iter().map(|taken| taken.row.parental_responsibility).collect();
    assert_eq!(responsible, [true, false]);
}

#[test]
fn what_changed_is_named() {
    let mut school = school();
    let plan = school.take_contacts(
        &format!(
            "{HEADER}{}",
            FAMILIES.replace("P3,Eve Moss,foster carer,N", "P3,Eve Moss,guardian,Y").replace("P2,Ruth", "P3,Ruth")
        ),
        Absent::Leave,
    );
    let fields: Vec<_> = plan.changes.iter().map(|change| (change.kind, change.fields.clone())).collect();
    let expected = [
        (Kind::Changed, vec![Column::PupilId]),
        (Kind::Changed, vec![Column::Relation, Column::ParentalResponsibility]),
    ];
    assert_eq!(fields, expected);
    assert_eq!(plan.children().len(), 3);
}
