//! Making, judging and upgrading tables.

use super::{File, REFERENCE_SCHEMA};
use crate::clock::Clock;
use crate::error::ErrorKind;
use crate::model::{NewUser, UserField};
use crate::store::sql::{Mode, SchemaVersion, SqlStore, TableNames};
use crate::store::{Lookup, Store};

/// The oldest models: no unified sign-in, no passkeys, a password is required.
const V1: &str = "
    CREATE TABLE role (id INTEGER PRIMARY KEY NOT NULL, name VARCHAR(80) NOT NULL UNIQUE,
        description VARCHAR(255), permissions TEXT,
        update_datetime DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP);
    CREATE TABLE user (id INTEGER PRIMARY KEY NOT NULL, email VARCHAR(255) NOT NULL UNIQUE,
        username VARCHAR(255), password VARCHAR(255) NOT NULL, active BOOLEAN NOT NULL,
        fs_uniquifier VARCHAR(64) NOT NULL UNIQUE, confirmed_at DATETIME, last_login_at DATETIME,
        current_login_at DATETIME, last_login_ip VARCHAR(64), current_login_ip VARCHAR(64),
        login_count INTEGER, tf_primary_method VARCHAR(64), tf_totp_secret VARCHAR(255),
        tf_phone_number VARCHAR(128),
        create_datetime DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
        update_datetime DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP);
    CREATE TABLE roles_users (user_id INTEGER REFERENCES user(id),
        role_id INTEGER REFERENCES role(id));";

const V2: &str = "ALTER TABLE user ADD COLUMN us_totp_secrets TEXT;
    ALTER TABLE user ADD COLUMN us_phone_number VARCHAR(128);";

/// As few columns as anything can work with.
const MINIMUM: &str = "
    CREATE TABLE role (id INTEGER PRIMARY KEY, name TEXT UNIQUE, description TEXT);
    CREATE TABLE user (id INTEGER PRIMARY KEY, email TEXT UNIQUE, password TEXT, active BOOLEAN,
        fs_uniquifier TEXT UNIQUE NOT NULL);
    CREATE TABLE roles_users (user_id INTEGER NOT NULL, role_id INTEGER NOT NULL,
        PRIMARY KEY (user_id, role_id));";

async fn inspect(file: &File) -> crate::store::Inspection {
    SqlStore::inspect(&file.url(), &TableNames::default()).await.unwrap()
}

fn columns(file: &File, table: &str) -> Vec<(String, String, bool, bool)> {
    let raw = file.raw();
    let sql = "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY name";
    let mut statement = raw.prepare(sql).unwrap();
    let rows = statement
        .query_map([table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .unwrap();
    rows.map(Result::unwrap).collect()
}

fn schema(file: &File) -> String {
    let sql = "SELECT group_concat(sql, ';') FROM sqlite_schema";
    file.raw().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[tokio::test]
async fn new_tables_are_those_of_the_reference() {
    let ours = File::absent();
    drop(ours.open(Mode::Create).await);
    let theirs = File::with(&REFERENCE_SCHEMA.replace("security_number INTEGER UNIQUE,", ""));
    for table in ["user", "role", "roles_users", "web_authn", "fs_refresh_tracker"] {
        assert_eq!(columns(&ours, table), columns(&theirs, table), "{table}");
    }
    let found = inspect(&ours).await;
    assert_eq!(found.version, SchemaVersion::V4);
    assert_eq!(found.capabilities, crate::store::Capabilities::FULL);
    assert!(found.gaps.is_empty() && found.obstacles.is_empty() && found.advice.is_empty());
    let raw = ours.raw();
    let count: i64 = raw
        .query_row("SELECT count(*) FROM pragma_foreign_key_list('web_authn')", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(count, 1);
    // A second start finds everything there.
    let before = schema(&ours);
    drop(ours.open(Mode::Create).await);
    drop(ours.open(Mode::Upgrade).await);
    assert_eq!(schema(&ours), before);
}

#[cfg(unix)]
#[tokio::test]
async fn a_new_file_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let file = File::absent();
    let store = file.open(Mode::Create).await;
    store.create_user(NewUser::new("joe@lp.com")).await.unwrap();
    for entry in std::fs::read_dir(file.path.parent().unwrap()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{:?}", entry.file_name());
    }
}

#[tokio::test]
async fn versions_are_told_apart() {
    let v3 = REFERENCE_SCHEMA.split("CREATE TABLE fs_refresh_tracker").next().unwrap();
    for (script, version) in [
        ("", SchemaVersion::Empty),
        (V1, SchemaVersion::V1),
        (&format!("{V1}{V2}"), SchemaVersion::V2),
        (v3, SchemaVersion::V3),
        (REFERENCE_SCHEMA, SchemaVersion::V4),
        (MINIMUM, SchemaVersion::Subset),
        ("CREATE TABLE user (id INTEGER PRIMARY KEY)", SchemaVersion::Subset),
    ] {
        assert_eq!(inspect(&File::with(script)).await.version, version, "{script}");
    }
}

#[tokio::test]
async fn a_subset_works_with_what_it_has() {
    let file = File::with(MINIMUM);
    let before = schema(&file);
    let store = file.open(Mode::Create).await;
    let can = *store.capabilities();
    assert!(!can.username && !can.trackable && !can.permissions && !can.passkeys);
    let joe = store.create_user(NewUser::new("joe@lp.com")).await.unwrap();
    assert_eq!((joe.update_datetime, joe.webauthn_handle.as_ref()), (None, None));
    store.create_role(crate::model::NewRole::new("editor")).await.unwrap();
    assert!(store.grant(&joe.id, "editor", true).await.unwrap());
    assert!(store.update_user(&joe.id, &[UserField::Active(false)], &[]).await.unwrap());
    let error = store.update_user(&joe.id, &[UserField::LoginCount(None)], &[]).await.unwrap_err();
    assert!(error.detail().contains("login_count"), "{error}");
    assert!(store.passkeys().unwrap().list(&joe.id).await.unwrap().is_empty());
    assert_eq!(store.refreshes().unwrap().find("f").await.unwrap(), None);
    let by = Lookup::Identity { attribute: "email", value: "JOE@lp.com", case_insensitive: true };
    assert!(store.user(by).await.unwrap().unwrap().has_role("editor"));
    assert!(store.delete_user(&joe.id).await.unwrap());
    assert_eq!(schema(&file), before, "nothing was added to it");
}

#[tokio::test]
async fn what_is_missing_is_listed() {
    let file = File::with(
        "CREATE TABLE user (id INTEGER PRIMARY KEY, email TEXT, active BOOLEAN, password TEXT);
         CREATE TABLE role (id INTEGER PRIMARY KEY, name TEXT, description TEXT);",
    );
    let error = file.open_with(&TableNames::default(), Mode::Existing).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Config);
    for text in ["column `fs_uniquifier` of table `user`", "table `roles_users`"] {
        assert!(error.detail().contains(text), "{error}");
    }
    assert!(!error.detail().contains("username"), "not essential: {error}");
    let found = inspect(&file).await;
    assert!(!found.is_usable());
    let list = found.to_string();
    assert!(list.contains("`username` of table `user` (needed for usernames)"), "{list}");
    assert!(list.contains("advice: `user.email` is not unique"), "{list}");
    let names = TableNames { extra_columns: vec!["number".into()], ..TableNames::default() };
    let error = file.open_with(&names, Mode::Existing).await.unwrap_err();
    assert!(error.detail().contains("`number`"), "{error}");
}

#[tokio::test]
async fn obstacles_are_told() {
    let extra = REFERENCE_SCHEMA.replace(
        "security_number INTEGER UNIQUE",
        "security_number INTEGER UNIQUE, tenant TEXT NOT NULL, plan TEXT NOT NULL DEFAULT 'free', \
         fs_token_uniquifier VARCHAR(64) UNIQUE NOT NULL",
    );
    let file = File::with(&extra);
    let found = inspect(&file).await;
    assert!(found.is_usable());
    assert_eq!(found.obstacles.len(), 1, "{found}");
    assert!(found.obstacles[0].contains("user.tenant"), "{found}");

    let names = TableNames {
        extra_columns: vec!["tenant".into(), "security_number".into()],
        ..TableNames::default()
    };
    let store = file.open_with(&names, Mode::Existing).await.unwrap();
    assert!(store.create_user(NewUser::new("joe@lp.com")).await.is_err());
    let mut new = NewUser::new("joe@lp.com");
    new.extra.insert("tenant".into(), "acme".into());
    new.extra.insert("security_number".into(), 7.into());
    let joe = store.create_user(new.clone()).await.unwrap();
    assert_eq!(joe.extra["tenant"], "acme");
    let token = joe.token_uniquifier.clone().unwrap();
    assert_ne!(token, joe.uniquifier);
    let found = store.user(Lookup::TokenUniquifier(&token)).await.unwrap();
    assert_eq!(found.as_ref(), Some(&joe));
    let by = Lookup::Identity { attribute: "tenant", value: "ACME", case_insensitive: true };
    assert_eq!(store.user(by).await.unwrap().as_ref(), Some(&joe));
    assert!(
        store
            .create_user(NewUser { email: "j@lp.com".into(), ..new })
            .await
            .unwrap_err()
            .is_conflict()
    );
    let extra = |number: i64| UserField::Extra("security_number".into(), number.into());
    assert!(store.update_user(&joe.id, &[extra(8)], &[extra(7)]).await.unwrap());
    assert!(!store.update_user(&joe.id, &[extra(9)], &[extra(7)]).await.unwrap());
}

#[tokio::test]
async fn a_required_password_is_an_obstacle() {
    let found = inspect(&File::with(V1)).await;
    assert!(found.obstacles.iter().any(|text| text.contains("user.password")), "{found}");
}

#[tokio::test]
async fn an_upgrade_adds_what_is_missing() {
    let v3 = REFERENCE_SCHEMA.split("CREATE TABLE fs_refresh_tracker").next().unwrap();
    for script in [V1, &format!("{V1}{V2}"), v3, REFERENCE_SCHEMA] {
        let row = "INSERT INTO user (id, email, password, active, fs_uniquifier) \
                   VALUES (1, 'old@lp.com', 'x', 1, 'u1')";
        let file = File::with(&format!("{script};{row};"));
        let store = file.open(Mode::Upgrade).await;
        let found = store.inspection();
        assert_eq!(found.version, SchemaVersion::V4);
        assert_eq!(found.capabilities, crate::store::Capabilities::FULL);
        assert!(!found.advice.iter().any(|text| text.contains("no index")), "{found}");
        let old = store.user(Lookup::Uniquifier("u1")).await.unwrap().unwrap();
        assert_eq!((old.email.as_str(), old.password.as_deref()), ("old@lp.com", Some("x")));
        let new = NewUser {
            password: Some("x".into()),
            us_phone_number: Some("+1".into()),
            ..NewUser::new("new@lp.com")
        };
        store.create_user(new).await.unwrap();
        let after = schema(&file);
        drop(file.open(Mode::Upgrade).await);
        assert_eq!(schema(&file), after, "a second upgrade has nothing to do");
    }
}

#[tokio::test]
async fn a_subset_is_made_whole() {
    let file = File::with(MINIMUM);
    let store = file.open(Mode::Upgrade).await;
    assert!(store.inspection().gaps.is_empty(), "{}", store.inspection());
    assert_eq!(*store.capabilities(), crate::store::Capabilities::FULL);
    let new = NewUser { username: Some("joe".into()), ..NewUser::new("joe@lp.com") };
    store.create_user(new.clone()).await.unwrap();
    let twin = NewUser { email: "j@lp.com".into(), ..new };
    assert!(store.create_user(twin).await.unwrap_err().is_conflict(), "a new column is unique");
}

#[tokio::test]
async fn an_upgrade_makes_tables_but_no_essential_columns() {
    let user = MINIMUM.split("CREATE TABLE roles_users").next().unwrap();
    let user = user.split("CREATE TABLE user").nth(1).unwrap();
    let file = File::with(&format!("CREATE TABLE user {user}"));
    let store = file.open(Mode::Upgrade).await;
    store.create_role(crate::model::NewRole::new("editor")).await.unwrap();
    let joe = store.create_user(NewUser::new("joe@lp.com")).await.unwrap();
    assert!(store.grant(&joe.id, "editor", true).await.unwrap());

    let file = File::with("CREATE TABLE user (id INTEGER PRIMARY KEY, email TEXT, active BOOLEAN)");
    let before = schema(&file);
    let error = file.open_with(&TableNames::default(), Mode::Upgrade).await.unwrap_err();
    assert!(error.detail().contains("`password`"), "{error}");
    assert!(!error.detail().contains("`role`"), "that could be made: {error}");
    assert_eq!(schema(&file), before);
}

#[tokio::test]
async fn names_and_places_that_cannot_be_are_refused() {
    let open = async |url: &str, names: TableNames, mode| {
        SqlStore::open(url, &names, Clock::system(), mode).await.unwrap_err()
    };
    let error = open(
        "sqlite::memory:",
        TableNames { user: "a;b".into(), ..TableNames::default() },
        Mode::Create,
    );
    assert_eq!(*error.await.kind(), ErrorKind::Config);
    let error = open(
        "sqlite::memory:",
        TableNames { user: "role".into(), ..TableNames::default() },
        Mode::Create,
    );
    assert_eq!(*error.await.kind(), ErrorKind::Config);
    let absent = File::absent();
    for mode in [Mode::Existing, Mode::Upgrade] {
        let error = open(&absent.url(), TableNames::default(), mode).await;
        assert_eq!(*error.kind(), ErrorKind::Store);
        let path = absent.path.display().to_string();
        for part in [path.as_str(), "there is no", "gatewright db create"] {
            assert!(error.detail().contains(part), "{error}");
        }
    }
    let error = SqlStore::inspect(&absent.url(), &TableNames::default()).await.unwrap_err();
    assert!(error.detail().contains("gatewright db create"), "{error}");
    assert!(!absent.path.exists(), "only `Create` makes a file");
    let text = File::absent();
    std::fs::write(&text.path, "this is no database, but a text that is long enough").unwrap();
    assert_eq!(
        *open(&text.url(), TableNames::default(), Mode::Create).await.kind(),
        ErrorKind::Store
    );
    let error = open("postgres://localhost/app", TableNames::default(), Mode::Create).await;
    assert_eq!(*error.kind(), ErrorKind::Config);
}
