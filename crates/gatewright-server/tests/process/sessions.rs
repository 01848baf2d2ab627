//! `sessions list` and `sessions revoke`, and what other commands do to sessions, beside a server that
//! runs.

use serde_json::{Value, json};

use crate::client::Client;
use crate::commands::Place;
use crate::server::{PASSWORD, Server, run};

const JOE: &str = "joe@example.org";

fn place() -> Place {
    let place = Place::new();
    place.json(0, &["users", "create", JOE, "--password", PASSWORD, "--active"]);
    place
}

fn signed_in(server: &Server, password: &str) -> Client {
    let mut client = server.client();
    let answer = client.submit("/login", &[("email", JOE), ("password", password)]);
    assert_eq!(answer.status, 302, "{}", answer.body);
    client
}

fn status(client: &mut Client) -> u16 {
    client.send("GET", "/sessions", "accept: application/json\r\n", "").unwrap().status
}

#[test]
fn sessions_are_listed_and_revoked() {
    let place = place();
    assert!(place.lines(0, &["sessions", "list", JOE]).is_empty());
    let server = Server::start(place.folder(), &[]);
    let (mut first, mut second) = (signed_in(&server, PASSWORD), signed_in(&server, PASSWORD));
    let listed = place.lines(0, &["sessions", "list", JOE]);
    assert_eq!(listed.len(), 2, "the one used last first: {listed:?}");
    assert_eq!((&listed[1]["address"], &listed[1]["agent"]), (&json!("127.0.0.1"), &Value::Null));
    let id = listed[1]["id"].as_str().unwrap();
    let shown = String::from_utf8(run(place.folder(), &["sessions", "list", JOE]).stdout).unwrap();
    assert!(shown.contains(id) && shown.lines().count() == 2, "{shown}");

    let one = ["sessions", "revoke", JOE, "--id", id];
    assert_eq!(place.json(0, &one), json!({ "user": JOE, "sessions": 1, "tokens": false }));
    assert_eq!(place.json(0, &one)["sessions"], 0, "a second time there is nothing to do");
    assert_eq!((status(&mut first), status(&mut second)), (401, 200));

    let all = place.json(0, &["sessions", "revoke", JOE]);
    assert_eq!(all, json!({ "user": JOE, "sessions": 1, "families": 0, "tokens": true }));
    assert_eq!(status(&mut second), 401);
    assert!(place.lines(0, &["sessions", "list", JOE]).is_empty());
    for command in ["list", "revoke"] {
        let unknown = place.json(2, &["sessions", command, "eve@example.org"]);
        assert!(unknown["error"].as_str().unwrap().contains("eve"));
    }
}

#[test]
fn other_commands_end_sessions_for_good() {
    let place = place();
    let server = Server::start(place.folder(), &[]);
    let mut held = signed_in(&server, PASSWORD);
    place.json(0, &["users", "deactivate", JOE]);
    // Not used while it was disabled.
    place.json(0, &["users", "activate", JOE]);
    assert_eq!(status(&mut held), 401, "deactivate");

    let mut held = signed_in(&server, PASSWORD);
    assert_eq!(status(&mut held), 200);
    place.json(0, &["tokens", "revoke", JOE, "--yes"]);
    assert_eq!(status(&mut held), 401, "tokens revoke, where tokens have no identity of their own");

    let mut held = signed_in(&server, PASSWORD);
    let new = "quite another battery";
    place.json(0, &["users", "change_password", JOE, "--password", new]);
    assert_eq!(status(&mut held), 401, "change_password");

    let mut held = signed_in(&server, new);
    place.json(0, &["users", "reset_access", JOE]);
    assert_eq!(status(&mut held), 401, "reset_access");
}

#[test]
fn cookies_cannot_be_listed_and_end_all_together() {
    let place = place();
    std::fs::write(place.folder().join("cookie.toml"), "SESSION_STORE = 'cookie'\n").unwrap();
    let config = ["--config", "cookie.toml"];
    let with = |arguments: &[&'static str]| [arguments, &config].concat();
    for command in [&["list", JOE][..], &["revoke", JOE, "--id", "0123"]] {
        let said = place.json(2, &with(&[&["sessions"], command].concat()));
        assert!(said["error"].as_str().unwrap().contains("SESSION_STORE"), "{said}");
    }
    let all = place.json(0, &with(&["sessions", "revoke", JOE]));
    assert_eq!(all["sessions"], Value::Null, "nobody knows how many there are");
    assert_eq!(all["tokens"], true);
}
