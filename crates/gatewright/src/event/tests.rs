//! Tokens of links stay in the payload.

use serde_json::{Map, Value, json};

use super::{Event, NAMES};
use crate::model::{User, UserId};

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
    let (joe, form) = (joe(), Map::from_iter([("password".to_owned(), json!("tok"))]));
    let token = "tok";
    for event in [
        Event::UserRegistered { user: &joe, confirmation_token: Some(token), form_data: &form },
        Event::ConfirmInstructionsSent { user: &joe, token },
        Event::LoginInstructionsSent { user: &joe, login_token: token },
        Event::ResetPasswordInstructionsSent { user: &joe, token },
        Event::ChangeEmailInstructionsSent { user: &joe, new_email: "j@lp.com", token },
    ] {
        let shown = format!("{event:?}");
        assert!(!shown.contains("tok\"") && !shown.contains("uni\""), "{shown}");
        assert!(shown.contains(event.name()), "{shown}");
        let mut redacted = event.redacted();
        redacted.remove("form_data");
        let redacted = Value::Object(redacted).to_string();
        assert!(!redacted.contains("tok\"") && !redacted.contains("uni"), "{redacted}");
        assert!(redacted.contains("joe@lp.com"), "{redacted}");
    }
}

#[test]
fn the_list_of_names_is_complete_and_in_order() {
    let mut named: Vec<&str> = include_str!("mod.rs")
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
