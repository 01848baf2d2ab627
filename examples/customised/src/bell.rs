//! Who hears of what happens.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use gatewright::async_trait;
use gatewright::event::{Event, Listener};
use gatewright::facts::Facts;

/// Rings for every new reader.
#[derive(Debug, Clone, Default)]
pub struct Bell(Arc<AtomicUsize>);

impl Bell {
    /// How often it has rung.
    pub fn rung(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

#[async_trait]
impl Listener for Bell {
    async fn notice(&self, _: Option<&Facts>, event: &Event<'_>) {
        if matches!(event, Event::UserRegistered { .. }) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
}
