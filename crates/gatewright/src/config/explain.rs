//! What `config list`, `config check` and `config explain` have to say.

use serde::Serialize;
use serde_json::Value;

use crate::config::known;
use crate::config::load::Defaults;
use crate::config::table::Row;
use crate::config::{Config, Loaded, Unbuilt};
use crate::error::{Error, Result};

/// One setting, for people and for programs. Secrets are struck out.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Line {
    /// Name of the setting.
    pub key: &'static str,
    /// Other names of the same setting.
    pub aliases: &'static [&'static str],
    /// Path of the field in [`Config`], such as `login.url`.
    pub field: String,
    /// Type in words.
    pub kind: String,
    /// Value in force.
    pub value: Value,
    /// Who decided the value.
    pub origin: String,
    /// Default of the preset `recommended`.
    pub recommended: Value,
    /// Default of the preset `flask`.
    pub flask: Value,
    /// What the setting means.
    pub meaning: &'static str,
}

/// What a check of the settings found.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// True if an application would start.
    pub ok: bool,
    /// What must be changed, one line each.
    pub problems: Vec<String>,
    /// What should be known, one line each.
    pub warnings: Vec<String>,
}

impl Loaded {
    /// Every setting with its value, in the order of the documentation; replaced messages are not
    /// among them.
    pub fn list(&self) -> Vec<Line> {
        let defaults = Defaults::new();
        known::ROWS.iter().map(|row| self.line(row, &defaults)).collect()
    }

    /// One setting, by any of its names in either case, with or without `SECURITY_`.
    ///
    /// # Errors
    /// There is no such setting; the error names the nearest one.
    pub fn explain(&self, key: &str) -> Result<Line> {
        let key = key.to_uppercase().replace('.', "_");
        let row = known::row(&key).or_else(|| known::row(&format!("SECURITY_{key}")));
        match row {
            Some(row) => Ok(self.line(row, &Defaults::new())),
            None => Err(Error::config(format!("{key} {}", known::advice(&key)))),
        }
    }

    /// Checks the configuration as [`check`](crate::config::check) does, without giving up.
    pub fn report(&self, unbuilt: Unbuilt) -> Report {
        let found = super::check::examine(&self.config, unbuilt);
        let warnings = [self.warnings.clone(), found.warnings].concat();
        Report { ok: found.problems.is_empty(), problems: found.problems, warnings }
    }

    fn line(&self, row: &Row, defaults: &Defaults) -> Line {
        let show = |config: &Config| config.show(row.key).unwrap_or_default();
        Line {
            key: row.key,
            aliases: row.aliases,
            field: format!("{}.{}", row.owner, row.field),
            kind: row.kind.clone(),
            value: show(&self.config),
            origin: self.origin_of(row.key, defaults).to_string(),
            recommended: show(&defaults.recommended),
            flask: show(&defaults.flask),
            meaning: row.doc.trim(),
        }
    }
}
