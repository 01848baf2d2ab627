//! The binary, on a fresh database, on a port that the system chooses.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use tempfile::TempDir;

/// Ends when dropped.
pub(crate) struct Server {
    pub(crate) origin: String,
    /// Makes the first administrator.
    pub(crate) first_link: String,
    process: Child,
    _stdout: BufReader<ChildStdout>,
    _folder: TempDir,
}

impl Server {
    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut process = Command::new(env!("CARGO_BIN_EXE_gatewright"))
            .args(["serve", "--bind", "127.0.0.1:0", "--database", "sqlite:app.db"])
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(process.stdout.take().unwrap());
        let first_link = first_link(&mut stdout);
        let origin = first_link.split("/first-administrator").next().unwrap().to_owned();
        Self { origin, first_link, process, _stdout: stdout, _folder: folder }
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
