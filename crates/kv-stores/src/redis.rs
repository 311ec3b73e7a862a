//! The Redis and Valkey backend: keys and values as they are, one shared connection that reconnects by itself.

use crate::{BULK_PORTION, Error, Store};
use async_trait::async_trait;
use redis::{
    AsyncCommands, Client,
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

    fn connection(&self) -> ConnectionManager {
        self.connection.clone()
    }
}

#[async_trait]
impl Store for RedisServer {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, Error> {
        Ok(self.connection().get(key).await?)
    }

    async fn set(&self, key: &str, value: Vec<u8>) -> Result<(), Error> {
        Ok(self.connection().set(key, value).await?)
    }

    async fn delete(&self, key: &str) -> Result<(), Error> {
        Ok(self.connection().del(key).await?)
    }

    async fn exists(&self, key: &str) -> Result<bool, Error> {
        Ok(self.connection().exists(key).await?)
    }

    async fn increment(&self, key: &str, delta: i64) -> Result<i64, Error> {
        let refused = |error: redis::RedisError| match error.kind() {
            // "value is not an integer or out of range", "increment or decrement would overflow".
            redis::ErrorKind::Server(redis::ServerErrorKind::ResponseError) => Error::NotACounter,
            _ => error.into(),
        };
        self.connection().incr(key, delta).await.map_err(refused)
    }

    async fn keys(&self) -> Result<Vec<String>, Error> {
        let mut connection = self.connection();
        let mut scan = connection.scan::<String>().await?;
        let mut keys = Vec::new();
        while let Some(key) = scan.next_item().await {
            keys.push(key?);
        }
        // A scan may return a key more than once.
        keys.sort_unstable();
        keys.dedup();
        Ok(keys)
    }

    async fn set_many(&self, entries: Vec<(String, Vec<u8>)>) -> Result<(), Error> {
        for portion in entries.chunks(BULK_PORTION) {
            let () = self.connection().mset(portion).await?;
        }
        Ok(())
    }
}
