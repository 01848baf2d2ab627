//! A new password in place of the present one: what is left behind by the former one ends with it.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::config::Preset;
use crate::error::Result;
use crate::event::Event;
use crate::model::{User, UserField};
use crate::outbound::Outgoing;
use crate::request::cx::Cx;
use crate::request::whole::whole;
use crate::security::Security;
use crate::signin::everywhere::{self, Change};
use crate::web::mail::Occasion;

impl Security {
    /// Gives a user another password, for applications and administrators: it is hashed as the
    /// settings say, and sessions, remember-me cookies, auth tokens, refresh tokens and links in
    /// mails that are older than this are refused from the next request on. Listeners hear
    /// [`PasswordChanged`](Event::PasswordChanged). False, with nothing changed, if the user was
    /// deleted or got another password or a sign-out everywhere meanwhile.
    ///
    /// Whether the password is good enough, and who asks for it, is not looked at: see
    /// [`Cx::password_faults`]. With `notify` the owner is told by mail, where
    /// `SEND_PASSWORD_CHANGE_EMAIL` says so.
    ///
    /// In the preset `flask`, tokens that have a `fs_token_uniquifier` of their own stay good, as with
    /// the reference; [`Security::sign_out_everywhere`] ends them.
    ///
    /// ```
    /// # use gatewright::{Result, Security, User};
    /// async fn by_the_help_desk(security: &Security, user: &User, password: &str) -> Result<bool> {
    ///     security.change_password(user, password, true).await
    /// }
    /// ```
    ///
    /// # Errors
    /// As [`Passwords::hash`](crate::password::Passwords::hash); or the store or the mail's template failed.
    pub async fn change_password(&self, user: &User, password: &str, notify: bool) -> Result<bool> {
        let cx = self.offline();
        let hash = self.passwords().hash(password).await?;
        let notice = if notify { changed_notice(&cx, user, Map::new())? } else { None };
        let user = user.clone();
        whole(async move {
            let Some(user) = replace(&cx, &user, hash, notice, &[]).await? else {
                return Ok(false);
            };
            cx.security().announce(None, &Event::PasswordChanged { user: &user }).await;
            Ok(true)
        })
        .await
    }
}

/// Writes a new hash and ends all that the former password let in, unless the user has been changed
/// since they were read; `when` says what else must still be so. The notice goes with it.
///
/// What counts wrong passwords goes by the uniquifier, so that a lock ends, too: it was about the
/// former password (NIST SP 800-63B, section 3.2.2).
pub(crate) async fn replace(
    cx: &Cx,
    user: &User,
    hash: String,
    notice: Option<Outgoing>,
    when: &[UserField],
) -> Result<Option<Arc<User>>> {
    let seen = UserField::Uniquifier(user.uniquifier.clone());
    let when = [&[seen], when].concat();
    let change = Change {
        set: vec![UserField::Password(Some(hash))],
        when: &when,
        keep: None,
        keep_tokens: cx.config().preset == Preset::Flask,
        letters: notice.as_ref().map(Outgoing::letters).unwrap_or_default(),
    };
    let ended = everywhere::with_change(cx.security(), Some(cx.facts()), user, change).await?;
    if let (Some(_), Some(notice)) = (&ended, &notice) {
        cx.posted(notice).await;
    }
    Ok(ended.map(|ended| ended.user))
}

/// The mail that tells the owner of a change, if the settings want it.
pub(crate) fn changed_notice(
    cx: &Cx,
    user: &User,
    mut seen: Map<String, Value>,
) -> Result<Option<Outgoing>> {
    let config = &cx.config().change_password;
    if !config.send_email {
        return Ok(None);
    }
    seen.insert("recovery_link".to_owned(), json!(recovery_link(cx)));
    let occasion = Occasion {
        template: &config.email_template,
        subject: "MAIL_CHANGE_NOTICE_SUBJECT",
        own_subject: config.email_subject.as_deref(),
        user: Some(user),
        to: None,
        context: seen,
    };
    cx.outgoing(&occasion).map(Some)
}

/// Where a new password can be asked for, if there is such a page and it is known where this site is.
pub(crate) fn recovery_link(cx: &Cx) -> Option<String> {
    cx.absolute_url(cx.url_for("forgot_password")?).ok()
}
