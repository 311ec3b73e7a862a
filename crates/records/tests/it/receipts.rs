use futures::executor::block_on;
use jiff::SignedDuration;
use permission_rules::{Answer, ChildPermissions, Decider, Decision, How, PermissionEvent, PurposeAnswer, Removal};
use records::{Asker, Receipt, Records, RecordsError};
use school_types::{ChildId, ContactId, Fingerprint, Language, OperationId, Relation};
use testkit::{
    Installation,
    installation::{ELM, ODALYS, WILHELMINA, school},
};

/// A decision about to be recorded: the records, the child, the operation, the event.
struct Made {
    installation: Installation,
    child: ChildId,
    operation: OperationId,
    event: PermissionEvent,
}

fn made(withdrawal: Option<Removal>) -> Made {
    let installation = Installation::new();
    let (child, contact): (ChildId, ContactId) =
        (installation.child(ELM, &WILHELMINA), installation.contact(ELM, &ODALYS));
    let operation = OperationId::from_bytes([3; OperationId::BYTES]);
    let settings = block_on(installation.records.school(&school(ELM)).fold::<records::School>()).unwrap();
    let purpose = settings.value.0.unwrap().profile().purposes[0].clone();
    let wording = block_on(installation.records.keep_wording(&school(ELM), &purpose.wording(Language::En))).unwrap();
    let decision = Decision {
        reference: installation.records.reference(&school(ELM), &operation, &child),
        by: Decider { contact, relation: Relation("mother".to_owned()), parental_responsibility: true },
        how: How::Online,
        answers: vec![PurposeAnswer { purpose: purpose.id, answer: Answer::Refuse, wording }],
        pupil_view: None,
        withdrawal,
        seen: None,
    };
    Made { installation, child, operation, event: PermissionEvent::Decided(decision) }
}

impl Made {
    fn records(&self) -> &Records {
        &self.installation.records
    }

    fn complete(&self, number: u64) -> Result<Receipt, RecordsError> {
        block_on(self.records().complete_decision(&school(ELM), &self.child, number))
    }
}

#[test]
fn two_writings_of_one_form_give_two_receipts_that_are_both_genuine() {
    let made = made(None);
    let elm = school(ELM);
    let stream = made.records().permission(&elm, &made.child);
    // Two requests with the same form looked before either had written.
    let seen = block_on(stream.fold::<ChildPermissions>()).unwrap();
    block_on(stream.append_to(&seen, &made.event, &made.operation)).unwrap();
    made.installation.hand.advance(SignedDuration::from_secs(2));
    block_on(stream.append_to(&seen, &made.event, &made.operation)).unwrap();
    let (first, second) = (made.complete(1).unwrap(), made.complete(2).unwrap());
    assert_eq!((&first.reference, block_on(stream.read()).unwrap().len()), (&second.reference, 1));
    let (one, other) = (first.fingerprint().unwrap(), second.fingerprint().unwrap());
    assert_ne!(one, other);
    let genuine =
        |print: &Fingerprint| block_on(made.records().genuine_receipt(&elm, &first.reference, print)).unwrap();
    assert_eq!((genuine(&one), genuine(&other)), (Some(first.clone()), Some(second)));
    assert_eq!(genuine(&Fingerprint::of(b"another")), None);
}

#[test]
fn a_receipt_that_can_be_found_is_of_a_decision_that_is_complete() {
    for step in 0.. {
        let made = made(Some(Removal::AlsoPublished));
        let elm = school(ELM);
        let stream = made.records().permission(&elm, &made.child);
        block_on(stream.append(&made.event, Some(&made.operation))).unwrap();
        let store = &made.installation.store;
        store.stop_at_step(step);
        let receipt = made.complete(1);
        let came_to_it = store.restart();
        let PermissionEvent::Decided(decision) = &made.event else { unreachable!("it is a decision") };
        let found = block_on(made.records().receipt(&elm, &decision.reference)).unwrap();
        let removals = block_on(made.records().removals(&elm).read()).unwrap().len();
        assert!(removals == 1 || (receipt.is_err() && found.is_none()), "step {step}");
        made.complete(1).unwrap();
        made.complete(1).unwrap();
        assert_eq!(block_on(made.records().removals(&elm).read()).unwrap().len(), 1, "step {step}");
        if !came_to_it {
            assert!(step > 3);
            return;
        }
    }
}

#[test]
fn another_school_has_neither_the_receipt_nor_the_decision() {
    let made = made(None);
    let (elm, ash) = (school(ELM), school("ash-grove"));
    block_on(made.records().permission(&elm, &made.child).append(&made.event, Some(&made.operation))).unwrap();
    let receipt = made.complete(1).unwrap();
    let records = made.records().as_asker(Asker::Visitor);
    assert_eq!(block_on(records.receipt(&ash, &receipt.reference)), Ok(None));
    assert_eq!(block_on(records.decision(&ash, &made.child, 1)), Ok(None));
    assert_eq!(block_on(records.complete_decision(&ash, &made.child, 1)), Err(RecordsError::NoDecision));
    assert!(block_on(records.decision(&elm, &made.child, 1)).unwrap().is_some());
    // The same form for the same child id at the other school would have another reference.
    assert_ne!(records.reference(&ash, &made.operation, &made.child), receipt.reference);
}
