//! A reverse proxy in front of both sides, configured as the migration guide shows it.

use std::env;
use std::fs;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::tab::Tab;

const GUIDE: &str = include_str!("../../../../docs/migrating-from-flask-security.md");

/// Longest that a proxy may take to start.
const PATIENCE: Duration = Duration::from_secs(20);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Nginx,
    Caddy,
}

/// What has moved to Rust.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moved {
    Nothing,
    /// `/whoami`, in the place of the guide's `/reports`.
    OnePath,
    SignInPages,
    Everything,
}

/// The proxy on one port, whatever is behind it.
pub(crate) struct Proxy {
    kind: Kind,
    port: u16,
    folder: TempDir,
    process: Option<Child>,
}

impl Proxy {
    pub(crate) fn new(kind: Kind) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = free.local_addr().unwrap().port();
        Self { kind, port, folder: tempfile::tempdir().unwrap(), process: None }
    }

    pub(crate) fn tab(&self) -> Tab {
        Tab::new(&format!("http://127.0.0.1:{}", self.port))
    }

    /// Starts it anew, with other paths moved.
    pub(crate) fn send(&mut self, moved: Moved, flask: &str, rust: &str) {
        self.stop();
        let text = match self.kind {
            Kind::Nginx => self.nginx(moved),
            Kind::Caddy => self.caddy(moved),
        };
        let host = |base: &str| base.strip_prefix("http://").unwrap().to_owned();
        let text =
            text.replace("127.0.0.1:5000", &host(flask)).replace("127.0.0.1:8000", &host(rust));
        let file = self.folder.path().join("proxy.conf");
        fs::write(&file, text).unwrap();
        let mut command = match self.kind {
            Kind::Nginx => {
                let mut command = Command::new(program("nginx"));
                command.arg("-p").arg(self.folder.path()).arg("-c").arg(&file);
                command.args(["-e", "stderr"]);
                command
            }
            Kind::Caddy => {
                let mut command = Command::new(program("caddy"));
                command.args(["run", "--adapter", "caddyfile", "--config"]).arg(&file);
                command.env("HOME", self.folder.path()).env("XDG_DATA_HOME", self.folder.path());
                command.env("XDG_CONFIG_HOME", self.folder.path());
                command
            }
        };
        let log = fs::File::create(self.folder.path().join("log")).unwrap();
        self.process = Some(command.stdin(Stdio::null()).stderr(log).spawn().unwrap());
        self.wait();
    }

    fn nginx(&self, moved: Moved) -> String {
        let mut blocks = blocks("nginx");
        let (first, pages) = (blocks.next().unwrap(), blocks.next().unwrap());
        let reports = first.lines().find(|line| line.contains("^/reports")).unwrap();
        let mine = reports.replace("reports", "whoami");
        let lines = match moved {
            Moved::Nothing | Moved::Everything => String::new(),
            Moved::OnePath => mine,
            Moved::SignInPages => format!("{mine}\n{pages}"),
        };
        let mut text = swap(&first, reports, &lines);
        if moved == Moved::Everything {
            let default = text.lines().find(|line| line.contains("default ")).unwrap().to_owned();
            text = swap(&text, &default, "    default rust;");
        }
        let text = swap(&text, "listen 443 ssl;", &format!("listen 127.0.0.1:{};", self.port));
        let certificates = |line: &&str| !line.contains("ssl_certificate");
        let text: Vec<&str> = text.lines().filter(certificates).collect();
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("{name}_temp_path {name};"))
            .concat();
        format!(
            "daemon off; master_process off; pid pid;\nevents {{}}\nhttp {{\naccess_log off; \
             {temporary}\n{}\n}}\n",
            text.join("\n")
        )
    }

    fn caddy(&self, moved: Moved) -> String {
        let mut blocks = blocks("caddyfile");
        let (first, pages) = (blocks.next().unwrap(), blocks.next().unwrap());
        let matcher = first.lines().find(|line| line.contains("@moved path_regexp")).unwrap();
        let line = match moved {
            Moved::Nothing => "\t@moved path_regexp ^/nothing$".to_owned(),
            Moved::OnePath => matcher.replace("reports", "whoami"),
            Moved::SignInPages => pages.replace("reports", "whoami"),
            Moved::Everything => "\t@moved path_regexp .".to_owned(),
        };
        let text = swap(&first, matcher, line.trim_end());
        let site = format!("http://127.0.0.1:{} {{\n\tbind 127.0.0.1", self.port);
        let text = swap(&text, "app.example.com {", &site);
        format!("{{\n\tadmin off\n\tauto_https off\n}}\n\n{text}")
    }

    /// There is nothing to wait for but the port itself.
    fn wait(&mut self) {
        let address = SocketAddr::from(([127, 0, 0, 1], self.port));
        let begin = Instant::now();
        while TcpStream::connect(address).is_err() {
            let ended = self.process.as_mut().unwrap().try_wait().unwrap();
            let log = || fs::read_to_string(self.folder.path().join("log")).unwrap();
            assert!(ended.is_none(), "{:?} ended: {}", self.kind, log());
            assert!(begin.elapsed() < PATIENCE, "{:?} does not listen: {}", self.kind, log());
            std::thread::yield_now();
        }
    }

    fn stop(&mut self) {
        if let Some(mut process) = self.process.take() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Replaces what must be there.
fn swap(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "the guide no longer has `{from}`");
    text.replacen(from, to, 1)
}

/// The guide's blocks of a language.
fn blocks(language: &str) -> impl Iterator<Item = String> {
    let fence = format!("\n```{language}\n");
    let parts: Vec<&str> = GUIDE.split(&fence).skip(1).collect();
    let blocks = parts.into_iter().map(|part| part.split("\n```").next().unwrap().to_owned());
    blocks.collect::<Vec<_>>().into_iter()
}

/// Where `scripts/test` has put it, or wherever the system has it.
fn program(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    match env::var_os("TEST_PROXIES") {
        Some(folder) => root.join(folder).join(name),
        None => PathBuf::from(name),
    }
}
