//! The Redis and Valkey backend: keys and values as they are, one shared connection that reconnects by itself.

use crate::{BULK_PORTION, Error, Store};
use async_trait::async_trait;
use redis::{
    AsyncCommands, Client, ErrorKind, RedisError, RedisResult, ServerErrorKind,
    aio::{ConnectionManager, ConnectionManagerConfig},
};
use std::time::Duration;

/// How long a connection attempt, and how long an answer, may take. The crate's own half second is too short for a
/// server that is rewriting its log.
const TIMEOUT: Duration = Duration::from_secs(5);

/// A connection to one Redis database, shared by every request: commands travel interleaved.
///
/// A command that fails because the connection broke is reported, not repeated (an increment must not count twice); the
/// next one finds a new connection.
#[derive(Clone)]
pub struct RedisServer {
    connection: ConnectionManager,
}

impl RedisServer {
    /// Connects to `redis://[user:password@]host[:port][/database]`.
    ///
    /// # Errors
    /// [`Error::Redis`] if the address is malformed or the server does not answer.
    pub async fn connect(url: &str) -> Result<Self, Error> {
        let config =
            ConnectionManagerConfig::new().set_connection_timeout(Some(TIMEOUT)).set_response_timeout(Some(TIMEOUT));
        let client = Client::open(url)?;
        let connection = client.get_connection_manager_with_config(config).await?;
        Ok(Self { connection })
    }

    /// Carries a command to its end on a task of its own.
    ///
    /// Commands queue for the connection, and whoever is called up must take their place before the next in line is served. An
    /// instance of a component that waits for an increment polls none of its other requests meanwhile: one of theirs that was
    /// called up would hold up everybody behind it, the increment too.
    async fn run<T, F>(&self, command: impl FnOnce(ConnectionManager) -> F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: Future<Output = RedisResult<T>> + Send + 'static,
    {
        let done = tokio::spawn(command(self.connection.clone())).await;
        Ok(done.map_err(|_| Error::Closed)??)
    }
}

#[async_trait]
impl Store for RedisServer {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, Error> {
        let key = key.to_owned();
        self.run(async move |mut connection| connection.get(key).await).await
    }

    async fn set(&self, key: &str, value: Vec<u8>) -> Result<(), Error> {
        let key = key.to_owned();
        self.run(async move |mut connection| connection.set(key, value).await).await
    }

    async fn delete(&self, key: &str) -> Result<(), Error> {
        let key = key.to_owned();
        self.run(async move |mut connection| connection.del(key).await).await
    }

    async fn exists(&self, key: &str) -> Result<bool, Error> {
        let key = key.to_owned();
        self.run(async move |mut connection| connection.exists(key).await).await
    }

    async fn increment(&self, key: &str, delta: i64) -> Result<i64, Error> {
        let key = key.to_owned();
        let counted = self.run(async move |mut connection| connection.incr(key, delta).await).await;
        counted.map_err(|error| match error {
            // "value is not an integer or out of range", "increment or decrement would overflow".
            Error::Redis(refused) if is_response(&refused) => Error::NotACounter,
            other => other,
        })
    }

    async fn keys(&self) -> Result<Vec<String>, Error> {
        let scan = async move |mut connection: ConnectionManager| {
            let mut scan = connection.scan::<String>().await?;
            let mut keys = Vec::new();
            while let Some(key) = scan.next_item().await {
                keys.push(key?);
            }
            Ok(keys)
        };
        let mut keys = self.run(scan).await?;
        // A scan may return a key more than once.
        keys.sort_unstable();
        keys.dedup();
        Ok(keys)
    }

    async fn set_many(&self, entries: Vec<(String, Vec<u8>)>) -> Result<(), Error> {
        let set = async move |mut connection: ConnectionManager| {
            for portion in entries.chunks(BULK_PORTION) {
                let () = connection.mset(portion).await?;
            }
            Ok(())
        };
        self.run(set).await
    }
}

fn is_response(error: &RedisError) -> bool {
    matches!(error.kind(), ErrorKind::Server(ServerErrorKind::ResponseError))
}
