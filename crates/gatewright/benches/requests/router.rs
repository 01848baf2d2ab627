//! One request through the router, in this process: no socket, no HTTP parser.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use http::{Request, StatusCode};
use tokio::runtime::{Builder, Runtime};
use tower::Service;

use crate::SIZES;
use crate::app::{self, Caller, Credentials, ROUTES};
use crate::stats::{least, median, micros, thread_cpu};
use crate::users;

/// Rounds go through all routes at all sizes, so that a disturbance meets every one of them.
const ROUNDS: usize = 41;
const REQUESTS: usize = 1_000;

/// How many users take turns. Their rows are spread over the table: those of a hundred stay in the
/// processor's own caches, those of a thousand do not.
const AMONG: [usize; 2] = [100, 1_000];

struct Bed {
    router: Router,
    credentials: Credentials,
    times: Vec<Vec<f64>>,
}

pub(crate) fn run() {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let mut beds = SIZES.map(|users| {
        runtime.block_on(async {
            let database = users::database(users).await;
            let security = app::security(&database).await;
            let credentials = Credentials::new(&security, &database, users).await;
            let router = app::both(&security, &database).await;
            Bed { router, credentials, times: Vec::new() }
        })
    });
    for among in AMONG {
        measure(&runtime, &mut beds, among);
    }
}

fn measure(runtime: &Runtime, beds: &mut [Bed; 2], among: usize) {
    for bed in &mut *beds {
        bed.times = vec![Vec::new(); ROUTES.len()];
    }
    for round in 0..=ROUNDS {
        for bed in &mut *beds {
            for (at, (_, path, caller)) in ROUTES.into_iter().enumerate() {
                let time = batch(runtime, bed, path, caller, among);
                // The first round warms up.
                if round > 0 {
                    bed.times.get_mut(at).unwrap().push(micros(time) / REQUESTS as f64);
                }
            }
        }
    }
    println!("\nCPU time of one request: {ROUNDS} rounds of {REQUESTS}, {among} users take turns");
    for (bed, users) in beds.iter_mut().zip(SIZES) {
        report(bed, users);
    }
    compare(beds);
}

fn batch(runtime: &Runtime, bed: &mut Bed, path: &str, caller: Caller, among: usize) -> Duration {
    let requests: Vec<Request<Body>> =
        (0..REQUESTS).map(|number| bed.credentials.request(path, caller, number, among)).collect();
    let mut router = bed.router.clone();
    runtime.block_on(async {
        let begin = thread_cpu();
        for request in requests {
            let response = Service::<Request<Body>>::call(&mut router, request).await.unwrap();
            assert_eq!(response.status(), StatusCode::OK);
        }
        thread_cpu() - begin
    })
}

fn report(bed: &mut Bed, users: usize) {
    println!("\n{users} users");
    println!("{:<40} {:>9} {:>9} {:>9} {:>12}", "", "median", "least", "ratio", "above plain");
    let plain = bed.times.first().cloned().unwrap_or_default();
    for ((name, ..), times) in ROUTES.iter().zip(&mut bed.times) {
        // Of the same round: what disturbs one of them disturbs both.
        let mut above: Vec<f64> =
            times.iter().zip(&plain).map(|(time, plain)| time - plain).collect();
        let mut ratio: Vec<f64> =
            times.iter().zip(&plain).map(|(time, plain)| time / plain).collect();
        println!(
            "{name:<40} {:>6.2} µs {:>6.2} µs {:>9.2} {:>9.2} µs",
            median(&mut times.clone()),
            least(times),
            median(&mut ratio),
            median(&mut above),
        );
    }
}

/// What a thousand times as many users cost.
fn compare(beds: &[Bed; 2]) {
    println!("\n{} users against {}", SIZES[1], SIZES[0]);
    let [few, many] = beds;
    for (at, (name, ..)) in ROUTES.iter().enumerate() {
        let (few, many) = (few.times.get(at).unwrap(), many.times.get(at).unwrap());
        let mut ratio: Vec<f64> = many.iter().zip(few).map(|(many, few)| many / few).collect();
        println!("{name:<40} {:>9.3}", median(&mut ratio));
    }
}
