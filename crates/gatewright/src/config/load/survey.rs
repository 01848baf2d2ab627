//! Reading settings that may be another program's: what cannot be used is noted, not refused.

use std::path::PathBuf;

use serde_json::Value;

use super::layer::{Layer, Loading};
use super::{Loaded, Loader, Origin, Source};
use crate::config::known::{self, MESSAGE};
use crate::config::python;
use crate::config::source::Item;
use crate::config::table::Given;
use crate::error::Result;

/// Under this name a dump of a Flask application lists what the application does in code.
const CODE: &str = "FLASK_SECURITY_CODE";

/// A configuration, and what was left out of it.
pub(crate) struct Surveyed {
    pub(crate) loaded: Loaded,
    pub(crate) remarks: Vec<Remark>,
    /// What the application replaces by code, by the names that the dump gives.
    pub(crate) code: Vec<String>,
    pub(crate) files: Vec<PathBuf>,
    /// How many settings were taken over.
    pub(crate) taken: usize,
}

/// Why a setting was left out. Never its value: that may be a secret.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Remark {
    pub(crate) key: String,
    pub(crate) what: What,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// There is such a setting, and it cannot have this value; what it must be.
    Wrong(String),
    /// Flask-Security's prefix, and no setting; what to write instead.
    Unknown(String),
    /// Functions or classes, by their names.
    Code(Vec<String>),
    /// Bytes that are no text.
    Binary,
    /// Text as Python spells bytes: it was taken for bytes.
    SpeltAsBytes,
    /// A setting of an extension or of the application itself.
    Foreign,
}

impl Loader {
    /// Reads everything as [`load`](Self::load) does, and goes on where that refuses. Values may be
    /// spelt as Python prints them.
    ///
    /// # Errors
    /// A file cannot be read.
    pub(crate) fn survey(self) -> Result<Surveyed> {
        let own = self.own;
        let files = self.sources.iter().filter_map(|source| match source {
            Source::File(path) => Some(path.clone()),
            Source::Toml(..) | Source::Items(..) => None,
        });
        let files = files.collect();
        let layers = self.sources.into_iter().map(|source| Layer::read(source, &own));
        let mut layers: Vec<Layer> = layers.collect::<Result<_>>()?;
        let mut loading = Loading::new(self.preset, &layers);
        let mut remarks = Vec::new();
        let mut code = Vec::new();
        let mut taken = 0;
        for layer in &mut layers {
            let items = std::mem::take(&mut layer.items);
            for item in items.into_iter().filter(|item| item.key != "PRESET") {
                if item.key == CODE {
                    code.extend(item.given.read::<Vec<String>>().unwrap_or_default());
                    continue;
                }
                let key = item.key.clone();
                let what = loading.take(layer, item);
                taken += usize::from(matches!(what, None | Some(What::SpeltAsBytes)));
                remarks.extend(what.map(|what| Remark { key, what }));
            }
        }
        let problems = std::mem::take(&mut loading.problems);
        remarks.extend(
            problems.into_iter().map(|why| Remark { key: "PRESET".into(), what: What::Wrong(why) }),
        );
        let loaded = loading.loaded.settled(self.changes);
        Ok(Surveyed { loaded, remarks, code, files, taken })
    }
}

impl Loading {
    fn take(&mut self, layer: &Layer, mut item: Item) -> Option<What> {
        let mut spelt_as_bytes = false;
        let row = known::row(&item.key);
        if let (Given::Value(value), Origin::File(_)) = (&item.given, &layer.origin) {
            let span = row.is_some_and(|row| row.kind.contains("duration"));
            let read = python::read(value, span);
            if !read.code.is_empty() {
                return Some(What::Code(read.code));
            }
            if read.binary {
                return Some(What::Binary);
            }
            spelt_as_bytes = read.spelt_as_bytes;
            item.given = Given::Value(read.value);
        }
        let key = item.key.as_str();
        if row.is_none() && !known::is_without_effect(key) && !key.starts_with(MESSAGE) {
            let owned = key.starts_with("SECURITY_");
            return Some(if owned { What::Unknown(known::advice(key)) } else { What::Foreign });
        }
        match self.set(layer, &item) {
            Ok(()) => spelt_as_bytes.then_some(What::SpeltAsBytes),
            // Flask's "no limit", where a setting here always has one.
            Err(_) if matches!(item.given, Given::Value(Value::Null)) => None,
            Err(why) => {
                let why = why.strip_prefix(key).map_or(why.as_str(), str::trim_start);
                Some(What::Wrong(why.to_owned()))
            }
        }
    }
}
