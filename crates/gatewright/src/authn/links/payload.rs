//! What a link says: whom it is for, a digest of what it changes, and perhaps an address.

use std::sync::Arc;

use data_encoding::BASE64URL_NOPAD;
use gatewright_wire::digest::{constant_time_eq, hmac_sha256};
use gatewright_wire::{passlib, pyjson};
use serde_json::{Value, json};

use super::purpose::Purpose;
use crate::config::Preset;
use crate::error::Result;
use crate::model::{User, UserId};
use crate::random;
use crate::request::cx::Cx;
use crate::store::Lookup;

/// The members of a link, with the reference's places.
pub(super) struct Payload {
    owner: Value,
    /// Of the address or the stored password; the reference writes null for no password.
    bound: Option<String>,
    pub(super) email: Option<String>,
    /// When the account was made: databases give the number of one that is gone to the next.
    since: Option<String>,
}

/// The JSON text of a new link.
pub(super) fn write(cx: &Cx, purpose: Purpose, user: &User, email: Option<&str>) -> String {
    let uniquifier = &user.uniquifier;
    let list = match purpose {
        Purpose::Confirm => json!([uniquifier, digest(cx, purpose, &user.email)]),
        Purpose::Reset => {
            let bound = user.password.as_deref().map(|stored| digest(cx, purpose, stored));
            json!([uniquifier, bound])
        }
        // The reference reads the first member alone.
        Purpose::Login | Purpose::Reopen => json!([uniquifier, salt()]),
        Purpose::ChangeEmail => json!([uniquifier, digest(cx, purpose, &user.email), email]),
        // Whoever took the account over has changed all the rest by then.
        Purpose::UndoEmail => match &user.id {
            UserId::Int(id) => json!([id, email, since(user)]),
            UserId::Text(id) => json!([id, email, since(user)]),
        },
    };
    pyjson::to_ascii(&list)
}

impl Payload {
    pub(super) fn read(purpose: Purpose, json: &str) -> Option<Self> {
        let list: Vec<Value> = serde_json::from_str(json).ok()?;
        let text = |at: usize| list.get(at).and_then(Value::as_str).map(str::to_owned);
        let (bound, email) = match purpose {
            Purpose::Confirm => (Some(text(1)?), None),
            Purpose::Reset => match list.get(1)? {
                Value::Null => (None, None),
                Value::String(bound) => (Some(bound.clone()), None),
                _ => return None,
            },
            Purpose::Login | Purpose::Reopen => (None, None),
            Purpose::ChangeEmail => (Some(text(1)?), Some(text(2)?)),
            Purpose::UndoEmail => (None, Some(text(1)?)),
        };
        let since = text(2).filter(|_| purpose == Purpose::UndoEmail);
        Some(Self { owner: list.first()?.clone(), bound, email, since })
    }

    pub(super) async fn owner(&self, cx: &Cx) -> Result<Option<Arc<User>>> {
        // The only number is the key in a link that undoes: that is signed with a key of its own.
        let id;
        let by = match &self.owner {
            Value::Number(number) => match number.as_i64() {
                Some(number) => {
                    id = UserId::Int(number);
                    Lookup::Id(&id)
                }
                None => return Ok(None),
            },
            Value::String(text) if self.is_by_key() => {
                id = UserId::Text(text.clone());
                Lookup::Id(&id)
            }
            Value::String(text) => Lookup::Uniquifier(text),
            _ => return Ok(None),
        };
        Ok(cx.store().user(by).await?.map(Arc::new))
    }

    /// Whether what the link is to change is as it was when the link was made.
    pub(super) async fn fits(&self, cx: &Cx, purpose: Purpose, user: &User) -> Result<bool> {
        let now = match purpose {
            Purpose::Confirm | Purpose::ChangeEmail => Some(user.email.as_str()),
            Purpose::Reset => user.password.as_deref(),
            Purpose::Login | Purpose::Reopen => return Ok(true),
            Purpose::UndoEmail => {
                let other = self.email.as_deref() != Some(user.email.as_str());
                return Ok(other && self.since == since(user));
            }
        };
        match (&self.bound, now) {
            (Some(bound), Some(now)) => verify(cx, purpose, bound, now).await,
            (None, None) => Ok(true),
            // The reference does not look at it.
            (None, Some(_)) => Ok(cx.config().preset == Preset::Flask),
            (Some(_), None) => Ok(false),
        }
    }

    fn is_by_key(&self) -> bool {
        self.bound.is_none() && self.email.is_some()
    }
}

fn since(user: &User) -> Option<String> {
    user.create_datetime.map(|time| time.to_string())
}

/// Characters of a salt.
const SALT: usize = 8;

/// Makes two links of one second two links: using one up must not use up the other.
fn salt() -> String {
    // Without randomness they are one, and as safe.
    BASE64URL_NOPAD.encode(&random::bytes::<6>().unwrap_or_default())
}

fn digest(cx: &Cx, purpose: Purpose, text: &str) -> String {
    let keys = &cx.security().keys().links.digests;
    keys.first().map_or_else(String::new, |key| keyed(&**key, purpose, &salt(), text))
}

fn keyed(key: &[u8], purpose: Purpose, salt: &str, text: &str) -> String {
    let data =
        [purpose.endpoint().as_bytes(), b"\0", salt.as_bytes(), b"\0", text.as_bytes()].concat();
    format!("{salt}{}", BASE64URL_NOPAD.encode(&hmac_sha256(key, &data)))
}

/// Ours, or what the reference makes in links: `sha256_crypt`, and MD5 in those of old.
async fn verify(cx: &Cx, purpose: Purpose, bound: &str, text: &str) -> Result<bool> {
    let scheme = match bound {
        _ if bound.starts_with("$5$") => "sha256_crypt",
        _ if bound.len() == 32 => "hex_md5",
        _ => {
            let keys = &cx.security().keys().links.digests;
            let salt = bound.get(..SALT).unwrap_or_default();
            let same = |key: &[u8]| {
                constant_time_eq(keyed(key, purpose, salt, text).as_bytes(), bound.as_bytes())
            };
            return Ok(keys.iter().any(|key| same(&**key)));
        }
    };
    if !cx.config().password.hashing_schemes.iter().any(|known| known == scheme) {
        return Ok(false);
    }
    let (bound, text) = (bound.to_owned(), text.to_owned());
    // Half a million rounds: in line with the passwords.
    cx.passwords().work(move || passlib::verify_data(&text, &bound)).await
}
