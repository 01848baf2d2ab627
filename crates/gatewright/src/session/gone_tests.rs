//! Clients that go away while their request is under way: what has begun is done whole.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use async_trait::async_trait;
use axum::Router;
use axum::routing::{get, post};
use tokio::sync::Notify;

use crate::config::Preset::Recommended;
use crate::event::{Event, Listener};
use crate::facts::Facts;
use crate::guard::CurrentUser;
use crate::model::User;
use crate::request::cx::Cx;
use crate::testing::TestApp;

const JOE: &str = "joe@lp.com";
const PASSWORD: &str = "correct horse battery";

async fn app(change: impl FnOnce(crate::Builder) -> crate::Builder) -> TestApp {
    let app = TestApp::with(Recommended, |builder| {
        let limits = ["LIMIT_SIGN_IN", "LIMIT_SIGN_IN_IDENTITY"];
        let builder = limits.iter().fold(builder, |it, key| it.setting(key, false));
        change(builder.without_background())
    })
    .await;
    app.user(JOE, PASSWORD).await;
    app.serve(
        Router::new()
            .route("/me", get(async |me: CurrentUser| me.email.clone()))
            .route("/again", post(again)),
    )
}

/// Signs the user in once more, by means of the application's own.
async fn again(cx: Cx, me: CurrentUser) {
    assert!(cx.sign_in(User::clone(&me), &["again"], None).await.unwrap());
}

async fn sessions(app: &TestApp) -> usize {
    let joe = app.find(JOE).await.unwrap();
    let store = app.security().store();
    store.sessions().unwrap().list(&joe.id, app.clock().utc()).await.unwrap().len()
}

/// Goes on with a request until it has waited so often, then drops it. The answer, if it was quicker.
async fn patient<T>(request: impl Future<Output = T>, waits: usize) -> Option<T> {
    let (mut request, mut waited) = (pin!(request), 0);
    poll_fn(|context| match request.as_mut().poll(context) {
        Poll::Ready(answer) => Poll::Ready(Some(answer)),
        Poll::Pending => {
            waited += 1;
            if waited < waits { Poll::Pending } else { Poll::Ready(None) }
        }
    })
    .await
}

/// Until what was begun for others has ended.
async fn quiet() {
    let tasks = tokio::runtime::Handle::current().metrics();
    let ended = async {
        while tasks.num_alive_tasks() > 0 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), ended).await.expect("never ends");
}

/// Stops whoever signs out.
#[derive(Clone, Default)]
struct Stop {
    reached: Arc<Notify>,
    go: Arc<Notify>,
}

#[async_trait]
impl Listener for Stop {
    async fn notice(&self, _: Option<&Facts>, event: &Event<'_>) {
        if let Event::IdentityChanged { identity: None } = event {
            self.reached.notify_one();
            self.go.notified().await;
        }
    }
}

#[tokio::test]
async fn whoever_closes_the_page_at_once_is_signed_out_all_the_same() {
    let stop = Stop::default();
    let app = app(|builder| builder.listen(stop.clone())).await;
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await;
    assert_eq!(sessions(&app).await, 1);
    let mut copy = tab.clone();
    {
        let request = tab.post_form("/logout", []);
        tokio::select! {
            answer = request => panic!("{answer:?}"),
            () = stop.reached.notified() => {}
        }
    }
    stop.go.notify_one();
    quiet().await;
    assert_eq!(sessions(&app).await, 0);
    copy.get("/me").await.redirects_to("/login?next=/me");
}

#[tokio::test]
async fn a_sign_in_that_is_dropped_leaves_one_session_the_old_or_the_new() {
    let app = app(|builder| builder).await;
    let joe = app.find(JOE).await.unwrap();
    let (mut waits, mut dropped_late) = (1, 0);
    loop {
        app.security().store().sessions().unwrap().end_all(&joe.id, None).await.unwrap();
        let mut tab = app.browser();
        tab.sign_in(JOE, PASSWORD).await;
        let answered = {
            let mut copy = tab.clone();
            patient(copy.post_form("/again", []), waits).await.is_some()
        };
        quiet().await;
        assert_eq!(sessions(&app).await, 1, "after {waits} waits");
        if answered {
            break;
        }
        dropped_late += usize::from(tab.get("/me").await.status != 200);
        waits += 1;
    }
    assert!(dropped_late > 0, "no request was dropped after its session had begun");
}
