//! Asking for a password, hidden and twice, and for leave.

use std::io::{self, BufRead, IsTerminal, Read, Write};

use zeroize::Zeroizing;

use crate::cli::console::{Console, Failure};
use crate::password::MAX_BYTES;

/// How a password reaches a command.
#[derive(Debug, clap::Args)]
pub(super) struct PasswordOption {
    /// The password. Other users of this machine may see it in the list of processes: better leave
    /// it out and be asked.
    #[arg(long, value_name = "TEXT")]
    password: Option<String>,
    /// Reads the password from the first line of standard input.
    #[arg(long, conflicts_with = "password")]
    password_stdin: bool,
}

impl PasswordOption {
    pub(super) fn is_given(&self) -> bool {
        self.password.is_some() || self.password_stdin
    }

    /// The password as given, or as typed. May be empty.
    pub(super) fn take(&self) -> Result<Zeroizing<String>, Failure> {
        match &self.password {
            Some(password) => Ok(Zeroizing::new(password.clone())),
            None if self.password_stdin => first_line(io::stdin().lock()),
            None => ask(),
        }
    }
}

/// A password that is looked up, not set: typed once, or the first line of standard input.
pub(super) fn looked_up(stdin: bool) -> Result<Zeroizing<String>, Failure> {
    if stdin {
        return first_line(io::stdin().lock());
    }
    if !io::stdin().is_terminal() {
        return Err(Failure::usage(
            "there is no terminal to ask for the password: pass it with --password-stdin",
        ));
    }
    Ok(Zeroizing::new(rpassword::prompt_password("Password: ")?))
}

fn first_line(input: impl BufRead) -> Result<Zeroizing<String>, Failure> {
    let mut line = Zeroizing::new(String::new());
    // Longer ones are refused later: what follows changes nothing.
    input.take(MAX_BYTES as u64 + 2).read_line(&mut line)?;
    let end = line.trim_end_matches(['\r', '\n']).len();
    line.truncate(end);
    Ok(line)
}

fn ask() -> Result<Zeroizing<String>, Failure> {
    if !io::stdin().is_terminal() {
        return Err(Failure::usage(
            "there is no terminal to ask for the password: pass it with --password-stdin",
        ));
    }
    loop {
        let first = Zeroizing::new(rpassword::prompt_password("Password: ")?);
        let second = Zeroizing::new(rpassword::prompt_password("Password again: ")?);
        if *first == *second {
            return Ok(first);
        }
        writeln!(io::stderr(), "The two differ. Please try again.")?;
    }
}

/// Goes on only if somebody at the terminal agrees. Where nobody can be asked, `otherwise` says what
/// to write instead.
pub(super) fn confirmed(console: &Console, question: &str, otherwise: &str) -> Result<(), Failure> {
    if console.json() || !io::stdin().is_terminal() {
        return Err(Failure::usage(format!("{question} Agree with {otherwise}")));
    }
    write!(io::stderr(), "{question}\nGo on? [y/N] ")?;
    let mut answer = String::new();
    io::stdin().lock().take(8).read_line(&mut answer)?;
    match answer.trim() {
        "y" | "Y" | "yes" => Ok(()),
        _ => Err(Failure::usage("nothing was changed")),
    }
}
