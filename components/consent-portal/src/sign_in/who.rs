//! Who it is, where several people of a school share the address a code was sent to: asked before anything is shown, kept for
//! the session only. What each decides is their own.

use pages::{Body, Button, ButtonRow, ErrorSummary, Form, Paragraph, Radios};
use reception::{Guest, Problem};
use records::{Asker, Contact, ContactFacts};
use school_types::ContactId;
use web::{IdleSession, Refusal, Response};

use crate::parent::{SignedIn, keep_session, session_of};

/// The field, and who may be chosen.
const FIELD: &str = "who";

/// A session of somebody of several.
struct Sharing {
    session: IdleSession<SignedIn>,
    people: Vec<(ContactId, ContactFacts)>,
}

impl Sharing {
    /// None where there is nobody to tell apart.
    ///
    /// # Errors
    /// [`Refusal::SignInNeeded`] when nobody whom this school knows is signed in.
    async fn of(guest: &Guest<'_>) -> Result<Option<Self>, Problem> {
        let school = guest.school_id()?;
        let session = session_of(guest).ok_or(Refusal::SignInNeeded)?;
        let ids: Vec<ContactId> = session.value.sharing(school).into_iter().cloned().collect();
        match ids.as_slice() {
            [] => return Err(Refusal::SignInNeeded.into()),
            [_] => return Ok(None),
            _ => {}
        }
        let records = guest.desk().records().as_asker(Asker::Visitor);
        let (ended, contacts) =
            futures::try_join!(records.session_ended(&session.session), records.contacts(school, &ids))?;
        if ended {
            return Err(Refusal::SignInNeeded.into());
        }
        let listed = |(id, Contact(facts, _)): (ContactId, Contact)| Some((id, facts?));
        Ok(Some(Self { session, people: contacts.into_iter().filter_map(listed).collect() }))
    }
}

/// The question.
pub(crate) async fn show(guest: &Guest<'_>) -> Result<Response, Problem> {
    let sharing = match Sharing::of(guest).await {
        Ok(Some(sharing)) => sharing,
        Ok(None) => return Ok(web::see_other(&guest.at("consent/children")?)?),
        Err(Problem::Refused(Refusal::SignInNeeded)) => return Ok(web::see_other(&guest.at("sign-in")?)?),
        Err(problem) => return Err(problem),
    };
    let (chrome, body) = form(guest, &sharing, None)?;
    Ok(guest.page(&chrome, body))
}

fn form(guest: &Guest<'_>, sharing: &Sharing, error: Option<&'static str>) -> Result<(pages::Chrome, Body), Problem> {
    let w = guest.words();
    let school = guest.school()?;
    let mut question = Radios::new(w, FIELD, w.who_title()).as_heading().error(error);
    for (id, facts) in &sharing.people {
        question = question.choice(id.as_str(), facts.name.reveal().as_str());
    }
    let mut body = Body::new();
    if let Some(error) = error {
        body = body.with(ErrorSummary::new(w).with(FIELD, error));
    }
    let form = Form::post(guest.at("sign-in/who")?, guest.guard_of(&sharing.session.session).issue())
        .with(question)
        .with(Paragraph::new(w.who_lead(school.name().get(w.language()))))
        .with(ButtonRow::new().with(Button::primary(w.shared_continue())));
    Ok((guest.chrome(w.who_title()), body.with(form)))
}

/// Goes on as whoever was chosen. Who was somebody else until now gets a session of its own, so that no page that was
/// opened as the one can be sent as the other.
pub(crate) async fn choose(guest: &Guest<'_>) -> Result<Response, Problem> {
    let fields = guest.request().form()?;
    let school = guest.school_id()?;
    let children = guest.at("consent/children")?;
    let Some(mut sharing) = Sharing::of(guest).await? else {
        let session = session_of(guest).ok_or(Refusal::SignInNeeded)?;
        guest.check_form_of(&session.session, &fields)?;
        return Ok(web::see_other(&children)?);
    };
    guest.check_form_of(&sharing.session.session, &fields)?;
    let chosen = fields.choice::<ContactId>(FIELD).ok();
    let chosen = chosen.filter(|chosen| sharing.people.iter().any(|(id, _)| id == chosen));
    let Some(chosen) = chosen else {
        let (chrome, body) = form(guest, &sharing, Some(guest.words().who_error()))?;
        return Ok(guest.page_with_errors(chrome, body));
    };
    let before = sharing.session.value.chosen.insert(school.clone(), chosen.clone());
    if before.is_some_and(|before| before != chosen) {
        let schools = sharing.session.value.schools();
        guest.desk().records().end_family_session(&sharing.session.session, schools).await?;
        sharing.session.session = vault::random()?;
    }
    keep_session(guest, &sharing.session)?;
    Ok(web::see_other(&children)?)
}
