//! What is written when a contact is added, changed or ended by hand. All of it under the form's operation, so that the form
//! sent again after a crash completes it and doubles nothing.

use reception::{Colleague, Problem};
use records::{
    Account, Accounts, AddressEvent, AuditEvent, Batch, Child, ChildChange, ChildEvent, Contact, ContactChange,
    ContactEvent, ContactField,
};
use school_types::{ChildId, ContactId, OperationId};

use super::known::{Details, Known, Responsible};

/// Lists somebody new for a pupil. The pupil's entry first: whoever erases the pupil finds everybody from there.
pub(super) async fn add(
    colleague: &Colleague<'_, '_>,
    child: &ChildId,
    contact: &ContactId,
    details: &Details,
    operation: &OperationId,
) -> Result<(), Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    list(colleague, child, contact, details, operation).await?;
    let mut batch = Batch::default();
    batch.add(
        &records.contact(school, contact),
        &ContactEvent::Added(details.facts(vec![child.clone()])),
        operation,
    )?;
    if let Some(address) = &details.email {
        let account = Account { school: school.clone(), contact: contact.clone() };
        batch.add(&records.address(address), &AddressEvent::Given(account), operation)?;
    }
    let holds = details.responsible == Responsible::Yes;
    batch.add(&records.audit(school), &AuditEvent::ContactAdded { child: child.clone(), holds }, operation)?;
    records.append_all(&batch).await?;
    refresh(colleague, child, contact, &details.email.iter().collect::<Vec<_>>()).await
}

/// Lists somebody whom the school knows for one more pupil.
pub(super) async fn add_known(
    colleague: &Colleague<'_, '_>,
    child: &ChildId,
    contact: &ContactId,
    details: &Details,
    operation: &OperationId,
) -> Result<(), Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    list(colleague, child, contact, details, operation).await?;
    let mut batch = Batch::default();
    let change = ContactEvent::Corrected(vec![ContactChange::ChildAdded(child.clone())]);
    batch.add(&records.contact(school, contact), &change, operation)?;
    let holds = details.responsible == Responsible::Yes;
    batch.add(&records.audit(school), &AuditEvent::ContactAdded { child: child.clone(), holds }, operation)?;
    records.append_all(&batch).await?;
    refresh(colleague, child, contact, &[]).await
}

async fn list(
    colleague: &Colleague<'_, '_>,
    child: &ChildId,
    contact: &ContactId,
    details: &Details,
    operation: &OperationId,
) -> Result<(), Problem> {
    let stream = colleague.records().child(colleague.school()?, child);
    let listed = ChildEvent::Corrected(vec![ChildChange::ContactListed(details.listed(contact))]);
    stream.append(&listed, Some(operation)).await?;
    Ok(())
}

/// Changes these fields from what they were in `base` to what they are in `wanted`. Who may sign in comes first: an address
/// that was changed signs nobody in as this contact any more, nor does a letter made before.
pub(super) async fn change(
    colleague: &Colleague<'_, '_>,
    known: &Known,
    base: &Details,
    (fields, wanted): (&[ContactField], &Details),
    operation: &OperationId,
) -> Result<(), Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    let (child, contact) = (&known.pupil.id, &known.contact);
    let account = Account { school: school.clone(), contact: contact.clone() };
    let mut old: Vec<&String> = Vec::new();
    if fields.contains(&ContactField::EMail) {
        let now = known.facts.as_ref().and_then(|facts| facts.e_mail.as_ref()).map(|e_mail| e_mail.reveal());
        old.extend(base.email.as_ref().into_iter().chain(now).filter(|old| Some(*old) != wanted.email.as_ref()));
        old.dedup();
        if !old.is_empty() {
            records.end_letter_code(school, contact).await?;
        }
        let mut batch = Batch::default();
        for old in &old {
            batch.add(&records.address(old), &AddressEvent::TakenAway(account.clone()), operation)?;
        }
        if let Some(new) = &wanted.email {
            batch.add(&records.address(new), &AddressEvent::Given(account), operation)?;
        }
        records.append_all(&batch).await?;
    }
    let mut batch = Batch::default();
    let own = wanted.changes(fields);
    if known.facts.is_none() {
        // Whoever added them died on the way.
        let facts = wanted.facts(vec![child.clone()]);
        batch.add(&records.contact(school, contact), &ContactEvent::Added(facts), operation)?;
    } else if !own.is_empty() {
        batch.add(&records.contact(school, contact), &ContactEvent::Corrected(own), operation)?;
    }
    if fields.iter().any(|field| matches!(field, ContactField::Relation | ContactField::ParentalResponsibility)) {
        let listed = ChildEvent::Corrected(vec![ChildChange::ContactListed(wanted.listed(contact))]);
        batch.add(&records.child(school, child), &listed, operation)?;
    }
    let noted = AuditEvent::ContactEdited { child: child.clone(), fields: fields.to_vec() };
    batch.add(&records.audit(school), &noted, operation)?;
    records.append_all(&batch).await?;
    old.extend(&wanted.email);
    refresh(colleague, child, contact, &old).await
}

/// Takes a contact off a pupil's list, and where they are on no other, off the school's.
pub(super) async fn end(colleague: &Colleague<'_, '_>, known: &Known, operation: &OperationId) -> Result<(), Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    let (child, contact) = (&known.pupil.id, &known.contact);
    let mut batch = Batch::default();
    let mut address = None;
    if let Some(facts) = &known.facts {
        let event = if facts.children.iter().any(|other| other != child) {
            ContactEvent::Corrected(vec![ContactChange::ChildRemoved(child.clone())])
        } else {
            records.end_letter_code(school, contact).await?;
            address = facts.e_mail.as_ref().map(|e_mail| e_mail.reveal());
            if let Some(address) = address {
                let account = Account { school: school.clone(), contact: contact.clone() };
                records.address(address).append(&AddressEvent::TakenAway(account), Some(operation)).await?;
            }
            ContactEvent::Ended
        };
        batch.add(&records.contact(school, contact), &event, operation)?;
    }
    let removed = ChildEvent::Corrected(vec![ChildChange::ContactRemoved(contact.clone())]);
    batch.add(&records.child(school, child), &removed, operation)?;
    batch.add(&records.audit(school), &AuditEvent::ContactEnded { child: child.clone() }, operation)?;
    records.append_all(&batch).await?;
    refresh(colleague, child, contact, &address.into_iter().collect::<Vec<_>>()).await
}

async fn refresh(
    colleague: &Colleague<'_, '_>,
    child: &ChildId,
    contact: &ContactId,
    addresses: &[&String],
) -> Result<(), Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    records.child(school, child).refresh::<Child>().await?;
    records.contact(school, contact).refresh::<Contact>().await?;
    for address in addresses {
        records.address(address).refresh::<Accounts>().await?;
    }
    Ok(())
}
