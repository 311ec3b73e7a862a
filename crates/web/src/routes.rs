//! One list of routes, with who may ask for each.

use std::{fmt, str::FromStr};

use http::Method;
use school_types::Role;

use crate::{Refusal, Request};

/// Who may ask for a page. Stated once, in the list of routes; the refusal tests walk the same list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anyone at all.
    Anyone,
    /// A parent or carer who is signed in.
    Parent,
    /// Staff who are signed in and hold one of these roles.
    Staff(&'static [Role]),
    /// A program that presents a token.
    Token,
    /// Anyone, but only in a demonstration: elsewhere the page does not exist.
    DemoOnly,
}

/// One page or action of a component.
#[derive(Clone, Debug)]
pub struct Route<A: Copy> {
    /// What the log and the tests call it.
    pub name: &'static str,
    /// Its method. `GET` serves `HEAD` too.
    pub method: Method,
    /// Its path: fixed segments and holes, `/s/{school}/consent/decide/{step}`. A hole takes one segment that is not
    /// empty.
    pub pattern: &'static str,
    /// Who may ask for it.
    pub access: Access,
    /// What the component does for it.
    pub action: A,
}

impl<A: Copy> Route<A> {
    /// The names of the pattern's holes, from the left.
    pub fn holes(&self) -> impl Iterator<Item = &'static str> + use<A> {
        parts(self.pattern).filter_map(hole)
    }

    /// The address with every hole filled by `fill`, for tests that walk the list.
    pub fn address(&self, fill: impl Fn(&str) -> String) -> String {
        let parts = parts(self.pattern).map(|part| hole(part).map_or_else(|| part.to_owned(), &fill));
        format!("/{}", parts.collect::<Vec<_>>().join("/"))
    }

    /// How the pattern fits a path, if it does.
    fn fits(&self, segments: &[String]) -> Option<Fit> {
        let mut fit = Fit { holes: Vec::new(), filled: Vec::new() };
        let mut segments = segments.iter();
        for part in parts(self.pattern) {
            let segment = segments.next()?;
            match hole(part) {
                Some(name) if !segment.is_empty() => fit.filled.push((name, segment.clone())),
                None if part == segment => {}
                _ => return None,
            }
            fit.holes.push(hole(part).is_some());
        }
        segments.next().is_none().then_some(fit)
    }
}

/// How a pattern fits a path.
struct Fit {
    /// Which parts are holes, from the left. Of two patterns the lesser fits better: `false`, a fixed part, sorts
    /// first.
    holes: Vec<bool>,
    /// What stands in the holes.
    filled: Vec<(&'static str, String)>,
}

/// The route a request asks for.
#[derive(Clone)]
pub struct Found<A> {
    /// The route's name, for the log.
    pub name: &'static str,
    /// Who may ask for it.
    pub access: Access,
    /// What to do.
    pub action: A,
    filled: Vec<(&'static str, String)>,
}

impl<A> Found<A> {
    /// What stands in the hole `name`, read as the type the action needs: `found.segment::<SchoolId>("school")`.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotFound`] when it cannot be that: an address that names nothing leads nowhere.
    pub fn segment<T: FromStr>(&self, name: &str) -> Result<T, Refusal> {
        let filled = self.filled.iter().find(|(hole, _)| *hole == name).ok_or(Refusal::NotFound)?;
        filled.1.parse().map_err(|_| Refusal::NotFound)
    }
}

/// The name only: the address may name a person's id.
impl<A> fmt::Debug for Found<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Found({})", self.name)
    }
}

/// Finds the route of a request. Where several fit, a fixed segment wins over a hole, the leftmost difference
/// deciding: so `/decide/check` is itself and not a step of `/decide/{step}`, wherever it stands in the list.
///
/// # Errors
///
/// [`Refusal::NotFound`] when no pattern fits the path, [`Refusal::MethodNotAllowed`] when only the method does not.
pub fn find<A: Copy>(routes: &[Route<A>], request: &Request) -> Result<Found<A>, Refusal> {
    let method = if *request.method() == Method::HEAD { &Method::GET } else { request.method() };
    let mut allowed: Vec<&str> = Vec::new();
    let mut best: Option<(Vec<bool>, Found<A>)> = None;
    for route in routes {
        let Some(Fit { holes, filled }) = route.fits(request.segments()) else { continue };
        allowed.push(route.method.as_str());
        if route.method == *method && best.as_ref().is_none_or(|(other, _)| holes < *other) {
            best = Some((holes, Found { name: route.name, access: route.access, action: route.action, filled }));
        }
    }
    match best {
        Some((_, found)) => Ok(found),
        None if allowed.is_empty() => Err(Refusal::NotFound),
        None => Err(Refusal::MethodNotAllowed { allow: allow_header(allowed) }),
    }
}

/// Whether some route answers `GET` at the address of `request`, whatever its own method.
pub fn can_be_opened<A: Copy>(routes: &[Route<A>], request: &Request) -> bool {
    routes.iter().any(|route| route.method == Method::GET && route.fits(request.segments()).is_some())
}

fn allow_header(mut methods: Vec<&str>) -> String {
    if methods.contains(&"GET") {
        methods.push("HEAD");
    }
    methods.sort_unstable();
    methods.dedup();
    methods.join(", ")
}

fn parts(pattern: &'static str) -> impl Iterator<Item = &'static str> {
    pattern.trim_start_matches('/').split('/')
}

fn hole(part: &'static str) -> Option<&'static str> {
    part.strip_prefix('{')?.strip_suffix('}')
}

#[cfg(test)]
mod tests {
    use school_types::SchoolId;

    use super::*;
    use crate::test::request;

    const fn route(method: Method, pattern: &'static str, action: u8) -> Route<u8> {
        Route { name: pattern, method, pattern, access: Access::Anyone, action }
    }

    const ROUTES: &[Route<u8>] = &[
        route(Method::GET, "/", 0),
        route(Method::GET, "/s/{school}/", 1),
        route(Method::GET, "/s/{school}/decide/{step}", 2),
        route(Method::POST, "/s/{school}/decide/{step}", 3),
        route(Method::GET, "/s/{school}/decide/check", 4),
    ];

    fn action(method: &str, address: &str) -> Result<u8, Refusal> {
        find(ROUTES, &request(method, address, &[])).map(|found| found.action)
    }

    #[test]
    fn a_request_finds_its_route() {
        assert_eq!(action("GET", "/"), Ok(0));
        assert_eq!(action("GET", "/?lang=cy"), Ok(0));
        assert_eq!(action("HEAD", "/s/elm-street/"), Ok(1));
        assert_eq!(action("GET", "/s/elm-street/decide/displays"), Ok(2));
        assert_eq!(action("POST", "/s/elm-street/decide/displays"), Ok(3));
    }

    #[test]
    fn a_fixed_segment_wins_over_a_hole() {
        assert_eq!(action("GET", "/s/elm-street/decide/check"), Ok(4));
        assert_eq!(action("POST", "/s/elm-street/decide/check"), Ok(3));
    }

    #[test]
    fn an_address_nobody_listed_is_not_found() {
        for address in ["/s", "/s/elm-street", "/s//", "/s/elm-street/decide/", "/s/elm-street/decide/a/b", "/%2F"] {
            assert_eq!(action("GET", address), Err(Refusal::NotFound), "{address}");
        }
    }

    #[test]
    fn a_listed_address_says_which_methods_it_takes() {
        let allow = |text: &str| Err(Refusal::MethodNotAllowed { allow: text.to_owned() });
        assert_eq!(action("POST", "/"), allow("GET, HEAD"));
        assert_eq!(action("DELETE", "/s/elm-street/decide/check"), allow("GET, HEAD, POST"));
        assert_eq!(action("get", "/"), allow("GET, HEAD"));
    }

    #[test]
    fn a_segment_is_read_as_its_type_or_leads_nowhere() {
        let found = find(ROUTES, &request("GET", "/s/elm-street/", &[])).unwrap();
        assert_eq!(found.segment::<SchoolId>("school").unwrap().as_str(), "elm-street");
        assert_eq!(found.segment::<u32>("school"), Err(Refusal::NotFound));
        assert_eq!(found.segment::<String>("step"), Err(Refusal::NotFound));
        let other = find(ROUTES, &request("GET", "/s/..%2Fother/", &[])).unwrap();
        assert_eq!(other.segment::<SchoolId>("school"), Err(Refusal::NotFound));
    }

    #[test]
    fn every_route_finds_itself_by_its_filled_address() {
        for route in ROUTES {
            let address = route.address(|hole| format!("some-{hole}"));
            assert_eq!(action(route.method.as_str(), &address), Ok(route.action));
        }
        assert_eq!(ROUTES[2].holes().collect::<Vec<_>>(), ["school", "step"]);
    }
}
