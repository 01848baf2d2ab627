//! What happens without a request: mails leave, what has expired goes.

use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use tokio::sync::{Notify, watch};

use crate::config::SessionStore;
use crate::error::Result;
use crate::random;
use crate::security::{Security, Weakly};
use crate::store::Purge;

/// Something to do again and again. What a job does is safe in many processes at once.
struct Job {
    name: &'static str,
    every: Duration,
    /// What starts it before its time.
    bell: fn(&Security) -> Option<&Arc<Notify>>,
    run: fn(&Security) -> Work<'_>,
}

type Work<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// All jobs. To add one, add a line here and a function below.
const JOBS: &[Job] = &[
    Job {
        name: "outbox",
        every: Duration::from_secs(10),
        bell: |one| Some(&one.post().bell),
        run: send_letters,
    },
    Job { name: "once", every: Duration::from_secs(3600), bell: |_| None, run: purge_once },
    Job { name: "undos", every: Duration::from_secs(3600), bell: |_| None, run: purge_undos },
    Job { name: "refresh", every: Duration::from_secs(3600), bell: |_| None, run: purge_refresh },
    Job { name: "sessions", every: Duration::from_secs(600), bell: |_| None, run: purge_sessions },
    Job {
        name: "webhooks",
        every: Duration::from_secs(10),
        bell: |one| one.webhooks().map(|webhooks| &webhooks.bell),
        run: send_webhooks,
    },
    Job { name: "audit", every: Duration::from_secs(3600), bell: |_| None, run: purge_audit },
    Job { name: "closings", every: Duration::from_secs(3600), bell: |_| None, run: bury },
];

/// How long jobs under way may take after the end was called.
const GRACE: Duration = Duration::from_secs(10);
/// Rows that one write deletes, so that writers get their turn.
const PART: u32 = 500;
/// The longest pause after failures.
const LONGEST: Duration = Duration::from_secs(3600);

impl Security {
    /// One round of everything that background jobs do: sends the mails that are due and deletes
    /// what has expired. For tests, for cron, and where no process stays; see
    /// [`Builder::without_background`](crate::Builder::without_background).
    ///
    /// # Errors
    /// That of the first job that failed; the others were done all the same.
    pub async fn tidy(&self) -> Result<()> {
        let mut outcome = Ok(());
        for job in JOBS {
            let done = (job.run)(self).await;
            outcome = outcome.and(done);
        }
        outcome
    }

    /// Ends the jobs, after what they are doing.
    pub(super) async fn end_background(&self) {
        let end = self.end();
        end.send_replace(true);
        // Every job holds a receiver.
        if tokio::time::timeout(GRACE, end.closed()).await.is_err() {
            tracing::warn!("a background job did not end in time");
        }
    }
}

fn send_letters(security: &Security) -> Work<'_> {
    Box::pin(async {
        let sent = security.post().round(security.letterbox()).await?;
        if sent > 0 {
            tracing::info!(sent, "mails were sent");
        }
        Ok(())
    })
}

fn send_webhooks(security: &Security) -> Work<'_> {
    Box::pin(async {
        let Some(webhooks) = security.webhooks() else { return Ok(()) };
        let sent = webhooks.round(security.letterbox()).await?;
        if sent > 0 {
            tracing::debug!(sent, "events were posted");
        }
        Ok(())
    })
}

fn purge_audit(security: &Security) -> Work<'_> {
    Box::pin(async {
        let gone = security.purge_audit().await?;
        if gone > 0 {
            tracing::info!(gone, "entries of the audit log were older than AUDIT_KEEP");
        }
        Ok(())
    })
}

fn purge_once(security: &Security) -> Work<'_> {
    Box::pin(async {
        let store = security.store();
        store.once().purge(security.clock().utc()).await.map(drop)
    })
}

fn purge_undos(security: &Security) -> Work<'_> {
    Box::pin(async {
        let Ok(undos) = security.store().undos() else { return Ok(()) };
        while undos.purge(security.clock().utc(), PART).await? == u64::from(PART) {
            tokio::task::yield_now().await;
        }
        Ok(())
    })
}

/// What a sign-in deletes of its user's families, for those who do not come again.
fn purge_refresh(security: &Security) -> Work<'_> {
    Box::pin(async {
        let config = &security.config().refresh;
        if !config.enabled {
            return Ok(());
        }
        let mut old = Purge::default().at_most(PART);
        old.expired_before = config.cleanup_expired.then(|| security.clock().utc());
        old.revoked = config.cleanup_revoked;
        let families = security.store().refreshes()?;
        while families.purge(&old).await? == u64::from(PART) {
            tokio::task::yield_now().await;
        }
        Ok(())
    })
}

fn purge_sessions(security: &Security) -> Work<'_> {
    Box::pin(async {
        if security.config().session.store == SessionStore::Cookie {
            return Ok(());
        }
        security.purge_sessions().await.map(drop)
    })
}

fn bury(security: &Security) -> Work<'_> {
    Box::pin(async {
        let deleted = security.delete_closed_accounts().await?;
        if deleted > 0 {
            tracing::info!(deleted, "closed accounts were deleted");
        }
        Ok(())
    })
}

/// Starts the jobs on the present runtime. They end with the last clone of `security`.
pub(super) fn start(security: &Security) {
    let Ok(runtime) = tokio::runtime::Handle::try_current() else {
        tracing::warn!("there is no Tokio runtime: call `Security::tidy` now and then");
        return;
    };
    for job in JOBS {
        let bell = (job.bell)(security).cloned();
        runtime.spawn(repeat(job, security.weakly(), bell, security.end().subscribe()));
    }
}

/// Holds no reference while it waits: dropping the last clone elsewhere ends it.
async fn repeat(
    job: &'static Job,
    security: Weakly,
    bell: Option<Arc<Notify>>,
    mut end: watch::Receiver<bool>,
) {
    let mut failures = 0;
    loop {
        let pause = pause(job.every, failures);
        tokio::select! {
            // Told to end, or dropped.
            _ = end.wait_for(|ended| *ended) => return,
            () = wait(bell.as_deref(), pause) => {}
        }
        let Some(security) = security.upgrade() else { return };
        // A panic in one round must not end the job for good.
        match AssertUnwindSafe((job.run)(&security)).catch_unwind().await {
            Ok(Ok(())) => failures = 0,
            Ok(Err(error)) => {
                failures += 1;
                tracing::error!(job = job.name, %error, "a background job failed");
            }
            Err(_) => {
                failures += 1;
                tracing::error!(job = job.name, "a background job panicked");
            }
        }
    }
}

/// Until the time has come, or a letter.
async fn wait(bell: Option<&Notify>, pause: Duration) {
    match bell {
        Some(bell) => {
            let _ = tokio::time::timeout(pause, bell.notified()).await;
        }
        None => tokio::time::sleep(pause).await,
    }
}

/// Longer after failures, and a quarter more or less, so that many processes do not all come to
/// the database at the same moment.
fn pause(every: Duration, failures: u32) -> Duration {
    let pause = every.saturating_mul(2_u32.saturating_pow(failures.min(8))).min(LONGEST.max(every));
    pause.mul_f64(0.75 + random::fraction() / 2.0)
}

#[cfg(test)]
mod tests {
    use async_trait::async_trait;
    use tokio::sync::mpsc;

    use super::*;
    use crate::config::{Delivery, Preset};
    use crate::model::{NewUser, Refresh};
    use crate::outbound::{Mail, Mailer};
    use crate::testing::TestApp;

    /// A mailer that says when it begins and waits until it may end.
    struct Slow(mpsc::UnboundedSender<()>, Arc<Notify>);

    #[async_trait]
    impl Mailer for Slow {
        async fn send(&self, _: &Mail) -> Result<()> {
            let _ = self.0.send(());
            self.1.notified().await;
            Ok(())
        }
    }

    async fn built() -> (Security, mpsc::UnboundedReceiver<()>, Arc<Notify>) {
        let (begun, begins) = mpsc::unbounded_channel();
        let may_end = Arc::new(Notify::new());
        let builder = Security::builder_with(Preset::Recommended)
            .database("sqlite::memory:")
            .secret_key("a secret key that only tests use 0123456789")
            .setting("SECURITY_PASSWORD_SALT", "a salt that only tests use 0123456789")
            .configure(|config| config.core.delivery = Delivery::Outbox)
            .mailer(Slow(begun, Arc::clone(&may_end)));
        (builder.build().await.unwrap(), begins, may_end)
    }

    async fn post(security: &Security) {
        let joe = security.store().create_user(NewUser::new("joe@lp.com")).await.unwrap();
        let cx = security.offline();
        cx.mail("test", "MAIL_TEST_SUBJECT", &joe, serde_json::Map::new()).await.unwrap();
    }

    #[tokio::test]
    async fn a_letter_starts_its_job_and_the_end_waits_for_it() {
        let (security, mut begins, may_end) = built().await;
        post(&security).await;
        // The job's own time has not come for 7 seconds.
        tokio::time::timeout(Duration::from_secs(6), begins.recv()).await.unwrap().unwrap();
        let ending = tokio::spawn({
            let security = security.clone();
            async move { security.end_background().await }
        });
        tokio::task::yield_now().await;
        assert!(!ending.is_finished(), "the mail is under way");
        may_end.notify_one();
        ending.await.unwrap();
        assert_eq!(security.store().mails().unwrap().list(false, "", 9).await.unwrap(), []);
        assert_eq!(security.end().receiver_count(), 0, "a job goes on");
    }

    #[tokio::test]
    async fn what_has_expired_goes_without_a_request() {
        let app = TestApp::with(Preset::Recommended, |builder| {
            builder.setting("SECURITY_REFRESH_TOKEN", true)
        });
        let app = app.await;
        let joe = app.user("joe@lp.com", "correct horse").await;
        let (store, now) = (app.security().store(), app.clock().utc());
        let (undos, families) = (store.undos().unwrap(), store.refreshes().unwrap());
        let later = now.saturating_add(jiff::SignedDuration::from_hours(2));
        // More than one part of each.
        for n in 0..=u64::from(PART) {
            undos.keep(&joe.id, &n.to_le_bytes(), now).await.unwrap();
            let family = Refresh::new(joe.id.clone(), n.to_string(), now, now);
            families.create(&family).await.unwrap();
        }
        undos.keep(&joe.id, b"good", later).await.unwrap();
        families.create(&Refresh::new(joe.id.clone(), "good", now, later)).await.unwrap();
        app.advance(jiff::SignedDuration::from_secs(1));
        app.security().tidy().await.unwrap();
        let now = app.clock().utc();
        assert!(undos.knows(&joe.id, b"good", now).await.unwrap());
        assert_eq!(undos.purge(later, 9).await.unwrap(), 1, "no other was left");
        let left = families.list(&joe.id).await.unwrap();
        assert_eq!(left.iter().map(|one| one.family.as_str()).collect::<Vec<_>>(), ["good"]);
    }

    #[tokio::test]
    async fn jobs_end_with_the_last_clone() {
        let (security, ..) = built().await;
        let clone = security.clone();
        assert_eq!(security.end().receiver_count(), JOBS.len());
        let weakly = security.weakly();
        drop(security);
        assert!(weakly.upgrade().is_some());
        drop(clone);
        assert!(weakly.upgrade().is_none(), "a job keeps it alive");
        let tasks = tokio::runtime::Handle::current().metrics();
        let ended = async {
            while tasks.num_alive_tasks() > 0 {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(5), ended).await.unwrap();
    }

    #[test]
    fn failures_make_pauses_longer_up_to_an_hour() {
        let (often, seldom) = (Duration::from_secs(10), Duration::from_secs(2 * 3600));
        for (every, failures, least, most) in [
            (often, 0, 7, 13),
            (often, 3, 60, 100),
            (often, 99, 1920, 4500),
            (seldom, 9, 5400, 9000),
        ] {
            let pause = pause(every, failures).as_secs();
            assert!((least..=most).contains(&pause), "{failures}: {pause}");
        }
    }
}
