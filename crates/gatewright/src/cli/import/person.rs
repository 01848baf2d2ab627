//! A record as a user: named, judged by our rules, in normal form.

use std::collections::hash_map::RandomState;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::BuildHasher;

use gatewright_wire::passlib::Foreign;
use jiff::civil::DateTime;
use serde_json::{Map, Value};

use crate::cli::console::{Failure, Faults};
use crate::cli::import::attributes::{self, Attribute, KNOWN};
use crate::cli::import::foreign::{Hashes, Secret};
use crate::cli::import::given::Given;
use crate::cli::import::options::{Format, ImportUsers};
use crate::cli::import::source::Item;
use crate::cli::import::systems::{self, Plain};
use crate::cli::users::found::Found;
use crate::model::{NewRole, UserField};
use crate::security::Security;

/// Names that are listed at the end if nothing became of them.
const MOST_IGNORED: usize = 50;

/// A user who could be imported. What is `None` is not in the file.
pub(super) struct Person {
    pub(super) at: u64,
    pub(super) email: String,
    pub(super) username: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) secret: Option<Secret>,
    pub(super) active: Option<bool>,
    pub(super) confirmed_at: Option<Option<DateTime>>,
    pub(super) created_at: Option<DateTime>,
    pub(super) roles: Vec<String>,
    pub(super) fields: Vec<UserField>,
    pub(super) extra: Map<String, Value>,
}

/// Makes users of records, one after the other.
pub(super) struct People<'a> {
    security: &'a Security,
    arguments: &'a ImportUsers,
    format: Format,
    hashes: Hashes<'a>,
    own: &'a [String],
    mapped: BTreeMap<String, Attribute>,
    roles: HashSet<String>,
    /// Identities of the file so far: their hashes, so that a million of them are sixteen megabytes.
    seen: HashSet<u64>,
    hasher: RandomState,
    ignored: BTreeSet<String>,
}

impl<'a> People<'a> {
    pub(super) async fn new(
        security: &'a Security,
        arguments: &'a ImportUsers,
        format: Format,
    ) -> Result<Self, Failure> {
        let own = &security.config().database.user_extra_columns;
        let mut mapped = BTreeMap::new();
        for (column, name) in &arguments.map {
            let attribute = match name.as_str() {
                "" => Attribute::Nothing,
                name => attributes::named(name, own).ok_or_else(|| {
                    Failure::usage(format!("--map: there is no attribute {name:?}, but {KNOWN}"))
                })?,
            };
            mapped.insert(column.clone(), attribute);
        }
        let roles = security.store().roles().await?;
        let mut people = Self {
            security,
            arguments,
            format,
            hashes: Hashes::new(security, arguments, format)?,
            own,
            mapped,
            roles: roles.into_iter().map(|role| role.name).collect(),
            seen: HashSet::new(),
            hasher: RandomState::new(),
            ignored: BTreeSet::new(),
        };
        for role in &arguments.roles {
            if !people.role(role).await? {
                return Err(Failure::usage(no_role(role)));
            }
        }
        Ok(people)
    }

    pub(super) fn format(&self) -> Format {
        self.format
    }

    /// Columns and members of which nothing became.
    pub(super) fn ignored(&self) -> Vec<String> {
        self.ignored.iter().cloned().collect()
    }

    /// The address of a record that was refused, as the file has it.
    pub(super) fn named(&self, item: &Item) -> Option<String> {
        let record = item.record.as_ref().ok()?;
        let fields = systems::plain(self.format, record)?.fields;
        let email = fields.iter().find(|(name, _)| self.attribute(name) == Some(Attribute::Email));
        email.and_then(|(_, value)| value.as_str()).map(str::to_owned)
    }

    /// The user of a record; `None` if it is about something else.
    pub(super) async fn read(
        &mut self,
        at: u64,
        record: &Map<String, Value>,
    ) -> Result<Result<Option<Person>, Faults>, Failure> {
        let Some(Plain { fields, hash }) = systems::plain(self.format, record) else {
            return Ok(Ok(None));
        };
        let mut given = Given::default();
        let mut faults = Faults::new();
        if let Some(hash) = hash {
            match self.hashes.judged(hash) {
                Ok(stored) => given.secret = Some(Secret::Hash(stored)),
                Err(why) => note(&mut faults, "password_hash", why),
            }
        }
        for (name, value) in fields {
            match self.attribute(&name) {
                Some(attribute) if !value.is_null() => {
                    if let Err(why) = given.take(attribute, value, &self.arguments.roles_separator)
                    {
                        note(&mut faults, &name, why);
                    }
                }
                Some(_) => {}
                None => self.ignore(name),
            }
        }
        if let Some(hash) = given.hash.take().filter(|hash| !hash.is_empty()) {
            match self.hashes.read(&hash, given.salt.as_deref()) {
                Ok(stored) => given.secret = Some(Secret::Hash(stored)),
                Err(why) => note(&mut faults, "password_hash", why),
            }
        }
        if let Some(Secret::Password(password)) = &given.secret
            // Thirteen letters could be a hash of DES, and are likelier a password.
            && password.contains(['$', '{'])
            && Foreign::read(password).is_ok()
        {
            let why = "this is a hash: name it so with --map password=password_hash";
            note(&mut faults, "password", why.to_owned());
        }
        let mut roles = self.arguments.roles.clone();
        roles.append(&mut given.roles);
        roles.sort();
        roles.dedup();
        for role in &roles {
            if !self.role(role).await? {
                note(&mut faults, "roles", no_role(role));
            }
        }
        self.judge(at, given, roles, faults).await
    }

    async fn judge(
        &mut self,
        at: u64,
        given: Given,
        roles: Vec<String>,
        faults: Faults,
    ) -> Result<Result<Option<Person>, Faults>, Failure> {
        let mut found = Found::new(self.security);
        found.faults = faults;
        let email = found.email(given.email.as_deref().map(str::trim)).await?;
        let username = match given.username.as_deref().map(str::trim) {
            None | Some("") => None,
            name => found.username(name).await?,
        };
        let number = given.phone.as_deref().filter(|text| !text.trim().is_empty());
        let phone = found.phone(number).await?;
        let mut faults = found.faults;
        let identities = [("email", &email), ("username", &username), ("us_phone_number", &phone)];
        for (attribute, value) in identities {
            let Some(value) = value else { continue };
            // As the look-up at sign-in compares.
            let hash = self.hasher.hash_one((attribute, value.to_lowercase()));
            if !self.seen.insert(hash) {
                note(&mut faults, attribute, "it was in this file before".to_owned());
            }
        }
        let (Some(email), true) = (email, faults.is_empty()) else { return Ok(Err(faults)) };
        let confirmed = given.confirmed.or_else(|| self.arguments.confirmed.then_some(true));
        let now = self.security.clock().utc();
        let confirmed_at = match (given.confirmed_at, confirmed) {
            (Some(time), _) => Some(Some(time)),
            (None, Some(true)) => Some(Some(given.created_at.map_or(now, |made| made.min(now)))),
            (None, Some(false)) => Some(None),
            (None, None) => None,
        };
        Ok(Ok(Some(Person {
            at,
            email,
            username,
            phone,
            secret: given.secret,
            active: given.active,
            confirmed_at,
            created_at: given.created_at,
            roles,
            fields: given.fields,
            extra: given.extra,
        })))
    }

    fn attribute(&self, name: &str) -> Option<Attribute> {
        let mapped = self.mapped.get(name).cloned();
        mapped.or_else(|| attributes::named(name, self.own))
    }

    /// What we know of the format is left out silently.
    fn ignore(&mut self, name: String) {
        let generic = matches!(self.format, Format::Csv | Format::Json | Format::Jsonl);
        if generic && self.ignored.len() < MOST_IGNORED {
            self.ignored.insert(name);
        }
    }

    /// True if there is such a role, or it could be made.
    async fn role(&mut self, name: &str) -> Result<bool, Failure> {
        if self.roles.contains(name) {
            return Ok(true);
        }
        if !self.arguments.create_roles || name.len() > 80 {
            return Ok(false);
        }
        if !self.arguments.dry_run {
            self.security.store().create_role(NewRole::new(name)).await?;
        }
        self.roles.insert(name.to_owned());
        Ok(true)
    }
}

fn no_role(name: &str) -> String {
    format!("there is no role {name:?}: make it with `roles create`, or all with --create-roles")
}

fn note(faults: &mut Faults, field: &str, why: String) {
    faults.entry(field.to_owned()).or_default().push(why);
}
