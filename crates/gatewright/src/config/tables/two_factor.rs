//! A second factor after the password.

use std::collections::BTreeMap;

use jiff::SignedDuration;

use crate::config::table::settings;
use crate::config::types::CookieAttributes;

settings! {
    /// A second factor after the password.
    "Two-factor"
    pub struct Settings {
        /// Switches the feature on.
        enabled: bool = false => "SECURITY_TWO_FACTOR",
        /// Everybody must have one.
        required: bool = false => "SECURITY_TWO_FACTOR_REQUIRED",
        /// Methods on offer: email, authenticator, sms.
        enabled_methods: Vec<String> = ["email", "authenticator", "sms"].map(String::from).into()
            => "SECURITY_TWO_FACTOR_ENABLED_METHODS",
        /// Implementations by name; only the two built-in ones exist here.
        implementations: BTreeMap<String, String> = implementations()
            => "SECURITY_TWO_FACTOR_IMPLEMENTATIONS",
        /// Ask at every sign-in; false lets a cookie vouch for the browser.
        always_validate: bool = true => "SECURITY_TWO_FACTOR_ALWAYS_VALIDATE",
        /// Life of that cookie.
        login_validity: SignedDuration = SignedDuration::from_hours(30 * 24)
            => "SECURITY_TWO_FACTOR_LOGIN_VALIDITY",
        /// Salt of that cookie's signature.
        validity_salt: String = "tf-validity-salt".into() => "SECURITY_TWO_FACTOR_VALIDITY_SALT",
        /// Name of that cookie.
        validity_cookie_name: String = "tf_validity".into()
            => "SECURITY_TWO_FACTOR_VALIDITY_COOKIE_NAME",
        /// Attributes of that cookie.
        validity_cookie: CookieAttributes = CookieAttributes::strict(true)
            => "SECURITY_TWO_FACTOR_VALIDITY_COOKIE",
        /// How long a code of an authenticator app is accepted, in seconds.
        authenticator_validity: u64 = 120 => "SECURITY_TWO_FACTOR_AUTHENTICATOR_VALIDITY",
        /// How long a mailed code is accepted, in seconds.
        mail_validity: u64 = 300 => "SECURITY_TWO_FACTOR_MAIL_VALIDITY",
        /// How long a code from a text message is accepted, in seconds.
        sms_validity: u64 = 120 => "SECURITY_TWO_FACTOR_SMS_VALIDITY",
        /// Path of the set-up page.
        setup_url: String = "/tf-setup".into() => "SECURITY_TWO_FACTOR_SETUP_URL",
        /// Template of the set-up page.
        setup_template: String = "security/two_factor_setup.html".into()
            => "SECURITY_TWO_FACTOR_SETUP_TEMPLATE",
        /// Salt of the signature of a set-up in progress.
        setup_salt: String = "tf-setup-salt".into() => "SECURITY_TWO_FACTOR_SETUP_SALT",
        /// How long a set-up may take.
        setup_within: SignedDuration = SignedDuration::from_mins(30)
            => "SECURITY_TWO_FACTOR_SETUP_WITHIN",
        /// Where to go after the set-up.
        post_setup_view: String = ".two_factor_setup".into()
            => "SECURITY_TWO_FACTOR_POST_SETUP_VIEW",
        /// Path of the page that asks for the code.
        token_validation_url: String = "/tf-validate".into()
            => "SECURITY_TWO_FACTOR_TOKEN_VALIDATION_URL",
        /// Template of that page.
        verify_code_template: String = "security/two_factor_verify_code.html".into()
            => "SECURITY_TWO_FACTOR_VERIFY_CODE_TEMPLATE",
        /// Path of the choice between several second factors.
        select_url: String = "/tf-select".into() => "SECURITY_TWO_FACTOR_SELECT_URL",
        /// Template of that choice.
        select_template: String = "security/two_factor_select.html".into()
            => "SECURITY_TWO_FACTOR_SELECT_TEMPLATE",
        /// Where to go when there is no sign-in to continue.
        error_view: String = ".login".into() => "SECURITY_TWO_FACTOR_ERROR_VIEW",
        /// Path of the page for users who have lost their factor.
        rescue_url: String = "/tf-rescue".into() => "SECURITY_TWO_FACTOR_RESCUE_URL",
        /// That page offers a mailed code, which makes the mailbox a second factor.
        rescue_email: bool = true, recommended = false => "SECURITY_TWO_FACTOR_RESCUE_EMAIL",
        /// Address of the operator, who gets requests for help.
        rescue_mail: String = "no-reply@localhost".into() => "SECURITY_TWO_FACTOR_RESCUE_MAIL",
        /// Template of the mail with a code, without its ending.
        email_template: String = "security/email/two_factor_instructions".into()
            => "SECURITY_TWO_FACTOR_EMAIL_TEMPLATE",
        /// Template of the request for help, without its ending.
        rescue_email_template: String = "security/email/two_factor_rescue".into()
            => "SECURITY_TWO_FACTOR_RESCUE_EMAIL_TEMPLATE",
        /// Subject of the mail with a code. None: from the catalogue.
        email_subject: Option<String> = None => "SECURITY_EMAIL_SUBJECT_TWO_FACTOR",
        /// Subject of the request for help. None: from the catalogue.
        rescue_email_subject: Option<String> = None
            => "SECURITY_EMAIL_SUBJECT_TWO_FACTOR_RESCUE",
    }
}

/// The reference's names for what is built in here.
fn implementations() -> BTreeMap<String, String> {
    let built_in = [
        ("code", "flask_security.twofactor.CodeTfPlugin"),
        ("webauthn", "flask_security.webauthn.WebAuthnTfPlugin"),
    ];
    built_in.into_iter().map(|(name, class)| (name.into(), class.into())).collect()
}
