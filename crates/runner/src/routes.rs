//! Which component answers a path: matched by the crate Spin matches with, so that precedence is Spin's.
//!
//! An exact route beats one with a `:segment`, which beats a trailing `/...`; of two wildcards the longer wins.

use crate::manifest::HttpTrigger;
use routefinder::{RouteSpec, Router};

/// Paths below this are the host's own, in Spin and here.
pub const RESERVED: &str = "/.well-known/spin/";

/// The routes of an application.
#[derive(Debug)]
pub struct Routes {
    router: Router<Route>,
}

/// One route of the manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// As the manifest writes it: `/s/:school/check/...`.
    pub pattern: String,
    /// The id of the component that answers.
    pub component: String,
}

/// A path that found its route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matched<'a> {
    /// The route.
    pub route: &'a Route,
    /// What the `/...` stood for, with its leading slash; empty for other routes.
    pub rest: String,
    /// What each `:segment` stood for, as it was in the path (percent-encoding and all).
    pub segments: Vec<(&'a str, String)>,
}

/// What is wrong with the manifest's routes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RouteError {
    /// Two triggers have one route.
    #[error("route `{route}` belongs to both `{one}` and `{other}`")]
    Duplicate {
        /// The route.
        route: String,
        /// A component that has it.
        one: String,
        /// The other one.
        other: String,
    },
    /// The route is below [`RESERVED`].
    #[error("route `{0}` can never be reached: {RESERVED} is the host's own")]
    Reserved(String),
    /// The pattern cannot be read.
    #[error("route `{route}`: {problem}")]
    Malformed {
        /// The route.
        route: String,
        /// What is wrong.
        problem: String,
    },
}

impl Route {
    /// The pattern without a trailing `/...`.
    pub fn prefix(&self) -> &str {
        self.pattern.strip_suffix("/...").unwrap_or(&self.pattern)
    }
}

impl Routes {
    /// Reads the routes of the triggers; private ones are left out.
    ///
    /// # Errors
    /// See [`RouteError`].
    pub fn new(triggers: &[HttpTrigger]) -> Result<Self, RouteError> {
        let mut router = Router::new();
        let mut seen: Vec<(String, &str)> = Vec::new();
        for trigger in triggers {
            let Some(pattern) = &trigger.route else {
                continue;
            };
            let absolute = match pattern.strip_prefix('/') {
                Some(_) => pattern.clone(),
                None => format!("/{pattern}"),
            };
            if absolute.starts_with(RESERVED) {
                return Err(RouteError::Reserved(pattern.clone()));
            }
            let spec = specification(&absolute);
            if let Some((_, one)) = seen.iter().find(|(seen, _)| *seen == spec) {
                return Err(RouteError::Duplicate {
                    route: pattern.clone(),
                    one: (*one).to_owned(),
                    other: trigger.component.clone(),
                });
            }
            let malformed = |problem: String| RouteError::Malformed { route: pattern.clone(), problem };
            let parsed: RouteSpec = spec.parse().map_err(malformed)?;
            let route = Route { pattern: pattern.clone(), component: trigger.component.clone() };
            let Ok(()) = router.add(parsed, route);
            seen.push((spec, &trigger.component));
        }
        Ok(Self { router })
    }

    /// The route for a path, if there is one.
    pub fn find(&self, path: &str) -> Option<Matched<'_>> {
        let found = self.router.best_match(path)?;
        let captures = found.captures();
        let rest = captures.wildcard().map_or_else(String::new, |rest| {
            // routefinder drops the slashes around the wildcard; Spin puts them back.
            match (rest.is_empty(), path.ends_with('/')) {
                (true, false) => String::new(),
                (true, true) => "/".to_owned(),
                (false, false) => format!("/{rest}"),
                (false, true) => format!("/{rest}/"),
            }
        });
        let own = |(name, value): (&'_ str, &str)| (name.to_owned(), value.to_owned());
        let values: Vec<_> = captures.iter().map(own).collect();
        let route = found.handler();
        let segments =
            values.into_iter().filter_map(|(name, value)| Some((segment_name(route, &name)?, value))).collect();
        Some(Matched { route, rest, segments })
    }

    /// Every route.
    pub fn iter(&self) -> impl Iterator<Item = &Route> {
        self.router.iter().map(|(_, route)| route)
    }
}

/// The pattern in routefinder's words: no trailing slash, `*` for `...`.
fn specification(pattern: &str) -> String {
    let pattern = pattern.strip_suffix('/').unwrap_or(pattern);
    match pattern.strip_suffix("/...") {
        Some(prefix) => format!("{prefix}/*"),
        None => pattern.to_owned(),
    }
}

/// The name of a segment as the pattern holds it, which lives as long as the route does.
fn segment_name<'a>(route: &'a Route, name: &str) -> Option<&'a str> {
    let mut names = route.pattern.split('/').filter_map(|part| part.strip_prefix(':'));
    names.find(|known| *known == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn routes(patterns: &[&str]) -> Result<Routes, RouteError> {
        let trigger = |pattern: &&str| HttpTrigger {
            route: Some((*pattern).to_owned()),
            component: format!("component of {pattern}"),
        };
        Routes::new(&patterns.iter().map(trigger).collect::<Vec<_>>())
    }

    fn check(patterns: &[&str], paths: &[(&str, Option<&str>)]) {
        let routes = routes(patterns).unwrap();
        for (path, expected) in paths {
            let found = routes.find(path).map(|matched| matched.route.pattern.clone());
            assert_eq!(found.as_deref(), *expected, "{path} among {patterns:?}");
        }
    }

    #[test]
    fn an_exact_route_matches_itself_with_or_without_a_trailing_slash() {
        check(
            &["/", "/health"],
            &[
                ("/", Some("/")),
                ("/health", Some("/health")),
                ("/health/", Some("/health")),
                ("/health/more", None),
                ("/healthy", None),
                ("/Health", None),
            ],
        );
    }

    #[test]
    fn a_wildcard_matches_its_prefix_and_everything_below() {
        check(
            &["/assets/..."],
            &[
                ("/assets", Some("/assets/...")),
                ("/assets/", Some("/assets/...")),
                ("/assets/a/b.css", Some("/assets/...")),
                ("/assetsx", None),
                ("/", None),
            ],
        );
    }

    #[test]
    fn a_segment_matches_exactly_one() {
        check(&["/s/:school"], &[("/s/oakfield", Some("/s/:school")), ("/s", None), ("/s/oakfield/consent", None)]);
    }

    #[test]
    fn the_more_exact_route_wins_in_any_order() {
        let patterns = ["/...", "/s/:school/...", "/s/:school/consent/...", "/s/:school/look.css", "/s/demo/..."];
        let paths = [
            ("/other", Some("/...")),
            ("/s/oakfield", Some("/s/:school/...")),
            ("/s/oakfield/staff", Some("/s/:school/...")),
            ("/s/oakfield/look.css", Some("/s/:school/look.css")),
            ("/s/oakfield/consent/decide/2", Some("/s/:school/consent/...")),
            ("/s/demo/x", Some("/s/demo/...")),
        ];
        check(&patterns, &paths);
        let mut reversed = patterns;
        reversed.reverse();
        check(&reversed, &paths);
    }

    #[test]
    fn the_component_learns_what_the_pattern_stood_for() {
        let routes = routes(&["/s/:school/check/..."]).unwrap();
        let found = |path| {
            let matched = routes.find(path).unwrap();
            (matched.rest, matched.segments)
        };
        let school = vec![("school", "oakfield".to_owned())];
        assert_eq!(found("/s/oakfield/check"), (String::new(), school.clone()));
        assert_eq!(found("/s/oakfield/check/"), ("/".to_owned(), school.clone()));
        assert_eq!(found("/s/oakfield/check/a/b"), ("/a/b".to_owned(), school.clone()));
        assert_eq!(found("/s/oakfield/check/a/"), ("/a/".to_owned(), school));
        let encoded = found("/s/a%2Fb/check/x").1;
        assert_eq!(encoded, [("school", "a%2Fb".to_owned())]);
    }

    #[test]
    fn two_components_cannot_have_one_route() {
        let error = routes(&["/a", "/a/"]).unwrap_err();
        assert!(matches!(error, RouteError::Duplicate { .. }), "{error}");
    }

    #[test]
    fn the_hosts_own_paths_cannot_be_taken() {
        let error = routes(&["/.well-known/spin/health"]).unwrap_err();
        assert!(matches!(error, RouteError::Reserved(_)), "{error}");
    }

    #[test]
    fn a_private_trigger_has_no_route() {
        let private = HttpTrigger { route: None, component: "private".to_owned() };
        assert_eq!(Routes::new(&[private]).unwrap().iter().count(), 0);
    }
}
