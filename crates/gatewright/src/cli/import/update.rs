//! What a file says about users who exist.

use serde_json::json;

use crate::cli::import::ImportUsers;
use crate::cli::import::person::Person;
use crate::config::Preset;
use crate::error::{Error, ErrorKind, Result};
use crate::event::Event;
use crate::model::{User, UserField};
use crate::security::Security;
use crate::signin::everywhere::{self, Change};
use crate::store::Lookup;

/// What a file changes in an account.
#[derive(Default)]
struct Changes {
    /// Columns without consequences for sign-ins.
    plain: Vec<UserField>,
    password: Option<String>,
    active: Option<bool>,
    /// Roles that are added.
    roles: Vec<String>,
}

/// Changes what the file says and what differs. Roles are added, never taken away.
pub(super) async fn update(
    security: &Security,
    arguments: &ImportUsers,
    user: &User,
    person: Person,
    hash: Option<String>,
) -> Result<&'static str> {
    let changes = changes(security, user, person, hash).await?;
    if changes.is_empty() {
        return Ok("unchanged");
    }
    if arguments.dry_run {
        return Ok("updated");
    }
    write(security, user, &changes).await?;
    let granted = grant(security, user, &changes.roles).await;
    // What is written is told, also where a role was deleted meanwhile.
    announce(security, user, &changes).await?;
    granted.map(|()| "updated")
}

async fn changes(
    security: &Security,
    user: &User,
    person: Person,
    hash: Option<String>,
) -> Result<Changes> {
    let mut changes = Changes::default();
    if person.username.is_some() && person.username != user.username {
        changes.plain.push(UserField::Username(person.username));
    }
    if person.phone.is_some() && person.phone != user.us_phone_number {
        changes.plain.push(UserField::UsPhoneNumber(person.phone));
    }
    if let Some(confirmed_at) = person.confirmed_at
        && security.store().capabilities().confirmation
        && confirmed_at.is_some() != user.confirmed_at.is_some()
    {
        changes.plain.push(UserField::ConfirmedAt(confirmed_at));
    }
    for (column, value) in person.extra {
        if user.extra.get(&column) != Some(&value) {
            changes.plain.push(UserField::Extra(column, value));
        }
    }
    changes.plain.extend(person.fields.into_iter().filter(|field| is_newer(field, user)));
    changes.active = match person.active {
        Some(active) if active != user.active => Some(active),
        // Its owner has closed it and could open it again, or it would be deleted one day.
        Some(false) if is_closed(security, user).await? => Some(false),
        _ => None,
    };
    changes.password = hash.filter(|hash| user.password.as_deref() != Some(hash));
    changes.roles = person.roles.into_iter().filter(|role| !user.has_role(role)).collect();
    Ok(changes)
}

async fn is_closed(security: &Security, user: &User) -> Result<bool> {
    match security.store().closings() {
        Ok(closings) => Ok(closings.find(&user.id).await?.is_some()),
        Err(_) => Ok(false),
    }
}

async fn write(security: &Security, user: &User, changes: &Changes) -> Result<()> {
    let store = security.store();
    let mut set = changes.plain.clone();
    set.extend(changes.password.clone().map(|hash| UserField::Password(Some(hash))));
    set.extend(changes.active.map(UserField::Active));
    let disabled = changes.active == Some(false);
    if changes.password.is_some() || disabled {
        // Sessions, tokens and links end, as with every new password and every account that is
        // disabled.
        let keep_tokens = security.config().preset == Preset::Flask && !disabled;
        let change = Change { set, keep_tokens, ..Change::default() };
        everywhere::with_change(security, None, user, change).await?.ok_or_else(gone)?;
    } else if !set.is_empty() && !store.update_user(&user.id, &set, &[]).await? {
        return Err(gone());
    }
    Ok(())
}

async fn grant(security: &Security, user: &User, roles: &[String]) -> Result<()> {
    for role in roles {
        security.store().grant(&user.id, role, true).await?;
    }
    Ok(())
}

/// Tells the same as the commands that change one account: it belongs into that account's history.
async fn announce(security: &Security, user: &User, changes: &Changes) -> Result<()> {
    let Some(user) = security.store().user(Lookup::Id(&user.id)).await? else { return Ok(()) };
    if changes.password.is_some() {
        security.announce(None, &Event::PasswordChanged { user: &user }).await;
    }
    match changes.active {
        Some(true) => security.announce(None, &Event::UserActivated { user: &user }).await,
        Some(false) => security.announce(None, &Event::UserDeactivated { user: &user }).await,
        None => {}
    }
    if !changes.plain.is_empty() || !changes.roles.is_empty() {
        let columns: Vec<&str> = changes.plain.iter().map(UserField::column).collect();
        let details = json!({ "changed": columns, "roles": changes.roles });
        security.administered("import", Some(&user), details).await;
    }
    Ok(())
}

/// Another number, and sign-ins that we do not know of yet: ours are newer than an old file.
fn is_newer(field: &UserField, user: &User) -> bool {
    match field {
        UserField::TfPhoneNumber(number) => *number != user.tf_phone_number,
        UserField::LastLoginAt(time) => *time > user.last_login_at,
        UserField::CurrentLoginAt(time) => *time > user.current_login_at,
        UserField::LoginCount(count) => *count > user.login_count,
        _ => false,
    }
}

fn gone() -> Error {
    Error::new(ErrorKind::NotFound, "the user was deleted meanwhile")
}

impl Changes {
    fn is_empty(&self) -> bool {
        self.plain.is_empty()
            && self.roles.is_empty()
            && self.password.is_none()
            && self.active.is_none()
    }
}
