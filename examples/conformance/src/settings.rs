//! What the configuration file holds for this application itself.

use std::collections::BTreeMap;
use std::path::Path;

use gatewright::{Error, Result};
use serde::Deserialize;

/// The table that the library leaves alone.
pub(crate) const TABLE: &str = "conformance";

/// The application's part of the file.
#[derive(Default)]
pub(crate) struct Own {
    /// Where events are posted to; stands at the top level.
    pub(crate) events_webhook_url: Option<String>,
    reset_url: String,
    table: Table,
}

/// The table `conformance`: what other applications would do in code.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Table {
    clock_offset: f64,
    locked_users: BTreeMap<String, String>,
    routes: Vec<Extra>,
    webauthn_challenge: Option<String>,
    webauthn_origin: Option<String>,
    webauthn_user_verification: Option<String>,
    tf_required_users: BTreeMap<String, bool>,
    oauth_providers: Vec<toml::Table>,
}

/// A further route.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Extra {
    pub(crate) path: String,
    #[serde(default = "only_get")]
    pub(crate) methods: Vec<String>,
    #[serde(default)]
    pub(crate) guards: Vec<Asked>,
    #[serde(default)]
    pub(crate) body: String,
    /// Signs in whom the form field `email` names, without any credentials.
    #[serde(default)]
    pub(crate) login_form_email: bool,
    /// Answers with a redirect to there.
    pub(crate) redirect: Option<String>,
}

/// A guard of a further route, by the name of the reference's decorator.
#[derive(Deserialize)]
#[serde(tag = "name", deny_unknown_fields)]
pub(crate) enum Asked {
    #[serde(rename = "auth_required")]
    Auth {
        mechanisms: Option<Vec<String>>,
        /// Minutes.
        within: Option<f64>,
        /// Minutes.
        grace: Option<f64>,
    },
    #[serde(rename = "roles_required")]
    Roles { roles: Vec<String> },
    #[serde(rename = "login_required")]
    Login {},
}

#[derive(Deserialize)]
struct File {
    events_webhook_url: Option<String>,
    #[serde(default)]
    security: Library,
    #[serde(default)]
    conformance: Table,
}

/// What of the library's settings this application's mails name.
#[derive(Deserialize, Default)]
struct Library {
    reset_url: Option<String>,
}

impl Own {
    /// Reads the application's part of a file.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path)?;
        let file: File = toml::from_str(&text)
            .map_err(|error| Error::config(format!("{}: {}", path.display(), error.message())))?;
        let own = Self {
            events_webhook_url: file.events_webhook_url,
            reset_url: file.security.reset_url.unwrap_or_else(|| "/reset".to_owned()),
            table: file.conformance,
        };
        own.warn();
        Ok(own)
    }

    /// Seconds by which the whole clock is moved.
    #[allow(clippy::cast_possible_truncation, reason = "it saturates")]
    pub(crate) fn clock_offset(&self) -> i64 {
        self.table.clock_offset as i64
    }

    /// Address and message of each locked user.
    pub(crate) fn locked_users(&self) -> &BTreeMap<String, String> {
        &self.table.locked_users
    }

    /// The path of the page that asks for a link to set a new password.
    pub(crate) fn reset_url(&self) -> &str {
        &self.reset_url
    }

    pub(crate) fn routes(&self) -> &[Extra] {
        &self.table.routes
    }

    /// Says which keys wait for features that do not exist yet.
    fn warn(&self) {
        let table = &self.table;
        let waiting = [
            ("webauthn_challenge", table.webauthn_challenge.is_some()),
            ("webauthn_origin", table.webauthn_origin.is_some()),
            ("webauthn_user_verification", table.webauthn_user_verification.is_some()),
            ("tf_required_users", !table.tf_required_users.is_empty()),
            ("oauth_providers", !table.oauth_providers.is_empty()),
        ];
        for (key, _) in waiting.into_iter().filter(|(_, given)| *given) {
            tracing::warn!("{TABLE}.{key} has no effect yet");
        }
    }
}

fn only_get() -> Vec<String> {
    vec!["GET".to_owned()]
}
