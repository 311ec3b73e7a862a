//! Changes of a school's settings, one topic at a time, so that two people who change different ones lose nothing.

use std::fmt;

use permission_rules::Purpose;
use school_types::{Language, PurposeId, Text};
use serde::{Deserialize, Serialize};
use signpost_rules::{LocalContact, LocalKind};

use crate::{
    Accessibility, Colour, Crest, NamedContact, Office, Privacy, Profile, ProfileError, ProfileFields, Publication,
    PupilViewRule, PurposeState, SchoolSettings, SetAside, SettingsProblem, SignIn,
};

/// One topic of a school's settings as it is to be from now on: what the event of a change holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SettingsChange {
    /// What the school is called.
    Name(Text),
    /// The languages it offers, the one shown first in front.
    Languages(Vec<Language>),
    /// The accent colour.
    Accent(Colour),
    /// The crest.
    Crest(Crest),
    /// How families reach the office.
    Office(Office),
    /// How parents may sign in.
    SignIn(SignIn),
    /// Whether and from when pupils' views are asked for.
    PupilView(PupilViewRule),
    /// A purpose, in place of the one of its id: its wording and lawful basis.
    Purpose(Box<Purpose>),
    /// A purpose of the school's own, behind the others: families are asked for it and only for it.
    PurposeAdded(Box<Purpose>),
    /// Whether a purpose is asked about from now on.
    PurposeState {
        /// Which one.
        purpose: PurposeId,
        /// Whether it is.
        state: PurposeState,
    },
    /// The websites that may show the help panel.
    EmbedOrigins(Vec<String>),
    /// What the authority of the school's area is called.
    Authority(Option<Text>),
    /// A contact of the school's area, or none.
    LocalContact {
        /// Which one.
        kind: LocalKind,
        /// The contact.
        contact: Option<Box<LocalContact>>,
    },
    /// What the school may publish of itself, as the checker knows it.
    Publication(Box<Publication>),
    /// Who the safeguarding lead is, or nobody named.
    SafeguardingLead(Option<NamedContact>),
    /// What the privacy notice says.
    Privacy(Privacy),
    /// What the accessibility statement says.
    Accessibility(Accessibility),
    /// What the school asks and tells families comes from this template. What is the school's own stays: its look, how
    /// it is reached, its websites and the contacts of its area.
    Template(Box<Profile>),
}

/// What a change is about. Two changes of one topic replace each other; of different ones both stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// The school's name.
    Name,
    /// Its languages.
    Languages,
    /// Its accent colour.
    Accent,
    /// Its crest.
    Crest,
    /// How the office is reached.
    Office,
    /// How parents sign in.
    SignIn,
    /// Pupils' views.
    PupilView,
    /// One purpose.
    Purpose(PurposeId),
    /// The websites that may show the help panel.
    EmbedOrigins,
    /// The name of the area's authority.
    Authority,
    /// One contact of the area.
    LocalContact(LocalKind),
    /// What the school may publish.
    Publication,
    /// Who the safeguarding lead is.
    SafeguardingLead,
    /// The privacy notice.
    Privacy,
    /// The accessibility statement.
    Accessibility,
    /// The template.
    Template,
}

/// Why a change is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeProblem {
    /// The school's name would not be one.
    #[error(transparent)]
    Name(#[from] SettingsProblem),
    /// A field of the profile would break a rule.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// There is no purpose of this id.
    #[error("the school asks for no purpose `{0}`")]
    NoSuchPurpose(PurposeId),
    /// There is a purpose of this id, and was not to be.
    #[error("there is a purpose `{0}` already")]
    PurposeExists(PurposeId),
    /// What was retired is asked about no more.
    #[error("the purpose `{0}` was retired")]
    PurposeRetired(PurposeId),
}

impl SettingsChange {
    /// What it is about.
    pub fn topic(&self) -> Topic {
        match self {
            Self::Name(_) => Topic::Name,
            Self::Languages(_) => Topic::Languages,
            Self::Accent(_) => Topic::Accent,
            Self::Crest(_) => Topic::Crest,
            Self::Office(_) => Topic::Office,
            Self::SignIn(_) => Topic::SignIn,
            Self::PupilView(_) => Topic::PupilView,
            Self::Purpose(purpose) | Self::PurposeAdded(purpose) => Topic::Purpose(purpose.id.clone()),
            Self::PurposeState { purpose, .. } => Topic::Purpose(purpose.clone()),
            Self::EmbedOrigins(_) => Topic::EmbedOrigins,
            Self::Authority(_) => Topic::Authority,
            Self::LocalContact { kind, .. } => Topic::LocalContact(*kind),
            Self::Publication(_) => Topic::Publication,
            Self::SafeguardingLead(_) => Topic::SafeguardingLead,
            Self::Privacy(_) => Topic::Privacy,
            Self::Accessibility(_) => Topic::Accessibility,
            Self::Template(_) => Topic::Template,
        }
    }

    pub(crate) fn make(&self, fields: &mut ProfileFields) {
        match self {
            Self::Name(_) => {}
            Self::Languages(languages) => fields.languages.clone_from(languages),
            Self::Accent(accent) => fields.accent = *accent,
            Self::Crest(crest) => fields.crest = crest.clone(),
            Self::Office(office) => fields.office = office.clone(),
            Self::SignIn(sign_in) => fields.sign_in = sign_in.clone(),
            Self::PupilView(rule) => fields.pupil_view = rule.clone(),
            Self::Purpose(purpose) => {
                if let Some(place) = fields.purposes.iter_mut().find(|other| other.id == purpose.id) {
                    *place = (**purpose).clone();
                }
            }
            Self::PurposeAdded(purpose) => {
                if !fields.purposes.iter().any(|other| other.id == purpose.id) {
                    fields.purposes.push((**purpose).clone());
                }
            }
            Self::PurposeState { purpose, state } => set_state(fields, purpose, *state),
            Self::EmbedOrigins(origins) => fields.embed_origins.clone_from(origins),
            Self::Authority(authority) => fields.local_contacts.authority.clone_from(authority),
            Self::LocalContact { kind, contact } => {
                let contact = contact.as_deref().cloned();
                let contacts = &mut fields.local_contacts;
                match kind {
                    LocalKind::SocialCare => contacts.social_care = contact,
                    LocalKind::Lado => contacts.lado = contact,
                    LocalKind::Prevent => contacts.prevent = contact,
                    LocalKind::OnlineSafety => contacts.online_safety = contact,
                }
            }
            Self::Publication(publication) => fields.publication = (**publication).clone(),
            Self::SafeguardingLead(lead) => fields.safeguarding_lead.clone_from(lead),
            Self::Privacy(privacy) => fields.privacy = privacy.clone(),
            Self::Accessibility(accessibility) => fields.accessibility = accessibility.clone(),
            Self::Template(template) => {
                let own = std::mem::replace(fields, ProfileFields::from((**template).clone()));
                fields.accent = own.accent;
                fields.crest = own.crest;
                fields.office = own.office;
                fields.embed_origins = own.embed_origins;
                fields.local_contacts = own.local_contacts;
                fields.safeguarding_lead = own.safeguarding_lead;
                fields.privacy = own.privacy;
                fields.accessibility = own.accessibility;
                fields.publication = own.publication.under(std::mem::take(&mut fields.publication));
                fields.purposes.extend(own.purposes.into_iter().filter(|purpose| is_own(&purpose.id)));
                fields.set_aside = own.set_aside.into_iter().filter(|aside| is_own(&aside.purpose.id)).collect();
            }
        }
    }
}

/// What the ids of purposes begin with that a school added itself, and no template's.
const OWN: &str = "own-";

/// Whether a purpose of this id is a school's own.
pub fn is_own(id: &PurposeId) -> bool {
    id.as_str().starts_with(OWN)
}

/// Asks about a purpose again, at its place, or sets it aside.
fn set_state(fields: &mut ProfileFields, id: &PurposeId, state: PurposeState) {
    let aside = fields.set_aside.iter().position(|aside| aside.purpose.id == *id);
    match (aside, fields.purposes.iter().position(|purpose| purpose.id == *id)) {
        (Some(index), _) if state == PurposeState::Asked => {
            let SetAside { purpose, place, .. } = fields.set_aside.remove(index);
            fields.purposes.insert(place.min(fields.purposes.len()), purpose);
        }
        (Some(index), _) => fields.set_aside[index].state = state,
        (None, Some(place)) if state != PurposeState::Asked => {
            let purpose = fields.purposes.remove(place);
            fields.set_aside.push(SetAside { purpose, place, state });
        }
        _ => {}
    }
}

impl Topic {
    /// Whether a change of this topic and one of the `other` may undo each other: the same topic, or the template beside
    /// anything that comes from it.
    pub fn meets(&self, other: &Self) -> bool {
        let from_template = |topic: &Self| {
            matches!(topic, Self::Languages | Self::SignIn | Self::PupilView | Self::Purpose(_) | Self::Template)
        };
        self == other
            || *self == Self::Template && from_template(other)
            || *other == Self::Template && from_template(self)
    }
}

/// As addresses and the audit trail name it: `office`, `purpose`, `local-contact`.
impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "name",
            Self::Languages => "languages",
            Self::Accent => "accent",
            Self::Crest => "crest",
            Self::Office => "office",
            Self::SignIn => "sign-in",
            Self::PupilView => "pupil-view",
            Self::Purpose(_) => "purpose",
            Self::EmbedOrigins => "embed-origins",
            Self::Authority => "authority",
            Self::LocalContact(_) => "local-contact",
            Self::Publication => "publication",
            Self::SafeguardingLead => "safeguarding-lead",
            Self::Privacy => "privacy",
            Self::Accessibility => "accessibility",
            Self::Template => "template",
        })
    }
}

impl SchoolSettings {
    /// The settings with `change` made to them, checked as a whole: to be called before the change is written.
    ///
    /// # Errors
    /// [`ChangeProblem`] names the first field that breaks a rule after the change.
    pub fn with(&self, change: &SettingsChange) -> Result<Self, ChangeProblem> {
        let state = |id| self.profile().purpose_state(id);
        match change {
            SettingsChange::Purpose(purpose) if self.profile().purpose(&purpose.id).is_none() => {
                return Err(ChangeProblem::NoSuchPurpose(purpose.id.clone()));
            }
            SettingsChange::PurposeAdded(purpose) if state(&purpose.id).is_some() => {
                return Err(ChangeProblem::PurposeExists(purpose.id.clone()));
            }
            SettingsChange::PurposeState { purpose, state: to } => match state(purpose) {
                None => return Err(ChangeProblem::NoSuchPurpose(purpose.clone())),
                Some(PurposeState::Retired) if *to != PurposeState::Retired => {
                    return Err(ChangeProblem::PurposeRetired(purpose.clone()));
                }
                Some(_) => {}
            },
            _ => {}
        }
        let mut changed = self.clone();
        changed.take(change);
        let profile = Profile::new(changed.profile().clone().into())?;
        Ok(Self::new(changed.id().clone(), changed.name().clone(), profile)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Problem;

    fn settings() -> SchoolSettings {
        let profile = Profile::template("p0").unwrap().unwrap();
        SchoolSettings::new("elm-street".parse().unwrap(), Text::english("Elm Street"), profile).unwrap()
    }

    #[test]
    fn changes_of_different_topics_stand_side_by_side_in_any_order() {
        let name = SettingsChange::Name(Text::english("Elm Street Primary"));
        let accent = SettingsChange::Accent(Colour([0x12, 0x34, 0x56]));
        let one = settings().with(&name).unwrap().with(&accent).unwrap();
        let other = settings().with(&accent).unwrap().with(&name).unwrap();
        assert_eq!(one, other);
        assert_eq!((one.name().get(Language::En), one.profile().accent), ("Elm Street Primary", Colour([18, 52, 86])));
        assert!(!name.topic().meets(&accent.topic()) && name.topic().meets(&name.topic()));
    }

    #[test]
    fn another_template_changes_what_families_are_asked_and_leaves_what_is_the_schools_own() {
        let office = Office { telephone: "01632 960555".into(), ..settings().profile().office.clone() };
        let own = settings().with(&SettingsChange::Office(office.clone())).unwrap();
        let template = Profile::template("p2").unwrap().unwrap();
        let change = SettingsChange::Template(Box::new(template.clone()));
        let changed = own.with(&change).unwrap();
        assert_eq!(changed.profile().purposes, template.purposes);
        assert_eq!((&changed.profile().office, &changed.profile().crest), (&office, &own.profile().crest));
        assert!(change.topic().meets(&Topic::PupilView) && !Topic::Office.meets(&change.topic()));
    }

    #[test]
    fn a_purpose_is_replaced_by_its_id_and_another_cannot_be_added() {
        let mut purpose = settings().profile().purposes[1].clone();
        purpose.version += 1;
        let changed = settings().with(&SettingsChange::Purpose(Box::new(purpose.clone()))).unwrap();
        assert_eq!(changed.profile().purposes[1], purpose);
        purpose.id = "never-asked".parse().unwrap();
        let refused = settings().with(&SettingsChange::Purpose(Box::new(purpose.clone())));
        assert_eq!(refused, Err(ChangeProblem::NoSuchPurpose(purpose.id)));
    }

    #[test]
    fn a_change_that_breaks_a_rule_is_refused_by_field() {
        let change = SettingsChange::EmbedOrigins(vec!["http://school.example.org".into()]);
        let Err(ChangeProblem::Profile(error)) = settings().with(&change) else { panic!("it was taken") };
        assert_eq!(error.field, "embed_origins");
        assert!(matches!(error.problem, Problem::NotAnOrigin(_)));
        let nameless = settings().with(&SettingsChange::Name(Text::english(" ")));
        assert_eq!(nameless, Err(ChangeProblem::Name(SettingsProblem::Name(Language::En))));
    }

    #[test]
    fn a_change_reads_back_from_the_ledger_as_it_was_written() {
        let contacts = &settings().profile().local_contacts.clone();
        for change in [
            SettingsChange::LocalContact { kind: LocalKind::Lado, contact: contacts.lado.clone().map(Box::new) },
            SettingsChange::LocalContact { kind: LocalKind::Prevent, contact: None },
            SettingsChange::Crest(settings().profile().crest.clone()),
            SettingsChange::Template(Box::new(Profile::template("p4").unwrap().unwrap())),
        ] {
            let json = serde_json::to_string(&change).unwrap();
            assert_eq!(serde_json::from_str::<SettingsChange>(&json).unwrap(), change);
        }
        let json = serde_json::to_string(&Topic::LocalContact(LocalKind::Lado)).unwrap();
        assert_eq!(json, r#"{"local-contact":"lado"}"#);
    }

    fn state(settings: &SchoolSettings, place: usize, state: PurposeState) -> Result<SchoolSettings, ChangeProblem> {
        let purpose = self::settings().profile().purposes[place].id.clone();
        settings.with(&SettingsChange::PurposeState { purpose, state })
    }

    #[test]
    fn a_paused_question_is_not_asked_and_comes_back_to_its_place_as_it_was() {
        let before = settings();
        let paused = state(&before, 1, PurposeState::Paused).unwrap();
        let id = &before.profile().purposes[1].id;
        assert_eq!(paused.profile().purpose(id), None);
        assert_eq!(paused.profile().any_purpose(id), Some(&before.profile().purposes[1]));
        assert_eq!(paused.profile().purpose_state(id), Some(PurposeState::Paused));
        assert_eq!(state(&paused, 1, PurposeState::Asked).unwrap(), before);
        // A change of what it says waits until it is asked again.
        let change = SettingsChange::Purpose(Box::new(before.profile().purposes[1].clone()));
        assert_eq!(paused.with(&change), Err(ChangeProblem::NoSuchPurpose(id.clone())));
    }

    #[test]
    fn a_retired_question_never_comes_back() {
        let retired = state(&settings(), 0, PurposeState::Retired).unwrap();
        let id = settings().profile().purposes[0].id.clone();
        for to in [PurposeState::Asked, PurposeState::Paused] {
            assert_eq!(state(&retired, 0, to), Err(ChangeProblem::PurposeRetired(id.clone())));
        }
        let again = SettingsChange::PurposeAdded(Box::new(settings().profile().purposes[0].clone()));
        assert_eq!(retired.with(&again), Err(ChangeProblem::PurposeExists(id)));
    }

    #[test]
    fn a_school_asks_at_least_one_question() {
        let mut now = settings();
        let all = now.profile().purposes.len();
        for place in 1..all {
            now = state(&now, place, PurposeState::Paused).unwrap();
        }
        let last = state(&now, 0, PurposeState::Paused);
        assert!(matches!(last, Err(ChangeProblem::Profile(error)) if error.field == "purposes"), "{now:?}");
    }

    #[test]
    fn a_question_of_the_schools_own_stands_behind_the_others() {
        let mut purpose = settings().profile().purposes[0].clone();
        purpose.id = "own-4f7k2m9q".parse().unwrap();
        let changed = settings().with(&SettingsChange::PurposeAdded(Box::new(purpose.clone()))).unwrap();
        assert_eq!(changed.profile().purposes.last(), Some(&purpose));
        assert_eq!(changed.profile().purposes.len(), settings().profile().purposes.len() + 1);
    }
}
