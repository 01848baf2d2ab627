//! The client of this crate.

use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use http::header::{HeaderValue, USER_AGENT};
use http_body_util::{BodyExt, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::dns::GaiResolver;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use crate::error::{Error, ErrorKind, Result};
use crate::outbound::http::resolve::Resolver;
use crate::outbound::http::{HttpClient, failed};
use crate::text::address::{is_public, of_host};

type Inner = legacy::Client<HttpsConnector<HttpConnector<Resolver>>, Full<Bytes>>;

const NAME: &str = concat!("gatewright/", env!("CARGO_PKG_VERSION"));

/// What is read of a body that nobody wants, and for how long.
const LONGEST_REST: usize = 16 * 1024;
const PATIENCE_FOR_REST: Duration = Duration::from_millis(250);

/// HTTP/1.1, with TLS for `https` and the certificate authorities that browsers trust.
///
/// Connects within 3 seconds, has the whole answer within 5, takes bodies up to 1 MiB, keeps
/// connections for a minute and follows no redirects.
#[derive(Clone)]
pub struct Client {
    inner: Inner,
    patience: Duration,
    largest: usize,
    public_only: bool,
    heads_only: bool,
}

impl Client {
    /// A client with the usual limits.
    ///
    /// # Errors
    /// [`Config`](crate::ErrorKind::Config): TLS cannot be set up.
    pub fn new() -> Result<Self> {
        Self::build(false)
    }

    /// As [`Client::new`], but connects to public addresses alone: not to this machine, private
    /// networks, or where clouds keep their credentials. The address that a name has is judged when
    /// it is connected to, so that a name cannot change its mind in between (OWASP: Server-Side
    /// Request Forgery Prevention).
    ///
    /// # Errors
    /// As [`Client::new`].
    pub fn public_only() -> Result<Self> {
        Self::build(true)
    }

    fn build(public_only: bool) -> Result<Self> {
        let mut tcp =
            HttpConnector::new_with_resolver(Resolver::new(GaiResolver::new(), public_only));
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
        Ok(Self {
            inner,
            patience: Duration::from_secs(5),
            largest: 1024 * 1024,
            public_only,
            heads_only: false,
        })
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

    /// Brings back no bodies: an answer counts as soon as its head is there, whatever follows.
    #[must_use]
    pub fn heads_only(mut self) -> Self {
        self.heads_only = true;
        self
    }

    async fn exchange(
        &self,
        request: http::Request<Full<Bytes>>,
    ) -> Result<http::Response<Vec<u8>>> {
        // An address in place of a name is not looked up.
        let host = request.uri().host().and_then(of_host);
        if self.public_only && host.is_some_and(|address| !is_public(address)) {
            return Err(failed("the address is not public"));
        }
        let answer = self.inner.request(request).await;
        let answer = answer.map_err(|error| failed("no answer").caused_by(error))?;
        let (head, body) = answer.into_parts();
        if self.heads_only {
            // A short body is read, so that the connection can be used again.
            let rest = Limited::new(body, LONGEST_REST).collect();
            let _ = tokio::time::timeout(PATIENCE_FOR_REST, rest).await;
            return Ok(http::Response::from_parts(head, Vec::new()));
        }
        let body = Limited::new(body, self.largest).collect().await.map_err(|error| {
            Error::new(ErrorKind::Remote, "the answer broke off or is too large").caused_by(error)
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
            .field("public_only", &self.public_only)
            .finish_non_exhaustive()
    }
}
