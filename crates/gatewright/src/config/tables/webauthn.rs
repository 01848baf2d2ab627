//! Passkeys.

use jiff::SignedDuration;

use crate::config::table::settings;

settings! {
    /// Passkeys (W3C Web Authentication).
    "Passkeys"
    pub struct Settings {
        /// Switches the feature on.
        enabled: bool = false => "SECURITY_WEBAUTHN",
        /// Name of the application that browsers show.
        rp_name: String = "My Flask App".into() => "SECURITY_WAN_RP_NAME",
        /// Length of a challenge in bytes. None: 32.
        challenge_bytes: Option<usize> = None => "SECURITY_WAN_CHALLENGE_BYTES",
        /// Salt of the signature of what is in progress.
        salt: String = "wan-salt".into() => "SECURITY_WAN_SALT",
        /// Path of the registration.
        register_url: String = "/wan-register".into() => "SECURITY_WAN_REGISTER_URL",
        /// Template of the registration.
        register_template: String = "security/wan_register.html".into()
            => "SECURITY_WAN_REGISTER_TEMPLATE",
        /// How long the browser waits for the user at registration, in milliseconds.
        register_timeout: u64 = 60_000 => "SECURITY_WAN_REGISTER_TIMEOUT",
        /// How long a registration may take.
        register_within: SignedDuration = SignedDuration::from_mins(30)
            => "SECURITY_WAN_REGISTER_WITHIN",
        /// Where to go after the registration.
        post_register_view: String = ".wan_register".into() => "SECURITY_WAN_POST_REGISTER_VIEW",
        /// Path of the sign-in.
        signin_url: String = "/wan-signin".into() => "SECURITY_WAN_SIGNIN_URL",
        /// Template of the sign-in.
        signin_template: String = "security/wan_signin.html".into()
            => "SECURITY_WAN_SIGNIN_TEMPLATE",
        /// How long the browser waits for the user at sign-in, in milliseconds.
        signin_timeout: u64 = 60_000 => "SECURITY_WAN_SIGNIN_TIMEOUT",
        /// How long a sign-in may take.
        signin_within: SignedDuration = SignedDuration::from_mins(1)
            => "SECURITY_WAN_SIGNIN_WITHIN",
        /// Path that deletes a passkey.
        delete_url: String = "/wan-delete".into() => "SECURITY_WAN_DELETE_URL",
        /// Path of the page that asks a signed-in user again.
        verify_url: String = "/wan-verify".into() => "SECURITY_WAN_VERIFY_URL",
        /// Template of that page.
        verify_template: String = "security/wan_verify.html".into()
            => "SECURITY_WAN_VERIFY_TEMPLATE",
        /// A passkey may replace the password.
        allow_as_first_factor: bool = true => "SECURITY_WAN_ALLOW_AS_FIRST_FACTOR",
        /// A passkey that verifies its user may count as both factors.
        allow_as_multi_factor: bool = true => "SECURITY_WAN_ALLOW_AS_MULTI_FACTOR",
        /// Tell callers who are not signed in which passkeys the identity they name has.
        allow_user_hints: bool = true, recommended = false => "SECURITY_WAN_ALLOW_USER_HINTS",
        /// Which passkeys may answer when a signed-in user is asked again: first, secondary. None
        /// of them removes the page.
        allow_as_verify: Option<Vec<String>> = Some(["first", "secondary"].map(String::from).into())
            => "SECURITY_WAN_ALLOW_AS_VERIFY",
        /// Unicode categories of a passkey's name, by their first letters. None: any.
        name_allowed_chars: Option<Vec<String>> =
            Some(["L", "N", "Pc", "Pd", "Zs"].map(String::from).into())
            => "SECURITY_WAN_NAME_ALLOWED_CHARS",
        /// Most characters of a passkey's name.
        name_max_length: usize = 64 => "SECURITY_WAN_NAME_MAX_LENGTH",
    }
}
