//! The client identifier of Flask-Login's session protection.

use std::fmt::Write;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha512};

/// Hashes a client's address and user agent: 128 hex digits that a session remembers.
///
/// The address is what the application takes for it; the user agent is the header's value byte for
/// byte. Both go into the hash in Python's notation for byte strings, an absent one as `None`.
///
/// ```
/// use gatewright_wire::flask::identifier;
///
/// assert!(identifier::client(Some("127.0.0.1"), Some(b"Werkzeug/3.1.9")).starts_with("03f095a1"));
/// ```
pub fn client(address: Option<&str>, user_agent: Option<&[u8]>) -> String {
    let mut base = String::with_capacity(128);
    represent(address.map(str::as_bytes), &mut base);
    base.push('|');
    // The reference reads headers as Latin-1 and encodes the text as UTF-8.
    let agent: Option<String> =
        user_agent.map(|bytes| bytes.iter().map(|&byte| char::from(byte)).collect());
    represent(agent.as_deref().map(str::as_bytes), &mut base);
    HEXLOWER.encode(&Sha512::digest(base.as_bytes()))
}

/// Python's `repr` of a byte string, or `None`.
fn represent(bytes: Option<&[u8]>, out: &mut String) {
    let Some(bytes) = bytes else {
        out.push_str("None");
        return;
    };
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
    out.push('b');
    out.push(quote);
    for &byte in bytes {
        match byte {
            b'\t' => out.push_str("\\t"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\\' => out.push_str("\\\\"),
            b'\'' if quote == '\'' => out.push_str("\\'"),
            b' '..=b'~' => out.push(char::from(byte)),
            // Writing to a text cannot fail.
            _ => drop(write!(out, "\\x{byte:02x}")),
        }
    }
    out.push(quote);
}
