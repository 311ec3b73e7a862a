//! What a program sends: a file as a person would bring it, or an array of objects.

use std::fmt;

use people_lists::{FileProblem, Table, read};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, SeqAccess, Visitor},
};
use web::{Refusal, Request};

/// The table in a request's body: an array of JSON objects whose members are named like the columns, or a file.
///
/// # Errors
/// [`Refusal::UnsupportedContentType`] for what is neither, [`Refusal::BadForm`] for JSON that is no such array.
pub(super) fn table(request: &Request) -> Result<Result<Table, FileProblem>, Refusal> {
    match request.content_type().as_deref() {
        Some("application/json") => {
            let records: Vec<Record> = terse_json::read(request.body()).map_err(|_| Refusal::BadForm)?;
            Ok(Table::of_records(records.into_iter().map(|record| record.0).collect()))
        }
        Some(
            "text/csv"
            | "text/plain"
            | "text/tab-separated-values"
            | "application/octet-stream"
            | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ) => Ok(read(request.body())),
        _ => Err(Refusal::UnsupportedContentType),
    }
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
