//! What the receiver of events hears, and when.

use serde_json::{Value, json};

use crate::app::{ADMIN, App, Settings, USER};

/// Every event was heard before its answer came, so nothing here waits.
#[test]
fn a_sign_in_is_heard_from_its_failure_to_its_end() {
    let app = App::start(&Settings::default());
    let uniquifier = app.text("SELECT fs_uniquifier FROM user WHERE id = 1");
    let user = json!({ "id": 1, "email": ADMIN.0, "fs_uniquifier": uniquifier });
    let mut tab = app.tab();

    assert_eq!(tab.get("/profile").status, 302);
    let heard = app.events();
    assert_eq!(heard[0], json!({ "event": "user_unauthenticated" }));
    assert_eq!((&heard[1]["event"], heard.len()), (&json!("message_flashed"), 2));
    assert_eq!(heard[1]["category"], "error");
    assert!(heard[1]["message"].as_str().is_some_and(|text| !text.is_empty()));

    tab.post("/login", &[("email", ADMIN.0), ("password", "Wrong-1234")]);
    let failed = json!({
        "event": "user_failed_authn", "user": user, "auth_type": "password", "tfa": false,
    });
    assert_eq!(app.events(), [failed]);

    tab.post("/login", &[("email", ADMIN.0), ("password", ADMIN.1)]);
    let changed = json!({ "event": "identity_changed", "identity": uniquifier });
    let authenticated =
        json!({ "event": "user_authenticated", "user": user, "authn_via": ["password"] });
    assert_eq!(app.events(), [changed.clone(), authenticated]);

    tab.get("/profile");
    assert_eq!(app.events(), Vec::<Value>::new());
    tab.post("/logout", &[]);
    assert_eq!(app.events(), [json!({ "event": "identity_changed", "identity": null })]);

    app.tab().basic(ADMIN).get("/http");
    assert_eq!(app.events(), [changed]);
}

#[test]
fn a_registration_is_heard_without_its_password() {
    let app = App::start(&Settings { security: "registerable = true", ..Settings::default() });
    let form = [
        ("email", "dude@lp.com"),
        ("password", "battery staple"),
        ("password_confirm", "battery staple"),
    ];
    let answer = app.tab().post("/register", &form);
    assert_eq!(answer.status, 302, "{}", answer.body);
    let heard = app.events();
    let names: Vec<_> = heard.iter().map(|event| event["event"].as_str().unwrap()).collect();
    assert_eq!(names, ["user_registered", "identity_changed", "user_authenticated"]);
    assert_eq!(heard[0]["form_data"]["email"], "dude@lp.com");
    assert_eq!(heard[0]["confirmation_token"], Value::Null);
    assert!(!heard[0].to_string().contains("battery"));

    assert_eq!(app.tab().post("/register", &form).status, 200);
    assert_eq!(app.event_names(), Vec::<String>::new());
}

#[test]
fn an_application_that_vouches_is_heard_with_its_own_proof() {
    let app = App::start(&Settings {
        own: r#"
            routes = [
                { path = "/mylogin", methods = ["POST"], login_form_email = true, redirect = "/" },
                { path = "/myview", guards = [{ name = "login_required" }], body = "Hi view" },
            ]
        "#,
        ..Settings::default()
    });
    let mut tab = app.tab();
    assert_eq!(tab.get("/myview").location(), Some("/login?next=/myview"));
    app.events();
    let answer = tab.post("/mylogin", &[("email", USER.0)]);
    assert_eq!((answer.status, answer.location()), (302, Some("/")));
    let heard = app.events();
    assert_eq!(heard[1]["authn_via"], json!([]));
    assert_eq!((&heard[1]["event"], heard.len()), (&json!("user_authenticated"), 2));
    assert_eq!(tab.get("/myview").body, "Hi view");

    // A disabled account is not signed in whoever vouches.
    let mut tab = app.tab();
    assert_eq!(tab.post("/mylogin", &[("email", "inactive@vectors.example.org")]).status, 403);
    assert_eq!(tab.post("/mylogin", &[("email", "nobody@vectors.example.org")]).status, 403);
    assert_eq!(app.event_names(), Vec::<String>::new());
}
