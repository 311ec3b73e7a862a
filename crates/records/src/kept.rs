//! School settings, read once for many requests.

use std::{cell::RefCell, rc::Rc, time::Duration};

use jiff::Timestamp;
use profiles::SchoolSettings;
use school_types::SchoolId;

use crate::{
    Folded, Records, RecordsError, School, View,
    cover::Cover,
    sequence::{Behind, Saved, typed},
};

/// How many schools' settings are kept.
const MOST: usize = 8;
/// Settings whose sealed form is longer are not kept, in bytes: only a very large crest makes them so.
const LONGEST: usize = 128 * 1024;

/// The settings of a few schools as they were last read, each beside the very bytes they were read from.
///
/// The counter of a school's events is fetched for every request all the same, and what is kept counts only while no event
/// was added to those it was folded from; otherwise the view is fetched, and what is kept saves to open and read ten kilobytes
/// where its bytes are the same to the last one. Events never change, so nobody sees settings that do not stand in the
/// store, unless it was made [`KeptSchools::lasting`]. It holds nothing that came with a request and nothing about a person,
/// and at most a megabyte or two: instances of a component may share one among their requests.
#[derive(Default)]
pub struct KeptSchools {
    schools: RefCell<Vec<Kept>>,
    lasts: Duration,
}

struct Kept {
    school: SchoolId,
    sealed: Vec<u8>,
    known: Known,
    /// When the store was asked last whether this is all that stands in it, and it was.
    confirmed: Option<Timestamp>,
}

/// What a saved view amounts to.
#[derive(Clone, Default)]
struct Known {
    settings: Option<Rc<SchoolSettings>>,
    cover: Rc<Cover>,
}

impl KeptSchools {
    /// One whose settings count for so long without asking the store: for pages that are the same for everybody and on which
    /// nobody looks for what they just changed.
    pub fn lasting(lasts: Duration) -> Self {
        Self { schools: RefCell::default(), lasts }
    }

    /// What was read last, however long ago that was, and whether it counts without asking the store.
    fn latest(&self, school: &SchoolId, now: Timestamp) -> Option<(Known, bool)> {
        let schools = self.schools.borrow();
        let kept = schools.iter().find(|kept| kept.school == *school)?;
        let age = kept.confirmed.map(|confirmed| now.duration_since(confirmed));
        Some((kept.known.clone(), age.is_some_and(|age| !age.is_negative() && age.unsigned_abs() < self.lasts)))
    }

    /// Notes that the store was asked at `now`, and has what was read last and nothing after it.
    fn confirm(&self, school: &SchoolId, now: Timestamp) {
        if let Some(kept) = self.schools.borrow_mut().iter_mut().find(|kept| kept.school == *school) {
            kept.confirmed = Some(now);
        }
    }

    fn find(&self, school: &SchoolId, sealed: &[u8]) -> Option<Known> {
        let schools = self.schools.borrow();
        let kept = schools.iter().find(|kept| kept.school == *school)?;
        is_same(&kept.sealed, sealed).then(|| kept.known.clone())
    }

    fn keep(&self, school: &SchoolId, sealed: Vec<u8>, known: Known) {
        let mut schools = self.schools.borrow_mut();
        schools.retain(|kept| kept.school != *school);
        if sealed.len() > LONGEST {
            return;
        }
        if schools.len() == MOST {
            schools.remove(0);
        }
        schools.push(Kept { school: school.clone(), sealed, known, confirmed: None });
    }
}

impl Records {
    /// The same records, with what other requests have read of schools' settings. The vaults of all must be the same.
    #[must_use]
    pub fn with_kept(mut self, kept: Rc<KeptSchools>) -> Self {
        self.kept = kept;
        self
    }

    /// A school's settings; none for a school that is not of this installation. What folding [`Records::school`] to [`School`]
    /// gives, with fewer reads where nothing was added since the last time.
    pub async fn school_settings(&self, school: &SchoolId) -> Result<Option<Rc<SchoolSettings>>, RecordsError> {
        let sequence = self.school(school).sequence;
        let now = self.now();
        if let Some((Known { settings, cover }, counts)) = self.kept.latest(school, now) {
            if counts {
                return Ok(settings);
            }
            if cover.watched(now, self.pace.hole_watch).is_empty() && sequence.head().await? == cover.upto() {
                self.kept.confirm(school, now);
                return Ok(settings);
            }
        }
        let mut front = sequence.front().await?;
        let known = match front.sealed.take() {
            None => Known::default(),
            Some(sealed) => match self.kept.find(school, &sealed) {
                Some(known) => known,
                None => match sequence.open_view(Saved::Of(School::VERSION), &sealed).and_then(read) {
                    Some(known) => {
                        self.kept.keep(school, sealed, known.clone());
                        known
                    }
                    // A view that does not open or parse is only a lost cache.
                    None => Known::default(),
                },
            },
        };
        let (known, after) = match sequence.behind(&front, &known.cover).await? {
            Behind::Follows(after) => (known, after),
            Behind::Voids(everything) => (Known::default(), everything),
        };
        if after.is_empty() {
            return Ok(known.settings);
        }
        let settings = known.settings.map(|settings| Box::new(SchoolSettings::clone(&settings)));
        let mut folded =
            Folded { value: School(settings), cover: Cover::clone(&known.cover), settled: known.cover.upto() };
        folded.take(1 + folded.upto(), &typed(&sequence.place, after)?, front.began);
        Ok(folded.value.0.map(Rc::from))
    }
}

/// Eight bytes at a time: the `memcmp` of WebAssembly takes them one by one, which for ten kilobytes is a tenth of a small page.
fn is_same(one: &[u8], other: &[u8]) -> bool {
    let ((one, end), (other, other_end)) = (one.as_chunks::<8>(), other.as_chunks::<8>());
    let eight = |bytes: &[u8; 8]| u64::from_ne_bytes(*bytes);
    one.len() == other.len() && end == other_end && one.iter().zip(other).all(|(a, b)| eight(a) == eight(b))
}

fn read((json, cover): (Vec<u8>, Cover)) -> Option<Known> {
    let School(settings) = terse_json::read(&json).ok()?;
    Some(Known { settings: settings.map(Rc::from), cover: Rc::new(cover) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_the_same_only_to_the_last_one() {
        let one: Vec<u8> = (0..41).collect();
        for length in 0..one.len() {
            assert!(is_same(&one[..length], &one[..length]));
            assert!(!is_same(&one[..length], &one[..=length]));
            for place in 0..length {
                let mut other = one[..length].to_vec();
                other[place] ^= 1;
                assert!(!is_same(&one[..length], &other));
            }
        }
    }

    #[test]
    fn what_is_kept_has_a_bound() {
        let kept = KeptSchools::default();
        for number in 0..3 * MOST {
            let school: SchoolId = format!("school-{number}").parse().unwrap();
            kept.keep(&school, vec![1], Known::default());
            kept.keep(&school, vec![2], Known::default());
            assert!(kept.find(&school, &[2]).is_some());
            assert!(kept.find(&school, &[1]).is_none());
            assert!(kept.schools.borrow().len() <= MOST);
        }
        let large: SchoolId = "large".parse().unwrap();
        kept.keep(&large, vec![0; LONGEST + 1], Known::default());
        assert!(kept.find(&large, &[0; LONGEST + 1]).is_none());
    }
}
