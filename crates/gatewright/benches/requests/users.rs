//! Databases with many users, made once and kept in the target folder.

use std::fs;
use std::path::{Path, PathBuf};

use gatewright::Security;
use gatewright::model::{NewRole, NewUser, UserField, UserId};

use crate::app;

pub(crate) const PASSWORD: &str = "correct horse battery staple";

/// Users who send requests; the others only make the table long.
pub(crate) const ACTIVE: usize = 1_000;

/// Change it when the content changes.
const VERSION: u32 = 1;

/// The `fs_uniquifier` of one of the active users, who are spread over the table.
pub(crate) fn uniquifier(users: usize, active: usize) -> String {
    format!("{:032x}", place(users, active))
}

pub(crate) fn email(users: usize, active: usize) -> String {
    format!("user{}@example.com", place(users, active))
}

fn place(users: usize, active: usize) -> usize {
    active % ACTIVE * (users / ACTIVE)
}

/// The database with so many users: each confirmed, with two roles, signed in before.
pub(crate) async fn database(users: usize) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("users-{users}-v{VERSION}.db"));
    if !path.exists() {
        println!("making {users} users");
        let draft = folder.join(format!("users-{users}-{}.new", std::process::id()));
        let security = app::security(&draft).await;
        first(&security).await;
        drop(security);
        others(&draft, users);
        fs::rename(&draft, &path).unwrap();
    }
    path
}

async fn first(security: &Security) {
    let store = security.store();
    for name in ["editor", "reader"] {
        let role = NewRole::new(name).permission("read").permission("write");
        store.create_role(role).await.unwrap();
    }
    let now = security.clock().utc();
    let hash = security.passwords().hash(PASSWORD).await.unwrap();
    let mut user = NewUser::new("user0@example.com").username("user0").password(hash);
    user = user.confirmed_at(now).role("editor").role("reader");
    user.uniquifier = Some(format!("{:032x}", 0));
    store.create_user(user).await.unwrap();
    let set = [
        UserField::LastLoginAt(Some(now)),
        UserField::CurrentLoginAt(Some(now)),
        UserField::LastLoginIp(Some("192.0.2.1".into())),
        UserField::CurrentLoginIp(Some("192.0.2.1".into())),
        UserField::LoginCount(Some(7)),
    ];
    store.update_user(&UserId::Int(1), &set, &[]).await.unwrap();
}

/// Copies of the first user, in one transaction instead of one each.
fn others(path: &Path, users: usize) {
    let raw = rusqlite::Connection::open(path).unwrap();
    raw.execute_batch(&format!(
        "PRAGMA synchronous = OFF;
         BEGIN; WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {users} - 1)
         INSERT INTO user (email, username, password, active, fs_uniquifier,
             fs_webauthn_user_handle, confirmed_at, last_login_at, current_login_at, last_login_ip,
             current_login_ip, login_count, create_datetime, update_datetime)
         SELECT 'user' || n || '@example.com', 'user' || n, password, 1, printf('%032x', n),
             printf('%032x', n), confirmed_at, last_login_at, current_login_at, last_login_ip,
             current_login_ip, 7, create_datetime, update_datetime
         FROM n, user WHERE id = 1;
         INSERT INTO roles_users SELECT u.id, r.id FROM user u, role r WHERE u.id > 1;
         COMMIT; ANALYZE;"
    ))
    .unwrap();
    // Everything into the one file that is renamed.
    raw.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
}
