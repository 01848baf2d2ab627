//! What is stored about a user, for the user: the right of access (GDPR, article 15).

use jiff::civil::DateTime;
use serde_json::{Map, Value, json};

use crate::authn::refresh::{self, State};
use crate::config::SessionStore;
use crate::error::Result;
use crate::model::{Activity, Letter, Passkey, Refresh, ServerSession, User, UserId};
use crate::security::Security;
use crate::text::agent;

/// Letters that wait for the user, or were given up.
const MOST_LETTERS: u32 = 500;

/// Entries of the audit log, the newest ones.
const MOST_ENTRIES: u32 = 1_000;

impl Security {
    /// Everything that is stored about a user, as JSON for the user: the columns of the account, with
    /// the application's own, roles, sessions, passkeys, families of refresh tokens, mails that wait,
    /// and the last 1,000 entries of the audit log. Times are UTC.
    ///
    /// What opens something is named as present or absent and never shown: the password's hash, the
    /// secrets of second factors, recovery codes, and what sessions and tokens are known by. What the
    /// application keeps in tables of its own is the application's to add.
    ///
    /// ```
    /// # use gatewright::{Result, Security, User};
    /// # use serde_json::{Map, Value};
    /// async fn download(security: &Security, user: &User) -> Result<Map<String, Value>> {
    ///     let mut data = security.personal_data(user).await?;
    ///     data.insert("orders".to_owned(), Value::Array(Vec::new()));
    ///     Ok(data)
    /// }
    /// ```
    ///
    /// # Errors
    /// The store failed.
    pub async fn personal_data(&self, user: &User) -> Result<Map<String, Value>> {
        let (store, now) = (self.store(), self.clock().utc());
        let has = store.capabilities();
        let mut data = Map::new();
        data.insert("account".to_owned(), Value::Object(account(user)));
        data.insert("secrets".to_owned(), secrets(user));
        let roles = user.roles.iter().map(|role| {
            json!({
                "name": role.name,
                "description": role.description,
                "permissions": role.permissions,
            })
        });
        data.insert("roles".to_owned(), roles.collect());
        if self.config().session.store == SessionStore::Server {
            let rows = store.sessions()?.list(&user.id, now).await?;
            let good = rows.iter().filter(|row| row.uniquifier.as_ref() == Some(&user.uniquifier));
            data.insert("sessions".to_owned(), good.map(session).collect());
        }
        if has.passkeys {
            let rows = store.passkeys()?.list(&user.id).await?;
            data.insert("passkeys".to_owned(), rows.iter().map(passkey).collect());
        }
        if has.refresh_tokens {
            let rows = store.refreshes()?.list(&user.id).await?;
            let rows = rows.iter().map(|row| family(row, refresh::state(self.config(), row, now)));
            data.insert("refresh_tokens".to_owned(), rows.collect());
        }
        if store.mails().is_ok() {
            data.insert("mails".to_owned(), self.waiting(user).await?);
        }
        if self.config().audit.enabled {
            let rows = self.activity(user, MOST_ENTRIES).await?;
            data.insert("activity".to_owned(), rows.iter().map(entry).collect());
        }
        Ok(data)
    }

    async fn waiting(&self, user: &User) -> Result<Value> {
        let found = self.store().mails()?.list_for(&user.email, MOST_LETTERS).await?;
        Ok(found.iter().map(letter).collect())
    }
}

fn account(user: &User) -> Map<String, Value> {
    let id = match &user.id {
        UserId::Int(id) => json!(id),
        UserId::Text(id) => json!(id),
    };
    let known = json!({
        "id": id,
        "email": user.email,
        "username": user.username,
        "active": user.active,
        "confirmed_at": time(user.confirmed_at),
        "last_login_at": time(user.last_login_at),
        "current_login_at": time(user.current_login_at),
        "last_login_ip": user.last_login_ip,
        "current_login_ip": user.current_login_ip,
        "login_count": user.login_count,
        "tf_primary_method": user.tf_primary_method,
        "tf_phone_number": user.tf_phone_number,
        "us_phone_number": user.us_phone_number,
        "create_datetime": time(user.create_datetime),
        "update_datetime": time(user.update_datetime),
    });
    // An own column must not stand in for one of these.
    let mut fields = user.extra.clone();
    if let Value::Object(known) = known {
        fields.extend(known);
    }
    fields
}

fn secrets(user: &User) -> Value {
    json!({
        "password": user.password.is_some(),
        "tf_totp_secret": user.tf_totp_secret.is_some(),
        "us_totp_secrets": user.us_totp_secrets.is_some(),
        "mf_recovery_codes": user.mf_recovery_codes.as_ref().is_some_and(|codes| !codes.is_empty()),
    })
}

fn session(row: &ServerSession) -> Value {
    json!({
        "id": row.id(),
        "device": row.agent.as_deref().and_then(agent::describe),
        "agent": row.agent,
        "address": row.address,
        "created_at": time(Some(row.created_at)),
        "last_seen_at": time(Some(row.seen_at)),
        "expires_at": time(Some(row.expires_at)),
        "remembered": row.persistent,
    })
}

fn passkey(row: &Passkey) -> Value {
    json!({
        "name": row.name,
        "usage": row.usage,
        "device_type": row.device_type,
        "transports": row.transports,
        "backed_up": row.backup_state,
        "created_at": time(row.create_datetime),
        "last_used_at": time(Some(row.lastuse_datetime)),
    })
}

fn family(row: &Refresh, state: State) -> Value {
    let state = match state {
        State::Good => "good",
        State::Expired => "expired",
        State::Idle => "idle",
        State::Revoked => "revoked",
    };
    json!({
        "name": row.name,
        "state": state,
        "created_at": time(row.create_datetime),
        "last_used_at": time(Some(row.last_used_at)),
        "expires_at": time(Some(row.expires_at)),
        "revoked_at": time(row.revoked_at),
    })
}

fn letter(row: &Letter) -> Value {
    json!({
        "kind": row.kind,
        "recipient": row.recipient,
        "created_at": time(Some(row.created_at)),
        "due_at": time(row.due_at),
        "failed_at": time(row.failed_at),
    })
}

fn entry(row: &Activity) -> Value {
    json!({
        "time": time(Some(row.time)),
        "event": row.event,
        "address": row.address,
        "agent": row.agent,
    })
}

fn time(time: Option<DateTime>) -> Option<String> {
    time.map(|time| time.to_string())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::model::UserField;
    use crate::testing::TestApp;

    #[tokio::test]
    async fn it_holds_what_is_known_and_nothing_that_opens() {
        let app = TestApp::new(|config| config.refresh.enabled = true).await;
        app.user("joe@lp.com", "correct horse").await;
        app.user("ann@lp.com", "correct horse").await;
        app.role("joe@lp.com", "editor", &["write"]).await;
        let secret = |text: &str| Some(format!("SECRET {text}"));
        let set = [
            UserField::TfTotpSecret(secret("key")),
            UserField::UsTotpSecrets(secret("keys")),
            UserField::MfRecoveryCodes(Some(vec!["SECRET code".to_owned()])),
            UserField::TfPhoneNumber(Some("+15555550100".to_owned())),
        ];
        app.change("joe@lp.com", &set).await;
        for email in ["joe@lp.com", "ann@lp.com"] {
            let body = json!({ "email": email, "password": "correct horse" });
            app.browser().post_json("/login?include_auth_token", &body).await.is(200);
        }
        let joe = app.find("joe@lp.com").await.unwrap();
        let data = app.security().personal_data(&joe).await.unwrap();
        assert_eq!(data["account"]["email"], "joe@lp.com");
        assert_eq!(data["account"]["tf_phone_number"], "+15555550100");
        assert_eq!(data["roles"][0]["permissions"], json!(["write"]));
        assert_eq!(data["sessions"].as_array().unwrap().len(), 1);
        assert_eq!(data["refresh_tokens"][0]["state"], "good");
        let happened = data["activity"].as_array().unwrap();
        assert!(happened.iter().any(|one| one["event"] == "user_authenticated"), "{happened:?}");
        assert_eq!(data["secrets"]["tf_totp_secret"], true);
        assert_eq!(data["secrets"]["mf_recovery_codes"], true);
        let text = serde_json::to_string(&data).unwrap();
        let session = &app
            .security()
            .store()
            .sessions()
            .unwrap()
            .list(&joe.id, app.clock().utc())
            .await
            .unwrap()[0];
        let family =
            &app.security().store().refreshes().unwrap().list(&joe.id).await.unwrap()[0].family;
        let hash = data_encoding::HEXLOWER.encode(&session.key_hash);
        let handle = joe.webauthn_handle.unwrap();
        for hidden in
            ["SECRET", "$argon2", "ann@lp.com", &joe.uniquifier, &hash, family.as_str(), &handle]
        {
            assert!(!text.contains(hidden), "{hidden} in {text}");
        }
    }
}
