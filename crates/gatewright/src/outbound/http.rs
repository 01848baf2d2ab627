//! Questions to other services over HTTP.

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

#[cfg(feature = "http-client")]
mod client {
    use std::fmt;
    use std::time::Duration;

    use async_trait::async_trait;
    use bytes::Bytes;
    use http::header::{HeaderValue, USER_AGENT};
    use http_body_util::{BodyExt, Full, Limited};
    use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
    use hyper_util::client::legacy;
    use hyper_util::client::legacy::connect::HttpConnector;
    use hyper_util::rt::{TokioExecutor, TokioTimer};

    use crate::error::{Error, ErrorKind, Result};
    use crate::outbound::http::{HttpClient, failed};

    type Inner = legacy::Client<HttpsConnector<HttpConnector>, Full<Bytes>>;

    const NAME: &str = concat!("gatewright/", env!("CARGO_PKG_VERSION"));

    /// HTTP/1.1, with TLS for `https` and the certificate authorities that browsers trust.
    ///
    /// Connects within 3 seconds, has the whole answer within 5, takes bodies up to 1 MiB, keeps
    /// connections for a minute and follows no redirects.
    #[derive(Clone)]
    pub struct Client {
        inner: Inner,
        patience: Duration,
        largest: usize,
    }

    impl Client {
        /// A client with the usual limits.
        ///
        /// # Errors
        /// [`Config`](crate::ErrorKind::Config): TLS cannot be set up.
        pub fn new() -> Result<Self> {
            let mut tcp = HttpConnector::new();
            tcp.enforce_http(false);
            tcp.set_nodelay(true);
            tcp.set_connect_timeout(Some(Duration::from_secs(3)));
            let provider = rustls::crypto::ring::default_provider();
            let connector = HttpsConnectorBuilder::new()
                .with_provider_and_webpki_roots(provider)
                .map_err(|error| Error::config("TLS cannot be set up").caused_by(error))?
                .https_or_http()
                .enable_http1()
                .wrap_connector(tcp);
            let inner = legacy::Client::builder(TokioExecutor::new())
                .pool_timer(TokioTimer::new())
                .pool_idle_timeout(Duration::from_secs(60))
                .pool_max_idle_per_host(4)
                .build(connector);
            Ok(Self { inner, patience: Duration::from_secs(5), largest: 1024 * 1024 })
        }

        /// Waits as long for a whole answer: connecting, head and body.
        #[must_use]
        pub fn patience(mut self, patience: Duration) -> Self {
            self.patience = patience;
            self
        }

        /// Takes bodies of as many bytes.
        #[must_use]
        pub fn largest_body(mut self, bytes: usize) -> Self {
            self.largest = bytes;
            self
        }

        async fn exchange(
            &self,
            request: http::Request<Full<Bytes>>,
        ) -> Result<http::Response<Vec<u8>>> {
            let answer = self.inner.request(request).await;
            let answer = answer.map_err(|error| failed("no answer").caused_by(error))?;
            let (head, body) = answer.into_parts();
            let body = Limited::new(body, self.largest).collect().await.map_err(|error| {
                Error::new(ErrorKind::Remote, "the answer broke off or is too large")
                    .caused_by(error)
            })?;
            Ok(http::Response::from_parts(head, body.to_bytes().into()))
        }
    }

    #[async_trait]
    impl HttpClient for Client {
        async fn send(&self, request: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>> {
            let mut request = request.map(|body| Full::new(Bytes::from(body)));
            let name = HeaderValue::from_static(NAME);
            request.headers_mut().entry(USER_AGENT).or_insert(name);
            match tokio::time::timeout(self.patience, self.exchange(request)).await {
                Ok(answer) => answer,
                Err(_) => Err(failed("no answer in time")),
            }
        }
    }

    impl fmt::Debug for Client {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.debug_struct("Client")
                .field("patience", &self.patience)
                .field("largest", &self.largest)
                .finish_non_exhaustive()
        }
    }
}
