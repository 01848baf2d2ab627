//! Where endpoints are.

use crate::config::Config;

/// The path of an endpoint below the application's root and the group's prefix.
pub(super) fn full_path(config: &Config, path: &str) -> String {
    let root = config.core.application_root.trim_end_matches('/');
    let prefix = config.core.url_prefix.as_deref().unwrap_or_default().trim_end_matches('/');
    format!("{root}{prefix}{path}")
}
