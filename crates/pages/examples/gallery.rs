//! Writes every example page into a folder, with the style sheets, fonts and crests they ask for at the addresses they ask for
//! them at: `cargo run -p pages --example gallery -- FOLDER`. `tests/browser/gallery.mjs` serves that folder and runs axe over it.

use std::{env, fs, path::Path};

use anyhow::{Context as _, Result};

fn main() -> Result<()> {
    let folder = env::args_os().nth(1).context("say which folder to write to")?;
    let folder = Path::new(&folder);
    write(&folder.join("assets"), assets::ALL.iter().map(|asset| (asset.name, asset.plain)))?;
    let crests: [&[u8]; 2] =
        [include_bytes!("../../../content/crests/oak.svg"), include_bytes!("../../../content/crests/lighthouse.svg")];
    for ((school, css), crest) in pages::example_looks().iter().zip(crests) {
        write(&folder.join("s").join(school), [("look.css", css.as_bytes()), ("crest.svg", crest)])?;
    }
    for example in pages::all_examples() {
        write(folder, [(format!("{}.html", example.name()).as_str(), example.document().as_bytes())])?;
    }
    Ok(())
}

fn write<'a>(folder: &Path, files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).with_context(|| format!("cannot write {name}"))?;
    }
    Ok(())
}
