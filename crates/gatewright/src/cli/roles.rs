//! `roles create`, `add`, `remove`, `add_permissions`, `remove_permissions`, `list`, `show`.

use clap::Subcommand;
use serde_json::{Value, json};

use crate::cli::console::{Console, Failure};
use crate::cli::users;
use crate::error::{Error, ErrorKind};
use crate::model::{NewRole, Role};
use crate::security::Security;

/// How often a change is tried again when somebody else changes the same role.
const TRIES: usize = 5;

/// Looks after roles and their permissions.
#[derive(Debug, Subcommand)]
#[non_exhaustive]
pub enum RolesCommand {
    /// Creates a role.
    Create {
        /// Name of the role.
        name: String,
        /// Text for people.
        #[arg(short, long, value_name = "TEXT")]
        description: Option<String>,
        /// Permissions, separated by commas.
        #[arg(short, long, value_name = "TEXT")]
        permissions: Option<String>,
    },
    /// Gives a role to a user.
    Add {
        /// Address or other identity of the user.
        user: String,
        /// Name of the role.
        role: String,
    },
    /// Takes a role from a user.
    Remove {
        /// Address or other identity of the user.
        user: String,
        /// Name of the role.
        role: String,
    },
    /// Adds permissions to a role.
    #[command(name = "add_permissions", visible_alias = "add-permissions")]
    AddPermissions {
        /// Name of the role.
        role: String,
        /// Permissions, separated by commas.
        permissions: String,
    },
    /// Takes permissions from a role.
    #[command(name = "remove_permissions", visible_alias = "remove-permissions")]
    RemovePermissions {
        /// Name of the role.
        role: String,
        /// Permissions, separated by commas.
        permissions: String,
    },
    /// Lists the roles.
    List,
    /// Shows a role.
    Show {
        /// Name of the role.
        role: String,
    },
}

impl RolesCommand {
    pub(super) async fn run(&self, security: &Security, console: &Console) -> Result<(), Failure> {
        if security.config().cli.roles_name.is_none() {
            return Err(Failure::usage("SECURITY_CLI_ROLES_NAME switches these commands off"));
        }
        match self {
            Self::Create { name, description, permissions } => {
                create(security, console, name, description.as_deref(), permissions.as_deref())
                    .await
            }
            Self::Add { user, role } => link(security, console, user, role, true).await,
            Self::Remove { user, role } => link(security, console, user, role, false).await,
            Self::AddPermissions { role, permissions } => {
                let added = split(permissions);
                let role = change(security, role, |role| {
                    for one in &added {
                        if !role.has_permission(one) {
                            role.permissions.push(one.clone());
                        }
                    }
                })
                .await?;
                let details = json!({ "role": role.name, "permissions": added });
                security.administered("roles add_permissions", None, details).await;
                let line = format!("role {:?} has {}", role.name, added.join(", "));
                console.done(&line, &to_json(&role))
            }
            Self::RemovePermissions { role, permissions } => {
                let removed = split(permissions);
                let role = change(security, role, |role| {
                    role.permissions.retain(|held| !removed.contains(held));
                })
                .await?;
                let details = json!({ "role": role.name, "permissions": removed });
                security.administered("roles remove_permissions", None, details).await;
                let line = format!("role {:?} is without {}", role.name, removed.join(", "));
                console.done(&line, &to_json(&role))
            }
            Self::List => {
                for role in security.store().roles().await? {
                    console.show(&text(&role), &to_json(&role))?;
                }
                Ok(())
            }
            Self::Show { role } => {
                let role = find(security, role).await?;
                console.show(&text(&role), &to_json(&role))
            }
        }
    }
}

async fn create(
    security: &Security,
    console: &Console,
    name: &str,
    description: Option<&str>,
    permissions: Option<&str>,
) -> Result<(), Failure> {
    if name.trim().is_empty() {
        return Err(Failure::usage("a role needs a name"));
    }
    let new = NewRole {
        name: name.to_owned(),
        description: description.map(str::to_owned),
        permissions: permissions.map(split),
    };
    let role = match security.store().create_role(new).await {
        Err(error) if error.is_conflict() => {
            let line = format!("there is a role named {name:?} already");
            return Err(Error::new(ErrorKind::Conflict, line).into());
        }
        other => other?,
    };
    let details = json!({ "role": role.name, "permissions": role.permissions });
    security.administered("roles create", None, details).await;
    console.done(&format!("role {name:?} was created"), &to_json(&role))
}

async fn link(
    security: &Security,
    console: &Console,
    user: &str,
    role: &str,
    granted: bool,
) -> Result<(), Failure> {
    let user = users::find(security, user).await?;
    let role = find(security, role).await?.name;
    let email = &user.email;
    if !security.store().grant(&user.id, &role, granted).await? {
        let state = if granted { "already has" } else { "does not have" };
        return Err(Failure::usage(format!("{email} {state} the role {role:?}")));
    }
    let action = if granted { "roles add" } else { "roles remove" };
    security.administered(action, Some(&user), json!({ "role": role })).await;
    let state = if granted { "now has" } else { "no longer has" };
    let line = format!("{email} {state} the role {role:?}");
    console.done(&line, &json!({ "user": email, "role": role, "granted": granted }))
}

async fn find(security: &Security, name: &str) -> Result<Role, Failure> {
    let role = security.store().role(name).await?;
    role.ok_or_else(|| Failure::usage(format!("there is no role named {name:?}")))
}

/// Reads, changes and writes a role; begins again if somebody else wrote it meanwhile.
async fn change(
    security: &Security,
    name: &str,
    change: impl Fn(&mut Role),
) -> Result<Role, Failure> {
    for _ in 0..TRIES {
        let mut role = find(security, name).await?;
        change(&mut role);
        if security.store().put_role(&role).await? {
            return Ok(role);
        }
    }
    Err(Error::store("somebody else keeps changing this role").into())
}

fn split(permissions: &str) -> Vec<String> {
    let names = permissions.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

fn text(role: &Role) -> String {
    let description = role.description.as_deref().unwrap_or_default();
    format!("{}\t{}\t{description}", role.name, role.permissions.join(",")).trim_end().to_owned()
}

fn to_json(role: &Role) -> Value {
    json!({
        "name": role.name,
        "description": role.description,
        "permissions": role.permissions,
    })
}
