//! Several exchanges of one token at the same time.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use axum::Router;
use axum::routing::get;
use serde_json::json;
use tokio::sync::Notify;
use tokio::task::JoinSet;

use super::{
    JOE, app_with, begun, exchange, exchanged, families, in_json, invalid, member, reason,
};
use crate::config::Preset::{Flask, Recommended};
use crate::error::Result;
use crate::guard::auth_token_required;
use crate::hooks::{Hooks, Lock};
use crate::model::User;
use crate::testing::Heard;

/// One gets the next token; that the others came with the same one is reuse, so that the family is
/// over (RFC 9700, section 4.14.2). The winner's auth token goes on until it is too old.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_64_exchanges_one_wins_and_the_family_ends() {
    for preset in [Flask, Recommended] {
        let heard = Heard::default();
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("app.db").display());
        let change = |builder: crate::Builder| in_json(builder).database(url).listen(heard.clone());
        let app = app_with(preset, change).await;
        let me = get(async || "in").layer(auth_token_required());
        let app = app.serve(Router::new().route("/me", me));
        let token = begun(&app).await;
        heard.take();
        let mut all = JoinSet::new();
        for _ in 0..64 {
            let (app, token) = (app.clone(), token.clone());
            all.spawn(async move { exchange(&app, &token).await });
        }
        let answers = all.join_all().await;
        let (won, lost): (Vec<_>, Vec<_>) = answers.iter().partition(|one| one.status == 200);
        assert_eq!((won.len(), lost.len()), (1, 63), "{preset:?}");
        for one in lost {
            let why = reason(one);
            assert!(
                [invalid(&app, "GEN_MISMATCH"), invalid(&app, "REVOKED")].contains(&why),
                "{why}"
            );
        }
        assert_eq!(heard.take(), [format!("refresh_tracker_revoked {JOE} GEN_MISMATCH")]);
        let user = won[0].json()["response"]["user"].clone();
        let next = member(&user, "refresh_token");
        assert_eq!(reason(&exchange(&app, &next).await), invalid(&app, "REVOKED"));
        let auth = member(&user, "authentication_token");
        app.browser().header("Authentication-Token", &auth).get_json("/me").await.is(200);
        assert_eq!(families(&app).await[0].generation, Some(2), "raised once");
    }
}

/// Stops the first exchange between its questions and its write.
struct Slow {
    first: AtomicBool,
    begun: Arc<Notify>,
    go: Arc<Notify>,
}

#[async_trait]
impl Hooks for Slow {
    async fn locked(&self, user: &User) -> Result<Option<Lock>> {
        if user.login_count == Some(1) && self.first.swap(false, Ordering::SeqCst) {
            self.begun.notify_one();
            self.go.notified().await;
        }
        Ok(None)
    }
}

/// A thief who is too late and hangs up is noticed all the same.
#[tokio::test]
async fn a_reuse_is_noticed_although_the_client_hangs_up() {
    let (begin, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let slow =
        Slow { first: AtomicBool::new(true), begun: Arc::clone(&begin), go: Arc::clone(&go) };
    let app = app_with(Recommended, |builder| in_json(builder).hooks(slow)).await;
    let token = begun(&app).await;
    app.change(JOE, &[crate::model::UserField::LoginCount(Some(1))]).await;
    let mut tab = app.browser();
    let body = json!({ "refresh_token": token });
    let mut thief = Box::pin(tab.post_json("/refresh-token", &body));
    tokio::select! {
        answer = &mut thief => panic!("{answer:?}"),
        () = begin.notified() => {}
    }
    exchanged(&app, &token).await;
    drop(thief);
    go.notify_one();
    let ended = async {
        while families(&app).await[0].revoked_at.is_none() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), ended).await.expect("unnoticed");
}
