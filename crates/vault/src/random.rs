//! Random bytes from the platform.

/// The platform gave no random bytes. Nothing may be sealed, and no code made, without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the platform gave no random bytes")]
pub struct RandomError;

/// `N` bytes from the platform's generator (`wasi:random` in a component), fit for keys, nonces, ids and codes.
pub fn random<const N: usize>() -> Result<[u8; N], RandomError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| RandomError)?;
    Ok(bytes)
}
