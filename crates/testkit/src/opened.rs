//! What a store holds, opened: for tests that look whether something is still in it.

use vault::{Domain, Scope};

use crate::Installation;

impl Installation {
    /// Every value that opens, as text, beside its key. Counters are not sealed and are left out.
    pub fn opened(&self) -> Vec<(String, String)> {
        let mut opened = Vec::new();
        for key in self.store.all_keys() {
            let mut parts = key.split('/');
            let owner = parts.next().and_then(|owner| owner.parse().ok());
            let domain = parts.next().and_then(|name| Domain::ALL.into_iter().find(|domain| domain.as_str() == name));
            let Some(domain) = domain else { continue };
            let scope = match &owner {
                Some(school) => Scope::school(school, domain),
                None => Scope::installation(domain),
            };
            let Some(sealed) = self.store.peek(&key) else { continue };
            if let Ok(value) = self.records.vault().open(&scope, &key, &sealed) {
                opened.push((key, String::from_utf8_lossy(&value).into_owned()));
            }
        }
        opened
    }

    /// The keys where `text` can be read, in the key or in the opened value, in whatever case.
    pub fn mentions(&self, text: &str) -> Vec<String> {
        let wanted = text.to_lowercase();
        let holds = |text: &str| text.to_lowercase().contains(&wanted);
        self.opened().into_iter().filter(|(key, value)| holds(key) || holds(value)).map(|(key, _)| key).collect()
    }
}
