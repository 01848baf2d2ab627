//! The tables of single requests.

use axum::Router;
use serde_json::{Value, json};

use crate::fixture::{app, data};

const CREDENTIALS: (&str, &str) = ("matt@lp.com", "password");

#[tokio::test]
async fn remember_is_read_as_recorded() {
    let data = data();
    let app = app(&data, &json!({}), false).await;
    for row in data["remember_field"].as_array().unwrap() {
        let mut tab = app.browser();
        let value = &row["value"];
        let answer = match row["kind"].as_str().unwrap() {
            "json" => {
                let mut body = json!({ "email": CREDENTIALS.0, "password": CREDENTIALS.1 });
                if row.get("absent").is_none() {
                    body["remember"] = value.clone();
                }
                tab.post_json("/login", &body).await
            }
            _ => {
                let (email, password) = CREDENTIALS;
                let value = value.as_str().unwrap_or_default();
                let fields = [("email", email), ("password", password), ("remember", value)];
                tab.post_form("/login", fields).await
            }
        };
        assert!(answer.status.as_u16() < 400, "{row}: {}", answer.text());
        let remembered = tab.cookie("remember_token").is_some();
        assert_eq!(json!(remembered), row["remembered"], "{row}");
    }
}

#[tokio::test]
async fn guards_redirect_as_recorded() {
    let data = data();
    for row in data["guard_redirects"].as_array().unwrap() {
        let config = row.get("config").cloned().unwrap_or_else(|| json!({}));
        let app = app(&data, &config, false).await;
        let mut tab = app.browser();
        if row["kind"] == "reauthenticate" {
            tab.sign_in(CREDENTIALS.0, CREDENTIALS.1).await;
            app.advance(jiff::SignedDuration::from_hours(2));
        }
        let answer = tab.get(row["request"].as_str().unwrap()).await;
        assert_eq!(answer.location().map(Value::from), Some(row["location"].clone()), "{row}");
    }
}

/// Targets that go elsewhere than recorded: `None` is a refusal. The reference lets backslashes
/// through, which browsers read as slashes, and escapes what is escaped already, so that the page is
/// not found.
const OTHERWISE: &[(&str, Option<&str>)] =
    &[(r"/\evil.com", None), (r"\\evil.com", None), ("/%C3%A9", Some("/%C3%A9"))];

#[tokio::test]
async fn next_leads_where_it_is_recorded_to_lead() {
    let data = data();
    let config = json!({
        "SECURITY_POST_LOGIN_VIEW": "/postlogin",
        "SECURITY_POST_LOGOUT_VIEW": "/postlogout",
        "SECURITY_POST_VERIFY_VIEW": "/postverify",
    });
    let app = app(&data, &config, false).await.serve(Router::new());
    let mut wrong = Vec::new();
    for row in data["next_propagation"].as_array().unwrap() {
        let mut tab = app.browser();
        let endpoint = row["endpoint"].as_str().unwrap();
        let mut path = endpoint.to_owned();
        if let Some(next) = row["query"]["next"].as_str() {
            let query: String =
                form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
            path = format!("{path}?{query}");
        }
        if endpoint != "/login" {
            tab.sign_in(CREDENTIALS.0, CREDENTIALS.1).await;
        }
        let mut fields = vec![("email", CREDENTIALS.0), ("password", CREDENTIALS.1)];
        if let Some(next) = row["form"]["next"].as_str() {
            fields.push(("next", next));
        }
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let media = [("content-type", "application/x-www-form-urlencoded")];
        let answer = tab.send("POST", &path, &media, body.into_bytes()).await;
        let next = row["query"]["next"].as_str().or_else(|| row["form"]["next"].as_str());
        let changed = OTHERWISE.iter().find(|(sent, _)| Some(*sent) == next);
        let (status, want) = match changed {
            Some((_, Some(place))) => (json!(302), Some(*place)),
            // Sign-out has no form that could say so: it goes where it goes without a target.
            Some((_, None)) if endpoint == "/logout" => (json!(302), Some("/postlogout")),
            Some((_, None)) => (json!(200), None),
            None => (row["status"].clone(), row["location"].as_str()),
        };
        if json!(answer.status.as_u16()) != status || answer.location() != want {
            wrong.push(format!("{row}: {} {:?}", answer.status, answer.location()));
        }
    }
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}
