//! Compiles `locales/<language>/*.ftl` into the methods of `Words`.

mod catalogue;
mod emit;
mod languages;
mod plurals;

use std::{collections::BTreeMap, env, error::Error, fs, path::Path, process::ExitCode};

use catalogue::Message;

// Cargo listens to a build script on its standard output.
#[allow(clippy::print_stdout)]
fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build");
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={}", error.to_string().replace('\n', " "));
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let compiled = languages::compile(read_all(Path::new("locales"))?)?;
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("methods.rs"), emit::methods(&compiled)?)?;
    fs::write(Path::new(&out).join("table.rs"), emit::table(&compiled))?;
    Ok(())
}

/// Every `.ftl` file, by the language whose folder it is in, in order of file name.
fn read_all(locales: &Path) -> Result<BTreeMap<String, Vec<Message>>, Box<dyn Error>> {
    let mut catalogues = BTreeMap::new();
    for folder in sorted(locales)? {
        let language = name(&folder);
        let mut messages = Vec::new();
        for path in sorted(&folder)? {
            if path.extension().is_some_and(|extension| extension == "ftl") {
                let file = format!("{language}/{}", name(&path));
                let source = fs::read_to_string(&path)?.replace("\r\n", "\n");
                messages.extend(catalogue::read(&file, &language, &source)?);
            }
        }
        catalogues.insert(language, messages);
    }
    Ok(catalogues)
}

fn sorted(folder: &Path) -> Result<Vec<std::path::PathBuf>, std::io::Error> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
