//! How often codes are guessed, and how likely it is that a guess is ever right.
//!
//! A code of six digits is right once in a million. Whoever guesses at one mailbox from browsers it does not know gets so
//! many guesses a day and in thirty days; and all who guess at this installation get so many together. What is beyond that is
//! not refused, because a stranger would then keep parents out: from then on a mailbox is sent a code of sixteen letters and
//! digits (80 random bits), at which guessing is hopeless, until the piece of time is over. Guesses on the way to a right code
//! are taken back.

use vault::{Domain, Scope, Vault};

use crate::quotas::{Bounded, Quota};

/// Wrong codes for one mailbox from browsers it does not know, in a day.
pub const MAILBOX_A_DAY: Quota = Quota::new("guesses-day", 24, 10);
/// The same in thirty days.
pub const MAILBOX_A_MONTH: Quota = Quota::new("guesses-month", 30 * 24, 60);
/// Wrong codes at the whole installation, in an hour.
pub const INSTALLATION_AN_HOUR: Quota = Quota::new("guesses-all-hour", 1, 100);
/// The same in thirty days.
pub const INSTALLATION_A_MONTH: Quota = Quota::new("guesses-all-month", 30 * 24, 700);
/// How many guesses may be under way at the same moment without more than [`INSTALLATION_A_MONTH`] being made: what our runner
/// answers at once, and what a proxy in front of Spin is to be told. A wrong code is counted once it is known to be wrong; where
/// so many at once could pass beyond the bound, each is counted before.
pub const GUESSES_AT_ONCE: u64 = 500;
/// Wrong codes from one browser that a mailbox knows, in a day.
pub const KNOWN_BROWSER_A_DAY: Quota = Quota::new("guesses-known", 24, 20);
/// How many codes of six digits there are.
pub const SHORT_CODES: u64 = 1_000_000;

/// Emails with a code of six digits to one mailbox, asked for by browsers it does not know.
pub(crate) const MAILS: [Quota; 2] = [Quota::new("mails-hour", 1, 6), Quota::new("mails-day", 24, 12)];
/// The same asked for by one browser that it knows.
pub(crate) const KNOWN_MAILS: [Quota; 2] =
    [Quota::new("mails-known-hour", 1, 6), Quota::new("mails-known-day", 24, 12)];
/// Emails with a long code.
pub(crate) const LONG_MAILS: [Quota; 2] = [Quota::new("mails-long-hour", 1, 2), Quota::new("mails-long-day", 24, 8)];

/// For whom guesses and emails are counted.
pub(crate) struct Counters {
    mailbox: [u8; 32],
    known: Option<[u8; 32]>,
    installation: [u8; 32],
}

impl Counters {
    /// For a mailbox, as the keyed hash of its address, and a browser that it knows.
    pub(crate) fn of(vault: &Vault, address: &[u8; 32], known: Option<&[u8; 16]>) -> Self {
        let scope = Scope::installation(Domain::Temporary);
        Self {
            mailbox: vault.blind(&scope, "mailbox", address),
            known: known.map(|browser| vault.blind(&scope, "parent's browser", browser)),
            installation: vault.blind(&scope, "installation", b""),
        }
    }

    /// What bounds guesses by browsers that the mailbox does not know.
    pub(crate) fn guesses(&self) -> [Bounded<'_>; 4] {
        [
            (MAILBOX_A_DAY, &self.mailbox),
            (MAILBOX_A_MONTH, &self.mailbox),
            (INSTALLATION_AN_HOUR, &self.installation),
            (INSTALLATION_A_MONTH, &self.installation),
        ]
    }

    /// What bounds everybody's guesses in thirty days.
    pub(crate) const fn of_a_month(&self) -> Bounded<'_> {
        (INSTALLATION_A_MONTH, &self.installation)
    }

    /// What bounds guesses by the browser, if the mailbox knows it.
    pub(crate) fn known_guesses(&self) -> Option<[Bounded<'_>; 1]> {
        self.known.as_ref().map(|known| [(KNOWN_BROWSER_A_DAY, known)])
    }

    pub(crate) fn mails(&self) -> [Bounded<'_>; 2] {
        MAILS.map(|quota| (quota, &self.mailbox))
    }

    pub(crate) fn known_mails(&self) -> Option<[Bounded<'_>; 2]> {
        self.known.as_ref().map(|known| KNOWN_MAILS.map(|quota| (quota, known)))
    }

    pub(crate) fn long_mails(&self) -> [Bounded<'_>; 2] {
        LONG_MAILS.map(|quota| (quota, &self.mailbox))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How likely it is that one of so many guesses is right: each is at a code of its own, or at one of five at the same.
    fn odds(guesses: u64) -> f64 {
        1.0 - (1.0 - 1.0 / SHORT_CODES as f64).powf(guesses as f64)
    }

    #[test]
    fn whoever_guesses_at_one_account_for_a_year_is_right_less_than_once_in_a_thousand() {
        let guesses = MAILBOX_A_DAY.a_year().min(MAILBOX_A_MONTH.a_year());
        assert_eq!(guesses, 780);
        assert!(odds(guesses) < 0.001, "{}", odds(guesses));
    }

    #[test]
    fn whoever_guesses_at_every_account_for_a_year_is_right_less_than_once_in_a_hundred() {
        // However many accounts there are: this bounds all guesses together.
        let guesses = INSTALLATION_AN_HOUR.a_year().min(INSTALLATION_A_MONTH.a_year());
        assert_eq!(guesses, 9_100);
        assert!(odds(guesses) < 0.01, "{}", odds(guesses));
    }

    #[test]
    fn whoever_has_more_guesses_under_way_at_once_than_a_proxy_should_let_gains_little() {
        // All of them made at the one moment of each thirty days at which the bound is reached, twice as many as are allowed for.
        let beyond = GUESSES_AT_ONCE * (INSTALLATION_A_MONTH.a_year() / INSTALLATION_A_MONTH.at_most());
        assert_eq!(beyond, 6_500);
        let guesses = INSTALLATION_A_MONTH.a_year() + beyond;
        assert!(odds(guesses) < 0.016, "{}", odds(guesses));
    }

    #[test]
    fn a_guess_at_a_long_code_is_hopeless() {
        // A million guesses a second, for a year, at a code that works for a day.
        let guesses = 1e6 * 366.0 * 86_400.0;
        assert!(guesses / 2_f64.powi(80) < 1e-9);
    }
}
