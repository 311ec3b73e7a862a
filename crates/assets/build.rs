//! Reads `static/`, names each file after its bytes, compresses texts, and writes the table that `src/lib.rs` includes.

use std::{
    collections::BTreeMap,
    env,
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// The folders that are served as they are; `style/` is joined into one file, and `panel/` with the values of `style/` into
/// another.
const PLAIN: [&str; 3] = ["fonts", "icons", "scripts"];

/// The part of `style/` that holds the values, and nothing that fetches anything.
const TOKENS: &str = "10-tokens.css";

struct Source {
    /// As the style sheet names it: `fonts/atkinson-next-latin-400.woff2`.
    path: String,
    bytes: Vec<u8>,
}

fn main() -> Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../static");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=../../static");

    let mut sources = Vec::new();
    for folder in PLAIN {
        for file in files(&root.join(folder))? {
            let name = file.file_name().and_then(|name| name.to_str()).context("a file name that is not UTF-8")?;
            sources.push(Source { path: format!("{folder}/{name}"), bytes: fs::read(&file)? });
        }
    }
    let names: BTreeMap<String, String> =
        sources.iter().map(|source| Ok((source.path.clone(), served_name(source)?))).collect::<Result<_>>()?;
    let style = files(&root.join("style"))?;
    sources.push(Source { path: "site.css".into(), bytes: style_sheet(&style, &names)?.into_bytes() });
    let mut panel = vec![root.join("style").join(TOKENS)];
    panel.extend(files(&root.join("panel"))?);
    sources.push(Source { path: "panel.css".into(), bytes: style_sheet(&panel, &names)?.into_bytes() });

    fs::write(out.join("table.rs"), table(&sources, &out)?)?;
    Ok(())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// `atkinson-next-latin-400.1f0c3a9be1d2.woff2`: 48 bits of SHA-256 tell two versions of one file apart.
fn served_name(source: &Source) -> Result<String> {
    let file = source.path.rsplit('/').next().unwrap_or(&source.path);
    let (stem, extension) = file.rsplit_once('.').with_context(|| format!("{file} has no extension"))?;
    let hash = HEXLOWER.encode(&Sha256::digest(&source.bytes)[..6]);
    Ok(format!("{stem}.{hash}.{extension}"))
}

/// Joins the parts and replaces each `url("...")` by the served address; one that names no file stops the build.
fn style_sheet(parts: &[PathBuf], names: &BTreeMap<String, String>) -> Result<String> {
    let mut sheet = String::new();
    for part in parts {
        let text = fs::read_to_string(part)?;
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once("url(\"") {
            let (path, after) = after.split_once("\")").with_context(|| format!("{}: an open url(", part.display()))?;
            let Some(name) = names.get(path) else { bail!("{}: no such file: {path}", part.display()) };
            write!(sheet, "{before}url(\"/assets/{name}\")")?;
            rest = after;
        }
        sheet.push_str(rest);
    }
    Ok(sheet)
}

fn table(sources: &[Source], out: &Path) -> Result<String> {
    let mut consts = String::new();
    let mut rows = String::new();
    for source in sources {
        let name = served_name(source)?;
        let extension = name.rsplit('.').next().unwrap_or_default();
        let (media_type, is_text) = match extension {
            "css" => ("text/css; charset=utf-8", true),
            "js" => ("text/javascript; charset=utf-8", true),
            "svg" => ("image/svg+xml", true),
            "txt" => ("text/plain; charset=utf-8", true),
            "woff2" => ("font/woff2", false),
            other => bail!("{}: no media type known for .{other}", source.path),
        };
        let constant = source.path.to_uppercase().replace(['/', '-', '.'], "_");
        writeln!(consts, "/// Where `{}` is served.\npub const {constant}: &str = \"/assets/{name}\";", source.path)?;

        fs::write(out.join(&name), &source.bytes)?;
        let (mut brotli, mut gzip) = ("None".to_owned(), "None".to_owned());
        if is_text {
            fs::write(out.join(format!("{name}.br")), with_brotli(&source.bytes)?)?;
            fs::write(out.join(format!("{name}.gz")), with_gzip(&source.bytes)?)?;
            brotli = format!("Some(include_bytes!(\"{name}.br\"))");
            gzip = format!("Some(include_bytes!(\"{name}.gz\"))");
        }
        writeln!(
            rows,
            "Asset {{ name: \"{name}\", media_type: \"{media_type}\", plain: include_bytes!(\"{name}\"), \
             brotli: {brotli}, gzip: {gzip} }},"
        )?;
    }
    Ok(format!(
        "{consts}\n/// Every file, in its compressed forms.\npub static ALL: [Asset; {}] = [\n{rows}];\n",
        sources.len()
    ))
}

fn with_brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    brotli::CompressorWriter::new(&mut packed, 4096, 11, 22).write_all(bytes)?;
    Ok(packed)
}

fn with_gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes)?;
    Ok(packer.finish()?)
}
