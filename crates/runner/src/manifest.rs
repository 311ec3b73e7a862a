//! `spin.toml`, version 2, as far as the runner supports it. Everything else in it is an error that names the key.

mod error;
mod read;
mod table;

pub use error::ManifestError;

use crate::templates::Template;
use std::{collections::BTreeMap, path::PathBuf};
use vault::Domain;

/// An application: what listens, what runs, and what each component may touch.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// `application.name`.
    pub name: String,
    /// Application variables by name, `[variables]`.
    pub variables: BTreeMap<String, Variable>,
    /// `[[trigger.http]]`, in the manifest's order.
    pub http: Vec<HttpTrigger>,
    /// `[[trigger.cron]]`, in the manifest's order.
    pub cron: Vec<CronTrigger>,
    /// `[component.<id>]` by id.
    pub components: BTreeMap<String, Component>,
}

/// An application variable: set by `SPIN_VARIABLE_<NAME>`, else its default. One of the two must give a value.
#[derive(Clone, Debug)]
pub struct Variable {
    /// The value if none is set; never present together with `required = true`.
    pub default: Option<String>,
}

/// Which requests a component answers.
#[derive(Clone, Debug)]
pub struct HttpTrigger {
    /// `/exact`, `/with/:one/segment` or `/everything/below/...`; `None` for `{ private = true }`.
    pub route: Option<String>,
    /// The component's id.
    pub component: String,
}

/// When a component runs by itself.
#[derive(Clone, Debug)]
pub struct CronTrigger {
    /// Six fields, seconds first, in UTC: as Spin's cron plug-in reads them.
    pub expression: String,
    /// The component's id.
    pub component: String,
}

/// A component and everything it may touch.
#[derive(Clone, Debug)]
pub struct Component {
    /// The component's file.
    pub source: PathBuf,
    /// What it is composed with: import (or package) name to file.
    pub dependencies: BTreeMap<String, Dependency>,
    /// Its variables: templates over the application's.
    pub variables: BTreeMap<String, Template>,
    /// Its environment variables.
    pub environment: BTreeMap<String, String>,
    /// The labels of the key-value stores it may open.
    pub key_value_stores: Vec<String>,
    /// Where it may send requests: templates over the application's variables.
    pub allowed_outbound_hosts: Vec<Template>,
    /// `tool.schoolgate.keys`: the domains whose keys it is given.
    pub keys: Vec<Domain>,
}

/// A component that fulfils imports of another.
#[derive(Clone, Debug)]
pub struct Dependency {
    /// The dependency's file.
    pub path: PathBuf,
    /// The export to use, where it is not called like the import.
    pub export: Option<String>,
}

impl Manifest {
    /// Reads a manifest; relative paths in it start at `folder`.
    ///
    /// # Errors
    /// The first fault found, with the table it is in.
    pub fn parse(text: &str, folder: &std::path::Path) -> Result<Self, ManifestError> {
        read::manifest(text, folder)
    }
}
