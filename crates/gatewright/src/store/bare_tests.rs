//! A store of an application's own that keeps users and roles, and nothing beside them.

use async_trait::async_trait;
use serde_json::json;

use crate::clock::Clock;
use crate::config::Preset::{Flask, Recommended};
use crate::error::Result;
use crate::model::{NewRole, NewUser, Role, User, UserField, UserId};
use crate::store::{Capabilities, Filter, Lookup, Mode, Once, Page, SqlStore, Store, TableNames};
use crate::testing::TestApp;

struct Bare(SqlStore, Capabilities);

impl Bare {
    async fn new() -> Self {
        let (names, clock) = (TableNames::default(), Clock::system());
        let store = SqlStore::open("sqlite::memory:", &names, clock, Mode::Create).await.unwrap();
        let has = Capabilities { passkeys: false, refresh_tokens: false, ..*store.capabilities() };
        Self(store, has)
    }
}

#[async_trait]
impl Store for Bare {
    async fn user(&self, by: Lookup<'_>) -> Result<Option<User>> {
        self.0.user(by).await
    }

    async fn users(&self, filter: &Filter, page: &Page) -> Result<Vec<User>> {
        self.0.users(filter, page).await
    }

    async fn count_users(&self) -> Result<u64> {
        self.0.count_users().await
    }

    async fn create_user(&self, new: NewUser) -> Result<User> {
        self.0.create_user(new).await
    }

    async fn update_user(
        &self,
        id: &UserId,
        set: &[UserField],
        when: &[UserField],
    ) -> Result<bool> {
        self.0.update_user(id, set, when).await
    }

    async fn delete_user(&self, id: &UserId) -> Result<bool> {
        self.0.delete_user(id).await
    }

    async fn role(&self, name: &str) -> Result<Option<Role>> {
        self.0.role(name).await
    }

    async fn roles(&self) -> Result<Vec<Role>> {
        self.0.roles().await
    }

    async fn create_role(&self, new: NewRole) -> Result<Role> {
        self.0.create_role(new).await
    }

    async fn put_role(&self, role: &Role) -> Result<bool> {
        self.0.put_role(role).await
    }

    async fn delete_role(&self, name: &str) -> Result<bool> {
        self.0.delete_role(name).await
    }

    async fn grant(&self, id: &UserId, role: &str, granted: bool) -> Result<bool> {
        self.0.grant(id, role, granted).await
    }

    fn once(&self) -> &dyn Once {
        self.0.once()
    }

    async fn ping(&self) -> Result<()> {
        self.0.ping().await
    }

    fn capabilities(&self) -> &Capabilities {
        &self.1
    }
}

/// The life of an account, with what the errors of such a store say switched off.
#[tokio::test]
async fn users_alone_are_enough_for_an_account() {
    const EMAIL: &str = "joe@lp.com";
    let (old, new) = ("correct horse battery", "purple elephant stapler");
    for preset in [Flask, Recommended] {
        let store = Bare::new().await;
        let app = TestApp::with(preset, |mut builder| {
            for (key, value) in [
                ("SESSION_STORE", json!("cookie")),
                ("LOCKOUT_THRESHOLD", json!(false)),
                ("AUDIT_LOG", json!(false)),
                ("CHANGE_EMAIL_UNDO_WITHIN", json!(false)),
                ("ACCOUNT_CLOSING_GRACE", json!(false)),
                ("SERVER_NAME", json!("localhost")),
                ("SECURITY_REGISTERABLE", json!(true)),
                ("SECURITY_RECOVERABLE", json!(true)),
                ("SECURITY_CHANGEABLE", json!(true)),
            ] {
                builder = builder.setting(key, value);
            }
            builder.store(store)
        })
        .await;
        let typed = json!({ "email": EMAIL, "password": old, "password_confirm": old });
        // The second time it is taken.
        for _ in 0..2 {
            let status = app.browser().post_json("/register", &typed).await.status;
            assert!(!status.is_server_error(), "{preset:?}: {status}");
        }
        let mut tab = app.browser();
        tab.post_json("/login", &json!({ "email": EMAIL, "password": old })).await.is(200);
        let body = json!({ "password": old, "new_password": new, "new_password_confirm": new });
        tab.post_json("/change", &body).await.is(200);
        for email in [EMAIL, "nobody@lp.com"] {
            let status = app.browser().post_json("/reset", &json!({ "email": email })).await.status;
            assert!(!status.is_server_error(), "{preset:?}: {status}");
        }
        let path = app.outbox().last().path();
        let body = json!({ "password": old, "password_confirm": old });
        app.browser().post_json(&path, &body).await.is(200);
        app.browser()
            .post_json("/login", &json!({ "email": EMAIL, "password": "wrong" }))
            .await
            .is(400);
        let joe = app.find(EMAIL).await.unwrap();
        assert!(app.security().sign_out_everywhere(&joe).await.unwrap());
        assert!(app.security().suspend(&joe).await.unwrap());
        assert!(!app.security().suspend(&joe).await.unwrap());
        assert!(app.security().activate(&joe).await.unwrap());
        app.security().personal_data(&joe).await.unwrap();
        app.security().tidy().await.unwrap();
        assert!(app.security().delete_user(&joe).await.unwrap());
    }
}
