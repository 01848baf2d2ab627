//! What every store must do, whatever the database: each function takes an empty one.

use std::slice::from_ref;

use jiff::civil::{DateTime, date};

use crate::error::ErrorKind;
use crate::model::{NewLetter, NewRole, NewUser, Passkey, Refresh, User, UserField, UserId};
use crate::store::{Filter, Lookup, Page, Purge, Store};

fn noon() -> DateTime {
    date(2026, 6, 15).at(12, 0, 0, 0)
}

async fn joe(store: &dyn Store) -> User {
    store.create_user(NewUser::new("joe@lp.com")).await.unwrap()
}

async fn by_id(store: &dyn Store, id: &UserId) -> User {
    store.user(Lookup::Id(id)).await.unwrap().unwrap()
}

fn email(value: &str, case_insensitive: bool) -> Lookup<'_> {
    Lookup::Identity { attribute: "email", value, case_insensitive }
}

pub(super) async fn creates_and_finds(store: &dyn Store) {
    let new = NewUser {
        username: Some("E\u{301}lan9".into()),
        password: Some("$argon2id$…".into()),
        us_phone_number: Some("+16505550123".into()),
        confirmed_at: Some(noon()),
        ..NewUser::new("josé@exämple.com")
    };
    let made = store.create_user(new).await.unwrap();
    assert!(made.active && made.roles.is_empty());
    assert_eq!(made.confirmed_at, Some(noon()));
    assert_eq!(made.create_datetime, made.update_datetime);
    let handle = made.webauthn_handle.clone().unwrap();
    for hex in [&made.uniquifier, &handle] {
        assert_eq!(hex.len(), 32);
        assert!(hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
    }
    assert_ne!(made.uniquifier, handle);
    let identity =
        |attribute, value| Lookup::Identity { attribute, value, case_insensitive: false };
    for by in [
        Lookup::Id(&made.id),
        Lookup::Uniquifier(&made.uniquifier),
        Lookup::Handle(&handle),
        identity("email", "josé@exämple.com"),
        identity("username", "E\u{301}lan9"),
        identity("us_phone_number", "+16505550123"),
    ] {
        assert_eq!(store.user(by).await.unwrap().as_ref(), Some(&made), "{by:?}");
    }
    for by in [
        Lookup::Id(&UserId::Int(i64::MAX)),
        Lookup::Id(&UserId::Text("x".into())),
        Lookup::Uniquifier(""),
        Lookup::TokenUniquifier(&made.uniquifier),
        identity("email", "José@exämple.com"),
        identity("username", "Élan9"),
        identity("email", "' OR 1=1 --"),
    ] {
        assert_eq!(store.user(by).await.unwrap(), None, "{by:?}");
    }
    let unknown = store.user(identity("password", "x")).await.unwrap_err();
    assert_eq!(*unknown.kind(), ErrorKind::Config);
    assert_eq!(store.count_users().await.unwrap(), 1);
    store.ping().await.unwrap();
}

pub(super) async fn ignores_case(store: &dyn Store) {
    let mut ids = Vec::new();
    for address in [
        "JOE@lp.com",
        "Joe@lp.com",
        "joe@lp.com",
        "joel@lp.com",
        "jo@lp.com",
        "zé@x.y",
        "Ä@x.y",
        "ä@x.y",
        "älter@x.y",
    ] {
        ids.push(store.create_user(NewUser::new(address)).await.unwrap().id);
    }
    for (value, at) in [
        ("joe@LP.com", Some(0)),
        ("joe@lp.com", Some(0)),
        ("JOEL@LP.COM", Some(3)),
        ("Jo@lp.com", Some(4)),
        ("Zé@X.Y", Some(5)),
        ("ZÉ@x.y", Some(5)),
        // Beyond ASCII, who is written so goes before who differs in case.
        ("Ä@x.y", Some(6)),
        ("ä@X.y", Some(7)),
        ("ÄLTER@x.y", Some(8)),
        ("ze@x.y", None),
        ("", None),
        ("joe", None),
        ("zz@lp.com", None),
    ] {
        let found = store.user(email(value, true)).await.unwrap().map(|user| user.id);
        assert_eq!(found, at.map(|at: usize| ids[at].clone()), "{value}");
    }
    for (value, at) in [("joe@lp.com", vec![0, 1, 2]), ("ä@X.y", vec![6, 7]), ("zz@lp.com", vec![])]
    {
        let all: Vec<_> = at.into_iter().map(|at: usize| ids[at].clone()).collect();
        assert_eq!(store.namesakes("email", value).await.unwrap(), all, "{value}");
    }
    store.delete_user(&ids[0]).await.unwrap();
    let found = store.user(email("joe@lp.com", true)).await.unwrap().unwrap();
    assert_eq!(found.id, ids[1], "the lowest key that is left");
}

/// Names that stand between the spellings of one, so that an index cannot be jumped through quickly.
pub(super) async fn ignores_case_whatever_others_are_called(store: &dyn Store) {
    let named = |name: String| NewUser {
        username: Some(name.clone()),
        ..NewUser::new(format!("{name}@lp.com"))
    };
    let owner = store.create_user(named("иваниван".into())).await.unwrap();
    let first = |c: char| c.to_uppercase().next().unwrap_or(c);
    for mask in 0..200_u32 {
        let spelt = "иваниван".chars().enumerate();
        let spelt: String =
            spelt.map(|(at, c)| if mask & (1 << at) == 0 { c } else { first(c) }).collect();
        store.create_user(named(format!("{spelt}{mask}"))).await.unwrap();
    }
    for spelling in ["Иваниван", "ИВАНИВАН", "иванИВАН", "иваниван"]
    {
        let by =
            Lookup::Identity { attribute: "username", value: spelling, case_insensitive: true };
        let found = store.user(by).await.unwrap().map(|user| user.id);
        assert_eq!(found.as_ref(), Some(&owner.id), "{spelling}");
    }
    for (one, other) in [("STRAẞE@lp.com", "straße@lp.com"), ("ἀᾳδ@lp.com", "Ἀᾼδ@lp.com")]
    {
        let made = store.create_user(NewUser::new(one)).await.unwrap();
        let found = store.user(email(other, true)).await.unwrap();
        assert_eq!(found.map(|user| user.id), Some(made.id), "{other}");
    }
}

pub(super) async fn keeps_unique(store: &dyn Store) {
    let joe = store
        .create_user(NewUser { username: Some("joe".into()), ..NewUser::new("joe@lp.com") })
        .await
        .unwrap();
    let jim = store.create_user(NewUser::new("jim@lp.com")).await.unwrap();
    for new in [
        NewUser::new("joe@lp.com"),
        NewUser { username: Some("joe".into()), ..NewUser::new("a@lp.com") },
        NewUser { uniquifier: Some(joe.uniquifier.clone()), ..NewUser::new("a@lp.com") },
        NewUser { id: Some(joe.id.clone()), ..NewUser::new("a@lp.com") },
    ] {
        assert!(store.create_user(new).await.unwrap_err().is_conflict());
    }
    let set = [UserField::Email("joe@lp.com".into())];
    assert!(store.update_user(&jim.id, &set, &[]).await.unwrap_err().is_conflict());
    store.create_role(NewRole::new("editor")).await.unwrap();
    assert!(store.create_role(NewRole::new("editor")).await.unwrap_err().is_conflict());
    assert_eq!(store.count_users().await.unwrap(), 2);
}

pub(super) async fn creates_many(store: &dyn Store) {
    store.create_role(NewRole::new("editor")).await.unwrap();
    let new = |email: &str, role: &str| NewUser {
        roles: vec![role.into()],
        fields: vec![UserField::CreateDatetime(Some(noon()))],
        ..NewUser::new(email)
    };
    let people = (0..100).map(|n| new(&format!("user{n}@lp.com"), "editor")).collect();
    assert!(store.create_users(people).await.unwrap().iter().all(Result::is_ok));
    assert_eq!(store.count_users().await.unwrap(), 100);
    // Whom the others stand in the way of is not created; the rest is.
    let people = ["a@lp.com", "user7@lp.com", "b@lp.com", "b@lp.com"].map(|it| new(it, "editor"));
    let people = people.into_iter().chain([new("c@lp.com", "nobody"), new("d@lp.com", "editor")]);
    let outcomes = store.create_users(people.collect()).await.unwrap();
    let done: Vec<bool> = outcomes.iter().map(Result::is_ok).collect();
    assert_eq!(done, [true, false, true, false, false, true]);
    assert!(outcomes[1].as_ref().unwrap_err().is_conflict());
    // Nor has a column that is not there any other effect.
    let mut strange = NewUser::new("e@lp.com");
    strange.extra.insert("nowhere".into(), serde_json::json!(1));
    let outcomes = store.create_users(vec![strange, NewUser::new("f@lp.com")]).await.unwrap();
    assert_eq!(*outcomes[0].as_ref().unwrap_err().kind(), ErrorKind::Config);
    assert!(outcomes[1].is_ok());
    assert!(store.create_users(Vec::new()).await.unwrap().is_empty());
    assert_eq!(store.count_users().await.unwrap(), 104);
    let by = Lookup::Identity { attribute: "email", value: "d@lp.com", case_insensitive: true };
    let last = store.user(by).await.unwrap().unwrap();
    assert!(last.has_role("editor"));
    assert_eq!(last.create_datetime, Some(noon()));
}

pub(super) async fn sets_if(store: &dyn Store) {
    let joe = joe(store).await;
    let set = [UserField::Password(Some("new".into())), UserField::ConfirmedAt(Some(noon()))];
    let when = [UserField::Password(None), UserField::ConfirmedAt(None), UserField::Active(true)];
    assert!(store.update_user(&joe.id, &set, &when).await.unwrap());
    assert!(!store.update_user(&joe.id, &set, &when).await.unwrap(), "no longer as it was");
    let now = by_id(store, &joe.id).await;
    assert_eq!(now.password.as_deref(), Some("new"));
    assert_eq!(now.confirmed_at, Some(noon()));
    assert!(now.update_datetime > joe.update_datetime);
    assert_eq!(now.create_datetime, joe.create_datetime);

    // Exactly one column of the condition differs.
    let wrong = [UserField::ConfirmedAt(Some(noon())), UserField::Active(false)];
    assert!(!store.update_user(&joe.id, &[UserField::Active(false)], &wrong).await.unwrap());
    let right = [UserField::ConfirmedAt(Some(noon())), UserField::LoginCount(None)];
    let set = [
        UserField::LoginCount(Some(1)),
        UserField::CurrentLoginIp(Some("2001:db8::1".into())),
        UserField::CurrentLoginAt(Some(noon())),
        UserField::Username(Some("joe".into())),
    ];
    assert!(store.update_user(&joe.id, &set, &right).await.unwrap());
    let now = by_id(store, &joe.id).await;
    assert_eq!((now.login_count, now.current_login_at), (Some(1), Some(noon())));
    assert_eq!(now.identity("username"), Some("joe"));
    assert!(store.update_user(&joe.id, &[], &[UserField::LoginCount(Some(1))]).await.unwrap());
    assert!(!store.update_user(&UserId::Int(999), &set, &[]).await.unwrap());
}

pub(super) async fn keeps_lists_and_nulls(store: &dyn Store) {
    let joe = joe(store).await;
    assert_eq!(joe.mf_recovery_codes, None);
    let codes = |codes: &[&str]| {
        UserField::MfRecoveryCodes(Some(codes.iter().map(|code| (*code).into()).collect()))
    };
    let steps = [
        UserField::MfRecoveryCodes(None),
        codes(&["a", "b", "b"]),
        codes(&["a", "b"]),
        codes(&[]),
        UserField::MfRecoveryCodes(None),
    ];
    for pair in steps.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        let (set, when) = (from_ref(after), from_ref(before));
        assert!(store.update_user(&joe.id, set, when).await.unwrap());
        let UserField::MfRecoveryCodes(wanted) = after else { panic!() };
        assert_eq!(by_id(store, &joe.id).await.mf_recovery_codes, *wanted);
    }
}

pub(super) async fn guards_columns(store: &dyn Store) {
    let joe = joe(store).await;
    for column in ["password", "no_such", "email\"=\"x"] {
        let field = UserField::Extra(column.into(), "x".into());
        let error = store.update_user(&joe.id, from_ref(&field), &[]).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Config, "{column}");
        assert!(store.update_user(&joe.id, &[], &[field]).await.is_err());
        let mut new = NewUser::new("jim@lp.com");
        new.extra.insert(column.into(), "x".into());
        assert!(store.create_user(new).await.is_err());
    }
    let twice = NewUser { fields: vec![UserField::Active(false)], ..NewUser::new("jim@lp.com") };
    assert!(store.create_user(twice).await.is_err());
    // Without the column, tokens follow the other uniquifier and this changes nothing.
    let field = UserField::TokenUniquifier(Some("x".into()));
    assert!(store.update_user(&joe.id, &[field], &[]).await.unwrap());
}

pub(super) async fn gives_roles(store: &dyn Store) {
    let joe = joe(store).await;
    let permissions = Some(vec!["read".into(), "write".into(), "read".into()]);
    let editor =
        NewRole { permissions, description: Some("May edit".into()), ..NewRole::new("editor") };
    let editor = store.create_role(editor).await.unwrap();
    assert_eq!(editor.permissions, ["read", "write", "read"]);
    store.create_role(NewRole::new("reader")).await.unwrap();

    assert!(store.grant(&joe.id, "reader", true).await.unwrap());
    assert!(store.grant(&joe.id, "editor", true).await.unwrap());
    assert!(!store.grant(&joe.id, "editor", true).await.unwrap(), "has it already");
    let now = by_id(store, &joe.id).await;
    assert_eq!(now.roles.iter().map(|role| &*role.name).collect::<Vec<_>>(), ["editor", "reader"]);
    assert!(now.has_role("reader") && !now.has_role("Reader"));
    assert!(now.has_permission("write") && !now.has_permission("writ"));
    assert_eq!(now.permissions().collect::<Vec<_>>(), ["read", "write", "read"]);

    assert!(store.grant(&joe.id, "editor", false).await.unwrap());
    assert!(!store.grant(&joe.id, "editor", false).await.unwrap());
    assert!(!store.grant(&joe.id, "nobody", false).await.unwrap());
    assert!(!by_id(store, &joe.id).await.has_role("editor"));
    for (id, role) in [(&joe.id, "nobody"), (&UserId::Int(999), "editor")] {
        let error = store.grant(id, role, true).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::NotFound);
    }
}

pub(super) async fn writes_roles_once(store: &dyn Store) {
    let joe = joe(store).await;
    let seen = store.create_role(NewRole::new("editor")).await.unwrap();
    assert!(seen.permissions.is_empty());
    let mut mine = seen.clone();
    mine.permissions.push("mine".into());
    let mut theirs = seen;
    theirs.permissions.push("theirs".into());
    assert!(store.put_role(&mine).await.unwrap());
    assert!(!store.put_role(&theirs).await.unwrap(), "written meanwhile");
    let now = store.role("editor").await.unwrap().unwrap();
    assert_eq!(now.permissions, ["mine"]);
    assert!(store.put_role(&crate::model::Role { name: "author".into(), ..now }).await.unwrap());
    assert_eq!(store.role("editor").await.unwrap(), None);

    store.grant(&joe.id, "author", true).await.unwrap();
    assert!(store.delete_role("author").await.unwrap());
    assert!(!store.delete_role("author").await.unwrap());
    assert!(by_id(store, &joe.id).await.roles.is_empty());
    assert!(store.roles().await.unwrap().is_empty());
}

pub(super) async fn creates_all_or_nothing(store: &dyn Store) {
    store.create_role(NewRole::new("editor")).await.unwrap();
    let roles = vec!["editor".into(), "nobody".into()];
    let error = store.create_user(NewUser { roles, ..NewUser::new("a@b.c") }).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NotFound);
    assert!(error.detail().contains("nobody"));
    assert_eq!(store.count_users().await.unwrap(), 0);
    let roles = vec!["editor".into(), "editor".into()];
    let user = store.create_user(NewUser { roles, ..NewUser::new("a@b.c") }).await.unwrap();
    assert_eq!(user.roles.len(), 1);
    let fields = vec![UserField::TfTotpSecret(Some("secret".into()))];
    let user = store.create_user(NewUser { fields, ..NewUser::new("d@b.c") }).await.unwrap();
    assert_eq!(user.tf_totp_secret.as_deref(), Some("secret"));
    assert!(!format!("{user:?}").contains("secret"));
}

fn passkey(user: &User, name: &str) -> Passkey {
    Passkey {
        id: 0,
        user_id: user.id.clone(),
        credential_id: [name.as_bytes(), &[0, 0xff]].concat(),
        public_key: vec![0xa5, 0, 1],
        sign_count: Some(7),
        transports: Some(vec!["usb".into(), "nfc".into()]),
        backup_state: false,
        device_type: "single_device".into(),
        extensions: Some("{}".into()),
        create_datetime: None,
        lastuse_datetime: noon(),
        name: name.into(),
        usage: "first".into(),
    }
}

fn family(user: &User, family: &str) -> Refresh {
    Refresh {
        id: 0,
        user_id: user.id.clone(),
        family: family.into(),
        generation: Some(1),
        expires_at: noon(),
        revoked_at: None,
        last_used_at: noon(),
        create_datetime: None,
        name: "default".into(),
    }
}

pub(super) async fn deletes_everything(store: &dyn Store) {
    let joe = joe(store).await;
    let jim = store.create_user(NewUser::new("jim@lp.com")).await.unwrap();
    store.create_role(NewRole::new("editor")).await.unwrap();
    for user in [&joe, &jim] {
        store.grant(&user.id, "editor", true).await.unwrap();
        store.passkeys().unwrap().create(&passkey(user, &user.email)).await.unwrap();
        store.refreshes().unwrap().create(&family(user, &user.email)).await.unwrap();
    }
    assert!(store.delete_user(&joe.id).await.unwrap());
    assert!(!store.delete_user(&joe.id).await.unwrap());
    assert_eq!(store.user(Lookup::Id(&joe.id)).await.unwrap(), None);
    assert!(store.passkeys().unwrap().list(&joe.id).await.unwrap().is_empty());
    assert!(store.refreshes().unwrap().list(&joe.id).await.unwrap().is_empty());
    assert!(by_id(store, &jim.id).await.has_role("editor"));
    assert_eq!(store.passkeys().unwrap().list(&jim.id).await.unwrap().len(), 1);
    assert_eq!(store.refreshes().unwrap().list(&jim.id).await.unwrap().len(), 1);
}

pub(super) async fn keeps_passkeys(store: &dyn Store) {
    let passkeys = store.passkeys().unwrap();
    let joe = joe(store).await;
    let new = passkey(&joe, "Blue key");
    let made = passkeys.create(&new).await.unwrap();
    let create_datetime = made.create_datetime;
    assert!(create_datetime.is_some());
    assert_eq!(made, Passkey { id: made.id, create_datetime, ..new.clone() });
    assert!(passkeys.create(&new).await.unwrap_err().is_conflict());
    let stranger = Passkey { user_id: UserId::Int(999), ..passkey(&joe, "stranger") };
    assert!(passkeys.create(&stranger).await.is_err());
    let bare =
        Passkey { sign_count: None, transports: None, extensions: None, ..passkey(&joe, "bare") };
    let bare = passkeys.create(&bare).await.unwrap();
    assert_eq!((bare.sign_count, &bare.transports, &bare.extensions), (None, &None, &None));
    assert_eq!(passkeys.list(&joe.id).await.unwrap(), [made.clone(), bare.clone()]);

    let used = Passkey { sign_count: Some(8), backup_state: true, ..made };
    assert!(passkeys.note_use(&used, Some(7)).await.unwrap());
    assert!(!passkeys.note_use(&used, Some(7)).await.unwrap(), "the counter was seen before");
    assert_eq!(passkeys.find(&used.credential_id).await.unwrap(), Some(used));
    assert!(
        passkeys.note_use(&Passkey { sign_count: Some(1), ..bare.clone() }, None).await.unwrap()
    );
    assert!(!passkeys.note_use(&bare, None).await.unwrap());

    assert!(passkeys.delete(&joe.id, "bare").await.unwrap());
    assert!(!passkeys.delete(&joe.id, "bare").await.unwrap());
    assert_eq!(passkeys.delete_all(&joe.id).await.unwrap(), 1);
    assert_eq!(passkeys.find(b"nothing").await.unwrap(), None);
}

pub(super) async fn keeps_refresh_families(store: &dyn Store) {
    let families = store.refreshes().unwrap();
    let joe = joe(store).await;
    let later = date(2026, 6, 15).at(12, 0, 1, 5_000);
    let new = family(&joe, "f1");
    let made = families.create(&new).await.unwrap();
    assert_eq!(made, Refresh { id: made.id, create_datetime: made.create_datetime, ..new.clone() });
    assert!(families.create(&new).await.unwrap_err().is_conflict());
    assert!(families.exchange("f1", Some(1), later).await.unwrap());
    assert!(!families.exchange("f1", Some(1), later).await.unwrap(), "an old generation");
    let now = families.find("f1").await.unwrap().unwrap();
    assert_eq!((now.generation, now.last_used_at), (Some(2), later));
    assert_eq!(now.expires_at, made.expires_at);

    let odd = Refresh { generation: None, ..family(&joe, "f2") };
    families.create(&odd).await.unwrap();
    assert!(!families.exchange("f2", Some(0), later).await.unwrap());
    assert!(families.exchange("f2", None, later).await.unwrap());
    assert_eq!(families.find("f2").await.unwrap().unwrap().generation, Some(1));

    assert!(families.revoke("f1", later).await.unwrap());
    assert!(!families.revoke("f1", later).await.unwrap());
    assert!(!families.exchange("f1", Some(2), later).await.unwrap(), "revoked");
    assert_eq!(families.revoke_all(&joe.id, later).await.unwrap(), 1);
    assert_eq!(families.find("f2").await.unwrap().unwrap().revoked_at, Some(later));

    let lasting = Refresh { expires_at: date(2027, 1, 1).at(0, 0, 0, 0), ..family(&joe, "f3") };
    families.create(&lasting).await.unwrap();
    assert_eq!(families.purge(&Purge::default()).await.unwrap(), 0);
    let nobody = UserId::Int(999);
    let purge = Purge::default().of(&nobody).expired_before(later).revoked();
    assert_eq!(families.purge(&purge).await.unwrap(), 0);
    let purge = Purge::default().of(&joe.id).expired_before(later);
    assert_eq!(families.purge(&purge.clone().at_most(1)).await.unwrap(), 1);
    assert_eq!(families.purge(&purge).await.unwrap(), 1);
    families.revoke("f3", later).await.unwrap();
    assert_eq!(families.purge(&Purge::default().revoked()).await.unwrap(), 1);
}

pub(super) async fn hands_out_once(store: &dyn Store) {
    let once = store.once();
    // Far ahead: issuing clears away what the clock says is over.
    let now = date(2090, 1, 1).at(0, 0, 0, 0);
    let (soon, late) = (date(2090, 1, 1).at(0, 0, 0, 1_000), date(2090, 1, 1).at(0, 0, 1, 0));
    assert_eq!(once.consume("link", b"key", now).await.unwrap(), None);
    once.issue("link", b"key", soon, "payload").await.unwrap();
    assert!(once.issue("link", b"key", late, "other").await.unwrap_err().is_conflict());
    once.issue("code", b"key", late, "").await.unwrap();
    assert_eq!(once.peek("link", b"key", now).await.unwrap().as_deref(), Some("payload"));
    assert_eq!(once.consume("link", b"other", now).await.unwrap(), None);
    assert_eq!(once.consume("link", b"key", soon).await.unwrap(), None, "over at that moment");
    assert_eq!(once.consume("link", b"key", now).await.unwrap().as_deref(), Some("payload"));
    assert_eq!(once.consume("link", b"key", now).await.unwrap(), None);
    assert_eq!(once.peek("link", b"key", now).await.unwrap(), None);
    assert_eq!(once.consume("code", b"key", soon).await.unwrap().as_deref(), Some(""));

    let past = date(2020, 1, 1).at(0, 0, 0, 0);
    once.issue("link", b"old", past, "old").await.unwrap();
    once.issue("link", b"old", late, "new").await.unwrap();
    assert_eq!(once.consume("link", b"old", now).await.unwrap().as_deref(), Some("new"));
}

pub(super) async fn keeps_letters(store: &dyn Store) {
    let mails = store.mails().unwrap();
    let at = |minute: i8| date(2026, 6, 15).at(12, minute, 0, 0);
    assert_eq!(mails.claim(at(0), at(5)).await.unwrap(), None);
    assert_eq!(mails.purge(at(0)).await.unwrap(), 0);
    mails.enqueue(&[letter("b", at(1)), letter("a", at(0))]).await.unwrap();
    assert!(mails.enqueue(&[letter("c", at(1)), letter("a", at(0))]).await.is_err());

    // The one that is due first, once, until its lease is over.
    let first = mails.claim(at(0), at(5)).await.unwrap().unwrap();
    assert_eq!((first.id.as_str(), first.attempts, first.claimed), ("a", 1, true));
    assert_eq!(mails.claim(at(0), at(5)).await.unwrap(), None);
    let again = mails.claim(at(5), at(9)).await.unwrap().unwrap();
    assert_eq!(again.id, "b", "the longest due comes first");
    let again = mails.claim(at(5), at(9)).await.unwrap().unwrap();
    assert_eq!((again.id.as_str(), again.attempts), ("a", 2));

    // Whoever was too slow has no say any more.
    assert!(!mails.sent("a", 1).await.unwrap());
    assert!(!mails.failed("a", 1, "late", at(6), None).await.unwrap());
    assert!(mails.failed("a", 2, "busy", at(6), Some(at(7))).await.unwrap());
    assert!(mails.sent("b", 1).await.unwrap());
    assert!(!mails.sent("b", 1).await.unwrap());
    let waiting = mails.list(false, "", 10).await.unwrap();
    assert_eq!(waiting.len(), 1, "nothing of the refused transaction");
    assert_eq!(waiting[0].last_error.as_deref(), Some("busy"));
    assert_eq!((waiting[0].due_at, waiting[0].claimed), (Some(at(7)), false));
    assert_eq!(mails.list(false, "a", 10).await.unwrap(), []);

    // Given up, and tried again because somebody says so.
    let third = mails.claim(at(7), at(12)).await.unwrap().unwrap();
    assert_eq!(mails.retry(None, at(8), at(59)).await.unwrap(), 0, "it is being sent");
    assert!(mails.failed("a", third.attempts, "no", at(8), None).await.unwrap());
    assert_eq!(mails.claim(at(59), at(59)).await.unwrap(), None);
    assert_eq!(mails.list(true, "", 10).await.unwrap()[0].failed_at, Some(at(8)));
    assert_eq!(mails.retry(Some("b"), at(8), at(59)).await.unwrap(), 0);
    assert_eq!(mails.retry(Some("a"), at(8), at(59)).await.unwrap(), 1);
    let fourth = mails.claim(at(8), at(12)).await.unwrap().unwrap();
    assert_eq!((fourth.attempts, fourth.give_up_at, fourth.failed_at), (4, at(59), None));
    assert!(mails.failed("a", 4, "no", at(9), None).await.unwrap());
    assert_eq!(mails.purge(at(8)).await.unwrap(), 0);
    assert_eq!(mails.purge(at(9)).await.unwrap(), 1);
    assert_eq!(mails.list(true, "", 10).await.unwrap(), []);

    // With a change, all or nothing.
    let joe = NewUser::new("joe@lp.com");
    let joe = store.create_user_with(joe, &[letter("d", at(0))]).await.unwrap();
    let again = store.create_user_with(NewUser::new("joe@lp.com"), &[letter("e", at(0))]).await;
    assert!(again.unwrap_err().is_conflict());
    let (set, when) = ([UserField::Active(false)], [UserField::Active(true)]);
    for (id, changed) in [("f", true), ("g", false)] {
        let letters = [letter(id, at(0))];
        assert_eq!(store.update_user_with(&joe.id, &set, &when, &letters).await.unwrap(), changed);
    }
    let waiting = mails.list(false, "", 10).await.unwrap();
    let ids: Vec<&str> = waiting.iter().map(|letter| letter.id.as_str()).collect();
    assert_eq!(ids, ["d", "f"]);
}

pub(super) fn letter(id: &str, due_at: DateTime) -> NewLetter {
    NewLetter {
        id: id.to_owned(),
        kind: "mail".to_owned(),
        recipient: "joe@lp.com".to_owned(),
        payload: "sealed".to_owned(),
        created_at: due_at,
        due_at,
        give_up_at: due_at,
        claimed: false,
    }
}

pub(super) async fn lists_in_pages(store: &dyn Store) {
    store.create_role(NewRole::new("even")).await.unwrap();
    store.create_role(NewRole::new("all")).await.unwrap();
    for n in 0..7 {
        let mut roles = vec!["all".to_owned()];
        roles.extend((n % 2 == 0).then(|| "even".to_owned()));
        let new = NewUser {
            roles,
            active: n != 3,
            confirmed_at: (n < 2).then(noon),
            username: (n == 6).then(|| "A_100%!".into()),
            ..NewUser::new(format!("User{n}@lp.com"))
        };
        store.create_user(new).await.unwrap();
    }
    let emails = async |filter: Filter, page: Page| {
        let users = store.users(&filter, &page).await.unwrap();
        let digit =
            |user: &User| user.email.chars().filter(char::is_ascii_digit).collect::<String>();
        users.iter().map(digit).collect::<String>()
    };
    let all = Filter::default;
    let whole = Page::default;
    assert_eq!(emails(all(), whole()).await, "0123456");
    assert_eq!(emails(all(), Page { after: None, limit: 3 }).await, "012");
    let third = store.users(&all(), &Page { after: None, limit: 3 }).await.unwrap().remove(2);
    assert_eq!(third.roles.len(), 2, "a page counts users, not rows");
    assert_eq!(emails(all(), Page { after: Some(third.id), limit: 3 }).await, "345");
    assert_eq!(emails(Filter { role: Some("even".into()), ..all() }, whole()).await, "0246");
    assert_eq!(emails(Filter { active: Some(false), ..all() }, whole()).await, "3");
    assert_eq!(emails(Filter { confirmed: Some(true), ..all() }, whole()).await, "01");
    assert_eq!(emails(Filter { confirmed: Some(false), ..all() }, whole()).await, "23456");
    for (text, wanted) in
        [("USER4", "4"), ("lp.com", "0123456"), ("_100%!", "6"), ("%", "6"), ("_", "6"), ("x", "")]
    {
        assert_eq!(
            emails(Filter { text: Some(text.into()), ..all() }, whole()).await,
            wanted,
            "{text}"
        );
    }
    let both = Filter {
        text: Some("user".into()),
        active: Some(true),
        role: Some("even".into()),
        ..all()
    };
    assert_eq!(emails(both, Page { after: None, limit: 2 }).await, "02");
}
