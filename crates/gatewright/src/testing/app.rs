//! An application in memory.

use std::sync::LazyLock;

use axum::Router;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value};

use crate::assembly::builder::Builder;
use crate::clock::Clock;
use crate::config::{Config, Preset};
use crate::facts::Facts;
use crate::i18n::messages::Message;
use crate::model::{NewRole, NewUser, User, UserField};
use crate::request::cx::Cx;
use crate::security::Security;
use crate::session::server;
use crate::store::Lookup;
use crate::testing::browser::Browser;
use crate::testing::outbox::Outbox;

/// Applications of one test begin at one moment, as those that share a database do.
static STARTED: LazyLock<Timestamp> = LazyLock::new(|| Clock::system().now());

/// An application as it is served, without a socket.
#[derive(Debug, Clone)]
#[allow(clippy::panic, clippy::expect_used, reason = "a test that cannot be set up has failed")]
pub struct TestApp {
    security: Security,
    clock: Clock,
    outbox: Outbox,
    app: Router,
}

#[allow(clippy::panic, clippy::expect_used, reason = "a test that cannot be set up has failed")]
impl TestApp {
    /// An application with the preset `recommended`, cheap hashes and no CSRF tokens. Its clock stands
    /// still until [`TestApp::advance`] turns it. Mails lie in
    /// [`TestApp::outbox`] as soon as the answer is there; nothing runs in the background: see
    /// [`Security::tidy`].
    ///
    /// # Panics
    /// The settings are refused.
    pub async fn new(change: impl FnOnce(&mut Config) + Send + 'static) -> Self {
        Self::with(Preset::Recommended, |builder| builder.configure(change)).await
    }

    /// As [`TestApp::new`] with another preset, and with everything that a builder can change.
    ///
    /// # Panics
    /// The settings are refused.
    pub async fn with(preset: Preset, change: impl FnOnce(Builder) -> Builder) -> Self {
        let (clock, outbox) = (Clock::standing(*STARTED), Outbox::default());
        let builder = Security::builder_with(preset)
            .database("sqlite::memory:")
            .setting("SECRET_KEY", "a secret key that only tests use 0123456789")
            .setting("SECURITY_PASSWORD_SALT", "a salt that only tests use 0123456789")
            .setting("ALLOW_WEAK_SECRETS", true)
            .setting("WTF_CSRF_ENABLED", false)
            .setting(
                "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS",
                serde_json::json!({
                    "argon2__rounds": 1, "argon2__memory_cost": 8, "argon2__parallelism": 1,
                }),
            )
            .setting("DELIVERY", "inline")
            .mailer(outbox.clone())
            .without_background()
            .clock(clock.clone());
        let security = change(builder).build().await.expect("the settings of the test are good");
        let app = security.protect(Router::new());
        let clock = security.clock().clone();
        Self { security, clock, outbox, app }
    }

    /// Serves these routes beside the endpoints.
    #[must_use]
    pub fn serve(mut self, routes: Router) -> Self {
        self.app = self.security.protect(routes);
        self
    }

    /// The object under test.
    pub fn security(&self) -> &Security {
        &self.security
    }

    /// The clock of the application.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Turns the clock.
    pub fn advance(&self, by: SignedDuration) {
        self.clock.advance(by);
    }

    /// The mails that were sent.
    pub fn outbox(&self) -> &Outbox {
        &self.outbox
    }

    /// A browser without cookies.
    pub fn browser(&self) -> Browser {
        Browser::new(self.app.clone())
    }

    /// The router, as it is served.
    pub fn router(&self) -> Router {
        self.app.clone()
    }

    /// Makes an active, confirmed user.
    ///
    /// # Panics
    /// There is one with this address.
    pub async fn user(&self, email: &str, password: &str) -> User {
        let mut new = NewUser::new(email);
        let hash = self.security.passwords().hash(password).await;
        new.password = Some(hash.expect("the password can be hashed"));
        new.confirmed_at = Some(self.clock.utc());
        self.security.store().create_user(new).await.expect("the user can be made")
    }

    /// Makes a role, if there is none of that name, and gives it to a user.
    ///
    /// # Panics
    /// There is no such user.
    pub async fn role(&self, email: &str, role: &str, permissions: &[&str]) {
        let store = self.security.store();
        if store.role(role).await.expect("roles can be read").is_none() {
            let mut new = NewRole::new(role);
            new.permissions = Some(permissions.iter().map(|&one| one.to_owned()).collect());
            store.create_role(new).await.expect("the role can be made");
        }
        let user = self.find(email).await.expect("the user exists");
        store.grant(&user.id, role, true).await.expect("the role can be given");
    }

    /// The user with this address, as the database has it now.
    ///
    /// # Panics
    /// The database cannot be read.
    pub async fn find(&self, email: &str) -> Option<User> {
        let by = Lookup::Identity { attribute: "email", value: email, case_insensitive: true };
        self.security.store().user(by).await.expect("users can be read")
    }

    /// Writes columns of a user.
    ///
    /// # Panics
    /// There is no user with this address, or a column cannot hold its value.
    pub async fn change(&self, email: &str, set: &[UserField]) {
        let user = self.find(email).await.expect("the user exists");
        let store = self.security.store();
        assert!(store.update_user(&user.id, set, &[]).await.expect("the user can be written"));
    }

    /// The words of a message as a caller without a language reads them.
    pub fn text(&self, message: impl Into<Message>) -> String {
        self.security.offline().say(&message.into())
    }

    /// The session that a browser holds; empty if it holds none.
    ///
    /// # Panics
    /// The session cannot be read.
    pub async fn session(&self, browser: &Browser) -> Map<String, Value> {
        let (parts, _) = browser.request("GET", "/", &[], Vec::new()).into_parts();
        let core = &self.security.config().core;
        let facts =
            Facts::new(&parts, Some(browser.peer().ip()), &core.proxy_fix, &core.trusted_proxies);
        let cx = Cx::new(self.security.clone(), facts);
        server::load(&cx).await.expect("the session can be read");
        cx.session().members()
    }

    /// Gives the session of a browser these members, as JSON texts, in place of those that it has.
    ///
    /// # Panics
    /// A text is not JSON, or the session cannot be written.
    pub async fn put_session<'a>(
        &self,
        browser: &mut Browser,
        members: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) {
        let members: Vec<(String, String)> =
            members.into_iter().map(|(key, json)| (key.to_owned(), json.to_owned())).collect();
        let write = axum::routing::get(async move |cx: Cx| {
            for key in cx.session().members().keys() {
                cx.session().remove(key);
            }
            for (key, json) in &members {
                cx.session().set_raw(key, json).expect("the text is JSON");
            }
        });
        let router = self.security.protect(Router::new().route("/put-session", write));
        browser.visit(router, "/put-session").await;
    }
}
