//! Builder to `Security`.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assembly::builder::Builder;
use crate::assembly::paths::full_path;
use crate::assembly::{background, events, keys, mailer, router, store};
use crate::config::{Config, Unbuilt, check};
use crate::error::{Error, Result};
use crate::features;
use crate::hooks::NoHooks;
use crate::kv::MemoryKv;
use crate::outbound::http;
use crate::request::feature::Routes;
use crate::security::{Headers, Inner, Security};
use crate::signin::extra;
use crate::web::{target, template};

impl Builder {
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
            None => store::open(&config, &self.clock, self.manage_schema).await?,
        };
        store::check(&config, &*store)?;
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
