//! Taking away every way in but the password.

use crate::authn::refresh;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{User, UserField};
use crate::random;
use crate::security::Security;

/// Ends sessions, tokens and links, and removes second factors, unified sign-in, passkeys and
/// recovery codes, as far as the tables have them.
pub(super) async fn reset(security: &Security, user: &User) -> Result<()> {
    let store = security.store();
    let has = store.capabilities();
    let mut set = vec![UserField::Uniquifier(random::uniquifier()?)];
    if has.token_uniquifier {
        set.push(UserField::TokenUniquifier(Some(random::uniquifier()?)));
    }
    if has.two_factor {
        set.extend([UserField::TfPrimaryMethod(None), UserField::TfTotpSecret(None)]);
    }
    if has.two_factor_phone {
        set.push(UserField::TfPhoneNumber(None));
    }
    if has.unified_signin {
        set.push(UserField::UsTotpSecrets(None));
    }
    if has.unified_signin_phone {
        set.push(UserField::UsPhoneNumber(None));
    }
    if has.recovery_codes {
        set.push(UserField::MfRecoveryCodes(None));
    }
    if !store.update_user(&user.id, &set, &[]).await? {
        return Err(Error::new(ErrorKind::NotFound, "the user was deleted a moment ago"));
    }
    if has.passkeys {
        store.passkeys()?.delete_all(&user.id).await?;
    }
    if has.refresh_tokens {
        refresh::revoke_all(security, None, user).await?;
    }
    Ok(())
}
