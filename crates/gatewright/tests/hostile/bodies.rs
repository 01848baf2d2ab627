//! Bodies: too large, too deep, of the wrong type, broken.

use gatewright::config::Preset;
use serde_json::{Value, json};

use crate::ask::Ask;
use crate::fixture::{Csrf, JOE, JSON, PASSWORD, app, every};

const FORMS: &[&str] = &["/login", "/register", "/logout", "/verify", "/first-administrator/x"];
const LIMIT: usize = 64 * 1024;

#[tokio::test]
async fn a_body_over_the_limit_is_refused_however_it_is_announced() {
    let app = app(Preset::Recommended, Csrf::Off).await;
    let app = app.router();
    let large = vec![b'a'; LIMIT + 1];
    for path in ["/login", "/register"] {
        for media in ["application/json", "application/x-www-form-urlencoded", "text/plain", "x"] {
            Ask::post(path, media, &large).to(&app).await.is(413);
            // Says less than it sends, and more than it sends.
            let lie = Ask::post(path, media, &large).header("content-length", "10");
            lie.to(&app).await.is(413);
            let boast = Ask::post(path, media, b"a=b").header("content-length", "9999999999");
            boast.to(&app).await.is(413);
            // Without a length there is no body, as with the reference.
            let unsaid = Ask::post(path, media, &large).chunked().to(&app).await;
            assert!(matches!(unsaid.status, 200 | 400), "{}", unsaid.status);
        }
        let exact = format!("email={}", "a".repeat(LIMIT - 6));
        Ask::form(path, exact).to(&app).await.is(200);
    }
    for length in ["", "-1", "1e3", "0x10", "99999999999999999999999", "10, 20", "٣", "\u{7f}1"] {
        let odd = Ask::form("/login", "email=a").header("content-length", length);
        if let Some(reply) = odd.try_to(&app).await {
            assert!(reply.status < 500, "{length}: {}", reply.status);
        }
    }
    let asked = Ask::json("/login", &large).header(JSON.0, JSON.1).to(&app).await;
    assert_eq!(serde_json::from_slice::<Value>(&asked.body).unwrap()["meta"]["code"], 413);
}

#[tokio::test]
async fn json_of_every_shape_is_read_to_its_end() {
    let deep = |open: &str, close: &str, n: usize| open.repeat(n) + &close.repeat(n);
    let bodies = [
        deep("[", "]", 30_000),
        deep("{\"a\":", "}", 100).replace(":}", ":1}"),
        "[".repeat(60_000),
        "{\"email\":".repeat(7_000),
        format!("{{\"email\":{}}}", deep("[", "]", 30_000)),
        "null".into(),
        "true".into(),
        "1e400".into(),
        "\"text\"".into(),
        "[]".into(),
        "[{}]".into(),
        "{}".into(),
        "{} {}".into(),
        "{\"email\":1e400}".into(),
        "{\"email\":-0}".into(),
        format!("{{\"email\":{}}}", "9".repeat(60_000)),
        "{\"email\":\"\\ud800\"}".into(),
        "{\"email\":\"\\u0000\"}".into(),
        "{\"\":\"\"}".into(),
        "{\"email\":\"a\",\"email\":[],\"email\":7}".into(),
        "{\"email\":NaN}".into(),
        "\u{feff}{}".into(),
        "{\"email\":\"a\"".into(),
        "\0".into(),
        "{".into(),
    ];
    for app in every().await {
        let app = app.router();
        for path in FORMS {
            for body in &bodies {
                Ask::json(path, body).to(&app).await;
            }
            Ask::json(path, b"{\"email\":\"\xff\xfe\"}").to(&app).await.refused();
        }
    }
}

#[tokio::test]
async fn a_hundred_thousand_brackets_do_not_reach_the_stack() {
    let app = app(Preset::Recommended, Csrf::Off).await.router();
    // Over the limit of the endpoints; a setting may raise it, so the parser has to stand it too.
    let raised = gatewright::testing::TestApp::new(|config| {
        config.core.max_content_length = 4 * 1024 * 1024;
        config.register.enabled = true;
    })
    .await
    .router();
    for app in [app, raised] {
        for body in ["[".repeat(100_000), "{\"a\":".repeat(100_000), "[[".repeat(500_000)] {
            Ask::json("/login", &body).to(&app).await.refused();
            let inside = format!("{{\"email\":{body}");
            Ask::json("/register", inside).to(&app).await.refused();
        }
    }
}

#[tokio::test]
async fn fields_of_the_wrong_type_are_the_senders_fault() {
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1.5e300),
        json!([]),
        json!({}),
        json!([[]]),
        json!([null]),
        json!([{ "a": [1] }, "b"]),
        json!({ "email": "a" }),
        json!(u64::MAX),
    ];
    let names = [
        "email",
        "password",
        "password_confirm",
        "username",
        "next",
        "remember",
        "csrf_token",
        "submit",
        "auth_token",
        "",
        "\0",
    ];
    for app in every().await {
        let app = app.router();
        for path in FORMS {
            for name in names {
                for value in &values {
                    let mut body = json!({ "email": JOE, "password": PASSWORD });
                    body[name] = value.clone();
                    Ask::json(path, body.to_string()).to(&app).await;
                }
            }
        }
    }
}

#[tokio::test]
async fn passwords_of_any_length_and_bytes_cost_one_hash() {
    let test = app(Preset::Recommended, Csrf::Off).await;
    let app = test.router();
    let megabyte = "x".repeat(1024 * 1024);
    Ask::json("/login", json!({ "email": JOE, "password": megabyte }).to_string())
        .to(&app)
        .await
        .is(413);
    for password in [
        "\0".to_owned(),
        format!("{PASSWORD}\0"),
        "x".repeat(60_000),
        "\u{fdfa}".repeat(10_000),
        "\u{1f469}\u{200d}".repeat(4_000),
        "e\u{301}".repeat(10_000),
        "\u{202e}".to_owned(),
    ] {
        let body = json!({ "email": JOE, "password": password });
        let before = test.security().passwords().jobs();
        Ask::json("/login", body.to_string()).to(&app).await.is(400);
        assert_eq!(test.security().passwords().jobs() - before, 1, "{} bytes", password.len());
        Ask::json("/register", body.to_string()).to(&app).await.is(400);
    }
}

#[tokio::test]
async fn urlencoded_bodies_may_hold_anything() {
    for app in every().await {
        let app = app.router();
        for path in FORMS {
            for body in [
                &b"\xff\xfe=\xff&email=\xff\xff%ff%fe&password=%00"[..],
                b"%",
                b"%%%=%zz&=&&&==",
                b"email=a&email=b&email=c&password=a&password=b",
                b"csrf_token=&csrf_token=x&a-csrf_token=%ff",
                b"next=%0d%0aSet-Cookie:%20a=b&email=%0d%0a",
                "&".repeat(60_000).as_bytes(),
                "a=".repeat(30_000).as_bytes(),
                "email=&".repeat(9_000).as_bytes(),
                "+".repeat(60_000).as_bytes(),
            ] {
                Ask::form(path, body).to(&app).await;
            }
        }
    }
}

#[tokio::test]
async fn multipart_bodies_may_be_broken_anywhere() {
    let part = |head: &str, body: &str| format!("--edge\r\n{head}\r\n\r\n{body}\r\n");
    let named = |name: &str| format!("Content-Disposition: form-data; name=\"{name}\"");
    let good = part(&named("email"), JOE) + &part(&named("password"), PASSWORD) + "--edge--\r\n";
    let mut bodies: Vec<Vec<u8>> = (0..good.len()).step_by(7).map(|at| good[..at].into()).collect();
    bodies.extend([
        good.clone().into_bytes(),
        good.replace("\r\n", "\n").into_bytes(),
        good.replace("edge", "other").into_bytes(),
        part("", "x").into_bytes(),
        part("Content-Disposition: form-data", "x").into_bytes(),
        part("Content-Disposition: form-data; name=", "x").into_bytes(),
        part("Content-Disposition: form-data; name=\"email\"; filename=\"\"", "x").into_bytes(),
        part("Content-Disposition: form-data; name*=utf-8''%ff", "x").into_bytes(),
        part(&"X: y\r\n".repeat(1_000), "x").into_bytes(),
        part(&named(&"n".repeat(40_000)), "x").into_bytes(),
        part(&named("email"), "x").repeat(900).into_bytes(),
        part(&format!("{}\r\nContent-Type: text/plain; charset=utf-7", named("email")), "+AGE-")
            .into_bytes(),
        part(&format!("{}\r\nContent-Transfer-Encoding: base64", named("email")), "YQ==")
            .into_bytes(),
        "--edge".repeat(10_000).into_bytes(),
        "--edge\r\n".repeat(8_000).into_bytes(),
        b"--edge\r\nContent-Disposition: form-data; name=\"\xff\"\r\n\r\n\xff\r\n--edge--".to_vec(),
        b"--edge\r\n\xff: \xff\r\n\r\n\xff\r\n--edge--".to_vec(),
        vec![0; 1000],
    ]);
    let medias = [
        "multipart/form-data; boundary=edge",
        "multipart/form-data; boundary=\"edge\"",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"",
        "multipart/form-data;boundary=edge;boundary=other",
        "MULTIPART/FORM-DATA; BOUNDARY=edge; charset=\u{e9}",
        "multipart/mixed; boundary=edge",
    ];
    for csrf in [Csrf::Off, Csrf::Global] {
        let app = app(Preset::Recommended, csrf).await.router();
        for body in &bodies {
            for media in medias {
                Ask::post("/login", media, body).to(&app).await;
            }
        }
        let long = format!("multipart/form-data; boundary={}", "e".repeat(10_000));
        Ask::post("/login", &long, &good).to(&app).await;
    }
    let app = app(Preset::Recommended, Csrf::Off).await.router();
    let many = part(&named("a"), "").repeat(1_001) + "--edge--\r\n";
    assert!(many.len() < LIMIT, "{}", many.len());
    Ask::post("/login", medias[0], many).to(&app).await.refused();
}

#[tokio::test]
async fn the_words_of_a_stranger_are_escaped() {
    let app = app(Preset::Recommended, Csrf::Off).await.router();
    let bad = "\"><script>alert(1)</script>@x.y";
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("email", bad), ("username", bad), ("next", bad), ("password", bad)])
        .finish();
    for path in ["/login", "/register"] {
        let page = Ask::form(path, &body).to(&app).await.text();
        assert!(!page.contains("<script>alert"), "{page}");
        let query = form_urlencoded::byte_serialize(bad.as_bytes()).collect::<String>();
        let page = Ask::get(format!("{path}?next={query}")).to(&app).await.text();
        assert!(!page.contains("<script>alert"), "{page}");
    }
}
