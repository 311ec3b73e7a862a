//! How many store operations each page and action costs. On real Spin each of them is dear, so a change of a number here is
//! to be meant.

use permission_rules::Removal;
use school_types::Role;
use testkit::{
    Browser, CostTable, Form, MemoryStore, Page,
    installation::{ELM, JOCASTA, ODALYS, TAMSIN, WILHELMINA},
};

use crate::{
    harness::Setup,
    pupils::{class, page_of, say},
};

/// One line each: reads, writes, and what was done. The school has four pupils in four classes; its profile asks about twelve
/// purposes.
const TABLE: &str = "
  1   0 sign-in page
 73  10 address and passphrase
  1   0 code page
 33  21 the right code
 14   0 first page
 22   0 list of pupils
 17   0 pupil, two decisions
 11   0 pupil, no decision
  9   0 form for a paper decision
 10   7 record a paper decision
  8   0 list of classes
 10   0 class of one pupil
 10   2 class permission sheet
 10   2 who may be in pictures today
 28   2 who has not answered
 24   0 progress
 19   0 audit trail
  4   6 sign out
";

struct Counting {
    store: MemoryStore,
    table: CostTable,
}

impl Counting {
    fn open(&mut self, what: &str, browser: &mut Browser, path: &str) -> Page {
        let page = self.table.measure(&self.store, what, || browser.open(path));
        assert_eq!((page.status(), page.path.as_str()), (http::StatusCode::OK, path), "{what}");
        page
    }

    /// Sends a form, without following where it leads.
    fn send(&mut self, what: &str, browser: &mut Browser, form: &Form) -> String {
        let answer = self.table.measure(&self.store, what, || browser.submit_once(form));
        assert_eq!(answer.status, http::StatusCode::SEE_OTHER, "{what}: {}", answer.body);
        answer.header("location").to_owned()
    }
}

#[test]
fn every_page_costs_what_the_table_says() {
    let setup = Setup::new();
    say(&setup, &WILHELMINA, &ODALYS, true, None);
    say(&setup, &WILHELMINA, &ODALYS, false, Some(Removal::FromNowOn));
    let employee = setup.employ("Ottoline Reed", &[Role::Office, Role::Head]);
    let counted = &mut Counting { store: setup.installation.store.clone(), table: CostTable::default() };
    let at = |path: &str| format!("/s/{ELM}/office{path}");
    let mut office = setup.browser();
    setup.wait_for_a_code();
    office.open(&at("/sign-in"));
    let page = counted.open("sign-in page", &mut office, &at("/sign-in"));
    let form = page.form("/office/sign-in").with("email", &employee.e_mail).with("passphrase", employee.passphrase);
    let to = counted.send("address and passphrase", &mut office, &form);
    let page = counted.open("code page", &mut office, &to);
    let form = page.form("/sign-in/code").with("code", &employee.code(&setup.installation));
    counted.send("the right code", &mut office, &form);
    counted.open("first page", &mut office, &at(""));
    counted.open("list of pupils", &mut office, &at("/children"));
    counted.open("pupil, two decisions", &mut office, &page_of(&setup, &WILHELMINA));
    counted.open("pupil, no decision", &mut office, &page_of(&setup, &JOCASTA));
    let page = counted.open("form for a paper decision", &mut office, &format!("{}/decide", page_of(&setup, &JOCASTA)));
    let form = page
        .form("/decide")
        .with("who", setup.installation.contact(ELM, &TAMSIN).as_str())
        .with("how", "paper")
        .with("dated-day", "1")
        .with("dated-month", "3")
        .with("dated-year", "2026")
        .with("language", "en")
        .with("answer-website-group", "agree");
    counted.send("record a paper decision", &mut office, &form);
    counted.open("list of classes", &mut office, &at("/classes"));
    counted.open("class of one pupil", &mut office, &class(&setup, "5K"));
    counted.open("class permission sheet", &mut office, &format!("{}/sheet", class(&setup, "5K")));
    counted.open("who may be in pictures today", &mut office, &format!("{}/today", class(&setup, "5K")));
    counted.open("who has not answered", &mut office, &at("/outstanding"));
    counted.open("progress", &mut office, &at("/progress"));
    counted.open("audit trail", &mut office, &at("/audit"));
    let page = office.open(&at(""));
    counted.send("sign out", &mut office, &page.form("/sign-out"));
    counted.table.assert_is(TABLE);
}
