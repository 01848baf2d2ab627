//! Accepting connections, within limits that no client can stretch.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tower::Service;

use crate::error::Result;

/// So long a client may take for the head of a request, and keep a connection without asking.
const HEAD: Duration = Duration::from_secs(10);
/// So long requests under way may take after the end was called.
const GRACE: Duration = Duration::from_secs(10);
/// So long to wait when no connection can be accepted.
const PAUSE: Duration = Duration::from_secs(1);
/// Most connections at once; further ones wait in the system's queue.
const CONNECTIONS: usize = 4096;
/// File descriptors that are left for everything else.
const RESERVED: usize = 64;
/// Most bytes of a request's head.
const HEAD_BYTES: usize = 64 * 1024;

/// Serves a finished router over HTTP/1.1 until `end`, as [`Security::serve_on`] does, for those
/// who put layers of their own outside of [`Security::protect`].
///
/// Ten seconds are the limit for the head of a request, for a connection without requests, and
/// for requests that are under way at the end.
///
/// # Errors
/// None yet: a connection that cannot be accepted is logged, and tried again.
///
/// [`Security::serve_on`]: crate::Security::serve_on
/// [`Security::protect`]: crate::Security::protect
pub async fn listen(
    listener: TcpListener,
    app: Router,
    end: impl Future<Output = ()> + Send,
) -> Result<()> {
    let places = most_connections();
    let free = Arc::new(Semaphore::new(places));
    let (ending, ended) = watch::channel(());
    let mut end = pin!(end);
    loop {
        let accepted = async {
            let place = Arc::clone(&free).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            accepted = accepted => accepted,
            () = end.as_mut() => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                let serving = serve(stream, peer, app.clone(), ended.clone());
                tokio::spawn(async move {
                    serving.await;
                    drop(place);
                });
            }
            Err(error) if is_of_one_connection(&error) => {}
            // Out of files or memory, or a network that is down: that passes, and the requests under
            // way need not end for it.
            Err(error) => {
                tracing::error!(%error, "no connection can be accepted");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
    drop((listener, ended));
    let _ = ending.send(());
    // Every connection holds a receiver.
    let _ = tokio::time::timeout(GRACE, ending.closed()).await;
    Ok(())
}

async fn serve(stream: TcpStream, peer: SocketAddr, app: Router, mut ended: watch::Receiver<()>) {
    // Answers are short: waiting to fill a packet would only delay them.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: Request<Incoming>| {
        let mut app = app.clone();
        async move {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            // A router is ready at any time.
            Ok::<_, Infallible>(match app.call(request).await {
                Ok(response) => response,
                Err(never) => match never {},
            })
        }
    });
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(HEAD_BYTES);
    let connection = builder.serve_connection(TokioIo::new(stream), service).with_upgrades();
    let mut connection = pin!(connection);
    let result = tokio::select! {
        result = connection.as_mut() => result,
        _ = ended.changed() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = result {
        tracing::debug!(%error, "a connection ended early");
    }
}

/// Fewer than the system's limit of open files, as the database needs some of them.
fn most_connections() -> usize {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, getrlimit};
        let files = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
        let files = usize::try_from(files).unwrap_or(usize::MAX);
        files.saturating_sub(RESERVED).clamp(1, CONNECTIONS)
    }
    #[cfg(not(unix))]
    CONNECTIONS
}

fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted)
}
