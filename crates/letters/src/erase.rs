//! Erasing a pupil: what waits to be sent about them, and then everything else.

use std::collections::BTreeSet;

use futures::future::try_join_all;
use records::{Erased, Records, RecordsError, Traces};
use school_types::{ChildId, OperationId, SchoolId};

use crate::{
    Journal, Letter, Outbox,
    post::{LOOK_BACK, place},
    waiting,
};

/// Erases a pupil everywhere (UK GDPR art. 17): letters about them that wait to be sent, letters of a demonstration, and
/// what [`Records::erase_child`] names. Of letters that went out the journal keeps ids alone.
///
/// Doing it again finishes what a failure left.
///
/// # Errors
///
/// [`RecordsError`] when the store failed: part may be erased.
pub async fn erase_child(records: &Records, school: &SchoolId, child: &ChildId) -> Result<Erased, RecordsError> {
    let traces = records.traces(school, child).await?;
    // Letters first, while it is known whom they are to.
    remove_letters(records, school, &traces).await?;
    let erased = records.erase_child(school, child).await?;
    // One may have been queued meanwhile.
    remove_letters(records, school, &traces).await?;
    Ok(erased)
}

async fn remove_letters(records: &Records, school: &SchoolId, traces: &Traces) -> Result<(), RecordsError> {
    let now = records.now();
    let notes = Journal::new(records, school).read(now.checked_sub(LOOK_BACK).unwrap_or(now), now).await?;
    let theirs =
        notes.iter().filter(|note| note.event.contact.as_ref().is_some_and(|to| traces.contacts.contains_key(to)));
    let ids: BTreeSet<&OperationId> = theirs.map(|note| &note.event.letter).collect();
    let places: Vec<_> = ids.into_iter().map(|id| place(school, id)).collect();
    let letters = try_join_all(places.iter().map(|place| records.fetch::<Letter>(place))).await?;
    for (place, letter) in places.iter().zip(letters) {
        if letter.is_some_and(|letter| is_about(traces, letter.to.reveal(), &letter.message.text())) {
            records.remove(place).await?;
        }
    }
    waiting::remove(records, school, |letter| is_about(traces, letter.to.reveal(), &letter.message.text())).await?;
    let kept_here = |to: &str, text: &str| is_about(traces, to, text);
    Outbox::new(records.clone())
        .remove(|kept| kept.school == *school && kept_here(kept.to.reveal(), kept.text.reveal()))
        .await?;
    Ok(())
}

/// Whether a letter to somebody the pupil was listed with goes: every one to those who go too, and to those who stay the
/// ones that name the pupil.
fn is_about(traces: &Traces, to: &str, text: &str) -> bool {
    traces.contacts.values().any(|contact| {
        contact.addresses.iter().any(|address| address.reveal() == to)
            && (!contact.stays || traces.forenames.iter().any(|name| names(text, name.reveal())))
    })
}

/// Whether `text` has `name` in it as a word of its own.
fn names(text: &str, name: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    !name.is_empty()
        && text
            .match_indices(name)
            .any(|(at, found)| edge(text[..at].chars().next_back()) && edge(text[at + found.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use futures::executor::block_on;
    use records::Asker;
    use school_types::{ContactId, Language};
    use testkit::{
        Installation,
        installation::{ASH, CORWIN, ELM, EMMERICH, ODALYS, WILHELMINA, school},
    };

    use super::*;
    use crate::{Courier, DeliveryError, Kind, Message, Part, Post};

    /// Takes no letter just now, so that all of them wait.
    struct Closed;

    impl Courier for Closed {
        fn send<'a>(
            &'a self,
            _: &'a Letter,
            _: crate::Attempt,
        ) -> futures::future::LocalBoxFuture<'a, Result<crate::DeliveryId, DeliveryError>> {
            Box::pin(std::future::ready(Err(DeliveryError::Unreachable)))
        }
    }

    fn letter(id: u8, slug: &str, contact: ContactId, to: &str, text: &str) -> Letter {
        let parts = vec![Part::Paragraph(text.to_owned())];
        Letter {
            id: OperationId::from_bytes([id; 15]),
            school: school(slug),
            contact: Some(contact),
            to: to.to_owned().into(),
            message: Message::new(Kind::Receipt, Language::En, "Your answers", parts),
        }
    }

    #[test]
    fn no_letter_about_an_erased_pupil_waits_or_stays_and_their_siblings_do() {
        let installation = Installation::new();
        let records = installation.records.as_asker(Asker::task("test"));
        let post = Post::new(records.clone(), Rc::new(Closed));
        let demonstration = Outbox::new(records.clone());
        let send = |letter: &Letter| {
            block_on(post.send(letter)).unwrap();
            block_on(demonstration.send(letter, crate::Attempt::First)).unwrap();
        };
        let (odalys, corwin) = (installation.contact(ELM, &ODALYS), installation.contact(ASH, &CORWIN));
        send(&letter(1, ELM, odalys.clone(), ODALYS.e_mail.unwrap(), "About Wilhelmina: yes."));
        send(&letter(2, ELM, odalys, ODALYS.e_mail.unwrap(), "About Peregrine: no. Wilhelminas are others."));
        send(&letter(3, ASH, corwin, CORWIN.e_mail.unwrap(), "Nobody is named here."));
        for (slug, pupil, waiting) in [(ELM, &WILHELMINA, 2), (ASH, &EMMERICH, 1)] {
            block_on(erase_child(&records, &school(slug), &installation.child(slug, pupil))).unwrap();
            assert_eq!(block_on(demonstration.list()).unwrap().len(), waiting);
            let kept = installation.opened().into_iter().filter(|(key, _)| key.contains("/letters/letter/"));
            assert_eq!(kept.filter(|(key, _)| key.ends_with("/value")).count(), waiting);
        }
        assert_eq!(installation.mentions("About Wilhelmina"), Vec::<String>::new());
        assert_eq!(installation.mentions(CORWIN.e_mail.unwrap()), Vec::<String>::new());
        assert!(!installation.mentions("Peregrine").is_empty() && !installation.mentions("Isolde").is_empty());
    }

    #[test]
    fn a_name_is_found_as_a_word() {
        for text in ["Will", "for Will.", "Will’s answer", "(Will)", "Wills and Will"] {
            assert!(names(text, "Will"), "{text}");
        }
        for text in ["", "will", "Wills", "Goodwill", "iWill"] {
            assert!(!names(text, "Will"), "{text}");
        }
        assert!(!names("anything", ""));
    }
}
