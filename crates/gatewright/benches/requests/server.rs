//! The same routes over HTTP on loopback: the server is a process of its own.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::task::JoinSet;

use crate::SIZES;
use crate::app::{self, Caller, Credentials, ROUTES};
use crate::client::{self, Connection};
use crate::stats::{median, micros, percentile};
use crate::users;

/// The first argument of the process that serves.
pub(crate) const CHILD: &str = "serve-for-the-benchmark";

const ROUNDS: usize = 7;
const CONNECTIONS: usize = 16;
const REQUESTS: usize = 2_000;

/// A server that ends with its parent.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    child: Child,
}

impl Server {
    pub(crate) fn start(database: &Path) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .arg(CHILD)
            .arg(database)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Self { address: line.trim().parse().unwrap(), child }
    }

    /// Time that the server has spent on a core: the kernel counts in hundredths of a second.
    pub(crate) fn cpu(&self) -> Duration {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        let fields = stat.rsplit(')').next().unwrap().split_whitespace().skip(11).take(2);
        Duration::from_millis(fields.map(|field| field.parse::<u64>().unwrap() * 10).sum())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        self.child.wait().unwrap();
    }
}

/// What the child does: serves until its parent closes the pipe.
pub(crate) fn serve(words: &[String]) {
    let database = PathBuf::from(words.get(1).unwrap());
    std::thread::spawn(|| {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0);
    });
    Builder::new_multi_thread().enable_all().build().unwrap().block_on(async {
        let security = app::security(&database).await;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        println!("{}", listener.local_addr().unwrap());
        let app = app::router(&security).into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, app).await.unwrap();
    });
}

#[derive(Default)]
struct Figures {
    rates: Vec<f64>,
    times: Vec<Duration>,
    cpu: Duration,
}

pub(crate) fn run() {
    let users = SIZES[1];
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let (database, credentials) = runtime.block_on(async {
        let database = users::database(users).await;
        let credentials = Credentials::new(&app::security(&database).await, &database, users).await;
        (database, credentials)
    });
    let server = Server::start(&database);
    let mut all: Vec<Figures> = ROUTES.iter().map(|_| Figures::default()).collect();
    for round in 0..=ROUNDS {
        for ((_, path, caller), figures) in ROUTES.iter().zip(&mut all) {
            let (begin, cpu) = (Instant::now(), server.cpu());
            let times = runtime.block_on(load(&server, &credentials, path, *caller));
            if round > 0 {
                figures.rates.push(times.len() as f64 / begin.elapsed().as_secs_f64());
                figures.cpu += server.cpu().saturating_sub(cpu);
                figures.times.extend(times);
            }
        }
    }
    println!("{CONNECTIONS} connections, {users} users, {ROUNDS} rounds");
    println!("{:<40} {:>9} {:>10} {:>10} {:>12}", "", "per s", "p50", "p99", "server CPU");
    for ((name, ..), mut figures) in ROUTES.iter().zip(all) {
        println!(
            "{name:<40} {:>9.0} {:>7.0} µs {:>7.0} µs {:>9.1} µs",
            median(&mut figures.rates),
            micros(percentile(&mut figures.times, 50)),
            micros(percentile(&mut figures.times, 99)),
            micros(figures.cpu) / figures.times.len() as f64,
        );
    }
}

async fn load(
    server: &Server,
    credentials: &Credentials,
    path: &str,
    caller: Caller,
) -> Vec<Duration> {
    let mut tasks = JoinSet::new();
    for number in 0..CONNECTIONS {
        let requests: Vec<Vec<u8>> = (0..REQUESTS)
            .map(|at| credentials.header(caller, number * REQUESTS + at, users::ACTIVE))
            .map(|header| client::request("GET", path, header, None))
            .collect();
        let address = server.address;
        tasks.spawn(async move {
            let mut connection = Connection::open(address).await;
            let mut times = Vec::with_capacity(REQUESTS);
            for request in requests {
                times.push(connection.ask(&request).await);
            }
            times
        });
    }
    tasks.join_all().await.concat()
}
