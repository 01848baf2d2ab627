//! From requests to facts, and from outcomes to responses.

pub(crate) mod accept;
#[cfg(fuzzing)]
pub mod fuzzing;
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
