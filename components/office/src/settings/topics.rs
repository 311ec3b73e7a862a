//! What topics are called, and who somebody is.

use std::collections::BTreeMap;

use profiles::Topic;
use reception::{Colleague, Problem};
use records::{Asker, Records, Staff};
use school_types::{SchoolId, StaffId};
use words::Words;

/// A topic in the reader's language.
pub(crate) fn topic_said(w: Words, topic: &Topic) -> &'static str {
    match topic {
        Topic::Name => w.settings_topic_name(),
        Topic::Languages => w.settings_topic_languages(),
        Topic::Accent => w.settings_topic_accent(),
        Topic::Crest => w.settings_topic_crest(),
        Topic::Office => w.settings_topic_office(),
        Topic::SignIn => w.settings_topic_sign_in(),
        Topic::PupilView => w.settings_topic_pupil_view(),
        Topic::Purpose(_) => w.settings_topic_purpose(),
        Topic::EmbedOrigins => w.settings_topic_websites(),
        Topic::Authority => w.settings_topic_authority(),
        Topic::LocalContact(_) => w.settings_topic_area(),
        Topic::Publication => w.settings_topic_checker(),
        Topic::SafeguardingLead => w.settings_topic_safeguarding_lead(),
        Topic::Privacy => w.settings_topic_privacy(),
        Topic::Accessibility => w.settings_topic_accessibility(),
        Topic::Template => w.settings_topic_template(),
    }
}

/// Who wrote entries of the ledger, by name.
pub(super) struct Names {
    words: Words,
    names: BTreeMap<StaffId, String>,
}

impl Names {
    /// Who an entry names.
    pub(super) fn of(&self, asker: &Asker) -> &str {
        match asker {
            Asker::Staff(id, _) => self.names.get(id).map_or(self.words.settings_who_unknown(), String::as_str),
            Asker::Task(_) | Asker::Nobody | Asker::Visitor | Asker::Parent(_) => self.words.settings_who_operator(),
        }
    }
}

/// Looks up whoever is named by `askers`: each account once, all at the same time. The reader is "you".
///
/// # Errors
/// [`Problem`] when an account could not be read.
pub(super) async fn who<'a>(
    colleague: &Colleague<'_, '_>,
    askers: impl IntoIterator<Item = &'a Asker>,
) -> Result<Names, Problem> {
    let w = colleague.guest().words();
    let asked = askers.into_iter().filter_map(|asker| match asker {
        Asker::Staff(id, _) => Some(id),
        _ => None,
    });
    let mut ids: Vec<&StaffId> = asked.collect();
    ids.sort_unstable();
    ids.dedup();
    let school = colleague.school()?;
    let read = ids.iter().map(|id| name_of(colleague.records(), school, id));
    let found = futures::future::try_join_all(read).await?;
    let mut names: BTreeMap<StaffId, String> =
        ids.into_iter().zip(found).filter_map(|(id, name)| Some((id.clone(), name?))).collect();
    if names.contains_key(colleague.id()) {
        names.insert(colleague.id().clone(), w.settings_who_you().to_owned());
    }
    Ok(Names { words: w, names })
}

async fn name_of(records: &Records, school: &SchoolId, id: &StaffId) -> Result<Option<String>, Problem> {
    let staff = records.staff(school, id).fold::<Staff>().await?.value;
    Ok(staff.facts().map(|facts| facts.name.reveal().clone()))
}
