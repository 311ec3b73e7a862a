//! Writing a sample school into the records.

use std::rc::Rc;

use credentials::Passphrase;
use data_encoding::{BASE32_NOPAD, HEXLOWER};
use permission_rules::{Decider, Decision, How, Notice, NoticeWay, PermissionEvent, Purpose, PurposeAnswer};
use profiles::{Crest, Profile, SchoolSettings};
use records::{
    Account, AddressEvent, Asker, Child, ChildEvent, ChildFacts, Contact, ContactEvent, ContactFacts, Credential,
    Enrolled, Listed, Records, Roll, RollEvent, School, Schools, SchoolsEvent, SettingsEvent, StaffFacts, TokenScope,
};
use school_types::{
    ChildId, ContactId, Language, OperationId, PersonName, Redacted, Relation, Role, SchoolId, StaffId, Text, YearGroup,
};

use crate::{Adult, Collecting, Demo, DemoParent, DemoSchool, DemoStaff, Families, Family, Pupil, Sample, SampleError};

/// What is written beside the schools' own data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seeding {
    /// Everything a person could try: staff with passphrases, letter codes, parents who disagree.
    Demonstration,
    /// Pupils, and one parent each, for measuring with very many schools.
    Bulk,
}

/// Writes `samples` into `store`, and answers what scripts need to know of them (without the base address).
///
/// # Errors
/// [`SampleError`] names the school or file that is not as it should be.
pub async fn seed(
    store: Rc<Collecting>,
    vault: vault::Vault,
    clock: clock::Clock,
    samples: &[Sample],
    seeding: Seeding,
) -> Result<Demo, SampleError> {
    let records = Records::new(store, vault, clock, Asker::task("samples"));
    let mut demo = Demo::default();
    // A parent with a child at each of two schools: the first school that has such a family lends its address.
    let mut shared_address = None;
    for (number, sample) in samples.iter().enumerate() {
        let school = SampleSchool::new(&records, sample)?;
        school.open().await?;
        let mut families = Families::of(&sample.id, number as u64 + 1, school.years()?)?;
        let (mut parents, mut enrolled) = (Vec::new(), Vec::new());
        for mut family in families.make(sample.pupils) {
            if family.known_for == Some("two-schools")
                && let Some(adult) = family.adults.first_mut()
            {
                adult.e_mail =
                    Some(shared_address.get_or_insert_with(|| adult.e_mail.clone()).clone().unwrap_or_default());
            }
            if seeding == Seeding::Bulk {
                family.adults.truncate(1);
            }
            parents.extend(school.list_family(&family, seeding, &mut enrolled).await?);
        }
        school.enrol(enrolled, seeding).await?;
        let (staff, api_token) = match seeding {
            Seeding::Demonstration => (school.list_staff().await?, school.token().await?),
            Seeding::Bulk => (Vec::new(), String::new()),
        };
        let described = DemoSchool { name: sample.name.clone(), pupils: sample.pupils, staff, parents, api_token };
        demo.schools.insert(sample.id.clone(), described);
    }
    Ok(demo)
}

struct SampleSchool<'a> {
    records: &'a Records,
    sample: &'a Sample,
    id: SchoolId,
    profile: Profile,
}

impl<'a> SampleSchool<'a> {
    fn new(records: &'a Records, sample: &'a Sample) -> Result<Self, SampleError> {
        let wrong = |problem: String| SampleError::School { school: sample.id.clone(), problem };
        let template = Profile::template(&sample.profile).map_err(|error| wrong(error.to_string()))?;
        let template = template.ok_or_else(|| wrong(format!("there is no profile {}", sample.profile)))?;
        let crest =
            crate::content::crest(&sample.crest).ok_or_else(|| wrong(format!("there is no crest {}", sample.crest)))?;
        let crest = Crest::new(crest).map_err(|error| wrong(error.to_string()))?;
        let accent = sample.accent.parse().map_err(|_| wrong(format!("{} is no colour", sample.accent)))?;
        let domain = sample.e_mail.split_once('@').map_or("", |(_, domain)| domain);
        let profile = template.with(|fields| {
            fields.accent = accent;
            fields.crest = crest;
            fields.office.telephone.clone_from(&sample.telephone);
            fields.office.e_mail.clone_from(&sample.e_mail);
            fields.publication.email_domains = vec![domain.to_owned()];
            fields.publication.hosts = vec![format!("www.{domain}")];
            let heads = fields.publication.allowed_emails.iter_mut().filter(|e_mail| e_mail.starts_with("head@"));
            heads.for_each(|e_mail| *e_mail = format!("head@{domain}"));
        });
        let profile = profile.map_err(|error| wrong(error.to_string()))?;
        let id = sample.id.parse().map_err(|_| wrong("its id is no slug".to_owned()))?;
        Ok(Self { records, sample, id, profile })
    }

    fn wrong(&self, problem: &str) -> SampleError {
        SampleError::School { school: self.sample.id.clone(), problem: problem.to_owned() }
    }

    /// The year groups it teaches.
    fn years(&self) -> Result<(YearGroup, YearGroup), SampleError> {
        let (first, last) = if self.sample.profile == "p2" { (0, 11) } else { (0, 6) };
        YearGroup::new(first).zip(YearGroup::new(last)).ok_or_else(|| self.wrong("its year groups"))
    }

    async fn open(&self) -> Result<(), SampleError> {
        let settings =
            SchoolSettings::new(self.id.clone(), Text::english(self.sample.name.clone()), self.profile.clone())
                .map_err(|error| self.wrong(&error.to_string()))?;
        let stream = self.records.school(&self.id);
        stream.append(&SettingsEvent::Set(Box::new(settings)), None).await?;
        stream.refresh::<School>().await?;
        let schools = self.records.schools();
        schools.append(&SchoolsEvent::Opened(self.id.clone()), None).await?;
        schools.refresh::<Schools>().await?;
        Ok(())
    }

    /// The school roll and the blinded list of it, as one import would write them.
    async fn enrol(&self, listed: Vec<Enrolled>, seeding: Seeding) -> Result<(), SampleError> {
        let roll = self.records.roll(&self.id);
        roll.append(&RollEvent::Changed { listed, left: Vec::new() }, None).await?;
        roll.refresh::<Roll>().await?;
        if seeding == Seeding::Demonstration {
            self.records.rebuild_pupil_list(&self.id).await?;
        }
        Ok(())
    }

    async fn list_family(
        &self,
        family: &Family,
        seeding: Seeding,
        enrolled: &mut Vec<Enrolled>,
    ) -> Result<Vec<DemoParent>, SampleError> {
        let vault = self.records.vault();
        let ids: Vec<ContactId> =
            family.adults.iter().map(|adult| records::contact_id(vault, &self.id, &adult.id)).collect();
        let listed: Vec<Listed> = family
            .adults
            .iter()
            .zip(&ids)
            .map(|(adult, contact)| Listed {
                contact: contact.clone(),
                relation: Relation(adult.relation.to_owned()),
                parental_responsibility: adult.parental_responsibility,
                is_responsibility_unknown: false,
            })
            .collect();
        let mut children = Vec::new();
        for pupil in &family.pupils {
            let child = records::child_id(vault, &self.id, &pupil.id);
            let facts = ChildFacts {
                school_number: Redacted::new(pupil.id.clone()),
                name: PersonName::new(&*pupil.forename, &*pupil.surname),
                year_group: pupil.year_group,
                key_stage: pupil.year_group.usual_key_stage(),
                class: Redacted::new(self.class_of(pupil)),
                contacts: listed.clone(),
            };
            enrolled.push(Enrolled { child: child.clone(), class: facts.class.clone() });
            let stream = self.records.child(&self.id, &child);
            stream.append(&ChildEvent::Listed(facts), None).await?;
            stream.refresh::<Child>().await?;
            children.push(child);
        }
        if seeding == Seeding::Demonstration {
            self.tell(&children).await?;
        }
        if family.known_for == Some("disagree") && seeding == Seeding::Demonstration {
            self.let_parents_disagree(&ids, &listed, &children).await?;
        }
        let mut parents = Vec::new();
        for (adult, contact) in family.adults.iter().zip(&ids) {
            parents.push(self.list_adult(family, adult, contact, &children, seeding).await?);
        }
        Ok(parents)
    }

    async fn list_adult(
        &self,
        family: &Family,
        adult: &Adult,
        contact: &ContactId,
        children: &[ChildId],
        seeding: Seeding,
    ) -> Result<DemoParent, SampleError> {
        let facts = ContactFacts {
            name: Redacted::new(adult.name.clone()),
            e_mail: adult.e_mail.clone().map(Redacted::new),
            telephone: None,
            children: children.to_vec(),
        };
        let stream = self.records.contact(&self.id, contact);
        stream.append(&ContactEvent::Listed(facts), None).await?;
        stream.refresh::<Contact>().await?;
        if let Some(e_mail) = &adult.e_mail {
            let address = self.records.address(e_mail);
            let account = Account { school: self.id.clone(), contact: contact.clone() };
            address.append(&AddressEvent::Given(account), None).await?;
            address.refresh::<records::Accounts>().await?;
        }
        let letter_code = match (&adult.e_mail, seeding) {
            (None, Seeding::Demonstration) => {
                let operation = OperationId::from_bytes(vault::random()?);
                Some(self.records.issue_letter_code(&self.id, contact, &operation).await?.grouped())
            }
            _ => None,
        };
        Ok(DemoParent {
            name: adult.name.clone(),
            e_mail: adult.e_mail.clone(),
            letter_code,
            children: children.to_vec(),
            forenames: family.pupils.iter().map(|pupil| pupil.forename.clone()).collect(),
            parental_responsibility: adult.parental_responsibility,
            known_for: family.known_for.map(str::to_owned),
        })
    }

    /// The families of the sample schools were given the notice on paper on the first day of term, by nobody who is still
    /// there.
    async fn tell(&self, children: &[ChildId]) -> Result<(), SampleError> {
        let way = NoticeWay::Paper {
            given: clock::london_date(self.records.now()),
            entered_by: StaffId::from_bytes([0; StaffId::BYTES]),
        };
        let Some(notice) = Notice::of(None, &self.profile.purposes, way) else { return Ok(()) };
        let event = PermissionEvent::Told(notice);
        for child in children {
            let stream = self.records.permission(&self.id, child);
            stream.append(&event, None).await?;
            stream.refresh::<permission_rules::ChildPermissions>().await?;
        }
        Ok(())
    }

    /// The first parent says yes to everything, the second no: R7.
    async fn let_parents_disagree(
        &self,
        ids: &[ContactId],
        listed: &[Listed],
        children: &[ChildId],
    ) -> Result<(), SampleError> {
        for (place, (contact, listed)) in ids.iter().zip(listed).take(2).enumerate() {
            for child in children {
                let operation = OperationId::from_bytes(vault::random()?);
                let mut answers = Vec::new();
                for purpose in &self.profile.purposes {
                    answers.push(self.answer(purpose, place).await?);
                }
                let reference = self.records.reference(&self.id, &operation, child);
                let decision = Decision {
                    reference,
                    by: Decider {
                        contact: contact.clone(),
                        relation: listed.relation.clone(),
                        parental_responsibility: listed.parental_responsibility,
                    },
                    how: How::Online,
                    answers,
                    pupil_view: None,
                    withdrawal: None,
                    seen: None,
                };
                let stream = self.records.permission(&self.id, child);
                let written = stream.append(&PermissionEvent::Decided(decision), Some(&operation)).await?;
                self.records.complete_decision(&self.id, child, written.number).await?;
                stream.refresh::<permission_rules::ChildPermissions>().await?;
            }
        }
        Ok(())
    }

    async fn answer(&self, purpose: &Purpose, which: usize) -> Result<PurposeAnswer, SampleError> {
        let wording = self.records.keep_wording(&self.id, &purpose.wording(Language::En)).await?;
        Ok(PurposeAnswer { purpose: purpose.id.clone(), answer: purpose.basis.answers()[which], wording })
    }

    /// The class of a pupil: one for each year, and two where there are more than would fit into one room.
    fn class_of(&self, pupil: &Pupil) -> String {
        let second = self.sample.pupils > 210 && pupil.id.ends_with(['1', '3', '5', '7', '9']);
        match (pupil.year_group.number(), second) {
            (..=0, false) => "Acorns".to_owned(),
            (..=0, true) => "Conkers".to_owned(),
            (year, second) => format!("{year}{}", if second { "B" } else { "A" }),
        }
    }

    /// One of every role, and a deputy with two.
    async fn list_staff(&self) -> Result<Vec<DemoStaff>, SampleError> {
        let one_role = Role::ALL.into_iter().map(|role| (role.as_str(), vec![role]));
        let deputy = ("deputy", vec![Role::Teacher, Role::SafeguardingLead]);
        let mut staff = Vec::new();
        for (number, (word, roles)) in one_role.chain([deputy]).enumerate() {
            staff.push(self.list_member(number, word, roles).await?);
        }
        Ok(staff)
    }

    async fn list_member(&self, number: usize, word: &str, roles: Vec<Role>) -> Result<DemoStaff, SampleError> {
        let id = records::staff_id(self.records.vault(), &self.id, &format!("S{number:03}"));
        // Both halves of a role's slug stay readable: `safeguarding-lead@elmswick.example.org`.
        let e_mail = format!("{word}@{}.example.org", self.id);
        let passphrase = format!("{word} keeps {} safe", self.id);
        let facts = StaffFacts {
            name: Redacted::new(staff_name(number, &self.id)),
            e_mail: Redacted::new(e_mail.clone()),
            roles: roles.clone(),
            classes: Vec::new(),
        };
        self.records.list_staff(&self.id, &[(id.clone(), facts)]).await?;
        let operation = OperationId::from_bytes(vault::random()?);
        self.records.invite_staff(&self.id, &id, false, &operation).await?;
        let hash = Passphrase::typed(&passphrase).hash().map_err(|_| self.wrong("a passphrase cannot be hashed"))?;
        let totp: [u8; 20] = vault::random()?;
        let recovery = self.records.recovery_codes(&self.id, &id, &operation);
        let recovery = recovery.iter().map(|code| self.records.recovery_hash(&self.id, &id, code)).collect();
        let credential = Credential { passphrase: hash, totp_secret: Redacted::new(totp.to_vec()), recovery };
        let code = self.records.invitation_code(&self.id, &operation);
        // A deed of its own: under the invitation's id it would count as the same one, and be no second fact.
        let set_up = OperationId::from_bytes(vault::random()?);
        let account = self.records.set_up_staff(&self.id, &id, credential, &code, &set_up).await?;
        account.ok_or_else(|| self.wrong("an account that cannot be set up"))?;
        let totp_secret = BASE32_NOPAD.encode(&totp);
        Ok(DemoStaff { roles, e_mail, passphrase, totp_secret })
    }

    async fn token(&self) -> Result<String, SampleError> {
        let token = HEXLOWER.encode(&vault::random::<32>()?);
        let operation = OperationId::from_bytes(vault::random()?);
        self.records
            .allow_token(&self.id, &token, "The school’s own system", &TokenScope::ALL.into(), &operation)
            .await?;
        Ok(token)
    }
}

/// A made-up person: no two of a school have one name.
fn staff_name(number: usize, school: &SchoolId) -> String {
    let families = ["Penhaligan", "Strakeley", "Ottershaw", "Wimbrell", "Dunmarrow", "Tregollis", "Fennimore-Ash"];
    let called = ["Marjory", "Cassim", "Delyth", "Osric", "Funmi", "Bronagh", "Yusra", "Piers", "Anneke", "Lorcan"];
    let first = school.as_str().bytes().map(usize::from).sum::<usize>();
    format!("{} {}", called[(first + number) % called.len()], families[(first + 3 * number) % families.len()])
}
