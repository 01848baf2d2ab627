//! A database that Flask-Security wrote.

use std::path::Path;

use jiff::civil::date;
use serde_json::Value;

use super::File;
use crate::model::{UserField, UserId};
use crate::store::sql::{Mode, SchemaVersion};
use crate::store::{Filter, Lookup, Page, Store};

fn original() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/flask_security.sqlite"))
}

fn facts() -> Value {
    let text = include_str!("../../../../testdata/flask_security_sqlite.json");
    serde_json::from_str(text).unwrap()
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

#[tokio::test]
async fn every_row_is_read_and_no_byte_is_changed() {
    let file = File::copy_of(original());
    let store = file.open(Mode::Existing).await;
    assert_eq!(store.inspection().version, SchemaVersion::V4);
    assert!(store.inspection().gaps.is_empty() && store.inspection().obstacles.is_empty());
    let facts = facts();

    let users = facts["users"].as_object().unwrap();
    assert_eq!(store.count_users().await.unwrap(), users.len() as u64);
    for (name, wanted) in users {
        let uniquifier = wanted["fs_uniquifier"].as_str().unwrap();
        let user = store.user(Lookup::Uniquifier(uniquifier)).await.unwrap().unwrap();
        assert_eq!(user.email, wanted["email"].as_str().unwrap());
        assert_eq!(user.username.as_deref(), wanted["username"].as_str());
        assert_eq!(user.us_phone_number.as_deref(), wanted["us_phone_number"].as_str());
        assert_eq!(user.password.is_some(), wanted["password"].is_string(), "{name}");
        assert_eq!(user.active, wanted["active"].as_bool().unwrap_or(true));
        assert_eq!(user.confirmed_at.is_some(), name != "unconfirmed");
        assert_eq!(user.webauthn_handle.is_some(), name != "nohandle");
        assert_eq!(user.us_totp_secrets.is_some(), name == "nopassword");
        assert_eq!(user.tf_totp_secret.is_some(), name.starts_with("tf"), "{name}");
        assert!(user.create_datetime.is_some() && user.update_datetime.is_some());
        if let Some(codes) = wanted.get("recovery_codes_plain_storage") {
            assert_eq!(user.mf_recovery_codes.unwrap(), texts(codes));
        } else {
            let stored = user.mf_recovery_codes.as_ref().map(Vec::len);
            assert_eq!(stored, (name == "rcenc").then_some(3), "{name}");
        }
        for (attribute, value) in
            [("email", Some(&user.email)), ("username", user.username.as_ref())]
        {
            let Some(value) = value else { continue };
            let value = &value.to_ascii_uppercase();
            let by = Lookup::Identity { attribute, value, case_insensitive: true };
            let id = store.user(by).await.unwrap().map(|user| user.id);
            assert_eq!(id.as_ref(), Some(&user.id), "{value}");
        }
    }

    let admin = store.user(Lookup::Id(&UserId::Int(1))).await.unwrap().unwrap();
    assert_eq!(admin.last_login_at, Some(date(2026, 6, 13).at(12, 0, 0, 0)));
    assert_eq!(admin.current_login_ip.as_deref(), Some("2001:db8::1"));
    assert_eq!(admin.login_count, Some(42));
    assert!(admin.has_role("admin") && admin.has_role("reader") && admin.roles.len() == 2);
    assert!(admin.has_permission("admin-write"));
    let all = store.users(&Filter::default(), &Page::default()).await.unwrap();
    assert_eq!(all.iter().map(|user| user.roles.len()).sum::<usize>(), 3);

    let roles = store.roles().await.unwrap();
    let wanted = facts["roles"].as_object().unwrap();
    assert_eq!(roles.len(), wanted.len());
    for role in &roles {
        assert_eq!(role.permissions, texts(&wanted[&role.name]), "{}", role.name);
    }

    let wan = users["wan"]["fs_uniquifier"].as_str().unwrap();
    let wan = store.user(Lookup::Uniquifier(wan)).await.unwrap().unwrap();
    assert_eq!(wan.webauthn_handle.as_deref(), Some("d882bfc5f642eee8571560c120e15d33"));
    let keys = store.passkeys().unwrap().list(&wan.id).await.unwrap();
    let seen: Vec<_> = keys
        .iter()
        .map(|key| {
            let transports = key.transports.clone().unwrap_or_default().join("+");
            (key.name.as_str(), key.usage.as_str(), key.sign_count, transports, key.backup_state)
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("Blue key", "first", Some(7), "usb+nfc".into(), false),
            ("phone-1", "secondary", Some(0), "internal+hybrid".into(), true),
        ]
    );
    for key in &keys {
        assert_eq!((key.credential_id.len(), key.public_key.len()), (32, 77));
        assert_eq!(
            store.passkeys().unwrap().find(&key.credential_id).await.unwrap().as_ref(),
            Some(key)
        );
    }
    assert_eq!(keys[0].extensions.as_deref(), Some(r#"{"credProps": {"rk": true}}"#));

    let editor = users["editor"]["fs_uniquifier"].as_str().unwrap();
    let editor = store.user(Lookup::Uniquifier(editor)).await.unwrap().unwrap();
    let families = store.refreshes().unwrap().list(&editor.id).await.unwrap();
    let generations: Vec<_> = families.iter().filter_map(|family| family.generation).collect();
    assert_eq!(generations, [1, 3, 1, 1, 1]);
    assert_eq!(families[2].expires_at, date(2026, 6, 14).at(12, 0, 0, 0));
    assert_eq!(families[4].revoked_at, Some(date(2026, 6, 15).at(11, 0, 0, 0)));
    assert!(families.iter().take(4).all(|family| family.revoked_at.is_none()));
    let again = store.refreshes().unwrap().find(&families[1].family).await.unwrap();
    assert_eq!(again.as_ref(), Some(&families[1]));

    drop(store);
    assert!(std::fs::read(&file.path).unwrap() == std::fs::read(original()).unwrap());
    assert_eq!(std::fs::read_dir(file.path.parent().unwrap()).unwrap().count(), 1);
}

#[tokio::test]
async fn what_we_write_is_spelt_as_the_reference_spells_it() {
    let file = File::copy_of(original());
    let store = file.open(Mode::Existing).await;
    let id = UserId::Int(2);
    let when = date(2026, 6, 15).at(12, 0, 0, 0);
    let set = [
        UserField::Active(false),
        UserField::ConfirmedAt(Some(when)),
        UserField::MfRecoveryCodes(Some(vec!["a".into(), "b".into()])),
        UserField::TfPhoneNumber(None),
    ];
    assert!(store.update_user(&id, &set, &[]).await.unwrap());
    let raw = file.raw();
    let row: (i64, String, String, Option<String>, String) = raw
        .query_row(
            "SELECT active, confirmed_at, mf_recovery_codes, tf_phone_number, update_datetime \
             FROM user WHERE id = 2 AND typeof(active) = 'integer'",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
        )
        .unwrap();
    assert_eq!((row.0, row.2.as_str(), row.3), (0, "a,b", None));
    assert_eq!(row.1, "2026-06-15 12:00:00.000000");
    assert_eq!(row.4.len(), row.1.len());

    // A condition on a time holds for the spelling of the server's default as well.
    raw.execute("UPDATE user SET confirmed_at = '2026-06-15 12:00:00' WHERE id = 2", []).unwrap();
    let condition = [UserField::ConfirmedAt(Some(when))];
    assert!(store.update_user(&id, &[UserField::Active(true)], &condition).await.unwrap());
}

#[tokio::test]
async fn the_journal_mode_of_a_foreign_file_stays() {
    let file = File::copy_of(original());
    let store = file.open(Mode::Existing).await;
    let admin = UserId::Int(1);
    assert!(store.update_user(&admin, &[UserField::Active(true)], &[]).await.unwrap());
    let mode: String = file.raw().query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "delete");
}

#[tokio::test]
async fn duplicate_links_count_once_and_go_together() {
    let file = File::copy_of(original());
    let store = file.open(Mode::Existing).await;
    let raw = file.raw();
    // SQLAlchemy leaves foreign keys unchecked, so links can point nowhere.
    raw.pragma_update(None, "foreign_keys", false).unwrap();
    raw.execute("INSERT INTO roles_users SELECT * FROM roles_users", []).unwrap();
    raw.execute("INSERT INTO roles_users VALUES (1, NULL), (NULL, 1), (1, 999)", []).unwrap();
    let admin = UserId::Int(1);
    let user = store.user(Lookup::Id(&admin)).await.unwrap().unwrap();
    assert_eq!(user.roles.iter().map(|role| role.id).collect::<Vec<_>>(), [1, 3]);
    assert!(store.grant(&admin, "reader", false).await.unwrap());
    assert!(!store.user(Lookup::Id(&admin)).await.unwrap().unwrap().has_role("reader"));
    assert!(store.delete_role("admin").await.unwrap());
    assert!(store.delete_user(&admin).await.unwrap());
}

#[tokio::test]
async fn a_foreign_writer_is_seen_at_once() {
    let file = File::copy_of(original());
    let store = file.open(Mode::Existing).await;
    let raw = file.raw();
    for name in ["first", "second"] {
        raw.execute("UPDATE user SET username = ? WHERE id = 1", [name]).unwrap();
        let user = store.user(Lookup::Id(&UserId::Int(1))).await.unwrap().unwrap();
        assert_eq!(user.username.as_deref(), Some(name));
    }
}
