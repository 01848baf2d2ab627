//! Who is told of events beside listeners, as the settings say.

use std::sync::Arc;

use gatewright_wire::chain::Sealer;
use gatewright_wire::fernet::Fernet;
use gatewright_wire::webhook::Secret;
use tokio::sync::Notify;

use crate::config::{Config, Delivery, Preset};
use crate::error::{Error, Result};
use crate::event::Selection;
use crate::outbound::Webhooks;
use crate::outbound::http::{self, HttpClient};
use crate::security::Audit;
use crate::store::Store;

/// What keys are derived for.
const LETTERS: &str = "gatewright webhooks";
const CHAIN: &str = "gatewright audit";

/// `own` is the client of the application, if it has one.
pub(super) fn webhooks(
    config: &Config,
    own: Option<&Arc<dyn HttpClient>>,
    store: &dyn Store,
) -> Result<Option<Webhooks>> {
    let settings = &config.events;
    let Some(url) = &settings.webhook_url else { return Ok(None) };
    let http = match own {
        Some(client) => Arc::clone(client),
        None if !http::AVAILABLE => {
            return Err(Error::config(
                "EVENTS_WEBHOOK_URL: this program was built without a client for HTTP; switch on \
                 the cargo feature `http-client`, or give one to the builder",
            ));
        }
        None => http::for_webhooks(!settings.webhook_allow_private)?,
    };
    if config.core.delivery == Delivery::Outbox && store.webhooks().is_err() {
        return Err(Error::config(
            "EVENTS_WEBHOOK_URL is set, but this store keeps no queue: set DELIVERY to \"inline\"",
        ));
    }
    let url = url.as_str().parse().map_err(|error| {
        Error::config("EVENTS_WEBHOOK_URL is no URL that can be posted to").caused_by(error)
    })?;
    let secrets = settings.webhook_secret.iter().map(|secret| Secret::new(secret.expose()));
    Ok(Some(Webhooks {
        url,
        http,
        secrets: secrets.collect::<gatewright_wire::Result<_>>()?,
        wanted: selection("EVENTS_WEBHOOK_EVENTS", &settings.webhook_events)?,
        plain: config.preset == Preset::Flask,
        delivery: config.core.delivery,
        timeout: settings
            .webhook_timeout
            .try_into()
            .map_err(|_| Error::config("EVENTS_WEBHOOK_TIMEOUT must be positive"))?,
        give_up_after: settings.webhook_give_up_after,
        seals: secrets_of(config)
            .map(|secret| Fernet::derived(secret, LETTERS))
            .collect::<gatewright_wire::Result<_>>()?,
        bell: Arc::new(Notify::new()),
        state: Default::default(),
    }))
}

pub(super) fn audit(config: &Config, store: &dyn Store) -> Result<Audit> {
    if config.audit.enabled && store.audit().is_err() {
        return Err(Error::config(
            "AUDIT_LOG is on, but this store keeps no audit log: set it to false",
        ));
    }
    let sealers = secrets_of(config).map(|secret| Sealer::derived(secret, CHAIN));
    let wanted = selection("AUDIT_EVENTS", &config.audit.events)?;
    let wanted = config.audit.enabled.then_some(wanted);
    Ok(Audit::new(wanted, sealers.collect::<gatewright_wire::Result<_>>()?))
}

fn selection(key: &str, words: &[String]) -> Result<Selection> {
    Selection::read(words).map_err(|word| {
        Error::config(format!(
            "{key}: there is no event {word:?}; docs/events.md lists them, `*` is all of them, and \
             a minus in front leaves one out"
        ))
    })
}

/// The secret and those before it, as bytes.
fn secrets_of(config: &Config) -> impl Iterator<Item = &[u8]> {
    let core = &config.core;
    core.secret_key.iter().chain(&core.secret_key_fallbacks).map(|secret| secret.as_bytes())
}
