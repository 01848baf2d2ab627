//! What accounts are called where failures are counted.

use gatewright_wire::digest::sha256;

use crate::model::{User, UserId};

/// What an account is called in hashes: it changes with everything that ends its sessions.
pub(crate) fn owner(user: &User) -> Vec<u8> {
    let id = match &user.id {
        UserId::Int(id) => id.to_string(),
        UserId::Text(id) => id.clone(),
    };
    digest(&["account", &id, &user.uniquifier])
}

pub(super) fn digest(parts: &[&str]) -> Vec<u8> {
    // Lengths in front, so that no two lists of parts read alike.
    let text: String = parts.iter().map(|part| format!("{}:{part}", part.len())).collect();
    sha256(format!("gatewright lockout {text}").as_bytes()).to_vec()
}
