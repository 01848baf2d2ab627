//! `users list`, and how a user is shown: without hashes and secrets.

use clap::Args;
use serde_json::{Value, json};

use crate::cli::console::{Console, Failure};
use crate::cli::users::optional;
use crate::model::{User, UserId};
use crate::security::Security;
use crate::store::{Filter, Page};

/// Rows that are read at once.
const PAGE: u32 = 500;

/// Arguments of `users list`.
#[derive(Debug, Args)]
pub struct ListUsers {
    /// Only those with this text in address or username.
    #[arg(long)]
    text: Option<String>,
    /// Only those with this role.
    #[arg(long)]
    role: Option<String>,
    /// Only those whose account is (not) enabled.
    #[arg(long, value_name = "BOOL")]
    active: Option<bool>,
    /// Only those whose address is (not) confirmed.
    #[arg(long, value_name = "BOOL")]
    confirmed: Option<bool>,
    /// At most so many.
    #[arg(long, value_name = "NUMBER")]
    limit: Option<u64>,
}

impl ListUsers {
    pub(super) async fn run(&self, security: &Security, console: &Console) -> Result<(), Failure> {
        let mut filter = Filter::default();
        (filter.text, filter.role) = (self.text.clone(), self.role.clone());
        (filter.active, filter.confirmed) = (self.active, self.confirmed);
        let mut left = self.limit.unwrap_or(u64::MAX);
        let mut page = Page::of(PAGE);
        loop {
            page.limit = u32::try_from(left).unwrap_or(PAGE).min(PAGE);
            if page.limit == 0 {
                return Ok(());
            }
            let users = security.store().users(&filter, &page).await?;
            for user in &users {
                console.show(&line(user), &to_json(user))?;
                left -= 1;
            }
            match users.last() {
                Some(last) => page.after = Some(last.id.clone()),
                None => return Ok(()),
            }
        }
    }
}

fn line(user: &User) -> String {
    let state = if user.active { "active" } else { "inactive" };
    let name = user.username.as_deref().unwrap_or("-");
    format!("{}\t{}\t{name}\t{state}\t{}", user.id, user.email, roles(user).join(","))
        .trim_end()
        .to_owned()
}

/// One line for each thing that is known.
pub(super) fn details(user: &User) -> String {
    let Value::Object(fields) = to_json(user) else { return line(user) };
    let known = fields.iter().filter(|(_, value)| !value.is_null());
    let lines = known.map(|(name, value)| match value {
        Value::String(text) => format!("{name:20} {text}"),
        other => format!("{name:20} {other}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

pub(super) fn to_json(user: &User) -> Value {
    let id = match &user.id {
        UserId::Int(id) => json!(id),
        UserId::Text(id) => json!(id),
    };
    json!({
        "id": id,
        "email": user.email,
        "username": user.username,
        "active": user.active,
        "confirmed_at": optional(user.confirmed_at),
        "has_password": user.password.is_some(),
        "roles": roles(user),
        "us_phone_number": user.us_phone_number,
        "tf_primary_method": user.tf_primary_method,
        "last_login_at": optional(user.last_login_at),
        "current_login_at": optional(user.current_login_at),
        "login_count": user.login_count,
        "create_datetime": optional(user.create_datetime),
    })
}

fn roles(user: &User) -> Vec<&str> {
    user.roles.iter().map(|role| role.name.as_str()).collect()
}
