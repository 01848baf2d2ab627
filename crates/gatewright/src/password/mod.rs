//! Password hashing: bounded, and off the async threads.

pub(crate) mod breach;
pub(crate) mod common;
pub mod filter;
mod pool;
pub(crate) mod strength;

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;

use gatewright_wire::passlib::{Context, Scheme, Verdict};

use crate::error::{Error, ErrorKind, Result};
use crate::password::pool::{Client, Pool};
use crate::text::unicode::Form;

/// The longest password that is looked at, in bytes. Longer ones cost one hash and never match.
pub const MAX_BYTES: usize = 4096;

/// Hashes and verifies on as many threads as there are cores; the rest waits in a bounded queue.
#[derive(Clone)]
pub struct Passwords {
    context: Arc<Context>,
    pool: Arc<Pool>,
    form: Option<Form>,
    client: Client,
}

impl Passwords {
    pub(crate) fn new(context: Context, form: Option<Form>, queue: usize) -> Result<Self> {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let pool = Arc::new(Pool::new(cores, queue)?);
        Ok(Self { context: Arc::new(context), pool, form, client: None })
    }

    /// The hash of a password, normalised as the settings say.
    ///
    /// # Errors
    /// [`Busy`](crate::ErrorKind::Busy) when too many wait already;
    /// [`Crypto`](crate::ErrorKind::Crypto) when the scheme cannot hash this password, or when it
    /// is longer than [`MAX_BYTES`]: nobody could sign in with it.
    pub async fn hash(&self, password: &str) -> Result<String> {
        if password.len() > MAX_BYTES {
            return Err(Error::new(ErrorKind::Crypto, "the password is too long"));
        }
        let context = Arc::clone(&self.context);
        let secret = self.normalize(password);
        self.pool.run(self.client, move || context.hash(&secret)).await?.map_err(Error::from)
    }

    /// The hash of a password in place of one that it just fitted with: under today's scheme, and at
    /// no lower cost.
    ///
    /// # Errors
    /// As [`hash`](Self::hash).
    pub async fn renew(&self, password: &str, stored: &str) -> Result<String> {
        let context = Arc::clone(&self.context);
        let (secret, stored) = (self.normalize(password), stored.to_owned());
        let renewed = self.pool.run(self.client, move || context.renew(&secret, &stored)).await?;
        renewed.map_err(Error::from)
    }

    /// Compares a password with a stored hash; `None` is an account without one, which costs as
    /// much and never matches.
    ///
    /// # Errors
    /// [`Busy`](crate::ErrorKind::Busy) when too many wait already.
    pub async fn verify(&self, password: &str, stored: Option<&str>) -> Result<Verdict> {
        let context = Arc::clone(&self.context);
        let stored = stored.filter(|hash| !hash.is_empty() && password.len() <= MAX_BYTES);
        let foreign = stored.is_some_and(|hash| context.identify(hash) == Some(Scheme::Imported));
        let (secret, other) = match foreign {
            // Other systems hash what was typed, and browsers mostly send composed letters.
            true => (password.to_owned(), Some(Form::Nfc.apply(password))),
            false => (self.normalize(password), None),
        };
        let other = other.filter(|other| *other != secret);
        let stored = stored.map(str::to_owned);
        self.pool
            .run(self.client, move || match stored {
                Some(stored) => match (context.verify(&secret, &stored), other) {
                    (Verdict { ok: false, .. }, Some(other)) => context.verify(&other, &stored),
                    (verdict, _) => verdict,
                },
                None => {
                    context.dummy(&secret);
                    Verdict { ok: false, needs_update: false }
                }
            })
            .await
    }

    /// The scheme of a stored hash, if it is one that is accepted.
    #[cfg(feature = "cli")]
    pub(crate) fn identify(&self, stored: &str) -> Option<Scheme> {
        self.context.identify(stored)
    }

    /// Other work that keeps a core busy, in the same line.
    pub(crate) async fn work<T: Send + 'static>(
        &self,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T> {
        self.pool.run(self.client, job).await
    }

    /// The same, in the line of a client: clients take turns, so that none can keep the others
    /// waiting. A network of the size that one customer gets (IPv6, 64 bits) is one client.
    pub(crate) fn for_client(&self, address: Option<IpAddr>) -> Self {
        let client = address.map(|address| match address {
            IpAddr::V4(_) => address,
            IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX)).into(),
        });
        Self { client, ..self.clone() }
    }

    /// How many hashes were asked for so far, dummy ones included: what an attacker could measure.
    #[cfg(any(test, feature = "testing"))]
    pub fn jobs(&self) -> u64 {
        self.pool.accepted()
    }

    /// The form in which passwords are hashed and measured.
    pub(crate) fn normalize(&self, password: &str) -> String {
        let mut end = password.len().min(MAX_BYTES);
        while !password.is_char_boundary(end) {
            end -= 1;
        }
        let head = password.get(..end).unwrap_or_default();
        crate::text::password::normalize(head, self.form).into_owned()
    }
}

impl fmt::Debug for Passwords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Passwords").finish_non_exhaustive()
    }
}
