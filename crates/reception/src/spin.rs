//! A component's desk on its platform.

use std::{
    cell::RefCell,
    rc::Rc,
    time::{Duration, Instant},
};

use clock::Clock;
use records::{Asker, KeptSchools, Records, RecordsError, spin::SpinStore};
use settings::Settings;
use vault::Vault;

use crate::{Desk, Problem, vault_of};

/// How long variables count as they were read. A provider may change one while the application runs: a key, a token.
const LASTS: Duration = Duration::from_secs(10);

/// How long a school's settings count as they were read, on pages that are the same for everybody.
const SETTINGS_LAST: Duration = Duration::from_secs(1);

/// What the requests of an instance share, because it is the same for all of them and a third of the time of a small page:
/// the application's variables, the keys derived from them, and schools' settings beside the sealed bytes they were read from
/// ([`KeptSchools`]). Nothing that came with a request, and nothing about a person.
struct Shared {
    since: Instant,
    settings: Rc<Settings>,
    vault: Vault,
    schools: Rc<KeptSchools>,
}

thread_local! {
    static SHARED: RefCell<Option<Rc<Shared>>> = const { RefCell::new(None) };
}

impl Shared {
    async fn get(schools: fn() -> KeptSchools) -> Result<Rc<Self>, Problem> {
        let known = SHARED.with_borrow(Clone::clone).filter(|shared| shared.since.elapsed() < LASTS);
        if let Some(shared) = known {
            return Ok(shared);
        }
        let since = Instant::now();
        let settings = Rc::new(Settings::from_spin().await?);
        let vault = vault_of(&settings)?;
        // Everything anew: what was opened with a key counts no longer than the key.
        let shared = Rc::new(Self { since, settings, vault, schools: Rc::new(schools()) });
        SHARED.set(Some(Rc::clone(&shared)));
        Ok(shared)
    }
}

/// The desk for one request, its records asked by `asker`: with the variables and the store that the manifest gives the
/// component. A changed variable counts after ten seconds at the latest.
///
/// # Errors
/// [`Problem::Settings`] when a variable is missing or wrong, [`Problem::Records`] when the store cannot be opened.
pub async fn open(asker: Asker) -> Result<Desk, Problem> {
    desk(asker, KeptSchools::default).await
}

/// The same for a component whose pages are the same for everybody, and on which nobody looks for what they just changed: a
/// school's changed settings count after a second at the latest. One component opens its desk always in the same way.
///
/// # Errors
/// As [`open`].
pub async fn open_for_all(asker: Asker) -> Result<Desk, Problem> {
    desk(asker, || KeptSchools::lasting(SETTINGS_LAST)).await
}

async fn desk(asker: Asker, schools: fn() -> KeptSchools) -> Result<Desk, Problem> {
    let shared = Shared::get(schools).await?;
    let clock = Clock::system();
    let store = SpinStore::open().await.map_err(RecordsError::from)?;
    let records = Records::new(Rc::new(store), shared.vault.clone(), clock.clone(), asker);
    let records = records.with_kept(Rc::clone(&shared.schools));
    Ok(Desk::new(records, Rc::clone(&shared.settings), clock))
}
