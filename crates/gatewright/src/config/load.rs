//! Loading: defaults, then files, then the environment, then code; later wins.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::config::source::{self, Item};
use crate::config::table::Given;
use crate::config::{Config, Preset, known};
use crate::error::Result;

use self::layer::Layer;

mod layer;
#[cfg(feature = "cli")]
mod survey;

#[cfg(feature = "cli")]
pub(crate) use self::survey::{Remark, Surveyed, What};

/// Who decided a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The default, which is the same in every preset.
    Default,
    /// The default of this preset.
    Preset(Preset),
    /// A file.
    File(PathBuf),
    /// A variable of the environment.
    Environment,
    /// The program.
    Code,
    /// Another setting, which this one follows.
    Follows(&'static str),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::Preset(preset) => write!(f, "preset {}", preset.as_str()),
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Environment => f.write_str("environment"),
            Self::Code => f.write_str("code"),
            Self::Follows(key) => write!(f, "follows {key}"),
        }
    }
}

/// Puts a configuration together.
///
/// ```
/// use gatewright::config::{Loader, Preset};
///
/// let loaded = Loader::new(Preset::Recommended)
///     .value("SECURITY_REGISTERABLE", true)
///     .value("SECURITY_FRESHNESS", "2 hours")
///     .configure(|config| config.login.url = "/sign-in".into())
///     .load()?;
/// assert!(loaded.config.register.enabled);
/// # Ok::<(), gatewright::error::Error>(())
/// ```
#[derive(Default)]
pub struct Loader {
    preset: Preset,
    sources: Vec<Source>,
    changes: Vec<Change>,
    own: Vec<String>,
}

type Change = Box<dyn FnOnce(&mut Config) + Send>;

enum Source {
    File(PathBuf),
    Toml(String, String),
    Items(Origin, Vec<Item>),
}

/// A configuration, and who decided what in it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Loaded {
    /// The configuration.
    pub config: Config,
    /// What is odd about it without being wrong, one line each.
    pub warnings: Vec<String>,
    origins: BTreeMap<&'static str, Origin>,
}

impl Loaded {
    /// Who decided the setting of this name.
    pub fn origin(&self, key: &str) -> Option<Origin> {
        known::canonical(key).map(|key| self.origin_of(key, &Defaults::new()))
    }

    pub(super) fn origin_of(&self, key: &str, defaults: &Defaults) -> Origin {
        if let Some(origin) = self.origins.get(key) {
            return origin.clone();
        }
        if defaults.flask.show(key) == defaults.recommended.show(key) {
            return Origin::Default;
        }
        Origin::Preset(self.config.preset)
    }
}

/// The defaults of both presets, to compare with.
pub(super) struct Defaults {
    pub(super) flask: Config,
    pub(super) recommended: Config,
}

impl Defaults {
    pub(super) fn new() -> Self {
        let (flask, recommended) = (Preset::Flask, Preset::Recommended);
        Self { flask: Config::preset(flask), recommended: Config::preset(recommended) }
    }
}

impl Loader {
    /// Starts from the defaults of a preset; a `PRESET` in a file or the environment overrides it.
    pub fn new(preset: Preset) -> Self {
        Self { preset, ..Self::default() }
    }

    /// Adds a file: JSON if its name ends in `.json`, else TOML.
    ///
    /// Flask's settings are top-level keys in either case, Flask-Security's the same with their
    /// prefix, or without it in a table `security`.
    #[must_use]
    pub fn file(mut self, path: impl AsRef<Path>) -> Self {
        self.sources.push(Source::File(path.as_ref().to_owned()));
        self
    }

    /// Adds the text of a TOML file; the name is for messages.
    #[must_use]
    pub fn toml(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.sources.push(Source::Toml(name.into(), text.into()));
        self
    }

    /// Adds the environment of the process, as [`environment`](Self::environment) does.
    ///
    /// A variable that is not Unicode is left out, whereas `std::env::vars` would panic.
    #[must_use]
    pub fn process_environment(self) -> Self {
        let vars = std::env::vars_os();
        self.environment(
            vars.filter_map(|(name, text)| {
                Some((name.into_string().ok()?, text.into_string().ok()?))
            }),
        )
    }

    /// Adds an environment.
    ///
    /// Variables have the names of the settings, in capitals; `GATEWRIGHT_` in front is allowed,
    /// and needed for names of one word. Values are plain text, or JSON for lists and tables.
    #[must_use]
    pub fn environment(mut self, vars: impl IntoIterator<Item = (String, String)>) -> Self {
        self.sources.push(Source::Items(Origin::Environment, source::from_environment(vars)));
        self
    }

    /// Sets one setting by its name.
    #[must_use]
    pub fn value(mut self, key: &str, value: impl Into<Value>) -> Self {
        let item = Item { key: key.to_uppercase(), given: Given::Value(value.into()) };
        self.sources.push(Source::Items(Origin::Code, vec![item]));
        self
    }

    /// Changes the configuration after everything else was read.
    #[must_use]
    pub fn configure(mut self, change: impl FnOnce(&mut Config) + Send + 'static) -> Self {
        self.changes.push(Box::new(change));
        self
    }

    /// Says that a table of the files is the application's own.
    #[must_use]
    pub fn own_table(mut self, name: impl Into<String>) -> Self {
        self.own.push(name.into());
        self
    }

    /// Reads everything.
    ///
    /// The result is not checked yet: see [`check`](crate::config::check).
    ///
    /// # Errors
    /// [`ErrorKind::Config`](crate::error::ErrorKind::Config) with a line for each problem: a file
    /// that cannot be read, a setting that does not exist, a value that does not fit.
    pub fn load(self) -> Result<Loaded> {
        let own = self.own;
        let layers = self.sources.into_iter().map(|source| Layer::read(source, &own));
        let layers: Vec<Layer> = layers.collect::<Result<_>>()?;
        Ok(layer::combine(self.preset, &layers)?.settled(self.changes))
    }
}

impl Loaded {
    /// What comes after the sources.
    fn settled(mut self, changes: Vec<Change>) -> Self {
        self.follow();
        let before = self.config.clone();
        for change in changes {
            change(&mut self.config);
        }
        for key in self.config.differences(&before) {
            self.origins.insert(key, Origin::Code);
        }
        self.config.settle();
        self
    }

    /// Lets settings that follow others do so, unless they were given.
    fn follow(&mut self) {
        let config = &mut self.config;
        let mut follows = |key: &'static str, leader: &'static str, on: bool| {
            let free = on && !self.origins.contains_key(key);
            if free {
                self.origins.insert(key, Origin::Follows(leader));
            }
            free
        };
        if follows("MAIL_SUPPRESS_SEND", "TESTING", config.core.testing) {
            config.mail.suppress_send = true;
        }
        if follows("MAIL_DEBUG", "DEBUG", config.core.debug) {
            config.mail.debug = 1;
        }
    }
}

impl fmt::Debug for Loader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The sources are full of secrets.
        f.debug_struct("Loader").field("preset", &self.preset).finish_non_exhaustive()
    }
}
