//! Protection against requests that another site made the browser send.

use crate::config::secret::Secret;
use crate::config::table::settings;
use crate::config::types::{CookieAttributes, WebOrigin};

settings! {
    /// Protection against requests that another site made the browser send.
    "CSRF"
    pub struct Settings {
        /// Off switches every CSRF check off.
        enabled: bool = true => "WTF_CSRF_ENABLED",
        /// Protect the whole application, not only the forms of this route group.
        protect: bool = false => "CSRF_PROTECT",
        /// With `CSRF_PROTECT`: check every request before it is routed, rather than in guards.
        check_default: bool = true => "WTF_CSRF_CHECK_DEFAULT",
        /// Methods that are checked.
        methods: Vec<String> = ["POST", "PUT", "PATCH", "DELETE"].map(String::from).into()
            => "WTF_CSRF_METHODS",
        /// Name of the form field, of the JSON key and of the session's entry.
        field_name: String = "csrf_token".into() => "WTF_CSRF_FIELD_NAME",
        /// Headers that may carry the token.
        headers: Vec<String> = ["X-CSRFToken", "X-CSRF-Token"].map(String::from).into()
            => "WTF_CSRF_HEADERS",
        /// Name of the meta tag for scripts.
        meta_name: String = "csrf-token".into() => "WTF_CSRF_META_NAME",
        /// Life of a token in seconds. None: as long as the session.
        time_limit: Option<i64> = Some(3600) => "WTF_CSRF_TIME_LIMIT",
        /// Over https, the `Referer` must be of the same origin.
        ssl_strict: bool = true => "WTF_CSRF_SSL_STRICT",
        /// A key of their own for the tokens. None: `SECRET_KEY`.
        secret_key: Option<Secret> = None => "WTF_CSRF_SECRET_KEY",
        /// Ways to be signed in for which guards check: session, token, basic.
        protect_mechanisms: Vec<String> = ["basic", "session", "token"].map(String::from).into()
            => "SECURITY_CSRF_PROTECT_MECHANISMS",
        /// Do not check callers who are not signed in.
        ignore_unauth_endpoints: bool = false => "SECURITY_CSRF_IGNORE_UNAUTH_ENDPOINTS",
        /// Name of a cookie that hands the token to scripts. None: no such cookie.
        cookie_name: Option<String> = None => "SECURITY_CSRF_COOKIE_NAME",
        /// Attributes of that cookie.
        cookie: CookieAttributes = CookieAttributes::strict(false) => "SECURITY_CSRF_COOKIE",
        /// One more header that may carry the token.
        header: Option<String> = Some("X-XSRF-Token".into()) => "SECURITY_CSRF_HEADER",
        /// Send the cookie with every response.
        cookie_refresh_each_request: bool = false => "SECURITY_CSRF_COOKIE_REFRESH_EACH_REQUEST",
        /// Tell JSON clients in JSON that the application-wide check failed, rather than in HTML.
        json_errors: bool = false, recommended = true
            => "SECURITY_CSRF_JSON_ERRORS" | "CSRF_JSON_ERRORS",
        /// Refuse what the page of another site made a browser send, by the headers `Sec-Fetch-Site`
        /// and `Origin`: every request of the application that is not GET, HEAD or OPTIONS.
        origin_check: bool = false, recommended = true => "CSRF_ORIGIN_CHECK",
        /// Other origins whose pages may send requests, such as `https://app.example.com`. Those whose
        /// scripts read the answers, too, belong into `CORS_ORIGINS`.
        trusted_origins: Vec<WebOrigin> = vec![] => "CSRF_TRUSTED_ORIGINS",
        /// Accept requests from pages of every host with the same registrable domain.
        allow_same_site: bool = false => "CSRF_ALLOW_SAME_SITE",
        /// Paths that neither this check nor the application-wide one looks at, such as those that a
        /// payment provider posts to; with `/*` at the end all below.
        exempt_paths: Vec<String> = vec![] => "CSRF_EXEMPT_PATHS",
    }
}
