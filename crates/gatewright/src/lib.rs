//! Sign-in and access control for axum: sessions, roles and permissions, registration, tokens.
//!
//! ```no_run
//! use axum::{Router, routing::get};
//! use gatewright::{CurrentUser, Security};
//!
//! #[tokio::main]
//! async fn main() -> gatewright::Result<()> {
//!     let security = Security::open("sqlite:app.db").await?;
//!     let app = Router::new()
//!         .route("/", get(async || "hello"))
//!         .route("/me", get(async |user: CurrentUser| format!("hello {}", user.email)));
//!     security.serve(app, "127.0.0.1:8000").await
//! }
//! ```
//!
//! | cargo feature | default | brings |
//! | --- | --- | --- |
//! | `sqlite` | yes | SQLite inside |
//! | `smtp` | yes | mail over SMTP |
//! | `phone` | | phone numbers as identities |
//! | `cli` | | the commands, for an application's own binary |
//! | `http-client` | | asks other services over HTTP: webhooks, and whether a password is known from breaches |
//! | `zxcvbn` | | judges how easily a new password is guessed |
//! | `testing` | | `testing::TestApp` and friends |

mod assembly;
mod authn;
#[cfg(feature = "cli")]
pub mod cli;
pub mod clock;
pub mod config;
pub mod error;
pub mod event;
pub mod facts;
mod features;
pub mod guard;
pub mod hooks;
pub mod i18n;
pub mod kv;
pub mod model;
pub mod outbound;
pub mod password;
pub mod principal;
pub mod random;
mod request;
mod security;
pub mod session;
mod signin;
pub mod store;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod text;
mod web;

#[cfg(fuzzing)]
pub use web::fuzzing;

pub use assembly::{
    Builder, SecurityCors, SecurityCorsService, SecurityLayer, SecurityService, listen,
    shutdown_signal,
};
/// What writing a [`Hooks`], a [`Store`](store::Store) or a listener needs beside this crate.
pub use async_trait::async_trait;
pub use error::{Denial, Error, ErrorKind, Result};
/// What comparing a password with a hash says.
pub use gatewright_wire::passlib::Verdict;
pub use guard::{
    CsrfChecked, CurrentUser, Fresh, Guard, Per, allowed_networks, anonymous_user_required,
    auth_required, auth_token_required, http_auth_required, login_required, marks, only_after,
    permission, permissions_accepted, permissions_required, rate_limit, roles_accepted,
    roles_required, unauth_csrf,
};
pub use hooks::Hooks;
/// Times and spans in this crate's interface.
pub use jiff;
pub use model::{User, UserId};
pub use outbound::{Mail, Mailer};
pub use principal::{Identity, Need, Permission};
pub use request::Cx;
pub use request::state::Mechanism;
pub use security::Security;

/// The pages of `docs/`, whose programs run as tests.
#[cfg(doctest)]
mod pages {
    #[doc = include_str!("../../../README.md")]
    mod readme {}
    #[doc = include_str!("../../../docs/audit.md")]
    mod audit {}
    #[doc = include_str!("../../../docs/account.md")]
    mod account {}
    #[doc = include_str!("../../../docs/cli.md")]
    mod cli {}
    #[doc = include_str!("../../../docs/confirmation.md")]
    mod confirmation {}
    #[doc = include_str!("../../../docs/csrf.md")]
    mod csrf {}
    #[doc = include_str!("../../../docs/events.md")]
    mod events {}
    #[doc = include_str!("../../../docs/email-change.md")]
    mod email_change {}
    #[doc = include_str!("../../../docs/customising.md")]
    mod customising {}
    #[doc = include_str!("../../../docs/freshness.md")]
    mod freshness {}
    #[doc = include_str!("../../../docs/guards.md")]
    mod guards {}
    #[doc = include_str!("../../../docs/headers.md")]
    mod headers {}
    #[doc = include_str!("../../../docs/import.md")]
    mod import {}
    #[doc = include_str!("../../../docs/languages.md")]
    mod languages {}
    #[doc = include_str!("../../../docs/limits.md")]
    mod limits {}
    #[doc = include_str!("../../../docs/login.md")]
    mod login {}
    #[doc = include_str!("../../../docs/mail.md")]
    mod mail {}
    #[doc = include_str!("../../../docs/migrating-from-flask-security.md")]
    mod migrating_from_flask_security {}
    #[doc = include_str!("../../../docs/passwordless.md")]
    mod passwordless {}
    #[doc = include_str!("../../../docs/passwords.md")]
    mod passwords {}
    #[doc = include_str!("../../../docs/recovery.md")]
    mod recovery {}
    #[doc = include_str!("../../../docs/redirects.md")]
    mod redirects {}
    #[doc = include_str!("../../../docs/register.md")]
    mod register {}
    #[doc = include_str!("../../../docs/sessions.md")]
    mod sessions {}
    #[doc = include_str!("../../../docs/spa.md")]
    mod spa {}
    #[doc = include_str!("../../../docs/tokens.md")]
    mod tokens {}
    #[doc = include_str!("../../../docs/username.md")]
    mod username {}
}
