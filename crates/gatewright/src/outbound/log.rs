//! Mails on the terminal, for development.

use std::io::{self, IsTerminal, Write};

use async_trait::async_trait;

use crate::error::{Error, Result};
use crate::outbound::mail::{Mail, Mailer};

/// Writes mails to standard error, links included.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terminal {
    /// Also if standard error is a file or a pipe, which keeps the links.
    pub(crate) always: bool,
}

#[async_trait]
impl Mailer for Terminal {
    async fn send(&self, mail: &Mail) -> Result<()> {
        if !self.always && !io::stderr().is_terminal() {
            return Err(Error::mail_delayed(
                "no mail server is set: set MAIL_SERVER, or MAIL_SENDER to \"log\"",
            ));
        }
        io::stderr().write_all(shown(mail).as_bytes()).map_err(|error| {
            Error::mail_delayed("standard error cannot be written to").caused_by(error)
        })
    }
}

fn shown(mail: &Mail) -> String {
    let text = mail.text.as_ref().or(mail.html.as_ref()).map_or("", String::as_str);
    let mut shown =
        format!("\n  To: {}\n  Subject: {}\n\n", visible(&mail.to.address), visible(&mail.subject));
    for line in text.lines() {
        shown.push_str("  ");
        shown.push_str(&visible(line));
        shown.push('\n');
    }
    shown
}

/// What somebody typed elsewhere must not steer this terminal.
fn visible(text: &str) -> String {
    let keep = |c: &char| !c.is_control();
    text.chars().filter(keep).collect()
}
