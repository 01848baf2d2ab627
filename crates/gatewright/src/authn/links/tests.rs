//! Links: ours and the reference's, bound, dated, and good once.

use std::sync::Arc;

use gatewright_wire::itsdangerous::{Derivation, Timed};
use gatewright_wire::passlib;
use jiff::SignedDuration;
use serde_json::json;

use super::{Fault, Link, Purpose, consume, mint, read};
use crate::config::Preset;
use crate::model::{User, UserField};
use crate::request::cx::Cx;
use crate::testing::TestApp;

const SECRET: &str = "a secret of thirty-two characters";
const ALL: [Purpose; 5] =
    [Purpose::Confirm, Purpose::Reset, Purpose::Login, Purpose::ChangeEmail, Purpose::UndoEmail];

async fn app(preset: Preset) -> (TestApp, User) {
    let app = TestApp::with(preset, |builder| {
        builder.setting("SECRET_KEY", SECRET).setting("CHANGE_EMAIL_UNDO_WITHIN", 3600)
    })
    .await;
    let user = app.user("joe@lp.com", "correct horse battery").await;
    let set = [UserField::ConfirmedAt(None)];
    app.security().store().update_user(&user.id, &set, &[]).await.unwrap();
    (app, user)
}

async fn good(cx: &Cx, purpose: Purpose, token: &str) -> Option<Link> {
    read(cx, purpose, token).await.unwrap().ok()
}

async fn expired(cx: &Cx, purpose: Purpose, token: &str) -> bool {
    matches!(read(cx, purpose, token).await.unwrap(), Err(Fault::Expired(Some(_))))
}

#[tokio::test]
async fn a_link_is_good_once_for_its_purpose_alone() {
    let (app, user) = app(Preset::Recommended).await;
    let cx = app.security().offline();
    for purpose in ALL {
        let token = mint(&cx, purpose, &user, Some("new@lp.com"));
        for other in ALL {
            assert_eq!(good(&cx, other, &token).await.is_some(), other == purpose, "{other:?}");
        }
        let link = good(&cx, purpose, &token).await.unwrap();
        assert_eq!(link.user.id, user.id);
        let carries = matches!(purpose, Purpose::ChangeEmail | Purpose::UndoEmail);
        assert_eq!(link.email.as_deref(), carries.then_some("new@lp.com"));
        assert!(consume(&cx, &link).await.unwrap());
        assert!(!consume(&cx, &link).await.unwrap());
        assert!(good(&cx, purpose, &token).await.is_none(), "{purpose:?} is good twice");
    }
}

#[tokio::test]
async fn using_a_link_up_leaves_another_of_the_same_second_good() {
    let (app, user) = app(Preset::Flask).await;
    let cx = app.security().offline();
    for purpose in [Purpose::Confirm, Purpose::Reset, Purpose::Login, Purpose::ChangeEmail] {
        let tokens = [(); 2].map(|()| mint(&cx, purpose, &user, Some("new@lp.com")));
        let link = good(&cx, purpose, &tokens[0]).await.unwrap();
        assert!(consume(&cx, &link).await.unwrap());
        assert!(good(&cx, purpose, &tokens[1]).await.is_some(), "{purpose:?}");
    }
}

#[tokio::test]
async fn of_many_at_once_exactly_one_uses_it() {
    let (app, user) = app(Preset::Recommended).await;
    let cx = app.security().offline();
    for purpose in ALL {
        let token = mint(&cx, purpose, &user, Some("new@lp.com"));
        let link = Arc::new(good(&cx, purpose, &token).await.unwrap());
        let tries = (0..64).map(|_| {
            let (cx, link) = (cx.clone(), Arc::clone(&link));
            tokio::spawn(async move { consume(&cx, &link).await.unwrap() })
        });
        let won = futures_util::future::join_all(tries).await;
        assert_eq!(won.into_iter().filter(|won| *won.as_ref().unwrap()).count(), 1, "{purpose:?}");
    }
}

#[tokio::test]
async fn age_goes_before_everything_but_the_signature() {
    let (app, user) = app(Preset::Recommended).await;
    for purpose in ALL {
        let cx = app.security().offline();
        let token = mint(&cx, purpose, &user, Some("new@lp.com"));
        app.advance(purpose.life(&cx));
        assert!(good(&cx, purpose, &token).await.is_some(), "{purpose:?}");
        app.advance(SignedDuration::from_secs(1));
        assert!(expired(&cx, purpose, &token).await, "{purpose:?}");
        let forged = format!("{token}A");
        assert!(matches!(read(&cx, purpose, &forged).await.unwrap(), Err(Fault::Invalid)));
    }
    let cx = app.security().offline();
    let early = mint(&cx, Purpose::Reset, &user, None);
    app.advance(SignedDuration::from_secs(-60));
    assert!(expired(&app.security().offline(), Purpose::Reset, &early).await, "from the future");
}

#[tokio::test]
async fn a_link_ends_with_what_it_changes() {
    let (app, user) = app(Preset::Recommended).await;
    let cx = app.security().offline();
    let tokens = ALL.map(|purpose| (purpose, mint(&cx, purpose, &user, Some("old@lp.com"))));
    let changes = [
        (UserField::Email("moved@lp.com".into()), vec![Purpose::Confirm, Purpose::ChangeEmail]),
        (UserField::Password(Some("$other".into())), vec![Purpose::Reset]),
        (UserField::Uniquifier("f".repeat(32)), vec![Purpose::Login]),
        (UserField::Email("old@lp.com".into()), vec![Purpose::UndoEmail]),
    ];
    let mut gone = Vec::new();
    for (change, ends) in changes {
        app.security().store().update_user(&user.id, &[change], &[]).await.unwrap();
        gone.extend(ends);
        for (purpose, token) in &tokens {
            let good = good(&cx, *purpose, token).await.is_some();
            assert_eq!(good, !gone.contains(purpose), "{purpose:?}");
        }
    }
}

#[tokio::test]
async fn the_references_links_are_good() {
    let (app, user) = app(Preset::Flask).await;
    let cx = app.security().offline();
    let sign = |salt: &str, text: serde_json::Value| {
        let signer = Timed::new(&[SECRET.as_bytes()], salt, Derivation::DjangoConcat);
        signer.dumps(&text.to_string(), app.clock().unix())
    };
    let stored = user.password.clone().unwrap();
    let email = passlib::hash_data("joe@lp.com").unwrap();
    let uniquifier = &user.uniquifier;
    let rows = [
        (Purpose::Confirm, sign("confirm-salt", json!([uniquifier, email])), true),
        (
            Purpose::Confirm,
            sign("confirm-salt", json!([uniquifier, "04cdcefc85ee85a5ace4c9427714c06c"])),
            false,
        ),
        (
            Purpose::Reset,
            sign("reset-salt", json!([uniquifier, passlib::hash_data(&stored).unwrap()])),
            true,
        ),
        (
            Purpose::Reset,
            sign("reset-salt", json!([uniquifier, passlib::hash_data("$older").unwrap()])),
            false,
        ),
        (Purpose::Reset, sign("reset-salt", json!([uniquifier, null])), true),
        (Purpose::Login, sign("login-salt", json!([uniquifier])), true),
        (
            Purpose::ChangeEmail,
            sign("change-email-salt", json!([uniquifier, email, "new@lp.com"])),
            true,
        ),
        (Purpose::ChangeEmail, sign("change-email-salt", json!([uniquifier, email])), false),
        (Purpose::Login, sign("login-salt", json!({ "uid": uniquifier })), false),
        (Purpose::Login, sign("login-salt", json!([])), false),
        (Purpose::Login, sign("login-salt", json!([7])), false),
    ];
    for (row, (purpose, token, expected)) in rows.into_iter().enumerate() {
        assert_eq!(good(&cx, purpose, &token).await.is_some(), expected, "{row} {purpose:?}");
    }
    let old = passlib::hash_data("joe@lp.com").unwrap();
    assert!(old.starts_with("$5$rounds=535000$"), "the cost that ours are without: {old}");
}

#[tokio::test]
async fn former_keys_open_links_and_ours_cost_nothing() {
    let (app, user) = app(Preset::Recommended).await;
    let hashes = app.security().passwords().jobs();
    let cx = app.security().offline();
    let token = mint(&cx, Purpose::Reset, &user, None);
    assert!(good(&cx, Purpose::Reset, &token).await.is_some());
    assert_eq!(app.security().passwords().jobs(), hashes);
    let next = TestApp::with(Preset::Recommended, |builder| {
        builder
            .setting("SECRET_KEY", "another secret of thirty-two chars")
            .setting("SECRET_KEY_FALLBACKS", json!([SECRET]))
    })
    .await;
    let user = next.user("joe@lp.com", "correct horse battery").await;
    let token = mint(&cx, Purpose::Reset, &user, None);
    assert!(good(&next.security().offline(), Purpose::Reset, &token).await.is_some());
}

#[tokio::test]
async fn a_stranger_reads_nothing_and_breaks_nothing() {
    let (app, _) = app(Preset::Recommended).await;
    let cx = app.security().offline();
    for token in ["", ".", "..", "a.b.c", ".eJw.x.y", "\u{0}", "é", &"A.".repeat(5000)] {
        for purpose in ALL {
            assert!(good(&cx, purpose, token).await.is_none());
        }
    }
}

/// The next account has the key of the last one that was deleted.
#[tokio::test]
async fn an_undoing_link_is_of_no_use_with_the_next_who_has_the_key() {
    let (app, user) = app(Preset::Recommended).await;
    let cx = app.security().offline();
    let token = mint(&cx, Purpose::UndoEmail, &user, Some("old@lp.com"));
    assert!(good(&cx, Purpose::UndoEmail, &token).await.is_some());
    app.security().store().delete_user(&user.id).await.unwrap();
    app.advance(jiff::SignedDuration::from_secs(1));
    let next = app.user("next@lp.com", "correct horse").await;
    assert_eq!(next.id, user.id);
    assert!(good(&cx, Purpose::UndoEmail, &token).await.is_none());
}
