//! What was acknowledged survives the death of the process.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::server::{PASSWORD, Server, run};

const CLIENTS: usize = 8;
const ACCOUNTS: usize = 1000;
const KILL_AT: usize = 600;
const SAMPLE: usize = 10;

#[test]
fn no_acknowledged_account_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    // Hashes as cheap as they can be: this is about the database.
    let settings = "ALLOW_WEAK_SECRETS = true\nLIMIT_REGISTER = false\n\
                    [security.password_hash_passlib_options]\n\
                    argon2__memory_cost = 8\nargon2__rounds = 1\nargon2__parallelism = 1\n";
    fs::write(folder.join("app.toml"), settings).unwrap();
    let server = Server::start(folder, &["--config", "app.toml"]);
    let (next, acknowledged) = (AtomicUsize::new(0), Mutex::new(BTreeSet::new()));
    std::thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| {
                let mut client = server.client();
                let token = client.get("/register").csrf_token();
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= ACCOUNTS {
                        return;
                    }
                    let email = format!("user{number}@example.org");
                    let fields = [
                        ("email", email.as_str()),
                        ("password", PASSWORD),
                        ("password_confirm", PASSWORD),
                    ];
                    // Once the process is gone, nobody is acknowledged any more.
                    let Ok(answer) = client.post("/register", &token, &fields) else { return };
                    assert_eq!(answer.status, 302, "{}", answer.body);
                    acknowledged.lock().unwrap().insert(email);
                }
            });
        }
        scope.spawn(|| {
            while acknowledged.lock().unwrap().len() < KILL_AT {
                std::thread::yield_now();
            }
            server.kill();
        });
    });
    drop(server);
    let acknowledged = acknowledged.into_inner().unwrap();
    assert!((KILL_AT..ACCOUNTS).contains(&acknowledged.len()), "{}", acknowledged.len());

    let server = Server::start(folder, &["--config", "app.toml"]);
    let listed = run(folder, &["users", "list", "--json", "--config", "app.toml"]);
    let stored: BTreeSet<String> = String::from_utf8(listed.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .map(|user| user["email"].as_str().unwrap().to_owned())
        .collect();
    let lost: Vec<_> = acknowledged.difference(&stored).collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
    for email in acknowledged.iter().step_by(acknowledged.len() / SAMPLE) {
        let mut client = server.client();
        let answer = client.submit("/login", &[("email", email), ("password", PASSWORD)]);
        assert_eq!(answer.status, 302, "{email}: {}", answer.body);
        assert!(client.get("/").body.contains(email.as_str()), "{email} is signed in");
    }
}
