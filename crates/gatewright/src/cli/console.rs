//! What a command has to say: lines for people or JSON for programs, and why it failed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use serde_json::{Map, json};

use crate::error::{Error, ErrorKind};

/// ANSI colours.
const GREEN: &str = "32";
const YELLOW: &str = "33";
const RED: &str = "31";

/// Where results go.
#[derive(Debug)]
pub(super) struct Console {
    json: bool,
    colour: bool,
}

impl Console {
    pub(super) fn new(json: bool) -> Self {
        // https://no-color.org
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        Self { json, colour: wanted && io::stdout().is_terminal() && io::stderr().is_terminal() }
    }

    pub(super) fn json(&self) -> bool {
        self.json
    }

    /// Something was done: a green line, or the result as JSON.
    pub(super) fn done(&self, line: &str, result: &impl Serialize) -> Result<(), Failure> {
        self.result(&self.coloured(GREEN, line), result)
    }

    /// Nothing had to be done: a yellow line, or the result as JSON.
    pub(super) fn idle(&self, line: &str, result: &impl Serialize) -> Result<(), Failure> {
        self.result(&self.coloured(YELLOW, line), result)
    }

    /// What was asked for: text, or the same as JSON. Empty text writes no line.
    pub(super) fn show(&self, text: &str, result: &impl Serialize) -> Result<(), Failure> {
        self.result(&visible(text), result)
    }

    /// As [`show`](Self::show), of text whose parts are [`visible`] already, and in colours.
    pub(super) fn report(&self, text: &str, result: &impl Serialize) -> Result<(), Failure> {
        self.result(text, result)
    }

    pub(super) fn good(&self, word: &str) -> String {
        self.coloured(GREEN, word)
    }

    pub(super) fn fair(&self, word: &str) -> String {
        self.coloured(YELLOW, word)
    }

    pub(super) fn bad(&self, word: &str) -> String {
        self.coloured(RED, word)
    }

    /// Bytes as they are.
    pub(super) fn raw(&self, bytes: &[u8]) -> Result<(), Failure> {
        match io::stdout().write_all(bytes).and_then(|()| io::stdout().flush()) {
            // The reader has seen enough, as `head` has.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::from(error)),
            _ => Ok(()),
        }
    }

    /// Something to know beside the result, on standard error.
    pub(super) fn aside(&self, line: &str) {
        // Without standard error there is nobody left to tell.
        let _ = writeln!(io::stderr(), "{}", visible(line));
    }

    /// Why the command failed.
    pub(super) fn fail(&self, failure: &Failure) {
        if matches!(failure, Failure::Shown(_)) {
            return;
        }
        let text = if self.json {
            let mut fields = Map::new();
            if let Failure::Fields(faults) = failure {
                fields.insert("fields".to_owned(), json!(faults));
            }
            fields.insert("error".to_owned(), json!(failure.line()));
            serde_json::Value::Object(fields).to_string()
        } else {
            let mut text = self.coloured(RED, &format!("error: {}", failure.line()));
            if let Failure::Fields(faults) = failure {
                for (field, faults) in faults {
                    // Writing to a string cannot fail.
                    let _ = write!(text, "\n  {field}: {}", visible(&faults.join(" ")));
                }
            }
            text
        };
        // Without standard error there is nobody left to tell.
        let _ = writeln!(io::stderr(), "{text}");
    }

    fn result(&self, text: &str, result: &impl Serialize) -> Result<(), Failure> {
        let mut bytes = if self.json {
            // JSON lets these stand as they are, and terminals obey some of them.
            let text = serde_json::to_string(result).map_err(io::Error::from)?;
            let mut shown = String::with_capacity(text.len());
            for c in text.chars() {
                match c {
                    '\u{7f}'..='\u{9f}' => shown.push_str(&format!("\\u{:04x}", u32::from(c))),
                    _ => shown.push(c),
                }
            }
            shown.into_bytes()
        } else {
            text.as_bytes().to_vec()
        };
        if bytes.is_empty() {
            return Ok(());
        }
        bytes.push(b'\n');
        self.raw(&bytes)
    }

    fn coloured(&self, colour: &str, line: &str) -> String {
        let line = visible(line);
        if self.colour { format!("\x1b[{colour}m{line}\x1b[0m") } else { line }
    }
}

/// What people typed elsewhere must not steer this terminal.
pub(super) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if (c.is_control() && !matches!(c, '\n' | '\t')) || turns(c) {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Signs that break a line or show what follows in another order (Unicode Technical Report 36, 2.3).
const fn turns(c: char) -> bool {
    matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What spreadsheets run begins with one of these (OWASP, CSV Injection).
pub(super) const FORMULA: [char; 11] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// How far a long command has come, on a terminal; without a length a sign of life.
pub(super) fn progress(console: &Console, bytes: Option<u64>) -> ProgressBar {
    if console.json() || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let Some(bytes) = bytes else { return ProgressBar::new_spinner() };
    let bar = ProgressBar::new(bytes);
    match ProgressStyle::with_template("{wide_bar} {percent}% {eta}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Messages by the field that they are about.
pub(super) type Faults = BTreeMap<String, Vec<String>>;

/// Why a command failed.
#[derive(Debug)]
pub(super) enum Failure {
    /// To be said differently, or it does not exist.
    Usage(String),
    /// Values that were refused.
    Fields(Faults),
    /// Written to standard output already.
    Shown(u8),
    /// Settings, database, system.
    Error(Error),
}

impl Failure {
    pub(super) fn usage(line: impl Into<String>) -> Self {
        Self::Usage(line.into())
    }

    pub(super) fn code(&self) -> u8 {
        match self {
            Self::Usage(_) | Self::Fields(_) => 2,
            Self::Shown(code) => *code,
            Self::Error(error) => match error.kind() {
                ErrorKind::Config | ErrorKind::NotFound => 2,
                _ => 1,
            },
        }
    }

    fn line(&self) -> String {
        match self {
            Self::Usage(line) => line.clone(),
            Self::Fields(_) => "these values cannot be used".to_owned(),
            Self::Shown(_) => String::new(),
            Self::Error(error) => error.to_string(),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Error(Error::from(error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_typed_steers_no_terminal() {
        for (text, expected) in [
            ("a\tb\n", "a\tb\n"),
            ("\u{1b}[31m", "\\u{1b}[31m"),
            ("\u{9b}2J\r", "\\u{9b}2J\\r"),
            ("José العربية 日本", "José العربية 日本"),
            // What turns the rest of the line round, so that one name reads as another.
            ("\u{202e}nimda\u{202c}", "\\u{202e}nimda\\u{202c}"),
            ("\u{2066}x\u{2069}\u{2028}", "\\u{2066}x\\u{2069}\\u{2028}"),
        ] {
            assert_eq!(visible(text), expected);
        }
    }
}
