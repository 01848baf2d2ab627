//! A live Flask-Security database behind the binary.

use std::fs;
use std::path::Path;

use crate::server::{Server, run};

const DATABASE: &[u8] = include_bytes!("../../../gatewright/testdata/flask_security.sqlite");
const VALUES: &str = include_str!("../../../gatewright/testdata/flask_security_sqlite.json");

/// Every table and index as SQLite describes it.
fn schema(file: &Path) -> Vec<String> {
    let database = rusqlite::Connection::open(file).unwrap();
    let mut query =
        database.prepare("SELECT sql FROM sqlite_master WHERE sql NOT NULL ORDER BY name").unwrap();
    let rows = query.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

#[test]
fn it_is_served_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let file = folder.join("app.sqlite");
    fs::write(&file, DATABASE).unwrap();
    let values: serde_json::Value = serde_json::from_str(VALUES).unwrap();
    let settings = format!(
        "PRESET = 'flask'\nSECRET_KEY = {}\nSECURITY_PASSWORD_SALT = {}\n\
         SQLALCHEMY_DATABASE_URI = 'sqlite:///app.sqlite'\n",
        values["settings"]["SECRET_KEY"], values["settings"]["SECURITY_PASSWORD_SALT"],
    );
    fs::write(folder.join("app.toml"), settings).unwrap();
    let before = schema(&file);

    let server = Server::start(folder, &["--preset", "flask", "--config", "app.toml"]);
    assert_eq!(server.link, None, "the preset has no link for a first administrator");
    assert_eq!(fs::read(&file).unwrap(), DATABASE, "opening writes nothing");
    let admin = &values["users"]["admin"];
    let (email, password) = (admin["email"].as_str().unwrap(), admin["password"].as_str().unwrap());
    let mut client = server.client();
    let answer = client.submit("/login", &[("email", email), ("password", password)]);
    assert_eq!(answer.status, 302, "{}", answer.body);
    assert!(client.get("/").body.contains(email));
    assert_eq!(client.get("/register").status, 404, "registration is the application's decision");
    server.end();
    assert_eq!(schema(&file), before);
    assert!(!folder.join("app.secrets.json").exists());

    let shown = run(folder, &["users", "show", email, "--json", "--config", "app.toml"]);
    assert!(shown.status.success());
    let inspected = run(folder, &["db", "inspect", "--json", "--config", "app.toml"]);
    let inspected: serde_json::Value = serde_json::from_slice(&inspected.stdout).unwrap();
    assert_eq!(inspected["usable"], true);
}
