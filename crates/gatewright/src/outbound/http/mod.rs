//! Questions to other services over HTTP.

#[cfg(feature = "http-client")]
mod client;
#[cfg(feature = "http-client")]
mod resolve;

use std::sync::Arc;

use async_trait::async_trait;

use crate::error::{Error, ErrorKind, Result};

/// Sends a request to another service and brings back the answer.
///
/// The crate has one, `Client`, behind the cargo feature `http-client`; an application brings its
/// own with [`Builder::http`](crate::Builder::http), for a proxy or a certificate authority of its
/// own. An implementation must bound time and size of the answer and must not follow redirects: the
/// request may hold what only the asked service may see.
///
/// ```
/// use gatewright::outbound::http::HttpClient;
/// use gatewright::{Result, async_trait};
///
/// struct Offline;
///
/// #[async_trait]
/// impl HttpClient for Offline {
///     async fn send(&self, _: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>> {
///         Ok(http::Response::new(Vec::new()))
///     }
/// }
/// ```
#[async_trait]
pub trait HttpClient: Send + Sync + 'static {
    /// The answer to a request whose URI is absolute, whatever its status.
    ///
    /// # Errors
    /// [`Remote`](crate::ErrorKind::Remote): there was no answer, or one that is too late or too large.
    async fn send(&self, request: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>>;
}

/// True if this build has a client of its own.
pub(crate) const AVAILABLE: bool = cfg!(feature = "http-client");

/// The client of this build.
pub(crate) fn builtin() -> Result<Arc<dyn HttpClient>> {
    #[cfg(feature = "http-client")]
    return Ok(Arc::new(Client::new()?));
    #[cfg(not(feature = "http-client"))]
    return Ok(Arc::new(Missing));
}

/// One for receivers whose answers say nothing but yes or no.
pub(crate) fn for_webhooks(public_only: bool) -> Result<Arc<dyn HttpClient>> {
    #[cfg(feature = "http-client")]
    {
        let client = if public_only { Client::public_only()? } else { Client::new()? };
        // Who sends has a limit of its own, which is at most this.
        let limit = std::time::Duration::from_secs(60);
        Ok(Arc::new(client.patience(limit).heads_only()))
    }
    #[cfg(not(feature = "http-client"))]
    {
        let _ = public_only;
        Ok(Arc::new(Missing))
    }
}

fn failed(detail: impl Into<String>) -> Error {
    Error::new(ErrorKind::Remote, detail)
}

/// Stands where a client would, in a build without one.
#[cfg(not(feature = "http-client"))]
struct Missing;

#[cfg(not(feature = "http-client"))]
#[async_trait]
impl HttpClient for Missing {
    async fn send(&self, _: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>> {
        Err(failed("there is no client for HTTP: switch on the cargo feature `http-client`"))
    }
}

#[cfg(feature = "http-client")]
pub use client::Client;
