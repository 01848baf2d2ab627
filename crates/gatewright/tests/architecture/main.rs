//! The laws of docs/ARCHITECTURE.md, read off the `crate::…` paths in the sources.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod source;

use std::collections::{BTreeMap, BTreeSet};

use source::{Source, sources};

/// From the ground up. A folder may import from lower floors, from itself, and along its own floor
/// as long as that makes no circle.
const FLOORS: &[&[&str]] = &[
    &["config", "model", "text", "i18n", "facts", "error", "clock", "random", "principal"],
    &["store", "kv", "outbound", "password", "event", "hooks"],
    &["security"],
    &["request"],
    &["session", "authn", "web"],
    &["guard"],
    &["signin"],
    &["features"],
    &["assembly"],
    &["cli", "admin", "testing"],
];

/// Who may name axum: those who speak HTTP.
const HTTP_SPEAKERS: &[&str] = &["facts", "web", "guard", "assembly", "testing"];

/// Crates that hash, sign or encrypt; `gatewright-wire` alone builds on them.
const FORMATS: &[&str] = &[
    "aes",
    "argon2",
    "bcrypt",
    "cbc",
    "ctr",
    "hmac",
    "md5",
    "pbkdf2",
    "scrypt",
    "sha1",
    "sha_crypt",
];

const RANDOM: &[&str] = &["getrandom", "rand", "OsRng", "thread_rng"];

#[test]
fn imports_go_down() {
    assert_kept(&floors(&sources("src")));
}

#[test]
fn features_do_not_speak_http() {
    assert_kept(&http(&sources("src")));
}

#[test]
fn features_are_strangers_unless_they_say_so() {
    assert_kept(&strangers(&sources("src")));
}

#[test]
fn formats_time_and_randomness_have_one_home_each() {
    assert_kept(&homes(&sources("src")));
    assert_kept(&wire_is_pure(&sources("../gatewright-wire/src")));
}

// The laws. Each returns what breaks it.

fn floors(files: &[Source]) -> Vec<String> {
    let mut broken = Vec::new();
    let mut along: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for file in files.iter().filter(|file| !file.module.is_empty()) {
        let from = file.top();
        let Some(own) = floor(&file.module) else {
            broken.push(format!("{}: `{from}` has no floor", file.path));
            continue;
        };
        for import in file.imports() {
            let to = import[0].as_str();
            if to == from {
                continue;
            }
            match floor(&import) {
                None => broken.push(format!(
                    "{}: `crate::{}` is not where the thing lives",
                    file.path,
                    import.join("::")
                )),
                Some(other) if other == own => {
                    along.entry(from).or_default().insert(to.to_owned());
                }
                Some(other) if other > own => broken.push(format!(
                    "{}: floor {own} imports `{}` from floor {other}",
                    file.path,
                    import.join("::")
                )),
                Some(_) => {}
            }
        }
    }
    broken.extend(circle(&along).map(|at| format!("a circle on one floor through `{at}`")));
    broken
}

fn http(files: &[Source]) -> Vec<String> {
    let mut broken = Vec::new();
    for file in files {
        let feature = matches!(file.top(), "features" | "admin");
        let speaker = file.module.is_empty() || HTTP_SPEAKERS.contains(&file.top());
        for name in ["axum", "http", "http_body_util", "hyper", "tower"] {
            let forbidden = if name == "axum" { !speaker } else { feature };
            if forbidden && file.names_crate(name) {
                broken.push(format!("{}: knows `{name}`", file.path));
            }
        }
    }
    broken
}

fn strangers(files: &[Source]) -> Vec<String> {
    let mut broken = Vec::new();
    let mut depends: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.top() == "features" && file.module.len() == 2) {
        depends.entry(&file.module[1]).or_default().extend(file.depends());
    }
    for file in files.iter().filter(|file| file.top() == "features" && file.module.len() > 1) {
        let own = file.module[1].as_str();
        for import in file.imports().iter().filter(|import| import[0] == "features") {
            let Some(other) = import.get(1).filter(|name| depends.contains_key(name.as_str()))
            else {
                continue;
            };
            let data = import.get(2).is_some_and(|name| name == "settings");
            if other != own && !data && !depends[own].contains(other) {
                broken.push(format!("{}: `{own}` does not depend on `{other}`", file.path));
            }
        }
    }
    broken.extend(circle(&depends).map(|at| format!("features depend in a circle at `{at}`")));
    broken
}

fn homes(files: &[Source]) -> Vec<String> {
    let mut broken = Vec::new();
    for file in files {
        for name in FORMATS.iter().filter(|name| file.names_crate(name)) {
            broken.push(format!("{}: `{name}` belongs into gatewright-wire", file.path));
        }
        if file.module != ["clock"] {
            broken.extend(file.reads_time());
        }
        if file.module != ["random"] {
            for name in RANDOM.iter().filter(|name| file.names_crate(name)) {
                broken.push(format!("{}: asks `{name}`, not `random`", file.path));
            }
        }
    }
    broken
}

fn wire_is_pure(files: &[Source]) -> Vec<String> {
    let mut broken = Vec::new();
    for file in files {
        broken.extend(file.reads_time());
        for name in ["axum", "http", "tokio"].iter().filter(|name| file.names_crate(name)) {
            broken.push(format!("{}: knows `{name}`", file.path));
        }
        for part in ["fs", "net", "process"].iter().filter(|part| file.has(&["std", "::", part])) {
            broken.push(format!("{}: does I/O through `std::{part}`", file.path));
        }
    }
    broken
}

fn floor(module: &[String]) -> Option<usize> {
    if module[0] == "features" && module.get(2).is_some_and(|name| name == "settings") {
        return Some(0);
    }
    FLOORS.iter().position(|floor| floor.contains(&module[0].as_str()))
}

/// Some node of a circle, if the graph has one: what is left after the leaves are plucked.
fn circle(graph: &BTreeMap<&str, BTreeSet<String>>) -> Option<String> {
    let mut left: BTreeMap<&str, BTreeSet<String>> = graph.clone();
    loop {
        let before = left.len();
        let alive: BTreeSet<String> = left.keys().map(|&name| name.to_owned()).collect();
        left.retain(|_, to| to.iter().any(|name| alive.contains(name)));
        if left.len() == before {
            return left.keys().next().map(|&name| name.to_owned());
        }
    }
}

// Would a breach be seen?

#[test]
fn a_climbing_import_is_seen() {
    let files = |text: &str| [Source::new("store/sql/mod.rs", text)];
    for text in [
        "use crate::signin::enter;",
        "use crate::{\n    error::Result,\n    request::{Cx, form::Form},\n};",
        "fn f() { crate::web::respond() }",
        "use super::super::features::login;",
        "use crate::request::feature::Feature;",
        "use crate::User;",
        "use crate::attic::Box;",
    ] {
        assert_seen(&floors(&files(text)));
    }
    assert_kept(&floors(&files(
        "use crate::{error::{self, Result}, model::User};\nuse super::super::model::Role;\nuse super::Store;\n\
         // use crate::signin::enter;\ncrate::settings! {}\n\
         #[cfg(test)]\nmod tests {\n    use crate::testing::TestApp;\n}",
    )));
    assert_seen(&floors(&[Source::new("attic.rs", "")]));
    assert_seen(&floors(&[
        Source::new("clock.rs", "use crate::config::Config;"),
        Source::new("config/mod.rs", "use crate::clock::Clock;"),
    ]));
    assert_kept(&floors(&[Source::new("web/respond.rs", "use crate::authn::token;")]));
    assert_seen(&floors(&[Source::new("security.rs", "use crate::request::cx::Cx;")]));
}

#[test]
fn settings_of_a_feature_lie_on_the_ground() {
    let settings = |text: &str| [Source::new("features/login/settings.rs", text)];
    assert_kept(&floors(&settings("use crate::config::table;")));
    assert_seen(&floors(&[Source::new("features/login/mod.rs", "use crate::assembly::Builder;")]));
    assert_kept(&floors(&[Source::new("config/mod.rs", "use crate::features::login::settings;")]));
    assert_seen(&floors(&[Source::new("config/mod.rs", "use crate::features::login::logic;")]));
}

#[test]
fn a_feature_that_speaks_http_is_seen() {
    let seen = |path: &str, text: &str| assert_seen(&http(&[Source::new(path, text)]));
    seen("features/login/routes.rs", "use axum::Router;");
    seen("features/login/routes.rs", "fn f() -> http::StatusCode {}");
    seen("signin/mod.rs", "use axum::response::Response;");
    assert_kept(&http(&[
        Source::new("web/respond.rs", "use axum::response::Response;"),
        Source::new("session/cookie.rs", "use http::HeaderMap;"),
        Source::new("features/social/flow.rs", "use crate::outbound::http::HttpClient;"),
    ]));
}

#[test]
fn an_undeclared_acquaintance_is_seen() {
    let features = |register: &str, confirm: &str| {
        strangers(&[
            Source::new("features/register/mod.rs", register),
            Source::new("features/register/logic.rs", "use crate::features::confirm::send;"),
            Source::new("features/confirm/mod.rs", confirm),
        ])
    };
    let alone = "depends: &[],";
    assert_kept(&features("depends: &[\"confirm\"],", alone));
    assert_seen(&features(alone, alone));
    assert_seen(&features("depends: &[\"confirm\"],", "depends: &[\"register\"],"));
    assert_seen(&strangers(&[
        Source::new("features/login/mod.rs", "use super::logout::leave;"),
        Source::new("features/logout/mod.rs", alone),
    ]));
}

#[test]
fn a_second_home_is_seen() {
    let seen = |path: &str, text: &str| assert_seen(&homes(&[Source::new(path, text)]));
    seen("session/cookie.rs", "use hmac::Hmac;");
    seen("password/mod.rs", "let hash = argon2::Argon2::default();");
    seen("signin/mod.rs", "let now = jiff::Timestamp::now();");
    seen("kv/memory.rs", "use std::time::SystemTime;\nfn f() { SystemTime::now(); }");
    seen("session/server.rs", "getrandom::fill(&mut token)");
    assert_kept(&homes(&[
        Source::new("clock.rs", "let now = Timestamp::now();"),
        Source::new("random.rs", "getrandom::fill(&mut out)"),
        Source::new("password/mod.rs", "use gatewright_wire::passlib::argon2;"),
    ]));
    assert_seen(&wire_is_pure(&[Source::new("totp.rs", "std::time::SystemTime::now()")]));
    assert_seen(&wire_is_pure(&[Source::new("totp.rs", "use std::fs::File;")]));
}

fn assert_kept(broken: &[String]) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

fn assert_seen(broken: &[String]) {
    assert!(!broken.is_empty(), "nobody noticed");
}
