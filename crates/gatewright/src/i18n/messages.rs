//! Every message: its key, its category and its placeholders. The words are in `locales`.

use std::fmt;

/// What a message is about; a page shows it in matching colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Category {
    /// Something was refused or failed.
    Error,
    /// Something to know.
    Info,
    /// Something was done.
    Success,
}

/// The key of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    name: &'static str,
    category: Category,
    placeholders: &'static [&'static str],
}

/// A message with what its placeholders stand for, not yet in words.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    key: Key,
    args: Vec<(&'static str, String)>,
}

impl Category {
    /// The name that clients and pages see.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Info => "info",
            Self::Success => "success",
        }
    }
}

impl Key {
    /// The key of this name, if there is one.
    pub fn find(name: &str) -> Option<Self> {
        ALL.iter().find(|key| key.name == name).copied()
    }

    /// The name, such as `INVALID_PASSWORD`.
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The category, unless the settings give another.
    pub const fn category(self) -> Category {
        self.category
    }

    /// What the text has places for.
    pub const fn placeholders(self) -> &'static [&'static str] {
        self.placeholders
    }

    /// The message without anything filled in.
    pub const fn message(self) -> Message {
        Message { key: self, args: Vec::new() }
    }

    /// The message with one placeholder filled in.
    ///
    /// ```
    /// use gatewright::i18n::messages as msg;
    ///
    /// let message = msg::USERNAME_INVALID_LENGTH.with("min", 4).with("max", 32);
    /// assert_eq!(message.key().name(), "USERNAME_INVALID_LENGTH");
    /// ```
    pub fn with(self, placeholder: &'static str, value: impl fmt::Display) -> Message {
        self.message().with(placeholder, value)
    }
}

impl Message {
    /// Fills in one more placeholder.
    #[must_use]
    pub fn with(mut self, placeholder: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((placeholder, value.to_string()));
        self
    }

    /// The key.
    pub const fn key(&self) -> Key {
        self.key
    }

    /// What the placeholders stand for.
    pub fn args(&self) -> &[(&'static str, String)] {
        &self.args
    }
}

impl From<Key> for Message {
    fn from(key: Key) -> Self {
        key.message()
    }
}

impl fmt::Debug for Message {
    /// Leaves out the values: one of them may be a code.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message").field("key", &self.key.name).finish_non_exhaustive()
    }
}

macro_rules! messages {
    ($($(#[$doc:meta])* $key:ident: $category:ident [$($placeholder:literal),*];)*) => {
        $(
            $(#[$doc])*
            pub const $key: Key = Key {
                name: stringify!($key),
                category: Category::$category,
                placeholders: &[$($placeholder),*],
            };
        )*

        /// All keys.
        pub const ALL: &[Key] = &[$($key),*];
    };
}

messages! {
    /// Confirmation asked for, or link used, by an account that is confirmed already.
    ALREADY_CONFIRMED: Info [];
    /// Endpoint is only for signed-out callers.
    ANONYMOUS_USER_REQUIRED: Error [];
    /// A field had the wrong JSON type, a token was malformed, or an argument was missing.
    API_ERROR: Error [];
    /// Email address replaced.
    CHANGE_EMAIL_CONFIRMED: Success [];
    /// Email-change link too old.
    CHANGE_EMAIL_EXPIRED: Error ["within"];
    /// A mail went to the new address.
    CHANGE_EMAIL_SENT: Success ["email"];
    /// A one-time code was sent.
    CODE_HAS_BEEN_SENT: Info [];
    /// Confirmation link too old.
    CONFIRMATION_EXPIRED: Error ["within"];
    /// Instructions to confirm the address went out again.
    CONFIRMATION_REQUEST: Info ["email"];
    /// Account not confirmed yet, so this action is refused.
    CONFIRMATION_REQUIRED: Error [];
    /// Registered; a mail to confirm the address went out.
    CONFIRM_REGISTRATION: Success ["email"];
    /// Account is deactivated.
    DISABLED_ACCOUNT: Error [];
    /// Registration or email change: address is taken.
    EMAIL_ALREADY_ASSOCIATED: Error ["email"];
    /// Confirmation link accepted.
    EMAIL_CONFIRMED: Success [];
    /// Required email field is empty.
    EMAIL_NOT_PROVIDED: Error [];
    /// Mail or SMS delivery of a one-time code raised an error.
    FAILED_TO_SEND_CODE: Error [];
    /// Text of the link beside the password field.
    FORGOT_PASSWORD: Info [];
    /// The one answer to any failed sign-in where answers must not differ.
    GENERIC_AUTHN_FAILED: Error [];
    /// Neutral answer after asking for an account back. Kept for overrides.
    GENERIC_RECOVERY: Info [];
    /// The one answer after asking for a sign-in code where answers must not differ.
    GENERIC_US_SIGNIN: Info [];
    /// The value of an identity, such as a phone number, belongs to another account.
    IDENTITY_ALREADY_ASSOCIATED: Error ["attr", "value"];
    /// The provider knows the visitor, but no account here does.
    IDENTITY_NOT_REGISTERED: Error ["id"];
    /// The code in a link is wrong.
    INVALID_CODE: Error [];
    /// Confirmation link bad: signature, unknown user, or the address changed since.
    INVALID_CONFIRMATION_TOKEN: Error [];
    /// Email failed syntax.
    INVALID_EMAIL_ADDRESS: Error [];
    /// Free-text field contained markup or characters the sanitiser would alter.
    INVALID_INPUT: Error [];
    /// The name of a passkey is too long.
    INVALID_INPUT_LENGTH: Error ["length"];
    /// Passwordless link bad.
    INVALID_LOGIN_TOKEN: Error [];
    /// The password is wrong.
    INVALID_PASSWORD: Error [];
    /// Unified sign-in: neither password nor one-time code matched.
    INVALID_PASSWORD_CODE: Error [];
    /// Recovery code not found for this account.
    INVALID_RECOVERY_CODE: Error [];
    /// The next value points outside the allowed hosts.
    INVALID_REDIRECT: Error [];
    /// Reset link bad or used already.
    INVALID_RESET_PASSWORD_TOKEN: Error [];
    /// Asks to sign in. Kept for overrides.
    LOGIN: Info [];
    /// Passwordless link mailed.
    LOGIN_EMAIL_SENT: Success ["email"];
    /// Passwordless link too old; a fresh one was mailed.
    LOGIN_EXPIRED: Error ["within", "email"];
    /// User asked to see recovery codes but none exist.
    NO_RECOVERY_CODES_SETUP: Info [];
    /// The social provider exchange failed; carries the provider's code and text.
    OAUTH_HANDSHAKE_ERROR: Error ["exerror", "exdesc"];
    /// Signed in through a link from a mail.
    PASSWORDLESS_LOGIN_SUCCESSFUL: Success [];
    /// The password is in a list of stolen passwords.
    PASSWORD_BREACHED: Error [];
    /// The list of stolen passwords cannot be asked, and it must be.
    PASSWORD_BREACHED_SITE_ERROR: Error [];
    /// The password was changed.
    PASSWORD_CHANGE: Success [];
    /// The password is shorter than the minimum or longer than 128 characters.
    PASSWORD_INVALID_LENGTH: Error ["length"];
    /// The new password is the present one.
    PASSWORD_IS_THE_SAME: Error [];
    /// The two passwords differ. Kept for overrides.
    PASSWORD_MISMATCH: Error [];
    /// Required password field is empty or blank.
    PASSWORD_NOT_PROVIDED: Error [];
    /// Password reset done and user signed in.
    PASSWORD_RESET: Success [];
    /// Reset link too old.
    PASSWORD_RESET_EXPIRED: Error ["within"];
    /// Password reset done; user must sign in.
    PASSWORD_RESET_NO_LOGIN: Success [];
    /// Instructions to reset the password went out.
    PASSWORD_RESET_REQUEST: Info ["email"];
    /// The strength check refuses the password without a reason of its own.
    PASSWORD_TOO_SIMPLE: Error [];
    /// Phone number missing, unparsable or not a valid number.
    PHONE_INVALID: Error [];
    /// Freshness check failed; the caller has to verify again.
    REAUTHENTICATION_REQUIRED: Error [];
    /// Verify step passed; freshness renewed.
    REAUTHENTICATION_SUCCESSFUL: Info [];
    /// Asks to sign in again. Kept for overrides.
    REFRESH: Info [];
    /// The refresh token is refused: `INVALID`, `EXPIRED`, `NOT_FOUND`, `GEN_MISMATCH`, `REVOKED`.
    REFRESH_TOKEN_INVALID: Error ["reason"];
    /// Repeat-password field differs from the password field.
    RETYPE_PASSWORD_MISMATCH: Error [];
    /// Second-factor method set or changed.
    TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL: Success [];
    /// Second factor switched off.
    TWO_FACTOR_DISABLED: Success [];
    /// Second-factor code wrong.
    TWO_FACTOR_INVALID_TOKEN: Error [];
    /// Second factor accepted during sign-in.
    TWO_FACTOR_LOGIN_SUCCESSFUL: Success [];
    /// Chosen second-factor method is not offered.
    TWO_FACTOR_METHOD_NOT_AVAILABLE: Error [];
    /// Second-factor endpoint called without the required intermediate state.
    TWO_FACTOR_PERMISSION_DENIED: Error [];
    /// Second-factor setup state token too old.
    TWO_FACTOR_SETUP_EXPIRED: Error ["within"];
    /// The place is for signed-in visitors, and nobody is signed in.
    UNAUTHENTICATED: Error [];
    /// Signed-in caller lacks the role or permission.
    UNAUTHORIZED: Error [];
    /// Username is taken.
    USERNAME_ALREADY_ASSOCIATED: Error ["username"];
    /// Username changed.
    USERNAME_CHANGE: Success [];
    /// Username holds characters outside the allowed Unicode categories.
    USERNAME_DISALLOWED_CHARACTERS: Error [];
    /// The user name is too short or too long.
    USERNAME_INVALID_LENGTH: Error ["min", "max"];
    /// Username required but empty.
    USERNAME_NOT_PROVIDED: Error [];
    /// Neutral answer after asking for one's username.
    USERNAME_RECOVERY_REQUEST: Info [];
    /// No account has this identity.
    USER_DOES_NOT_EXIST: Error [];
    /// Body of the SMS that carries a one-time code.
    USE_CODE: Info ["code"];
    /// Heading listing the sign-in options the user has set up.
    US_CURRENT_METHODS: Info ["method_list"];
    /// Requested unified sign-in option not enabled or not set up.
    US_METHOD_NOT_AVAILABLE: Error [];
    /// Unified sign-in setup state token too old.
    US_SETUP_EXPIRED: Error ["within"];
    /// Unified sign-in option added.
    US_SETUP_SUCCESSFUL: Info [];
    /// Unified sign-in identity unknown.
    US_SPECIFY_IDENTITY: Error [];
    /// Passkey removed.
    WEBAUTHN_CREDENTIAL_DELETED: Info ["name"];
    /// Credential id is registered already.
    WEBAUTHN_CREDENTIAL_ID_INUSE: Error [];
    /// Passkey registered for the other factor position.
    WEBAUTHN_CREDENTIAL_WRONG_USAGE: Error [];
    /// Passkey ceremony state token too old.
    WEBAUTHN_EXPIRED: Error ["within"];
    /// User handle in the response is not the expected user's.
    WEBAUTHN_MISMATCH_USER_HANDLE: Error [];
    /// Passkey nickname holds characters outside the allowed Unicode categories.
    WEBAUTHN_NAME_DISALLOWED_CHARACTERS: Error [];
    /// User already has a passkey with that nickname.
    WEBAUTHN_NAME_INUSE: Error ["name"];
    /// User has no passkey with that nickname.
    WEBAUTHN_NAME_NOT_FOUND: Error ["name"];
    /// Passkey nickname missing.
    WEBAUTHN_NAME_REQUIRED: Error [];
    /// The passkey's response is refused; the argument says why.
    WEBAUTHN_NO_VERIFY: Error ["cause"];
    /// Credential on file has no owner.
    WEBAUTHN_ORPHAN_CREDENTIAL_ID: Error [];
    /// Passkey added.
    WEBAUTHN_REGISTER_SUCCESSFUL: Info ["name"];
    /// Credential id not on file.
    WEBAUTHN_UNKNOWN_CREDENTIAL_ID: Error [];

    /// The words of the application itself, such as why an account is locked.
    LITERAL: Error ["text"];
    /// Registered, or not because the address was taken: the same words for both.
    REGISTRATION_SENT: Info [];
    /// The first administrator exists and is signed in.
    FIRST_ADMINISTRATOR_READY: Success [];
    /// The account may be used again.
    ACCOUNT_UNLOCKED: Success [];
    /// A change of the address was taken back.
    CHANGE_EMAIL_UNDONE: Success ["email"];
    /// The link that takes a change of the address back is too old.
    CHANGE_EMAIL_UNDO_EXPIRED: Error ["within"];
    /// The link that takes a change of the address back is wrong, or was used.
    CHANGE_EMAIL_UNDO_INVALID: Error [];
    /// The address before belongs to another account now.
    CHANGE_EMAIL_UNDO_TAKEN: Error ["email"];
    /// The account is closed, and will be deleted.
    ACCOUNT_CLOSED: Success ["within"];
    /// A closed account is open again.
    ACCOUNT_REOPENED: Success [];
    /// The link that opens a closed account again is wrong, too old, or was used.
    ACCOUNT_REOPEN_INVALID: Error [];
    /// The account is the last one of an administrator, and cannot be closed.
    ACCOUNT_LAST_ADMINISTRATOR: Error [];
    /// Another page has to be visited first; this is that page.
    VISIT_FIRST: Info [];
    /// A session of the user's own has ended.
    SESSION_REVOKED: Success [];
    /// The session that was to be ended is not there, or not any more.
    SESSION_GONE: Info [];
    /// Whatever was signed in but this session has ended.
    SESSIONS_OTHERS_REVOKED: Success [];
    /// Whatever was signed in has ended.
    SESSIONS_ALL_REVOKED: Success [];
    /// No CSRF token was sent.
    CSRF_TOKEN_MISSING: Error [];
    /// The session has nothing to compare a CSRF token with.
    CSRF_SESSION_TOKEN_MISSING: Error [];
    /// The CSRF token is too old.
    CSRF_TOKEN_EXPIRED: Error [];
    /// The CSRF token is forged or damaged.
    CSRF_TOKEN_INVALID: Error [];
    /// The CSRF token belongs to another session.
    CSRF_TOKEN_MISMATCH: Error [];
    /// A secure request came without a `Referer`.
    CSRF_REFERRER_MISSING: Error [];
    /// A secure request came from another site.
    CSRF_REFERRER_MISMATCH: Error [];
    /// The `Origin` or `Sec-Fetch-Site` of a request names another site.
    CSRF_ORIGIN_MISMATCH: Error [];
    /// A field that must be filled in is empty.
    FIELD_REQUIRED: Error [];
    /// The choice is not among those offered.
    CHOICE_INVALID: Error [];
    /// The password is made of what others know of its owner or of this site.
    PASSWORD_WEAK_CONTEXT: Error [];
    /// The password is a row of keys.
    PASSWORD_WEAK_KEY_ROW: Error [];
    /// The password is a short pattern of keys.
    PASSWORD_WEAK_KEY_PATTERN: Error [];
    /// The password repeats a character.
    PASSWORD_WEAK_REPEATED_CHARACTER: Error [];
    /// The password repeats a part.
    PASSWORD_WEAK_REPEATED_PART: Error [];
    /// The password is among the ten most used ones.
    PASSWORD_WEAK_TOP_10: Error [];
    /// The password is among the hundred most used ones.
    PASSWORD_WEAK_TOP_100: Error [];
    /// The password is among the most used ones.
    PASSWORD_WEAK_COMMON: Error [];
    /// The password is like one of the most used ones.
    PASSWORD_WEAK_SIMILAR: Error [];
    /// The password is a sequence.
    PASSWORD_WEAK_SEQUENCE: Error [];
    /// The password is a recent year.
    PASSWORD_WEAK_YEAR: Error [];
    /// The password is a single word.
    PASSWORD_WEAK_WORD: Error [];
    /// The password is a date.
    PASSWORD_WEAK_DATE: Error [];
    /// The password is a name.
    PASSWORD_WEAK_NAME: Error [];
    /// The password contains common names.
    PASSWORD_WEAK_NAMES: Error [];
    /// Advice for a new password: several words.
    PASSWORD_ADVICE_FEW_WORDS: Error [];
    /// Advice: signs, digits and capitals are not needed.
    PASSWORD_ADVICE_NO_SIGNS: Error [];
    /// Advice: one or two words more.
    PASSWORD_ADVICE_MORE_WORDS: Error [];
    /// Advice: a capital letter at the beginning helps little.
    PASSWORD_ADVICE_CAPITAL: Error [];
    /// Advice: capital letters throughout help little.
    PASSWORD_ADVICE_CAPITALS: Error [];
    /// Advice: words written backwards help little.
    PASSWORD_ADVICE_REVERSED: Error [];
    /// Advice: signs in place of letters help little.
    PASSWORD_ADVICE_SWAPS: Error [];
    /// Advice: a longer pattern of keys with more turns.
    PASSWORD_ADVICE_KEY_PATTERN: Error [];
    /// Advice: no repeated words and characters.
    PASSWORD_ADVICE_NO_REPEATS: Error [];
    /// Advice: no sequences.
    PASSWORD_ADVICE_NO_SEQUENCES: Error [];
    /// Advice: no recent years.
    PASSWORD_ADVICE_NO_RECENT_YEARS: Error [];
    /// Advice: no years that have to do with oneself.
    PASSWORD_ADVICE_NO_OWN_YEARS: Error [];
    /// Advice: no dates and years that have to do with oneself.
    PASSWORD_ADVICE_NO_OWN_DATES: Error [];
}
