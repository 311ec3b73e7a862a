//! Who of the staff is signed in where: a list for its owner and for administrators. It holds no address of the internet.

use clock::later;
use jiff::SignedDuration;
use school_types::{SchoolId, StaffId, Timestamp};
use serde::{Deserialize, Serialize};
use vault::Domain;

use crate::{Entry, Place, Records, Staff, Stream, View};

/// Longer than any session lives: what is older is forgotten.
const LONGEST: SignedDuration = SignedDuration::from_hours(12);

/// A browser, as coarsely as helps somebody to know their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BrowserKind {
    /// Its maker's name for it.
    pub family: BrowserFamily,
    /// What it runs on.
    pub system: BrowserSystem,
}

/// Families of browsers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BrowserFamily {
    /// Chrome, and what cannot be told from it.
    Chrome,
    /// Edge.
    Edge,
    /// Firefox.
    Firefox,
    /// Safari.
    Safari,
    /// Samsung Internet.
    Samsung,
    /// Any other.
    Other,
}

/// What browsers run on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BrowserSystem {
    /// Windows.
    Windows,
    /// A Mac, or an iPad that calls itself one.
    Mac,
    /// An iPhone or iPad.
    Ios,
    /// Android.
    Android,
    /// A Chromebook.
    ChromeOs,
    /// Linux.
    Linux,
    /// Any other.
    Other,
}

impl BrowserKind {
    /// The kind that a `User-Agent` line speaks of. Nothing else of the line is kept.
    pub fn of(user_agent: &str) -> Self {
        use BrowserFamily as Family;
        use BrowserSystem as System;
        let has = |word: &str| user_agent.contains(word);
        // The order matters: every later one is named by the earlier ones too.
        let families = [
            ("Edg", Family::Edge),
            ("SamsungBrowser", Family::Samsung),
            ("OPR/", Family::Other),
            ("Firefox/", Family::Firefox),
            ("FxiOS/", Family::Firefox),
            ("Chrome/", Family::Chrome),
            ("CriOS/", Family::Chrome),
            ("Safari/", Family::Safari),
        ];
        let systems = [
            ("iPhone", System::Ios),
            ("iPad", System::Ios),
            ("Android", System::Android),
            ("CrOS", System::ChromeOs),
            ("Windows", System::Windows),
            ("Macintosh", System::Mac),
            ("Linux", System::Linux),
        ];
        Self {
            family: families.iter().find(|(word, _)| has(word)).map_or(Family::Other, |(_, family)| *family),
            system: systems.iter().find(|(word, _)| has(word)).map_or(System::Other, |(_, system)| *system),
        }
    }
}

/// What can happen to somebody's sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StaffSessionEvent {
    /// Signed in.
    Began {
        /// The session's id.
        session: [u8; 16],
        /// In which browser.
        browser: BrowserKind,
        /// In which generation of the account ([`crate::Staff::generation`]).
        generation: u32,
    },
    /// Signed out, or ended from elsewhere.
    Ended {
        /// The session's id.
        session: [u8; 16],
    },
}

/// A session that may still be open: whether its browser has been idle for too long, only that browser knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffSession {
    /// The number of its beginning: what a page calls it by.
    pub number: u64,
    /// Its id.
    pub session: [u8; 16],
    /// The browser.
    pub browser: BrowserKind,
    /// The generation of the account it belongs to.
    pub generation: u32,
    /// When it began.
    pub began: Timestamp,
}

/// The sessions of an account, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StaffSessions(Vec<StaffSession>);

impl StaffSessions {
    /// Those of `account` that may be open at `now`, the newest first.
    pub fn open(&self, now: Timestamp, account: &Staff) -> impl Iterator<Item = &StaffSession> {
        let open = move |session: &&StaffSession| {
            account.lets_go_on(&session.session, session.generation) && now < later(session.began, LONGEST)
        };
        self.0.iter().rev().filter(open)
    }
}

impl View for StaffSessions {
    type Event = StaffSessionEvent;
    const VERSION: u32 = 1;

    fn apply(&mut self, entry: &Entry<StaffSessionEvent>) {
        match &entry.event {
            StaffSessionEvent::Began { session, browser, generation } => {
                self.0.retain(|other| entry.at < later(other.began, LONGEST));
                self.0.push(StaffSession {
                    number: entry.number,
                    session: *session,
                    browser: *browser,
                    generation: *generation,
                    began: entry.at,
                });
            }
            StaffSessionEvent::Ended { session } => self.0.retain(|other| other.session != *session),
        }
    }
}

impl Records {
    /// The stream of somebody's sessions; folds to [`StaffSessions`].
    pub fn staff_sessions(&self, school: &SchoolId, staff: &StaffId) -> Stream<StaffSessionEvent> {
        self.stream(Place::of_school(school, Domain::Session).part("staff").part(staff))
    }
}

#[cfg(test)]
mod tests {
    use super::{BrowserFamily as Family, BrowserKind, BrowserSystem as System};

    #[test]
    fn somebody_knows_their_own_browser_by_its_kind() {
        let webkit = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
        for (line, family, system) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
                Family::Firefox,
                System::Windows,
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
                Family::Edge,
                System::Windows,
            ),
            (
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/140.0.0.0 Safari/537.36",
                Family::Chrome,
                System::ChromeOs,
            ),
            (
                &format!("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {webkit} Version/18.1 Safari/605.1.15"),
                Family::Safari,
                System::Mac,
            ),
            (
                &format!(
                    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) {webkit} CriOS/140.0 Mobile/15E148 Safari/604.1"
                ),
                Family::Chrome,
                System::Ios,
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; SM-S901B) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36",
                Family::Samsung,
                System::Android,
            ),
            ("Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36 OPR/120.0", Family::Other, System::Linux),
            ("", Family::Other, System::Other),
        ] {
            assert_eq!(BrowserKind::of(line), BrowserKind { family, system }, "{line}");
        }
    }

    #[test]
    fn nothing_of_the_line_is_kept_but_the_kind() {
        let kind = BrowserKind::of("Firefox/140.0 on the desk of Ottoline Vance");
        assert_eq!(serde_json::to_string(&kind).unwrap(), r#"{"family":"firefox","system":"other"}"#);
    }
}
