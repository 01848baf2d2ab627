//! Where answers may lead.

use gatewright::Security;
use gatewright::testing::TestApp;
use serde_json::json;

use crate::fixture::{BOTH, Flask, JOE, PASSWORD, Recommended, app, next, signed_in};

const HTTP: &str = "http://localhost";

/// The reference lets all of these through in one configuration or another, or fails with 500.
#[tokio::test]
async fn row_13_06_odd_targets_are_refused() {
    const ODD: &[&str] = &[
        r"/\evil.com",
        r"\\evil.com",
        r"\/evil.com",
        r"\evil.com",
        "/\t/evil.com",
        " ///evil.com",
        "\u{b}//evil.com",
        " /x",
        "http://[",
        "//[bad",
        "http://\u{2100}.lp.com/",
        r"http://evil.com\.lp.com/",
        r"http://evil.com\@www.lp.com/",
        "http://user@www.lp.com/x",
        "http://user:pw@lp.com/x",
        "http://.lp.com/",
        "http://a..lp.com/",
        "http://a_b%5C.lp.com/",
        "//user@lp.com/x",
        "/x\0y",
        "/x\r\nSet-Cookie: a=b",
    ];
    for preset in BOTH {
        let app = app(preset, |builder| {
            builder
                .setting("SERVER_NAME", "lp.com")
                .setting("SECURITY_REDIRECT_ALLOW_SUBDOMAINS", true)
        })
        .await;
        for target in ODD {
            let answer = next(&app, "http://lp.com", target).await;
            assert_eq!(answer.status, 200, "{preset:?} {target:?}: {:?}", answer.location());
            assert!(answer.location().is_none());
            // Nor by the query, nor at the other endpoints that lead somewhere.
            let query: String = form_urlencoded::Serializer::new(String::new())
                .append_pair("next", target)
                .finish();
            let mut tab = app.browser().base("http://lp.com");
            let fields = [("email", JOE), ("password", PASSWORD)];
            let answer = tab.post_form(&format!("/login?{query}"), fields).await;
            assert_eq!(answer.status, 200, "{preset:?} ?next={target:?}");
            tab.sign_in(JOE, PASSWORD).await;
            let fields = [("password", PASSWORD), ("next", target)];
            tab.post_form("/verify", fields).await.is(200);
            tab.post_form(&format!("/logout?{query}"), [("next", target)]).await.redirects_to("/");
        }
        next(&app, "http://lp.com", "http://www.lp.com/x")
            .await
            .redirects_to("http://www.lp.com/x");
        // Several at once: each of them counts.
        let body = json!({ "email": JOE, "password": PASSWORD, "next": ["//evil.com", "/x"] });
        app.browser().base("http://lp.com").post_json("/login", &body).await.is(400);
        let mut tab = app.browser().base("http://lp.com");
        let fields = [("email", JOE), ("password", PASSWORD)];
        let answer = tab.post_form("/login?next=/x&next=//evil.com", fields).await;
        assert_ne!(answer.location(), Some("//evil.com"));
        // Hosts have no case; https does not lead to http.
        let upper = next(&app, "http://lp.com", "http://LP.com/x").await;
        assert_eq!(
            upper.is(302).location().map(str::to_lowercase).as_deref(),
            Some("http://lp.com/x")
        );
        next(&app, "https://lp.com", "http://lp.com/x").await.is(200);
        next(&app, "https://lp.com", "http://www.lp.com/x").await.is(200);
        next(&app, "https://lp.com", "https://lp.com/x").await.is(302);
    }
}

/// The reference takes a visitor's target for the name of an endpoint.
#[tokio::test]
async fn row_13_07_a_visitor_names_no_endpoints() {
    let app = app(Recommended, |builder| builder.endpoint("index", "/start")).await;
    for name in ["index", "security.login", "security.logout", ".logout"] {
        let answer = next(&app, HTTP, name).await;
        assert_eq!(answer.location(), Some(name), "a path relative to this one");
        let mut tab = signed_in(&app, JOE).await;
        tab.post_form("/logout", [("next", name)]).await.redirects_to(name);
    }
    // Settings do.
    let app = TestApp::with(Recommended, |builder| {
        builder.endpoint("index", "/start").setting("SECURITY_POST_LOGIN_VIEW", "index")
    })
    .await;
    app.user(JOE, PASSWORD).await;
    app.browser().sign_in(JOE, PASSWORD).await.redirects_to("/start");
}

/// The reference escapes a path twice, so that a page with escapes in its path is not found.
#[tokio::test]
async fn row_13_08_a_path_with_escapes_is_found_after_the_sign_in() {
    for preset in BOTH {
        let app = app(preset, |builder| builder).await;
        next(&app, HTTP, "/caf%C3%A9").await.redirects_to("/caf%C3%A9");
        next(&app, HTTP, "/caf\u{e9}?a=%20b").await.redirects_to("/caf%C3%A9?a=%20b");
        next(&app, HTTP, "/100%").await.redirects_to("/100%25");
    }
}

/// The reference answers 500 after the sign-in when the view of the settings is elsewhere or a typo.
#[tokio::test]
async fn row_13_09_views_are_checked_at_the_start_and_trusted() {
    const VIEWS: [&str; 3] = ["LOGIN", "VERIFY", "LOGOUT"];
    const ELSEWHERE: &str = "https://app.example.com/home?a=b";
    let with = async |preset, views: &[&str], view: &str, allowed: bool| {
        let mut builder = Security::builder_with(preset)
            .database("sqlite::memory:")
            .setting("SECRET_KEY", crate::fixture::SECRET)
            .setting("SECURITY_PASSWORD_SALT", "a salt that only tests use 0123456789")
            .setting("ALLOW_WEAK_SECRETS", true)
            .endpoint("index", "/");
        for name in views {
            builder = builder.setting(&format!("SECURITY_POST_{name}_VIEW"), view);
        }
        if allowed {
            builder = builder
                .setting("SECURITY_REDIRECT_BASE_DOMAIN", "example.com")
                .setting("SECURITY_REDIRECT_ALLOWED_SUBDOMAINS", json!(["app"]));
        }
        builder.build().await.map(drop)
    };
    for name in VIEWS {
        for view in [ELSEWHERE, "//evil.com/", "indx"] {
            let error = with(Recommended, &[name], view, false).await;
            let error = error.expect_err(&format!("{name} {view}"));
            let detail = error.detail();
            assert!(detail.starts_with(&format!("SECURITY_POST_{name}_VIEW ")), "{detail}");
        }
        with(Recommended, &[name], "index", false).await.unwrap();
    }
    for preset in BOTH {
        with(preset, &VIEWS, ELSEWHERE, true).await.unwrap();
        let app = app(preset, |mut builder| {
            for name in VIEWS {
                builder = builder.setting(&format!("SECURITY_POST_{name}_VIEW"), ELSEWHERE);
            }
            builder
                .setting("SECURITY_REDIRECT_BASE_DOMAIN", "example.com")
                .setting("SECURITY_REDIRECT_ALLOWED_SUBDOMAINS", json!(["app"]))
        })
        .await;
        let mut tab = app.browser();
        tab.sign_in(JOE, PASSWORD).await.redirects_to(ELSEWHERE);
        tab.get("/login").await.redirects_to(ELSEWHERE);
        tab.post_form("/verify", [("password", PASSWORD)]).await.redirects_to(ELSEWHERE);
        tab.post_form("/logout", []).await.redirects_to(ELSEWHERE);
    }
    // Side by side with the reference both are a warning: never an error after the sign-in.
    for view in ["indx", ELSEWHERE] {
        let app = app(Flask, |builder| builder.setting("SECURITY_POST_LOGIN_VIEW", view)).await;
        app.browser().sign_in(JOE, PASSWORD).await.redirects_to(view);
    }
}
