//! The codes on a school's letters, for families without email.

use school_types::{ContactId, OperationId, SchoolId};
use serde::{Deserialize, Serialize};
use vault::{Domain, LetterCode, Scope};

use crate::{Place, Records, RecordsError, sign_in::first_sixteen};

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

    fn letter_hash(&self, school: &SchoolId, code: &LetterCode) -> [u8; 32] {
        self.vault().blind(&Scope::school(school, Domain::SignIn), "letter", code.as_bytes())
    }
}

fn letter_of(school: &SchoolId, contact: &ContactId) -> Place {
    Place::of_school(school, Domain::SignIn).part("letter-of").part(contact)
}

fn letter_place(school: &SchoolId, hash: [u8; 32]) -> Place {
    Place::of_school(school, Domain::SignIn).part("letter").part(hash)
}
