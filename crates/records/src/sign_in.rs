//! Signing in without a password: codes by e-mail, codes on letters, and the end of a session.

use clock::later;
use jiff::{SignedDuration, Timestamp};
use school_types::{ContactId, OperationId, SchoolId};
use serde::{Deserialize, Serialize};
use vault::{Domain, LetterCode, Scope, SignInCode, same};

use crate::{Accounts, Place, Records, RecordsError, Temporary};

/// How long a code sent by e-mail works.
pub const CODE_LASTS: SignedDuration = SignedDuration::from_hours(1);
/// How often a code may be guessed.
pub const GUESSES: u64 = 5;
/// How long the same browser may send a right code again: a double tap must not lock a parent out.
const DOUBLE_TAP: SignedDuration = SignedDuration::from_secs(60);
/// Longer than any session lives, so that one ended early stays ended.
const ENDED_FOR: SignedDuration = SignedDuration::from_hours(24);

/// A request for a code, under an id that only the asking browser holds. The address stands in it as the keyed hash that
/// finds whom it belongs to: nobody could erase it from here, because nobody else knows the id.
#[derive(Serialize, Deserialize)]
struct Attempt {
    code: [u8; 32],
    address: [u8; 32],
    expires: Timestamp,
}

/// A request for a code that was taken down.
pub struct Asked {
    /// What the browser presents together with the code.
    pub attempt: OperationId,
    /// The code to send, or none where the address belongs to nobody. The browser is told the same either way.
    pub code: Option<SignInCode>,
    /// Whom the address belongs to.
    pub accounts: Accounts,
}

/// What became of a typed code.
pub enum Tried {
    /// It is right: who they are, and the id of their session.
    Right {
        /// Whom the address belongs to now.
        accounts: Accounts,
        /// The session's id: the same for a double tap.
        session: [u8; 16],
    },
    /// It is wrong, and may be tried again this often.
    Wrong {
        /// At least one.
        tries_left: u64,
    },
    /// It no longer works: too old, used, or guessed too often.
    Dead,
}

/// The contact a letter code was printed for.
#[derive(Serialize, Deserialize)]
struct Letter {
    contact: ContactId,
}

/// The letter code of a contact that works now.
#[derive(Serialize, Deserialize)]
struct CurrentLetter {
    code: [u8; 32],
}

impl Records {
    /// Takes down that somebody asks for a code for `e_mail`. An address that belongs to nobody costs the same store
    /// operations and gives the browser the same kind of attempt.
    ///
    /// # Errors
    /// [`RecordsError`] when nothing could be taken down.
    pub async fn ask_for_code(&self, e_mail: &str) -> Result<Asked, RecordsError> {
        let address = self.address_hash(e_mail);
        let accounts = self.address_at(address).fold::<Accounts>().await?.value;
        let attempt = OperationId::from_bytes(vault::random()?);
        let code = SignInCode::generate()?;
        let expires = later(self.now(), CODE_LASTS);
        let place = attempt_place(&attempt);
        let (used, guesses) = (place.clone().part("used"), place.clone().part("guesses"));
        let temporary = [Temporary::Value(&place), Temporary::Value(&used), Temporary::Count(&guesses)];
        self.expire_at(&temporary, expires).await?;
        self.put(&place, &Attempt { code: self.code_hash(&attempt, &code), address, expires }).await?;
        let code = (!accounts.0.is_empty()).then_some(code);
        Ok(Asked { attempt, code, accounts })
    }

    /// Tries a typed code. Every try counts before it is compared, so that guesses made at the same time count too.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say; the try may have counted.
    pub async fn try_code(&self, attempt: &OperationId, typed: &SignInCode) -> Result<Tried, RecordsError> {
        let place = attempt_place(attempt);
        let used_place = place.clone().part("used");
        let (asked, used) = futures::try_join!(self.fetch::<Attempt>(&place), self.fetch::<Timestamp>(&used_place))?;
        let now = self.now();
        let Some(asked) = asked.filter(|asked| asked.expires > now) else { return Ok(Tried::Dead) };
        if used.is_some_and(|used| now.duration_since(used) > DOUBLE_TAP) {
            return Ok(Tried::Dead);
        }
        let guess = self.count(&place.part("guesses")).await?;
        if guess > GUESSES {
            return Ok(Tried::Dead);
        }
        if !same(&self.code_hash(attempt, typed), &asked.code) {
            let tries_left = GUESSES - guess;
            return Ok(if tries_left == 0 { Tried::Dead } else { Tried::Wrong { tries_left } });
        }
        let accounts = self.address_at(asked.address).fold::<Accounts>().await?.value;
        if accounts.0.is_empty() {
            return Ok(Tried::Dead);
        }
        if used.is_none() {
            self.put(&used_place, &now).await?;
        }
        let hash = self.vault().blind(&scope(), "session", attempt.as_str().as_bytes());
        Ok(Tried::Right { accounts, session: first_sixteen(hash) })
    }

    /// The code that `operation` makes for a contact's letter. It is worked out from the operation's random id under the
    /// school's key, so that a form sent twice prints one code, and none need be kept.
    pub fn letter_code(&self, school: &SchoolId, contact: &ContactId, operation: &OperationId) -> LetterCode {
        let scope = Scope::school(school, Domain::SignIn);
        let input = [operation.as_str().as_bytes(), b"/", contact.as_str().as_bytes()].concat();
        LetterCode::from_draws(first_sixteen(self.vault().blind(&scope, "letter code made", &input)))
    }

    /// Lets the code of [`Records::letter_code`] sign in. The code of an earlier letter stops working.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be kept: then the letter must not be handed out.
    pub async fn issue_letter_code(
        &self,
        school: &SchoolId,
        contact: &ContactId,
        operation: &OperationId,
    ) -> Result<LetterCode, RecordsError> {
        let code = self.letter_code(school, contact, operation);
        let hash = self.letter_hash(school, &code);
        let current = letter_of(school, contact);
        let earlier = self.fetch::<CurrentLetter>(&current).await?;
        self.put(&letter_place(school, hash), &Letter { contact: contact.clone() }).await?;
        // Ended before it is forgotten: whoever dies in between leaves no code that nothing leads to.
        if let Some(earlier) = earlier.filter(|earlier| earlier.code != hash) {
            self.remove(&letter_place(school, earlier.code)).await?;
        }
        self.put(&current, &CurrentLetter { code: hash }).await?;
        Ok(code)
    }

    /// Whether a contact has a letter whose code works. One read.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn has_letter_code(&self, school: &SchoolId, contact: &ContactId) -> Result<bool, RecordsError> {
        Ok(self.fetch::<CurrentLetter>(&letter_of(school, contact)).await?.is_some())
    }

    /// Ends the code of a contact's letter, if they have one.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed: it may still work.
    pub async fn end_letter_code(&self, school: &SchoolId, contact: &ContactId) -> Result<(), RecordsError> {
        for place in self.letter_code_places(school, contact).await? {
            self.remove(&place).await?;
        }
        Ok(())
    }

    /// Where a contact's letter code stands, if they have one: for erasing it.
    pub(crate) async fn letter_code_places(
        &self,
        school: &SchoolId,
        contact: &ContactId,
    ) -> Result<Vec<Place>, RecordsError> {
        let current = letter_of(school, contact);
        let code = self.fetch::<CurrentLetter>(&current).await?;
        Ok(code.map(|code| vec![letter_place(school, code.code), current]).unwrap_or_default())
    }

    /// The contact a letter code was printed for, or none if no letter in force has it. It works as often as the family
    /// needs it: for those without e-mail it is the way back to change their mind.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn letter_contact(
        &self,
        school: &SchoolId,
        typed: &LetterCode,
    ) -> Result<Option<ContactId>, RecordsError> {
        let place = letter_place(school, self.letter_hash(school, typed));
        Ok(self.fetch::<Letter>(&place).await?.map(|letter| letter.contact))
    }

    /// Ends a session before its time, also in every other tab that carries it. Three writes.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be ended.
    pub async fn end_session(&self, session: &[u8; 16]) -> Result<(), RecordsError> {
        let place = self.session_place(session);
        self.expire_at(&[Temporary::Value(&place)], later(self.now(), ENDED_FOR)).await?;
        self.put(&place, &self.now()).await
    }

    /// Whether a session was ended before its time. One read.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say: then nobody is signed in by it.
    pub async fn session_ended(&self, session: &[u8; 16]) -> Result<bool, RecordsError> {
        Ok(self.fetch::<Timestamp>(&self.session_place(session)).await?.is_some())
    }

    fn session_place(&self, session: &[u8; 16]) -> Place {
        let blind = self.vault().blind(&Scope::installation(Domain::Session), "ended", session);
        Place::of_installation(Domain::Session).part("ended").part(blind)
    }

    fn code_hash(&self, attempt: &OperationId, code: &SignInCode) -> [u8; 32] {
        self.vault().blind(&scope(), "code", &[attempt.as_str().as_bytes(), b"/", code.as_bytes()].concat())
    }

    fn letter_hash(&self, school: &SchoolId, code: &LetterCode) -> [u8; 32] {
        self.vault().blind(&Scope::school(school, Domain::SignIn), "letter", code.as_bytes())
    }
}

const fn scope() -> Scope<'static> {
    Scope::installation(Domain::SignIn)
}

fn attempt_place(attempt: &OperationId) -> Place {
    Place::of_installation(Domain::SignIn).part("attempt").part(attempt)
}

fn letter_of(school: &SchoolId, contact: &ContactId) -> Place {
    Place::of_school(school, Domain::SignIn).part("letter-of").part(contact)
}

fn letter_place(school: &SchoolId, hash: [u8; 32]) -> Place {
    Place::of_school(school, Domain::SignIn).part("letter").part(hash)
}

pub(crate) fn first_sixteen(hash: [u8; 32]) -> [u8; 16] {
    let mut sixteen = [0; 16];
    sixteen.copy_from_slice(&hash[..16]);
    sixteen
}
