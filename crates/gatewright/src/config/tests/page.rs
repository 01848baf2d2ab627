//! The documentation's page about settings is the one that the tables make.

use std::path::Path;

use crate::config::check::{IDLE, MISSING};
use crate::config::known::ROWS;
use crate::config::page;

#[test]
fn settings_page() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/settings.md");
    let page = page();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &page).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == page, "docs/settings.md is out of date: run this test with UPDATE_DOCS=1");
}

#[test]
fn every_setting_is_on_the_page_and_explained() {
    let page = page();
    for row in ROWS.iter() {
        assert!(page.contains(&format!("| `{}`", row.key)), "{}", row.key);
        assert!(row.doc.trim().ends_with('.'), "{}: {}", row.key, row.doc);
    }
}

/// Read by the settings themselves: what they switch on is refused, or they say how to check.
const BY_CHECKS: &[&str] = &[
    "ALLOW_WEAK_SECRETS",
    "DEBUG",
    "LOGIN_DISABLED",
    "SECURITY_DATETIME_FACTORY",
    "SECURITY_RENDER_TEMPLATE",
    "SECURITY_SEND_REGISTER_EMAIL",
    "SECURITY_SUBDOMAIN",
    "TESTING",
];

/// The sources outside of the settings and the tests, as one text.
fn sources(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() && !matches!(name, "config" | "tests" | "testing") {
            sources(&path, text);
        } else if name.ends_with(".rs") && name != "tests.rs" {
            text.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_setting_is_read_or_said_to_have_no_effect() {
    let mut text = String::new();
    for folder in ["src", "../gatewright-server/src"] {
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut text);
    }
    let words: std::collections::HashSet<&str> = text
        .split('.')
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(""))
        .collect();
    for row in ROWS.iter().filter(|row| !MISSING.contains(&row.owner)) {
        let said = IDLE.contains(&row.key) || BY_CHECKS.contains(&row.key);
        assert!(said || words.contains(row.field), "{} is read by nobody", row.key);
    }
    for key in IDLE.iter().chain(BY_CHECKS) {
        assert!(ROWS.iter().any(|row| row.key == *key), "there is no setting {key}");
    }
}
