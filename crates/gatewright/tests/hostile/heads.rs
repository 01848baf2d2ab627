//! Methods, paths, queries and headers.

use gatewright::config::Preset;
use gatewright::testing::TestApp;
use serde_json::json;

use crate::ask::Ask;
use crate::fixture::{Csrf, JOE, JSON, PASSWORD, PATHS, app, every};

#[tokio::test]
async fn methods_nobody_knows_are_answered() {
    for app in every().await {
        let app = app.router();
        for path in PATHS {
            for method in
                ["HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "CONNECT", "BREW", "get", "!"]
            {
                Ask::new(method, path).to(&app).await;
                Ask::new(method, path).body(b"a=b".to_vec()).to(&app).await;
            }
        }
    }
}

#[tokio::test]
async fn paths_and_queries_of_any_bytes_are_answered() {
    let app = app(Preset::Recommended, Csrf::Global).await.router();
    let tails: Vec<Vec<u8>> = vec![
        b"/".to_vec(),
        b"//".to_vec(),
        b"/%00".to_vec(),
        b"/%ff%fe".to_vec(),
        b"/%".to_vec(),
        b"/%zz".to_vec(),
        b"/../login".to_vec(),
        b"/%2e%2e/%2f".to_vec(),
        b"/;a=b".to_vec(),
        b"?".to_vec(),
        b"?&&==".to_vec(),
        b"?next".to_vec(),
        b"?next=%ff%00%0d%0a".to_vec(),
        b"?next=%".to_vec(),
        b"?include_auth_token=%ff".to_vec(),
        b"?auth_token=".to_vec(),
        b"?auth_token=%ff".to_vec(),
        b"?a=b#c".to_vec(),
        b"?{}|\\^`\"<>".to_vec(),
        [b"?next=".to_vec(), vec![b'a'; 50_000]].concat(),
        [b"?".to_vec(), b"a=b&".repeat(12_000)].concat(),
        [b"?next=".to_vec(), b"%2f".repeat(15_000)].concat(),
        "/é?é=é".as_bytes().to_vec(),
        b"/\xff?\xff=\xfe".to_vec(),
    ];
    let mut carried = 0;
    for path in PATHS {
        for tail in &tails {
            let ask = Ask::get([path.as_bytes(), tail].concat());
            if let Some(reply) = ask.try_to(&app).await {
                carried += 1;
                assert!(reply.status < 500, "{} to {}", reply.status, ask.shown());
            }
        }
    }
    assert!(carried > PATHS.len() * 18, "HTTP carried {carried} only");
    for whole in ["*", "http://[::1", "http://a@b:99999/login", "localhost:80", "/", "//evil/login"]
    {
        for method in ["GET", "OPTIONS", "CONNECT"] {
            if let Some(reply) = Ask::new(method, whole).try_to(&app).await {
                assert!(reply.status < 500, "{} to {method} {whole}", reply.status);
            }
        }
    }
}

#[tokio::test]
async fn next_never_leads_out_of_the_house() {
    let monsters = [
        "//evil.test",
        "///evil.test",
        "////evil.test",
        "\\\\evil.test",
        "/\\evil.test",
        "\\/evil.test",
        "/\t/evil.test",
        "/\n/evil.test",
        "\r//evil.test",
        " //evil.test",
        "\u{a0}//evil.test",
        "https:evil.test",
        "https:/evil.test",
        "https:///evil.test",
        "http://evil.test",
        "HTTP://evil.test",
        "http://localhost@evil.test",
        "http://localhost:80@evil.test",
        "http://localhost.evil.test",
        "http://evil.test#localhost",
        "http://evil.test\\@localhost",
        "http://evil.test?localhost",
        "http://[::1]@evil.test",
        "http://localhost\u{ff20}evil.test",
        "http://\u{ff45}vil.test",
        "javascript:alert(1)",
        "data:text/html,x",
        "//\u{ff0f}evil.test",
        "/%09/evil.test",
        "/%5cevil.test",
        "//evil%2etest",
        "http://localhost:99999",
        "http://[",
        "http://[::",
        "http://]",
        "//",
        "///",
        "\\",
        "http:",
        "\0//evil.test",
        "/\0",
        "\u{feff}//evil.test",
        "//evil.test/..//localhost",
        ".//evil.test",
        "/..//evil.test",
        "/.//evil.test",
        "?next=//evil.test",
        "#//evil.test",
        "/a\r\nX-Evil: 1",
    ];
    for preset in [Preset::Flask, Preset::Recommended] {
        let app = app(preset, Csrf::Off).await.router();
        for next in monsters.iter().map(|&next| next.to_owned()).chain(["/".repeat(15_000)]) {
            let body = form_urlencoded::Serializer::new(String::new())
                .extend_pairs([("email", JOE), ("password", PASSWORD), ("next", next.as_str())])
                .finish();
            let query: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
            for ask in [
                Ask::form("/login", &body),
                Ask::form(format!("/login?next={query}"), body.replace("next=", "x=")),
                Ask::form(format!("/logout?next={query}"), "next="),
                Ask::form("/logout", &body),
                Ask::get(format!("/user?next={query}")),
                Ask::form("/register", body.replace("joe", "new")),
            ] {
                let reply = ask.to(&app).await;
                assert!(reply.headers.get("x-evil").is_none(), "{next:?}");
                let place = reply.header("location").unwrap_or("/");
                // What browsers make of it: blanks at the ends and controls fall away, `\` is `/`.
                let seen: String = place.chars().filter(|c| !c.is_ascii_control()).collect();
                let seen = seen.trim().replace('\\', "/");
                let base = url::Url::parse("http://localhost/here").unwrap();
                let target = base.join(&seen).unwrap();
                assert_eq!(target.host_str(), Some("localhost"), "{next:?} leads to {place:?}");
                assert_eq!(target.scheme(), "http", "{next:?} leads to {place:?}");
            }
        }
    }
}

#[tokio::test]
async fn headers_of_any_bytes_are_answered() {
    let long = "x".repeat(60_000);
    let commas = ",".repeat(60_000);
    let values: Vec<Vec<u8>> = vec![
        vec![],
        b"\xff\xfe\x80".to_vec(),
        "é".into(),
        long.clone().into(),
        commas.clone().into(),
        ";q=".repeat(20_000).into(),
        "*/*,".repeat(15_000).into(),
        "\"".repeat(60_000).into(),
        "\\\"".repeat(30_000).into(),
        "=;,".repeat(20_000).into(),
        b"0".to_vec(),
        b"-1".to_vec(),
        b"null".to_vec(),
        b"a:b:c".to_vec(),
        b"[::1".to_vec(),
        b"]:".to_vec(),
        b"%00".to_vec(),
        b"application/json; charset=\xff".to_vec(),
        b"application/+json".to_vec(),
        b"application/json;q=1e99,*/*;q=nan".to_vec(),
        b"localhost:99999999".to_vec(),
        b"a@b".to_vec(),
        b"de;q=0.5,en;q=,*;q=2".to_vec(),
        "de-".repeat(20_000).into(),
    ];
    let names = [
        "accept",
        "accept-language",
        "accept-encoding",
        "content-type",
        "host",
        "user-agent",
        "referer",
        "origin",
        "x-forwarded-for",
        "x-forwarded-proto",
        "x-forwarded-host",
        "x-forwarded-port",
        "x-forwarded-prefix",
        "forwarded",
        "x-csrftoken",
        "x-xsrf-token",
        "authorization",
        "authentication-token",
        "cookie",
        "if-none-match",
        "range",
        "expect",
        "transfer-encoding",
        "connection",
        "upgrade",
        "x-http-method-override",
        "content-encoding",
    ];
    for (preset, csrf) in [(Preset::Recommended, Csrf::Guards), (Preset::Flask, Csrf::Global)] {
        let app = app(preset, csrf).await.router();
        for name in names {
            for value in &values {
                for path in ["/user", "/any"] {
                    Ask::get(path).header(name, value).to(&app).await;
                }
                Ask::form("/login", "email=a").header(name, value).to(&app).await;
                // Twice: which one counts?
                Ask::get("/any").header(name, value).header(name, b"x").to(&app).await;
            }
        }
    }
}

#[tokio::test]
async fn a_strangers_host_stays_out_of_redirects() {
    let app = app(Preset::Recommended, Csrf::Off).await.router();
    for host in ["evil.test", "evil.test:80", "[::1]", "a b", "évil", "evil.test/x", "@", "", ":"]
    {
        let ask = Ask::get("/user").header("host", host);
        let reply = ask.to(&app).await;
        let place = reply.header("location").unwrap();
        assert_eq!(place, "/login?next=/user", "{host}");
        Ask::get("/login").header("host", host).header(JSON.0, JSON.1).to(&app).await.is(200);
    }
}

async fn behind_proxies(hops: u64) -> TestApp {
    let app = TestApp::with(Preset::Recommended, |builder| {
        let hops = json!({
            "x_for": hops, "x_proto": hops, "x_host": hops, "x_port": hops,
        });
        builder.setting("PROXY_FIX", hops).setting("SECURITY_TRACKABLE", true)
    })
    .await;
    app.user(JOE, PASSWORD).await;
    app
}

#[tokio::test]
async fn forwarded_addresses_count_as_far_as_they_are_trusted() {
    for (hops, sent, expected) in [
        (0, "1.2.3.4", "127.0.0.1"),
        (1, "1.2.3.4", "1.2.3.4"),
        (1, "9.9.9.9, 1.2.3.4", "1.2.3.4"),
        (2, "9.9.9.9, 1.2.3.4, 5.6.7.8", "1.2.3.4"),
        (2, "1.2.3.4", "127.0.0.1"),
        (1, "unknown", "127.0.0.1"),
        (1, "1.2.3.4, ", "127.0.0.1"),
        (1, "1.2.3.4:5678", "1.2.3.4"),
        (1, "[2001:db8::1]:80", "2001:db8::1"),
        (1, "2001:db8::1", "2001:db8::1"),
        (1, "'; DROP TABLE user; --", "127.0.0.1"),
        (1, "999.1.1.1", "127.0.0.1"),
    ] {
        let app = behind_proxies(hops).await;
        let body = json!({ "email": JOE, "password": PASSWORD }).to_string();
        let ask = Ask::json("/login", body).header("x-forwarded-for", sent);
        ask.to(&app.router()).await.is(200);
        let joe = app.find(JOE).await.unwrap();
        assert_eq!(joe.current_login_ip.as_deref(), Some(expected), "{hops} {sent}");
    }
}

#[tokio::test]
async fn forwarded_rubbish_is_answered() {
    let app = behind_proxies(1).await.router();
    let values = ["", ",", ",,,,", "é", "\u{1}", "x", "https", "99999999", ":", "[::1]", "a\"b;c"];
    for name in ["x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-forwarded-port"] {
        for value in values.iter().map(|&value| value.to_owned()).chain([",".repeat(60_000)]) {
            for path in ["/login", "/verify"] {
                let ask = Ask::get(path).header(name, &value).header("host", "[::1]");
                if let Some(reply) = ask.try_to(&app).await {
                    assert!(reply.status < 500, "{name}: {value}");
                }
            }
        }
    }
}
