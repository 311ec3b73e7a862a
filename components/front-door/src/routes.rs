//! Every page of the component, with who may ask for it.

use http::Method;
use web::{
    Access::{self, Anyone, DemoOnly},
    Route,
};

/// What the component does for a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// A school's first page.
    School,
    /// The same without the slash: leads there.
    SchoolWithoutSlash,
    /// A school's colours.
    Look,
    /// A school's crest.
    Crest,
    /// A school's privacy notice.
    Privacy,
    /// A school's accessibility statement.
    Accessibility,
    /// Whether everything works.
    Health,
    /// The sample schools.
    Schools,
    /// The letters that would have been sent.
    Outbox,
    /// The same for programs.
    OutboxJson,
}

const fn get(name: &'static str, pattern: &'static str, access: Access, action: Action) -> Route<Action> {
    Route { name, method: Method::GET, pattern, access, action }
}

/// Every route.
pub const ROUTES: &[Route<Action>] = &[
    get("school", "/s/{school}/", Anyone, Action::School),
    get("school-without-slash", "/s/{school}", Anyone, Action::SchoolWithoutSlash),
    get("look", "/s/{school}/look.css", Anyone, Action::Look),
    get("crest", "/s/{school}/crest.svg", Anyone, Action::Crest),
    get("privacy", "/s/{school}/privacy", Anyone, Action::Privacy),
    get("accessibility", "/s/{school}/accessibility", Anyone, Action::Accessibility),
    get("health", "/health", Anyone, Action::Health),
    get("schools", "/", DemoOnly, Action::Schools),
    get("outbox", "/dev/outbox", DemoOnly, Action::Outbox),
    get("outbox-json", "/dev/outbox.json", DemoOnly, Action::OutboxJson),
];
