//! The real program on a copy of a database that the reference made, and a receiver of its events.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;

use rusqlite::Connection;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tempfile::TempDir;

use crate::tab::Tab;

pub(crate) const ADMIN: (&str, &str) = ("admin@vectors.example.org", "Admin-Pa55phrase");
pub(crate) const USER: (&str, &str) = ("pbk256@vectors.example.org", "Pbk256-Pa55phrase");

const BASE: &str = r#"
preset = "flask"
allow_weak_secrets = true
delivery = "inline"
secret_key = "gatewright-vector-secret-key-not-for-production"
"#;

const SECURITY: &str = r#"
[security]
password_salt = "230985743098572340985723409857234"
password_hash_passlib_options = { argon2__rounds = 1, argon2__memory_cost = 8, argon2__parallelism = 1 }
email_validator_args = { check_deliverability = false }
send_register_email = false
trackable = true
"#;

/// What a test's configuration has beside the usual.
#[derive(Default)]
pub(crate) struct Settings<'a> {
    pub(crate) top: &'a str,
    pub(crate) security: &'a str,
    pub(crate) own: &'a str,
}

/// A running program; ends with the value.
pub(crate) struct App {
    child: Child,
    pub(crate) address: String,
    database: PathBuf,
    events: Arc<Mutex<Vec<Value>>>,
    _folder: Option<TempDir>,
}

impl App {
    /// Starts on a fresh copy of the database.
    pub(crate) fn start(settings: &Settings<'_>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("app.sqlite");
        let original = "../../crates/gatewright/testdata/flask_security.sqlite";
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(original), &database).unwrap();
        let connection = Connection::open(&database).unwrap();
        connection
            .execute_batch(
                "ALTER TABLE user ADD COLUMN security_number INTEGER;
                 CREATE UNIQUE INDEX security_numbers ON user (security_number);
                 UPDATE user SET security_number = 456789 WHERE id = 1;
                 UPDATE role SET permissions = permissions || ',admin,super' WHERE id = 1;",
            )
            .unwrap();
        let mut app = Self::start_on(database, settings);
        app._folder = Some(folder);
        app
    }

    /// Starts on the database of another program.
    pub(crate) fn start_on(database: PathBuf, settings: &Settings<'_>) -> Self {
        let Settings { top, security, own } = settings;
        let (webhook, events) = receiver();
        let csrf = if top.contains("csrf") { "" } else { "wtf_csrf_enabled = false" };
        let text = format!(
            "{BASE}\n{csrf}\ndatabase_url = \"sqlite:///{}\"\nevents_webhook_url = \"http://{webhook}/events\"\n\
             {top}\n{SECURITY}\n{security}\n[conformance]\n{own}\n",
            database.display()
        );
        let config = database.with_extension("toml");
        fs::write(&config, text).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_conformance"))
            .arg("--config")
            .arg(&config)
            .args(["--bind", "127.0.0.1:0"])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stderr = BufReader::new(child.stderr.take().unwrap());
        let address = address(&mut stderr);
        // A full pipe would stop the program.
        thread::spawn(move || std::io::copy(&mut stderr, &mut std::io::sink()));
        Self { child, address, database, events, _folder: None }
    }

    /// A browser without cookies; it calls the host `localhost`.
    pub(crate) fn tab(&self) -> Tab {
        Tab::new(&self.address)
    }

    /// A browser in which somebody has signed in.
    pub(crate) fn signed_in(&self, (email, password): (&str, &str)) -> Tab {
        let mut tab = self.tab();
        let answer = tab.post("/login", &[("email", email), ("password", password)]);
        assert_eq!(answer.status, 302, "{}", answer.body);
        self.events();
        tab
    }

    /// What was heard since the last time.
    pub(crate) fn events(&self) -> Vec<Value> {
        std::mem::take(&mut *self.events.lock().unwrap())
    }

    /// Only the names of what was heard.
    pub(crate) fn event_names(&self) -> Vec<String> {
        let events = self.events();
        events.iter().map(|event| event["event"].as_str().unwrap().to_owned()).collect()
    }

    /// What another process would do with the same file.
    pub(crate) fn sql(&self, statement: &str) {
        Connection::open(&self.database).unwrap().execute_batch(statement).unwrap();
    }

    /// One number out of the database.
    pub(crate) fn number(&self, query: &str) -> f64 {
        let connection = Connection::open(&self.database).unwrap();
        connection.query_row(query, [], |row| row.get(0)).unwrap()
    }

    /// One text out of the database.
    pub(crate) fn text(&self, query: &str) -> String {
        let connection = Connection::open(&self.database).unwrap();
        connection.query_row(query, [], |row| row.get(0)).unwrap()
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.database.clone()
    }

    /// Asks it to end, and says whether it did so in order.
    pub(crate) fn end(&mut self) -> bool {
        let id = Pid::from_raw(i32::try_from(self.child.id()).unwrap()).unwrap();
        kill_process(id, Signal::TERM).unwrap();
        self.child.wait().unwrap().success()
    }
}

impl Drop for App {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn address(stderr: &mut impl BufRead) -> String {
    let mut log = String::new();
    loop {
        let from = log.len();
        if stderr.read_line(&mut log).unwrap() == 0 {
            panic!("it did not start:\n{log}");
        }
        if let Some((_, address)) = log[from..].split_once("serving http://") {
            return address.trim().to_owned();
        }
    }
}

/// Keeps what is posted to it.
fn receiver() -> (String, Arc<Mutex<Vec<Value>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let events = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&events);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            heard.lock().unwrap().push(posted(&stream));
            stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").unwrap();
        }
    });
    (address, events)
}

fn posted(stream: &TcpStream) -> Value {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if line.trim().is_empty() {
            break;
        }
        if let Some((_, value)) = line.to_ascii_lowercase().split_once("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    serde_json::from_slice(&body).unwrap()
}
