//! Exchanging refresh tokens.
