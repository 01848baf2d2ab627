//! More passwords at once than there is time for.

use futures_util::future::join_all;
use gatewright::config::Preset;
use gatewright::testing::TestApp;
use serde_json::json;

use crate::ask::Ask;
use crate::fixture::{JOE, JSON, PASSWORD};

#[tokio::test]
async fn a_storm_is_turned_away_and_passes() {
    for preset in [Preset::Flask, Preset::Recommended] {
        let test = TestApp::with(preset, |builder| {
            builder
                .setting("SECURITY_PASSWORD_HASH_QUEUE", 1)
                .setting("SECURITY_REGISTERABLE", true)
                // A botnet has many addresses and tries many accounts.
                .setting("LIMIT_SIGN_IN", false)
                .setting("LIMIT_SIGN_IN_IDENTITY", false)
                .setting("LIMIT_REGISTER", false)
                .setting(
                    "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS",
                    json!({
                        "argon2__rounds": 2, "argon2__memory_cost": 16384, "argon2__parallelism": 1,
                    }),
                )
        })
        .await;
        test.user(JOE, PASSWORD).await;
        let app = test.router();
        let body = |email: &str| json!({ "email": email, "password": PASSWORD }).to_string();
        let ask = |n: usize| match n % 3 {
            0 => Ask::json("/login", body(JOE)),
            1 => Ask::json("/login", body("nobody@lp.com")),
            _ => Ask::json(
                "/register",
                json!({
                    "email": format!("new{n}@lp.com"), "password": PASSWORD,
                    "password_confirm": PASSWORD,
                })
                .to_string(),
            ),
        };
        let asks: Vec<Ask> = (0..60).map(ask).collect();
        let replies = join_all(asks.iter().map(|ask| ask.try_to(&app))).await;
        let mut turned_away = 0;
        let mut answered = 0;
        for reply in replies {
            let reply = reply.unwrap();
            match reply.status {
                503 => {
                    turned_away += 1;
                    let wait: u64 = reply.header("retry-after").unwrap().parse().unwrap();
                    assert!((1..=60).contains(&wait));
                    assert_eq!(reply.header("content-type"), Some("application/json"));
                }
                200 | 400 => answered += 1,
                other => panic!("{other}: {}", reply.text()),
            }
        }
        assert!(turned_away > 0, "nobody was turned away");
        assert!(answered > 0, "nobody was let in");
        // What needs no password is served meanwhile, and afterwards everything is.
        let storm = join_all(asks.iter().map(|ask| ask.try_to(&app)));
        let page = Ask::get("/login").header(JSON.0, JSON.1);
        let (_, page) = tokio::join!(storm, page.to(&app));
        page.is(200);
        Ask::json("/login", body(JOE)).to(&app).await.is(200);
    }
}
