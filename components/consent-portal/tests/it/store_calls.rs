//! How many store operations each page and action costs. On real Spin each of them is dear, so a change of a number here is
//! to be meant.

use testkit::{
    Browser, CostTable, Form, MemoryStore, Page,
    installation::{ASH, Adult, BRAM, CORWIN, ELM, EMMERICH, ISOLDE, LEOPOLD, ODALYS, TAMSIN},
};

use crate::harness::{Setup, references, yes};

/// One line each: reads, writes, and what was done. Profile P1 asks about twelve purposes, P3 about ten.
const TABLE: &str = "
  1   0 first page
  1   0 sign-in page
 76  13 ask for a code
  2   9     its letter, after the answer
  1   0 code page
 27  16 a wrong code
 29  17 the right code
 17   7 permissions page, one child, first time
  4   0 permissions page, one child
  4   4 begin to answer
 15   0 question
  4   2 answer
 15   0 all questions on one page
 16   0 answers to check
 17  19 send answers for one child
  2  14     its letter, after the answer
 15   0 what was recorded
 15   0 receipt
  4   0 permissions page, one child, all answered
  9   0 child
  3   0 change
  5   8 record a no for one child
  2  14     its letter, after the answer
  5   8 record a yes for one child
  2  14     its letter, after the answer
  3   0 withdraw
  5   8 record a withdrawal for one child
  2  14     its letter, after the answer
  1   7 sign out
  7   8 send answers for one child, the same wordings as before
  2  14     its letter, after the answer
  4   0 permissions page, three children
  5   0 permissions page, three children, and one at another school
 17  29 send answers for three children
  2  14     its letter, after the answer
 21   1 permissions page, after somebody else at the school decided
  8   0 child of three
  1   0 letter code page
 15   6 a letter's code
  1   0 receipt checking page
";

struct Counting {
    store: MemoryStore,
    table: CostTable,
}

impl Counting {
    fn open(&mut self, what: &str, browser: &mut Browser, path: &str) -> Page {
        self.table.measure(&self.store, what, || browser.open(path))
    }

    /// Sends a form, without following where it leads.
    fn send(&mut self, what: &str, browser: &mut Browser, form: &Form) -> String {
        let answer = self.table.measure(&self.store, what, || browser.submit_once(form));
        assert_eq!(answer.status, http::StatusCode::SEE_OTHER, "{what}: {}", answer.body);
        answer.header("location").to_owned()
    }

    /// The same, and then the letter that leaves once the answer is on its way.
    fn send_with_letter(&mut self, what: &str, browser: &mut Browser, form: &Form) -> String {
        let to = self.send(what, browser, form);
        let letters = self.table.measure(&self.store, "    its letter, after the answer", Setup::send_what_waits);
        assert_eq!(letters, 1, "{what}");
        to
    }
}

#[test]
fn every_page_costs_what_the_table_says() {
    let setup = Setup::answering_first();
    let counted = &mut Counting { store: setup.installation.store.clone(), table: CostTable::default() };
    let mut one = setup.browser();
    one.open(&format!("/s/{ASH}/consent"));
    counted.open("first page", &mut one, &format!("/s/{ASH}/consent"));
    let page = counted.open("sign-in page", &mut one, &format!("/s/{ASH}/sign-in"));
    let form = page.form("/sign-in").with("email", CORWIN.e_mail.unwrap());
    let to = counted.send_with_letter("ask for a code", &mut one, &form);
    let page = counted.open("code page", &mut one, &to);
    let wrong = page.form("/sign-in/code").with("code", "000000");
    counted.table.measure(&counted.store, "a wrong code", || one.submit_once(&wrong));
    let form = page.form("/sign-in/code").with("code", &setup.code(&CORWIN));
    let children = counted.send("the right code", &mut one, &form);
    counted.open("permissions page, one child, first time", &mut one, &children);
    let page = counted.open("permissions page, one child", &mut one, &children);
    let to = counted.send("begin to answer", &mut one, &page.form("/consent/begin"));
    let page = counted.open("question", &mut one, &to);
    let form = page.form("/decide/").with("answer", &page.choices("answer")[0]);
    let to = counted.send("answer", &mut one, &form);
    let page = one.open(&to);
    let all = page.path.rsplit_once('/').unwrap().0.to_owned() + "/all";
    counted.open("all questions on one page", &mut one, &all);
    let check = setup.answer_all(&mut one, page, yes);
    let check = counted.open("answers to check", &mut one, &check.path);
    let done = counted.send_with_letter("send answers for one child", &mut one, &check.form("/check"));
    let page = counted.open("what was recorded", &mut one, &done);
    let receipt = references(&page).remove(0);
    counted.open("receipt", &mut one, &format!("/s/{ASH}/consent/receipt/{receipt}"));
    counted.open("permissions page, one child, all answered", &mut one, &children);
    let child = setup.child_path(ASH, &EMMERICH);
    counted.open("child", &mut one, &child);
    let change = format!("{child}/change/local-press");
    let page = counted.open("change", &mut one, &change);
    let form = page.form("/change/").with("answer", "no");
    counted.send_with_letter("record a no for one child", &mut one, &form);
    let page = one.open(&change);
    let form = page.form("/change/").with("answer", "yes");
    counted.send_with_letter("record a yes for one child", &mut one, &form);
    let page = counted.open("withdraw", &mut one, &format!("{child}/withdraw"));
    let form = page.form("/withdraw").with("removal", "from-now-on");
    counted.send_with_letter("record a withdrawal for one child", &mut one, &form);
    let children_page = one.open(&children);
    counted.send("sign out", &mut one, &children_page.form("/sign-out"));

    let sign_in = |adult: &Adult, slug: &str| {
        let mut browser = setup.browser();
        let page = setup.ask_for_code(&mut browser, slug, adult);
        Setup::send_what_waits();
        browser.submit(&page.form("/sign-in/code").with("code", &setup.code(adult)));
        browser
    };
    let mut second = sign_in(&ODALYS, ASH);
    let page = setup.begin(&mut second, ASH, setup.installation.child(ASH, &LEOPOLD).as_str());
    let check = setup.answer_all(&mut second, page, yes);
    second.open(&format!("/s/{ASH}/consent/children"));
    let check = second.open(&check.path);
    counted.send_with_letter(
        "send answers for one child, the same wordings as before",
        &mut second,
        &check.form("/check"),
    );
    let children = format!("/s/{ELM}/consent/children");
    let mut his = sign_in(&BRAM, ELM);
    counted.open("permissions page, three children", &mut his, &children);
    let mut three = sign_in(&ODALYS, ELM);
    counted.open("permissions page, three children, and one at another school", &mut three, &children);
    let page = setup.begin(&mut three, ELM, "all");
    let check = setup.answer_all(&mut three, page, yes);
    counted.send_with_letter("send answers for three children", &mut three, &check.form("/check"));
    counted.open("permissions page, after somebody else at the school decided", &mut his, &children);
    counted.open("child of three", &mut three, &setup.child_path(ELM, &ISOLDE));

    let mut letter = setup.browser();
    let code = setup.installation.letter_code(ELM, &TAMSIN);
    let page = counted.open("letter code page", &mut letter, &format!("/s/{ELM}/sign-in/letter"));
    counted.send("a letter's code", &mut letter, &page.form("/sign-in/letter").with("letter-code", &code));
    let mut anyone = setup.browser();
    counted.open("receipt checking page", &mut anyone, &format!("/s/{ASH}/receipts"));
    counted.table.assert_is(TABLE);
}
