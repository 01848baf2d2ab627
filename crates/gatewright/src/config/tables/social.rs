//! Signing in with an account elsewhere.

use crate::config::secret::Secret;
use crate::config::table::settings;

settings! {
    /// Signing in with an account elsewhere (OAuth 2, OpenID Connect).
    "Social sign-in"
    pub struct Settings {
        /// Switches the feature on.
        enabled: bool = false => "SECURITY_OAUTH_ENABLE",
        /// Built-in providers on offer: github, google.
        builtin_providers: Vec<String> = ["github", "google"].map(String::from).into()
            => "SECURITY_OAUTH_BUILTIN_PROVIDERS",
        /// Path that starts a sign-in; the provider's name follows.
        start_url: String = "/login/oauthstart".into() => "SECURITY_OAUTH_START_URL",
        /// Path that providers return to; the provider's name follows.
        response_url: String = "/login/oauthresponse".into() => "SECURITY_OAUTH_RESPONSE_URL",
        /// Path that asks a signed-in user again.
        verify_start_url: String = "/login/oauth-verify-start".into()
            => "SECURITY_OAUTH_VERIFY_START_URL",
        /// Path that providers return to after that.
        verify_response_url: String = "/login/oauth-verify-response".into()
            => "SECURITY_OAUTH_VERIFY_RESPONSE_URL",
        /// Where a single-page application continues after the sign-in.
        post_login_view: Option<String> = None => "SECURITY_POST_OAUTH_LOGIN_VIEW",
        /// Where a single-page application continues after asking again.
        post_verify_view: Option<String> = None => "SECURITY_POST_OAUTH_VERIFY_VIEW",
        /// Client id at GitHub.
        github_client_id: Option<String> = None => "GITHUB_CLIENT_ID",
        /// Client secret at GitHub.
        github_client_secret: Option<Secret> = None => "GITHUB_CLIENT_SECRET",
        /// Client id at Google.
        google_client_id: Option<String> = None => "GOOGLE_CLIENT_ID",
        /// Client secret at Google.
        google_client_secret: Option<Secret> = None => "GOOGLE_CLIENT_SECRET",
    }
}
