//! Where the parts meet.

pub(crate) mod builder;
mod keys;
mod layer;
mod listen;
mod router;
mod serve;
#[cfg(test)]
mod tests;

pub use builder::Builder;
pub use layer::{SecurityLayer, SecurityService};
pub use listen::listen;
pub use serve::shutdown_signal;
