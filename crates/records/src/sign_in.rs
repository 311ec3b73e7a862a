//! Signing in without a password: codes by email, and the end of a session.

use clock::later;
use jiff::{SignedDuration, Timestamp};
use school_types::{OperationId, SchoolId};
use serde::{Deserialize, Serialize};
use vault::{Domain, LetterCode, Scope, SignInCode, same};

use crate::{
    Accounts, INSTALLATION_A_MONTH, INSTALLATION_AN_HOUR, Place, Quota, Records, RecordsError, Temporary,
    guessing::{Counters, GUESSES_AT_ONCE, LONG_MAILS},
    quotas::Bounded,
};

/// How long a code of six digits works.
pub const CODE_LASTS: SignedDuration = SignedDuration::from_hours(1);
/// How long a long code works: so that as long as no other is sent, there is one in the mailbox that does.
const LONG_CODE_LASTS: SignedDuration = SignedDuration::from_hours(24);
/// How often a code of six digits may be guessed.
pub const GUESSES: u64 = 5;
/// How long the same browser may send a right code again: a double tap must not lock a parent out.
const DOUBLE_TAP: SignedDuration = SignedDuration::from_secs(60);
/// Longer than any session lives, so that one ended early stays ended.
const ENDED_FOR: SignedDuration = SignedDuration::from_hours(24);
/// How long a browser stays known: half a year from the last time.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(180 * 24);

/// A request for a code, under an id that only the asking browser holds. The address stands in it as the keyed hash that
/// finds whom it belongs to: nobody could erase it from here, because nobody else knows the id.
#[derive(Serialize, Deserialize)]
struct Attempt {
    code: [u8; 32],
    address: [u8; 32],
    expires: Timestamp,
    #[serde(default)]
    is_long: bool,
}

/// The request whose long code was sent last to a mailbox.
#[derive(Serialize, Deserialize)]
struct LatestLong {
    attempt: OperationId,
    expires: Timestamp,
}

/// A browser in which somebody has signed in with a code sent to a mailbox: what its sealed cookie holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownBrowser {
    address: [u8; 32],
    browser: [u8; 16],
}

/// A code as it is sent.
#[derive(Clone)]
pub enum SentCode {
    /// Six digits, good for an hour and five guesses.
    Short(SignInCode),
    /// Sixteen letters and digits, good for a day: where codes for the mailbox were guessed, or asked for too often.
    Long(LetterCode),
}

impl SentCode {
    /// As the letter shows it.
    pub fn grouped(&self) -> String {
        match self {
            Self::Short(code) => code.grouped(),
            Self::Long(code) => code.grouped(),
        }
    }

    const fn is_long(&self) -> bool {
        matches!(self, Self::Long(_))
    }

    fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Short(code) => code.as_bytes(),
            Self::Long(code) => code.as_bytes(),
        }
    }
}

/// What came of asking for a code. A browser is told the same whether or not the address belongs to anybody.
pub enum AskedFor {
    /// The request was taken down.
    Code {
        /// What the browser presents together with the code.
        attempt: OperationId,
        /// The code to send; none where the address belongs to nobody, or where the code sent before is still good.
        code: Option<SentCode>,
        /// Whether it is a long code that is asked for.
        is_long: bool,
        /// Whom the address belongs to.
        accounts: Accounts,
    },
    /// So many codes were sent that no more are before this time is over. A browser that the mailbox knows is not told so.
    TooOften(SignedDuration),
}

/// What became of a typed code.
pub enum Tried {
    /// It is right: who they are, and the id of their session.
    Right {
        /// Whom the address belongs to now.
        accounts: Accounts,
        /// The session's id: the same for a double tap.
        session: [u8; 16],
        /// What to remember in the browser, so that strangers who guess do not slow its owner down.
        known: KnownBrowser,
        /// It was not sent before: no double tap.
        is_first: bool,
    },
    /// It is wrong, and may be tried again.
    Wrong {
        /// How often; at least once. None for a long code.
        tries_left: Option<u64>,
    },
    /// Codes were guessed so often that no more are taken from a browser the mailbox does not know: a long code is.
    Guessed {
        /// Which bound was reached.
        quota: Quota,
        /// It is one of the whole installation, and nobody was told of it yet.
        is_alarm: bool,
    },
    /// It no longer works: too old, used, or guessed too often.
    Dead,
}

/// How much guessing there is at the whole installation: for whoever runs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Guessing {
    /// Wrong codes of this hour.
    pub wrong_codes_this_hour: u64,
    /// Wrong codes of these thirty days.
    pub wrong_codes_this_month: u64,
    /// So many that every browser that is not known is sent long codes.
    pub is_alarming: bool,
}

impl Records {
    /// Takes down that somebody asks for a code for `e_mail`, in a browser that may be `known` to the mailbox. An address
    /// that belongs to nobody costs the same store operations and gives the browser the same kind of attempt.
    ///
    /// Strangers who ask, or guess, do not keep the mailbox's owner out: a browser that it knows is counted for itself; for all
    /// others a long code follows the short ones, and where enough of those were sent, the last one stays good.
    ///
    /// # Errors
    /// [`RecordsError`] when nothing could be taken down.
    pub async fn ask_for_code(&self, e_mail: &str, known: Option<&KnownBrowser>) -> Result<AskedFor, RecordsError> {
        let address = self.address_hash(e_mail);
        let accounts = self.address_at(address).fold::<Accounts>().await?.value;
        let known = self.known_to(&address, known).await?;
        let counters = Counters::of(self.vault(), &address, known.as_ref());
        if self.may_be_short(&counters).await? {
            let code = SentCode::Short(SignInCode::generate()?);
            let attempt = self.take_down(address, &code).await?;
            let code = (!accounts.0.is_empty()).then_some(code);
            return Ok(AskedFor::Code { attempt, code, is_long: false, accounts });
        }
        let latest = latest_place(address);
        if self.count_in(&counters.long_mails()).await?.is_ok() {
            let code = SentCode::Long(LetterCode::generate()?);
            let attempt = self.take_down(address, &code).await?;
            let expires = later(self.now(), LONG_CODE_LASTS);
            self.expire_at(&[Temporary::Value(&latest)], expires).await?;
            self.put(&latest, &LatestLong { attempt: attempt.clone(), expires }).await?;
            let code = (!accounts.0.is_empty()).then_some(code);
            return Ok(AskedFor::Code { attempt, code, is_long: true, accounts });
        }
        // The code that is in the mailbox already stays good, in this browser too: nobody guesses it.
        if let Some(sent) = self.fetch::<LatestLong>(&latest).await?.filter(|sent| sent.expires > self.now())
            && self.fetch::<Timestamp>(&attempt_place(&sent.attempt).part("used")).await?.is_none()
        {
            return Ok(AskedFor::Code { attempt: sent.attempt, code: None, is_long: true, accounts });
        }
        Ok(AskedFor::TooOften(LONG_MAILS[0].wait(self.now())))
    }

    /// Whether a code of six digits may be sent; then it is counted.
    async fn may_be_short(&self, counters: &Counters) -> Result<bool, RecordsError> {
        if let (Some(mails), Some(guesses)) = (counters.known_mails(), counters.known_guesses())
            && self.used_up(&guesses).await?.is_none()
            && self.count_in(&mails).await?.is_ok()
        {
            return Ok(true);
        }
        Ok(self.used_up(&counters.guesses()).await?.is_none() && self.count_in(&counters.mails()).await?.is_ok())
    }

    async fn take_down(&self, address: [u8; 32], code: &SentCode) -> Result<OperationId, RecordsError> {
        let attempt = OperationId::from_bytes(vault::random()?);
        let lasts = if code.is_long() { LONG_CODE_LASTS } else { CODE_LASTS };
        let expires = later(self.now(), lasts);
        let place = attempt_place(&attempt);
        let (used, guesses) = (place.clone().part("used"), place.clone().part("guesses"));
        let temporary = [Temporary::Value(&place), Temporary::Value(&used), Temporary::Count(&guesses)];
        self.expire_at(&temporary, expires).await?;
        let code_hash = self.code_hash(&attempt, code);
        self.put(&place, &Attempt { code: code_hash, address, expires, is_long: code.is_long() }).await?;
        Ok(attempt)
    }

    /// Tries a typed code at the requests of one browser, the newest first. Every try counts before it is compared, so that
    /// guesses made at the same time count too.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say; the try may have counted.
    pub async fn try_code(
        &self,
        attempts: &[OperationId],
        typed: &SentCode,
        known: Option<&KnownBrowser>,
    ) -> Result<Tried, RecordsError> {
        let (mut spent, mut best) = (0, Tried::Dead);
        for attempt in attempts {
            best = match (self.try_one(attempt, typed, known, &mut spent).await?, best) {
                (right @ Tried::Right { .. }, _) => return Ok(right),
                (Tried::Wrong { tries_left: one }, Tried::Wrong { tries_left: other }) => {
                    Tried::Wrong { tries_left: one.max(other) }
                }
                (wrong @ Tried::Wrong { .. }, _) | (_, wrong @ Tried::Wrong { .. }) => wrong,
                (guessed @ Tried::Guessed { .. }, _) | (_, guessed @ Tried::Guessed { .. }) => guessed,
                (other, _) => other,
            };
        }
        Ok(best)
    }

    /// Tries it at one request; `spent` guesses were counted for it and for the requests before.
    async fn try_one(
        &self,
        attempt: &OperationId,
        typed: &SentCode,
        known: Option<&KnownBrowser>,
        spent: &mut u64,
    ) -> Result<Tried, RecordsError> {
        let place = attempt_place(attempt);
        let used_place = place.clone().part("used");
        let (asked, used) = futures::try_join!(self.fetch::<Attempt>(&place), self.fetch::<Timestamp>(&used_place))?;
        let now = self.now();
        let Some(asked) = asked.filter(|asked| asked.expires > now) else { return Ok(Tried::Dead) };
        if used.is_some_and(|used| now.duration_since(used) > DOUBLE_TAP) {
            return Ok(Tried::Dead);
        }
        let browser = self.known_to(&asked.address, known).await?;
        let counters = Counters::of(self.vault(), &asked.address, browser.as_ref());
        let (known_guesses, all_guesses) = (counters.known_guesses(), counters.guesses());
        let near_guesses = [all_guesses[0], all_guesses[1], all_guesses[3], all_guesses[2]];
        // Everybody's tries meet in the installation's bounds: only wrong ones are counted there, when they are known to be
        // wrong, so that a whole morning of right codes at once keeps nobody out; near the bound of a month every one is, before.
        let (bounds, of_everybody) = match &known_guesses {
            Some(known) if self.used_up(known).await?.is_none() => (&known[..], &[][..]),
            _ if self.is_near(counters.of_a_month()).await? => (&near_guesses[..3], &near_guesses[3..]),
            _ => all_guesses.split_at(2),
        };
        // At a long code guessing is hopeless however often it is tried.
        let guess = if asked.is_long { 0 } else { self.count(&place.part("guesses")).await? };
        if guess > GUESSES {
            return Ok(Tried::Dead);
        }
        if !asked.is_long {
            let used_up = match self.used_up(of_everybody).await? {
                Some(quota) => Err(quota),
                None => self.count_in(bounds).await?,
            };
            if let Err(quota) = used_up {
                return Ok(Tried::Guessed { quota, is_alarm: self.is_new_alarm(quota).await? });
            }
            *spent += 1;
        }
        if typed.is_long() != asked.is_long || !same(&self.code_hash(attempt, typed), &asked.code) {
            if !asked.is_long {
                // Full or not: this one was made already, and the next is told.
                self.count_also(of_everybody).await?;
            }
            let tries_left = (!asked.is_long).then(|| GUESSES - guess);
            return Ok(if tries_left == Some(0) { Tried::Dead } else { Tried::Wrong { tries_left } });
        }
        let accounts = self.address_at(asked.address).fold::<Accounts>().await?.value;
        if accounts.0.is_empty() {
            return Ok(Tried::Dead);
        }
        let is_first = used.is_none();
        if is_first {
            self.put(&used_place, &now).await?;
            // Whoever mistyped on the way, or asked twice and has two codes, was not guessing.
            let since = asked.expires.saturating_sub(CODE_LASTS).unwrap_or(now);
            self.give_back_to(bounds, guess, since).await?;
            self.give_back_to(of_everybody, guess.saturating_sub(1), since).await?;
            for bounds in [bounds, of_everybody] {
                self.give_back_to(bounds, spent.saturating_sub(1), now).await?;
            }
        }
        let hash = self.vault().blind(&scope(), "session", attempt.as_str().as_bytes());
        let browser = match browser {
            Some(browser) => browser,
            None => vault::random()?,
        };
        let known = KnownBrowser { address: asked.address, browser };
        Ok(Tried::Right { accounts, session: first_sixteen(hash), known, is_first })
    }

    /// The browser, if the mailbox at `address` knows it. One read where it says that it does.
    async fn known_to(
        &self,
        address: &[u8; 32],
        known: Option<&KnownBrowser>,
    ) -> Result<Option<[u8; 16]>, RecordsError> {
        let Some(known) = known.filter(|known| known.address == *address) else { return Ok(None) };
        let ended = self.fetch::<Timestamp>(&self.known_place(known)).await?.is_some();
        Ok((!ended).then_some(known.browser))
    }

    /// Whether the mailbox of `e_mail` knows a browser. One read where its cookie says so.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn knows_browser(&self, e_mail: &str, known: Option<&KnownBrowser>) -> Result<bool, RecordsError> {
        Ok(self.known_to(&self.address_hash(e_mail), known).await?.is_some())
    }

    /// From now on a browser is not known any more, nor is a copy of its cookie. Three writes.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be ended.
    pub async fn forget_browser(&self, known: &KnownBrowser) -> Result<(), RecordsError> {
        let place = self.known_place(known);
        self.expire_at(&[Temporary::Value(&place)], later(self.now(), KNOWN_FOR)).await?;
        self.put(&place, &self.now()).await
    }

    fn known_place(&self, known: &KnownBrowser) -> Place {
        Place::of_installation(Domain::SignIn).part("forgotten").part(self.vault().blind(
            &scope(),
            "forgotten browser",
            &known.browser,
        ))
    }

    /// Whether so many guesses were counted that those under way at once could pass beyond the bound. Two reads.
    async fn is_near(&self, of_a_month: Bounded<'_>) -> Result<bool, RecordsError> {
        Ok(self.used_of(of_a_month).await? + GUESSES_AT_ONCE > INSTALLATION_A_MONTH.at_most())
    }

    /// Whether `quota` is one of the whole installation, and this the first to find it used up in its piece of time.
    async fn is_new_alarm(&self, quota: Quota) -> Result<bool, RecordsError> {
        if ![INSTALLATION_AN_HOUR, INSTALLATION_A_MONTH].contains(&quota) {
            return Ok(false);
        }
        let place = quota.alarm(self.now());
        if self.counted(&place).await? > 0 {
            return Ok(false);
        }
        self.expire_at(&[Temporary::Count(&place)], later(self.now(), quota.wait(self.now()))).await?;
        Ok(self.count(&place).await? == 1)
    }

    /// How much guessing there is at the whole installation. Four reads.
    ///
    /// # Errors
    /// [`RecordsError`] when the store cannot say.
    pub async fn guessing(&self) -> Result<Guessing, RecordsError> {
        let counters = Counters::of(self.vault(), &[0; 32], None);
        let [.., hour, month] = counters.guesses();
        let (hour, month) = futures::try_join!(self.used_of(hour), self.used_of(month))?;
        Ok(Guessing {
            wrong_codes_this_hour: hour,
            wrong_codes_this_month: month,
            is_alarming: hour >= INSTALLATION_AN_HOUR.at_most() || month >= INSTALLATION_A_MONTH.at_most(),
        })
    }

    /// Ends a parent's session before its time at these schools, as [`Records::end_session`] does. One write more for each.
    ///
    /// # Errors
    /// [`RecordsError`] when it could not be ended.
    pub async fn end_family_session<'a>(
        &self,
        session: &[u8; 16],
        schools: impl IntoIterator<Item = &'a SchoolId>,
    ) -> Result<(), RecordsError> {
        self.end_session(session).await?;
        // Documents that say it is not ended count no longer.
        for school in schools {
            self.note_change(school).await?;
        }
        Ok(())
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

    fn code_hash(&self, attempt: &OperationId, code: &SentCode) -> [u8; 32] {
        self.vault().blind(&scope(), "code", &[attempt.as_str().as_bytes(), b"/", code.as_bytes()].concat())
    }
}

const fn scope() -> Scope<'static> {
    Scope::installation(Domain::SignIn)
}

fn attempt_place(attempt: &OperationId) -> Place {
    Place::of_installation(Domain::SignIn).part("attempt").part(attempt)
}

/// Where it stands which long code was sent last to a mailbox.
fn latest_place(address: [u8; 32]) -> Place {
    Place::of_installation(Domain::SignIn).part("latest-long").part(address)
}

pub(crate) fn first_sixteen(hash: [u8; 32]) -> [u8; 16] {
    let mut sixteen = [0; 16];
    sixteen.copy_from_slice(&hash[..16]);
    sixteen
}
