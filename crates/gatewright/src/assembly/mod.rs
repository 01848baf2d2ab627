//! Where the parts meet.

mod background;
mod build;
pub(crate) mod builder;
mod cors;
mod events;
mod keys;
mod layer;
mod listen;
pub(crate) mod mailer;
mod paths;
mod router;
mod serve;
pub(crate) mod store;
#[cfg(test)]
mod tests;

pub use builder::Builder;
pub use cors::{SecurityCors, SecurityCorsService};
pub use layer::{SecurityLayer, SecurityService};
pub use listen::listen;
pub use serve::shutdown_signal;
