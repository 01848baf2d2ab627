//! Ending a session beside its use.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;
use tokio::task::JoinSet;

use super::{JOE, app, listed, signed_in};
use crate::testing::Browser;

/// Whatever starts after the answer is refused; whatever was under way does not bring it back.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_64_requests_beside_it_none_survives_the_end_of_its_session() {
    let app = app().await;
    for what in ["one", "others", "all"] {
        let mut tab = signed_in(&app, JOE).await;
        let mut victim = signed_in(&app, JOE).await;
        let id = listed(&mut victim).await[0]["id"].as_str().unwrap().to_owned();
        // Each of them has something to write.
        app.advance(jiff::SignedDuration::from_secs(61));
        let over = Arc::new(AtomicBool::new(false));
        let mut running = JoinSet::new();
        for n in 0..64 {
            let (mut copy, over) = (victim.clone(), Arc::clone(&over));
            running.spawn(async move {
                let late = over.load(Ordering::SeqCst);
                let answer = match n % 2 {
                    0 => copy.get_json("/me").await,
                    _ => copy.post_form("/note", []).await,
                };
                let let_in = n % 2 == 0 && answer.status == 200;
                assert!(!(late && let_in), "request {n} came late and was let in");
                copy
            });
        }
        let revoke = if what == "one" { id.as_str() } else { what };
        tab.post_json("/sessions", &json!({ "revoke": revoke })).await.is(200);
        over.store(true, Ordering::SeqCst);
        let late = victim.get_json("/me").await;
        late.is(401);
        while let Some(copy) = running.join_next().await {
            copy.unwrap().get_json("/me").await.is(401);
        }
        victim.get_json("/me").await.is(401);
        let joe = app.find(JOE).await.unwrap();
        let rows = app
            .security()
            .store()
            .sessions()
            .unwrap()
            .list(&joe.id, app.clock().utc())
            .await
            .unwrap();
        assert!(rows.iter().all(|row| row.id() != id), "{what}: the row came back");
        assert_eq!(rows.len(), usize::from(what != "all"), "{what}");
        tab.post_form("/logout", []).await;
    }
}

/// Whoever has a copied cookie presses the button, too, at the same time: one of the two stays, and
/// the other one is not told that it was them.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_who_sign_out_the_others_at_once_one_stays() {
    let app = app().await;
    let others = |mut tab: Browser| {
        tokio::spawn(async move {
            let answer = tab.post_json("/sessions", &json!({ "revoke": "others" })).await;
            (tab, answer.status == 200)
        })
    };
    for round in 0..30 {
        // Sign-ins are limited.
        app.advance(jiff::SignedDuration::from_secs(61));
        let (owner, thief) = (signed_in(&app, JOE).await, signed_in(&app, JOE).await);
        let (owner, thief) = tokio::join!(others(owner), others(thief));
        let mut left = 0;
        for done in [owner, thief] {
            let (mut tab, told) = done.unwrap();
            let stays = tab.get_json("/me").await.status == 200;
            assert_eq!(stays, told, "round {round}");
            left += usize::from(stays);
        }
        assert_eq!(left, 1, "round {round}");
    }
}
