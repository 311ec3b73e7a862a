//! Lists of contacts with several contacts in one row: `Contact 1 Name`, `Contact 1 Email`, `Contact 2 Name`, or `Mother's name`,
//! `Father's name`. They become one row for each contact, as every other list has.

use std::{borrow::Cow, collections::BTreeMap};

use crate::{Column, List, Row, Table, columns::clean};

/// How far down a header may stand.
const HEADER_WITHIN: usize = 15;
/// The relation that a heading says by itself, in small letters.
const RELATIONS: [(&str, &str); 8] = [
    ("mother", "mother"),
    ("mum", "mother"),
    ("mam", "mother"),
    ("father", "father"),
    ("dad", "father"),
    ("guardian", "guardian"),
    ("carer", "carer"),
    ("tad", "father"),
];

/// The contact that a heading belongs to, as it stands in the heading, and the rest of it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    /// The first, second contact.
    Number(u8),
    /// The contact who is this to the pupil.
    Relation(&'static str),
}

/// The table with one row for each contact, if its header has several contacts in a row; else as it is.
pub(crate) fn spread(table: &Table) -> Cow<'_, Table> {
    let found = table.rows.iter().take(HEADER_WITHIN).enumerate().find_map(|(at, row)| {
        let before = at.checked_sub(1).map(|before| &table.rows[before]);
        Some((at, groups(row, None).or_else(|| groups(row, before))?))
    });
    match found {
        Some((at, groups)) => Cow::Owned(one_for_each(table, at, &groups)),
        None => Cow::Borrowed(table),
    }
}

/// Where each contact's columns stand, with their headings as a list of contacts has them.
type Groups = BTreeMap<Whose, Vec<(usize, String)>>;

/// The groups of a header; none if it has not two of them with a name each. `above` is a row whose cells span several: `Contact 1`
/// stands over `Name` and `Email`.
fn groups(header: &Row, above: Option<&Row>) -> Option<Groups> {
    let mut groups = Groups::new();
    let mut over = String::new();
    for (place, cell) in header.cells.iter().enumerate() {
        if let Some(cell) =
            above.and_then(|above| above.cells.get(place)).map(|cell| clean(cell)).filter(|cell| !cell.is_empty())
        {
            over = cell;
        }
        let heading = if above.is_some() { format!("{over} {}", clean(cell)) } else { clean(cell) };
        if clean(cell).is_empty() {
            continue;
        }
        if let Some((whose, rest)) = of_whom(&heading) {
            groups.entry(whose).or_default().push((place, rest));
        }
    }
    groups.retain(|_, columns| {
        columns.iter().any(|(_, heading)| {
            let plain: String = heading.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
            matches!(plain.as_str(), "name" | "fullname" | "surname" | "lastname")
        })
    });
    let owned: Vec<usize> = groups.values().flatten().map(|(place, _)| *place).collect();
    let shared = |(place, cell): (usize, &String)| if owned.contains(&place) { String::new() } else { cell.clone() };
    let shared = Row { line: 0, cells: header.cells.iter().enumerate().map(shared).collect() };
    // A row of people has no heading for the pupil's number.
    let names_pupil = List::Contacts.assign(&shared).is_ok_and(|assigned| assigned.place(Column::PupilId).is_some());
    (groups.len() > 1 && names_pupil).then_some(groups)
}

/// Whose a heading is, and what is left of it: `Contact 2 - Email address` is the second's `Email address`.
fn of_whom(heading: &str) -> Option<(Whose, String)> {
    let spaced: String =
        heading.chars().map(|c| if c.is_alphanumeric() || c == '\'' || c == '’' { c } else { ' ' }).collect();
    // `Contact1Name` is three words.
    let mut words: Vec<String> = Vec::new();
    for word in spaced.split_whitespace() {
        let mut piece = String::new();
        let mut before: Option<char> = None;
        for c in word.chars() {
            let begins = before.is_some_and(|before| {
                before.is_ascii_digit() != c.is_ascii_digit() || (before.is_lowercase() && c.is_uppercase())
            });
            if begins {
                words.push(std::mem::take(&mut piece));
            }
            piece.push(c);
            before = Some(c);
        }
        words.push(piece);
    }
    let mut number = None;
    let mut relation = None;
    let mut rest: Vec<String> = Vec::new();
    for word in &words {
        let plain = word.to_lowercase();
        let plain = plain.trim_end_matches("'s").trim_end_matches("’s");
        let known = RELATIONS.iter().find(|(name, _)| *name == plain);
        match plain.parse::<u8>() {
            Ok(figure) if (1..=9).contains(&figure) && number.is_none() => number = Some(figure),
            _ if matches!(plain, "contact" | "parent" | "priority" | "cyswllt" | "rhiant") => {}
            _ if known.is_some() && relation.is_none() => relation = known.map(|(_, relation)| *relation),
            _ => rest.push(word.clone()),
        }
    }
    let whose = match (number, relation) {
        (Some(number), _) => Whose::Number(number),
        (None, Some(relation)) => Whose::Relation(relation),
        (None, None) => return None,
    };
    // `Contact 1` alone is who they are; `Phone 1` of a list that has one contact in a row is nobody's.
    let rest = if rest.is_empty() { "name".to_owned() } else { rest.join(" ") };
    Some((whose, rest))
}

fn one_for_each(table: &Table, at: usize, groups: &Groups) -> Table {
    let header = &table.rows[at];
    let owned: Vec<usize> = groups.values().flatten().map(|(place, _)| *place).collect();
    let shared: Vec<usize> = (0..header.cells.len()).filter(|place| !owned.contains(place)).collect();
    // The columns of all groups, each once.
    let mut headings: Vec<String> = Vec::new();
    let plain = |heading: &str| -> String { heading.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect() };
    for (_, heading) in groups.values().flatten() {
        if !headings.iter().any(|known| plain(known) == plain(heading)) {
            headings.push(heading.clone());
        }
    }
    let says_relation = groups.keys().any(|whose| matches!(whose, Whose::Relation(_)))
        && !headings.iter().any(|heading| plain(heading).starts_with("relation"));
    let cell = |row: &Row, place: usize| row.cells.get(place).cloned().unwrap_or_default();
    let mut rows: Vec<Row> = table.rows[..at].to_vec();
    let mut cells: Vec<String> = shared.iter().map(|place| cell(header, *place)).collect();
    cells.extend(headings.iter().cloned());
    if says_relation {
        cells.push("relation".to_owned());
    }
    rows.push(Row { line: header.line, cells });
    for row in &table.rows[at + 1..] {
        let own: Vec<String> = shared.iter().map(|place| cell(row, *place)).collect();
        let mut filled = false;
        for (whose, columns) in groups {
            // Nobody is meant where neither a name nor an address stands.
            if columns.iter().all(|(place, _)| clean(&cell(row, *place)).is_empty()) {
                continue;
            }
            filled = true;
            let mut cells = own.clone();
            for heading in &headings {
                let column = columns.iter().find(|(_, known)| plain(known) == plain(heading));
                cells.push(column.map(|(place, _)| cell(row, *place)).unwrap_or_default());
            }
            if says_relation {
                cells.push(match whose {
                    Whose::Relation(relation) => (*relation).to_owned(),
                    Whose::Number(_) => String::new(),
                });
            }
            rows.push(Row { line: row.line, cells });
        }
        // A total below the list, or a pupil without a contact.
        if !filled
            && List::Contacts.assign(header).is_ok()
            && own.iter().filter(|cell| !clean(cell).is_empty()).count() < 2
        {
            rows.push(Row { line: row.line, cells: own });
        }
    }
    Table { rows, encoding: table.encoding, hidden: table.hidden.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread_rows(text: &str) -> Vec<Vec<String>> {
        spread(&Table::of_text(text).unwrap()).rows.iter().map(|row| row.cells.clone()).collect()
    }

    #[test]
    fn two_contacts_in_one_row_become_two_rows() {
        for header in [
            "Adno,Contact 1 Name,Contact 1 Email,Contact 2 Name,Contact 2 Email",
            "Adno,Contact1Name,Contact1Email,Contact2Name,Contact2Email",
            "Adno,Name 1,Email 1,Name 2,Email 2",
            "Adno,Parent 1,Parent 1 - Email,Parent 2,Parent 2 - Email",
        ] {
            let rows = spread_rows(&format!("{header}\n1,Ruth,r@example.org,Tom,t@example.org\n2,Eve,,,\n"));
            assert_eq!(rows[0].len(), 3, "{header}");
            assert_eq!(
                rows[1..],
                [["1", "Ruth", "r@example.org"], ["1", "Tom", "t@example.org"], ["2", "Eve", ""]],
                "{header}"
            );
        }
    }

    #[test]
    fn a_heading_over_several_columns_says_whose_they_are() {
        let rows =
            spread_rows(",Contact 1,,Contact 2,\nAdno,Name,Email,Name,Email\n1,Ruth,r@example.org,Tom,t@example.org\n");
        assert_eq!(rows[2..], [["1", "Ruth", "r@example.org"], ["1", "Tom", "t@example.org"]]);
    }

    #[test]
    fn mother_and_father_say_what_they_are() {
        let rows =
            spread_rows("UPN,Mother's name,Mother's email,Father's name,Father's email\n1,Ruth,r@example.org,Tom,\n");
        assert_eq!(rows[1..], [["1", "Tom", "", "father"], ["1", "Ruth", "r@example.org", "mother"]]);
    }

    #[test]
    fn one_contact_in_a_row_stays_as_it_is() {
        for header in ["pupil_id,name,relation,email,phone 1,phone 2", "Adno,Contact 1 Name,Contact 1 Email,Notes"] {
            let table = Table::of_text(&format!("{header}\n1,Ruth,mother,r@example.org,1,2\n")).unwrap();
            assert!(matches!(spread(&table), Cow::Borrowed(_)), "{header}");
        }
    }
}
