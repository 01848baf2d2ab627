//! A fresh Chromium under a chromedriver of its own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::{env, fs};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

/// What the reader of the page prefers.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Scheme {
    Light,
    Dark,
}

/// Ends when dropped, also by a test that fails.
pub(crate) struct Browser {
    pub(crate) client: Client,
    driver: Child,
    port: u16,
    /// Kept open: a driver that cannot write its log ends.
    _stdout: BufReader<ChildStdout>,
    _profile: TempDir,
}

impl Browser {
    pub(crate) async fn start(scheme: Scheme) -> Self {
        let mut driver = Command::new("chromedriver")
            .args(["--port=0", "--log-level=WARNING"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("chromedriver is installed");
        let mut stdout = BufReader::new(driver.stdout.take().unwrap());
        let port = port(&mut stdout);
        let profile = tempfile::tempdir().unwrap();
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(scheme, &profile))
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("a browser starts");
        Self { client, driver, port, _stdout: stdout, _profile: profile }
    }

    /// Keeps a picture of the page, if somebody named a folder for it.
    pub(crate) async fn picture(&self, name: &str) {
        if let Some(folder) = env::var_os("TEST_ARTIFACTS").map(PathBuf::from) {
            fs::create_dir_all(&folder).unwrap();
            let png = self.client.screenshot().await.unwrap();
            fs::write(folder.join(name).with_extension("png"), png).unwrap();
        }
    }

    pub(crate) async fn close(self) {
        self.client.clone().close().await.unwrap();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Killed, it would leave its browser behind; asked, it takes it along.
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
            let _ = stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: localhost\r\n\r\n");
            let _ = stream.read(&mut [0; 64]);
        } else {
            let _ = self.driver.kill();
        }
        let _ = self.driver.wait();
    }
}

/// Chromedriver names the port that it got on its standard output.
fn port(stdout: &mut BufReader<ChildStdout>) -> u16 {
    stdout
        .lines()
        .map_while(Result::ok)
        .find_map(|line| {
            line.split("successfully on port ").nth(1)?.trim_end_matches('.').parse().ok()
        })
        .expect("chromedriver names its port")
}

fn capabilities(scheme: Scheme, profile: &TempDir) -> serde_json::Map<String, Value> {
    let profile = format!("--user-data-dir={}", profile.path().display());
    let scheme = match scheme {
        Scheme::Dark => "--blink-settings=preferredColorScheme=0",
        Scheme::Light => "--blink-settings=preferredColorScheme=1",
    };
    let args = [
        "--headless=new",
        // The tests may run as root, which Chromium's sandbox refuses.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--lang=en-US",
        "--window-size=1280,900",
        scheme,
        &profile,
    ];
    let capabilities = json!({ "browserName": "chrome", "goog:chromeOptions": { "args": args } });
    capabilities.as_object().unwrap().clone()
}
