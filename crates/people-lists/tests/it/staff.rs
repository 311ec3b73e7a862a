//! What a list of staff changes.

use people_lists::{Absent, Code, HeldStaff, Kind, StaffEntry};
use school_types::Role;

use crate::school::{School, counts, staff};

const HEADER: &str = "id,name,role,email\n";

fn school() -> School {
    let mut school = School::default();
    let rows = "S1,Ivy Holm,Office;Teacher,ivy@example.org\nS2,Jim Fox,administrator,jim@example.org\nS3,Kay Lund,teacher,kay@example.org\n\
                S4,Len Marsh,governor,len@example.org\n";
    school.take_staff(&format!("{HEADER}{rows}"), Absent::Leave, true);
    school
}

fn take(school: &mut School, rows: &str, by_administrator: bool) -> ([usize; 5], Vec<Code>) {
    let plan = school.take_staff(&format!("{HEADER}{rows}"), Absent::Leave, by_administrator);
    let codes = plan.rejected.iter().map(|rejected| rejected.problems[0].code).collect();
    (counts(|kind| plan.count(kind)), codes)
}

#[test]
fn staff_are_added_changed_and_leave_but_governors_and_administrators_stay() {
    let mut school = school();
    assert_eq!(school.staff.len(), 4);
    let (counts, codes) = take(
        &mut school,
        "S1,Ivy Holm,Office|Teacher,ivy.holm@example.org\nS9,Moe Nye,editor,moe@example.org\n",
        false,
    );
    assert_eq!((counts, codes), ([1, 1, 0, 1, 0], vec![]));
    assert!(school.staff.iter().any(|held| held.staff == staff("S2")));
    assert!(school.staff.iter().any(|held| held.staff == staff("S4")));
    assert!(!school.staff.iter().any(|held| held.staff == staff("S3")));
}

#[test]
fn only_an_administrator_gives_or_takes_a_higher_role_by_a_list() {
    let rows = "S1,Ivy Holm,administrator,ivy@example.org\nS2,Jim Fox,teacher,jim@example.org\nS5,Ann Ode,dsl,ann@example.org\n";
    let (counts, codes) = take(&mut school(), rows, false);
    assert_eq!((counts, codes), ([0, 0, 0, 1, 0], vec![Code::RoleNeedsAdministrator; 3]));
    let (counts, codes) = take(&mut school(), rows, true);
    assert_eq!((counts, codes), ([1, 2, 0, 1, 0], vec![]));
    let moved = "S2,Jim Fox,administrator,not.jim@example.org\n";
    assert_eq!(take(&mut school(), moved, false).1, [Code::RoleNeedsAdministrator]);
}

#[test]
fn an_address_is_one_persons() {
    let shared = "S1,Ivy Holm,office,both@example.org\nS3,Kay Lund,teacher,both@example.org\n";
    let reading = people_lists::staff(&crate::school::table(&format!("{HEADER}{shared}"))).unwrap();
    assert_eq!((reading.taken.len(), reading.rejected.len()), (0, 2));
    // Somebody new is given the address of somebody there; and two who swap.
    let mut first = school();
    assert_eq!(
        take(
            &mut first,
            "S1,Ivy Holm,Office;Teacher,kay@example.org\nS3,Kay Lund,teacher,kay.lund@example.org\n",
            false
        ),
        ([0, 2, 0, 0, 0], vec![])
    );
    let swapped = "S1,Ivy Holm,Office;Teacher,kay@example.org\nS3,Kay Lund,teacher,ivy@example.org\n";
    assert_eq!(take(&mut school(), swapped, false), ([0, 2, 0, 0, 0], vec![]));
    assert_eq!(take(&mut school(), "S1,Ivy Holm,Office;Teacher,kay@example.org\n", false).1, [Code::EmailTaken]);
}

#[test]
fn the_first_administrator_is_known_by_their_address() {
    let mut school = School::default();
    let entry = StaffEntry {
        name: "Jim Fox".to_owned().into(),
        roles: vec![Role::Administrator],
        email: "jim@example.org".to_owned().into(),
        classes: Vec::new(),
    };
    school.staff.push(HeldStaff { staff: staff("invited"), entry });
    let (counts, codes) = take(&mut school, "S2,James Fox,administrator;teacher,jim@example.org\n", true);
    assert_eq!((counts, codes), ([0, 1, 0, 0, 0], vec![]));
    assert_eq!(school.staff[0].staff, staff("invited"));
    assert_eq!(take(&mut school, "S2,James Fox,administrator;teacher,jim@example.org\n", true).0, [0; 5]);
}

#[test]
fn somebody_whose_row_cannot_be_taken_has_not_left() {
    let mut school = school();
    let plan = school.take_staff(&format!("{HEADER}S3,Kay Lund,wizard,kay@example.org\n"), Absent::Leave, true);
    assert_eq!(plan.count(Kind::Left), 1);
    assert!(school.staff.iter().any(|held| held.staff == staff("S3")));
}

#[test]
fn nobody_leaves_while_a_row_is_about_somebody_whose_number_is_not_held() {
    let mut school = school();
    let plan = school.take_staff(
        &format!("{HEADER}S1,Ivy Holm,Office;Teacher,ivy@example.org\n77,Kay Lund,wizard,kay@example.org\n"),
        Absent::Leave,
        true,
    );
    assert_eq!(plan.count(Kind::Left), 0);
}
