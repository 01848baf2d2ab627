//! Bytes on a real connection.

use std::time::Duration;

use axum::Router;
use gatewright::config::Preset;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use crate::fixture::{Csrf, JOE, app};

const PATIENCE: Duration = Duration::from_secs(30);

/// Writes these bytes, says that no more will come, and reads all that comes back.
async fn talk(address: std::net::SocketAddr, bytes: &[u8]) -> Vec<u8> {
    let conversation = async {
        let mut stream = TcpStream::connect(address).await.unwrap();
        // The server may hang up on rubbish before it has read it all.
        let _ = stream.write_all(bytes).await;
        let _ = stream.shutdown().await;
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        answer
    };
    let shown = || String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let answer = tokio::time::timeout(PATIENCE, conversation).await;
    answer.unwrap_or_else(|_| panic!("hangs: {}", shown()))
}

fn status(answer: &[u8]) -> Option<u16> {
    std::str::from_utf8(answer.get(9..12)?).ok()?.parse().ok()
}

#[tokio::test]
async fn a_server_outlives_what_is_thrown_at_it() {
    let test = app(Preset::Recommended, Csrf::Guards).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (end, ended) = oneshot::channel::<()>();
    let security = test.security().clone();
    let server = tokio::spawn(async move {
        security.serve_on(listener, Router::new(), async move { drop(ended.await) }).await
    });
    let close = "Host: localhost\r\nConnection: close\r\n";
    let post = |head: &str, body: &str| format!("POST /login HTTP/1.1\r\n{close}{head}\r\n{body}");
    let form = "Content-Type: application/x-www-form-urlencoded\r\n";
    let mut thrown: Vec<(Vec<u8>, &[u16])> = vec![
        (post(&format!("{form}Content-Length: 5\r\n"), "email").into(), &[200, 400]),
        // Fewer bytes than announced, more, none, too many.
        (post(&format!("{form}Content-Length: 500\r\n"), "email").into(), &[400, 413]),
        (post(&format!("{form}Content-Length: 5\r\n"), "email=abcdefgh").into(), &[200, 400]),
        (post(&format!("{form}Content-Length: 9999999\r\n"), "").into(), &[400, 413]),
        (
            post(&format!("{form}Content-Length: 70000\r\n"), &"a".repeat(70_000)).into(),
            &[400, 413],
        ),
        (post(&format!("{form}Content-Length: -1\r\n"), "email").into(), &[400]),
        (
            post(&format!("{form}Content-Length: 5\r\nContent-Length: 6\r\n"), "email").into(),
            &[400],
        ),
        (
            post(&format!("{form}Transfer-Encoding: chunked\r\n"), "5\r\nemail\r\n0\r\n\r\n")
                .into(),
            &[200, 400],
        ),
        (post(&format!("{form}Transfer-Encoding: chunked\r\n"), "zz\r\nemail").into(), &[200, 400]),
        (
            post(
                &format!("{form}Transfer-Encoding: chunked\r\nContent-Length: 3\r\n"),
                "5\r\nemail\r\n0\r\n\r\n",
            )
            .into(),
            &[200, 400],
        ),
        (b"GET / HTTP/1.0\r\n\r\n".to_vec(), &[200]),
        (b"GET /login HTTP/1.1\r\nConnection: close\r\n\r\n".to_vec(), &[200, 400]),
        // Two hosts: whoever reads next could take the other one.
        (format!("GET http://evil.test/login HTTP/1.1\r\n{close}\r\n").into(), &[400]),
        (format!("OPTIONS * HTTP/1.1\r\n{close}\r\n").into(), &[200, 400, 404]),
        (format!("GET /%ff%00 HTTP/1.1\r\n{close}\r\n").into(), &[400, 404]),
        (format!("GET /first-administrator/%ff HTTP/1.1\r\n{close}\r\n").into(), &[400, 404]),
        (format!("GET /login HTTP/9.9\r\n{close}\r\n").into(), &[400, 505]),
        (
            format!("GET /login HTTP/1.1\r\n{close}X: {}\r\n\r\n", "x".repeat(1 << 20)).into(),
            &[400, 431],
        ),
        (
            format!("GET /login HTTP/1.1\r\n{close}{}\r\n", "A: b\r\n".repeat(5_000)).into(),
            &[400, 431],
        ),
        (
            format!("GET /{} HTTP/1.1\r\n{close}\r\n", "x".repeat(100_000)).into(),
            &[400, 404, 414, 431],
        ),
        (b"\0\0\0\0\r\n\r\n".to_vec(), &[400]),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(), &[400]),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(), &[400, 404, 505]),
        (b"GET".to_vec(), &[400]),
        (b"".to_vec(), &[]),
        (format!("GET /login HTTP/1.1\r\n{close}X\r\n\r\n").into(), &[400]),
        (format!("GET /login HTTP/1.1\r\n{close}Cookie: a\nb: c\r\n\r\n").into(), &[200, 400]),
    ];
    let raw = [b"GET /login HTTP/1.1\r\n".as_slice(), close.as_bytes()].concat();
    for odd in [&b"Cookie: session=\xff\xfe"[..], b"Accept: \xff", b"Authorization: Basic \xff\x80"]
    {
        thrown.push(([&raw, odd, b"\r\n\r\n"].concat(), &[200]));
    }
    thrown.push((
        [b"GET /\xff?\xfe HTTP/1.1\r\n".as_slice(), close.as_bytes(), b"\r\n"].concat(),
        &[400, 404],
    ));
    for (bytes, expected) in &thrown {
        let answer = talk(address, bytes).await;
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(120)]).into_owned();
        match status(&answer) {
            Some(status) => assert!(expected.contains(&status), "{status} to {shown}"),
            // Hung up without a word: what came was no request.
            None => assert!(answer.is_empty(), "{shown}"),
        }
    }
    // Several requests in one breath, the first of them refused.
    let two = format!(
        "POST /login HTTP/1.1\r\nHost: localhost\r\n{form}Content-Length: 5\r\n\r\nemail\
         GET /login HTTP/1.1\r\n{close}\r\n"
    );
    let answers = String::from_utf8_lossy(&talk(address, two.as_bytes()).await).into_owned();
    assert_eq!(answers.matches("HTTP/1.1 ").count(), 2, "{answers}");
    assert!(test.find(JOE).await.is_some());
    end.send(()).unwrap();
    tokio::time::timeout(PATIENCE, server).await.unwrap().unwrap().unwrap();
}
