mod plans;
mod races;
mod reference;
mod rehearsal;
mod reopened;
mod schema;
mod suite;

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Mode, SqlStore, TableNames};
use crate::clock::Clock;
use crate::store::Store;

/// The schema as SQLAlchemy writes it, without any index of ours.
const REFERENCE_SCHEMA: &str = "
    CREATE TABLE role (id INTEGER NOT NULL, name VARCHAR(80) NOT NULL, description VARCHAR(255),
        permissions TEXT, update_datetime DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
        PRIMARY KEY (id), UNIQUE (name));
    CREATE TABLE user (fs_webauthn_user_handle VARCHAR(64), mf_recovery_codes TEXT,
        password VARCHAR(255), us_phone_number VARCHAR(128), username VARCHAR(255),
        us_totp_secrets TEXT, id INTEGER NOT NULL, email VARCHAR(255) NOT NULL,
        active BOOLEAN NOT NULL, fs_uniquifier VARCHAR(64) NOT NULL, confirmed_at DATETIME,
        last_login_at DATETIME, current_login_at DATETIME, last_login_ip VARCHAR(64),
        current_login_ip VARCHAR(64), login_count INTEGER, tf_primary_method VARCHAR(64),
        tf_totp_secret VARCHAR(255), tf_phone_number VARCHAR(128), security_number INTEGER UNIQUE,
        create_datetime DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
        update_datetime DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, PRIMARY KEY (id),
        UNIQUE (fs_webauthn_user_handle), UNIQUE (us_phone_number), UNIQUE (username),
        UNIQUE (email), UNIQUE (fs_uniquifier));
    CREATE TABLE roles_users (user_id INTEGER, role_id INTEGER,
        FOREIGN KEY(user_id) REFERENCES user (id), FOREIGN KEY(role_id) REFERENCES role (id));
    CREATE TABLE web_authn (id INTEGER NOT NULL, credential_id BLOB NOT NULL,
        public_key BLOB NOT NULL, sign_count INTEGER, transports TEXT,
        backup_state BOOLEAN NOT NULL, device_type VARCHAR(64) NOT NULL, extensions VARCHAR(255),
        create_datetime DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
        lastuse_datetime DATETIME NOT NULL, name VARCHAR(64) NOT NULL, usage VARCHAR(64) NOT NULL,
        user_id INTEGER NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE CASCADE);
    CREATE UNIQUE INDEX ix_web_authn_credential_id ON web_authn (credential_id);
    CREATE TABLE fs_refresh_tracker (id INTEGER NOT NULL, refresh_family VARCHAR(64) NOT NULL,
        gen INTEGER, expires_at DATETIME NOT NULL, revoked_at DATETIME,
        last_used_at DATETIME NOT NULL, create_datetime DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
        name VARCHAR(64) NOT NULL, user_id INTEGER NOT NULL, PRIMARY KEY (id),
        UNIQUE (refresh_family), FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE CASCADE);";

/// A database file in a folder of its own, which lives as long as this.
struct File {
    _folder: TempDir,
    path: PathBuf,
}

impl File {
    fn absent() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { path: folder.path().join("app.db"), _folder: folder }
    }

    fn with(script: &str) -> Self {
        let file = Self::absent();
        file.raw().execute_batch(script).unwrap();
        file
    }

    fn copy_of(original: &Path) -> Self {
        let file = Self::absent();
        std::fs::copy(original, &file.path).unwrap();
        file
    }

    fn url(&self) -> String {
        format!("sqlite:{}", self.path.display())
    }

    /// A connection of somebody else.
    fn raw(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(&self.path).unwrap()
    }

    async fn open(&self, mode: Mode) -> SqlStore {
        self.open_with(&TableNames::default(), mode).await.unwrap()
    }

    async fn open_with(&self, names: &TableNames, mode: Mode) -> crate::error::Result<SqlStore> {
        SqlStore::open(&self.url(), names, Clock::system(), mode).await
    }
}

/// Runs each function of the suite against a store that the expression opens.
macro_rules! run_suite {
    ($name:ident, $open:expr) => {
        mod $name {
            use super::*;

            run_suite!(@each $open; creates_and_finds, ignores_case,
                ignores_case_whatever_others_are_called, keeps_unique, creates_many, sets_if,
                keeps_lists_and_nulls, guards_columns, gives_roles, writes_roles_once,
                creates_all_or_nothing, deletes_everything, keeps_passkeys, keeps_refresh_families,
                hands_out_once, keeps_letters, lists_in_pages);
        }
    };
    (@each $open:expr; $($test:ident),+) => {
        $(#[tokio::test]
        async fn $test() {
            let (store, _file) = $open.await;
            suite::$test(&store as &dyn Store).await;
        })+
    };
}

run_suite!(in_memory, async {
    let names = TableNames::default();
    let opened = SqlStore::open("sqlite::memory:", &names, Clock::system(), Mode::Create).await;
    (opened.unwrap(), ())
});

run_suite!(in_a_file, async {
    let file = File::absent();
    (file.open(Mode::Create).await, file)
});

run_suite!(in_tables_of_the_reference, async {
    let file = File::with(REFERENCE_SCHEMA);
    (file.open(Mode::Existing).await, file)
});

run_suite!(under_other_names, async {
    let file = File::absent();
    let names = TableNames {
        user: "Gate User".into(),
        role: "group".into(),
        roles_users: "user_groups".into(),
        web_authn: "keys".into(),
        fs_refresh_tracker: "order".into(),
        user_key: "uid".into(),
        extra_columns: Vec::new(),
    };
    (file.open_with(&names, Mode::Create).await.unwrap(), file)
});
