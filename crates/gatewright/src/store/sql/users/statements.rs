//! The statements about users, spelt once for the tables as they are.

use std::collections::HashMap;

use crate::store::driver::{Dialect, Sql, Table};
use crate::store::sql::columns::{TOKEN_UNIQUIFIER, USER};
use crate::store::sql::inspect::Tables;
use crate::store::sql::names::{TableNames, quoted};
use crate::store::sql::roles;

/// Entries of an index that are read at once.
const MANY: usize = 256;

/// The statements about users.
#[derive(Debug)]
pub(in crate::store::sql) struct Users {
    pub(super) dialect: Dialect,
    pub(super) names: TableNames,
    pub(super) table: Table,
    /// How many values of a row belong to the user and not to a role.
    pub(super) width: usize,
    /// `SELECT` and the columns of user and role.
    pub(super) select: String,
    /// The joins that bring the roles.
    pub(super) joins: String,
    pub(super) by_id: Sql,
    pub(super) by_uniquifier: Sql,
    pub(super) by_token: Option<Sql>,
    pub(super) by_handle: Option<Sql>,
    pub(super) identities: HashMap<String, Identity>,
    pub(super) count: Sql,
    pub(super) link: Sql,
    pub(super) delete: Vec<Sql>,
}

/// The statements that find a user by one attribute.
#[derive(Debug)]
pub(super) struct Identity {
    pub(super) exact: Sql,
    pub(super) folded: Sql,
    /// True if `folded` has an index.
    pub(super) indexed: bool,
    /// The first entry of the index that is not less, and many of them: an alternative to `folded`
    /// without its index, and for letters that it does not know.
    pub(super) jumps: Option<[Sql; 2]>,
}

impl Users {
    pub(in crate::store::sql) fn new(
        names: &TableNames,
        tables: &Tables,
        dialect: Dialect,
    ) -> Self {
        let table = tables.user.clone().unwrap_or_default();
        let key = quoted(&names.user_key);
        let own = USER.iter().map(|col| match col.name {
            "id" => format!("u.{key}"),
            name if table.has(name) => format!("u.{}", quoted(name)),
            _ => "NULL".into(),
        });
        let token = if table.has(TOKEN_UNIQUIFIER) {
            format!("u.{}", quoted(TOKEN_UNIQUIFIER))
        } else {
            "NULL".into()
        };
        let extra = names.extra_columns.iter().map(|name| format!("u.{}", quoted(name)));
        let own: Vec<String> = own.chain([token]).chain(extra).collect();
        let width = own.len();
        let select = format!("SELECT {},{}", own.join(","), roles::columns(tables, "r"));
        let joins = format!(
            "LEFT JOIN {} l ON l.\"user_id\"=u.{key} LEFT JOIN {} r ON r.\"id\"=l.\"role_id\"",
            quoted(&names.roles_users),
            quoted(&names.role),
        );
        let user = quoted(&names.user);
        let linked = tables.roles_users.as_ref().is_some_and(|links| links.finds("user_id"));
        let by = |column: &str, condition: String| {
            Sql::new(format!("{select} FROM {user} u {joins} WHERE {condition}"))
                .sharing(width)
                .heavy_if(!linked || !table.finds(column))
        };
        let equal = |column: &str| by(column, format!("u.{}=?", quoted(column)));
        let optional = |column: &str| table.has(column).then(|| equal(column));
        let attributes = ["email", "username", "us_phone_number", "tf_phone_number"];
        let attributes =
            attributes.into_iter().chain(names.extra_columns.iter().map(String::as_str));
        let identities = attributes.filter(|column| table.has(column)).map(|column| {
            let c = quoted(column);
            let folded =
                Sql::new(format!("{select} FROM {user} u {joins} WHERE lower(u.{c})=lower(?)"));
            let indexed = table.finds_lower(column);
            let jumps = dialect == Dialect::Sqlite && table.finds(column);
            let jump = |most: usize| {
                format!("SELECT {c},{key} FROM {user} WHERE {c}>=? ORDER BY {c} LIMIT {most}")
            };
            let identity = Identity {
                exact: equal(column),
                folded: folded.sharing(width).heavy_if(!linked || !indexed),
                indexed,
                jumps: jumps.then(|| [Sql::new(jump(1)), Sql::heavy(jump(MANY))]),
            };
            (column.to_owned(), identity)
        });
        let dependents = [
            Some(&names.roles_users),
            tables.web_authn.is_some().then_some(&names.web_authn),
            tables.fs_refresh_tracker.is_some().then_some(&names.fs_refresh_tracker),
        ];
        let dependents = dependents.into_iter().flatten();
        let delete = dependents
            .map(|table| format!("DELETE FROM {} WHERE \"user_id\"=?", quoted(table)))
            .chain([format!("DELETE FROM {user} WHERE {key}=?")]);
        Self {
            dialect,
            by_id: equal(&names.user_key),
            by_uniquifier: equal("fs_uniquifier"),
            by_token: optional(TOKEN_UNIQUIFIER),
            by_handle: optional("fs_webauthn_user_handle"),
            identities: identities.collect(),
            count: Sql::heavy(format!("SELECT count(*) FROM {user}")),
            link: Sql::new(format!(
                "INSERT INTO {} (\"user_id\",\"role_id\") SELECT u.{key},r.\"id\" FROM {user} u \
                 JOIN {} r ON r.\"name\"=? WHERE u.\"fs_uniquifier\"=?",
                quoted(&names.roles_users),
                quoted(&names.role),
            )),
            delete: delete.map(Sql::new).collect(),
            names: names.clone(),
            table,
            width,
            select,
            joins,
        }
    }

    /// The columns of user and role, and the joins that bring the roles, for a statement that
    /// starts from another table and calls the user `u`.
    pub(in crate::store::sql) fn joined(&self) -> (&str, &str) {
        (self.select.strip_prefix("SELECT ").unwrap_or_default(), &self.joins)
    }

    /// The address of the user whose key is the next argument, for a statement about other tables.
    pub(in crate::store::sql) fn address(&self) -> String {
        let (user, key) = (quoted(&self.names.user), quoted(&self.names.user_key));
        format!("(SELECT \"email\" FROM {user} WHERE {key}=?)")
    }

    /// How many columns of a row belong to the user and not to a role.
    pub(in crate::store::sql) fn width(&self) -> usize {
        self.width
    }

    /// True if an index finds a user's roles.
    pub(in crate::store::sql) fn finds_links(&self) -> bool {
        !self.by_id.heavy
    }

    /// What guarded requests and sign-ins run.
    #[cfg(test)]
    pub(in crate::store::sql) fn in_requests(&self) -> Vec<&Sql> {
        let fixed = [Some(&self.by_id), Some(&self.by_uniquifier), self.by_handle.as_ref()];
        let identities =
            ["email", "username"].into_iter().filter_map(|name| self.identities.get(name));
        let identities = identities.flat_map(|identity| {
            // Where there are jumps instead of an index, the folded one is not used.
            let folded = identity.indexed || identity.jumps.is_none();
            let folded = folded.then_some(&identity.folded);
            [Some(&identity.exact), identity.jumps.as_ref().map(|[one, _]| one), folded]
        });
        fixed.into_iter().chain(identities).flatten().collect()
    }
}
