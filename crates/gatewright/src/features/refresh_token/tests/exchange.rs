//! What an exchange gives, and when it gives nothing.

use async_trait::async_trait;
use axum::Router;
use axum::routing::get;
use jiff::SignedDuration;
use serde_json::json;

use super::{
    JOE, PASSWORD, app, app_with, begun, exchange, exchanged, families, in_json, invalid, member,
    reason, sign_in,
};
use crate::config::Preset::{Flask, Recommended};
use crate::error::Result;
use crate::guard::{CurrentUser, auth_required, auth_token_required};
use crate::hooks::{Hooks, Lock};
use crate::i18n::messages as msg;
use crate::model::{Refresh, User, UserField};
use crate::testing::Heard;

#[tokio::test]
async fn each_token_is_good_for_one_exchange() {
    let heard = Heard::default();
    let app = app_with(Recommended, |builder| in_json(builder).listen(heard.clone())).await;
    let me = get(async |me: CurrentUser| me.email.clone()).layer(auth_token_required());
    let app = app.serve(Router::new().route("/me", me));
    let first = begun(&app).await;
    assert!(heard.take().contains(&format!("refresh_tracker_created {JOE}")));
    app.advance(SignedDuration::from_mins(10));
    let answer = exchange(&app, &first).await;
    let response = answer.is(200).json()["response"].clone();
    assert_eq!(response.as_object().unwrap().keys().collect::<Vec<_>>(), ["user"]);
    let second = member(&response["user"], "refresh_token");
    assert_ne!(first, second);
    // The first auth token is over, the new one is not, and nothing of this needed a session.
    app.advance(SignedDuration::from_mins(10));
    let auth = member(&response["user"], "authentication_token");
    let mut api = app.browser().header("Authentication-Token", &auth);
    assert_eq!(api.get_json("/me").await.is(200).text(), JOE);
    assert_eq!(answer.set_cookies(), Vec::<&str>::new());
    let family = families(&app).await.remove(0);
    assert_eq!(family.generation, Some(2));
    assert_eq!(family.expires_at.duration_since(family.create_datetime.unwrap()).as_hours(), 2160);
    assert_eq!(family.last_used_at.duration_since(family.create_datetime.unwrap()).as_mins(), 10);
    heard.take();

    assert_eq!(reason(&exchange(&app, &first).await), invalid(&app, "GEN_MISMATCH"));
    assert_eq!(heard.take(), [format!("refresh_tracker_revoked {JOE} GEN_MISMATCH")]);
    assert_eq!(reason(&exchange(&app, &second).await), invalid(&app, "REVOKED"));
    assert_eq!(reason(&exchange(&app, &first).await), invalid(&app, "GEN_MISMATCH"));
    assert_eq!(heard.take(), Vec::<String>::new(), "a family is revoked once");
    // The next sign-in begins anew.
    exchanged(&app, &begun(&app).await).await;
}

#[tokio::test]
async fn a_family_ends_by_idleness_and_by_age() {
    let app = app().await;
    let (day, second) = (SignedDuration::from_hours(24), SignedDuration::from_secs(1));
    let token = begun(&app).await;
    app.advance(day * 7 + second);
    assert_eq!(reason(&exchange(&app, &token).await), invalid(&app, "EXPIRED"));
    let mut token = begun(&app).await;
    for _ in 0..15 {
        app.advance(day * 6 - second);
        token = exchanged(&app, &token).await;
    }
    app.advance(second * 14);
    token = exchanged(&app, &token).await;
    app.advance(second * 2);
    assert_eq!(reason(&exchange(&app, &token).await), invalid(&app, "EXPIRED"));
}

#[tokio::test]
async fn what_is_no_token_of_ours_is_refused() {
    let app = app().await;
    let token = begun(&app).await;
    let forged = format!("{}A", &token[..token.len() - 2]);
    for odd in ["x.y", ".", "x", &forged, &token.replace('.', "")] {
        assert_eq!(reason(&exchange(&app, odd).await), invalid(&app, "INVALID"), "{odd}");
    }
    let post = async |body| app.browser().post_json("/refresh-token", &body).await;
    for (body, expected) in [
        (json!({}), app.text(msg::FIELD_REQUIRED)),
        (json!({ "refresh_token": null }), app.text(msg::FIELD_REQUIRED)),
        (json!({ "refresh_token": " " }), app.text(msg::FIELD_REQUIRED)),
        (json!({ "refresh_token": {} }), app.text(msg::API_ERROR)),
        (json!({ "refresh_token": 1 }), app.text(msg::API_ERROR)),
    ] {
        assert_eq!(reason(&post(body).await), expected);
    }
    let mut tab = app.browser();
    for media in ["application/x-www-form-urlencoded", "text/plain", "text/json"] {
        let headers = [("content-type", media), ("accept", "application/json")];
        let body = format!("refresh_token={token}").into_bytes();
        tab.send("POST", "/refresh-token", &headers, body).await.is(400);
    }
    tab.get_json("/refresh-token").await.is(405);
    exchanged(&app, &token).await;
}

struct Locked;

#[async_trait]
impl Hooks for Locked {
    async fn locked(&self, user: &User) -> Result<Option<Lock>> {
        Ok((user.login_count == Some(7)).then(Lock::default))
    }
}

#[tokio::test]
async fn an_account_that_may_not_sign_in_gets_no_token() {
    for preset in [Flask, Recommended] {
        let change = |builder: crate::Builder| {
            let builder = in_json(builder).hooks(Locked).allow_unbuilt();
            builder.setting("SECURITY_CONFIRMABLE", true).setting("SERVER_NAME", "localhost")
        };
        let app = app_with(preset, change).await;
        let token = begun(&app).await;
        let now = Some(app.clock().utc());
        for (bad, good, expected) in [
            (UserField::Active(false), UserField::Active(true), msg::DISABLED_ACCOUNT),
            (UserField::LoginCount(Some(7)), UserField::LoginCount(Some(8)), msg::DISABLED_ACCOUNT),
            (UserField::ConfirmedAt(None), UserField::ConfirmedAt(now), msg::CONFIRMATION_REQUIRED),
        ] {
            app.change(JOE, &[bad]).await;
            assert_eq!(reason(&exchange(&app, &token).await), app.text(expected), "{preset:?}");
            app.change(JOE, &[good]).await;
        }
        // Nothing of that used the token up.
        let token = exchanged(&app, &token).await;
        let moved = UserField::Uniquifier("0123456789abcdef0123456789abcdef".to_owned());
        app.change(JOE, &[moved]).await;
        assert_eq!(reason(&exchange(&app, &token).await), app.text(msg::USER_DOES_NOT_EXIST));
    }
}

#[tokio::test]
async fn a_family_serves_its_owner_alone() {
    const EVE: &str = "eve@lp.com";
    let app = app().await;
    let eve = app.user(EVE, PASSWORD).await;
    let token = begun(&app).await;
    let mut tab = app.browser();
    tab.sign_in(EVE, PASSWORD).await;
    // A session of one and a token of another in one request.
    let both = tab.post_json("/refresh-token", &json!({ "refresh_token": token })).await;
    assert_eq!(reason(&both), invalid(&app, "INVALID"));
    let token = exchanged(&app, &token).await;
    // A row that somebody moved to another user, with the token of the first.
    let store = app.security().store();
    let row = families(&app).await.remove(0);
    let all = crate::store::Purge { revoked: true, ..crate::store::Purge::default() };
    store.refreshes().unwrap().revoke(&row.family, app.clock().utc()).await.unwrap();
    assert_eq!(store.refreshes().unwrap().purge(&all).await.unwrap(), 1);
    assert_eq!(reason(&exchange(&app, &token).await), invalid(&app, "NOT_FOUND"));
    store.refreshes().unwrap().create(&Refresh { user_id: eve.id, ..row }).await.unwrap();
    assert_eq!(reason(&exchange(&app, &token).await), invalid(&app, "INVALID"));
}

/// A refresh token that was stolen, or a laptop that was left open for a week, is not its owner.
#[tokio::test]
async fn an_exchange_is_no_sign_in() {
    for (preset, own, fresh) in [
        (Recommended, None, 401),
        (Recommended, Some(true), 200),
        (Flask, None, 200),
        (Flask, Some(false), 401),
    ] {
        let change = |builder: crate::Builder| match own {
            Some(own) => in_json(builder).setting("SECURITY_REFRESH_TOKEN_FRESH", own),
            None => in_json(builder),
        };
        let app = app_with(preset, change).await;
        let vault = get(async || "gold").layer(auth_required().fresh());
        let app = app.serve(Router::new().route("/vault", vault));
        let open = async |token: &str| -> (u16, String) {
            let user = exchange(&app, token).await.is(200).json()["response"]["user"].clone();
            let auth = member(&user, "authentication_token");
            let mut api = app.browser().header("Authentication-Token", &auth);
            (api.get_json("/vault").await.status.as_u16(), member(&user, "refresh_token"))
        };
        let token = begun(&app).await;
        // As fresh as the auth token that it replaces, and no longer.
        app.advance(SignedDuration::from_hours(23));
        let (status, token) = open(&token).await;
        assert_eq!(status, 200, "{preset:?}");
        app.advance(SignedDuration::from_hours(2));
        let (status, token) = open(&token).await;
        assert_eq!(status, fresh, "{preset:?}");
        let api = app.browser();
        let proof = json!({ "password": PASSWORD });
        let user = exchange(&app, &token).await.json()["response"]["user"].clone();
        let mut api = api.header("Authentication-Token", &member(&user, "authentication_token"));
        let verified = api.post_json("/verify?include_auth_token", &proof).await.is(200).json();
        let token = member(&verified["response"]["user"], "refresh_token");
        assert_eq!(open(&token).await.0, 200, "{preset:?}");
    }
}

/// A family that a stack in another time zone began an hour from now.
#[tokio::test]
async fn a_beginning_in_the_future_proves_nothing() {
    let app = app().await;
    let vault = get(async || "gold").layer(auth_required().fresh());
    let app = app.serve(Router::new().route("/vault", vault));
    let token = begun(&app).await;
    app.advance(-SignedDuration::from_hours(1));
    let user = exchange(&app, &token).await.is(200).json()["response"]["user"].clone();
    let mut api =
        app.browser().header("Authentication-Token", &member(&user, "authentication_token"));
    let answer = api.get_json("/vault").await;
    assert_eq!(answer.is(401).json()["response"]["reauth_required"], true);
}

#[tokio::test]
async fn sign_ins_without_a_wish_for_tokens_begin_no_family() {
    let app = app().await;
    let mut tab = app.browser();
    tab.sign_in(JOE, PASSWORD).await;
    tab.post_form("/logout", []).await;
    tab.post_form("/login?include_auth_token", [("email", JOE), ("password", PASSWORD)]).await;
    let body = json!({ "email": JOE, "password": PASSWORD });
    app.browser().post_json("/login", &body).await.is(200);
    assert!(families(&app).await.is_empty());
    let off = app_with(Recommended, |builder| builder).await;
    let user = sign_in(&mut off.browser(), JOE).await;
    let members: Vec<_> = user.as_object().unwrap().keys().collect();
    assert_eq!(members, ["authentication_token", "email"]);
    exchange(&off, "x.y").await.is(404);
}
