//! Tokens, passwords in headers, and cookies that nobody here made, or that somebody did.

use std::io::Write;

use data_encoding::{BASE64, BASE64URL_NOPAD};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use gatewright::config::Preset;
use gatewright_wire::itsdangerous::{Derivation, Signer};
use serde_json::json;

use crate::ask::Ask;
use crate::fixture::{
    Csrf, JOE, JSON, PASSWORD, SECRET, app, auth_token, csrf_token, refresh_token,
};

fn basic(text: &[u8]) -> String {
    format!("Basic {}", BASE64.encode(text))
}

/// A payload of zlib that grows a thousandfold, signed for a purpose.
fn bomb(salt: &str, derivation: Derivation, wrap: impl Fn(&str) -> String) -> String {
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::best());
    zlib.write_all(wrap(&"a".repeat(8 * 1024 * 1024)).as_bytes()).unwrap();
    let packed = BASE64URL_NOPAD.encode(&zlib.finish().unwrap());
    let signer = Signer::new(&[SECRET.as_bytes()], salt, derivation);
    signer.sign(&format!(".{packed}.{}", BASE64URL_NOPAD.encode(&[0x68, 0, 0, 0])))
}

#[tokio::test]
async fn authorization_headers_of_every_kind_are_refused() {
    let app = app(Preset::Recommended, Csrf::Off).await.router();
    let mut values: Vec<Vec<u8>> = vec![
        b"".to_vec(),
        b" ".to_vec(),
        b"Basic".to_vec(),
        b"Basic ".to_vec(),
        b"basic =".to_vec(),
        b"Basic \xff".to_vec(),
        b"Bearer x".to_vec(),
        b"Negotiate".to_vec(),
        b"Digest a=\"".to_vec(),
        b"Basic  am9l".to_vec(),
        b"Basic am9l,am9l".to_vec(),
        b"Basic ====".to_vec(),
        [b"Basic ".to_vec(), vec![b'A'; 60_000]].concat(),
    ];
    let pairs: [&[u8]; 9] = [
        b"",
        b":",
        b"joe",
        b"\0:\0",
        b"joe@lp.com:",
        b"\xff:\xff",
        b"joe@lp.com:\0",
        b":::::::",
        b"joe@lp.com:correct horse battery\0",
    ];
    values.extend(pairs.map(|pair| basic(pair).into_bytes()));
    values.push(basic(&[b"a:".to_vec(), vec![b'x'; 40_000]].concat()).into_bytes());
    values.push(basic(&[vec![b'x'; 40_000], b":a".to_vec()].concat()).into_bytes());
    for value in values {
        for path in ["/basic", "/any"] {
            let ask = Ask::get(path).header("authorization", &value).header(JSON.0, JSON.1);
            ask.to(&app).await.is(401);
        }
    }
    let good = basic(format!("{JOE}:{PASSWORD}").as_bytes());
    Ask::get("/basic").header("authorization", good).to(&app).await.is(200);
}

#[tokio::test]
async fn tokens_that_we_signed_may_still_hold_rubbish() {
    for preset in [Preset::Flask, Preset::Recommended] {
        let test = app(preset, Csrf::Off).await;
        let (app, now) = (test.router(), test.clock().unix());
        let uid = test.find(JOE).await.unwrap().uniquifier;
        let good = json!({ "ver": "5", "uid": uid, "fs_paa": now, "exp": 0 });
        let mut texts: Vec<String> = [
            "",
            "null",
            "true",
            "0",
            "1e400",
            "\"x\"",
            "[]",
            "{}",
            "[[]]",
            "[[[[]]]]",
            "[null]",
            "[1,2,3]",
            "[\"a\",\"b\",{}]",
            "{\"ver\":{}}",
            "{\"ver\":\"5\",\"ver\":\"5\"}",
            "NaN",
            "\u{0}",
            "{\"\":1}",
            "[\"x\",\"y\",\"z\",\"x\"]",
        ]
        .map(str::to_owned)
        .into();
        for (key, value) in [
            ("uid", json!(null)),
            ("uid", json!(7)),
            ("uid", json!([uid])),
            ("uid", json!({})),
            ("uid", json!("")),
            ("uid", json!("x".repeat(10_000))),
            ("uid", json!("\0")),
            ("exp", json!("0")),
            ("exp", json!(1.5)),
            ("exp", json!(null)),
            ("exp", json!(1)),
            ("exp", json!(-1)),
            ("exp", json!([0])),
            ("exp", json!(u64::MAX)),
        ] {
            let mut claims = good.clone();
            claims[key] = value;
            texts.push(claims.to_string());
        }
        texts.push(format!("{}1{}", "[".repeat(40_000), "]".repeat(40_000)));
        let mut tokens: Vec<String> = texts.iter().map(|text| auth_token(text, now)).collect();
        tokens.extend([
            auth_token(&good.to_string(), 0),
            auth_token(&good.to_string(), now + 60),
            auth_token(&good.to_string(), i64::MAX),
            auth_token(&good.to_string(), now - 24 * 3600),
            bomb("remember-salt", Derivation::DjangoConcat, |text| format!("[\"{text}\"]")),
            "...".to_owned(),
            ".".repeat(60_000),
            "a.b.c".to_owned(),
            "é.é.é".to_owned(),
        ]);
        let signed = auth_token(&good.to_string(), now);
        tokens.extend((1..signed.len()).map(|at| signed[..at].to_owned()));
        for token in tokens {
            let ask =
                Ask::get("/any").header("authentication-token", &token).header(JSON.0, JSON.1);
            if let Some(reply) = ask.try_to(&app).await {
                assert_eq!(reply.status, 401, "{}", ask.shown());
            }
            let query: String = form_urlencoded::byte_serialize(token.as_bytes()).collect();
            let ask = Ask::get(format!("/any?auth_token={query}")).header(JSON.0, JSON.1);
            if let Some(reply) = ask.try_to(&app).await {
                assert_eq!(reply.status, 401, "{}", ask.shown());
            }
            let body = json!({ "auth_token": token }).to_string();
            let reply = Ask::json("/any", body).to(&app).await;
            assert!(matches!(reply.status, 401 | 413), "{}", reply.status);
        }
        let whole = Ask::get("/any").header("authentication-token", &signed);
        whole.to(&app).await.is(200);
        // A time that is no time leaves the token good, but not fresh.
        for odd in [json!("x"), json!(null), json!([1]), json!(-1e300), json!(1e300), json!(0)] {
            let mut claims = good.clone();
            claims["fs_paa"] = odd.clone();
            let token = auth_token(&claims.to_string(), now);
            let ask =
                Ask::get("/any").header("authentication-token", &token).header(JSON.0, JSON.1);
            let reply = ask.to(&app).await;
            assert!(reply.is(401).text().contains("reauth_required"), "{odd}");
        }
    }
}

#[tokio::test]
async fn refresh_tokens_that_we_signed_may_still_hold_rubbish() {
    for preset in [Preset::Flask, Preset::Recommended] {
        let test = app(preset, Csrf::Off).await;
        let app = test.router();
        let login = json!({ "email": JOE, "password": PASSWORD }).to_string();
        let reply = Ask::json("/login?include_auth_token", login).to(&app).await;
        let reply: serde_json::Value = serde_json::from_str(&reply.is(200).text()).unwrap();
        let signed = reply["response"]["user"]["refresh_token"].as_str().unwrap().to_owned();
        let joe = test.find(JOE).await.unwrap();
        let family =
            test.security().store().refreshes().unwrap().list(&joe.id).await.unwrap().remove(0);
        let good = json!({ "uid": joe.uniquifier, "family": family.family, "gen": 1 });
        let texts = ["", "null", "0", "[]", "{}", "\"x\"", "NaN", "\u{0}", "{\"gen\":1,\"gen\":1}"];
        let mut tokens: Vec<String> = texts.iter().map(|text| refresh_token(text)).collect();
        tokens.push(refresh_token(&format!("{}1{}", "[".repeat(40_000), "]".repeat(40_000))));
        for (key, value) in [
            ("uid", json!(null)),
            ("uid", json!(7)),
            ("uid", json!("\0")),
            ("uid", json!("x".repeat(10_000))),
            ("family", json!([])),
            ("family", json!("")),
            ("family", json!("\0' OR 1=1 --")),
            ("family", json!("x".repeat(10_000))),
            ("gen", json!("1")),
            ("gen", json!(1.5)),
            ("gen", json!(u64::MAX)),
        ] {
            let mut claims = good.clone();
            claims[key] = value;
            tokens.push(refresh_token(&claims.to_string()));
        }
        let zlib = bomb("refresh-token-salt", Derivation::DjangoConcat, |text| text.to_owned());
        tokens.extend(["...".to_owned(), ".".repeat(60_000), "é.é".to_owned(), zlib]);
        tokens.extend((1..signed.len()).map(|at| signed[..at].to_owned()));
        for token in &tokens {
            let body = json!({ "refresh_token": token }).to_string();
            let reply = Ask::json("/refresh-token", body).to(&app).await;
            assert!(matches!(reply.status, 400 | 413), "{}: {token}", reply.status);
        }
        // Nothing of it was taken for the token, which is good as before.
        let body = json!({ "refresh_token": signed }).to_string();
        Ask::json("/refresh-token", body).to(&app).await.is(200);
        for token in tokens {
            let body = json!({ "refresh_token": token }).to_string();
            let status = Ask::json("/logout", body).to(&app).await.status;
            assert!(status < 500, "{status}: {token}");
        }
    }
}

#[tokio::test]
async fn csrf_tokens_that_we_signed_may_still_hold_rubbish() {
    for csrf in [Csrf::Form, Csrf::Global, Csrf::Guards] {
        let test = app(Preset::Recommended, csrf).await;
        let (app, now) = (test.router(), test.clock().unix());
        let page = Ask::get("/login").header(JSON.0, JSON.1).to(&app).await;
        let cookie = format!("session_visit={}", page.cookie("session_visit").unwrap());
        let bomb = bomb("wtf-csrf-token", Derivation::DjangoConcat, |text| format!("\"{text}\""));
        let texts = ["", "null", "7", "[]", "{}", "\"\"", "\"x\"", "[\"x\"]", "{\"a\":{}}"];
        let tokens = texts.map(|text| csrf_token(text, now)).into_iter().chain([
            bomb,
            csrf_token("\"x\"", i64::MAX),
            csrf_token("\"x\"", 0),
            ".".into(),
            "a.b.c".into(),
        ]);
        for token in tokens {
            let body =
                json!({ "email": JOE, "password": PASSWORD, "csrf_token": token }).to_string();
            let ask = Ask::json("/login", body).header("cookie", &cookie);
            ask.header("x-csrftoken", &token).to(&app).await.is(400);
            let form = form_urlencoded::Serializer::new(String::new())
                .extend_pairs([("email", JOE), ("password", PASSWORD), ("csrf_token", &token)])
                .finish();
            let reply = Ask::form("/login", form).header("cookie", &cookie).to(&app).await;
            assert!(matches!(reply.status, 200 | 400), "{}", reply.status);
        }
    }
}

#[tokio::test]
async fn cookies_that_nobody_here_made_are_no_cookies() {
    for preset in [Preset::Flask, Preset::Recommended] {
        let test = app(preset, Csrf::Off).await;
        let app = test.router();
        let uid = test.find(JOE).await.unwrap().uniquifier;
        let session =
            bomb("cookie-session", Derivation::Hmac, |text| format!("{{\"a\":\"{text}\"}}"));
        let mut cookies: Vec<Vec<u8>> = vec![
            b"".to_vec(),
            b"session".to_vec(),
            b"session=".to_vec(),
            b"session=\"".to_vec(),
            b"session=a.b.c".to_vec(),
            b"session=...".to_vec(),
            b"=;=;=".to_vec(),
            b"session=\xff\xfe".to_vec(),
            "session=é".into(),
            b"remember_token=".to_vec(),
            b"remember_token=|".to_vec(),
            b"remember_token=a|b".to_vec(),
            format!("remember_token={uid}|{}", "0".repeat(128)).into(),
            format!("remember_token={uid}|{}", "é".repeat(64)).into(),
            format!("remember_token={uid}").into(),
            format!("session={session}").into(),
            [b"session=".to_vec(), vec![b'a'; 60_000]].concat(),
            [b"session=".to_vec(), b".".repeat(60_000)].concat(),
            [b"remember_token=".to_vec(), vec![b'|'; 60_000]].concat(),
            ";".repeat(60_000).into(),
            "a=b;".repeat(15_000).into(),
            "session=a;".repeat(6_000).into(),
        ];
        let login = json!({ "email": JOE, "password": PASSWORD, "remember": true }).to_string();
        let reply = Ask::json("/login", login).to(&app).await;
        for name in ["session", "remember_token"] {
            // Sessions on the server are remembered there.
            let Some(value) = reply.cookie(name) else { continue };
            let good = format!("{name}={value}");
            for at in 1..good.len() {
                cookies.push(good[..at].into());
                let mut flipped = good.clone().into_bytes();
                flipped[at] ^= 0x03;
                // The last letter of base64 has bits that say nothing: its owner's, not a forger's.
                let idle = at + 1 == good.len() && name == "session";
                if !idle && at > name.len() {
                    cookies.push(flipped);
                }
            }
        }
        for cookie in cookies {
            let ask = Ask::get("/identity").header("cookie", &cookie).header(JSON.0, JSON.1);
            if let Some(reply) = ask.try_to(&app).await {
                assert_eq!(reply.status, 401, "{}", ask.shown());
                Ask::get("/session").header("cookie", &cookie).to(&app).await.is(200);
            }
        }
    }
}
