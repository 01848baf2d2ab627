//! Documents that list what the code has, compared with the code.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn every_dependency_has_its_reason() {
    let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
    let used = manifest["workspace"]["dependencies"].as_table().unwrap();
    let used: BTreeSet<&str> =
        used.iter().filter(|(_, it)| it.get("path").is_none()).map(|(name, _)| &**name).collect();

    let page = read("docs/dependencies.md");
    let explained = page.split("## Considered").next().unwrap();
    let explained: BTreeSet<&str> = rows(explained).collect();

    let unexplained: Vec<_> = used.difference(&explained).collect();
    let gone: Vec<_> = explained.difference(&used).collect();
    assert!(unexplained.is_empty(), "docs/dependencies.md lacks a line for {unexplained:?}");
    assert!(gone.is_empty(), "docs/dependencies.md explains what is not used: {gone:?}");
}

/// The first cell of every table row, heads and rulers aside.
fn rows(page: &str) -> impl Iterator<Item = &str> {
    page.lines()
        .filter_map(|line| line.strip_prefix("| ")?.split(" |").next())
        .filter(|cell| *cell != "crate" && !cell.starts_with('-'))
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)).unwrap()
}
