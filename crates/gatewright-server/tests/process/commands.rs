//! Every command, as JSON, with its exit code.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::server::{PASSWORD, Server, gatewright, run};

/// A folder with a database, and what is expected of commands in it.
pub(crate) struct Place(tempfile::TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        place.json(0, &["db", "create"]);
        place
    }

    pub(crate) fn folder(&self) -> &Path {
        self.0.path()
    }

    /// The lines of standard output as JSON, or those of standard error if there are none.
    pub(crate) fn lines(&self, code: i32, arguments: &[&str]) -> Vec<Value> {
        let output = run(self.folder(), &[arguments, &["--json"]].concat());
        let (out, err) = (String::from_utf8(output.stdout), String::from_utf8(output.stderr));
        let (out, err) = (out.unwrap(), err.unwrap());
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {out}{err}");
        let said = if out.is_empty() { err } else { out };
        let read = |line| serde_json::from_str(line).unwrap_or_else(|_| panic!("not JSON: {line}"));
        said.lines().map(read).collect()
    }

    pub(crate) fn json(&self, code: i32, arguments: &[&str]) -> Value {
        let mut lines = self.lines(code, arguments);
        assert_eq!(lines.len(), 1, "{arguments:?}: {lines:?}");
        lines.remove(0)
    }

    pub(crate) fn create(&self, email: &str) {
        self.json(0, &["users", "create", email, "--password", PASSWORD]);
    }
}

#[test]
fn passwords() {
    let place = Place::new();
    // SHA-1 of "password" and of "monkey", seen so often.
    let list = "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:37\r\nAB87D24BDC7452E55738DEB5F868E1F16DEA5ACE:2\r\n";
    fs::write(place.folder().join("list"), list).unwrap();
    let build = ["passwords", "build-filter", "list", "--out", "filter", "--min-count", "3"];
    let made = place.json(0, &build);
    assert_eq!((&made["passwords"], &made["bytes"]), (&json!(1), &json!(128 + 64)));
    assert!(made["false_positives"].as_f64().unwrap() < 0.001);
    assert_eq!(place.json(0, &["passwords", "check-filter", "filter"])["intact"], true);
    for (password, code) in [("password", 2), ("monkey", 0)] {
        let output = gatewright(place.folder())
            .args(["passwords", "test", "--filter", "filter", "--password-stdin"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .and_then(|mut child| {
                child.stdin.take().unwrap().write_all(format!("{password}\n").as_bytes())?;
                child.wait_with_output()
            });
        assert_eq!(output.unwrap().status.code(), Some(code), "{password}");
    }
    fs::write(place.folder().join("list"), "monkey\n").unwrap();
    let failed = place.json(2, &["passwords", "build-filter", "list", "--out", "other"]);
    assert!(failed["error"].as_str().unwrap().contains("line 1"), "{failed}");
    assert!(!place.folder().join("other").exists());
    fs::write(place.folder().join("filter"), "no").unwrap();
    let failed = place.json(2, &["passwords", "check-filter", "filter"]);
    assert!(failed["error"].as_str().unwrap().contains("is no filter"), "{failed}");
}

#[test]
fn users() {
    let place = Place::new();
    let made = place
        .json(0, &["users", "create", "Joe@Example.ORG", "--password", PASSWORD, "-u", "joesmith"]);
    assert_eq!(made["email"], "Joe@example.org");
    assert_eq!(made["active"], false, "inactive unless --active");
    assert_eq!(made["confirmed_at"], Value::Null);
    assert_eq!(made["username"], "joesmith");
    assert!(!made.to_string().contains("argon2"));
    let ann = ["users", "create", "email:ann@example.org", "username:annsmith", "-a"];
    let ann = place.json(0, &[&ann[..], &["--password", PASSWORD]].concat());
    assert_eq!(ann["active"], true);

    assert_eq!(place.json(0, &["users", "activate", "joe@example.org"])["changed"], true);
    assert_eq!(place.json(0, &["users", "activate", "joe@example.org"])["changed"], false);
    assert_eq!(place.json(0, &["users", "deactivate", "joe@example.org"])["active"], false);
    assert_eq!(place.json(0, &["users", "confirm", "joe@example.org"])["changed"], true);
    assert_eq!(place.json(0, &["users", "confirm", "joe@example.org"])["changed"], false);
    for name in ["reset_access", "reset-access"] {
        assert_eq!(place.json(0, &["users", name, "joe@example.org"])["reset"], true);
    }
    let new = ["users", "change_password", "joe@example.org", "--password", "another good one"];
    assert_eq!(place.json(0, &new)["password_changed"], true);
    let silent = run(place.folder(), &new);
    assert!(silent.stdout.is_empty() && silent.stderr.is_empty());
    let joe = place.json(0, &["users", "show", "joe@example.org"]);
    assert_ne!(joe["confirmed_at"], Value::Null);
    assert_eq!(place.lines(0, &["users", "list"]).len(), 2);
    assert_eq!(place.lines(0, &["users", "list", "--active", "true"])[0]["id"], ann["id"]);
    assert_eq!(place.lines(0, &["users", "list", "--limit", "1"]).len(), 1);
    assert!(place.lines(0, &["users", "list", "--text", "nobody"]).is_empty());
}

#[test]
fn a_link_to_a_new_password() {
    let place = Place::new();
    place.create("joe@example.org");
    let link = ["users", "reset-link", "joe@example.org", "--config", "app.toml"];
    let settings = "mail_sender = 'file'\nmail_folder = 'mails'\nserver_name = '127.0.0.1:1'\n\
                    preferred_url_scheme = 'http'\n[security]\nrecoverable = ";
    let write = |on: bool| {
        fs::write(place.folder().join("app.toml"), format!("{settings}{on}\n")).unwrap();
    };
    write(false);
    let refused = place.json(2, &link);
    assert!(refused["error"].as_str().unwrap().contains("SECURITY_RECOVERABLE"), "{refused}");
    write(true);
    let refused = place.json(2, &link);
    assert!(refused["error"].as_str().unwrap().contains("activate"), "{refused}");
    place.json(0, &["users", "activate", "joe@example.org"]);
    let said = place.json(0, &link);
    let address = said["link"].as_str().unwrap();
    let path = address.strip_prefix("http://127.0.0.1:1").unwrap_or_else(|| panic!("{said}"));
    assert!(said["seconds"].as_u64().unwrap() > 0);
    // Under the port that it finds, not under that name.
    fs::write(
        place.folder().join("serve.toml"),
        "trusted_hosts = ['127.0.0.1']\n[security]\nrecoverable = true\n",
    )
    .unwrap();
    let server = Server::start(place.folder(), &["--config", "serve.toml"]);
    let new = "another battery staple";
    let fields = [("password", new), ("password_confirm", new)];
    let set = server.client().submit(path, &fields);
    assert_eq!(set.status, 302, "{}", set.body);
    let sign_in = [("email", "joe@example.org"), ("password", new)];
    assert_eq!(server.client().submit("/login", &sign_in).status, 302);
    server.end();

    let sent = place.json(0, &[&link[..], &["--send"]].concat());
    assert_eq!((&sent["sent"], &sent["link"]), (&json!(true), &Value::Null));
    let mut letters = place.lines(0, &["outbox", "list", "--config", "app.toml"]);
    letters.retain(|letter| letter["recipient"] == "joe@example.org");
    assert!(!letters.is_empty());
}

#[test]
fn what_is_known_of_a_user_and_the_end_of_it() {
    let place = Place::new();
    place.create("joe@example.org");
    let data = place.json(0, &["users", "export", "JOE@example.org"]);
    assert_eq!(data["account"]["email"], "joe@example.org");
    assert_eq!(data["secrets"]["password"], true);
    for (name, empty) in [("roles", true), ("sessions", true), ("passkeys", true), ("mails", true)]
    {
        assert_eq!(data[name].as_array().map(Vec::is_empty), Some(empty), "{name} in {data}");
    }
    let output = run(place.folder(), &["users", "export", "joe@example.org"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.lines().count() > 10 && !said.contains("$argon2"), "{said}");
    assert_eq!(serde_json::from_str::<Value>(&said).unwrap(), data);

    // Nobody can be asked.
    let refused = place.json(2, &["users", "delete", "joe@example.org"]);
    assert!(refused["error"].as_str().unwrap().contains("--yes"), "{refused}");
    assert_eq!(place.lines(0, &["users", "list"]).len(), 1);
    assert_eq!(place.json(0, &["users", "delete", "joe@example.org", "--yes"])["deleted"], true);
    assert!(place.lines(0, &["users", "list"]).is_empty());
    for command in [["users", "export", "joe@example.org"], ["users", "delete", "joe@example.org"]]
    {
        place.json(2, &command);
    }
}

#[test]
fn users_that_are_refused() {
    let place = Place::new();
    place.create("joe@example.org");
    let create = |attributes: &[&str], password: &str| {
        let arguments = [&["users", "create"], attributes, &["--password", password]].concat();
        place.json(2, &arguments)
    };
    let taken = create(&["JOE@example.org"], PASSWORD);
    assert!(taken["fields"]["email"][0].is_string(), "{taken}");
    assert!(create(&["ann@example.org"], "short")["fields"]["password"][0].is_string());
    assert!(create(&["not an address"], PASSWORD)["fields"]["email"][0].is_string());
    assert!(create(&["ann@example.org"], "")["fields"]["password"][0].is_string());
    assert!(create(&["a:b:c"], PASSWORD)["error"].is_string());
    assert!(create(&["ann@example.org", "shoe_size:43"], PASSWORD)["error"].is_string());
    assert!(create(&["ann@example.org", "email:eve@example.org"], PASSWORD)["error"].is_string());
    let role = create(&["ann@example.org", "--role", "nobody"], PASSWORD);
    assert!(role["fields"]["roles"][0].is_string());
    // Nobody can be asked.
    assert!(place.json(2, &["users", "create", "ann@example.org"])["error"].is_string());
    for command in ["activate", "deactivate", "reset_access", "confirm", "show"] {
        let answer = place.json(2, &["users", command, "nobody@example.org"]);
        assert!(answer["error"].as_str().unwrap().contains("nobody@example.org"));
    }
    let weak = ["users", "change_password", "joe@example.org", "--password", "x"];
    assert!(place.json(2, &weak)["fields"]["password"][0].is_string());
    assert_eq!(place.lines(0, &["users", "list"]).len(), 1, "nothing was committed");
}

#[test]
fn a_password_from_standard_input() {
    let place = Place::new();
    let mut process = gatewright(place.folder())
        .args(["users", "create", "joe@example.org", "--active", "--password-stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    writeln!(process.stdin.take().unwrap(), "{PASSWORD}").unwrap();
    let output = process.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("****") && !said.contains(PASSWORD), "{said}");
    assert!(!said.contains('\x1b'), "no colours where there is no terminal");
}

#[test]
fn roles() {
    let place = Place::new();
    place.create("joe@example.org");
    let made = ["roles", "create", "editor", "-d", "Edits", "-p", " read, write ,"];
    assert_eq!(place.json(0, &made)["permissions"], json!(["read", "write"]));
    assert!(place.json(1, &made)["error"].is_string(), "a second one is the database's error");
    let (add, remove) = (
        ["roles", "add", "joe@example.org", "editor"],
        ["roles", "remove", "joe@example.org", "editor"],
    );
    assert_eq!(place.json(0, &add)["granted"], true);
    assert!(place.json(2, &add)["error"].is_string());
    assert_eq!(place.json(0, &["users", "show", "joe@example.org"])["roles"], json!(["editor"]));
    assert_eq!(place.json(0, &remove)["granted"], false);
    assert!(place.json(2, &remove)["error"].is_string());
    for unknown in [["joe@example.org", "nobody"], ["nobody@example.org", "editor"]] {
        let [user, role] = unknown;
        assert!(place.json(2, &["roles", "add", user, role])["error"].is_string());
        assert!(place.json(2, &["roles", "remove", user, role])["error"].is_string());
    }
    let more = place.json(0, &["roles", "add_permissions", "editor", "write, delete"]);
    assert_eq!(more["permissions"], json!(["read", "write", "delete"]));
    let less = place.json(0, &["roles", "remove-permissions", "editor", "read,never-had"]);
    assert_eq!(less["permissions"], json!(["write", "delete"]));
    assert!(place.json(2, &["roles", "add_permissions", "nobody", "x"])["error"].is_string());
    assert_eq!(place.lines(0, &["roles", "list"]).len(), 1);
    assert_eq!(place.json(0, &["roles", "show", "editor"])["description"], "Edits");
    assert!(place.json(2, &["roles", "show", "nobody"])["error"].is_string());
}

#[test]
fn mails() {
    let place = Place::new();
    let test = ["mail", "test", "joe@example.org"];
    let refused = place.json(1, &test);
    assert!(refused["error"].as_str().unwrap().contains("set MAIL_SERVER"), "{refused}");
    let settings = "mail_sender = \"file\"\nmail_folder = \"mails\"\n";
    fs::write(place.folder().join("app.toml"), settings).unwrap();
    let said = place.json(0, &[&test[..], &["--config", "app.toml"]].concat());
    let file = said["answer"].as_str().unwrap().strip_prefix("written to ").unwrap().to_owned();
    let mail = fs::read_to_string(place.folder().join(file)).unwrap();
    assert!(mail.contains("To: joe@example.org\r\n") && mail.contains("A test email"), "{mail}");
    let wrong = ["mail", "test", "joe@example.org\nBcc: eve@example.org", "--config", "app.toml"];
    place.json(1, &wrong);
}

#[test]
fn letters() {
    let place = Place::new();
    assert_eq!(place.json(0, &["outbox", "send"])["sent"], 0);
    let database = rusqlite::Connection::open(place.folder().join("gatewright.db")).unwrap();
    let row = "INSERT INTO gatewright_outbox VALUES (?, 'mail', 'joe@example.org', 'x', 3, 0,
        '2026-06-15 12:00:00.000000', NULL, '2026-06-16 12:00:00.000000',
        '2026-06-16 12:00:00.000000', '550 nobody here')";
    for id in ["a", "b"] {
        database.execute(row, [id]).unwrap();
    }
    let listed = place.lines(0, &["outbox", "list"]);
    assert_eq!(listed.len(), 2);
    assert_eq!(listed[0]["recipient"], "joe@example.org");
    assert_eq!(listed[0]["failed_at"], "2026-06-16T12:00:00Z");
    assert_eq!(listed[0]["last_error"], "550 nobody here");
    place.json(2, &["outbox", "retry", "c"]);
    assert_eq!(place.json(0, &["outbox", "retry", "a"])["due"], 1);
    assert_eq!(place.lines(0, &["outbox", "list", "--failed"]).len(), 1);
    // No letter that this key has sealed: it waits for a process that has another.
    assert_eq!(place.json(0, &["outbox", "send"])["sent"], 0);
    assert_eq!(place.lines(0, &["outbox", "list", "--failed"]).len(), 0, "it was 30 days old");
    let listed = place.lines(0, &["outbox", "list"]);
    assert_eq!(listed.len(), 1);
    assert!(listed[0]["last_error"].as_str().unwrap().contains("SECRET_KEY"), "{listed:?}");
    database.execute(row, ["d"]).unwrap();
    assert_eq!(place.json(0, &["outbox", "purge"])["deleted"], 1);
    assert_eq!(place.lines(0, &["outbox", "list"]).len(), 1, "what waits stays");
}

#[test]
fn settings() {
    let place = Place::new();
    let all = place.lines(0, &["config", "list"]);
    let secret = all.iter().find(|line| line["key"] == "SECRET_KEY").unwrap();
    assert_eq!(secret["value"], "********");
    assert!(place.lines(0, &["config", "list", "--changed"]).len() < all.len() / 10);
    assert_eq!(place.json(0, &["config", "check"])["ok"], true);
    let explained = place.json(0, &["config", "explain", "login_url"]);
    assert_eq!(explained["key"], "SECURITY_LOGIN_URL");
    assert!(place.json(2, &["config", "explain", "login_ulr"])["error"].is_string());
    fs::write(place.folder().join("weak.toml"), "SECRET_KEY = 'short'").unwrap();
    let checked = place.json(2, &["config", "check", "--config", "weak.toml"]);
    assert_eq!(checked["ok"], false);
    assert!(!checked["problems"].as_array().unwrap().is_empty());
}

#[test]
fn doctor() {
    let place = Place::new();
    place.create("joe@example.org");
    let look = |code: i32, settings: &str, more: &[&str]| {
        fs::write(place.folder().join("flask.toml"), settings).unwrap();
        place.json(code, &[&["doctor", "--config", "flask.toml"], more].concat())
    };
    let good = "SECRET_KEY = 'kq3Z7m1xV9dT5bW2hN8cR4gY6uP0sLfA'\n\
                SECURITY_PASSWORD_SALT = 'aB4xP9wQ2mN7vK5tJ8rF3hD6sG1lZ0yC'\n\
                SQLALCHEMY_DATABASE_URI = 'sqlite:gatewright.db'\n";
    let report = look(0, good, &[]);
    assert_eq!(report["preset"], "flask");
    assert_eq!(report["counts"]["hashes"], json!({ "argon2": 1 }));
    assert_eq!(report["to_decide"], json!([]));
    assert_eq!(look(0, good, &["--preset", "recommended"])["preset"], "recommended");
    let odd = look(1, &format!("{good}SECURITY_LOGIN_ULR = '/sign-in'\n"), &[]);
    assert_eq!(odd["to_decide"][0]["about"], "SECURITY_LOGIN_ULR");
    assert!(look(2, "no TOML", &[])["error"].is_string());
    assert!(look(2, good, &["--templates", "missing"])["error"].is_string());
    assert!(look(2, good, &["--database", "sqlite:missing.db"])["error"].is_string());
    assert!(place.json(2, &["doctor"])["error"].as_str().unwrap().contains("--config"));
    assert!(!place.folder().join("missing.db").exists());

    fs::write(place.folder().join("flask.toml"), good).unwrap();
    let output = run(place.folder(), &["doctor", "--config", "flask.toml"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("\ncarries over\n") && said.ends_with("\nnothing to decide\n"), "{said}");
    assert!(!said.contains('\x1b') && !said.contains("kq3Z7m"), "{said}");
}

#[test]
fn groups_can_be_switched_off() {
    let place = Place::new();
    let off = "SECURITY_CLI_USERS_NAME = false\nSECURITY_CLI_ROLES_NAME = false\n";
    fs::write(place.folder().join("off.toml"), off).unwrap();
    for group in ["users", "roles"] {
        place.json(2, &[group, "list", "--config", "off.toml"]);
    }
}

#[test]
fn databases() {
    let place = Place::new();
    assert_eq!(place.json(0, &["db", "create"])["schema"], "v4", "a second time changes nothing");
    assert_eq!(place.json(0, &["db", "inspect"])["usable"], true);
    assert_eq!(place.json(0, &["db", "upgrade"])["gaps"], json!([]));
    let missing = ["--database", "sqlite:missing.db"];
    for command in [["db", "inspect"], ["db", "upgrade"]] {
        place.json(1, &[&command[..], &missing].concat());
    }
    place.json(2, &[&["users", "list"][..], &missing].concat());
    assert!(!place.folder().join("missing.db").exists(), "a mistyped name makes no database");

    let old = rusqlite::Connection::open(place.folder().join("old.db")).unwrap();
    old.execute_batch(
        "CREATE TABLE user (id INTEGER PRIMARY KEY, email VARCHAR(255) NOT NULL UNIQUE,
             password VARCHAR(255), active BOOLEAN NOT NULL,
             fs_uniquifier VARCHAR(64) NOT NULL UNIQUE);
         CREATE TABLE role (id INTEGER PRIMARY KEY, name VARCHAR(80) NOT NULL UNIQUE,
             description VARCHAR(255));
         CREATE TABLE roles_users (user_id INTEGER, role_id INTEGER);",
    )
    .unwrap();
    let old = ["--database", "sqlite:old.db"];
    let before = place.json(0, &[&["db", "inspect"][..], &old].concat());
    assert_eq!(before["capabilities"]["passkeys"], false);
    let after = place.json(0, &[&["db", "upgrade"][..], &old].concat());
    assert_eq!(after["capabilities"]["passkeys"], true);
    assert_eq!(place.json(0, &[&["db", "inspect"][..], &old].concat()), after);
}

#[test]
fn completions() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish"] {
        let output = run(place.folder(), &["completions", shell]);
        assert_eq!(output.status.code(), Some(0));
        assert!(String::from_utf8(output.stdout).unwrap().contains("change_password"));
    }
    assert_eq!(run(place.folder(), &["completions", "abacus"]).status.code(), Some(2));
    assert_eq!(run(place.folder(), &["no-such-command"]).status.code(), Some(2));
}
