//! `users create`: one user from the command line.

use clap::Args;
use serde_json::{Map, Value, json};
use zeroize::Zeroizing;

use crate::cli::console::{Console, Failure, Faults};
use crate::cli::prompt::PasswordOption;
use crate::cli::users::found::Found;
use crate::cli::users::{faults, list};
use crate::error::Result;
use crate::event::Event;
use crate::i18n::messages as msg;
use crate::model::{NewUser, User, UserField};
use crate::security::Security;

/// Arguments of `users create`.
#[derive(Debug, Args)]
pub struct CreateUser {
    /// What the user has, as name:value; a value alone is the email.
    #[arg(value_name = "ATTRIBUTES", required = true)]
    attributes: Vec<String>,
    #[command(flatten)]
    password: PasswordOption,
    /// Enables the account.
    #[arg(short, long)]
    active: bool,
    /// The username.
    #[arg(short, long, value_name = "TEXT")]
    username: Option<String>,
    /// A role of the user; may be repeated.
    #[arg(long = "role", value_name = "NAME")]
    roles: Vec<String>,
}

impl CreateUser {
    pub(super) async fn run(&self, security: &Security, console: &Console) -> Result<(), Failure> {
        let mut wanted =
            Wanted { active: self.active, roles: self.roles.clone(), ..Wanted::default() };
        for attribute in &self.attributes {
            let (name, value) = attribute.split_once(':').unwrap_or(("email", attribute));
            if value.contains(':') {
                let line = format!("{attribute:?} must be name:value with one colon");
                return Err(Failure::Usage(line));
            }
            wanted.set(security, name, value)?;
        }
        if let Some(name) = &self.username {
            wanted.set(security, "username", name)?;
        }
        if self.password.is_given() || wanted.password.is_none() {
            let password = self.password.take()?;
            wanted.password = Some(password);
        }
        match wanted.create(security).await? {
            Created::New(user) => report(console, &user),
            Created::Refused(faults) => Err(Failure::Fields(faults)),
        }
    }
}

fn report(console: &Console, user: &User) -> Result<(), Failure> {
    let mut shown = Map::new();
    shown.insert("email".to_owned(), json!(user.email));
    if let Some(name) = &user.username {
        shown.insert("username".to_owned(), json!(name));
    }
    if user.password.is_some() {
        shown.insert("password".to_owned(), json!("****"));
    }
    shown.insert("active".to_owned(), json!(user.active));
    let line = format!("user {} was created\n{}", user.email, Value::Object(shown));
    console.done(&line, &list::to_json(user))
}

/// A user as somebody described it.
#[derive(Default)]
struct Wanted {
    email: Option<String>,
    password: Option<Zeroizing<String>>,
    username: Option<String>,
    phone: Option<String>,
    fields: Vec<UserField>,
    extra: Map<String, Value>,
    active: bool,
    roles: Vec<String>,
}

/// What became of it.
enum Created {
    New(Box<User>),
    /// What was wrong.
    Refused(Faults),
}

impl Wanted {
    /// Takes an attribute over. One that the tables do not have, and one that no text can stand
    /// for, is refused.
    fn set(&mut self, security: &Security, name: &str, value: &str) -> Result<(), Failure> {
        let text = || Some(value.to_owned());
        let given = match name {
            "email" => self.email.replace(value.to_owned()).is_some(),
            "username" => self.username.replace(value.to_owned()).is_some(),
            "us_phone_number" => self.phone.replace(value.to_owned()).is_some(),
            "password" => self.password.replace(Zeroizing::new(value.to_owned())).is_some(),
            "tf_phone_number" => {
                let field = UserField::TfPhoneNumber(text());
                let given = self.fields.iter().any(|one| one.column() == field.column());
                self.fields.push(field);
                given
            }
            own if security.config().database.user_extra_columns.iter().any(|it| it == own) => {
                self.extra.insert(own.to_owned(), Value::from(value)).is_some()
            }
            _ => {
                return Err(Failure::usage(format!(
                    "a new user cannot be given {name:?}: there are email, password, username, \
                     us_phone_number, tf_phone_number, and the columns that USER_EXTRA_COLUMNS \
                     names"
                )));
            }
        };
        if given {
            return Err(Failure::usage(format!("{name} is given twice")));
        }
        Ok(())
    }

    /// Judges as the registration form does, and creates the user.
    async fn create(self, security: &Security) -> Result<Created> {
        let mut found = Found::new(security);
        let email = found.email(self.email.as_deref()).await?;
        let name = found.username(self.username.as_deref()).await?;
        let phone = found.phone(self.phone.as_deref()).await?;
        let password = self.password.filter(|password| !password.trim().is_empty());
        match &password {
            Some(password) => {
                let known: Vec<String> =
                    [&email, &name, &phone].into_iter().flatten().cloned().collect();
                let wrong = faults(security, password, None, &known).await?;
                if !wrong.is_empty() {
                    found.faults.insert("password".to_owned(), wrong);
                }
            }
            None if security.config().password.required => {
                found.refuse("password", &msg::PASSWORD_NOT_PROVIDED.into());
            }
            None => {}
        }
        for role in &self.roles {
            if security.store().role(role).await?.is_none() {
                let line = format!("there is no role named {role:?}");
                found.faults.entry("roles".to_owned()).or_default().push(line);
            }
        }
        found.taken(email.as_deref(), name.as_deref(), phone.as_deref()).await?;
        let (Some(email), true) = (email, found.faults.is_empty()) else {
            return Ok(Created::Refused(found.faults));
        };
        let mut new = NewUser::new(email);
        new.username = name;
        new.us_phone_number = phone;
        new.active = self.active;
        new.fields = self.fields;
        new.extra = self.extra;
        new.roles = self.roles;
        if let Some(password) = password {
            new.password = Some(security.passwords().hash(&password).await?);
        }
        let (email, name, phone) =
            (new.email.clone(), new.username.clone(), new.us_phone_number.clone());
        match security.store().create_user(new).await {
            Ok(user) => {
                security.announce(None, &Event::UserCreated { user: &user }).await;
                Ok(Created::New(Box::new(user)))
            }
            // Somebody was quicker.
            Err(error) if error.is_conflict() => {
                found.taken(Some(&email), name.as_deref(), phone.as_deref()).await?;
                if found.faults.is_empty() {
                    return Err(error);
                }
                Ok(Created::Refused(found.faults))
            }
            Err(error) => Err(error),
        }
    }
}
