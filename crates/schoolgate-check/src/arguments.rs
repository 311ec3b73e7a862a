//! What the tool is called with.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};
use clap::{Parser, ValueEnum};
use data_encoding::HEXLOWER_PERMISSIVE;
use publication_rules::{BlindList, ListKey, Profile};
use school_types::Language;
use zeroize::Zeroizing;

/// Checks files and folders before they go on a school's website.
#[derive(Debug, Parser)]
#[command(version, about)]
pub(crate) struct Arguments {
    /// Files and folders to check; `-` is standard input.
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// How to report.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// The blinded pupil list that the office exported.
    #[arg(long, value_name = "FILE")]
    list: Option<PathBuf>,
    /// A file with the list's key in hexadecimal; else the variable SCHOOLGATE_LIST_KEY.
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
    /// The school's profile, TOML or JSON: its own contacts, the people it may name, its policy's sections.
    #[arg(long, value_name = "FILE")]
    profile: Option<PathBuf>,
    /// The language of the sentences: en or cy.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    pub(crate) language: Language,
    /// The media type of standard input.
    #[arg(long, value_name = "TYPE")]
    pub(crate) content_type: Option<String>,
    /// The name that standard input will be published under.
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// Writes safe versions of texts, pages and pictures into this folder.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) clean_into: Option<PathBuf>,
}

/// A way to report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// One JSON object per file, in an array.
    Json,
    /// SARIF 2.1.0.
    Sarif,
}

impl Arguments {
    pub(crate) fn profile(&self) -> Result<Profile> {
        let Some(path) = &self.profile else { return Ok(Profile::default()) };
        let text = fs::read_to_string(path).with_context(|| format!("reading the profile {}", path.display()))?;
        let json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
        let read = if json {
            serde_json::from_str(&text).map_err(anyhow::Error::from)
        } else {
            toml::from_str(&text).map_err(Into::into)
        };
        read.with_context(|| format!("the profile {} is not valid", path.display()))
    }

    pub(crate) fn list(&self) -> Result<Option<BlindList>> {
        let Some(path) = &self.list else { return Ok(None) };
        let file = fs::read(path).with_context(|| format!("reading the list {}", path.display()))?;
        Ok(Some(
            BlindList::import(&self.key()?, &file).with_context(|| format!("opening the list {}", path.display()))?,
        ))
    }

    fn key(&self) -> Result<ListKey> {
        let text = Zeroizing::new(match &self.key_file {
            Some(path) => fs::read_to_string(path).with_context(|| format!("reading the key {}", path.display()))?,
            None => match std::env::var("SCHOOLGATE_LIST_KEY") {
                Ok(text) => text,
                Err(_) => bail!("a list needs its key: --key-file or SCHOOLGATE_LIST_KEY"),
            },
        });
        let mut key = Zeroizing::new([0; 32]);
        match HEXLOWER_PERMISSIVE.decode_mut(text.trim().as_bytes(), &mut key[..]) {
            Ok(32) if text.trim().len() == 64 => Ok(ListKey::new(*key)),
            _ => bail!("the list's key is not 64 hexadecimal digits"),
        }
    }
}
