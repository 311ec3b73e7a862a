//! Instances of HTTP components: made when needed, reused for many requests, several at once, dropped when they fail.
//!
//! The queueing and the reuse are `wasmtime-wasi-http`'s, which is Spin's own way.

use crate::{
    host::{Permissions, State},
    log::Log,
};
use std::{
    pin::Pin,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
    time::{Duration, Instant},
};
use tokio::time::Sleep;
use wasmtime::{Engine, PoolConcurrencyLimitError, Store, StoreContextMut, component::GuestTaskId};
use wasmtime_wasi_http::{
    WasiHttpView,
    handler::{
        ExpirationError, HandlerState, Instance, InstantiationError, ProxyHandler, ProxyPre, Request, Response,
        ShouldAccept, WorkerExpiration, WorkerState, WorkerStatus,
    },
};

/// How long an instance without work is kept: Spin's second.
const IDLE: Duration = Duration::from_secs(1);

/// How instances are used.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The most requests one instance answers in its life; 1 gives every request a fresh one.
    pub reuse: usize,
    /// The most requests one instance answers at once.
    pub concurrent: usize,
    /// The longest one request may take until its answer begins, and then until it ends.
    pub request: Duration,
}

/// An HTTP component, ready to answer.
pub(crate) struct HttpComponent {
    handler: ProxyHandler<Factory>,
    limit: Duration,
}

/// Why a request was not answered by its component.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unanswered {
    /// The time limit passed.
    TookTooLong,
    /// Every instance is in use.
    Busy,
    /// The instance trapped, or the component answered with an error.
    Failed,
}

impl HttpComponent {
    pub(crate) fn new(
        id: &str,
        pre: ProxyPre<State>,
        engine: &Engine,
        permissions: Arc<Permissions>,
        limits: Limits,
        log: Log,
    ) -> Self {
        let factory = Factory { id: id.into(), pre, engine: engine.clone(), permissions, limits, log };
        Self { handler: ProxyHandler::new(factory), limit: limits.request }
    }

    /// Lets an instance answer. The instance goes on by itself while the body of the answer is read.
    pub(crate) async fn answer(&self, request: Request) -> Result<Response, Unanswered> {
        // What an instance is told of the request, and where it says whether it ended because time was up.
        let ended = Ended::default();
        let answer = tokio::time::timeout(self.limit, self.handler.handle(ended.clone(), request));
        let error = match answer.await {
            Err(_) => return Err(Unanswered::TookTooLong),
            Ok(Ok(response)) => return Ok(response),
            Ok(Err(error)) => error,
        };
        let no_instance = error.downcast_ref::<InstantiationError<Ended>>();
        match no_instance {
            Some(cause) if cause.error.is::<PoolConcurrencyLimitError>() => Err(Unanswered::Busy),
            _ if error.is::<ExpirationError>() || ended.is_out_of_time() => Err(Unanswered::TookTooLong),
            _ => {
                // The error's text may be the component's own, and so anyone's: only what kind it was is said.
                let factory = self.handler.state();
                let kind = match no_instance {
                    Some(_) => "could not be instantiated",
                    None => "answered with an error or trapped",
                };
                factory.log.line(|| format!("component {} {kind}", factory.id));
                Err(Unanswered::Failed)
            }
        }
    }
}

/// Whether the instance that has a request ended because time was up. That takes all its requests with it: the one that used up
/// the time, and those that only shared the instance.
#[derive(Clone, Default)]
struct Ended(Arc<OnceLock<Arc<AtomicBool>>>);

impl Ended {
    fn is_out_of_time(&self) -> bool {
        self.0.get().is_some_and(|out_of_time| out_of_time.load(Ordering::Relaxed))
    }
}

/// Makes instances of one component.
struct Factory {
    id: Arc<str>,
    pre: ProxyPre<State>,
    engine: Engine,
    permissions: Arc<Permissions>,
    limits: Limits,
    log: Log,
}

/// A store for one instance of a component, with its memory limit and interruptible.
pub(crate) fn new_store(engine: &Engine, permissions: &Arc<Permissions>) -> Store<State> {
    let mut store = Store::new(engine, State::new(permissions));
    store.limiter(|state| &mut state.limiter);
    store.set_epoch_deadline(1);
    store.epoch_deadline_async_yield_and_update(1);
    store
}

impl HandlerState for Factory {
    type StoreData = State;
    type WorkerExpiration = Expiration;
    type WorkerState = Worker;

    async fn instantiate(&self) -> wasmtime::Result<Instance<State, Expiration, Worker>> {
        let mut store = new_store(&self.engine, &self.permissions);
        let proxy = self.pre.instantiate_async(&mut store).await?;
        let out_of_time = Arc::new(AtomicBool::new(false));
        Ok(Instance {
            store,
            proxy,
            view: State::http,
            expiration: Expiration {
                request: self.limits.request,
                sleep: Box::pin(tokio::time::sleep(IDLE)),
                out_of_time: Arc::clone(&out_of_time),
            },
            state: Worker { id: Arc::clone(&self.id), limits: self.limits, log: self.log.clone(), out_of_time },
        })
    }
}

/// Ends an instance that is idle, or whose youngest request is older than the limit.
///
/// It is polled from outside the instance, so it also ends one that never gives control back.
struct Expiration {
    request: Duration,
    sleep: Pin<Box<Sleep>>,
    /// Set when it ends an instance that had work.
    out_of_time: Arc<AtomicBool>,
}

impl WorkerExpiration for Expiration {
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>, status: WorkerStatus, start: Instant) -> Poll<()> {
        let limit = match status {
            WorkerStatus::Idle => IDLE,
            WorkerStatus::Requests | WorkerStatus::PostReturn => self.request,
        };
        let deadline = (start + limit).into();
        if self.sleep.deadline() != deadline {
            self.sleep.as_mut().reset(deadline);
        }
        let expired = self.sleep.as_mut().poll(context);
        if expired.is_ready() && status != WorkerStatus::Idle {
            self.out_of_time.store(true, Ordering::Relaxed);
        }
        expired
    }
}

/// One instance's bookkeeping.
struct Worker {
    id: Arc<str>,
    limits: Limits,
    log: Log,
    out_of_time: Arc<AtomicBool>,
}

impl WorkerState for Worker {
    type StoreData = State;
    type RequestData = Ended;

    fn should_accept_request(&self, concurrent: usize, total: usize) -> ShouldAccept {
        if total >= self.limits.reuse {
            ShouldAccept::Never
        } else if concurrent >= self.limits.concurrent {
            ShouldAccept::No
        } else {
            ShouldAccept::Yes
        }
    }

    fn on_request_start(
        &self,
        _store: StoreContextMut<'_, State>,
        request: Ended,
        _task: GuestTaskId,
    ) -> Pin<Box<dyn Future<Output = ()> + Send + Sync>> {
        // One request is started once.
        let _ = request.0.set(Arc::clone(&self.out_of_time));
        Box::pin(tokio::time::sleep(self.limits.request))
    }

    fn drop(&self, store: Store<State>, result: Result<(), wasmtime::Error>) {
        let trap = result.as_ref().err().and_then(|error| error.downcast_ref::<wasmtime::Trap>());
        let reason = match trap {
            Some(trap) => Some(trap.to_string()),
            None if self.out_of_time.load(Ordering::Relaxed) => Some("out of time".to_owned()),
            // Idle, worn out, or the runner itself ends.
            None => None,
        };
        if let Some(reason) = reason {
            self.log.line(|| format!("instance of {} ended: {reason}", self.id));
        }
        drop(store);
    }
}
