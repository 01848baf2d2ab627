//! Where events go, and how long they are kept.

use gatewright_wire::webhook::Secret;
use http::Uri;
use jiff::SignedDuration;

use crate::config::check::Findings;
use crate::text::address::{is_public, of_host};

/// Fewer bytes than that are no secret (Standard Webhooks: 24 to 64).
const LEAST: usize = 24;

pub(super) fn check(found: &mut Findings<'_>) {
    webhook(found);
    found.refuse(
        found.config.audit.keep.is_some_and(|keep| keep < SignedDuration::from_hours(24)),
        "AUDIT_KEEP must be a day or more, or false to keep entries for ever",
    );
}

fn webhook(found: &mut Findings<'_>) {
    let config = found.config;
    let settings = &config.events;
    let Some(url) = &settings.webhook_url else {
        found.warn(
            !settings.webhook_secret.is_empty(),
            "EVENTS_WEBHOOK_SECRET is set, but nothing is posted without EVENTS_WEBHOOK_URL",
        );
        return;
    };
    let parsed = url.as_str().parse::<Uri>().ok();
    let parts = parsed.as_ref().and_then(|uri| Some((uri.scheme_str()?, uri.authority()?)));
    match parts {
        Some((scheme @ ("http" | "https"), authority)) => {
            let private = of_host(authority.host()).is_some_and(|address| !is_public(address))
                || authority.host().eq_ignore_ascii_case("localhost");
            found.refuse(
                authority.as_str().contains('@'),
                "EVENTS_WEBHOOK_URL must not have a user name: receivers check the signature",
            );
            found.refuse(
                private && !settings.webhook_allow_private,
                "EVENTS_WEBHOOK_URL is an address inside, where nothing is posted to: set \
                 EVENTS_WEBHOOK_ALLOW_PRIVATE to true if it is meant",
            );
            found.odd(
                scheme == "http" && !settings.webhook_allow_private,
                "EVENTS_WEBHOOK_URL must start with https: what is posted are addresses of people",
            );
        }
        _ => found.refuse(true, "EVENTS_WEBHOOK_URL must be a URL that starts with https or http"),
    }
    found.odd(
        settings.webhook_secret.is_empty(),
        "EVENTS_WEBHOOK_SECRET is missing: without it receivers cannot tell who has posted; \
         `openssl rand -base64 32` makes one, with whsec_ in front",
    );
    for secret in &settings.webhook_secret {
        match Secret::new(secret.expose()) {
            Err(error) => found.refuse(true, format!("EVENTS_WEBHOOK_SECRET: {error}")),
            Ok(secret) => found.weak(
                secret.len() < LEAST,
                format!("EVENTS_WEBHOOK_SECRET must have {LEAST} bytes or more"),
            ),
        }
    }
    found.refuse(
        settings.webhook_timeout <= SignedDuration::ZERO
            || settings.webhook_timeout > SignedDuration::from_mins(1),
        "EVENTS_WEBHOOK_TIMEOUT must be more than 0 and at most a minute",
    );
    found.refuse(
        settings.webhook_give_up_after.is_negative(),
        "EVENTS_WEBHOOK_GIVE_UP_AFTER must be 0 or more; 0 tries once",
    );
}
