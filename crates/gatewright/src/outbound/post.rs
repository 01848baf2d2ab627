//! The way of a mail: into the outbox, to the mailer, and again if that failed.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::join_all;
use gatewright_wire::fernet::{Fernet, MAX_TOKEN};
use jiff::SignedDuration;
use jiff::civil::DateTime;
use tokio::sync::Notify;

use crate::clock::Clock;
use crate::config::Delivery;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{Letter, NewLetter};
use crate::outbound::mail::{Mail, Mailer};
use crate::outbound::retry::{GRACE, KEPT, REASON, id, pause, to_nobody};
use crate::store::Store;

const MAIL: &str = "mail";
/// The length of a letter before it is sealed is a multiple of this, in bytes.
const BLOCK: usize = 2048;
/// Letters that are sent at the same time.
const WORKERS: usize = 4;
/// After so many failures in a row the server is given a rest until the next round.
const PATIENCE: usize = 3;
/// The first pause after a failure, and the longest.
const PAUSE: SignedDuration = SignedDuration::from_secs(30);
const LONGEST: SignedDuration = SignedDuration::from_hours(2);

/// Takes mails from the house, and brings them to the mailer.
pub(crate) struct Post {
    pub(crate) mailer: Arc<dyn Mailer>,
    /// The key that seals letters, and those before it.
    pub(crate) seals: Vec<Fernet>,
    pub(crate) delivery: Delivery,
    pub(crate) timeout: Duration,
    pub(crate) give_up_after: SignedDuration,
    /// Send nothing.
    pub(crate) silent: bool,
    /// Rung when a letter has come.
    pub(crate) bell: Arc<Notify>,
}

/// Where letters lie, and what time it is there.
#[derive(Clone, Copy)]
pub(crate) struct Letterbox<'a> {
    pub(crate) store: &'a dyn Store,
    pub(crate) clock: &'a Clock,
}

/// A mail that is ready to go.
pub(crate) struct Outgoing {
    mail: Mail,
    letter: Option<NewLetter>,
}

impl Outgoing {
    /// What the outbox keeps of it.
    pub(crate) fn letters(&self) -> &[NewLetter] {
        self.letter.as_slice()
    }

    /// What the outbox gets in their place if the mail is to nobody. [`Post::pretended`] follows.
    pub(crate) fn decoys(&self) -> Vec<NewLetter> {
        self.letter.iter().map(to_nobody).collect()
    }
}

impl Post {
    /// Makes a mail ready: its letters can be written in the same transaction as what it tells of.
    /// [`Post::posted`] follows, when they are.
    pub(crate) fn outgoing(&self, mail: Mail, at: Letterbox<'_>) -> Result<Outgoing> {
        let letter = match at.store.mails().is_ok() && !self.silent {
            true => Some(self.letter(&mail, at.clock)?),
            false => None,
        };
        Ok(Outgoing { mail, letter })
    }

    /// What follows when the letters are written: with `DELIVERY = "inline"`, a first attempt.
    pub(crate) async fn posted(&self, out: &Outgoing, at: Letterbox<'_>) -> Result<()> {
        if self.silent {
            tracing::debug!("a mail was not sent: MAIL_SUPPRESS_SEND is on");
            return Ok(());
        }
        let Some(letter) = &out.letter else {
            // A store of the application's own that keeps no letters.
            if let Err(error) = self.hand_over(&out.mail).await {
                tracing::error!(%error, "a mail is lost: the store keeps no outbox");
            }
            return Ok(());
        };
        if !letter.claimed {
            self.bell.notify_one();
            return Ok(());
        }
        let outcome = self.hand_over(&out.mail).await;
        let attempt = Attempt { id: &letter.id, number: 1, give_up_at: letter.give_up_at };
        self.note(attempt, outcome, at).await.map(drop)
    }

    /// What follows when the letters to nobody are written.
    pub(crate) async fn pretended(&self, decoys: &[NewLetter], at: Letterbox<'_>) -> Result<()> {
        for decoy in decoys {
            if decoy.claimed {
                at.store.mails()?.sent(&decoy.id, 1).await?;
            } else {
                self.bell.notify_one();
            }
        }
        Ok(())
    }

    fn letter(&self, mail: &Mail, clock: &Clock) -> Result<NewLetter> {
        let now = clock.utc();
        let mut plain = serde_json::to_vec(mail)
            .map_err(|error| Error::new(ErrorKind::Crypto, "no letter").caused_by(error))?;
        // Blanks at the end are still JSON. Neither its place nor the time to seal it says which mail.
        plain.resize(plain.len().next_multiple_of(BLOCK), b' ');
        let seal = self.seals.first();
        let seal = seal.ok_or_else(|| Error::new(ErrorKind::Crypto, "no key for letters"))?;
        let payload = seal.encrypt(&plain, clock.unix())?;
        if payload.len() > MAX_TOKEN {
            return Err(Error::mail_refused("the mail is too large"));
        }
        let claimed = self.delivery == Delivery::Inline;
        Ok(NewLetter {
            id: id(clock)?,
            kind: MAIL.to_owned(),
            recipient: mail.to.address.clone(),
            payload,
            created_at: now,
            due_at: if claimed { later(now, self.lease()) } else { now },
            give_up_at: later(now, self.give_up_after),
            claimed,
        })
    }

    /// Sends a mail past the outbox and says what the other side answered.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only a command asks"))]
    pub(crate) async fn send_now(&self, mail: &Mail) -> Result<String> {
        match tokio::time::timeout(self.timeout, self.mailer.send_and_report(mail)).await {
            Ok(answer) => answer,
            Err(_) => Err(too_slow()),
        }
    }

    /// Sends what is due. The number of letters that were sent.
    pub(crate) async fn round(&self, at: Letterbox<'_>) -> Result<usize> {
        let Ok(mails) = at.store.mails() else { return Ok(0) };
        let workers = join_all((0..WORKERS).map(|_| self.work(at))).await;
        let sent = workers.into_iter().sum::<Result<usize>>()?;
        mails.purge(earlier(at.clock.utc(), KEPT)).await?;
        Ok(sent)
    }

    async fn work(&self, at: Letterbox<'_>) -> Result<usize> {
        let (mut sent, mut failures) = (0, 0);
        while failures < PATIENCE {
            let now = at.clock.utc();
            let Some(letter) = at.store.mails()?.claim(now, later(now, self.lease())).await? else {
                break;
            };
            if letter.is_to_nobody() {
                at.store.mails()?.sent(&letter.id, letter.attempts).await?;
                continue;
            }
            let outcome = match self.open(&letter, at.clock) {
                Ok(mail) => self.hand_over(&mail).await,
                Err(error) => Err(error),
            };
            let attempt =
                Attempt { id: &letter.id, number: letter.attempts, give_up_at: letter.give_up_at };
            if self.note(attempt, outcome, at).await? {
                sent += 1;
                failures = 0;
            } else {
                failures += 1;
            }
        }
        Ok(sent)
    }

    /// Within the limit, whatever the mailer does. One that panics would else take the job with it.
    async fn hand_over(&self, mail: &Mail) -> Result<()> {
        let sending = AssertUnwindSafe(self.mailer.send(mail)).catch_unwind();
        match tokio::time::timeout(self.timeout, sending).await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_)) => Err(Error::mail_delayed("the mailer panicked")),
            Err(_) => Err(too_slow()),
        }
    }

    /// Writes down what came of an attempt. True if the mail was sent.
    async fn note(
        &self,
        attempt: Attempt<'_>,
        outcome: Result<()>,
        at: Letterbox<'_>,
    ) -> Result<bool> {
        let Attempt { id, number, give_up_at } = attempt;
        let Err(error) = outcome else {
            tracing::debug!(letter = id, "a mail was sent");
            at.store.mails()?.sent(id, number).await?;
            return Ok(true);
        };
        let now = at.clock.utc();
        let permanent = matches!(error.kind(), ErrorKind::Mail { permanent: true });
        let again = later(now, pause(PAUSE, LONGEST, number));
        let again = (!permanent && again <= give_up_at).then_some(again);
        match again {
            Some(_) => tracing::warn!(letter = id, attempt = number, %error, "a mail has to wait"),
            None => tracing::error!(letter = id, attempt = number, %error, "a mail was given up"),
        }
        let why: String = error.detail().chars().take(REASON).collect();
        at.store.mails()?.failed(id, number, &why, now, again).await?;
        Ok(false)
    }

    fn open(&self, letter: &Letter, clock: &Clock) -> Result<Mail> {
        let plain = self
            .seals
            .iter()
            .find_map(|seal| seal.decrypt(&letter.payload, None, clock.unix()).ok());
        plain.and_then(|plain| serde_json::from_slice(&plain).ok()).ok_or_else(|| {
            // Not for good: a process that has the new key already may have written it.
            Error::mail_delayed("the letter cannot be opened: SECRET_KEY is another one")
        })
    }

    fn lease(&self) -> SignedDuration {
        GRACE.saturating_add(SignedDuration::try_from(self.timeout).unwrap_or(GRACE))
    }
}

/// One try to send one letter.
struct Attempt<'a> {
    id: &'a str,
    number: i64,
    give_up_at: DateTime,
}

fn too_slow() -> Error {
    Error::mail_delayed("the mail server took longer than MAIL_TIMEOUT")
}

pub(super) fn later(time: DateTime, by: SignedDuration) -> DateTime {
    time.saturating_add(by)
}

pub(super) fn earlier(time: DateTime, by: SignedDuration) -> DateTime {
    time.saturating_sub(by)
}
