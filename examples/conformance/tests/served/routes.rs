//! Who gets what at each route.

use serde_json::json;

use crate::app::{ADMIN, App, Settings, USER};

/// Path, and the status for: nobody, a user, the administrator, the administrator by HTTP Basic, the
/// administrator by token.
const STATUS: &[(&str, [u16; 5])] = &[
    ("/", [200, 200, 200, 200, 200]),
    ("/profile", [302, 200, 200, 302, 200]),
    ("/post_login", [302, 200, 200, 302, 200]),
    ("/http", [401, 401, 401, 200, 401]),
    ("/http_admin_required", [401, 401, 401, 200, 401]),
    ("/http_custom_realm", [401, 401, 401, 200, 401]),
    ("/session", [302, 200, 200, 302, 302]),
    ("/token", [302, 302, 302, 302, 200]),
    ("/multi_auth", [401, 200, 200, 200, 200]),
    ("/post_logout", [200, 200, 200, 200, 200]),
    ("/post_register", [200, 200, 200, 200, 200]),
    ("/post_confirm", [200, 200, 200, 200, 200]),
    ("/post_reset", [200, 200, 200, 200, 200]),
    ("/post_change_username", [200, 200, 200, 200, 200]),
    // Used alone, these look at the session or a token.
    ("/admin", [403, 403, 200, 403, 200]),
    ("/admin_and_editor", [403, 403, 403, 403, 403]),
    ("/admin_or_editor", [403, 403, 200, 403, 200]),
    ("/simple", [403, 403, 403, 403, 403]),
    ("/admin_perm", [403, 403, 200, 403, 200]),
    ("/admin_perm_required", [403, 403, 403, 403, 403]),
    ("/page1", [200, 200, 200, 200, 200]),
    ("/api/info", [200, 200, 200, 200, 200]),
    ("/unauthz", [200, 200, 200, 200, 200]),
    ("/fresh", [302, 200, 200, 302, 200]),
    ("/nowhere", [404, 404, 404, 404, 404]),
];

#[test]
fn every_guard_lets_the_right_ones_pass() {
    let app = App::start(&Settings::default());
    let answer = app
        .tab()
        .post_json("/login?include_auth_token", &json!({ "email": ADMIN.0, "password": ADMIN.1 }));
    let token = answer.json()["response"]["user"]["authentication_token"].clone();
    let mut tabs = [
        app.tab(),
        app.signed_in(USER),
        app.signed_in(ADMIN),
        app.tab().basic(ADMIN),
        app.tab().with("Authentication-Token", token.as_str().unwrap()),
    ];
    let mut wrong = Vec::new();
    for (path, wanted) in STATUS {
        let found = tabs.each_mut().map(|tab| tab.get(path).status);
        if found != *wanted {
            wrong.push(format!("{path}: {found:?} instead of {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn answers_look_as_their_readers_want() {
    let app = App::start(&Settings::default());
    let mut tab = app.signed_in(ADMIN);
    let page = tab.get("/profile");
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(page.header("vary"), Some("Cookie"));
    assert_eq!(page.header("cache-control"), None);
    let name = format!("<p>Welcome {}</p>", ADMIN.0);
    for part in [&name, "<a href=\"/\">Index</a>", "<a href=\"/logout\">Log out</a>"] {
        assert!(page.body.contains(part), "{}", page.body);
    }
    assert!(app.tab().get("/").body.contains("<a href=\"/login\">Log in</a>"));
    assert_eq!(tab.get("/session").body, "Session Authentication");

    let mut tab = tab.with("Accept", "application/json");
    assert_eq!(tab.get("/profile").json(), json!({ "message": "profile" }));
    assert_eq!(tab.get("/fresh").json(), json!({ "title": "Fresh Only" }));

    for value in [json!([1, "é", null]), json!("text"), json!({ "a": { "b": 2.5 } })] {
        assert_eq!(tab.post_json("/json", &value).json(), value);
        assert_eq!(tab.post_json("/json_auth", &value).json(), value);
        assert_eq!(app.tab().post_json("/json_auth", &value).status, 401);
    }
    assert_eq!(tab.send("POST", "/json", Some("application/json"), "{").status, 400);
    assert_eq!(tab.post("/json", &[("a", "b")]).status, 415);

    // Neither the wrong method nor the question which are right asks for a sign-in.
    assert_eq!(app.tab().post("/profile", &[]).status, 405);
    let options = app.tab().send("OPTIONS", "/fresh", None, "");
    assert_eq!((options.status, options.header("allow")), (200, Some("GET, POST, HEAD, OPTIONS")));
    let realm = app.tab().get("/http_custom_realm");
    assert_eq!(realm.header("www-authenticate"), Some("Basic realm=\"My Realm\""));
}

#[test]
fn messages_are_shown_once() {
    let app = App::start(&Settings {
        security: r#"msg_unauthenticated = ["<Who> are you?", "error"]"#,
        ..Settings::default()
    });
    let mut tab = app.tab();
    assert_eq!(tab.get("/profile").location(), Some("/login?next=/profile"));
    let page = tab.get("/").body;
    let list = "<ul class=\"flashes\">\n<li class=\"error\">&lt;Who&gt; are you?</li>\n</ul>\n";
    assert!(page.contains(list), "{page}");
    assert!(!tab.get("/").body.contains("flashes"));
}

#[test]
fn the_user_in_json_has_the_hooks_form() {
    let app = App::start(&Settings {
        security: r#"msg_invalid_password = ["Not this one", "error"]"#,
        ..Settings::default()
    });
    app.sql("UPDATE user SET update_datetime = '2026-11-21 23:08:22.123456' WHERE id = 1");
    let mut tab = app.tab();
    let wrong = tab.post_json("/login", &json!({ "email": ADMIN.0, "password": "Wrong-1234" }));
    assert_eq!(wrong.status, 400);
    assert_eq!(wrong.json()["response"]["field_errors"]["password"][0], "Not this one");
    let right = tab.post_json("/login", &json!({ "email": ADMIN.0, "password": ADMIN.1 }));
    assert_eq!(right.status, 200);
    let user = &right.json()["response"]["user"];
    let shown = json!({ "email": ADMIN.0, "last_update": "Sat, 21 Nov 2026 23:08:22 GMT" });
    assert_eq!(*user, shown);
}

#[test]
fn what_another_process_writes_counts_at_once() {
    let app = App::start(&Settings::default());
    let mut tab = app.signed_in(USER);
    assert_eq!(tab.get("/admin").status, 403);
    app.sql("INSERT INTO roles_users (user_id, role_id) VALUES (4, 1)");
    assert_eq!(tab.get("/admin").status, 200);
    app.sql("UPDATE user SET active = 0 WHERE id = 4");
    assert_eq!(tab.get("/admin").status, 403);
    // What is no business of the library stays as it was.
    app.signed_in(ADMIN);
    assert_eq!(app.text("SELECT security_number || '' FROM user WHERE id = 1"), "456789");
    let number = app.number("SELECT CAST(login_count AS REAL) FROM user WHERE id = 1");
    assert!(number >= 1.0, "{number}");
}

#[test]
fn it_ends_when_it_is_told_to() {
    let mut app = App::start(&Settings::default());
    assert_eq!(app.tab().get("/").status, 200);
    assert!(app.end());
}
