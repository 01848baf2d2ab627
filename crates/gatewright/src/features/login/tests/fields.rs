//! What the form asks for, and what is wrong with it.

use serde_json::json;

use super::{JOE, PASSWORD, app, me};
use crate::config::Preset::{Flask, Recommended};
use crate::i18n::messages as msg;
use crate::model::UserField;
use crate::testing::TestApp;

#[tokio::test]
async fn a_form_signs_in_and_shows_the_page_again_when_it_cannot() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await.serve(me());
        let mut tab = app.browser();
        assert!(tab.get("/login").await.is(200).text().contains("name=\"password\""));
        let wrong = tab.post_form("/login", [("email", JOE), ("password", "wrong")]).await;
        let page = wrong.is(200).text();
        assert!(page.contains(JOE), "the address has to be typed again");
        assert!(!page.contains("wrong\""), "the password is shown");
        tab.get("/me").await.redirects_to("/login?next=/me");
        tab.sign_in(JOE, PASSWORD).await.redirects_to("/");
        assert_eq!(tab.get("/me").await.text(), JOE);
        // Whoever is in needs no sign-in.
        tab.get("/login?next=/me").await.redirects_to("/");
        tab.post_form("/login", [("email", JOE), ("password", "wrong")]).await.redirects_to("/");
    }
}

#[tokio::test]
async fn json_signs_in_and_gives_a_token_when_asked() {
    for preset in [Flask, Recommended] {
        let app = app(preset).await.serve(me());
        let body = json!({ "email": JOE, "password": PASSWORD });
        let plain = app.browser().post_json("/login", &body).await;
        let response = plain.is(200).json()["response"].clone();
        assert_eq!(response["tf_required"], false);
        let who = if preset == Flask { json!({}) } else { json!({ "email": JOE }) };
        assert_eq!(response["user"], who);
        assert!(response["csrf_token"].is_string());

        let mut tab = app.browser();
        let asked = tab.post_json("/login?include_auth_token", &body).await;
        let token = asked.json()["response"]["user"]["authentication_token"].clone();
        let token = token.as_str().unwrap();
        let client = app.browser().header("Authentication-Token", token);
        client.clone().get("/token").await.is(200);
        app.browser().get_json("/token").await.is(401);
        let again = tab.post_json("/login", &body).await;
        let told = again.is(400).json()["response"]["errors"][0].clone();
        assert_eq!(told, json!(app.text(msg::ANONYMOUS_USER_REQUIRED)));
        // Who comes with a token is signed in as well.
        client.clone().post_json("/login", &body).await.is(400);
        client.clone().get("/login").await.redirects_to("/");
    }
}

#[tokio::test]
async fn every_fault_of_a_form_is_named_at_its_field() {
    let app = app(Flask).await;
    let say = |key| app.text(key);
    let email = |key| json!({ "email": [say(key)] });
    let password = |key| json!({ "password": [say(key)] });
    let rows = [
        (
            json!({}),
            json!({
                "password": [say(msg::PASSWORD_NOT_PROVIDED)],
                "email": [say(msg::EMAIL_NOT_PROVIDED)],
            }),
        ),
        (json!({ "email": JOE, "password": " \t " }), password(msg::PASSWORD_NOT_PROVIDED)),
        (json!({ "email": JOE, "password": 7 }), password(msg::API_ERROR)),
        (json!({ "email": JOE, "password": null }), password(msg::PASSWORD_NOT_PROVIDED)),
        (json!({ "email": "joe", "password": PASSWORD }), email(msg::INVALID_EMAIL_ADDRESS)),
        (json!({ "email": {}, "password": PASSWORD }), email(msg::API_ERROR)),
        (json!({ "email": "no@lp.com", "password": PASSWORD }), email(msg::USER_DOES_NOT_EXIST)),
        (json!({ "email": JOE, "password": "wrong" }), password(msg::INVALID_PASSWORD)),
        (
            json!({ "email": JOE, "password": PASSWORD, "next": "https://evil.test/" }),
            json!({ "next": [say(msg::INVALID_REDIRECT)] }),
        ),
    ];
    for (body, expected) in rows {
        let mut tab = app.browser();
        let answer = tab.post_json("/login", &body).await;
        assert_eq!(answer.is(400).field_errors(), expected, "{body}");
        assert!(!app.session(&tab).await.contains_key("_user_id"), "{body}");
    }
    // The list of errors has the order of the form: password, next, email.
    let body = json!({ "next": "//evil.test", "email": "joe" });
    let all = app.browser().post_json("/login", &body).await.json()["response"]["errors"].clone();
    let keys = [msg::PASSWORD_NOT_PROVIDED, msg::INVALID_REDIRECT, msg::INVALID_EMAIL_ADDRESS];
    assert_eq!(all, json!(keys.map(say)));
}

#[tokio::test]
async fn addresses_are_found_in_any_case_and_in_their_normal_form() {
    let app = app(Flask).await;
    app.user("jürgen@exämple.de", PASSWORD).await;
    for email in
        ["JOE@lp.com", "joe@LP.COM", "jürgen@xn--exmple-cua.de", "ju\u{308}rgen@exämple.de"]
    {
        app.browser().sign_in(email, PASSWORD).await;
    }
    let padded = json!({ "email": " joe@lp.com", "password": PASSWORD });
    app.browser().post_json("/login", &padded).await.is(400);
}

#[tokio::test]
async fn a_username_signs_in_where_it_is_an_identity() {
    let app =
        TestApp::with(Flask, |builder| builder.configure(|config| config.username.enable = true))
            .await;
    app.user("anna@lp.com", PASSWORD).await;
    app.change("anna@lp.com", &[UserField::Username(Some("annabel".into()))]).await;
    for body in [
        json!({ "username": "annabel", "password": PASSWORD }),
        json!({ "username": " Annabel ", "password": PASSWORD }),
        json!({ "username": "annabel", "email": "", "password": PASSWORD }),
        json!({ "email": "anna@lp.com", "password": PASSWORD }),
        // The address decides alone.
        json!({ "email": "anna@lp.com", "username": "nobody", "password": PASSWORD }),
    ] {
        app.browser().post_json("/login", &body).await.is(200);
    }
    let say = |key| app.text(key);
    let length = msg::USERNAME_INVALID_LENGTH.with("min", "4").with("max", "32");
    for (body, expected) in [
        (json!({ "username": "nobody" }), json!({ "username": [say(msg::USER_DOES_NOT_EXIST)] })),
        (json!({}), json!({ "": [say(msg::USER_DOES_NOT_EXIST)] })),
        (json!({ "username": "joe" }), json!({ "username": [app.text(length)] })),
        (json!({ "username": "a<b>c" }), json!({ "username": [say(msg::INVALID_INPUT)] })),
        (
            json!({ "username": "anna_bel" }),
            json!({ "username": [say(msg::USERNAME_DISALLOWED_CHARACTERS)] }),
        ),
        (json!({ "username": [1] }), json!({ "username": [say(msg::API_ERROR)] })),
        (
            json!({ "email": "no@lp.com", "username": "annabel" }),
            json!({ "email": [say(msg::USER_DOES_NOT_EXIST)] }),
        ),
    ] {
        let mut body = body;
        body["password"] = json!(PASSWORD);
        let answer = app.browser().post_json("/login", &body).await;
        assert_eq!(answer.is(400).field_errors(), expected, "{body}");
    }
}
