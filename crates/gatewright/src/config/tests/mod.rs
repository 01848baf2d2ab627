//! Tests of the settings.

mod checks;
mod defaults;
mod loading;
mod page;

use crate::config::{Config, Loader, Preset, Secret};
use crate::error::Result;

/// A configuration that passes every check.
fn sound(preset: Preset) -> Config {
    let mut config = Config::preset(preset);
    config.core.secret_key = Some(Secret::from("Zb9vKq3T8sLw2XcR7mYpN4hJ6dFgQ1aE"));
    config.password.salt = Some(Secret::from("u7HkPz2mWx5RtVb8NcQy4LsJd9GfEa3K"));
    config
}

/// Loads one TOML text over the preset `flask`.
fn toml(text: &str) -> Result<Config> {
    Ok(Loader::new(Preset::Flask).toml("app.toml", text).load()?.config)
}

/// What is wrong with one TOML text.
fn wrong(text: &str) -> String {
    toml(text).expect_err("this should be refused").detail().to_owned()
}
