//! The nouns of the database: users, roles, passkeys, refresh-token families, letters.

mod field;
mod letter;
mod passkey;
mod refresh;
mod role;
mod user;

pub use field::UserField;
pub use letter::{Letter, NewLetter};
pub use passkey::Passkey;
pub use refresh::Refresh;
pub use role::{NewRole, Role};
pub use user::{NewUser, User, UserId};
