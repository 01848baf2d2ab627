//! Settings to `Security`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::clock::Clock;
use crate::config::{Config, Loaded, Loader, Preset, Secret};
use crate::error::Result;
use crate::event::Listener;
use crate::hooks::Hooks;
use crate::kv::Kv;
use crate::outbound::Mailer;
use crate::outbound::http::HttpClient;
use crate::security::Security;
use crate::store::Store;

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
    pub(super) loader: Loader,
    pub(super) store: Option<Arc<dyn Store>>,
    pub(super) kv: Option<Arc<dyn Kv>>,
    pub(super) hooks: Option<Arc<dyn Hooks>>,
    pub(super) listeners: Vec<Arc<dyn Listener>>,
    pub(super) mailer: Option<Arc<dyn Mailer>>,
    pub(super) http: Option<Arc<dyn HttpClient>>,
    pub(super) endpoints: BTreeMap<String, String>,
    pub(super) templates: BTreeMap<String, String>,
    pub(super) clock: Clock,
    pub(super) manage_schema: bool,
    pub(super) unbuilt: bool,
    pub(super) background: bool,
    pub(super) actor: Option<String>,
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
}

impl std::fmt::Debug for Builder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Builder").finish_non_exhaustive()
    }
}
