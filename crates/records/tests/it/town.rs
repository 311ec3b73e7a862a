//! Families to whom things happen, for what must hold whatever did.

use futures::executor::block_on;
use jiff::SignedDuration;
use permission_rules::{Answer, ChildPermissions, Decider, Decision, How, PermissionEvent, PurposeAnswer, Removal};
use proptest::prelude::*;
use records::{
    Account, AddressEvent, Child, ChildChange, ChildEvent, Chosen, ContactChange, ContactEvent, Draft, RecordsError,
    Roll,
};
use school_types::{ChildId, ContactId, Language, OperationId, Relation};
use testkit::{
    Installation,
    installation::{ASH, Adult, BRAM, CORWIN, ELM, EMMERICH, PEREGRINE, Pupil, WILHELMINA, school},
};

/// Something that happens before somebody is erased.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Deed {
    /// A parent decides about a pupil.
    Decide(usize),
    /// They also want pictures taken down.
    Withdraw(usize),
    /// A parent begins to answer, chooses something, and leaves it.
    Begin(usize),
    /// The office corrects the name.
    Rename(usize),
    /// A contact has another address from now on.
    MoveAddress(usize),
    /// A letter with a code is printed.
    PrintCode(usize),
    /// The contact is not listed for the pupil any more.
    Unlist(usize),
    /// The office brings a list with the pupil's name in it.
    Bring(usize),
    /// Somebody opens the pages that save views.
    Look,
    /// Time passes.
    Wait,
}

pub(crate) fn deed() -> impl Strategy<Value = Deed> {
    let who = 0..3_usize;
    prop_oneof![
        who.clone().prop_map(Deed::Decide),
        who.clone().prop_map(Deed::Withdraw),
        who.clone().prop_map(Deed::Begin),
        who.clone().prop_map(Deed::Rename),
        who.clone().prop_map(Deed::MoveAddress),
        who.clone().prop_map(Deed::PrintCode),
        who.clone().prop_map(Deed::Unlist),
        who.prop_map(Deed::Bring),
        Just(Deed::Look),
        Just(Deed::Wait),
    ]
}

/// The families a deed may be about: two siblings with their father, and a pupil at the other school.
pub(crate) const FAMILIES: [(&str, Pupil, Adult); 3] =
    [(ELM, WILHELMINA, BRAM), (ELM, PEREGRINE, BRAM), (ASH, EMMERICH, CORWIN)];

pub(crate) struct Town {
    pub(crate) installation: Installation,
    operations: u8,
}

impl Town {
    pub(crate) fn new() -> Self {
        Self { installation: Installation::new(), operations: 0 }
    }

    fn operation(&mut self) -> OperationId {
        self.operations += 1;
        OperationId::from_bytes([self.operations; 15])
    }

    pub(crate) fn ids(&self, family: usize) -> (ChildId, ContactId) {
        let (slug, pupil, adult) = &FAMILIES[family];
        (self.installation.child(slug, pupil), self.installation.contact(slug, adult))
    }

    pub(crate) fn happens(&mut self, deed: Deed) {
        match deed {
            Deed::Decide(family) => block_on(self.decide(family, None)).unwrap(),
            Deed::Withdraw(family) => block_on(self.decide(family, Some(Removal::AlsoPublished))).unwrap(),
            Deed::Begin(family) => block_on(self.begin(family)).unwrap(),
            Deed::Rename(family) => self.edit(family, ChildChange::Forename("Plantagenet".to_owned().into())),
            Deed::Unlist(family) => {
                let (_, contact) = self.ids(family);
                self.edit(family, ChildChange::ContactRemoved(contact));
            }
            Deed::MoveAddress(family) => block_on(self.move_address(family)).unwrap(),
            Deed::PrintCode(family) => {
                let (slug, _, adult) = &FAMILIES[family];
                self.installation.letter_code(slug, adult);
            }
            Deed::Bring(family) => block_on(self.bring(family)).unwrap(),
            Deed::Look => block_on(self.look()).unwrap(),
            Deed::Wait => self.installation.hand.advance(SignedDuration::from_secs(90)),
        }
    }

    pub(crate) async fn decide(&mut self, family: usize, withdrawal: Option<Removal>) -> Result<(), RecordsError> {
        let (child, contact) = self.ids(family);
        let operation = self.operation();
        let (records, school) = (&self.installation.records, school(FAMILIES[family].0));
        let settings = records.school_settings(&school).await?.unwrap();
        let purpose = &settings.profile().purposes[0];
        let wording = records.keep_wording(&school, &purpose.wording(Language::En)).await?;
        let decision = Decision {
            reference: records.reference(&school, &operation, &child),
            by: Decider { contact, relation: Relation("father".to_owned()), parental_responsibility: true },
            how: How::Online,
            answers: vec![PurposeAnswer { purpose: purpose.id.clone(), answer: Answer::Refuse, wording }],
            pupil_view: None,
            withdrawal,
            seen: None,
        };
        let stream = records.permission(&school, &child);
        let written = stream.append(&PermissionEvent::Decided(decision), Some(&operation)).await?;
        records.complete_decision(&school, &child, written.number).await?;
        stream.refresh::<ChildPermissions>().await?;
        Ok(())
    }

    async fn begin(&mut self, family: usize) -> Result<(), RecordsError> {
        let (child, contact) = self.ids(family);
        let operation = self.operation();
        let (records, school) = (&self.installation.records, school(FAMILIES[family].0));
        let purposes = vec![("press".parse().unwrap(), 1)];
        let draft = Draft {
            contact,
            children: vec![child],
            purposes,
            viewers: Vec::new(),
            begun: records.now(),
            seen: Vec::new(),
        };
        records.begin_draft(&school, &operation, &draft).await?;
        records.choose(&school, &operation, 1, Chosen::Answer(Answer::Refuse, Language::En)).await
    }

    pub(crate) fn edit(&self, family: usize, change: ChildChange) {
        let (child, _) = self.ids(family);
        let stream = self.installation.records.child(&school(FAMILIES[family].0), &child);
        block_on(stream.append(&ChildEvent::Edited(vec![change]), None)).unwrap();
        block_on(stream.refresh::<Child>()).unwrap();
    }

    async fn move_address(&mut self, family: usize) -> Result<(), RecordsError> {
        self.operations += 1;
        let (_, contact) = self.ids(family);
        let (records, school) = (&self.installation.records, school(FAMILIES[family].0));
        let e_mail = format!("{}moved{}@planted.example.org", FAMILIES[family].2.relation, self.operations);
        let stream = records.contact(&school, &contact);
        stream.append(&ContactEvent::Edited(vec![ContactChange::EMail(Some(e_mail.clone().into()))]), None).await?;
        records.address(&e_mail).append(&AddressEvent::Given(Account { school, contact }), None).await?;
        Ok(())
    }

    async fn bring(&mut self, family: usize) -> Result<(), RecordsError> {
        let operation = self.operation();
        let (slug, pupil, adult) = &FAMILIES[family];
        let records = &self.installation.records;
        records.note_brought_list(&school(slug), &operation).await?;
        records.put(&records.brought_list(&school(slug), &operation), &(pupil.forename, adult.e_mail)).await
    }

    async fn look(&self) -> Result<(), RecordsError> {
        for (slug, ..) in FAMILIES {
            let records = &self.installation.records;
            records.roll(&school(slug)).refresh::<Roll>().await?;
            records.rebuild_pupil_list(&school(slug)).await?;
        }
        Ok(())
    }
}

impl Town {
    /// The school of a family's pupil.
    pub(crate) fn school_of(&self, family: usize) -> &'static str {
        FAMILIES[family].0
    }

    /// The same deed, while the store stops at call `step`.
    pub(crate) fn happens_until(&mut self, deed: Deed, step: usize) {
        self.installation.store.stop_at_step(step);
        let _ = match deed {
            Deed::Decide(family) | Deed::Unlist(family) => block_on(self.decide(family, None)),
            Deed::Withdraw(family) => block_on(self.decide(family, Some(Removal::AlsoPublished))),
            Deed::Begin(family) => block_on(self.begin(family)),
            Deed::Bring(family) => block_on(self.bring(family)),
            Deed::MoveAddress(family) => block_on(self.move_address(family)),
            Deed::Look | Deed::Rename(_) | Deed::PrintCode(_) | Deed::Wait => block_on(self.look()),
        };
        self.installation.store.restart();
    }
}
