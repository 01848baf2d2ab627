//! Which of a file's values is what, and which is left out.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::cli::console::Failure;
use crate::cli::import::attributes::{self, Attribute, KNOWN};
use crate::cli::import::options::{Format, ImportUsers};
use crate::cli::import::{given, systems};
use crate::security::Security;
use crate::store::Capabilities;

/// Names that are listed at the end if nothing became of them.
const MOST_IGNORED: usize = 50;

/// What names mean in this run.
pub(super) struct Naming<'a> {
    format: Format,
    own: &'a [String],
    mapped: BTreeMap<String, Attribute>,
    has: Capabilities,
    ignored: BTreeSet<String>,
    homeless: BTreeSet<String>,
}

impl<'a> Naming<'a> {
    pub(super) fn new(
        security: &'a Security,
        arguments: &ImportUsers,
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
        let has = *security.store().capabilities();
        let (ignored, homeless) = (BTreeSet::new(), BTreeSet::new());
        Ok(Self { format, own, mapped, has, ignored, homeless })
    }

    /// Columns and members of which nothing became, and why.
    pub(super) fn left_out(&self) -> impl Iterator<Item = String> {
        let lists = [
            ("no attribute has the name", &self.ignored),
            ("the table of users has no column for it", &self.homeless),
        ];
        let lists = lists.into_iter().filter(|(_, names)| !names.is_empty());
        lists.map(|(why, names)| {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            format!("not imported, as {why}: {}", names.join(", "))
        })
    }

    /// Whether every column can be taken: nothing is written of a file whose table is wrong.
    pub(super) fn columns(&self, names: &[String]) -> Result<(), Failure> {
        let mut known: Vec<(&str, Attribute)> = Vec::new();
        let mut all = HashSet::new();
        for name in names {
            if !all.insert(name) {
                return Err(Failure::usage(format!("two columns have the name {name:?}")));
            }
            let Some(attribute) = self.of(name) else { continue };
            if !self.has_room(&attribute) {
                return Err(Failure::usage(no_room(name)));
            }
            if let Some((other, _)) = known.iter().find(|(_, other)| other.meets(&attribute)) {
                return Err(Failure::usage(given::twice(other, name)));
            }
            known.push((name, attribute));
        }
        match known.iter().any(|(_, attribute)| *attribute == Attribute::Email) {
            true => Ok(()),
            false => {
                Err(Failure::usage("no column is `email`: say which is with --map COLUMN=email"))
            }
        }
    }

    /// What is taken from a value of that name.
    pub(super) fn of(&self, name: &str) -> Option<Attribute> {
        let Some(names) = systems::names(self.format) else {
            let mapped = self.mapped.get(name).cloned();
            return mapped.or_else(|| attributes::named(name, self.own));
        };
        let known = || names.iter().find(|(known, _)| *known == name);
        self.chosen(name).or_else(|| known().map(|(_, attribute)| attribute.clone()))
    }

    /// What the command line or the settings name.
    pub(super) fn chosen(&self, name: &str) -> Option<Attribute> {
        let mapped = self.mapped.get(name).cloned();
        mapped.or_else(|| attributes::column(name, self.own))
    }

    /// True if the tables can hold it.
    pub(super) fn has_room(&self, attribute: &Attribute) -> bool {
        attribute.fits(&self.has)
    }

    /// Of a system's exports only what a file of our own would have given to the user is worth
    /// telling.
    pub(super) fn ignore(&mut self, name: String) {
        let generic = systems::names(self.format).is_none();
        let counts = |attribute| attribute != Attribute::Nothing;
        let told = generic || attributes::named(&name, self.own).is_some_and(counts);
        if told && self.ignored.len() < MOST_IGNORED {
            self.ignored.insert(name);
        }
    }

    /// It would be taken, if the table could hold it.
    pub(super) fn no_home(&mut self, name: String) {
        self.homeless.insert(name);
    }
}

pub(super) fn no_room(name: &str) -> String {
    let out = format!("{name}=");
    format!("the table of users has no column for {name:?}: leave it out with --map {out:?}")
}
