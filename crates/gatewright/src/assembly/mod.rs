//! Where the parts meet.

pub(crate) mod builder;
mod keys;
mod layer;
mod router;
mod serve;

pub use builder::Builder;
pub use layer::{SecurityLayer, SecurityService};
