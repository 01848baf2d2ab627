//! How many sign in within a second, and what becomes of pages meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use gatewright_wire::passlib::{Context, Deprecated, OptionValue, Options, Scheme, SingleHash};
use serde_json::json;
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval, sleep};

use crate::SIZES;
use crate::app::{self, Caller, Credentials};
use crate::client::{self, Connection};
use crate::server::Server;
use crate::stats::{median, micros, percentile, thread_cpu};
use crate::users::{self, PASSWORD};

const ROUNDS: usize = 5;
const SPAN: Duration = Duration::from_secs(3);
/// People who sign in at the same time, again and again.
const STORM: usize = 64;
/// Connections that read a guarded page, and how often each of them does.
const READERS: usize = 4;
const PACE: Duration = Duration::from_millis(2);

struct Bed {
    runtime: Runtime,
    server: Server,
    pages: Vec<Vec<u8>>,
    sign_ins: Vec<Vec<u8>>,
}

/// How much was done. What is done within a CPU second does not depend on who else needs the cores.
struct Rate {
    per_second: f64,
    per_cpu_second: f64,
}

impl Rate {
    fn new(done: usize, time: Duration, cpu: Duration) -> Self {
        let done = done as f64;
        Self { per_second: done / time.as_secs_f64(), per_cpu_second: done / cpu.as_secs_f64() }
    }
}

pub(crate) fn run() {
    let bed = bed();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let (mut bare, mut signed_in, mut share) = (Vec::new(), Vec::new(), Vec::new());
    let mut work = Vec::new();
    let (mut idle, mut busy, mut slower) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let hashes = bare_hashes(threads);
        let people = bed.runtime.block_on(sign_ins_alone(&bed));
        share.push(people.per_second / hashes.per_second);
        work.push(people.per_cpu_second / hashes.per_cpu_second);
        bare.push(hashes.per_second);
        signed_in.push(people.per_second);

        let mut quiet = bed.runtime.block_on(pages(&bed));
        let mut storm = bed.runtime.block_on(pages_in_a_storm(&bed));
        let ratio = micros(percentile(&mut storm, 99)) / micros(percentile(&mut quiet, 99));
        slower.push(ratio);
        idle.append(&mut quiet);
        busy.append(&mut storm);
    }
    println!("argon2id at the recommended cost, {threads} threads, {STORM} sign-ins at once");
    println!("{:<40} {:>9.1} per s", "the hash alone", median(&mut bare));
    println!("{:<40} {:>9.1} per s", "sign-ins over HTTP", median(&mut signed_in));
    println!("{:<40} {:>9.3}", "ratio", median(&mut share));
    println!("{:<40} {:>9.3}", "ratio for the same CPU time", median(&mut work));
    println!(
        "\na guarded page, {READERS} readers, each {} times a second",
        1000 / PACE.as_millis()
    );
    for (name, times) in [("nobody signs in", &mut idle), ("while they sign in", &mut busy)] {
        let (half, most) = (percentile(times, 50), percentile(times, 99));
        println!("{name:<40} p50 {:>6.0} µs  p99 {:>6.0} µs", micros(half), micros(most));
    }
    println!("{:<40} {:>9.2}", "p99 against p99", median(&mut slower));
}

fn bed() -> Bed {
    let users = SIZES[0];
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let (database, credentials, visit) = runtime.block_on(async {
        let database = users::database(users).await;
        let security = app::security(&database).await;
        let credentials = Credentials::new(&security, &database, users).await;
        (database, credentials, app::visit(&app::router(&security)).await)
    });
    let (cookie, csrf) = visit;
    let sign_in = |number| {
        let body = json!({ "email": users::email(users, number), "password": PASSWORD });
        let header = Some(("cookie", cookie.clone()));
        client::request("POST", "/login", header, Some(&app::with_csrf(body, &csrf)))
    };
    let page = |number| {
        let header = credentials.header(Caller::Session, number, users::ACTIVE);
        client::request("GET", "/editors", header, None)
    };
    Bed {
        pages: (0..READERS).map(page).collect(),
        sign_ins: (0..STORM).map(sign_in).collect(),
        server: Server::start(&database),
        runtime,
    }
}

/// As many threads as cores verify one password after the other. They step back behind others as
/// far as those of a server do, so that a third process would slow down both alike.
fn bare_hashes(threads: usize) -> Rate {
    let costs = [("memory_cost", 19_456), ("rounds", 2), ("parallelism", 1)];
    let costs = costs.map(|(name, cost)| (format!("argon2__{name}"), cost));
    let pairs = costs.iter().map(|(name, cost)| (name.as_str(), OptionValue::Number(*cost)));
    let options = Options::from_pairs(pairs).unwrap();
    let scheme = Scheme::Argon2;
    let context =
        Context::new(vec![scheme], scheme, Deprecated::Auto, SingleHash::Always, None, options)
            .unwrap();
    let stored = context.hash(PASSWORD).unwrap();
    let (stop, begin) = (AtomicBool::new(false), Instant::now());
    let (done, cpu) = thread::scope(|scope| {
        let work = || {
            rustix::process::nice(10).unwrap();
            let mut done = 0;
            while !stop.load(Ordering::Relaxed) {
                assert!(context.verify(PASSWORD, &stored).ok);
                done += 1;
            }
            (done, thread_cpu())
        };
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        // Parking may end early.
        while let Some(rest) = SPAN.checked_sub(begin.elapsed()) {
            thread::park_timeout(rest);
        }
        stop.store(true, Ordering::Relaxed);
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .fold((0, Duration::ZERO), |(sum, spent), (done, cpu)| (sum + done, spent + cpu))
    });
    Rate::new(done, begin.elapsed(), cpu)
}

/// Everybody signs in again and again; ends when the set is dropped.
fn storm(bed: &Bed, done: &Arc<AtomicUsize>) -> JoinSet<()> {
    let mut tasks = JoinSet::new();
    for request in &bed.sign_ins {
        let (request, done, address) = (request.clone(), Arc::clone(done), bed.server.address);
        tasks.spawn(async move {
            let mut connection = Connection::open(address).await;
            loop {
                connection.ask(&request).await;
                done.fetch_add(1, Ordering::Relaxed);
            }
        });
    }
    tasks
}

async fn sign_ins_alone(bed: &Bed) -> Rate {
    let done = Arc::new(AtomicUsize::new(0));
    let _storm = storm(bed, &done);
    sleep(SPAN / 6).await;
    let (before, begin, cpu) = (done.load(Ordering::Relaxed), Instant::now(), bed.server.cpu());
    sleep(SPAN).await;
    let done = done.load(Ordering::Relaxed) - before;
    Rate::new(done, begin.elapsed(), bed.server.cpu() - cpu)
}

async fn pages_in_a_storm(bed: &Bed) -> Vec<Duration> {
    let done = Arc::new(AtomicUsize::new(0));
    let _storm = storm(bed, &done);
    sleep(SPAN / 6).await;
    let times = pages(bed).await;
    assert!(done.load(Ordering::Relaxed) > 0, "nobody could sign in");
    times
}

/// Reads the page at a steady pace, as people do who do not wait for one another.
async fn pages(bed: &Bed) -> Vec<Duration> {
    let mut tasks = JoinSet::new();
    for page in &bed.pages {
        let (page, address) = (page.clone(), bed.server.address);
        tasks.spawn(async move {
            let mut connection = Connection::open(address).await;
            let (mut times, mut pace) = (Vec::new(), interval(PACE));
            pace.set_missed_tick_behavior(MissedTickBehavior::Delay);
            let begin = Instant::now();
            while begin.elapsed() < SPAN {
                pace.tick().await;
                times.push(connection.ask(&page).await);
            }
            times
        });
    }
    tasks.join_all().await.concat()
}
