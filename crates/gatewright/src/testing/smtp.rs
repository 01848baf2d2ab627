//! A mail server on a loopback socket, which does what a test wants (RFC 5321).

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// A mail server that keeps what it is sent. It ends when it is dropped.
///
/// ```
/// use gatewright::config::{MailSender, Preset};
/// use gatewright::testing::SmtpServer;
///
/// let server = SmtpServer::start();
/// let port = server.port();
/// let builder = gatewright::Security::builder().configure(move |config| {
///     config.mail.server = "127.0.0.1".into();
///     config.mail.port = port;
/// });
/// # let _ = builder;
/// assert!(server.received().is_empty());
/// ```
#[derive(Debug)]
pub struct SmtpServer {
    address: SocketAddr,
    shared: Arc<Shared>,
    listening: Option<thread::JoinHandle<()>>,
}

/// What a [`SmtpServer`] does with mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behaviour {
    /// Takes them.
    Accept,
    /// Refuses every recipient with this code: 450 for the moment, 550 for good.
    Refuse(u16),
    /// Accepts connections and says nothing.
    Hang,
    /// Goes on and on in its answer to the client's greeting.
    Endless,
}

/// A mail as it came over the socket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The line of the sender, with parameters: `<joe@lp.com> SMTPUTF8`.
    pub from: String,
    /// The recipient.
    pub to: String,
    /// The mail itself.
    pub data: String,
}

#[derive(Debug)]
struct Shared(Mutex<State>);

#[derive(Debug)]
struct State {
    behaviour: Behaviour,
    unicode: bool,
    account: Option<(String, String)>,
    running: bool,
    next: u64,
    connections: BTreeMap<u64, TcpStream>,
    received: Vec<Received>,
}

#[allow(clippy::expect_used, reason = "a test that cannot be set up has failed")]
impl SmtpServer {
    /// Starts one on a free port. It takes mails and knows Unicode in addresses (RFC 6531).
    ///
    /// # Panics
    /// There is no free port.
    pub fn start() -> Self {
        let shared = Arc::new(Shared(Mutex::new(State {
            behaviour: Behaviour::Accept,
            unicode: true,
            account: None,
            running: false,
            next: 0,
            connections: BTreeMap::new(),
            received: Vec::new(),
        })));
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let mut server = Self { address, shared, listening: None };
        server.restart();
        server
    }

    /// Where it listens, also while it is stopped.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Does something else from the next command on.
    pub fn behave(&self, behaviour: Behaviour) {
        self.shared.lock().behaviour = behaviour;
    }

    /// Knows Unicode in addresses, or not.
    pub fn unicode(&self, known: bool) {
        self.shared.lock().unicode = known;
    }

    /// Asks for this name and password (`AUTH PLAIN`, RFC 4616).
    pub fn account(&self, name: &str, password: &str) {
        self.shared.lock().account = Some((name.to_owned(), password.to_owned()));
    }

    /// The mails so far.
    pub fn received(&self) -> Vec<Received> {
        self.shared.lock().received.clone()
    }

    /// How many connections there were so far.
    pub fn connections(&self) -> u64 {
        self.shared.lock().next
    }

    /// Stops listening and ends every connection.
    pub fn stop(&mut self) {
        {
            let mut state = self.shared.lock();
            state.running = false;
            for connection in std::mem::take(&mut state.connections).into_values() {
                let _ = connection.shutdown(Shutdown::Both);
            }
        }
        // Wakes the thread that waits for connections.
        let _ = TcpStream::connect(self.address);
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }

    /// Listens again on the same port.
    ///
    /// # Panics
    /// Somebody else has taken the port.
    pub fn restart(&mut self) {
        self.stop();
        let listener = TcpListener::bind(self.address).expect("the port is free");
        self.address = listener.local_addr().expect("a listener has an address");
        let shared = Arc::clone(&self.shared);
        shared.lock().running = true;
        self.listening = Some(thread::spawn(move || listen(&listener, &shared)));
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn listen(listener: &TcpListener, shared: &Arc<Shared>) {
    while let Ok((stream, _)) = listener.accept() {
        let mut state = shared.lock();
        if !state.running {
            return;
        }
        let Ok(handle) = stream.try_clone() else { continue };
        let number = state.next;
        state.next += 1;
        state.connections.insert(number, handle);
        drop(state);
        let shared = Arc::clone(shared);
        thread::spawn(move || {
            // A client that goes away in the middle ends its own conversation.
            let _ = converse(&stream, &shared);
            shared.lock().connections.remove(&number);
        });
    }
}

fn converse(stream: &TcpStream, shared: &Shared) -> io::Result<()> {
    let mut out = stream;
    let mut lines = BufReader::new(stream);
    let hangs = || shared.lock().behaviour == Behaviour::Hang;
    if !hangs() {
        out.write_all(b"220 localhost ESMTP\r\n")?;
    }
    let (mut from, mut to) = (String::new(), String::new());
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let line = line.trim_end();
        if hangs() {
            continue;
        }
        let verb = line.get(..4).unwrap_or(line).to_ascii_uppercase();
        let after = |prefix: &str| line.get(prefix.len()..).unwrap_or_default().trim().to_owned();
        let answer = match verb.as_str() {
            "EHLO" if shared.lock().behaviour == Behaviour::Endless => loop {
                out.write_all("250-X\r\n".repeat(1_000).as_bytes())?;
            },
            "EHLO" => hello(&shared.lock()),
            "AUTH" => authenticate(&shared.lock(), line),
            "MAIL" => {
                from = after("MAIL FROM:");
                "250 2.1.0 fine".to_owned()
            }
            "RCPT" => match shared.lock().behaviour {
                Behaviour::Refuse(code) => format!("{code} not this one"),
                Behaviour::Accept | Behaviour::Hang | Behaviour::Endless => {
                    to = after("RCPT TO:");
                    "250 2.1.5 fine".to_owned()
                }
            },
            "DATA" => {
                out.write_all(b"354 go on\r\n")?;
                let data = read_data(&mut lines)?;
                let (from, to) = (from.clone(), to.clone());
                shared.lock().received.push(Received { from, to, data });
                "250 2.0.0 taken".to_owned()
            }
            "QUIT" => {
                out.write_all(b"221 bye\r\n")?;
                return Ok(());
            }
            "RSET" | "NOOP" => "250 fine".to_owned(),
            _ => "502 5.5.1 what?".to_owned(),
        };
        out.write_all(format!("{answer}\r\n").as_bytes())?;
    }
}

fn hello(state: &State) -> String {
    let mut lines = vec!["localhost", "8BITMIME"];
    if state.unicode {
        lines.push("SMTPUTF8");
    }
    if state.account.is_some() {
        lines.push("AUTH PLAIN");
    }
    let last = lines.pop().unwrap_or_default();
    let first: String = lines.iter().map(|line| format!("250-{line}\r\n")).collect();
    format!("{first}250 {last}")
}

fn authenticate(state: &State, line: &str) -> String {
    let given = line.strip_prefix("AUTH PLAIN ").unwrap_or_default();
    let wanted = state.account.as_ref().map(|(name, password)| {
        data_encoding::BASE64.encode(format!("\0{name}\0{password}").as_bytes())
    });
    match wanted.as_deref() == Some(given) {
        true => "235 2.7.0 welcome".to_owned(),
        false => "535 5.7.8 wrong name or password".to_owned(),
    }
}

/// Up to the line with a single dot; a dot that was doubled is one again.
fn read_data(lines: &mut impl BufRead) -> io::Result<String> {
    let mut data = String::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if line == ".\r\n" {
            return Ok(data);
        }
        data.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}
