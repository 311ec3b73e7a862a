//! Taking a list: what a plan says becomes what the school holds.
//!
//! Cut short anywhere, it is done again by working out the plan anew: whatever finds a person's change is written last, so that
//! a change which is not wholly in is still a change. Each attempt has operations of its own, since its plan may differ.

use std::collections::{BTreeMap, BTreeSet};

use people_lists::{ContactChange, ContactEntry, ContactPlan, Kind, Listing, PupilChange, PupilPlan, StaffPlan};
use reception::Problem;
use records::{
    Account, AddressEvent, AuditEvent, Batch, Beginning, Child, ChildChange, ChildEvent, ChildFacts, ContactEvent,
    ContactFacts, Enrolled, Import, ImportCounts, Listed, Roll, RollEvent, RunningImport, StaffFacts, normal_address,
};
use school_types::{ChildId, ContactId, OperationId};

use super::{
    flags, held, new_parents,
    planned::{Brought, By, Plan, Planned, recorded},
};

/// After so many changes the taker gives a sign of life.
const PORTION: usize = 512;

/// What came of taking a list.
pub(crate) enum Taken {
    /// All of it is in.
    All(ImportCounts),
    /// Another list is being taken.
    Busy(RunningImport),
    /// Another list was taken since the plan was made.
    Different,
}

/// Does what a plan says, if no other list is being taken, or was since it was made.
pub(crate) async fn take(brought: &Brought<'_>, draft: &OperationId, plan: &Plan) -> Result<Taken, Problem> {
    let Brought { records, school, list, .. } = brought;
    let import = match records.begin_import(school, draft, recorded(*list)).await? {
        Beginning::Begun(import) => import,
        Beginning::Busy(running) => return Ok(Taken::Busy(running)),
    };
    if import.began() != plan.imports + 1 {
        records.end_import(import, None).await?;
        return Ok(Taken::Different);
    }
    let counts = plan.planned.counts();
    if let Err(problem) = write(brought, &plan.planned, &import).await {
        // Where the store is gone, this fails too, and whoever was at it is taken for dead in a minute.
        let _ = records.end_import(import, None).await;
        return Err(problem);
    }
    records.end_import(import, Some(counts)).await?;
    if plan.planned.changes() > 0 {
        let event = AuditEvent::Imported {
            list: recorded(*list),
            added: counts.added,
            changed: counts.changed.saturating_add(counts.moved),
            left: counts.left,
            returned: counts.returned,
        };
        records.audit(school).append(&event, Some(draft)).await?;
    }
    Ok(Taken::All(counts))
}

async fn write(brought: &Brought<'_>, planned: &Planned, import: &Import) -> Result<(), Problem> {
    let operation = OperationId::from_bytes(vault::random()?);
    let writing = Writing { brought, import, operation: &operation };
    match planned {
        Planned::Pupils(held, _, plan) => writing.pupils(held, plan).await,
        Planned::Contacts(held, _, plan) => writing.contacts(held, plan).await,
        Planned::Staff(_, plan) => writing.staff(plan).await,
    }
}

struct Writing<'a> {
    brought: &'a Brought<'a>,
    import: &'a Import,
    operation: &'a OperationId,
}

impl Writing<'_> {
    /// Appends the batches one after the other, with a sign of life after each.
    async fn append(&self, batches: Vec<Batch>) -> Result<(), Problem> {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let of = number(batches.iter().map(Batch::len).sum());
        let mut done = 0;
        for batch in &batches {
            self.brought.records.append_all(batch).await?;
            done += batch.len();
            self.brought.records.continue_import(self.import, number(done), of).await?;
        }
        Ok(())
    }

    /// Flags that go along with a name, so that nobody is found without theirs; each pupil's own entry; then the roll, which
    /// finds them; then the blinded list made of both.
    async fn pupils(&self, held: &held::Pupils, plan: &PupilPlan) -> Result<(), Problem> {
        let Brought { records, school, .. } = self.brought;
        let mut batches = Vec::new();
        for portion in flags::following(records, school, held, plan).await?.chunks(PORTION) {
            let mut batch = Batch::default();
            for (child, flag) in portion {
                batch.add(&records.permission(school, child), flag, self.operation)?;
            }
            batches.push(batch);
        }
        for portion in plan.changes.chunks(PORTION) {
            let mut batch = Batch::default();
            for change in portion {
                let event = self.child_event(held.facts(&change.child), change);
                batch.add(&records.child(school, &change.child), &event, self.operation)?;
            }
            batches.push(batch);
        }
        self.append(batches).await?;
        let rolled = self.roll(held, plan).await?;
        if rolled || !plan.changes.is_empty() {
            records.rebuild_pupil_list(school).await?;
        }
        Ok(())
    }

    fn child_event(&self, held: Option<&ChildFacts>, change: &PupilChange) -> ChildEvent {
        let Some(entry) = &change.after else {
            return ChildEvent::Left { on: clock::london_date(self.brought.records.now()) };
        };
        let facts = ChildFacts {
            school_number: entry.number.clone(),
            name: entry.name.clone(),
            year_group: entry.year_group,
            key_stage: entry.key_stage,
            class: entry.class.clone(),
            contacts: held.map(|held| held.contacts.clone()).unwrap_or_default(),
        };
        match (change.kind, held) {
            (Kind::Changed | Kind::Moved, Some(held)) => ChildEvent::Edited(held.changes_to(&facts)),
            _ => ChildEvent::Listed(facts),
        }
    }

    /// Makes the roll agree with the pupils' entries; also where an earlier list was cut short before it came to the roll.
    async fn roll(&self, held: &held::Pupils, plan: &PupilPlan) -> Result<bool, Problem> {
        let Brought { records, school, .. } = self.brought;
        let mut now: BTreeMap<&ChildId, Option<&str>> = BTreeMap::new();
        for (child, facts, has_left) in held.listed() {
            now.insert(child, (!has_left).then_some(facts.class.reveal().as_str()));
        }
        for change in &plan.changes {
            now.insert(&change.child, change.after.as_ref().map(|entry| entry.class.reveal().as_str()));
        }
        let (mut listed, mut left) = (Vec::new(), Vec::new());
        for (child, class) in now {
            let on = held.roll.get(child);
            match (class, on) {
                (Some(class), Some(on)) if !on.left && on.class.reveal() == class => {}
                (Some(class), _) => {
                    listed.push(Enrolled { child: child.clone(), class: class.to_owned().into() });
                }
                (None, Some(on)) if !on.left => left.push(child.clone()),
                (None, _) => {}
            }
        }
        if listed.is_empty() && left.is_empty() {
            return Ok(false);
        }
        let roll = records.roll(school);
        roll.append(&RollEvent::Changed { listed, left }, Some(self.operation)).await?;
        roll.refresh::<Roll>().await?;
        Ok(true)
    }

    /// Parents who are to be looked at first, if a program brings them; addresses, then the contacts' own entries, then the pupils' entries, by which contacts are found.
    async fn contacts(&self, held: &held::Contacts, plan: &ContactPlan) -> Result<(), Problem> {
        let Brought { records, school, by, .. } = self.brought;
        if *by == By::Program {
            new_parents::hold_back(records, school, plan, self.operation).await?;
        }
        let mut batches = self.addresses(plan)?;
        for portion in plan.changes.chunks(PORTION) {
            let mut batch = Batch::default();
            for change in portion {
                let facts = held.contacts.get(&change.contact).and_then(Option::as_ref);
                let event = contact_event(facts, change.after.as_ref());
                batch.add(&records.contact(school, &change.contact), &event, self.operation)?;
            }
            batches.push(batch);
        }
        let children: Vec<(ChildId, Vec<ChildChange>)> = listings(held, plan).into_iter().collect();
        for portion in children.chunks(PORTION) {
            let mut batch = Batch::default();
            for (child, changes) in portion {
                let event = ChildEvent::Edited(changes.clone());
                batch.add(&records.child(school, child), &event, self.operation)?;
            }
            batches.push(batch);
        }
        self.append(batches).await
    }

    /// Which address belongs to whom from now on. A family may share one, and a batch holds one event of a stream: so there
    /// are as many rounds as people share an address.
    fn addresses(&self, plan: &ContactPlan) -> Result<Vec<Batch>, Problem> {
        let Brought { records, school, .. } = self.brought;
        let mut rounds: Vec<Vec<(String, AddressEvent)>> = Vec::new();
        let mut used: BTreeMap<String, usize> = BTreeMap::new();
        let address = |entry: &Option<ContactEntry>| Some(normal_address(entry.as_ref()?.email.as_ref()?.reveal()));
        for change in &plan.changes {
            let account = Account { school: (*school).clone(), contact: change.contact.clone() };
            let (before, after) = (address(&change.before), address(&change.after));
            if before == after {
                continue;
            }
            let given = after.map(|address| (address, AddressEvent::Given(account.clone())));
            let taken = before.map(|address| (address, AddressEvent::TakenAway(account)));
            for (address, event) in [given, taken].into_iter().flatten() {
                let round = used.entry(address.clone()).or_default();
                if rounds.len() == *round {
                    rounds.push(Vec::new());
                }
                rounds[*round].push((address, event));
                *round += 1;
            }
        }
        let mut batches = Vec::new();
        for round in rounds {
            let operation = OperationId::from_bytes(vault::random()?);
            for portion in round.chunks(PORTION) {
                let mut batch = Batch::default();
                for (address, event) in portion {
                    batch.add(&records.address(address), event, &operation)?;
                }
                batches.push(batch);
            }
        }
        Ok(batches)
    }

    /// New accounts get no credential: an administrator invites whoever has none.
    async fn staff(&self, plan: &StaffPlan) -> Result<(), Problem> {
        let Brought { records, school, .. } = self.brought;
        let changed = plan.changes.iter().filter_map(|change| Some((change, change.after.as_ref()?)));
        let listed: Vec<_> = changed
            .map(|(change, entry)| {
                let facts = StaffFacts {
                    name: entry.name.clone(),
                    e_mail: entry.email.clone(),
                    roles: entry.roles.clone(),
                    classes: entry.classes.clone(),
                };
                (change.staff.clone(), facts)
            })
            .collect();
        records.list_staff(school, &listed).await?;
        let audit = records.audit(school);
        for change in &plan.changes {
            let roles = |entry: &Option<people_lists::StaffEntry>| entry.as_ref().map(|entry| entry.roles.clone());
            if change.kind == Kind::Left {
                let operation = OperationId::from_bytes(vault::random()?);
                records.close_account(school, &change.staff, &operation).await?;
                audit.append(&AuditEvent::StaffLeft { staff: change.staff.clone() }, None).await?;
            } else if change.before.is_some() && roles(&change.before) != roles(&change.after) {
                audit.append(&AuditEvent::RolesChanged { staff: change.staff.clone() }, None).await?;
            }
        }
        Ok(())
    }
}

fn contact_event(held: Option<&ContactFacts>, after: Option<&ContactEntry>) -> ContactEvent {
    let Some(entry) = after else { return ContactEvent::Removed };
    let facts = ContactFacts {
        name: entry.name.clone(),
        e_mail: entry.email.clone(),
        telephone: entry.phone.clone(),
        children: entry.listings.iter().map(|listing| listing.child.clone()).collect(),
    };
    match held {
        Some(held) => ContactEvent::Edited(held.changes_to(&facts)),
        None => ContactEvent::Listed(facts),
    }
}

/// What changes in the pupils' lists of contacts. Contacts who were removed and are still listed, which a list cut short
/// leaves behind, go too.
fn listings(held: &held::Contacts, plan: &ContactPlan) -> BTreeMap<ChildId, Vec<ChildChange>> {
    let mut changes: BTreeMap<ChildId, Vec<ChildChange>> = BTreeMap::new();
    let mut listed: BTreeSet<(&ChildId, &ContactId)> = BTreeSet::new();
    for change in &plan.changes {
        for listing in change.after.iter().flat_map(|entry| &entry.listings) {
            listed.insert((&listing.child, &change.contact));
            let wanted = as_listed(change, listing);
            let known =
                held.pupils.children.get(&listing.child).and_then(|child: &Child| child.listing(&change.contact));
            // That the school has yet to find out who decides, no list says.
            let same = |known: &Listed| Listed { is_responsibility_unknown: false, ..known.clone() } == wanted;
            if !known.is_some_and(same) {
                changes.entry(listing.child.clone()).or_default().push(ChildChange::ContactListed(wanted));
            }
        }
    }
    let gone: BTreeSet<&ContactId> =
        held.contacts.iter().filter(|(_, facts)| facts.is_none()).map(|(id, _)| id).collect();
    let touched: BTreeSet<&ContactId> = plan.changes.iter().map(|change| &change.contact).chain(gone).collect();
    for (child, facts, _) in held.pupils.listed() {
        for known in facts.contacts.iter().filter(|known| touched.contains(&known.contact)) {
            if !listed.contains(&(child, &known.contact)) {
                let removed = ChildChange::ContactRemoved(known.contact.clone());
                changes.entry(child.clone()).or_default().push(removed);
            }
        }
    }
    changes
}

fn as_listed(change: &ContactChange, listing: &Listing) -> Listed {
    Listed {
        contact: change.contact.clone(),
        relation: listing.relation.clone(),
        parental_responsibility: listing.parental_responsibility,
        is_responsibility_unknown: false,
    }
}
