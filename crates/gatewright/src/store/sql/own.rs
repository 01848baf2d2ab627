//! A table of our own, beside those of the reference.

use std::sync::Arc;

use tokio::sync::OnceCell;

use crate::error::Result;
use crate::store::driver::{Dialect, Driver};

/// A table of our own, and the database it lies in.
///
/// It is made when something is written to it and not when the database is opened, so that looking
/// at a foreign database leaves no trace.
#[derive(Debug)]
pub(super) struct Own {
    driver: Arc<dyn Driver>,
    name: &'static str,
    script: String,
    ready: OnceCell<()>,
}

impl Own {
    /// The table of that name, which the statements make. `made` if it is known to exist.
    pub(super) fn new(
        driver: &Arc<dyn Driver>,
        name: &'static str,
        script: fn(Dialect) -> String,
        made: bool,
    ) -> Self {
        Self {
            script: script(driver.dialect()),
            ready: OnceCell::new_with(made.then_some(())),
            driver: Arc::clone(driver),
            name,
        }
    }

    /// The database, with the table.
    pub(super) async fn made(&self) -> Result<&dyn Driver> {
        self.ready.get_or_try_init(|| self.driver.script(self.script.clone())).await?;
        Ok(&*self.driver)
    }

    /// The database, if it has the table: another process may have made it meanwhile.
    pub(super) async fn found(&self) -> Result<Option<&dyn Driver>> {
        if !self.ready.initialized() {
            if self.driver.describe(self.name).await?.is_none() {
                return Ok(None);
            }
            // It may have been made by a version that knew fewer indexes.
            self.made().await?;
        }
        Ok(Some(&*self.driver))
    }

    #[cfg(test)]
    pub(super) fn is_ready(&self) -> bool {
        self.ready.initialized()
    }
}
