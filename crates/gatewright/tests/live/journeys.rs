//! People who walk from one side to the other.

use gatewright::store::Lookup;
use serde_json::{Value, json};

use super::ours::Ours;
use super::peer::Peer;
use super::tab::Tab;

const EMAIL: &str = "joe@example.org";
const PASSWORD: &str = "battery staple";

#[tokio::test]
#[ignore = "needs Flask-Security: scripts/test"]
async fn users_made_there_sign_in_here_and_back_again() {
    let peer = Peer::start();
    let ours = Ours::start(&peer).await;
    for scheme in ["argon2", "bcrypt", "pbkdf2_sha256", "pbkdf2_sha512", "sha512_crypt"] {
        let email = format!("{scheme}@example.org").replace('_', "-");
        let made = json!({ "email": email, "password": PASSWORD, "scheme": scheme });
        let before = peer.ask("users", made).await["password"].clone();

        let mut tab = ours.tab();
        assert_eq!(sign_in(&mut tab, &email, "not this").await, 400, "{scheme}");
        assert_eq!(sign_in(&mut tab, &email, PASSWORD).await, 200, "{scheme}");
        assert_eq!(tab.get("/whoami").await.json()["email"], json!(email));

        // An old scheme is replaced at sign-in, by a hash that the other side reads.
        let row = peer.user(&email).await;
        assert_eq!(row["password"] == before, scheme == "argon2", "{scheme}");
        assert_eq!(row["login_count"], 1, "{scheme}");
        let mut back = peer.tab();
        assert_eq!(sign_in(&mut back, &email, PASSWORD).await, 200, "{scheme}");
        assert_eq!(peer.user(&email).await["login_count"], 2, "{scheme}");
    }
}

#[tokio::test]
#[ignore = "needs Flask-Security: scripts/test"]
async fn a_registration_counts_on_the_other_side() {
    let peer = Peer::start();
    let ours = Ours::start(&peer).await;
    for (from, to, email) in [
        (ours.tab(), peer.tab(), "annabel@example.org"),
        (peer.tab(), ours.tab(), "robert@example.org"),
    ] {
        let (mut from, mut to) = (from, to);
        let sent = json!({
            "email": email,
            "username": email.split_once('@').unwrap().0,
            "password": PASSWORD,
            "password_confirm": PASSWORD,
        });
        let answer = from.post_json("/register", &sent).await;
        assert_eq!(answer.status, 200, "{email}: {}", answer.body);
        assert_eq!(sign_in(&mut to, email, PASSWORD).await, 200, "{email}");
        assert_eq!(to.get("/whoami").await.json()["email"], email);
    }
}

#[tokio::test]
#[ignore = "needs Flask-Security: scripts/test"]
async fn a_session_is_good_on_both_sides() {
    let peer = Peer::start();
    let ours = Ours::start(&peer).await;
    let joe = peer.create(EMAIL, PASSWORD, json!({})).await;

    let mut there = peer.tab();
    assert_eq!(sign_in(&mut there, EMAIL, PASSWORD).await, 200);
    let mut here = ours.tab().carrying(&there, "session");
    assert_eq!(here.get("/whoami").await.json(), known_by("session"));

    let mut here = ours.tab();
    assert_eq!(sign_in(&mut here, EMAIL, PASSWORD).await, 200);
    let mut there = peer.tab().carrying(&here, "session");
    assert_eq!(there.get("/whoami").await.json(), known_by("session"));

    // Nothing about the session made here gave the other side reason to doubt it.
    let read = there.get("/peer/session").await.json();
    assert_eq!(read["session"]["_user_id"], joe["uniquifier"]);
    assert_eq!(read["session"]["_fresh"], true);
    assert!(read["session"]["fs_paa"].is_f64());

    // A session that is over is over on both sides.
    assert_eq!(there.post_json("/logout", &json!({})).await.status, 200);
    let mut here = ours.tab().carrying(&there, "session");
    assert_eq!(here.get("/whoami").await.status, 401);
}

#[tokio::test]
#[ignore = "needs Flask-Security: scripts/test"]
async fn remember_me_is_good_on_both_sides() {
    let peer = Peer::start();
    let ours = Ours::start(&peer).await;
    peer.create(EMAIL, PASSWORD, json!({})).await;
    for (from, to) in [(peer.tab(), ours.tab()), (ours.tab(), peer.tab())] {
        let mut from = from;
        let sent = json!({ "email": EMAIL, "password": PASSWORD, "remember": true });
        assert_eq!(from.post_json("/login", &sent).await.status, 200);
        let mut to = to.carrying(&from, "remember_token");
        assert_eq!(to.get("/whoami").await.json(), known_by("session"));
        // It became a session there; without the cookie it still is one.
        let mut later = to.without("remember_token");
        assert_eq!(later.get("/whoami").await.json(), known_by("session"));
    }
}

#[tokio::test]
#[ignore = "needs Flask-Security: scripts/test"]
async fn tokens_and_basic_are_good_on_both_sides() {
    let peer = Peer::start();
    let ours = Ours::start(&peer).await;
    peer.create(EMAIL, PASSWORD, json!({})).await;
    for (from, to) in [(peer.tab(), ours.tab()), (ours.tab(), peer.tab())] {
        let (mut from, to) = (from, to);
        let sent = json!({ "email": EMAIL, "password": PASSWORD });
        let answer = from.post_json("/login?include_auth_token", &sent).await.json();
        let token = answer["response"]["user"]["authentication_token"].as_str().unwrap();
        let mut to = to.with("authentication-token", token);
        assert_eq!(to.get("/whoami").await.json(), known_by("token"));
        assert_eq!(to.get("/admin").await.status, 403);
    }
    let basic =
        format!("Basic {}", data_encoding::BASE64.encode(b"joe@example.org:battery staple"));
    for tab in [peer.tab(), ours.tab()] {
        let mut tab = tab.with("authorization", &basic);
        assert_eq!(tab.get("/whoami").await.json(), known_by("basic"));
    }
}

#[tokio::test]
#[ignore = "needs Flask-Security: scripts/test"]
async fn families_of_refresh_tokens_go_to_and_fro() {
    let peer = Peer::start();
    let ours = Ours::start(&peer).await;
    peer.create(EMAIL, PASSWORD, json!({})).await;
    for (from, to) in [(peer.tab(), ours.tab()), (ours.tab(), peer.tab())] {
        let mut from = from;
        let sent = json!({ "email": EMAIL, "password": PASSWORD });
        let answer = from.post_json("/login?include_auth_token", &sent).await.json();
        let first = answer["response"]["user"]["refresh_token"].clone();
        // Clients that keep nothing but the token.
        let (mut from, mut to) = (from.without("session"), to);
        let (status, second, _) = exchange(&mut to, &first).await;
        assert_eq!(status, 200);
        let (status, third, auth) = exchange(&mut from, &second).await;
        assert_eq!(status, 200);
        // What was used on one side is used on both, and what is revoked is so, too.
        assert_eq!(exchange(&mut to, &first).await.0, 400);
        assert_eq!(exchange(&mut from, &third).await.0, 400);
        assert_eq!(exchange(&mut to, &third).await.0, 400);
        let mut api = to.with("authentication-token", auth.as_str().unwrap());
        assert_eq!(api.get("/whoami").await.json(), known_by("token"));
    }
}

#[tokio::test]
#[ignore = "needs Flask-Security: scripts/test"]
async fn roles_and_deactivation_count_at_once_on_both_sides() {
    let peer = Peer::start();
    let ours = Ours::start(&peer).await;
    peer.create("ann@example.org", PASSWORD, json!({ "admin": ["everything"] })).await;
    peer.create(EMAIL, PASSWORD, json!({})).await;

    let mut here = ours.tab();
    assert_eq!(sign_in(&mut here, "ann@example.org", PASSWORD).await, 200);
    assert_eq!(here.get("/admin").await.status, 200);
    assert_eq!(here.get("/whoami").await.json()["roles"], json!(["admin"]));

    let mut here = ours.tab();
    assert_eq!(sign_in(&mut here, EMAIL, PASSWORD).await, 200);
    let mut there = peer.tab().carrying(&here, "session");
    assert_eq!((here.get("/admin").await.status, there.get("/admin").await.status), (403, 403));

    let store = ours.security.store();
    let by = Lookup::Identity { attribute: "email", value: EMAIL, case_insensitive: false };
    let joe = store.user(by).await.unwrap().unwrap();
    assert!(store.grant(&joe.id, "admin", true).await.unwrap());
    assert_eq!((here.get("/admin").await.status, there.get("/admin").await.status), (200, 200));

    peer.ask(&format!("users/{EMAIL}/active"), json!({ "active": false })).await;
    assert_eq!((here.get("/whoami").await.status, there.get("/whoami").await.status), (401, 401));
    assert_eq!(sign_in(&mut ours.tab(), EMAIL, PASSWORD).await, 400);
}

#[tokio::test]
#[ignore = "needs Flask-Security: scripts/test"]
async fn a_csrf_token_is_good_on_both_sides() {
    let peer = Peer::checking_csrf();
    let ours = Ours::start(&peer).await;
    peer.create(EMAIL, PASSWORD, json!({})).await;
    for (from, to) in [(peer.tab(), ours.tab()), (ours.tab(), peer.tab())] {
        let mut from = from;
        let answer = from.get("/login").await.json();
        let token = answer["response"]["csrf_token"].as_str().unwrap();
        let mut to = to.carrying(&from, "session");
        assert_eq!(sign_in(&mut to, EMAIL, PASSWORD).await, 400);
        let sent = json!({ "email": EMAIL, "password": PASSWORD, "csrf_token": token });
        let answer = to.post_json("/login", &sent).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
}

async fn sign_in(tab: &mut Tab, email: &str, password: &str) -> u16 {
    let sent = json!({ "email": email, "password": password });
    tab.post_json("/login", &sent).await.status
}

/// The status, the next refresh token and the auth token.
async fn exchange(tab: &mut Tab, token: &Value) -> (u16, Value, Value) {
    let answer = tab.post_json("/refresh-token", &json!({ "refresh_token": token })).await;
    let user = answer.json()["response"]["user"].clone();
    (answer.status, user["refresh_token"].clone(), user["authentication_token"].clone())
}

fn known_by(via: &str) -> Value {
    json!({ "email": EMAIL, "via": via, "roles": [] })
}
