//! The values of the Flask family: session, remember-me and CSRF, and who a session belongs to.

pub mod csrf;
pub mod identifier;
pub mod remember;
pub mod session;
