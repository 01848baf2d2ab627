//! From nothing to a served application: `open` and `serve`.

use std::future::Future;
use std::io::Write;
use std::path::{Path, PathBuf};

use axum::Router;
use serde_json::json;
use tokio::net::{TcpListener, ToSocketAddrs};

use crate::assembly::builder::Builder;
use crate::assembly::listen::listen;
use crate::error::{Error, Result};
use crate::features::first_admin;
use crate::random;
use crate::security::Security;

/// The variable that moves a served application to another address.
const BIND: &str = "GATEWRIGHT_BIND";

impl Security {
    /// Opens a database with the preset `recommended`. On the first start it creates the tables,
    /// and secrets in a file beside the database that only its owner may read.
    ///
    /// Settings come from the environment, too; see `docs/settings.md`.
    ///
    /// # Errors
    /// The database or the secrets cannot be read or made.
    pub async fn open(database: &str) -> Result<Self> {
        Self::builder().database(database).secrets_beside(database)?.environment().build().await
    }

    /// Serves an application with its endpoints until the process is told to end (SIGINT or
    /// SIGTERM); requests under way get ten seconds to finish. As long as there is no user, a link that
    /// makes the first administrator is written to the terminal.
    ///
    /// The environment's `GATEWRIGHT_BIND` goes before the address in the program, so that whoever
    /// runs it can move it elsewhere.
    ///
    /// # Errors
    /// The address cannot be bound, or the listener failed.
    pub async fn serve(&self, app: Router, address: impl ToSocketAddrs) -> Result<()> {
        let end = shutdown_signal();
        let listener = match std::env::var(BIND) {
            Ok(elsewhere) => TcpListener::bind(elsewhere).await?,
            Err(_) => TcpListener::bind(address).await?,
        };
        let origin = format!("http://{}", listener.local_addr()?);
        if let Some(link) = self.first_administrator_link(&origin).await? {
            let mut terminal = std::io::stderr();
            writeln!(
                terminal,
                "Nobody is registered yet. Become the administrator here:\n  {link}"
            )?;
        }
        self.serve_on(listener, app, end).await
    }

    /// As [`Security::serve`], with a listener and an end of the caller's choice, and without the
    /// link for the first administrator.
    ///
    /// # Errors
    /// The listener failed.
    pub async fn serve_on(
        &self,
        listener: TcpListener,
        app: Router,
        end: impl Future<Output = ()> + Send + 'static,
    ) -> Result<()> {
        let served = listen(listener, self.protect(app), end).await;
        self.end_background().await;
        served
    }

    /// A link that makes the first administrator: it works once, for a day. `None` if there are
    /// users already, or `FIRST_ADMINISTRATOR` is off.
    ///
    /// # Errors
    /// The store failed.
    pub async fn first_administrator_link(&self, origin: &str) -> Result<Option<String>> {
        let path = first_admin::link(&self.offline()).await?;
        Ok(path.map(|path| format!("{origin}{path}")))
    }
}

impl Builder {
    /// Reads the secrets from a file; if there is none, makes random ones and writes them there,
    /// readable by the owner alone (mode 0600).
    ///
    /// # Errors
    /// The file cannot be made.
    pub fn secrets_file(self, path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        if !path.exists() {
            create_secrets(path)?;
        }
        Ok(self.config_file(path))
    }

    /// As [`Builder::secrets_file`], beside the file of a SQLite database: `app.db` has its
    /// secrets in `app.secrets.json`. A database in memory gets secrets that end with it.
    ///
    /// # Errors
    /// The file cannot be made.
    pub fn secrets_beside(self, database: &str) -> Result<Self> {
        match Self::secrets_path(database) {
            Some(file) => self.secrets_file(file),
            None => Ok(self
                .setting("SECRET_KEY", random::token()?)
                .setting("SECURITY_PASSWORD_SALT", random::token()?)),
        }
    }

    /// Where [`Builder::secrets_beside`] keeps the secrets of a database, if it is a file.
    pub fn secrets_path(database: &str) -> Option<PathBuf> {
        let _ = database;
        #[cfg(feature = "sqlite")]
        let file = crate::store::sqlite_file(database);
        #[cfg(not(feature = "sqlite"))]
        let file = None::<PathBuf>;
        file.map(|file| file.with_extension("secrets.json"))
    }
}

/// Writes to a file of another name first: another start at the same moment finds all or nothing.
fn create_secrets(path: &Path) -> Result<()> {
    use std::fs::OpenOptions;
    let secrets = json!({
        "SECRET_KEY": random::token()?,
        "SECURITY_PASSWORD_SALT": random::token()?,
    });
    let draft = path.with_extension(format!("{}.new", random::uniquifier()?));
    let unwritable = |error: std::io::Error| {
        Error::config(format!("the secrets cannot be written to {}", path.display()))
            .caused_by(error)
    };
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(&draft).map_err(unwritable)?;
    let written = serde_json::to_writer_pretty(&mut file, &secrets)
        .map_err(std::io::Error::from)
        .and_then(|()| file.sync_all())
        // Fails if the other start was quicker: then its secrets count.
        .and_then(|()| match std::fs::hard_link(&draft, path) {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
            _ => Ok(()),
        });
    std::fs::remove_file(&draft).map_err(unwritable)?;
    written.map_err(unwritable)
}

/// Ends when the process is told to, by SIGINT or SIGTERM. It listens from the call on, so that no
/// signal is missed before it is awaited.
pub fn shutdown_signal() -> impl Future<Output = ()> + Send + 'static {
    #[cfg(unix)]
    let signals = {
        use tokio::signal::unix::{SignalKind, signal};
        (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    };
    async move {
        #[cfg(unix)]
        if let (Ok(mut term), Ok(mut int)) = signals {
            tokio::select! {
                _ = term.recv() => {}
                _ = int.recv() => {}
            }
            return;
        }
        std::future::pending::<()>().await;
    }
}
