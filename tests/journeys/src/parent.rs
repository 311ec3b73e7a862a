//! A parent at a browser: signs in, answers question by question, keeps receipts.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use data_encoding::HEXLOWER;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::{
    browser::{Answer, Browser},
    demo::Person,
    page::{Form, Page},
};

/// The most questions anybody is asked in one sitting.
const QUESTIONS: usize = 40;

/// A parent at a browser.
pub struct Parent {
    /// Their browser.
    pub browser: Browser,
    /// The school they are at.
    pub school: String,
    /// Who they are.
    pub person: Person,
}

/// A receipt as its giver holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// What it is found by.
    pub reference: String,
    /// What the page says its file's SHA-256 is.
    pub fingerprint: String,
    /// The file.
    pub file: String,
}

/// A letter of the demonstration's outbox.
#[derive(Clone, Debug, Deserialize)]
pub struct Letter {
    /// What kind it is, such as `sign-in-code`.
    pub kind: String,
    /// The school it is sent for.
    pub school: String,
    /// The e-mail address.
    pub to: String,
    /// Its text.
    pub text: String,
}

/// Every letter, the newest first.
///
/// # Errors
/// When there is no outbox.
pub fn letters(base: &str) -> Result<Vec<Letter>> {
    let page = Browser::new(base)?.open("/dev/outbox.json")?;
    serde_json::from_str(&page.answer.body).context("the outbox")
}

/// The newest sign-in code of each address.
///
/// # Errors
/// When there is no outbox, or a letter without a code.
pub fn codes(base: &str) -> Result<BTreeMap<String, String>> {
    let mut codes = BTreeMap::new();
    for letter in letters(base)?.into_iter().filter(|letter| letter.kind == "sign-in-code").rev() {
        codes.insert(letter.to, code_in(&letter.text).context("a letter without a code")?);
    }
    Ok(codes)
}

/// The six digits that stand alone in a line.
fn code_in(text: &str) -> Option<String> {
    let digits = |line: &str| line.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    text.lines().map(digits).find(|line| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit()))
}

impl Parent {
    /// Somebody who has not opened anything yet.
    pub fn new(browser: Browser, school: &str, person: Person) -> Self {
        Self { browser, school: school.to_owned(), person }
    }

    /// An address below the school's.
    pub fn at(&self, path: &str) -> String {
        format!("/s/{}/{path}", self.school)
    }

    /// Their e-mail address.
    ///
    /// # Errors
    /// When they have none.
    pub fn e_mail(&self) -> Result<&str> {
        self.person.e_mail.as_deref().context("a parent without e-mail")
    }

    /// Asks for a code; gives the form it is to be typed into.
    ///
    /// # Errors
    /// When the pages do not lead there.
    pub fn ask(&mut self) -> Result<Form> {
        let form = self.browser.open(&self.at("sign-in"))?.form("/sign-in")?.with("email", self.e_mail()?);
        self.browser.submit(&form)?.form("/sign-in/code")
    }

    /// Types the code; gives the page one's children are on.
    ///
    /// # Errors
    /// When that is not where it leads.
    pub fn enter(&mut self, form: &Form, code: &str) -> Result<Page> {
        let page = self.browser.submit(&form.clone().with("code", code))?;
        if page.path != self.at("consent/children") {
            bail!("the code led to {} ({}, {})", page.path, page.status(), page.heading());
        }
        Ok(page)
    }

    /// Signs in with a code by e-mail; gives the page one's children are on.
    ///
    /// # Errors
    /// When the pages or the outbox do not lead there.
    pub fn sign_in(&mut self, base: &str) -> Result<Page> {
        let form = self.ask()?;
        let codes = codes(base)?;
        let code = codes.get(self.e_mail()?).context("no code was sent")?;
        self.enter(&form, code)
    }

    /// Begins to answer for all children at once, from the page they are on; gives the first question.
    ///
    /// # Errors
    /// When the page does not lead there.
    pub fn begin(&mut self, children: &Page) -> Result<Page> {
        // With one child to answer for there is a button; with more one is asked for whom.
        if let Ok(form) = children.form("/consent/begin") {
            return self.browser.submit(&form);
        }
        let form = self.browser.open(&self.at("consent/begin"))?.form("/consent/begin")?;
        self.browser.submit(&form.with("whom", "all"))
    }

    /// Answers every question from this one on with the offered answer that `choose` picks; gives the page to check them on.
    ///
    /// # Errors
    /// When the questions do not lead there.
    pub fn answer(&mut self, first: Page, choose: impl Fn(&[String]) -> usize) -> Result<Page> {
        let mut page = first;
        for _ in 0..QUESTIONS {
            if page.path.ends_with("/check") {
                return Ok(page);
            }
            let offered = page.attributes("input[name=answer]", "value")?;
            let answer =
                offered.get(choose(&offered)).with_context(|| format!("no answer offered on {}", page.path))?;
            page = self.browser.submit(&page.form("/consent/decide/")?.with("answer", answer))?;
        }
        bail!("the questions do not end")
    }

    /// Goes all the way from the page with the children to the page where the answers are checked, saying yes to everything.
    ///
    /// # Errors
    /// When a page does not lead on.
    pub fn prepare(&mut self, children: &Page) -> Result<Page> {
        let first = self.begin(children)?;
        self.answer(first, |_| 0)
    }

    /// Sends the answers; gives the page with the receipts.
    ///
    /// # Errors
    /// When it does not lead there.
    pub fn send(&mut self, form: &Form) -> Result<Page> {
        let page = self.browser.submit(form)?;
        if !page.path.starts_with(&self.at("consent/done/")) {
            bail!("sending led to {} ({}, {})", page.path, page.status(), page.heading());
        }
        Ok(page)
    }

    /// The same, without following to the receipts: what the application acknowledges with.
    ///
    /// # Errors
    /// When there is no answer.
    pub fn send_once(&mut self, form: &Form) -> Result<Answer> {
        self.browser.submit_once(form)
    }

    /// The receipts a page links to, each opened and its file downloaded.
    ///
    /// # Errors
    /// When one does not open.
    pub fn receipts(&mut self, page: &Page) -> Result<Vec<Slip>> {
        let links = page.attributes("a[href*='/consent/receipt/']", "href")?;
        links.iter().map(|link| self.receipt(link)).collect()
    }

    fn receipt(&mut self, address: &str) -> Result<Slip> {
        let page = self.browser.open(address)?;
        if !page.status().is_success() {
            bail!("a receipt that was linked to answers {}", page.status());
        }
        let reference = address.rsplit('/').next().unwrap_or_default().to_owned();
        let fingerprint = page.texts("code.fingerprint")?.concat().replace(' ', "");
        let file = self.browser.open(&format!("{address}/file"))?.answer.body;
        Ok(Slip { reference, fingerprint, file })
    }

    /// What they were given receipts for about one child, as its page lists it, the newest first.
    ///
    /// # Errors
    /// When the page or a receipt does not open.
    pub fn history(&mut self, child: &str) -> Result<Vec<Slip>> {
        let page = self.browser.open(&self.at(&format!("consent/child/{child}")))?;
        if !page.status().is_success() {
            bail!("a child's page answers {}", page.status());
        }
        self.receipts(&page)
    }

    /// The heading of the page that says whether a receipt is genuine.
    ///
    /// # Errors
    /// When the pages do not lead there.
    pub fn verify(&mut self, slip: &Slip) -> Result<String> {
        let form = self.browser.open(&self.at("receipts"))?.form("/receipts")?;
        let form = form.with("reference", &slip.reference).with("fingerprint", &slip.fingerprint);
        Ok(self.browser.submit(&form)?.heading())
    }
}

impl Slip {
    /// Whether the file is the one the fingerprint was taken over.
    pub fn is_whole(&self) -> bool {
        HEXLOWER.encode(&Sha256::digest(&self.file)) == self.fingerprint
    }
}
