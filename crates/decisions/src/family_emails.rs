//! Emails to families, in rounds: begun once, sent in steps, and what became of each is recorded.
//!
//! A round is claimed by its number, so that of two who press at once one begins it; an email's id follows from the round
//! and whom it is for, so that whoever goes on with a round, and however often, it is one email.

use futures::future::{join_all, try_join_all};
use jiff::SignedDuration;
use letters::{DeliveryError, FamilyLetter, Letter, Outcome, Post};
use permission_rules::{Answering, EMAILS_A_DAY, FamilyEmail, shortest_beginnings};
use profiles::SchoolSettings;
use records::{
    AuditEvent, Batch, Claim, ContactFacts, EmailEnd, EmailRound, MailingEvent, Mailings, Place, ROUND_LASTS, Records,
    RecordsError,
};
use school_types::{ChildId, ContactId, Language, OperationId, PurposeId, Redacted, Timestamp};
use vault::{Domain, Scope};

use crate::Notices;

/// How many emails are on their way at the same time.
const AT_ONCE: usize = 16;
/// How long somebody may take to begin a round before another takes it over.
const PATIENCE: SignedDuration = SignedDuration::from_mins(2);
/// In what time [`EMAILS_A_DAY`] are the most.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// What came of asking for a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
    /// It has begun by this form.
    Ours,
    /// Somebody else has begun one of this number: theirs is the round.
    Theirs,
    /// Somebody else is about to, or died at it a moment ago.
    Busy,
    /// The school has written to so many people today that it has to wait.
    TooMany,
}

/// What a step left to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EmailsLeft {
    /// How many were not tried yet.
    pub not_tried: usize,
    /// How many could not leave yet.
    pub waiting: usize,
}

/// The emails of a school to its families.
pub struct FamilyEmails<'a> {
    /// The records, in the name of whoever writes.
    pub records: &'a Records,
    /// The school.
    pub school: &'a SchoolSettings,
    /// What carries them.
    pub post: &'a Post,
    /// The page where a parent begins.
    pub page: &'a str,
}

/// One email of a round, about to be sent.
struct Due<'r> {
    contact: &'r ContactId,
    children: Vec<ChildId>,
    letter: Letter,
}

impl FamilyEmails<'_> {
    /// What a family is told of without being asked, as it is worded now.
    pub fn told(&self) -> Vec<(PurposeId, u32)> {
        let notices = self.school.profile().purposes.iter().filter(|purpose| purpose.basis.is_notice());
        notices.map(|purpose| (purpose.id.clone(), purpose.version)).collect()
    }

    /// The languages somebody is written to in: that in which they last answered, or else all of the school's.
    pub fn languages(&self, last: Option<Language>) -> Vec<Language> {
        let offered = &self.school.profile().languages;
        last.filter(|last| offered.contains(last)).map_or_else(|| offered.clone(), |last| vec![last])
    }

    /// The email about children of these names.
    pub fn letter(&self, email: FamilyEmail, languages: &[Language], called: &[&str]) -> letters::Message {
        let profile = self.school.profile();
        let notices = profile.purposes.iter().filter(|purpose| purpose.basis.is_notice());
        let told: Vec<_> = notices.map(|purpose| (&purpose.title, &purpose.what)).collect();
        let letter = FamilyLetter {
            email,
            school: self.school.name(),
            page: self.page,
            telephone: &profile.office.telephone,
            office: &profile.office.e_mail,
            children: &shortest_beginnings(called),
            told: &told,
        };
        letter.write(languages)
    }

    /// Begins round `number`, the one that whoever asks was shown, unless it has begun. Sent again, the same form begins
    /// nothing new. One audit event goes with it.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed: then the form sent again completes what is missing.
    pub async fn begin(
        &self,
        number: u64,
        email: FamilyEmail,
        to: Vec<(ContactId, Vec<ChildId>)>,
        operation: &OperationId,
    ) -> Result<Begun, RecordsError> {
        let school = self.school.id();
        let stream = self.records.mailings(school);
        let place = Place::of_school(school, Domain::People).part("email-round").part(number);
        let whose = |by: &OperationId| if by == operation { Begun::Ours } else { Begun::Theirs };
        let winner = match self.records.claim::<OperationId>(&place, PATIENCE).await? {
            Claim::Won(winner) => winner,
            Claim::Settled(by) => return Ok(whose(&by)),
            Claim::Pending => {
                // Whoever died between writing it down and saying so has begun it all the same.
                let known = stream.fold::<Mailings>().await?.value;
                return Ok(known.round(number).map_or(Begun::Busy, |round| whose(&round.operation)));
            }
        };
        let known = stream.fold::<Mailings>().await?.value;
        if let Some(round) = known.round(number) {
            winner.settle(&round.operation).await?;
            return Ok(whose(&round.operation));
        }
        let since = self.records.now().checked_sub(DAY).unwrap_or(Timestamp::MIN);
        if known.emails_since(since) + to.len() > EMAILS_A_DAY {
            // Unsettled, the claim is taken over by whoever asks later.
            return Ok(Begun::TooMany);
        }
        if !winner.in_time() {
            return Ok(Begun::Busy);
        }
        let people = u32::try_from(to.len()).unwrap_or(u32::MAX);
        let mut batch = Batch::default();
        let begun = MailingEvent::EmailsBegun { round: number, email, to, told: self.told() };
        // The trail first: a round that nobody can see who began must not be.
        batch.add(&self.records.audit(school), &AuditEvent::FamiliesEmailed { email, people }, operation)?;
        batch.add(&stream, &begun, operation)?;
        self.records.append_all(&batch).await?;
        stream.refresh::<Mailings>().await?;
        winner.settle(operation).await?;
        Ok(Begun::Ours)
    }

    /// Goes on with every round that is not over, as [`FamilyEmails::carry_on`] does.
    ///
    /// # Errors
    /// [`RecordsError`].
    pub async fn carry_on_all(&self, at_most: usize, until: Timestamp) -> Result<EmailsLeft, RecordsError> {
        let known = self.records.mailings(self.school.id()).fold::<Mailings>().await?.value;
        let mut left = EmailsLeft::default();
        for round in known.rounds.iter().filter(|round| !round.is_over()) {
            let of_round = self.carry_on(round.number, at_most, until).await?;
            left.not_tried += of_round.not_tried;
            left.waiting += of_round.waiting;
        }
        Ok(left)
    }

    /// Goes on with a round: sends at most `at_most` emails that were not tried yet, until the clock says `until`, and
    /// looks what became of those that could not leave. Killed at any moment, the next step goes on from there; two
    /// steps at the same time send no email twice.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed; what was done until then is recorded, or found out by the next step.
    pub async fn carry_on(&self, number: u64, at_most: usize, until: Timestamp) -> Result<EmailsLeft, RecordsError> {
        let stream = self.records.mailings(self.school.id());
        let known = stream.fold::<Mailings>().await?.value;
        let Some(round) = known.round(number) else { return Ok(EmailsLeft::default()) };
        self.look_after_waiting(round).await?;
        let is_late = self.records.now().duration_since(round.at) >= ROUND_LASTS;
        let to: Vec<&(ContactId, Vec<ChildId>)> = round.not_tried().collect();
        if is_late || round.told != self.told() {
            let end = if is_late { EmailEnd::NotSent } else { EmailEnd::Outdated };
            self.end(round, to.iter().map(|(contact, _)| (contact.clone(), end)).collect()).await?;
        } else {
            for some in to.get(..at_most).unwrap_or(&to).chunks(AT_ONCE) {
                if self.records.now() >= until {
                    break;
                }
                self.send_some(round, some).await?;
            }
        }
        let now = stream.refresh::<Mailings>().await?.value;
        Ok(now.round(number).map_or_else(EmailsLeft::default, |round| EmailsLeft {
            not_tried: round.not_tried().count(),
            waiting: round.waiting().count(),
        }))
    }

    /// Records that the email to somebody came back: what it told them of, nobody was told.
    ///
    /// # Errors
    /// [`RecordsError`]. Asked again, it is recorded once.
    pub async fn came_back(&self, number: u64, contact: &ContactId, report: &OperationId) -> Result<(), RecordsError> {
        let stream = self.records.mailings(self.school.id());
        let known = stream.fold::<Mailings>().await?.value;
        let Some(round) = known.round(number) else { return Ok(()) };
        let Some((contact, children)) = round.to.iter().find(|(to, _)| to == contact) else { return Ok(()) };
        let notices = Notices { records: self.records, school: self.school };
        notices.returned(children, &self.letter_id(number, contact), report).await?;
        let mut batch = Batch::default();
        let became = vec![(contact.clone(), EmailEnd::Returned)];
        batch.add(&stream, &MailingEvent::EmailsEnded { round: number, became }, report)?;
        batch.add(&self.records.audit(self.school.id()), &AuditEvent::EmailCameBack, report)?;
        self.records.append_all(&batch).await?;
        stream.refresh::<Mailings>().await.map(drop)
    }

    /// The id of an email: the same for everybody who sends it.
    fn letter_id(&self, number: u64, contact: &ContactId) -> OperationId {
        let scope = Scope::installation(Domain::Letters);
        let input = format!("{}/{number}/{contact}", self.school.id());
        let hash = self.records.vault().blind(&scope, "family email", input.as_bytes());
        let mut id = [0; OperationId::BYTES];
        id.copy_from_slice(&hash[..OperationId::BYTES]);
        OperationId::from_bytes(id)
    }

    /// Sends some emails at the same time, and records what became of each.
    async fn send_some(&self, round: &EmailRound, to: &[&(ContactId, Vec<ChildId>)]) -> Result<(), RecordsError> {
        let mut became = Vec::new();
        let mut due = Vec::new();
        let wanted = try_join_all(to.iter().map(|(contact, children)| self.due(round, contact, children))).await?;
        for ((contact, _), wanted) in to.iter().zip(wanted) {
            match wanted {
                Ok(email) => due.push(email),
                Err(end) => became.push((contact.clone(), end)),
            }
        }
        let outcomes = join_all(due.iter().map(|email| self.post.send(&email.letter))).await;
        let mut failed = None;
        for (email, outcome) in due.iter().zip(outcomes) {
            // One that fails keeps nobody else's from being recorded.
            match outcome {
                Ok(outcome) => became.push((email.contact.clone(), end_of(outcome))),
                Err(error) => failed = Some(error),
            }
        }
        let sent = due.iter().filter(|email| became.contains(&(email.contact.clone(), EmailEnd::Sent)));
        try_join_all(sent.map(|email| self.tell(round, email.contact, &email.children))).await?;
        self.end(round, became).await?;
        failed.map_or(Ok(()), Err)
    }

    /// The email to somebody, or why there is none any more: what has been answered, who has left and which address
    /// there is may have changed since the round was begun.
    async fn due<'r>(
        &self,
        round: &EmailRound,
        contact: &'r ContactId,
        children: &[ChildId],
    ) -> Result<Result<Due<'r>, EmailEnd>, RecordsError> {
        let school = self.school.id();
        let (entries, said, facts) = futures::try_join!(
            self.records.children(school, children),
            self.records.permissions(school, children),
            self.records.contacts(school, std::slice::from_ref(contact)),
        )?;
        let facts: Option<ContactFacts> = facts.into_iter().next().and_then(|(_, contact)| contact.0);
        let Some(to) = facts.and_then(|facts| facts.e_mail) else { return Ok(Err(EmailEnd::NobodyThere)) };
        let purposes = &self.school.profile().purposes;
        let (mut present, mut called) = (Vec::new(), Vec::new());
        let (mut is_open, mut language) = (false, None);
        for ((id, child), (_, permissions)) in entries.iter().zip(&said) {
            let Some(facts) = child.facts().filter(|_| child.left().is_none()) else { continue };
            let holders = child.holders();
            if !holders.contains(contact) {
                continue;
            }
            let answering = match round.email {
                FamilyEmail::Invitation => permissions.answering(purposes, std::slice::from_ref(contact)),
                FamilyEmail::Reminder => permissions.answering(purposes, &holders),
            };
            is_open |= answering != Answering::All;
            language = language.or_else(|| permissions.language_of(contact));
            present.push(id.clone());
            called.push(facts.name.called());
        }
        if present.is_empty() {
            return Ok(Err(EmailEnd::NobodyThere));
        }
        if !is_open {
            return Ok(Err(EmailEnd::NotNeeded));
        }
        let letter = Letter {
            id: self.letter_id(round.number, contact),
            school: school.clone(),
            contact: Some(contact.clone()),
            to: Redacted::new(to.reveal().clone()),
            message: self.letter(round.email, &self.languages(language), &called),
        };
        Ok(Ok(Due { contact, children: present, letter }))
    }

    /// What became of emails that could not leave at first.
    async fn look_after_waiting(&self, round: &EmailRound) -> Result<(), RecordsError> {
        let is_late = self.records.now().duration_since(round.at) >= ROUND_LASTS;
        let waiting: Vec<&(ContactId, Vec<ChildId>)> = round.waiting().collect();
        for some in waiting.chunks(AT_ONCE) {
            let letters: Vec<OperationId> =
                some.iter().map(|(contact, _)| self.letter_id(round.number, contact)).collect();
            let outcomes =
                try_join_all(letters.iter().map(|letter| self.post.outcome(self.school.id(), letter))).await?;
            let mut became = Vec::new();
            for ((contact, children), outcome) in some.iter().zip(outcomes) {
                match end_of(outcome) {
                    EmailEnd::Waiting if is_late => became.push((contact.clone(), EmailEnd::NotSent)),
                    EmailEnd::Waiting => {}
                    end => {
                        if end == EmailEnd::Sent {
                            self.tell(round, contact, children).await?;
                        }
                        became.push((contact.clone(), end));
                    }
                }
            }
            self.end(round, became).await?;
        }
        Ok(())
    }

    /// Records that somebody was told by an email that a courier took.
    async fn tell(&self, round: &EmailRound, contact: &ContactId, children: &[ChildId]) -> Result<(), RecordsError> {
        let notices = Notices { records: self.records, school: self.school };
        notices.sent(contact, children, &self.letter_id(round.number, contact), &round.told).await
    }

    async fn end(&self, round: &EmailRound, became: Vec<(ContactId, EmailEnd)>) -> Result<(), RecordsError> {
        if became.is_empty() {
            return Ok(());
        }
        let event = MailingEvent::EmailsEnded { round: round.number, became };
        self.records.mailings(self.school.id()).append(&event, None).await.map(drop)
    }
}

const fn end_of(outcome: Outcome) -> EmailEnd {
    match outcome {
        Outcome::Sent => EmailEnd::Sent,
        Outcome::Waiting => EmailEnd::Waiting,
        Outcome::GivenUp { why: DeliveryError::BadAddress } => EmailEnd::Refused,
        Outcome::GivenUp { .. } => EmailEnd::NotSent,
    }
}
