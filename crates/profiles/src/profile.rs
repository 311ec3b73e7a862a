//! What a school starts from.

use std::{fmt, ops::Deref, str::FromStr};

use permission_rules::Purpose;
use school_types::{KeyStage, Language, Nation, PurposeId, Text};
use serde::{Deserialize, Serialize};
use signpost_rules::LocalContacts;

use crate::{
    Accessibility, Bases, Colour, Crest, Leavers, NamedContact, Privacy, Problem, ProfileError, Publication,
    PupilViewRule, SettingsChange, SignIn, Withdrawal, validate::check,
};

/// A profile that has passed every check. Its fields are read through [`ProfileFields`], and changed only by
/// [`Profile::with`], which checks again.
///
/// Reading one with serde is for what this installation has written and sealed itself: the fields are read, and not all
/// checked together once more for every page. Whatever comes from elsewhere goes through [`Profile::from_toml`] or
/// [`Profile::new`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Profile(ProfileFields);

/// The fields of a profile, checked one by one but not yet together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileFields {
    /// The template it is, or came from: `p0`.
    pub id: ProfileId,
    /// What kind of school and policy it suits, for choosing among templates.
    pub title: Text,
    /// The policy and the rows of the requirements it follows.
    pub based_on: BasedOn,
    /// The kind of school.
    pub kind: SchoolKind,
    /// The nation, which decides about services, terms and laws.
    pub nation: Nation,
    /// The key stages it teaches, youngest first.
    pub key_stages: Vec<KeyStage>,
    /// The languages it offers, the one shown first in front. Every text exists in each of them.
    pub languages: Vec<Language>,
    /// The accent colour of its pages.
    pub accent: Colour,
    /// Its crest.
    pub crest: Crest,
    /// How families reach the office. In a template, placeholders that each school replaces.
    pub office: Office,
    /// Whether and from when pupils' own views are asked for.
    pub pupil_view: PupilViewRule,
    /// What becomes of pictures of pupils who left (R11).
    pub leavers: Leavers,
    /// How permission may be withdrawn (R9).
    pub withdrawal: Withdrawal,
    /// Who settles the lawful basis of each purpose.
    pub bases: Bases,
    /// How parents may sign in.
    pub sign_in: SignIn,
    /// The school's own websites that may show the help panel in a frame: exact origins, `https://www.school.example.org`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub embed_origins: Vec<String>,
    /// The contacts of the school's area that help pages name beside the national services (R30).
    #[serde(default, skip_serializing_if = "LocalContacts::is_empty")]
    pub local_contacts: LocalContacts,
    /// What the school may publish of itself, and where its policy says what is not published (R34 to R42).
    #[serde(default)]
    pub publication: Publication,
    /// Who the school's safeguarding lead is and how they are reached: named on help pages and in the panel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safeguarding_lead: Option<NamedContact>,
    /// What its privacy notice says.
    #[serde(default, skip_serializing_if = "Privacy::is_empty")]
    pub privacy: Privacy,
    /// What its accessibility statement says.
    #[serde(default, skip_serializing_if = "Accessibility::is_empty")]
    pub accessibility: Accessibility,
    /// What families are asked or told about, in the order of the pages (R1 to R3).
    pub purposes: Vec<Purpose>,
    /// What the school has asked about and does not at present: nobody is asked, nothing of it happens, answers are kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<SetAside>,
}

/// A purpose that a school does not ask about at present.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetAside {
    /// The purpose, as it was asked last.
    pub purpose: Purpose,
    /// Where it stood among the others, from 0.
    pub place: usize,
    /// Whether it may be asked again.
    pub state: PurposeState,
}

/// Whether a school asks about a purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PurposeState {
    /// Families are asked or told.
    Asked,
    /// Not at present. Earlier answers hold again once it is asked again.
    Paused,
    /// Never again. Earlier answers stay in each pupil's history.
    Retired,
}

/// The policy a profile follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BasedOn {
    /// Its short name: `P0`.
    pub policy: String,
    /// The rows of the requirements it takes a stand on: `R11`.
    pub rows: Vec<String>,
}

/// The kind of a school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SchoolKind {
    /// Reception or nursery to year 6.
    Primary,
    /// From year 7.
    Secondary,
    /// Primary and secondary in one.
    AllThrough,
    /// For pupils with special educational needs (Education Act 1996 s. 337).
    Special,
}

/// How families reach the school office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// As people write it: `01632 960101`.
    pub telephone: String,
    /// A mailbox of the office, never of a person (P0 3.6.5).
    pub e_mail: String,
    /// One entry per line of the postal address, at most six.
    pub address: Vec<String>,
}

impl Profile {
    /// A profile of these fields.
    ///
    /// # Errors
    /// Names the first field that breaks a rule.
    pub fn new(mut fields: ProfileFields) -> Result<Self, ProfileError> {
        fields.crest = Crest::new(fields.crest.as_svg()).map_err(|problem| ProfileError {
            profile: fields.id.to_string(),
            field: "crest".to_owned(),
            problem: Problem::Crest(problem),
        })?;
        check(&fields)?;
        Ok(Self(fields))
    }

    /// The same profile with `change` made to it.
    ///
    /// # Errors
    /// Names the first field that breaks a rule after the change.
    pub fn with(&self, change: impl FnOnce(&mut ProfileFields)) -> Result<Self, ProfileError> {
        let mut fields = self.0.clone();
        change(&mut fields);
        Self::new(fields)
    }

    /// Makes a change that was checked when it was written.
    pub(crate) fn take(&mut self, change: &SettingsChange) {
        change.make(&mut self.0);
    }

    /// The purpose with this id.
    pub fn purpose(&self, id: &PurposeId) -> Option<&Purpose> {
        self.purposes.iter().find(|purpose| purpose.id == *id)
    }

    /// The purpose with this id, whether or not it is asked about at present.
    pub fn any_purpose(&self, id: &PurposeId) -> Option<&Purpose> {
        let set_aside = || self.set_aside.iter().map(|aside| &aside.purpose).find(|purpose| purpose.id == *id);
        self.purpose(id).or_else(set_aside)
    }

    /// Whether the school asks about a purpose; none where it never did.
    pub fn purpose_state(&self, id: &PurposeId) -> Option<PurposeState> {
        let aside = self.set_aside.iter().find(|aside| aside.purpose.id == *id).map(|aside| aside.state);
        self.purpose(id).map(|_| PurposeState::Asked).or(aside)
    }

    /// The language shown to somebody who has not chosen one.
    pub fn first_language(&self) -> Language {
        // Never empty: `check` saw to it.
        self.languages.first().copied().unwrap_or_default()
    }
}

impl Deref for Profile {
    type Target = ProfileFields;

    fn deref(&self) -> &ProfileFields {
        &self.0
    }
}

impl TryFrom<ProfileFields> for Profile {
    type Error = ProfileError;

    fn try_from(fields: ProfileFields) -> Result<Self, ProfileError> {
        Self::new(fields)
    }
}

impl From<Profile> for ProfileFields {
    fn from(profile: Profile) -> Self {
        profile.0
    }
}

/// The text is not the name of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a profile's name: 2 to 40 of a to z, 0 to 9 and hyphen")]
pub struct NotAProfileId;

/// The name of a profile: 2 to 40 of a to z, 0 to 9 and hyphen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ProfileId(String);

impl ProfileId {
    /// The id as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ProfileId {
    type Err = NotAProfileId;

    fn from_str(text: &str) -> Result<Self, NotAProfileId> {
        let known = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if (2..=40).contains(&text.len()) && text.bytes().all(known) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAProfileId)
        }
    }
}

impl TryFrom<String> for ProfileId {
    type Error = NotAProfileId;

    fn try_from(text: String) -> Result<Self, NotAProfileId> {
        text.parse()
    }
}

impl From<ProfileId> for String {
    fn from(id: ProfileId) -> Self {
        id.0
    }
}

impl fmt::Display for ProfileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
