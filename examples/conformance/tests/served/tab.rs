//! A browser, as far as cookies go; every request has a connection of its own.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;

use data_encoding::BASE64;
use serde_json::Value;

pub(crate) struct Tab {
    address: String,
    cookies: BTreeMap<String, String>,
    /// Headers of every request.
    pub(crate) headers: Vec<(String, String)>,
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Tab {
    pub(crate) fn new(address: &str) -> Self {
        Self { address: address.to_owned(), cookies: BTreeMap::new(), headers: Vec::new() }
    }

    /// Sends a header with every request.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sends HTTP Basic credentials with every request.
    pub(crate) fn basic(self, (email, password): (&str, &str)) -> Self {
        let encoded = BASE64.encode(format!("{email}:{password}").as_bytes());
        self.with("Authorization", &format!("Basic {encoded}"))
    }

    /// Goes on at another address with the same cookies.
    pub(crate) fn moved(mut self, address: &str) -> Self {
        address.clone_into(&mut self.address);
        self
    }

    pub(crate) fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, None, "")
    }

    pub(crate) fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        self.send("POST", path, Some("application/x-www-form-urlencoded"), &body)
    }

    pub(crate) fn post_json(&mut self, path: &str, value: &Value) -> Answer {
        self.send("POST", path, Some("application/json"), &value.to_string())
    }

    pub(crate) fn send(
        &mut self,
        method: &str,
        path: &str,
        media: Option<&str>,
        body: &str,
    ) -> Answer {
        let mut head =
            format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        if !self.cookies.is_empty() {
            let pairs: Vec<_> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            head += &format!("Cookie: {}\r\n", pairs.join("; "));
        }
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\r\n");
        }
        if let Some(media) = media {
            head += &format!("Content-Type: {media}\r\nContent-Length: {}\r\n", body.len());
        }
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(format!("{head}\r\n{body}").as_bytes()).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        let answer = Answer::read(&text);
        self.keep(&answer);
        answer
    }

    fn keep(&mut self, answer: &Answer) {
        for (_, cookie) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

impl Answer {
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

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn location(&self) -> Option<&str> {
        self.header("location")
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}
