//! From TOML to [`Manifest`], table by table.

use super::{Component, CronTrigger, Dependency, HttpTrigger, Manifest, ManifestError, Variable, table::Reader};
use crate::{host::AllowedHost, templates::Template};
use std::{collections::BTreeMap, path::Path};
use toml::{Table, Value};
use vault::Domain;

type Result<T> = std::result::Result<T, ManifestError>;

/// Keys of a component that Spin knows and the runner does not.
const SPINS_COMPONENT_KEYS: &[&str] = &[
    "ai_models",
    "allowed_http_hosts",
    "dependencies_inherit_configuration",
    "exclude_files",
    "files",
    "profile",
    "sqlite_databases",
];

/// Keys of an HTTP trigger that Spin knows and the runner does not.
const SPINS_TRIGGER_KEYS: &[&str] = &["components", "dependencies", "executor", "static_response"];

pub(super) fn manifest(text: &str, folder: &Path) -> Result<Manifest> {
    let table: Table = toml::from_str(text).map_err(not_toml)?;
    let mut root = Reader::new("spin.toml", table);
    match root.take("spin_manifest_version") {
        Some(Value::Integer(2)) => {}
        _ => return Err(root.error("`spin_manifest_version` must be 2")),
    }
    let name = application(&mut root)?;
    let variables = collect(root.tables("variables")?, variable)?;
    let components = collect(root.tables("component")?, |reader| component(reader, folder))?;
    let (http, cron) = triggers(&mut root)?;
    root.finish(&[])?;

    let named = http.iter().map(|trigger| ("http", &trigger.component));
    let scheduled = cron.iter().map(|trigger| ("cron", &trigger.component));
    for (kind, id) in named.chain(scheduled) {
        if !components.contains_key(id) {
            let problem = format!("there is no component `{id}`");
            return Err(ManifestError::new(format!("[[trigger.{kind}]]"), problem));
        }
    }
    for (id, component) in &components {
        check_templates(id, component, &variables)?;
    }
    Ok(Manifest { name, variables, http, cron, components })
}

fn not_toml(error: toml::de::Error) -> ManifestError {
    // The first line says where; the ones between show the place in the file, which the reader has.
    let shown = error.to_string();
    let place = shown.lines().next().unwrap_or_default();
    ManifestError::new("spin.toml", format!("{place}: {}", error.message()))
}

fn collect<T>(tables: Vec<(String, Reader)>, read: impl Fn(Reader) -> Result<T>) -> Result<BTreeMap<String, T>> {
    let read = |(name, reader)| Ok((name, read(reader)?));
    tables.into_iter().map(read).collect()
}

fn application(root: &mut Reader) -> Result<String> {
    let Some(Value::Table(table)) = root.take("application") else {
        return Err(root.error("`[application]` is missing"));
    };
    let mut reader = Reader::new("[application]", table);
    let name = reader.required_text("name")?;
    reader.ignore(&["authors", "description", "targets", "tool", "version"]);
    reader.finish(&["trigger"])?;
    Ok(name)
}

fn variable(mut reader: Reader) -> Result<Variable> {
    let required = reader.flag("required")?;
    let default = reader.text("default")?;
    // A secret is handled like every other value: none is ever shown.
    reader.flag("secret")?;
    reader.ignore(&["description"]);
    match (required, &default) {
        (true, Some(_)) => Err(reader.error("`required` and `default` exclude each other")),
        (false, None) => Err(reader.error("either `required = true` or a `default` is needed")),
        _ => {
            reader.finish(&[])?;
            Ok(Variable { default })
        }
    }
}

fn triggers(root: &mut Reader) -> Result<(Vec<HttpTrigger>, Vec<CronTrigger>)> {
    let Some(Value::Table(kinds)) = root.take("trigger") else {
        return Err(root.error("there is no `[[trigger.http]]` or `[[trigger.cron]]`"));
    };
    let (mut http, mut cron) = (Vec::new(), Vec::new());
    for (kind, value) in kinds {
        let place = format!("[[trigger.{kind}]]");
        let Value::Array(items) = value else {
            return Err(ManifestError::new(&place, "must be a list of tables"));
        };
        for item in items {
            let Value::Table(table) = item else {
                return Err(ManifestError::new(&place, "must be a list of tables"));
            };
            let reader = Reader::new(place.clone(), table);
            match kind.as_str() {
                "http" => http.push(http_trigger(reader)?),
                "cron" => cron.push(cron_trigger(reader)?),
                _ => return Err(reader.error("the runner serves only http and cron triggers")),
            }
        }
    }
    Ok((http, cron))
}

fn http_trigger(mut reader: Reader) -> Result<HttpTrigger> {
    let route = match reader.take("route") {
        Some(Value::String(route)) => Some(route),
        Some(Value::Table(table)) if table.get("private") == Some(&Value::Boolean(true)) => None,
        Some(_) => return Err(reader.error("`route` must be text or `{ private = true }`")),
        None => return Err(reader.error("`route` is missing")),
    };
    reader.ignore(&["id"]);
    let component = component_id(&mut reader)?;
    reader.finish(SPINS_TRIGGER_KEYS)?;
    Ok(HttpTrigger { route, component })
}

fn cron_trigger(mut reader: Reader) -> Result<CronTrigger> {
    let expression = reader.required_text("cron_expression")?;
    reader.ignore(&["id"]);
    let component = component_id(&mut reader)?;
    reader.finish(&["components", "dependencies"])?;
    Ok(CronTrigger { expression, component })
}

fn component_id(reader: &mut Reader) -> Result<String> {
    match reader.take("component") {
        Some(Value::String(id)) => Ok(id),
        Some(_) => Err(reader.error("`component` must be the id of a `[component.<id>]`")),
        None => Err(reader.error("`component` is missing")),
    }
}

fn component(mut reader: Reader, folder: &Path) -> Result<Component> {
    let source = match reader.take("source") {
        Some(Value::String(path)) => folder.join(path),
        Some(_) => return Err(reader.error("`source` must be the path of a file")),
        None => return Err(reader.error("`source` is missing")),
    };
    let dependencies = dependencies(&mut reader, folder)?;
    let variables = templates(&mut reader)?;
    let environment = reader.texts("environment")?;
    let key_value_stores = reader.list("key_value_stores")?;
    let allowed_outbound_hosts = outbound_hosts(&mut reader)?;
    let keys = keys(&mut reader)?;
    reader.ignore(&["build", "description", "targets"]);
    reader.finish(SPINS_COMPONENT_KEYS)?;
    Ok(Component { source, dependencies, variables, environment, key_value_stores, allowed_outbound_hosts, keys })
}

/// `tool.schoolgate.keys`. Spin passes over `tool`, and so do we over any other tool's.
fn keys(reader: &mut Reader) -> Result<Vec<Domain>> {
    let Some(Value::Table(mut tools)) = reader.take("tool") else { return Ok(Vec::new()) };
    let Some(ours) = tools.remove("schoolgate") else { return Ok(Vec::new()) };
    let wrong = || reader.error("`tool.schoolgate.keys` must be a list of domains");
    let keys = ours.get("keys").and_then(Value::as_array).ok_or_else(wrong)?;
    keys.iter().map(|key| key.as_str().and_then(|name| name.parse().ok()).ok_or_else(wrong)).collect()
}

fn templates(reader: &mut Reader) -> Result<BTreeMap<String, Template>> {
    let texts = reader.texts("variables")?;
    let template = |(name, text): (String, String)| match Template::parse(&text) {
        Ok(template) => Ok((name, template)),
        Err(error) => Err(reader.error(format!("`variables.{name}`: {error}"))),
    };
    texts.into_iter().map(template).collect()
}

/// Entries that name a variable are checked when it has a value, all others here.
fn outbound_hosts(reader: &mut Reader) -> Result<Vec<Template>> {
    let wrong = |text: &str, error: &dyn std::fmt::Display| format!("`allowed_outbound_hosts`: \"{text}\" {error}");
    let hosts = reader.list("allowed_outbound_hosts")?;
    let host = |text: String| {
        let template = Template::parse(&text).map_err(|error| reader.error(wrong(&text, &error)))?;
        if template.names().next().is_none() {
            AllowedHost::parse(&text).map_err(|error| reader.error(wrong(&text, &error)))?;
        }
        Ok(template)
    };
    hosts.into_iter().map(host).collect()
}

fn dependencies(reader: &mut Reader, folder: &Path) -> Result<BTreeMap<String, Dependency>> {
    let table = match reader.take("dependencies") {
        None => return Ok(BTreeMap::new()),
        Some(Value::Table(table)) => table,
        Some(_) => return Err(reader.error("`dependencies` must be a table")),
    };
    let mut dependencies = BTreeMap::new();
    for (name, value) in table {
        let unsupported = || {
            reader.error(format!(
                "`dependencies.\"{name}\"` must be {{ path = \"...\" }}; the runner takes no other form"
            ))
        };
        let Value::Table(mut table) = value else {
            return Err(unsupported());
        };
        let Some(Value::String(path)) = table.remove("path") else {
            return Err(unsupported());
        };
        let export = match table.remove("export") {
            None => None,
            Some(Value::String(export)) => Some(export),
            Some(_) => return Err(unsupported()),
        };
        // `false` is Spin's default and what the runner does: a dependency touches nothing.
        if table.remove("inherit_configuration").is_some_and(|value| value != Value::Boolean(false))
            || !table.is_empty()
        {
            return Err(unsupported());
        }
        let path = folder.join(path);
        dependencies.insert(name, Dependency { path, export });
    }
    Ok(dependencies)
}

/// A template may only name variables the application has.
fn check_templates(id: &str, component: &Component, variables: &BTreeMap<String, Variable>) -> Result<()> {
    let hosts = component.allowed_outbound_hosts.iter();
    let hosts = hosts.map(|template| ("allowed_outbound_hosts".to_owned(), template));
    let own = component.variables.iter();
    let own = own.map(|(name, template)| (format!("variables.{name}"), template));
    for (key, template) in hosts.chain(own) {
        if let Some(unknown) = template.names().find(|name| !variables.contains_key(*name)) {
            let problem = format!("`{key}` names `{unknown}`, which [variables] lacks");
            return Err(ManifestError::new(format!("[component.{id}]"), problem));
        }
    }
    Ok(())
}
