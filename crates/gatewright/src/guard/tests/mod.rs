//! Guards, extractors and CSRF through the real router.

mod csrf;
mod extractors;
mod freshness;
mod guards;
mod limits;
mod log;
mod origin;
mod ways;
