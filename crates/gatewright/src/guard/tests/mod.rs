//! Guards, extractors and CSRF through the real router.

mod basic;
mod csrf;
mod csrf_ways;
mod extractors;
mod freshness;
mod guards;
mod limits;
#[path = "../../../tests/common/log.rs"]
mod log;
mod mechanisms;
mod origin;
mod reauth;
mod tokens;
mod ways;
