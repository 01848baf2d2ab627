//! Routes for some networks only.

use std::sync::Arc;

use crate::config::Network;
use crate::error::{Denial, Error, ErrorKind, Result};
use crate::request::cx::Cx;

/// From where a route may be asked: a tower layer. Built by [`allowed_networks`].
#[derive(Debug, Clone)]
pub struct AllowedNetworks {
    networks: Arc<[Network]>,
    hidden: bool,
}

/// Only clients within these networks may pass; others are answered with 403, and so is a client
/// whose address is unknown.
///
/// The address is the one that the connection has, or that a trusted proxy says (`PROXY_FIX`). It
/// says where a request comes from, and nothing about who sends it.
///
/// ```
/// use axum::{Router, routing::get};
/// use gatewright::allowed_networks;
///
/// # fn main() -> gatewright::Result<()> {
/// let inside = allowed_networks(["10.0.0.0/8", "2001:db8::/32", "127.0.0.1"])?;
/// let app: Router = Router::new().route("/metrics", get(async || "1").layer(inside.hidden()));
/// assert!(allowed_networks(["10.0.0.0/33"]).is_err());
/// # Ok(()) }
/// ```
///
/// # Errors
/// [`Config`](crate::ErrorKind::Config) if one of them cannot be read; it says which.
pub fn allowed_networks<const N: usize>(networks: [&str; N]) -> Result<AllowedNetworks> {
    let read = |text: &&str| {
        let network = text.parse::<Network>();
        network.map_err(|why| Error::config(format!("allowed_networks: {text:?} is not {why}")))
    };
    let networks = networks.iter().map(read);
    Ok(AllowedNetworks { networks: networks.collect::<Result<_>>()?, hidden: false })
}

impl AllowedNetworks {
    /// Answers others as if the route did not exist.
    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }

    pub(super) fn check(&self, cx: &Cx) -> Result<()> {
        let client = cx.facts().client();
        if client.is_some_and(|one| self.networks.iter().any(|network| network.contains(one))) {
            return Ok(());
        }
        if self.hidden {
            return Err(Error::new(ErrorKind::NotFound, "a client of another network"));
        }
        Err(Denial::Forbidden.into())
    }
}
