//! Users into the database: new ones in one transaction, those who exist one by one.

use futures_util::stream::{self, StreamExt, TryStreamExt};
use serde_json::{Value, json};

use crate::cli::console::{Failure, Faults};
use crate::cli::import::foreign::Secret;
use crate::cli::import::options::ImportUsers;
use crate::cli::import::person::Person;
use crate::cli::import::update::update;
use crate::cli::users::faults;
use crate::cli::users::found::Found;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{NewUser, User, UserField};
use crate::security::Security;

/// What became of a record.
pub(super) struct Outcome {
    pub(super) at: u64,
    email: Option<String>,
    /// `created`, `updated`, `unchanged` or `refused`.
    pub(super) what: &'static str,
    pub(super) faults: Faults,
    pub(super) without_password: bool,
}

impl Outcome {
    pub(super) fn refused(at: u64, email: Option<String>, faults: Faults) -> Self {
        Self { at, email, what: "refused", faults, without_password: false }
    }

    fn done(at: u64, email: String, what: &'static str) -> Self {
        let faults = Faults::new();
        Self { at, email: Some(email), what, faults, without_password: false }
    }

    /// One line, without the values of the record.
    pub(super) fn why(&self) -> String {
        let faults = self.faults.iter();
        let why: Vec<String> =
            faults.map(|(field, faults)| format!("{field}: {}", faults.join(" "))).collect();
        why.join("; ")
    }

    /// `unit` is what is counted: lines, or users of an array.
    pub(super) fn text(&self, unit: &str) -> String {
        let email = self.email.as_deref().unwrap_or("-");
        let line = format!("{unit} {}: {email}: {}: {}", self.at, self.what, self.why());
        // An address with a line in it must not look like another outcome.
        line.replace('\n', "\\n").replace('\t', "\\t")
    }

    pub(super) fn to_json(&self) -> Value {
        json!({
            "at": self.at,
            "email": self.email,
            "outcome": self.what,
            "faults": self.faults,
        })
    }
}

/// What is to be done with a person.
enum Plan {
    Create(Box<NewUser>),
    Update(Box<User>, Box<Person>, Option<String>),
    Refuse(Faults),
}

/// Adds what became of each; where the database fails, of those before.
pub(super) async fn all(
    security: &Security,
    arguments: &ImportUsers,
    people: Vec<Person>,
    outcomes: &mut Vec<Outcome>,
) -> Result<(), Failure> {
    // Enough to keep every core busy where passwords are hashed, few enough for their queue.
    let most = std::thread::available_parallelism().map_or(2, |cores| cores.get() * 2);
    let plans: Vec<(u64, String, Plan)> = stream::iter(people)
        .map(async |person| {
            let (at, email) = (person.at, person.email.clone());
            plan(security, arguments, person).await.map(|plan| (at, email, plan))
        })
        .buffered(most)
        .try_collect()
        .await?;
    let (mut created, mut new) = (Vec::new(), Vec::new());
    for (at, email, plan) in plans {
        match plan {
            Plan::Create(user) => {
                created.push((at, email, user.password.is_none()));
                new.push(*user);
            }
            Plan::Update(user, person, hash) => {
                let written = update(security, arguments, &user, *person, hash).await;
                outcomes.push(match written {
                    Ok(what) => Outcome::done(at, email, what),
                    Err(error) if is_of_one(&error) => failed(at, email, &error),
                    Err(error) => return Err(error.into()),
                });
            }
            Plan::Refuse(faults) => outcomes.push(Outcome::refused(at, Some(email), faults)),
        }
    }
    let written = match arguments.dry_run {
        true => new.iter().map(|_| Ok(())).collect(),
        false if new.is_empty() => Vec::new(),
        false => security.store().create_users(new).await?,
    };
    for ((at, email, without_password), written) in created.into_iter().zip(written) {
        outcomes.push(match written {
            Ok(()) => Outcome { without_password, ..Outcome::done(at, email, "created") },
            Err(error) => failed(at, email, &error),
        });
    }
    Ok(())
}

/// True if another user may fare better.
fn is_of_one(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Conflict | ErrorKind::NotFound)
}

fn failed(at: u64, email: String, error: &Error) -> Outcome {
    let why = match error.is_conflict() {
        // Somebody was quicker, or a column of the application's own is unique.
        true => "a value that must be unique exists already".to_owned(),
        false => error.to_string(),
    };
    Outcome::refused(at, Some(email), Faults::from([("record".to_owned(), vec![why])]))
}

async fn plan(security: &Security, arguments: &ImportUsers, person: Person) -> Result<Plan> {
    let mut found = Found::new(security);
    let holder = match arguments.update {
        true => found.holder("email", &person.email).await?,
        false => None,
    };
    found.owner = holder.as_ref().map(|user| user.id.clone());
    let (name, phone) = (person.username.as_deref(), person.phone.as_deref());
    found.taken(Some(&person.email), name, phone).await?;
    let mut wrong = found.faults;
    let hash = match &person.secret {
        None => None,
        Some(Secret::Hash(stored)) => Some(stored.clone()),
        Some(Secret::Password(password)) => {
            let email = Some(&person.email);
            let known: Vec<String> =
                email.into_iter().chain(&person.username).chain(&person.phone).cloned().collect();
            let weak = faults(security, password, None, &known).await?;
            if weak.is_empty() && wrong.is_empty() {
                Some(security.passwords().hash(password).await?)
            } else {
                if !weak.is_empty() {
                    wrong.insert("password".to_owned(), weak);
                }
                None
            }
        }
    };
    if !wrong.is_empty() {
        return Ok(Plan::Refuse(wrong));
    }
    if let Some(user) = holder {
        return Ok(Plan::Update(Box::new(user), Box::new(person), hash));
    }
    let has = security.store().capabilities();
    let mut new = NewUser::new(person.email);
    new.username = person.username;
    new.us_phone_number = person.phone;
    new.password = hash;
    new.active = person.active.unwrap_or(!arguments.inactive);
    if has.confirmation {
        new.confirmed_at = person.confirmed_at.flatten();
    }
    new.fields = person.fields;
    if person.created_at.is_some() {
        new.fields.push(UserField::CreateDatetime(person.created_at));
    }
    new.roles = person.roles;
    new.extra = person.extra;
    Ok(Plan::Create(Box::new(new)))
}
