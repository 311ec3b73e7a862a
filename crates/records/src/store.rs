//! What is asked of a store, and nothing more.

use futures::future::LocalBoxFuture;

use crate::StoreError;

/// A key-value store with one atomic operation.
///
/// These five are all that every supported backend (SQLite, Redis and Valkey) does alike. There is no
/// compare-and-swap and no reading of several keys at once: both are broken on Redis under Spin.
pub trait Store {
    /// The value at `key`, or none if there is none. A failure is an error, never none.
    fn get<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<Option<Vec<u8>>, StoreError>>;

    /// Puts `value` at `key` in place of whatever is there. After an error it may stand there or not.
    fn set<'a>(&'a self, key: &'a str, value: &'a [u8]) -> LocalBoxFuture<'a, Result<(), StoreError>>;

    /// Removes the value or counter at `key`; nothing there is no error.
    fn delete<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<(), StoreError>>;

    /// Adds one to the counter at `key`, atomically, and answers its new value: 1 for a new counter. No two
    /// callers are ever given the same number. A counter is never `set`.
    fn increment<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<u64, StoreError>>;

    /// Every key there is. Walks the whole store: for backup and repair, never for a request.
    fn keys(&self) -> LocalBoxFuture<'_, Result<Vec<String>, StoreError>>;

    /// The counter at `key`, 0 if there is none; a plain read.
    fn counter<'a>(&'a self, key: &'a str) -> LocalBoxFuture<'a, Result<u64, StoreError>> {
        Box::pin(async move { read_counter(key, self.get(key).await?.as_deref()) })
    }
}

/// Reads a counter as stored: 8 bytes little-endian by Spin's SQLite store, decimal digits by Redis. Eight digits end
/// in a byte other than zero, and no counter reaches 2^56, so the last byte tells which. Absent is 0.
///
/// `key` is only named in the error.
pub fn read_counter(key: &str, stored: Option<&[u8]>) -> Result<u64, StoreError> {
    let Some(bytes) = stored else { return Ok(0) };
    if let Ok(eight) = <[u8; 8]>::try_from(bytes)
        && eight[7] == 0
    {
        return Ok(u64::from_le_bytes(eight));
    }
    std::str::from_utf8(bytes)
        .ok()
        .filter(|text| text.bytes().all(|b| b.is_ascii_digit()))
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| StoreError::BadCounter { key: key.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_counter_reads_as_either_backend_stores_it() {
        for number in [1, 9, 255, 256, 12_345_678, 99_999_999, 1 << 40] {
            assert_eq!(read_counter("k", Some(&u64::to_le_bytes(number))), Ok(number));
            assert_eq!(read_counter("k", Some(number.to_string().as_bytes())), Ok(number));
        }
        assert_eq!(read_counter("k", None), Ok(0));
        assert_eq!(read_counter("k", Some(&[0; 8])), Ok(0));
    }

    #[test]
    fn anything_else_is_an_error_and_not_a_number() {
        for bad in [&b""[..], b"+1", b"-1", b"1 ", b"one", &[0; 7], &[255; 8], b"99999999999999999999999"] {
            assert_eq!(read_counter("k", Some(bad)), Err(StoreError::BadCounter { key: "k".to_owned() }));
        }
    }
}
