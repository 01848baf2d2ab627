//! Work that is done whole or not at all.

use std::future::Future;

use tracing::Instrument;

use crate::error::{Error, ErrorKind, Result};

/// Does work to its end, even if the client goes away meanwhile: the server drops the request then,
/// and what was written by half would stay so.
///
/// # Errors
/// The work's own; [`ErrorKind::Store`] if the process is about to end.
pub(crate) async fn whole<T: Send + 'static>(
    work: impl Future<Output = Result<T>> + Send + 'static,
) -> Result<T> {
    match tokio::spawn(work.in_current_span()).await {
        Ok(done) => done,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(error) => {
                Err(Error::new(ErrorKind::Store, "the process is about to end").caused_by(error))
            }
        },
    }
}

/// What follows a change that is committed. A fault in it is logged: an answer that the change failed
/// would be wrong, and what is still to be told of it would be lost.
pub(crate) fn afterwards<T>(done: Result<T>) -> Option<T> {
    done.inspect_err(|error| tracing::error!(?error, "a change was made, what follows it was not"))
        .ok()
}
