//! The sample schools and the names of their people, as data.

use serde::Deserialize;

/// The sample data do not hold together. Names what is wrong.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// A file of `content/samples` cannot be read.
    #[error("content/samples/{file}: {problem}")]
    Content {
        /// The file.
        file: &'static str,
        /// What its parser says.
        problem: String,
    },
    /// A school refers to a profile or crest there is none of, or its settings are wrong.
    #[error("the sample school {school}: {problem}")]
    School {
        /// The school.
        school: String,
        /// What is wrong.
        problem: String,
    },
    /// The records could not be written.
    #[error(transparent)]
    Records(#[from] records::RecordsError),
    /// No randomness for codes and secrets.
    #[error(transparent)]
    Random(#[from] vault::RandomError),
    /// The backend could not be filled.
    #[error("the store could not be filled: {0}")]
    Backend(String),
}

/// One sample school.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// Its slug.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The profile it starts from: `p0` to `p4`.
    pub profile: String,
    /// The crest, a file of `content/crests`.
    pub crest: String,
    /// The accent colour, `#rrggbb`.
    pub accent: String,
    /// How many pupils.
    pub pupils: usize,
    /// The office's telephone number.
    pub telephone: String,
    /// The office's e-mail address.
    pub e_mail: String,
}

#[derive(Deserialize)]
struct Schools {
    school: Vec<Sample>,
}

/// Given names and surnames to put together.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Names {
    pub(crate) forenames: Vec<String>,
    pub(crate) surnames: Vec<String>,
}

fn read<T: serde::de::DeserializeOwned>(file: &'static str, text: &str) -> Result<T, SampleError> {
    toml::from_str(text).map_err(|error| SampleError::Content { file, problem: error.to_string() })
}

impl Sample {
    /// The five schools of a demonstration.
    ///
    /// # Errors
    /// [`SampleError::Content`].
    pub fn all() -> Result<Vec<Self>, SampleError> {
        let schools: Schools = read("schools.toml", include_str!("../../../content/samples/schools.toml"))?;
        Ok(schools.school)
    }
}

impl Names {
    pub(crate) fn read() -> Result<Self, SampleError> {
        read("names.toml", include_str!("../../../content/samples/names.toml"))
    }
}

/// The crest of this name, as SVG, or none.
pub(crate) fn crest(name: &str) -> Option<&'static str> {
    Some(match name {
        "oak" => include_str!("../../../content/crests/oak.svg"),
        "lighthouse" => include_str!("../../../content/crests/lighthouse.svg"),
        "sunrise" => include_str!("../../../content/crests/sunrise.svg"),
        "wren" => include_str!("../../../content/crests/wren.svg"),
        "bridge" => include_str!("../../../content/crests/bridge.svg"),
        _ => return None,
    })
}
