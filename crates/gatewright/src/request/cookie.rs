//! A `Set-Cookie` line, with the attributes in the order in which Werkzeug writes them.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::config::{SameSite, SecureFlag};
use crate::facts::Facts;

/// One cookie to be set or deleted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cookie<'a> {
    pub(crate) name: &'a str,
    pub(crate) domain: Option<&'a str>,
    pub(crate) path: Option<&'a str>,
    pub(crate) secure: bool,
    pub(crate) http_only: bool,
    pub(crate) same_site: Option<SameSite>,
    pub(crate) partitioned: bool,
}

impl Cookie<'_> {
    /// The line that sets the cookie; without `expires` it ends with the browser's session.
    pub(crate) fn set(&self, value: &str, expires: Option<Timestamp>) -> String {
        self.line(value, expires, false)
    }

    /// The line that deletes the cookie.
    pub(crate) fn delete(&self) -> String {
        self.line("", Some(Timestamp::UNIX_EPOCH), true)
    }

    fn line(&self, value: &str, expires: Option<Timestamp>, now: bool) -> String {
        let mut line = format!("{}={value}", self.name);
        let mut add = |text: &str| {
            line.push_str("; ");
            line.push_str(text);
        };
        if let Some(domain) = self.domain {
            add(&format!("Domain={domain}"));
        }
        if let Some(expires) = expires {
            add(&format!("Expires={}", http_date(expires)));
        }
        if now {
            add("Max-Age=0");
        }
        if self.secure {
            add("Secure");
        }
        if self.http_only {
            add("HttpOnly");
        }
        if let Some(path) = self.path {
            add(&format!("Path={path}"));
        }
        if let Some(same_site) = self.same_site {
            add(&format!("SameSite={}", same_site.as_str()));
        }
        if self.partitioned {
            add("Partitioned");
        }
        line
    }
}

/// A cookie's name with the strongest prefix that its attributes allow, if it is to have one
/// (RFC 6265bis, section 4.1.3).
pub(crate) fn prefixed(name: Cow<'_, str>, wanted: bool, host_only: bool) -> Cow<'_, str> {
    if !wanted || name.starts_with("__Host-") || name.starts_with("__Secure-") {
        return name;
    }
    let prefix = if host_only { "__Host-" } else { "__Secure-" };
    Cow::Owned(format!("{prefix}{name}"))
}

/// A moment as HTTP writes it (RFC 9110, section 5.6.7).
pub(crate) fn http_date(moment: Timestamp) -> String {
    moment.to_zoned(TimeZone::UTC).strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// Whether a cookie of this request gets the `Secure` attribute.
pub(crate) fn secure(flag: SecureFlag, facts: &Facts) -> bool {
    flag.applies(facts.secure(), facts.is_loopback())
}
