//! Files that `import` cannot take as they are, and runs that end early.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::symlink;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::commands::Place;
use crate::import::text;
use crate::server::{gatewright, run};

/// Lets the database fail at this user.
const BROKEN: &str =
    "CREATE TRIGGER broken BEFORE INSERT ON user WHEN new.email = 'broken@example.org'
    BEGIN SELECT abs(-9223372036854775808); END";

impl Place {
    /// The error, with which nothing is written.
    fn unusable(&self, table: &str, more: &[&str]) -> String {
        self.write("table.csv", table);
        let import = ["import", "table.csv", "--config", "app.toml", "--refused", "left.csv"];
        let error = self.json(2, &[&import[..], more].concat());
        assert!(!self.folder().join("left.csv").exists(), "{error}");
        assert!(self.lines(0, &["users", "list"]).is_empty());
        text(&error, "error").to_owned()
    }
}

#[test]
fn tables_whose_columns_cannot_be_taken() {
    let place = Place::for_import();
    for (names, said) in [
        ("email,mail", "\"email\" and \"mail\""),
        ("mail,e-mail", "\"mail\" and \"e-mail\""),
        ("email,active,blocked", "\"active\" and \"blocked\""),
        ("email,last_login,current_sign_in_at", "\"last_login\" and \"current_sign_in_at\""),
        ("email,email", "two columns have the name \"email\""),
        ("email,note,note", "two columns have the name \"note\""),
        ("address,name", "--map COLUMN=email"),
        ("email;name", "--map COLUMN=email"),
    ] {
        let values = names.split(',').map(|_| "x").collect::<Vec<_>>().join(",");
        let why = place.unusable(&format!("{names}\n{values}\n"), &[]);
        assert!(why.contains(said), "{names}: {why}");
    }
    let table = "email,mail\nann@example.org,x\n";
    place.write("users.csv", table);
    place.imports(1, &["users.csv", "--map", "mail="]);
}

#[test]
fn tables_of_users_that_lack_a_column() {
    let place = Place::for_import();
    let drop =
        "ALTER TABLE user DROP COLUMN login_count; ALTER TABLE user DROP COLUMN create_datetime";
    place.database().execute_batch(drop).unwrap();
    let why = place.unusable("email,sign_in_count\nann@example.org,7\n", &["--dry-run"]);
    assert!(why.contains("no column for \"sign_in_count\"") && why.contains("--map"), "{why}");
    let ann = json!({ "email": "ann@example.org", "sign_in_count": 7 });
    let joe = json!({ "email": "joe@example.org", "created_at": "2024-01-01" });
    place.write("users.jsonl", &format!("{ann}\n{joe}\n"));
    for more in [&["--dry-run"][..], &[]] {
        let lines = place.import(1, &[&["users.jsonl"], more].concat());
        assert!(lines[0]["faults"]["sign_in_count"][0].is_string(), "{lines:?}");
        assert_eq!((&lines[1]["created"], &lines[1]["refused"]), (&json!(1), &json!(1)));
    }
    // What a system writes of everybody is no reason to refuse everybody.
    let fields = json!({ "email": "sue@example.org", "last_login": "2024-01-01T00:00:00Z",
        "date_joined": "2024-01-01T00:00:00Z" });
    place.write("dump.json", &json!([{ "model": "auth.user", "fields": fields }]).to_string());
    let import = ["import", "dump.json", "--format", "django", "--config", "app.toml"];
    let said = String::from_utf8(run(place.folder(), &import).stdout).unwrap();
    assert!(said.contains("no column for it: last_login") && said.contains("1 created"), "{said}");
}

#[test]
fn a_run_that_fails_is_in_the_audit_log() {
    let place = Place::for_import();
    place.database().execute(BROKEN, []).unwrap();
    let mut file = "email\n".to_owned();
    for number in 0..1_200 {
        file.push_str(&format!("user{number}@example.org\n"));
    }
    file.push_str("broken@example.org\n");
    place.write("users.csv", &file);
    let error = place.json(1, &["import", "users.csv", "--config", "app.toml"]);
    assert!(error["error"].is_string(), "{error}");
    let sql = "SELECT count(*) FROM user";
    let count: i64 = place.database().query_row(sql, [], |row| row.get(0)).unwrap();
    let listed = place.json(0, &["audit", "list"]);
    let details = &listed["details"];
    assert_eq!(details["action"], "import", "{listed}");
    assert!(count > 0);
    assert_eq!(details["details"]["created"], count, "{listed}");
    assert_eq!(details["details"]["complete"], false);
    // Where nothing was written, nothing is to be told.
    place.write("broken.csv", "email\nbroken@example.org\n");
    place.json(1, &["import", "broken.csv", "--config", "app.toml"]);
    assert_eq!(place.lines(0, &["audit", "list"]).len(), 1);
}

#[test]
fn standard_input_that_never_ends_keeps_no_process() {
    let place = Place::for_import();
    place.database().execute(BROKEN, []).unwrap();
    let mut process = gatewright(place.folder())
        .args(["import", "-", "--format", "jsonl", "--config", "app.toml"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = process.stdin.take().unwrap();
    input.write_all(b"{\"email\":\"broken@example.org\"}\n").unwrap();
    // Its end is waited for while standard input stays open; the test's own time limit is the judge.
    let status = process.wait().unwrap();
    let mut said = String::new();
    process.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(status.code(), Some(1), "{said}");
    drop(input);
}

#[test]
fn what_was_refused_is_kept_to_the_letter() {
    let place = Place::for_import();
    // Another delimiter, old ends of lines, and values that look like this program's own marks.
    let rows = "email;shoe_size;roles\rann@example.org;'=43;none\rjoe@example.org;=44;none\r\
         sue@example.org;'45;none\r";
    place.write("users.csv", rows);
    let arguments = ["users.csv", "--delimiter", ";", "--refused"];
    let lines = place.import(1, &[&arguments[..], &["left.csv"]].concat());
    let at: Vec<&Value> = lines[..3].iter().map(|line| &line["at"]).collect();
    assert_eq!(at, [2, 3, 4]);
    let left = place.read("left.csv");
    assert!(left.contains("ann@example.org;''=43;none;"), "{left}");
    place.write("again.csv", &left);
    place.import(1, &["again.csv", "--delimiter", ";", "--refused", "twice.csv"]);
    assert_eq!(place.read("twice.csv"), left);
    place.imports(3, &["again.csv", "--delimiter", ";", "--map", "roles="]);
    let sizes = "SELECT group_concat(shoe_size, '|') FROM (SELECT shoe_size FROM user ORDER BY id)";
    let sizes: String = place.database().query_row(sizes, [], |row| row.get(0)).unwrap();
    assert_eq!(sizes, "'=43|=44|'45");

    // Members come back in their order, also those that come twice.
    place.write("twice.jsonl", "{\"z\":1,\"email\":\"a@example.org\",\"email\":\"b@example.org\"}");
    let lines = place.import(1, &["twice.jsonl", "--refused", "left.jsonl"]);
    assert!(lines[0]["faults"]["record"][0].as_str().unwrap().contains("\"email\""), "{lines:?}");
    let left = place.read("left.jsonl");
    assert!(
        left.starts_with("{\"z\":1,\"email\":\"a@example.org\",\"email\":\"b@example.org\","),
        "{left}"
    );

    // A name that is taken is left alone, also one that leads nowhere yet.
    symlink(place.folder().join("elsewhere"), place.folder().join("link")).unwrap();
    place.json(2, &["import", "twice.jsonl", "--refused", "link", "--config", "app.toml"]);
    assert!(!place.folder().join("elsewhere").exists());
    // Nor is there a report of a file that cannot be read.
    place.json(2, &["import", "nowhere.jsonl", "--refused", "none", "--config", "app.toml"]);
    assert!(!place.folder().join("none").exists());
}

#[test]
fn the_report_is_one_line_for_each() {
    let place = Place::for_import();
    let evil = "x@e\nline 9: boss@example.org: created: \u{1b}[31m\u{9b}31m\u{202e}";
    place.write("users.jsonl", &json!({ "email": evil }).to_string());
    let import = ["import", "users.jsonl", "--config", "app.toml"];
    let said = String::from_utf8(run(place.folder(), &import).stdout).unwrap();
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(!said.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{said:?}");
    let said = run(place.folder(), &[&import[..], &["--json"]].concat()).stdout;
    let said = String::from_utf8(said).unwrap();
    assert!(!said.contains(['\u{1b}', '\u{9b}']), "{said:?}");
    let line: Value = serde_json::from_str(said.lines().next().unwrap()).unwrap();
    assert_eq!(line["email"], evil);
}

#[test]
fn other_encodings() {
    let place = Place::for_import();
    let table = "email\nann@example.org\n";
    for (name, mark) in [("le.csv", [0xff, 0xfe]), ("be.csv", [0xfe, 0xff])] {
        let mut bytes = mark.to_vec();
        for unit in table.encode_utf16() {
            bytes.extend(if mark[0] == 0xff { unit.to_le_bytes() } else { unit.to_be_bytes() });
        }
        fs::write(place.folder().join(name), bytes).unwrap();
        let lines = place.import(1, &[name]);
        assert!(lines[0]["faults"]["record"][0].as_str().unwrap().contains("UTF-8"), "{lines:?}");
    }
    let bytes = [b"email,note\n".as_slice(), b"ann@example.org,\xff\n", b"joe@example.org,x\n"];
    fs::write(place.folder().join("latin.csv"), bytes.concat()).unwrap();
    let lines = place.import(1, &["latin.csv"]);
    assert_eq!((&lines[0]["at"], &lines[1]["created"]), (&json!(2), &json!(1)));
}
