//! The documentation's page about settings is the one that the tables make.

use std::path::Path;

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
