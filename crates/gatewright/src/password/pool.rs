//! A few threads for work that keeps a core busy.

use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;

use crate::error::{Error, ErrorKind, Result};

type Job = Box<dyn FnOnce() + Send>;

/// Threads that take one job after the other, and a queue of bounded length before them.
pub(super) struct Pool {
    queue: SyncSender<Job>,
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
        Ok(Self { queue: sender })
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
            Ok(()) => {}
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
    // Below the async threads: a storm of sign-ins must not slow down guarded pages.
    let _ = rustix::process::nice(10);
    loop {
        let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = job else { return };
        // A panic in one job must not take the thread away from the others.
        let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(job));
    }
}
