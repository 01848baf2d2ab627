//! The features; this is the only list of them.

pub(crate) mod account;
pub(crate) mod change_email;
pub(crate) mod change_password;
pub(crate) mod change_username;
pub(crate) mod confirm;
pub(crate) mod first_admin;
pub(crate) mod language;
pub(crate) mod login;
pub(crate) mod logout;
pub(crate) mod passwordless;
pub(crate) mod recover;
pub(crate) mod refresh_token;
pub(crate) mod register;
pub(crate) mod sessions;
pub(crate) mod unlock;
pub(crate) mod username_recovery;
pub(crate) mod verify;
pub(crate) mod welcome;

use crate::config::Config;
use crate::request::feature::Feature;

/// Every feature, in the order in which the settings' documentation names them.
pub(crate) static ALL: &[&Feature] = &[
    &login::FEATURE,
    &logout::FEATURE,
    &verify::FEATURE,
    &unlock::FEATURE,
    &refresh_token::FEATURE,
    &sessions::FEATURE,
    &register::FEATURE,
    &confirm::FEATURE,
    &change_email::FEATURE,
    &recover::FEATURE,
    &change_password::FEATURE,
    &passwordless::FEATURE,
    &change_username::FEATURE,
    &username_recovery::FEATURE,
    &account::FEATURE,
    &first_admin::FEATURE,
    &language::FEATURE,
    &welcome::FEATURE,
];

/// The features that the settings switch on.
pub(crate) fn enabled(config: &Config) -> impl Iterator<Item = &'static Feature> {
    ALL.iter().copied().filter(move |feature| (feature.enabled)(config))
}
