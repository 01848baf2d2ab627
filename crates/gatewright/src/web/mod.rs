//! From requests to facts, and from outcomes to responses.

pub(crate) mod accept;
pub(crate) mod headers;
mod host;
pub(crate) mod landing;
pub(crate) mod language;
pub(crate) mod mail;
mod mail_templates;
pub(crate) mod notice;
#[cfg(test)]
mod own_tests;
pub(crate) mod reauth;
pub(crate) mod redirect;
pub(crate) mod respond;
pub(crate) mod say;
pub(crate) mod target;
pub(crate) mod template;

/// Doors for the fuzz targets: what reads a stranger's text is private otherwise.
#[cfg(fuzzing)]
#[allow(missing_docs, reason = "no part of the interface")]
pub mod fuzzing {
    use futures_util::FutureExt;

    use crate::config::{ProxyFix, TrustedProxy};
    use crate::facts::Facts;
    use crate::request::form::{body_token, parse};
    use crate::web::{accept, redirect};

    pub fn wants_json(content_type: Option<&str>, accept: Option<&str>) -> bool {
        accept::wants_json(content_type, accept)
    }

    /// A site as a request comes to it, and which other hosts its settings allow.
    #[derive(Debug, Clone, Copy, Default)]
    pub struct Site<'a> {
        pub scheme: &'a str,
        pub host: &'a str,
        /// `REDIRECT_ALLOW_SUBDOMAINS` with this `SERVER_NAME`.
        pub parent: Option<&'a str>,
        /// `REDIRECT_BASE_DOMAIN` and one of `REDIRECT_ALLOWED_SUBDOMAINS`.
        pub listed: Option<(&'a str, &'a str)>,
        pub redirect_host: Option<&'a str>,
    }

    /// Whether a form takes a `next`, and the `Location` that comes of it.
    pub fn next(target: &str, site: &Site<'_>) -> (bool, Option<String>) {
        let rules = redirect::Rules {
            allow_subdomains: site.parent.is_some(),
            server_name: site.parent.map(str::to_owned),
            base_domain: site.listed.map(|(base, _)| base.to_owned()),
            allowed_subdomains: site.listed.iter().map(|(_, label)| (*label).to_owned()).collect(),
            host: site.redirect_host.map(str::to_owned),
        };
        let base = redirect::Base { scheme: site.scheme, host: site.host };
        let to = redirect::location(target, &rules, &base, None);
        (redirect::valid(target, &rules, &base), to)
    }

    /// Reads a body as an endpoint does; the number of fields, or `None` if it is refused.
    pub fn form(content_type: &str, body: &[u8]) -> Option<usize> {
        let body = bytes::Bytes::copy_from_slice(body);
        let _ = body_token(&body, "auth_token");
        let sent = parse(Some(content_type), body).now_or_never()?.ok()?;
        Some(sent.names().count())
    }

    /// Reads the head of a request: cookies, query, addresses.
    pub fn head(uri: &str, headers: &[(&str, &[u8])]) -> Option<()> {
        let mut request = http::Request::builder().uri(uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (parts, ()) = request.body(()).ok()?.into_parts();
        let trusted =
            ProxyFix { x_for: 1, x_proto: 1, x_host: 1, x_port: 1, ..ProxyFix::default() };
        let proxies = [TrustedProxy::Unix];
        let facts = Facts::new(&parts, None, &trusted, &proxies);
        let _ = (facts.cookie("session"), facts.query("next"), facts.client(), facts.host());
        let _ = (facts.is_loopback(), facts.header_latin1("user-agent"), facts.content_length());
        Some(())
    }

    pub fn login_next(target: &str) -> String {
        let base = redirect::Base { scheme: "http", host: "localhost" };
        redirect::login_next("/login", target, &base)
    }
}

#[cfg(test)]
mod json_tests;
#[cfg(test)]
mod mail_tests;

#[cfg(test)]
mod tests {
    use serde_json::Value;

    /// A group of golden rows about requests and responses.
    pub(crate) fn rows(group: &str) -> Vec<Value> {
        let file = include_str!("../../testdata/web.json");
        let mut groups: Value = serde_json::from_str(file).unwrap();
        serde_json::from_value(groups[group].take()).unwrap()
    }
}
