//! Every address of the component, with who may ask for it.

use http::Method;
use web::{Access::Token, Route};

/// What the component does for a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Says what is in the body that must not be published.
    Check,
    /// Gives the safe version of the body.
    Clean,
    /// Gives what the rules know of the school, for the command line.
    Profile,
}

/// Every route.
pub const ROUTES: &[Route<Action>] = &[
    Route {
        name: "check",
        method: Method::POST,
        pattern: "/s/{school}/check/api/v1",
        access: Token,
        action: Action::Check,
    },
    Route {
        name: "check-clean",
        method: Method::POST,
        pattern: "/s/{school}/check/api/v1/clean",
        access: Token,
        action: Action::Clean,
    },
    Route {
        name: "check-profile",
        method: Method::GET,
        pattern: "/s/{school}/check/api/v1/profile",
        access: Token,
        action: Action::Profile,
    },
];
