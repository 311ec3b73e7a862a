//! Nobody can be invited or reminded one `mailto:` at a time: the office emails families, once each.

use std::collections::BTreeSet;

use journeys::{
    colleague::Colleague,
    gate::{Gate, Options},
    parent::letters,
};

use crate::OTHER_SCHOOL;

#[test]
fn the_office_emails_families_in_one_press_and_a_second_press_sends_nothing() {
    let gate = Gate::start(Options::default()).unwrap();
    let mut office = Colleague::sign_in(&gate, OTHER_SCHOOL, "office").unwrap();
    let invitations = || {
        let all = letters(gate.base()).unwrap();
        all.into_iter().filter(|letter| letter.school == OTHER_SCHOOL && letter.kind == "family-invitation")
    };
    assert_eq!(invitations().count(), 0, "nobody has pressed anything");
    let preview = office.open("emails?who=all&what=invitation").unwrap();
    let form = preview.form("/office/emails").unwrap();
    let count: usize = form.value("count").unwrap().parse().unwrap();
    assert!(count > 20, "the sample school has many families: {count}");
    let mut page = office.browser.submit(&form).unwrap();
    assert_eq!(page.status(), 200, "{}", page.text());
    // What one request did not get to, the next ones do.
    let round = page.path.clone();
    for _ in 0..20 {
        match page.forms().unwrap().into_iter().find(|form| form.action == round) {
            Some(rest) => page = office.browser.submit(&rest).unwrap(),
            None => break,
        }
    }
    assert!(page.text().contains("All done"), "{}", page.text());
    let sent: Vec<String> = invitations().map(|letter| letter.to).collect();
    let mailboxes: BTreeSet<&String> = sent.iter().collect();
    assert_eq!((sent.len(), mailboxes.len()), (count, count), "one email each");
    for letter in invitations() {
        let family = gate.demo().schools[OTHER_SCHOOL].parents.iter().find(|p| p.e_mail.as_ref() == Some(&letter.to));
        for forename in &family.unwrap().forenames {
            let is_named = letter.text.split(|c: char| !c.is_alphanumeric()).any(|word| word == forename);
            assert!(!is_named, "an email names a child");
        }
    }

    let again = office.browser.submit(&form).unwrap();
    assert_eq!(again.path, round);
    let preview = office.open("emails?who=all&what=reminder").unwrap();
    assert!(preview.text().contains("Nobody to email"), "{}", preview.text());
    assert_eq!(invitations().count(), count, "a second press sends nothing");
}
