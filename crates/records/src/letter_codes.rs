//! The codes on a school's letters, for families without email.

use school_types::{ContactId, SchoolId};
use serde::{Deserialize, Serialize};
use vault::{Domain, LetterCode, Scope};

use crate::{Place, Records, RecordsError};

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
    /// Makes a code for a contact's letter. The code of an earlier letter stops working.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be kept: then the letter must not be printed.
    pub async fn issue_letter_code(&self, school: &SchoolId, contact: &ContactId) -> Result<LetterCode, RecordsError> {
        let code = LetterCode::generate()?;
        let hash = self.letter_hash(school, &code);
        let current = letter_of(school, contact);
        let earlier = self.fetch::<CurrentLetter>(&current).await?;
        self.put(&letter_place(school, hash), &Letter { contact: contact.clone() }).await?;
        self.put(&current, &CurrentLetter { code: hash }).await?;
        if let Some(earlier) = earlier {
            self.remove(&letter_place(school, earlier.code)).await?;
        }
        Ok(code)
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
