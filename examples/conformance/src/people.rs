//! What this application changes about users.

use std::collections::BTreeMap;

use async_trait::async_trait;
use gatewright::facts::Facts;
use gatewright::hooks::Lock;
use gatewright::{Hooks, User};
use jiff::civil::DateTime;
use serde_json::{Map, Value, json};

use crate::settings::Own;

/// Locked users by configuration, and users in JSON answers.
pub(crate) struct People {
    locked: BTreeMap<String, String>,
    reset_url: String,
}

impl People {
    pub(crate) fn new(own: &Own) -> Self {
        Self { locked: own.locked_users().clone(), reset_url: own.reset_url().to_owned() }
    }
}

#[async_trait]
impl Hooks for People {
    async fn locked(&self, user: &User) -> gatewright::Result<Option<Lock>> {
        let text = self.locked.get(&user.email);
        Ok(text.map(Lock::with_text))
    }

    /// Mails of this application name a setting.
    fn page_context(&self, page: &str, _: &Facts) -> Map<String, Value> {
        let wants = page == "reset_instructions_test";
        wants.then(|| ("reset_url".to_owned(), json!(self.reset_url))).into_iter().collect()
    }

    fn user_payload(&self, user: &User) -> Map<String, Value> {
        let last_update = user.update_datetime.map(http_date);
        Map::from_iter([
            ("email".to_owned(), json!(user.email)),
            ("last_update".to_owned(), json!(last_update)),
        ])
    }
}

/// A time in UTC as HTTP headers write it (RFC 9110, section 5.6.7).
fn http_date(time: DateTime) -> String {
    time.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::http_date;

    #[test]
    fn http_dates_have_two_digits_for_the_day() {
        let time = date(2026, 11, 1).at(3, 8, 22, 500_000_000);
        assert_eq!(http_date(time), "Sun, 01 Nov 2026 03:08:22 GMT");
    }
}
