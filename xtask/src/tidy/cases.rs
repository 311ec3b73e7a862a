//! The house rules by example: each file of `xtask/tidy-cases/` is a small work tree and what tidy says of it.
//!
//! A file begins with what it shows. Then come files of the tree (`--- path`), our crates and what they use
//! (`--- arrows`: `folder -> names`, with `(tests)` after a name for one that only tests use and
//! `(feature)` for one behind a feature), and what is said, line by line (`--- said`). A broken bar is taken out: it keeps
//! apart what no file here may say in one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::arrows::{Graph, Member, Use};
use super::text_findings;
use super::tree::Tree;

#[test]
fn tidy_says_what_the_examples_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tidy-cases");
    let mut cases = 0;
    let mut differing = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let case = fs::read_to_string(&path).unwrap().replace('¦', "");
        let (input, expected) = case.split_once("--- said\n").expect("what is said");
        let mut sections = sections(input);
        let graph = graph(&sections.remove("arrows").unwrap_or_default());
        let tree: Tree = sections.into_iter().collect();

        let mut findings = text_findings(&tree, &graph);
        findings.sort();

        let said: String = findings.iter().map(|f| format!("{}\n", f.shown())).collect();
        if said != expected {
            differing.push(format!("{}:\n{said}", path.display()));
        }
        cases += 1;
    }
    assert!(differing.is_empty(), "tidy now says, for {}", differing.join("\n"));
    assert!(cases > 10);
}

fn sections(input: &str) -> BTreeMap<String, String> {
    let parts = format!("\n{input}");
    parts
        .split("\n--- ")
        .skip(1)
        .map(|part| {
            let (title, text) = part.split_once('\n').unwrap_or((part, ""));
            // `* 700` after a path repeats its lines that often.
            let (path, times) = title.split_once(" * ").unwrap_or((title, "1"));
            let text = format!("{}\n", text.trim_end_matches('\n'));
            (path.to_owned(), text.repeat(times.parse().unwrap()))
        })
        .collect()
}

fn graph(arrows: &str) -> Graph {
    let member = |line: &str| {
        let (folder, uses) = line.split_once("->").unwrap_or((line, ""));
        let folder = folder.trim();
        let uses = uses.split(',').map(str::trim).filter(|name| !name.is_empty());
        Member {
            folder: folder.to_owned(),
            name: folder.rsplit('/').next().unwrap().to_owned(),
            description: Some("A crate".to_owned()),
            uses: uses
                .map(|name| Use {
                    name: name.split(' ').next().unwrap().to_owned(),
                    only_tests: name.ends_with("(tests)"),
                    optional: name.ends_with("(feature)"),
                })
                .collect(),
        }
    };
    Graph(arrows.lines().filter(|line| !line.is_empty()).map(member).collect())
}
