//! A few threads for work that keeps a core busy.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;

use crate::error::{Error, ErrorKind, Result};

type Job = Box<dyn FnOnce() + Send>;

/// Threads that take one job after the other, and a queue of bounded length before them.
pub(super) struct Pool {
    queue: SyncSender<Job>,
    accepted: AtomicU64,
}

impl Pool {
    pub(super) fn new(threads: usize, queue: usize) -> Result<Self> {
        let (sender, receiver) = sync_channel::<Job>(queue);
        let receiver = Arc::new(Mutex::new(receiver));
        for number in 0..threads {
            let receiver = Arc::clone(&receiver);
            std::thread::Builder::new()
                .name(format!("gatewright-hash-{number}"))
                .spawn(move || work(&receiver))?;
        }
        Ok(Self { queue: sender, accepted: AtomicU64::new(0) })
    }

    /// How many jobs were taken on so far.
    #[cfg(any(test, feature = "testing"))]
    pub(super) fn accepted(&self) -> u64 {
        self.accepted.load(Ordering::Relaxed)
    }

    /// Runs a job; refuses at once when the queue is full.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T> {
        let (done, result) = oneshot::channel();
        let job: Job = Box::new(move || {
            // Nobody waits any more: the client has gone, its work need not be done.
            if !done.is_closed() {
                let _ = done.send(job());
            }
        });
        match self.queue.try_send(job) {
            Ok(()) => {
                self.accepted.fetch_add(1, Ordering::Relaxed);
            }
            Err(TrySendError::Full(_)) => {
                let kind = ErrorKind::Busy { retry_after: Duration::from_secs(2) };
                return Err(Error::new(kind, "too many passwords wait to be checked"));
            }
            Err(TrySendError::Disconnected(_)) => {
                return Err(Error::new(ErrorKind::Crypto, "the hashing threads have ended"));
            }
        }
        result.await.map_err(|_| Error::new(ErrorKind::Crypto, "a hashing thread has ended"))
    }
}

fn work(queue: &Mutex<Receiver<Job>>) {
    // Below the async threads: a storm of sign-ins must not slow down guarded pages. Elsewhere than
    // on Linux it would be the priority of the whole process.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::nice(10);
    loop {
        let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = job else { return };
        // A panic in one job must not take the thread away from the others.
        let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(job));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    /// A job that holds a thread until it is let go.
    fn gate() -> (mpsc::Sender<()>, impl FnOnce() + Send + 'static) {
        let (open, closed) = mpsc::channel::<()>();
        (open, move || {
            let _ = closed.recv();
        })
    }

    /// Lets the job that was handed in reach its thread.
    async fn until_taken(pool: &Pool, jobs: u64) {
        while pool.accepted() < jobs {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn a_full_queue_refuses_at_once_and_recovers() {
        let pool = Arc::new(Pool::new(1, 1).unwrap());
        let started = Arc::new(tokio::sync::Notify::new());
        let (open, wait) = gate();
        let told = Arc::clone(&started);
        let (one, two) = (Arc::clone(&pool), Arc::clone(&pool));
        let busy = tokio::spawn(async move {
            one.run(move || {
                told.notify_one();
                wait();
            })
            .await
        });
        started.notified().await;
        let queued = tokio::spawn(async move { two.run(|| 7).await });
        until_taken(&pool, 2).await;
        let refused = pool.run(|| 8).await.unwrap_err();
        assert!(matches!(refused.kind(), ErrorKind::Busy { .. }), "{refused:?}");
        open.send(()).unwrap();
        busy.await.unwrap().unwrap();
        assert_eq!(queued.await.unwrap().unwrap(), 7);
        assert_eq!(pool.run(|| 9).await.unwrap(), 9);
    }

    #[tokio::test]
    async fn a_job_nobody_waits_for_is_not_done() {
        let pool = Arc::new(Pool::new(1, 4).unwrap());
        let started = Arc::new(tokio::sync::Notify::new());
        let (open, wait) = gate();
        let told = Arc::clone(&started);
        let one = Arc::clone(&pool);
        let busy = tokio::spawn(async move {
            one.run(move || {
                told.notify_one();
                wait();
            })
            .await
        });
        started.notified().await;
        let (done, undone) = mpsc::channel();
        let two = Arc::clone(&pool);
        let gone = tokio::spawn(async move { two.run(move || done.send(()).unwrap()).await });
        until_taken(&pool, 2).await;
        gone.abort();
        assert!(gone.await.unwrap_err().is_cancelled());
        open.send(()).unwrap();
        busy.await.unwrap().unwrap();
        pool.run(|| ()).await.unwrap();
        assert!(undone.recv().is_err(), "the work of a client that has gone was done");
    }

    #[tokio::test]
    async fn a_panic_costs_one_answer_and_no_thread() {
        let pool = Pool::new(1, 4).unwrap();
        let failed = pool.run(|| -> u8 { panic!("a job that fails") }).await;
        assert!(matches!(failed.unwrap_err().kind(), ErrorKind::Crypto));
        assert_eq!(pool.run(|| 1).await.unwrap(), 1);
    }
}
