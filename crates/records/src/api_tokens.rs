//! The tokens with which programs use a school's API.
//!
//! A token itself is never kept: a keyed hash of it is where its sealed value lives, so that one read tells whether it
//! holds. Beside these stands a stream that lists them by a label, so that staff can see which there are and end one.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    str::FromStr,
};

use jiff::Timestamp;
use school_types::{OperationId, Redacted, SchoolId};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, SeqAccess, Visitor},
};
use vault::{Domain, Scope};

use crate::{Entry, Place, Records, RecordsError, Stream, View};

/// Something a token lets a program do, and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TokenScope {
    /// Check what is about to be published.
    Check,
    /// Send the lists of pupils and of their contacts.
    PupilsAndContacts,
    /// Send the list of staff, without the four roles that only an administrator gives.
    Staff,
}

impl TokenScope {
    /// Every scope.
    pub const ALL: [Self; 3] = [Self::Check, Self::PupilsAndContacts, Self::Staff];

    /// As it stands in forms and headers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::PupilsAndContacts => "pupils-and-contacts",
            Self::Staff => "staff",
        }
    }
}

impl fmt::Display for TokenScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for TokenScope {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == text).ok_or(())
    }
}

/// What a token may do, as its value is kept. Before tokens had scopes, the value was the time it was made, a text: such a
/// token goes on checking, and does nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
struct Allowed(BTreeSet<TokenScope>);

impl<'de> Deserialize<'de> for Allowed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Value;
        impl<'de> Visitor<'de> for Value {
            type Value = Allowed;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of scopes, or a time")
            }

            fn visit_str<E: Error>(self, made: &str) -> Result<Allowed, E> {
                made.parse::<Timestamp>().map_err(E::custom)?;
                Ok(Allowed(before_scopes()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Allowed, A::Error> {
                let mut scopes = BTreeSet::new();
                while let Some(scope) = values.next_element()? {
                    scopes.insert(scope);
                }
                Ok(Allowed(scopes))
            }
        }
        deserializer.deserialize_any(Value)
    }
}

/// What a token that was made before tokens had scopes goes on doing.
fn before_scopes() -> BTreeSet<TokenScope> {
    BTreeSet::from([TokenScope::Check])
}

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
        /// What it may do; none for a token that was made before tokens had scopes.
        #[serde(default)]
        scopes: Option<BTreeSet<TokenScope>>,
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
    /// What it may do.
    pub scopes: BTreeSet<TokenScope>,
    /// It was made before tokens had scopes, and once did more than check.
    pub is_old: bool,
    found_by: String,
}

/// The tokens of a school that hold, by the operation that made them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ApiTokens(pub BTreeMap<OperationId, ApiToken>);

impl View for ApiTokens {
    type Event = TokenEvent;
    const VERSION: u32 = 2;

    fn apply(&mut self, entry: &Entry<TokenEvent>) {
        match &entry.event {
            TokenEvent::Made { label, found_by, scopes } => {
                let token = ApiToken {
                    label: label.clone(),
                    made: entry.at,
                    scopes: scopes.clone().unwrap_or_else(before_scopes),
                    is_old: scopes.is_none(),
                    found_by: found_by.clone(),
                };
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
        self.stream(Place::of_school(school, Domain::ApiTokens).part("list"))
    }

    /// Lets programs that present `token` do what `scopes` say, and lists it under `label`. The same operation again
    /// is the same token. Three writes, and a read of the list.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be kept.
    pub async fn allow_token(
        &self,
        school: &SchoolId,
        token: &str,
        label: &str,
        scopes: &BTreeSet<TokenScope>,
        operation: &OperationId,
    ) -> Result<(), RecordsError> {
        let blind = self.token_blind(school, token);
        // Listed first: a token that holds and stands in no list could not be ended.
        let made = TokenEvent::Made {
            label: Redacted::new(label.to_owned()),
            found_by: base16ct::lower::encode_string(&blind),
            scopes: Some(scopes.clone()),
        };
        let list = self.api_tokens(school);
        list.append(&made, Some(operation)).await?;
        self.put(&token_place(school, blind), &Allowed(scopes.clone())).await?;
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

    /// What `token` may do; none where it is no token of the school's. One read.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn token_scopes(
        &self,
        school: &SchoolId,
        token: &str,
    ) -> Result<Option<BTreeSet<TokenScope>>, RecordsError> {
        let place = token_place(school, self.token_blind(school, token));
        Ok(self.fetch::<Allowed>(&place).await?.map(|allowed| allowed.0))
    }

    fn token_blind(&self, school: &SchoolId, token: &str) -> [u8; 32] {
        self.vault().blind(&Scope::school(school, Domain::ApiTokens), "api token", token.as_bytes())
    }
}

fn token_place(school: &SchoolId, blind: [u8; 32]) -> Place {
    Place::of_school(school, Domain::ApiTokens).part("token").part(blind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_made_before_tokens_had_scopes_checks_and_does_nothing_else() {
        let old: Allowed = terse_json::read(br#""2026-09-01T08:00:00Z""#).unwrap();
        assert_eq!(old.0, BTreeSet::from([TokenScope::Check]));
        let event: TokenEvent = terse_json::read(br#"{"made":{"label":"website","found_by":"00"}}"#).unwrap();
        assert!(matches!(event, TokenEvent::Made { scopes: None, .. }));
        for bad in [&br#""for ever""#[..], b"7", br#"["everything"]"#, b"{}"] {
            assert!(terse_json::read::<Allowed>(bad).is_err());
        }
    }

    #[test]
    fn what_a_token_may_do_is_kept_as_it_was_chosen() {
        for scopes in [BTreeSet::from(TokenScope::ALL), BTreeSet::from([TokenScope::Staff]), BTreeSet::new()] {
            let kept = serde_json::to_vec(&Allowed(scopes.clone())).unwrap();
            assert_eq!(terse_json::read::<Allowed>(&kept).unwrap().0, scopes);
        }
    }
}
