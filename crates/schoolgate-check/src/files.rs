//! The files to check, and where safe versions go.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use publication_rules::{Checker, Limits, NotClean, NotExamined, Report, Submission, Why};

/// Folders within folders.
const DEEPEST: usize = 64;

/// A file to check.
#[derive(Debug)]
pub(crate) enum File {
    /// On disk, with its path below the folder named.
    Path { path: PathBuf, below: PathBuf },
    /// Standard input.
    Standard { name: Option<String> },
}

impl File {
    /// The file's bytes, one more than the limit at most, so that the checker says what is too large.
    pub(crate) fn read(&self) -> io::Result<Vec<u8>> {
        let limit = Limits::default().bytes as u64 + 1;
        let mut bytes = Vec::new();
        match self {
            Self::Path { path, .. } => fs::File::open(path)?.take(limit).read_to_end(&mut bytes)?,
            Self::Standard { .. } => io::stdin().lock().take(limit).read_to_end(&mut bytes)?,
        };
        Ok(bytes)
    }

    pub(crate) const fn is_standard_input(&self) -> bool {
        matches!(self, Self::Standard { .. })
    }

    /// The name it will be published under.
    pub(crate) fn published_name(&self) -> Option<&str> {
        match self {
            Self::Path { path, .. } => path.file_name().and_then(|name| name.to_str()),
            Self::Standard { name } => name.as_deref(),
        }
    }

    /// How reports name it.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Path { path, .. } => path.to_string_lossy().replace('\\', "/"),
            Self::Standard { name } => name.clone().unwrap_or_else(|| "-".to_owned()),
        }
    }
}

/// Every file of the paths given, folders in order of names; hidden files, and links out of a folder, are passed over.
pub(crate) fn gather(paths: &[PathBuf], name: Option<&str>) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            files.push(File::Standard { name: name.map(str::to_owned) });
        } else if path.is_dir() {
            folder(path, path, 0, &mut files)?;
        } else if path.exists() {
            let below = path.file_name().map(PathBuf::from).unwrap_or_default();
            files.push(File::Path { path: path.clone(), below });
        } else {
            bail!("there is no {}", path.display());
        }
    }
    Ok(files)
}

fn folder(root: &Path, path: &Path, depth: usize, files: &mut Vec<File>) -> Result<()> {
    if depth > DEEPEST {
        bail!("{} is nested too deeply", path.display());
    }
    let read = fs::read_dir(path).with_context(|| format!("reading the folder {}", path.display()))?;
    let mut entries =
        read.collect::<io::Result<Vec<_>>>().with_context(|| format!("reading the folder {}", path.display()))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let kind = entry.file_type()?;
        let path = entry.path();
        if kind.is_dir() {
            folder(root, &path, depth + 1, files)?;
        } else if kind.is_file() {
            let below = path.strip_prefix(root).unwrap_or(&path).to_path_buf();
            files.push(File::Path { path, below });
        }
    }
    Ok(())
}

/// The report of a file that cannot be opened.
pub(crate) fn unreadable() -> Report {
    Report::new(Vec::new(), vec![NotExamined { part: "body".to_owned(), why: Why::Damaged }], Vec::new())
}

/// Writes the safe version of a file, where there is one.
pub(crate) fn write_clean(
    folder: &Path,
    file: &File,
    checker: &Checker<'_>,
    submission: &Submission<'_>,
) -> Result<()> {
    let clean = match checker.clean(submission) {
        Ok(clean) => clean,
        Err(NotClean::OtherKind | NotClean::Pdf | NotClean::Unread(_)) => return Ok(()),
    };
    let below = match file {
        File::Path { below, .. } => below.clone(),
        File::Standard { name } => {
            PathBuf::from(name.as_deref().and_then(|name| name.rsplit(['/', '\\']).next()).unwrap_or("text"))
        }
    };
    let mut target = folder.join(&below);
    if let Some(name) = &clean.file_name {
        target.set_file_name(name);
    }
    if let Some(parent) = target.parent() {
        fs::create_dir_all(parent)?;
    }
    // Several pictures may get the same harmless name.
    let stem = target.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let ending = target.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let mut number = 1;
    while clean.file_name.is_some() && target.exists() {
        number += 1;
        target.set_file_name(format!("{stem}-{number}{ending}"));
    }
    fs::write(&target, &clean.bytes)?;
    Ok(())
}
