//! The form of a contact, and what was typed into it.

use pages::{Body, Checkboxes, Form, Notice, Paragraph, Radios, Size, TextInput};
use people_lists::{Code, typed_email, typed_telephone};
use reception::{Colleague, Problem};
use records::Account;
use school_types::ContactId;
use web::{FieldError, Fields};
use words::Words;

use super::known::{Details, Responsible};
use crate::form::Wrong;

/// The longest name or relationship, in characters.
const LONGEST: usize = 80;
/// The box to tick where an address looks wrong or is somebody else's too, and the address it was ticked for.
const SURE: &str = "sure";
const SURE_OF: &str = "sure-of";

/// The fields as they were typed.
#[derive(Clone, Default)]
pub(super) struct Typed {
    pub(super) name: String,
    pub(super) relation: String,
    pub(super) responsible: String,
    pub(super) email: String,
    pub(super) telephone: String,
}

impl Typed {
    pub(super) fn of(details: &Details) -> Self {
        Self {
            name: details.name.clone(),
            relation: details.relation.clone(),
            responsible: details.responsible.as_str().to_owned(),
            email: details.email.clone().unwrap_or_default(),
            telephone: details.telephone.clone().unwrap_or_default(),
        }
    }

    pub(super) fn sent(fields: &Fields) -> Self {
        let first = |name: &str| fields.first(name).to_owned();
        Self {
            name: first("name"),
            relation: first("relation"),
            responsible: first("responsible"),
            email: first("email"),
            telephone: first("telephone"),
        }
    }
}

/// The fields as details, or what is wrong with them.
pub(super) fn read(w: Words, fields: &Fields) -> Result<Details, Vec<Wrong>> {
    let mut wrong: Vec<Wrong> = Vec::new();
    let mut line = |field: &'static str| match fields.line(field, LONGEST) {
        Ok(text) => text,
        Err(error) => {
            wrong.push((field, said(w, error)));
            String::new()
        }
    };
    let (name, relation) = (line("name"), line("relation"));
    let responsible = fields.choice::<Responsible>("responsible").unwrap_or_else(|_| {
        wrong.push(("responsible", w.contact_responsible_missing()));
        Responsible::NotKnown
    });
    let email = typed_email(fields.first("email")).unwrap_or_else(|code| {
        let said = match code {
            Code::SeveralEmails => w.contact_email_several(),
            Code::EmailUnreachable => w.contact_email_unreachable(),
            _ => w.contact_email_wrong(),
        };
        wrong.push(("email", said));
        None
    });
    let telephone = typed_telephone(fields.first("telephone")).unwrap_or_else(|_| {
        wrong.push(("telephone", w.contact_telephone_wrong()));
        None
    });
    let email = email.map(|email| records::normal_address(&email.address));
    let details = Details { name, relation, responsible, email, telephone };
    if wrong.is_empty() { Ok(details) } else { Err(wrong) }
}

fn said(w: Words, error: FieldError) -> &'static str {
    match error {
        FieldError::Missing => w.office_edit_missing(),
        FieldError::TooLong { .. } => w.office_edit_too_long(),
        _ => w.office_edit_characters(),
    }
}

/// What there is to warn of in an address, before it is saved.
#[derive(Default)]
pub(super) struct Warning {
    /// The address.
    address: String,
    /// It looks like a slip of the finger.
    is_mistyped: bool,
    /// Others of the school whom it belongs to.
    pub(super) shared: Vec<(ContactId, String)>,
}

impl Warning {
    /// What there is to say of `email`, unless whoever typed it has seen it: none where there is nothing. `own` is the contact
    /// whose address it is to be.
    pub(super) async fn of(
        colleague: &Colleague<'_, '_>,
        email: Option<&String>,
        own: Option<&ContactId>,
        fields: &Fields,
    ) -> Result<Option<Self>, Problem> {
        let Some(address) = email else { return Ok(None) };
        let (records, school) = (colleague.records(), colleague.school()?);
        let is_mistyped = typed_email(address).is_ok_and(|typed| typed.is_some_and(|typed| typed.is_mistyped));
        let accounts = records.address(address).fold::<records::Accounts>().await?.value.0;
        let others = |account: &Account| account.school == *school && Some(&account.contact) != own;
        let others: Vec<ContactId> = accounts.into_iter().filter(others).map(|account| account.contact).collect();
        let contacts = records.contacts(school, &others).await?;
        let named = |(id, contact): (ContactId, records::Contact)| Some((id, contact.0?.name.reveal().clone()));
        let shared: Vec<_> = contacts.into_iter().filter_map(named).collect();
        let is_seen = fields.has(SURE, "yes") && fields.has(SURE_OF, address);
        let nothing = (!is_mistyped && shared.is_empty()) || is_seen;
        Ok((!nothing).then(|| Self { address: address.clone(), is_mistyped, shared }))
    }

    /// What is said above the form.
    pub(super) fn notice(&self, w: Words) -> Notice {
        let mut notice = Notice::care().title(w.contact_check_email());
        if self.is_mistyped {
            notice = notice.with(Paragraph::new(w.contact_email_mistyped(&self.address)));
        }
        if !self.shared.is_empty() {
            let names: Vec<&str> = self.shared.iter().map(|(_, name)| name.as_str()).collect();
            notice = notice.with(Paragraph::new(w.contact_email_shared(&w.list(&names))));
        }
        notice
    }

    /// The form says that whoever sends it has seen this.
    pub(super) fn seen(&self, form: Form) -> Form {
        form.hidden(SURE, "yes").hidden(SURE_OF, self.address.as_str())
    }

    /// The box to tick, and for which address.
    pub(super) fn box_to_tick(&self, w: Words, form: Form) -> Form {
        form.hidden(SURE_OF, self.address.as_str())
            .with(Checkboxes::new(w, SURE, w.contact_sure_legend()).choice("yes", w.contact_sure(&self.address)))
    }
}

/// The fields of the form, with what is wrong in them.
pub(super) fn fields(w: Words, typed: &Typed, wrong: &[Wrong]) -> Body {
    let error = |field: &str| wrong.iter().find(|(name, _)| *name == field).map(|(_, message)| *message);
    let text = |name: &'static str, label: &'static str, value: &str| {
        TextInput::new(w, name, label).size(Size::Middle).autocomplete("off").value(value).error(error(name))
    };
    let chosen = Some(typed.responsible.as_str()).filter(|chosen| !chosen.is_empty());
    let responsible = Radios::new(w, "responsible", w.contact_responsible())
        .hint(w.office_field_holders_hint())
        .error(error("responsible"))
        .chosen(chosen)
        .choice(Responsible::Yes.as_str(), w.contact_responsible_yes())
        .choice(Responsible::No.as_str(), w.contact_responsible_no())
        .choice(Responsible::NotKnown.as_str(), w.contact_responsible_not_known());
    let email = TextInput::email(w, "email", w.contact_email())
        .size(Size::Middle)
        .autocomplete("off")
        .optional()
        .hint(w.contact_email_hint())
        .value(&typed.email)
        .error(error("email"));
    Body::new()
        .with(text("name", w.contact_name(), &typed.name).hint(w.contact_name_hint()))
        .with(text("relation", w.contact_relation(), &typed.relation).hint(w.contact_relation_hint()))
        .with(responsible)
        .with(email)
        .with(text("telephone", w.contact_telephone(), &typed.telephone).optional())
}
