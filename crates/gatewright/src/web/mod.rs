//! From requests to facts, and from outcomes to responses.

pub(crate) mod accept;
pub(crate) mod redirect;
pub(crate) mod respond;
pub(crate) mod say;
pub(crate) mod target;
pub(crate) mod template;

/// Doors for the fuzz targets: what reads a stranger's text is private otherwise.
#[cfg(fuzzing)]
#[allow(missing_docs, reason = "no part of the interface")]
pub mod fuzzing {
    use crate::web::{accept, redirect};

    pub fn wants_json(content_type: Option<&str>, accept: Option<&str>) -> bool {
        accept::wants_json(content_type, accept)
    }

    pub fn location(target: &str, scheme: &str, host: &str, subdomains: bool) -> Option<String> {
        let rules = redirect::Rules {
            allow_subdomains: subdomains,
            server_name: Some(host.to_owned()),
            ..redirect::Rules::default()
        };
        redirect::location(target, &rules, &redirect::Base { scheme, host }, None)
    }

    pub fn login_next(target: &str) -> String {
        let base = redirect::Base { scheme: "http", host: "localhost" };
        redirect::login_next("/login", target, &base)
    }
}

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
