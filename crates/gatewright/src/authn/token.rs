//! Authentication tokens: made for clients without cookies, and read from header, query or body.

use std::sync::Arc;

use gatewright_wire::pyjson;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::authn::active;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{User, UserField};
use crate::random;
use crate::request::cx::Cx;
use crate::request::form::BodyToken;
use crate::request::state::{Known, Mechanism};
use crate::store::Lookup;

/// The user whom the request's token names. Checked once for a request.
pub(crate) async fn known(cx: &Cx) -> Result<Option<Known>> {
    cx.state().token.get_or_try_init(|| resolve(cx)).await.cloned()
}

/// A new token for a user who showed their credentials at that time, in the reference's current
/// version. Time 0 makes a token that is never fresh.
///
/// # Errors
/// The store failed while giving the user a token identity.
pub(crate) async fn issue(cx: &Cx, user: &User, primary_at: f64) -> Result<String> {
    let uid = identity(cx, user).await?;
    let mut more = Map::new();
    let hooks = cx.security().hooks();
    hooks.augment_token(user, &mut more);
    let usual = cx.config().token.expire_timestamp;
    let exp = hooks.token_expire_timestamp(user).unwrap_or(usual);
    let claims = Written { ver: "5", uid: &uid, fs_paa: primary_at, exp, more };
    let text = pyjson::dumps(&claims, pyjson::Style::Compact)?;
    Ok(cx.security().keys().token.dumps(&text, cx.clock().unix()))
}

/// What tokens call the user; made at the first need where the database has a column for it.
pub(super) async fn identity(cx: &Cx, user: &User) -> Result<String> {
    if !cx.store().capabilities().token_uniquifier {
        return Ok(user.uniquifier.clone());
    }
    if let Some(uid) = &user.token_uniquifier {
        return Ok(uid.clone());
    }
    let fresh = random::uniquifier()?;
    let set = [UserField::TokenUniquifier(Some(fresh.clone()))];
    if cx.store().update_user(&user.id, &set, &[UserField::TokenUniquifier(None)]).await? {
        return Ok(fresh);
    }
    // Another request was quicker: its value counts.
    let user = cx.store().user(Lookup::Id(&user.id)).await?;
    user.and_then(|user| user.token_uniquifier)
        .ok_or_else(|| Error::new(ErrorKind::Store, "the user has gone"))
}

async fn resolve(cx: &Cx) -> Result<Option<Known>> {
    let Some(text) = sent(cx) else { return Ok(None) };
    let max_age = cx.config().token.max_age.as_secs();
    let now = cx.clock().unix();
    let Ok(loaded) = cx.security().keys().token.loads(&text, now, Some(max_age)) else {
        return Ok(None);
    };
    let Some(claims) = Claims::read(&loaded.json) else { return Ok(None) };
    if claims.expires != 0 && claims.expires < now {
        return Ok(None);
    }
    let Some(user) = owner(cx, &claims.uid).await? else { return Ok(None) };
    if !cx.security().hooks().verify_token(&user, &claims.all) {
        return Ok(None);
    }
    let allowed = cx.config().freshness.allow_auth_token;
    let primary_at = claims.primary_at.filter(|_| allowed);
    Ok(Some(Known { user, via: Mechanism::Token, primary_at }))
}

/// Later sources win, even if what they hold is no good.
fn sent(cx: &Cx) -> Option<String> {
    let (config, facts) = (&cx.config().token, cx.facts());
    let header = facts.header(&config.authentication_header).map(str::to_owned);
    if config.header_only {
        return header;
    }
    match cx.state().body_token() {
        Some(BodyToken::Text(text)) => Some(text),
        Some(BodyToken::Unusable) => None,
        None => facts.query(&config.authentication_key).or(header),
    }
}

async fn owner(cx: &Cx, uid: &str) -> Result<Option<Arc<User>>> {
    if cx.store().capabilities().token_uniquifier {
        let found = cx.store().user(Lookup::TokenUniquifier(uid)).await?;
        if let Some(user) = found {
            return Ok(Some(user).filter(|user| user.active).map(Arc::new));
        }
    }
    active(cx, Lookup::Uniquifier(uid)).await
}

/// A token's members in the order in which the reference writes them.
#[derive(Serialize)]
struct Written<'a> {
    ver: &'static str,
    uid: &'a str,
    fs_paa: f64,
    exp: i64,
    #[serde(flatten)]
    more: Map<String, Value>,
}

/// What a token says, whichever version it is.
struct Claims {
    uid: String,
    primary_at: Option<f64>,
    expires: i64,
    all: Map<String, Value>,
}

impl Claims {
    fn read(json: &str) -> Option<Self> {
        match serde_json::from_str(json).ok()? {
            Value::Object(all) => {
                all.get("ver")?;
                let uid = all.get("uid")?.as_str()?.to_owned();
                let expires = all.get("exp")?.as_i64()?;
                let primary_at = all.get("fs_paa").and_then(Value::as_f64);
                Some(Self { uid, primary_at, expires, all })
            }
            // Versions 4 and 3: a list that holds the identity alone, or in the third place.
            Value::Array(list) => {
                let index = if list.len() == 1 { 0 } else { 2 };
                let uid = list.get(index)?.as_str()?.to_owned();
                Some(Self { uid, primary_at: None, expires: 0, all: Map::new() })
            }
            _ => None,
        }
    }
}
