//! A few threads for work that keeps a core busy, and a queue before them in which clients take
//! turns: one that floods it makes itself wait, not the others.

use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;

use crate::error::{Error, ErrorKind, Result};

/// Does the work, or with `false` tells its caller that it was sent away.
type Job = Box<dyn FnOnce(bool) + Send>;

/// For whom a job is done; `None` is the application itself.
pub(super) type Client = Option<IpAddr>;

/// Threads that take one job after the other, and a queue of bounded length before them.
pub(super) struct Pool {
    queue: Arc<Queue>,
    accepted: AtomicU64,
}

struct Queue {
    waiting: Mutex<Waiting>,
    arrived: Condvar,
    limit: usize,
}

#[derive(Default)]
struct Waiting {
    /// The jobs of each client, oldest first; no line is empty.
    lines: HashMap<Client, VecDeque<Job>>,
    /// Whose turn it is.
    turns: VecDeque<Client>,
    length: usize,
    closed: bool,
}

impl Pool {
    pub(super) fn new(threads: usize, limit: usize) -> Result<Self> {
        let (waiting, arrived) = (Mutex::default(), Condvar::new());
        let queue = Arc::new(Queue { waiting, arrived, limit });
        for number in 0..threads {
            let queue = Arc::clone(&queue);
            std::thread::Builder::new()
                .name(format!("gatewright-hash-{number}"))
                .spawn(move || work(&queue))?;
        }
        Ok(Self { queue, accepted: AtomicU64::new(0) })
    }

    /// How many jobs were taken on so far.
    #[cfg(any(test, feature = "testing"))]
    pub(super) fn accepted(&self) -> u64 {
        self.accepted.load(Ordering::Relaxed)
    }

    /// Runs a job. When the queue is full, the client with the longest line gives way: if that is
    /// the one who asks, it is refused at once.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        client: Client,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T> {
        let (done, result) = oneshot::channel();
        let job: Job = Box::new(move |go| {
            // Nobody waits any more: the client has gone, its work need not be done.
            if !done.is_closed() {
                let _ = done.send(go.then(job));
            }
        });
        if !self.queue.push(client, job) {
            return Err(busy());
        }
        self.accepted.fetch_add(1, Ordering::Relaxed);
        match result.await {
            Ok(Some(value)) => Ok(value),
            Ok(None) => Err(busy()),
            Err(_) => Err(Error::new(ErrorKind::Crypto, "a hashing thread has ended")),
        }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.queue.lock().closed = true;
        self.queue.arrived.notify_all();
    }
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// False if the job has to be refused.
    fn push(&self, client: Client, job: Job) -> bool {
        let mut waiting = self.lock();
        let mut sent_away = None;
        if waiting.length >= self.limit {
            sent_away = waiting.give_way(client);
            if sent_away.is_none() {
                return false;
            }
        }
        waiting.push(client, job);
        drop(waiting);
        self.arrived.notify_one();
        if let Some(job) = sent_away {
            job(false);
        }
        true
    }

    /// The next job; `None` when there will be no more.
    fn pop(&self) -> Option<Job> {
        let mut waiting = self.lock();
        loop {
            if let Some(job) = waiting.pop() {
                return Some(job);
            }
            if waiting.closed {
                return None;
            }
            waiting = self.arrived.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Waiting {
    fn push(&mut self, client: Client, job: Job) {
        let line = self.lines.entry(client).or_default();
        if line.is_empty() {
            self.turns.push_back(client);
        }
        line.push_back(job);
        self.length += 1;
    }

    fn pop(&mut self) -> Option<Job> {
        let client = self.turns.pop_front()?;
        let line = self.lines.get_mut(&client)?;
        let job = line.pop_front();
        if line.is_empty() {
            self.lines.remove(&client);
        } else {
            self.turns.push_back(client);
        }
        self.length -= usize::from(job.is_some());
        job
    }

    /// Takes the newest job out of the longest line, if that is longer than the caller's would be.
    fn give_way(&mut self, client: Client) -> Option<Job> {
        let own = self.lines.get(&client).map_or(0, VecDeque::len);
        let longest = self.lines.values_mut().max_by_key(|line| line.len())?;
        if longest.len() <= own + 1 {
            return None;
        }
        self.length -= 1;
        longest.pop_back()
    }
}

fn busy() -> Error {
    let kind = ErrorKind::Busy { retry_after: Duration::from_secs(2) };
    Error::new(kind, "too many passwords wait to be checked")
}

fn work(queue: &Queue) {
    // Below the async threads: a storm of sign-ins must not slow down guarded pages. Elsewhere than
    // on Linux it would be the priority of the whole process.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::nice(10);
    while let Some(job) = queue.pop() {
        // A panic in one job must not take the thread away from the others.
        let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| job(true)));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    /// A pool whose only thread is held by a job until it is let go.
    async fn held(limit: usize, client: Client) -> (Arc<Pool>, impl AsyncFnOnce()) {
        let pool = Arc::new(Pool::new(1, limit).unwrap());
        let started = Arc::new(tokio::sync::Notify::new());
        let (open, closed) = mpsc::channel::<()>();
        let (told, one) = (Arc::clone(&started), Arc::clone(&pool));
        let busy = tokio::spawn(async move {
            one.run(client, move || {
                told.notify_one();
                let _ = closed.recv();
            })
            .await
        });
        started.notified().await;
        let let_go = async move || {
            open.send(()).unwrap();
            busy.await.unwrap().unwrap();
        };
        (pool, let_go)
    }

    /// Lets the job that was handed in reach its thread.
    async fn until_taken(pool: &Pool, jobs: u64) {
        while pool.accepted() < jobs {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn a_full_queue_refuses_at_once_and_recovers() {
        let (pool, let_go) = held(1, None).await;
        let two = Arc::clone(&pool);
        let queued = tokio::spawn(async move { two.run(None, || 7).await });
        until_taken(&pool, 2).await;
        let refused = pool.run(None, || 8).await.unwrap_err();
        assert!(matches!(refused.kind(), ErrorKind::Busy { .. }), "{refused:?}");
        let_go().await;
        assert_eq!(queued.await.unwrap().unwrap(), 7);
        assert_eq!(pool.run(None, || 9).await.unwrap(), 9);
    }

    #[tokio::test]
    async fn a_job_nobody_waits_for_is_not_done() {
        let (pool, let_go) = held(4, None).await;
        let (done, undone) = mpsc::channel();
        let two = Arc::clone(&pool);
        let gone = tokio::spawn(async move { two.run(None, move || done.send(()).unwrap()).await });
        until_taken(&pool, 2).await;
        gone.abort();
        assert!(gone.await.unwrap_err().is_cancelled());
        let_go().await;
        pool.run(None, || ()).await.unwrap();
        assert!(undone.recv().is_err(), "the work of a client that has gone was done");
    }

    #[tokio::test]
    async fn a_panic_costs_one_answer_and_no_thread() {
        let pool = Pool::new(1, 4).unwrap();
        let failed = pool.run(None, || -> u8 { panic!("a job that fails") }).await;
        assert!(matches!(failed.unwrap_err().kind(), ErrorKind::Crypto));
        assert_eq!(pool.run(None, || 1).await.unwrap(), 1);
    }

    #[tokio::test]
    async fn a_client_that_floods_the_queue_makes_itself_wait() {
        let flood: Client = Some([10, 0, 0, 1].into());
        let guest: Client = Some([10, 0, 0, 2].into());
        let (pool, let_go) = held(4, flood).await;
        let (done, order) = mpsc::channel();
        let mut flooded = Vec::new();
        for number in 0..4 {
            let (done, one) = (done.clone(), Arc::clone(&pool));
            let job = move || done.send(number).unwrap();
            flooded.push(tokio::spawn(async move { one.run(flood, job).await }));
            until_taken(&pool, 2 + number).await;
        }
        // The flood's own next job is refused, the guest's is not: the flood's newest gives way.
        assert!(matches!(pool.run(flood, || ()).await.unwrap_err().kind(), ErrorKind::Busy { .. }));
        let two = Arc::clone(&pool);
        let welcome =
            tokio::spawn(async move { two.run(guest, move || done.send(100).unwrap()).await });
        until_taken(&pool, 6).await;
        let_go().await;
        welcome.await.unwrap().unwrap();
        let outcomes = [flooded.remove(0), flooded.remove(0), flooded.remove(0)];
        for taken in outcomes {
            taken.await.unwrap().unwrap();
        }
        let sent_away = flooded.remove(0).await.unwrap().unwrap_err();
        assert!(matches!(sent_away.kind(), ErrorKind::Busy { .. }), "{sent_away:?}");
        // Turns: the guest comes after one of the flood, not after all of them.
        assert_eq!(order.into_iter().collect::<Vec<u64>>(), [0, 100, 1, 2]);
    }
}
