//! Every page and action of the component, with who may ask for it: each folder's own list, put together.

use http::Method;
use web::{Access, Route};

use crate::{
    account, api, audit, children, classes, contacts, families, home, new_parents, people, settings, sign_in, staff,
    tasks,
};

/// What the component does for a route, by the folder that does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Signing in and out, and setting an account up.
    SignIn(sign_in::Action),
    /// The first page.
    Home(home::Action),
    /// One's own account.
    Account(account::Action),
    /// Accounts of staff.
    Staff(staff::Action),
    /// Lists of people.
    People(people::Action),
    /// Lists of people, brought by programs.
    Api(api::Action),
    /// Parents whom a program listed.
    NewParents(new_parents::Action),
    /// One child.
    Children(children::Action),
    /// A pupil's contacts by hand.
    Contacts(contacts::Action),
    /// Classes, sheets, figures.
    Classes(classes::Action),
    /// Writing to families.
    Families(families::Action),
    /// The school's settings, and setting a school up.
    Settings(settings::Action),
    /// Who did what.
    Audit(audit::Action),
    /// What a scheduler or the operator asks for.
    Tasks(tasks::Action),
}

/// Every route.
pub fn routes() -> Vec<Route<Action>> {
    let mut all = Vec::new();
    add(&mut all, sign_in::ROUTES, Action::SignIn);
    add(&mut all, home::ROUTES, Action::Home);
    add(&mut all, account::ROUTES, Action::Account);
    add(&mut all, staff::ROUTES, Action::Staff);
    add(&mut all, people::ROUTES, Action::People);
    add(&mut all, api::ROUTES, Action::Api);
    add(&mut all, new_parents::ROUTES, Action::NewParents);
    add(&mut all, children::ROUTES, Action::Children);
    add(&mut all, contacts::ROUTES, Action::Contacts);
    add(&mut all, classes::ROUTES, Action::Classes);
    add(&mut all, families::ROUTES, Action::Families);
    add(&mut all, settings::ROUTES, Action::Settings);
    add(&mut all, audit::ROUTES, Action::Audit);
    add(&mut all, tasks::ROUTES, Action::Tasks);
    all
}

fn add<A: Copy>(all: &mut Vec<Route<Action>>, routes: &[Route<A>], action: fn(A) -> Action) {
    all.extend(routes.iter().map(|route| Route {
        name: route.name,
        method: route.method.clone(),
        pattern: route.pattern,
        access: route.access,
        action: action(route.action),
    }));
}

/// A page.
pub const fn get<A: Copy>(name: &'static str, pattern: &'static str, access: Access, action: A) -> Route<A> {
    Route { name, method: Method::GET, pattern, access, action }
}

/// A form that is sent.
pub const fn post<A: Copy>(name: &'static str, pattern: &'static str, access: Access, action: A) -> Route<A> {
    Route { name, method: Method::POST, pattern, access, action }
}

/// Something a program puts.
pub const fn put<A: Copy>(name: &'static str, pattern: &'static str, access: Access, action: A) -> Route<A> {
    Route { name, method: Method::PUT, pattern, access, action }
}
