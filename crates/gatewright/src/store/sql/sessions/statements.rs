//! The table of sessions and the statements about it.

use std::sync::Arc;

use crate::model::{ServerSession, SessionChange};
use crate::store::driver::{Dialect, Driver, Sql, Value};
use crate::store::sql::columns::Kind;
use crate::store::sql::names::{TableNames, quoted};
use crate::store::sql::own::Own;
use crate::store::sql::schema::spelt;
use crate::store::sql::users::Users;

const SESSION: &str = "gatewright_session";

/// The columns in the order in which [`decode`](super::decode) reads them; the first finds the row.
pub(super) const COLUMNS: [&str; 16] = [
    "key_hash",
    "token_hash",
    "previous_hash",
    "rotated_at",
    "confirmed",
    "user_id",
    "uniquifier",
    "version",
    "data",
    "created_at",
    "seen_at",
    "expires_at",
    "address",
    "agent",
    "persistent",
    "ended",
];

/// The statements about sessions.
#[derive(Debug)]
pub(in crate::store::sql) struct Sessions {
    pub(super) table: Own,
    pub(super) find: Sql,
    pub(super) of_user: Sql,
    pub(super) insert: Sql,
    pub(super) trim: Sql,
    pub(super) end: Sql,
    pub(super) delete: Sql,
    pub(super) delete_user: Sql,
    pub(super) delete_others: Sql,
    pub(super) rename: Sql,
    pub(super) purge: Sql,
}

impl Sessions {
    pub(in crate::store::sql) fn new(
        driver: &Arc<dyn Driver>,
        names: &TableNames,
        users: &Users,
        made: bool,
    ) -> Self {
        let own = COLUMNS.map(|name| format!("s.\"{name}\"")).join(",");
        let (select, joins) = users.joined();
        let (user, key) = (quoted(&names.user), quoted(&names.user_key));
        let find = format!(
            "SELECT {own},{select} FROM \"{SESSION}\" s LEFT JOIN {user} u ON u.{key}=s.\"user_id\" \
             {joins} WHERE s.\"key_hash\"=?"
        );
        let live = "\"user_id\"=? AND \"ended\"=0 AND \"expires_at\">?";
        let marks = ["?"; COLUMNS.len()].join(",");
        let columns = COLUMNS.map(|name| format!("\"{name}\"")).join(",");
        Self {
            table: Own::new(driver, SESSION, table, made),
            find: Sql::new(find)
                .sharing(COLUMNS.len() + users.width())
                .heavy_if(!users.finds_links()),
            of_user: Sql::new(format!(
                "SELECT {columns} FROM \"{SESSION}\" WHERE {live} ORDER BY \"seen_at\" DESC"
            )),
            insert: Sql::new(format!("INSERT INTO \"{SESSION}\" ({columns}) VALUES ({marks})")),
            trim: Sql::new(format!(
                "DELETE FROM \"{SESSION}\" WHERE \"user_id\"=? AND \"ended\"=0 AND \"key_hash\"<>? \
                 AND \"key_hash\" NOT IN (SELECT \"key_hash\" FROM \"{SESSION}\" WHERE {live} \
                 AND \"key_hash\"<>? ORDER BY \"seen_at\" DESC LIMIT ?)"
            )),
            end: Sql::new(format!(
                "UPDATE \"{SESSION}\" SET \"ended\"=1,\"data\"='{{}}',\"user_id\"=NULL,\
                 \"uniquifier\"=NULL,\"expires_at\"=? WHERE \"key_hash\"=? AND \"ended\"=0"
            )),
            delete: Sql::new(format!("DELETE FROM \"{SESSION}\" WHERE \"key_hash\"=?")),
            delete_user: Sql::new(format!("DELETE FROM \"{SESSION}\" WHERE \"user_id\"=?")),
            delete_others: Sql::new(format!(
                "DELETE FROM \"{SESSION}\" WHERE \"user_id\"=? AND \"key_hash\"<>?"
            )),
            rename: Sql::new(format!(
                "UPDATE \"{SESSION}\" SET \"uniquifier\"=? WHERE \"key_hash\"=? AND \"user_id\"=? \
                 AND \"ended\"=0"
            )),
            purge: Sql::new(format!(
                "DELETE FROM \"{SESSION}\" WHERE \"key_hash\" IN (SELECT \"key_hash\" FROM \
                 \"{SESSION}\" WHERE \"expires_at\"<=? ORDER BY \"expires_at\" LIMIT ?)"
            )),
        }
    }
}

/// The table of sessions. Found by key, listed by user, purged by time: an index for each.
pub(in crate::store::sql) fn table(dialect: Dialect) -> String {
    let text = |length| spelt(dialect, Kind::Text(length));
    let (blob, time) = (spelt(dialect, Kind::Blob), spelt(dialect, Kind::Time));
    let (flag, number) = (spelt(dialect, Kind::Bool), spelt(dialect, Kind::Int));
    let long = spelt(dialect, Kind::LongText);
    let (name, agent, hash) = (text(64), text(300), &blob);
    format!(
        "CREATE TABLE IF NOT EXISTS \"{SESSION}\" (\"key_hash\" {hash} NOT NULL PRIMARY KEY, \
         \"token_hash\" {hash} NOT NULL, \"previous_hash\" {hash}, \
         \"rotated_at\" {time} NOT NULL, \"confirmed\" {flag} NOT NULL, \"user_id\", \
         \"uniquifier\" {name}, \"version\" {number} NOT NULL, \"data\" {long} NOT NULL, \
         \"created_at\" {time} NOT NULL, \"seen_at\" {time} NOT NULL, \
         \"expires_at\" {time} NOT NULL, \"address\" {name}, \"agent\" {agent}, \
         \"persistent\" {flag} NOT NULL, \"ended\" {flag} NOT NULL);\n\
         CREATE INDEX IF NOT EXISTS \"{SESSION}_ix_user_id\" ON \"{SESSION}\" (\"user_id\");\n\
         CREATE INDEX IF NOT EXISTS \"{SESSION}_ix_expires_at\" ON \"{SESSION}\" (\"expires_at\");\n"
    )
}

/// The statement that changes a session if what the change rests on is still so; `None` if there is
/// nothing to change.
pub(super) fn update(seen: &ServerSession, change: &SessionChange) -> Option<(Sql, Vec<Value>)> {
    let mut set: Vec<&str> = Vec::new();
    let mut args: Vec<Value> = Vec::new();
    let mut when = vec!["\"key_hash\"=?", "\"ended\"=0"];
    let mut conditions: Vec<Value> = vec![seen.key_hash.as_slice().into()];
    if let Some(data) = &change.data {
        set.extend(["\"data\"=?", "\"version\"=\"version\"+1"]);
        args.push(data.as_str().into());
        when.push("\"version\"=?");
        conditions.push(seen.version.into());
    }
    if let Some(rotation) = &change.rotation {
        set.extend(["\"token_hash\"=?", "\"previous_hash\"=?", "\"rotated_at\"=?"]);
        set.push("\"confirmed\"=0");
        args.push(rotation.token_hash.as_slice().into());
        args.push(rotation.previous_hash.as_slice().into());
        args.push(rotation.now.into());
        when.push("\"token_hash\"=?");
        conditions.push(seen.token_hash.as_slice().into());
    } else if change.confirmed {
        set.push("\"confirmed\"=1");
        when.push("\"token_hash\"=?");
        conditions.push(seen.token_hash.as_slice().into());
    }
    if let Some(seen) = &change.seen {
        set.extend(["\"seen_at\"=?", "\"expires_at\"=?", "\"address\"=?", "\"agent\"=?"]);
        args.extend([seen.at.into(), seen.expires_at.into()]);
        args.extend([seen.address.as_deref().into(), seen.agent.as_deref().into()]);
    }
    if let Some(uniquifier) = &change.uniquifier {
        set.push("\"uniquifier\"=?");
        args.push(uniquifier.as_str().into());
    }
    if set.is_empty() {
        return None;
    }
    args.extend(conditions);
    let (set, when) = (set.join(","), when.join(" AND "));
    let sql = Sql::new(format!("UPDATE \"{SESSION}\" SET {set} WHERE {when}"));
    Some((sql, args))
}
