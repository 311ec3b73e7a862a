//! Where somebody is signed in.

use pages::{Body, Button, Column, Form, Markup, Render, Table};
use reception::{Colleague, Problem};
use records::{BrowserFamily, BrowserKind, BrowserSystem, Staff, StaffEvent, StaffSession};
use school_types::StaffId;
use web::{Refusal, Response};
use words::Words;

use crate::sign_in::know;

/// The sessions of `staff` that may be open.
pub(super) async fn of(
    colleague: &Colleague<'_, '_>,
    staff: &StaffId,
    account: &Staff,
) -> Result<Vec<StaffSession>, Problem> {
    Ok(colleague.records().open_staff_sessions(colleague.school()?, staff, account).await?)
}

/// A table of sessions, each with the form that ends it, sent to `action`. The one that `here` asks in has none: one signs out.
pub(crate) fn table(
    w: Words,
    sessions: &[StaffSession],
    here: Option<&Colleague<'_, '_>>,
    action: &str,
    token: &str,
) -> Table {
    let columns = [
        Column::new(w.staff_account_session_browser()),
        Column::new(w.staff_account_session_began()),
        Column::new(w.staff_account_session_action()),
    ];
    let table = Table::new("sessions", w.staff_account_sessions_count(sessions.len() as u64), columns);
    sessions.iter().fold(table, |table, session| {
        let is_here = here.is_some_and(|here| here.session().session == session.session);
        let browser = browser_name(w, session.browser);
        let last: Markup = if is_here {
            w.staff_account_session_here().render()
        } else {
            Form::post(action, token)
                .hidden("session", session.number.to_string())
                .with(Button::quiet(w.staff_account_session_end()))
                .render()
        };
        table.row([browser.render(), w.date_time(session.began).render(), Body::new().with(last).render()])
    })
}

/// `Firefox on Windows`.
fn browser_name(w: Words, kind: BrowserKind) -> String {
    let family = match kind.family {
        BrowserFamily::Chrome => "Chrome",
        BrowserFamily::Edge => "Edge",
        BrowserFamily::Firefox => "Firefox",
        BrowserFamily::Safari => "Safari",
        BrowserFamily::Samsung => "Samsung Internet",
        BrowserFamily::Other => w.staff_browser_other(),
    };
    let system = match kind.system {
        BrowserSystem::Windows => "Windows",
        BrowserSystem::Mac => "Mac",
        BrowserSystem::Ios => w.staff_system_ios(),
        BrowserSystem::Android => "Android",
        BrowserSystem::ChromeOs => "Chromebook",
        BrowserSystem::Linux => "Linux",
        BrowserSystem::Other => w.staff_system_other(),
    };
    w.staff_browser_on(family, system)
}

/// What a form says that ends all sessions but the one it comes from; every other browser is then strange to the account.
const EVERYWHERE_ELSE: &str = "others";

/// Which sessions a form ends: one by its number, or `others`, all but the one it comes from. One that is over already is ended.
pub(crate) fn chosen(sessions: Vec<StaffSession>, which: &str, here: &[u8; 16]) -> Result<Vec<StaffSession>, Problem> {
    let number = match which {
        EVERYWHERE_ELSE => None,
        number => Some(number.parse::<u64>().map_err(|_| Refusal::BadForm)?),
    };
    let is_chosen = |session: &StaffSession| match number {
        Some(number) => session.number == number,
        None => session.session != *here,
    };
    Ok(sessions.into_iter().filter(is_chosen).collect())
}

/// Ends sessions of one's own.
pub(super) async fn end(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let which = fields.one("session").map_err(|_| Refusal::BadForm)?;
    let (records, school, staff) = (colleague.records(), colleague.school()?, colleague.id());
    let account = records.staff_account(school, staff).await?;
    let open = of(colleague, staff, &account).await?;
    for session in chosen(open, which, &colleague.session().session)? {
        records.end_staff_session(school, staff, &session.session).await?;
    }
    if which == EVERYWHERE_ELSE {
        let stream = records.staff(school, staff);
        stream.append(&StaffEvent::BrowsersForgotten, None).await?;
        let account = stream.refresh::<Staff>().await?.value;
        know(colleague.guest(), staff, &account)?;
    }
    Ok(web::see_other(&colleague.guest().at("office/account?done=sessions")?)?)
}
