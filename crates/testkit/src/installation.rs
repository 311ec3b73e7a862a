//! Two made-up schools of one installation, and their families.

use std::fmt::Display;

use clock::{Clock, Hand};
use futures::executor::block_on;
use permission_rules::PermissionEvent;
use profiles::{Profile, SchoolSettings};
use records::{
    Account, Accounts, AddressEvent, Asker, Child, ChildEvent, ChildFacts, Contact, ContactEvent, ContactFacts,
    Enrolled, Listed, Records, Roll, RollEvent, School, Schools, SchoolsEvent, SettingsEvent, child_id, contact_id,
};
use school_types::{
    ChildId, ContactId, OperationId, PersonName, Redacted, Relation, Role, SchoolId, StaffId, Text, Timestamp,
    YearGroup,
};
use vault::{Domain, Keyring, MasterKey, Vault};

use crate::{MemoryStore, fail};

/// A pupil who does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pupil {
    /// The forename.
    pub forename: &'static str,
    /// The surname.
    pub surname: &'static str,
    /// The year group.
    pub year: i8,
}

/// A grown-up who does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adult {
    /// The full name.
    pub name: &'static str,
    /// The e-mail address, for those who have one.
    pub e_mail: Option<&'static str>,
    /// What they are to the pupils.
    pub relation: &'static str,
    /// Whether they hold parental responsibility.
    pub is_responsible: bool,
}

/// The school most tests are about. It asks pupils' own views from year 1 on.
pub const ELM: &str = "elm-street";
/// The other school, which for some purposes only tells families what it does.
pub const ASH: &str = "ash-grove";

/// Odalys's and Bram's eldest, at Elm Street.
pub const WILHELMINA: Pupil = Pupil { forename: "Wilhelmina", surname: "Quillfeather", year: 5 };
/// Their second, at Elm Street.
pub const PEREGRINE: Pupil = Pupil { forename: "Peregrine", surname: "Quillfeather", year: 2 };
/// Their youngest, at Elm Street; too young to be asked for her view.
pub const ISOLDE: Pupil = Pupil { forename: "Isolde", surname: "Quillfeather", year: 0 };
/// Odalys's son at Ash Grove.
pub const LEOPOLD: Pupil = Pupil { forename: "Leopold", surname: "Quillfeather", year: 4 };
/// Tamsin's daughter, at Elm Street.
pub const JOCASTA: Pupil = Pupil { forename: "Jocasta", surname: "Overbrook", year: 3 };
/// Corwin's son, at Ash Grove.
pub const EMMERICH: Pupil = Pupil { forename: "Emmerich", surname: "Fennimore", year: 6 };

/// Mother of three at Elm Street and of one at Ash Grove.
pub const ODALYS: Adult = Adult {
    name: "Odalys Quillfeather",
    e_mail: Some("odalys@quill.example.org"),
    relation: "mother",
    is_responsible: true,
};
/// Father of the three.
pub const BRAM: Adult = Adult {
    name: "Bram Quillfeather",
    e_mail: Some("bram@quill.example.org"),
    relation: "father",
    is_responsible: true,
};
/// Listed for the three, without parental responsibility.
pub const HENRIETTA: Adult = Adult {
    name: "Henrietta Thistlewood",
    e_mail: Some("henrietta@thistle.example.org"),
    relation: "grandmother",
    is_responsible: false,
};
/// Mother of one at Elm Street, without e-mail.
pub const TAMSIN: Adult = Adult { name: "Tamsin Overbrook", e_mail: None, relation: "mother", is_responsible: true };
/// Father of one at Ash Grove only.
pub const CORWIN: Adult = Adult {
    name: "Corwin Fennimore",
    e_mail: Some("corwin@fenn.example.org"),
    relation: "father",
    is_responsible: true,
};

/// Who is at which school, family by family.
const FAMILIES: &[(&str, &[Pupil], &[Adult])] = &[
    (ELM, &[WILHELMINA, PEREGRINE, ISOLDE], &[ODALYS, BRAM, HENRIETTA]),
    (ELM, &[JOCASTA], &[TAMSIN]),
    (ASH, &[LEOPOLD], &[ODALYS]),
    (ASH, &[EMMERICH], &[CORWIN]),
];

/// An installation in memory, with a clock that only a test moves.
#[derive(Clone)]
pub struct Installation {
    /// Its store.
    pub store: MemoryStore,
    /// Its records, asked by a job of the test's.
    pub records: Records,
    /// Its clock.
    pub clock: Clock,
    /// Moves the clock.
    pub hand: Hand,
}

pub(crate) fn must<T, E: Display>(result: Result<T, E>) -> T {
    result.unwrap_or_else(|problem| fail(format!("the made-up installation: {problem}")))
}

/// What every key of the installation is derived from.
fn master() -> MasterKey {
    MasterKey::from_bytes([7; 32])
}

/// The domains whose keys `spin.toml` gives a component.
pub fn keys_of(component: &str) -> Vec<Domain> {
    let manifest: toml::Table = must(include_str!("../../../spin.toml").parse());
    let given = || manifest.get("component")?.get(component)?.get("tool")?.get("schoolgate")?.get("keys")?.as_array();
    let Some(keys) = given() else { fail(format!("spin.toml gives {component} no keys")) };
    keys.iter().filter_map(toml::Value::as_str).map(|name| must(name.parse())).collect()
}

/// The slug as a school's id.
pub fn school(slug: &str) -> SchoolId {
    must(slug.parse())
}

impl Installation {
    /// Both schools and everybody in them, on a Tuesday morning in term. Nobody has decided anything.
    pub fn new() -> Self {
        let installation = Self::over(MemoryStore::new(), must("2026-03-03T09:00:00Z".parse()));
        block_on(installation.open(ELM, "Elm Street Primary School", "p1"));
        block_on(installation.open(ASH, "Ash Grove Primary School", "p3"));
        for (slug, pupils, adults) in FAMILIES {
            block_on(installation.list(&school(slug), pupils, adults));
        }
        installation
    }

    fn over(store: MemoryStore, now: Timestamp) -> Self {
        let (clock, hand) = Clock::by_hand(now);
        let vault = Vault::new(master(), None);
        let records = Records::new(store.handle(), vault, clock.clone(), Asker::task("test"));
        Self { store, records, clock, hand }
    }

    /// The records as a component of `spin.toml` has them: with the keys that stand there, and no others.
    pub fn records_of(&self, component: &str, asker: Asker) -> Records {
        let keyring = Keyring::derive(&master(), &master(), None, keys_of(component));
        Records::new(self.store.handle(), Vault::of(keyring), self.clock.clone(), asker)
    }

    /// The same installation at this moment, going its own way from now on.
    #[must_use]
    pub fn copy(&self) -> Self {
        Self::over(self.store.copy(), self.clock.now())
    }

    /// The id of a pupil.
    pub fn child(&self, slug: &str, pupil: &Pupil) -> ChildId {
        child_id(self.records.vault(), &school(slug), pupil.forename)
    }

    /// The id of a grown-up at a school.
    pub fn contact(&self, slug: &str, adult: &Adult) -> ContactId {
        contact_id(self.records.vault(), &school(slug), adult.name)
    }

    /// The code on a letter that a school has just printed for somebody.
    pub fn letter_code(&self, slug: &str, adult: &Adult) -> String {
        let operation = OperationId::from_bytes(must(vault::random()));
        must(block_on(self.records.issue_letter_code(&school(slug), &self.contact(slug, adult), &operation))).grouped()
    }

    /// The safeguarding lead sets or lifts the do-not-photograph flag (R8).
    pub fn flag(&self, slug: &str, pupil: &Pupil, set: bool) {
        let by = StaffId::from_bytes([9; StaffId::BYTES]);
        let records = self.records.as_asker(Asker::Staff(by.clone(), Role::SafeguardingLead));
        let stream = records.permission(&school(slug), &self.child(slug, pupil));
        must(block_on(stream.append(&PermissionEvent::DoNotPhotograph { set, by }, None)));
    }

    /// What happens to a pupil's entry.
    pub fn tell_of_child(&self, slug: &str, pupil: &Pupil, event: &ChildEvent) {
        must(block_on(self.records.child(&school(slug), &self.child(slug, pupil)).append(event, None)));
    }

    /// A school asks other things, or the same in other words, from now on.
    pub fn change_profile(&self, slug: &str, change: impl FnOnce(&mut profiles::ProfileFields)) {
        let stream = self.records.school(&school(slug));
        let Some(settings) = must(block_on(stream.fold::<School>())).value.0 else {
            fail(format!("there is no school {slug}"))
        };
        let profile = must(settings.profile().with(change));
        let settings = must(SchoolSettings::new(school(slug), settings.name().clone(), profile));
        must(block_on(stream.append(&SettingsEvent::Set(Box::new(settings)), None)));
    }

    async fn open(&self, slug: &str, name: &str, profile: &str) {
        let Some(profile) = must(Profile::template(profile)) else { fail(format!("there is no profile {profile}")) };
        let id = school(slug);
        let settings = must(SchoolSettings::new(id.clone(), Text::english(name), profile));
        let stream = self.records.school(&id);
        must(stream.append(&SettingsEvent::Set(Box::new(settings)), None).await);
        must(stream.refresh::<School>().await);
        let schools = self.records.schools();
        must(schools.append(&SchoolsEvent::Opened(id), None).await);
        must(schools.refresh::<Schools>().await);
    }

    async fn list(&self, school: &SchoolId, pupils: &[Pupil], adults: &[Adult]) {
        let slug = school.as_str();
        let listed: Vec<Listed> = adults
            .iter()
            .map(|adult| Listed {
                contact: self.contact(slug, adult),
                relation: Relation(adult.relation.to_owned()),
                parental_responsibility: adult.is_responsible,
                is_responsibility_unknown: false,
            })
            .collect();
        let mut enrolled = Vec::new();
        for pupil in pupils {
            let year = YearGroup::new(pupil.year).unwrap_or_else(|| fail(format!("there is no year {}", pupil.year)));
            let facts = ChildFacts {
                school_number: Redacted::new(pupil.forename.to_owned()),
                name: PersonName::new(pupil.forename, pupil.surname),
                year_group: year,
                key_stage: year.usual_key_stage(),
                class: Redacted::new(format!("{}K", pupil.year)),
                contacts: listed.clone(),
            };
            let child = self.child(slug, pupil);
            enrolled.push(Enrolled { child: child.clone(), class: facts.class.clone() });
            let stream = self.records.child(school, &child);
            must(stream.append(&ChildEvent::Listed(facts), None).await);
            must(stream.refresh::<Child>().await);
        }
        let roll = self.records.roll(school);
        must(roll.append(&RollEvent::Changed { listed: enrolled, left: Vec::new() }, None).await);
        must(roll.refresh::<Roll>().await);
        must(self.records.rebuild_pupil_list(school).await);
        for adult in adults {
            let contact = self.contact(slug, adult);
            let facts = ContactFacts {
                name: Redacted::new(adult.name.to_owned()),
                e_mail: adult.e_mail.map(|e_mail| Redacted::new(e_mail.to_owned())),
                telephone: None,
                children: pupils.iter().map(|pupil| self.child(slug, pupil)).collect(),
            };
            let stream = self.records.contact(school, &contact);
            must(stream.append(&ContactEvent::Listed(facts), None).await);
            must(stream.refresh::<Contact>().await);
            let Some(e_mail) = adult.e_mail else { continue };
            let address = self.records.address(e_mail);
            must(address.append(&AddressEvent::Given(Account { school: school.clone(), contact }), None).await);
            must(address.refresh::<Accounts>().await);
        }
    }
}

impl Default for Installation {
    fn default() -> Self {
        Self::new()
    }
}
