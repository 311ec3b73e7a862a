//! What the publication checker knows of the sample schools.

#![allow(clippy::unwrap_used, reason = "so a test fails")]

use std::rc::Rc;

use clock::Clock;
use futures::executor::block_on;
use publication_rules::{BlindList, Checker, ListKey, Submission, Verdict};
use records::{Asker, Records, Roll, School};
use samples::{Collecting, Sample, Seeding, seed};
use school_types::{Language, SchoolId};
use vault::{MasterKey, Vault};

#[test]
fn every_pupil_of_every_sample_school_is_found_and_the_office_is_not() {
    let (store, vault) = (Rc::new(Collecting::default()), Vault::new(MasterKey::from_bytes([7; 32]), None));
    let clock = Clock::fixed("2026-11-22T08:00:00Z".parse().unwrap());
    let all = Sample::all().unwrap();
    let small: Vec<Sample> = all.into_iter().map(|sample| Sample { pupils: sample.pupils.min(12), ..sample }).collect();
    block_on(seed(Rc::clone(&store), vault.clone(), clock.clone(), &small, Seeding::Demonstration)).unwrap();
    let records = Records::new(store, vault, clock, Asker::task("test"));
    for sample in &small {
        let school: SchoolId = sample.id.parse().unwrap();
        let settings = block_on(records.school(&school).fold::<School>()).unwrap().value.0.unwrap();
        let rules = settings.profile().publication_rules(Language::En);
        let list = block_on(records.pupil_list(&school)).unwrap().unwrap();
        let blind = BlindList::import(&ListKey::new(list.key), &list.file).unwrap();
        let checker = Checker::new(&rules, Some(&blind));
        let verdict =
            |text: String| checker.check(&Submission { bytes: text.as_bytes(), ..Submission::default() }).verdict;

        let roll = block_on(records.roll(&school).fold::<Roll>()).unwrap().value;
        let ids: Vec<_> = roll.present().map(|(child, _)| child.clone()).collect();
        assert_eq!(ids.len(), sample.pupils);
        for (_, child) in block_on(records.children(&school, &ids)).unwrap() {
            let name = &child.facts().unwrap().name;
            let text = format!("Well done to {} {} of year 4!", name.forename.reveal(), name.surname.reveal());
            assert_eq!(verdict(text), Verdict::Stop, "{}", sample.id);
        }
        let office = format!("Ring {} or write to {}.", sample.telephone, sample.e_mail);
        assert_eq!(verdict(office), Verdict::Clear, "{}", sample.id);
    }
}
