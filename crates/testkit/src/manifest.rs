//! What `spin.toml` says of a component.

use toml::{Table, Value};

use crate::fail;

/// The application's manifest.
pub fn manifest() -> Table {
    let read = include_str!("../../../spin.toml").parse();
    read.unwrap_or_else(|problem| fail(format!("spin.toml: {problem}")))
}

/// Fails the test unless Spin sends `component` whatever its routes are for. `patterns` are theirs, such as `/s/{school}/help`.
#[track_caller]
pub fn assert_spin_sends<'p>(component: &str, patterns: impl IntoIterator<Item = &'p str>) {
    let manifest = manifest();
    let triggers = manifest["trigger"]["http"].as_array().into_iter().flatten();
    let here = triggers.filter(|trigger| trigger["component"].as_str() == Some(component));
    let routes: Vec<&str> = here.filter_map(|trigger| trigger.get("route").and_then(Value::as_str)).collect();
    for pattern in patterns {
        let pattern = pattern.replace("{school}", ":school");
        let covered = |listed: &&str| match listed.strip_suffix("/...") {
            Some(start) => pattern == start || pattern.starts_with(&format!("{start}/")),
            None => pattern == **listed,
        };
        if !routes.iter().any(covered) {
            fail(format!("spin.toml does not send {pattern} to {component}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "does not send /s/:school/office to signposting")]
    fn a_route_that_leads_to_another_component_is_noticed() {
        assert_spin_sends("signposting", ["/s/{school}/help", "/s/{school}/office"]);
    }
}
