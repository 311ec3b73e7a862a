//! What is stored about a school: its id, its name and its own profile.

use school_types::{Language, SchoolId, Text};
use serde::{Deserialize, Serialize};

use crate::{
    Profile, SettingsChange,
    validate::{TITLE_MAX, text_problem},
};

/// A school's settings as a whole: the body of the event that every change of them writes, and what every page of
/// the school reads. Made by [`SchoolSettings::new`]; read with serde from sealed records only, as [`Profile`] is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchoolSettings {
    id: SchoolId,
    name: Text,
    profile: Profile,
}

/// Why a school's settings are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsProblem {
    /// The school's name is empty, too long or more than one line, in this language.
    #[error("the school's name is empty, longer than 80 letters or more than one line in `{0}`")]
    Name(Language),
}

impl SchoolSettings {
    /// The settings of the school called `name`. A name needs no translation.
    ///
    /// # Errors
    /// See [`SettingsProblem`].
    pub fn new(id: SchoolId, name: Text, profile: Profile) -> Result<Self, SettingsProblem> {
        for language in Language::ALL {
            if text_problem(name.get(language), TITLE_MAX).is_some() {
                return Err(SettingsProblem::Name(language));
            }
        }
        Ok(Self { id, name, profile })
    }

    /// The school, as it stands in addresses.
    pub const fn id(&self) -> &SchoolId {
        &self.id
    }

    /// What the school is called.
    pub const fn name(&self) -> &Text {
        &self.name
    }

    /// Its own profile.
    pub const fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Makes a change that was checked when it was written ([`SchoolSettings::with`]): for the fold of a school's
    /// events. Two changes of different topics, checked at the same moment, can leave a text without a
    /// translation in a language just added: it is then shown in English.
    pub fn take(&mut self, change: &SettingsChange) {
        match change {
            SettingsChange::Name(name) => self.name = name.clone(),
            change => self.profile.take(change),
        }
    }
}
