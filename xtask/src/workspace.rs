//! Where things are: the work tree, the shared build folder, and how cargo is called.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The work tree and the build folder that go with this run.
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Finds the work tree around the current folder.
    ///
    /// # Errors
    /// When the current folder is in no cargo workspace, or no place for the build folder is known.
    pub(crate) fn locate() -> Result<Self> {
        let output = Command::new(cargo())
            .args(["locate-project", "--workspace", "--message-format", "plain"])
            .output()
            .context("cargo could not be started")?;
        if !output.status.success() {
            bail!("the current folder is in no cargo workspace");
        }
        let manifest = String::from_utf8(output.stdout).context("cargo named an unreadable path")?;
        let root = Path::new(manifest.trim()).parent().context("cargo named no folder")?.to_owned();
        let target = build_folder(env::var_os("CARGO_TARGET_DIR"), env::var_os("XDG_CACHE_HOME"), env::var_os("HOME"))
            .context("set CARGO_TARGET_DIR or HOME, to say where builds go")?;
        let target = root.join(target);
        Ok(Self { root, target })
    }

    /// The top of the work tree.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A path in the work tree.
    pub(crate) fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// Where cargo builds to: shared by all clones, outside the work tree, so that a new clone need not
    /// compile Wasmtime again.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// Whether the work tree has this file or folder.
    pub(crate) fn has(&self, relative: impl AsRef<Path>) -> bool {
        self.path(relative).exists()
    }

    /// A cargo call at the top of the work tree, building into the shared folder.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(cargo());
        command.args(arguments).current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        command
    }
}

/// The cargo that runs us, so that one toolchain does everything.
fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// `CARGO_TARGET_DIR`, else `schoolgate/target` in the user's cache folder.
fn build_folder(target: Option<OsString>, cache: Option<OsString>, home: Option<OsString>) -> Option<PathBuf> {
    let set = |value: Option<OsString>| value.filter(|v| !v.is_empty()).map(PathBuf::from);
    set(target).or_else(|| {
        set(cache)
            .or_else(|| set(home).map(|home| home.join(".cache")))
            .map(|cache| cache.join("schoolgate").join("target"))
    })
}

/// Runs a command that speaks for itself on the terminal.
///
/// # Errors
/// When it cannot be started or does not succeed; the message holds the command as one would type it.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command.status().with_context(|| format!("`{shown}` could not be started"))?;
    if !status.success() {
        bail!("`{shown}` ended with {status}");
    }
    Ok(())
}

/// The command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name).chain(command.get_args()).map(|part| part.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(target: &str, cache: &str, home: &str) -> Option<String> {
        let value = |text: &str| (text != "unset").then(|| OsString::from(text));
        build_folder(value(target), value(cache), value(home)).map(|path| path.display().to_string())
    }

    #[test]
    fn all_clones_of_one_user_share_a_build_folder_unless_told_otherwise() {
        let shared = Some("/h/.cache/schoolgate/target".to_owned());
        assert_eq!(folder("unset", "unset", "/h"), shared);
        assert_eq!(folder("", "", "/h"), shared);
        assert_eq!(folder("unset", "/c", "/h"), Some("/c/schoolgate/target".into()));
        assert_eq!(folder("/t", "/c", "/h"), Some("/t".into()));
        assert_eq!(folder("unset", "unset", "unset"), None);
    }

    #[test]
    fn a_failing_command_is_named_as_one_would_type_it() {
        let error = run(Command::new("false").arg("--loudly")).unwrap_err();
        assert_eq!(error.to_string(), "`false --loudly` ended with exit status: 1");
    }
}
