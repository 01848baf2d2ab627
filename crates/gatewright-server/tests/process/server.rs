//! The binary as a process.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Output, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use crate::client::Client;

/// A password that keeps every rule.
pub(crate) const PASSWORD: &str = "battery staple horse";

/// `gatewright` in a folder, without settings from outside.
pub(crate) fn gatewright(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gatewright"));
    command.current_dir(folder).env_clear().stdin(Stdio::null());
    command
}

/// Runs a command to its end.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    gatewright(folder).args(arguments).output().unwrap()
}

/// A running server; killed when dropped.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    /// The path of the link that makes the first administrator.
    pub(crate) link: Option<String>,
    process: Child,
    _stdout: BufReader<ChildStdout>,
}

impl Server {
    /// Starts it; the log goes to `log` in the folder.
    pub(crate) fn start(folder: &Path, arguments: &[&str]) -> Self {
        let log = File::options().create(true).append(true).open(folder.join("log")).unwrap();
        let mut process = gatewright(folder)
            .args(["serve", "--bind", "127.0.0.1:0"])
            .args(arguments)
            .env("RUST_LOG", "debug")
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(process.stdout.take().unwrap());
        let mut address = None;
        let mut link = None;
        let mut said = String::new();
        while stdout.read_line(&mut said).unwrap() > 0 {
            let line = said.trim();
            if let Some(origin) = line.strip_prefix("Gatewright serves http://") {
                address = Some(origin.parse().unwrap());
            }
            if let Some(at) = line.find("/first-administrator/") {
                link = Some(line[at..].to_owned());
            }
            if line == "Ctrl+C ends it." {
                break;
            }
            said.clear();
        }
        let Some(address) = address else {
            let log = std::fs::read_to_string(folder.join("log")).unwrap();
            panic!("it did not start:\n{log}")
        };
        Self { address, link, process, _stdout: stdout }
    }

    pub(crate) fn client(&self) -> Client {
        Client::new(self.address)
    }

    /// SIGTERM, and how it ended.
    pub(crate) fn end(mut self) -> ExitStatus {
        let pid = Pid::from_child(&self.process);
        kill_process(pid, Signal::TERM).unwrap();
        self.process.wait().unwrap()
    }

    /// SIGKILL: no chance to save anything.
    pub(crate) fn kill(&self) {
        kill_process(Pid::from_child(&self.process), Signal::KILL).unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
