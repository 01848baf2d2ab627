//! The headers that answers carry, made of the settings once.

use http::{HeaderName, HeaderValue, header};

use crate::config::Config;
use crate::error::{Error, Result};

/// What stands for the nonce of a request in a policy.
const NONCE: &str = "{nonce}";

/// Values that need not be made for every answer.
pub(crate) struct Headers {
    /// The same for every answer.
    pub(crate) fixed: Vec<(HeaderName, HeaderValue)>,
    /// Only over https.
    pub(crate) transport: Option<HeaderValue>,
    /// `Content-Security-Policy` of the application's pages.
    pub(crate) policy: Option<Policy>,
    /// The same for the endpoints' own.
    pub(crate) own_policy: Option<Policy>,
    /// `Cache-Control` of the endpoints, and of what a guard let through.
    pub(crate) cache: Option<HeaderValue>,
}

impl Headers {
    pub(crate) fn new(config: &Config) -> Result<Self> {
        let settings = &config.headers;
        let fixed = [
            (header::X_CONTENT_TYPE_OPTIONS, &settings.content_type_options),
            (header::X_FRAME_OPTIONS, &settings.frame_options),
            (header::REFERRER_POLICY, &settings.referrer_policy),
            (HeaderName::from_static("permissions-policy"), &settings.permissions_policy),
            (HeaderName::from_static("cross-origin-opener-policy"), &settings.opener_policy),
            (HeaderName::from_static("cross-origin-resource-policy"), &settings.resource_policy),
        ];
        let mut list = Vec::new();
        for (name, text) in fixed {
            if let Some(text) = text {
                list.push((name, value(text)?));
            }
        }
        let policy = |text: &Option<String>| text.as_deref().map(Policy::new).transpose();
        let cache = config.core.cache_control.as_ref();
        Ok(Self {
            fixed: list,
            transport: settings.transport_security.as_deref().map(value).transpose()?,
            policy: policy(&settings.policy)?,
            own_policy: policy(&settings.own_policy)?,
            cache: cache.map(|directives| value(&directives.header_value())).transpose()?,
        })
    }
}

/// A policy with a place for the nonce.
pub(crate) struct Policy {
    text: String,
    without: HeaderValue,
}

impl Policy {
    fn new(text: &str) -> Result<Self> {
        let without = text.replace(&format!(" 'nonce-{NONCE}'"), "");
        Ok(Self { text: text.to_owned(), without: value(&without)? })
    }

    /// The header. A request that has asked for no nonce names none.
    pub(crate) fn value(&self, nonce: Option<&str>) -> HeaderValue {
        let made = nonce.map(|nonce| HeaderValue::try_from(self.text.replace(NONCE, nonce)));
        made.and_then(Result::ok).unwrap_or_else(|| self.without.clone())
    }
}

fn value(text: &str) -> Result<HeaderValue> {
    HeaderValue::from_str(text).map_err(|error| {
        Error::config(format!("{text:?} cannot be the value of a header")).caused_by(error)
    })
}
