//! The binary, on a fresh database, on a port that the system chooses.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Where mails lie.
const MAILS: &str = "mails";
const PATIENCE: Duration = Duration::from_secs(30);

/// Ends when dropped.
pub(crate) struct Server {
    pub(crate) origin: String,
    /// Makes the first administrator.
    pub(crate) first_link: String,
    process: Child,
    _stdout: BufReader<ChildStdout>,
    folder: TempDir,
}

impl Server {
    pub(crate) fn start() -> Self {
        Self::with("")
    }

    /// With these settings beside what the binary has by itself; mails go into a folder.
    pub(crate) fn with(settings: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mails = folder.path().join(MAILS);
        let file = folder.path().join("gatewright.toml");
        let text = match settings {
            "" => String::new(),
            more => format!("mail_sender = \"file\"\nmail_folder = {mails:?}\n{more}"),
        };
        fs::write(&file, text).unwrap();
        let mut process = Command::new(env!("CARGO_BIN_EXE_gatewright"))
            .args(["serve", "--bind", "127.0.0.1:0", "--database", "sqlite:app.db"])
            .arg("--config")
            .arg(&file)
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(process.stdout.take().unwrap());
        let first_link = first_link(&mut stdout);
        let origin = first_link.split("/first-administrator").next().unwrap().to_owned();
        Self { origin, first_link, process, _stdout: stdout, folder }
    }

    /// The link in the mail with this subject, once it is there.
    pub(crate) async fn link(&self, subject: &str) -> String {
        let folder = self.folder.path().join(MAILS);
        let begin = Instant::now();
        loop {
            for file in fs::read_dir(&folder).into_iter().flatten() {
                let text = fs::read_to_string(file.unwrap().path()).unwrap_or_default();
                if text.contains(&format!("\r\nSubject: {subject}\r\n"))
                    && let Some(link) = first_address(&text)
                {
                    return link;
                }
            }
            assert!(begin.elapsed() < PATIENCE, "no mail with the subject {subject:?}");
            tokio::task::yield_now().await;
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn first_link(stdout: &mut BufReader<ChildStdout>) -> String {
    let mut said = String::new();
    while stdout.read_line(&mut said).is_ok_and(|length| length > 0) {
        let link = said.split_whitespace().find(|word| word.contains("/first-administrator/"));
        if let Some(link) = link {
            return link.to_owned();
        }
    }
    panic!("no link that makes the first administrator, but:\n{said}")
}

/// The first address of the plain text, whose lines may be folded (RFC 2045, section 6.7).
fn first_address(mail: &str) -> Option<String> {
    let text = mail.replace("=\r\n", "").replace("=3D", "=");
    let start = text.find("http://")?;
    let rest = text.get(start..)?;
    let end = rest.find(|letter: char| letter.is_whitespace()).unwrap_or(rest.len());
    rest.get(..end).map(str::to_owned)
}
