//! Which host a request may name, and where absolute links lead.

use crate::config::Preset;
use crate::error::{Denial, Error, Result};
use crate::request::cx::Cx;
use crate::security::Hosts;
use crate::text::host::Host;

impl Cx {
    /// The address of a path on this site with scheme and host, for mails and other sites.
    ///
    /// The host is that of `SERVER_NAME`; else the request's own if it is among `TRUSTED_HOSTS`, or a
    /// loopback host in a request from this machine. In the preset `flask` it is the request's `Host`
    /// where neither setting is given, as with the reference. Whoever sends a request could
    /// otherwise choose where a link in somebody's mail leads (OWASP Forgot Password Cheat Sheet).
    ///
    /// The scheme is `PREFERRED_URL_SCHEME`; for a loopback host, and for every request in the preset
    /// `flask`, it is that of the request.
    ///
    /// The path starts with one slash and may have a query: what [`Cx::url_for`] gives is one.
    ///
    /// # Errors
    /// [`BadRequest`](crate::ErrorKind::BadRequest) in a request whose host is not trusted;
    /// [`Config`](crate::ErrorKind::Config) outside of one without `SERVER_NAME`, or if the path is
    /// none.
    pub fn absolute_url(&self, path: &str) -> Result<String> {
        if !path.starts_with('/') || path.starts_with("//") || path.contains(['\\', '\r', '\n']) {
            return Err(Error::config("an absolute link is made of a path that starts with \"/\""));
        }
        let facts = self.facts();
        let asked = || {
            let host = self.trusted_host().map(Host::into_owned);
            host.map(|host| host.without_default_port(facts.scheme()))
        };
        let Some(host) = self.hosts().own.clone().or_else(asked) else {
            let why = "set SERVER_NAME (or TRUSTED_HOSTS), so that links have a host";
            return Err(match facts.host() {
                Some(_) => Error::bad_request(format!("the request's host is not trusted: {why}")),
                None => Error::config(why),
            });
        };
        let as_asked =
            facts.host().is_some() && (host.is_loopback() || self.config().preset == Preset::Flask);
        let scheme =
            if as_asked { facts.scheme() } else { &self.config().core.preferred_url_scheme };
        Ok(format!("{scheme}://{}{path}", host.without_default_port(scheme)))
    }

    /// The request's host, if what it says may be believed: see [`Cx::absolute_url`].
    pub(crate) fn trusted_host(&self) -> Option<Host<'_>> {
        let facts = self.facts();
        let host = Host::parse(facts.host()?)?;
        let hosts = self.hosts();
        let known = match (&hosts.trusted, &hosts.own) {
            (Some(list), _) => list.iter().any(|one| one.includes(&host, facts.scheme())),
            (None, Some(own)) => {
                let scheme = facts.scheme();
                host.clone().without_default_port(scheme)
                    == own.clone().without_default_port(scheme)
            }
            (None, None) => self.config().preset == Preset::Flask,
        };
        // Nobody else reaches this machine by that name.
        let at_home =
            || host.is_loopback() && facts.client().is_some_and(|address| address.is_loopback());
        (known || hosts.trusted.is_none() && at_home()).then_some(host)
    }

    /// Refuses a request for a host that this application does not answer to.
    ///
    /// # Errors
    /// [`Denial::Host`].
    pub(crate) fn check_host(&self) -> Result<()> {
        // The reference takes the first of several.
        let clear = self.facts().host_is_clear() || self.config().preset == Preset::Flask;
        if clear && (self.hosts().trusted.is_none() || self.trusted_host().is_some()) {
            return Ok(());
        }
        Err(Denial::Host.into())
    }

    fn hosts(&self) -> &Hosts {
        &self.security().rules().hosts
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::routing::get;
    use serde_json::json;
    use tower::ServiceExt;

    use crate::config::Preset::{self, Flask, Recommended};
    use crate::request::cx::Cx;
    use crate::testing::TestApp;

    async fn app(preset: Preset, settings: &[(&str, serde_json::Value)]) -> TestApp {
        let app = TestApp::with(preset, |builder| {
            settings
                .iter()
                .fold(builder, |builder, (key, value)| builder.setting(key, value.clone()))
        })
        .await;
        let link = get(async |cx: Cx| match cx.absolute_url("/confirm/abc?x=1") {
            Ok(link) => link,
            Err(error) => format!("{:?}", error.kind()),
        });
        app.serve(Router::new().route("/link", link))
    }

    async fn link(app: &TestApp, base: &str) -> String {
        app.browser().base(base).get("/link").await.text()
    }

    #[tokio::test]
    async fn links_lead_to_the_configured_host() {
        let named = app(Recommended, &[("SERVER_NAME", json!("App.test"))]).await;
        let expected = "https://app.test/confirm/abc?x=1";
        for base in ["http://app.test", "https://evil.test", "http://localhost:8000"] {
            assert_eq!(link(&named, base).await, expected, "{base}");
        }
        assert_eq!(named.security().offline().absolute_url("/a").unwrap(), "https://app.test/a");
        let http = [("SERVER_NAME", json!("app.test:80")), ("PREFERRED_URL_SCHEME", json!("http"))];
        assert_eq!(
            link(&app(Recommended, &http).await, "https://evil.test").await,
            "http://app.test/confirm/abc?x=1"
        );
        // In development nobody has certificates.
        let local = app(Recommended, &[("SERVER_NAME", json!("localhost:8000"))]).await;
        assert_eq!(
            link(&local, "http://localhost:8000").await,
            "http://localhost:8000/confirm/abc?x=1"
        );
    }

    #[tokio::test]
    async fn links_lead_to_a_trusted_host() {
        let hosts = [("TRUSTED_HOSTS", json!([".app.test", "b.test:8443"]))];
        let trusted = app(Recommended, &hosts).await;
        for (base, expected) in [
            ("https://www.app.test", "https://www.app.test/confirm/abc?x=1"),
            ("http://APP.test:80", "https://app.test/confirm/abc?x=1"),
            ("https://b.test:8443", "https://b.test:8443/confirm/abc?x=1"),
        ] {
            assert_eq!(link(&trusted, base).await, expected, "{base}");
        }
        assert!(trusted.security().offline().absolute_url("/a").is_err());
    }

    #[tokio::test]
    async fn without_either_the_host_of_a_stranger_is_no_address() {
        let open = app(Recommended, &[]).await;
        assert_eq!(link(&open, "https://evil.test").await, "BadRequest");
        assert_eq!(link(&open, "http://localhost.evil.test").await, "BadRequest");
        for local in ["http://localhost:8000", "http://127.0.0.1", "http://[::1]:8000"] {
            assert_eq!(link(&open, local).await, format!("{local}/confirm/abc?x=1"));
        }
        let kind = open.security().offline().absolute_url("/a").unwrap_err();
        assert!(matches!(kind.kind(), crate::ErrorKind::Config));
        // As with the reference.
        let flask = app(Flask, &[]).await;
        assert_eq!(link(&flask, "http://any.test").await, "http://any.test/confirm/abc?x=1");
        let named = app(Flask, &[("SERVER_NAME", json!("app.test"))]).await;
        assert_eq!(link(&named, "https://any.test").await, "https://app.test/confirm/abc?x=1");
        assert_eq!(named.security().offline().absolute_url("/a").unwrap(), "http://app.test/a");
    }

    #[tokio::test]
    async fn only_paths_become_links() {
        let named = app(Recommended, &[("SERVER_NAME", json!("app.test"))]).await;
        let cx = named.security().offline();
        for path in
            ["", "x", "//evil.test/", "https://evil.test/", "/a\\b", "@evil.test", "/a\r\nb"]
        {
            assert!(cx.absolute_url(path).is_err(), "{path}");
        }
    }

    #[tokio::test]
    async fn a_host_that_is_not_ours_gets_nothing() {
        let hosts = [("SERVER_NAME", json!("app.test")), ("TRUSTED_HOSTS", json!([".b.test"]))];
        for preset in [Recommended, Flask] {
            let app = app(preset, &hosts).await;
            for (base, status) in [
                ("http://app.test", 200),
                ("https://APP.TEST:443", 200),
                ("http://b.test:8000", 200),
                ("http://a.b.test", 200),
                ("http://evil.test", 400),
                ("http://app.test.evil.test", 400),
                ("http://evilb.test", 400),
                ("http://app.test.", 400),
                ("http://localhost", 400),
                ("http://127.0.0.1:8000", 400),
                ("http://[::1]", 400),
            ] {
                let mut tab = app.browser().base(base);
                let answer = tab.get("/login").await;
                assert_eq!(answer.status.as_u16(), status, "{base}");
                assert_eq!(answer.set_cookies().is_empty(), status == 400, "{base}");
            }
            let refused = app.browser().base("http://evil.test").get_json("/login").await;
            assert_eq!(refused.is(400).json()["meta"]["code"], 400);
        }
    }

    #[tokio::test]
    async fn no_spelling_of_a_host_slips_through() {
        let app = app(Recommended, &[("TRUSTED_HOSTS", json!(["app.test", "bücher.test"]))]).await;
        for (host, status) in [
            (&b"app.test"[..], 200),
            (b"xn--bcher-kva.test", 200),
            (b"XN--BCHER-KVA.TEST:80", 200),
            ("bücher.test".as_bytes(), 400),
            (b"user@app.test", 400),
            (b"app.test@evil.test", 400),
            (b"app.test:80@evil.test", 400),
            (b"evil.test#app.test", 400),
            (b"evil.test\\.app.test", 400),
            (b"app.test, evil.test", 400),
            (b"app.test evil.test", 400),
            (b"app.test:", 400),
            (b"app.test:0x50", 400),
            (b"%61pp.test", 400),
            (b"[app.test]", 400),
            (b"app.test\xff", 400),
            (b"", 400),
        ] {
            let request = http::Request::get("/login").header("host", host);
            let request = request.body(axum::body::Body::empty()).unwrap();
            let answer = app.router().oneshot(request).await.unwrap();
            assert_eq!(answer.status().as_u16(), status, "{}", host.escape_ascii());
        }
        for (uri, hosts) in
            [("/login", &["app.test", "evil.test"][..]), ("http://evil.test/login", &["app.test"])]
        {
            let request =
                hosts.iter().fold(http::Request::get(uri), |it, host| it.header("host", *host));
            let request = request.body(axum::body::Body::empty()).unwrap();
            let answer = app.router().oneshot(request).await.unwrap();
            assert_eq!(answer.status().as_u16(), 400, "{uri} {hosts:?}");
        }
        let nameless = http::Request::get("/login").body(axum::body::Body::empty()).unwrap();
        assert_eq!(app.router().oneshot(nameless).await.unwrap().status().as_u16(), 400);
    }

    #[tokio::test]
    async fn who_says_what_is_asked_of_the_connection() {
        let settings = |network: &str| {
            [
                ("TRUSTED_HOSTS", json!(["app.test"])),
                ("TRUSTED_PROXIES", json!([network])),
                ("PROXY_FIX", json!({ "x_for": 1, "x_proto": 1, "x_host": 1 })),
            ]
        };
        let told = Router::new().route(
            "/told",
            get(async |cx: Cx| {
                let facts = cx.facts();
                format!("{} {:?} {:?}", facts.scheme(), facts.host(), facts.client())
            }),
        );
        // Test browsers come from 127.0.0.1.
        for (network, host, expected) in [
            ("127.0.0.0/8", "inner.test", r#"https Some("app.test") Some(1.2.3.4)"#),
            ("10.0.0.0/8", "app.test", r#"http Some("app.test") Some(127.0.0.1)"#),
        ] {
            let app = app(Recommended, &settings(network)).await.serve(told.clone());
            let tab = app.browser().base(&format!("http://{host}"));
            let tab = tab.header("x-forwarded-for", "6.6.6.6, 1.2.3.4");
            let mut tab = tab.header("x-forwarded-proto", "https");
            // Without the header, the host is the inner one: refused.
            tab.clone().get("/told").await.is(if host == "app.test" { 200 } else { 400 });
            let forwarded = if host == "app.test" { "evil.test" } else { "app.test" };
            tab = tab.header("x-forwarded-host", forwarded);
            assert_eq!(tab.get("/told").await.text(), expected);
        }
    }

    #[tokio::test]
    async fn what_was_there_is_there_when_the_host_is_right_again() {
        let app = app(Recommended, &[("TRUSTED_HOSTS", json!(["app.test"]))]).await;
        app.user("joe@lp.com", "correct horse").await;
        let mut tab = app.browser().base("http://app.test");
        tab.sign_in("joe@lp.com", "correct horse").await;
        let before = app.session(&tab).await;
        let mut elsewhere = tab.clone().base("http://evil.test");
        elsewhere.get("/verify").await.is(400);
        assert_eq!(app.session(&elsewhere).await, before);
    }

    #[tokio::test]
    async fn a_forged_host_makes_no_other_site_this_one() {
        let app = app(Recommended, &[]).await;
        app.user("joe@lp.com", "correct horse").await;
        let fields = [("email", "joe@lp.com"), ("password", "correct horse")];
        for (base, next, lands) in [
            ("https://evil.test", "https://evil.test/trap", None),
            ("https://evil.test", "/page", Some("/page")),
            ("http://localhost", "http://localhost/page", Some("http://localhost/page")),
        ] {
            let path = format!("/login?next={next}");
            let answer = app.browser().base(base).post_form(&path, fields).await;
            assert_eq!(answer.location(), lands, "{base} {next}");
        }
    }
}
