//! Somebody whose address the school has changed: whoever signed in before that may be somebody else.

use futures::executor::block_on;
use jiff::SignedDuration;
use records::{Account, AddressEvent, ContactChange, ContactEvent};
use testkit::{
    Browser,
    installation::{Adult, BRAM, ELM, ODALYS, TAMSIN, school},
};

use crate::harness::Setup;

fn is_signed_in(browser: &mut Browser) -> bool {
    browser.open(&format!("/s/{ELM}/consent/children")).path.ends_with("/consent/children")
}

/// The school gives a contact another address, as the office and lists do.
fn change(setup: &Setup, adult: &Adult, address: &str) {
    setup.wait(SignedDuration::from_secs(1));
    let (records, contact) = (&setup.installation.records, setup.installation.contact(ELM, adult));
    let account = Account { school: school(ELM), contact: contact.clone() };
    let corrected = ContactEvent::Corrected(vec![ContactChange::EMail(Some(address.to_owned().into()))]);
    block_on(async {
        if let Some(old) = adult.e_mail {
            records.address(old).append(&AddressEvent::TakenAway(account.clone()), None).await.unwrap();
        }
        records.address(address).append(&AddressEvent::Given(account), None).await.unwrap();
        records.contact(&school(ELM), &contact).append(&corrected, None).await.unwrap();
    });
}

#[test]
fn who_signed_in_before_the_address_was_changed_is_signed_out_and_their_code_is_dead() {
    let setup = Setup::new();
    let (mut odalys, mut bram) = (setup.signed_in(ELM, &ODALYS), setup.signed_in(ELM, &BRAM));
    let mut asking = setup.browser();
    let page = setup.ask_for_code(&mut asking, ELM, &ODALYS);
    let code = setup.code(&ODALYS);
    change(&setup, &ODALYS, "odalys@new.example.org");
    assert!(!is_signed_in(&mut odalys) && is_signed_in(&mut bram));
    // The address is hers at another school all the same: there the code is good.
    asking.submit(&page.form("/sign-in/code").with("code", &code));
    assert!(!is_signed_in(&mut asking));
    let new = Adult { e_mail: Some("odalys@new.example.org"), ..ODALYS };
    setup.wait(SignedDuration::from_secs(1));
    setup.sign_in(&mut odalys, ELM, &new);
    assert!(is_signed_in(&mut odalys));
}

#[test]
fn who_had_no_address_and_gets_one_stays_signed_in() {
    let setup = Setup::new();
    let mut tamsin = setup.signed_in(ELM, &TAMSIN);
    change(&setup, &TAMSIN, "tamsin@overbrook.example.org");
    assert!(is_signed_in(&mut tamsin));
}
