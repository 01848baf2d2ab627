//! Settings to `Security`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::assembly::paths::full_path;
use crate::assembly::{background, events, keys, mailer, router};
use crate::clock::Clock;
use crate::config::{Config, Loaded, Loader, Preset, Secret, SessionStore, Unbuilt, check};
use crate::error::{Error, Result};
use crate::event::Listener;
use crate::features;
use crate::hooks::{Hooks, NoHooks};
use crate::kv::{Kv, MemoryKv};
use crate::outbound::Mailer;
use crate::outbound::http::{self, HttpClient};
use crate::request::feature::Routes;
use crate::security::{Headers, Inner, Security};
use crate::signin::extra;
use crate::store::{Store, TableNames};
use crate::web::{target, template};

/// Puts a [`Security`] together. What is not said stays as the preset has it.
///
/// ```no_run
/// # async fn example() -> gatewright::Result<()> {
/// let security = gatewright::Security::builder()
///     .config_file("gatewright.toml")
///     .environment()
///     .configure(|config| config.register.enabled = true)
///     .build()
///     .await?;
/// # Ok(()) }
/// ```
#[must_use]
pub struct Builder {
    loader: Loader,
    store: Option<Arc<dyn Store>>,
    kv: Option<Arc<dyn Kv>>,
    hooks: Option<Arc<dyn Hooks>>,
    listeners: Vec<Arc<dyn Listener>>,
    mailer: Option<Arc<dyn Mailer>>,
    http: Option<Arc<dyn HttpClient>>,
    endpoints: BTreeMap<String, String>,
    templates: BTreeMap<String, String>,
    clock: Clock,
    manage_schema: bool,
    unbuilt: bool,
    background: bool,
    actor: Option<String>,
}

impl Security {
    /// A builder with the defaults of the preset `recommended`.
    pub fn builder() -> Builder {
        Builder::new(Preset::Recommended)
    }

    /// A builder with the defaults of a preset.
    pub fn builder_with(preset: Preset) -> Builder {
        Builder::new(preset)
    }
}

impl Builder {
    fn new(preset: Preset) -> Self {
        Self {
            loader: Loader::new(preset),
            store: None,
            kv: None,
            hooks: None,
            listeners: Vec::new(),
            mailer: None,
            http: None,
            endpoints: BTreeMap::new(),
            templates: BTreeMap::new(),
            clock: Clock::system(),
            manage_schema: true,
            unbuilt: false,
            background: true,
            actor: None,
        }
    }

    /// Reads settings from a TOML or JSON file.
    pub fn config_file(mut self, path: impl AsRef<Path>) -> Self {
        self.loader = self.loader.file(path);
        self
    }

    /// Reads settings from the environment: the names of the settings in capitals.
    pub fn environment(mut self) -> Self {
        self.loader = self.loader.process_environment();
        self
    }

    /// Leaves a table of the configuration file to the application.
    pub fn own_table(mut self, name: impl Into<String>) -> Self {
        self.loader = self.loader.own_table(name);
        self
    }

    /// Sets a setting by its name, as a file would.
    pub fn setting(mut self, key: &str, value: impl Into<serde_json::Value>) -> Self {
        self.loader = self.loader.value(key, value);
        self
    }

    /// Changes settings in code, after file and environment.
    pub fn configure(mut self, change: impl FnOnce(&mut Config) + Send + 'static) -> Self {
        self.loader = self.loader.configure(change);
        self
    }

    /// The key that signs sessions and tokens; 32 or more random characters.
    pub fn secret_key(self, key: impl Into<Secret>) -> Self {
        let key = key.into();
        self.configure(move |config| config.core.secret_key = Some(key))
    }

    /// The database: `sqlite:app.db`, `sqlite::memory:`.
    pub fn database(self, url: impl Into<String>) -> Self {
        self.setting("DATABASE_URL", url.into())
    }

    /// A store of the application's own.
    pub fn store(mut self, store: impl Store) -> Self {
        self.store = Some(Arc::new(store));
        self
    }

    /// Where rates and short-lived values live. By default in this process: several processes that
    /// serve one application each count for themselves then.
    pub fn kv(mut self, kv: impl Kv) -> Self {
        self.kv = Some(Arc::new(kv));
        self
    }

    /// Creates no tables; those that are missing are an error.
    pub fn existing_tables(mut self) -> Self {
        self.manage_schema = false;
        self
    }

    /// Answers the questions of [`Hooks`]; a later call takes the place of an earlier one.
    pub fn hooks(mut self, hooks: impl Hooks) -> Self {
        self.hooks = Some(Arc::new(hooks));
        self
    }

    /// Adds a [`Listener`]; they hear of an event in the order in which they were added.
    pub fn listen(mut self, listener: impl Listener) -> Self {
        self.listeners.push(Arc::new(listener));
        self
    }

    /// Sends mails by something else than the settings say. The outbox stays before it: what fails is
    /// tried again.
    pub fn mailer(mut self, mailer: impl Mailer) -> Self {
        self.mailer = Some(Arc::new(mailer));
        self
    }

    /// Starts no background jobs: whoever builds calls [`Security::tidy`] now and then.
    pub fn without_background(mut self) -> Self {
        self.background = false;
        self
    }

    /// Says who acts where no request is behind it, for the audit log: `cli:root` for a command.
    pub fn actor(mut self, name: impl Into<String>) -> Self {
        self.actor = Some(name.into());
        self
    }

    /// What asks other services over HTTP, in place of the client of this crate.
    pub fn http(mut self, client: impl HttpClient) -> Self {
        self.http = Some(Arc::new(client));
        self
    }

    /// Pages and mails of the application's own, found by file name before the built-in ones.
    pub fn templates(self, folder: impl AsRef<Path>) -> Self {
        let folder: PathBuf = folder.as_ref().to_owned();
        self.configure(move |config| config.core.template_folder = Some(folder))
    }

    /// A page, a mail or a part of them, under its name: `security/login_user.html` in place of the
    /// built-in one, or a name of the application's own. For programs that carry their templates
    /// (`include_str!`); a file of that name in the folder of [`Builder::templates`] goes before it.
    /// One that cannot be read is an error of [`Builder::build`].
    ///
    /// ```
    /// let text = "{% extends \"security/email/base.txt\" %}\
    ///     {% block content %}{{ t(\"MAIL_TEST_TEXT\") }}{% endblock %}";
    /// let builder = gatewright::Security::builder().template("security/email/test.txt", text);
    /// ```
    pub fn template(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.templates.insert(name.into(), text.into());
        self
    }

    /// Names a route of the application, so that settings such as `POST_LOGIN_VIEW` may use it. The
    /// path is that below `APPLICATION_ROOT`.
    pub fn endpoint(mut self, name: impl Into<String>, path: impl Into<String>) -> Self {
        self.endpoints.insert(name.into(), path.into());
        self
    }

    /// A clock that can be turned.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Starts although features are switched on that this version does not have, with a warning for
    /// each: what they would do does not happen. For taking over a configuration piece by piece.
    pub fn allow_unbuilt(mut self) -> Self {
        self.unbuilt = true;
        self
    }

    /// The sources of the settings, to be read otherwise.
    #[cfg(feature = "cli")]
    pub(crate) fn into_loader(self) -> Loader {
        self.loader
    }

    /// Reads the settings, but neither checks them nor opens anything.
    ///
    /// # Errors
    /// [`Config`](crate::ErrorKind::Config) with a line for each problem.
    pub fn load(self) -> Result<Loaded> {
        self.loader.load()
    }

    /// Checks the settings, opens the database and derives the keys. Background jobs, such as
    /// sending mail, run on the present Tokio runtime until the last clone is dropped.
    ///
    /// # Errors
    /// [`Config`](crate::ErrorKind::Config) with one line that says what to change;
    /// [`Store`](crate::ErrorKind::Store) if the database cannot be used.
    pub async fn build(self) -> Result<Security> {
        let loaded = self.loader.load()?;
        let config = loaded.config;
        let unbuilt = if self.unbuilt { Unbuilt::Allow } else { Unbuilt::Refuse };
        let mut warnings = loaded.warnings;
        warnings.extend(check(&config, unbuilt)?);
        for warning in warnings {
            tracing::warn!("{warning}");
        }
        let store = match self.store {
            Some(store) => store,
            None => open_store(&config, &self.clock, self.manage_schema).await?,
        };
        if config.refresh.enabled && !store.capabilities().refresh_tokens {
            return Err(Error::config(
                "SECURITY_REFRESH_TOKEN is on, but the database has no table of refresh tokens: \
                 run `gatewright db upgrade`, or say its name with FS_REFRESH_TABLE",
            ));
        }
        if config.confirm.enabled && !store.capabilities().confirmation {
            return Err(Error::config(
                "SECURITY_CONFIRMABLE is on, but the table of users has no column confirmed_at: add \
                 it, or run `gatewright db upgrade`",
            ));
        }
        if config.session.store == SessionStore::Server && !store.capabilities().sessions {
            return Err(Error::config(
                "SESSION_STORE is \"server\", but this store keeps no sessions: set it to \"cookie\"",
            ));
        }
        if config.lockout.threshold.is_some() && !store.capabilities().lockout {
            return Err(Error::config(
                "LOCKOUT_THRESHOLD is set, but this store keeps no failed attempts: set it to false",
            ));
        }
        if config.change_email.enabled
            && config.links.undo_within.is_some()
            && !store.capabilities().undo
        {
            return Err(Error::config(
                "CHANGE_EMAIL_UNDO_WITHIN is set, but this store keeps no changes of addresses: set it \
                 to false",
            ));
        }
        if config.change_username.enabled && !store.capabilities().username {
            return Err(Error::config(
                "SECURITY_CHANGE_USERNAME is on, but the table of users has no column `username`: run \
                 `gatewright db upgrade`, or switch it off",
            ));
        }
        let closes = config.account.url.is_some() && config.account.closing_grace.is_some();
        if closes && !store.capabilities().closings {
            return Err(Error::config(
                "ACCOUNT_CLOSING_GRACE is set, but this store keeps no closed accounts: set it to false",
            ));
        }
        let mut routes = Routes::default();
        for feature in features::enabled(&config) {
            (feature.routes)(&config, &mut routes);
        }
        let root = config.core.application_root.trim_end_matches('/');
        let own = self.endpoints.into_iter();
        let mut endpoints: BTreeMap<String, String> =
            own.map(|(name, path)| (name, format!("{root}{path}"))).collect();
        for route in &routes.list {
            endpoints.insert(route.endpoint.to_owned(), full_path(&config, &route.path));
        }
        endpoints.insert("static".to_owned(), full_path(&config, &config.core.static_folder_url));
        distinct(&config, &routes)?;
        target::check_views(&config, &endpoints)?;
        let pages = template::environment(
            features::enabled(&config).flat_map(|feature| feature.templates.iter().copied()),
            &self.templates,
            config.core.template_folder.as_deref(),
        )?;
        let hooks = self.hooks.unwrap_or_else(|| Arc::new(NoHooks));
        let webhooks = events::webhooks(&config, self.http.as_ref(), &*store)?;
        let audit = events::audit(&config, &*store)?;
        extra::check(&*hooks)?;
        let http = match self.http {
            Some(client) => client,
            None if config.password.check_breached.is_some() && !http::AVAILABLE => {
                return Err(Error::config(
                    "SECURITY_PASSWORD_CHECK_BREACHED: this program was built without a client for \
                     HTTP; switch on the cargo feature `http-client`, or give one to the builder",
                ));
            }
            None => http::builtin()?,
        };
        let security = Security::assemble(Inner {
            post: mailer::post(&config, self.mailer)?,
            webhooks,
            audit,
            actor: self.actor,
            end: tokio::sync::watch::Sender::new(false),
            keys: keys::keys(&config)?,
            passwords: keys::passwords(&config)?,
            breaches: keys::breaches(&config, Arc::clone(&http))?,
            catalog: keys::catalog(&config)?,
            rules: keys::rules(&config),
            headers: Headers::new(&config)?,
            store,
            kv: self.kv.unwrap_or_else(|| Arc::new(MemoryKv::new(self.clock.clone()))),
            clock: self.clock,
            hooks,
            listeners: self.listeners,
            http,
            pages,
            endpoints,
            config,
        });
        if self.background {
            background::start(&security);
        }
        Ok(security)
    }
}

/// What the settings call the tables.
#[cfg_attr(not(any(feature = "sqlite", feature = "cli")), allow(dead_code, reason = "no driver"))]
pub(crate) fn table_names(config: &Config) -> TableNames {
    let database = &config.database;
    let mut names = TableNames::default();
    names.user.clone_from(&database.user_table);
    names.role.clone_from(&database.role_table);
    names.roles_users.clone_from(&database.roles_users_table);
    names.web_authn.clone_from(&database.web_authn_table);
    names.fs_refresh_tracker.clone_from(&database.fs_refresh_table);
    names.extra_columns.clone_from(&database.user_extra_columns);
    names
}

/// Refuses two endpoints with one path, over which the router would panic.
fn distinct(config: &Config, routes: &Routes) -> Result<()> {
    let endpoints = routes.list.iter().map(|one| (one.endpoint, full_path(config, &one.path)));
    let assets = [router::STYLESHEET, router::ICON].map(|name| {
        ("static", full_path(config, &format!("{}/{name}", config.core.static_folder_url)))
    });
    let mut taken = BTreeMap::new();
    for (name, path) in endpoints.chain(assets) {
        if let Some(other) = taken.insert(path.trim_end_matches('/').to_owned(), name) {
            return Err(Error::config(format!(
                "the endpoints {other} and {name} both have the path {path}: move one of them"
            )));
        }
    }
    Ok(())
}

async fn open_store(config: &Config, clock: &Clock, manage: bool) -> Result<Arc<dyn Store>> {
    #[cfg(feature = "sqlite")]
    {
        use crate::store::{Mode, SqlStore};
        let Some(url) = &config.database.url else {
            return Err(Error::config("DATABASE_URL is missing: for example sqlite:app.db"));
        };
        let names = table_names(config);
        let mode = if manage { Mode::Create } else { Mode::Existing };
        Ok(Arc::new(SqlStore::open(url.as_str(), &names, clock.clone(), mode).await?))
    }
    #[cfg(not(feature = "sqlite"))]
    {
        let _ = (config, clock, manage);
        Err(Error::config(
            "no database driver is compiled in: switch on the cargo feature `sqlite`",
        ))
    }
}

impl std::fmt::Debug for Builder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Builder").finish_non_exhaustive()
    }
}
