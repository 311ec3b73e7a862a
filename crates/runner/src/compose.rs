//! Puts a component and its dependencies together into one component.
//!
//! A dependency is named like the import it fulfils (`schoolgate:publication/rules`, with or without `@1.2.3`), or like a
//! package, and then fulfils every import from that package. As in Spin it inherits nothing of what the component may touch:
//! one that imports stores, variables or the network is refused.

use std::collections::BTreeMap;
use wac_graph::{CompositionGraph, EncodeOptions, types::Package};

/// A dependency with its bytes.
pub struct Part {
    /// The compiled component.
    pub bytes: Vec<u8>,
    /// The export to use, where it is not called like the import.
    pub export: Option<String>,
}

/// Why a component does not fit its dependencies. The texts name the dependency as the manifest does.
#[derive(Debug, thiserror::Error)]
pub enum ComposeError {
    /// The file is no WebAssembly component.
    #[error("`{0}` is not a WebAssembly component: {1}")]
    NotAComponent(String, anyhow::Error),
    /// Nothing in the component asks for it.
    #[error("dependency `{0}` fulfils none of the component's imports")]
    Unwanted(String),
    /// Two dependencies offer the same import.
    #[error("import `{0}` is fulfilled by more than one dependency")]
    Ambiguous(String),
    /// It lacks the export.
    #[error("dependency `{dependency}` does not export `{export}`")]
    Missing {
        /// The dependency's name.
        dependency: String,
        /// The export it should have.
        export: String,
    },
    /// It wants to touch something.
    #[error("dependency `{dependency}` imports `{import}`, which a dependency may not have")]
    Forbidden {
        /// The dependency's name.
        dependency: String,
        /// What it imports.
        import: String,
    },
    /// The shapes of import and export differ.
    #[error("dependency `{0}` does not fit: {1}")]
    Mismatch(String, anyhow::Error),
    /// The parts could not be put together.
    #[error("the component and its dependencies cannot be put together: {0}")]
    Encoding(anyhow::Error),
}

/// Packages whose interfaces reach data or the network: Spin gives them to a dependency only on request.
const REACHING: &[&str] = &["fermyon:", "spin:", "wasi:config/", "wasi:http/", "wasi:keyvalue/"];

/// Composes `component` with `dependencies`, keyed by their names in the manifest. Without any it is returned as it is.
///
/// # Errors
/// See [`ComposeError`].
pub fn compose(component: Vec<u8>, dependencies: BTreeMap<String, Part>) -> Result<Vec<u8>, ComposeError> {
    if dependencies.is_empty() {
        return Ok(component);
    }
    let mut graph = CompositionGraph::new();
    let (main, world) = register(&mut graph, "schoolgate:component", component)?;
    let main = graph.instantiate(main);
    let imports: Vec<String> = graph.types()[world].imports.keys().cloned().collect();
    let mut fulfilled = BTreeMap::new();

    for (name, part) in dependencies {
        let wanted: Vec<_> = imports.iter().filter(|import| fulfils(&name, import)).collect();
        if wanted.is_empty() {
            return Err(ComposeError::Unwanted(name));
        }
        let (package, world) = register(&mut graph, &name, part.bytes)?;
        check_imports(&graph, world, &name)?;
        let instance = graph.instantiate(package);
        for import in wanted {
            let export = part.export.as_deref().unwrap_or(import);
            if !graph.types()[world].exports.contains_key(export) {
                return Err(ComposeError::Missing { dependency: name, export: export.to_owned() });
            }
            if fulfilled.insert(import.clone(), name.clone()).is_some() {
                return Err(ComposeError::Ambiguous(import.clone()));
            }
            let mismatch = |error: anyhow::Error| ComposeError::Mismatch(name.clone(), error);
            let offered = graph.alias_instance_export(instance, export).map_err(|error| mismatch(error.into()))?;
            graph.set_instantiation_argument(main, import, offered).map_err(|error| mismatch(error.into()))?;
        }
    }
    export_all(&mut graph, world, main).map_err(ComposeError::Encoding)?;
    let options = EncodeOptions::default();
    graph.encode(options).map_err(|error| ComposeError::Encoding(error.into()))
}

fn register(
    graph: &mut CompositionGraph,
    name: &str,
    bytes: Vec<u8>,
) -> Result<(wac_graph::PackageId, wac_graph::types::WorldId), ComposeError> {
    // wac wants a package name; the manifest's may carry an interface and a version, which other packages may share.
    let package = name.replace(['/', '@', '.'], "-");
    let not_a_component = |error| ComposeError::NotAComponent(name.to_owned(), error);
    let package = Package::from_bytes(&package, None, bytes, graph.types_mut()).map_err(not_a_component)?;
    let world = package.ty();
    let id = graph.register_package(package).map_err(|error| not_a_component(error.into()))?;
    Ok((id, world))
}

fn check_imports(graph: &CompositionGraph, world: wac_graph::types::WorldId, name: &str) -> Result<(), ComposeError> {
    let reaches = |import: &&String| REACHING.iter().any(|package| import.starts_with(package));
    match graph.types()[world].imports.keys().find(reaches) {
        None => Ok(()),
        Some(import) => Err(ComposeError::Forbidden { dependency: name.to_owned(), import: import.clone() }),
    }
}

fn export_all(
    graph: &mut CompositionGraph,
    world: wac_graph::types::WorldId,
    main: wac_graph::NodeId,
) -> anyhow::Result<()> {
    let exports: Vec<String> = graph.types()[world].exports.keys().cloned().collect();
    for export in exports {
        let node = graph.alias_instance_export(main, &export)?;
        graph.export(node, &export)?;
    }
    Ok(())
}

/// Whether a dependency called `name` in the manifest is meant for `import`.
fn fulfils(name: &str, import: &str) -> bool {
    let (name, version) = split_version(name);
    let (import, import_version) = split_version(import);
    if version.is_some() && version != import_version {
        return false;
    }
    let package = import.split_once('/').map_or(import, |(package, _)| package);
    name == import || name == package
}

fn split_version(name: &str) -> (&str, Option<&str>) {
    match name.split_once('@') {
        Some((name, version)) => (name, Some(version)),
        None => (name, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dependency_is_named_by_interface_or_package_with_or_without_version() {
        let import = "fixtures:greeting/greeting@0.1.0";
        assert!(fulfils("fixtures:greeting/greeting@0.1.0", import));
        assert!(fulfils("fixtures:greeting/greeting", import));
        assert!(fulfils("fixtures:greeting@0.1.0", import));
        assert!(fulfils("fixtures:greeting", import));
        assert!(!fulfils("fixtures:greeting@0.2.0", import));
        assert!(!fulfils("fixtures:greet", import));
        assert!(!fulfils("fixtures:greeting/other", import));
    }

    #[test]
    fn what_is_no_component_is_refused_by_name() {
        let part = Part { bytes: b"not wasm".to_vec(), export: None };
        let error = compose(b"not wasm either".to_vec(), [("a:b".to_owned(), part)].into());
        let text = error.unwrap_err().to_string();
        assert!(text.starts_with("`schoolgate:component` is not"), "{text}");
    }
}
