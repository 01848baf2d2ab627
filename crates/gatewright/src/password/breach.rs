//! Whether a password is known from breaches: asked of a service that learns five digits of its
//! hash, or looked up in a file.

use std::sync::Arc;
use std::time::Duration;

use data_encoding::HEXUPPER;
use gatewright_wire::digest::sha1;
use http::header::{ACCEPT, USER_AGENT};
use tokio::sync::Semaphore;

use crate::config::Breached;
use crate::error::{Error, ErrorKind, Result};
use crate::i18n::messages::{self as msg, Key};
use crate::outbound::http::HttpClient;
use crate::password::Passwords;
use crate::password::filter::Filter;

/// Digits of the hash that the service learns.
const PREFIX: usize = 5;

/// Questions under way at a time: whoever sends many forms must not make this server send as many.
const AT_A_TIME: usize = 16;

/// How long a question waits for its turn.
const PATIENCE: Duration = Duration::from_secs(5);

/// The name by which the service knows who asks: it refuses those without one.
const AGENT: &str = concat!("gatewright/", env!("CARGO_PKG_VERSION"));

/// Where passwords are looked up.
pub(crate) struct Breaches {
    /// What a look-up decides that fails; `None` asks nobody.
    rule: Option<Breached>,
    least: u64,
    url: String,
    http: Arc<dyn HttpClient>,
    turns: Semaphore,
    filter: Option<Arc<Filter>>,
}

impl Breaches {
    /// `url` is what the first digits are put behind; `least` is how often a password must have been
    /// seen.
    pub(crate) fn new(
        rule: Option<Breached>,
        least: u64,
        url: &str,
        http: Arc<dyn HttpClient>,
        filter: Option<Filter>,
    ) -> Self {
        let slash = if url.ends_with('/') { "" } else { "/" };
        let url = format!("{url}{slash}");
        let (turns, filter) = (Semaphore::new(AT_A_TIME), filter.map(Arc::new));
        Self { rule, least, url, http, turns, filter }
    }

    /// Why a password in normal form is refused: the file is asked first, then the service.
    ///
    /// # Errors
    /// [`Busy`](ErrorKind::Busy) when too many passwords wait already.
    pub(crate) async fn fault(&self, password: &str, hashing: &Passwords) -> Result<Option<Key>> {
        if let Some(filter) = &self.filter {
            let (filter, text) = (Arc::clone(filter), password.to_owned());
            match hashing.work(move || filter.contains(&text)).await? {
                Ok(true) => return Ok(Some(msg::PASSWORD_BREACHED)),
                Ok(false) => {}
                // A file of our own does not fail for a while: who has one relies on it.
                Err(error) => {
                    tracing::error!(error = ?error, "the filter of breached passwords cannot be read");
                    if self.rule != Some(Breached::BestEffort) {
                        return Ok(Some(msg::PASSWORD_BREACHED_SITE_ERROR));
                    }
                }
            }
        }
        let Some(rule) = self.rule else { return Ok(None) };
        Ok(match self.count(password).await {
            Ok(count) => (count >= self.least.max(1)).then_some(msg::PASSWORD_BREACHED),
            Err(error) => {
                tracing::warn!(error = ?error, "breached passwords cannot be looked up");
                (rule == Breached::Strict).then_some(msg::PASSWORD_BREACHED_SITE_ERROR)
            }
        })
    }

    /// How often the service has seen the password.
    async fn count(&self, password: &str) -> Result<u64> {
        let hash = HEXUPPER.encode(&sha1(password.as_bytes()));
        let (prefix, suffix) = hash.split_at(PREFIX);
        let turn = tokio::time::timeout(PATIENCE, self.turns.acquire()).await;
        let Ok(Ok(_turn)) = turn else { return Err(failed("too many questions are under way")) };
        let request = http::Request::get(format!("{}{prefix}", self.url))
            .header(USER_AGENT, AGENT)
            .header(ACCEPT, "text/plain")
            // Answers of one size: whoever watches the line learns nothing from their lengths.
            .header("Add-Padding", "true")
            .body(Vec::new())
            .map_err(|error| failed("the address cannot be used").caused_by(error))?;
        let answer = self.http.send(request).await?;
        if answer.status() != http::StatusCode::OK {
            return Err(failed(format!("the service answered {}", answer.status())));
        }
        find(answer.body(), suffix).ok_or_else(|| failed("the answer is no list of hashes"))
    }
}

/// How often a suffix was seen, 0 if it is not on the list; `None` if this is no such list.
fn find(body: &[u8], suffix: &str) -> Option<u64> {
    let text = std::str::from_utf8(body).ok()?;
    let mut found = 0;
    for line in text.trim_start_matches('\u{feff}').lines().map(str::trim) {
        if line.is_empty() {
            continue;
        }
        let (hash, count) = line.split_once(':')?;
        let count: u64 = count.trim().parse().ok()?;
        let is_hash = hash.len() == suffix.len() && hash.bytes().all(|b| b.is_ascii_hexdigit());
        if !is_hash {
            return None;
        }
        if hash.eq_ignore_ascii_case(suffix) {
            found = count;
        }
    }
    Some(found)
}

fn failed(detail: impl Into<String>) -> Error {
    Error::new(ErrorKind::Remote, detail)
}
