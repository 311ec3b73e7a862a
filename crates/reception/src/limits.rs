//! How often somebody may try something.

use jiff::SignedDuration;
use records::{Counted, Limit};
use vault::{Domain, Scope};
use web::{Refusal, Source};

use crate::{Guest, Problem};

/// The window of a limit by source, in minutes (design.md, section 4).
const SOURCE_MINUTES: u32 = 10;

impl Guest<'_> {
    /// Counts a try of the kind `label` by whoever is behind `bucket`, a keyed hash.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] above `at_most` in `minutes`.
    pub async fn limit(
        &self,
        label: &'static str,
        bucket: &[u8; 32],
        minutes: u32,
        at_most: u64,
    ) -> Result<(), Problem> {
        match self.desk().records().limit(label, bucket, minutes, at_most).await? {
            Limit::Allowed => Ok(()),
            Limit::TryAgainIn(wait) => Err(too_many(wait).into()),
        }
    }

    /// Counts a try of the kind `label` by the request's source, a neighbourhood of the internet as a keyed hash.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] above `at_most` in ten minutes.
    pub async fn limit_source(&self, label: &'static str, at_most: u64) -> Result<(), Problem> {
        self.limit(label, &self.source_bucket(), SOURCE_MINUTES, at_most).await
    }

    /// The same where only tries that fail count: this one does until [`records::Records::give_back`].
    ///
    /// # Errors
    /// [`Refusal::TooMany`] above `at_most` in ten minutes.
    pub async fn limit_failures_of_source(&self, label: &'static str, at_most: u64) -> Result<Counted, Problem> {
        let records = self.desk().records();
        let counted = records.limit_failures(label, &self.source_bucket(), SOURCE_MINUTES, at_most).await?;
        Ok(counted.map_err(too_many)?)
    }

    fn source_bucket(&self) -> [u8; 32] {
        let vault = self.desk().records().vault();
        let source = Source::of(self.request(), &self.desk().settings().client_address_header, vault);
        vault.blind(&Scope::installation(Domain::Temporary), "source", source.as_str().as_bytes())
    }
}

fn too_many(wait: SignedDuration) -> Refusal {
    Refusal::TooMany { retry_after: u32::try_from(wait.as_secs()).unwrap_or(u32::MAX).max(1) }
}
