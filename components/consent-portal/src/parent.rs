//! Who is signed in, and which children are theirs to decide about.

use std::collections::{BTreeMap, BTreeSet};

use pages::{Chrome, Render};
use permission_rules::{ChildPermissions, Decider, Purpose};
use reception::{Guest, Problem};
use records::{Account, Child, ChildFacts, ContactFacts, Family, FamilyChild, Folded, Records};
use school_types::{ChildId, ContactId, SchoolId};
use serde::{Deserialize, Serialize};
use web::{Fields, IdleSession, Life, Refusal, Response};

/// The cookie of a session.
pub(crate) const SESSION: &str = "__Host-sg-session";

/// What a session's cookie holds, sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SignedIn {
    /// Who they may be, at each school that knows the address they signed in by: several where a family shares it.
    pub(crate) accounts: BTreeSet<Account>,
    /// Who of several they said they are, at each school, for this session only.
    #[serde(default)]
    pub(crate) chosen: BTreeMap<SchoolId, ContactId>,
}

/// Who is signed in at a school, as far as is known.
pub(crate) enum Who<'s> {
    /// Nobody it knows.
    Nobody,
    /// Somebody of several who share an address, and has yet to say who.
    OneOfSeveral,
    /// This person.
    Known(&'s ContactId),
}

impl SignedIn {
    /// Everybody at a school whom the address is listed for.
    pub(crate) fn sharing(&self, school: &SchoolId) -> Vec<&ContactId> {
        self.accounts.iter().filter(|account| account.school == *school).map(|account| &account.contact).collect()
    }

    /// The schools that know somebody in it.
    pub(crate) fn schools(&self) -> BTreeSet<&SchoolId> {
        self.accounts.iter().map(|account| &account.school).collect()
    }

    /// Who is signed in at a school.
    pub(crate) fn at(&self, school: &SchoolId) -> Who<'_> {
        let sharing = self.sharing(school);
        match (sharing.as_slice(), self.chosen.get(school)) {
            ([], _) => Who::Nobody,
            ([only], _) => Who::Known(only),
            (several, Some(chosen)) if several.contains(&chosen) => Who::Known(chosen),
            _ => Who::OneOfSeveral,
        }
    }
}

/// The session a request carries, if it has not run out. Whether it was ended early only the records know.
pub(crate) fn session_of(guest: &Guest<'_>) -> Option<IdleSession<SignedIn>> {
    let vault = guest.desk().records().vault();
    web::open_cookie::<IdleSession<SignedIn>>(vault, guest.request().headers(), SESSION)?.at(guest.now())
}

/// Puts the session on the answer.
pub(crate) fn keep_session(guest: &Guest<'_>, session: &IdleSession<SignedIn>) -> Result<(), Problem> {
    guest.set_cookie(web::seal_cookie(guest.desk().records().vault(), SESSION, session, Life::Session)?);
    Ok(())
}

/// A parent or carer who is signed in at this school.
pub(crate) struct Parent<'g, 'd> {
    pub(crate) guest: &'g Guest<'d>,
    /// The records, asked in their name.
    pub(crate) records: Records,
    pub(crate) contact: ContactId,
    /// What the school says of them; of their children those alone whose parent they are taken for.
    pub(crate) facts: ContactFacts,
    /// Whether the school takes them for the parent of every child they are listed for.
    pub(crate) is_checked: bool,
    pub(crate) session: IdleSession<SignedIn>,
    pub(crate) family: Family,
}

impl<'g, 'd> Parent<'g, 'd> {
    /// Who is signed in.
    ///
    /// # Errors
    /// [`Refusal::SignInNeeded`] when nobody is, nobody whom this school knows, or somebody of several who has yet to say
    /// who they are.
    pub(crate) async fn of(guest: &'g Guest<'d>) -> Result<Self, Problem> {
        let school = guest.school_id()?;
        let session = session_of(guest).ok_or(Refusal::SignInNeeded)?;
        let Who::Known(contact) = session.value.at(school) else { return Err(Refusal::SignInNeeded.into()) };
        let contact = contact.clone();
        let records = guest.desk().records().as_asker(records::Asker::Parent(contact.clone()));
        let family = records.family(school, &contact, &session.session).await?.ok_or(Refusal::SignInNeeded)?;
        let mut facts = family.facts.clone();
        // Whoever signed in before the address was changed may be somebody else.
        if family.address_changed.is_some_and(|changed| session.started < changed) {
            return Err(Refusal::SignInNeeded.into());
        }
        // Whom a program listed is nobody's parent before a member of the office has looked.
        facts.children.retain(|child| !family.held_back.contains(child));
        let is_checked = family.held_back.is_empty();
        keep_session(guest, &session)?;
        Ok(Self { guest, records, contact, facts, is_checked, session, family })
    }

    /// The school's slug.
    pub(crate) fn school(&self) -> Result<&SchoolId, Problem> {
        self.guest.school_id()
    }

    /// What the school asks about.
    pub(crate) fn purposes(&self) -> Result<&[Purpose], Problem> {
        Ok(&self.guest.school()?.profile().purposes)
    }

    /// The children they hold parental responsibility for, the eldest first, each with what was said about them.
    pub(crate) async fn children(&self) -> Result<Vec<Ours>, Problem> {
        Ok(self.theirs(&self.family_children().await?))
    }

    /// All children they are taken for a parent of, as the school has them.
    pub(crate) async fn family_children(&self) -> Result<Vec<FamilyChild>, Problem> {
        let loaded = self.facts.children.iter().map(|child| self.load(child));
        futures::future::try_join_all(loaded).await
    }

    /// Those of them they hold parental responsibility for, the eldest first.
    pub(crate) fn theirs(&self, children: &[FamilyChild]) -> Vec<Ours> {
        let mut children: Vec<Ours> = children.iter().filter_map(|child| self.ours(child)).collect();
        children.sort_by(|one, other| {
            let key = |ours: &Ours| (-ours.facts.year_group.number(), ours.facts.name.called().to_owned());
            key(one).cmp(&key(other))
        });
        children
    }

    /// One of their children.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] for any other child: whether there is one of that id is nobody's business.
    pub(crate) async fn child(&self, child: &ChildId) -> Result<Ours, Problem> {
        self.check_is_theirs(child)?;
        self.ours(&self.load(child).await?).ok_or_else(|| Refusal::NotFound.into())
    }

    /// The same, read anew: after something was recorded, and where whoever recorded it may have died.
    ///
    /// # Errors
    /// As [`Parent::child`].
    pub(crate) async fn child_now(&self, child: &ChildId) -> Result<Ours, Problem> {
        self.check_is_theirs(child)?;
        self.ours(&self.read(child).await?).ok_or_else(|| Refusal::NotFound.into())
    }

    fn check_is_theirs(&self, child: &ChildId) -> Result<(), Refusal> {
        if self.facts.children.contains(child) { Ok(()) } else { Err(Refusal::NotFound) }
    }

    async fn load(&self, id: &ChildId) -> Result<FamilyChild, Problem> {
        match self.family.children.iter().flatten().find(|known| known.id == *id) {
            Some(known) => Ok(known.clone()),
            None => self.read(id).await,
        }
    }

    async fn read(&self, id: &ChildId) -> Result<FamilyChild, Problem> {
        let school = self.school()?;
        let (people, said) = (self.records.child(school, id), self.records.permission(school, id));
        let (entry, permissions) = futures::try_join!(people.fold::<Child>(), said.fold())?;
        Ok(FamilyChild { id: id.clone(), entry: entry.value, permissions })
    }

    fn ours(&self, child: &FamilyChild) -> Option<Ours> {
        let FamilyChild { id, entry, permissions } = child;
        // A contact without parental responsibility does not decide, and is shown nothing (Children Act 1989 s. 3).
        let listed = entry.listing(&self.contact).filter(|listed| listed.parental_responsibility)?;
        let decider = Decider {
            contact: self.contact.clone(),
            relation: listed.relation.clone(),
            parental_responsibility: listed.parental_responsibility,
        };
        Some(Ours {
            id: id.clone(),
            facts: entry.facts().cloned()?,
            has_left: entry.left().is_some(),
            holders: entry.holders(),
            decider,
            permissions: permissions.clone(),
        })
    }

    /// The page's surroundings, with their name and the way out.
    pub(crate) fn chrome(&self, title: impl Into<String>) -> Result<Chrome, Problem> {
        let name = self.facts.name.reveal().as_str();
        Ok(self.guest.chrome(title).signed_in(name, self.guest.at("sign-out")?, self.token()))
    }

    /// A page.
    pub(crate) fn page(&self, chrome: &Chrome, body: impl Render) -> Response {
        self.guest.page(chrome, body)
    }

    /// A token for a form.
    pub(crate) fn token(&self) -> String {
        self.guest.guard_of(&self.session.session).issue()
    }

    /// Reads the form and checks that it came from a page shown in this session.
    pub(crate) fn form(&self) -> Result<Fields, Problem> {
        let fields = self.guest.request().form()?;
        self.guest.check_form_of(&self.session.session, &fields)?;
        Ok(fields)
    }
}

/// A child of theirs.
pub(crate) struct Ours {
    pub(crate) id: ChildId,
    pub(crate) facts: ChildFacts,
    pub(crate) has_left: bool,
    /// Everyone who holds parental responsibility.
    pub(crate) holders: Vec<ContactId>,
    /// They themselves, as the record of a decision names them.
    pub(crate) decider: Decider,
    pub(crate) permissions: Folded<ChildPermissions>,
}

impl Ours {
    /// The forename the child is called by.
    pub(crate) fn called(&self) -> &str {
        self.facts.name.called()
    }

    /// Whether they have yet to answer a purpose in the wording in force.
    pub(crate) fn is_open(&self, purpose: &Purpose) -> bool {
        !self.has_left && !self.permissions.value.has_answered(&self.decider.contact, purpose)
    }

    /// The purposes they have not answered in the wording in force.
    pub(crate) fn open<'p>(&self, purposes: &'p [Purpose]) -> Vec<&'p Purpose> {
        purposes.iter().filter(|purpose| self.is_open(purpose)).collect()
    }

    /// The purposes to which their last word permits something.
    pub(crate) fn permitted<'p>(&self, purposes: &'p [Purpose]) -> Vec<&'p Purpose> {
        let permits = |purpose: &&Purpose| {
            let said = self.permissions.value.said_by(&self.decider.contact, &purpose.id);
            said.map_or(purpose.basis.is_notice(), |said| said.answer.permits())
        };
        purposes.iter().filter(permits).collect()
    }
}
