//! From requests to facts, and from outcomes to responses.

#[allow(dead_code, reason = "the routes that call it come next")]
pub(crate) mod accept;
#[allow(dead_code, reason = "the routes that call it come next")]
pub(crate) mod redirect;

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
