//! The nouns of the database: users, roles, passkeys and refresh-token families.

mod field;
mod passkey;
mod refresh;
mod role;
mod user;

pub use field::UserField;
pub use passkey::Passkey;
pub use refresh::Refresh;
pub use role::{NewRole, Role};
pub use user::{NewUser, User, UserId};
