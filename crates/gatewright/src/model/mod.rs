//! The nouns of the database: users, roles, passkeys, sessions, refresh-token families, letters,
//! attempts, closings, activity, the audit log.

mod activity;
mod attempts;
mod audit;
mod closing;
mod field;
mod letter;
mod passkey;
mod refresh;
mod role;
mod session;
mod user;

pub use activity::Activity;
pub use attempts::Attempts;
pub use audit::AuditRow;
pub use closing::Closing;
pub use field::UserField;
pub use letter::{Letter, NewLetter};
pub use passkey::Passkey;
pub use refresh::Refresh;
pub use role::{NewRole, Role};
pub use session::{Rotation, Seen, ServerSession, SessionChange};
pub use user::{NewUser, User, UserId};
