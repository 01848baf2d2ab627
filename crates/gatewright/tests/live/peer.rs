//! The real Flask-Security as a process of its own, on the same database file.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::tab::Tab;

/// What `tests/peer/app.py` has in its settings.
pub(crate) const SECRET_KEY: &str = "a peer secret that is long enough to be no warning";
pub(crate) const PASSWORD_SALT: &str = "146585145368132386173505678016728509634";

/// The other side. Ends when dropped.
pub(crate) struct Peer {
    pub(crate) base: String,
    csrf: bool,
    folder: TempDir,
    process: Child,
    _stdout: BufReader<ChildStdout>,
}

impl Peer {
    pub(crate) fn start() -> Self {
        Self::run(&[])
    }

    pub(crate) fn checking_csrf() -> Self {
        Self::run(&["--csrf"])
    }

    /// With further settings, and believing what a proxy says of the client.
    pub(crate) fn behind_proxy(settings: &Value) -> Self {
        Self::run(&["--behind-proxy", "--config", &settings.to_string()])
    }

    /// Ends the process; the database stays.
    pub(crate) fn stop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }

    pub(crate) fn checks_csrf(&self) -> bool {
        self.csrf
    }

    fn run(options: &[&str]) -> Self {
        let python = env::var_os("TEST_PEER_PYTHON")
            .expect("TEST_PEER_PYTHON names a Python that has Flask-Security");
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let folder = tempfile::tempdir().unwrap();
        let mut process = Command::new(root.join(python))
            .arg(root.join("tests/peer/app.py"))
            .arg(folder.path().join("both.db"))
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the peer starts");
        let mut stdout = BufReader::new(process.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let base = line.trim().strip_prefix("READY ").expect("the peer says where it is");
        let csrf = options.contains(&"--csrf");
        Self { base: base.to_owned(), csrf, folder, process, _stdout: stdout }
    }

    /// The database that both sides use.
    pub(crate) fn database(&self) -> PathBuf {
        self.folder.path().join("both.db")
    }

    pub(crate) fn tab(&self) -> Tab {
        Tab::new(&self.base)
    }

    /// One of the `/peer/` routes.
    pub(crate) async fn ask(&self, path: &str, body: Value) -> Value {
        let answer = self.tab().post_json(&format!("/peer/{path}"), &body).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.json()
    }

    /// A row of the user table as the reference sees it.
    pub(crate) async fn user(&self, email: &str) -> Value {
        self.tab().get(&format!("/peer/users/{email}")).await.json()
    }

    /// An active user; the answer has `uniquifier` and the hash as `password`.
    pub(crate) async fn create(&self, email: &str, password: &str, roles: Value) -> Value {
        self.ask("users", json!({ "email": email, "password": password, "roles": roles })).await
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        self.stop();
    }
}
