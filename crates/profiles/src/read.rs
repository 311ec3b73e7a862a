//! Profiles as TOML.

use crate::{Problem, Profile, ProfileError, ProfileFields};

impl Profile {
    /// Reads and checks a profile written in TOML. `name` is what a refusal calls it until its id is known: the
    /// file's name.
    ///
    /// # Errors
    /// Names the profile and the first field that is not as it should be.
    pub fn from_toml(name: &str, text: &str) -> Result<Self, ProfileError> {
        let refuse = |field: String, problem| ProfileError { profile: name.to_owned(), field, problem };
        let reader = toml::Deserializer::parse(text).map_err(|error| {
            let until = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            refuse(format!("line {}", until.matches('\n').count() + 1), Problem::NotToml(error.message().to_owned()))
        })?;
        let fields: ProfileFields = serde_path_to_error::deserialize(reader).map_err(|error| {
            refuse(field_name(&error.path().to_string(), text), Problem::Value(error.into_inner().message().to_owned()))
        })?;
        Self::new(fields)
    }
}

/// The field in the words of whoever wrote the file: purposes by their ids, as every other refusal names them.
fn field_name(path: &str, text: &str) -> String {
    if path == "." {
        return "the profile itself".to_owned();
    }
    let numbered = path.strip_prefix("purposes[").and_then(|rest| rest.split_once(']'));
    let Some((number, rest)) = numbered else { return path.to_owned() };
    let purpose = || -> Option<String> {
        let table: toml::Table = text.parse().ok()?;
        let id = table.get("purposes")?.get(number.parse::<usize>().ok()?)?.get("id")?;
        Some(format!("purposes[{}]{rest}", id.as_str()?))
    };
    purpose().unwrap_or_else(|| path.to_owned())
}
