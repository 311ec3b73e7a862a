//! Entries as sentences. The trail holds ids; names are looked up for the page, and pupils' only for those who may see pupils.

use std::collections::BTreeMap;

use permission_rules::FamilyEmail;
use reception::{Colleague, Problem};
use records::{Asker, AuditEvent, ContactField, EnteredFrom, Entry, ExportedList, PeopleList, Roll, SettingsPart};
use school_types::{ChildId, ClassId, StaffId};
use words::Words;

use crate::{pupils, roles, settings::topic_said};

/// What saying entries needs to know.
pub(super) struct Saying<'p> {
    words: Words,
    people: &'p [(String, StaffId)],
    children: BTreeMap<ChildId, String>,
    classes: BTreeMap<ClassId, String>,
    /// How often on the day of an entry somebody tried to sign in as somebody and could not, by the entry's number.
    failed: BTreeMap<u64, u64>,
    sees_pupils: bool,
}

impl<'p> Saying<'p> {
    /// Looks up whom `entries` name.
    ///
    /// # Errors
    /// [`Problem`] when the records could not say.
    pub(super) async fn of(
        colleague: &Colleague<'_, '_>,
        people: &'p [(String, StaffId)],
        entries: &[Entry<AuditEvent>],
    ) -> Result<Self, Problem> {
        let words = colleague.guest().words();
        let sees_pupils = colleague.holds(roles::PERMISSIONS);
        let mut ids: Vec<ChildId> = entries.iter().filter_map(|entry| child(&entry.event)).cloned().collect();
        ids.sort_unstable();
        ids.dedup();
        if !sees_pupils {
            ids.clear();
        }
        let children = pupils::entries(colleague, &ids).await?;
        let children = children
            .into_iter()
            .map(|entry| {
                let name = entry.facts.name.full();
                (entry.id, name)
            })
            .collect();
        let names_classes = entries
            .iter()
            .any(|entry| is_of_sheet(&entry.event) || matches!(entry.event, AuditEvent::ClassNoticeGiven { .. }));
        let roll = if names_classes { pupils::roll(colleague).await? } else { Roll::default() };
        let classes = pupils::classes(colleague, &roll)?.into_iter().map(|class| (class.id, class.name)).collect();
        let (records, school) = (colleague.records(), colleague.school()?);
        let failed = entries.iter().filter_map(|entry| match &entry.event {
            AuditEvent::SignInFailed { staff } => Some((entry, staff)),
            _ => None,
        });
        let failed = failed.map(|(entry, staff)| async move {
            Ok::<_, Problem>((entry.number, records.failed_sign_ins(school, Some(staff), entry.at).await?))
        });
        let failed = futures::future::try_join_all(failed).await?.into_iter().collect();
        Ok(Self { words, people, children, classes, failed, sees_pupils })
    }

    pub(super) const fn words(&self) -> Words {
        self.words
    }

    /// Who wrote an entry.
    pub(super) fn who(&self, entry: &Entry<AuditEvent>) -> &str {
        match &entry.by {
            Asker::Staff(id, _) => self.name(id),
            Asker::Task(_) => self.words.settings_who_operator(),
            Asker::Nobody | Asker::Visitor | Asker::Parent(_) => self.words.audit_somebody(),
        }
    }

    fn class(&self, class: &ClassId) -> &str {
        self.classes.get(class).map_or(self.words.audit_a_class(), String::as_str)
    }

    fn name(&self, staff: &StaffId) -> &str {
        let known = self.people.iter().find(|(_, id)| id == staff);
        known.map_or(self.words.settings_who_unknown(), |(name, _)| name)
    }

    fn child(&self, child: &ChildId) -> &str {
        match self.children.get(child) {
            Some(name) => name,
            None if self.sees_pupils => self.words.audit_an_erased_pupil(),
            None => self.words.audit_a_pupil(),
        }
    }

    /// What happened.
    pub(super) fn what(&self, entry: &Entry<AuditEvent>) -> String {
        let w = self.words;
        match &entry.event {
            AuditEvent::SignedIn => w.audit_signed_in().to_owned(),
            AuditEvent::SignInFailed { staff } => match self.failed.get(&entry.number) {
                Some(count) if *count > 1 => w.audit_sign_in_failed_often(*count, self.name(staff)),
                _ => w.audit_sign_in_failed(self.name(staff)),
            },
            AuditEvent::Imported { list, added, changed, left, returned } => {
                let [added, changed, left, returned] = [added, changed, left, returned].map(u32::to_string);
                match list {
                    PeopleList::Pupils => w.audit_imported_pupils(&added, &changed, &left, &returned),
                    PeopleList::Contacts => w.audit_imported_contacts(&added, &changed, &left, &returned),
                    PeopleList::Staff => w.audit_imported_staff(&added, &changed, &left, &returned),
                }
            }
            AuditEvent::DecisionEntered { child, how: EnteredFrom::Paper } => w.audit_decision_paper(self.child(child)),
            AuditEvent::DecisionEntered { child, how: EnteredFrom::Spoken } => {
                w.audit_decision_spoken(self.child(child))
            }
            AuditEvent::NoticeGiven { child } => w.audit_notice_child(self.child(child)),
            AuditEvent::ClassNoticeGiven { class } => {
                w.audit_notice_class(self.classes.get(class).map_or(w.audit_a_class(), String::as_str))
            }
            AuditEvent::FlagSet { child } => w.audit_flag_set(self.child(child)),
            AuditEvent::FlagLifted { child } => w.audit_flag_lifted(self.child(child)),
            AuditEvent::ChildEdited { child, .. } => w.audit_child_edited(self.child(child)),
            AuditEvent::ContactAdded { child, holds: true } => w.audit_contact_added_parent(self.child(child)),
            AuditEvent::ContactAdded { child, holds: false } => w.audit_contact_added(self.child(child)),
            AuditEvent::ContactEdited { child, fields } => {
                let fields: Vec<&str> = fields.iter().map(|field| contact_field(w, *field)).collect();
                w.audit_contact_edited(self.child(child), &w.list(&fields))
            }
            AuditEvent::ContactEnded { child } => w.audit_contact_ended(self.child(child)),
            AuditEvent::RecordExported { child } => w.audit_record_exported(self.child(child)),
            AuditEvent::ErasureAsked { child } => w.audit_erasure_asked(self.child(child)),
            AuditEvent::ErasureConfirmed { child } => w.audit_erasure_confirmed(self.child(child)),
            AuditEvent::ErasureUndone { child } => w.audit_erasure_undone(self.child(child)),
            AuditEvent::Erased { child } => w.audit_erased(self.child(child)),
            AuditEvent::ParentConfirmed { child } => w.audit_parent_confirmed(self.child(child)),
            AuditEvent::ParentKeptOut { child } => w.audit_parent_kept_out(self.child(child)),
            AuditEvent::SettingsChanged { what } => match what {
                SettingsPart::Opened => w.audit_settings_opened().to_owned(),
                SettingsPart::Topic(topic) => w.audit_settings(topic_said(w, topic)),
                SettingsPart::Notify => w.audit_settings(w.settings_topic_letters()),
            },
            AuditEvent::StaffInvited { staff } => w.audit_invited(self.name(staff)),
            AuditEvent::RolesChanged { staff } => w.audit_roles(self.name(staff)),
            AuditEvent::StaffLeft { staff } => w.audit_left(self.name(staff)),
            AuditEvent::StaffReset { staff } => w.audit_reset(self.name(staff)),
            AuditEvent::SessionsEnded { staff } => w.audit_sessions(self.name(staff)),
            AuditEvent::TokenMade => w.audit_token_made().to_owned(),
            AuditEvent::TokenEnded => w.audit_token_ended().to_owned(),
            AuditEvent::ListExported { list } => match list {
                ExportedList::Outstanding => w.audit_exported_outstanding(),
                ExportedList::RejectedRows => w.audit_exported_rejected(),
                ExportedList::Permissions => w.audit_exported_permissions(),
                ExportedList::BlindedPupils => w.audit_exported_blinded(),
                ExportedList::BlindedPupilsKey => w.audit_exported_blinded_key(),
            }
            .to_owned(),
            AuditEvent::LettersPrinted { letters, forms } => {
                w.audit_letters_printed(&letters.to_string(), &forms.to_string())
            }
            AuditEvent::FamiliesEmailed { email: FamilyEmail::Invitation, people } => {
                w.audit_families_invited(u64::from(*people))
            }
            AuditEvent::FamiliesEmailed { email: FamilyEmail::Reminder, people } => {
                w.audit_families_reminded(u64::from(*people))
            }
            AuditEvent::EmailCameBack => w.audit_email_came_back().to_owned(),
            AuditEvent::SheetPrinted { class } => w.audit_sheet(self.class(class)),
            AuditEvent::SheetViewed { class } => w.audit_sheet_viewed(self.class(class)),
        }
    }
}

/// What of a contact was changed.
fn contact_field(w: Words, field: ContactField) -> &'static str {
    match field {
        ContactField::Name => w.audit_contact_name(),
        ContactField::Relation => w.audit_contact_relation(),
        ContactField::ParentalResponsibility => w.audit_contact_responsibility(),
        ContactField::EMail => w.audit_contact_email(),
        ContactField::Telephone => w.audit_contact_telephone(),
    }
}

const fn is_of_sheet(event: &AuditEvent) -> bool {
    matches!(event, AuditEvent::SheetPrinted { .. } | AuditEvent::SheetViewed { .. })
}

/// Whom of the pupils an entry is about.
const fn child(event: &AuditEvent) -> Option<&ChildId> {
    match event {
        AuditEvent::DecisionEntered { child, .. }
        | AuditEvent::NoticeGiven { child }
        | AuditEvent::FlagSet { child }
        | AuditEvent::FlagLifted { child }
        | AuditEvent::ChildEdited { child, .. }
        | AuditEvent::ContactAdded { child, .. }
        | AuditEvent::ContactEdited { child, .. }
        | AuditEvent::ContactEnded { child }
        | AuditEvent::RecordExported { child }
        | AuditEvent::Erased { child }
        | AuditEvent::ErasureAsked { child }
        | AuditEvent::ErasureConfirmed { child }
        | AuditEvent::ErasureUndone { child }
        | AuditEvent::ParentConfirmed { child }
        | AuditEvent::ParentKeptOut { child } => Some(child),
        _ => None,
    }
}
