//! By what a signed-in user may show once more that it is them.

use serde_json::{Map, Value, json};

use crate::error::Result;
use crate::request::cx::Cx;

/// What a client may offer to its user, under the reference's names.
///
/// # Errors
/// The user's passkeys cannot be read.
pub(crate) async fn facts(cx: &Cx) -> Result<Map<String, Value>> {
    let config = cx.config();
    let social = &config.social;
    let providers = social.builtin_providers.iter().filter(|_| social.enabled);
    let mut facts = Map::new();
    facts.insert("unified_signin_enabled".to_owned(), json!(config.unified_signin.enabled));
    facts.insert("has_webauthn_verify_credential".to_owned(), json!(has_passkey(cx).await?));
    facts.insert("oauth_enabled".to_owned(), json!(social.enabled));
    facts.insert("oauth_providers".to_owned(), providers.map(String::as_str).collect());
    Ok(facts)
}

/// The page that asks; `None` where `FRESHNESS` is negative, so that there is none.
pub(crate) fn page(cx: &Cx) -> Option<&str> {
    let unified = cx.config().unified_signin.enabled.then(|| cx.url_for("us_verify")).flatten();
    unified.or_else(|| cx.url_for("verify"))
}

/// Whether the user has a passkey of a kind that `WAN_ALLOW_AS_VERIFY` names.
async fn has_passkey(cx: &Cx) -> Result<bool> {
    let webauthn = &cx.config().webauthn;
    let allowed = webauthn.allow_as_verify.as_deref().unwrap_or_default();
    if !webauthn.enabled || allowed.is_empty() || !cx.store().capabilities().passkeys {
        return Ok(false);
    }
    let Some(user) = cx.user().await? else { return Ok(false) };
    let keys = cx.store().passkeys()?.list(&user.id).await?;
    Ok(keys.iter().any(|key| allowed.contains(&key.usage)))
}
