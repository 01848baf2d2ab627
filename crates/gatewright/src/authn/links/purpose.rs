//! What links are for, and what differs by that.

use gatewright_wire::itsdangerous::Timed;
use jiff::SignedDuration;

use crate::request::cx::Cx;

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Proves an address. Bound to the address.
    Confirm,
    /// Sets a new password. Bound to the stored password.
    Reset,
    /// Signs in.
    Login,
    /// Changes the address. Bound to the present one; carries the new one.
    ChangeEmail,
    /// Undoes that, whatever has changed since; carries the address before.
    UndoEmail,
    /// Opens an account again that its owner has closed.
    Reopen,
}

impl Purpose {
    /// The endpoint that such a link leads to.
    pub(crate) const fn endpoint(self) -> &'static str {
        match self {
            Self::Confirm => "confirm_email",
            Self::Reset => "reset_password",
            Self::Login => "token_login",
            Self::ChangeEmail => "change_email_confirm",
            Self::UndoEmail => "undo_email_change",
            Self::Reopen => "reopen_account",
        }
    }

    /// How long such a link is good.
    pub(crate) fn life(self, cx: &Cx) -> SignedDuration {
        let config = cx.config();
        match self {
            Self::Confirm => config.confirm.email_within,
            Self::Reset => config.recover.within,
            Self::Login => config.passwordless.within,
            Self::ChangeEmail => config.change_email.within,
            Self::UndoEmail => config.links.undo_within.unwrap_or_default(),
            Self::Reopen => config.account.closing_grace.unwrap_or_default(),
        }
    }

    /// The same in words, in the language of whoever asks.
    pub(crate) fn within(self, cx: &Cx) -> String {
        cx.span(self.seconds(cx))
    }

    /// The same in seconds. As `within` of a mail it becomes words in the language of its reader.
    pub(crate) fn seconds(self, cx: &Cx) -> u64 {
        u64::try_from(self.life(cx).as_secs()).unwrap_or_default()
    }

    /// What the template of a mail calls the address of such a link, and its token.
    pub(super) const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Confirm => ("confirmation_link", "confirmation_token"),
            Self::Reset => ("reset_link", "reset_token"),
            Self::Login => ("login_link", "login_token"),
            Self::ChangeEmail | Self::UndoEmail | Self::Reopen => ("link", "token"),
        }
    }

    /// What the store calls it once it is used up.
    pub(super) const fn spent(self) -> &'static str {
        match self {
            Self::Confirm => "link-confirm",
            Self::Reset => "link-reset",
            Self::Login => "link-login",
            Self::ChangeEmail => "link-change-email",
            Self::UndoEmail => "link-undo-email",
            Self::Reopen => "link-reopen",
        }
    }

    /// The keys that sign such a link.
    pub(super) fn signer(self, cx: &Cx) -> &Timed {
        let keys = &cx.security().keys().links;
        match self {
            Self::Confirm => &keys.confirm,
            Self::Reset => &keys.reset,
            Self::Login => &keys.login,
            Self::ChangeEmail => &keys.change_email,
            Self::UndoEmail => &keys.undo_email,
            Self::Reopen => &keys.reopen,
        }
    }
}
