//! One page for passwords and one-time codes.

use jiff::SignedDuration;

use crate::config::table::settings;

settings! {
    /// One page for passwords and one-time codes.
    "Unified sign-in"
    pub struct Settings {
        /// Switches the feature on.
        enabled: bool = false => "SECURITY_UNIFIED_SIGNIN",
        /// Serve it on the login page's path.
        replaces_login: bool = false => "SECURITY_US_SIGNIN_REPLACES_LOGIN",
        /// What users may sign in with: password, email, authenticator, sms.
        enabled_methods: Vec<String> =
            ["password", "email", "authenticator", "sms"].map(String::from).into()
            => "SECURITY_US_ENABLED_METHODS",
        /// Those of them that need a second factor.
        mfa_required: Vec<String> = ["password", "email"].map(String::from).into()
            => "SECURITY_US_MFA_REQUIRED",
        /// How long a code is accepted, in seconds.
        token_validity: u64 = 120 => "SECURITY_US_TOKEN_VALIDITY",
        /// Path of the page.
        signin_url: String = "/us-signin".into() => "SECURITY_US_SIGNIN_URL",
        /// Path that sends a code.
        signin_send_code_url: String = "/us-signin/send-code".into()
            => "SECURITY_US_SIGNIN_SEND_CODE_URL",
        /// Template of the page.
        signin_template: String = "security/us_signin.html".into()
            => "SECURITY_US_SIGNIN_TEMPLATE",
        /// Path of the set-up page.
        setup_url: String = "/us-setup".into() => "SECURITY_US_SETUP_URL",
        /// Template of the set-up page.
        setup_template: String = "security/us_setup.html".into()
            => "SECURITY_US_SETUP_TEMPLATE",
        /// Salt of the signature of a set-up in progress.
        setup_salt: String = "us-setup-salt".into() => "SECURITY_US_SETUP_SALT",
        /// How long a set-up may take.
        setup_within: SignedDuration = SignedDuration::from_mins(30)
            => "SECURITY_US_SETUP_WITHIN",
        /// Where to go after the set-up.
        post_setup_view: String = ".us_setup".into() => "SECURITY_US_POST_SETUP_VIEW",
        /// Path of the page that asks a signed-in user again.
        verify_url: String = "/us-verify".into() => "SECURITY_US_VERIFY_URL",
        /// Path that sends a code for it.
        verify_send_code_url: String = "/us-verify/send-code".into()
            => "SECURITY_US_VERIFY_SEND_CODE_URL",
        /// Template of that page.
        verify_template: String = "security/us_verify.html".into()
            => "SECURITY_US_VERIFY_TEMPLATE",
        /// Path of mailed sign-in links.
        verify_link_url: String = "/us-verify-link".into() => "SECURITY_US_VERIFY_LINK_URL",
        /// Subject of the mail with a code. None: from the catalogue.
        email_subject: Option<String> = None => "SECURITY_US_EMAIL_SUBJECT",
        /// Template of that mail, without its ending.
        email_template: String = "security/email/us_instructions".into()
            => "SECURITY_US_EMAIL_TEMPLATE",
    }
}
