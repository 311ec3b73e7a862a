//! Who may use whom. A rule that cannot reach a clock, a store or a page needs no reviewer to stay pure.

use anyhow::Result;
use cargo_metadata::{DependencyKind, Metadata};

use super::Finding;
use crate::packages;
use crate::workspace::Workspace;

/// Our crates and what each one names as a dependency.
pub(super) struct Graph(pub(super) Vec<Member>);

/// One of our crates.
pub(super) struct Member {
    /// Its folder, from the top of the work tree.
    pub(super) folder: String,
    /// Its name in cargo.
    pub(super) name: String,
    /// What it says it is.
    pub(super) description: Option<String>,
    /// What it names as a dependency.
    pub(super) uses: Vec<Use>,
}

/// One dependency of a crate of ours.
pub(super) struct Use {
    /// The crate's name, not what it may be renamed to.
    pub(super) name: String,
    /// Only for tests and benchmarks.
    pub(super) only_tests: bool,
    /// Behind a feature.
    pub(super) optional: bool,
}

impl Graph {
    /// Reads the graph from what cargo knows.
    ///
    /// # Errors
    /// When a crate of ours lies outside the work tree.
    pub(super) fn of(workspace: &Workspace, metadata: &Metadata) -> Result<Self> {
        let members = metadata.workspace_packages().into_iter().map(|package| {
            Ok(Member {
                folder: packages::folder(workspace.root(), package.manifest_path.as_std_path())?,
                name: package.name.to_string(),
                description: package.description.clone(),
                uses: package
                    .dependencies
                    .iter()
                    .map(|dependency| Use {
                        name: dependency.name.clone(),
                        only_tests: dependency.kind == DependencyKind::Development,
                        optional: dependency.optional,
                    })
                    .collect(),
            })
        });
        members.collect::<Result<_>>().map(Self)
    }

    /// How many crates are ours.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    fn named(&self, name: &str) -> Option<&Member> {
        self.0.iter().find(|member| member.name == name)
    }
}

/// The layers, lowest first. `ARCHITECTURE.md` draws them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layer {
    Types,
    Rules,
    Foundations,
    Pages,
    Components,
    /// Native only: never inside a component.
    Native,
    /// Tests, benchmarks and xtask: nothing uses them.
    Outside,
}

use Layer::{Components, Foundations, Native, Outside, Pages, Rules, Types};

/// The crates whose names do not tell their layer.
const PLACES: &[(&str, Layer)] = &[
    ("school-types", Types),
    ("assets", Foundations),
    ("checker-words", Foundations),
    ("clock", Foundations),
    ("credentials", Foundations),
    ("profiles", Foundations),
    ("records", Foundations),
    ("settings", Foundations),
    ("people-lists", Rules),
    ("terse-json", Foundations),
    ("vault", Foundations),
    ("web", Foundations),
    ("words", Foundations),
    ("decisions", Pages),
    ("letters", Pages),
    ("pages", Pages),
    ("printed-letters", Pages),
    ("reception", Pages),
    ("kv-stores", Native),
    ("record-check", Native),
    ("runner", Native),
    ("samples", Native),
    ("schoolgate-check", Native),
    ("testkit", Native),
];

impl Layer {
    fn of(member: &Member) -> Option<Self> {
        let folder = member.folder.as_str();
        if folder.contains("/fixtures/") || folder == "xtask" {
            return Some(Outside);
        }
        match folder.split_once('/')? {
            ("components", _) => Some(Components),
            ("tests" | "benches", _) => Some(Outside),
            ("crates", name) if name.ends_with("-rules") => Some(Rules),
            ("crates", name) => PLACES.iter().find(|(n, _)| *n == name).map(|(_, l)| *l),
            _ => None,
        }
    }

    /// Whether an ordinary dependency may point from this layer to that one, and if not, why.
    fn may_use(self, other: Self) -> Result<(), &'static str> {
        let allowed: &[Self] = match self {
            Types => &[],
            Rules => &[Types],
            Foundations => &[Types, Rules, Foundations],
            Pages => &[Types, Rules, Foundations, Pages],
            Components => &[Types, Rules, Foundations, Pages],
            Native => &[Types, Rules, Foundations, Pages, Native],
            Outside => &[Types, Rules, Foundations, Pages, Native],
        };
        if allowed.contains(&other) {
            return Ok(());
        }
        Err(match (self, other) {
            (_, Components) => "components meet in the store, in WIT or over HTTP, never in each other's code",
            (Types, _) => "nothing of ours lies below it",
            (Rules, Rules) => "rules never use each other; what two of them need moves to school-types",
            (Rules, _) => {
                "a rule is given facts and a date and gives a decision; it knows no clock, store, request or language"
            }
            (_, Outside) => "tests, benchmarks and xtask are used by nobody",
            (_, Native) => "it is native and cannot be part of a component",
            _ => "arrows point down only",
        })
    }
}

/// Crates of others that only some of ours may use.
const KEPT: &[(&[&str], &[&str], &str)] = &[
    (
        &["spin-sdk"],
        &["components/", "benches/", "crates/records", "crates/settings", "crates/letters"],
        "the platform is kept to the edge, so that everything else is tested without WebAssembly",
    ),
    (
        &["wasmtime", "wasmtime-wasi", "wasmtime-wasi-http"],
        &["crates/runner", "tests/wasm"],
        "only the runner is a host; Wasmtime takes minutes to compile",
    ),
    (
        &["maud"],
        &["crates/pages", "crates/letters"],
        "markup is in one place, where every example is rendered and checked",
    ),
    (
        &["rusqlite", "redis"],
        &["crates/kv-stores", "tests/"],
        "a component reaches its store through the platform alone",
    ),
];

/// What a rule crate may not use, by name; each is a clock, I/O, chance, markup or waiting.
const IMPURE: &[&str] =
    &["async-trait", "futures", "getrandom", "http", "maud", "rand", "reqwest", "spin-sdk", "tokio", "ureq"];

/// Whether a file is code that can be part of a component.
pub(super) fn is_guest_code(path: &str) -> bool {
    let mut parts = path.split('/');
    let (parent, name) = (parts.next(), parts.next().unwrap_or_default());
    let source = parts.next() == Some("src") && path.ends_with(".rs");
    let native = PLACES.contains(&(name, Native));
    source && (parent == Some("components") || parent == Some("crates") && !native)
}

pub(super) fn check(graph: &Graph) -> Vec<Finding> {
    graph.0.iter().flat_map(|member| check_member(graph, member)).collect()
}

fn check_member(graph: &Graph, member: &Member) -> Vec<Finding> {
    let Some(layer) = Layer::of(member) else {
        return vec![Finding::error(
            &member.folder,
            "it is on no layer; give it its place in xtask/src/tidy/arrows.rs, and so say what it may use",
        )];
    };
    member
        .uses
        .iter()
        .filter_map(|used| Some((used, refusal(graph, member, layer, used)?)))
        .map(|(used, why)| Finding::error(&member.folder, format!("it may not use {}: {why}", used.name)))
        .collect()
}

/// Why this dependency may not be, if so.
fn refusal(graph: &Graph, member: &Member, layer: Layer, used: &Use) -> Option<&'static str> {
    if let Some(ours) = graph.named(&used.name) {
        let other = Layer::of(ours)?;
        // A test may set anything up, but for a component, which it meets as its users do; the whole-application tests
        // walk each component's own list of routes.
        if used.only_tests && (other != Components || member.folder.starts_with("tests/")) {
            return None;
        }
        if ours.name == "testkit" && layer != Outside {
            return Some("it plants people and stops stores: for tests only");
        }
        return layer.may_use(other).err();
    }
    if layer == Rules && !used.only_tests && IMPURE.contains(&used.name.as_str()) {
        return Some("a rule has no I/O, clock, chance, markup or waiting");
    }
    let (_, places, why) = KEPT.iter().find(|(names, _, _)| names.contains(&used.name.as_str()))?;
    let allowed = layer == Outside && member.folder.contains("/fixtures/")
        || places.iter().any(|place| match place.strip_suffix('/') {
            Some(_) => member.folder.starts_with(place),
            None => member.folder == *place,
        });
    if !allowed {
        return Some(why);
    }
    if used.name == "spin-sdk" && layer != Components && layer != Outside && !used.optional {
        return Some("here it stands behind a feature, so that native tests need no platform");
    }
    None
}
