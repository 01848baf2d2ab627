//! Contradictions and weak secrets, refused before the first request.

mod cors;
mod events;
mod features;
mod headers;
mod limits;
mod mail;
mod passwords;
mod redirects;
mod secrets;
mod web;

use crate::config::{Config, Preset};
use crate::error::{Error, Result};

pub(crate) use self::features::{IDLE, MISSING};

/// What to do about a feature that is switched on and does not exist yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unbuilt {
    /// Refuse to start.
    Refuse,
    /// Start with a warning. Parts of the feature that belong to sign-in work.
    Allow,
}

/// Says whether an application may start with these settings, and what is odd about them.
///
/// The answer is a list of warnings, one line each. In the preset `flask` a combination that has a
/// defined meaning in Flask-Security, however odd, is a warning; in `recommended` it is refused.
///
/// ```
/// use gatewright::config::{Config, Preset, Unbuilt, check};
///
/// let config = Config::preset(Preset::Recommended);
/// let error = check(&config, Unbuilt::Refuse).unwrap_err();
/// assert!(error.detail().starts_with("SECRET_KEY is missing"));
/// ```
///
/// # Errors
/// [`ErrorKind::Config`](crate::error::ErrorKind::Config) with a line for each problem, which says
/// what to change.
pub fn check(config: &Config, unbuilt: Unbuilt) -> Result<Vec<String>> {
    let findings = examine(config, unbuilt);
    if findings.problems.is_empty() {
        return Ok(findings.warnings);
    }
    Err(Error::config(findings.problems.join("\n")))
}

/// As [`check`], with problems and warnings side by side.
pub(crate) fn examine(config: &Config, unbuilt: Unbuilt) -> Findings<'_> {
    let mut findings = Findings { config, problems: Vec::new(), warnings: Vec::new() };
    secrets::check(&mut findings);
    passwords::check(&mut findings);
    web::check(&mut findings);
    cors::check(&mut findings);
    headers::check(&mut findings);
    redirects::check(&mut findings);
    limits::check(&mut findings);
    mail::check(&mut findings);
    events::check(&mut findings);
    features::check(&mut findings, unbuilt);
    findings
}

/// What was found so far.
pub(crate) struct Findings<'a> {
    config: &'a Config,
    pub(crate) problems: Vec<String>,
    pub(crate) warnings: Vec<String>,
}

impl Findings<'_> {
    /// Cannot work.
    fn refuse(&mut self, wrong: bool, line: impl Into<String>) {
        if wrong {
            self.problems.push(line.into());
        }
    }

    /// Works in Flask-Security, in a way that nobody wants.
    fn odd(&mut self, odd: bool, line: impl Into<String>) {
        match self.config.preset {
            Preset::Recommended => self.refuse(odd, line),
            Preset::Flask => self.warn(odd, line),
        }
    }

    /// Is a weak secret or cost.
    fn weak(&mut self, weak: bool, line: impl Into<String>) {
        if self.config.core.allow_weak_secrets {
            self.warn(weak, line);
        } else {
            self.refuse(weak, line);
        }
    }

    /// Should be known to whoever runs this.
    fn warn(&mut self, odd: bool, line: impl Into<String>) {
        if odd {
            self.warnings.push(line.into());
        }
    }
}
