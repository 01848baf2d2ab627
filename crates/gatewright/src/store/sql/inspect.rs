//! Compares a database with what is needed.

use std::fmt;

use super::columns::{
    Col, FS_REFRESH_TRACKER, LINK, Need, PASSKEYS, REFRESH, ROLE, TOKEN_UNIQUIFIER, TRACKING,
    TWO_FACTOR, UNIFIED, USER, WEB_AUTHN,
};
use super::names::TableNames;
use crate::error::{Error, Result};
use crate::store::Capabilities;
use crate::store::driver::{Driver, Table};

/// The tables as they are.
#[derive(Debug)]
pub(super) struct Tables {
    pub(super) user: Option<Table>,
    pub(super) role: Option<Table>,
    pub(super) roles_users: Option<Table>,
    pub(super) web_authn: Option<Table>,
    pub(super) fs_refresh_tracker: Option<Table>,
}

impl Tables {
    pub(super) async fn read(driver: &dyn Driver, names: &TableNames) -> Result<Self> {
        Ok(Self {
            user: driver.describe(&names.user).await?,
            role: driver.describe(&names.role).await?,
            roles_users: driver.describe(&names.roles_users).await?,
            web_authn: driver.describe(&names.web_authn).await?,
            fs_refresh_tracker: driver.describe(&names.fs_refresh_tracker).await?,
        })
    }

    pub(super) fn none(&self) -> bool {
        self.user.is_none() && self.role.is_none() && self.roles_users.is_none()
    }

    pub(super) fn all(&self) -> bool {
        let more = self.web_authn.is_some() && self.fs_refresh_tracker.is_some();
        more && self.user.is_some() && self.role.is_some() && self.roles_users.is_some()
    }
}

/// The version of the reference's models that a schema agrees with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SchemaVersion {
    /// There are no tables yet.
    Empty,
    /// `fsqla`: without unified sign-in and everything later.
    V1,
    /// `fsqla_v2`: with unified sign-in.
    V2,
    /// `fsqla_v3`: with passkeys and recovery codes.
    V3,
    /// `fsqla_v4`: with refresh tokens.
    V4,
    /// An application's own choice of columns.
    Subset,
}

/// A table or a column that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Gap {
    /// The name of the table.
    pub table: String,
    /// The name of the column, or `None` if the table is missing.
    pub column: Option<String>,
    /// What does not work without it; `None` if nothing does.
    pub feature: Option<&'static str>,
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.column {
            Some(column) => write!(f, "column `{column}` of table `{}`", self.table)?,
            None => write!(f, "table `{}`", self.table)?,
        }
        match self.feature {
            Some(feature) => write!(f, " (needed for {feature})"),
            None => f.write_str(" (essential)"),
        }
    }
}

/// What a database has and what it lacks; shown as a list for the operator.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Inspection {
    /// The version of the models that it agrees with.
    pub version: SchemaVersion,
    /// What is missing, essential things first.
    pub gaps: Vec<Gap>,
    /// What will make some writes fail, in words.
    pub obstacles: Vec<String>,
    /// What an upgrade would make faster or stricter, in words.
    pub advice: Vec<String>,
    /// What works as it is.
    pub capabilities: Capabilities,
}

impl Inspection {
    /// True if users can sign in with what is there.
    pub fn is_usable(&self) -> bool {
        self.gaps.iter().all(|gap| gap.feature.is_some())
    }

    /// Refuses a database without the essentials and lists them.
    pub(super) fn require(&self) -> Result<()> {
        self.refuse_for(|gap| gap.feature.is_none())
    }

    /// Refuses a database whose tables lack essential columns: nobody could fill those.
    pub(super) fn require_columns(&self) -> Result<()> {
        self.refuse_for(|gap| gap.feature.is_none() && gap.column.is_some())
    }

    fn refuse_for(&self, reason: impl Fn(&&Gap) -> bool) -> Result<()> {
        let missing: Vec<_> = self.gaps.iter().filter(reason).map(Gap::to_string).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let missing = missing.join("; ");
        Err(Error::config(format!("the database cannot be used, it lacks: {missing}")))
    }

    pub(super) fn of(tables: &Tables, names: &TableNames) -> Self {
        let mut look = Look::default();
        look.at(&names.user, tables.user.as_ref(), &USER, Need::Always, &names.user_key);
        look.at(&names.role, tables.role.as_ref(), &ROLE, Need::Always, "id");
        look.at(&names.roles_users, tables.roles_users.as_ref(), &LINK, Need::Always, "");
        let passkeys = Need::For(PASSKEYS);
        look.at(&names.web_authn, tables.web_authn.as_ref(), &WEB_AUTHN, passkeys, "id");
        let refresh = Need::For(REFRESH);
        let trackers = tables.fs_refresh_tracker.as_ref();
        look.at(&names.fs_refresh_tracker, trackers, &FS_REFRESH_TRACKER, refresh, "id");
        look.gaps.sort_by_key(|gap| gap.feature.is_some());
        if let Some(user) = &tables.user {
            look.at_extras(user, names);
        }
        look.at_indexes(tables, names);
        Self {
            version: version(tables, &look.gaps),
            capabilities: capabilities(tables, &look.gaps, names),
            gaps: look.gaps,
            obstacles: look.obstacles,
            advice: look.advice,
        }
    }
}

impl fmt::Display for Inspection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "schema: {:?}", self.version)?;
        self.gaps.iter().try_for_each(|gap| writeln!(f, "missing: {gap}"))?;
        self.obstacles.iter().try_for_each(|text| writeln!(f, "obstacle: {text}"))?;
        self.advice.iter().try_for_each(|text| writeln!(f, "advice: {text}"))
    }
}

#[derive(Default)]
struct Look {
    gaps: Vec<Gap>,
    obstacles: Vec<String>,
    advice: Vec<String>,
}

impl Look {
    fn at(&mut self, name: &str, table: Option<&Table>, wanted: &[Col], need: Need, key: &str) {
        let feature = |need| match need {
            Need::For(feature) => Some(feature),
            Need::Always | Need::Nice => None,
        };
        let Some(table) = table else {
            self.gaps.push(Gap { table: name.into(), column: None, feature: feature(need) });
            return;
        };
        for col in wanted {
            let column = if col.name == "id" { key } else { col.name };
            // A column that is essential to its table is as essential as the table.
            let need = if col.need == Need::Always { need } else { col.need };
            match table.column(column) {
                None if need == Need::Nice => {}
                None => self.gaps.push(Gap {
                    table: name.into(),
                    column: Some(column.into()),
                    feature: feature(need),
                }),
                Some(found) if found.not_null && !found.filled && !col.required => {
                    if need != Need::Always || column == "password" {
                        let text = format!("`{name}.{column}` may not be NULL");
                        self.obstacles.push(text);
                    }
                }
                Some(_) if col.unique && !table.unique(column) => {
                    self.advice.push(format!("`{name}.{column}` is not unique"));
                }
                Some(_) => {}
            }
        }
    }

    fn at_extras(&mut self, user: &Table, names: &TableNames) {
        for column in &names.extra_columns {
            if !user.has(column) {
                let table = names.user.clone();
                self.gaps.insert(0, Gap { table, column: Some(column.clone()), feature: None });
            }
        }
        let known = |name: &str| {
            let ours = USER.iter().any(|col| col.name.eq_ignore_ascii_case(name));
            ours || name.eq_ignore_ascii_case(&names.user_key)
                || name.eq_ignore_ascii_case(TOKEN_UNIQUIFIER)
        };
        for column in &user.columns {
            if column.not_null && !column.filled && !known(&column.name) {
                let told = names.extra_columns.contains(&column.name);
                let how = if told { "must come with every new user" } else { "is unknown here" };
                self.obstacles.push(format!(
                    "`{}.{}` has no default and {how}: users cannot be created without it",
                    names.user, column.name
                ));
            }
        }
    }

    fn at_indexes(&mut self, tables: &Tables, names: &TableNames) {
        let indexed = |table: &Option<Table>, column: &str| {
            table.as_ref().is_none_or(|table| table.finds(column))
        };
        for (table, name, column) in [
            (&tables.roles_users, &names.roles_users, "user_id"),
            (&tables.roles_users, &names.roles_users, "role_id"),
            (&tables.web_authn, &names.web_authn, "user_id"),
            (&tables.fs_refresh_tracker, &names.fs_refresh_tracker, "user_id"),
        ] {
            if !indexed(table, column) {
                self.advice.push(format!("`{name}.{column}` has no index"));
            }
        }
        if let Some(user) = &tables.user {
            for column in ["email", "username"] {
                if user.has(column) && !user.finds_lower(column) {
                    let table = &names.user;
                    self.advice.push(format!("`{table}` has no index on `lower({column})`"));
                }
            }
        }
    }
}

fn version(tables: &Tables, gaps: &[Gap]) -> SchemaVersion {
    if tables.none() {
        return SchemaVersion::Empty;
    }
    let Some(user) = &tables.user else {
        return SchemaVersion::Subset;
    };
    let since = |version: u8| USER.iter().filter(move |col| col.since == version);
    let has_all = |version| since(version).all(|col| col.name == "id" || user.has(col.name));
    let has_any = |version| since(version).any(|col| user.has(col.name));
    let later = (has_any(2), has_any(3) || tables.web_authn.is_some());
    let whole = !gaps.iter().any(|gap| gap.column.is_some() && gap.feature.is_none());
    match (has_all(2), has_all(3) && tables.web_authn.is_some()) {
        _ if !whole || !has_all(1) => SchemaVersion::Subset,
        (true, true) if tables.fs_refresh_tracker.is_some() => SchemaVersion::V4,
        _ if tables.fs_refresh_tracker.is_some() => SchemaVersion::Subset,
        (true, true) => SchemaVersion::V3,
        (true, false) if !later.1 => SchemaVersion::V2,
        (false, false) if later == (false, false) => SchemaVersion::V1,
        _ => SchemaVersion::Subset,
    }
}

fn capabilities(tables: &Tables, gaps: &[Gap], names: &TableNames) -> Capabilities {
    let user = |column: &str| tables.user.as_ref().is_some_and(|table| table.has(column));
    let whole = |table: &str| !gaps.iter().any(|gap| gap.table == table);
    let works = |feature: &str| !gaps.iter().any(|gap| gap.feature == Some(feature));
    Capabilities {
        username: user("username"),
        confirmation: user("confirmed_at"),
        trackable: works(TRACKING),
        two_factor: works(TWO_FACTOR),
        two_factor_phone: user("tf_phone_number"),
        unified_signin: works(UNIFIED),
        unified_signin_phone: user("us_phone_number"),
        recovery_codes: user("mf_recovery_codes"),
        passkeys: works(PASSKEYS) && whole(&names.web_authn),
        permissions: tables.role.as_ref().is_some_and(|table| table.has("permissions")),
        token_uniquifier: user(TOKEN_UNIQUIFIER),
        refresh_tokens: works(REFRESH),
    }
}
