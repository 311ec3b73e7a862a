//! Every page of the component, with who may ask for it.

use http::Method;
use web::{
    Access::{self, Anyone, Token},
    Route,
};

/// What the component does for a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// A question, or the answer.
    Help,
    /// What has to be checked again.
    Due,
    /// The answer as data.
    Data,
    /// The panel for the school's own website.
    Panel,
    /// Asks the web addresses whether they answer.
    AskLinks,
}

const fn get(name: &'static str, pattern: &'static str, access: Access, action: Action) -> Route<Action> {
    Route { name, method: Method::GET, pattern, access, action }
}

/// Every route.
pub const ROUTES: &[Route<Action>] = &[
    get("help", "/s/{school}/help", Anyone, Action::Help),
    get("help-due", "/s/{school}/help/due", Anyone, Action::Due),
    get("help-data", "/s/{school}/help/api/v1", Anyone, Action::Data),
    get("help-panel", "/embed/{school}/help", Anyone, Action::Panel),
    Route { name: "ask-links", method: Method::POST, pattern: "/tasks/links", access: Token, action: Action::AskLinks },
];
