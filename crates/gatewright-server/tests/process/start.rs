//! First start, second start, and what a start refuses.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::server::{PASSWORD, Server, gatewright, run};

const EMAIL: &str = "joe@example.org";

fn form() -> [(&'static str, &'static str); 3] {
    [("email", EMAIL), ("password", PASSWORD), ("password_confirm", PASSWORD)]
}

fn mode(file: &Path) -> u32 {
    fs::metadata(file).unwrap().permissions().mode() & 0o777
}

#[test]
fn the_first_start_makes_everything_and_the_second_keeps_it() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let server = Server::start(folder, &[]);
    assert_eq!(mode(&folder.join("gatewright.secrets.json")), 0o600);
    assert_eq!(mode(&folder.join("gatewright.db")), 0o600);

    let link = server.link.clone().expect("nobody is registered yet");
    let mut admin = server.client();
    assert!(!admin.get("/").body.contains(EMAIL));
    assert_eq!(admin.submit(&link, &form()).status, 302);
    assert!(admin.get("/").body.contains(EMAIL), "the start page says who is signed in");
    let mut other = server.client();
    assert_eq!(other.get(&link).status, 404, "the link works once");
    let shown = run(folder, &["users", "show", EMAIL, "--json"]);
    let user: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(user["roles"], serde_json::json!(["admin"]));
    assert_eq!(user["active"], true);

    let secrets = fs::read(folder.join("gatewright.secrets.json")).unwrap();
    let begun = Instant::now();
    assert_eq!(server.end().code(), Some(0));
    assert!(begun.elapsed() < Duration::from_secs(2), "took {:?}", begun.elapsed());

    let server = Server::start(folder, &[]);
    assert_eq!(server.link, None, "there is an administrator");
    assert_eq!(fs::read(folder.join("gatewright.secrets.json")).unwrap(), secrets);
    let cookies = admin.cookies.clone();
    let mut admin = server.client();
    admin.cookies = cookies;
    assert!(admin.get("/").body.contains(EMAIL), "the session is still good");
}

#[test]
fn new_accounts_get_mail_where_there_is_some() {
    for (settings, mailed) in [
        ("", false),
        ("MAIL_SERVER = \"smtp.example.org\"", true),
        ("MAIL_SENDER = \"log\"", true),
        ("SECURITY_CONFIRMABLE = true", true),
        ("SECURITY_CONFIRMABLE = true\nSECURITY_SEND_REGISTER_EMAIL = false", false),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        fs::write(folder.join("app.toml"), settings).unwrap();
        let listed = run(folder, &["config", "list", "--config", "app.toml"]);
        let listed = String::from_utf8(listed.stdout).unwrap();
        let line = format!("SECURITY_SEND_REGISTER_EMAIL = {mailed} ");
        assert!(listed.contains(&line), "{settings}");
    }
}

#[test]
fn logs_have_a_line_per_request_and_no_secret() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let server = Server::start(folder, &["--json-logs"]);
    let link = server.link.clone().unwrap();
    let mut client = server.client();
    client.submit(&link, &form());
    let missing = client.get("/nowhere/geheim?token=geheim");
    assert_eq!(missing.status, 404);
    assert!(missing.body.contains("data-page=\"error\""), "{}", missing.body);
    client.get("/login?next=/geheim");
    let csrf_token = client.get("/verify").csrf_token();
    assert_eq!(client.post("/logout", &csrf_token, &[]).unwrap().status, 302);
    client.submit("/login", &[("email", EMAIL), ("password", "not my password")]);
    client.submit("/login", &[("email", EMAIL), ("password", PASSWORD)]);
    let csrf_token = client.get("/verify").csrf_token();
    let id = missing.header("x-request-id").unwrap().to_owned();
    let odd = client.send("GET", "/", "x-request-id: a \"b\"\r\n", "").unwrap();
    assert_ne!(odd.header("x-request-id"), Some("a \"b\""));
    let own = client.send("GET", "/", "x-request-id: proxy-7\r\n", "").unwrap();
    assert_eq!(own.header("x-request-id"), Some("proxy-7"));
    let cookies: Vec<String> = client.cookies.values().cloned().collect();
    server.end();

    let log = fs::read_to_string(folder.join("log")).unwrap();
    let token = link.rsplit('/').next().unwrap();
    for secret in [PASSWORD, "not my password", token, "geheim", &csrf_token] {
        assert!(!log.contains(secret), "{secret} in:\n{log}");
    }
    assert!(cookies.iter().all(|cookie| cookie.is_empty() || !log.contains(cookie)));
    let lines: Vec<serde_json::Value> =
        log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let line = lines.iter().find(|line| line["span"]["id"] == id.as_str()).expect("its line");
    assert_eq!(line["status"], 404);
    assert_eq!(line["span"]["method"], "GET");
    assert!(line["ms"].is_f64());
    let routes: Vec<_> = lines.iter().filter_map(|line| line["span"]["route"].as_str()).collect();
    assert!(routes.contains(&"/first-administrator/{token}"), "{routes:?}");
}

#[test]
fn health_and_readiness() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    assert!(run(folder, &["db", "create"]).status.success());
    // Not write-ahead: then another program can lock the whole file.
    let database = rusqlite::Connection::open(folder.join("gatewright.db")).unwrap();
    database.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(())).unwrap();
    let server = Server::start(folder, &[]);
    let mut client = server.client();
    assert_eq!(client.get("/healthz").status, 200);
    assert_eq!(client.get("/readyz").status, 200);

    database.execute_batch("BEGIN EXCLUSIVE").unwrap();
    assert_eq!(client.get("/readyz").status, 503);
    assert_eq!(client.get("/healthz").status, 200);
    database.execute_batch("ROLLBACK").unwrap();
    assert_eq!(client.get("/readyz").status, 200);
}

#[test]
fn what_does_not_start_says_why_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    fs::write(folder.join("bad.toml"), "SECURITY_LOGIN_ULR = '/in'").unwrap();
    fs::write(folder.join("other.db"), "this is no database, and long enough to be seen as such")
        .unwrap();
    let cases: &[(&[&str], i32, &str)] = &[
        (&["serve", "--bind", &taken], 1, "is in use"),
        (&["serve", "--config", "nowhere.toml"], 2, "nowhere.toml cannot be read"),
        (&["serve", "--config", "bad.toml"], 2, "SECURITY_LOGIN_URL"),
        (&["serve", "--database", "postgres://me:geheim@host/db"], 2, "must start with `sqlite:`"),
        (&["serve", "--database", "sqlite:other.db"], 1, "other.db"),
        (&["serve", "--database", "sqlite:no/such/folder/a.db"], 2, "folder"),
        (&["serve", "--preset", "flask"], 2, "SECRET_KEY is missing"),
        (&["serve", "--bind", "nonsense"], 2, "--bind"),
    ];
    for (arguments, code, reason) in cases {
        let output = run(folder, arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(*code), "{arguments:?}: {said}");
        let error = said.lines().find(|line| line.starts_with("error: ")).expect("an error");
        assert!(error.contains(reason), "{arguments:?}: {said}");
        assert!(!said.contains("geheim"), "{said}");
        assert!(output.stdout.is_empty());
    }
    let named = gatewright(folder).arg("serve").env("GATEWRIGHT_CONFIG", "bad.toml").output();
    assert!(String::from_utf8(named.unwrap().stderr).unwrap().contains("SECURITY_LOGIN_URL"));
    let moved = gatewright(folder).arg("serve").env("GATEWRIGHT_BIND", &taken).output().unwrap();
    assert!(String::from_utf8(moved.stderr).unwrap().contains(&taken));
}
