//! Tokens of links stay in the payload.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Event, NAMES};
use crate::clock::Clock;
use crate::model::{Refresh, User, UserId};

fn joe() -> User {
    let mut joe = User::new(UserId::Int(1), "joe@lp.com", "uni");
    joe.username = Some("joe".into());
    joe
}

#[test]
fn payloads_carry_what_the_reference_sends() {
    let (joe, form) = (joe(), Map::new());
    let user = json!({ "id": 1, "email": "joe@lp.com", "fs_uniquifier": "uni" });
    let token = "tok";
    for (event, expected) in [
        (
            Event::UserRegistered { user: &joe, confirmation_token: Some(token), form_data: &form },
            json!({ "user": user, "confirmation_token": "tok", "form_data": {} }),
        ),
        (
            Event::UserRegistered { user: &joe, confirmation_token: None, form_data: &form },
            json!({ "user": user, "confirmation_token": null, "form_data": {} }),
        ),
        (Event::UserConfirmed { user: &joe }, json!({ "user": user })),
        (
            Event::ConfirmInstructionsSent { user: &joe, token },
            json!({ "user": user, "token": "tok" }),
        ),
        (
            Event::LoginInstructionsSent { user: &joe, login_token: token },
            json!({ "user": user, "login_token": "tok" }),
        ),
        (
            Event::ChangeEmailInstructionsSent { user: &joe, new_email: "j@lp.com", token },
            json!({ "user": user, "new_email": "j@lp.com", "token": "tok" }),
        ),
        (
            Event::ChangeEmailConfirmed { user: &joe, old_email: "j@lp.com" },
            json!({ "user": user, "old_email": "j@lp.com" }),
        ),
        (
            Event::UsernameChanged { user: &joe, old_username: None },
            json!({ "user": user, "old_username": null }),
        ),
    ] {
        assert_eq!(Value::Object(event.payload()), expected, "{}", event.name());
    }
}

#[test]
fn neither_logs_nor_other_services_get_tokens() {
    let (joe, form) = (joe(), Map::from_iter([("password".to_owned(), json!("typed"))]));
    let (token, now) = ("tok", Clock::system().utc());
    let refresh = Refresh {
        id: 1,
        user_id: joe.id.clone(),
        family: "fam".to_owned(),
        generation: Some(1),
        expires_at: now,
        revoked_at: None,
        last_used_at: now,
        create_datetime: Some(now),
        name: "default".to_owned(),
    };
    let user = &joe;
    let events = [
        Event::UserRegistered { user, confirmation_token: Some(token), form_data: &form },
        Event::ConfirmInstructionsSent { user, token },
        Event::LoginInstructionsSent { user, login_token: token },
        Event::ResetPasswordInstructionsSent { user, token },
        Event::ChangeEmailInstructionsSent { user, new_email: "j@lp.com", token },
        Event::ChangeEmailConfirmed { user, old_email: "j@lp.com" },
        Event::EmailChangeUndone { user, undone_email: "j@lp.com" },
        Event::UsernameChanged { user, old_username: None },
        Event::UserAuthenticated { user, via: &["password"] },
        Event::UserFailedAuthn { user, auth_type: "password", tfa: false },
        Event::UserConfirmed { user },
        Event::PasswordReset { user },
        Event::PasswordChanged { user },
        Event::UsernameRecoveryEmailSent { user },
        Event::AccountClosed { user },
        Event::AccountReopened { user },
        Event::UserCreated { user },
        Event::UserActivated { user },
        Event::UserDeactivated { user },
        Event::UserDeleted { user },
        Event::Administered { action: "users confirm", user: Some(user), details: &Map::new() },
        Event::RefreshTrackerCreated { user, refresh: &refresh },
        Event::RefreshTrackerRevoked { user: Some(user), refresh: &refresh, reason: None },
        Event::AccountLocked { user, until: None },
        Event::AccountUnlocked { user, via: "link" },
        Event::SessionRevoked { user, session: None },
        Event::UserNotRegistered {
            user: Some(user),
            existing_email: true,
            existing_username: false,
            form_data: &form,
        },
        Event::IdentityChanged { identity: Some(&joe.uniquifier) },
        Event::MessageFlashed { message: "Hello", category: "info" },
        Event::UserUnauthenticated,
    ];
    // That of a session of the server carries what the list of sessions shows.
    let named: BTreeSet<&str> =
        events.iter().map(Event::name).chain(["session_replayed"]).collect();
    assert_eq!(named.into_iter().collect::<Vec<_>>(), NAMES);
    for event in events {
        let shown = format!("{event:?}");
        assert!(!shown.contains("tok\"") && !shown.contains("uni\""), "{shown}");
        assert!(shown.contains(event.name()), "{shown}");
        let redacted = Value::Object(event.redacted()).to_string();
        assert!(!redacted.contains("tok\"") && !redacted.contains("uni\""), "{redacted}");
        assert_eq!(redacted.contains("joe@lp.com"), event.user().is_some(), "{redacted}");
    }
}

#[test]
fn what_is_redacted_leaves_the_rest() {
    let joe = joe();
    let event = Event::ConfirmInstructionsSent { user: &joe, token: "secret" };
    let payload = Value::Object(event.redacted());
    assert_eq!(payload, json!({ "user": { "id": 1, "email": "joe@lp.com" } }));
    let event = Event::MessageFlashed { message: "Hello", category: "info" };
    assert_eq!(event.payload()["category"], "info");
}

#[test]
fn the_list_of_names_is_complete_and_in_order() {
    let mut named: Vec<&str> = include_str!("names.rs")
        .lines()
        .filter_map(|line| line.split_once(" => \"")?.1.strip_suffix("\","))
        .collect();
    named.sort_unstable();
    assert_eq!(named, NAMES);
    assert!(NAMES.len() > 30);
}

#[test]
fn what_names_a_session_stays_here() {
    let (joe, none) = (joe(), Event::IdentityChanged { identity: None });
    let some = Event::IdentityChanged { identity: Some(&joe.uniquifier) };
    assert_eq!(Value::Object(some.payload()), json!({ "identity": "uni" }));
    assert_eq!(Value::Object(some.redacted()), json!({}));
    assert_eq!(Value::Object(none.redacted()), json!({ "identity": null }));
}
