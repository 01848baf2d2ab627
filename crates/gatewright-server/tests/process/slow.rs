//! Clients that take their time.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::client::PATIENCE;
use crate::server::Server;

#[test]
fn slow_clients_are_left_behind_and_block_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), &[]);
    let begun = Instant::now();
    let mut slow: Vec<TcpStream> = (0..300)
        .map(|_| {
            let mut stream = TcpStream::connect(server.address).unwrap();
            stream.set_read_timeout(Some(PATIENCE)).unwrap();
            stream.write_all(b"GET / HTTP/1.1\r\nhost: localhost\r\nx-slow: ").unwrap();
            stream
        })
        .collect();
    let asked = Instant::now();
    assert_eq!(server.client().get("/").status, 200);
    assert!(asked.elapsed() < Duration::from_secs(2), "took {:?}", asked.elapsed());
    // Each is closed by the server: reading comes to an end.
    let mut rest = Vec::new();
    for stream in &mut slow {
        let _ = stream.read_to_end(&mut rest);
    }
    assert!(begun.elapsed() < PATIENCE, "took {:?}", begun.elapsed());
    assert_eq!(server.client().get("/").status, 200);
}

#[test]
fn the_end_waits_for_nobody_who_is_silent() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), &[]);
    let silent = TcpStream::connect(server.address).unwrap();
    let mut idle = server.client();
    assert_eq!(idle.get("/").status, 200);
    let begun = Instant::now();
    assert_eq!(server.end().code(), Some(0));
    assert!(begun.elapsed() < Duration::from_secs(2), "took {:?}", begun.elapsed());
    drop(silent);
}
