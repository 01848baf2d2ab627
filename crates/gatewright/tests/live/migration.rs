//! The way of the migration guide: from Flask alone to Rust alone, and nobody is signed out.

use gatewright::Builder;
use gatewright::config::Preset;
use serde_json::{Value, json};

use super::ours::Ours;
use super::peer::Peer;
use super::proxy::{Kind, Moved, Proxy};
use super::tab::{Answer, Tab};

const PASSWORD: &str = "battery staple";
const OTHER: &str = "correct horse";

#[tokio::test]
#[ignore = "needs Flask-Security and nginx: scripts/test"]
async fn nobody_is_signed_out_behind_nginx() {
    the_whole_way(Kind::Nginx).await;
}

#[tokio::test]
#[ignore = "needs Flask-Security and Caddy: scripts/test"]
async fn nobody_is_signed_out_behind_caddy() {
    the_whole_way(Kind::Caddy).await;
}

async fn the_whole_way(kind: Kind) {
    let mut peer = Peer::behind_proxy(&json!({
        "SECURITY_CONFIRMABLE": true,
        "SECURITY_RECOVERABLE": true,
        "SECURITY_CHANGEABLE": true,
        "SECURITY_SEND_REGISTER_EMAIL": true,
    }));
    let flask = peer.base.clone();
    let ours = Ours::start_with(&peer, Preset::Flask, beside_flask).await;
    let mut proxy = Proxy::new(kind);

    // Flask alone: sessions, remember-me, tokens, links.
    proxy.send(Moved::Nothing, &flask, &ours.base);
    peer.create("ann@example.org", PASSWORD, json!({ "admin": ["everything"] })).await;
    for name in ["joe", "pat"] {
        peer.create(&format!("{name}@example.org"), PASSWORD, json!({})).await;
    }
    let mut ann = proxy.tab();
    from("flask", &sign_in(&mut ann, "ann", PASSWORD).await, 200);
    let (mut joe, kept) = (remembered(&proxy).await, remembered(&proxy).await);
    let mut pat = proxy.tab();
    sign_in(&mut pat, "pat", PASSWORD).await;
    let (mut api, refresh) = client(&proxy).await;
    let mut stranger = proxy.tab();
    let asked = stranger.post_json("/reset", &json!({ "email": "pat@example.org" })).await;
    from("flask", &asked, 200);
    let new = json!({
        "email": "new@example.org", "username": "newcomer",
        "password": PASSWORD, "password_confirm": PASSWORD,
    });
    from("flask", &stranger.post_json("/register", &new).await, 200);
    let (confirm, reset) =
        (link(&peer, "confirmation_link").await, link(&peer, "reset_link").await);

    // The first path.
    proxy.send(Moved::OnePath, &flask, &ours.base);
    for (tab, name, roles) in [
        (&mut ann, "ann", json!(["admin"])),
        (&mut joe, "joe", json!([])),
        (&mut api, "joe", json!([])),
    ] {
        let answer = tab.get("/whoami").await;
        from("rust", &answer, 200);
        assert_eq!(answer.json()["email"], format!("{name}@example.org"));
        assert_eq!(answer.json()["roles"], roles);
    }
    from("rust", &stranger.get("/whoami").await, 401);
    from("flask", &ann.get("/admin").await, 200);
    // The session that remember-me has brought back here is one in Flask, too.
    let mut joe = joe.without("remember_token");
    from("flask", &joe.get("/admin").await, 403);

    // Back again: what was made here goes on there.
    proxy.send(Moved::Nothing, &flask, &ours.base);
    from("flask", &joe.get("/whoami").await, 200);
    from("flask", &ann.get("/admin").await, 200);

    // The sign-in pages.
    proxy.send(Moved::SignInPages, &flask, &ours.base);
    let mut bob = proxy.tab();
    from("rust", &sign_in(&mut bob, "ann", PASSWORD).await, 200);
    from("flask", &bob.get("/admin").await, 200);
    from("rust", &bob.post_json("/logout", &json!({})).await, 200);
    from("flask", &bob.get("/admin").await, 401);
    from("rust", &sign_in(&mut stranger, "new", PASSWORD).await, 400);
    let opened = stranger.get(&confirm).await;
    assert!(opened.side.as_deref() == Some("rust") && opened.status < 400, "{}", opened.body);
    from("rust", &sign_in(&mut stranger, "new", PASSWORD).await, 200);
    from("flask", &stranger.get("/admin").await, 403);
    passwords(&mut pat, &proxy, &reset).await;

    // Without Flask.
    peer.stop();
    proxy.send(Moved::Everything, &flask, &ours.base);
    from("rust", &ann.get("/whoami").await, 200);
    from("rust", &ann.get("/admin").await, 200);
    from("rust", &joe.get("/admin").await, 403);
    from("rust", &api.get("/whoami").await, 200);
    let exchanged = api.post_json("/refresh-token", &json!({ "refresh_token": refresh })).await;
    from("rust", &exchanged, 200);

    // The preset `recommended` with cookies as before: still nobody.
    drop(ours);
    let as_before = |builder: Builder| {
        let builder = beside_flask(builder).setting("SESSION_STORE", "cookie");
        builder.setting("SESSION_COOKIE_PREFIX", false)
    };
    let ours = Ours::start_with(&peer, Preset::Recommended, as_before).await;
    proxy.send(Moved::Everything, &flask, &ours.base);
    from("rust", &ann.get("/whoami").await, 200);
    let mut kept = kept;
    from("rust", &kept.get("/whoami").await, 200);

    // With sessions on the server: who has a cookie signs in once more, all else goes on.
    drop(ours);
    let ours = Ours::start_with(&peer, Preset::Recommended, beside_flask).await;
    proxy.send(Moved::Everything, &flask, &ours.base);
    from("rust", &ann.get("/whoami").await, 401);
    from("rust", &kept.get("/whoami").await, 401);
    from("rust", &api.get("/whoami").await, 200);
    from("rust", &sign_in(&mut ann, "ann", PASSWORD).await, 200);
    from("rust", &ann.get("/admin").await, 200);
}

/// A password that is replaced by Flask's link, then changed: each time the sessions end.
async fn passwords(pat: &mut Tab, proxy: &Proxy, reset: &str) {
    from("flask", &pat.get("/admin").await, 403);
    let sent = json!({ "password": OTHER, "password_confirm": OTHER });
    let mut tab = proxy.tab();
    from("rust", &tab.post_json(reset, &sent).await, 200);
    from("rust", &proxy.tab().post_json(reset, &sent).await, 400);
    from("flask", &pat.get("/admin").await, 401);
    from("rust", &pat.get("/whoami").await, 401);

    let (mut one, mut other) = (proxy.tab(), proxy.tab());
    from("rust", &sign_in(&mut one, "pat", OTHER).await, 200);
    from("rust", &sign_in(&mut other, "pat", OTHER).await, 200);
    let sent = json!({
        "password": OTHER, "new_password": PASSWORD, "new_password_confirm": PASSWORD,
    });
    from("rust", &one.post_json("/change", &sent).await, 200);
    from("flask", &one.get("/admin").await, 403);
    from("flask", &other.get("/admin").await, 401);
}

fn beside_flask(builder: Builder) -> Builder {
    builder
        .setting("SECURITY_CONFIRMABLE", true)
        .setting("SECURITY_RECOVERABLE", true)
        .setting("SECURITY_CHANGEABLE", true)
        .setting("MAIL_SUPPRESS_SEND", true)
        .setting("TRUSTED_HOSTS", json!(["127.0.0.1"]))
        .setting("PROXY_FIX", json!({ "x_for": 1, "x_proto": 1 }))
        .setting("TRUSTED_PROXIES", json!(["127.0.0.1"]))
}

#[track_caller]
fn from(side: &str, answer: &Answer, status: u16) {
    let said = (answer.side.as_deref(), answer.status);
    assert_eq!(said, (Some(side), status), "{}", answer.body);
}

async fn sign_in(tab: &mut Tab, name: &str, password: &str) -> Answer {
    let sent = json!({ "email": format!("{name}@example.org"), "password": password });
    tab.post_json("/login", &sent).await
}

/// A browser in which Joe was here some time ago.
async fn remembered(proxy: &Proxy) -> Tab {
    let mut tab = proxy.tab();
    let sent = json!({ "email": "joe@example.org", "password": PASSWORD, "remember": true });
    from("flask", &tab.post_json("/login", &sent).await, 200);
    tab.without("session")
}

/// A client without cookies, and its refresh token.
async fn client(proxy: &Proxy) -> (Tab, Value) {
    let mut tab = proxy.tab();
    let sent = json!({ "email": "joe@example.org", "password": PASSWORD });
    let answer = tab.post_json("/login?include_auth_token", &sent).await;
    from("flask", &answer, 200);
    let user = answer.json()["response"]["user"].clone();
    let token = user["authentication_token"].as_str().unwrap().to_owned();
    let tab = proxy.tab().with("authentication-token", &token);
    (tab, user["refresh_token"].clone())
}

/// The path of a link that Flask has mailed.
async fn link(peer: &Peer, name: &str) -> String {
    let mails = peer.tab().get("/peer/mails").await.json();
    let links = mails["mails"].as_array().unwrap().iter().rev();
    let link = links.filter_map(|mail| mail["links"][name].as_str()).next().unwrap().to_owned();
    let (_, rest) = link.split_once("://").unwrap();
    rest[rest.find('/').unwrap()..].to_owned()
}
