//! Component variables: text with `{{ application_variable }}` in it, resolved once when the runner starts.

use crate::{
    host::AllowedHost,
    manifest::{Component, Manifest, ManifestError},
};
use std::{
    collections::{BTreeMap, HashMap},
    fmt,
    sync::Arc,
};

/// Text with holes, each holding the name of an application variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Name(String),
}

/// A template with `{{` and no `}}` after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{{{{` without `}}}}`")]
pub struct TemplateError;

/// Why the variables of an application do not resolve.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ResolveError {
    /// Application variables that have neither a value nor a default, as the environment should name them.
    #[error("required variables are not set: {}", .0.join(" "))]
    Missing(Vec<String>),
    /// A value that a component uses as an outbound host is none. The value is not shown: it may be a secret.
    #[error(transparent)]
    Host(ManifestError),
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// An opening `{{` is not closed.
    pub fn parse(text: &str) -> Result<Self, TemplateError> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            let (name, after) = after.split_once("}}").ok_or(TemplateError)?;
            if !before.is_empty() {
                parts.push(Part::Text(before.to_owned()));
            }
            parts.push(Part::Name(name.trim().to_owned()));
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        Ok(Self { parts })
    }

    /// The application variables it names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Name(name) => Some(name.as_str()),
            Part::Text(_) => None,
        })
    }

    fn fill(&self, values: &BTreeMap<&str, String>) -> String {
        let part = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Name(name) => values.get(name.as_str()).cloned().unwrap_or_default(),
        };
        self.parts.iter().map(part).collect()
    }
}

/// What the manifest and the environment give one component.
#[derive(Clone, Debug)]
pub struct Granted {
    /// Its variables by name: all it can ever ask for.
    pub variables: Variables,
    /// Where it may send requests.
    pub hosts: Vec<AllowedHost>,
}

/// A component's variables, shared by its instances.
pub type Variables = Arc<HashMap<String, String>>;

/// Resolves what every component gets from `SPIN_VARIABLE_<NAME>` (looked up with `environment`) and the defaults.
///
/// # Errors
/// See [`ResolveError`].
pub fn resolve(
    manifest: &Manifest,
    environment: impl Fn(&str) -> Option<String>,
) -> Result<HashMap<String, Granted>, ResolveError> {
    let mut values = BTreeMap::new();
    let mut missing = Vec::new();
    for (name, variable) in &manifest.variables {
        let name_outside = environment_name(name);
        match environment(&name_outside).or_else(|| variable.default.clone()) {
            Some(value) => {
                values.insert(name.as_str(), value);
            }
            None => missing.push(name_outside),
        }
    }
    if !missing.is_empty() {
        return Err(ResolveError::Missing(missing));
    }
    let components = manifest.components.iter();
    components.map(|(id, component)| Ok((id.clone(), grant(id, component, &values)?))).collect()
}

fn grant(id: &str, component: &Component, values: &BTreeMap<&str, String>) -> Result<Granted, ResolveError> {
    let fill = |(name, template): (&String, &Template)| (name.clone(), template.fill(values));
    let host = |template: &Template| {
        AllowedHost::parse(&template.fill(values)).map_err(|error| {
            let place = format!("[component.{id}]");
            let problem = format!("`allowed_outbound_hosts`: the value of \"{template}\" {error}");
            ResolveError::Host(ManifestError::new(place, problem))
        })
    };
    let hosts = component.allowed_outbound_hosts.iter().map(host);
    Ok(Granted {
        variables: Arc::new(component.variables.iter().map(fill).collect()),
        hosts: hosts.collect::<Result<_, _>>()?,
    })
}

/// Where the environment holds an application variable.
pub(crate) fn environment_name(variable: &str) -> String {
    format!("SPIN_VARIABLE_{}", variable.to_ascii_uppercase())
}

impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.iter().try_for_each(|part| match part {
            Part::Text(text) => f.write_str(text),
            Part::Name(name) => write!(f, "{{{{ {name} }}}}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_filled_and_text_is_kept() {
        let template = Template::parse("https://{{ host }}/{{path}}").unwrap();
        assert_eq!(template.names().collect::<Vec<_>>(), ["host", "path"]);
        let values = [("host", "example.org".to_owned()), ("path", "a".to_owned())];
        assert_eq!(template.fill(&values.into()), "https://example.org/a");
    }

    #[test]
    fn a_value_is_not_a_template() {
        let template = Template::parse("{{ a }}").unwrap();
        let values = [("a", "{{ b }}".to_owned())];
        assert_eq!(template.fill(&values.into()), "{{ b }}");
    }

    #[test]
    fn an_open_hole_is_an_error() {
        assert_eq!(Template::parse("a {{ b"), Err(TemplateError));
    }

    #[test]
    fn a_component_gets_its_own_variables_and_no_others() {
        let text = r#"
            spin_manifest_version = 2
            application.name = "a"
            variables.key = { required = true, secret = true }
            variables.host = { default = "example.org" }
            component.one = { source = "one.wasm", variables = { address = "https://{{ host }}" }, allowed_outbound_hosts = ["https://{{ host }}"] }
            component.two = { source = "two.wasm", variables = { key = "{{ key }}" } }
            trigger.http = [{ route = "/...", component = "one" }]
        "#;
        let manifest = Manifest::parse(text, std::path::Path::new(".")).unwrap();
        let error = resolve(&manifest, |_| None).unwrap_err();
        assert_eq!(error.to_string(), "required variables are not set: SPIN_VARIABLE_KEY");
        let set = |name: &str| (name == "SPIN_VARIABLE_KEY").then(|| "k".to_owned());
        let resolved = resolve(&manifest, set).unwrap();
        assert_eq!(resolved["one"].variables["address"], "https://example.org");
        assert_eq!(resolved["one"].variables.len(), 1);
        assert_eq!(resolved["two"].variables["key"], "k");
        assert_eq!(resolved["two"].variables.len(), 1);
        assert_eq!(resolved["one"].hosts, [AllowedHost::parse("https://example.org").unwrap()]);
        assert!(resolved["two"].hosts.is_empty());

        let wrong = |name: &str| Some(if name.ends_with("HOST") { "a b" } else { "k" }.to_owned());
        assert_eq!(
            resolve(&manifest, wrong).unwrap_err().to_string(),
            "[component.one]: `allowed_outbound_hosts`: the value of \"https://{{ host }}\" \
             has a host that is neither a name, an address, *.name nor *"
        );
    }
}
