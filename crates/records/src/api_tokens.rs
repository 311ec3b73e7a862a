//! The tokens with which programs use a school's API.
//!
//! A token itself is never kept: a keyed hash of it is where its sealed value lives, so that one read tells whether it
//! holds. Beside these stands a stream that lists them by a label, so that staff can see which there are and end one.

use std::collections::BTreeMap;

use jiff::Timestamp;
use school_types::{OperationId, Redacted, SchoolId};
use serde::{Deserialize, Serialize};
use vault::{Domain, Scope};

use crate::{Entry, Place, Records, RecordsError, Stream, View};

/// What can happen to a school's API tokens. The operation that made a token is its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TokenEvent {
    /// A token was made.
    Made {
        /// What the school calls it.
        label: Redacted<String>,
        /// The keyed hash it is found by, in hexadecimal.
        found_by: String,
    },
    /// It holds no longer.
    Ended(OperationId),
}

/// A token that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiToken {
    /// What the school calls it.
    pub label: Redacted<String>,
    /// When it was made.
    pub made: Timestamp,
    found_by: String,
}

/// The tokens of a school that hold, by the operation that made them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ApiTokens(pub BTreeMap<OperationId, ApiToken>);

impl View for ApiTokens {
    type Event = TokenEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<TokenEvent>) {
        match &entry.event {
            TokenEvent::Made { label, found_by } => {
                let token = ApiToken { label: label.clone(), made: entry.at, found_by: found_by.clone() };
                self.0.insert(entry.operation.clone(), token);
            }
            TokenEvent::Ended(id) => {
                self.0.remove(id);
            }
        }
    }
}

impl Records {
    /// The stream of a school's tokens; folds to [`ApiTokens`].
    pub fn api_tokens(&self, school: &SchoolId) -> Stream<TokenEvent> {
        self.stream(Place::of_school(school, Domain::SignIn).part("api-tokens"))
    }

    /// Lets programs that present `token` use the school's API, and lists it under `label`. The same operation again
    /// is the same token. Three writes, and a read of the list.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be kept.
    pub async fn allow_token(
        &self,
        school: &SchoolId,
        token: &str,
        label: &str,
        operation: &OperationId,
    ) -> Result<(), RecordsError> {
        let blind = self.token_blind(school, token);
        // Listed first: a token that holds and stands in no list could not be ended.
        let made = TokenEvent::Made {
            label: Redacted::new(label.to_owned()),
            found_by: base16ct::lower::encode_string(&blind),
        };
        let list = self.api_tokens(school);
        list.append(&made, Some(operation)).await?;
        self.put(&token_place(school, blind), &self.now()).await?;
        list.refresh::<ApiTokens>().await?;
        Ok(())
    }

    /// Ends a token: from now on no program gets in with it. A token that has ended stays so.
    ///
    /// # Errors
    /// [`RecordsError`] when the store failed; the list then still shows it, and ending it again is right.
    pub async fn end_token(&self, school: &SchoolId, id: &OperationId) -> Result<Option<ApiToken>, RecordsError> {
        let list = self.api_tokens(school);
        let Some(token) = list.fold::<ApiTokens>().await?.value.0.remove(id) else { return Ok(None) };
        let mut blind = [0; 32];
        base16ct::lower::decode(&token.found_by, &mut blind)
            .map_err(|_| RecordsError::ValueForm { key: list.place().to_string() })?;
        self.remove(&token_place(school, blind)).await?;
        list.append(&TokenEvent::Ended(id.clone()), None).await?;
        list.refresh::<ApiTokens>().await?;
        Ok(Some(token))
    }

    /// Whether `token` may use the school's API. One read.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn token_allowed(&self, school: &SchoolId, token: &str) -> Result<bool, RecordsError> {
        let place = token_place(school, self.token_blind(school, token));
        Ok(self.fetch::<Timestamp>(&place).await?.is_some())
    }

    fn token_blind(&self, school: &SchoolId, token: &str) -> [u8; 32] {
        self.vault().blind(&Scope::school(school, Domain::SignIn), "api token", token.as_bytes())
    }
}

fn token_place(school: &SchoolId, blind: [u8; 32]) -> Place {
    Place::of_school(school, Domain::SignIn).part("api-token").part(blind)
}
