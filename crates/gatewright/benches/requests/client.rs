//! A small HTTP/1.1 client: connections that stay open, one request after the other on each.

use std::fmt::Write;
use std::io::{ErrorKind, Result};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::net::TcpStream;

use crate::app::HEADERS;

pub(crate) struct Connection {
    stream: TcpStream,
    received: Vec<u8>,
}

/// The bytes of a request.
pub(crate) fn request(
    method: &str,
    path: &str,
    header: Option<(&str, String)>,
    json: Option<&str>,
) -> Vec<u8> {
    let mut text = format!("{method} {path} HTTP/1.1\r\n");
    let length = json.map(|json| ("content-length", json.len().to_string()));
    let media = json.map(|_| ("content-type", "application/json".to_owned()));
    for (name, value) in HEADERS {
        write!(text, "{name}: {value}\r\n").unwrap();
    }
    for (name, value) in [header, length, media].into_iter().flatten() {
        write!(text, "{name}: {value}\r\n").unwrap();
    }
    write!(text, "\r\n{}", json.unwrap_or_default()).unwrap();
    text.into_bytes()
}

impl Connection {
    pub(crate) async fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, received: Vec::with_capacity(16 * 1024) }
    }

    /// Sends a request, reads the answer to its end and says how long that took.
    pub(crate) async fn ask(&mut self, request: &[u8]) -> Duration {
        let begin = Instant::now();
        self.send(request).await.unwrap();
        self.received.clear();
        let mut part = [0; 8 * 1024];
        loop {
            let read = self.receive(&mut part).await.unwrap();
            assert!(read > 0, "the server hung up");
            self.received.extend_from_slice(part.get(..read).unwrap());
            if let Some(end) = end(&self.received)
                && self.received.len() >= end
            {
                break;
            }
        }
        let taken = begin.elapsed();
        let good = self.received.starts_with(b"HTTP/1.1 200 ");
        assert!(good, "{}", String::from_utf8_lossy(&self.received));
        taken
    }

    async fn send(&self, mut bytes: &[u8]) -> Result<()> {
        while !bytes.is_empty() {
            self.stream.writable().await?;
            match self.stream.try_write(bytes) {
                Ok(sent) => bytes = bytes.get(sent..).unwrap_or_default(),
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    async fn receive(&self, into: &mut [u8]) -> Result<usize> {
        loop {
            self.stream.readable().await?;
            match self.stream.try_read(into) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                done => return done,
            }
        }
    }
}

/// Where the answer ends, once its head is complete.
fn end(received: &[u8]) -> Option<usize> {
    let head = received.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let text = std::str::from_utf8(received.get(..head)?).ok()?;
    let length = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    Some(head + length?)
}
