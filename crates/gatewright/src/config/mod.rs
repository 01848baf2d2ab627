//! The settings: what there is, what it is by default, and what a file or the environment says.

mod check;
mod docs;
mod explain;
mod known;
mod load;
#[cfg(feature = "cli")]
mod python;
mod secret;
mod source;
mod table;
mod tables;
mod types;
mod values;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::config::table::{Given, Row};

pub use self::check::{Unbuilt, check};
#[cfg(feature = "cli")]
pub(crate) use self::check::{examine, unbuilt};
pub use self::docs::page;
pub use self::explain::{Line, Report};
pub use self::load::{Loaded, Loader, Origin};
#[cfg(feature = "cli")]
pub(crate) use self::load::{Remark, Surveyed, What};
pub use self::secret::{REDACTED, Secret};
pub use self::tables::*;
pub use self::types::{
    Breached, CacheControl, Code, CookieAttributes, DatabaseUrl, Delivery, IdentityAttribute,
    MailSender, Mapper, Network, NormalForm, NotANetwork, Options, Preset, Protection, ProxyFix,
    Rate, ReceiverUrl, SameSite, SecretMap, SecureFlag, Sender, SessionStore, SingleHash,
    TrustedProxy, WebOrigin,
};

/// Replaced messages: key of the message, without `SECURITY_MSG_`, to text and category.
pub type Messages = BTreeMap<String, (String, String)>;

/// One struct per owner of settings, and how to reach each setting by its name.
macro_rules! owners {
    ($( $(#[$doc:meta])+ $owner:ident, )+) => {
        /// Everything that can be configured.
        ///
        /// ```
        /// use gatewright::config::{Config, Preset};
        ///
        /// let mut config = Config::preset(Preset::Recommended);
        /// config.login.url = "/sign-in".into();
        /// assert!(config.core.return_generic_responses);
        /// ```
        #[derive(Debug, Clone)]
        #[non_exhaustive]
        pub struct Config {
            /// Which defaults this started from.
            pub preset: Preset,
            $( $(#[$doc])+ pub $owner: tables::$owner::Settings, )+
            /// Messages with another text than the catalogue's.
            pub messages: Messages,
        }

        impl Config {
            /// The defaults of a preset.
            pub fn preset(preset: Preset) -> Self {
                Self {
                    preset,
                    $( $owner: tables::$owner::Settings::preset(preset), )+
                    messages: Messages::new(),
                }
            }

            /// Every setting, in the order of the documentation.
            pub(crate) fn rows() -> Vec<Row> {
                [$( tables::$owner::Settings::rows(stringify!($owner)) ),+].concat()
            }

            /// Owner, title and subject of every table.
            pub(crate) fn groups() -> Vec<(&'static str, &'static str, &'static str)> {
                vec![$((
                    stringify!($owner),
                    tables::$owner::Settings::TITLE,
                    tables::$owner::Settings::ABOUT,
                )),+]
            }

            /// Sets a setting by its name; `None` if there is none of this name.
            pub(crate) fn set(&mut self, key: &str, given: &Given) -> Option<Result<(), String>> {
                $( if let Some(result) = self.$owner.set(key, given) { return Some(result); } )+
                None
            }

            /// Shows a setting by its name, without secrets; `None` if there is none of this name.
            pub(crate) fn show(&self, key: &str) -> Option<Value> {
                $( if let Some(value) = self.$owner.show(key) { return Some(value); } )+
                None
            }

            /// The names of the settings that differ, secrets included.
            pub(crate) fn differences(&self, other: &Self) -> Vec<&'static str> {
                let mut keys = Vec::new();
                $( self.$owner.differences(&other.$owner, &mut keys); )+
                keys
            }
        }
    };
}

owners! {
    /// Keys, addresses, limits.
    core,
    /// Where the users are.
    database,
    /// The session and its cookie.
    session,
    /// The remember-me cookie.
    remember,
    /// Protection against forged requests.
    csrf,
    /// Pages of other origins.
    cors,
    /// What browsers may do with pages.
    headers,
    /// Hashing and policy of passwords.
    password,
    /// Auth tokens.
    token,
    /// Refresh tokens.
    refresh,
    /// How long a sign-in is fresh.
    freshness,
    /// Asking for the password again.
    verify,
    /// Signing in.
    login,
    /// Signing out.
    logout,
    /// How often something may be asked.
    limits,
    /// Locking accounts.
    lockout,
    /// Where redirects may lead.
    redirect,
    /// Opening an account.
    register,
    /// Usernames.
    username,
    /// Changing the username.
    change_username,
    /// Mailing a forgotten username.
    username_recovery,
    /// Confirming an address.
    confirm,
    /// Resetting a password.
    recover,
    /// Changing the password.
    change_password,
    /// Changing the address.
    change_email,
    /// The page of one's own account.
    account,
    /// Links that sign in.
    passwordless,
    /// Links in mails.
    links,
    /// Mail.
    mail,
    /// One-time codes.
    totp,
    /// Text messages.
    sms,
    /// Phone numbers.
    phone,
    /// The second factor.
    two_factor,
    /// Recovery codes.
    recovery_codes,
    /// Unified sign-in.
    unified_signin,
    /// Passkeys.
    webauthn,
    /// Accounts elsewhere.
    social,
    /// Catalogues.
    i18n,
    /// Where events are posted to.
    events,
    /// What is written down.
    audit,
    /// Command groups.
    cli,
}

impl Config {
    /// Draws the conclusions that settings have for one another.
    ///
    /// [`Loader::load`] does this; it is for a configuration that was put together otherwise.
    /// Usernames become an identity, the CSRF header joins the list of headers, and methods are
    /// written in capitals. Doing it twice changes nothing.
    pub fn settle(&mut self) {
        let identities = &mut self.core.user_identity_attributes;
        if self.username.enable && !identities.iter().any(|it| it.attribute == "username") {
            identities.push(IdentityAttribute::new("username", Mapper::Username));
        }
        if let Some(header) = self.csrf.header.as_ref().filter(|_| self.csrf.protect)
            && !self.csrf.headers.iter().any(|known| known.eq_ignore_ascii_case(header))
        {
            self.csrf.headers.push(header.clone());
        }
        let methods = self.csrf.methods.iter_mut().chain(self.logout.methods.iter_mut().flatten());
        methods.for_each(|method| method.make_ascii_uppercase());
    }
}

impl Default for Config {
    fn default() -> Self {
        Self::preset(Preset::default())
    }
}

#[cfg(test)]
mod tests;
