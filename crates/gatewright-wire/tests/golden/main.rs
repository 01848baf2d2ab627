//! Every golden value of the signed and encrypted formats, read and written again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod columns;
mod cookies;
mod tokens;

/// Reads rows out of a file of `testdata/`.
macro_rules! testdata {
    ($name:literal) => {
        serde_json::from_str::<serde_json::Value>(include_str!(concat!(
            "../../testdata/",
            $name,
            ".json"
        )))
        .unwrap()
    };
}
pub(crate) use testdata;

use serde_json::Value;

/// The rows of a list; a missing or empty list is a broken test.
pub(crate) fn rows(value: &Value) -> &[Value] {
    let rows = value.as_array().expect("a list");
    assert!(!rows.is_empty());
    rows
}

pub(crate) fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_else(|| panic!("{key} in {row}"))
}

pub(crate) fn number(row: &Value, key: &str) -> i64 {
    row[key].as_i64().unwrap_or_else(|| panic!("{key} in {row}"))
}

/// The secrets of a row, in the order written.
pub(crate) fn secrets(row: &Value) -> Vec<&[u8]> {
    rows(&row["secret_keys"]).iter().map(|key| key.as_str().unwrap().as_bytes()).collect()
}
