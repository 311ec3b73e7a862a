//! The keys derived from a domain's key, kept while they are used.

use std::sync::{Mutex, PoisonError};

use zeroize::Zeroizing;

use crate::{
    Scope,
    keys::{DomainKey, Use},
};

/// How many are kept. A request uses fewer than ten.
const MOST: usize = 64;

/// A domain's key and the keys derived from it last. Nothing of a request is among them: a derived key is the same for everybody
/// who comes to that school.
pub(crate) struct Derived {
    domain: DomainKey,
    kept: Mutex<Vec<Kept>>,
}

struct Kept {
    purpose: Purpose,
    owner: Box<str>,
    key: Zeroizing<[u8; 32]>,
}

/// [`Use`], owned.
enum Purpose {
    Seal,
    Blind(Box<str>),
}

impl Derived {
    pub(crate) fn new(domain: DomainKey) -> Self {
        Self { domain, kept: Mutex::default() }
    }

    /// The key for a use in a scope.
    pub(crate) fn key(&self, purpose: Use<'_>, scope: Scope<'_>) -> Zeroizing<[u8; 32]> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = kept.iter().find(|kept| kept.is(purpose, scope)) {
            return found.key.clone();
        }
        let key = self.domain.derive(purpose, scope);
        let purpose = match purpose {
            Use::Seal => Purpose::Seal,
            Use::Blind(label) => Purpose::Blind(label.into()),
        };
        if kept.len() == MOST {
            kept.clear();
        }
        kept.push(Kept { purpose, owner: scope.owner().into(), key: key.clone() });
        key
    }
}

impl Kept {
    fn is(&self, purpose: Use<'_>, scope: Scope<'_>) -> bool {
        let same_use = match (&self.purpose, purpose) {
            (Purpose::Seal, Use::Seal) => true,
            (Purpose::Blind(mine), Use::Blind(label)) => **mine == *label,
            _ => false,
        };
        same_use && *self.owner == *scope.owner()
    }
}

/// The clone keeps keys of its own.
impl Clone for Derived {
    fn clone(&self) -> Self {
        Self::new(self.domain.clone())
    }
}

#[cfg(test)]
mod tests {
    use school_types::SchoolId;

    use super::*;
    use crate::{Domain, MasterKey};

    #[test]
    fn a_kept_key_is_the_one_that_would_be_derived_however_many_were_asked_for() {
        let domain = MasterKey::from_bytes([7; 32]).domain_key(Domain::People);
        let derived = Derived::new(domain.clone());
        let schools: Vec<SchoolId> = (0..MOST).map(|n| format!("school-{n}").parse().unwrap()).collect();
        for _ in 0..2 {
            for school in &schools {
                let scope = Scope::school(school, Domain::People);
                for purpose in [Use::Seal, Use::Blind("address"), Use::Blind("code")] {
                    assert_eq!(*derived.key(purpose, scope), *domain.derive(purpose, scope));
                    assert_eq!(*derived.key(purpose, scope), *domain.derive(purpose, scope));
                }
            }
        }
        assert!(derived.kept.lock().unwrap().len() <= MOST);
    }
}
