//! One family's way through everything.

use journeys::parent::{Parent, letters};

use crate::{SCHOOL, shared};

#[test]
fn a_parent_decides_keeps_the_receipt_changes_one_answer_withdraws_and_signs_out() {
    let gate = shared();
    let person = gate.somebody(SCHOOL).unwrap();
    let mut parent = Parent::new(gate.browser().unwrap(), SCHOOL, person);
    let child = parent.person.children[0].clone();

    let door = parent.browser.open(&parent.at("")).unwrap();
    assert!(door.text().contains(&gate.demo().schools[SCHOOL].name), "{}", door.text());
    let start = parent.browser.open(&door.link("Photo").unwrap()).unwrap();
    assert_eq!(start.status(), 200);
    let children = parent.sign_in(gate.base()).unwrap();
    for forename in &parent.person.forenames {
        assert!(children.text().contains(forename), "{forename} is missing");
    }

    // Decide. Nothing is chosen beforehand, for any question.
    let first = parent.begin(&children).unwrap();
    assert!(first.attributes("input[checked]", "value").unwrap().is_empty());
    let check = parent.answer(first, |_| 0).unwrap();
    let done = parent.send(&check.form("/check").unwrap()).unwrap();
    let slips = parent.receipts(&done).unwrap();
    assert_eq!(slips.len(), parent.person.children.len());
    for slip in &slips {
        assert!(slip.is_whole());
        assert_eq!(parent.verify(slip).unwrap(), "This receipt is genuine");
        let mut forged = slip.clone();
        forged.fingerprint = forged.fingerprint.chars().rev().collect();
        assert_eq!(parent.verify(&forged).unwrap(), "We cannot find this receipt");
    }
    let to_them = |letter: &&journeys::parent::Letter| Some(&letter.to) == parent.person.e_mail.as_ref();
    let sent = letters(gate.base()).unwrap();
    let copy = sent.iter().filter(to_them).find(|letter| letter.kind == "receipt").unwrap();
    assert!(slips.iter().all(|slip| copy.text.contains(&slip.reference)), "{}", copy.text);

    // Change one answer: the first on the child's page.
    let page = parent.browser.open(&parent.at(&format!("consent/child/{child}"))).unwrap();
    let change = page.attributes("a[href*='/change/']", "href").unwrap().remove(0);
    let form = parent.browser.open(&change).unwrap().form("/change/").unwrap();
    let changed = parent.browser.submit(&form.with("answer", "no")).unwrap();
    assert_eq!(parent.receipts(&changed).unwrap().len(), 1);
    assert_eq!(parent.history(&child).unwrap().len(), 2);

    // Withdraw everything, and what was published too.
    let address = parent.at(&format!("consent/child/{child}/withdraw"));
    let form = parent.browser.open(&address).unwrap().form("/withdraw").unwrap();
    let withdrawn = parent.browser.submit(&form.with("removal", "also-published")).unwrap();
    let last = parent.receipts(&withdrawn).unwrap();
    assert_eq!(last.len(), 1);
    assert!(last[0].is_whole() && last[0].file.contains("\"withdrawal\":\"also-published\""), "{}", last[0].file);
    assert!(parent.browser.open(&address).unwrap().forms().unwrap().iter().all(|form| form.value("removal").is_none()));
    let history = parent.history(&child).unwrap();
    assert_eq!(history.len(), 3);
    assert_eq!(history[0], last[0]);
    assert_eq!(parent.verify(&slips[0]).unwrap(), "This receipt is genuine", "a later answer alters no receipt");

    // Sign out: the session is over, also for whoever kept its cookie.
    let kept = parent.browser.clone();
    let page = parent.browser.open(&parent.at("consent/children")).unwrap();
    parent.browser.submit(&page.form("/sign-out").unwrap()).unwrap();
    for mut browser in [parent.browser.clone(), kept] {
        assert_eq!(browser.open(&parent.at("consent/children")).unwrap().path, parent.at("sign-in"));
    }
}

#[test]
fn a_family_without_e_mail_signs_in_with_the_code_on_its_letter() {
    let gate = shared();
    let person = gate.demo().known_for(SCHOOL, "no-e-mail").unwrap().clone();
    let code = person.letter_code.clone().unwrap();
    let mut parent = Parent::new(gate.browser().unwrap(), SCHOOL, person);
    let form = parent.browser.open(&parent.at("sign-in/letter")).unwrap().form("/sign-in/letter").unwrap();

    // As people type it: without the dashes, in small letters.
    let typed = code.replace('-', " ").to_lowercase();
    let children = parent.browser.submit(&form.with("letter-code", &typed)).unwrap();
    assert_eq!(children.path, parent.at("consent/children"));
    let check = parent.prepare(&children).unwrap();
    let done = parent.send(&check.form("/check").unwrap()).unwrap();
    assert_eq!(parent.receipts(&done).unwrap().len(), 1);
}

#[test]
fn of_two_parents_who_disagree_each_sees_only_what_they_said() {
    let gate = shared();
    let first = gate.demo().known_for(SCHOOL, "disagree").unwrap().clone();
    let both = gate.demo().schools[SCHOOL].parents.iter().filter(|person| person.children == first.children);
    let both: Vec<_> = both.cloned().collect();
    assert_eq!(both.len(), 2);
    for (person, other) in [(&both[0], &both[1]), (&both[1], &both[0])] {
        let mut parent = Parent::new(gate.browser().unwrap(), SCHOOL, person.clone());
        parent.sign_in(gate.base()).unwrap();
        let child = &person.children[0];
        assert_eq!(parent.history(child).unwrap().len(), 1);
        let page = parent.browser.open(&parent.at(&format!("consent/child/{child}"))).unwrap();
        assert!(!page.answer.body.contains(&other.name));
    }
}

#[test]
fn a_parent_with_children_at_two_schools_sees_each_school_by_itself() {
    let gate = shared();
    let known = |school: &str| gate.demo().known_for(school, "two-schools").unwrap().clone();
    let (here, there) = (known(SCHOOL), known(crate::OTHER_SCHOOL));
    assert_eq!(here.e_mail, there.e_mail);
    let mut parent = Parent::new(gate.browser().unwrap(), SCHOOL, here.clone());
    let children = parent.sign_in(gate.base()).unwrap();

    let other = children.link(&gate.demo().schools[crate::OTHER_SCHOOL].name).unwrap();
    let elsewhere = parent.browser.open(&other).unwrap();
    assert_eq!(elsewhere.status(), 200);
    let ids = |page: &journeys::page::Page| page.attributes("a[href*='/consent/child/']", "href").unwrap().concat();
    for child in &here.children {
        assert!(ids(&children).contains(child.as_str()) && !ids(&elsewhere).contains(child.as_str()));
    }
    for child in &there.children {
        assert!(ids(&elsewhere).contains(child.as_str()) && !ids(&children).contains(child.as_str()));
        let stray = parent.browser.open(&parent.at(&format!("consent/child/{child}"))).unwrap();
        assert_eq!(stray.status(), 404);
    }
}
