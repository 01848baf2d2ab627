//! What the configuration changes.

use serde_json::json;

use crate::app::{ADMIN, App, Settings, USER};

#[test]
fn the_whole_clock_moves() {
    let day_ago = Settings { own: "clock_offset = -86400", ..Settings::default() };
    let app = App::start(&day_ago);
    app.signed_in(USER);
    let behind = app.number(
        "SELECT (julianday('now') - julianday(current_login_at)) * 86400 FROM user WHERE id = 4",
    );
    assert!((86_400.0..86_500.0).contains(&behind), "{behind}");

    let app = App::start(&Settings::default());
    let mut tab = app.signed_in(USER);
    assert_eq!(tab.get("/fresh").status, 200);
    let later = Settings { own: "clock_offset = 7201", ..Settings::default() };
    let later = App::start_on(app.database(), &later);
    let mut tab = tab.moved(&later.address);
    assert_eq!(tab.get("/fresh").location(), Some("/verify?next=/fresh"));
    assert_eq!(tab.get("/profile").status, 200);
}

#[test]
fn tokens_can_end_at_a_given_moment() {
    for (ends, status) in [(1, 401), (4_102_444_800_u64, 200), (0, 200)] {
        let security = format!("token_expire_timestamp = {ends}");
        let app = App::start(&Settings { security: &security, ..Settings::default() });
        let body = json!({ "email": USER.0, "password": USER.1 });
        let answer = app.tab().post_json("/login?include_auth_token", &body);
        let token = answer.json()["response"]["user"]["authentication_token"].clone();
        let mut tab = app.tab().with("Authentication-Token", token.as_str().unwrap());
        tab.headers.push(("Accept".to_owned(), "application/json".to_owned()));
        assert_eq!(tab.get("/token").status, status, "{ends}");
    }
}

#[test]
fn tokens_have_an_identity_of_their_own_where_there_is_a_column() {
    let app = App::start(&Settings::default());
    app.sql("ALTER TABLE user ADD COLUMN fs_token_uniquifier VARCHAR(64)");
    // Columns are looked at when a program starts.
    let app = App::start_on(app.database(), &Settings::default());
    let body = json!({ "email": USER.0, "password": USER.1 });
    let answer = app.tab().post_json("/login?include_auth_token", &body);
    let token = answer.json()["response"]["user"]["authentication_token"].clone();
    let mut tab = app.tab().with("Authentication-Token", token.as_str().unwrap());
    assert_eq!(tab.get("/token").status, 200);
    app.sql("UPDATE user SET fs_token_uniquifier = 'another' WHERE id = 4");
    assert_eq!(tab.get("/token").status, 302);
}

#[test]
fn a_locked_user_reads_why() {
    let app = App::start(&Settings {
        own: r#"locked_users = { "admin@vectors.example.org" = "Away on holiday" }"#,
        ..Settings::default()
    });
    let body = json!({ "email": ADMIN.0, "password": ADMIN.1 });
    let answer = app.tab().post_json("/login", &body);
    assert_eq!(answer.status, 400);
    assert_eq!(answer.json()["response"]["errors"], json!(["Away on holiday"]));
    app.signed_in(USER);
}

#[test]
fn further_routes_have_the_guards_that_are_asked_for() {
    let app = App::start(&Settings {
        own: r#"
            routes = [
                { path = "/both", methods = ["POST"], body = "<b>both</b>", guards = [
                    { name = "auth_required", mechanisms = ["token", "session"], within = 30, grace = 0 },
                    { name = "roles_required", roles = ["admin", "reader"] },
                ] },
                { path = "/stale", guards = [{ name = "auth_required", within = 0.0 }] },
                { path = "/", body = "not served: the path is taken" },
                { path = "/login", body = "neither" },
            ]
        "#,
        ..Settings::default()
    });
    let mut admin = app.signed_in(ADMIN);
    assert_eq!(admin.get("/both").status, 405);
    let answer = admin.post("/both", &[]);
    assert_eq!((answer.status, answer.body.as_str()), (200, "<b>both</b>"));
    assert_eq!(app.signed_in(USER).post("/both", &[]).status, 403);
    assert_eq!(app.tab().post("/both", &[]).location(), Some("/login?next=/both"));
    assert_eq!(admin.get("/stale").location(), Some("/verify?next=/stale"));
    assert!(admin.get("/").body.contains("Home Page"));
    assert!(app.tab().get("/login").body.contains("data-page=\"login_user\""));
}

#[test]
fn everything_lives_below_the_application_root() {
    let app = App::start(&Settings {
        top: r#"application_root = "/app""#,
        security: r#"
            post_login_view = "api.info"
            post_logout_view = "/app/post_logout"
        "#,
        ..Settings::default()
    });
    let mut tab = app.tab();
    assert_eq!(tab.get("/").status, 404);
    assert_eq!(tab.get("/login").status, 404);
    assert!(tab.get("/app/").body.contains("<a href=\"/app/profile\">Profile</a>"));
    let denied = tab.get("/app/profile");
    assert_eq!(denied.location(), Some("/app/login?next=/app/profile"));
    assert!(denied.header("set-cookie").unwrap().contains("; Path=/app"));
    let form = [("email", USER.0), ("password", USER.1)];
    assert_eq!(tab.post("/app/login", &form).location(), Some("/app/api/info"));
    assert_eq!(tab.get("/app/profile").status, 200);
    assert_eq!(tab.post("/app/logout", &[]).location(), Some("/app/post_logout"));
}

#[test]
fn a_trusted_proxy_says_who_the_client_is() {
    let app = App::start(&Settings {
        top: "proxy_fix = { x_for = 1, x_proto = 1, x_host = 0, x_port = 0, x_prefix = 0 }",
        ..Settings::default()
    });
    let mut tab = app.tab().with("X-Forwarded-For", "192.0.2.1, 192.0.2.2");
    tab.post("/login", &[("email", USER.0), ("password", USER.1)]);
    assert_eq!(app.text("SELECT current_login_ip FROM user WHERE id = 4"), "192.0.2.2");
}

#[test]
fn switches_of_features_to_come_do_not_stop_it() {
    let app = App::start(&Settings {
        top: "mail_server = \"127.0.0.1\"\nmail_port = 2525",
        security: r#"
            confirmable = true
            recoverable = true
            changeable = true
            webauthn = true
            two_factor = true
            totp_secrets = { 1 = "TjQ9Qa31VOrfEzuPy4VHQWPCTmRzCnFz" }
            totp_issuer = "tests"
            login_without_confirmation = true
        "#,
        own: r#"
            webauthn_challenge = "smCCiy_k2CqQydSQ_kPEjV5a2d0ApfatcpQ1aXDmQPo"
            oauth_providers = [{ name = "github", identity = "matt@lp.com" }]
            tf_required_users = { "gal@lp.com" = true }
        "#,
    });
    assert_eq!(app.signed_in(USER).get("/profile").status, 200);
}

#[test]
fn an_application_wide_check_reads_forms_and_headers() {
    let app = App::start(&Settings { top: "csrf_protect = true", ..Settings::default() });
    let mut tab = app.tab().with("Accept", "application/json");
    let token = tab.get("/login").json()["response"]["csrf_token"].as_str().unwrap().to_owned();
    assert_eq!(tab.post_json("/json", &json!(1)).status, 400);
    let mut tab = tab.with("X-CSRFToken", &token);
    assert_eq!(tab.post_json("/json", &json!(1)).status, 200);
}
