//! Showing a topic's form, and saving it: checked as a whole, never over somebody else's change unseen.

use pages::{Body, Bullets, Button, ButtonRow, Form as FormTag, Heading, Inset, Line, Notice, Paragraph};
use profiles::SchoolSettings;
use reception::{Colleague, Problem};
use records::{AuditEvent, Entry, School, SettingsEvent, SettingsPart};
use school_types::OperationId;
use web::{Fields, FormGuard, Limits, Refusal, Response};

use super::{
    fields::problem_said,
    form::{Facts, Form, Reading, Shown, Wrong},
    topics::{Names, topic_said, who},
};
/// The hidden field that says which state of the settings the form was filled from.
const VERSION: &str = "version";
/// The answer of a button that shows and does not save.
pub(super) const LOOK: &str = "look";

/// The settings, and the number of the last event in them.
struct Now {
    settings: SchoolSettings,
    version: u64,
}

async fn now(colleague: &Colleague<'_, '_>) -> Result<Now, Problem> {
    let folded = colleague.records().school(colleague.school()?).fold::<School>().await?;
    let version = folded.upto();
    let settings = folded.value.0.ok_or(Problem::Broken("the school vanished"))?;
    Ok(Now { settings: *settings, version })
}

/// The form as it stands, and above it what came of saving it.
pub(super) async fn show(colleague: &Colleague<'_, '_>, form: &dyn Form) -> Result<Response, Problem> {
    let (now, facts) = futures::try_join!(now(colleague), form.facts(colleague))?;
    let notice = match saved(colleague.guest().request().query()) {
        Some((number, since)) => outcome(colleague, form, number, since).await?,
        None => Body::new(),
    };
    let fields = form.standing(&now.settings);
    let operation = colleague.operation()?;
    let page = Page { colleague, form, now: &now, fields: &fields, wrong: &[], facts, operation: &operation };
    page.show(notice)
}

/// What a query says of a save: the number of its event, and of the last one its form knew.
fn saved(query: &Fields) -> Option<(u64, u64)> {
    Some((query.first("saved").parse().ok()?, query.first("since").parse().ok()?))
}

/// Saves what was typed, or says why not.
pub(super) async fn save(colleague: &Colleague<'_, '_>, form: &dyn Form) -> Result<Response, Problem> {
    let fields = read(colleague, form)?;
    let (now, facts) = futures::try_join!(now(colleague), form.facts(colleague))?;
    let Now { settings, version } = &now;
    if form.closed(colleague, settings, facts).is_some_and(|closed| closed.is_for_others) {
        return Err(Refusal::WrongPerson.into());
    }
    let w = colleague.guest().words();
    let operation: OperationId = fields.choice(FormGuard::OPERATION).map_err(|_| Refusal::BadForm)?;
    let since: u64 = fields.choice(VERSION).map_err(|_| Refusal::BadForm)?;
    let stream = colleague.records().school(settings.id());
    if let Some(first) = stream.find(&operation).await? {
        return there(colleague, form, first.number, since);
    }
    let page = Page { colleague, form, now: &now, fields: &fields, wrong: &[], facts, operation: &operation };
    if form.closed(colleague, settings, facts).is_some() {
        return page.refuse(Body::new(), &[]);
    }
    let reading = Reading { w, settings, today: clock::london_date(colleague.guest().now()) };
    let change = match form.read(&fields, &reading) {
        Ok(change) => change,
        Err(wrong) => return page.refuse(Body::new(), &wrong),
    };
    let changed = match settings.with(&change) {
        Ok(changed) => changed,
        Err(problem) => {
            let (field, message) = problem_said(w, &problem);
            return page.refuse(Body::new(), &[(form.input_of(&field), message)]);
        }
    };
    if fields.first("step") == LOOK {
        return page.show(Body::new());
    }
    if changed == *settings {
        let notice =
            Notice::info().title(w.settings_nothing_changed()).with(Paragraph::new(w.settings_nothing_changed_text()));
        return page.show(Body::new().with(notice));
    }
    if since < *version
        && let Some(entry) = meeting(colleague, form, since, *version).await?
    {
        let notice = conflict(colleague, form, settings, &entry).await?;
        return page.refuse(notice, &[]);
    }
    let written = stream.append(&SettingsEvent::Changed(Box::new(change)), Some(&operation)).await?;
    stream.refresh::<School>().await?;
    let what = SettingsPart::Topic(form.topic());
    colleague.records().audit(settings.id()).append(&AuditEvent::SettingsChanged { what }, None).await?;
    there(colleague, form, written.number, since)
}

/// The fields that were sent; a file that was chosen stands in the field it is for.
fn read(colleague: &Colleague<'_, '_>, form: &dyn Form) -> Result<Fields, Problem> {
    let request = colleague.guest().request();
    let is_multipart = request.content_type().is_some_and(|kind| kind == "multipart/form-data");
    let Some((file, field)) = form.file().filter(|_| is_multipart) else { return colleague.form() };
    let sent = request.multipart(&Limits::FORM)?;
    colleague.check_form(&sent.fields)?;
    let Some(bytes) = sent.file(file) else { return Ok(sent.fields) };
    // A mark of byte order is no part of the text; what is no text at all is refused with the rest.
    let text = String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').to_owned();
    let others = sent.fields.iter().filter(|(name, _)| *name != field);
    Ok(others.chain([(field, text.as_str())]).collect())
}

fn there(colleague: &Colleague<'_, '_>, form: &dyn Form, number: u64, since: u64) -> Result<Response, Problem> {
    let path = format!("{}?saved={number}&since={since}", form.path());
    Ok(web::see_other(&colleague.guest().at(&path)?)?)
}

/// The newest change between two versions that this form's own would undo.
async fn meeting(
    colleague: &Colleague<'_, '_>,
    form: &dyn Form,
    since: u64,
    upto: u64,
) -> Result<Option<Entry<SettingsEvent>>, Problem> {
    let between = changes(colleague, since, upto).await?;
    Ok(between.into_iter().rev().find(|entry| match &entry.event {
        SettingsEvent::Changed(change) => change.topic().meets(&form.topic()),
        SettingsEvent::Set(_) => true,
    }))
}

/// Everything written after `since`, up to `upto`.
async fn changes(colleague: &Colleague<'_, '_>, since: u64, upto: u64) -> Result<Vec<Entry<SettingsEvent>>, Problem> {
    let all = colleague.records().school(colleague.school()?).read().await?;
    Ok(all.into_iter().filter(|entry| entry.number > since && entry.number <= upto).collect())
}

/// What somebody is told whose form was overtaken.
async fn conflict(
    colleague: &Colleague<'_, '_>,
    form: &dyn Form,
    settings: &SchoolSettings,
    entry: &Entry<SettingsEvent>,
) -> Result<Body, Problem> {
    let w = colleague.guest().words();
    let names = who(colleague, [&entry.by]).await?;
    let notice = Notice::care()
        .title(w.settings_conflict_title())
        .with(Paragraph::new(w.settings_conflict_text(names.of(&entry.by), &w.date_time(entry.at))))
        .with(Paragraph::new(Line::new().strong(w.settings_conflict_now())))
        .with(Inset::new(form.said(w, settings)));
    Ok(Body::new().with(notice))
}

/// What somebody is told who saved: that it holds, what follows, and what others did meanwhile.
async fn outcome(colleague: &Colleague<'_, '_>, form: &dyn Form, number: u64, since: u64) -> Result<Body, Problem> {
    let w = colleague.guest().words();
    let all = changes(colleague, since, number).await?;
    let (mine, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|entry| entry.number == number);
    // An address somebody made up says nothing.
    let is_saved = |entry: &Entry<SettingsEvent>| matches!(&entry.event, SettingsEvent::Changed(change) if change.topic() == form.topic());
    if !mine.first().is_some_and(is_saved) {
        return Ok(Body::new());
    }
    let names = who(colleague, others.iter().map(|entry| &entry.by)).await?;
    let mut notice = Notice::success().title(w.settings_saved()).with(Paragraph::new(form.next(w)));
    if !others.is_empty() {
        notice = notice
            .with(Paragraph::new(w.settings_meanwhile()))
            .with(Bullets::new(others.iter().map(|entry| line(w, &names, entry))));
    }
    for entry in others.iter().filter(|entry| is_saved(entry)) {
        notice = notice.with(Paragraph::new(w.settings_at_once(names.of(&entry.by))));
    }
    Ok(Body::new().with(notice))
}

fn line(w: words::Words, names: &Names, entry: &Entry<SettingsEvent>) -> String {
    let topic = match &entry.event {
        SettingsEvent::Changed(change) => topic_said(w, &change.topic()),
        SettingsEvent::Set(_) => w.settings_title(),
    };
    w.settings_meanwhile_line(topic, names.of(&entry.by), &w.date_time(entry.at))
}

/// A topic's page.
struct Page<'p> {
    colleague: &'p Colleague<'p, 'p>,
    form: &'p dyn Form,
    now: &'p Now,
    fields: &'p Fields,
    wrong: &'p [Wrong],
    facts: Facts,
    operation: &'p OperationId,
}

impl Page<'_> {
    fn show(&self, notice: Body) -> Result<Response, Problem> {
        let chrome = self.chrome()?;
        Ok(self.colleague.page(&chrome, self.body(notice)?))
    }

    /// The same page with what was typed, and nothing written.
    fn refuse(&self, notice: Body, wrong: &[Wrong]) -> Result<Response, Problem> {
        let page = Page { wrong, ..*self };
        Ok(self.colleague.guest().page_with_errors(page.chrome()?, page.body(notice)?))
    }

    fn chrome(&self) -> Result<pages::Chrome, Problem> {
        let guest = self.colleague.guest();
        Ok(self.colleague.chrome(self.form.title(guest.words()))?.back(guest.at(self.form.above())?))
    }

    fn body(&self, notice: Body) -> Result<Body, Problem> {
        let (guest, form) = (self.colleague.guest(), self.form);
        let w = guest.words();
        let closed = form.closed(self.colleague, &self.now.settings, self.facts);
        let shown =
            Shown { w, settings: &self.now.settings, fields: self.fields, wrong: self.wrong, facts: self.facts };
        let mut body = Body::new().with(shown.summary()).with(notice);
        body = body.with(Heading::page(form.title(w))).with(Paragraph::lead(form.lead(w)));
        if let Some(closed) = closed {
            let notice = Notice::info().title(closed.title);
            let notice = closed.text.map_or(notice.clone(), |text| notice.with(Paragraph::new(text)));
            return Ok(body.with(notice).with(form.said(w, &self.now.settings)));
        }
        let mut buttons = ButtonRow::new().with(Button::primary(form.button(w)));
        if let Some((answer, label)) = form.other_button(w, &self.now.settings) {
            buttons = buttons.with(Button::secondary(label).answer("step", answer));
        }
        let tag = FormTag::post(guest.at(&form.path())?, self.colleague.token())
            .operation(self.operation)
            .hidden(VERSION, self.now.version.to_string());
        let tag = if form.file().is_some() { tag.with_files() } else { tag };
        Ok(body.with(tag.with(form.inputs(&shown)).with(buttons)))
    }
}
