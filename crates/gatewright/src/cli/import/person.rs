//! A record as a user: named, judged by our rules, in normal form.

use std::collections::HashSet;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;

use gatewright_wire::passlib::Foreign;
use jiff::civil::DateTime;
use serde_json::{Map, Value};

use crate::cli::console::{Failure, Faults};
use crate::cli::import::attributes::Attribute;
use crate::cli::import::foreign::{Hashes, Secret};
use crate::cli::import::given::Given;
use crate::cli::import::naming::{Naming, no_room};
use crate::cli::import::options::{Format, ImportUsers};
use crate::cli::import::systems::{self, Plain};
use crate::cli::users::found::Found;
use crate::model::{NewRole, UserField};
use crate::security::Security;
use crate::text::case;

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
    /// What others of the file may not have, too.
    pub(super) identities: Identities,
}

/// Hashes of address, username and number.
pub(super) type Identities = Vec<u64>;

/// Makes users of records, one after the other.
pub(super) struct People<'a> {
    security: &'a Security,
    arguments: &'a ImportUsers,
    format: Format,
    hashes: Hashes<'a>,
    naming: Naming<'a>,
    roles: HashSet<String>,
    /// Identities of the file's users so far: their hashes, so that a million of them are sixteen
    /// megabytes.
    seen: HashSet<u64>,
    /// The last one that was read had one of those.
    repeated: bool,
    hasher: RandomState,
}

impl<'a> People<'a> {
    pub(super) async fn new(
        security: &'a Security,
        arguments: &'a ImportUsers,
        format: Format,
    ) -> Result<Self, Failure> {
        let roles = security.store().roles().await?;
        let mut people = Self {
            security,
            arguments,
            format,
            hashes: Hashes::new(security, arguments, format)?,
            naming: Naming::new(security, arguments, format)?,
            roles: roles.into_iter().map(|role| role.name).collect(),
            seen: HashSet::new(),
            repeated: false,
            hasher: RandomState::new(),
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

    pub(super) fn naming(&self) -> &Naming<'a> {
        &self.naming
    }

    /// True if the user who was read last comes twice in the file.
    pub(super) fn repeated(&self) -> bool {
        self.repeated
    }

    /// Of somebody who was refused after all: another record may have them.
    pub(super) fn forget(&mut self, identities: &Identities) {
        for identity in identities {
            self.seen.remove(identity);
        }
    }

    /// The address of a record that was refused, as the file has it.
    pub(super) fn named(&self, record: &Map<String, Value>) -> Option<String> {
        let fields = systems::plain(self.format, record)?.fields;
        let email = fields.iter().find(|(name, _)| self.naming.of(name) == Some(Attribute::Email));
        email.and_then(|(_, value)| value.as_str()).map(str::to_owned)
    }

    /// The user of a record; `None` if it is about something else.
    pub(super) async fn read(
        &mut self,
        at: u64,
        record: &Map<String, Value>,
    ) -> Result<Result<Option<Person>, Faults>, Failure> {
        self.repeated = false;
        let Some(Plain { fields, profile, hash }) = systems::plain(self.format, record) else {
            return Ok(Ok(None));
        };
        let mut given = Given::default();
        let mut faults = Faults::new();
        if let Some(hash) = hash.filter(|_| self.naming.of(systems::CREDENTIALS).is_none()) {
            match self.hashes.judged(hash) {
                Ok(stored) => given.secret = Some(Secret::Hash(stored)),
                Err(why) => note(&mut faults, "password_hash", why),
            }
        }
        let fields = fields.into_iter().map(|(name, value)| (self.naming.of(&name), name, value));
        let profile =
            profile.into_iter().map(|(name, value)| (self.naming.chosen(&name), name, value));
        let values: Vec<(Option<Attribute>, String, Value)> = fields.chain(profile).collect();
        let separator = &self.arguments.roles_separator;
        for (attribute, name, value) in values {
            let Some(attribute) = attribute else {
                self.naming.ignore(name);
                continue;
            };
            if value.is_null() {
                continue;
            }
            let room = self.naming.has_room(&attribute);
            if !room && systems::names(self.format).is_some() {
                self.naming.no_home(name);
                continue;
            }
            let taken = match room {
                true => given.take(&name, attribute, value, separator),
                false => Err(no_room(&name)),
            };
            if let Err(why) = taken {
                note(&mut faults, &name, why);
            }
        }
        if let Some(hash) = given.hash.take().filter(|hash| !hash.is_empty()) {
            match self.hashes.read(&hash, given.salt.as_deref()) {
                Ok(_) if given.secret.is_some() => {
                    let why = "beside it stands a password, or another hash: leave one of them out";
                    note(&mut faults, "password_hash", why.to_owned());
                }
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
        let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        let phone = found.phone(filled(given.phone).as_deref()).await?;
        let second = found.second_phone(filled(given.second_phone).as_deref()).await?;
        let mut faults = found.faults;
        if given.confirmed == Some(false) && given.confirmed_at.is_some() {
            let why = "one value says that the address is not confirmed, another one when it was";
            note(&mut faults, "confirmed", why.to_owned());
        }
        let mut identities = Identities::new();
        for (attribute, value) in
            [("email", &email), ("username", &username), ("us_phone_number", &phone)]
        {
            let Some(value) = value else { continue };
            // As the look-up at sign-in compares.
            let hash = self.hasher.hash_one((attribute, case::folded(value)));
            identities.push(hash);
            if self.seen.contains(&hash) {
                self.repeated = true;
                note(&mut faults, attribute, "it was in this file before".to_owned());
            }
        }
        let (Some(email), true) = (email, faults.is_empty()) else { return Ok(Err(faults)) };
        self.seen.extend(&identities);
        let mut fields = given.fields;
        fields.extend(second.map(|number| UserField::TfPhoneNumber(Some(number))));
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
            fields,
            extra: given.extra,
            identities,
        })))
    }

    /// True if there is such a role, or it could be made.
    async fn role(&mut self, name: &str) -> Result<bool, Failure> {
        if self.roles.contains(name) {
            return Ok(true);
        }
        if !self.arguments.create_roles || name.len() > 80 || name.contains(char::is_control) {
            return Ok(false);
        }
        if !self.arguments.dry_run {
            match self.security.store().create_role(NewRole::new(name)).await {
                // Somebody was quicker.
                Err(error) if !error.is_conflict() => return Err(error.into()),
                _ => {}
            }
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
