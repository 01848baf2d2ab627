//! Who asks for a mail does not learn whether there is such an account.

use gatewright::model::UserField;
use gatewright::testing::{Answer, TestApp};
use serde_json::json;

use crate::fixture::{PASSWORD, Recommended, app};

const KNOWN: &str = "joe@lp.com";
/// As long as the known one: pages show what was typed.
const OTHERS: [&str; 5] = ["non@lp.com", "off@lp.com", "new@lp.com", "bar@lp.com", "loc@lp.com"];

async fn site(features: &[&str]) -> TestApp {
    let app = app(Recommended, |builder| {
        let builder = builder
            .setting("SERVER_NAME", "localhost")
            .setting("DELIVERY", "outbox")
            .setting("LIMIT_MAIL", false)
            .setting("LIMIT_MAIL_IDENTITY", false);
        features
            .iter()
            .fold(builder, |builder, feature| builder.setting(&format!("SECURITY_{feature}"), true))
    })
    .await;
    for email in &OTHERS[1..] {
        app.user(email, PASSWORD).await;
    }
    app.change("off@lp.com", &[UserField::Active(false)]).await;
    app.change("new@lp.com", &[UserField::ConfirmedAt(None)]).await;
    app.change("bar@lp.com", &[UserField::Password(None)]).await;
    app.change("loc@lp.com", &[UserField::Username(Some("locked".into()))]).await;
    app
}

/// All that a client sees, without what is random and without the address that it sent.
fn seen(answer: &Answer, email: &str) -> String {
    let mut lines = vec![answer.status.to_string()];
    for (name, value) in &answer.headers {
        let value = value.to_str().unwrap();
        lines.push(match name.as_str() {
            "set-cookie" => format!("{name}: {}", value.split('=').next().unwrap()),
            "content-security-policy" => name.to_string(),
            _ => format!("{name}: {value}"),
        });
    }
    lines.push(answer.text().replace(email, "ADDRESS"));
    ["nonce=\"", "\"csrf_token\":\""]
        .iter()
        .fold(lines.join("\n"), |text, before| without(&text, before))
}

/// Without what stands between this and the next quotation mark.
fn without(text: &str, before: &str) -> String {
    let mut parts = text.split(before);
    let mut left = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        left.push_str(part.split_once('"').map_or("", |(_, rest)| rest));
    }
    left
}

#[tokio::test]
async fn answers_are_the_same_to_the_byte_for_every_kind_of_account() {
    let all = ["REGISTERABLE", "CONFIRMABLE", "RECOVERABLE", "USERNAME_RECOVERY"];
    for (features, paths) in [
        (&all[..], &["/register", "/confirm", "/reset", "/recover-username"][..]),
        (&["PASSWORDLESS"][..], &["/login"][..]),
    ] {
        for path in paths {
            for as_json in [false, true] {
                let app = site(features).await;
                let mut usual = None;
                for email in [KNOWN].into_iter().chain(OTHERS) {
                    let mut tab = app.browser();
                    let answer = match (as_json, *path) {
                        (true, "/register") => {
                            let body = json!({
                                "email": email, "password": PASSWORD, "password_confirm": PASSWORD,
                            });
                            tab.post_json(path, &body).await
                        }
                        (false, "/register") => {
                            let form = [
                                ("email", email),
                                ("password", PASSWORD),
                                ("password_confirm", PASSWORD),
                            ];
                            tab.post_form(path, form).await
                        }
                        (true, _) => tab.post_json(path, &json!({ "email": email })).await,
                        (false, _) => tab.post_form(path, [("email", email)]).await,
                    };
                    assert!(answer.status.as_u16() < 400, "{path} {email}: {}", answer.text());
                    let seen = seen(&answer, email);
                    let usual = usual.get_or_insert_with(|| seen.clone());
                    assert_eq!(*usual, seen, "{path} {email}");
                }
            }
        }
    }
}
