//! Headers of every answer, and the nonce of its scripts.

use axum::response::Response;
use http::header;

use crate::error::Result;
use crate::random;
use crate::request::cx::Cx;

impl Cx {
    /// The nonce that inline scripts of this answer must carry (`<script nonce="…">`): 256 random
    /// bits, the same for a whole request. Whoever asks for it puts it into the answer's
    /// `Content-Security-Policy` (CSP Level 3, section 8.2).
    ///
    /// ```
    /// use axum::response::Html;
    /// use gatewright::{Cx, Result};
    ///
    /// async fn page(cx: Cx) -> Result<Html<String>> {
    ///     Ok(Html(format!("<script nonce=\"{}\">greet()</script>", cx.csp_nonce()?)))
    /// }
    /// ```
    ///
    /// # Errors
    /// The system has no randomness to give.
    pub fn csp_nonce(&self) -> Result<String> {
        let mut kept = self.state().nonce();
        if let Some(nonce) = kept.as_ref() {
            return Ok(nonce.clone());
        }
        let nonce = random::token()?;
        *kept = Some(nonce.clone());
        Ok(nonce)
    }
}

/// Adds what the settings ask for; what the answer says already stays.
pub(crate) fn dress(cx: &Cx, response: &mut Response) {
    let settings = cx.security().headers();
    let headers = response.headers_mut();
    headers.reserve(settings.fixed.len());
    for (name, value) in &settings.fixed {
        headers.entry(name).or_insert_with(|| value.clone());
    }
    if let Some(policy) = &settings.policy
        && !headers.contains_key(header::CONTENT_SECURITY_POLICY)
    {
        let value = policy.value(cx.state().nonce().as_deref());
        headers.insert(header::CONTENT_SECURITY_POLICY, value);
    }
    // A browser would refuse plain http on its own machine for a year.
    if let Some(value) = &settings.transport
        && cx.facts().secure()
        && !cx.facts().is_loopback()
    {
        headers.entry(header::STRICT_TRANSPORT_SECURITY).or_insert_with(|| value.clone());
    }
    if let Some(value) = &settings.cache
        && cx.config().headers.cache_guarded
        && cx.state().guarded()
    {
        headers.entry(header::CACHE_CONTROL).or_insert_with(|| value.clone());
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::response::{Html, IntoResponse};
    use axum::routing::{get, post};
    use serde_json::json;

    use crate::config::Preset::{Flask, Recommended};
    use crate::guard::{CurrentUser, auth_required, login_required, roles_required};
    use crate::request::cx::Cx;
    use crate::testing::{Answer, TestApp};

    const JOE: &str = "joe@lp.com";
    const PASSWORD: &str = "correct horse battery";
    const NAMES: [&str; 8] = [
        "content-security-policy",
        "strict-transport-security",
        "x-content-type-options",
        "x-frame-options",
        "referrer-policy",
        "permissions-policy",
        "cross-origin-opener-policy",
        "cross-origin-resource-policy",
    ];

    fn routes() -> Router {
        let own = async || {
            let mine = [("x-frame-options", "SAMEORIGIN"), ("content-security-policy", "mine")];
            (mine, [("referrer-policy", "no-referrer"), ("cache-control", "max-age=60")], "own")
        };
        let nonce = async |cx: Cx| {
            let (one, two) = (cx.csp_nonce().unwrap(), cx.csp_nonce().unwrap());
            assert_eq!(one, two);
            Html(one)
        };
        Router::new()
            .route("/page", get(async || "page").post(async || "done"))
            .route("/own", get(own).layer(auth_required()))
            .route("/nonce", get(nonce))
            .route("/guarded", get(async || "guarded").layer(auth_required()))
            .route("/known", get(async || "known").layer(login_required()))
            .route("/role", get(async || "role").layer(roles_required(["admin"])))
            .route("/me", get(async |me: CurrentUser| me.email.clone()))
            .route("/maybe", get(async |_: Option<CurrentUser>| "maybe"))
            .route("/fails", post(async |cx: Cx| cx.respond(crate::Denial::Forbidden.into()).await))
            .route("/missing", get(async || http::StatusCode::NOT_FOUND.into_response()))
    }

    async fn app(settings: &[(&str, serde_json::Value)]) -> TestApp {
        let app = TestApp::with(Recommended, |builder| {
            settings.iter().fold(builder, |it, (key, value)| it.setting(key, value.clone()))
        })
        .await;
        app.user(JOE, PASSWORD).await;
        app.serve(routes())
    }

    fn carried(answer: &Answer) -> Vec<&'static str> {
        NAMES.into_iter().filter(|name| answer.headers.contains_key(*name)).collect()
    }

    #[tokio::test]
    async fn every_answer_carries_them_in_the_recommended_preset_alone() {
        let settings = [("TRUSTED_HOSTS", json!(["app.test"])), ("WTF_CSRF_ENABLED", json!(true))];
        let app = app(&settings).await;
        let tab = app.browser().base("https://app.test");
        for path in
            ["/page", "/login", "/nowhere", "/missing", "/guarded", "/fs-static/favicon.svg"]
        {
            assert_eq!(carried(&tab.clone().get(path).await), NAMES, "{path}");
        }
        let cross = tab.clone().header("sec-fetch-site", "cross-site").post_form("/page", []).await;
        assert_eq!(carried(cross.is(403)), NAMES);
        let elsewhere = tab.clone().base("https://evil.test").get("/page").await;
        assert_eq!(carried(elsewhere.is(400)), NAMES);
        let page = tab.clone().get("/page").await;
        for (name, value) in [
            ("strict-transport-security", "max-age=31536000"),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(page.header(name), Some(value), "{name}");
        }
        let flask = TestApp::with(Flask, |builder| builder).await.serve(routes());
        let mut tab = flask.browser().base("https://app.test");
        assert_eq!(carried(&tab.get("/page").await), [""; 0]);
        assert_eq!(carried(&tab.get("/login").await), ["x-content-type-options"]);
    }

    #[tokio::test]
    async fn what_a_handler_says_stays_and_what_is_off_is_not_sent() {
        let settings =
            [("X_CONTENT_TYPE_OPTIONS", json!(false)), ("REFERRER_POLICY", json!("origin"))];
        let app = app(&settings).await;
        let mut tab = app.browser();
        tab.sign_in(JOE, PASSWORD).await;
        let own = tab.get("/own").await;
        for (name, value) in [
            ("x-frame-options", Some("SAMEORIGIN")),
            ("content-security-policy", Some("mine")),
            ("referrer-policy", Some("no-referrer")),
            ("cache-control", Some("max-age=60")),
            ("x-content-type-options", None),
            (
                "permissions-policy",
                Some("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            ),
        ] {
            assert_eq!(own.header(name), value, "{name}");
            assert!(own.headers.get_all(name).iter().count() < 2, "{name}");
        }
        assert_eq!(tab.get("/page").await.header("referrer-policy"), Some("origin"));
        // Links in mails hold tokens: where they lead is not told to others, whatever pages do.
        assert_eq!(tab.get("/verify").await.header("referrer-policy"), Some("same-origin"));
    }

    #[tokio::test]
    async fn https_is_promised_only_over_https_and_not_for_a_machine_of_ones_own() {
        let app = app(&[]).await;
        for (base, sent) in [
            ("https://app.test", true),
            ("http://app.test", false),
            ("https://localhost:8443", false),
            ("https://127.0.0.1", false),
        ] {
            let page = app.browser().base(base).get("/page").await;
            assert_eq!(page.header("strict-transport-security").is_some(), sent, "{base}");
        }
    }

    #[tokio::test]
    async fn a_nonce_is_made_for_one_answer_and_named_only_if_it_was_asked_for() {
        let app = app(&[]).await;
        let mut tab = app.browser();
        let (one, two) = (tab.get("/nonce").await, tab.get("/nonce").await);
        assert_ne!(one.text(), two.text());
        for answer in [&one, &two] {
            assert_eq!(answer.text().len(), 43);
            let policy = answer.header("content-security-policy").unwrap();
            assert!(policy.contains(&format!("script-src 'self' 'nonce-{}';", answer.text())));
        }
        let page = tab.get("/page").await;
        assert!(page.header("content-security-policy").unwrap().contains("script-src 'self';"));
        assert!(!page.header("content-security-policy").unwrap().contains("nonce"));
    }

    #[tokio::test]
    async fn templates_know_the_nonce() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("security")).unwrap();
        let page = "<script nonce=\"{{ csp_nonce() }}\"></script>|{{ mine }}|{{ csp_nonce() }}";
        std::fs::write(folder.path().join("security/login_user.html"), page).unwrap();
        let path = folder.path().to_str().unwrap();
        let settings =
            [("TEMPLATE_FOLDER", json!(path)), ("SECURITY_SCRIPT_NONCE_KEY", json!("mine"))];
        let app = app(&settings).await;
        let answer = app.browser().get("/login").await;
        let text = answer.text();
        let nonce = text.split('"').nth(1).unwrap();
        assert_eq!(text, format!("<script nonce=\"{nonce}\"></script>|{nonce}|{nonce}"));
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        assert!(policy.contains(&format!("script-src 'self' 'nonce-{nonce}'")), "{policy}");
    }

    #[tokio::test]
    async fn what_depends_on_who_asks_is_kept_by_no_cache() {
        let app = app(&[]).await;
        app.role(JOE, "admin", &[]).await;
        let mut tab = app.browser();
        let guarded = ["/guarded", "/known", "/role", "/me"];
        for path in guarded {
            let refused = tab.get(path).await;
            assert_ne!(refused.status, 200, "{path}");
            assert_eq!(refused.header("cache-control"), Some("private, no-store"), "{path}");
        }
        tab.sign_in(JOE, PASSWORD).await;
        for path in guarded {
            let page = tab.get(path).await;
            assert_eq!(page.is(200).header("cache-control"), Some("private, no-store"), "{path}");
        }
        for path in ["/page", "/maybe"] {
            assert_eq!(tab.get(path).await.is(200).header("cache-control"), None, "{path}");
        }
        let flask = TestApp::with(Flask, |builder| builder).await;
        flask.user(JOE, PASSWORD).await;
        let mut tab = flask.serve(routes()).browser();
        tab.sign_in(JOE, PASSWORD).await;
        assert_eq!(tab.get("/guarded").await.is(200).header("cache-control"), None);
    }
}
