//! A member of staff who is signed in.

use pages::{Chrome, Render};
use records::{Asker, Records, Staff, StaffFacts};
use school_types::{Role, SchoolId, StaffId};
use serde::{Deserialize, Serialize};
use web::{Fields, FormGuard, IdleSession, Life, Refusal, Response};

use crate::{Guest, Problem};

/// The cookie of a session of staff.
pub const STAFF_SESSION: &str = "__Host-sg-staff";
/// The cookie that remembers, for a quarter of an hour, what somebody wanted to open before they signed in.
const WAY: &str = "__Host-sg-staff-way";
/// Where staff sign in, below their school's address.
const SIGN_IN: &str = "office/sign-in";

/// What the session's cookie holds, sealed. Roles are not in it: they are read anew at every request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffSignedIn {
    /// The school.
    pub school: SchoolId,
    /// Who.
    pub staff: StaffId,
    /// The generation of their account: when it goes up, every earlier session is void.
    pub generation: u32,
}

/// The session a request carries, if it has not run out. Whether it was ended early only the records know.
pub fn staff_session_of(guest: &Guest<'_>) -> Option<IdleSession<StaffSignedIn>> {
    let vault = guest.desk().records().vault();
    web::open_cookie::<IdleSession<StaffSignedIn>>(vault, guest.request().headers(), STAFF_SESSION)?.at(guest.now())
}

/// Puts the session on the answer.
///
/// # Errors
/// [`Problem`] when it cannot be sealed.
pub fn keep_staff_session(guest: &Guest<'_>, session: &IdleSession<StaffSignedIn>) -> Result<(), Problem> {
    guest.set_cookie(web::seal_cookie(guest.desk().records().vault(), STAFF_SESSION, session, Life::Session)?);
    Ok(())
}

/// What somebody wanted to open before they signed in at this school, once.
///
/// # Errors
/// [`Problem`] when the cookie cannot be taken away.
pub fn staff_way_back(guest: &Guest<'_>) -> Result<Option<String>, Problem> {
    let vault = guest.desk().records().vault();
    let Some(path) = web::open_cookie::<String>(vault, guest.request().headers(), WAY) else { return Ok(None) };
    guest.set_cookie(web::forget_cookie(WAY)?);
    Ok(Some(path).filter(|path| guest.at("").is_ok_and(|school| path.starts_with(&school))))
}

/// A member of staff or governor who is signed in at this school, and may ask for what they ask for.
pub struct Colleague<'g, 'd> {
    guest: &'g Guest<'d>,
    records: Records,
    id: StaffId,
    facts: StaffFacts,
    session: IdleSession<StaffSignedIn>,
}

impl<'g, 'd> Colleague<'g, 'd> {
    /// Who is signed in, if they hold one of `roles`. Their account is read each time, so that a role taken away counts at
    /// once, and so does a session that was ended.
    ///
    /// # Errors
    /// [`Refusal::SignInNeeded`] when nobody of this school is signed in, [`Refusal::WrongPerson`] when somebody without
    /// such a role is.
    pub async fn of(guest: &'g Guest<'d>, roles: &[Role]) -> Result<Self, Problem> {
        guest.sign_in.set(SIGN_IN);
        let school = guest.school_id()?;
        let session = staff_session_of(guest).filter(|session| session.value.school == *school);
        let mut session = session.ok_or(Refusal::SignInNeeded)?;
        let id = session.value.staff.clone();
        let records = guest.desk().records().as_asker(Asker::Nobody);
        let stream = records.staff(school, &id);
        let (ended, staff) = futures::try_join!(records.session_ended(&session.session), stream.fold::<Staff>())?;
        let holds = !ended && staff.value.lets_go_on(&session.session, session.value.generation);
        let facts = staff.value.present().filter(|_| holds).ok_or(Refusal::SignInNeeded)?.clone();
        let role = roles.iter().find(|role| facts.roles.contains(role)).ok_or(Refusal::WrongPerson)?;
        let records = records.as_asker(Asker::Staff(id.clone(), *role));
        session.value.generation = staff.value.generation;
        keep_staff_session(guest, &session)?;
        Ok(Self { guest, records, id, facts, session })
    }

    /// Lets `act` answer for whoever is signed in with one of `roles`. Somebody who comes back by a bookmark is led to
    /// where one signs in, and from there to where they wanted; somebody who sends a form is told what became of it.
    ///
    /// # Errors
    /// As [`Colleague::of`], and whatever `act` answers.
    pub async fn admit(
        guest: &Guest<'_>,
        roles: &[Role],
        act: impl AsyncFnOnce(&Colleague<'_, '_>) -> Result<Response, Problem>,
    ) -> Result<Response, Problem> {
        match Colleague::of(guest, roles).await {
            Ok(colleague) => act(&colleague).await,
            Err(Problem::Refused(Refusal::SignInNeeded))
                if guest.request().is_read() && !web::wants_json(guest.request()) =>
            {
                let vault = guest.desk().records().vault();
                // The path alone: what stood in a query may name somebody.
                guest.set_cookie(web::seal_cookie(vault, WAY, &guest.request().path(), Life::Seconds(900))?);
                Ok(web::see_other(&guest.at(SIGN_IN)?)?)
            }
            Err(problem) => Err(problem),
        }
    }

    /// Their request.
    pub const fn guest(&self) -> &'g Guest<'d> {
        self.guest
    }

    /// The records, asked in their name and in the role that lets them ask.
    pub const fn records(&self) -> &Records {
        &self.records
    }

    /// Their id.
    pub const fn id(&self) -> &StaffId {
        &self.id
    }

    /// Their name.
    pub fn name(&self) -> &str {
        self.facts.name.reveal()
    }

    /// What the school says of them.
    pub const fn facts(&self) -> &StaffFacts {
        &self.facts
    }

    /// Their roles.
    pub fn roles(&self) -> &[Role] {
        &self.facts.roles
    }

    /// Whether they hold one of `roles`.
    pub fn holds(&self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.facts.roles.contains(role))
    }

    /// Their session.
    pub const fn session(&self) -> &IdleSession<StaffSignedIn> {
        &self.session
    }

    /// The school's slug.
    ///
    /// # Errors
    /// As [`Guest::school`].
    pub fn school(&self) -> Result<&SchoolId, Problem> {
        self.guest.school_id()
    }

    /// The page's surroundings, with their name and the way out.
    ///
    /// # Errors
    /// As [`Guest::school`].
    pub fn chrome(&self, title: impl Into<String>) -> Result<Chrome, Problem> {
        let sign_out = self.guest.at("office/sign-out")?;
        Ok(self.guest.chrome(title).for_staff().signed_in(self.name(), sign_out, self.token()))
    }

    /// A page.
    pub fn page(&self, chrome: &Chrome, body: impl Render) -> Response {
        self.guest.page(chrome, body)
    }

    /// A token for a form.
    pub fn token(&self) -> String {
        self.guard().issue()
    }

    /// A new operation id for a form about to be shown.
    ///
    /// # Errors
    /// [`Problem`] when there is no randomness.
    pub fn operation(&self) -> Result<school_types::OperationId, Problem> {
        Ok(self.guard().operation()?)
    }

    /// Reads the form and checks that it came from a page shown in this session.
    ///
    /// # Errors
    /// A [`Refusal`] when it is no form, or came from elsewhere.
    pub fn form(&self) -> Result<Fields, Problem> {
        let fields = self.guest.request().form()?;
        self.check_form(&fields)?;
        Ok(fields)
    }

    /// Checks that `fields`, however they were read, came from a page shown in this session.
    ///
    /// # Errors
    /// A [`Refusal`] when they came from elsewhere.
    pub fn check_form(&self, fields: &Fields) -> Result<(), Problem> {
        self.guest.check_form_of(&self.session.session, fields)
    }

    fn guard(&self) -> FormGuard<'_> {
        self.guest.guard_of(&self.session.session)
    }
}
