//! Formats and rows: what either side writes, the other reads.

use std::time::{SystemTime, UNIX_EPOCH};

use gatewright::clock::Clock;
use gatewright::model::{NewRole, NewUser, UserField};
use gatewright::store::{Lookup, Mode, SqlStore, Store, TableNames};
use gatewright_wire::flask::{remember, session};
use gatewright_wire::itsdangerous::{Derivation, Timed};
use gatewright_wire::passlib::{Context, Deprecated, Options, Scheme, SingleHash};
use serde_json::{Value, json};

use super::peer::{PASSWORD_SALT, Peer, SECRET_KEY};

/// The reference's list of allowed schemes.
const SCHEMES: [Scheme; 8] = [
    Scheme::Bcrypt,
    Scheme::Argon2,
    Scheme::DesCrypt,
    Scheme::Pbkdf2Sha256,
    Scheme::Pbkdf2Sha512,
    Scheme::Sha256Crypt,
    Scheme::Sha512Crypt,
    Scheme::Plaintext,
];

#[tokio::test]
#[ignore = "needs Flask-Security: scripts/test"]
async fn hashes_of_every_scheme_are_read_on_both_sides() {
    let peer = Peer::start();
    let long = "long enough to be cut by some schemes: ".repeat(3);
    for scheme in SCHEMES {
        let ours = passwords(scheme);
        for password in ["battery staple", "pässwörd ✓ 密码", &long] {
            let name = scheme.to_string();
            let asked = json!({ "password": password, "scheme": name });
            let theirs = text(&peer.ask("hash", asked).await, "hash");
            assert!(ours.verify(password, &theirs).ok, "{name}: {theirs}");
            assert!(!ours.verify("something else", &theirs).ok, "{name}: {theirs}");

            let made = ours.hash(password).unwrap();
            for (tried, good) in [(password, true), ("something else", false)] {
                let asked = json!({ "password": tried, "hash": made });
                assert_eq!(peer.ask("verify", asked).await["good"], good, "{name}: {made}");
            }
        }
    }
}

#[tokio::test]
#[ignore = "needs Flask-Security: scripts/test"]
async fn cookies_and_tokens_made_here_are_good_there() {
    let peer = Peer::start();
    let joe = peer.create("joe@example.org", "battery staple", json!({})).await;
    let joe = text(&joe, "uniquifier");
    let whoami = |via: &str| json!({ "email": "joe@example.org", "via": via, "roles": [] });

    let mut signed_in = session::Payload::default();
    signed_in.set_str("_user_id", &joe);
    signed_in.set_raw("kept", r#"{" t":[1,"ä"]}"#).unwrap();
    let codec = session::Codec::new(&[SECRET_KEY.as_bytes()], "cookie-session");
    let cookie = codec.encode(&signed_in, now()).unwrap();
    let mut tab = peer.tab().set("session", &cookie);
    assert_eq!(tab.get("/whoami").await.json(), whoami("session"));
    assert_eq!(tab.get("/peer/session").await.json()["session"]["kept"], json!([1, "ä"]));

    let remembered = remember::encode(&remember::latin1(SECRET_KEY).unwrap(), &joe);
    let mut tab = peer.tab().set("remember_token", &remembered);
    assert_eq!(tab.get("/whoami").await.json(), whoami("session"));

    let payload = json!({ "ver": "5", "uid": joe, "fs_paa": now(), "exp": 0 });
    let token = tokens().dumps(&payload.to_string(), now());
    let mut tab = peer.tab().with("authentication-token", &token);
    assert_eq!(tab.get("/whoami").await.json(), whoami("token"));

    for name in ["session", "remember_token"] {
        let mut stranger = peer.tab().set(name, &format!("{cookie}x"));
        assert_eq!(stranger.get("/whoami").await.status, 401, "{name}");
    }
}

#[tokio::test]
#[ignore = "needs Flask-Security: scripts/test"]
async fn cookies_and_tokens_made_there_are_good_here() {
    let peer = Peer::start();
    let joe = peer.create("joe@example.org", "battery staple", json!({})).await;
    let joe = text(&joe, "uniquifier");
    let mut tab = peer.tab();
    let sent =
        json!({ "email": "joe@example.org", "password": "battery staple", "remember": true });
    assert_eq!(tab.post_json("/login", &sent).await.status, 200);

    let codec = session::Codec::new(&[SECRET_KEY.as_bytes()], "cookie-session");
    let read = codec.decode(tab.cookie("session"), now(), 60).unwrap();
    assert_eq!(read.get_str("_user_id").as_deref(), Some(&*joe));
    assert!(codec.decode(tab.cookie("session"), now() + 100, 60).is_err());

    let key = remember::latin1(SECRET_KEY).unwrap();
    assert_eq!(remember::decode(&key, tab.cookie("remember_token")).unwrap(), joe);

    let token = text(&peer.ask("token", json!({ "email": "joe@example.org" })).await, "token");
    let loaded = tokens().loads(&token, now(), Some(60)).unwrap();
    let payload: Value = serde_json::from_str(&loaded.json).unwrap();
    assert_eq!((&payload["ver"], &payload["uid"]), (&json!("5"), &json!(joe)));
}

#[tokio::test]
#[ignore = "needs Flask-Security: scripts/test"]
async fn users_and_roles_are_seen_on_both_sides() {
    let peer = Peer::start();
    let there = json!({ "admin": ["read", "write"], "editor": [] });
    peer.create("ann@example.org", "battery staple", there.clone()).await;

    let url = format!("sqlite:///{}", peer.database().display());
    let names = TableNames::default();
    let store = SqlStore::open(&url, &names, Clock::system(), Mode::Existing).await.unwrap();
    let by =
        Lookup::Identity { attribute: "email", value: "ann@example.org", case_insensitive: true };
    let ann = store.user(by).await.unwrap().expect("made there");
    assert!(ann.has_role("admin") && ann.has_role("editor") && !ann.has_role("owner"));
    assert!(ann.has_permission("write") && !ann.has_permission("delete"));

    let mut role = NewRole::new("owner");
    role.permissions = Some(vec!["delete".to_owned(), "read".to_owned()]);
    store.create_role(role).await.unwrap();
    let mut bob = NewUser::new("bob@example.org");
    bob.username = Some("Böb".to_owned());
    bob.password = Some(passwords(Scheme::Bcrypt).hash("correct horse").unwrap());
    bob.roles = vec!["owner".to_owned()];
    let bob = store.create_user(bob).await.unwrap();

    let seen = peer.user("bob@example.org").await;
    assert_eq!(seen["username"], "Böb");
    assert_eq!(seen["uniquifier"], json!(bob.uniquifier));
    assert_eq!(seen["roles"], json!({ "owner": ["delete", "read"] }));
    let mut tab = peer.tab();
    let sent = json!({ "email": "bob@example.org", "password": "correct horse" });
    assert_eq!(tab.post_json("/login", &sent).await.status, 200);
    assert_eq!(tab.get("/whoami").await.json()["roles"], json!(["owner"]));

    // What that sign-in wrote is read here, and what is written now counts there at once.
    let bob = store.user(Lookup::Id(&bob.id)).await.unwrap().unwrap();
    assert_eq!(bob.login_count, Some(1));
    assert!(bob.current_login_at.is_some());
    assert!(store.update_user(&bob.id, &[UserField::Active(false)], &[]).await.unwrap());
    assert_eq!(tab.get("/whoami").await.status, 401);
}

fn passwords(scheme: Scheme) -> Context {
    let cheap = Options::from_pairs([
        ("argon2__time_cost", 1),
        ("argon2__memory_cost", 64),
        ("argon2__parallelism", 1),
        ("bcrypt__rounds", 4),
        ("pbkdf2_sha256__rounds", 100),
        ("pbkdf2_sha512__rounds", 100),
        ("sha256_crypt__rounds", 1000),
        ("sha512_crypt__rounds", 1000),
    ]);
    let salt = Some(PASSWORD_SALT.as_bytes().to_vec());
    let (schemes, single) = (SCHEMES.to_vec(), SingleHash::default());
    Context::new(schemes, scheme, Deprecated::Auto, single, salt, cheap.unwrap()).unwrap()
}

fn tokens() -> Timed {
    Timed::new(&[SECRET_KEY.as_bytes()], "remember-salt", Derivation::DjangoConcat)
}

/// The peer's processes live in real time, so this is no clock to turn.
#[allow(clippy::disallowed_methods, reason = "see above")]
fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs().cast_signed()
}

fn text(answer: &Value, key: &str) -> String {
    answer[key].as_str().unwrap().to_owned()
}
