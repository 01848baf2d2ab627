//! HTTP Basic (RFC 7617): identity and password with every request.

use std::sync::Arc;

use data_encoding::BASE64;
use zeroize::Zeroizing;

use crate::authn::account;
use crate::authn::lockout::{self, Subject};
use crate::config::IdentityAttribute;
use crate::error::Result;
use crate::event::Event;
use crate::model::{User, UserField};
use crate::request::cx::Cx;
use crate::request::state::{Known, Mechanism};

/// Whom the request's credentials name, before their password is looked at.
pub(crate) struct Named<'a> {
    /// By what they are looked up, if that is one of the site's identities.
    pub(crate) by: Option<(&'a IdentityAttribute, String)>,
    pub(crate) user: Option<Arc<User>>,
    password: Zeroizing<String>,
}

/// Reads the credentials; `None` if the request carries none.
pub(crate) async fn named(cx: &Cx) -> Result<Option<Named<'_>>> {
    let Some((identity, password)) = credentials(cx) else { return Ok(None) };
    let by = cx.identity_by_form(&identity);
    let user = match &by {
        Some((attribute, value)) => cx.user_by_attribute(attribute, value).await?.map(Arc::new),
        None => None,
    };
    Ok(Some(Named { by, user, password: Zeroizing::new(password) }))
}

/// True if the request carries credentials.
pub(crate) fn carried(cx: &Cx) -> bool {
    credentials(cx).is_some()
}

/// The challenge for a realm, escaped (RFC 9110, section 5.6.4).
pub(crate) fn challenge(realm: &str) -> String {
    let mut escaped = String::with_capacity(realm.len());
    for c in realm.chars().filter(|c| !c.is_control()) {
        if matches!(c, '"' | '\\') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    format!("Basic realm=\"{escaped}\"")
}

/// The user, if the password is theirs and they may sign in with nothing else.
pub(crate) async fn verify(cx: &Cx, named: Named<'_>) -> Result<Option<Known>> {
    let Named { by, user: found, password } = named;
    let by = by.as_ref().map(|(attribute, value)| (*attribute, value.as_str()));
    let verdict = lockout::password(cx, &Subject::of(found.as_ref(), by), &password).await?;
    let Some(user) = found else {
        lockout::failed_as_nobody(cx).await?;
        return Ok(None);
    };
    if !verdict.ok {
        let event = Event::UserFailedAuthn { user: &user, auth_type: "password", tfa: false };
        cx.announce(event).await;
        return Ok(None);
    }
    if account::refusal(cx, &user).await?.is_some() || lacks_second_factor(cx, &user) {
        return Ok(None);
    }
    lockout::succeeded(cx).await?;
    if verdict.needs_update {
        rehash(cx, &user, &password).await?;
    }
    let primary_at = Some(cx.clock().unix_float());
    Ok(Some(Known { user, via: Mechanism::Basic, primary_at }))
}

/// Whether the sign-in would ask for more than a password, which Basic cannot.
fn lacks_second_factor(cx: &Cx, user: &User) -> bool {
    let lacks = user.tf_primary_method.as_deref().is_some_and(|method| !method.is_empty())
        && !cx.config().core.basic_skips_two_factor;
    if lacks {
        tracing::debug!("HTTP Basic was refused: the user has a second factor");
    }
    lacks
}

/// Stores the password under today's scheme, unless it changed meanwhile.
pub(crate) async fn rehash(cx: &Cx, user: &User, password: &str) -> Result<()> {
    let stored = user.password.as_deref().unwrap_or_default();
    let hash = match cx.passwords().renew(password, stored).await {
        Ok(hash) => hash,
        // Today's scheme cannot hash it, or has no time to: the old hash stays good.
        Err(error) => {
            tracing::warn!(error = ?error, "a password keeps its old hash");
            return Ok(());
        }
    };
    let set = [UserField::Password(Some(hash))];
    let when = [UserField::Password(user.password.clone())];
    cx.store().update_user(&user.id, &set, &when).await?;
    Ok(())
}

fn credentials(cx: &Cx) -> Option<(String, String)> {
    let (scheme, encoded) = cx.facts().header("authorization")?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = String::from_utf8(BASE64.decode(encoded.trim().as_bytes()).ok()?).ok()?;
    let (identity, password) = decoded.split_once(':')?;
    (!identity.is_empty()).then(|| (identity.to_owned(), password.to_owned()))
}
