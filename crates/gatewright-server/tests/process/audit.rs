//! The audit log and waiting events, by commands.

use std::fs;

use serde_json::json;

use crate::commands::Place;
use crate::server::run;

fn spoil(place: &Place, sql: &str) {
    let database = rusqlite::Connection::open(place.folder().join("gatewright.db")).unwrap();
    database.execute_batch(sql).unwrap();
}

#[test]
fn commands_are_written_down_listed_exported_and_verified() {
    let place = Place::new();
    let empty = place.json(0, &["audit", "verify"]);
    assert_eq!(empty, json!({ "sound": true, "entries": 0, "head": null }));
    place.create("joe@example.org");
    place.json(0, &["roles", "create", "author"]);
    place.json(0, &["roles", "add", "joe@example.org", "author"]);
    place.json(0, &["users", "activate", "joe@example.org"]);

    let listed = place.lines(0, &["audit", "list"]);
    let events: Vec<&str> = listed.iter().map(|row| row["event"].as_str().unwrap()).collect();
    assert_eq!(events, ["user_activated", "administered", "administered", "user_created"]);
    assert!(listed.iter().all(|row| row["actor"].as_str().unwrap().starts_with("cli:")));
    assert_eq!(listed[1]["details"]["action"], "roles add");
    assert_eq!(listed[1]["details"]["details"], json!({ "role": "author" }));
    let few = place.lines(0, &["audit", "list", "--user", "joe@example.org", "--limit", "2"]);
    assert_eq!(few, listed[..2]);
    let made = place.lines(0, &["audit", "list", "--event", "user_created"]);
    assert_eq!(made, listed[3..]);
    assert_eq!(place.lines(0, &["audit", "list", "--since", "2020-01-01"]).len(), 4);
    assert!(run(place.folder(), &["audit", "list", "--since", "2999-01-01"]).stdout.is_empty());

    let head = place.json(0, &["audit", "verify"])["head"].as_str().unwrap().to_owned();
    let exported = run(place.folder(), &["audit", "export"]);
    let (out, err) = (String::from_utf8(exported.stdout), String::from_utf8(exported.stderr));
    assert_eq!(out.unwrap().lines().count(), 4);
    assert!(err.unwrap().contains(&head));
    let csv = run(place.folder(), &["audit", "export", "--format", "csv"]).stdout;
    let csv = String::from_utf8(csv).unwrap();
    assert_eq!(csv.lines().count(), 5);
    assert!(csv.contains("\"{\"\"action\"\":\"\"roles add\"\""), "{csv}");

    spoil(&place, "DELETE FROM gatewright_audit WHERE seq=4");
    place.json(0, &["audit", "verify"]);
    assert_eq!(place.json(1, &["audit", "verify", "--head", &head])["entry"], 4);
    spoil(&place, "UPDATE gatewright_audit SET user_id='2' WHERE seq=1");
    let broken = place.json(1, &["audit", "verify"]);
    assert_eq!((&broken["sound"], &broken["entry"]), (&json!(false), &json!(1)));
    place.json(2, &["audit", "verify", "--head", "4"]);
}

#[test]
fn events_wait_for_a_receiver_that_is_down() {
    let place = Place::new();
    let refused = place.json(2, &["webhooks", "test"]);
    assert!(refused["error"].as_str().unwrap().contains("EVENTS_WEBHOOK_URL"), "{refused}");
    // A port that nobody listens on any more.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let settings = format!(
        "events_webhook_url = \"http://127.0.0.1:{port}/\"\nevents_webhook_allow_private = true\n\
         events_webhook_secret = \"a secret that this test has made up\"\n"
    );
    fs::write(place.folder().join("app.toml"), settings).unwrap();
    let command = |words: &[&'static str]| -> Vec<&'static str> {
        [words, &["--config", "app.toml"]].concat()
    };
    place.json(1, &command(&["webhooks", "test"]));
    place.json(0, &command(&["roles", "create", "author"]));
    let waiting = place.lines(0, &command(&["webhooks", "list"]));
    assert_eq!((waiting.len(), &waiting[0]["event"]), (1, &json!("administered")));
    assert_eq!(place.json(0, &command(&["webhooks", "send"]))["posted"], 0);
    let waiting = place.lines(0, &command(&["webhooks", "list"]));
    assert_eq!(waiting[0]["attempts"], 1);
    assert!(waiting[0]["last_error"].as_str().unwrap().contains("refused"), "{waiting:?}");
    assert_eq!(place.json(0, &command(&["webhooks", "retry"]))["due"], 1);
    place.json(2, &command(&["webhooks", "retry", "x"]));
    assert_eq!(place.json(0, &command(&["webhooks", "purge"]))["deleted"], 0);
}
