//! What the sources say, one over the other.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;

use super::{Loaded, Origin, Source};
use crate::config::known::{self, MESSAGE};
use crate::config::source::{self, Item};
use crate::config::table::{Given, Setting};
use crate::config::{Config, Preset};
use crate::error::{Error, Result};
use crate::i18n::messages;

/// Most problems that are reported at once.
const MOST_PROBLEMS: usize = 20;

/// The settings of one source.
pub(super) struct Layer {
    pub(super) origin: Origin,
    /// What messages call the source.
    name: String,
    pub(super) items: Vec<Item>,
}

impl Layer {
    pub(super) fn read(source: Source, own: &[String]) -> Result<Self> {
        let (path, document) = match source {
            Source::Items(origin, items) => {
                return Ok(Self { name: origin.to_string(), origin, items });
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
        Ok(Self { origin: Origin::File(path), name, items })
    }
}

/// Layers over the defaults; later ones win.
pub(super) fn combine(preset: Preset, layers: &[Layer]) -> Result<Loaded> {
    let mut loading = Loading::new(preset, layers);
    for layer in layers {
        loading.apply(layer);
    }
    loading.finish()
}

/// A configuration that is being put together.
pub(super) struct Loading {
    pub(super) loaded: Loaded,
    pub(super) problems: Vec<String>,
}

impl Loading {
    pub(super) fn new(preset: Preset, layers: &[Layer]) -> Self {
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

    pub(super) fn set(&mut self, layer: &Layer, item: &Item) -> Result<(), String> {
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
