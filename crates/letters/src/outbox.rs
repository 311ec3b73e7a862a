//! Where the letters of a demonstration stay.

use futures::future::LocalBoxFuture;
use records::{Place, Records, RecordsError, Stream};
use school_types::{Language, OperationId, Redacted, SchoolId, Timestamp};
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{Attempt, Courier, DeliveryError, DeliveryId, Kind, Letter};

/// Keeps letters instead of sending them, sealed in one stream of the installation, so that `/dev/outbox` can show
/// them all.
///
/// Only the setting `delivery = outbox` leads here, and that only with `demo = true`.
pub struct Outbox {
    stream: Stream<KeptLetter>,
}

/// A letter that would have been sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutboxLetter {
    /// When it would have been sent.
    pub at: Timestamp,
    /// The letter.
    #[serde(flatten)]
    pub letter: KeptLetter,
}

/// A letter as it is kept: as it would have been read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptLetter {
    /// Its id: the operation it belongs to.
    pub id: OperationId,
    /// The school it is sent for.
    pub school: SchoolId,
    /// Which letter it is.
    pub kind: Kind,
    /// The language it is in.
    pub language: Language,
    /// The e-mail address.
    pub to: Redacted<String>,
    /// Its subject.
    pub subject: Redacted<String>,
    /// Its text.
    pub text: Redacted<String>,
}

impl Outbox {
    /// The outbox of the installation whose records these are.
    pub fn new(records: Records) -> Self {
        let place = Place::of_installation(Domain::Outbox).part("letters");
        Self { stream: records.stream(place) }
    }

    /// Every letter, the newest first, each once. Reads them all: a demonstration has few.
    ///
    /// # Errors
    ///
    /// [`RecordsError`] when they could not be read.
    pub async fn list(&self) -> Result<Vec<OutboxLetter>, RecordsError> {
        let mut letters: Vec<OutboxLetter> = Vec::new();
        for entry in self.stream.read().await? {
            if !letters.iter().any(|known| known.letter.id == entry.event.id) {
                letters.push(OutboxLetter { at: entry.at, letter: entry.event });
            }
        }
        letters.reverse();
        Ok(letters)
    }

    /// Removes the letters that `which` picks.
    pub(crate) async fn remove(&self, which: impl Fn(&KeptLetter) -> bool) -> Result<usize, RecordsError> {
        self.stream.remove_entries(|entry| which(&entry.event)).await
    }
}

impl Courier for Outbox {
    /// What is put in twice is listed once, so there is nothing to look for before trying again.
    fn send<'a>(&'a self, letter: &'a Letter, _: Attempt) -> LocalBoxFuture<'a, Result<DeliveryId, DeliveryError>> {
        Box::pin(async move {
            let kept = KeptLetter {
                id: letter.id.clone(),
                school: letter.school.clone(),
                kind: letter.message.kind,
                language: letter.message.language,
                to: letter.to.clone(),
                subject: letter.message.subject.clone(),
                text: letter.message.text().into(),
            };
            let written = self.stream.append(&kept, None).await.map_err(|_| DeliveryError::Unreachable)?;
            Ok(DeliveryId::new(&written.number.to_string()))
        })
    }
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;

    use super::*;
    use crate::test::{letter, records};

    #[test]
    fn the_outbox_lists_every_letter_once_the_newest_first() {
        let (_, records, _) = records();
        let outbox = Outbox::new(records);
        block_on(async {
            assert_eq!(outbox.list().await.unwrap(), []);
            let (code, receipt) = (letter(Kind::SignInCode, 1), letter(Kind::Receipt, 2));
            for (letter, attempt) in [(&code, Attempt::First), (&receipt, Attempt::First), (&code, Attempt::Again)] {
                outbox.send(letter, attempt).await.unwrap();
            }
            let listed = outbox.list().await.unwrap();
            let ids: Vec<_> = listed.iter().map(|kept| &kept.letter.id).collect();
            assert_eq!(ids, [&receipt.id, &code.id]);
            assert_eq!(listed[1].letter.text.reveal(), &code.message.text());
        });
    }

    #[test]
    fn a_letter_in_the_outbox_is_not_readable_in_the_store() {
        let (store, records, _) = records();
        block_on(Outbox::new(records).send(&letter(Kind::Receipt, 1), Attempt::First)).unwrap();
        assert!(!store.all_keys().is_empty());
        assert!(!store.contains_text("planted") && !store.contains_text("example.org"));
    }

    #[test]
    fn the_list_is_json_a_script_can_read() {
        let (_, records, _) = records();
        let outbox = Outbox::new(records);
        let letter = letter(Kind::SignInCode, 1);
        block_on(outbox.send(&letter, Attempt::First)).unwrap();
        let json = serde_json::to_value(block_on(outbox.list()).unwrap()).unwrap();
        let expected = serde_json::json!([{
            "at": "2026-09-01T08:00:00Z", "id": letter.id.as_str(), "school": "elm-street", "kind": "sign-in-code", "language": "en",
            "to": "planted@example.org", "subject": "Your sign-in code for Elm Street", "text": letter.message.text(),
        }]);
        assert_eq!(json, expected);
    }

    #[test]
    fn a_store_that_is_down_is_a_courier_that_does_not_answer() {
        let (store, records, _) = records();
        store.fail_next(1);
        let sent = block_on(Outbox::new(records).send(&letter(Kind::Receipt, 1), Attempt::First));
        assert_eq!(sent, Err(DeliveryError::Unreachable));
    }
}
