//! The cron trigger: runs a component's `handle-cron-event` on a schedule, as Spin's cron plug-in does.

use crate::{
    application::Settings,
    clock::HostClock,
    host::{Permissions, State},
    instances::new_store,
    log::Log,
    manifest::CronTrigger,
};
use anyhow::Context;
use chrono::{DateTime, Utc};
use croner::Cron;
use std::{sync::Arc, time::Duration};
use tokio::time::{sleep, timeout};
use wasmtime::component::InstancePre;

mod bindings {
    #![allow(missing_docs, unreachable_pub)] // generated
    wasmtime::component::bindgen!({
        path: "wit-cron",
        world: "spin-cron",
        exports: { default: async },
    });
}

use bindings::{SpinCronPre, fermyon::spin_cron::cron_types::Metadata};

/// The longest the runner sleeps without looking at the clock again, which somebody may have set.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// A component and when it runs.
pub(crate) struct Schedule {
    id: String,
    expression: Cron,
    component: SpinCronPre<State>,
    permissions: Arc<Permissions>,
    clock: HostClock,
    limit: Duration,
    log: Log,
}

impl Schedule {
    /// Reads the expression: six fields, seconds first, in UTC.
    pub(crate) fn new(
        trigger: &CronTrigger,
        pre: InstancePre<State>,
        permissions: Arc<Permissions>,
        settings: &Settings,
    ) -> anyhow::Result<Self> {
        Ok(Self {
            id: trigger.component.clone(),
            expression: parse(&trigger.expression)?,
            component: SpinCronPre::new(pre)
                .map_err(anyhow::Error::from)
                .context("does not export fermyon:spin-cron's handle-cron-event")?,
            permissions,
            clock: settings.clock.clone(),
            limit: settings.limits.request,
            log: settings.log.clone(),
        })
    }

    /// Runs the component at every time of the schedule, for ever. A run that takes longer than the next time skips it.
    pub(crate) async fn run(&self) {
        let mut after = self.now();
        // A schedule without any further time (a date in the past) ends.
        while let Ok(next) = self.expression.find_next_occurrence(&after, false) {
            loop {
                let wait = (next - self.now()).to_std().unwrap_or_default();
                if wait.is_zero() {
                    break;
                }
                sleep(wait.min(LONGEST_SLEEP)).await;
            }
            let outcome = match timeout(self.limit, self.call(next)).await {
                Ok(Ok(true)) => "done",
                Ok(Ok(false)) => "answered with an error",
                Ok(Err(_)) => "trapped",
                Err(_) => "took too long",
            };
            self.log.line(|| format!("cron {} {outcome}", self.id));
            after = next.max(self.now());
        }
    }

    /// Runs the component once in a fresh instance; says whether it reported success.
    async fn call(&self, at: DateTime<Utc>) -> wasmtime::Result<bool> {
        let engine = self.component.engine();
        let mut store = new_store(engine, &self.permissions);
        let instance = self.component.instantiate_async(&mut store).await?;
        let metadata = Metadata { timestamp: at.timestamp().unsigned_abs() };
        let answer = instance.call_handle_cron_event(&mut store, metadata).await?;
        Ok(answer.is_ok())
    }

    fn now(&self) -> DateTime<Utc> {
        let now = self.clock.since_1970();
        let seconds = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
        DateTime::from_timestamp(seconds, now.subsec_nanos()).unwrap_or_default()
    }
}

fn parse(expression: &str) -> anyhow::Result<Cron> {
    Cron::new(expression)
        .with_seconds_required()
        .with_dom_and_dow()
        .parse()
        .context("`cron_expression` must be six fields: second minute hour day month weekday")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schedule_has_seconds_and_is_in_utc() {
        let cron = parse("0 30 5 * * *").unwrap();
        let after: DateTime<Utc> = "2026-09-01T05:30:00Z".parse().unwrap();
        let next = cron.find_next_occurrence(&after, false).unwrap();
        assert_eq!(next.to_rfc3339(), "2026-09-02T05:30:00+00:00");
    }

    #[test]
    fn five_fields_are_refused() {
        assert!(parse("30 5 * * *").is_err());
    }
}
