//! What `config list`, `config check` and `config explain` have to say.

use serde::Serialize;
use serde_json::Value;

use crate::config::known;
use crate::config::table::Row;
use crate::config::{Config, Loaded, Preset, Unbuilt};
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
        known::ROWS.iter().map(|row| self.line(row)).collect()
    }

    /// One setting, by any of its names in either case, with or without `SECURITY_`.
    ///
    /// # Errors
    /// There is no such setting; the error names the nearest one.
    pub fn explain(&self, key: &str) -> Result<Line> {
        let key = key.to_uppercase().replace('.', "_");
        let row = known::row(&key).or_else(|| known::row(&format!("SECURITY_{key}")));
        match row {
            Some(row) => Ok(self.line(row)),
            None => Err(Error::config(format!("{key} {}", known::advice(&key)))),
        }
    }

    /// Checks the configuration as [`check`](crate::config::check) does, without giving up.
    pub fn report(&self, unbuilt: Unbuilt) -> Report {
        let found = super::check::examine(&self.config, unbuilt);
        let warnings = [self.warnings.clone(), found.warnings].concat();
        Report { ok: found.problems.is_empty(), problems: found.problems, warnings }
    }

    fn line(&self, row: &Row) -> Line {
        let default = |preset| Config::preset(preset).show(row.key).unwrap_or_default();
        Line {
            key: row.key,
            aliases: row.aliases,
            field: format!("{}.{}", row.owner, row.field),
            kind: row.kind.clone(),
            value: self.config.show(row.key).unwrap_or_default(),
            origin: self.origin(row.key).map(|origin| origin.to_string()).unwrap_or_default(),
            recommended: default(Preset::Recommended),
            flask: default(Preset::Flask),
            meaning: row.doc.trim(),
        }
    }
}
