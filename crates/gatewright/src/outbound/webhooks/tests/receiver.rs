//! A receiver on a loopback socket, which can be stopped and can misbehave.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard};

use http::HeaderMap;
use http::header::{HeaderName, HeaderValue};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// What it does with what it is sent.
#[derive(Clone)]
pub(super) enum Behaviour {
    Answer(u16),
    Redirect(String),
    /// Takes everything and says nothing.
    Hang,
    /// Says yes, and then goes on for ever.
    Endless,
    /// Never comes to the end of its headers.
    EndlessHead,
}

/// One request.
#[derive(Clone)]
pub(super) struct Posted {
    pub(super) path: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

pub(super) struct Receiver {
    address: SocketAddr,
    shared: Arc<Mutex<State>>,
    listening: Option<JoinHandle<()>>,
}

struct State {
    behaviour: Behaviour,
    connections: usize,
    posted: Vec<Posted>,
}

impl Posted {
    pub(super) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(super) fn event(&self) -> String {
        self.json()["event"].as_str().unwrap().to_owned()
    }

    pub(super) fn id(&self) -> &str {
        self.headers["webhook-id"].to_str().unwrap()
    }
}

impl Receiver {
    pub(super) async fn start() -> Self {
        let state = State { behaviour: Behaviour::Answer(200), connections: 0, posted: Vec::new() };
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let shared = Arc::new(Mutex::new(state));
        let mut receiver = Self { address, shared, listening: None };
        receiver.restart().await;
        receiver
    }

    /// Also while it is stopped.
    pub(super) fn url(&self) -> String {
        format!("http://{}/hook?a=b", self.address)
    }

    pub(super) fn port(&self) -> u16 {
        self.address.port()
    }

    pub(super) fn behave(&self, behaviour: Behaviour) {
        self.lock().behaviour = behaviour;
    }

    pub(super) fn posted(&self) -> Vec<Posted> {
        self.lock().posted.clone()
    }

    pub(super) fn events(&self) -> Vec<String> {
        self.posted().iter().map(Posted::event).collect()
    }

    pub(super) fn connections(&self) -> usize {
        self.lock().connections
    }

    /// Ends every connection, too.
    pub(super) async fn stop(&mut self) {
        if let Some(listening) = self.listening.take() {
            listening.abort();
            let _ = listening.await;
        }
    }

    pub(super) async fn restart(&mut self) {
        self.stop().await;
        let listener = TcpListener::bind(self.address).await.unwrap();
        self.address = listener.local_addr().unwrap();
        let shared = Arc::clone(&self.shared);
        self.listening = Some(tokio::spawn(async move {
            // Dropped with this task, and the connections with it.
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                shared.lock().unwrap().connections += 1;
                let shared = Arc::clone(&shared);
                connections.spawn(async move { serve(stream, &shared).await });
            }
        }));
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.shared.lock().unwrap()
    }
}

async fn serve(stream: TcpStream, shared: &Mutex<State>) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let path = line.split(' ').nth(1).unwrap().to_owned();
        let mut headers = HeaderMap::new();
        loop {
            let mut line = String::new();
            stream.read_line(&mut line).await?;
            let Some((name, value)) = line.split_once(':') else { break };
            let name: HeaderName = name.parse().unwrap();
            headers.insert(name, HeaderValue::from_str(value.trim()).unwrap());
        }
        let length = headers["content-length"].to_str().unwrap().parse().unwrap();
        let mut body = vec![0; length];
        stream.read_exact(&mut body).await?;
        let behaviour = {
            let mut state = shared.lock().unwrap();
            state.posted.push(Posted { path, headers, body });
            state.behaviour.clone()
        };
        match behaviour {
            Behaviour::Answer(status) => {
                let answer = format!("HTTP/1.1 {status} X\r\ncontent-length: 2\r\n\r\nok");
                stream.write_all(answer.as_bytes()).await?;
            }
            Behaviour::Redirect(to) => {
                let answer =
                    format!("HTTP/1.1 307 X\r\nlocation: {to}\r\ncontent-length: 0\r\n\r\n");
                stream.write_all(answer.as_bytes()).await?;
            }
            Behaviour::Hang => std::future::pending().await,
            Behaviour::Endless => {
                stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await?;
                loop {
                    stream.write_all(&[b'x'; 8192]).await?;
                }
            }
            Behaviour::EndlessHead => {
                stream.write_all(b"HTTP/1.1 200 OK\r\n").await?;
                loop {
                    stream.write_all(format!("x: {}\r\n", "x".repeat(8192)).as_bytes()).await?;
                }
            }
        }
    }
}
