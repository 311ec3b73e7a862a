//! The demo file that `cargo xtask up` writes: where the application is, and who can sign in.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result};
use serde::Deserialize;

/// The demo file.
#[derive(Clone, Debug, Deserialize)]
pub struct Demo {
    /// Where the application answers, without a slash at the end.
    pub base: String,
    /// The id of the host's process, which is that of its group too.
    pub process: i32,
    /// The schools, by slug.
    pub schools: BTreeMap<String, School>,
}

/// A sample school.
#[derive(Clone, Debug, Deserialize)]
pub struct School {
    /// Its name.
    pub name: String,
    /// Every parent and carer.
    pub parents: Vec<Person>,
    /// What its programs present.
    pub api_token: String,
    /// Staff, at least one in every role.
    pub staff: Vec<Staff>,
}

/// A member of staff or governor.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Staff {
    /// Their roles, as data calls them: `safeguarding-lead`.
    pub roles: Vec<String>,
    /// What they sign in with.
    pub e_mail: String,
    /// And their passphrase.
    pub passphrase: String,
    /// And the secret of their one-time codes, in base 32.
    pub totp_secret: String,
}

/// A parent or carer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Person {
    /// Full name.
    pub name: String,
    /// What they sign in with, unless they have no e-mail.
    pub e_mail: Option<String>,
    /// The code on their letter, for families without e-mail.
    pub letter_code: Option<String>,
    /// The ids of their children.
    pub children: Vec<String>,
    /// The forenames of those children, in the same order.
    pub forenames: Vec<String>,
    /// Whether they hold parental responsibility.
    pub parental_responsibility: bool,
    /// What makes this family worth trying, if anything.
    pub known_for: Option<String>,
}

impl Demo {
    /// Reads the file.
    ///
    /// # Errors
    /// When it cannot be read, or says something else.
    pub fn read(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).context("the demo file cannot be read")?;
        serde_json::from_slice(&bytes).context("the demo file")
    }

    /// Whoever decides for children at a school and has e-mail, without the families that differ from the others.
    ///
    /// # Errors
    /// When there is no such school.
    pub fn parents(&self, school: &str) -> Result<Vec<&Person>> {
        let school = self.schools.get(school).context("there is no such sample school")?;
        let ordinary =
            |person: &&Person| person.known_for.is_none() && person.parental_responsibility && person.e_mail.is_some();
        Ok(school.parents.iter().filter(ordinary).collect())
    }

    /// The same, one of each family: what one of them says is of no consequence to another.
    ///
    /// # Errors
    /// As [`Demo::parents`].
    pub fn families(&self, school: &str) -> Result<Vec<&Person>> {
        let mut known = BTreeSet::new();
        let parents = self.parents(school)?.into_iter();
        Ok(parents.filter(|person| person.children.iter().all(|child| known.insert(child.as_str()))).collect())
    }

    /// The first family at a school that is known for something.
    ///
    /// # Errors
    /// When there is none.
    pub fn known_for(&self, school: &str, what: &str) -> Result<&Person> {
        let school = self.schools.get(school).context("there is no such sample school")?;
        let found = school.parents.iter().find(|person| person.known_for.as_deref() == Some(what));
        found.with_context(|| format!("no family known for {what}"))
    }
}
