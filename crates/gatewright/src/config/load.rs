//! Loading: defaults, then files, then the environment, then code; later wins.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::config::known::{self, MESSAGE};
use crate::config::source::{self, Item};
use crate::config::table::{Given, Setting};
use crate::config::{Config, Preset};
use crate::error::{Error, Result};
use crate::i18n::messages;

#[cfg(feature = "cli")]
mod survey;

#[cfg(feature = "cli")]
pub(crate) use self::survey::{Remark, Surveyed, What};

/// Most problems that are reported at once.
const MOST_PROBLEMS: usize = 20;

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
        let layers = self.sources.into_iter().map(|source| read(source, &own));
        let layers: Vec<Layer> = layers.collect::<Result<_>>()?;

        let mut loading = Loading::new(self.preset, &layers);
        for layer in &layers {
            loading.apply(layer);
        }
        Ok(loading.finish()?.settled(self.changes))
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

/// The settings of one source.
struct Layer {
    origin: Origin,
    /// What messages call the source.
    name: String,
    items: Vec<Item>,
}

fn read(source: Source, own: &[String]) -> Result<Layer> {
    let (path, document) = match source {
        Source::Items(origin, items) => {
            return Ok(Layer { name: origin.to_string(), origin, items });
        }
        Source::File(path) => {
            let document = source::read_file(&path)?;
            (path, document)
        }
        Source::Toml(name, text) => {
            let document = source::parse_toml(&name, &text)?;
            (PathBuf::from(name), document)
        }
    };
    let name = path.display().to_string();
    let items = source::from_document(document, own)
        .map_err(|why| Error::config(format!("{name}: {why}")))?;
    Ok(Layer { origin: Origin::File(path), name, items })
}

struct Loading {
    loaded: Loaded,
    problems: Vec<String>,
}

impl Loading {
    fn new(preset: Preset, layers: &[Layer]) -> Self {
        let mut problems = Vec::new();
        let mut chosen = preset;
        for layer in layers {
            for item in layer.items.iter().filter(|item| item.key == "PRESET") {
                match item.given.read::<Preset>() {
                    Ok(preset) => chosen = preset,
                    Err(why) => problems.push(format!("{}: PRESET must be {why}", layer.name)),
                }
            }
        }
        let config = Config::preset(chosen);
        Self { loaded: Loaded { config, warnings: vec![], origins: BTreeMap::new() }, problems }
    }

    fn apply(&mut self, layer: &Layer) {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for item in layer.items.iter().filter(|item| item.key != "PRESET") {
            let key = item.key.as_str();
            let unique = known::canonical(key).unwrap_or(key);
            if let Some(first) = seen.insert(unique, key) {
                self.problem(layer, &format!("{key} is given twice (also as {first})"));
            }
            if let Err(problem) = self.set(layer, item) {
                self.problem(layer, &problem);
            }
        }
    }

    fn problem(&mut self, layer: &Layer, problem: &str) {
        self.problems.push(format!("{}: {problem}", layer.name));
    }

    fn set(&mut self, layer: &Layer, item: &Item) -> Result<(), String> {
        let key = item.key.as_str();
        let Some(name) = known::canonical(key) else {
            return self.set_other(layer, item);
        };
        let moved = self.move_cookie_name(layer, name, &item.given)?;
        let given = moved.as_ref().unwrap_or(&item.given);
        match self.loaded.config.set(name, given) {
            Some(Ok(())) => {
                self.loaded.origins.insert(name, layer.origin.clone());
                Ok(())
            }
            Some(Err(why)) => Err(format!("{key} must be {why}")),
            None => Err(format!("{key} {}", known::advice(key))),
        }
    }

    /// A CSRF cookie with an entry `key`, as older versions had it, names the cookie, too.
    fn move_cookie_name(
        &mut self,
        layer: &Layer,
        name: &'static str,
        given: &Given,
    ) -> Result<Option<Given>, String> {
        if name != "SECURITY_CSRF_COOKIE" {
            return Ok(None);
        }
        let value = match given {
            Given::Value(value) => value.clone(),
            Given::Text(text) => serde_json::from_str(text).unwrap_or_default(),
        };
        let Value::Object(mut map) = value else { return Ok(None) };
        let Some(cookie) = map.remove("key") else { return Ok(None) };
        let cookie = Option::<String>::read(&cookie)
            .map_err(|why| format!("SECURITY_CSRF_COOKIE: its key must be {why}"))?;
        self.loaded.config.csrf.cookie_name = cookie;
        self.loaded.origins.insert("SECURITY_CSRF_COOKIE_NAME", layer.origin.clone());
        self.loaded.warnings.push(format!(
            "{}: the entry \"key\" of SECURITY_CSRF_COOKIE is now SECURITY_CSRF_COOKIE_NAME",
            layer.name
        ));
        Ok(Some(Given::Value(Value::Object(map))))
    }

    fn set_other(&mut self, layer: &Layer, item: &Item) -> Result<(), String> {
        let key = item.key.as_str();
        if known::is_without_effect(key) {
            let warning = format!("{}: {key} has no effect here", layer.name);
            self.loaded.warnings.push(warning);
            return Ok(());
        }
        let message = key.strip_prefix(MESSAGE).and_then(messages::Key::find);
        let Some(message) = message else {
            return Err(format!("{key} {}", known::advice(key)));
        };
        let parts: Vec<String> =
            item.given.read().map_err(|why| format!("{key} must be [text, category]: {why}"))?;
        let [text, category] = parts.as_slice() else {
            return Err(format!("{key} must be a list of two: the text and its category"));
        };
        let replaced = (text.clone(), category.clone());
        self.loaded.config.messages.insert(message.name().into(), replaced);
        Ok(())
    }

    fn finish(self) -> Result<Loaded> {
        if self.problems.is_empty() {
            return Ok(self.loaded);
        }
        let more = self.problems.len().saturating_sub(MOST_PROBLEMS);
        let mut lines: Vec<String> = self.problems.into_iter().take(MOST_PROBLEMS).collect();
        if more > 0 {
            lines.push(format!("… and {more} more"));
        }
        Err(Error::config(lines.join("\n")))
    }
}
