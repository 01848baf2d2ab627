//! The findings in their three groups, for people and for programs.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use crate::cli::console::{Console, visible};
use crate::config::Surveyed;

/// Where lines are broken.
const WIDTH: usize = 100;

/// Names that are shown of a long list; JSON has them all.
const SHOWN: usize = 8;

#[derive(Debug, Serialize)]
pub(super) struct Report {
    /// The files with the settings.
    pub(super) settings: Vec<String>,
    pub(super) preset: &'static str,
    /// The address of the database, without its password.
    pub(super) database: Option<String>,
    /// `None` where there was nothing to count.
    pub(super) counts: Option<Counts>,
    pub(super) carries_over: Vec<Finding>,
    pub(super) differs: Vec<Finding>,
    pub(super) to_decide: Vec<Finding>,
}

/// How many there are of what. Nothing in here is about anybody.
#[derive(Debug, Serialize)]
pub(super) struct Counts {
    pub(super) users: u64,
    pub(super) active: u64,
    pub(super) without_password: u64,
    pub(super) roles: u64,
    pub(super) grants: u64,
    pub(super) refresh_families: u64,
    /// Scheme of passlib, or `unknown`, to how many users have it.
    pub(super) hashes: BTreeMap<&'static str, u64>,
}

#[derive(Debug, Serialize)]
pub(super) struct Finding {
    /// A word to look for.
    pub(super) about: String,
    pub(super) text: String,
    /// Names that the text is about: settings, files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) names: Vec<String>,
    /// The page that says more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) page: Option<&'static str>,
}

impl Finding {
    pub(super) fn new(about: impl Into<String>, text: impl Into<String>) -> Self {
        Self { about: about.into(), text: text.into(), names: Vec::new(), page: None }
    }

    pub(super) fn page(mut self, page: &'static str) -> Self {
        self.page = Some(page);
        self
    }

    pub(super) fn names(mut self, names: Vec<String>) -> Self {
        self.names = names;
        self
    }

    fn line(&self) -> String {
        let mut line = self.text.clone();
        // Writing to a string cannot fail.
        if !self.names.is_empty() {
            let shown: Vec<&str> = self.names.iter().take(SHOWN).map(String::as_str).collect();
            let _ = write!(line, ": {}", shown.join(", "));
            if self.names.len() > SHOWN {
                let _ = write!(line, ", … ({} in all)", self.names.len());
            }
        }
        if let Some(page) = self.page {
            let _ = write!(line, " → {page}");
        }
        visible(&line)
    }
}

impl Report {
    pub(super) fn new(surveyed: &Surveyed) -> Self {
        let config = &surveyed.loaded.config;
        Self {
            settings: surveyed.files.iter().map(|file| file.display().to_string()).collect(),
            preset: config.preset.as_str(),
            database: config.database.url.as_ref().map(|url| url.redacted()),
            counts: None,
            carries_over: Vec::new(),
            differs: Vec::new(),
            to_decide: Vec::new(),
        }
    }

    pub(super) fn carries_over(&mut self, finding: Finding) {
        self.carries_over.push(finding);
    }

    pub(super) fn differs(&mut self, finding: Finding) {
        self.differs.push(finding);
    }

    pub(super) fn decide(&mut self, finding: Finding) {
        self.to_decide.push(finding);
    }

    pub(super) fn text(&self, console: &Console) -> String {
        let mut text = visible(&self.settings.join(", "));
        // Writing to a string cannot fail.
        let _ = write!(text, ", preset {}", self.preset);
        if let Some(database) = &self.database {
            let _ = write!(text, ", {}", visible(database));
        }
        let groups = [
            (console.good("carries over"), &self.carries_over),
            (console.fair("differs"), &self.differs),
            (console.bad("to be decided"), &self.to_decide),
        ];
        let all = groups.iter().flat_map(|(_, findings)| findings.iter());
        let indent = all.map(|it| it.about.chars().count()).max().unwrap_or(0).min(24) + 4;
        for (heading, findings) in groups {
            if findings.is_empty() {
                continue;
            }
            let _ = write!(text, "\n\n{heading}");
            for finding in findings {
                let about = visible(&finding.about);
                let _ = write!(text, "\n  {about:<width$}", width = indent - 2);
                // A longer name has a line of its own.
                let mut column = indent.max(about.chars().count() + 3);
                if about.chars().count() + 2 >= indent {
                    column = WIDTH;
                }
                for (at, word) in finding.line().split(' ').enumerate() {
                    let length = word.chars().count();
                    if column + 1 + length > WIDTH {
                        let _ = write!(text, "\n{:indent$}", "");
                        column = indent;
                    } else if at > 0 {
                        text.push(' ');
                        column += 1;
                    }
                    text.push_str(word);
                    column += length;
                }
            }
        }
        let _ = match self.to_decide.len() {
            0 => write!(text, "\n\nnothing to decide"),
            1 => write!(text, "\n\n1 thing to decide"),
            many => write!(text, "\n\n{many} things to decide"),
        };
        text
    }
}

/// "1 user", "2 users".
pub(super) fn many(count: u64, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
