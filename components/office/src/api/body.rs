//! What a program sends: a file as a person would bring it, or an array of objects.

use std::fmt;

use people_lists::{FileProblem, Table, read};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, SeqAccess, Visitor},
};
use terse_json::Raw;
use web::{Refusal, Request};

/// Why there is no table in a request's body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// It could not be read at all.
    Body(Refusal),
    /// Its type is none that is read here.
    Type,
    /// It is no array in JSON.
    NoArray,
    /// This one of the array's values, counted from 1, is no object of texts, numbers and truth values.
    Value(usize),
    /// The list in it cannot be read.
    List(FileProblem),
}

/// The table in a request's body: an array of JSON objects whose members are named like the columns, or a file.
///
/// # Errors
/// The [`Unread`].
pub(super) fn table(request: &Request) -> Result<Table, Unread> {
    let kind = request.content_type();
    let body = request.body().map_err(Unread::Body)?;
    let table = match kind.as_deref() {
        Some("application/json") => Table::of_records(records(body)?.into_iter().map(|record| record.0).collect()),
        Some(
            "text/csv"
            | "text/plain"
            | "text/tab-separated-values"
            | "application/octet-stream"
            | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ) => read(body),
        _ => return Err(Unread::Type),
    };
    table.map_err(Unread::List)
}

fn records(body: &[u8]) -> Result<Vec<Record>, Unread> {
    terse_json::read::<Vec<Record>>(body).or_else(|_| {
        // Looked at once more to say where; what is there is said nowhere, because it may be somebody's name.
        let values: Vec<Raw<'_>> = terse_json::borrow(body).map_err(|_| Unread::NoArray)?;
        let fits = |value: &Raw<'_>| terse_json::read::<Record>(value.0.as_bytes()).is_ok();
        Err(values.iter().position(|value| !fits(value)).map_or(Unread::NoArray, |place| Unread::Value(place + 1)))
    })
}

/// An object, its members as text.
struct Record(Vec<(String, String)>);

/// A member's value as a cell would have it: text, a number's digits, yes or no, nothing, or several of them with semicolons
/// between, as roles are.
struct Cell(String);

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = Record;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
                let mut members = Vec::new();
                while let Some((name, Cell(value))) = map.next_entry::<String, Cell>()? {
                    members.push((name, value));
                }
                Ok(Record(members))
            }
        }
        deserializer.deserialize_map(Members)
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Value;
        impl<'de> Visitor<'de> for Value {
            type Value = Cell;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, number, truth value, null or a list of them")
            }

            fn visit_str<E>(self, text: &str) -> Result<Cell, E> {
                Ok(Cell(text.to_owned()))
            }

            fn visit_bool<E>(self, yes: bool) -> Result<Cell, E> {
                Ok(Cell(if yes { "yes" } else { "no" }.to_owned()))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Cell, E> {
                Ok(Cell(number.to_string()))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Cell, E> {
                Ok(Cell(number.to_string()))
            }

            fn visit_unit<E>(self) -> Result<Cell, E> {
                Ok(Cell(String::new()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Cell, A::Error> {
                let mut cells = Vec::new();
                while let Some(Cell(value)) = values.next_element()? {
                    cells.push(value);
                }
                Ok(Cell(cells.join("; ")))
            }
        }
        deserializer.deserialize_any(Value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_value_becomes_what_a_cell_would_say() {
        let json = r#"[{"id":7,"name":"Ada","role":["teacher","editor"],"pr":true,"email":null},{}]"#;
        let records: Vec<Record> = terse_json::read(json.as_bytes()).unwrap();
        let said: Vec<String> = records[0].0.iter().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(said, ["id=7", "name=Ada", "role=teacher; editor", "pr=yes", "email="]);
        assert!(records[1].0.is_empty());
        for bad in ["{}", "[1]", "[[]]", r#"[{"a":{}}]"#, "[{"] {
            assert!(terse_json::read::<Vec<Record>>(bad.as_bytes()).is_err(), "{bad}");
        }
    }
}
