//! Somebody of a school's staff, with a telephone that shows one-time codes.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use credentials::TotpSecret;
use data_encoding::BASE32_NOPAD;
use reqwest::Method;
use school_types::{Redacted, Timestamp};

use crate::{
    browser::{Answer, Browser},
    demo::Staff,
    gate::Gate,
    page::{Form, Page},
};

/// How long a telephone shows one code, in seconds (RFC 6238 section 4.1).
const STEP: i64 = 30;

/// Somebody of the staff, signed in.
pub struct Colleague {
    /// Their browser.
    pub browser: Browser,
    /// Who they are.
    pub person: Staff,
    school: String,
}

impl Colleague {
    /// Signs in whoever of a school holds a role, with passphrase and one-time code.
    ///
    /// # Errors
    /// When there is nobody, or they are not let in.
    pub fn sign_in(gate: &Gate, school: &str, role: &str) -> Result<Self> {
        let staff = &gate.demo().schools.get(school).context("there is no such sample school")?.staff;
        let person = staff.iter().find(|person| person.roles.iter().any(|held| held == role));
        let person = person.with_context(|| format!("nobody is {role}"))?.clone();
        let mut colleague = Self { browser: gate.browser()?, person, school: school.to_owned() };
        colleague.enter()?;
        Ok(colleague)
    }

    fn enter(&mut self) -> Result<()> {
        let form = self.browser.open(&self.at("sign-in"))?.form("/office/sign-in")?;
        let form = form.with("email", &self.person.e_mail).with("passphrase", &self.person.passphrase);
        let page = self.browser.submit(&form)?;
        let form = page.form("/sign-in/code")?;
        // Every code counts once. Codes a step before and after count too, so three sign-ins need not wait.
        for later in [0, -STEP, STEP] {
            let page = self.browser.submit(&form.clone().with("code", &self.code(later)?))?;
            if page.status() == 200 && !page.path.contains("/sign-in") {
                return Ok(());
            }
        }
        bail!("{} was not let in: {}", self.person.e_mail, self.browser.open(&self.at("sign-in"))?.text())
    }

    /// What their telephone shows so many seconds from now.
    fn code(&self, later: i64) -> Result<String> {
        let secret = BASE32_NOPAD.decode(self.person.totp_secret.as_bytes()).context("the demo file's secret")?;
        let now = std::time::SystemTime::UNIX_EPOCH.elapsed()?;
        let at = Timestamp::from_second(i64::try_from(now.as_secs())? + later)?;
        Ok(TotpSecret::kept(Redacted::new(secret)).code_at(at))
    }

    /// An address of their school's office.
    pub fn at(&self, path: &str) -> String {
        format!("/s/{}/office/{path}", self.school)
    }

    /// Opens a page of the office.
    ///
    /// # Errors
    /// When it cannot be shown.
    pub fn open(&mut self, path: &str) -> Result<Page> {
        let page = self.browser.open(&self.at(path))?;
        ensure!(page.status() == 200, "{path} answered {}: {}", page.status(), page.heading());
        Ok(page)
    }

    /// Brings a list as a file; the page that says what taking it would change.
    ///
    /// # Errors
    /// When it cannot be brought.
    pub fn bring(&mut self, list: &str, file: &str) -> Result<Page> {
        let path = format!("people/{list}");
        let form = self.open(&path)?.form(&path)?;
        let answer = self.send_file(&form, "list", file)?;
        ensure!(answer.status == 303, "{list} answered {}: {}", answer.status, answer.body);
        self.browser.open(answer.header("location"))
    }

    /// Takes what was brought, and waits until it is done.
    ///
    /// # Errors
    /// When it is refused, or is not done within a minute.
    pub fn take(&mut self, preview: &Page) -> Result<Page> {
        let form = preview.form("/people/import/")?.with("sure", "yes");
        let mut page = self.browser.submit(&form)?;
        let begun = Instant::now();
        while !page.answer.header("refresh").is_empty() {
            ensure!(begun.elapsed() < Duration::from_secs(60), "taking a list goes on and on");
            std::thread::sleep(Duration::from_millis(200));
            let path = page.path.clone();
            page = self.browser.open(&path)?;
        }
        ensure!(page.status() == 200, "taking a list answered {}: {}", page.status(), page.text());
        Ok(page)
    }

    fn send_file(&mut self, form: &Form, field: &str, file: &str) -> Result<Answer> {
        const BETWEEN: &str = "a-line-that-no-file-of-ours-has";
        let mut body = String::new();
        for name in form.names().into_iter().filter(|name| *name != field) {
            let value = form.value(name).unwrap_or_default();
            body += &format!("--{BETWEEN}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }
        body += &format!(
            "--{BETWEEN}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"list.csv\"\r\nContent-Type: \
             text/csv\r\n\r\n{file}\r\n--{BETWEEN}--\r\n"
        );
        let kind = format!("multipart/form-data; boundary={BETWEEN}");
        self.browser.send(Method::POST, &form.action, Some((&kind, body)), &[])
    }
}
