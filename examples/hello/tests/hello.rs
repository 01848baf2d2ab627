//! The real program on a real socket, from its first start to its first administrator.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};

#[test]
fn it_takes_a_dozen_lines() {
    let program = read("src/main.rs");
    assert!(program.lines().filter(|line| !line.trim().is_empty()).count() <= 12);
    let readme = read("../../README.md");
    assert!(readme.contains(&format!("\n{program}```")), "README.md shows another program");
    let front_page = read("../../crates/gatewright/src/lib.rs").replace("//! ", "");
    let front_page = front_page.replace("//!\n", "\n");
    assert!(front_page.contains(&program), "lib.rs shows another program");
}

#[test]
fn the_first_administrator_signs_in() {
    let folder = tempfile::tempdir().unwrap();
    let mut hello = Hello::start(folder.path());
    let mut tab = Tab::default();

    let page = tab.get(&hello.origin, "/");
    assert_eq!((page.status, page.body.as_str()), (200, "hello"));
    let denied = tab.get(&hello.origin, "/me");
    assert_eq!(denied.status, 302);
    assert_eq!(denied.header("location"), Some("/login?next=/me"));

    let page = tab.get(&hello.origin, &hello.link);
    assert_eq!(page.status, 200);
    let password = "correct horse battery staple";
    let form = [
        ("email", "ada@lp.com"),
        ("password", password),
        ("password_confirm", password),
        ("csrf_token", &page.value("csrf_token")),
    ];
    assert_eq!(tab.post(&hello.origin, &hello.link, &form).status, 302);
    let me = tab.get(&hello.origin, "/me");
    assert_eq!((me.status, me.body.as_str()), (200, "hello ada@lp.com"));

    // Once for everybody: the link is used up.
    let link = hello.link.clone();
    assert_eq!(Tab::default().get(&hello.origin, &link).status, 404);

    // A later start asks nobody to become administrator, and knows the session.
    hello.end();
    let mut again = Hello::spawn(folder.path(), &hello.origin);
    again.wait_until_it_answers();
    assert_eq!(tab.get(&again.origin, "/me").body, "hello ada@lp.com");
    assert!(!again.end().contains("/first-administrator/"));
}

/// The program in a folder of its own.
struct Hello {
    child: Child,
    stderr: BufReader<ChildStderr>,
    origin: String,
    link: String,
}

impl Hello {
    /// Starts it in an empty folder, and reads the link for the first administrator.
    fn start(folder: &Path) -> Self {
        let mut hello = Self::spawn(folder, "127.0.0.1:0");
        let mut line = String::new();
        while let Ok(1..) = hello.stderr.read_line(&mut line) {
            let url = line.split_whitespace().find(|word| word.contains("/first-administrator/"));
            if let Some((at, link)) = url.and_then(|url| Some((url.find("/first")?, url))) {
                let (origin, path) = link.split_at(at);
                hello.origin = origin.trim_start_matches("http://").to_owned();
                hello.link = path.to_owned();
                return hello;
            }
            line.clear();
        }
        panic!("it ended without a link for the first administrator");
    }

    fn spawn(folder: &Path, address: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_hello"))
            .current_dir(folder)
            .env("GATEWRIGHT_BIND", address)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        Self { child, stderr, origin: address.to_owned(), link: String::new() }
    }

    fn wait_until_it_answers(&mut self) {
        while TcpStream::connect(&self.origin).is_err() {
            assert!(self.child.try_wait().unwrap().is_none(), "it ended at once");
            std::thread::yield_now();
        }
    }

    /// Asks it to end, and hands over what else it wrote.
    fn end(&mut self) -> String {
        let id = Pid::from_raw(i32::try_from(self.child.id()).unwrap()).unwrap();
        kill_process(id, Signal::TERM).unwrap();
        assert!(self.child.wait().unwrap().success());
        let mut rest = String::new();
        self.stderr.read_to_string(&mut rest).unwrap();
        rest
    }
}

impl Drop for Hello {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// A browser, as far as cookies go.
#[derive(Default)]
struct Tab {
    cookies: BTreeMap<String, String>,
}

impl Tab {
    fn get(&mut self, host: &str, path: &str) -> Page {
        self.send(host, &format!("GET {path}"), "")
    }

    fn post(&mut self, host: &str, path: &str, form: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        self.send(host, &format!("POST {path}"), &body)
    }

    fn send(&mut self, host: &str, what: &str, body: &str) -> Page {
        let pairs: Vec<_> = self.cookies.iter().map(|(key, it)| format!("{key}={it}")).collect();
        let mut stream = TcpStream::connect(host).unwrap();
        write!(
            stream,
            "{what} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            pairs.join("; "),
            body.len(),
        )
        .unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        let page = Page::read(&text);
        for cookie in page.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (name, value) = cookie.1.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        page
    }
}

struct Page {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

impl Page {
    fn read(text: &str) -> Self {
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines
            .map(|line| line.split_once(": ").unwrap())
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        Self { status, headers, body: body.to_owned() }
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The value of a hidden field.
    fn value(&self, name: &str) -> String {
        let input = self.body.split('<').find(|tag| tag.contains(&format!("name=\"{name}\"")));
        let rest = input.unwrap().split_once("value=\"").unwrap().1;
        rest.split('"').next().unwrap().to_owned()
    }
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}
