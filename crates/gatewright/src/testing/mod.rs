//! How to test an application: the real router, SQLite in memory, a clock that can be turned, and
//! a browser that keeps its cookies.
//!
//! ```
//! use axum::{Router, routing::get};
//! use gatewright::{CurrentUser, testing::TestApp};
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() {
//! let app = TestApp::new(|config| config.register.enabled = true).await;
//! app.user("joe@lp.com", "correct horse").await;
//! let routes = Router::new().route("/me", get(async |me: CurrentUser| me.email.clone()));
//! let mut tab = app.serve(routes).browser();
//! tab.get("/me").await.redirects_to("/login?next=/me");
//! tab.sign_in("joe@lp.com", "correct horse").await;
//! assert_eq!(tab.get("/me").await.text(), "joe@lp.com");
//! # }
//! ```

mod app;
#[cfg(test)]
pub(crate) mod asking;
mod browser;
#[cfg(test)]
pub(crate) mod fixture;
mod heard;
mod outbox;
mod smtp;

pub use app::TestApp;
pub use browser::{Answer, Browser};
pub use heard::Heard;
pub use outbox::{Outbox, Sent};
pub use smtp::{Behaviour, Received, SmtpServer};
