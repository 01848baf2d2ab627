//! What people type, brought into the one form that is stored and compared.

pub(crate) mod address;
pub(crate) mod agent;
pub(crate) mod case;
pub mod email;
pub(crate) mod host;
pub(crate) mod link;
pub mod name;
pub mod password;
pub mod phone;
pub mod unicode;
pub mod username;

#[cfg(test)]
pub(crate) mod tests {
    use serde_json::Value;

    /// A group of golden rows about texts.
    pub(crate) fn core(group: &str) -> Vec<Value> {
        let file = include_str!("../../testdata/text.json");
        let mut groups: Value = serde_json::from_str(file).unwrap();
        serde_json::from_value(groups[group].take()).unwrap()
    }

    /// A group of golden cases of second factors.
    pub(crate) fn mfa(group: &str) -> Value {
        let file = include_str!("../../testdata/text.json");
        let mut groups: Value = serde_json::from_str(file).unwrap();
        groups[group].take()
    }

    pub(crate) fn text(value: &Value) -> &str {
        value.as_str().unwrap()
    }
}
