//! The nouns of a request.

pub(crate) mod card;
pub(crate) mod cookie;
pub(crate) mod cx;
pub(crate) mod feature;
pub(crate) mod form;
pub(crate) mod reply;
pub(crate) mod rule;
pub(crate) mod state;
pub(crate) mod whole;

pub use cx::Cx;
