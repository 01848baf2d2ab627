//! One opaque error: what kind, what happened, what caused it.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use http::StatusCode;

/// What every fallible call of this crate returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Something went wrong. What a client is told about it is decided in one place, not here.
pub struct Error(Box<Repr>);

struct Repr {
    kind: ErrorKind,
    detail: String,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// The question that callers ask of an [`Error`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The settings contradict one another or cannot be read.
    Config,
    /// A row that must be unique exists already.
    Conflict,
    /// A signed, hashed or encrypted value could not be made.
    Crypto,
    /// The request may not pass. Not a fault: it has an answer of its own.
    Denied(Denial),
    /// What the client sent cannot be used.
    BadRequest,
    /// The body is not what its content type says.
    Malformed,
    /// The request is larger than the limit.
    TooLarge,
    /// More work is waiting than can be done in time.
    Busy {
        /// When to ask again.
        retry_after: Duration,
    },
    /// What was asked for does not exist.
    NotFound,
    /// A file or a socket failed.
    Io,
    /// A mail could not be handed over.
    Mail {
        /// True if trying again is of no use: the address or the mail was refused.
        permanent: bool,
    },
    /// Another service gave no answer, or none that can be used.
    Remote,
    /// The database failed.
    Store,
    /// A page could not be rendered.
    Template,
}

/// Why a request may not pass.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Denial {
    /// Nobody is signed in.
    Anonymous {
        /// The realm of the `WWW-Authenticate` challenge, where HTTP Basic was allowed.
        challenge: Option<String>,
    },
    /// The page of another site made the browser send the request.
    CrossSite,
    /// The request carries no valid proof that it was meant. The text says which check failed.
    Csrf(&'static str),
    /// The user lacks a role or a permission.
    Forbidden,
    /// The request is for a host that is not among `TRUSTED_HOSTS`.
    Host,
    /// Only callers who are not signed in may ask this.
    SignedIn,
    /// The sign-in is too long ago.
    Stale,
    /// Another page has to be visited first.
    NotYet {
        /// The path of that page.
        page: String,
    },
    /// It was asked too often.
    TooMany {
        /// When to ask again.
        retry_after: Duration,
    },
}

impl Error {
    /// Makes an error of the given kind; the detail is for the log.
    pub fn new(kind: ErrorKind, detail: impl Into<String>) -> Self {
        Self(Box::new(Repr { kind, detail: detail.into(), source: None }))
    }

    /// Adds what caused it.
    #[must_use]
    pub fn caused_by(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// The settings cannot be used; the detail says what to change.
    pub fn config(detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::Config, detail)
    }

    /// The database failed.
    pub fn store(detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::Store, detail)
    }

    /// The client sent something that cannot be read.
    pub fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::BadRequest, detail)
    }

    /// The body is not what its content type says.
    pub fn malformed(detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::Malformed, detail)
    }

    /// A mail could not be handed over this time; it is worth trying again.
    pub fn mail_delayed(detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::Mail { permanent: false }, detail)
    }

    /// The address or the mail was refused: trying again is of no use.
    pub fn mail_refused(detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::Mail { permanent: true }, detail)
    }

    /// Which kind of error this is.
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// What happened, in words for the log.
    pub fn detail(&self) -> &str {
        &self.0.detail
    }

    /// The HTTP status that a client is answered with (RFC 9110, section 15), for applications that
    /// make answers of their own. Pages may be answered with a redirect instead.
    ///
    /// ```
    /// let error = gatewright::Error::from(gatewright::Denial::Forbidden);
    /// assert_eq!(error.status(), 403);
    /// ```
    pub fn status(&self) -> StatusCode {
        match self.kind() {
            ErrorKind::Denied(denial) => denial.status(),
            ErrorKind::BadRequest | ErrorKind::Malformed => StatusCode::BAD_REQUEST,
            ErrorKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            ErrorKind::NotFound => StatusCode::NOT_FOUND,
            ErrorKind::Busy { .. } => StatusCode::SERVICE_UNAVAILABLE,
            ErrorKind::Config
            | ErrorKind::Conflict
            | ErrorKind::Crypto
            | ErrorKind::Io
            | ErrorKind::Mail { .. }
            | ErrorKind::Remote
            | ErrorKind::Store
            | ErrorKind::Template => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// When to ask again, where the error says so: at least a second, in whole ones.
    pub fn retry_after(&self) -> Option<Duration> {
        let (ErrorKind::Busy { retry_after } | ErrorKind::Denied(Denial::TooMany { retry_after })) =
            self.kind()
        else {
            return None;
        };
        let seconds = retry_after.as_secs() + u64::from(retry_after.subsec_nanos() > 0);
        Some(Duration::from_secs(seconds.max(1)))
    }

    /// True if a row that must be unique exists already.
    pub fn is_conflict(&self) -> bool {
        matches!(self.0.kind, ErrorKind::Conflict)
    }

    /// True if the request was refused rather than failed.
    pub fn is_denied(&self) -> bool {
        matches!(self.0.kind, ErrorKind::Denied(_))
    }
}

impl Denial {
    fn status(&self) -> StatusCode {
        match self {
            Self::Anonymous { .. } | Self::Stale => StatusCode::UNAUTHORIZED,
            Self::CrossSite | Self::Forbidden | Self::NotYet { .. } => StatusCode::FORBIDDEN,
            Self::Csrf(_) | Self::Host | Self::SignedIn => StatusCode::BAD_REQUEST,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        }
    }
}

impl From<Denial> for Error {
    fn from(denial: Denial) -> Self {
        let detail = match &denial {
            Denial::Anonymous { .. } => "nobody is signed in",
            Denial::CrossSite => "the page of another site has sent the request",
            Denial::Csrf(why) => why,
            Denial::Forbidden => "a role or permission is missing",
            Denial::Host => "the request is for a host that is not among TRUSTED_HOSTS",
            Denial::SignedIn => "somebody is signed in already",
            Denial::Stale => "the sign-in is too long ago",
            Denial::NotYet { .. } => "another page has to be visited first",
            Denial::TooMany { .. } => "too many requests",
        };
        Self::new(ErrorKind::Denied(denial.clone()), detail)
    }
}

impl From<gatewright_wire::Error> for Error {
    fn from(error: gatewright_wire::Error) -> Self {
        let kind = match error {
            // A password that the scheme cannot hash is its sender's doing.
            gatewright_wire::Error::BadSecret => ErrorKind::BadRequest,
            _ => ErrorKind::Crypto,
        };
        Self::new(kind, error.to_string())
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::new(ErrorKind::Io, error.to_string()).caused_by(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.detail)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("detail", &self.0.detail)
            .field("source", &self.0.source)
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
