//! Headers that tell browsers what pages may do.

use crate::config::table::settings;

/// What the application's own pages may load; in place of `{nonce}` stands that of the request.
const PAGES: &str = "default-src 'self'; script-src 'self' 'nonce-{nonce}'; \
                     style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; \
                     base-uri 'none'; frame-ancestors 'none'";

/// The built-in pages need less.
const OURS: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
                    script-src 'self' 'nonce-{nonce}'; connect-src 'self'; frame-ancestors 'none'; \
                    base-uri 'none'";

settings! {
    /// Headers that tell browsers what pages may do. A header that a handler sets itself stays; `false`
    /// switches one off.
    "Headers"
    pub struct Settings {
        /// `Content-Security-Policy` of the application's pages; `{nonce}` is that of the request.
        policy: Option<String> = None, recommended = Some(PAGES.into())
            => "CONTENT_SECURITY_POLICY",
        /// `Content-Security-Policy` of this route group's pages.
        own_policy: Option<String> = None, recommended = Some(OURS.into())
            => "SECURITY_CONTENT_SECURITY_POLICY",
        /// `Strict-Transport-Security`; sent over https, and not for loopback hosts.
        transport_security: Option<String> = None, recommended = Some("max-age=31536000".into())
            => "STRICT_TRANSPORT_SECURITY",
        /// `X-Content-Type-Options`.
        content_type_options: Option<String> = None, recommended = Some("nosniff".into())
            => "X_CONTENT_TYPE_OPTIONS",
        /// `X-Frame-Options`, for browsers that do not know `frame-ancestors`.
        frame_options: Option<String> = None, recommended = Some("DENY".into())
            => "X_FRAME_OPTIONS",
        /// `Referrer-Policy`.
        referrer_policy: Option<String> = None, recommended = Some("same-origin".into())
            => "REFERRER_POLICY",
        /// `Permissions-Policy`.
        permissions_policy: Option<String> = None,
            recommended = Some("camera=(), geolocation=(), microphone=(), payment=(), usb=()".into())
            => "PERMISSIONS_POLICY",
        /// `Cross-Origin-Opener-Policy`.
        opener_policy: Option<String> = None, recommended = Some("same-origin".into())
            => "CROSS_ORIGIN_OPENER_POLICY",
        /// `Cross-Origin-Resource-Policy`.
        resource_policy: Option<String> = None, recommended = Some("same-origin".into())
            => "CROSS_ORIGIN_RESOURCE_POLICY",
        /// Send `SECURITY_CACHE_CONTROL` with guarded pages of the application, too.
        cache_guarded: bool = false, recommended = true => "CACHE_CONTROL_GUARDED",
    }
}
