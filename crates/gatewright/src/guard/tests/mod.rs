//! Guards, extractors and CSRF through the real router.

mod basic;
mod csrf;
mod extractors;
mod freshness;
mod guards;
mod limits;
mod log;
mod origin;
mod tokens;
mod ways;
