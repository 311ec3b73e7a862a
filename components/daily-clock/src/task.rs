//! What is rung, and what is wrong with it.

use std::str::FromStr;

use http::{Uri, uri::Scheme};

/// The address of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Whether over TLS.
    pub is_secure: bool,
    /// The host, with its port where it is not the usual one.
    pub authority: String,
    /// Where below it, from the first slash on.
    pub path: String,
}

/// Why the application was not rung. For the log: names variables and addresses, never the token.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRung {
    /// A variable is not set, or empty.
    #[error("the variable {0} is not set")]
    Missing(&'static str),
    /// A variable could not be read.
    #[error("the variable {0} could not be read")]
    Unreadable(&'static str),
    /// `address` is no address of a task.
    #[error("the variable address is not an address like https://gate.example.org/tasks/daily")]
    NoAddress,
    /// A token is one line of visible characters.
    #[error("the variable token holds what no header can")]
    BadToken,
    /// Nobody answered.
    #[error("{path}: no answer ({reason})")]
    NoAnswer {
        /// The task.
        path: String,
        /// In the platform's words.
        reason: String,
    },
    /// The application refused, or failed.
    #[error("{path}: answered {status}")]
    Refused {
        /// The task.
        path: String,
        /// The answer's status: 401 for a token that is not the application's.
        status: u16,
    },
}

impl FromStr for Task {
    type Err = NotRung;

    fn from_str(address: &str) -> Result<Self, NotRung> {
        let address: Uri = address.parse().map_err(|_| NotRung::NoAddress)?;
        let is_secure = match address.scheme() {
            Some(scheme) if *scheme == Scheme::HTTPS => true,
            Some(scheme) if *scheme == Scheme::HTTP => false,
            _ => return Err(NotRung::NoAddress),
        };
        let authority = address.authority().filter(|authority| !authority.as_str().contains('@'));
        let authority = authority.ok_or(NotRung::NoAddress)?.to_string();
        let path = address.path();
        if !path.starts_with("/tasks/") || address.query().is_some() {
            return Err(NotRung::NoAddress);
        }
        Ok(Self { is_secure, authority, path: path.to_owned() })
    }
}

impl Task {
    /// What an answer of this status means.
    ///
    /// # Errors
    /// [`NotRung::Refused`] unless the task was done.
    pub fn outcome(&self, status: u16) -> Result<(), NotRung> {
        match status {
            200..=299 => Ok(()),
            _ => Err(NotRung::Refused { path: self.path.clone(), status }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_host_and_is_a_task() {
        let task: Task = "https://gate.example.org/tasks/daily".parse().unwrap();
        assert_eq!((task.is_secure, &*task.authority, &*task.path), (true, "gate.example.org", "/tasks/daily"));
        let task: Task = "http://127.0.0.1:3000/tasks/links".parse().unwrap();
        assert_eq!((task.is_secure, &*task.authority, &*task.path), (false, "127.0.0.1:3000", "/tasks/links"));
        for wrong in [
            "",
            "/tasks/daily",
            "gate.example.org/tasks/daily",
            "ftp://gate.example.org/tasks/daily",
            "https://gate.example.org",
            "https://gate.example.org/",
            "https://gate.example.org//tasks/daily",
            "https://gate.example.org/s/elm-street/",
            "https://gate.example.org/tasks/daily?now=1",
            "https://somebody:secret@gate.example.org/tasks/daily",
        ] {
            assert_eq!(wrong.parse::<Task>(), Err(NotRung::NoAddress), "{wrong}");
        }
    }

    #[test]
    fn only_a_task_that_was_done_is_no_error() {
        let task: Task = "https://gate.example.org/tasks/daily".parse().unwrap();
        assert_eq!(task.outcome(200), Ok(()));
        assert_eq!(task.outcome(204), Ok(()));
        for status in [302, 401, 404, 429, 500, 503] {
            let refused = task.outcome(status).unwrap_err().to_string();
            assert_eq!(refused, format!("/tasks/daily: answered {status}"));
        }
    }
}
