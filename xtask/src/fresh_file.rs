//! Files that appear whole or not at all, readable by their owner alone where they hold secrets.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, Result};

/// Writes `contents` to `path` with mode 600, replacing what was there in one step.
///
/// # Errors
/// When the folder cannot be made or written to.
pub(crate) fn write_private(path: &Path, contents: &[u8]) -> Result<()> {
    let say = || format!("{} cannot be written", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(say)?;
    }
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let draft = Path::new(&name);
    let mut file =
        OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(draft).with_context(say)?;
    file.write_all(contents).with_context(say)?;
    file.sync_all().with_context(say)?;
    fs::rename(draft, path).with_context(say)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn only_the_owner_reads_a_private_file_even_one_that_was_open_to_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/secrets.json");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();

        write_private(&path, b"new").unwrap();

        assert_eq!(fs::read(&path).unwrap(), b"new");
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }
}
