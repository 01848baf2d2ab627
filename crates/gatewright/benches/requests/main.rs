//! Whole requests: what a guard costs, how many a server answers, what sign-ins do to pages.
//!
//! `cargo bench -p gatewright --bench requests` runs everything; names of parts run these alone:
//! `router`, `server`, `sign-ins`. Figures of one run are compared with one another, not with those
//! of another machine: docs/performance.md has both and says how to read them.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs, reason = "a bench")]

mod app;
mod client;
mod router;
mod server;
mod sign_ins;
mod stats;
mod users;

/// Sizes of the user table.
const SIZES: [usize; 2] = [1_000, 1_000_000];

fn main() {
    let words: Vec<String> =
        std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    if words.first().is_some_and(|word| word == server::CHILD) {
        return server::serve(&words);
    }
    let wanted = |part: &str| words.is_empty() || words.iter().any(|word| part.contains(word));
    for (part, run) in
        [("router", router::run as fn()), ("server", server::run), ("sign-ins", sign_ins::run)]
    {
        if wanted(part) {
            println!("\n== {part}");
            run();
        }
    }
}
