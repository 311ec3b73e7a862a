//! Our own packages, as cargo sees them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use cargo_metadata::{Metadata, MetadataCommand};

use crate::workspace::Workspace;

/// One of our packages.
pub(crate) struct Package {
    /// Its name in cargo.
    pub(crate) name: String,
    /// Its folder, from the top of the work tree, with forward slashes: `crates/web`.
    pub(crate) folder: String,
}

impl Package {
    /// The name of the folder itself: `consent-portal` of `components/consent-portal`.
    pub(crate) fn folder_name(&self) -> &str {
        self.folder.rsplit('/').next().unwrap_or(&self.folder)
    }

    /// Whether it is a WebAssembly component of the application.
    pub(crate) fn is_component(&self) -> bool {
        self.folder.starts_with("components/")
    }
}

/// All our packages, in the order of their folders.
///
/// # Errors
/// When cargo cannot read one of the manifests.
pub(crate) fn ours(workspace: &Workspace) -> Result<Vec<Package>> {
    let metadata = read(workspace, &["--no-deps"])?;
    let mut packages = metadata
        .workspace_packages()
        .into_iter()
        .map(|package| {
            Ok(Package {
                name: package.name.to_string(),
                folder: folder(workspace.root(), package.manifest_path.as_std_path())?,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    packages.sort_by(|a, b| a.folder.cmp(&b.folder));
    Ok(packages)
}

/// `cargo metadata` with these further arguments.
///
/// # Errors
/// When cargo refuses; the message is cargo's.
pub(crate) fn read(workspace: &Workspace, arguments: &[&str]) -> Result<Metadata> {
    let mut command = MetadataCommand::new();
    command.current_dir(workspace.root()).other_options(arguments.iter().map(|a| (*a).to_owned()).collect::<Vec<_>>());
    command.exec().map_err(|error| match error {
        cargo_metadata::Error::CargoMetadata { stderr } => {
            anyhow::anyhow!("cargo metadata: {}", stderr.trim())
        }
        other => other.into(),
    })
}

/// The folder of a manifest, from the top of the work tree.
pub(crate) fn folder(root: &Path, manifest: &Path) -> Result<String> {
    let folder: PathBuf = manifest
        .parent()
        .context("a manifest outside any folder")?
        .strip_prefix(root)
        .with_context(|| format!("{} is outside the work tree", manifest.display()))?
        .to_owned();
    let Some(text) = folder.to_str() else {
        bail!("a folder's name is not UTF-8: {}", folder.display());
    };
    Ok(text.replace('\\', "/"))
}
