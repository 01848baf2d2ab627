//! Which settings are in force: the binary's own, a file, the environment, the command line.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use gatewright::config::{Config, Preset};
use gatewright::{Builder, Error, Result, Security, random};

/// The database where none is named.
const DATABASE: &str = "sqlite:gatewright.db";

/// The variable that names the file with settings.
const CONFIG: &str = "GATEWRIGHT_CONFIG";

/// What to do about secrets that no setting gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Secrets {
    /// Take those beside the database, or make them.
    Make,
    /// Take those beside the database; without them there cannot be users either.
    Need,
    /// Take those beside the database, if there are any.
    Use,
}

/// Where the settings come from.
#[derive(Debug, Clone, Args)]
pub(crate) struct Settings {
    /// File with settings, TOML or JSON; without it GATEWRIGHT_CONFIG.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Address of the database, such as sqlite:gatewright.db.
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
    /// Defaults to start from; a preset in the file or the environment wins.
    #[arg(long, global = true, value_name = "NAME")]
    preset: Option<PresetName>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PresetName {
    Recommended,
    Flask,
}

impl Settings {
    /// A builder with everything but the secrets, which are in the file beside the database.
    ///
    /// A live Flask-Security database brings its own secrets in its configuration, and its tables
    /// are taken as they are.
    pub(crate) fn builder(&self, secrets: Secrets) -> Result<Builder> {
        let config = self.sources(self.base()).load()?.config;
        let builder = self.base().setting("WELCOME_PAGE", true);
        if config.preset == Preset::Flask {
            // Who may register there is the application's decision.
            return Ok(self.sources(builder).existing_tables());
        }
        let builder = builder.setting("SECURITY_REGISTERABLE", true);
        // Without mail nobody has to be told at every start. Where there is some, new accounts need
        // the link that confirms them, and the owners of existing ones hear of who tried.
        let mail = config.mail.sender_kind.is_some() || !config.mail.server.is_empty();
        let builder = match mail || config.confirm.enabled {
            true => builder,
            false => builder.setting("SECURITY_SEND_REGISTER_EMAIL", false),
        };
        let builder = match (&config.core.secret_key, secrets) {
            (Some(_), _) => builder,
            (None, Secrets::Make) => builder.secrets_beside(database(&config))?,
            (None, Secrets::Use | Secrets::Need) => {
                match Builder::secrets_path(database(&config)).filter(|file| file.exists()) {
                    Some(file) => builder.config_file(file),
                    // `serve` would make some; these are never used.
                    None if secrets == Secrets::Use => builder
                        .setting("SECRET_KEY", random::token()?)
                        .setting("SECURITY_PASSWORD_SALT", random::token()?),
                    None => {
                        return Err(Error::config(format!(
                            "there is no {} yet: make it with `gatewright serve` or `gatewright \
                             db create`, or name another with --database",
                            database(&config)
                        )));
                    }
                }
            }
        };
        Ok(self.sources(builder))
    }

    /// A builder with what was given and nothing else, from Flask-Security's defaults: what `doctor`
    /// reads belongs to another program, and need not be good.
    pub(crate) fn as_given(&self) -> Builder {
        let preset = match self.preset {
            Some(PresetName::Recommended) => Preset::Recommended,
            Some(PresetName::Flask) | None => Preset::Flask,
        };
        self.sources(Security::builder_with(preset))
    }

    fn base(&self) -> Builder {
        let preset = match self.preset {
            Some(PresetName::Flask) => Preset::Flask,
            Some(PresetName::Recommended) | None => Preset::Recommended,
        };
        Security::builder_with(preset).database(DATABASE)
    }

    fn sources(&self, builder: Builder) -> Builder {
        let named = || std::env::var_os(CONFIG).map(PathBuf::from);
        let builder = match self.config.clone().or_else(named) {
            Some(file) => builder.config_file(file),
            None => builder,
        };
        let builder = builder.environment();
        match &self.database {
            Some(url) => builder.database(url),
            None => builder,
        }
    }
}

fn database(config: &Config) -> &str {
    config.database.url.as_ref().map_or(DATABASE, |url| url.as_str())
}
