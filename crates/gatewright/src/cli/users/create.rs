//! `users create`: one user from the command line.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Map, Value, json};
use zeroize::Zeroizing;

use crate::cli::console::{Console, Failure, Faults};
use crate::cli::prompt::PasswordOption;
use crate::cli::users::{faults, import, list};
use crate::error::Result;
use crate::i18n::ENGLISH;
use crate::i18n::messages::{self as msg, Message};
use crate::model::{NewUser, User, UserField};
use crate::security::Security;
use crate::store::Lookup;
use crate::text::username::UsernameFault;
use crate::text::{email, phone, username};

/// Arguments of `users create`.
#[derive(Debug, Args)]
pub struct CreateUser {
    /// What the user has, as name:value; a value alone is the email.
    #[arg(value_name = "ATTRIBUTES", required_unless_present = "from")]
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
    /// Creates a user for each line of a file; `-` is standard input. A line is a JSON object with
    /// email, and perhaps password, username, active, roles and other attributes. Addresses that
    /// exist are reported and skipped, so that a broken run can be repeated.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["attributes", "password", "password_stdin", "username"])]
    from: Option<PathBuf>,
}

impl CreateUser {
    pub(super) async fn run(&self, security: &Security, console: &Console) -> Result<(), Failure> {
        if let Some(file) = &self.from {
            let defaults =
                Wanted { active: self.active, roles: self.roles.clone(), ..Wanted::default() };
            return import::run(security, console, file, &defaults).await;
        }
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
            Created::Refused { faults, .. } => Err(Failure::Fields(faults)),
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
#[derive(Default, Clone)]
pub(super) struct Wanted {
    pub(super) email: Option<String>,
    pub(super) password: Option<Zeroizing<String>>,
    pub(super) username: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) fields: Vec<UserField>,
    pub(super) extra: Map<String, Value>,
    pub(super) active: bool,
    pub(super) roles: Vec<String>,
}

/// What became of it.
pub(super) enum Created {
    New(Box<User>),
    Refused {
        /// What was wrong.
        faults: Faults,
        /// The only fault is that somebody has the address or name already.
        exists: bool,
    },
}

impl Wanted {
    /// Takes an attribute over. One that the tables do not have, and one that no text can stand
    /// for, is refused.
    pub(super) fn set(
        &mut self,
        security: &Security,
        name: &str,
        value: &str,
    ) -> Result<(), Failure> {
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
    pub(super) async fn create(self, security: &Security) -> Result<Created> {
        let mut found = Found::new(security);
        let email = found.email(self.email.as_deref());
        let name = found.username(self.username.as_deref());
        let phone = found.phone(self.phone.as_deref());
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
        let sound = found.faults.is_empty();
        found.taken(email.as_deref(), name.as_deref(), phone.as_deref()).await?;
        let (Some(email), true) = (email, found.faults.is_empty()) else {
            return Ok(Created::Refused { exists: sound, faults: found.faults });
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
            Ok(user) => Ok(Created::New(Box::new(user))),
            // Somebody was quicker.
            Err(error) if error.is_conflict() => {
                found.taken(Some(&email), name.as_deref(), phone.as_deref()).await?;
                if found.faults.is_empty() {
                    return Err(error);
                }
                Ok(Created::Refused { faults: found.faults, exists: true })
            }
            Err(error) => Err(error),
        }
    }
}

/// What was found wrong so far.
struct Found<'a> {
    security: &'a Security,
    faults: Faults,
}

impl<'a> Found<'a> {
    fn new(security: &'a Security) -> Self {
        Self { security, faults: Faults::new() }
    }

    fn refuse(&mut self, field: &str, message: &Message) {
        let text = self.security.catalog().text(message, ENGLISH);
        self.faults.entry(field.to_owned()).or_default().push(text);
    }

    fn email(&mut self, given: Option<&str>) -> Option<String> {
        let Some(given) = given.filter(|text| !text.trim().is_empty()) else {
            self.refuse("email", &msg::EMAIL_NOT_PROVIDED.into());
            return None;
        };
        let normal = email::normalize(given, &self.security.rules().email).ok();
        if normal.is_none() {
            self.refuse("email", &msg::INVALID_EMAIL_ADDRESS.into());
        }
        normal
    }

    /// In normal form also where usernames are switched off: as typed, it might never match.
    fn username(&mut self, given: Option<&str>) -> Option<String> {
        let settings = &self.security.config().username;
        let required = settings.enable && settings.required;
        let rules = &self.security.rules().username;
        let message: Message = match username::normalize(given.unwrap_or_default(), rules) {
            Ok(Some(name)) => return Some(name),
            Ok(None) if required => msg::USERNAME_NOT_PROVIDED.into(),
            Ok(None) => return None,
            Err(UsernameFault::Illegal) => msg::INVALID_INPUT.into(),
            Err(UsernameFault::Disallowed) => msg::USERNAME_DISALLOWED_CHARACTERS.into(),
            Err(UsernameFault::Length) => {
                msg::USERNAME_INVALID_LENGTH.with("min", rules.min).with("max", rules.max)
            }
        };
        self.refuse("username", &message);
        None
    }

    fn phone(&mut self, given: Option<&str>) -> Option<String> {
        let given = given?;
        let normal = phone::e164(given, &self.security.config().phone.region_default);
        if normal.is_none() && !phone::AVAILABLE {
            let line = "this program was built without phone numbers (cargo feature `phone`)";
            self.faults.insert("us_phone_number".to_owned(), vec![line.to_owned()]);
        } else if normal.is_none() {
            self.refuse("us_phone_number", &msg::PHONE_INVALID.into());
        }
        normal
    }

    /// Refuses what somebody else has already.
    async fn taken(
        &mut self,
        email: Option<&str>,
        name: Option<&str>,
        phone: Option<&str>,
    ) -> Result<()> {
        if let Some(value) = email
            && self.owner("email", value).await?
        {
            self.refuse("email", &msg::EMAIL_ALREADY_ASSOCIATED.with("email", value));
        }
        if let Some(value) = name
            && self.owner("username", value).await?
        {
            self.refuse("username", &msg::USERNAME_ALREADY_ASSOCIATED.with("username", value));
        }
        if let Some(value) = phone
            && self.owner("us_phone_number", value).await?
        {
            let message = msg::IDENTITY_ALREADY_ASSOCIATED
                .with("attr", "us_phone_number")
                .with("value", value);
            self.refuse("us_phone_number", &message);
        }
        Ok(())
    }

    async fn owner(&self, attribute: &str, value: &str) -> Result<bool> {
        let known = &self.security.config().core.user_identity_attributes;
        let known = known.iter().find(|one| one.attribute == attribute);
        let case_insensitive = known.is_none_or(|one| one.case_insensitive);
        let by = Lookup::Identity { attribute, value, case_insensitive };
        Ok(self.security.store().user(by).await?.is_some())
    }
}
