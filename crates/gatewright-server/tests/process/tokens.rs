//! `tokens list` and `tokens revoke`.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::commands::Place;
use crate::server::run;

const JOE: &str = "joe@example.org";

/// Joe with one family of each state, and Ann with a good one.
fn place() -> (Place, Connection) {
    let place = Place::new();
    place.create(JOE);
    place.create("ann@example.org");
    let database = Connection::open(place.folder().join("gatewright.db")).unwrap();
    let insert = "INSERT INTO fs_refresh_tracker
        (refresh_family, gen, expires_at, revoked_at, last_used_at, create_datetime, name, user_id)
        VALUES (?, 3, ?, ?, ?, '2026-01-01 00:00:00', 'default', ?)";
    let (past, future) = ("2026-01-02 00:00:00", "2999-01-01 00:00:00");
    for (family, expires, revoked, used, user) in [
        ("expired", past, None, past, 1),
        ("idle", future, None, past, 1),
        ("revoked", future, Some(past), future, 1),
        ("good", future, None, future, 1),
        ("of-ann", future, None, future, 2),
    ] {
        database.execute(insert, (family, expires, revoked, used, user)).unwrap();
    }
    (place, database)
}

fn column(database: &Connection, name: &str) -> String {
    let sql = format!("SELECT {name} FROM user WHERE email = '{JOE}'");
    database.query_row(&sql, (), |row| row.get(0)).unwrap()
}

fn states(place: &Place, user: &str) -> Vec<Value> {
    let lines = place.lines(0, &["tokens", "list", user]);
    lines.iter().map(|line| json!([line["family"], line["state"]])).collect()
}

#[test]
fn tokens_are_listed_and_revoked() {
    let (place, database) = place();
    let listed = ["expired", "idle", "revoked", "good"].map(|name| json!([name, name]));
    assert_eq!(states(&place, JOE), listed);
    let good = place.lines(0, &["tokens", "list", JOE]).remove(3);
    assert_eq!(good["generation"], 3);
    assert_eq!(good["begun_at"], "2026-01-01T00:00:00");
    assert_eq!(good["revoked_at"], Value::Null);
    let shown = run(place.folder(), &["tokens", "list", JOE]);
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(
        shown.lines().nth(3).unwrap().starts_with("good\tdefault\tgood\tbegun 2026"),
        "{shown}"
    );

    let before = column(&database, "fs_uniquifier");
    let refresh_only = ["tokens", "revoke", JOE, "--refresh-only"];
    let expected = json!({ "user": JOE, "families": 3, "auth_tokens": false, "sessions": false });
    assert_eq!(place.json(0, &refresh_only), expected);
    assert_eq!(place.json(0, &refresh_only)["families"], 0, "a second time there is nothing to do");
    assert_eq!(column(&database, "fs_uniquifier"), before);
    assert_eq!(states(&place, "ann@example.org"), [json!(["of-ann", "good"])]);
    for unknown in
        [&["tokens", "list", "eve@example.org"][..], &["tokens", "revoke", "eve", "--yes"]]
    {
        assert!(place.json(2, unknown)["error"].as_str().unwrap().contains("eve"));
    }
}

/// Sessions and tokens share a name for the user unless the table has a column for tokens.
#[test]
fn what_ends_beside_the_tokens_is_said_before() {
    let (place, database) = place();
    let before = column(&database, "fs_uniquifier");
    let asked = place.json(2, &["tokens", "revoke", JOE]);
    let asked = asked["error"].as_str().unwrap();
    assert!(asked.contains("sessions") && asked.contains("--refresh-only"), "{asked}");
    let silent = run(place.folder(), &["tokens", "revoke", JOE]);
    assert_eq!(silent.status.code(), Some(2), "nobody can be asked");
    assert_eq!(column(&database, "fs_uniquifier"), before);
    assert_eq!(states(&place, JOE)[3], json!(["good", "good"]));

    let expected = json!({ "user": JOE, "families": 3, "auth_tokens": true, "sessions": true });
    assert_eq!(place.json(0, &["tokens", "revoke", JOE, "--yes"]), expected);
    let after = column(&database, "fs_uniquifier");
    assert_ne!(after, before);

    let add = "ALTER TABLE user ADD COLUMN fs_token_uniquifier VARCHAR(64)";
    database.execute_batch(add).unwrap();
    let revoked = place.json(0, &["tokens", "revoke", JOE]);
    assert_eq!((&revoked["auth_tokens"], &revoked["sessions"]), (&json!(true), &json!(false)));
    assert_eq!(column(&database, "fs_token_uniquifier").len(), 32);
    assert_eq!(column(&database, "fs_uniquifier"), after);
}
