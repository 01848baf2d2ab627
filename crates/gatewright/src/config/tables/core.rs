//! Keys, addresses, limits and what concerns every endpoint.

use std::path::PathBuf;

use crate::config::secret::Secret;
use crate::config::table::settings;
use crate::config::types::{
    CacheControl, Code, Delivery, IdentityAttribute, Mapper, NormalForm, ProxyFix, TrustedProxy,
};

settings! {
    /// Keys, addresses, limits and what concerns every endpoint.
    "Core"
    pub struct Settings {
        /// Signs session cookies, remember cookies, CSRF tokens and every other token.
        secret_key: Option<Secret> = None => "SECRET_KEY",
        /// Former values of `SECRET_KEY` that are still accepted, never used for new signatures.
        secret_key_fallbacks: Vec<Secret> = vec![] => "SECRET_KEY_FALLBACKS",
        /// Starts in spite of weak secrets and low hash costs, with a warning each. For tests.
        allow_weak_secrets: bool = false => "ALLOW_WEAK_SECRETS",
        /// Public host, with port if not the usual one, that absolute links are made with.
        ///
        /// Without it they are made from the request's `Host` where that is among `TRUSTED_HOSTS`.
        /// Without either, the preset `flask` believes any `Host`, and `recommended` none but that of
        /// the same machine.
        server_name: Option<String> = None => "SERVER_NAME",
        /// Path under which the application is mounted, and last resort of redirects.
        application_root: String = "/".into() => "APPLICATION_ROOT",
        /// Scheme of absolute links: http or https. Links to a loopback host, and in the preset
        /// `flask` all that are made in a request, have the request's.
        preferred_url_scheme: String = "http".into(), recommended = "https".into()
            => "PREFERRED_URL_SCHEME",
        /// Hosts that are accepted beside `SERVER_NAME`; one with a leading dot includes its
        /// subdomains, one without a port all ports. None: any host.
        trusted_hosts: Option<Vec<String>> = None => "TRUSTED_HOSTS",
        /// Match routes that have a subdomain by the host; needs `SERVER_NAME`.
        subdomain_matching: bool = false => "SUBDOMAIN_MATCHING",
        /// How many proxies to believe for each `X-Forwarded-…` header; 0 ignores the header.
        proxy_fix: ProxyFix = ProxyFix::default() => "PROXY_FIX",
        /// Networks of the proxies that are believed, such as `10.0.0.0/8`; `unix` is whoever comes
        /// through a Unix socket. The headers are those that `PROXY_FIX` names; the client is the first
        /// address from the right of `X-Forwarded-For` that is none of these. Empty: whoever connects
        /// is believed to be the proxy.
        trusted_proxies: Vec<TrustedProxy> = vec![] => "TRUSTED_PROXIES",
        /// Largest request body that the endpoints read, in bytes.
        max_content_length: usize = 64 * 1024 => "MAX_CONTENT_LENGTH",
        /// Largest sum of form fields, in bytes.
        max_form_memory_size: usize = 500_000 => "MAX_FORM_MEMORY_SIZE",
        /// Most parts of a multipart form.
        max_form_parts: usize = 1000 => "MAX_FORM_PARTS",
        /// Name of the route group, and the prefix of every endpoint's name.
        blueprint_name: String = "security".into() => "SECURITY_BLUEPRINT_NAME",
        /// Path in front of every route of the group.
        url_prefix: Option<String> = None => "SECURITY_URL_PREFIX",
        /// Host label that the route group is bound to.
        subdomain: Option<String> = None => "SECURITY_SUBDOMAIN",
        /// Folder of the static files.
        static_folder: String = "static".into() => "SECURITY_STATIC_FOLDER",
        /// Path, below the prefix, at which they are served.
        static_folder_url: String = "/fs-static".into() => "SECURITY_STATIC_FOLDER_URL",
        /// Keep messages in the session until the next page shows them.
        flash_messages: bool = true => "SECURITY_FLASH_MESSAGES",
        /// Answer alike whether or not an account exists, so that nobody can probe for accounts.
        return_generic_responses: bool = false, recommended = true
            => "SECURITY_RETURN_GENERIC_RESPONSES",
        /// Unicode form of usernames and passkey names. None: as typed.
        input_normalize_form: Option<NormalForm> = Some(NormalForm::Nfkd)
            => "SECURITY_INPUT_NORMALIZE_FORM",
        /// `Cache-Control` directives of this route group's responses. None: no header.
        cache_control: Option<CacheControl> = Some(CacheControl::private())
            => "SECURITY_CACHE_CONTROL",
        /// Ways to be signed in that the group's own guarded routes accept: session, token, basic.
        api_enabled_methods: Vec<String> = vec!["session".into(), "token".into()]
            => "SECURITY_API_ENABLED_METHODS",
        /// Realm of the HTTP Basic challenge (RFC 7617).
        default_http_auth_realm: String = "Login Required".into()
            => "SECURITY_DEFAULT_HTTP_AUTH_REALM",
        /// HTTP Basic lets users in who have a second factor, although it cannot ask for it.
        basic_skips_two_factor: bool = false
            => "SECURITY_BASIC_SKIPS_TWO_FACTOR" | "BASIC_SKIPS_TWO_FACTOR",
        /// What identifies a user at sign-in, in the order of look-up.
        user_identity_attributes: Vec<IdentityAttribute> =
            vec![IdentityAttribute::new("email", Mapper::Email)]
            => "SECURITY_USER_IDENTITY_ATTRIBUTES",
        /// Redirect for users who lack a role or permission: path, URL or endpoint. None: plain 403.
        unauthorized_view: Option<String> = None => "SECURITY_UNAUTHORIZED_VIEW",
        /// There is no current user, rather than an anonymous one, for requests without sign-in.
        anonymous_user_disabled: bool = false => "SECURITY_ANONYMOUS_USER_DISABLED",
        /// Load the roles together with the user.
        join_user_roles: bool = true => "SECURITY_JOIN_USER_ROLES",
        /// The clock is given to the builder; stored times are always UTC.
        datetime_factory: Code = Code => "SECURITY_DATETIME_FACTORY",
        /// Name by which templates know the nonce of their script tags, beside `csp_nonce()`.
        script_nonce_key: Option<String> = None => "SECURITY_SCRIPT_NONCE_KEY",
        /// The page renderer is given to the builder.
        render_template: Code = Code => "SECURITY_RENDER_TEMPLATE",
        /// Folder whose templates replace those of the same name.
        template_folder: Option<PathBuf> = None => "TEMPLATE_FOLDER",
        /// Fluent file whose texts replace those of the catalogue.
        text_overrides: Option<PathBuf> = None => "TEXT_OVERRIDES",
        /// The one locale of all pages, such as `de_DE`. None: the browser's languages decide.
        babel_default_locale: Option<String> = Some("en".into()), recommended = None
            => "BABEL_DEFAULT_LOCALE",
        /// When mail, SMS and webhooks leave.
        delivery: Delivery = Delivery::Outbox => "DELIVERY",
        /// The login-required guard lets everybody pass. For tests.
        login_disabled: bool = false => "LOGIN_DISABLED",
        /// Answer `OPTIONS` requests with the methods of the route.
        provide_automatic_options: bool = true => "PROVIDE_AUTOMATIC_OPTIONS",
        /// Test mode: no mail is sent unless `MAIL_SUPPRESS_SEND` says so.
        testing: bool = false => "TESTING",
        /// Debug mode.
        debug: bool = false => "DEBUG",
        /// Serve a start page at `/` that says who is signed in.
        welcome_page: bool = false => "WELCOME_PAGE",
        /// As long as there is no user, a one-time link can make the first administrator.
        first_administrator: bool = false, recommended = true => "FIRST_ADMINISTRATOR",
    }
}
